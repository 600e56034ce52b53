"""Days and times as people write them, in French or English, inside a sentence: "café demain 9h", "3 weeks ago"."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import TypeVar

Found = tuple[datetime | date, int, int]
_T = TypeVar("_T")

MORNING = time(9)
LONGEST_READ = 2_000  # characters; a date is said at the beginning of what is captured, not on page three

_WEEKDAYS = (
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)


def _named(names: dict[str, _T]) -> dict[str, _T]:
    """One entry for each of the names, which are separated by commas."""
    return {name: value for together, value in names.items() for name in together.split(", ")}


_MONTHS = _named(
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
_NUMBERS = _named(
    {
        "un, une, a, an, one": 1,
        "deux, two, a couple of": 2,
        "trois, three, quelques, a few": 3,
        "quatre, four": 4,
        "cinq, five": 5,
        "six": 6,
        "sept, seven": 7,
        "huit, eight": 8,
        "neuf, nine": 9,
        "dix, ten": 10,
        "douze, twelve": 12,
        "quinze, fifteen": 15,
        "vingt, twenty": 20,
        "trente, thirty": 30,
    }
)
_UNITS = _named(
    {
        "minute, min, mn": "minute",
        "heure, hour, h": "hour",
        "jour, day": "day",
        "semaine, week": "week",
        "fortnight": "fortnight",
        "mois, month": "month",
        "an, annee, year": "year",
    }
)
_RELATIVE = _named(
    {
        "avant-hier, avant hier, the day before yesterday, day before yesterday": -2,
        "hier, yesterday": -1,
        "aujourd'hui, aujourdhui, today": 0,
        "demain, tomorrow": 1,
        "apres-demain, apres demain, the day after tomorrow, day after tomorrow": 2,
    }
)
_PARTS_OF_DAY = _named(
    {
        "matin, morning": MORNING,
        "midi, noon": time(12),
        "apres-midi, apres midi, afternoon": time(14),
        "soir, evening": time(19),
        "night": time(20),
    }
)
_THIS_PART = _named(
    {
        "ce matin, this morning": MORNING,
        "ce midi": time(12),
        "cet apres-midi, cet apres midi, this afternoon": time(14),
        "ce soir, this evening, tonight": time(19),
    }
)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_WEEKDAY, _MONTH, _NUMBER = _any(_WEEKDAYS), _any(_MONTHS), rf"\d{{1,3}}|{_any(_NUMBERS)}"
_UNIT = rf"(?:{_any(_UNITS)})"
_YEAR = r"(?P<year>(?:18|19|20|21)\d\d)"

_TIME = (
    r"(?P<at>(?:a|at|vers|around|@) ?)?(?:"
    r"(?P<hour>[01]?\d|2[0-3])(?: ?(?:h|heures?)(?: ?(?P<minute>[0-5]\d))?|:(?P<minute2>[0-5]\d)(?::[0-5]\d)?)"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<hour12>1[0-2]|0?[1-9])(?:[:.](?P<minute12>[0-5]\d))? ?(?P<half12>[ap])\.?m\b\.?"
    r"|(?P<named>midi|minuit|noon|midnight)"
    r")(?![\w:])"
)
_BARE_HOUR = re.compile(r"[, ]*\b(?:a (?=\d+(?! [a-z]))|at )(?P<hour>[01]?\d|2[0-3])(?![\w:/.,%€]*\w)")
_TIME_ALONE = re.compile(rf"(?<![\w#@]){_TIME}")
_TIME_AFTER = re.compile(
    rf"[, ]*\b(?:de |from |des )?{_TIME}|t(?P<iso_hour>[01]\d|2[0-3]):(?P<iso_minute>[0-5]\d)(?::[0-5]\d)?(?!\w)"
)
_PART_AFTER = re.compile(rf" (?:au |in the |dans l'|dans la |at )?(?P<part>{_any(_PARTS_OF_DAY)})(?!\w)")
_TIME_BEFORE = re.compile(rf"(?<![\w#@]){_TIME}[, ]+(?:on )?$")

# Each way of naming a day, with what reads it: (groups, now, whether a coming day is meant) -> day, moment or None.
Reader = Callable[[dict[str, str], datetime, bool], "datetime | date | None"]


def find_date(text: str, now: datetime, *, ahead: bool = False) -> Found | None:
    """The first day named in `text`, with where it begins and ends there (its "le", "on" and time included).

    A datetime where a time is named too, else a date. A day and month without a year is taken in the nearest year,
    or with `ahead` in the coming one. Numbers like 03/05/2026 are read day first, unless that is impossible.
    """
    plain, places = _plain(text[:LONGEST_READ])
    best: tuple[int, int, datetime | date] | None = None
    for pattern, read in _WAYS:
        for match in pattern.finditer(plain):
            try:
                found = read(match.groupdict(default=""), now, ahead)
            except (ValueError, OverflowError, StopIteration):  # 31 February, the year 12000
                continue
            if found is not None and 1800 <= found.year <= 2200:
                if best is None or (match.start(), -match.end()) < (best[0], -best[1]):
                    best = (match.start(), match.end(), found)
                break
    if best is None:
        return _time_of_today(plain, places, now)
    start, end, found = best
    if not isinstance(found, datetime):
        start, end, clock = _time_around(plain, start, end)
        if clock is not None:
            found = datetime.combine(found, clock)
    return found, places[start], places[end - 1] + 1


def spoken_moment(text: str, now: datetime, language: str = "") -> datetime | None:
    """The coming moment that the whole of `text` names ("tomorrow", "demain 9h", "in 2 hours"); None where it names
    none, or says something besides. A day without a time is at nine in the morning."""
    said = text.strip()
    alone = re.fullmatch(_TIME, _plain(said[:LONGEST_READ])[0])
    if alone:
        moment = datetime.combine(now.date(), _clock(alone.groupdict(default="")))
        return moment if moment > now else moment + timedelta(days=1)
    found = find_date(said, now, ahead=True)
    if found is None or said[: found[1]].strip(" ,.") or said[found[2] :].strip(" ,.!"):
        return None
    moment = found[0] if isinstance(found[0], datetime) else datetime.combine(found[0], MORNING)
    return moment.replace(second=0, microsecond=0)


def _plain(text: str) -> tuple[str, list[int]]:
    """`text` without case and accents, and where each of its characters stands in `text`."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKD", character.replace("’", "'").casefold()):
            if not unicodedata.combining(letter):
                letters.append(" " if letter.isspace() else "-" if letter in "‐‑" else letter)
                places.append(place)
    return "".join(letters), places


