"""The ways in which days are written, in French and English, the longer before the shorter; each with what reads it."""

from __future__ import annotations

import re

from journal.domain.capture.days import (
    FEASTS,
    Reader,
    read_a_while_ago,
    read_day_and_month,
    read_day_number,
    read_days_of_month,
    read_dotted,
    read_edge,
    read_feast,
    read_fraction_of_hour,
    read_in_a_while,
    read_iso,
    read_month_alone,
    read_month_by_way,
    read_next_or_last,
    read_nth_weekday,
    read_numbers,
    read_part_of_month,
    read_part_of_near_month,
    read_part_of_today,
    read_relative,
    read_season,
    read_weekday,
    read_weeks_on,
)
from journal.domain.capture.plain import any_of
from journal.domain.capture.time_words import (
    MONTH,
    NTH,
    NUMBER,
    RELATIVE,
    SEASONS,
    SHORT,
    THIS_PART,
    UNIT,
    WEEKDAY,
    YEAR,
)

_ON = (
    r"(?:(?:(?:avant|pour|d'ici(?: a)?|before|by|for|on|du|from|des|a partir de|a compter de|starting(?: on| from)?"
    r"|as of|as from|beginning|la veille au soir du|dans la semaine de|la semaine de|(?:in |during )?the week of"
    r"|(?:the )?week (?:beginning|commencing|of)|w/c) )?(?:le |the )?"
    r"|(?:a partir|a compter|(?:dans |pendant |courant )?(?:la )?semaine) du |on |for |du |by |au )"
)
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
    _way(rf"{_ON}{YEAR}(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)", read_iso, r"(?=t\d|\W|$)"),
    # weeks
    _way(
        rf"(?:{_ON}(?P<weekday>{WEEKDAY})|(?P<word>demain|aujourd'hui)) en (?:huit|8|(?P<quinze>quinze|15))",
        read_weeks_on,
    ),
    _way(
        rf"(?:(?:a|one|1) week|(?P<two>two weeks|2 weeks|a fortnight)) (?:on |from |after )?"
        rf"(?:(?:next |this )?(?P<weekday>{WEEKDAY})|(?P<word>tomorrow|today))",
        read_weeks_on,
    ),
    _way(rf"(?:on )?(?:(?P<weekday>{WEEKDAY})|(?P<word>tomorrow|today)) (?:week|(?P<quinze>fortnight))", read_weeks_on),
    _way(
        rf"{_ON}(?P<weekday>{WEEKDAY}) (?:de )?(?:la )?(?P<unit>semaine) (?P<way>{_NEXT})"
        rf"|{_ON}(?P<weekday2>{WEEKDAY})(?: of)? (?P<way2>next|last) (?P<unit2>week)",
        lambda g, s: read_next_or_last({**g, "way": g["way"] or g["way2"], "unit": "week"}, s),
    ),
    _way(
        rf"(?P<end>(?:en |a la |d'ici |au )?(?:fin|debut|milieu) de )?(?:la |le |l')?(?P<unit>semaine|mois|an|annee"
        rf"|trimestre) (?P<way>{_NEXT})"
        rf"(?:,? (?:le )?(?P<weekday>{WEEKDAY}))?",
        read_next_or_last,
    ),
    _way(
        rf"(?P<end>(?:at |by |in )?(?:the )?(?:end of|early|late|mid|middle of|beginning of|start of)[ -])?"
        rf"(?P<way>next|last) (?P<unit>week|month|year|quarter)"
        rf"(?:,? (?:on )?(?P<weekday>{WEEKDAY}))?",
        read_next_or_last,
    ),
    # counted
    _way(rf"(?:pour )?(?P<word>{any_of(RELATIVE)})", read_relative),
    _way(rf"(?P<word>{any_of(THIS_PART)})", read_part_of_today),
    _way(
        rf"(?P<in>dans|d'ici|sous|in|within) (?:environ |about )?(?P<count>{NUMBER}) ?{_UNITS}(?:'s? time)?",
        read_in_a_while,
    ),
    _way(rf"(?P<count>{NUMBER}) {_UNITS} (?:later|from now|from today|plus tard)", read_in_a_while),
    _way(
        r"(?:dans|in) (?P<part>(?:un )?quart d'heure|(?:une )?demi[- ]heure|half an hour|a quarter of an hour)",
        read_fraction_of_hour,
    ),
    _way(rf"il y a (?:environ )?(?P<count>{NUMBER}) ?{_UNITS}", read_a_while_ago),
    _way(rf"(?P<count>{NUMBER}) {_UNITS} ago", read_a_while_ago),
    # months
    _way(
        rf"(?:le |the |on the )?(?P<nth>{any_of(NTH)}) (?P<weekday>{WEEKDAY}) (?:de |d'|du |of |in )?"
        rf"(?:{_MONTH}{_YEARS}|(?P<following>mois prochain|next month)|(?:ce )?mois|(?:the|this) month)",
        read_nth_weekday,
    ),
    _way(
        rf"(?:du |les |le |from |the |on |entre le )?{_THE_DAY}{_DAY}{_ORD}(?: (?P<month1>{MONTH})\.?)?"
        rf"(?: ?[-–] ?| au | et | & | to | and | (?:au|et) (?:{WEEKDAY}) )(?:le |the )?(?P<last>3[01]|[12]\d|0?[1-9])"
        rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}{_YEARS}",
        read_days_of_month,
    ),
    _way(
        rf"(?:from |on )?{_MONTH} {_DAY}{_ORD} ?(?:[-–]|to|and) ?(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
        rf"(?![\d:h]){_YEARS}",
        read_days_of_month,
    ),
    _way(rf"{_ON}{_THE_DAY}{_DAY}{_ORD} (?:of |de )?{_MONTH}{_YEARS}", read_day_and_month),
    _way(rf"{_ON}{_THE_DAY}{_MONTH} (?:the )?{_DAY}{_ORD}(?![\d:h]| ?[ap]m){_YEARS}", read_day_and_month),
    _way(
        rf"(?:d'ici |vers |a |by |at |in )?(?:la |the )?(?P<where>debut|mi|courant|fin|early|mid|late|end of"
        rf"|beginning of"
        rf"|start of)(?:-| | d'| de )(?:the )?{_MONTH}{_YEARS}",
        read_part_of_month,
    ),
    _way(
        r"(?:d'ici |en |a |au |by |at )?(?:la |le |the )?(?P<where>debut|mi|milieu|fin|beginning|end|start)(?:-| )"
        r"(?:du |de |of )?(?:(?P<way>next|last) month|(?:the )?mois (?P<way2>prochain|dernier))",
        read_part_of_near_month,
    ),
    _way(rf"(?P<month>{MONTH})\b\.? {YEAR}", read_month_alone),
    _way(
        rf"(?:en |in )?(?:(?P<way>next|last) (?P<month>{MONTH})|(?P<month2>{MONTH}) (?P<way2>prochain|dernier))"
        rf"(?! {_DAY}\b)",
        read_month_by_way,
    ),
    _way(
        rf"(?:a l'|l'|cet |au |le |ce |en |in |the )?(?:(?P<way>next|last) (?P<season>{any_of(SEASONS)})"
        rf"|(?P<season2>{any_of(SEASONS)}) (?:{YEAR}|(?P<way2>prochain|dernier)))",
        read_season,
    ),
    _way(
        rf"(?:en|in|courant|au mois de|au mois d'|for|pour) ?(?P<month>{MONTH})(?! \d{{1,2}}\b)\b\.?{_YEARS}",
        read_month_alone,
    ),
    _way(
        rf"(?:on |le |for |du |by |au |before |avant |the )(?:le )?(?:the )?{_DAY}(?:er|st|nd|rd|th)"
        r"(?! (?:floor|time|row|edition|person|quarter|week|attempt|draft|version|anniversary|year|place|meeting"
        r"|session"
        r"|call|round|one|arrondissement|etage|trimestre|fois|adjoint|prix))",
        read_day_number,
    ),
    _way(rf"{_ON}(?:{_ANY_DAY}) (?:the |le )?{_DAY}{_NOT_MORE}(?:st|nd|rd|th|er)?", read_day_number),
    _way(rf"(?:(?:pour|avant|d'ici|by) )?(?:le|du){'[ ]'}{_DAY}{_NOT_MORE}(?: (?:du|de ce) mois)?", read_day_number),
    # numbers
    _way(
        rf"{_ON}{_THE_DAY}(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d\d)",
        read_numbers,
    ),
    _way(rf"{_ON}{_THE_DAY}(?P<first>\d\d)/(?P<second>\d{{1,2}})(?P<year>)(?!/)", read_numbers),
    _way(rf"{_ON}{_THE_DAY}(?P<first>\d)/(?P<second>\d\d)(?P<year>)(?!/)", read_numbers),
    _way(
        rf"(?:le |on |du |avant le |before |(?:{WEEKDAY}|(?:{SHORT})\.?) )(?P<first>\d)/(?P<second>\d)(?P<year>)"
        r"(?! (?:de|des|du|of|d')\b)(?!/)",
        read_numbers,
    ),
    _way(
        rf"(?:le |du |au |on |(?:le )?(?:(?P<weekday>{WEEKDAY})"
        rf"|(?P<short>{SHORT})\.?) )(?P<first>\d{{1,2}})\.(?P<second>0[1-9]|1[0-2])(?P<year>)"
        rf"|(?<=[a-z] )(?P<first2>\d\d)\.(?P<second2>0[1-9]|1[0-2])(?= (?:a |at |de |from |@ ?)\d{{1,2}} ?(?:h|:"
        rf"|am|pm))",
        read_dotted,
        r"(?![\w:/%€.-]*\w)(?! ?(?:%|€|£|am|pm))",
    ),
    _way(
        rf"{_ON}(?P<this>ce |this )?(?:(?P<next>next|coming) )?(?P<last>last |past )?(?P<weekday>{WEEKDAY})"
        r"(?: (?:prochain|next|qui vient)| (?P<last2>dernier|passe|last))?",
        read_weekday,
    ),
    _way(
        rf"(?:on |(?P<this>this |ce )|(?P<next>next )|(?P<last>last ))(?P<short>{SHORT})(?! \d)\b\.?",
        lambda g, s: None if g["short"] in ("mar", "mer", "sam", "dim") else read_weekday(g, s),
    ),
    _way(
        r"(?:on )?(?P<this>)(?P<short>mon|tues?|weds?|thu|thur|thurs|fri|sat|sun)\b\.?,?"
        r"(?= (?:at |from |@ ?)?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|-|to)| \d{1,2}[:.]\d\d)"
        r"|(?:le )?(?P<short2>lun|mar|mer|jeu|ven)\b\.?,?(?= (?:a |de )?\d{1,2} ?h)",
        lambda g, s: read_weekday({**g, "short": g["short"] or g["short2"]}, s),
    ),
    _way(
        r"(?P<word>(?:d'ici |avant |before )?(?:a |en )?(?:la )?fin (?:du|de|de la|de l'|d')? ?(?:mois|semaine|annee)"
        r"|(?:at |by |before )?(?:the )?end of (?:the |this )?(?:month|week|year)|(?:d'ici |avant "
        r"|pour )?(?:ce|le) week-?end|(?:by |before )?this weekend|(?:by|before) the weekend"
        r"|(?:at |over )?the weekend"
        r"|(?:on |le )?(?:the )?(?:dernier jour du mois|last (?:working )?day of (?:the|this) month))",
        read_edge,
    ),
    _way(r"(?P<feast>la veille de noel|christmas eve|new year's eve|christmas day|new year's day)", read_feast),
    _way(rf"(?:a|pour|at|before|avant|after|apres|for|on|by) (?P<feast>{any_of(FEASTS)})", read_feast),
)
