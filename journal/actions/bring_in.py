"""Bring in: files of other programs, recognised, previewed, and taken in as one change; the same file again: nothing.

Keys (FORMATS.md, "The same thing twice"): first the source's own id, kept with the entry; then, for a contact, an
e-mail address that exactly one contact has. Nothing else is merged by itself.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.actions import bring_back
from journal.actions.three_way import merged, proposal_json
from journal.domain.changes import NOTHING_CHANGED, Changes
from journal.domain.contact import Contact
from journal.domain.entry import Entry, Person, folded
from journal.domain.errors import Cancelled, UnreadableFile, WrongUsage
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.exchange import archive, packed
from journal.exchange.archive import Archived
from journal.exchange.proposals import NO_ANSWERS, Format, Proposed, Question, Rejected
from journal.store.journal import Journal
from journal.store.reading import load
from journal.store.rows import match_key

if TYPE_CHECKING:
    from journal.store.writing import Writer

Progress = Callable[[int, int], None]  # (records read or written, of how many; 0 where not known yet)

LARGEST_FILE = 512 * 2**20  # bytes
STEPS_BETWEEN_LOOKS = 200  # records between two looks at Cancel


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one record: `outcome` is "new", "updated" or "unchanged".

    `entry` is the draft to make, or the entry as it will be; `origins` the (source, key, JSON) to remember.
    """

    outcome: str
    entry: Entry
    origins: tuple[tuple[str, str, str], ...]
    line: int = 0


@dataclass(slots=True)
class FilePreview:
    """What one file holds."""

    file: str
    format: str
    planned: list[Planned | bring_back.Returning] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)  # read with their likeliest answers until she says
    settings: dict[str, str] = field(default_factory=dict)  # of an archive of ours

    def count(self, outcome: str, kind: str = "") -> int:
        return sum(1 for p in self.planned if p.outcome == outcome and kind in ("", p.entry.kind))

    @property
    def by_kind(self) -> dict[str, Counter[str]]:
        """kind -> Counter of "new", "updated", "unchanged"."""
        counted: dict[str, Counter[str]] = {}
        for item in self.planned:
            counted.setdefault(item.entry.kind, Counter())[item.outcome] += 1
        return counted


@dataclass(slots=True)
class Preview:
    """What all chosen files hold; nothing has been written yet."""

    files: list[FilePreview] = field(default_factory=list)

    def count(self, outcome: str) -> int:
        return sum(file.count(outcome) for file in self.files)

    @property
    def new(self) -> int:
        return self.count("new")

    @property
    def updated(self) -> int:
        return self.count("updated")

    @property
    def unchanged(self) -> int:
        return self.count("unchanged")

    @property
    def rejected(self) -> int:
        return sum(len(file.rejected) for file in self.files)


