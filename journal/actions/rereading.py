"""One learning a day to read again, the same all day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from journal.domain.changes import Changes
from journal.domain.errors import InvalidEntry
from journal.domain.learning import Learning
from journal.domain.lines import Line
from journal.domain.rereading import READ_AGAIN_TYPES, REST_DAYS, answered
from journal.store import lists
from journal.store.journal import Journal

FRESH_DAYS = 3  # every third day begins with one never read again, even where others wait

_TYPES = ", ".join(f"'{one}'" for one in READ_AGAIN_TYPES)
_OPEN = f"e.deleted_at IS NULL AND e.confidential = 0 AND e.type IN ({_TYPES})"
_ANSWERED = f"""SELECT e.id FROM learning l CROSS JOIN entry e ON e.id = l.id
    WHERE l.read_on = ? AND {_OPEN} ORDER BY e.id LIMIT 1"""
_AGAIN = f"""SELECT e.id FROM learning l CROSS JOIN entry e ON e.id = l.id
    WHERE l.read_again_on <= ? AND {_OPEN} ORDER BY l.read_again_on, e.id LIMIT 1"""
# By their numbers from the one drawn on, until the first that fits: an index would have all of them sorted first. What
# was noted today is left out, so that the draw is the same all day.
_FRESH = f"""SELECT l.id FROM learning l CROSS JOIN entry e ON e.id = l.id
    WHERE l.id >= ? AND l.read_again_on IS NULL AND {_OPEN} AND e.date <> '' AND e.date < ? AND e.created_at < ?
    ORDER BY l.id LIMIT 1"""
_FIRST_NOTED = "SELECT e.created_at FROM learning l CROSS JOIN entry e ON e.id = l.id ORDER BY l.id LIMIT 1"
# More than 500 in one day were brought in: then none is the last.
_LAST_NOTED = """SELECT e.id FROM (SELECT id FROM learning ORDER BY id DESC LIMIT 500) l
    CROSS JOIN entry e ON e.id = l.id WHERE e.created_at < ? ORDER BY e.id DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class OfTheDay:
    line: Line
    answered: bool  # today: another one comes tomorrow


def of_the_day(journal: Journal, day: date | None = None) -> OfTheDay | None:
    """The one for `day` (today): one whose time has come again, else one never read again, drawn by the day."""
    day = day or journal.clock.now().date()
    with journal.reading() as sql:
        done = sql.execute(_ANSWERED, (day.isoformat(),)).fetchone()
        number = done[0] if done else _drawn(sql, day)
        lines = lists.by_ids(journal, [number]) if number else []
    return OfTheDay(lines[0], done is not None) if lines else None


def _drawn(sql: Any, day: date) -> int:
    ways = (_fresh, _again) if day.toordinal() % FRESH_DAYS == 0 else (_again, _fresh)
    return ways[0](sql, day) or ways[1](sql, day)


def _again(sql: Any, day: date) -> int:
    row = sql.execute(_AGAIN, (day.isoformat(),)).fetchone()
    return row[0] if row else 0


def _fresh(sql: Any, day: date) -> int:
    before, today = (day - timedelta(days=REST_DAYS)).isoformat(), day.isoformat()
    first = sql.execute(_FIRST_NOTED).fetchone()
    ways = [(0, "9999")]  # a journal filled today has nothing older: the first of all, which stays the first
    if first and first[0] < today:
        last = sql.execute(_LAST_NOTED, (today,)).fetchone()
        drawn = day.toordinal() * 7919 % (last[0] + 1) if last else 0
        ways = [(drawn, today), (0, today), *ways]
    for begin, noted_before in dict.fromkeys(ways):
        row = sql.execute(_FRESH, (begin, before, noted_before)).fetchone()
        if row:
            return int(row[0])
    return 0


def answer(journal: Journal, *, entry_id: int, answer: str) -> Changes:
    """What she says of it: "read", "applied" or "not_now". Raises InvalidEntry, NotFound."""
    with journal.writing("reread") as writer:
        learning = writer.entry(entry_id)
        if not isinstance(learning, Learning) or learning.deleted_at:
            raise InvalidEntry("not_read_again", "type", title=learning.heading[:80])
        writer.update(answered(learning, answer, journal.clock.now().date()))
    return writer.changes
