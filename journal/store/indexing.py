"""Keeps the index for search with what is written, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from journal.domain.contact import Contact
from journal.domain.entry import Entry
from journal.store import rows
from journal.store.feeding import Insert, Line
from journal.store.reading import BATCH, load

# Which rules the rows of the index follow (`rows.search_row`): one more with every change of what is found, so that the
# index of an older journal is brought up to date (reindexing.py).
RULES = 1
RULES_KEY = "index.rules"  # the setting that says under which a journal was indexed

_INSERT = Insert("INSERT INTO search (rowid, title, body, forms)", 4)
# How many bytes of words are gathered in memory before they are sorted into a piece of the index, and how many such
# pieces there are before they are merged: as usual, and while very many entries come in, which would else be sorted
# and merged again and again.
_SETTING = "INSERT INTO search (search, rank) VALUES (?, ?)"
_USUAL = (("hashsize", 2**20), ("automerge", 4))
_OF_VERY_MANY = (("hashsize", 2**23), ("automerge", 8))


class Index:
    """Collects the entries that are different now; `write` indexes them all at once, just before the commit. Those that
    were made together with very many others are indexed at once, by `put`."""

    def __init__(self, sql: Line, stamp: str) -> None:
        self._sql = sql
        self._stamp = stamp
        self._waiting: dict[int, Entry | None] = {}
        self._put: set[int] = set()
        self.network_renamed = False  # entries read before it would be indexed under its old name

    def take(self, entries: Mapping[int, Entry | None]) -> None:
        """By id, as they are now; None for one that is gone."""
        self._waiting.update(entries)

    def take_mentions(self, entry_id: int) -> None:
        """Entries that show this one's name (its events, members, reminders) are indexed again under the new name."""
        query = """SELECT entry_id FROM participation WHERE contact_id = :id
            UNION SELECT contact_id FROM membership WHERE network_id = :id
            UNION SELECT id FROM event WHERE network_id = :id UNION SELECT id FROM learning WHERE network_id = :id
            UNION SELECT id FROM learning WHERE event_id = :id UNION SELECT id FROM reminder WHERE about_id = :id"""
        ids = [row[0] for row in self._sql.execute(query, {"id": entry_id}) if row[0] not in self._waiting]
        self._waiting.update(load(self._sql, ids, self._stamp))

    def write(self, created: Collection[int]) -> None:
        """`created`: the ids that cannot be in the index yet."""
        if self._put:
            self._set(_USUAL)
        if not self._waiting:
            return
        self._waiting.update(load(self._sql, self._stale(), self._stamp))
        new = set(created)
        gone = [(number,) for number in self._waiting if number not in new or number in self._put]
        self._sql.executemany("DELETE FROM search WHERE rowid = ?", gone)
        self._insert({number: entry for number, entry in self._waiting.items() if entry and entry.deleted_at is None})

    def put(self, made: Mapping[int, Entry]) -> None:
        """Indexes entries that were just made; what may still change of them in this transaction is indexed again."""
        if not self._put:
            self._set(_OF_VERY_MANY)
        self._put.update(made)
        self._insert(made)

    def _set(self, settings: Iterable[tuple[str, int]]) -> None:
        for setting in settings:
            self._sql.put_one(_SETTING, setting)

    def _insert(self, entries: Mapping[int, Entry]) -> None:
        self._sql.put(_INSERT, self.rows_of(entries))

    def rows_of(self, entries: Mapping[int, Entry]) -> Iterator[tuple[int, str, str, str]]:
        """How the index holds them."""
        titles = self._titles_for([entry for entry in entries.values() if not isinstance(entry, Contact)])
        for number, entry in entries.items():
            if isinstance(entry, Contact):  # speaks of nobody
                yield rows.search_row(number, entry, (), "")
                continue
            people = [titles.get(person.id, person.name) for person in rows.people_of(entry)]
            yield rows.search_row(number, entry, people, titles.get(subject_of(entry), ""))

    def _stale(self) -> Iterator[int]:
        """Those that speak of a network by another name than it bears: one that was just renamed, or as typed."""
        named = {number: rows.networks_of(entry) for number, entry in self._waiting.items() if entry}
        if any(named.values()):
            query = "SELECT title FROM entry WHERE kind = 'network'"
            borne = {title for (title,) in self._sql.execute(query)}
            for number, names in named.items():
                if names and (self.network_renamed or not borne.issuperset(names)):
                    yield number

    def _titles_for(self, entries: Collection[Entry]) -> dict[int, str]:
        wanted = {person.id for entry in entries for person in rows.people_of(entry)}
        wanted |= {subject for entry in entries if (subject := subject_of(entry))}
        return column_of(self._sql, "title", wanted)


def subject_of(entry: Entry) -> int:
    """The id of what it is about or was learned at; 0 where there is none."""
    about = getattr(entry, "about", None)
    return (about.id if about else 0) or getattr(entry, "event", None) or 0


def column_of(sql: Any, column: str, ids: Iterable[int]) -> dict[int, str]:
    """One column of the shared table, by the ids of the entries."""
    found: dict[int, str] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        marks = ",".join("?" * len(part))
        found.update(sql.execute(f"SELECT id, {column} FROM entry WHERE id IN ({marks})", part).fetchall())
    return found
