"""Who could help with a question, and noting that somebody was asked."""

from __future__ import annotations

from dataclasses import replace

from journal.domain.changes import Changes
from journal.domain.contact import Contact
from journal.domain.entry import Person
from journal.domain.errors import NotFound, UserFacingError
from journal.domain.helping import Helper
from journal.domain.learning import Learning
from journal.store import helpers as store_helpers
from journal.store.journal import Journal
from journal.store.reading import load


def who_can_help(journal: Journal, *, question: int, limit: int = 8) -> list[Helper]:
    """The contacts whose tags, role, notes, shared events and learnings speak of it, each with the reasons, best first.

    Raises NotFound, and UserFacingError("not_a_question") for another learning or entry."""
    with journal.reading() as sql:
        entry = load(sql, [question], journal.now()).get(question)
    if entry is None:
        raise NotFound("no_such_entry", id=question)
    if not isinstance(entry, Learning) or entry.type != "question":
        raise UserFacingError("not_a_question", title=entry.heading[:80])
    return store_helpers.helpers(journal, entry, limit)


def ask(journal: Journal, *, question: int, contact: int) -> Changes:
    """Notes on the question that this contact was asked; nothing changes where they have a part in it already."""
    with journal.writing("ask") as writer:
        entry, person = writer.entries([question, contact])
        if not isinstance(entry, Learning) or entry.type != "question":
            raise UserFacingError("not_a_question", title=entry.heading[:80])
        if not isinstance(person, Contact):
            raise NotFound("wrong_kind", id=contact, kind=person.kind, asked="contact")
        if all(one.id != contact for one in entry.people):
            asked = Person(contact, person.name, "asked")
            writer.update(replace(entry, people=(*entry.people, asked)))
    return writer.changes
