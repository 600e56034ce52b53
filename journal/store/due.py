"""What is due now, and the ledger of what was shown. Asked every half minute, of few rows, whatever is finished."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from journal.domain.kinds import stored_json
from journal.domain.recurrence import next_occurrence
from journal.domain.reminder import Reminder

if TYPE_CHECKING:
    from journal.store.writing import Writer

Occurrence = tuple[int, str]  # a reminder, and when it comes

# In the history of a series that is finished: for when it was done last; its time is no field that changed.
WAS_DUE = "_was_due"

# No two time zones are farther apart: a clock set back by more was wrong before, it has not only travelled.
FARTHEST_ZONES = timedelta(hours=26)

_DUE = """SELECT e.id, e.date FROM entry e WHERE e.kind = 'reminder' AND e.state = 'open'
    AND e.deleted_at IS NULL AND e.date <= :until"""
_ORDER = " ORDER BY e.date, e.id"
_NOT_SHOWN = " AND NOT EXISTS (SELECT 1 FROM reminder_shown s WHERE s.reminder_id = e.id AND s.occurrence = e.date)"


def due(sql: Any, until: str) -> list[Occurrence]:
    """The open reminders that come by `until`, the longest overdue first."""
    return list(sql.execute(_DUE + _ORDER, {"until": until}))


def count_due(sql: Any, until: str) -> int:
    return int(sql.execute(f"SELECT count(*) FROM ({_DUE})", {"until": until}).fetchone()[0])


def unshown(sql: Any, now: str) -> list[Occurrence]:
    """Those due whose present occurrence is not in the ledger."""
    return list(sql.execute(_DUE + _NOT_SHOWN + _ORDER, {"until": now}))


# --- a clock that was ahead, and is right again -------------------------------------------------------------------


def misplaced(sql: Any, now: datetime) -> list[Reminder]:
    """Open reminders that were put where they stand while the clock was ahead, as they should stand now that it is
    not: else a series done in a wrong 2036 would come again in ten years, and so would "in an hour"."""
    return list(_misplaced(sql, now)) if _dealt_with_later(sql, now) else []


def _dealt_with_later(sql: Any, now: datetime) -> list[int]:
    # CROSS JOIN keeps the order: from the few changes that lie ahead of now, usually none.
    query = """SELECT DISTINCT i.entry_id FROM change c CROSS JOIN change_item i ON i.change_id = c.id
        CROSS JOIN entry e ON e.id = i.entry_id CROSS JOIN reminder r ON r.id = e.id
        WHERE c.at > :now AND c.undone_at IS NULL AND c.label IN ('done', 'skip', 'snooze')
        AND e.deleted_at IS NULL AND e.date > :now AND (r.repeats <> '' OR r.snoozed_until IS NOT NULL)"""
    return [row[0] for row in sql.execute(query, {"now": now.isoformat(timespec="seconds")})]


def _misplaced(sql: Any, now: datetime) -> Iterator[Reminder]:
    from journal.store.reading import load

    for reminder in load(sql, _dealt_with_later(sql, now), now.isoformat(timespec="seconds")).values():
        assert isinstance(reminder, Reminder)
        query = """SELECT c.at, c.label, i.before, i.after FROM change_item i JOIN change c ON c.id = i.change_id
            WHERE i.entry_id = ? AND i.before IS NOT NULL AND c.undone_at IS NULL ORDER BY c.id DESC"""
        past = [
            (datetime.fromisoformat(at), label, json.loads(before), json.loads(after))
            for at, label, before, after in sql.execute(query, (reminder.id,))
        ]
        placed = _snooze_placed(sql, reminder, past, now) if reminder.snoozed_until else _placed(reminder, past, now)
        if placed != reminder:
            yield placed


_Past = list[tuple[datetime, str, dict[str, Any], dict[str, Any]]]


def _placed(reminder: Reminder, past: _Past, now: datetime) -> Reminder:
    """A series at the first occurrence after now that she has not dealt with."""
    dealt_with: list[datetime] = []
    for at, label, before, _ in past:
        if "due_at" not in before and "done_at" not in before:
            continue
        # Where the last word is a time that she typed, that stands.
        if at <= now or label not in ("done", "skip", "edit") or (label == "edit" and not dealt_with):
            break
        if due := before.get("due_at") or before.get(WAS_DUE):
            dealt_with.append(datetime.fromisoformat(due))
    if not (dealt_with and reminder.repeats and reminder.series_from):
        return reminder
    following = next_occurrence(reminder.repeats, reminder.series_from, max(min(dealt_with), now))
    while following in dealt_with:
        following = next_occurrence(reminder.repeats, reminder.series_from, following)
    return replace(reminder, due_at=following, done_at=None) if following else reminder


def _snooze_placed(sql: Any, reminder: Reminder, past: _Past, now: datetime) -> Reminder:
    """Put off as long as she wanted, from now; what had come by then is due, and was shown."""
    found = next(((at, label, after) for at, label, _, after in past if "snoozed_until" in after), None)
    until = reminder.snoozed_until
    if found is None or until is None or found[1] != "snooze" or found[2]["snoozed_until"] != _text(until):
        return reminder
    if found[0] <= now + FARTHEST_ZONES:
        return reminder
    this_minute = now.replace(second=0, microsecond=0)
    shown = "SELECT 1 FROM reminder_shown WHERE reminder_id = ? AND occurrence = ?"
    came = sql.execute(shown, (reminder.id, _text(until))).fetchone()
    return replace(reminder, snoozed_until=this_minute if came else this_minute + (until - found[0]))


def put_right(writer: Writer) -> None:
    """Puts what is misplaced where it belongs. Not recorded: when a series comes again follows from what she did and
    from the clock, so there is nothing of hers to take back."""
    this_minute = writer.now.replace(second=0)
    for reminder in misplaced(writer.sql, writer.now):
        writer.apply_state(reminder.id, "reminder", stored_json(reminder))
        if reminder.snoozed_until == this_minute:
            writer.mark_shown([(reminder.id, _text(this_minute))])


def _text(moment: datetime) -> str:
    from journal.store.rows import stored

    return stored(moment) or ""
