"""Stretches of time as people say them in a search, in French or English: "2026", "mars 2026", "le mois dernier"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

Range = tuple[date, date]  # both days included
_Means = Callable[[re.Match[str], date], tuple[Range, ...]]

_MONTHS = {
    name: number
    for names, number in (
        ("janvier janv january jan", 1), ("fevrier fevr fev february feb", 2), ("mars march mar", 3),
        ("avril avr april apr", 4), ("mai may", 5), ("juin june jun", 6), ("juillet juil july jul", 7),
        ("aout august aug", 8), ("septembre september sept sep", 9), ("octobre october oct", 10),
        ("novembre november nov", 11), ("decembre december dec", 12),
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"printemps": 3, "spring": 3, "ete": 6, "summer": 6, "automne": 9, "autumn": 9, "hiver": 12, "winter": 12}
_WEEKDAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6, "monday": 0,
    "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_DAYS = {
    "avant-hier": -2, "avant hier": -2, "the day before yesterday": -2, "hier": -1, "yesterday": -1, "aujourd'hui": 0,
    "aujourdhui": 0, "today": 0, "demain": 1, "tomorrow": 1, "apres-demain": 2, "apres demain": 2,
}  # fmt: skip
_UNITS = {
    "jour": "day", "jours": "day", "day": "day", "days": "day", "semaine": "week", "semaines": "week", "week": "week",
    "weeks": "week", "mois": "month", "month": "month", "months": "month", "trimestre": "quarter",
    "trimestres": "quarter", "quarter": "quarter", "quarters": "quarter", "an": "year", "ans": "year", "annee": "year",
    "annees": "year", "year": "year", "years": "year",
}  # fmt: skip


def _any(names: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_YEAR, _MONTH = r"(?P<year>(?:19|20)\d\d)", rf"(?P<month>{_any(_MONTHS)})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:er|st|nd|rd|th)?"
_LAST = "derniere?s?|passee?s?"
_NEXT = "prochaine?s?"


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the text it was said, and the days it means: one range, or two ("mars": the last one and the next)."""

    start: int
    end: int
    ranges: tuple[Range, ...]


