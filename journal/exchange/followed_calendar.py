"""A followed calendar: its events with the rules by which they come again, and the times these give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.exchange import icalendar
from journal.exchange.calendar_series import times
from journal.exchange.proposals import Proposed, Repeats

MOST_EVENTS = 5000
MOST_OCCURRENCES = 60  # of one series shown at a time


@dataclass(frozen=True, slots=True)
class Series:
    """One event as its calendar says it. `occurrence` names which day of the series `uid` it is instead of (YYYYMMDD,
    "" for the series itself or a single event); `key` is what bringing in the same file would call it."""

    uid: str
    occurrence: str
    event: Event
    key: str
    source: str
    rule: str = ""
    left_out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def read(data: bytes) -> list[Series]:
    """The events of a calendar file; tasks, journals and what cannot be read are passed over."""
    found: dict[tuple[str, str], tuple[tuple[int, str], Series]] = {}
    for record in icalendar.read(data, ""):
        if not isinstance(record, Proposed) or not isinstance(record.entry, Event) or record.entry.starts_at is None:
            continue
        series = _series(record, record.entry)
        older = found.get((series.uid, series.occurrence))
        if older is None or record.revision >= older[0]:
            found[series.uid, series.occurrence] = (record.revision, series)
        if len(found) >= MOST_EVENTS:
            break
    return [series for _, series in found.values()]


def _series(record: Proposed, event: Event) -> Series:
    if uid := record.instance_of:
        return Series(uid, record.key[len(uid) + 1 :][:8], event, record.key, record.source)
    repeats = record.repeats or Repeats()
    return Series(record.key, "", event, record.key, record.source, repeats.rule, repeats.left_out, repeats.added)


def occurrences(series: Series, after: datetime, until: datetime) -> tuple[list[Event], bool]:
    """(the event at each of its times from `after` to `until`, at most MOST_OCCURRENCES; whether there are more). A
    rule that nobody understands, or that comes more often than daily, gives its first time alone."""
    repeats = Repeats(series.rule, series.left_out, series.added)
    try:
        found = list(islice(times(series.event, repeats, after, until), MOST_OCCURRENCES + 1))
    except InvalidEntry:
        found = list(times(series.event, Repeats("", series.left_out, series.added), after, until))
    return found[:MOST_OCCURRENCES], len(found) > MOST_OCCURRENCES


def key_at(series: Series, start: datetime) -> str:
    """What bringing the same calendar in would call this time of it."""
    first = series.event.starts_at
    repeats = series.rule or series.added
    return icalendar.instance_key(series.key, start) if repeats and start != first else series.key
