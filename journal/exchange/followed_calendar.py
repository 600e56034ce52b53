"""A followed calendar: its events with the rules by which they come again, which bringing in leaves untouched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.recurrence import next_occurrence
from journal.exchange import icalendar
from journal.exchange.calendar_lines import Component, components
from journal.exchange.calendar_moments import Zones
from journal.exchange.proposals import Proposed
from journal.exchange.time_zones import iana

MOST_EVENTS = 5000
MOST_DATES = 500  # EXDATE and RDATE of one series
MOST_OCCURRENCES = 60  # of one series shown at a time
_UTC_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6})Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Series:
    """One event as its calendar says it. `occurrence` names which one of the series `uid` it is instead of (local ISO
    time, "" for the series itself or a single event); `key` is what bringing in the same file would call it."""

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
    zones: dict[int, Zones] = {}
    for component, record in zip(components(data), icalendar.read(data, ""), strict=False):
        if not isinstance(record, Proposed) or not isinstance(record.entry, Event) or record.entry.starts_at is None:
            continue
        calendar = zones.setdefault(id(component.calendar), Zones(component.calendar))
        series = _series(component, calendar, record, record.entry)
        older = found.get((series.uid, series.occurrence))
        if older is None or record.revision >= older[0]:
            found[series.uid, series.occurrence] = (record.revision, series)
        if len(found) >= MOST_EVENTS:
            break
    return [series for _, series in found.values()]


def _series(component: Component, zones: Zones, record: Proposed, event: Event) -> Series:
    instance = _dates(component, zones, "RECURRENCE-ID", event.timezone)
    plain = Series(record.key, "", event, record.key, record.source)
    if instance:
        return replace(plain, uid=record.key.rpartition("/")[0] or record.key, occurrence=instance[0])
    rule = component.first("RRULE").strip()
    if not rule and not component.first("RDATE"):
        return plain
    notes = "\n".join(line for line in event.notes.split("\n") if not line.startswith(("RRULE:", "RDATE:")))
    return replace(
        plain,
        event=replace(event, notes=notes.strip()),
        rule=_rule(rule, event),
        left_out=_dates(component, zones, "EXDATE", event.timezone),
        added=_dates(component, zones, "RDATE", event.timezone),
    )


def _dates(component: Component, zones: Zones, name: str, zone: str) -> tuple[str, ...]:
    found: list[str] = []
    for parameters, value in component.values.get(name, ())[:MOST_DATES]:
        for part in value.split(",")[:MOST_DATES]:
            try:
                found.append(zones.moment((parameters, part.strip())).seen_in(zone).isoformat(timespec="minutes"))
            except (ValueError, OverflowError):
                continue
            if len(found) >= MOST_DATES:
                return tuple(found)
    return tuple(found)


def _rule(rule: str, event: Event) -> str:
    """The rule in wall time of the event; a monthly one from the 31st skips short months, as calendars do."""
    zone, start = iana(event.timezone), event.starts_at
    assert start is not None
    until = _UTC_UNTIL.search(rule)
    if until and zone:
        try:
            seen = Zones(None).moment(("", until[1] + "Z")).seen_in(zone)
            rule = rule.replace(until[0], seen.strftime("UNTIL=%Y%m%dT%H%M%S"))
        except (ValueError, OverflowError):
            pass
    rule = rule.upper().rstrip(";")
    if start.day > 28 and ";BY" not in rule:
        if "FREQ=MONTHLY" in rule:
            rule += f";BYMONTHDAY={start.day}"
        elif "FREQ=YEARLY" in rule:
            rule += f";BYMONTH={start.month};BYMONTHDAY={start.day}"
    return rule


def occurrences(series: Series, after: datetime, until: datetime) -> Iterator[Event]:
    """The times of a series from `after` to `until`, in no order, at most MOST_OCCURRENCES; a rule that nobody
    understands, or that comes more often than daily, gives its first time alone."""
    first = series.event.starts_at
    assert first is not None
    starts = {first, *(datetime.fromisoformat(one) for one in series.added)}
    before = after - timedelta(seconds=1)
    for _ in range(MOST_OCCURRENCES) if series.rule else ():
        try:
            following = next_occurrence(series.rule, first, max(before, first))
        except InvalidEntry:
            break
        if following is None or following > until:
            break
        starts.add(following)
        before = following
    for start in starts:
        if after <= start <= until and start.isoformat(timespec="minutes") not in series.left_out:
            last = series.event.ends_at
            yield replace(series.event, starts_at=start, ends_at=last and start + (last - first))
