"""Nothing is lost: verified copies, back to one of them, and a full check of the file, its index and its history."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from journal.domain.errors import UserFacingError
from journal.store import backup as store_backup
from journal.store import checking
from journal.store.backup import Backup
from journal.store.checking import Problem
from journal.store.journal import Journal

VERIFIED_AT_MOST = 3  # copies looked at for the newest whole one


@dataclass(frozen=True, slots=True)
class Report:
    """What a full check found; `entries` counts each kind, without the trash. `newest_verified` is the newest copy that
    was found whole just now, None where there is none."""

    problems: tuple[Problem, ...] = ()
    entries: dict[str, int] = field(default_factory=dict)
    trash: int = 0
    backups: int = 0
    newest_verified: Backup | None = None

    @property
    def ok(self) -> bool:
        return not self.problems


def backup(journal: Journal, *, folder: Path | None = None) -> Path:
    """Makes a verified copy, beside the journal unless `folder` says where, and gives its file.

    Raises UserFacingError where it cannot be written. Takes a while: off the UI thread.
    """
    return store_backup.make(journal, folder or store_backup.folder_of(journal.path))


def backups(journal_file: Path, *, folder: Path | None = None) -> list[Backup]:
    """The copies of a journal, the newest first; it need not be open, nor sound."""
    return store_backup.copies(folder or store_backup.folder_of(journal_file))


def restore_backup(journal_file: Path, *, backup: Path, now: datetime) -> Path | None:
    """Goes back to a copy; gives where the present journal is kept (None: there was none).

    The journal must be closed. Raises NotFound, JournalRefused (the copy is not whole; nothing was changed),
    UserFacingError("journal_in_use").
    """
    return store_backup.put_back(journal_file, backup, now)


def check(journal: Journal) -> Report:
    """Checks the file, its index and its history, and looks for the newest whole copy. Reads everything."""
    found = tuple(checking.problems(journal))
    copies = backups(journal.path)
    return Report(
        problems=found,
        entries=checking.counts(journal),
        trash=checking.trashed(journal),
        backups=len(copies),
        newest_verified=next((copy for copy in copies[:VERIFIED_AT_MOST] if is_whole(copy)), None),
    )


def is_whole(copy: Backup) -> bool:
    """Whether every page of a copy can be read."""
    try:
        store_backup.verify(copy.path)
    except UserFacingError:
        return False
    return True


def entry_counts(journal: Journal) -> dict[str, int]:
    """How many entries of each kind there are, without those in the trash."""
    return checking.counts(journal)
