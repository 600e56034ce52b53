"""One learning a day, the same all day whatever she does in it; her answer says when it comes again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from journal.actions import entries, reading, rereading
from journal.actions.sample_journal import make_sample
from journal.domain.errors import InvalidEntry, NotFound
from journal.domain.learning import Learning
from journal.store.journal import Journal
from tests.journals import NOW, MovableClock, opened

TODAY = NOW.date()
OLD = TODAY - timedelta(days=100)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def journal(tmp_path: Path, clock: MovableClock) -> Iterator[Journal]:
    with opened(tmp_path / "journal.db", clock) as made:
        yield made


def make(journal: Journal, title: str, **fields: Any) -> int:
    draft = Learning(**{"title": title, "type": "tip", "learned_on": OLD, **fields})
    return entries.create(journal, draft=draft).created[-1]


def shown(journal: Journal) -> tuple[int, bool] | None:
    found = rereading.of_the_day(journal)
    return (found.line.id, found.answered) if found else None


def test_it_stays_all_day_whatever_is_noted_meanwhile(journal: Journal, clock: MovableClock) -> None:
    for number in range(20):
        make(journal, f"L{number}")
    assert shown(journal) == (1, False)  # all were noted today: the first
    days = set()
    for _ in range(30):
        clock.pass_time(days=1)
        first = shown(journal)
        assert first is not None
        days.add(first[0])
        for hour in range(8):
            clock.pass_time(hours=1)
            make(journal, f"More {hour}")
            assert shown(journal) == first
        clock.pass_time(hours=-8)
    assert len(days) > 5


def test_an_answer_is_the_end_of_it_for_today_and_can_be_undone(journal: Journal, clock: MovableClock) -> None:
    for number in range(5):
        make(journal, f"L{number}")
    clock.pass_time(days=1)
    first = shown(journal)
    assert first is not None and not first[1]
    rereading.answer(journal, entry_id=first[0], answer="read")
    assert shown(journal) == (first[0], True)
    clock.pass_time(hours=6)
    assert shown(journal) == (first[0], True)
    entries.undo(journal)
    assert shown(journal) == first
    rereading.answer(journal, entry_id=first[0], answer="not_now")
    assert shown(journal) == (first[0], True)
    clock.pass_time(days=1)
    following = shown(journal)
    assert following is not None and following[0] != first[0]


def test_answers_tell_when_it_comes_again_and_applied_is_applied(journal: Journal, clock: MovableClock) -> None:
    number = make(journal, "Minutes")
    for answer, gap, times, state in (
        ("read", 30, 1, "to_apply"),
        ("not_now", 7, 1, "to_apply"),
        ("applied", 180, 2, "applied"),
        ("read", 360, 3, "applied"),
    ):
        clock.pass_time(days=1)
        today = clock.now().date()
        rereading.answer(journal, entry_id=number, answer=answer)
        learning: Any = reading.entry(journal, entry_id=number)
        assert (learning.read_on, learning.times_read, learning.state) == (today, times, state)
        assert learning.read_again_on == today + timedelta(days=gap)
        for ahead, seen in ((1, None), (gap - 1, None), (gap, (number, False))):
            clock.pass_time(days=ahead)
            assert shown(journal) == seen
            clock.pass_time(days=-ahead)


def test_in_a_whole_year_of_reading_new_ones_come_and_known_ones_come_again(
    journal: Journal, clock: MovableClock
) -> None:
    ids = [make(journal, f"L{number}") for number in range(40)]
    seen: dict[int, list[date]] = {}
    for _ in range(365):
        clock.pass_time(days=1)
        today = clock.now().date()
        found = shown(journal)
        if found:
            seen.setdefault(found[0], []).append(today)
            rereading.answer(journal, entry_id=found[0], answer="read")
    assert set(seen) == set(ids)
    for days in seen.values():
        gaps = [(after - before).days for before, after in pairwise(days)]
        assert all(gap >= least for gap, least in zip(gaps, (30, 90, 180, 365), strict=False))


def test_what_is_not_to_be_read_again(journal: Journal, clock: MovableClock) -> None:
    make(journal, "Doubt", type="question")
    make(journal, "Proud", type="win")
    make(journal, "Secret", confidential=True)
    make(journal, "Young", learned_on=TODAY - timedelta(days=5))
    make(journal, "Undated", learned_on=None)
    entries.delete(journal, ids=[make(journal, "Gone")])
    clock.pass_time(days=1)
    assert shown(journal) is None


def test_answers_about_what_is_not_there(journal: Journal) -> None:
    number, gone = make(journal, "Minutes"), make(journal, "Gone")
    entries.delete(journal, ids=[gone])
    for wrong, answer, problem in (
        (999, "read", NotFound),
        (gone, "read", InvalidEntry),
        (number, "sometimes", InvalidEntry),
    ):
        with pytest.raises(problem):
            rereading.answer(journal, entry_id=wrong, answer=answer)


def test_whatever_number_is_drawn_in_a_large_journal(journal: Journal, clock: MovableClock) -> None:
    make_sample(journal, entries=300)
    day = clock.now().date() + timedelta(days=1)
    chosen = [rereading.of_the_day(journal, day + timedelta(days=ahead)) for ahead in range(60)]
    assert all(one is not None and one.line.kind == "learning" and not one.line.confidential for one in chosen)
    assert len({one.line.id for one in chosen if one is not None}) > 5
