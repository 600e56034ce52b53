"""Take out: entries into files that other programs read, and the full archive that brings everything back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

import journal as application
from journal.domain.contact import Contact
from journal.domain.entry import KINDS, Entry, folded
from journal.domain.errors import NotFound, UserFacingError, WrongUsage
from journal.domain.event import Event
from journal.domain.kinds import to_json
from journal.domain.learning import Learning
from journal.domain.network import known_name
from journal.store import veil
from journal.store.indexing import RULES_KEY
from journal.store.journal import Journal
from journal.store.reading import BATCH, content_of, load
from journal.system import words
from journal.system.files import written_whole

WHAT = {
    "contacts": ("contact",),
    "events": ("event",),
    "learnings": ("learning",),
    "reminders": ("reminder",),
    "all": KINDS,
}
# What a file of each ending can hold.
ENDINGS: dict[str, tuple[str, ...]] = {
    ".vcf": ("contact",),
    ".ics": ("event", "learning", "reminder"),
    ".csv": KINDS,
    ".xlsx": KINDS,
    ".json": KINDS,
    ".md": KINDS,
    ".zip": KINDS,
}

_OF_NETWORK = {
    "contact": "SELECT contact_id FROM membership WHERE network_id = :network",
    "event": "SELECT id FROM event WHERE network_id = :network",
    "learning": "SELECT id FROM learning WHERE network_id = :network",
    "reminder": "SELECT id FROM reminder WHERE about_id = :network",
    "network": "SELECT :network",
}
_OF_YEAR = {
    "contact": """SELECT id FROM contact WHERE met_on LIKE :year || '%' UNION SELECT p.contact_id FROM participation p
        JOIN entry x ON x.id = p.entry_id WHERE x.date LIKE :year || '%' AND x.deleted_at IS NULL""",
    "network": "SELECT id FROM network",
    **dict.fromkeys(("event", "learning", "reminder"), "SELECT id FROM entry WHERE date LIKE :year || '%'"),
}


def export(
    journal: Journal,
    *,
    path: Path,
    what: str = "all",
    network: str = "",
    year: int | None = None,
    include_confidential: bool = False,
    vcard: str = "4.0",
) -> int:
    """Writes entries to `path`, in the format its ending names, whole or not at all; returns how many.

    Confidential entries, and what names them, stay here unless `include_confidential`. A `.zip` that nothing narrows
    is the full archive, to be brought back identical: with nothing confidential, or all of it, also where each came
    from. `vcard` is "4.0" or, for older programs, "3.0".

    Raises WrongUsage for an ending or a combination
    there is not, NotFound for an unknown network, UserFacingError where the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise WrongUsage("no_such_ending", file=path.name, known=" ".join(ENDINGS))
    if what not in WHAT:
        raise WrongUsage("option_value", option="--what", value=what[:60])
    kinds = tuple(kind for kind in WHAT[what] if kind in ENDINGS[ending])
    if not kinds:
        raise WrongUsage("ending_cannot_hold", ending=ending, what=what)
    if path.exists() and path.resolve() == journal.path.resolve():
        raise UserFacingError("file_is_journal", file=path.name)
    with journal.reading(everything=True) as sql:
        chosen = _Chosen(journal, sql, kinds, network, year, include_confidential)
        full = ending == ".zip" and what == "all" and not network and year is None
        with written_whole(path) as stream:
            if ending == ".zip":
                return _write_archive(stream, chosen, full)
            return _write_text(stream, ending, chosen, vcard)


def chosen(journal: Journal, sql: Any, kinds: tuple[str, ...], include_confidential: bool) -> _Chosen:
    """Entries of these kinds as they may leave the journal; `sql` must see everything."""
    return _Chosen(journal, sql, kinds, "", None, include_confidential)


def kept_back(journal: Journal) -> int:
    """How many confidential entries an export leaves here where it is not asked for them."""
    with journal.reading(everything=True) as sql:
        return veil.count(sql)


