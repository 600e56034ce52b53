"""A week in five minutes: what the week held, the answers kept as real entries in one step, and its own reminder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from journal.actions import reading
from journal.actions.reminders import done_by
from journal.domain.capture.time_words import MORNING
from journal.domain.changes import NOTHING_CHANGED, Changes
from journal.domain.entry import LONGEST_LINE, About, Entry, Person, one_line
from journal.domain.errors import UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Line, Wanted
from journal.domain.reminder import Reminder
from journal.domain.weekly_look import (
    FRIDAY,
    SOURCE,
    Answers,
    first_reminder,
    from_json,
    lines_of,
    next_monday,
    next_working_day,
    to_json,
    week_of,
)
from journal.store.journal import Journal
from journal.system.words import say

if TYPE_CHECKING:
    from journal.store.writing import Writer

DRAFT = "draft.weekly_look"
_KEPT = "weekly_look.kept"  # the day of the last look
_REMINDER = "weekly_look.reminder"  # "yes" once its reminder was made: it is made once


@dataclass(frozen=True, slots=True)
class Week:
    """What is in the journal of this week, and what she began to answer. `met`: whom, in the order of the events."""

    first: date
    last: date
    met: tuple[Person, ...]
    events: list[Line]
    learnings: list[Line]
    kept_on: date | None
    answers: Answers

    @property
    def kept(self) -> bool:
        return self.kept_on is not None and self.kept_on >= self.first


def week(journal: Journal) -> Week:
    now = journal.clock.now()
    first, last = week_of(now.date())
    with journal.reading():
        seen = Wanted(states=("attended",), since=first, until=now.date(), sort="date")
        events = reading.page(journal, kind="event", wanted=seen)
        noted = Wanted(since=first, until=last, sort="date")
        learnings = reading.page(journal, kind="learning", wanted=noted)
        whole = reading.entries(journal, ids=[line.id for line in events])
        people = {one.id: one for event in whole if isinstance(event, Event) for one in event.participants}
        return Week(first, last, tuple(people.values()), events, learnings, kept_on(journal), draft(journal))


def kept_on(journal: Journal) -> date | None:
    try:
        return date.fromisoformat(journal.setting(_KEPT))
    except ValueError:
        return None


def is_time(journal: Journal) -> bool:
    """Whether Today invites to the look: from Friday on, until it was kept this week."""
    today = journal.clock.now().date()
    last = kept_on(journal)
    return today.weekday() >= FRIDAY and (last is None or last < week_of(today)[0])


# --- half-done answers --------------------------------------------------------------------------------------------


def draft(journal: Journal) -> Answers:
    try:
        return from_json(json.loads(journal.setting(DRAFT) or "{}"))
    except ValueError:
        return Answers()


def keep_draft(journal: Journal, *, answers: Answers) -> None:
    """Keeps what she has typed so far; nothing of it is an entry yet."""
    reading.set_setting(journal, DRAFT, "" if answers.empty else json.dumps(to_json(answers), ensure_ascii=False))


# --- answers become entries ---------------------------------------------------------------------------------------


def keep(journal: Journal, *, answers: Answers) -> Changes:
    """Makes of the answers an event, learnings, thanks and reminders, as one change; the look's own reminder goes on
    to next week. Raises UserFacingError("nothing_to_keep") where nothing was answered."""
    if answers.empty:
        raise UserFacingError("nothing_to_keep")
    now = journal.clock.now().replace(second=0, microsecond=0)
    with journal.writing("weekly_look") as writer:
        thank = [_numbered(writer, one) for one in answers.thank]
        drafts = [
            *_met(answers, now),
            *_learnings(answers, now.date()),
            *_thanks(answers, thank, now),
            *_next(answers, now.date()),
        ]
        writer.create_many(drafts)
        _move_reminder_on(writer, now)
        writer.change_setting(_KEPT, now.date().isoformat())
        writer.set_setting(DRAFT, "")
    return writer.changes


def _titled(text: str) -> tuple[str, str]:
    """(title, the whole text where it is longer than a title may be)."""
    line = one_line(text)
    return (line, "") if len(line) <= LONGEST_LINE else (line[: LONGEST_LINE - 1] + "…", text)


def _met(answers: Answers, now: datetime) -> list[Entry]:
    lines = lines_of(answers.met_about)
    if not lines and not answers.met:
        return []
    title, whole = _titled(lines[0] if lines else ", ".join(one.name for one in answers.met))
    notes = "\n".join([*([whole] if whole else []), *lines[1:]])
    day = datetime.combine(now.date(), datetime.min.time())
    return [
        Event(
            title=title,
            type="meeting",
            starts_at=day,
            all_day=True,
            status="attended",
            participants=answers.met,
            notes=notes,
        )
    ]


def _learnings(answers: Answers, today: date) -> list[Entry]:
    found: list[Entry] = []
    for kind, text in (("practice", answers.learned), ("question", answers.doubt), ("win", answers.proud)):
        for line in lines_of(text):
            title, body = _titled(line)
            found.append(Learning(title=title, type=kind, learned_on=today, body=body))
    return found


def _numbered(writer: Writer, person: Person) -> Person:
    """The contact of that name, made where there is none: a reminder about somebody needs a number."""
    from journal.store.naming import contact_named

    if person.id:
        return person
    known = writer.contacts_named(person.name)
    if len(known) > 1:
        raise UserFacingError("ambiguous_name", name=person.name[:60], ids=", ".join(map(str, known)))
    return Person(known[0] if known else writer.create_many([contact_named(person.name)])[-1], person.name)


def _thanks(answers: Answers, people: list[Person], now: datetime) -> list[Entry]:
    """Given already: a message of today in which help was received; else a reminder for the next working day."""
    why, due = one_line(answers.thank_for), datetime.combine(next_working_day(now.date()), MORNING)
    if not people:
        title, notes = _titled(say("weekly.thank_for", why=why))
        return [Reminder(title=title, due_at=due, notes=notes)] if why else []
    if answers.thanked:
        names = ", ".join(one.name for one in people)
        title, _ = _titled(say("weekly.thanked", name=names))
        return [
            Event(
                title=title,
                type="message",
                starts_at=now,
                status="attended",
                participants=tuple(people),
                help="received",
                notes=answers.thank_for,
            )
        ]
    return [
        Reminder(
            title=_titled(say("weekly.thank", name=one.name))[0],
            due_at=due,
            about=About("contact", one.id),
            notes=answers.thank_for,
        )
        for one in people
    ]


def _next(answers: Answers, today: date) -> list[Entry]:
    due = datetime.combine(answers.next_on or next_monday(today), MORNING)
    return [Reminder(title=title, due_at=due, notes=notes) for title, notes in map(_titled, lines_of(answers.next))]


# --- its own reminder ---------------------------------------------------------------------------------------------


def make_reminder(journal: Journal) -> Changes:
    """The weekly reminder of the look, made once and never again: it is hers to move or delete."""
    if journal.setting(_REMINDER):
        return NOTHING_CHANGED
    reminder = Reminder(
        title=say("weekly.title"), due_at=first_reminder(journal.clock.now()), repeats="FREQ=WEEKLY", source=SOURCE
    )
    with journal.writing("create") as writer:
        writer.set_setting(_REMINDER, "yes")  # stays, where she takes the reminder itself back
        writer.create_many([reminder])
    return writer.changes


def _move_reminder_on(writer: Writer, now: datetime) -> None:
    """That of this week is done, though it may not have come yet."""
    query = """SELECT id FROM entry WHERE kind = 'reminder' AND source = ? AND state = 'open' AND deleted_at IS NULL
        AND date < ?"""
    end = (week_of(now.date())[1] + timedelta(days=1)).isoformat()
    for (number,) in writer.sql.execute(query, (SOURCE, end)).fetchall():
        reminder = writer.entry(number)
        if isinstance(reminder, Reminder):
            writer.update(done_by(reminder, now))
