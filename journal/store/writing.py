"""The one way to write: entries made, changed, put into the trash; each recorded for undo and indexed for search."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, update
from sqlmodel import SQLModel

from journal.domain.changes import NOTHING_CHANGED, Changes
from journal.domain.contact import Contact, clean_memberships, split_name
from journal.domain.entry import Entry, LabelledValue, Membership, Person, folded, is_email
from journal.domain.errors import InvalidEntry, NotFound, UserFacingError
from journal.domain.event import Event
from journal.domain.kinds import CLASS_OF, from_json, json_value, stored_json
from journal.domain.learning import Learning
from journal.domain.network import Network, known_name
from journal.domain.reminder import Reminder
from journal.store import rows
from journal.store.reading import BATCH, is_id, load
from journal.store.tables import (
    ChangeItemRow,
    ChangeRow,
    ContactRow,
    ContactValueRow,
    EntryRow,
    EventRow,
    LearningRow,
    MembershipRow,
    NetworkRow,
    ParticipationRow,
    ReminderRow,
    ReminderShownRow,
    SettingRow,
    TaggingRow,
    TagRow,
)

if TYPE_CHECKING:
    from journal.store.journal import Clock

# In the order in which rows may point at each other.
_TABLE_OF: dict[str, type[SQLModel]] = {
    "network": NetworkRow,
    "contact": ContactRow,
    "event": EventRow,
    "learning": LearningRow,
    "reminder": ReminderRow,
}
ONE_STEP = timedelta(seconds=60)  # edits of the same fields of one entry within this are undone together


class Writer:
    """Writes inside one transaction; made by `Journal.writing()`."""

    def __init__(self, connection: Connection, clock: Clock, label: str) -> None:
        self._connection = connection
        self.sql: Any = connection.connection.driver_connection
        self.now = clock.now().replace(microsecond=0)
        self.stamp = self.now.isoformat(timespec="seconds")
        self.label = label
        self.changes = NOTHING_CHANGED
        self._change_id = 0
        self._touched: set[tuple[str, int]] = set()
        self._created: list[int] = []
        self._items: list[dict[str, Any]] = []
        self._reindex: dict[int, Entry | None] = {}
        self._networks: dict[str, int] | None = None
        self._tags: dict[str, tuple[int, str]] | None = None
        self._network_renamed = False

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

    def create_many(self, drafts: Sequence[Entry], *, as_it_was: bool = False, checked: bool = False) -> list[int]:
        """Makes an entry of each draft and gives their ids, in order. `checked`: the drafts have been, just now;
        `as_it_was`: they come from an archive, and keep the identifier and the times they have.

        People and networks named but not numbered are found by name or made in the same change. Raises
        UserFacingError("ambiguous_name") where two contacts bear a name.
        """
        named = self._with_numbers(list(drafts) if checked else [draft.checked() for draft in drafts])
        first = self._next_id()
        made = [
            replace(
                draft,
                id=first + offset,
                uid=draft.uid if as_it_was and draft.uid else str(uuid.uuid4()),
                created_at=(as_it_was and draft.created_at) or self.now,
                updated_at=(as_it_was and draft.updated_at) or self.now,
            )
            for offset, draft in enumerate(named)
        ]
        self._insert_entries(made)
        for entry in made:
            self._record(entry, made=True)
        ids = [entry.id for entry in made]
        self._created += ids
        return ids

    def update(self, entry: Entry) -> bool:
        """Brings the stored entry to the state of `entry` (its id says which); False where nothing differs."""
        return self.update_many([entry]) > 0

    def update_many(self, entries: Sequence[Entry]) -> int:
        """The same for several; gives how many were different."""
        present = {old.id: old for old in self.entries(entry.id for entry in entries)}
        named = self._with_numbers([entry.checked() for entry in entries])
        count = 0
        for new in named:
            old = present[new.id]
            before, after = _difference(old, new)
            if not after:
                continue
            count += 1
            new = replace(new, updated_at=self.now, uid=old.uid, created_at=old.created_at)
            joins = {"network", "networks"} & set(after)
            if joins:
                before["_links"] = self._links(old)
            self._replace_rows(old, new)
            if joins:
                after["_links"] = self._links(new)
            self._record(new, before=before, after=after)
        return count

    def set_trash(self, ids: Iterable[int], into: bool) -> int:
        """Puts entries into the trash or takes them out; gives how many changed."""
        entries = [entry for entry in self.entries(ids) if (entry.deleted_at is None) == into]
        for entry in entries:
            new = replace(entry, deleted_at=self.now if into else None)
            self._write_entry_columns(new)
            before, after = _difference(entry, new)
            self._record(new, before=before, after=after)
        return len(entries)

    def forget(self, ids: Iterable[int]) -> None:
        """Removes rows for good, unrecorded: only for undoing a creation."""
        for entry_id in ids:
            self.sql.execute("DELETE FROM entry WHERE id = ?", (entry_id,))
            self._reindex[entry_id] = None

    def touch(self, kind: str, entry_id: int) -> None:
        """Says that an entry is different now, where no other call here says so."""
        self._touched.add((kind, entry_id))

    # --- history ----------------------------------------------------------------------------------------------------

    def _record(
        self, entry: Entry, *, made: bool = False, before: Mapping[str, Any] | None = None, after: Any = None
    ) -> None:
        self._touched.add((entry.kind, entry.id))
        self._reindex[entry.id] = entry
        self._items.append(
            {
                "entry_id": entry.id,
                "kind": entry.kind,
                "title": entry.heading,
                "made": made,
                "before": None if before is None else json.dumps(before, ensure_ascii=False),
                "after": None if after is None else json.dumps(after, ensure_ascii=False),
            }
        )

    def apply_state(self, entry_id: int, kind: str, state: Mapping[str, Any]) -> None:
        """Sets the fields in `state` (JSON) without recording: for undo and redo."""
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
        self._touched.add((kind, entry_id))
        self._reindex[entry_id] = new

    def whole_state(self, entry: Entry) -> dict[str, Any]:
        """Everything needed to make the entry again under the same id."""
        return {
            **stored_json(entry),
            "_uid": entry.uid,
            "_created_at": json_value(entry.created_at),
            "_deleted_at": json_value(entry.deleted_at),
            "_links": self._links(entry),
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
        self._insert_entries(entries, {entry_id: state["_links"] for entry_id, _, state in states})
        for entry in entries:
            self._touched.add((entry.kind, entry.id))
            self._reindex[entry.id] = entry
        for entry_id, _, state in states:
            self._restore_origins(entry_id, state.get("_origins", []))

    def finish(self) -> None:
        """Writes the history and the index of all that was done; called once, before the commit."""
        if self._items and not self._joined_to_last_change():
            self.sql.execute("UPDATE change SET overtaken = 1 WHERE undone_at IS NOT NULL AND NOT overtaken")
            self._change_id = self._insert(ChangeRow, [{"at": self.stamp, "label": self.label}])
            self._insert(ChangeItemRow, [{"change_id": self._change_id, **item} for item in self._items])
        self._write_index()
        if self._touched:
            self.changes = Changes(self.label, self._change_id, frozenset(self._touched), tuple(self._created))

    def _joined_to_last_change(self) -> bool:
        """Whether this edit only goes on with the last one (typing): then both are one step of undo."""
        if self.label != "edit" or len(self._items) != 1:
            return False
        item = self._items[0]
        last = self.sql.execute("SELECT id, at, label, undone_at FROM change ORDER BY id DESC LIMIT 1").fetchone()
        if not last or last[2] != "edit" or last[3] is not None:
            return False
        if not timedelta(0) <= self.now - datetime.fromisoformat(last[1]) <= ONE_STEP:
            return False
        items = self.sql.execute(
            "SELECT id, entry_id, before, after FROM change_item WHERE change_id = ? LIMIT 2", (last[0],)
        ).fetchall()
        if len(items) != 1 or items[0][1] != item["entry_id"]:
            return False
        after = json.loads(item["after"])
        if set(json.loads(items[0][3])) != set(after):
            return False
        if json.loads(items[0][2]) == after:  # typed and taken back: no step is left to undo
            self.sql.execute("DELETE FROM change WHERE id = ?", (last[0],))
            return True
        self._connection.execute(
            update(ChangeItemRow)
            .where(_column(ChangeItemRow, "id") == items[0][0])
            .values(after=item["after"], title=item["title"])
        )
        self._connection.execute(update(ChangeRow).where(_column(ChangeRow, "id") == last[0]).values(at=self.stamp))
        self._change_id = last[0]
        return True

    def mark_undone(self, change_id: int, undone: bool) -> None:
        self._change_id = change_id
        self._connection.execute(
            update(ChangeRow)
            .where(_column(ChangeRow, "id") == change_id)
            .values(undone_at=self.stamp if undone else None)
        )

    def keep_after(self, item_id: int, state: Mapping[str, Any]) -> None:
        """Stores the state a made entry had when its creation was undone."""
        self._connection.execute(
            update(ChangeItemRow)
            .where(_column(ChangeItemRow, "id") == item_id)
            .values(after=json.dumps(state, ensure_ascii=False))
        )

    # --- origins ----------------------------------------------------------------------------------------------------

    def add_origins(self, origins: Sequence[tuple[str, str, int, str]]) -> None:
        """Remembers (source, key, entry id, what the source said as JSON) of imported entries."""
        self.sql.executemany(
            "INSERT INTO origin (source, key, entry_id, proposed) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (source, key) DO UPDATE SET entry_id = excluded.entry_id, proposed = excluded.proposed",
            origins,
        )

    def origins_of(self, entry_id: int) -> list[list[str]]:
        query = "SELECT source, key, proposed FROM origin WHERE entry_id = ? ORDER BY source, key"
        return [list(row) for row in self.sql.execute(query, (entry_id,))]

    def _restore_origins(self, entry_id: int, origins: Sequence[Sequence[str]]) -> None:
        self.sql.execute("DELETE FROM origin WHERE entry_id = ?", (entry_id,))
        self.add_origins([(source, key, entry_id, proposed) for source, key, proposed in origins])

    def record_origins(self, entry: Entry, before: list[list[str]], after: list[list[str]]) -> None:
        """Puts a change of origins into the history, so that undoing an import undoes that too."""
        if before != after:
            self._record(entry, before={"_origins": before}, after={"_origins": after})

    # --- other tables ---------------------------------------------------------------------------------------------

    def set_setting(self, key: str, value: str) -> None:
        self.sql.execute("DELETE FROM setting WHERE key = ?", (key,))
        self._insert(SettingRow, [{"key": key, "value": value}])

    def mark_shown(self, occurrences: Sequence[tuple[int, str]]) -> None:
        """Writes (reminder, occurrence) into the ledger of what was shown."""
        rows_ = [{"reminder_id": i, "occurrence": at, "shown_at": self.stamp} for i, at in occurrences]
        if rows_:
            self._insert(ReminderShownRow, rows_)

    # --- rows -----------------------------------------------------------------------------------------------------

    def _insert(self, table: type[SQLModel], values: Sequence[Mapping[str, Any]]) -> int:
        """Inserts rows, all with the same columns, many at a time; gives the last id."""
        if not values:
            return 0
        columns = tuple(values[0])
        # The statement compiled once and the driver given tuples: binding each row through Core costs twice as much.
        self._connection.exec_driver_sql(_insert_statement(table, columns), [tuple(row.values()) for row in values])
        return int(self.sql.execute("SELECT last_insert_rowid()").fetchone()[0])

    def _next_id(self) -> int:
        row = self.sql.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()
        return (row[0] if row else 0) + 1

    def _insert_entries(self, entries: Sequence[Entry], links: Mapping[int, Sequence[int]] | None = None) -> None:
        """`links`: entry id -> the ids of its networks in order, where these are not to be found by name."""
        self._insert(EntryRow, [rows.entry_row(entry) for entry in entries])
        if any(entry.kind == "network" for entry in entries):
            self._networks = None
        linked = {entry.id: (links or {}).get(entry.id) or self._links_by_name(entry) for entry in entries}
        for kind, table in _TABLE_OF.items():
            self._insert(table, [rows.kind_row(entry, linked[entry.id]) for entry in entries if entry.kind == kind])
        self._insert_children(entries, linked)

    def _insert_children(self, entries: Sequence[Entry], links: Mapping[int, Sequence[int]]) -> None:
        contacts = [entry for entry in entries if isinstance(entry, Contact)]
        self._insert(ContactValueRow, [row for contact in contacts for row in rows.value_rows(contact)])
        self._insert(
            MembershipRow,
            [
                {
                    "contact_id": contact.id,
                    "network_id": network_id,
                    "position": position,
                    "role": item.role,
                }
                for contact in contacts
                for position, (item, network_id) in enumerate(zip(contact.networks, links[contact.id], strict=True))
                # Two networks may have come to bear one name: she belongs once to each, not twice to one.
                if network_id not in links[contact.id][:position]
            ],
        )
        self._insert(
            ParticipationRow,
            [
                {"entry_id": entry.id, "contact_id": person.id, "position": position, "role": person.role}
                for entry in entries
                for position, person in enumerate(rows.people_of(entry))
            ],
        )
        tags = self._known_tags(tag for entry in entries for tag in entry.tags)
        self._insert(
            TaggingRow,
            [
                {"entry_id": entry.id, "tag_id": tags[folded(tag)][0], "position": position}
                for entry in entries
                for position, tag in enumerate(entry.tags)
            ],
        )

    def _write_entry_columns(self, entry: Entry) -> None:
        row = rows.entry_row(entry)
        del row["id"], row["uid"], row["kind"], row["created_at"]
        self._connection.execute(update(EntryRow).where(_column(EntryRow, "id") == entry.id).values(**row))

    def _replace_rows(self, old: Entry, new: Entry, links: Sequence[int] | None = None) -> None:
        """`links`: the ids of the networks of `new` in order; else those it names already stay, others by name."""
        if links is None:
            links = self._links_by_name(new, old)
        self._write_entry_columns(new)
        row = rows.kind_row(new, links)
        del row["id"]
        table = _TABLE_OF[new.kind]
        self._connection.execute(update(table).where(_column(table, "id") == new.id).values(**row))
        for child, column in (
            (ContactValueRow, "contact_id"),
            (MembershipRow, "contact_id"),
            (ParticipationRow, "entry_id"),
            (TaggingRow, "entry_id"),
        ):
            self._connection.execute(delete(child).where(_column(child, column) == new.id))
        self._insert_children([new], {new.id: links})
        if old.heading != new.heading:
            if new.kind == "network":
                self._networks, self._network_renamed = None, True
            self._reindex_mentions(new.id)

    # --- names to numbers ------------------------------------------------------------------------------------------

    def _links(self, entry: Entry) -> list[int]:
        """The ids of the networks an entry is joined to, in order. Names do not tell: two may bear one name."""
        query = {
            "contact": "SELECT network_id FROM membership WHERE contact_id = ? ORDER BY position",
            "event": "SELECT network_id FROM event WHERE id = ? AND network_id IS NOT NULL",
            "learning": "SELECT network_id FROM learning WHERE id = ? AND network_id IS NOT NULL",
        }.get(entry.kind)
        return [row[0] for row in self.sql.execute(query, (entry.id,))] if query else []

    def _links_by_name(self, entry: Entry, old: Entry | None = None) -> list[int]:
        """The ids of the networks `entry` names; one that `old` names too is the one `old` is joined to."""
        names = [folded(name) for name in rows.networks_of(entry)]
        if not names:
            return []
        known = self._network_ids()
        if old is not None:
            joined = zip(rows.networks_of(old), self._links(old), strict=True)
            known = {**known, **{folded(name): link for name, link in reversed(list(joined))}}
        return [known[name] for name in names]

    def _network_ids(self) -> dict[str, int]:
        if self._networks is None:
            query = "SELECT name_key, id FROM entry WHERE kind = 'network' ORDER BY deleted_at IS NULL, id DESC"
            self._networks = dict(self.sql.execute(query).fetchall())
        return self._networks

    def _known_tags(self, names: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Folded name -> (id, the name as she first wrote it) of every tag; those of `names` are made where missing."""
        wanted = {folded(name): name for name in reversed(list(names))}
        if self._tags is None or not wanted.keys() <= self._tags.keys():
            known = self._tags or self._read_tags()
            self._insert(TagRow, [{"name": wanted[key], "folded": key} for key in wanted if key not in known])
            self._tags = self._read_tags()
        return self._tags

    def _read_tags(self) -> dict[str, tuple[int, str]]:
        return {key: (number, name) for key, number, name in self.sql.execute("SELECT folded, id, name FROM tag")}

    def _with_numbers(self, entries: list[Entry]) -> list[Entry]:
        """The entries with every person numbered and every network there, made where missing."""
        self._refuse_unknown_links(entries)
        self._refuse_taken_names(entries)
        tags = self._known_tags(tag for entry in entries for tag in entry.tags)
        entries = [replace(e, tags=tuple(tags[folded(t)][1] for t in e.tags)) if e.tags else e for e in entries]
        named = [self._with_known_networks(entry) for entry in entries]
        self._make_networks(name for entry in named for name in rows.networks_of(entry))
        unknown = [p.name for entry in named for p in rows.people_of(entry) if not p.id]
        ids = self._people_ids(unknown) if unknown else {}
        return [_numbered(entry, ids) for entry in named]

    def _refuse_taken_names(self, entries: Iterable[Entry]) -> None:
        """Raises InvalidEntry for a network of a name that another one bears: entries speak of networks by name."""
        owners = {}
        for entry in entries:
            if isinstance(entry, Network):
                key = folded(entry.name)
                query = "SELECT id FROM entry WHERE kind = 'network' AND name_key = ? AND id <> ?"
                if key in owners or self.sql.execute(query, (key, entry.id)).fetchone():
                    raise InvalidEntry("name_taken", "name", value=entry.name)
                owners[key] = entry.id

    def _refuse_unknown_links(self, entries: Iterable[Entry]) -> None:
        """Raises NotFound for the first person, event or subject of a reminder that is not there."""
        wanted: dict[int, str] = {}
        for entry in entries:
            wanted.update((person.id, "contact") for person in rows.people_of(entry) if person.id)
            if isinstance(entry, Learning) and entry.event:
                wanted[entry.event] = "event"
            if isinstance(entry, Reminder) and entry.about:
                wanted.setdefault(entry.about.id, "")
        kinds = self._of_entries("kind", [entry_id for entry_id in wanted if is_id(entry_id)])
        for entry_id, kind in wanted.items():
            if entry_id not in kinds or kind not in ("", kinds[entry_id]):
                raise NotFound("no_such_entry", id=entry_id)

    def _with_known_networks(self, entry: Entry) -> Entry:
        """Former names (Yammer, EUMA) brought to today's, unless a network of hers bears the former one."""
        known = self._network_ids()

        def today(name: str) -> str:
            return name if folded(name) in known else known_name(name)

        if isinstance(entry, Contact) and entry.networks:
            renamed = tuple(Membership(today(m.name), m.role) for m in entry.networks)
            return replace(entry, networks=clean_memberships(renamed))  # Yammer and Viva Engage are one
        if isinstance(entry, Event | Learning) and entry.network:
            return replace(entry, network=today(entry.network))
        return entry

    def _make_networks(self, names: Iterable[str]) -> None:
        known = self._network_ids()
        missing = {folded(name): name for name in names if folded(name) not in known}
        if missing:
            ids = self.create_many([Network(name=name) for name in missing.values()])
            self._network_ids().update(zip(missing, ids, strict=True))

    def _people_ids(self, names: Sequence[str]) -> dict[str, int]:
        """Folded name -> id; contacts are made for names nobody bears."""
        ids: dict[str, int] = {}
        missing: dict[str, Contact] = {}  # by the name they will bear: "DUPONT Claire" and "Claire Dupont" are one
        for name in dict.fromkeys(names):
            found = self.contacts_named(name)
            if len(found) > 1:
                raise UserFacingError("ambiguous_name", name=name, ids=", ".join(map(str, found)))
            if found:
                ids[folded(name)] = found[0]
            else:
                draft = contact_named(name)
                missing.setdefault(folded(draft.name), draft)
        if missing:
            made = dict(zip(missing, self.create_many(list(missing.values())), strict=True))
            for name in names:
                if folded(name) not in ids:
                    ids[folded(name)] = made[folded(contact_named(name).name)]
        return ids

    def contacts_named(self, name: str) -> list[int]:
        """The contacts (not in the trash) of that name or, where it is one, that e-mail address."""
        if is_email(name):
            query = """SELECT DISTINCT v.contact_id FROM contact_value v JOIN entry e ON e.id = v.contact_id
                WHERE v.match_key = ? AND v.field = 'emails' AND e.deleted_at IS NULL"""
            return [row[0] for row in self.sql.execute(query, (rows.match_key("emails", name),))]
        query = """SELECT id FROM entry
            WHERE name_key IN (?, ?) AND kind = 'contact' AND deleted_at IS NULL ORDER BY id"""
        return [row[0] for row in self.sql.execute(query, (folded(name), folded(contact_named(name).name)))]

    # --- the index ------------------------------------------------------------------------------------------------

    def _reindex_mentions(self, entry_id: int) -> None:
        """Entries that show this one's name (its events, members, reminders) are indexed again under the new name."""
        query = """SELECT entry_id FROM participation WHERE contact_id = :id
            UNION SELECT contact_id FROM membership WHERE network_id = :id
            UNION SELECT id FROM event WHERE network_id = :id UNION SELECT id FROM learning WHERE network_id = :id
            UNION SELECT id FROM learning WHERE event_id = :id UNION SELECT id FROM reminder WHERE about_id = :id"""
        ids = [row[0] for row in self.sql.execute(query, {"id": entry_id}) if row[0] not in self._reindex]
        self._reindex.update(load(self.sql, ids, self.stamp))

    def _write_index(self) -> None:
        if not self._reindex:
            return
        if self._network_renamed:  # entries read before it would be indexed under its old name
            stale = [entry_id for entry_id, entry in self._reindex.items() if entry is not None]
            self._reindex.update(load(self.sql, stale, self.stamp))
        created = set(self._created)
        self.sql.executemany(
            "DELETE FROM search WHERE rowid = ?", [(entry_id,) for entry_id in self._reindex if entry_id not in created]
        )
        live = [entry for entry in self._reindex.values() if entry is not None and entry.deleted_at is None]
        titles = self._titles_for(live)
        self.sql.executemany(
            "INSERT INTO search (rowid, title, body, forms) VALUES (?, ?, ?, ?)",
            [
                rows.search_row(
                    entry,
                    [titles.get(person.id, person.name) for person in rows.people_of(entry)],
                    titles.get(_subject(entry), ""),
                )
                for entry in live
            ],
        )

    def _titles_for(self, entries: Iterable[Entry]) -> dict[int, str]:
        wanted = {person.id for entry in entries for person in rows.people_of(entry)}
        wanted |= {_subject(entry) for entry in entries if _subject(entry)}
        return self._of_entries("title", wanted)

    def _of_entries(self, column: str, ids: Iterable[int]) -> dict[int, str]:
        """One column of the entries of these ids."""
        found: dict[int, str] = {}
        wanted = list(ids)
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            marks = ",".join("?" * len(part))
            found.update(self.sql.execute(f"SELECT id, {column} FROM entry WHERE id IN ({marks})", part).fetchall())
        return found


