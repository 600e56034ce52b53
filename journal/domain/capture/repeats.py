""" "Every year", "tous les lundis", "every other Tuesday": the recurrence rule meant, and when it first comes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.domain.capture.days import AHEAD, Seen, nth_of
from journal.domain.capture.moments import Moment, find_moment
from journal.domain.capture.plain import any_of
from journal.domain.capture.time_words import NTH, NUMBER, UNIT, WEEKDAY, WEEKDAYS, count_of, unit_of
from journal.domain.keep_in_touch import months_later
from journal.domain.repeating import WORKING_DAYS, Repeat, rule_of

_PLURALS = "|".join(f"{day}s" for day in WEEKDAYS)
_UNITS = {"day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1)}
_UNITS |= {"quarter": ("month", 3), "year": ("year", 1)}
_WORDS = {
    **dict.fromkeys(
        (
            "quotidien",
            "tous les matins",
            "tous les midis",
            "tous les soirs",
            "chaque soir",
            "every evening",
            "every night",
            "chaque matin",
            "every morning",
            "quotidiennement",
            "daily",
            "tous les jours",
            "chaque jour",
            "every day",
        ),
        Repeat("day"),
    ),
    **dict.fromkeys(("hebdomadaire", "hebdo", "weekly", "chaque semaine", "toutes les semaines"), Repeat("week")),
    **dict.fromkeys(
        ("mensuel", "mensuelle", "mensuellement", "monthly", "tous les mois", "chaque mois"), Repeat("month")
    ),
    **dict.fromkeys(("trimestriel", "trimestrielle", "quarterly", "chaque trimestre"), Repeat("month", 3)),
    **dict.fromkeys(
        (
            "semestriel",
            "semestrielle",
            "tous les semestres",
            "chaque semestre",
            "biannual",
            "half-yearly",
            "twice a year",
            "deux fois par an",
        ),
        Repeat("month", 6),
    ),
    **dict.fromkeys(
        ("annuel", "annuelle", "annuellement", "yearly", "annually", "tous les ans", "chaque annee"), Repeat("year")
    ),
    **dict.fromkeys(
        ("every weekday", "on weekdays", "tous les jours ouvres", "chaque jour ouvre"),
        Repeat("week", weekdays=WORKING_DAYS),
    ),
    **dict.fromkeys(
        ("fortnightly", "every fortnight", "une semaine sur deux", "biweekly", "every other week"), Repeat("week", 2)
    ),
    **dict.fromkeys(("un mois sur deux", "every other month"), Repeat("month", 2)),
    **dict.fromkeys(("chaque an", "every year", "each year", "every week", "each week"), None),
}
_EVERY = r"(?:tous les|toutes les|chaque|every|each)"
_WAYS = tuple(
    re.compile(rf"(?<![\w#@-])(?:{pattern})(?!\w)")
    for pattern in (
        rf"(?:{_EVERY}) (?P<nth>{any_of(NTH)}) (?P<of_month>{WEEKDAY}) (?:du mois|de chaque mois|of (?:the"
        rf"|each|every) month)",
        rf"(?:{_EVERY}) (?P<nth>{any_of(NTH)}) (?P<of_month>{WEEKDAY})(?: (?:du|de chaque|of the|of each"
        rf"|of every) (?:mois|month))?",
        rf"(?P<nth>{any_of(NTH)}) (?P<of_month>{WEEKDAY}) (?:de chaque|of each|of every) (?:mois|month)",
        rf"(?:{_EVERY}|les) (?P<nth>{any_of(NTH)})s (?P<of_month>{WEEKDAY})s?(?: (?:du|de chaque|de) mois)?",
        rf"(?:{_EVERY}) (?:(?P<other>deux|2|other|second) )?(?P<weekday>{WEEKDAY})s?(?P<alternate> sur deux)?",
        rf"(?:on|le) (?P<weekday>{_PLURALS})",
        rf"un (?P<weekday>{WEEKDAY}) sur (?P<other>deux)",
        rf"(?P<word>{any_of(_WORDS)})",
        rf"(?:{_EVERY}) (?:(?P<count>{NUMBER}|other) )?(?P<unit>{UNIT})",
        rf"une fois par (?P<unit>{UNIT})|once a (?P<unit2>{UNIT})",
        r"(?:le |les |the )?(?P<day>\d{1,2})(?:er|st|nd|rd|th)? (?:de chaque mois|du mois chaque mois"
        r"|de tous les mois|of (?:each|every) month|every month|chaque mois|tous les mois)",
        rf"(?:tous les|chaque|every|each) (?P<day>\d{{1,2}})(?:ers?|st|nd|rd|th)?(?: (?:du|de chaque|of the"
        rf"|of each|of every) (?:mois|month)| ?(?=$|[,;:.]))(?! ?(?:{UNIT})\b)",
        r"(?:le |the )?dernier jour (?:de chaque|du) mois|(?:the )?last day of (?:each|every) month",
    )
)
_UNTIL = re.compile(r" ?,? ?(?:jusqu'au|jusqu'a|jusqu'en|until|till) ")


@dataclass(frozen=True, slots=True)
class Series:
    """`starts` is None where a day of the sentence says when it begins."""

    repeat: Repeat
    starts: date | None
    spans: tuple[tuple[int, int], ...]

    @property
    def rule(self) -> str:
        return rule_of(self.repeat)


# "L'entretien annuel", "the monthly report" are how a thing is called, "chaque mois" and "monthly" alone are rhythms.
_CALLED = re.compile(
    r"(?:\b(?:the|my|our|his|her|la|le|les|mon|ma|mes|notre|nos|son|sa|ce|cet|cette|un|une|a|an)|l') ?(?:\w+ )?$"
)
ADJECTIVES = frozenset(
    (
        *("annuel", "annuelle", "mensuel", "mensuelle", "hebdomadaire", "hebdo", "trimestriel", "trimestrielle"),
        *("semestriel", "semestrielle", "quotidien", "yearly", "monthly", "weekly", "quarterly", "daily"),
    )
)


def find_series(said: str, seen: Seen) -> Series | None:
    """The first rhythm named in `said` (a plain text)."""
    for pattern in _WAYS:
        match = pattern.search(said)
        if match is None or (match[0] in ADJECTIVES and _CALLED.search(said[: match.start()])):
            continue
        found = _read({name: value for name, value in match.groupdict().items() if value}, match[0], seen)
        if found is not None:
            return _ended(said, replace(found, spans=(match.span(),)), seen)
    return None


def _ended(said: str, series: Series, seen: Seen) -> Series:
    """With its last day, where "until" says so right after."""
    until = _UNTIL.match(said, series.spans[0][1])
    if until is None:
        return series
    last = find_moment(said[until.end() : until.end() + 60], Seen(seen.now, AHEAD, seen.month_first))
    if last is None or last.spans[0][0] > 3:
        return series
    return replace(
        series,
        repeat=replace(series.repeat, until=last.day),
        spans=(*series.spans, (until.start(), until.end() + last.spans[-1][1])),
    )


def _read(groups: dict[str, str], whole: str, seen: Seen) -> Series | None:
    today = seen.now.date()
    if "of_month" in groups:
        nth, weekday = NTH[groups["nth"]], WEEKDAYS[groups["of_month"]]
        first = next(
            day
            for day in (nth_of(months_later(today.replace(day=1), ahead), weekday, nth) for ahead in range(3))
            if day is not None and day >= today
        )
        return Series(Repeat("month", weekdays=(weekday,), nth=nth), first, ())
    if "weekday" in groups:
        weekday = WEEKDAYS[
            groups["weekday"].removesuffix("s") if groups["weekday"] not in WEEKDAYS else groups["weekday"]
        ]
        every = 2 if "other" in groups or "alternate" in groups else 1
        first = today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
        return Series(Repeat("week", every, weekdays=(weekday,)), first, ())
    if "word" in groups:
        repeat = _WORDS[groups["word"]]
        if repeat is None:
            repeat = Repeat("week" if "week" in groups["word"] else "year")
        return Series(repeat, None, ())
    if "day" in groups:
        day = int(groups["day"])
        return Series(Repeat("month", day=day), _next_day(today, day), ()) if 1 <= day <= 31 else None
    if ("jour" in whole and "mois" in whole) or (whole.endswith("month") and "last day" in whole):
        return Series(Repeat("month", day=-1), months_later(today.replace(day=1), 1) - timedelta(days=1), ())
    unit = unit_of(groups.get("unit") or groups["unit2"])
    if unit not in _UNITS:
        return None  # every hour
    name, times = _UNITS[unit]
    count = 2 if groups.get("count") == "other" else count_of(groups["count"]) if "count" in groups else 1
    return Series(Repeat(name, count * times), None, ()) if 0 < count * times < 1000 else None


def _next_day(today: date, day: int) -> date | None:
    for ahead in range(3):
        month = months_later(today.replace(day=1), ahead)
        try:
            found = month.replace(day=day)
        except ValueError:
            continue  # a month without a 31st
        if found >= today:
            return found
    return None


def first_of(series: Series, moment: Moment | None, today: date) -> date:
    """The day a series begins."""
    if moment is not None:
        return moment.day
    if series.starts is not None:
        return series.starts
    unit, every = series.repeat.unit, series.repeat.every
    if unit == "week" and series.repeat.weekdays == WORKING_DAYS:
        return next(day for day in (today + timedelta(days=n) for n in range(1, 5)) if day.weekday() < 5)
    if unit in ("day", "week"):
        return today + timedelta(days=every * (1 if unit == "day" else 7))
    return months_later(today, every * (12 if unit == "year" else 1))
