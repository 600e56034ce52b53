"""People whom a file names in an event or a learning: found by their address, else by their name, else made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.actions.who_is_it import Planned, may_be_one_person
from journal.domain.contact import Contact
from journal.domain.entry import Entry, LabelledValue, Person, folded
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.store.naming import contact_named

if TYPE_CHECKING:
    from journal.store.writing import Writer


def with_people(writer: Writer, items: Sequence[Planned]) -> list[Entry]:
    """The entries with the numbers of those who are known by an address, and those made who are told with one.

    People whose name two contacts bear go to the notes: a wrong guess is worse than none.
    """
    addresses = {folded(name): address for item in items for name, address in item.addresses}
    names = {folded(p.name): p.name for item in items for p in _people(item.entry) if not p.id}
    known: dict[str, int] = {}
    unclear: set[str] = set()
    new: dict[str, Contact] = {}
    for key, name in names.items():
        address = addresses.get(key, "")
        if address and (number := _by_address(writer, name, address)):
            known[key] = number
            continue
        found = writer.contacts_named(name)
        if len(found) > 1:
            unclear.add(key)
        elif not found and address:
            new[key] = replace(contact_named(name), emails=(LabelledValue(address),))
    if new:
        known.update(zip(new, writer.create_many(list(new.values())), strict=True))
    return [_named(item.entry, known, unclear) for item in items] if known or unclear else [i.entry for i in items]


def _by_address(writer: Writer, name: str, address: str) -> int:
    """The only one who has the address, where the names may be one person's."""
    found = writer.contacts_named(address)
    if len(found) != 1:
        return 0
    [there] = writer.entries(found)
    fits = isinstance(there, Contact) and may_be_one_person(there, contact_named(name))
    return there.id if fits else 0


def _people(entry: Entry) -> tuple[Person, ...]:
    if isinstance(entry, Event):
        return entry.participants
    return entry.people if isinstance(entry, Learning) else ()


def _named(entry: Entry, known: dict[str, int], unclear: set[str]) -> Entry:
    people = tuple(replace(p, id=known.get(folded(p.name), 0)) if not p.id else p for p in _people(entry))
    if isinstance(entry, Learning):
        return replace(entry, people=people)
    if not isinstance(entry, Event):
        return entry
    out = [p.name for p in people if not p.id and folded(p.name) in unclear]
    kept = tuple(p for p in people if p.id or folded(p.name) not in unclear)
    return replace(entry, participants=kept, notes="\n".join(filter(None, [entry.notes, *out])))