# --- times --------------------------------------------------------------------------------------------------------


def _clock(groups: dict[str, str]) -> time:
    if groups.get("named"):
        return time(0) if groups["named"] in ("minuit", "midnight") else time(12)
    if groups.get("iso_hour"):
        return time(int(groups["iso_hour"]), int(groups["iso_minute"]))
    hour = int(groups.get("hour") or groups.get("hour12") or 0)
    minute = int(groups.get("minute") or groups.get("minute2") or groups.get("minute12") or 0)
    half = groups.get("half") or groups.get("half12")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute)


def _time_around(plain: str, start: int, end: int) -> tuple[int, int, time | None]:
    """The span widened by a time named right after or before it, and that time."""
    part = _PART_AFTER.match(plain, end)
    clock = _PARTS_OF_DAY[part["part"]] if part else None
    if part:
        end = part.end()
    for pattern in (_TIME_AFTER, _BARE_HOUR):
        after = pattern.match(plain, end)
        if after:
            return start, after.end(), _clock(after.groupdict(default=""))
    if clock is None:
        before = _TIME_BEFORE.search(plain[:start])
        if before:
            return before.start(), end, _clock(before.groupdict(default=""))
    return start, end, clock


def _time_of_today(plain: str, places: list[int], now: datetime) -> Found | None:
    """A time alone counts where "at" stands before it: "2h" alone may be how long something took."""
    for match in _TIME_ALONE.finditer(plain):
        if match["at"] and not re.search(r"\d ?(?:h|:\d\d) ?$", plain[: match.start()]):
            moment = datetime.combine(now.date(), _clock(match.groupdict(default="")))
            return moment, places[match.start()], places[match.end() - 1] + 1
    return None


