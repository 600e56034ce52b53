"""Days as they are written: named, numbered, counted from today; each way with what reads it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from journal.domain.capture.plain import any_of
from journal.domain.capture.time_words import (
    MONTH,
    MONTHS,
    NTH,
    NUMBER,
    RELATIVE,
    SEASONS,
    SHORT,
    THIS_PART,
    UNIT,
    WEEKDAY,
    YEAR,
    count_of,
    unit_of,
    weekday_of,
)

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


def months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shifted(now: datetime, count: int, unit: str) -> Day:
    if unit in ("minute", "hour"):
        return (now + timedelta(**{f"{unit}s": count})).replace(second=0, microsecond=0)
    if unit in ("day", "week", "fortnight"):
        return now.date() + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return months_on(now.date(), count * {"month": 1, "quarter": 3, "year": 12}[unit])


def _relative(groups: Groups, seen: Seen) -> date:
    return seen.now.date() + timedelta(days=RELATIVE[groups["word"]])


def _part_of_today(groups: Groups, seen: Seen) -> datetime:
    days, at = THIS_PART[groups["word"]]
    return datetime.combine(seen.now.date() + timedelta(days=days), at)


def _in_a_while(groups: Groups, seen: Seen) -> Day | None:
    if seen.tense == PAST and groups.get("in") in ("in", "within"):
        return None  # "organised in 3 days" is how long it took
    return shifted(seen.now, count_of(groups["count"]), unit_of(groups["unit"]))


def _a_while_ago(groups: Groups, seen: Seen) -> Day:
    return shifted(seen.now, -count_of(groups["count"]), unit_of(groups["unit"]))


def _fraction_of_hour(groups: Groups, seen: Seen) -> Day:
    return shifted(seen.now, 15 if "quart" in groups["part"] else 30, "minute")


def _next_or_last(groups: Groups, seen: Seen) -> Day:
    """Next week is its Monday (or the weekday named with it); next month and next year are this day of theirs."""
    step = 1 if groups["way"].startswith(("prochain", "next", "suivant")) else -1
    if unit_of(groups["unit"]) != "week":
        return shifted(seen.now, step, unit_of(groups["unit"]))
    monday = seen.now.date() + timedelta(days=7 * step - seen.now.weekday())
    named = groups.get("weekday") or groups.get("weekday2")
    if named:
        return monday + timedelta(days=weekday_of(named))
    return monday + timedelta(days=4 if groups.get("end") else 0)


def _weeks_on(groups: Groups, seen: Seen) -> date:
    """ "Tuesday week", "a week on Tuesday", "mardi en quinze", "a week tomorrow"."""
    weeks = 2 if groups.get("quinze") or groups.get("two") else 1
    word = groups.get("word") or groups.get("word2")
    if word:
        return seen.now.date() + timedelta(days=RELATIVE[word] + 7 * weeks)
    forward = (weekday_of(groups.get("weekday") or groups["weekday2"]) - seen.now.weekday()) % 7
    return seen.now.date() + timedelta(days=(forward or 7) + 7 * weeks)


def _weekday(groups: Groups, seen: Seen) -> date:
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
            continue
    return _by_tense(candidates, seen)


def _by_tense(days: list[date], seen: Seen) -> date:
    today = seen.now.date()
    if seen.tense == AHEAD:
        return next(one for one in days if one >= today)
    if seen.tense == PAST:
        return next(one for one in reversed(days) if one <= today)
    return min(days, key=lambda one: (abs(one - today), one < today))


def _day_and_month(groups: Groups, seen: Seen) -> date:
    return in_year(groups.get("year", ""), MONTHS[groups["month"]], _number(groups["day"]), seen)


def _number(text: str) -> int:
    return 1 if text == "premier" else int(text)


def _days_of_month(groups: Groups, seen: Seen) -> tuple[date, date] | None:
    last = in_year(groups.get("year", ""), MONTHS[groups["month"]], int(groups["last"]), seen)
    month = MONTHS[groups.get("month1") or groups["month"]]
    first = date(last.year - (month > last.month), month, _number(groups["day"]))
    return (first, last) if first < last else None


def _day_number(groups: Groups, seen: Seen) -> date:
    """ "le 15": of this month or the nearest; by the tense the last or the coming one; with a weekday the one it is."""
    day, this = _number(groups["day"]), seen.now.date().replace(day=1)
    firsts = [months_on(this, months) for months in range(-7, 8)]
    days = [one.replace(day=day) for one in firsts if 0 < day <= calendar.monthrange(one.year, one.month)[1]]
    named = groups.get("weekday") or groups.get("short")
    if named:
        days = [one for one in days if one.weekday() == weekday_of(named)]
    return _by_tense(days, seen)


def _numbers(groups: Groups, seen: Seen) -> date | None:
    first, second, year = int(groups["first"]), int(groups["second"]), groups["year"]
    if not year and (first, second) == (24, 7):
        return None  # round the clock, not 24 July
    day, month = (second, first) if (seen.month_first or second > 12) and first <= 12 else (first, second)
    return in_year(year, month, day, seen)


def _iso(groups: Groups, seen: Seen) -> date:
    return date(int(groups["year"]), int(groups["month"]), int(groups["day"]))


# --- parts of months and weeks ------------------------------------------------------------------------------------


def _edge(groups: Groups, seen: Seen) -> date:
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


def _part_of_month(groups: Groups, seen: Seen) -> date:
    day = _place_in_month(date(2000, MONTHS[groups["month"]], 1), groups["where"]).day
    if (groups["month"], day) in (("fevrier", 29), ("fev", 29), ("february", 29), ("feb", 29)):
        day = 28
    return in_year(groups.get("year", ""), MONTHS[groups["month"]], day, _coming(seen))


def _part_of_near_month(groups: Groups, seen: Seen) -> date:
    way = groups.get("way") or groups.get("way2") or ""
    step = 1 if way.startswith(("prochain", "next")) else -1 if way else 0
    return _place_in_month(months_on(seen.now.date().replace(day=1), step), groups["where"])


def _month_alone(groups: Groups, seen: Seen) -> date:
    """ "en mars", "in March 2027": its first day; a month that may be the present one is today."""
    month, year = MONTHS[groups["month"]], groups.get("year", "")
    if month == seen.now.month and year in ("", str(seen.now.year)):
        return seen.now.date()
    return in_year(year, month, 1, _coming(seen))


def _coming(seen: Seen) -> Seen:
    """A month that is named without a day is the one to come, unless the tense says that it is past."""
    return seen if seen.tense else replace(seen, tense=AHEAD)


def _month_by_way(groups: Groups, seen: Seen) -> date:
    """ "mars prochain", "last October": the first day of the next such month, or of the last one."""
    ahead = groups.get("way") in ("next", "prochain") or groups.get("way2") in ("next", "prochain")
    months = (MONTHS[groups.get("month") or groups["month2"]] - seen.now.month) % 12
    return months_on(seen.now.date().replace(day=1), (months or 12) if ahead else months - 12)


def _season(groups: Groups, seen: Seen) -> date:
    """ "été 2027", "next spring": the day it begins."""
    month, day = SEASONS[groups.get("season") or groups["season2"]]
    if groups.get("year"):
        return date(int(groups["year"]), month, day)
    today, back = seen.now.date(), groups.get("way", groups.get("way2", "")) in ("last", "dernier")
    days = [date(today.year + years, month, day) for years in (-1, 0, 1)]
    return max(one for one in days if one <= today) if back else min(one for one in days if one > today)


def _nth_weekday(groups: Groups, seen: Seen) -> date | None:
    nth, weekday = NTH[groups["nth"]], weekday_of(groups["weekday"])
    if groups.get("month"):
        years = [int(groups["year"])] if groups.get("year") else range(seen.now.year - 1, seen.now.year + 2)
        firsts = [date(year, MONTHS[groups["month"]], 1) for year in years]
    else:
        firsts = [months_on(seen.now.date().replace(day=1), 1 if groups.get("following") else 0)]
    days = [nth_of(first, weekday, nth) for first in firsts]
    found = [day for day in days if day is not None]
    if not groups.get("month") and seen.tense == AHEAD and found and found[0] < seen.now.date():
        return nth_of(months_on(seen.now.date().replace(day=1), 1), weekday, nth)
    return found[0] if len(found) == 1 else _by_tense(found, seen)


def nth_of(first: date, weekday: int, nth: int) -> date | None:
    """The nth (-1: last) such weekday of the month that begins on `first`."""
    if nth < 0:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == first.month else None


_FEASTS = {
    **dict.fromkeys(("noel", "christmas", "christmas day", "xmas"), (12, 25)),
    **dict.fromkeys(("veille de noel", "la veille de noel", "christmas eve"), (12, 24)),
    **dict.fromkeys(("jour de l'an", "le jour de l'an", "nouvel an", "le nouvel an", "new year's day"), (1, 1)),
    **dict.fromkeys(("new year's eve", "saint-sylvestre", "la saint-sylvestre"), (12, 31)),
}


def _feast(groups: Groups, seen: Seen) -> date:
    return in_year("", *_FEASTS[groups["feast"]], seen)


# --- the ways -----------------------------------------------------------------------------------------------------

_ON = r"(?:(?:(?:avant|pour|d'ici|before|by|for|on|du|from) )?(?:le |the )?|on |for |du |by |au )"
_ANY_DAY = rf"(?P<weekday>{WEEKDAY})|(?P<short>{SHORT})\.?(?= (?:the |le )?\d)"
_THE_DAY = rf"(?:(?:{WEEKDAY}|(?:{SHORT})\.?)[, ]+(?:the )?(?:le )?)?"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9]|premier)"
_ORD = r"(?:er|st|nd|rd|th)?"
_UNITS = rf"(?P<unit>{UNIT})"
_MONTH = rf"(?P<month>{MONTH})\b\.?"
_YEARS = rf"(?:,? (?:de |of )?{YEAR})?"
_NOT_MORE = (
    rf"(?! ?(?:[\d/:.,%€$£h'-]+\w|h\b|%|€|\$|heures|min|mn|janv|personnes|people|e\b|ans|years|jours|days|{MONTH}\b))"
)
_NEXT = r"prochaine?|suivante?|derniere?|passee?"


def _way(pattern: str, read: Reader, after: str = r"(?!\w)") -> tuple[re.Pattern[str], Reader]:
    return re.compile(rf"(?<![\w#@/.-])(?:{pattern}){after}"), read


WAYS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    _way(rf"{_ON}{YEAR}(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)", _iso, r"(?=t\d|\W|$)"),
    # weeks
    _way(
        rf"(?:{_ON}(?P<weekday>{WEEKDAY})|(?P<word>demain|aujourd'hui)) en (?:huit|8|(?P<quinze>quinze|15))", _weeks_on
    ),
    _way(
        rf"(?:(?:a|one|1) week|(?P<two>two weeks|2 weeks|a fortnight)) (?:on |from |after )?"
        rf"(?:(?:next |this )?(?P<weekday>{WEEKDAY})|(?P<word>tomorrow|today))",
        _weeks_on,
    ),
    _way(rf"(?:on )?(?:(?P<weekday>{WEEKDAY})|(?P<word>tomorrow|today)) (?:week|(?P<quinze>fortnight))", _weeks_on),
    _way(
        rf"{_ON}(?P<weekday>{WEEKDAY}) (?:de )?(?:la )?(?P<unit>semaine) (?P<way>{_NEXT})"
        rf"|{_ON}(?P<weekday2>{WEEKDAY})(?: of)? (?P<way2>next|last) (?P<unit2>week)",
        lambda g, s: _next_or_last({**g, "way": g["way"] or g["way2"], "unit": "week"}, s),
    ),
    _way(
        rf"(?P<end>(?:en |a la |d'ici )?fin de )?(?:la |le |l')?(?P<unit>semaine|mois|an|annee"
        rf"|trimestre) (?P<way>{_NEXT})"
        rf"(?: (?:le )?(?P<weekday>{WEEKDAY}))?",
        _next_or_last,
    ),
    _way(
        rf"(?P<end>(?:at |by )?(?:the )?end of )?(?P<way>next|last) (?P<unit>week|month|year|quarter)"
        rf"(?: (?:on )?(?P<weekday>{WEEKDAY}))?",
        _next_or_last,
    ),
    # counted
    _way(rf"(?:pour )?(?P<word>{any_of(RELATIVE)})", _relative),
    _way(rf"(?P<word>{any_of(THIS_PART)})", _part_of_today),
    _way(
        rf"(?P<in>dans|d'ici|sous|in|within) (?:environ |about )?(?P<count>{NUMBER}) ?{_UNITS}(?:'s? time)?",
        _in_a_while,
    ),
    _way(rf"(?P<count>{NUMBER}) {_UNITS} (?:later|from now|from today|plus tard)", _in_a_while),
    _way(
        r"(?:dans|in) (?P<part>(?:un )?quart d'heure|(?:une )?demi[- ]heure|half an hour|a quarter of an hour)",
        _fraction_of_hour,
    ),
    _way(rf"il y a (?:environ )?(?P<count>{NUMBER}) ?{_UNITS}", _a_while_ago),
    _way(rf"(?P<count>{NUMBER}) {_UNITS} ago", _a_while_ago),
    # months
    _way(
        rf"(?:le |the |on the )?(?P<nth>{any_of(NTH)}) (?P<weekday>{WEEKDAY}) (?:de |d'|du |of |in )?"
        rf"(?:{_MONTH}{_YEARS}|(?P<following>mois prochain|next month)|(?:ce )?mois|(?:the|this) month)",
        _nth_weekday,
    ),
    _way(
        rf"(?:du |les |le |from |the |on |entre le )?{_THE_DAY}{_DAY}{_ORD}(?: (?P<month1>{MONTH})\.?)?"
        rf"(?: ?[-–] ?| au | et | & | to | and | (?:au|et) (?:{WEEKDAY}) )(?:le |the )?(?P<last>3[01]|[12]\d|0?[1-9])"
        rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}{_YEARS}",
        _days_of_month,
    ),
    _way(
        rf"(?:from |on )?{_MONTH} {_DAY}{_ORD} ?(?:[-–]|to|and) ?(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
        rf"(?![\d:h]){_YEARS}",
        _days_of_month,
    ),
    _way(rf"{_ON}{_THE_DAY}{_DAY}{_ORD} (?:of |de )?{_MONTH}{_YEARS}", _day_and_month),
    _way(rf"{_ON}{_THE_DAY}{_MONTH} (?:the )?{_DAY}{_ORD}(?![\d:h]| ?[ap]m){_YEARS}", _day_and_month),
    _way(
        rf"(?:d'ici |vers |a |by |at |in )?(?:la |the )?(?P<where>debut|mi|courant|fin|early|mid|late|end of"
        rf"|beginning of"
        rf"|start of)(?:-| | d'| de )(?:the )?{_MONTH}{_YEARS}",
        _part_of_month,
    ),
    _way(
        r"(?:d'ici |en |a |au |by |at )?(?:la |le |the )?(?P<where>debut|mi|milieu|fin|beginning|end|start)(?:-| )"
        r"(?:du |de |of )?(?:(?P<way>next|last) month|(?:the )?mois (?P<way2>prochain|dernier))",
        _part_of_near_month,
    ),
    _way(rf"(?P<month>{MONTH})\b\.? {YEAR}", _month_alone),
    _way(
        rf"(?:en |in )?(?:(?P<way>next|last) (?P<month>{MONTH})|(?P<month2>{MONTH}) (?P<way2>prochain|dernier))"
        rf"(?! {_DAY}\b)",
        _month_by_way,
    ),
    _way(
        rf"(?:a l'|l'|cet |au |le |ce |en |in |the )?(?:(?P<way>next|last) (?P<season>{any_of(SEASONS)})"
        rf"|(?P<season2>{any_of(SEASONS)}) (?:{YEAR}|(?P<way2>prochain|dernier)))",
        _season,
    ),
    _way(
        rf"(?:en|in|courant|au mois de|au mois d'|for|pour) ?(?P<month>{MONTH})(?! \d{{1,2}}\b)\b\.?{_YEARS}",
        _month_alone,
    ),
    _way(rf"(?:on |le |for |du |by |au |before |avant |the )(?:le )?(?:the )?{_DAY}(?:er|st|nd|rd|th)", _day_number),
    _way(rf"{_ON}(?:{_ANY_DAY}) (?:the |le )?{_DAY}{_NOT_MORE}(?:st|nd|rd|th|er)?", _day_number),
    _way(rf"(?:(?:pour|avant|d'ici|by) )?(?:le|du){'[ ]'}{_DAY}{_NOT_MORE}(?: (?:du|de ce) mois)?", _day_number),
    # numbers
    _way(
        rf"{_ON}{_THE_DAY}(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d\d)",
        _numbers,
    ),
    _way(rf"{_ON}{_THE_DAY}(?P<first>\d\d)/(?P<second>\d{{1,2}})(?P<year>)(?!/)", _numbers),
    _way(rf"{_ON}{_THE_DAY}(?P<first>\d)/(?P<second>\d\d)(?P<year>)(?!/)", _numbers),
    _way(
        rf"(?:le |on |du |avant le |before |(?:{WEEKDAY}|(?:{SHORT})\.?) )(?P<first>\d)/(?P<second>\d)(?P<year>)"
        r"(?! (?:de|des|du|of|d')\b)(?!/)",
        _numbers,
    ),
    _way(
        rf"{_ON}(?P<this>ce |this )?(?:(?P<next>next|coming) )?(?P<last>last |past )?(?P<weekday>{WEEKDAY})"
        r"(?: (?:prochain|next|qui vient)| (?P<last2>dernier|passe|last))?",
        _weekday,
    ),
    _way(
        rf"(?:on |(?P<this>this |ce )|(?P<next>next )|(?P<last>last ))(?P<short>{SHORT})(?! \d)\b\.?",
        lambda g, s: None if g["short"] in ("mar", "mer", "sam", "dim") else _weekday(g, s),
    ),
    _way(
        r"(?:on )?(?P<this>)(?P<short>mon|tues?|weds?|thu|thur|thurs|fri|sat|sun)\b\.?,?"
        r"(?= (?:at |from |@ ?)?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|-|to)| \d{1,2}:\d\d)"
        r"|(?:le )?(?P<short2>lun|mar|mer|jeu|ven)\b\.?,?(?= (?:a |de )?\d{1,2} ?h)",
        lambda g, s: _weekday({**g, "short": g["short"] or g["short2"]}, s),
    ),
    _way(
        r"(?P<word>(?:d'ici |avant |before )?(?:a |en )?(?:la )?fin (?:du|de|de la|de l'|d')? ?(?:mois|semaine|annee)"
        r"|(?:at |by |before )?(?:the )?end of (?:the |this )?(?:month|week|year)|ce week-?end|this weekend"
        r"|(?:at |over )?the weekend)",
        _edge,
    ),
    _way(rf"(?:a|pour|at|before|avant|after|apres|for|on|by) (?P<feast>{any_of(_FEASTS)})", _feast),
)
