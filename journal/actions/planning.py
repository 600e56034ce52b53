"""What becomes of each record of a file: made, brought up to date, or known already. Nothing is written here.

Keys (FORMATS.md, "The same thing twice"): first the source's own id, kept with the entry; then, for a contact, an
e-mail address that exactly one contact has, and for a network its name, which it has alone. Nothing else is
merged by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import Any

from journal.actions.three_way import merged, proposal_json
from journal.domain.contact import Contact
from journal.domain.entry import Entry, folded
from journal.domain.event import Event
from journal.domain.network import Network
from journal.exchange.proposals import Proposed
from journal.store.journal import Journal
from journal.store.reading import load
from journal.store.rows import match_key

BATCH = 5_000  # keys looked up in one query; SQLite takes 32,766


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one record: `outcome` is "new", "updated" or "unchanged".

    `entry` is the draft to make, or the entry as it will be; `origins` the (source, key, JSON) to remember: of a new
    entry it has one, whose source the entry is to bear.
    """

    outcome: str
    entry: Entry
    origins: tuple[tuple[str, str, str], ...]
    line: int = 0


def plan(journal: Journal, found: Sequence[Proposed], earlier: dict[tuple[str, str], Planned]) -> list[Planned]:
    """Decides for each record of one file whether it is new, changes an entry, or is known already; in file order.

    `earlier`: (source, key) -> what is planned for it by this file and those before it; added to here.
    """
    records, doubles = _one_per_key(found)
    with journal.reading() as sql:
        known = _origins(sql, records)
        addresses = _addresses(sql, [r for r in records if (r.source, r.key) not in known])
        networks = _networks_named(sql, records)
        wanted = {entry_id for entry_id, _ in known.values()} | set(addresses.values()) | set(networks.values())
        present = load(sql, wanted, journal.now())
    now = journal.clock.now()
    taken: set[int] = set()  # entries that a record of this file already changes
    new_names = {folded(item.entry.name) for item in earlier.values() if isinstance(item.entry, Network)}
    plans: list[Planned] = []
    for record in records:
        key = (record.source, record.key)
        said = proposal_json(record.entry)
        origin = ((record.source, record.key, said),)
        entry_id, base = known.get(key, (0, ""))
        if key in earlier:
            planned = Planned("unchanged", earlier[key].entry, (), record.line)
        elif entry_id and (said == base or present[entry_id].deleted_at is not None):
            # Said before; or in the trash: she threw it away, and a file does not bring it back.
            planned = Planned("unchanged", present[entry_id], (), record.line)
        elif entry_id:
            planned = _updated(present[entry_id], record, json.loads(base), origin)
        elif isinstance(record.entry, Network) and (there := networks.get(folded(record.entry.name), 0)):
            if present[there].deleted_at is not None or there in taken:
                planned = Planned("unchanged", present[there], (), record.line)
            else:
                planned = _updated(present[there], record, {}, origin)
                taken.add(there)
        elif isinstance(record.entry, Network) and folded(record.entry.name) in new_names:
            planned = Planned("unchanged", record.entry, (), record.line)
        elif (
            (match := _matched(record.entry, addresses))
            and match not in taken
            and _may_be_one_person(present[match].heading, record.entry.heading)
        ):
            planned = _updated(present[match], record, {}, origin)
            taken.add(match)
        else:
            planned = Planned("new", _as_happened(record.entry, now), origin, record.line)
        if isinstance(record.entry, Network):
            new_names.add(folded(record.entry.name))
        earlier.setdefault(key, planned)
        plans.append(planned)
    plans += (Planned("unchanged", record.entry, (), record.line) for record in doubles)
    plans.sort(key=attrgetter("line"))
    return plans


def _updated(mine: Entry, record: Proposed, base: dict[str, Any], origin: tuple[tuple[str, str, str], ...]) -> Planned:
    theirs = record.entry
    if isinstance(theirs, Event) and isinstance(mine, Event) and theirs.status == "planned" and not base:
        theirs = replace(theirs, status=mine.status)
    entry = merged(mine, theirs, base)
    return Planned("unchanged" if entry == mine else "updated", entry, origin, record.line)


