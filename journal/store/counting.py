"""Reminders that are counted from another entry's date: so many days before an event, or before a renewal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from journal.domain.capture.time_words import MORNING
from journal.domain.entry import Entry
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.network import Network
from journal.domain.reminder import Reminder


def counted(sql: Any, entry: Entry) -> Entry:
    """With the due time that follows from its subject; anything else comes back as it is.

    Where there is no date to count from, a due time stays and is her own from now on; raises
    InvalidEntry("nothing_to_count_from") where there is none.
    """
    if not isinstance(entry, Reminder) or entry.days_before is None:
        return entry
    row = sql.execute("SELECT kind, date FROM entry WHERE id = ?", (entry.about.id if entry.about else 0,)).fetchone()
    if row is None or row[0] not in ("event", "network") or not row[1]:
        if entry.due_at is None:
            raise InvalidEntry("nothing_to_count_from", "days_before")
        return replace(entry, days_before=None)
    return replace(entry, due_at=_due(entry, date.fromisoformat(row[1][:10])))


def _due(reminder: Reminder, day: date) -> datetime:
    at: time = reminder.due_at.time() if reminder.due_at else MORNING
    return datetime.combine(day - timedelta(days=reminder.days_before or 0), at)


def moved_with(sql: Any, changed: Sequence[tuple[Entry, Entry]]) -> list[int]:
    """The reminders that are counted from entries whose date is another now; `changed`: (before, after) each."""
    moved = [new.id for old, new in changed if _date(old) != _date(new) and _date(new)]
    if not moved:
        return []
    marks = ",".join("?" * len(moved))
    query = f"SELECT id FROM reminder WHERE days_before IS NOT NULL AND about_id IN ({marks})"
    return [row[0] for row in sql.execute(query, moved)]


def following(reminder: Entry, sql: Any) -> Entry:
    """A reminder whose subject has another date; a renewal that lies ahead again is to be done again."""
    new = counted(sql, reminder)
    assert isinstance(reminder, Reminder) and isinstance(new, Reminder)
    if new.due_at == reminder.due_at:
        return reminder
    again = new.about is not None and new.about.kind == "network" and new.due_at and reminder.due_at
    done = None if again and new.due_at > reminder.due_at else reminder.done_at  # type: ignore[operator]
    return replace(new, snoozed_until=None, done_at=done)


def _date(entry: Entry) -> object:
    if isinstance(entry, Event):
        return entry.starts_at
    return entry.renews_on if isinstance(entry, Network) else None
