"""What one transaction does, written into the history as one change: a step of undo."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from journal.store.feeding import Line
from journal.store.making import insert
from journal.store.tables import ChangeItemRow, ChangeRow

ONE_STEP = timedelta(seconds=60)  # edits of the same fields of one entry within this are undone together
# The history of entries just made, whose rows say it all; their numbers follow each other.
_MADE = """INSERT INTO change_item (change_id, entry_id, kind, title, made)
    SELECT ?1, id, kind, title, 1 FROM entry WHERE id BETWEEN ?2 AND ?3 ORDER BY id"""

as_text = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make an encoder each time


class Item(NamedTuple):
    """What one change did to one entry; the columns of its history."""

    entry_id: int
    kind: str
    title: str
    made: bool = False
    before: str | None = None  # the changed fields as JSON; of an entry that was made, none
    after: str | None = None


class Recording:
    """`change_id` is 0 until something stands in the history."""

    def __init__(self, sql: Line, now: datetime, label: str) -> None:
        self._sql, self._now, self._label = sql, now, label
        self._stamp = now.isoformat(timespec="seconds")
        self.change_id = 0
        self._begun = False  # whether the change that this transaction is stands in the history yet
        self._items: list[Item] = []

    def note(self, item: Item) -> None:
        self._items.append(item)

    def put_made(self, first: int, last: int) -> None:
        """Writes at once that the entries of these numbers were made."""
        self._put_items()
        self._sql.put_one(_MADE, (self.change_id, first, last))

    def finish(self) -> None:
        if self._items and not self._joined_to_last_change():
            self._put_items()

    def _put_items(self) -> None:
        if not self._begun:
            self._begun = True
            self._sql.execute("UPDATE change SET overtaken = 1 WHERE undone_at IS NOT NULL AND NOT overtaken")
            insert(self._sql, ChangeRow, ("at", "label"), [(self._stamp, self._label)])
            self.change_id = int(self._sql.execute("SELECT last_insert_rowid()").fetchone()[0])
        items = [(self.change_id, *item) for item in self._items]
        self._items.clear()
        insert(self._sql, ChangeItemRow, ("change_id", *Item._fields), items)

    def _joined_to_last_change(self) -> bool:
        """Whether this edit only goes on with the last one (typing): then both are one step of undo."""
        if self._label != "edit" or len(self._items) != 1 or self._begun:
            return False
        item = self._items[0]
        last = self._sql.execute("SELECT id, at, label, undone_at FROM change ORDER BY id DESC LIMIT 1").fetchone()
        if not last or last[2] != "edit" or last[3] is not None:
            return False
        if not timedelta(0) <= self._now - datetime.fromisoformat(last[1]) <= ONE_STEP:
            return False
        items = self._sql.execute(
            "SELECT id, entry_id, before, after FROM change_item WHERE change_id = ? LIMIT 2", (last[0],)
        ).fetchall()
        if len(items) != 1 or items[0][1] != item.entry_id:
            return False
        after = json.loads(item.after or "{}")
        if set(json.loads(items[0][3])) != set(after):
            return False
        if json.loads(items[0][2]) == after:  # typed and taken back: no step is left to undo
            self._sql.execute("DELETE FROM change WHERE id = ?", (last[0],))
            return True
        goes_on = "UPDATE change_item SET after = ?, title = ? WHERE id = ?"
        self._sql.execute(goes_on, (item.after, item.title, items[0][0]))
        self._sql.execute("UPDATE change SET at = ? WHERE id = ?", (self._stamp, last[0]))
        self.change_id = last[0]
        return True

    def mark_undone(self, change_id: int, undone: bool) -> None:
        self.change_id = change_id
        at = self._stamp if undone else None
        self._sql.execute("UPDATE change SET undone_at = ? WHERE id = ?", (at, change_id))

    def keep_after(self, item_id: int, state: Mapping[str, Any]) -> None:
        """Stores the state a made entry had when its creation was undone."""
        self._sql.execute("UPDATE change_item SET after = ? WHERE id = ?", (as_text(state), item_id))
