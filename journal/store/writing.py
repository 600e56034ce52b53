"""The one way to write: entries made, changed, put into the trash; each recorded for undo and indexed for search."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from journal.domain.changes import NOTHING_CHANGED, Changes
from journal.domain.entry import Entry, folded
from journal.domain.errors import NotFound
from journal.domain.kinds import from_json, json_value, stored_json
from journal.domain.reminder import Reminder
from journal.store.counting import counted, following, moved_with
from journal.store.feeding import BLOCK, Insert, Line
from journal.store.indexing import Index
from journal.store.making import Rows, Uids, insert
from journal.store.naming import Names
from journal.store.reading import load
from journal.store.recording import Item, Recording, as_text
from journal.store.rows import Made, as_made, stored
from journal.store.tables import ContentRow, SettingRow

if TYPE_CHECKING:
    from journal.store.journal import Clock

SETTING = "setting"  # stands in the history where an entry's kind does; it has no number

_ORIGIN = Insert(
    "INSERT INTO origin (source, key, entry_id, proposed)",
    4,
    "ON CONFLICT (source, key) DO UPDATE SET entry_id = excluded.entry_id, proposed = excluded.proposed",
)


class Writer:
    """Writes inside one transaction; made by `Journal.writing()`."""

    def __init__(self, connection: Connection, clock: Clock, label: str) -> None:
        self.sql = Line(connection.connection.driver_connection)
        self.now = clock.now().replace(microsecond=0)
        self.stamp = self.now.isoformat(timespec="seconds")
        self.label = label
        self.changes = NOTHING_CHANGED
        self._touched: set[tuple[str, int]] = set()
        self._created: list[int] = []
        self._recording = Recording(self.sql, self.now, label)
        self.mark_undone, self.keep_after = self._recording.mark_undone, self._recording.keep_after
        self.beside: dict[int, dict[str, Any]] = {}  # to be remembered with the next change of an entry: keys with "_"
        self._last_id = 0
        self._names = Names(self.sql, self.create_many)
        self._rows = Rows(connection, self.sql, self._names)
        self._index = Index(self.sql, self.stamp)
        self._uids = Uids()
        self.expect = self._uids.expect
        self.contacts_named = self._names.contacts_named
        self.network_named = self._names.network_named

    # --- making, changing, trash ----------------------------------------------------------------------------------

    def entry(self, entry_id: int) -> Entry:
        return self.entries([entry_id])[0]

    def entries(self, ids: Iterable[int]) -> list[Entry]:
        """The entries as they are now; raises NotFound for the first that is not there."""
        wanted = list(dict.fromkeys(ids))
        found = load(self.sql, wanted, self.stamp)
        for entry_id in wanted:
            if entry_id not in found:
                raise NotFound("no_such_entry", id=entry_id)
        return [found[entry_id] for entry_id in wanted]

    def create_many(
        self,
        drafts: Sequence[Entry],
        *,
        as_it_was: bool = False,
        checked: bool = False,
        sources: Sequence[str] | None = None,
        keep_uids: bool = False,
    ) -> list[int]:
        """Makes an entry of each draft and gives their ids, in order. `checked`: the drafts have been, just now;
        `as_it_was`: they come from an archive, and keep the identifier and the times they have; `keep_uids`: those that
        bear an identifier nobody has yet do so; `sources`: where each comes from, if not its own `source`.

        People and networks named but not numbered are found by name or made in the same change. Raises
        UserFacingError("ambiguous_name") where two contacts bear a name.
        """
        ids: list[int] = []
        uids = self._uids.draw(len(drafts))
        for start in range(0, len(drafts), BLOCK):
            part = slice(start, start + BLOCK)
            named = self._with_numbers(drafts[part], checked)
            whence = sources[part] if sources else [draft.source for draft in named]
            made = self._numbered(named, uids[part], whence)
            if as_it_was:
                made = [_as_it_was(one) for one in made]
            elif keep_uids:
                free = self._free_uids([one.draft.uid for one in made if one.draft.uid])
                made = [_as_it_was(one) if free.pop(one.draft.uid, False) else one for one in made]
            self._make(made, many=len(drafts) > BLOCK)
            ids += (one.id for one in made)
        return ids

    def _with_numbers(self, drafts: Sequence[Entry], checked: bool) -> list[Entry]:
        drafts = [counted(self.sql, draft) for draft in drafts]
        return self._names.with_numbers(drafts if checked else [draft.checked() for draft in drafts])

    def _numbered(self, drafts: Sequence[Entry], uids: Sequence[str], sources: Sequence[str]) -> list[Made]:
        if not self._last_id:
            row = self.sql.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()
            self._last_id = row[0] if row else 0
        now, first = stored(self.now), self._last_id + 1
        self._last_id += len(drafts)
        return [
            Made(draft, number, uid, draft.heading, source, now, now)
            for number, (draft, uid, source) in enumerate(zip(drafts, uids, sources, strict=True), first)
        ]

    def _make(self, made: Sequence[Made], many: bool) -> None:
        """`many`: their history and index are written now, not at the end: then they need not wait in memory, and are
        put while the next entries are prepared."""
        self._rows.insert(made)
        self._touched.update((one.draft.kind, one.id) for one in made)
        self._created += (one.id for one in made)
        drafts = {one.id: one.draft for one in made}
        if many:
            self._recording.put_made(made[0].id, made[-1].id)
            self._index.put(drafts)
        else:
            for one in made:
                self._recording.note(Item(one.id, one.draft.kind, one.title, made=True))
            self._index.take(drafts)

    def _free_uids(self, uids: Sequence[str]) -> dict[str, bool]:
        """uid -> True for each that no entry bears."""
        taken: set[str] = set()
        for start in range(0, len(uids), 5_000):
            part = uids[start : start + 5_000]
            query = f"SELECT uid FROM entry WHERE uid IN ({','.join('?' * len(part))})"
            taken.update(row[0] for row in self.sql.execute(query, part))
        return {uid: True for uid in uids if uid not in taken}

    def update(self, entry: Entry) -> bool:
        """Brings the stored entry to the state of `entry` (its id says which); False where nothing differs."""
        return self.update_many([entry]) > 0

    def update_many(self, entries: Sequence[Entry]) -> int:
        """The same for several; gives how many were different."""
        present = {old.id: old for old in self.entries(entry.id for entry in entries)}
        named = self._names.with_numbers([counted(self.sql, entry).checked() for entry in entries])
        count = 0
        changed: list[tuple[Entry, Entry]] = []
        for new in named:
            old = present[new.id]
            before, after = _difference(old, new)
            if not after:
                continue
            count += 1
            before |= self.beside.get(new.id, {})
            new = replace(new, updated_at=self.now, uid=old.uid, created_at=old.created_at)
            joins = {"network", "networks"} & set(after)
            if joins:
                before["_links"] = self._names.joined(old)
            self._replace_rows(old, new)
            if joins:
                after["_links"] = self._names.joined(new)
            self._record(new, before, after)
            changed.append((old, new))
        if depending := moved_with(self.sql, changed):
            self.update_many([following(reminder, self.sql) for reminder in self.entries(depending)])
        return count

    def _replace_rows(self, old: Entry, new: Entry, links: Sequence[int] | None = None) -> None:
        """`links`: the ids of the networks of `new` in order; else those it names already stay, others by name."""
        self._rows.replace(new, self._names.links(new, old) if links is None else links)
        if old.heading != new.heading:
            if new.kind == "network":
                self._names.networks_changed()
                self._index.network_renamed = True
            self._index.take_mentions(new.id)

    def set_trash(self, ids: Iterable[int], into: bool) -> int:
        """Puts entries into the trash or takes them out; gives how many changed."""
        entries = [entry for entry in self.entries(ids) if (entry.deleted_at is None) == into]
        for entry in entries:
            new = replace(entry, deleted_at=self.now if into else None)
            self._rows.write_shared(new)
            before, after = _difference(entry, new)
            self._record(new, before, after)
        return len(entries)

    def forget(self, ids: Iterable[int]) -> None:
        """Removes rows for good, unrecorded: only for undoing a creation."""
        for entry_id in ids:
            self.sql.execute("DELETE FROM entry WHERE id = ?", (entry_id,))
            self._index.take({entry_id: None})

    def index_again(self, ids: Iterable[int]) -> None:
        """Indexes entries by what they show now, where something they point at was changed under them."""
        for entry in self.entries(ids):
            self._index.take({entry.id: entry})
            self.touch(entry.kind, entry.id)

    def touch(self, kind: str, entry_id: int) -> None:
        """Says that an entry is different now, where no other call here says so."""
        self._touched.add((kind, entry_id))

    # --- history ----------------------------------------------------------------------------------------------------

    def _record(self, entry: Entry, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        self._touched.add((entry.kind, entry.id))
        self._index.take({entry.id: entry})
        self._recording.note(Item(entry.id, entry.kind, entry.heading, False, as_text(before), as_text(after)))

    def apply_state(self, entry_id: int, kind: str, state: Mapping[str, Any]) -> None:
        """Sets the fields in `state` (JSON) without recording: for undo and redo."""
        if kind == SETTING:
            self._put_setting(state["key"], state["value"])
            return
        [old] = self.entries([entry_id])
        whole = {**stored_json(old), **{key: value for key, value in state.items() if not key.startswith("_")}}
        new = replace(
            from_json(kind, whole),
            id=entry_id,
            uid=old.uid,
            created_at=old.created_at,
            updated_at=self.now,
            deleted_at=_moment(state["_deleted_at"]) if "_deleted_at" in state else old.deleted_at,
        )
        self._replace_rows(old, new, state.get("_links"))
        if "_origins" in state:
            self._restore_origins(entry_id, state["_origins"])
        if "_not_the_same" in state:
            self._restore_apart(entry_id, state["_not_the_same"])
        self._touched.add((kind, entry_id))
        self._index.take({entry_id: new})

    def whole_state(self, entry: Entry) -> dict[str, Any]:
        """Everything needed to make the entry again under the same id."""
        return {
            **stored_json(entry),
            "_uid": entry.uid,
            "_created_at": json_value(entry.created_at),
            "_deleted_at": json_value(entry.deleted_at),
            "_links": self._names.joined(entry),
            "_origins": self.origins_of(entry.id),
        }

    def remake(self, states: Sequence[tuple[int, str, Mapping[str, Any]]]) -> None:
        """Makes entries again from `whole_state`, unrecorded: for redoing a creation."""
        entries = [
            replace(
                from_json(kind, {key: value for key, value in state.items() if not key.startswith("_")}),
                id=entry_id,
                uid=state["_uid"],
                created_at=_moment(state["_created_at"]),
                updated_at=self.now,
                deleted_at=_moment(state["_deleted_at"]),
            )
            for entry_id, kind, state in states
        ]
        links = {entry_id: state["_links"] for entry_id, _, state in states}
        self._rows.insert([as_made(entry) for entry in entries], links)
        for entry in entries:
            self._touched.add((entry.kind, entry.id))
            self._index.take({entry.id: entry})
        for entry_id, _, state in states:
            self._restore_origins(entry_id, state.get("_origins", []))

    def finish(self) -> None:
        """Writes the history and the index of all that was done; called once, before the commit."""
        self._recording.finish()
        self._index.write(self._created)
        self.sql.settle()
        if self._touched:
            self.changes = Changes(
                self.label, self._recording.change_id, frozenset(self._touched), tuple(self._created)
            )

    # --- origins ----------------------------------------------------------------------------------------------------

    def add_origins(self, origins: Iterable[tuple[str, str, int, str]]) -> None:
        """Remembers (source, key, entry id, what the source said as JSON) of imported entries."""
        self.sql.put(_ORIGIN, origins)

    def origins_of(self, entry_id: int) -> list[list[str]]:
        query = "SELECT source, key, proposed FROM origin WHERE entry_id = ? ORDER BY source, key"
        return [list(row) for row in self.sql.execute(query, (entry_id,))]

    def _restore_origins(self, entry_id: int, origins: Sequence[Sequence[str]]) -> None:
        self.sql.execute("DELETE FROM origin WHERE entry_id = ?", (entry_id,))
        self.add_origins([(source, key, entry_id, proposed) for source, key, proposed in origins])

    def record_origins(self, entry: Entry, before: list[list[str]], after: list[list[str]]) -> None:
        """Puts a change of origins into the history, so that undoing an import undoes that too."""
        if before != after:
            self._record(entry, {"_origins": before}, {"_origins": after})

    # --- one person or two ----------------------------------------------------------------------------------------

    def pointing_at(self, contact_id: int) -> list[int]:
        """The events and learnings with that contact and the reminders about it, those in the trash too."""
        query = """SELECT entry_id FROM participation WHERE contact_id = ?
            UNION SELECT id FROM reminder WHERE about_id = ? ORDER BY 1"""
        return [row[0] for row in self.sql.execute(query, (contact_id, contact_id))]

    def introduced_by(self, name: str) -> list[int]:
        """The contacts whom somebody of that name introduced."""
        rows = self.sql.execute("SELECT id, introduced_by FROM contact WHERE introduced_by <> '' ORDER BY id")
        return [row[0] for row in rows if folded(row[1]) == folded(name)]

    def apart_from(self, contact_id: int) -> list[int]:
        """The contacts of whom she said that they are not this one."""
        query = """SELECT other_id FROM not_the_same WHERE contact_id = ?
            UNION SELECT contact_id FROM not_the_same WHERE other_id = ? ORDER BY 1"""
        return [row[0] for row in self.sql.execute(query, (contact_id, contact_id))]

    def set_apart(self, contact: Entry, others: Iterable[int]) -> None:
        """Says which contacts are not this one; recorded."""
        before, after = self.apart_from(contact.id), sorted(set(others))
        if before != after:
            self._restore_apart(contact.id, after)
            self._record(contact, {"_not_the_same": before}, {"_not_the_same": after})

    def _restore_apart(self, contact_id: int, others: Sequence[int]) -> None:
        self.sql.execute("DELETE FROM not_the_same WHERE ? IN (contact_id, other_id)", (contact_id,))
        self.sql.executemany(
            "INSERT INTO not_the_same SELECT min(?1, id), max(?1, id) FROM contact WHERE id = ?2 GROUP BY id",
            [(contact_id, other) for other in others],
        )

    def keep_content(self, content: bytes) -> str:
        """Keeps the bytes of an attachment, once; gives the digest under which they are kept."""
        digest = hashlib.sha256(content).hexdigest()
        known = self.sql.execute("SELECT 1 FROM content WHERE digest = ?", (digest,)).fetchone()
        if known is None:
            insert(self.sql, ContentRow, ("digest", "size", "bytes"), [(digest, len(content), content)])
        return digest

    # --- other tables ---------------------------------------------------------------------------------------------

    def set_setting(self, key: str, value: str) -> None:
        self.sql.execute("DELETE FROM setting WHERE key = ?", (key,))
        insert(self.sql, SettingRow, ("key", "value"), [(key, value)])

    def change_setting(self, key: str, value: str) -> None:
        """Sets what she may take back by Undo, "" for what is not set; recorded, if it is different."""
        row = self.sql.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        before = row[0] if row else ""
        if before != value:
            self._put_setting(key, value)
            states = (as_text({"key": key, "value": one}) for one in (before, value))
            self._recording.note(Item(0, SETTING, "", False, *states))

    def _put_setting(self, key: str, value: str) -> None:
        self.sql.execute("DELETE FROM setting WHERE key = ?", (key,))
        if value:
            insert(self.sql, SettingRow, ("key", "value"), [(key, value)])
        self.touch(SETTING, 0)

    def mark_shown(self, occurrences: Sequence[tuple[int, str]]) -> None:
        """Writes (reminder, occurrence) into the ledger of what was shown."""
        shown = [(reminder_id, at, self.stamp) for reminder_id, at in occurrences]
        self.sql.executemany("INSERT OR IGNORE INTO reminder_shown VALUES (?, ?, ?)", shown)

    def show_again(self, reminder: Reminder) -> None:
        """She named the time herself: where it is to come it is shown, though it may have been before its clock was
        set back."""
        if reminder.comes_at and reminder.comes_at > self.now:
            gone = "DELETE FROM reminder_shown WHERE reminder_id = ? AND occurrence = ?"
            self.sql.execute(gone, (reminder.id, stored(reminder.comes_at)))


def _difference(old: Entry, new: Entry) -> tuple[dict[str, Any], dict[str, Any]]:
    """The changed fields as JSON, as they were and as they are."""
    one, two = comparable(old), comparable(new)
    one["_deleted_at"], two["_deleted_at"] = json_value(old.deleted_at), json_value(new.deleted_at)
    changed = [key for key in two if one[key] != two[key]]
    return {key: one[key] for key in changed}, {key: two[key] for key in changed}


def comparable(entry: Entry) -> dict[str, Any]:
    """The entry's stored fields with people by number alone: their names are another entry's matter."""
    state = stored_json(entry)
    for key in ("participants", "people"):
        if state.get(key):
            state[key] = [{"id": person["id"], "role": person["role"]} for person in state[key]]
    if state.get("about"):
        state["about"] = {"kind": state["about"]["kind"], "id": state["about"]["id"]}
    return state


def _as_it_was(one: Made) -> Made:
    """With the identifier and the times that its draft bears."""
    was = one.draft
    return one._replace(
        uid=was.uid or one.uid,
        created_at=stored(was.created_at) or one.created_at,
        updated_at=stored(was.updated_at) or one.updated_at,
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