# --- days ---------------------------------------------------------------------------------------------------------


def _relative(groups: dict[str, str], now: datetime, ahead: bool) -> date:
    return now.date() + timedelta(days=_RELATIVE[groups["word"]])


def _part_of_today(groups: dict[str, str], now: datetime, ahead: bool) -> datetime:
    return datetime.combine(now.date(), _THIS_PART[groups["word"]])


def _weekday(groups: dict[str, str], now: datetime, ahead: bool) -> date:
    wanted = _WEEKDAYS.index(groups["weekday"]) % 7
    forward = (wanted - now.weekday()) % 7
    if groups["last"]:
        return now.date() - timedelta(days=(7 - forward) % 7 or 7)
    if groups["fortnight"]:
        forward = (forward or 7) + 7
    return now.date() + timedelta(days=forward or (0 if groups["this"] else 7))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _shifted(now: datetime, count: int, unit: str) -> datetime | date:
    unit = _UNITS.get(unit) or _UNITS[unit.rstrip("s")]
    if unit in ("minute", "hour"):
        return (now + timedelta(**{f"{unit}s": count})).replace(second=0, microsecond=0)
    if unit in ("day", "week", "fortnight"):
        return now.date() + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return _months_on(now.date(), count * (12 if unit == "year" else 1))


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _in_a_while(groups: dict[str, str], now: datetime, ahead: bool) -> datetime | date:
    return _shifted(now, _count(groups["count"]), groups["unit"])


def _a_while_ago(groups: dict[str, str], now: datetime, ahead: bool) -> datetime | date:
    return _shifted(now, -_count(groups["count"]), groups["unit"])


def _fraction_of_hour(groups: dict[str, str], now: datetime, ahead: bool) -> datetime | date:
    return _shifted(now, 15 if "quart" in groups["part"] or "quarter" in groups["part"] else 30, "minute")


def _next_or_last(groups: dict[str, str], now: datetime, ahead: bool) -> datetime | date:
    """Next week is its Monday; next month and next year are this day of theirs."""
    step = 1 if groups["way"] in ("prochain", "prochaine", "next") else -1
    if _UNITS[groups["unit"]] == "week":
        return now.date() + timedelta(days=7 * step - now.weekday())
    return _shifted(now, step, groups["unit"])


def _edge(groups: dict[str, str], now: datetime, ahead: bool) -> date:
    if groups["word"].endswith(("mois", "month")):
        return now.date().replace(day=calendar.monthrange(now.year, now.month)[1])
    wanted = 4 if groups["word"].endswith(("semaine", "week")) else 5
    return now.date() + timedelta(days=(wanted - now.weekday()) % 7)


def _in_year(year: str, month: int, day: int, now: datetime, ahead: bool) -> date:
    if year:
        number = int(year)
        return date(number if number >= 100 else 2000 + number, month, day)
    candidates = []
    for number in range(now.year - 1, now.year + 5):  # 29 February may be years away
        try:
            candidates.append(date(number, month, day))
        except ValueError:
            continue
    if ahead:
        return next(one for one in candidates if one >= now.date())
    return min(candidates, key=lambda one: (abs(one - now.date()), one < now.date()))


def _day_and_month(groups: dict[str, str], now: datetime, ahead: bool) -> date:
    return _in_year(groups["year"], _MONTHS[groups["month"]], int(groups["day"]), now, ahead)


def _day_number(groups: dict[str, str], now: datetime, ahead: bool) -> date:
    """ "le 15": of this month or the nearest, with `ahead` the coming one."""
    day, this = int(groups["day"]), now.date().replace(day=1)
    firsts = [_months_on(this, months) for months in range(0 if ahead else -1, 3)]
    days = [one.replace(day=day) for one in firsts if day <= calendar.monthrange(one.year, one.month)[1] and day]
    if ahead:
        return next(one for one in days if one >= now.date())
    return min(days, key=lambda one: (abs(one - now.date()), one < now.date()))


def _numbers(groups: dict[str, str], now: datetime, ahead: bool) -> date | None:
    first, second, year = int(groups["first"]), int(groups["second"]), groups["year"]
    if not year and (first, second) == (24, 7):
        return None  # round the clock, not 24 July
    day, month = (second, first) if second > 12 else (first, second)
    return _in_year(year, month, day, now, ahead)


