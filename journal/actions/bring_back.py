"""Bring back an archive of ours: entries keep their identifiers, times and order, and point at each other as before.

An entry the journal has already (the same uid, the same network by name, or the same origin) is not made twice: of two
states of one uid the later edited stands; another is only filled in where it is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from journal.actions.three_way import merged
from journal.domain.entry import About, Entry, Person, editable_fields, folded
from journal.domain.event import Event
from journal.domain.kinds import stored_json
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.exchange.archive import Archived
from journal.store.journal import Journal
from journal.store.reading import load

if TYPE_CHECKING:
    from journal.store.writing import Writer


@dataclass(frozen=True, slots=True)
class Returning:
    """What becomes of one archived entry: `outcome` is "new", "updated" or "unchanged"; `present` is the entry of
    this journal that it is, 0 where there is none. `entry` is the draft, or the entry as it will be; `fields` are those
    that an update changes."""

    outcome: str
    entry: Entry
    record: Archived
    present: int = 0
    fields: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        return self.record.line


def plan(journal: Journal, records: Sequence[Archived]) -> list[Returning]:
    """Decides for each entry of an archive whether it is new, changes an entry, or is known already."""
    with journal.reading(everything=True) as sql:
        present = _present(sql, records)
        entries = load(sql, present.values(), journal.now())
        uids = dict(sql.execute("SELECT id, uid FROM entry").fetchall())
    planned: list[Returning] = []
    seen: set[str] = set()
    for record in records:
        mine = entries.get(present.get(record.key, 0))
        if record.key in seen:
            planned.append(Returning("unchanged", record.entry, record))
        elif mine is None:
            planned.append(Returning("new", record.entry, record))
        else:
            entry = _as_it_will_be(mine, record, uids)
            outcome = "unchanged" if entry is mine else "updated"
            fields = tuple(n for n in editable_fields(type(mine)) if getattr(mine, n) != getattr(entry, n))
            planned.append(Returning(outcome, entry, record, mine.id, fields))
        seen.add(record.key)
    return planned


def _present(sql: Any, records: Sequence[Archived]) -> dict[str, int]:
    """uid in the archive -> number of the entry of this journal that it is."""
    by_uid = dict(sql.execute("SELECT uid, id FROM entry").fetchall())
    networks = dict(
        sql.execute("SELECT name_key, id FROM entry WHERE kind = 'network' AND deleted_at IS NULL ORDER BY id DESC")
    )
    origins = {
        (source, key): (entry_id, kind)
        for source, key, entry_id, kind in sql.execute(
            "SELECT o.source, o.key, o.entry_id, e.kind FROM origin o JOIN entry e ON e.id = o.entry_id"
        )
    }
    found: dict[str, int] = {}
    for record in records:
        number = by_uid.get(record.key, 0)
        if not number and record.entry.kind == "network" and record.entry.deleted_at is None:
            number = networks.get(folded(record.entry.heading), 0)
        for origin in () if number else record.origins:
            entry_id, kind = origins.get((origin.source, origin.key), (0, ""))
            if kind == record.entry.kind:
                number = entry_id
        if number:
            found[record.key] = number
    return found


def _as_it_will_be(mine: Entry, record: Archived, uids: dict[int, str]) -> Entry:
    """`mine` itself where nothing changes; people, event and subject are left as they are here."""
    theirs = record.entry
    if mine.deleted_at is not None or theirs.deleted_at is not None or type(mine) is not type(theirs):
        return mine  # thrown away here or there: an import neither deletes nor brings back
    if uids.get(mine.id) != record.key:
        filled = merged(mine, _pointing_as(theirs, mine), {})
        files = tuple(dict.fromkeys((*mine.attachments, *theirs.attachments)))
        return _unless_same(mine, replace(filled, attachments=files).checked())
    if mine.updated_at and theirs.updated_at and theirs.updated_at > mine.updated_at:
        kept = _pointing_as(theirs, mine)
        return _unless_same(mine, replace(kept, id=mine.id, uid=mine.uid, created_at=mine.created_at))
    return mine


def _unless_same(mine: Entry, new: Entry) -> Entry:
    return mine if stored_json(mine) == stored_json(new) else new


def _pointing_as(theirs: Entry, mine: Entry) -> Entry:
    if isinstance(theirs, Event) and isinstance(mine, Event):
        return replace(theirs, participants=mine.participants)
    if isinstance(theirs, Learning) and isinstance(mine, Learning):
        return replace(theirs, people=mine.people, event=mine.event)
    if isinstance(theirs, Reminder) and isinstance(mine, Reminder):
        return replace(theirs, about=mine.about)
    return theirs


def write(
    writer: Writer,
    planned: Iterable[Returning],
    settings: dict[str, str],
    content_of: Callable[[str], bytes | None],
) -> None:
    """Makes what is new, those pointed at first, and changes what is updated, in the writer's transaction.
    `content_of` gives the bytes of an attachment by its digest."""
    items = list(planned)
    named = (file.digest for item in items if item.outcome != "unchanged" for file in item.entry.attachments)
    for digest in dict.fromkeys(named):
        if content := content_of(digest):
            writer.keep_content(content)
    ids = {item.record.key: item.present for item in items if item.present}
    ids.update(_other_uids(writer, items, ids))
    for kind in ("network", "contact", "event", "learning"):
        _make(writer, [item for item in items if item.outcome == "new" and item.entry.kind == kind], ids)
    waiting = [item for item in items if item.outcome == "new" and item.entry.kind == "reminder"]
    keys = {item.record.key for item in waiting}
    while waiting:  # a reminder may be about a reminder
        ready = [item for item in waiting if item.record.about not in keys] or waiting
        _make(writer, ready, ids)
        keys -= {item.record.key for item in ready}
        waiting = [item for item in waiting if item.record.key in keys]
    writer.update_many([item.entry for item in items if item.outcome == "updated"])
    for key, value in settings.items():
        if not writer.sql.execute("SELECT 1 FROM setting WHERE key = ?", (key,)).fetchone():
            writer.set_setting(key, value)


def _other_uids(writer: Writer, items: list[Returning], ids: dict[str, int]) -> dict[str, int]:
    """Numbers of what the archive points at without holding it, where this journal has it."""
    archived = {item.record.key for item in items}
    named = {uid for item in items for uid in (*item.record.people, item.record.event, item.record.about)}
    query = "SELECT id FROM entry WHERE uid = ?"
    found = {uid: writer.sql.execute(query, (uid,)).fetchone() for uid in named - archived - {""}}
    return {uid: row[0] for uid, row in found.items() if row}


def _make(writer: Writer, items: list[Returning], ids: dict[str, int]) -> None:
    if not items:
        return
    made = writer.create_many([_pointing(writer, item.record, ids) for item in items], as_it_was=True)
    ids.update(zip((item.record.key for item in items), made, strict=True))
    writer.add_origins(
        [(o.source, o.key, ids[item.record.key], o.proposed) for item in items for o in item.record.origins]
    )


def _pointing(writer: Writer, record: Archived, ids: dict[str, int]) -> Entry:
    """The draft, with the numbers of this journal for what it points at."""
    entry = record.entry
    if isinstance(entry, Event):
        return replace(entry, participants=_people(writer, record, entry.participants, ids))
    if isinstance(entry, Learning):
        people = _people(writer, record, entry.people, ids)
        return replace(entry, people=people, event=ids.get(record.event))
    if isinstance(entry, Reminder) and record.about in ids:
        [subject] = writer.entries([ids[record.about]])
        return replace(entry, about=About(subject.kind, subject.id, subject.heading))
    return entry


def _people(writer: Writer, record: Archived, people: tuple[Person, ...], ids: dict[str, int]) -> tuple[Person, ...]:
    """Those whose uid is unknown are found by name, or made; a name that two contacts bear is left out."""
    found = []
    for uid, person in zip(record.people, people, strict=True):
        named = [ids[uid]] if uid in ids else writer.contacts_named(person.name)
        if len(named) <= 1:
            found.append(Person(named[0] if named else 0, person.name, person.role))
    return tuple(found)
