"""How an event of a calendar comes again: its rule and dates in the event's own wall time, and the times they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from journal.domain.event import Event
from journal.domain.recurrence import LONGEST_SERIES, is_rule, occurrences
from journal.exchange.calendar_lines import Component
from journal.exchange.calendar_moments import Zones
from journal.exchange.proposals import Repeats
from journal.exchange.time_zones import iana

MOST_DATES = 500  # EXDATE and RDATE of one series
_UTC_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6})Z", re.IGNORECASE)
_COUNT = re.compile(r";?COUNT=(\d{1,20})(?!\d)")
_MIDNIGHT = "T00:00"


def dates_of(component: Component, zones: Zones, name: str, zone: str) -> tuple[str, ...]:
    """The moments of a property (EXDATE, RDATE, RECURRENCE-ID) as local ISO time in the event's zone."""
    found: list[str] = []
    for parameters, value in component.values.get(name, ())[:MOST_DATES]:
        for part in value.split(",")[:MOST_DATES]:
            begins = part.partition("/")[0].strip()  # of a period its start
            try:
                found.append(zones.moment((parameters, begins)).seen_in(zone).isoformat(timespec="minutes"))
            except (ValueError, OverflowError):
                continue  # a date that is none takes nothing out of the series
            if len(found) >= MOST_DATES:
                return tuple(found)
    return tuple(found)


def rule_of(rule: str, event: Event) -> str:
    """The rule in wall time of the event; a monthly one from the 31st skips short months, as calendars do."""
    zone, start = iana(event.timezone), event.starts_at
    if start is None or not rule:
        return ""
    until = _UTC_UNTIL.search(rule)
    if until and zone:
        try:
            seen = Zones(None).moment(("", until[1] + "Z")).seen_in(zone)
            rule = rule.replace(until[0], seen.strftime("UNTIL=%Y%m%dT%H%M%S"))
        except (ValueError, OverflowError):
            pass  # an end that is no time: the rule is judged with it as it stands
    rule = rule.upper().removeprefix("RRULE:").strip().rstrip(";")
    count = _COUNT.search(rule)
    if count and int(count[1]) > LONGEST_SERIES:  # as good as without end
        rule = rule.replace(count[0], "").lstrip(";")
    if start.day > 28 and ";BY" not in rule:
        if "FREQ=MONTHLY" in rule:
            rule += f";BYMONTHDAY={start.day}"
        elif "FREQ=YEARLY" in rule:
            rule += f";BYMONTH={start.month};BYMONTHDAY={start.day}"
    return rule


def can_be_followed(repeats: Repeats) -> bool:
    """Whether the rule is one, and comes at most once a day."""
    return not repeats.rule or is_rule(repeats.rule)


def times(event: Event, repeats: Repeats, after: datetime, until: datetime) -> Iterator[Event]:
    """The event at each of its times from `after` to `until`, in no order, those left out skipped. Raises InvalidEntry
    where the rule is none; a rule that comes for ever is the caller's to bound."""
    first = event.starts_at
    assert first is not None
    left_out = set(repeats.left_out)
    seen: set[datetime] = set()
    added = (first, *(datetime.fromisoformat(one) for one in repeats.added))
    for part in (added, occurrences(repeats.rule, first, after, until) if repeats.rule else ()):
        for start in part:
            told = start.isoformat(timespec="minutes")
            # Some programs leave a whole day out of a series that comes at an hour.
            gone = told in left_out or f"{told[:10]}{_MIDNIGHT}" in left_out
            if gone or start in seen or not after <= start <= until:
                continue
            seen.add(start)
            yield at_time(event, start)


def at_time(event: Event, start: datetime) -> Event:
    """The event at another of its times, without the lines that tell its rule."""
    first, last = event.starts_at, event.ends_at
    assert first is not None
    notes = "\n".join(line for line in event.notes.split("\n") if not line.startswith(("RRULE:", "RDATE:"))).strip()
    return replace(event, starts_at=start, ends_at=last and start + (last - first), notes=notes)