def _as_happened(entry: Entry, now: datetime) -> Entry:
    """A planned event of the past was attended, as far as its calendar knows."""
    if isinstance(entry, Event) and entry.status == "planned" and entry.starts_at and entry.starts_at <= now:
        return replace(entry, status="attended")
    return entry


def _one_per_key(found: Sequence[Proposed]) -> tuple[list[Proposed], list[Proposed]]:
    """One record for each key, and those that only repeat one.

    The higher revision stands, and of equals the later. Contacts of one key are one person in several pieces (the same
    card under two labels), unless their names differ: then the key was not unique, and the name is added to it.
    """
    chosen: dict[tuple[str, str], Proposed] = {}
    doubles: list[Proposed] = []
    for record in found:
        key = (record.source, record.key)
        first = chosen.get(key)
        if first is None:
            chosen[key] = record
        elif isinstance(first.entry, Contact) and isinstance(record.entry, Contact):
            if folded(first.entry.name) != folded(record.entry.name):
                own = replace(record, key=f"{record.key}#{folded(record.entry.name)}")
                if (own.source, own.key) in chosen:
                    doubles.append(record)
                else:
                    chosen[own.source, own.key] = own
                continue
            newer, older = (record, first) if record.revision >= first.revision else (first, record)
            whole = replace(newer, entry=merged(newer.entry, older.entry, {}), line=first.line)
            chosen[key] = whole
            doubles.append(record)
        elif record.revision >= first.revision:
            chosen[key] = replace(record, line=first.line)
            doubles.append(replace(first, line=record.line))
        else:
            doubles.append(record)
    return list(chosen.values()), doubles


def _in_batches(values: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(values), BATCH):
        yield list(values[start : start + BATCH])


def _origins(sql: Any, records: Sequence[Proposed]) -> dict[tuple[str, str], tuple[int, str]]:
    """(source, key) -> (entry id, what it said last), for those brought in before."""
    known: dict[tuple[str, str], tuple[int, str]] = {}
    for source in {record.source for record in records}:
        keys = [record.key for record in records if record.source == source]
        for batch in _in_batches(keys):
            query = f"SELECT key, entry_id, proposed FROM origin WHERE source = ? AND key IN ({_marks(batch)})"
            for key, entry_id, proposed in sql.execute(query, (source, *batch)):
                known[source, key] = (entry_id, proposed)
    return known


def _addresses(sql: Any, records: Sequence[Proposed]) -> dict[str, int]:
    """E-mail -> the contact who has it, for addresses that exactly one contact has."""
    keys = {
        match_key("emails", item.value)
        for record in records
        if isinstance(record.entry, Contact)
        for item in record.entry.emails
    }
    owners: dict[str, set[int]] = {}
    for batch in _in_batches(sorted(keys)):
        query = f"""SELECT v.match_key, v.contact_id FROM contact_value v JOIN entry e ON e.id = v.contact_id
            WHERE v.field = 'emails' AND e.deleted_at IS NULL AND v.match_key IN ({_marks(batch)})"""
        for key, contact_id in sql.execute(query, batch):
            owners.setdefault(key, set()).add(contact_id)
    return {key: next(iter(ids)) for key, ids in owners.items() if len(ids) == 1}


def _networks_named(sql: Any, records: Sequence[Proposed]) -> dict[str, int]:
    """Folded name -> the network that bears it, in the trash or not: no two may bear one name."""
    wanted = {folded(record.entry.name) for record in records if isinstance(record.entry, Network)}
    rows = sql.execute("SELECT name_key, id FROM entry WHERE kind = 'network'") if wanted else ()
    return {name: entry_id for name, entry_id in rows if name in wanted}


def _matched(entry: Entry, addresses: dict[str, int]) -> int:
    """The contact this one is by e-mail; 0 where there is none or the addresses lead to several."""
    if not isinstance(entry, Contact):
        return 0
    ids = {addresses.get(match_key("emails", item.value), 0) for item in entry.emails} - {0}
    return next(iter(ids)) if len(ids) == 1 else 0


def _may_be_one_person(one: str, other: str) -> bool:
    """Whether two names share a word, or one is only an address: colleagues may share an info@ address."""
    words, others = set(folded(one).split()), set(folded(other).split())
    return "@" in one or "@" in other or not words.isdisjoint(others)


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
