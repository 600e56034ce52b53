"""Days that return each year: birthdays, renewals, the day two people met, the assistants' day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# What can be switched off, by the name of its setting; in the order in which they stand on one day.
KINDS = ("assistants", "birthday", "met", "renewal")
FRANCE, ELSEWHERE = "france", "elsewhere"
REGIONS = (FRANCE, ELSEWHERE)


@dataclass(frozen=True, slots=True)
class ReturningDay:
    """One of KINDS on a day. `id` and `title` of the contact or network it is about (0 and "" for the assistants' day);
    `years` since it happened, 0 where that is not known or says nothing."""

    kind: str
    day: date
    id: int = 0
    title: str = ""
    years: int = 0

    @property
    def entry_kind(self) -> str:
        return {"birthday": "contact", "met": "contact", "renewal": "network"}.get(self.kind, "")


def in_year(month: int, day: int, year: int) -> date:
    """That day of the year; the 29th of February on the 28th where there is none."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def month_and_day(text: str) -> tuple[int, int] | None:
    """Of a birthday as it is kept, with or without its year; None where its day is not known."""
    if len(text) == 10 or (len(text) == 7 and text.startswith("--")):
        return int(text[-5:-3]), int(text[-2:])
    return None


def returns(month: int, day: int, first: date, last: date) -> list[date]:
    """When that day comes between `first` and `last`, both included."""
    years = range(first.year, last.year + 1)
    return [one for year in years if first <= (one := in_year(month, day, year)) <= last]


def keys_between(first: date, last: date) -> list[str]:
    """MM-DD of all that return between these days; a year at most is looked at."""
    days = min((last - first).days, 366)
    keys = {f"{day:%m-%d}" for day in (first + timedelta(days=ahead) for ahead in range(days + 1))}
    if "02-28" in keys:
        keys.add("02-29")  # which of the two days it is, is looked at where the year is known
    return sorted(keys)


def assistants_day(year: int, region: str) -> date:
    """In France the third Thursday of April; elsewhere Administrative Professionals' Day, the Wednesday of the last
    full week (Sunday to Saturday) of April."""
    if region == FRANCE:
        first = date(year, 4, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 14)
    last = date(year, 4, 30)
    return last - timedelta(days=(last.weekday() - 5) % 7 + 3)
