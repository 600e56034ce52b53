"""What is to come, for a calendar that other programs follow: planned events, and open reminders as short events with
an alarm, because Outlook and Google pass over tasks. Those programs know RFC 5545 to the letter and nothing of what is
put off or moved once, so a series is said in their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journal.domain.entry import Entry
from journal.domain.recurrence import next_occurrence, standard_rule
from journal.domain.reminder import Reminder
from journal.exchange import calendar_writing


def write(entries: Iterable[Entry]) -> bytes:
    """The calendar; the same entries give the same bytes."""
    planned = (part for entry in entries for part in _parts(entry))
    return calendar_writing.write(planned, reminders_as_events=True)


def _parts(entry: Entry) -> Iterator[Entry]:
    if not isinstance(entry, Reminder):
        yield entry
        return
    single = replace(entry, due_at=entry.comes_at, snoozed_until=None, repeats="", series_from=None)
    if not entry.repeats or entry.due_at is None:
        yield single
        return
    first = entry.series_from or entry.due_at
    begins = entry.due_at
    if entry.snoozed_until or entry.is_moved():
        yield replace(single, uid=f"{entry.uid}-now")  # this once; the series goes on after it
        following = next_occurrence(entry.repeats, first, entry.due_at)
        if following is None:
            return
        begins = following
    rule = standard_rule(entry.repeats, first, begins)
    yield replace(entry, due_at=begins, snoozed_until=None, repeats=rule, series_from=None)