def month_of(year: int, month: int, months: int = 1) -> Range:
    """So many whole months, from the first of this one."""
    last = year * 12 + month - 1 + months
    return date(year, month, 1), date(last // 12, last % 12 + 1, 1) - timedelta(1)


def _unit(unit: str, by: int, today: date) -> Range:
    """The week, month, quarter or year that lies `by` of them from this one."""
    if unit == "day":
        return today + timedelta(by), today + timedelta(by)
    if unit == "week":
        monday = today - timedelta(today.weekday()) + timedelta(7 * by)
        return monday, monday + timedelta(6)
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = (today.year * 12 + today.month - 1) // length * length + by * length
    return month_of(first // 12, first % 12 + 1, length)


def _last_few(count: int, unit: str, today: date) -> Range:
    """The last so many days, weeks, months or years, up to today."""
    days = {"day": 1, "week": 7, "month": 30.44, "quarter": 91.3, "year": 365.25}[unit]
    return today - timedelta(round(min(count, 4000) * days)), today


def _yearly(make: Callable[[int], Range], today: date) -> tuple[Range, ...]:
    """Of what comes every year and was said without one: the last that has begun, and the next."""
    years = [make(year) for year in (today.year - 1, today.year, today.year + 1)]
    past = max(one for one in years if one[0] <= today)
    return past, min(one for one in years if one[0] > today)


def _weekday(match: re.Match[str], today: date) -> tuple[Range, ...]:
    wanted = _WEEKDAYS[match["weekday"]]
    if match["coming"]:
        day = today + timedelta((wanted - today.weekday() - 1) % 7 + 1)
    else:
        day = today - timedelta((today.weekday() - wanted - 1) % 7 + 1)
    return ((day, day),)


def _dated(match: re.Match[str], today: date) -> tuple[Range, ...]:
    """A day of a month, with its year or without."""
    month, day = _MONTHS[match["month"]], int(match["day"])

    def one(year: int) -> Range:
        return date(year, month, day), date(year, month, day)

    return (one(int(match["year"])),) if match["year"] else _yearly(one, today)


def _numbered(match: re.Match[str], today: date) -> tuple[Range, ...]:
    day = date(int(match["year"]), int(match["number"]), int(match["day"]))
    return ((day, day),)


def _months(first: Callable[[re.Match[str]], int], months: int = 1) -> _Means:
    """Whole months of the year that was said, from the `first` one."""
    return lambda match, _: (month_of(int(match["year"]), first(match), months),)


def _away(by: int) -> _Means:
    return lambda match, today: (_unit(_UNITS[match["unit"]], by, today),)


def _few(match: re.Match[str], today: date) -> tuple[Range, ...]:
    return (_last_few(int(match["count"]), _UNITS[match["unit"]], today),)


def _month_alone(match: re.Match[str], today: date) -> tuple[Range, ...]:
    return _yearly(lambda year: month_of(year, _MONTHS[match["month"]]), today)


_UNIT, _SEASON, _WEEKDAY = f"(?P<unit>{_any(_UNITS)})", f"(?P<season>{_any(_SEASONS)})", _any(_WEEKDAYS)
_ARTICLE = r"(?:la |le |l'|l )?"
_WHOLE_MONTH = "|".join(name for name in _MONTHS if len(name) > 2 and name not in ("mar", "jan", "dec", "sep"))
# Longer ways of saying first; a ValueError (31 February) means that it was no date after all.
_WAYS: tuple[tuple[re.Pattern[str], _Means], ...] = tuple(
    (re.compile(rf"(?<![\w:/#.-])(?:{pattern})(?![\w/:])"), means)
    for pattern, means in (
        (rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)", _numbered),
        (rf"(?P<day>\d\d?)[/.](?P<number>\d\d?)[/.]{_YEAR}", _numbered),
        (rf"{_YEAR}-(?P<number>\d\d)", _months(lambda said: int(said["number"]))),
        (rf"(?P<number>\d\d?)/{_YEAR}", _months(lambda said: int(said["number"]))),
        (rf"{_DAY} (?:de |of )?{_MONTH}(?:,? {_YEAR})?", _dated),
        (rf"{_MONTH} {_DAY}(?:,? {_YEAR})?(?! \d)", _dated),
        (rf"{_MONTH} (?:de )?{_YEAR}", _months(lambda said: _MONTHS[said["month"]])),
        (rf"{_SEASON} (?:de )?{_YEAR}", _months(lambda said: _SEASONS[said["season"]], 3)),
        (rf"[tq](?P<quarter>[1-4]) {_YEAR}", _months(lambda said: int(said["quarter"]) * 3 - 2, 3)),
        (rf"(?:last|past) (?P<count>\d{{1,4}}) {_UNIT}", _few),
        (rf"(?:les |ces )?(?P<count>\d{{1,4}}) dernier?e?s {_UNIT}", _few),
        (rf"(?P<weekday>{_WEEKDAY}) (?:{_LAST}|(?P<coming>{_NEXT}))", _weekday),
        (rf"(?:last|(?P<coming>next)) (?P<weekday>{_WEEKDAY})", _weekday),
        (rf"(?:the )?(?:last|past|previous) {_UNIT}", _away(-1)),
        (rf"(?:the )?next {_UNIT}", _away(1)),
        (rf"{_ARTICLE}{_UNIT} (?:{_LAST}|precedente?)", _away(-1)),
        (rf"{_ARTICLE}{_UNIT} {_NEXT}", _away(1)),
        (rf"(?:ce|cet|cette|this) {_UNIT}(?:[- ]ci)?", _away(0)),
        (rf"(?P<day>{_any(_DAYS)})", lambda said, today: (_unit("day", _DAYS[said["day"]], today),)),
        (_YEAR, _months(lambda _: 1, 12)),
        (rf"(?P<month>{_WHOLE_MONTH})", _month_alone),
    )
)
_BEFORE = re.compile(
    r"(?:(?P<since>depuis|since|apres|after|a partir de|from)"
    r"|(?P<until>avant|before|jusqu'a|jusqu'en|jusqua|until|till))(?: le| la| en| fin)? $"
)
_FIRST, _LAST_DAY = date(1, 1, 1), date(MAXYEAR, 12, 31)


def spans_in(text: str, today: date) -> Iterator[Span]:
    """The stretches of time said in a text without case and accents, from left to right, none over another."""
    taken: list[Span] = []
    for pattern, means in _WAYS:
        for match in pattern.finditer(text):
            if any(match.start() < one.end and one.start < match.end() for one in taken):
                continue
            try:
                ranges = means(match, today)
            except (ValueError, OverflowError):
                continue  # the 31st of June, the year 99999: words, and no time
            taken.append(_opened(text, Span(match.start(), match.end(), ranges)))
    yield from sorted(taken, key=lambda one: one.start)


def _opened(text: str, span: Span) -> Span:
    """ "depuis mars" has no end, "before 2026" no beginning; "in March" takes its small word along."""
    said = _BEFORE.search(text[: span.start])
    first, last = span.ranges[0]
    if said and (said.start() == 0 or text[said.start() - 1] == " "):
        includes = said.group().startswith(("jusqu", "until", "till"))
        if said["since"]:
            after = said.group().startswith(("apres", "after"))
            return Span(said.start(), span.end, ((last + timedelta(1) if after else first, _LAST_DAY),))
        return Span(said.start(), span.end, ((_FIRST, last if includes else first - timedelta(1)),))
    small = re.search(r"(?:^|(?<= ))(?:en|in|de|of|on|le|du) $", text[: span.start])
    return Span(small.start(), span.end, span.ranges) if small else span