@cache
def _insert_statement(table: type, columns: tuple[str, ...]) -> str:
    rows_of = table.__table__  # type: ignore[attr-defined]  # given by table=True
    names = [rows_of.c[column].name for column in columns]
    return f"INSERT INTO {rows_of.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def contact_named(name: str) -> Contact:
    """A draft of a contact known by name, or by address, only."""
    if is_email(name):
        return Contact(emails=(LabelledValue(name),))
    given, family = split_name(name)
    whole = name if f"{given} {family}".strip() != name and "," not in name and not family.istitle() else ""
    return Contact(given_name=given, family_name=family, full_name=whole)


def _subject(entry: Entry) -> int:
    about = getattr(entry, "about", None)
    return (about.id if about else 0) or getattr(entry, "event", None) or 0


def _numbered(entry: Entry, ids: Mapping[str, int]) -> Entry:
    people = rows.people_of(entry)
    if not people or all(person.id for person in people):
        return entry
    numbered: dict[int, Person] = {}
    for person in people:
        person_id = person.id or ids[folded(person.name)]
        numbered.setdefault(person_id, Person(person_id, person.name, person.role))
    name = "participants" if isinstance(entry, Event) else "people"
    return replace(entry, **{name: tuple(numbered.values())})  # type: ignore[arg-type]  # one of two tuple fields


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


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _column(table: type[SQLModel], name: str) -> Any:
    """A table's column; SQLModel's own attributes are typed as values."""
    return table.__table__.c[name]  # type: ignore[attr-defined]  # given by table=True


assert set(_TABLE_OF) == set(CLASS_OF)
