"""When a recurring reminder comes again: RFC 5545 rules, through python-dateutil, always bounded."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from journal.domain.errors import InvalidEntry

LAST_YEAR = 2200  # no entry's date lies beyond (`within_years`): a series not come by then has ended
# dateutil follows a rule that never comes ("every 30 February") to the year 9999, for seconds. The calendar repeats
# every 400 years to the day of the week, so we ask it about the same days 7,600 years later, where it ends soon.
LATER_YEARS = 7600
LONGEST_SERIES = 9999  # times of a rule with a COUNT
_PART = re.compile(
    r"(?:FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYYEARDAY|BYWEEKNO|WKST)=[A-Z0-9,+-]+"
)
_NUMBER = re.compile(r"[0-9]{1,4}")
_UNTIL = re.compile(r"([0-9]{8})(?:T([0-9]{6})Z?)?")

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


def check_rule(rule: str, first: datetime) -> None:
    """Raises InvalidEntry where `rule` is no recurrence rule, comes more often than daily, or never comes."""
    if next_occurrence(rule, first, first - timedelta(seconds=1)) is None:
        raise InvalidEntry("rule_never_comes", "repeats", value=rule[:60])


def next_occurrence(rule: str, first: datetime, after: datetime) -> datetime | None:
    """The first occurrence strictly later than `after` of the series that begins at `first`; None when it has ended.

    A plain monthly or yearly rule from the 29th to the 31st falls on the last day of shorter months (dateutil,
    like RFC 5545, would skip those months, and with them her reminder). An UNTIL that is a day alone includes that
    day. Raises InvalidEntry where `rule` is no recurrence rule.
    """
    try:
        parts, until = _read(rule)
        if after.year > LAST_YEAR or after >= until:
            return None
        if parts["FREQ"] in ("MONTHLY", "YEARLY") and not any(name.startswith("BY") for name in parts):
            moment = _months_later(first, parts, after)
        else:
            moment = _by_rule(parts, first, after)
    except (ValueError, OverflowError, TypeError, IndexError) as problem:
        raise InvalidEntry("not_a_rule", "repeats", value=rule[:60]) from problem
    return moment if moment is not None and moment <= until else None


def is_rule(rule: str) -> bool:
    """Whether it is a recurrence rule that comes at most once a day; it may never come."""
    try:
        return bool(_read(rule))
    except (ValueError, KeyError):
        return False


def occurrences(rule: str, first: datetime, after: datetime, until: datetime) -> Iterator[datetime]:
    """Each time from `after` to `until` (both included) of the series that begins at `first`, in order, found in one
    walk. Raises InvalidEntry where `rule` is no recurrence rule."""
    try:
        parts, end = _read(rule)
        if parts["FREQ"] in ("MONTHLY", "YEARLY") and not any(name.startswith("BY") for name in parts):
            found = _each_month(first, parts)
        else:
            found = _each_by_rule(parts, first, after)
        for moment in found:
            if moment > min(end, until):
                return
            if moment >= after:
                yield moment
    except (ValueError, OverflowError, TypeError, IndexError) as problem:
        raise InvalidEntry("not_a_rule", "repeats", value=rule[:60]) from problem


def _each_month(first: datetime, parts: dict[str, str]) -> Iterator[datetime]:
    before = first - timedelta(seconds=1)
    while (following := _months_later(first, parts, before)) is not None:
        yield following
        before = following


def _each_by_rule(parts: dict[str, str], first: datetime, after: datetime) -> Iterator[datetime]:
    from dateutil.rrule import rrulestr

    if "COUNT" not in parts and after > first:
        first = _closer(first, after, parts)
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    for moment in rrulestr(text, dtstart=_later(first)):
        yield moment.replace(year=moment.year - LATER_YEARS)


def standard_rule(rule: str, first: datetime, begins: datetime) -> str:
    """The rule of the same series from its occurrence `begins` on, for programs that follow RFC 5545 to the letter:
    with the count of those left, and the last days of shorter months named."""
    parts, until = _read(rule)
    said = dict(part.split("=", 1) for part in rule.upper().removeprefix("RRULE:").rstrip(";").split(";"))
    if "UNTIL" in said:
        said["UNTIL"] = f"{until:%Y%m%dT%H%M%S}"
    if "COUNT" in said:
        said["COUNT"] = str(max(1, int(said["COUNT"]) - _count_before(parts, first, begins)))
    plain = not any(name.startswith("BY") for name in said)
    if plain and first.day > 28 and said["FREQ"] == "MONTHLY":
        said |= {"BYMONTHDAY": ",".join(map(str, range(28, first.day + 1))), "BYSETPOS": "-1"}
    elif plain and (first.month, first.day) == (2, 29) and said["FREQ"] == "YEARLY":
        said |= {"BYMONTH": "2", "BYMONTHDAY": "-1"}
    return ";".join(f"{name}={value}" for name, value in said.items())


def _count_before(parts: dict[str, str], first: datetime, begins: datetime) -> int:
    if parts["FREQ"] in ("MONTHLY", "YEARLY") and not any(name.startswith("BY") for name in parts):
        step = int(parts.get("INTERVAL", "1")) * (12 if parts["FREQ"] == "YEARLY" else 1)
        return ((begins.year - first.year) * 12 + begins.month - first.month) // step
    from itertools import takewhile

    from dateutil.rrule import rrulestr

    text = ";".join(f"{name}={value}" for name, value in parts.items())
    return sum(1 for _ in takewhile(lambda moment: moment < _later(begins), rrulestr(text, dtstart=_later(first))))


def _read(rule: str) -> tuple[dict[str, str], datetime]:
    """The parts by name, without UNTIL, and the moment after which nothing comes. Raises ValueError."""
    written = rule.upper().removeprefix("RRULE:").rstrip(";").split(";")
    if len(rule) > 300 or not all(_PART.fullmatch(part) for part in written):
        raise ValueError("not a rule")
    parts = dict(part.split("=", 1) for part in written)
    if parts.get("FREQ") not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise ValueError("no frequency, or more often than daily")
    for name, most in (("INTERVAL", 999), ("COUNT", LONGEST_SERIES)):
        value = parts.get(name, "1")
        if not (_NUMBER.fullmatch(value) and 1 <= int(value) <= most):
            raise ValueError(name)
    until = datetime(LAST_YEAR, 12, 31, 23, 59, 59)
    if "UNTIL" in parts:
        match = _UNTIL.fullmatch(parts.pop("UNTIL"))
        if not match:
            raise ValueError("UNTIL")
        until = min(until, datetime.strptime(match[1] + (match[2] or "235959"), "%Y%m%d%H%M%S"))
    return parts, until


def _months_later(first: datetime, parts: dict[str, str], after: datetime) -> datetime | None:
    step = int(parts.get("INTERVAL", "1")) * (12 if parts["FREQ"] == "YEARLY" else 1)
    gap = (after.year - first.year) * 12 + after.month - first.month
    times = max(0, gap // step)
    while "COUNT" not in parts or times < int(parts["COUNT"]):
        year, month = divmod(first.year * 12 + first.month - 1 + times * step, 12)
        moment = first.replace(year=year, month=month + 1, day=min(first.day, calendar.monthrange(year, month + 1)[1]))
        if moment > after:
            return moment
        times += 1
    return None


def _by_rule(parts: dict[str, str], first: datetime, after: datetime) -> datetime | None:
    from dateutil.rrule import rrulestr

    if "COUNT" not in parts and after > first:
        # Without a count nothing before `after` matters: step there at once instead of walking through years.
        first = _closer(first, after, parts)
    # Rules are written without hours, so a series comes at most once a day: what is walked through ends with the days.
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    series = rrulestr(text, dtstart=_later(first))
    found: datetime | None = series.after(_later(after))
    return found.replace(year=found.year - LATER_YEARS) if found else None


def _later(moment: datetime) -> datetime:
    return moment.replace(year=moment.year + LATER_YEARS)


def _closer(first: datetime, after: datetime, parts: dict[str, str]) -> datetime:
    """A start of the same series, in the same phase, shortly before `after` (daily and weekly rules only)."""
    interval = int(parts.get("INTERVAL", "1"))
    days = {"DAILY": interval, "WEEKLY": 7 * interval}.get(parts["FREQ"])
    if not days:
        return first
    steps = max(0, (after - first).days // days - 1)
    return first + timedelta(days=steps * days)
