"""The rhythms of a series that she can choose by hand, and the recurrence rules (RFC 5545 3.3.10) they stand for."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, datetime

UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING_DAYS = (0, 1, 2, 3, 4)
LAST = -1
_NTH = re.compile(r"(-1|[1-5])?(MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True, slots=True)
class Repeat:
    """Every `every` units, until a day, for so many times, or without end.

    A week: on `weekdays` (0 is Monday), or the weekday it began on. A month or a year: on the `day` of the month (-1 is
    the last), on the `nth` weekday (1 to 5, -1 the last: `weekdays` holds the one), on the `nth` working day
    (`weekdays` holds Monday to Friday), or on the date it began on. `month` is that of a yearly one by weekday.
    """

    unit: str
    every: int = 1
    weekdays: tuple[int, ...] = ()
    day: int | None = None
    nth: int | None = None
    month: int | None = None
    until: date | None = None
    count: int | None = None


def read_repeat(rule: str) -> Repeat | None:
    """What `rule` says; None where it says more than a `Repeat` can."""
    parts = dict(part.split("=", 1) for part in rule.upper().removeprefix("RRULE:").split(";") if "=" in part)
    frequency = parts.pop("FREQ", "")
    unit = next((unit for unit, name in UNITS.items() if name == frequency), "")
    try:
        repeat = Repeat(
            unit,
            int(parts.pop("INTERVAL", "1")),
            until=datetime.strptime(parts.pop("UNTIL")[:8], "%Y%m%d").date() if "UNTIL" in parts else None,
            count=int(parts.pop("COUNT")) if "COUNT" in parts else None,
        )
        parts.pop("WKST", None)
        return _placed(repeat, parts) if unit else None
    except (ValueError, KeyError):
        return None


def _placed(repeat: Repeat, parts: dict[str, str]) -> Repeat | None:
    """With the days that the rest of the rule names. Raises ValueError, KeyError."""
    if not parts:
        return repeat
    found = [_NTH.fullmatch(code) for code in parts.pop("BYDAY", "").split(",") if code]
    if not all(found):
        return None
    numbers = {match[1] for match in found if match}
    weekdays = tuple(sorted({DAY_CODES.index(match[2]) for match in found if match}))
    place = parts.pop("BYSETPOS", "")
    if repeat.unit == "week":
        plain = not parts and not place and numbers == {None}
        return replace(repeat, weekdays=weekdays) if plain else None
    if repeat.unit == "day":
        return None
    if repeat.unit == "year":
        repeat = replace(repeat, month=int(parts.pop("BYMONTH")))
    if "BYMONTHDAY" in parts and not found and not place:
        day = int(parts.pop("BYMONTHDAY"))
        return replace(repeat, day=day) if not parts and (day == LAST or 1 <= day <= 31) else None
    if parts or not found:
        return None
    if len(found) == 1 and bool(place) != (numbers != {None}):
        nth = int(place or next(iter(numbers)) or 0)
        return replace(repeat, weekdays=weekdays, nth=nth) if nth == LAST or 1 <= nth <= 5 else None
    if weekdays == WORKING_DAYS and numbers == {None} and place in ("1", "-1"):
        return replace(repeat, weekdays=weekdays, nth=int(place))
    return None


def rule_of(repeat: Repeat) -> str:
    """The recurrence rule."""
    parts = [f"FREQ={UNITS[repeat.unit]}"]
    if repeat.every != 1:
        parts.append(f"INTERVAL={repeat.every}")
    if repeat.unit == "year" and repeat.month:
        parts.append(f"BYMONTH={repeat.month}")
    if repeat.day is not None:
        parts.append(f"BYMONTHDAY={repeat.day}")
    codes = [DAY_CODES[weekday] for weekday in repeat.weekdays]
    if repeat.nth is not None and len(codes) == 1:
        parts.append(f"BYDAY={repeat.nth}{codes[0]}")
    elif codes:
        parts.append(f"BYDAY={','.join(codes)}")
        if repeat.nth is not None:
            parts.append(f"BYSETPOS={repeat.nth}")
    if repeat.until:
        parts.append(f"UNTIL={repeat.until:%Y%m%d}")
    elif repeat.count:
        parts.append(f"COUNT={repeat.count}")
    return ";".join(parts)


def places(unit: str, first: date) -> list[Repeat]:
    """The ways in which a monthly or yearly series that begins on `first` may go on, the likeliest first."""
    month = first.month if unit == "year" else None
    weekday, nth = (first.weekday(),), (first.day - 1) // 7 + 1
    last = calendar.monthrange(first.year, first.month)[1]
    found = [Repeat(unit)]
    if nth < 5:
        found.append(Repeat(unit, weekdays=weekday, nth=nth, month=month))
    if first.day > last - 7:
        found.append(Repeat(unit, weekdays=weekday, nth=LAST, month=month))
    if unit == "month":
        found += [Repeat(unit, weekdays=WORKING_DAYS, nth=LAST), Repeat(unit, day=LAST)]
    return found


def shifted(rule: str, first: date) -> str:
    """The rule of the same series once it begins on `first`: a weekly one for Tuesdays that is moved to a Wednesday
    comes on Wednesdays from now on. A rule that cannot be moved so stays as it is."""
    repeat = read_repeat(rule)
    if repeat is None:
        return rule
    if repeat.unit == "week" and len(repeat.weekdays) == 1:
        return rule_of(replace(repeat, weekdays=(first.weekday(),)))
    if repeat.nth is not None and len(repeat.weekdays) == 1:
        near_end = first.day > calendar.monthrange(first.year, first.month)[1] - 7
        nth = LAST if near_end and (repeat.nth == LAST or first.day > 28) else (first.day - 1) // 7 + 1
        month = first.month if repeat.month else None
        return rule_of(replace(repeat, weekdays=(first.weekday(),), nth=nth, month=month))
    if repeat.day is not None and repeat.day != LAST:
        return rule_of(replace(repeat, day=first.day, month=first.month if repeat.month else None))
    return rule
