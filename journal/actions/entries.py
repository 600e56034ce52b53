"""What a person can do with any entry: make, change, delete, restore, undo; each is one transaction, one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from journal.actions.unseen import unseen
from journal.domain.changes import Changes, HistoryRecord
from journal.domain.entry import Entry, editable_fields, folded
from journal.domain.errors import InvalidEntry
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.store import history as store_history
from journal.store.journal import Journal


def create(journal: Journal, *, draft: Entry, label: str = "create") -> Changes:
    """Makes an entry; people, networks and tags it names are found, or made in the same change."""
    return create_many(journal, drafts=[draft], label=label)


def create_many(journal: Journal, *, drafts: Sequence[Entry], label: str = "create") -> Changes:
    """Makes several in one change; `created` of the answer ends with their ids, in order."""
    with journal.writing(label) as writer:
        writer.create_many(drafts)
    return writer.changes


def save(journal: Journal, *, entry_id: int, fields: Mapping[str, Any]) -> Changes:
    """Changes fields of one entry. Raises InvalidEntry, NotFound; nothing is written then.

    Consecutive saves of the same fields within a minute are one undo step: she types, we save each second.
    """
    with journal.writing("edit") as writer:
        hidden = unseen(journal, writer)
        entry = writer.entry(entry_id)
        edited = _with_fields(entry, hidden.kept(entry, fields))
        writer.update(edited)
        if isinstance(edited, Reminder) and {"due_at", "snoozed_until"} & set(fields):
            writer.show_again(edited)
    return writer.changes


def save_many(journal: Journal, *, ids: Sequence[int], fields: Mapping[str, Any]) -> Changes:
    """The same fields on several entries, as one change."""
    with journal.writing("edit_many") as writer:
        hidden = unseen(journal, writer)
        edited = [_with_fields(entry, hidden.kept(entry, fields)) for entry in writer.entries(ids)]
        writer.update_many(edited)
    return writer.changes


def add_tag(journal: Journal, *, ids: Sequence[int], tag: str) -> Changes:
    return _edit_many(journal, ids, lambda entry: replace(entry, tags=(*entry.tags, tag)))


def remove_tag(journal: Journal, *, ids: Sequence[int], tag: str) -> Changes:
    def without(entry: Entry) -> Entry:
        return replace(entry, tags=tuple(kept for kept in entry.tags if folded(kept) != folded(tag)))

    return _edit_many(journal, ids, without)


def _edit_many(journal: Journal, ids: Iterable[int], edited: Callable[[Entry], Entry]) -> Changes:
    with journal.writing("edit_many") as writer:
        writer.update_many([edited(entry) for entry in writer.entries(ids)])
    return writer.changes


def _with_fields(entry: Entry, fields: Mapping[str, Any]) -> Entry:
    known = editable_fields(type(entry))
    for name in fields:
        if name not in known:
            raise InvalidEntry("no_such_field", "title", name=name)
    if isinstance(entry, Learning) and "type" in fields and "state" not in fields:
        return replace(entry.as_type(fields["type"]), **fields)
    if isinstance(entry, Reminder):
        return entry.edited(fields)
    return replace(entry, **fields)


def delete(journal: Journal, *, ids: Sequence[int]) -> Changes:
    """Puts entries into the trash. What points at them keeps doing so, and shows them again once restored."""
    with journal.writing("delete") as writer:
        writer.set_trash(ids, True)
    return writer.changes


def restore(journal: Journal, *, ids: Sequence[int]) -> Changes:
    with journal.writing("restore") as writer:
        writer.set_trash(ids, False)
    return writer.changes


def undo(journal: Journal) -> Changes:
    """Takes the last change back, whatever kinds it touched; raises UserFacingError("nothing_to_undo")."""
    return store_history.undo(journal)


def redo(journal: Journal) -> Changes:
    """Does again what was undone last; raises UserFacingError("nothing_to_redo")."""
    return store_history.redo(journal)


def history(journal: Journal, *, entry_id: int) -> list[HistoryRecord]:
    """What happened to an entry, newest first."""
    return store_history.history(journal, entry_id)
