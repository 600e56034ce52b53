"""Attachments: files kept with an entry, inside the journal: a photo of a card, a programme as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from journal.actions import reading
from journal.domain.changes import Changes
from journal.domain.entry import LARGEST_ATTACHMENT, Attachment, folded
from journal.domain.errors import NotFound, UserFacingError, cannot_write
from journal.store.journal import Journal
from journal.store.reading import content_of
from journal.system import opened_files, paths
from journal.system.files import written_whole

MEGABYTE = 2**20
MOST_IN_ALL = 1024 * MEGABYTE  # of one journal: every copy of it holds them, too


def attach(journal: Journal, *, entry_id: int, files: Sequence[Path]) -> Changes:
    """Takes copies of files into the journal, as one change; the files themselves stay where they are.

    Raises NotFound for an entry or a file that is not there, UserFacingError for one that is empty, too large, or
    cannot be read; nothing is taken then.
    """
    contents = [(path.name, _read(path)) for path in files]
    with journal.writing("attach") as writer:
        entry = writer.entry(entry_id)
        held = writer.sql.execute("SELECT coalesce(sum(size), 0) FROM content").fetchone()[0]
        if held + sum(len(content) for _, content in contents) > MOST_IN_ALL:
            raise UserFacingError("attachments_full", most=MOST_IN_ALL // MEGABYTE)
        new = [Attachment(name, writer.keep_content(content), len(content)) for name, content in contents]
        writer.update(replace(entry, attachments=(*entry.attachments, *new)))
    return writer.changes


def detach(journal: Journal, *, entry_id: int, name: str) -> Changes:
    """Takes one away from its entry; undoing brings it back. Raises NotFound."""
    with journal.writing("detach") as writer:
        entry = writer.entry(entry_id)
        gone = _named(entry.attachments, name)
        writer.update(replace(entry, attachments=tuple(one for one in entry.attachments if one != gone)))
    return writer.changes


def attachments(journal: Journal, *, entry_id: int) -> tuple[Attachment, ...]:
    """Those of an entry, in the order they came. Raises NotFound."""
    return reading.entry(journal, entry_id=entry_id).attachments


def save_to(journal: Journal, *, entry_id: int, name: str, path: Path) -> None:
    """Writes one to `path`, whole or not at all. Raises NotFound, UserFacingError."""
    one = _named(attachments(journal, entry_id=entry_id), name)
    with journal.reading() as sql:
        content = content_of(sql, one.digest)
    with written_whole(path) as stream:
        stream.write(content)


def copy_for_opening(journal: Journal, *, digest: str, name: str) -> Path:
    """A passing copy for the system's own program; `opened_files.forget_copies` takes it away. Raises NotFound,
    UserFacingError."""
    with journal.reading() as sql:
        content = content_of(sql, digest)
    try:
        return opened_files.copy_for_opening(name, content)
    except OSError as problem:
        raise cannot_write(str(paths.passing_folder()), problem) from problem


def _named(held: Sequence[Attachment], name: str) -> Attachment:
    found = next((one for one in held if folded(one.name) == folded(name)), None)
    if found is None:
        raise NotFound("no_such_attachment", name=name[:60])
    return found


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_ATTACHMENT + 1)
    except FileNotFoundError as problem:
        raise NotFound("no_such_file", file=path.name) from problem
    except OSError as problem:
        raise UserFacingError("cannot_read_file", file=path.name, reason=problem.strerror or "") from problem
    if not content:
        raise UserFacingError("attachment_empty", file=path.name)
    if len(content) > LARGEST_ATTACHMENT:
        raise UserFacingError("attachment_too_large", file=path.name, most=LARGEST_ATTACHMENT // MEGABYTE)
    return content
