"""Bring in: files of other programs, recognised, previewed, taken in as one change; the same file again: nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.actions import bring_back, series
from journal.actions.answers import remember
from journal.actions.named_people import with_people
from journal.actions.planning import plan
from journal.actions.three_way import proposal_json
from journal.actions.who_is_it import Planned
from journal.domain.changes import NOTHING_CHANGED, Changes
from journal.domain.errors import Cancelled, UnreadableFile, WrongUsage
from journal.exchange import archive, own_data, packed
from journal.exchange.archive import Archived
from journal.exchange.proposals import MOST_RECORDS, NO_ANSWERS, Format, Proposed, Question, Rejected
from journal.store.feeding import taking_turns
from journal.store.journal import Journal
from journal.system.collecting import collecting_seldom

if TYPE_CHECKING:
    from journal.store.writing import Writer

Progress = Callable[[int, int], None]  # (records read or written, of how many; 0 where not known yet)

LARGEST_FILE = 512 * 2**20  # bytes
FILES_SHOWN = 12  # of one format in a zip; more are shown as one
UNREAD_SHOWN = 2  # of those in a zip that no format fits
STEPS_BETWEEN_LOOKS = 200  # records between two looks at Cancel
STEP = 1000  # records written at a time


@dataclass(slots=True)
class FilePreview:
    """What one file holds."""

    file: str
    format: str
    planned: list[Planned | bring_back.Returning] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Rejected] = field(default_factory=list)  # to be known of what is taken in, no record lost
    questions: list[Question] = field(default_factory=list)  # read with their likeliest answers until she says
    settings: dict[str, str] = field(default_factory=dict)  # of an archive of ours
    data: bytes = b""  # of the same, for its attachments
    _counted: tuple[int, Counter[tuple[str, str]]] = (0, Counter())  # of how many planned; (kind, outcome) -> records

    def count_planned(self) -> None:
        """Once, where the file is read: the window asks again and again, and does not wait for thousands."""
        self._counted = len(self.planned), Counter((item.entry.kind, item.outcome) for item in self.planned)

    @property
    def counted(self) -> Counter[tuple[str, str]]:
        if self._counted[0] != len(self.planned):
            self.count_planned()
        return self._counted[1]

    def count(self, outcome: str, kind: str = "") -> int:
        return sum(n for (of, became), n in self.counted.items() if became == outcome and kind in ("", of))

    @property
    def by_kind(self) -> dict[str, Counter[str]]:
        """kind -> Counter of "new", "updated", "unchanged"."""
        counted: dict[str, Counter[str]] = {}
        for (kind, outcome), count in self.counted.items():
            counted.setdefault(kind, Counter())[outcome] = count
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


@collecting_seldom()
@taking_turns()
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
    read: list[list[Proposed]] = []  # of each file
    for path in paths:
        for name, data, reader in _parts(path, as_format):
            file = FilePreview(name, reader.FORMAT if reader else "")
            found: list[Proposed] = []
            shown.files.append(file)
            read.append(found)
            if reader is None:
                file.rejected.append(Rejected(0, "not_read_here"))
                continue
            for number, record in enumerate(reader.read(data, name, answers)):
                if number % STEPS_BETWEEN_LOOKS == 0:
                    _look(progress, cancelled, number, 0)
                if number == MOST_RECORDS and reader.FORMAT != archive.FORMAT:
                    line = 0 if isinstance(record, Question) else record.line
                    file.rejected.append(Rejected(line, "too_many_records", {"count": str(number)}))
                    break
                if isinstance(record, Rejected):
                    file.rejected.append(record)
                elif isinstance(record, Question):
                    file.questions.append(record)
                else:
                    found.append(record)
            if reader.FORMAT == archive.FORMAT:
                file.planned += bring_back.plan(journal, [record for record in found if isinstance(record, Archived)])
                file.settings = archive.settings(data, name)
                file.data = data
                found.clear()
                continue
            if as_format and not found and not file.rejected:
                raise UnreadableFile("nothing_readable", file=path.name, name=as_format)
    repeating = series.taken(read, answers, journal.clock.now())
    plans, asked = plan(journal, [one.records for one in repeating], answers)
    for file, one, planned, questions in zip(shown.files, repeating, plans, asked, strict=True):
        file.planned += planned
        file.questions += one.questions + questions
        file.notes += one.notes
    shown.files = _gathered(shown.files)
    for file in shown.files:
        file.count_planned()
    return shown


def _gathered(files: list[FilePreview]) -> list[FilePreview]:
    """The files of a zip, those of one format as one where they are many: Facebook's has a file for each conversation,
    and hundreds that nobody reads here."""
    counted = Counter(_group_of(file) for file in files)
    gathered: dict[tuple[str, str], FilePreview] = {}
    told: list[FilePreview] = []
    names: dict[tuple[str, str], list[str]] = {}
    for file in files:
        group = _group_of(file)
        if not group[0] or counted[group] <= (FILES_SHOWN if file.format else UNREAD_SHOWN):
            told.append(file)
            continue
        if group not in gathered:
            gathered[group] = FilePreview(f"{group[0]} ({counted[group]})", file.format)
            told.append(gathered[group])
        whole = gathered[group]
        whole.planned += file.planned
        inside = file.file.partition("/")[2]
        whole.rejected += (replace(item, details={**item.details, "inside": inside}) for item in file.rejected)
        whole.questions += file.questions
        whole.notes += file.notes
        names.setdefault(group, []).append(file.file.rpartition("/")[2])
    for group, whole in gathered.items():
        if not whole.format:
            listed = ", ".join(dict.fromkeys(names[group]))
            details = {"count": str(counted[group]), "names": listed[:300] + ("…" if len(listed) > 300 else "")}
            whole.rejected = [Rejected(0, "files_not_read", details)]
    return told


def _group_of(file: FilePreview) -> tuple[str, str]:
    """(name of its zip, format); no name where it lies in none."""
    return file.file[: file.file.find("/")] if "/" in file.file else "", file.format


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
    formats = {reader.FORMAT for _, _, reader in found if reader}
    yield from (
        (n, content, own_data if own_data.is_own(n, reader, formats) else reader) for n, content, reader in found
    )


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


# --- writing ------------------------------------------------------------------------------------------------------


@collecting_seldom()
@taking_turns()
def bring_in(
    journal: Journal,
    *,
    preview: Preview,
    answers: Mapping[str, str] = NO_ANSWERS,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Changes:
    """Takes in what a preview shows, as one change that one undo takes back; her `answers` are kept for the next file
    of the same kind. A Cancel at any moment leaves the journal as it was."""
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
    of, done = len(new) + len(updated), 0
    with journal.writing("import", cancelled=cancelled) as writer:
        _look(progress, cancelled, 0, of)
        writer.expect(len(new))
        # Networks, then people: what comes after speaks of them by name, and would make them once more.
        ranks = {"network": 0, "contact": 1}
        for rank in range(3):
            for made in _in_steps([item for item in new if ranks.get(item.entry.kind, 2) == rank]):
                drafts = with_people(writer, made)
                sources = [item.origins[0][0] for item in made]
                ids = writer.create_many(drafts, checked=True, sources=sources, keep_uids=True)
                _add_origins(writer, zip(made, ids, strict=True))
                done += len(made)
                _look(progress, cancelled, done, of)
        for step in _in_steps(updated):
            changed = with_people(writer, step)
            before = {entry.id: writer.origins_of(entry.id) for entry in changed}
            writer.update_many(changed)
            _add_origins(writer, ((item, item.entry.id) for item in step))
            for entry in changed:
                writer.record_origins(entry, before[entry.id], writer.origins_of(entry.id))
            done += len(step)
            _look(progress, cancelled, done, of)
        _add_origins(writer, ((item, item.entry.id) for item in silent))
        for file, returning in again:
            bring_back.write(writer, returning, file.settings, partial(archive.content, file.data))
        remember(writer, answers)
        _look(progress, cancelled, done, of)
    return writer.changes


def _in_steps(items: list[Planned]) -> Iterator[list[Planned]]:
    """Between two of them she sees how far it is."""
    for start in range(0, len(items), STEP):
        yield items[start : start + STEP]


def _add_origins(writer: Writer, items: Iterable[tuple[Planned, int]]) -> None:
    writer.add_origins(
        (source, key, entry_id, proposal_json(said)) for item, entry_id in items for source, key, said in item.origins
    )
