"""Reminders: what is due, done, put off; each occurrence shown once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from journal.actions import reading
from journal.domain.changes import Changes
from journal.domain.entry import About
from journal.domain.errors import InvalidEntry
from journal.domain.lines import Line, Wanted
from journal.domain.recurrence import next_occurrence
from journal.domain.reminder import Reminder
from journal.store import lists
from journal.store.journal import Journal

DONE_SHOWN = 50  # of those done, the latest are listed


def due(journal: Journal) -> list[Line]:
    """Open reminders whose time has come, the longest overdue first."""
    with journal.reading() as sql:
        return lists.by_ids(journal, [entry_id for entry_id, _ in _due(sql, journal.now())])


def due_today(journal: Journal) -> list[Line]:
    """Open reminders that come today or are overdue, the longest overdue first."""
    end = datetime.combine(journal.clock.now().date(), time.max).isoformat()
    with journal.reading() as sql:
        return lists.by_ids(journal, [entry_id for entry_id, _ in _due(sql, end)])


def _due(sql: Any, now: str) -> list[tuple[int, str]]:
    query = """SELECT id, date FROM entry WHERE kind = 'reminder' AND state = 'open' AND deleted_at IS NULL
        AND date <= ? ORDER BY date, id"""
    return list(sql.execute(query, (now,)))


def to_show(journal: Journal) -> list[Line]:
    """Those due that were never shown: they are in the ledger before this returns, so that none is shown twice."""
    with journal.reading() as sql:
        if not _unshown(sql, journal.now()):
            return []
    with journal.writing("shown") as writer:
        unshown = _unshown(writer.sql, journal.now())
        writer.mark_shown(unshown)
    return lists.by_ids(journal, [entry_id for entry_id, _ in unshown])


def _unshown(sql: Any, now: str) -> list[tuple[int, str]]:
    shown = "SELECT 1 FROM reminder_shown WHERE reminder_id = ? AND occurrence = ?"
    return [occurrence for occurrence in _due(sql, now) if sql.execute(shown, occurrence).fetchone() is None]


def mark_done(journal: Journal, *, entry_id: int) -> Changes:
    """Done: a recurring one moves on to its next time after now, a single one is finished."""
    with journal.writing("done") as writer:
        reminder = _reminder(writer.entry(entry_id))
        now = journal.clock.now()
        following = None
        if reminder.repeats and reminder.due_at:
            first = reminder.series_from or reminder.due_at
            following = next_occurrence(reminder.repeats, first, max(reminder.due_at, now))
            reminder = replace(reminder, series_from=first)
        if following is None:
            reminder = replace(reminder, done_at=reminder.done_at or now, snoozed_until=None)
        else:
            reminder = replace(reminder, due_at=following, snoozed_until=None)
        writer.update(reminder)
    return writer.changes


def reopen(journal: Journal, *, entry_id: int) -> Changes:
    """Takes "done" back."""
    with journal.writing("edit") as writer:
        writer.update(replace(_reminder(writer.entry(entry_id)), done_at=None))
    return writer.changes


def snooze(journal: Journal, *, entry_id: int, until: datetime) -> Changes:
    """Puts a reminder off. Raises InvalidEntry where `until` is already past."""
    if until <= journal.clock.now():
        raise InvalidEntry("snooze_into_past", "snoozed_until", value=until.isoformat(" ", "minutes"))
    with journal.writing("snooze") as writer:
        writer.update(replace(_reminder(writer.entry(entry_id)), snoozed_until=until, done_at=None))
    return writer.changes


def _reminder(entry: object) -> Reminder:
    if not isinstance(entry, Reminder):
        raise InvalidEntry("not_a_reminder", "title")
    return entry


def remind_about(journal: Journal, *, entry_id: int, title: str, due_at: datetime) -> Changes:
    """A reminder about another entry."""
    with journal.writing("remind") as writer:
        subject = writer.entry(entry_id)
        writer.create_many([Reminder(title=title, due_at=due_at, about=About(subject.kind, subject.id))])
    return writer.changes


def groups(journal: Journal) -> dict[str, list[Line]]:
    """All open reminders under "overdue", "today", "week" (the next seven days), "later"; the latest done ones."""
    now = journal.clock.now()
    today = now.date().isoformat()
    tomorrow = (now.date() + timedelta(days=1)).isoformat()
    week = (now.date() + timedelta(days=8)).isoformat()
    grouped: dict[str, list[Line]] = {"overdue": [], "today": [], "week": [], "later": []}
    for line in reading.page(journal, kind="reminder", wanted=Wanted(states=("open",)), limit=10_000):
        name = "overdue" if line.date < today else "today" if line.date < tomorrow else "week"
        grouped[name if line.date < week else "later"].append(line)
    done = Wanted(states=("done",), sort="date", descending=True)
    grouped["done"] = reading.page(journal, kind="reminder", wanted=done, limit=DONE_SHOWN)
    return grouped
