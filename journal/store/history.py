"""Undo, redo and the history of one entry, from the changes recorded by the writer; they outlive a restart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from journal.domain.changes import Changes, HistoryRecord
from journal.domain.errors import UserFacingError
from journal.store import veil

if TYPE_CHECKING:
    from journal.store.journal import Journal
    from journal.store.writing import Writer

_LAST_DONE = "SELECT id, label FROM change WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
# What can be redone: a new change closes the way back to what was undone before it.
_FIRST_UNDONE = "SELECT id, label FROM change WHERE undone_at IS NOT NULL AND NOT overtaken ORDER BY id LIMIT 1"
_ITEMS = "SELECT id, entry_id, kind, made, before, after FROM change_item WHERE change_id = ? ORDER BY id"


def undo(journal: Journal) -> Changes:
    """Takes the last change back; `label` of the answer says what it was. Raises UserFacingError if there is none."""
    with journal.writing("undo") as writer:
        row = writer.sql.execute(_LAST_DONE).fetchone()
        if row is None:
            raise UserFacingError("nothing_to_undo")
        change_id, writer.label = row
        items = writer.sql.execute(_ITEMS, (change_id,)).fetchall()
        made = [item for item in items if item[3]]
        for _, entry_id, kind, was_made, before, _ in reversed(items):
            if not was_made:
                writer.apply_state(entry_id, kind, json.loads(before))
        _unmake(writer, made)
        writer.mark_undone(change_id, True)
    return writer.changes


def _unmake(writer: Writer, made: list[Any]) -> None:
    entries = writer.entries(item[1] for item in made)
    for item, entry in zip(made, entries, strict=True):
        writer.keep_after(item[0], writer.whole_state(entry))
        writer.touch(entry.kind, entry.id)
    writer.forget(item[1] for item in reversed(made))


def redo(journal: Journal) -> Changes:
    """Does again what was undone last. Raises UserFacingError if there is nothing."""
    with journal.writing("redo") as writer:
        row = writer.sql.execute(_FIRST_UNDONE).fetchone()
        if row is None:
            raise UserFacingError("nothing_to_redo")
        change_id, writer.label = row
        items = writer.sql.execute(_ITEMS, (change_id,)).fetchall()
        writer.remake([(item[1], item[2], json.loads(item[5])) for item in items if item[3]])
        for _, entry_id, kind, was_made, _, after in items:
            if not was_made:
                writer.apply_state(entry_id, kind, json.loads(after))
        writer.mark_undone(change_id, False)
    return writer.changes


def history(journal: Journal, entry_id: int, *, everything: bool | None = None) -> list[HistoryRecord]:
    """What happened to an entry, newest first; fields map to (old, new) JSON values. Who is hidden is not named, unless
    `everything` (None: as it is shown at present)."""
    if everything is None:
        everything = journal.confidential_shown
    ids: set[int] = set()
    names: set[str] = set()
    with journal.reading(everything=True) as sql:
        if not everything:
            ids = veil.hidden_ids(sql)
            names = set(veil.names_hidden(sql, ("contact", "network")))
        found = sql.execute(
            "SELECT c.id, c.at, c.label, c.undone_at, i.kind, i.title, i.before, i.after, i.made FROM change_item i"
            " JOIN change c ON c.id = i.change_id WHERE i.entry_id = ? ORDER BY c.id DESC, i.id DESC",
            (entry_id,),
        ).fetchall()
    records = []
    for change_id, at, label, undone, kind, title, before, after, made in found:
        old, new = json.loads(before or "{}"), ({} if made else json.loads(after or "{}"))
        if ids:
            old, new = (veil.without_hidden(one, ids, names) for one in (old, new))
        fields = {key: (old.get(key), new.get(key)) for key in new if not key.startswith("_")}
        records.append(HistoryRecord(change_id, at, label, undone is not None, kind, entry_id, title, fields))
    return records
