"""Days that return, of the kinds she has not switched off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from journal.domain.changes import Changes
from journal.domain.errors import InvalidEntry
from journal.domain.returning_days import ELSEWHERE, FRANCE, KINDS, REGIONS, ReturningDay, assistants_day
from journal.store import returning
from journal.store.journal import Journal
from journal.system import words

_SWITCH = "days.off."  # and the kind: a setting that is "yes" where she does not want it
_REGION = "days.region"
FARTHEST = 366  # days ahead


def wanted(journal: Journal, kind: str) -> bool:
    """Whether a kind is shown; all are, until she switches one off."""
    return not journal.setting(_SWITCH + kind)


def region(journal: Journal) -> str:
    """Whose assistants' day it is; as she chose, else by her language."""
    chosen = journal.setting(_REGION)
    return chosen if chosen in REGIONS else FRANCE if words.language() == "fr" else ELSEWHERE


def switch(journal: Journal, *, kind: str, on: bool) -> Changes:
    """Shows a kind, or shows it no more. Raises InvalidEntry for one there is not."""
    if kind not in KINDS:
        raise InvalidEntry("not_one_of", "type", value=kind[:60], allowed=", ".join(KINDS))
    return _set(journal, _SWITCH + kind, "" if on else "yes")


def choose_region(journal: Journal, *, region: str) -> Changes:
    if region not in REGIONS:
        raise InvalidEntry("not_one_of", "type", value=region[:60], allowed=", ".join(REGIONS))
    return _set(journal, _REGION, region)


def _set(journal: Journal, key: str, value: str) -> Changes:
    with journal.writing("setting") as writer:
        writer.change_setting(key, value)
    return writer.changes


def between(journal: Journal, *, first: date, last: date) -> list[ReturningDay]:
    """Those from one day to another, both included, the soonest first. Of a span longer than a year only its
    beginning is looked at."""
    if last < first:
        return []
    last = min(last, date.fromordinal(min(first.toordinal() + FARTHEST, date.max.toordinal())))
    readers: dict[str, Callable[[Journal, date, date], list[ReturningDay]]] = {
        "assistants": _assistants,
        "birthday": returning.birthdays,
        "met": returning.meetings,
        "renewal": returning.renewals,
    }
    with journal.reading():
        found = [one for kind in KINDS if wanted(journal, kind) for one in readers[kind](journal, first, last)]
    return sorted(found, key=lambda one: (one.day, KINDS.index(one.kind), one.title, one.id))


def _assistants(journal: Journal, first: date, last: date) -> list[ReturningDay]:
    here = region(journal)
    days = (assistants_day(year, here) for year in range(first.year, last.year + 1))
    return [ReturningDay("assistants", day) for day in days if first <= day <= last]
