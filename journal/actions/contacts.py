"""What a person does with a contact besides writing about them."""

from __future__ import annotations

from datetime import datetime

from journal.domain.changes import Changes
from journal.domain.entry import Person
from journal.domain.errors import NotFound
from journal.domain.event import Event
from journal.store.journal import Journal


def log_exchange(
    journal: Journal, *, contact_id: int, type: str = "message", on: datetime | None = None, notes: str = ""
) -> Changes:
    """Notes a real exchange with a contact (now, unless `on` says when): their rhythm counts from it."""
    with journal.writing("log_exchange") as writer:
        contact = writer.entry(contact_id)
        if contact.kind != "contact":
            raise NotFound("no_such_entry", id=contact_id)
        moment = (on or writer.now).replace(second=0)
        writer.create_many(
            [
                Event(
                    title=contact.heading,
                    type=type,
                    starts_at=moment,
                    status="attended",
                    participants=(Person(contact.id, contact.heading),),
                    notes=notes,
                )
            ]
        )
    return writer.changes
