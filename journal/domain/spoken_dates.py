"""Days and times as people write them, in French or English, inside a sentence: "café demain 9h", "3 weeks ago"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from journal.domain.capture.clock import TIME_ALONE, at_work, read_time
from journal.domain.capture.days import AHEAD, Seen
from journal.domain.capture.moments import find_moment
from journal.domain.capture.plain import LONGEST_READ, plain
from journal.domain.capture.time_words import MORNING

__all__ = ["LONGEST_READ", "MORNING", "Found", "find_date", "spoken_moment"]

Found = tuple[datetime | date, int, int]


def find_date(text: str, now: datetime, *, ahead: bool = False, month_first: bool = False) -> Found | None:
    """The first day named in `text`, with where it begins and ends there (its "le", "on" and time included).

    A datetime where a time is named too, else a date. A day and month without a year is taken in the nearest year,
    or with `ahead` in the coming one. Numbers like 03/05/2026 are read day first, or `month_first`, unless that is
    impossible.
    """
    said, places = plain(text)
    moment = find_moment(said, Seen(now, AHEAD if ahead else "", month_first))
    if moment is None:
        return None
    start, end = min(one for one, _ in moment.spans), max(one for _, one in moment.spans)
    return moment.starts, places[start], places[end - 1] + 1


def spoken_moment(text: str, now: datetime, language: str = "", *, month_first: bool = False) -> datetime | None:
    """The coming moment that the whole of `text` names ("tomorrow", "demain 9h", "in 2 hours"); None where it names
    none, or says something besides. A day without a time is at nine in the morning."""
    said = text.strip()
    alone = TIME_ALONE.fullmatch(plain(said)[0])
    if alone:
        try:
            moment = datetime.combine(now.date(), at_work(read_time(alone.groupdict())))
        except (ValueError, KeyError):
            return None
        return moment if moment > now else moment + timedelta(days=1)
    found = find_date(said, now, ahead=True, month_first=month_first)
    if found is None or re.search(r"\w", said[: found[1]] + said[found[2] :]):
        return None
    moment = found[0] if isinstance(found[0], datetime) else datetime.combine(found[0], MORNING)
    return moment.replace(second=0, microsecond=0)