class _Chosen:
    """The entries asked for, read in one transaction, batch by batch."""

    def __init__(
        self, journal: Journal, sql: Any, kinds: tuple[str, ...], network: str, year: int | None, confidential: bool
    ) -> None:
        self.journal = journal
        self.sql = sql
        self.kinds = kinds
        self._values = {"network": network_id(sql, network) if network else 0, "year": f"{year:04}" if year else ""}
        self._confidential = confidential
        self._hidden = veil.hidden_ids(sql)
        networks = sql.execute("SELECT title FROM entry WHERE confidential = 1 AND kind = 'network'")
        self._hidden_networks = {folded(title) for (title,) in networks}
        self._hidden_people = veil.names_hidden(sql)

    def ids(self, kind: str) -> list[int]:
        conditions = ["kind = :kind", "deleted_at IS NULL"]
        if self._values["network"]:
            conditions.append(f"id IN ({_OF_NETWORK[kind]})")
        if self._values["year"]:
            conditions.append(f"id IN ({_OF_YEAR[kind]})")
        order = "sort_key, id" if kind in ("contact", "network") else "date, id"
        query = f"SELECT id FROM entry WHERE {' AND '.join(conditions)} ORDER BY {order}"
        found = [row[0] for row in self.sql.execute(query, {**self._values, "kind": kind})]
        return found if self._confidential else [number for number in found if number not in self._hidden]

    def entries(self, kind: str) -> Iterator[Entry]:
        return self.discreet(self.ids(kind))

    @property
    def whole(self) -> bool:
        """Whether nothing stays here for being confidential."""
        return self._confidential or not self._hidden

    def discreet(self, ids: Iterable[int]) -> Iterator[Entry]:
        """The entries of these ids that may be seen, without a word of those that may not."""
        if self.whole:
            return self.loaded(list(ids))
        return (self._discreet(entry) for entry in self.loaded([n for n in ids if n not in self._hidden]))

    def every_entry(self) -> Iterator[Entry]:
        for kind in self.kinds:
            yield from self.entries(kind)

    def loaded(self, ids: list[int]) -> Iterator[Entry]:
        now = self.journal.now()
        for start in range(0, len(ids), BATCH):
            yield from load(self.sql, ids[start : start + BATCH], now).values()

    def _discreet(self, entry: Entry) -> Entry:
        """The entry without a word of those that are confidential."""
        if isinstance(entry, Event | Learning):
            network = "" if folded(entry.network) in self._hidden_networks else entry.network
            if isinstance(entry, Event):
                people = tuple(p for p in entry.participants if p.id not in self._hidden)
                return replace(entry, participants=people, network=network)
            event = None if entry.event in self._hidden else entry.event
            people = tuple(p for p in entry.people if p.id not in self._hidden)
            return replace(entry, people=people, event=event, network=network)
        if isinstance(entry, Contact):
            return replace(
                entry,
                networks=tuple(m for m in entry.networks if folded(m.name) not in self._hidden_networks),
                introduced_by=veil.unless_hidden(entry.introduced_by, self._hidden_people),
            )
        return entry


def network_id(sql: Any, name: str) -> int:
    """The number of the network of that name (any of its names); raises NotFound."""
    query = "SELECT id FROM entry WHERE kind = 'network' AND deleted_at IS NULL AND name_key = ?"
    for wanted in (name, known_name(name)):
        row = sql.execute(query, (folded(wanted),)).fetchone()
        if row:
            return int(row[0])
    raise NotFound("no_such_network", name=name[:60])


def _write_text(stream: BinaryIO, ending: str, chosen: _Chosen, vcard: str) -> int:
    count = 0

    def counted(entries: Iterable[Entry]) -> Iterator[Entry]:
        nonlocal count
        for entry in entries:
            count += 1
            yield entry

    writer = partial(_as_vcard, version=vcard) if ending == ".vcf" else _WRITERS[ending]
    for part in writer(counted(chosen.every_entry()), chosen.kinds):
        stream.write(part if isinstance(part, bytes) else part.encode("utf-8", "replace"))
    return count


def _as_vcard(entries: Iterator[Entry], kinds: tuple[str, ...], version: str) -> Iterable[str]:
    from journal.exchange import vcard_write

    return vcard_write.write(cast("Iterator[Contact]", entries), version)


