"""Contacts that may be one person: found, told apart for good, or merged. Never merged by itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.actions import reading
from journal.domain import likeness
from journal.domain.changes import Changes
from journal.domain.contact import Contact
from journal.domain.entry import About, Entry, Person, folded
from journal.domain.errors import NotFound, UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.merging import merged, notes_of
from journal.domain.reminder import Reminder
from journal.store import lists
from journal.store.journal import Journal
from journal.system import words

if TYPE_CHECKING:
    from journal.store.writing import Writer

_BATCH = 1000


def likely(journal: Journal) -> list[likeness.Pair]:
    """The pairs worth showing, likeliest first; without those she said are two people. Archived contacts too."""
    everyone = 1_000_000_000
    with journal.reading():
        ids = [
            line.id
            for archived in (False, True)
            for line in reading.page(journal, kind="contact", wanted=Wanted(archived=archived), limit=everyone)
        ]
        apart = lists.told_apart(journal)
        people = []
        for start in range(0, len(ids), _BATCH):
            found = reading.entries(journal, ids=ids[start : start + _BATCH])
            people += [likeness.traits(one) for one in found if isinstance(one, Contact)]
    return likeness.pairs(people, apart=apart)


def tell_apart(journal: Journal, *, contact_id: int, other_id: int) -> Changes:
    """She says that they are two people: the pair is not proposed again."""
    with journal.writing("not_the_same") as writer:
        one, other = _both(writer, contact_id, other_id)
        writer.set_apart(one, {*writer.apart_from(one.id), other.id})
    return writer.changes


def merge(journal: Journal, *, contact_id: int, other_id: int, theirs: Collection[str] = ()) -> Changes:
    """One person out of two, as one change: the first stays, with everything of the other; the other goes into the
    trash. `theirs` (of merging.CHOICES): where both say something else, the other's is taken. What is not taken stands
    in the notes.

    Raises NotFound where one of them is no contact or in the trash, UserFacingError where they are the same.
    """
    with journal.writing("merge") as writer:
        kept, other = _both(writer, contact_id, other_id)
        new, refused = merged(kept, other, theirs)
        lines = "\n".join(
            words.say("merged.refused", field=words.say(f"field.{choice}"), value=_as_words(value))
            for choice, value in refused.items()
        )
        new = replace(new, notes=notes_of(new.notes, lines))
        namesakes = writer.contacts_named(other.name)
        writer.update(new)
        new = _contact(writer, kept.id)
        pointing = writer.entries(writer.pointing_at(other.id))
        if namesakes == [other.id] and folded(new.name) != folded(other.name):
            pointing += writer.entries(writer.introduced_by(other.name))
        writer.update_many([_pointed(entry, other, new) for entry in pointing])
        _hand_over_origins(writer, new, other)
        apart = {*writer.apart_from(kept.id), *writer.apart_from(other.id)} - {kept.id, other.id}
        writer.set_apart(new, apart)
        writer.set_trash([other.id], True)
    return writer.changes


def _both(writer: Writer, contact_id: int, other_id: int) -> tuple[Contact, Contact]:
    if contact_id == other_id:
        raise UserFacingError("merge_with_itself")
    return _contact(writer, contact_id), _contact(writer, other_id)


def _contact(writer: Writer, number: int) -> Contact:
    entry = writer.entry(number)
    if not isinstance(entry, Contact) or entry.deleted_at:
        raise NotFound("no_such_entry", id=number)
    return entry


def _as_words(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _pointed(entry: Entry, other: Contact, kept: Contact) -> Entry:
    """`entry` with `kept` wherever it had `other`."""
    if isinstance(entry, Event):
        return replace(entry, participants=_people(entry.participants, other, kept))
    if isinstance(entry, Learning):
        return replace(entry, people=_people(entry.people, other, kept))
    if isinstance(entry, Reminder):
        return replace(entry, about=About("contact", kept.id, kept.name))
    return replace(entry, introduced_by=kept.name) if isinstance(entry, Contact) else entry


def _people(people: tuple[Person, ...], other: Contact, kept: Contact) -> tuple[Person, ...]:
    """Each person once, in the place of the first of the two."""
    found: dict[int, Person] = {}
    for person in people:
        number = kept.id if person.id == other.id else person.id
        known = found.get(number)
        role = known.role or person.role if known else person.role
        found[number] = Person(number, kept.name if number == kept.id else person.name, role)
    return tuple(found.values())


def _hand_over_origins(writer: Writer, kept: Contact, other: Contact) -> None:
    """Where the other came from leads to the kept one: its file brought in again finds it."""
    mine, theirs = writer.origins_of(kept.id), writer.origins_of(other.id)
    if theirs:
        writer.add_origins([(source, key, kept.id, said) for source, key, said in theirs])
        writer.record_origins(kept, mine, writer.origins_of(kept.id))
        writer.record_origins(other, theirs, [])
