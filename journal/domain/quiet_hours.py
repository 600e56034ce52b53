"""The hours in which nothing is shown by itself: what falls due in them waits for their end."""

from __future__ import annotations

import re
from datetime import datetime, time

_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
SATURDAY = 5


def read_hours(text: str) -> tuple[time, time] | None:
    """(from, until) of "20:00-07:30", local time; None for any other text, and for hours that end as they begin."""
    found = _HOURS.fullmatch(text)
    if found is None:
        return None
    begin, end = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
    return (begin, end) if begin != end else None


def hours_text(begin: time | None, end: time | None) -> str:
    """What `read_hours` reads; "" for none."""
    return "" if begin is None or end is None else f"{begin:%H:%M}-{end:%H:%M}"


def is_quiet(now: datetime, hours: str, weekends: bool) -> bool:
    """Whether `now` is within `hours` ("" for none; they may pass midnight) or, with `weekends`, on a Saturday or
    Sunday."""
    if weekends and now.weekday() >= SATURDAY:
        return True
    found = read_hours(hours)
    if found is None:
        return False
    begin, end = found
    return begin <= now.time() < end if begin < end else not end <= now.time() < begin
