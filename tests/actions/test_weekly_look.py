"""The weekly look kept: entries in one undoable step; half-done answers are not lost; its reminder is made once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from journal.actions import entries, reading, reminders, today, weekly_look
from journal.domain.contact import Contact
from journal.domain.entry import Person
from journal.domain.errors import NotFound, UserFacingError
from journal.domain.weekly_look import SOURCE, Answers
from journal.store.erasing import erase
from journal.store.journal import Journal
from journal.system import words
from tests.journals import MovableClock, everything, opened, page_of

FRIDAY = datetime(2026, 11, 27, 15, 0)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(FRIDAY)


@pytest.fixture
def journal(tmp_path: Path, clock: MovableClock) -> Iterator[Journal]:
    words.use("en")
    with opened(tmp_path / "journal.db", clock) as made:
        yield made
    words.use(None)


def made_by(journal: Journal, **answers: Any) -> dict[str, Any]:
    changes = weekly_look.keep(journal, answers=Answers(**answers))
    return {entry.heading: entry for entry in reading.entries(journal, ids=list(changes.created))}


def test_each_answer_becomes_what_it_is(journal: Journal) -> None:
    claire = entries.create(journal, draft=Contact(given_name="Claire", family_name="Dupont")).created[-1]
    made = made_by(
        journal,
        met=(Person(claire, "Claire Dupont"), Person(0, "Tom Baker")),
        met_about="Coffee at the station\nHe changes jobs",
        learned="- Pivot tables\n- Shared drafts",
        doubt="How to say no?",
        thank=(Person(claire, "Claire Dupont"), Person(0, "Nadia")),
        thank_for="the template",
        proud="The board met in three days",
        next="Book the room\nCall IMA",
        next_on=date(2026, 12, 3),
    )
    event = made["Coffee at the station"]
    assert (event.type, event.status, event.starts_at, event.all_day) == (
        "meeting", "attended", datetime(2026, 11, 27), True
    )  # fmt: skip
    assert [one.name for one in event.participants] == ["Claire Dupont", "Tom Baker"]
    assert event.notes == "He changes jobs"
    kinds = {title: made[title].type for title in ("Pivot tables", "Shared drafts", "How to say no?")}
    assert kinds == {"Pivot tables": "practice", "Shared drafts": "practice", "How to say no?": "question"}
    assert (made["The board met in three days"].type, made["How to say no?"].state) == ("win", "open")
    thanks = [made["Thank Claire Dupont"], made["Thank Nadia"]]
    assert all(one.due_at == datetime(2026, 11, 30, 9) and one.notes == "the template" for one in thanks)
    assert [one.about.title for one in thanks] == ["Claire Dupont", "Nadia"]
    assert {made[title].due_at for title in ("Book the room", "Call IMA")} == {datetime(2026, 12, 3, 9)}
    contact: Any = reading.entry(journal, entry_id=claire)
    assert contact.last_exchange == FRIDAY.date()


def test_thanks_already_said_are_an_exchange_in_which_help_was_received(journal: Journal) -> None:
    event = made_by(journal, thank=(Person(0, "Nadia"),), thank_for="the template", thanked=True)["Thanks to Nadia"]
    assert (event.type, event.status, event.help, event.notes) == ("message", "attended", "received", "the template")
    assert [one.name for one in event.participants] == ["Nadia"]


def test_no_name_is_needed_to_give_thanks_nor_words_to_have_met(journal: Journal) -> None:
    made = made_by(journal, thank_for="the flowers", met=(Person(0, "Nadia"),))
    assert "Say thank you: the flowers" in made
    [event] = page_of(journal, "event")
    assert event.title == "Nadia"


def test_all_of_it_is_one_step_also_after_a_restart(tmp_path: Path, clock: MovableClock) -> None:
    words.use("en")
    path = tmp_path / "other.db"
    with opened(path, clock) as journal:
        weekly_look.make_reminder(journal)
        before = everything(journal)
        made_by(journal, met=(Person(0, "Nadia"),), learned="A\nB", proud="C", next="D", thank=(Person(0, "Tom"),))
        after = everything(journal)
        assert weekly_look.week(journal).kept and not weekly_look.is_time(journal)
    with opened(path, clock) as journal:
        entries.undo(journal)
        assert everything(journal) == before
        assert weekly_look.is_time(journal)
        entries.redo(journal)
        assert everything(journal) == after
    words.use(None)


def test_half_done_answers_are_there_again_and_gone_once_kept(tmp_path: Path, clock: MovableClock) -> None:
    answers = Answers(learned="Pivot", thank=(Person(0, "Nadia"),), next_on=date(2026, 12, 4), thanked=True)
    path = tmp_path / "other.db"
    with opened(path, clock) as journal:
        weekly_look.keep_draft(journal, answers=answers)
    with opened(path, clock) as journal:
        assert weekly_look.draft(journal) == answers
        weekly_look.keep(journal, answers=answers)
        assert weekly_look.draft(journal) == Answers()


def test_what_is_refused_leaves_nothing_behind(journal: Journal) -> None:
    for _ in range(2):
        entries.create(journal, draft=Contact(given_name="Claire"))
    answers = Answers(learned="Pivot", thank=(Person(0, "Claire"),))
    weekly_look.keep_draft(journal, answers=answers)
    before = everything(journal)
    for wrong, problem in (
        (answers, UserFacingError),
        (Answers(), UserFacingError),
        (Answers(proud="  \n "), UserFacingError),
        (Answers(learned="x", met=(Person(99, "Nobody"),)), NotFound),
        (Answers(learned="x", thank=(Person(99, "Nobody"),)), NotFound),
        (Answers(next="x", next_on=date(9999, 1, 1)), UserFacingError),
    ):
        with pytest.raises(problem):
            weekly_look.keep(journal, answers=wrong)
    assert everything(journal) == before
    assert weekly_look.draft(journal) == answers


def test_a_megabyte_is_kept_whole(journal: Journal) -> None:
    made = made_by(journal, learned="word " * 150_000, met_about="x" * 3_000)
    learning = next(one for one in made.values() if one.kind == "learning")
    assert len(learning.title) <= 500 and learning.body.split() == ["word"] * 150_000
    assert next(one for one in made.values() if one.kind == "event").notes == "x" * 3_000


def test_the_reminder_is_made_once_and_leads_to_the_look(journal: Journal, clock: MovableClock) -> None:
    changes = weekly_look.make_reminder(journal)
    [number] = changes.created
    reminder: Any = reading.entry(journal, entry_id=number)
    assert (reminder.due_at, reminder.repeats, reminder.about) == (datetime(2026, 11, 27, 16), "FREQ=WEEKLY", None)
    assert reminder.type == SOURCE
    [line] = page_of(journal, "reminder")
    assert line.type == SOURCE
    assert not weekly_look.make_reminder(journal).created
    entries.undo(journal)
    assert not weekly_look.make_reminder(journal).created  # she took it back: it is not made again
    entries.redo(journal)
    entries.delete(journal, ids=[number])
    assert not weekly_look.make_reminder(journal).created


def test_keeping_the_week_does_its_reminder_of_that_week_alone(journal: Journal, clock: MovableClock) -> None:
    [number] = weekly_look.make_reminder(journal).created
    made_by(journal, learned="A")
    reminder: Any = reading.entry(journal, entry_id=number)
    assert reminder.due_at == datetime(2026, 12, 4, 16)
    made_by(journal, learned="B")  # once more in the same week: next week's stays
    reminder = reading.entry(journal, entry_id=number)
    assert reminder.due_at == datetime(2026, 12, 4, 16)
    clock.pass_time(days=8)
    assert [line.id for line in reminders.due(journal)] == [number]
    made_by(journal, learned="C")
    assert reminders.due(journal) == []


def test_today_invites_from_friday_on_until_it_was_kept(journal: Journal, clock: MovableClock) -> None:
    for days, expected in ((-1, False), (0, True), (2, True), (3, False)):
        clock.pass_time(days=days)
        assert today.today(journal).week_to_keep == expected
        clock.pass_time(days=-days)
    made_by(journal, learned="A")
    assert not today.today(journal).week_to_keep
    clock.pass_time(days=7)
    assert today.today(journal).week_to_keep


def test_what_the_week_held(journal: Journal) -> None:
    made_by(journal, met=(Person(0, "Nadia"), Person(0, "Tom")), learned="A", doubt="B", proud="C")
    week = weekly_look.week(journal)
    assert [one.name for one in week.met] == ["Nadia", "Tom"]
    assert sorted(line.title for line in week.learnings) == ["A", "B", "C"]
    assert (week.first, week.last, week.kept) == (date(2026, 11, 23), date(2026, 11, 29), True)


def test_an_erased_person_is_not_in_the_answers_begun(tmp_path: Path, clock: MovableClock) -> None:
    with opened(tmp_path / "journal.db", clock) as journal:
        number = entries.create(journal, draft=Contact(given_name="Zzcanary", family_name="Qqbird")).created[-1]
        person = Person(number, "Zzcanary Qqbird")
        unknown = Person(0, "Zzcanary Qqbird")
        weekly_look.keep_draft(journal, answers=Answers(met=(person,), thank=(unknown,), learned="Pivot"))
        erase(journal, number)
        assert weekly_look.draft(journal) == Answers(learned="Pivot")
    assert not any(b"canary" in file.read_bytes().lower() for file in tmp_path.iterdir())


@pytest.mark.parametrize("kept", ["", "nonsense", "[]", '{"met": 5, "learned": ["x"], "next_on": "9999-99-99"}'])
def test_settings_that_say_nothing_say_nothing(journal: Journal, kept: str) -> None:
    with journal.writing("setting") as writer:
        for key in ("draft.weekly_look", "weekly_look.kept"):
            writer.set_setting(key, kept)
    assert weekly_look.draft(journal) == Answers()
    assert weekly_look.is_time(journal)
