"""Series of a calendar: each once, at its first time with its rule in the notes, or at each of its times, as she says.

"Each" is every time up to a year from today, the latest ones where there are very many; what is cut is said.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice

from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.exchange.calendar_series import can_be_followed, times
from journal.exchange.icalendar import instance_key
from journal.exchange.proposals import Proposed, Question, Rejected, Repeats

KEY = "series"  # one answer for all calendars
ONCE, EACH = "once", "each"
AHEAD = timedelta(days=366)
MOST_TIMES = 400  # of one series
MOST_OF_ALL = 20_000  # of all series of the chosen files
MOST_WALKED = 10_000  # times of one series looked at to find the latest
LONGEST_WORK = 1.0  # seconds: a rule that never comes is walked through for long
TITLES_SHOWN = 8


@dataclass(slots=True)
class Repeating:
    """What the series of one file became, and what is to be said of it."""

    records: list[Proposed]
    questions: list[Question] = field(default_factory=list)
    notes: list[Rejected] = field(default_factory=list)


def taken(files: Sequence[Sequence[Proposed]], answers: Mapping[str, str], now: datetime) -> list[Repeating]:
    """The records of each file, their series at each of their times where she wishes that."""
    each = answers.get(KEY, ONCE) == EACH
    instances = {(r.source, r.key) for found in files for r in found if r.instance_of}
    work = _Work(instances, now + AHEAD, time.monotonic() + LONGEST_WORK)
    return [_of_file(found, each, work) for found in files]


def _of_file(found: Sequence[Proposed], each: bool, work: _Work) -> Repeating:
    result = Repeating(list(found))
    series = [record for record in found if record.repeats]
    if not series:
        return result
    sure = [record for record in series if record.repeats and can_be_followed(record.repeats)]
    told: dict[str, list[str]] = {}
    if len(sure) < len(series):
        told["series_rule"] = [r.entry.heading for r in series if r not in sure]
    if sure:
        details = {"count": str(len(sure)), "titles": _listed([record.entry.heading for record in sure])}
        result.questions.append(Question(KEY, "series", EACH if each else ONCE, (ONCE, EACH), details))
    if each:
        result.records = []
        for record in found:
            result.records += work.times_of(record, told)
    result.notes = [
        Rejected(0, reason, {"count": str(len(titles)), "titles": _listed(titles)}) for reason, titles in told.items()
    ]
    return result


@dataclass(slots=True)
class _Work:
    """What is left of it, over all files."""

    instances: set[tuple[str, str]]
    until: datetime
    ends: float
    made: int = 0

    def times_of(self, record: Proposed, told: dict[str, list[str]]) -> list[Proposed]:
        """The record at each of its times, but for those that are records of their own; itself where it has none."""
        event, repeats = record.entry, record.repeats
        if repeats is None or not isinstance(event, Event) or not can_be_followed(repeats):
            return [record]
        if self.made >= MOST_OF_ALL or time.monotonic() > self.ends:
            told.setdefault("series_too_many", []).append(event.title)
            return [record]
        try:
            events, cut = self._latest(event, repeats)
        except InvalidEntry:
            told.setdefault("series_rule", []).append(event.title)
            return [record]
        if cut:
            told.setdefault(cut, []).append(event.title)
        found = []
        for one in events:
            assert one.starts_at is not None
            is_first = one.starts_at == event.starts_at
            own = instance_key(record.key, one.starts_at)
            if (record.source, own) not in self.instances:
                key = record.key if is_first else own
                found.append(replace(record, entry=one, key=key, repeats=None))
        self.made += len(found)
        return found

    def _latest(self, event: Event, repeats: Repeats) -> tuple[list[Event], str]:
        """(the event at each of its times, what is to be said of those cut)."""
        assert event.starts_at is not None
        until = max(self.until, event.starts_at)
        walk = islice(times(event, repeats, event.starts_at, datetime.max), MOST_WALKED)
        kept: deque[Event] = deque(maxlen=MOST_TIMES)
        count = 0
        for one in walk:
            if one.starts_at is not None and one.starts_at > until:
                return list(kept), "series_goes_on" if count <= MOST_TIMES else "series_many"
            kept.append(one)
            count += 1
        return list(kept), "series_many" if count > MOST_TIMES else ""


def _listed(titles: Sequence[str]) -> str:
    unlike = list(dict.fromkeys(title[:60] for title in titles))
    return ", ".join(unlike[:TITLES_SHOWN]) + (" …" if len(unlike) > TITLES_SHOWN else "")
