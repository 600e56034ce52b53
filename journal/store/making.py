"""Rows of entries: inserted many at a time, and written anew where an entry changes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, update
from sqlmodel import SQLModel

from journal.domain.contact import Contact
from journal.domain.entry import Entry
from journal.domain.kinds import CLASS_OF
from journal.store import rows
from journal.store.feeding import Insert, Line
from journal.store.naming import Names
from journal.store.rows import Made
from journal.store.tables import (
    AttachmentRow,
    ChangeItemRow,
    ContactRow,
    ContactValueRow,
    EntryRow,
    EventRow,
    LearningRow,
    MembershipRow,
    NetworkRow,
    ParticipationRow,
    ReminderRow,
    TaggingRow,
)

# In the order in which rows may point at each other.
_TABLE_OF: dict[str, type[SQLModel]] = {
    "network": NetworkRow,
    "contact": ContactRow,
    "event": EventRow,
    "learning": LearningRow,
    "reminder": ReminderRow,
}
_CHILDREN: tuple[tuple[type[SQLModel], str], ...] = (
    (ContactValueRow, "contact_id"),
    (MembershipRow, "contact_id"),
    (ParticipationRow, "entry_id"),
    (TaggingRow, "entry_id"),
    (AttachmentRow, "entry_id"),
)
assert set(_TABLE_OF) == set(CLASS_OF)
MOST_SORTED = 20_000  # identifiers at once: meanwhile the window waits, some hundredths of a second


def new_uids(count: int) -> list[str]:
    """Random UUIDs of version 4 (RFC 9562 5.4), all from one call, in rising order: an index takes those at its end."""
    random = os.urandom(16 * count).hex()
    parts = sorted(random[at : at + 32] for at in range(0, len(random), 32))
    return [f"{p[:8]}-{p[8:12]}-4{p[13:16]}-{'89ab'[int(p[16], 16) & 3]}{p[17:20]}-{p[20:]}" for p in parts]


class Uids:
    """The identifiers of the entries to come."""

    def __init__(self) -> None:
        self._waiting: Iterator[str] = iter(())
        self._expected = 0

    def expect(self, count: int) -> None:
        """So many will be drawn, a few at a time: then those of very many are in rising order, not only of each few."""
        self._expected = count

    def draw(self, count: int) -> list[str]:
        drawn = list(islice(self._waiting, count))
        if missing := count - len(drawn):
            more = new_uids(max(missing, min(self._expected, MOST_SORTED)))
            self._expected = max(0, self._expected - len(more))
            drawn += more[:missing]
            self._waiting = iter(more[missing:])
        return drawn


def insert(line: Line, table: type[SQLModel], columns: tuple[str, ...], values: Iterable[tuple[Any, ...]]) -> None:
    """Inserts rows straight on the driver: binding each through Core costs twice as much. Those of very many entries
    are given as a generator, and are never all in memory."""
    line.put(_insert_of(table, columns), values)


@cache
def _insert_of(table: type[SQLModel], columns: tuple[str, ...]) -> Insert:
    rows_of = table.__table__  # type: ignore[attr-defined]  # given by table=True
    names = [rows_of.c[column].name for column in columns]
    head = f"INSERT INTO {rows_of.name} ({', '.join(names)})"
    return Insert(head, len(names), at_once=table in (EntryRow, ChangeItemRow, *_TABLE_OF.values()))


def column(table: type[SQLModel], name: str) -> Any:
    """A table's column; SQLModel's own attributes are typed as values."""
    return table.__table__.c[name]  # type: ignore[attr-defined]  # given by table=True


class Rows:
    """The rows of entries, in one transaction."""

    def __init__(self, connection: Connection, line: Line, names: Names) -> None:
        self._connection = connection
        self._line = line
        self._names = names

    @property
    def _core(self) -> Connection:
        """SQLAlchemy's connection, which is the line's: used when all rows are in."""
        self._line.settle()
        return self._connection

    def insert(self, made: Sequence[Made], links: Mapping[int, Sequence[int]] | None = None) -> None:
        """`links`: entry id -> the ids of its networks in order, where these are not to be found by name."""
        insert(self._line, EntryRow, rows.ENTRY_COLUMNS, map(rows.entry_values, made))
        by_kind: dict[str, list[tuple[int, Entry]]] = {}
        for one in made:
            by_kind.setdefault(one.draft.kind, []).append((one.id, one.draft))
        if "network" in by_kind:
            self._names.networks_changed()
        known = links or {}
        linked = {
            one.id: known.get(one.id) or self._names.links(one.draft)
            for one in made
            if rows.networks_of(one.draft) or one.id in known
        }
        for kind, table in _TABLE_OF.items():
            if of_kind := by_kind.get(kind):
                values = (rows.kind_values(entry, number, linked.get(number, ())) for number, entry in of_kind)
                insert(self._line, table, rows.kind_columns(kind), values)
        self._insert_children([(one.id, one.draft) for one in made], linked)

    def _insert_children(self, entries: Sequence[tuple[int, Entry]], links: Mapping[int, Sequence[int]]) -> None:
        tags = self._names.tags(tag for _, entry in entries for tag in entry.tags)
        contacts = [(number, entry) for number, entry in entries if isinstance(entry, Contact)]
        insert(self._line, ContactValueRow, rows.VALUE_COLUMNS, rows.value_rows(contacts))
        memberships = (
            (number, link, at, contact.networks[at].role)
            for number, contact in contacts
            if number in links
            # Two networks may have come to bear one name: she belongs once to each, not twice to one.
            for link, at in {link: at for at, link in reversed(list(enumerate(links[number])))}.items()
        )
        insert(self._line, MembershipRow, ("contact_id", "network_id", "position", "role"), memberships)
        parts = (
            (number, person.id, at, person.role)
            for number, entry in entries
            for at, person in enumerate(rows.people_of(entry))
        )
        insert(self._line, ParticipationRow, ("entry_id", "contact_id", "position", "role"), parts)
        taggings = ((number, tags[tag][0], at) for number, entry in entries for at, tag in enumerate(entry.tags))
        insert(self._line, TaggingRow, ("entry_id", "tag_id", "position"), taggings)
        files = [
            (number, at, file.name, file.digest)
            for number, entry in entries
            if entry.attachments
            for at, file in enumerate(entry.attachments)
        ]
        if files:  # a file whose bytes the journal has not got (an entry written by another program) is none
            query = "INSERT INTO attachment SELECT ?1, ?2, ?3, digest FROM content WHERE digest = ?4"
            self._line.executemany(query, files)

    def write_shared(self, entry: Entry) -> None:
        """The row of the shared table, of an entry that is there."""
        row = dict(zip(rows.ENTRY_COLUMNS, rows.entry_values(rows.as_made(entry)), strict=True))
        del row["id"], row["uid"], row["kind"], row["created_at"]
        self._core.execute(update(EntryRow).where(column(EntryRow, "id") == entry.id).values(**row))

    def replace(self, new: Entry, links: Sequence[int]) -> None:
        """All rows of an entry that is there. `links`: the ids of its networks, in order."""
        self.write_shared(new)
        row = dict(zip(rows.kind_columns(new.kind), rows.kind_values(new, new.id, links), strict=True))
        del row["id"]
        table = _TABLE_OF[new.kind]
        self._core.execute(update(table).where(column(table, "id") == new.id).values(**row))
        for child, owner in _CHILDREN:
            self._core.execute(delete(child).where(column(child, owner) == new.id))
        self._insert_children([(new.id, new)], {new.id: links})