def _as_calendar(entries: Iterator[Entry], kinds: tuple[str, ...]) -> Iterable[bytes]:
    from journal.exchange import calendar_writing

    return [calendar_writing.write(entries, reminders_as_events=True)]  # Outlook passes over tasks


def _as_csv(entries: Iterator[Entry], kinds: tuple[str, ...]) -> Iterable[str]:
    from journal.exchange import tables

    return tables.write_csv(entries, kinds)


def _as_workbook(entries: Iterator[Entry], kinds: tuple[str, ...]) -> Iterable[bytes]:
    from journal.exchange import tables_xlsx

    return tables_xlsx.write(entries, kinds, lambda kind: words.say(f"kinds.{kind}"))


def _as_json(entries: Iterator[Entry], kinds: tuple[str, ...]) -> Iterable[str]:
    import json

    opening = "[\n"
    for entry in entries:
        yield opening + json.dumps(to_json(entry), ensure_ascii=False)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _as_markdown(entries: Iterator[Entry], kinds: tuple[str, ...]) -> Iterable[str]:
    from journal.exchange import markdown

    return markdown.write(entries, words.say)


_WRITERS: dict[str, Callable[[Iterator[Entry], tuple[str, ...]], Iterable[str] | Iterable[bytes]]] = {
    ".ics": _as_calendar,
    ".csv": _as_csv,
    ".xlsx": _as_workbook,
    ".json": _as_json,
    ".md": _as_markdown,
}

# What is in the trash stays there, but for what an entry that is not still names: it goes along, as thrown away.
_NAMED = """SELECT p.contact_id FROM participation p JOIN live ON live.id = p.entry_id
    UNION SELECT m.network_id FROM membership m JOIN live ON live.id = m.contact_id
    UNION SELECT v.network_id FROM event v JOIN live USING (id)
    UNION SELECT l.network_id FROM learning l JOIN live USING (id)
    UNION SELECT l.event_id FROM learning l JOIN live USING (id)
    UNION SELECT r.about_id FROM reminder r JOIN live USING (id)"""


def _archived_ids(sql: Any) -> list[int]:
    """Those not in the trash, and what they name, and what that names."""
    ids = {row[0] for row in sql.execute("SELECT id FROM entry WHERE deleted_at IS NULL")}
    new = ids
    while new:
        named: set[int] = set()
        ordered = sorted(new)
        for start in range(0, len(ordered), BATCH):
            part = ",".join(map(str, ordered[start : start + BATCH]))
            query = f"WITH live(id) AS (SELECT id FROM entry WHERE id IN ({part})) {_NAMED}"
            named.update(row[0] for row in sql.execute(query) if row[0])
        new = named - ids
        ids = ids | new
    return sorted(ids)


def _write_archive(stream: BinaryIO, chosen: _Chosen, full: bool) -> int:
    from journal.exchange import archive

    sql = chosen.sql
    uids: dict[int, str] = dict(sql.execute("SELECT id, uid FROM entry"))
    if full:
        ids = _archived_ids(sql)
        kind_of = dict(sql.execute("SELECT id, kind FROM entry"))
        entries = {kind: chosen.discreet(i for i in ids if kind_of[i] == kind) for kind in KINDS}
        kept = set(ids) if chosen.whole else set()  # what a source said may name anybody
        origins = [
            archive.Origin(source, key, uids[entry_id], proposed)
            for source, key, entry_id, proposed in sql.execute(
                "SELECT source, key, entry_id, proposed FROM origin ORDER BY source, key"
            )
            if entry_id in kept
        ]
        settings = dict(sql.execute("SELECT key, value FROM setting WHERE key <> ? ORDER BY key", (RULES_KEY,)))
        if not chosen.whole:
            settings = {key: value for key, value in settings.items() if not key.startswith("draft.")}
    else:
        entries, origins, settings = {kind: chosen.entries(kind) for kind in chosen.kinds}, [], {}
    return archive.write(
        stream,
        entries,
        uid_of=lambda entry_id: uids.get(entry_id, ""),
        content_of=lambda digest: content_of(sql, digest),
        made_at=chosen.journal.clock.now(),
        application=application.__version__,
        origins=origins,
        settings=settings,
    )