def _iso(groups: dict[str, str], now: datetime, ahead: bool) -> date:
    return date(int(groups["year"]), int(groups["month"]), int(groups["day"]))


_ON = r"(?:(?:pour )?le |on |for |du |by )?"
_THE_DAY = rf"(?:(?:{_WEEKDAY})[, ]+(?:the )?(?:le )?)?"


def _way(pattern: str, read: Reader, after: str = r"(?!\w)") -> tuple[re.Pattern[str], Reader]:
    return re.compile(rf"(?<![\w#@/.-])(?:{pattern}){after}"), read


def _named_weekday(groups: dict[str, str], now: datetime, ahead: bool) -> date:
    return _weekday({**groups, "last": groups["last"] or groups["last2"]}, now, ahead)


_DAY, _UNITS_ = r"(?P<day>\d{1,2})", rf"(?P<unit>{_UNIT}s?)"
_WAYS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    _way(rf"{_ON}{_YEAR}(?P<mark>[-/])(?P<month>\d\d)(?P=mark){_DAY}", _iso, r"(?=t\d|\W|$)"),
    _way(rf"(?P<word>{_any(_RELATIVE)})", _relative),
    _way(rf"(?P<word>{_any(_THIS_PART)})", _part_of_today),
    _way(
        rf"{_ON}{_THE_DAY}{_DAY}(?:er|st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\b\.?(?:,? {_YEAR})?",
        _day_and_month,
    ),
    _way(
        rf"{_ON}{_THE_DAY}(?P<month>{_MONTH})\b\.? (?:the )?{_DAY}(?:st|nd|rd|th)?(?![\d:h])(?:,? {_YEAR})?",
        _day_and_month,
    ),
    _way(rf"(?:on |le |for |du |by |au )(?:the )?{_DAY}(?:er|st|nd|rd|th)", _day_number),
    _way(
        rf"(?:le |{_ON}(?:{_WEEKDAY}) (?:the )?){_DAY}(?! ?(?:[\d/:.,%€h-]|heures|min|{_MONTH}))(?:st|nd|rd|th)?",
        _day_number,
    ),
    _way(
        rf"{_ON}{_THE_DAY}(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d\d)",
        _numbers,
    ),
    _way(rf"{_ON}{_THE_DAY}(?P<first>\d\d)/(?P<second>\d{{1,2}})(?P<year>)(?!/)", _numbers),
    _way(rf"{_ON}{_THE_DAY}(?P<first>\d)/(?P<second>\d\d)(?P<year>)(?!/)", _numbers),
    _way(
        rf"{_ON}(?P<this>ce |this )?(?:next )?(?P<last>last )?(?P<weekday>{_WEEKDAY})"
        r"(?:(?P<fortnight> en huit| week)| prochain|(?P<last2> dernier| passe))?",
        _named_weekday,
    ),
    _way(rf"(?:dans|d'ici|in|within) (?P<count>{_NUMBER}) ?{_UNITS_}", _in_a_while),
    _way(rf"(?P<count>{_NUMBER}) {_UNITS_} (?:later|from now)", _in_a_while),
    _way(
        r"(?:dans|in) (?P<part>(?:un )?quart d'heure|(?:une )?demi[- ]heure|half an hour|a quarter of an hour)",
        _fraction_of_hour,
    ),
    _way(rf"il y a (?P<count>{_NUMBER}) {_UNITS_}", _a_while_ago),
    _way(rf"(?P<count>{_NUMBER}) {_UNITS_} ago", _a_while_ago),
    _way(r"(?:la |le |l')?(?P<unit>semaine|mois|an|annee) (?P<way>prochaine?|derniere?|passee?)", _next_or_last),
    _way(r"(?P<way>next|last) (?P<unit>week|month|year)", _next_or_last),
    _way(
        r"(?P<word>(?:a la |en )?fin (?:du|de|de la) (?:mois|semaine)"
        r"|(?:at |by )?(?:the )?end of (?:the )?(?:month|week)|ce week-?end|this weekend|(?:at )?the weekend)",
        _edge,
    ),
)