def preview(
    journal: Journal,
    *,
    paths: Sequence[Path],
    as_format: str = "",
    answers: Mapping[str, str] = NO_ANSWERS,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """Reads the files and works out what bringing them in would do; writes nothing.

    `answers` (Question.key -> answer) are hers to what an earlier preview of the same files asked.

    Raises UnreadableFile for a file that is missing, empty or of no known format, WrongUsage for an unknown
    `as_format`, Cancelled when `cancelled` says so.
    """
    shown = Preview()
    earlier: dict[tuple[str, str], Planned] = {}  # what files before this one will have brought in
    for path in paths:
        for name, data, reader in _parts(path, as_format):
            file = FilePreview(name, reader.FORMAT if reader else "")
            shown.files.append(file)
            if reader is None:
                file.rejected.append(Rejected(0, "not_read_here"))
                continue
            found: list[Proposed] = []
            for number, record in enumerate(reader.read(data, name, answers)):
                if number % STEPS_BETWEEN_LOOKS == 0:
                    _look(progress, cancelled, number, 0)
                if isinstance(record, Rejected):
                    file.rejected.append(record)
                elif isinstance(record, Question):
                    file.questions.append(record)
                else:
                    found.append(record)
            if reader.FORMAT == archive.FORMAT:
                file.planned += bring_back.plan(journal, [record for record in found if isinstance(record, Archived)])
                file.settings = archive.settings(data, name)
                continue
            if as_format and not found and not file.rejected:
                raise UnreadableFile("nothing_readable", file=path.name, name=as_format)
            _plan(journal, file, found, earlier)
    return shown


def _parts(path: Path, as_format: str) -> Iterator[tuple[str, bytes, Format | None]]:
    """(name, contents, reader) of the file or, where it is a zip of others, of each in it; their reader is None where
    no format fits, as long as one of them has one."""
    data = _contents(path)
    if not packed.is_packed(data) or archive.recognises(data[: 64 * 1024], path.name):
        yield path.name, data, _format_of(data, path.name, as_format)
        return
    found: list[tuple[str, bytes, Format | None]] = []
    for name, content in packed.members(data, path.name):
        try:
            found.append((f"{path.name}/{name}", content, _format_of(content, name, as_format)))
        except UnreadableFile:
            found.append((f"{path.name}/{name}", b"", None))
    if not any(reader for _, _, reader in found):
        raise UnreadableFile("nothing_recognised", file=path.name)
    yield from found


def _look(progress: Progress | None, cancelled: Callable[[], bool] | None, done: int, of: int) -> None:
    if cancelled and cancelled():
        raise Cancelled
    if progress:
        progress(done, of)


def _contents(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise UnreadableFile("file_too_large", file=path.name, most=LARGEST_FILE // 2**20)
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise UnreadableFile("no_such_file", file=path.name) from problem
    except OSError as problem:
        raise UnreadableFile("cannot_read_file", file=path.name, reason=problem.strerror or "") from problem
    if not data.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
        raise UnreadableFile("file_empty", file=path.name)
    return data


def _format_of(data: bytes, name: str, as_format: str) -> Format:
    from journal.exchange import detect

    if as_format:
        if as_format not in detect.FORMATS:
            raise WrongUsage("no_such_format", name=as_format, known=", ".join(sorted(detect.FORMATS)))
        return detect.FORMATS[as_format]
    reader = detect.recognise(data[: detect.HEAD], name)
    if reader is None:
        raise UnreadableFile("nothing_recognised", file=name)
    return reader


# --- planning -----------------------------------------------------------------------------------------------------


def _plan(journal: Journal, file: FilePreview, found: list[Proposed], earlier: dict[tuple[str, str], Planned]) -> None:
    """Decides for each record whether it is new, changes an entry, or is known already."""
    records, doubles = _one_per_key(found)
    with journal.reading() as sql:
        known = _origins(sql, records)
        addresses = _addresses(sql, [r for r in records if (r.source, r.key) not in known])
        wanted = {entry_id for entry_id, _ in known.values()} | set(addresses.values())
        present = load(sql, wanted, journal.now())
    now = journal.clock.now()
    taken: set[int] = set()  # entries that a record of this file already changes
    for record in records:
        key = (record.source, record.key)
        said = json.dumps(proposal_json(record.entry), ensure_ascii=False)
        origin = ((record.source, record.key, said),)
        entry_id, base = known.get(key, (0, ""))
        if key in earlier:
            planned = Planned("unchanged", earlier[key].entry, (), record.line)
        elif entry_id and (said == base or present[entry_id].deleted_at is not None):
            # Said before; or in the trash: she threw it away, and a file does not bring it back.
            planned = Planned("unchanged", present[entry_id], (), record.line)
        elif entry_id:
            planned = _updated(present[entry_id], record, json.loads(base), origin)
        elif (
            (match := _matched(record.entry, addresses))
            and match not in taken
            and _may_be_one_person(present[match].heading, record.entry.heading)
        ):
            planned = _updated(present[match], record, {}, origin)
            taken.add(match)
        else:
            planned = Planned("new", _as_happened(record.entry, record.source, now), origin, record.line)
        earlier.setdefault(key, planned)
        file.planned.append(planned)
    for record in doubles:
        file.planned.append(Planned("unchanged", record.entry, (), record.line))
    file.planned.sort(key=lambda item: item.line)


def _updated(mine: Entry, record: Proposed, base: dict[str, Any], origin: tuple[tuple[str, str, str], ...]) -> Planned:
    theirs = record.entry
    if isinstance(theirs, Event) and isinstance(mine, Event) and theirs.status == "planned" and not base:
        theirs = replace(theirs, status=mine.status)
    entry = merged(mine, theirs, base)
    return Planned("unchanged" if entry == mine else "updated", entry, origin, record.line)


def _as_happened(entry: Entry, source: str, now: Any) -> Entry:
    """A planned event of the past was attended, as far as its calendar knows."""
    entry = replace(entry, source=source)
    if isinstance(entry, Event) and entry.status == "planned" and entry.starts_at and entry.starts_at <= now:
        return replace(entry, status="attended")
    return entry


def _one_per_key(found: list[Proposed]) -> tuple[list[Proposed], list[Proposed]]:
    """One record for each key, and those that only repeat one.

    The higher revision stands, and of equals the later. Contacts of one key are one person in several pieces (the same
    card under two labels), unless their names differ: then the key was not unique, and the name is added to it.
    """
    chosen: dict[tuple[str, str], Proposed] = {}
    doubles: list[Proposed] = []
    for record in found:
        key = (record.source, record.key)
        first = chosen.get(key)
        if first is None:
            chosen[key] = record
        elif isinstance(first.entry, Contact) and isinstance(record.entry, Contact):
            if folded(first.entry.name) != folded(record.entry.name):
                own = replace(record, key=f"{record.key}#{folded(record.entry.name)}")
                if (own.source, own.key) in chosen:
                    doubles.append(record)
                else:
                    chosen[own.source, own.key] = own
                continue
            newer, older = (record, first) if record.revision >= first.revision else (first, record)
            whole = replace(newer, entry=merged(newer.entry, older.entry, {}), line=first.line)
            chosen[key] = whole
            doubles.append(record)
        elif record.revision >= first.revision:
            chosen[key] = replace(record, line=first.line)
            doubles.append(replace(first, line=record.line))
        else:
            doubles.append(record)
    return list(chosen.values()), doubles


def _in_batches(values: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(values), 500):
        yield list(values[start : start + 500])


def _origins(sql: Any, records: Sequence[Proposed]) -> dict[tuple[str, str], tuple[int, str]]:
    """(source, key) -> (entry id, what it said last), for those brought in before."""
    known: dict[tuple[str, str], tuple[int, str]] = {}
    for source in {record.source for record in records}:
        keys = [record.key for record in records if record.source == source]
        for batch in _in_batches(keys):
            query = f"SELECT key, entry_id, proposed FROM origin WHERE source = ? AND key IN ({_marks(batch)})"
            for key, entry_id, proposed in sql.execute(query, (source, *batch)):
                known[source, key] = (entry_id, proposed)
    return known


def _addresses(sql: Any, records: Sequence[Proposed]) -> dict[str, int]:
    """E-mail -> the contact who has it, for addresses that exactly one contact has."""
    keys = {
        match_key("emails", item.value)
        for record in records
        if isinstance(record.entry, Contact)
        for item in record.entry.emails
    }
    owners: dict[str, set[int]] = {}
    for batch in _in_batches(sorted(keys)):
        query = f"""SELECT v.match_key, v.contact_id FROM contact_value v JOIN entry e ON e.id = v.contact_id
            WHERE v.field = 'emails' AND e.deleted_at IS NULL AND v.match_key IN ({_marks(batch)})"""
        for key, contact_id in sql.execute(query, batch):
            owners.setdefault(key, set()).add(contact_id)
    return {key: next(iter(ids)) for key, ids in owners.items() if len(ids) == 1}


def _matched(entry: Entry, addresses: dict[str, int]) -> int:
    """The contact this one is by e-mail; 0 where there is none or the addresses lead to several."""
    if not isinstance(entry, Contact):
        return 0
    ids = {addresses.get(match_key("emails", item.value), 0) for item in entry.emails} - {0}
    return next(iter(ids)) if len(ids) == 1 else 0


def _may_be_one_person(one: str, other: str) -> bool:
    """Whether two names share a word, or one is only an address: colleagues may share an info@ address."""
    words, others = set(folded(one).split()), set(folded(other).split())
    return "@" in one or "@" in other or not words.isdisjoint(others)


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


# --- writing ------------------------------------------------------------------------------------------------------


def bring_in(
    journal: Journal,
    *,
    preview: Preview,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Changes:
    """Takes in what a preview shows, as one change that one undo takes back. A Cancel leaves the journal as it was."""
    planned = [item for file in preview.files for item in file.planned if isinstance(item, Planned)]
    again = [
        (file, [item for item in file.planned if isinstance(item, bring_back.Returning)])
        for file in preview.files
        if file.format == archive.FORMAT
    ]
    new = [item for item in planned if item.outcome == "new"]
    updated = [item for item in planned if item.outcome == "updated"]
    silent = [item for item in planned if item.outcome == "unchanged" and item.origins]
    if not new and not updated and not silent and not again:
        return NOTHING_CHANGED
    with journal.writing("import") as writer:
        _look(progress, cancelled, 0, len(planned))
        drafts = _with_clear_names(writer, [item.entry for item in new])
        ids = writer.create_many(drafts, checked=True)
        writer.add_origins([(o[0], o[1], i, o[2]) for i, item in zip(ids, new, strict=True) for o in item.origins])
        _look(progress, cancelled, len(new), len(planned))
        changed = _with_clear_names(writer, [item.entry for item in updated])
        before = {entry.id: writer.origins_of(entry.id) for entry in changed}
        writer.update_many(changed)
        for item in (*updated, *silent):
            writer.add_origins([(source, key, item.entry.id, said) for source, key, said in item.origins])
        for entry in changed:
            writer.record_origins(entry, before[entry.id], writer.origins_of(entry.id))
        for file, returning in again:
            bring_back.write(writer, returning, file.settings)
        _look(progress, cancelled, len(planned), len(planned))
    return writer.changes


def _with_clear_names(writer: Writer, entries: list[Entry]) -> list[Entry]:
    """People whom a file names, but whose name two contacts bear, go to the notes: a wrong guess is worse than none."""
    names = {p.name for entry in entries for p in _people(entry) if not p.id}
    unclear = {folded(name) for name in names if len(writer.contacts_named(name)) > 1}
    return [_without(entry, unclear) for entry in entries] if unclear else entries


def _people(entry: Entry) -> tuple[Person, ...]:
    if isinstance(entry, Event):
        return entry.participants
    return entry.people if isinstance(entry, Learning) else ()


def _without(entry: Entry, unclear: set[str]) -> Entry:
    out = [p.name for p in _people(entry) if not p.id and folded(p.name) in unclear]
    if not out or not isinstance(entry, Event):
        return entry
    kept = tuple(p for p in entry.participants if p.id or folded(p.name) not in unclear)
    return replace(entry, participants=kept, notes="\n".join(filter(None, [entry.notes, *out])))
