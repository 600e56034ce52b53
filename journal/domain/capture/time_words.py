"""The words for days, times and numbers, in both languages, as `plain` leaves them."""

from __future__ import annotations

from datetime import time
from typing import TypeVar

from journal.domain.capture.plain import any_of

_T = TypeVar("_T")
MORNING = time(9)

_FULL_WEEKDAYS = (
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
WEEKDAYS = {name: number % 7 for number, name in enumerate(_FULL_WEEKDAYS)}
# Only where a number follows or a word such as "next" stands before: "mer", "sam" and "sun" are words and names too.
SHORT_WEEKDAYS = {
    **{name: number for number, name in enumerate(("lun", "mar", "mer", "jeu", "ven", "sam", "dim"))},
    **{name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
    "vend": 4,
    "merc": 2,
}


def _named(names: dict[str, _T]) -> dict[str, _T]:
    """One entry for each of the names, which are separated by commas."""
    return {name: value for together, value in names.items() for name in together.split(", ")}


MONTHS = _named(
    {
        "janvier, janv, january, jan": 1,
        "fevrier, fevr, fev, february, feb": 2,
        "mars, march, mar": 3,
        "avril, avr, april, apr": 4,
        "mai, may": 5,
        "juin, june, jun": 6,
        "juillet, juil, july, jul": 7,
        "aout, august, aug": 8,
        "septembre, september, sept, sep": 9,
        "octobre, october, oct": 10,
        "novembre, november, nov": 11,
        "decembre, december, dec": 12,
    }
)
NUMBERS = _named(
    {
        "un, une, a, an, one": 1,
        "deux, two, a couple of, une couple de": 2,
        "trois, three": 3,
        "quatre, four": 4,
        "cinq, five": 5,
        "six": 6,
        "sept, seven": 7,
        "huit, eight": 8,
        "neuf, nine": 9,
        "dix, ten, une dizaine de": 10,
        "onze, eleven": 11,
        "douze, twelve": 12,
        "quinze, fifteen": 15,
        "vingt, twenty": 20,
        "trente, thirty": 30,
    }
)
UNITS = _named(
    {
        "minute, min, mn": "minute",
        "heure, hour, h": "hour",
        "jour, day": "day",
        "j": "day",
        "semaine, week, wk": "week",
        "fortnight, quinzaine": "fortnight",
        "mois, month": "month",
        "trimestre, quarter": "quarter",
        "an, annee, year, yr": "year",
    }
)
RELATIVE = _named(
    {
        "avant-hier, avant hier, avt-hier, avt hier, the day before yesterday, day before yesterday": -2,
        "hier, yesterday": -1,
        "aujourd'hui, today, ce jour": 0,
        "demain, tomorrow": 1,
        "apres-demain, apres demain, the day after tomorrow, day after tomorrow": 2,
    }
)
PARTS_OF_DAY = _named(
    {
        "matin, matinee, morning, au matin, dans la matinee": MORNING,
        "midi, noon, lunchtime": time(12),
        "apres-midi, apres midi, afternoon": time(14),
        "fin d'apres-midi, late afternoon, fin de journee": time(17),
        "soir, soiree, evening": time(19),
        "night": time(20),
    }
)
# With the days from today.
THIS_PART = _named(
    {
        "ce matin, this morning, en fin de matinee": (0, MORNING),
        "ce midi, this lunchtime": (0, time(12)),
        "cet apres-midi, cet apres midi, cette apres-midi, this afternoon": (0, time(14)),
        "ce soir, this evening, tonight": (0, time(19)),
        "last night": (-1, time(20)),
    }
)
SEASONS = _named(  # with the month and day they begin
    {
        "printemps, spring": (3, 20),
        "ete, summer": (6, 21),
        "automne, autumn, fall": (9, 22),
        "hiver, winter": (12, 21),
    }
)
NTH = _named(
    {
        "premier, premiere, 1er, 1ere, first, 1st": 1,
        "deuxieme, second, seconde, 2e, 2eme, 2nd": 2,
        "troisieme, third, 3e, 3eme, 3rd": 3,
        "quatrieme, fourth, 4e, 4eme, 4th": 4,
        "dernier, derniere, last": -1,
    }
)

WEEKDAY, MONTH, NUMBER = any_of(WEEKDAYS), any_of(MONTHS), rf"\d{{1,3}}|{any_of(NUMBERS)}"
UNIT = rf"(?:{any_of(UNITS)})s?"
SHORT = any_of(SHORT_WEEKDAYS)
YEAR = r"(?P<year>(?:18|19|20|21)\d\d)"


def count_of(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text]


def unit_of(text: str) -> str:
    return UNITS.get(text) or UNITS[text.rstrip("s")]


def weekday_of(text: str) -> int:
    return WEEKDAYS[text] if text in WEEKDAYS else SHORT_WEEKDAYS[text]
