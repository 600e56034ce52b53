"""Days as they are written: what reads each way of writing them (day_ways.py)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from journal.domain.capture.time_words import (
    MONTHS,
    NTH,
    RELATIVE,
    SEASONS,
    THIS_PART,
    count_of,
    unit_of,
    weekday_of,
)
from journal.domain.keep_in_touch import months_later

PAST, AHEAD = "past", "ahead"
FIRST_YEAR, LAST_YEAR = 1800, 2200


@dataclass(frozen=True, slots=True)
class Seen:
    """From where a day is looked at: now; the tense of what is said ("past", "ahead", "" where nothing tells); whether
    03/05 is the 5th of March."""

    now: datetime
    tense: str = ""
    month_first: bool = False


Groups = dict[str, str]
Day = datetime | date
Reader = Callable[[Groups, Seen], "Day | tuple[date, date] | None"]


# --- counted from today -------------------------------------------------------------------------------------------


def shifted(now: datetime, count: int, unit: str) -> Day:
    if unit in ("minute", "hour"):
        return (now + timedelta(**{f"{unit}s": count})).replace(second=0, microsecond=0)
    if unit in ("day", "week", "fortnight"):
        return now.date() + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return months_later(now.date(), count * {"month": 1, "quarter": 3, "year": 12}[unit])


def read_relative(groups: Groups, seen: Seen) -> date:
    return seen.now.date() + timedelta(days=RELATIVE[groups["word"]])


def read_part_of_today(groups: Groups, seen: Seen) -> datetime:
    days, at = THIS_PART[groups["word"]]
    return datetime.combine(seen.now.date() + timedelta(days=days), at)


def read_in_a_while(groups: Groups, seen: Seen) -> Day | None:
    if seen.tense == PAST and groups.get("in") in ("in", "within"):
        return None  # "organised in 3 days" is how long it took
    return shifted(seen.now, count_of(groups["count"]), unit_of(groups["unit"]))


def read_a_while_ago(groups: Groups, seen: Seen) -> Day:
    return shifted(seen.now, -count_of(groups["count"]), unit_of(groups["unit"]))


def read_fraction_of_hour(groups: Groups, seen: Seen) -> Day:
    return shifted(seen.now, 15 if "quart" in groups["part"] else 30, "minute")


def read_next_or_last(groups: Groups, seen: Seen) -> Day:
    """Next week is its Monday (or the weekday named with it); next month and next year are this day of theirs."""
    step = 1 if groups["way"].startswith(("prochain", "next", "suivant")) else -1
    if unit_of(groups["unit"]) != "week":
        return shifted(seen.now, step, unit_of(groups["unit"]))
    monday = seen.now.date() + timedelta(days=7 * step - seen.now.weekday())
    named = groups.get("weekday") or groups.get("weekday2")
    if named:
        return monday + timedelta(days=weekday_of(named))
    part = groups.get("end") or ""
    return monday + timedelta(days=4 if re.search("fin|end|late", part) else 2 if re.search("mi", part) else 0)


def read_weeks_on(groups: Groups, seen: Seen) -> date:
    """ "Tuesday week", "a week on Tuesday", "mardi en quinze", "a week tomorrow"."""
    weeks = 2 if groups.get("quinze") or groups.get("two") else 1
    word = groups.get("word") or groups.get("word2")
    if word:
        return seen.now.date() + timedelta(days=RELATIVE[word] + 7 * weeks)
    forward = (weekday_of(groups.get("weekday") or groups["weekday2"]) - seen.now.weekday()) % 7
    return seen.now.date() + timedelta(days=(forward or 7) + 7 * weeks)


def read_weekday(groups: Groups, seen: Seen) -> date:
    wanted = weekday_of(groups.get("weekday") or groups["short"])
    forward = (wanted - seen.now.weekday()) % 7
    back = seen.now.date() - timedelta(days=(7 - forward) % 7 or 7)
    if groups.get("last") or groups.get("last2"):
        return back
    if seen.tense == PAST and not groups.get("next"):
        return seen.now.date() if groups["this"] and not forward else back
    return seen.now.date() + timedelta(days=forward or (0 if groups["this"] else 7))


# --- with a number ------------------------------------------------------------------------------------------------


def in_year(year: str, month: int, day: int, seen: Seen) -> date:
    """Without a year: the nearest, or the last or the coming one by the tense. Raises ValueError, StopIteration."""
    if year:
        number = int(year)
        return date(number if number >= 100 else 2000 + number, month, day)
    today = seen.now.date()
    candidates = []
    for number in range(today.year - 5, today.year + 6):  # 29 February may be years away
        try:
            candidates.append(date(number, month, day))
        except ValueError:
            continue  # no such day in that year
    return _by_tense(candidates, seen)


def _by_tense(days: list[date], seen: Seen) -> date:
    today = seen.now.date()
    if seen.tense == AHEAD:
        return next(one for one in days if one >= today)
    if seen.tense == PAST:
        return next(one for one in reversed(days) if one <= today)
    return min(days, key=lambda one: (abs(one - today), one < today))


def read_day_and_month(groups: Groups, seen: Seen) -> date:
    return in_year(groups.get("year", ""), MONTHS[groups["month"]], _number(groups["day"]), seen)


def _number(text: str) -> int:
    return 1 if text == "premier" else int(text)


def read_days_of_month(groups: Groups, seen: Seen) -> tuple[date, date] | None:
    last = in_year(groups.get("year", ""), MONTHS[groups["month"]], int(groups["last"]), seen)
    month = MONTHS[groups.get("month1") or groups["month"]]
    first = date(last.year - (month > last.month), month, _number(groups["day"]))
    return (first, last) if first < last else None


def read_day_number(groups: Groups, seen: Seen) -> date:
    """ "le 15": of this month or the nearest; by the tense the last or the coming one; with a weekday the one it is."""
    day, this = _number(groups["day"]), seen.now.date().replace(day=1)
    firsts = [months_later(this, months) for months in range(-7, 8)]
    days = [one.replace(day=day) for one in firsts if 0 < day <= calendar.monthrange(one.year, one.month)[1]]
    named = groups.get("weekday") or groups.get("short")
    if named:
        days = [one for one in days if one.weekday() == weekday_of(named)]
    return _by_tense(days, seen)


def read_numbers(groups: Groups, seen: Seen) -> date | None:
    first, second, year = int(groups["first"]), int(groups["second"]), groups["year"]
    if not year and (first, second) == (24, 7):
        return None  # round the clock, not 24 July
    day, month = (second, first) if (seen.month_first or second > 12) and first <= 12 else (first, second)
    return in_year(year, month, day, seen)


def read_dotted(groups: Groups, seen: Seen) -> date | None:
    """ "le 27.11", "vendredi 27.11": no time or price, and with a weekday only where it is one of that day."""
    month_last = replace(seen, month_first=False)
    first, second = groups["first"] or groups["first2"], groups["second"] or groups["second2"]
    day = read_numbers({"first": first, "second": second, "year": ""}, month_last)
    named = groups["weekday"] or groups["short"]
    if day is None or not named:
        return day
    near = -14 <= (day - seen.now.date()).days <= 90  # "Friday 9.10" is rather ten past nine
    return day if near and day.weekday() == weekday_of(named) else None


def read_iso(groups: Groups, seen: Seen) -> date:
    return date(int(groups["year"]), int(groups["month"]), int(groups["day"]))


# --- parts of months and weeks ------------------------------------------------------------------------------------


def read_edge(groups: Groups, seen: Seen) -> date:
    word = groups["word"]
    today = seen.now.date()
    if word.endswith(("annee", "an", "year")):
        return date(today.year, 12, 31)
    if word.endswith(("mois", "month")):
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    wanted = 4 if word.endswith(("semaine", "week")) else 5
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _place_in_month(month: date, where: str) -> date:
    if where.startswith(("debut", "early", "beginning", "start")):
        return month.replace(day=1)
    if where.startswith(("mi", "mid", "courant")):
        return month.replace(day=15)
    if where.startswith(("fin", "end", "late")):
        return month.replace(day=calendar.monthrange(month.year, month.month)[1])
    return month.replace(day=1)


def read_part_of_month(groups: Groups, seen: Seen) -> date:
    day = _place_in_month(date(2000, MONTHS[groups["month"]], 1), groups["where"]).day
    if (groups["month"], day) in (("fevrier", 29), ("fev", 29), ("february", 29), ("feb", 29)):
        day = 28
    return in_year(groups.get("year", ""), MONTHS[groups["month"]], day, _coming(seen))


def read_part_of_near_month(groups: Groups, seen: Seen) -> date:
    way = groups.get("way") or groups.get("way2") or ""
    step = 1 if way.startswith(("prochain", "next")) else -1 if way else 0
    return _place_in_month(months_later(seen.now.date().replace(day=1), step), groups["where"])


def read_month_alone(groups: Groups, seen: Seen) -> date:
    """ "en mars", "in March 2027": its first day; a month that may be the present one is today."""
    month, year = MONTHS[groups["month"]], groups.get("year", "")
    if month == seen.now.month and year in ("", str(seen.now.year)):
        return seen.now.date()
    return in_year(year, month, 1, _coming(seen))


def _coming(seen: Seen) -> Seen:
    """A month that is named without a day is the one to come, unless the tense says that it is past."""
    return seen if seen.tense else replace(seen, tense=AHEAD)


def read_month_by_way(groups: Groups, seen: Seen) -> date:
    """ "mars prochain", "last October": the first day of the next such month, or of the last one."""
    ahead = groups.get("way") in ("next", "prochain") or groups.get("way2") in ("next", "prochain")
    months = (MONTHS[groups.get("month") or groups["month2"]] - seen.now.month) % 12
    return months_later(seen.now.date().replace(day=1), (months or 12) if ahead else months - 12)


def read_season(groups: Groups, seen: Seen) -> date:
    """ "été 2027", "next spring": the day it begins."""
    month, day = SEASONS[groups.get("season") or groups["season2"]]
    if groups.get("year"):
        return date(int(groups["year"]), month, day)
    today, back = seen.now.date(), groups.get("way", groups.get("way2", "")) in ("last", "dernier")
    days = [date(today.year + years, month, day) for years in (-1, 0, 1)]
    return max(one for one in days if one <= today) if back else min(one for one in days if one > today)


def read_nth_weekday(groups: Groups, seen: Seen) -> date | None:
    nth, weekday = NTH[groups["nth"]], weekday_of(groups["weekday"])
    if groups.get("month"):
        years = [int(groups["year"])] if groups.get("year") else range(seen.now.year - 1, seen.now.year + 2)
        firsts = [date(year, MONTHS[groups["month"]], 1) for year in years]
    else:
        firsts = [months_later(seen.now.date().replace(day=1), 1 if groups.get("following") else 0)]
    days = [nth_of(first, weekday, nth) for first in firsts]
    found = [day for day in days if day is not None]
    if not groups.get("month") and seen.tense == AHEAD and found and found[0] < seen.now.date():
        return nth_of(months_later(seen.now.date().replace(day=1), 1), weekday, nth)
    return found[0] if len(found) == 1 else _by_tense(found, seen)


def nth_of(first: date, weekday: int, nth: int) -> date | None:
    """The nth (-1: last) such weekday of the month that begins on `first`."""
    if nth < 0:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == first.month else None


FEASTS = {
    **dict.fromkeys(("noel", "christmas", "christmas day", "xmas"), (12, 25)),
    **dict.fromkeys(("veille de noel", "la veille de noel", "christmas eve"), (12, 24)),
    **dict.fromkeys(("jour de l'an", "le jour de l'an", "nouvel an", "le nouvel an", "new year's day"), (1, 1)),
    **dict.fromkeys(("new year's eve", "saint-sylvestre", "la saint-sylvestre"), (12, 31)),
}


def read_feast(groups: Groups, seen: Seen) -> date:
    return in_year("", *FEASTS[groups["feast"]], seen)
