"""Nothing is lost: verified copies, back to one of them, and a full check of the file, its index and its history."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from journal.actions import reading, reindexing
from journal.domain.errors import UserFacingError
from journal.store import backup as store_backup
from journal.store import checking, erasing, rescuing
from journal.store.backup import Backup
from journal.store.checking import Problem
from journal.store.connecting import Key
from journal.store.erasing import Erased as Erased  # what `erase_person` gives, for the window too
from journal.store.journal import Clock, Journal
from journal.store.rescuing import Rescued as Rescued
from journal.store.thinning import surplus
from journal.system import opened_files

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
    index_behind: bool = False  # search does not find all yet that this version finds; see `reindexing`

    @property
    def ok(self) -> bool:
        return not self.problems


def backup(journal: Journal, *, folder: Path | None = None) -> Path:
    """Makes a verified copy, beside the journal unless `folder` says where, and gives its file.

    Raises UserFacingError where it cannot be written. Takes a while: off the UI thread.
    """
    return store_backup.make(journal, folder or store_backup.folder_of(journal.path))


def back_up_if_changed(journal: Journal) -> Path | None:
    """A verified copy where something changed since the newest one, and then those that are too many go; None where
    nothing changed. Raises like `backup`; older copies go only after the new one was found whole."""
    folder = store_backup.folder_of(journal.path)
    earlier = _own_copies(folder, journal.path.stem)
    with journal.reading(everything=True) as sql:
        state = store_backup.state_of(sql)
    if state[0] is None or (earlier and store_backup.state_in(earlier[0].path, journal.key) == state):
        return None
    made = store_backup.make(journal, folder)
    _thin(folder, journal.path.stem, _today(journal), made)
    return made


def _own_copies(folder: Path, stem: str) -> list[Backup]:
    """Those of one journal, without what was kept aside."""
    return [copy for copy in store_backup.copies(folder, stem) if not store_backup.is_aside(copy.path)]


def _thin(folder: Path, stem: str, today: date, made: Path) -> None:
    for copy in surplus(_own_copies(folder, stem), today, keep=made):
        with suppress(OSError):  # held open elsewhere: it goes next time
            store_backup.remove(copy.path)


def copy_to_second(journal: Journal, *, folder: Path) -> bool:
    """Brings the newest copy to a second folder (a stick, a synced folder), where it is not there yet, and thins what
    is there; False where that folder is not there now. Raises UserFacingError where it cannot be written."""
    newest = newest_backup(journal.path)
    if not folder.is_dir():
        return False
    if newest is not None and not (folder / newest.path.name).exists() and folder != newest.path.parent:
        _thin(folder, journal.path.stem, _today(journal), store_backup.copy_to(newest.path, folder, journal.key))
    return True


def _today(journal: Journal) -> date:
    return journal.clock.now().date()


def backups(journal_file: Path, *, folder: Path | None = None) -> list[Backup]:
    """The copies of a journal, the newest first; it need not be open, nor sound."""
    return store_backup.copies(folder or store_backup.folder_of(journal_file), journal_file.stem)


def newest_backup(journal_file: Path) -> Backup | None:
    """The newest copy, all of which were verified when made; a journal kept aside is none."""
    copies = backups(journal_file)
    return next((copy for copy in copies if not store_backup.is_aside(copy.path)), None)


def restore_backup(
    journal_file: Path, *, backup: Path, now: datetime, key: Key | None = None, own_key: Key | None = None
) -> Path | None:
    """Goes back to a copy; gives where the present journal is kept (None: there was none).

    Those erased for good meanwhile are erased from it before it takes the journal's place.
    The journal must be closed. Raises NotFound, JournalRefused (the copy is not whole; nothing was changed),
    UserFacingError("journal_in_use"), JournalLocked where the copy is encrypted and `key` does not open it, or the
    journal is and `own_key` (`key`, if they are the same) does not.
    """

    def clean(file: Path, opened_by: Key | None) -> None:
        erasing.clean_copy(file, journal_file, opened_by)

    return store_backup.put_back(journal_file, backup, now, key=key, own_key=own_key, prepare=clean)


def erase_person(journal: Journal, *, contact_id: int) -> Erased:
    """Leaves nothing of a contact and of the reminders about it in the file, its index, history and trash, nor of its
    files where they were opened; there is no undo. Raises NotFound. Rewrites the file: off the UI thread."""
    uid = reading.entry(journal, entry_id=contact_id, everything=True).uid
    name, reminders, touched = erasing.erase(journal, contact_id)
    opened_files.forget_copies(of_all=True)
    mark = erasing.fingerprint(uid)
    key = journal.key
    copies = tuple(copy.path for copy in backups(journal.path) if erasing.holds(copy.path, contact_id, mark, key))
    return Erased(contact_id, reminders, erasing.mentions(journal, name), copies, touched)


def check(journal: Journal) -> Report:
    """Checks the file, its index and its history, and looks for the newest whole copy. Reads everything."""
    found = tuple(checking.problems(journal))
    copies = backups(journal.path)
    return Report(
        problems=found,
        entries=checking.counts(journal),
        trash=checking.trashed(journal),
        backups=len(copies),
        index_behind=reindexing.is_behind(journal),
        newest_verified=next((copy for copy in copies[:VERIFIED_AT_MOST] if is_whole(copy, journal.key)), None),
    )


def is_whole(copy: Backup, key: Key | None = None) -> bool:
    """Whether every page of a copy can be read."""
    try:
        store_backup.verify(copy.path, key)
    except UserFacingError:
        return False
    return True


def entry_counts(journal: Journal) -> dict[str, int]:
    """How many entries of each kind there are, without those in the trash and those hidden."""
    return checking.counts(journal, everything=False)


def rescue(damaged: Path, *, into: Path, clock: Clock, key: Key | None = None) -> Rescued:
    """As much as can be read of a damaged journal, in a new one; the damaged file stays as it is. Raises JournalRefused
    where nothing can be read, UserFacingError where `into` is there already."""
    return rescuing.rescue(damaged, into, clock=clock, key=key)


def rescue_in_place(file: Path, *, clock: Clock, key: Key | None = None) -> tuple[Rescued, Path]:
    """The same, in the place of the damaged journal; gives where that is kept."""
    return rescuing.rescue_in_place(file, clock=clock, key=key)
