"""Who has a day that returns: found by month and day, never by looking at everybody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.returning_days import ReturningDay, keys_between, month_and_day, returns
from journal.store.reading import day

if TYPE_CHECKING:
    from journal.store.journal import Journal

_PEOPLE = """SELECT c.id, e.title, {field} FROM contact c CROSS JOIN entry e ON e.id = c.id
    WHERE {there} AND substr({field}, -5) IN ({marks}) AND e.deleted_at IS NULL AND e.archived = 0"""


def birthdays(journal: Journal, first: date, last: date) -> list[ReturningDay]:
    found = []
    for number, name, text in _people(journal, "c.birthday", "c.birthday <> ''", first, last):
        known = month_and_day(text)
        for one in returns(*known, first, last) if known else ():
            found.append(ReturningDay("birthday", one, number, name))
    return found


def meetings(journal: Journal, first: date, last: date) -> list[ReturningDay]:
    """The days on which people met, from a year later on."""
    found = []
    for number, name, text in _people(journal, "c.met_on", "c.met_on IS NOT NULL", first, last):
        met = day(text)
        for one in returns(met.month, met.day, first, last) if met else ():
            if met and one.year > met.year:
                found.append(ReturningDay("met", one, number, name, one.year - met.year))
    return found


def _people(journal: Journal, field: str, there: str, first: date, last: date) -> list[tuple[int, str, str]]:
    keys = keys_between(first, last)
    query = _PEOPLE.format(field=field, there=there, marks=",".join("?" * len(keys)))
    with journal.reading() as sql:
        return [(row[0], row[1], row[2]) for row in sql.execute(query, keys)]


def renewals(journal: Journal, first: date, last: date) -> list[ReturningDay]:
    query = """SELECT id, title, date FROM entry WHERE kind = 'network' AND deleted_at IS NULL
        AND date BETWEEN ? AND ?"""
    with journal.reading() as sql:
        rows = sql.execute(query, (first.isoformat(), last.isoformat())).fetchall()
    return [ReturningDay("renewal", date.fromisoformat(at[:10]), number, name) for number, name, at in rows]
