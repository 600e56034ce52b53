"""What becomes of each record of a file: made, brought up to date, or known already. Nothing is written here.

Keys (FORMATS.md, "The same thing twice"): first the source's own id, kept with the entry; then the identifier of an
entry of this journal; then, for a contact, an e-mail address where the names agree (where they do not, she is asked),
for an event its title and time, and for a network its name, which it has alone. Nothing else is merged by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from operator import attrgetter
from typing import Any

from journal.actions.three_way import merged, proposal_json
from journal.actions.who_is_it import (
    MOST_SHARING,
    Ask,
    Asked,
    NewPeople,
    Origin,
    Planned,
    may_be_one_person,
    own_name,
    who_is_it,
)
from journal.domain.contact import Contact
from journal.domain.entry import Entry, editable_fields, folded
from journal.domain.event import Event
from journal.domain.network import Network
from journal.exchange.proposals import NO_ANSWERS, Proposed, Question
from journal.store.journal import Journal
from journal.store.reading import load
from journal.store.rows import match_key, stored

BATCH = 5_000  # keys looked up in one query; SQLite takes 32,766


def plan(
    journal: Journal, files: Sequence[Sequence[Proposed]], answers: Mapping[str, str] = NO_ANSWERS
) -> tuple[list[list[Planned]], list[list[Question]]]:
    """Decides for each record of each file whether it is new, changes an entry, or is known already; in file order.
    With it, for each file, what she is asked: who it is that an address on two people belongs to.

    What several files say of one key is one record, told in the first of them.
    """
    records, doubles = _one_per_key(files)
    known = _Known.of(journal, [record for _, record in records])
    now = journal.clock.now()
    new_networks: set[str] = set()
    people = NewPeople()
    veiled = {} if journal.confidential_shown else known.present
    hidden = frozenset(str(one.id) for one in veiled.values() if getattr(one, "confidential", False))
    asked = Asked(answers, [[] for _ in files], hidden)
    plans: list[list[Planned]] = [[] for _ in files]
    for number, record in records:
        record = known.with_own_key(record) if known.origins else record
        origin = ((record.source, record.key, record.entry),)
        ask = partial(asked.who, number, record)
        planned = known.planned(record, origin, ask) if known.present else None
        is_network = isinstance(record.entry, Network)
        if planned is None and is_network and folded(record.entry.heading) in new_networks:
            planned = Planned("unchanged", record.entry, (), record.line)
        elif planned is None and (first := people.same(record, plans, ask)):
            there = plans[first[0]][first[1]]
            entry = merged(there.entry, record.entry, {})
            plans[first[0]][first[1]] = there._replace(entry=entry, origins=there.origins + origin)
            planned = Planned("unchanged", there.entry, (), record.line)
        elif planned is None:
            draft = _as_happened(record.entry, now)
            planned = Planned("new", draft, origin, record.line, addresses=record.addresses)
            people.note(record.entry, (number, len(plans[number])))
        if is_network:
            new_networks.add(folded(record.entry.heading))
        plans[number].append(planned)
    for number, record in doubles:
        plans[number].append(Planned("unchanged", record.entry, (), record.line))
    for planned_of_file in plans:
        planned_of_file.sort(key=attrgetter("line"))
    return plans, asked.questions


@dataclass(slots=True)
class _Known:
    """What the journal has of what some records speak of."""

    origins: dict[tuple[str, str], tuple[int, str]]  # (source, key) -> (entry, what was said last)
    addresses: dict[str, set[int]]  # -> those who have it
    networks: dict[str, int]
    events: dict[str, list[tuple[str, int, set[str]]]]  # by their time: title, which, and what calendars call them
    ours: dict[str, int]  # by the identifier it bears
    present: dict[int, Entry]
    taken: set[int] = field(default_factory=set)  # entries that a record already changes
    named: dict[str, dict[str, list[int]]] = field(default_factory=dict)  # of an address many have: by name

    @classmethod
    def of(cls, journal: Journal, records: Sequence[Proposed]) -> _Known:
        with journal.reading(everything=True) as sql:
            origins = _origins(sql, records)
            addresses = _addresses(sql, [r for r in records if not origins or (r.source, _own_key(r)) not in origins])
            networks, ours = _networks_named(sql, records), _of_this_journal(sql, records)
            events = _events_at(sql, [r for r in records if (r.source, r.key) not in origins])
            wanted = {entry_id for entry_id, _ in origins.values()}
            wanted |= {*networks.values(), *ours.values()}.union(*addresses.values())
            wanted |= {entry_id for found in events.values() for _, entry_id, _ in found}
            return cls(origins, addresses, networks, events, ours, load(sql, wanted, journal.now()))

    def with_own_key(self, record: Proposed) -> Proposed:
        """The record, its key its own: where a source has no better one than an address, that of somebody else of
        another name does not mean them."""
        if (record.source, record.key) not in self.origins or (own := _own_key(record)) == record.key:
            return record
        said = json.loads(self.origins[record.source, record.key][1])
        before = Contact(**{name: said.get(name, "") for name in ("given_name", "family_name", "full_name")})
        known = (record.source, own) in self.origins
        entry = record.entry
        somebody_else = before.name and isinstance(entry, Contact) and not may_be_one_person(before, entry)
        return replace(record, key=own) if known or somebody_else else record

    def planned(self, record: Proposed, origin: tuple[Origin, ...], ask: Ask) -> Planned | None:
        """What becomes of an entry that a record speaks of; None where it speaks of none."""
        entry = record.entry
        entry_id, base = self.origins.get((record.source, record.key), (0, ""))
        if entry_id and (proposal_json(entry) == base or self.present[entry_id].deleted_at is not None):
            # Said before; or in the trash: she threw it away, and a file does not bring it back.
            return Planned("unchanged", self.present[entry_id], (), record.line)
        if entry_id:
            return _updated(self.present[entry_id], record, json.loads(base), origin)
        there = self.ours.get(entry.uid, 0)
        if isinstance(entry, Network):
            there = there or self.networks.get(folded(entry.name), 0)
        if there and (self.present[there].deleted_at is not None or there in self.taken):
            return Planned("unchanged", self.present[there], (), record.line)
        there = there or self._event(record) or self._person(entry, ask)
        if not there:
            return None
        self.taken.add(there)
        return _updated(self.present[there], record, {}, origin)

    def _event(self, record: Proposed) -> int:
        """The event of the same title and time, planned by hand or by another source; 0 where there is none. Another
        record of the same source is another event, unless both are of one series."""
        there = self.events.get(_time_of(record.entry)) if self.events else None
        title = folded(record.entry.heading) if there else ""
        for called, entry_id, keys in there or ():
            if called != title or entry_id in self.taken:
                continue
            others = {key for key in keys if key.partition(":")[0] == record.source}
            if all(_one_series(key.partition(":")[2], record.key) for key in others):
                return entry_id
        return 0

    def _owners(self, address: str, entry: Contact) -> list[int]:
        """Those who have an address; of very many only those of that name."""
        owners = self.addresses.get(address, set())
        if len(owners) <= MOST_SHARING:
            return sorted(owners)
        if address not in self.named:
            self.named[address] = {}
            for number in sorted(owners):
                self.named[address].setdefault(own_name(self.present[number].heading), []).append(number)
        return self.named[address].get(own_name(entry.name), [])

    def _person(self, entry: Entry, ask: Ask) -> int:
        """The contact this one is by an address, 0 where there is none."""
        if not isinstance(entry, Contact) or not self.addresses:
            return 0
        owners = {
            number: item.value
            for item in entry.emails
            for number in self._owners(match_key("emails", item.value), entry)
            if number not in self.taken
        }
        there = [(self.present[number], address) for number, address in owners.items()]
        return who_is_it([(one, address) for one, address in there if isinstance(one, Contact)], entry, ask)


def _updated(mine: Entry, record: Proposed, base: dict[str, Any], origin: tuple[Origin, ...]) -> Planned:
    theirs = record.entry
    if isinstance(theirs, Event) and isinstance(mine, Event) and theirs.status == "planned" and not base:
        theirs = replace(theirs, status=mine.status)
    entry = merged(mine, theirs, base)
    fields = tuple(name for name in editable_fields(type(mine)) if getattr(mine, name) != getattr(entry, name))
    return Planned("updated" if fields else "unchanged", entry, origin, record.line, fields, record.addresses)


def _as_happened(entry: Entry, now: datetime) -> Entry:
    """A planned event of the past was attended, as far as its calendar knows."""
    if isinstance(entry, Event) and entry.status == "planned" and entry.starts_at and entry.starts_at <= now:
        return replace(entry, status="attended")
    return entry


Numbered = tuple[int, Proposed]  # which of the files a record is in, and the record


def _one_per_key(files: Sequence[Sequence[Proposed]]) -> tuple[list[Numbered], list[Numbered]]:
    """One record for each key, and those that only repeat one.

    The higher revision stands, and of equals the later. Contacts of one key are one person in several pieces (the same
    card under two labels), unless one file gives them different names: then the key was not unique, and the name is
    added to it.
    """
    chosen: dict[tuple[str, str], Numbered] = {}
    doubles: list[Numbered] = []
    for number, found in enumerate(files):
        for record in found:
            key = (record.source, record.key)
            this = (number, record)
            there, first = standing = chosen.setdefault(key, this)
            if standing is this:
                continue
            is_person = isinstance(first.entry, Contact) and isinstance(record.entry, Contact)
            if is_person and folded(first.entry.heading) == folded(record.entry.heading):
                newer, older = (record, first) if record.revision >= first.revision else (first, record)
                whole = replace(newer, entry=merged(newer.entry, older.entry, {}), line=first.line)
                chosen[key] = (there, whole)
                doubles.append((number, record))
            elif is_person and there == number:
                own = replace(record, key=_named_key(record))
                if (own.source, own.key) in chosen:
                    doubles.append((number, record))
                else:
                    chosen[own.source, own.key] = (number, own)
            elif record.revision >= first.revision:
                chosen[key] = (there, replace(record, line=first.line))
                doubles.append((number, replace(first, line=record.line)))
            else:
                doubles.append((number, record))
    return list(chosen.values()), doubles


def _named_key(record: Proposed) -> str:
    return f"{record.key}#{folded(record.entry.heading)}"


def _own_key(record: Proposed) -> str:
    """The key with the name added where an address is all that it is."""
    return _named_key(record) if record.key.startswith("email:") and "#" not in record.key else record.key


def _in_batches(values: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(values), BATCH):
        yield list(values[start : start + BATCH])


def _origins(sql: Any, records: Sequence[Proposed]) -> dict[tuple[str, str], tuple[int, str]]:
    """(source, key) -> (entry id, what it said last), for those brought in before."""
    known: dict[tuple[str, str], tuple[int, str]] = {}
    for source in {record.source for record in records}:
        if sql.execute("SELECT 1 FROM origin WHERE source = ? LIMIT 1", (source,)).fetchone() is None:
            continue
        keys = {key for record in records if record.source == source for key in (record.key, _own_key(record))}
        for batch in _in_batches(list(keys)):
            query = f"SELECT key, entry_id, proposed FROM origin WHERE source = ? AND key IN ({_marks(batch)})"
            for key, entry_id, proposed in sql.execute(query, (source, *batch)):
                known[source, key] = (entry_id, proposed)
    return known


def _addresses(sql: Any, records: Sequence[Proposed]) -> dict[str, set[int]]:
    """E-mail -> the contacts who have it."""
    keys = {
        match_key("emails", item.value)
        for record in records
        if isinstance(record.entry, Contact)
        for item in record.entry.emails
    }
    # Where the journal has fewer addresses than the file, it is quicker to read them all.
    (most,) = sql.execute("SELECT ifnull(max(id), 0) FROM contact_value").fetchone()
    query = """SELECT v.match_key, v.contact_id FROM contact_value v JOIN entry e ON e.id = v.contact_id
        WHERE v.field = 'emails' AND e.deleted_at IS NULL"""
    owners: dict[str, set[int]] = {}
    for batch in _in_batches(sorted(keys)) if most > len(keys) else [[]]:
        found = sql.execute(f"{query} AND v.match_key IN ({_marks(batch)})" if batch else query, batch)
        for key, contact_id in found:
            if key in keys:
                owners.setdefault(key, set()).add(contact_id)
    return owners


def _of_this_journal(sql: Any, records: Sequence[Proposed]) -> dict[str, int]:
    """Identifier -> the entry that bears it: a card or an event that this journal once gave out comes home."""
    kind_of = {record.entry.uid: record.entry.kind for record in records if record.entry.uid}
    found: dict[str, int] = {}
    for batch in _in_batches(list(kind_of)):
        query = f"SELECT uid, id, kind FROM entry WHERE uid IN ({_marks(batch)})"
        found |= {uid: entry_id for uid, entry_id, kind in sql.execute(query, batch) if kind == kind_of[uid]}
    return found


def _networks_named(sql: Any, records: Sequence[Proposed]) -> dict[str, int]:
    """Folded name -> the network that bears it, in the trash or not: no two may bear one name."""
    wanted = {folded(record.entry.name) for record in records if isinstance(record.entry, Network)}
    rows = sql.execute("SELECT name_key, id FROM entry WHERE kind = 'network'") if wanted else ()
    return {name: entry_id for name, entry_id in rows if name in wanted}


def _time_of(entry: Entry) -> str:
    """When an event starts, as stored; "" where it has no time."""
    return stored(entry.starts_at) or "" if isinstance(entry, Event) else ""


def _one_series(key: str, other: str) -> bool:
    return key.startswith(other + "/") or other.startswith(key + "/")


def _events_at(sql: Any, records: Sequence[Proposed]) -> dict[str, list[tuple[str, int, set[str]]]]:
    """The events of the title and the time of one of the records: when -> (folded title, which, "source:key" of where
    it comes from)."""
    timed = [(time, record.entry) for record in records if (time := _time_of(record.entry))]
    rows: list[tuple[Any, ...]] = []
    for batch in _in_batches(sorted({time for time, _ in timed})):
        query = f"""SELECT e.id, e.title, v.starts_at,
            (SELECT group_concat(o.source || ':' || o.key, char(31)) FROM origin o WHERE o.entry_id = e.id)
            FROM event v JOIN entry e ON e.id = v.id WHERE e.deleted_at IS NULL AND v.starts_at IN ({_marks(batch)})"""
        rows += sql.execute(query, batch)
    taken = {row[2] for row in rows}
    wanted = {(time, folded(entry.heading)) for time, entry in timed if time in taken}
    found: dict[str, list[tuple[str, int, set[str]]]] = {}
    for entry_id, heading, time, origins in rows:
        if (time, title := folded(heading)) in wanted:
            keys = set(filter(None, (origins or "").split(chr(31))))
            found.setdefault(time, []).append((title, entry_id, keys))
    return found


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
