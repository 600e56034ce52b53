"""Reminders: what is due, done, put off; each occurrence shown once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta

from journal.actions import reading
from journal.domain.changes import Changes
from journal.domain.entry import About
from journal.domain.errors import InvalidEntry
from journal.domain.kinds import json_value
from journal.domain.lines import Line, Wanted
from journal.domain.recurrence import next_occurrence
from journal.domain.reminder import Reminder
from journal.store import due as store_due
from journal.store import lists
from journal.store.journal import Journal

DONE_SHOWN = 50  # of those done, the latest are listed


def due(journal: Journal) -> list[Line]:
    """Open reminders whose time has come, the longest overdue first."""
    with journal.reading() as sql:
        return lists.by_ids(journal, [entry_id for entry_id, _ in store_due.due(sql, journal.now())])


def due_today(journal: Journal, *, limit: int | None = None) -> list[Line]:
    """Open reminders that come today or are overdue, the longest overdue first; the first `limit` of them."""
    with journal.reading() as sql:
        found = store_due.due(sql, _end_of_today(journal))[:limit]
        return lists.by_ids(journal, [entry_id for entry_id, _ in found])


def count_today(journal: Journal) -> int:
    """How many `due_today` there are."""
    with journal.reading() as sql:
        return store_due.count_due(sql, _end_of_today(journal))


def _end_of_today(journal: Journal) -> str:
    return datetime.combine(journal.clock.now().date(), time.max).isoformat()


def times_to_come(journal: Journal) -> list[datetime]:
    """When reminders will fall due, the next first, and nothing else of them: for while the journal is locked."""
    query = """SELECT date FROM entry WHERE kind = 'reminder' AND state = 'open' AND deleted_at IS NULL AND date > ?
        ORDER BY date LIMIT 1000"""
    with journal.reading(everything=True) as sql:
        return [datetime.fromisoformat(text) for (text,) in sql.execute(query, (journal.now(),))]


def to_show(journal: Journal) -> list[Line]:
    """Those due that were never shown: they are in the ledger before this returns, so that none is shown twice.

    What is confidential is among them, and so marked: it is shown without a word of it."""
    with journal.reading(everything=True) as sql:
        if not store_due.unshown(sql, journal.now()) and not store_due.misplaced(sql, journal.clock.now()):
            return []
    with journal.writing("shown") as writer:
        store_due.put_right(writer)
        unshown = store_due.unshown(writer.sql, writer.stamp)
        writer.mark_shown(unshown)
    return lists.by_ids(journal, [entry_id for entry_id, _ in unshown], everything=True)


def mark_done(journal: Journal, *, entry_id: int, occurrence: str = "") -> Changes:
    """Done: a recurring one moves on to its next time after now, a single one is finished.

    `occurrence`: the moment (a line's date) that she saw when she said so. Where the reminder has gone on since, from
    another notification or another window, nothing is done, so that no occurrence is done unseen.
    """
    with journal.writing("done") as writer:
        reminder = _reminder(writer.entry(entry_id))
        if not _gone_on(reminder, occurrence):
            done = done_by(reminder, journal.clock.now())
            if done.done_at is not None:
                writer.beside[entry_id] = {store_due.WAS_DUE: json_value(reminder.due_at)}
            writer.update(done)
    return writer.changes


def _gone_on(reminder: Reminder, occurrence: str) -> bool:
    return bool(occurrence) and (reminder.done_at is not None or json_value(reminder.comes_at) != occurrence)


def done_by(reminder: Reminder, now: datetime) -> Reminder:
    """The reminder once it is done: a recurring one at its next time after now."""
    following = None
    if reminder.repeats and reminder.due_at:
        first = reminder.series_from or reminder.due_at
        following = next_occurrence(reminder.repeats, first, max(reminder.due_at, now))
        reminder = replace(reminder, series_from=first)
    if following is None:
        return replace(reminder, done_at=reminder.done_at or now, snoozed_until=None)
    return replace(reminder, due_at=following, snoozed_until=None)


def skip(journal: Journal, *, entry_id: int) -> Changes:
    """This once is passed over: a recurring one moves on to its next time after now, undone. Raises InvalidEntry for
    one that does not repeat, or has no next time."""
    with journal.writing("skip") as writer:
        reminder = _series(writer.entry(entry_id))
        first, due = reminder.series_from or reminder.due_at, reminder.due_at
        assert first and due
        following = next_occurrence(reminder.repeats, first, max(due, journal.clock.now()))
        if following is None:
            raise InvalidEntry("series_is_over", "repeats")
        writer.update(replace(reminder, series_from=first, due_at=following, snoozed_until=None))
    return writer.changes


def stop(journal: Journal, *, entry_id: int) -> Changes:
    """The series ends here; it keeps its rhythm, and goes on where it is opened again."""
    with journal.writing("stop") as writer:
        reminder = _series(writer.entry(entry_id))
        writer.update(replace(reminder, done_at=reminder.done_at or journal.clock.now(), snoozed_until=None))
    return writer.changes


def move_series(journal: Journal, *, entry_id: int) -> Changes:
    """What was moved this once is moved for all to come."""
    with journal.writing("move_series") as writer:
        writer.update(_series(writer.entry(entry_id)).whole_series_moved())
    return writer.changes


def log(journal: Journal, *, entry_id: int, limit: int = 100) -> list[tuple[datetime, datetime | None]]:
    """When a reminder was done, the latest first: (when, the time it was due). Taken from its history, so that what
    is undone is not in it."""
    with journal.reading() as sql:
        query = """SELECT c.at, i.before, i.after FROM change_item i JOIN change c ON c.id = i.change_id
            WHERE i.entry_id = ? AND c.label = 'done' AND c.undone_at IS NULL AND i.before IS NOT NULL
            ORDER BY c.id DESC LIMIT ?"""
        rows = sql.execute(query, (entry_id, limit)).fetchall()
        present = sql.execute("SELECT due_at FROM reminder WHERE id = ?", (entry_id,)).fetchone()
    found = []
    for at, before, _ in rows:
        was = json.loads(before)
        due = was.get("due_at") or was.get(store_due.WAS_DUE) or (present[0] if present else None)
        found.append((datetime.fromisoformat(at), datetime.fromisoformat(due) if due else None))
    return found


def reopen(journal: Journal, *, entry_id: int) -> Changes:
    """Takes "done" back."""
    with journal.writing("edit") as writer:
        writer.update(replace(_reminder(writer.entry(entry_id)), done_at=None))
    return writer.changes


def snooze(journal: Journal, *, entry_id: int, until: datetime, occurrence: str = "") -> Changes:
    """Puts a reminder off; `occurrence` as in `mark_done`. Raises InvalidEntry where `until` is already past."""
    if until <= journal.clock.now():
        raise InvalidEntry("snooze_into_past", "snoozed_until", value=until.isoformat(" ", "minutes"))
    with journal.writing("snooze") as writer:
        reminder = _reminder(writer.entry(entry_id))
        if not _gone_on(reminder, occurrence):
            reminder = replace(reminder, snoozed_until=until, done_at=None)
            writer.update(reminder)
            writer.show_again(reminder)
    return writer.changes


def _reminder(entry: object) -> Reminder:
    if not isinstance(entry, Reminder):
        raise InvalidEntry("not_a_reminder", "title")
    return entry


def _series(entry: object) -> Reminder:
    reminder = _reminder(entry)
    if not reminder.repeats or reminder.due_at is None:
        raise InvalidEntry("not_a_series", "repeats")
    return reminder


def remind_about(
    journal: Journal,
    *,
    entry_id: int,
    title: str,
    due_at: datetime | None = None,
    days_before: int | None = None,
) -> Changes:
    """A reminder about another entry: at a time, or so many days before its date, whatever becomes of that."""
    with journal.writing("remind") as writer:
        subject = writer.entry(entry_id)
        about = About(subject.kind, subject.id)
        writer.create_many([Reminder(title=title, due_at=due_at, about=about, days_before=days_before)])
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
