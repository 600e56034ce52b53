"""When a recurring reminder comes again: RFC 5545 rules, through python-dateutil, always bounded."""

from __future__ import annotations

import calendar
import re
from datetime import datetime, timedelta
from itertools import islice

from journal.domain.errors import InvalidEntry

# A rule that has not answered after so many steps is hostile or senseless ("every 30 February").
MOST_STEPS = 5_000
_PART = re.compile(
    r"(?:FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYYEARDAY|BYWEEKNO|WKST)=[A-Z0-9,+-]+"
)
_MONTHLY_OR_YEARLY = re.compile(r"FREQ=(MONTHLY|YEARLY)(?:;INTERVAL=(\d{1,3}))?")

# The everyday rhythms she can choose by name.
PRESETS = {
    "daily": "FREQ=DAILY",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "yearly": "FREQ=YEARLY",
}


def _parts(rule: str) -> dict[str, str]:
    parts = rule.upper().removeprefix("RRULE:").rstrip(";").split(";")
    if len(rule) > 300 or not all(_PART.fullmatch(part) for part in parts):
        raise InvalidEntry("not_a_rule", "repeats", value=rule[:60])
    return dict(part.split("=", 1) for part in parts)


def check_rule(rule: str, first: datetime) -> None:
    """Raises InvalidEntry where `rule` is no recurrence rule, comes more often than daily, or never comes."""
    parts = _parts(rule)
    if parts.get("FREQ") not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise InvalidEntry("not_a_rule", "repeats", value=rule[:60])
    interval, count = parts.get("INTERVAL", "1"), parts.get("COUNT", "1")
    if not (interval.isdigit() and 1 <= int(interval) <= 999 and count.isdigit() and 1 <= int(count) <= 9999):
        raise InvalidEntry("not_a_rule", "repeats", value=rule[:60])
    if next_occurrence(rule, first, first - timedelta(seconds=1)) is None:
        raise InvalidEntry("rule_never_comes", "repeats", value=rule[:60])


def next_occurrence(rule: str, first: datetime, after: datetime) -> datetime | None:
    """The first occurrence strictly later than `after` of the series that begins at `first`; None when it has ended.

    A plain monthly or yearly rule from the 29th to the 31st falls on the last day of shorter months (dateutil,
    like RFC 5545, would skip those months, and with them her reminder).
    """
    if after.year > 2200:
        return None
    simple = _MONTHLY_OR_YEARLY.fullmatch(rule.upper())
    if simple:
        months = int(simple[2] or 1) * (12 if simple[1] == "YEARLY" else 1)
        if months:
            return _months_later(first, months, after)
    from dateutil.rrule import rrulestr

    parts = _parts(rule)
    if "COUNT" not in parts and after > first:
        # Without a count nothing before `after` matters: step there at once instead of walking through years.
        first = _closer(first, after, parts)
    if len(parts.get("UNTIL", "")) == 16:  # UTC form; ours are wall-clock times
        rule = rule.replace(parts["UNTIL"], parts["UNTIL"].rstrip("Z"))
    try:
        series = rrulestr(rule.upper().removeprefix("RRULE:"), dtstart=first)
        return next((moment for moment in islice(series, MOST_STEPS) if moment > after), None)
    except (ValueError, OverflowError, TypeError) as problem:
        raise InvalidEntry("not_a_rule", "repeats", value=rule[:60]) from problem


def _months_later(first: datetime, step: int, after: datetime) -> datetime:
    gap = (after.year - first.year) * 12 + after.month - first.month
    times = max(0, gap // step)
    while True:
        year, month = divmod(first.year * 12 + first.month - 1 + times * step, 12)
        moment = first.replace(year=year, month=month + 1, day=min(first.day, calendar.monthrange(year, month + 1)[1]))
        if moment > after:
            return moment
        times += 1


def _closer(first: datetime, after: datetime, parts: dict[str, str]) -> datetime:
    """A start of the same series, in the same phase, shortly before `after` (daily and weekly rules only)."""
    interval = int(parts.get("INTERVAL", "1") or 1)
    days = {"DAILY": interval, "WEEKLY": 7 * interval}.get(parts.get("FREQ", ""))
    if not days:
        return first
    steps = max(0, (after - first).days // days - 1)
    return first + timedelta(days=steps * days)
