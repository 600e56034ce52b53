"""Copies of the journal: made whole, verified before they bear their name, listed, and put back in its place."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from journal.domain.errors import JournalLocked, JournalRefused, NotFound, UserFacingError, cannot_write
from journal.store.connecting import Key, connect, is_plain, key_for
from journal.store.journal import Journal
from journal.store.rewriting import PART, pages_whole, rewrite, sweep
from journal.store.sealing import break_seal, digest_of, sum_holds, sum_of, write_sum
from journal.store.soundness import refuse_unless_sound

LOGS = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file
FOLDER = "backups"  # beside the journal, unless she says where
_NAME = re.compile(r"(.+?)(-kept)?-(\d{4}-\d\d-\d\d-\d{6})(?:-(\d+))?\.db")
_STAMP = "%Y-%m-%d-%H%M%S"
LEFT_AFTER_S = 3600  # what nobody wrote on for so long in a folder that computers may share, nobody finishes


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: `made_at` is the local time its name tells, `size` is in bytes."""

    path: Path
    made_at: datetime
    size: int


def folder_of(journal_file: Path) -> Path:
    return journal_file.parent / FOLDER


def make(journal: Journal, folder: Path) -> Path:
    """A verified copy in `folder`, which is made where missing. Raises UserFacingError where it cannot be written.

    The copy is written under another name, checked, brought onto the disk, and only then given its own: a file that
    bears a backup's name is one.
    """
    name = f"{journal.path.stem}-{journal.clock.now().strftime(_STAMP)}"
    beside = folder / f".{name}.{os.getpid()}.part"
    with _writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder, journal.path.stem)
        try:
            _create_private(beside)
            expected = _copy(journal, beside)
            if verify(beside, journal.key) != expected:
                raise JournalRefused("backup_differs", file=name)
            _to_disk(beside)
            if journal.key is not None:
                carry_key_file(journal.path, journal.key, folder)
            place = _free_name(folder, name)
            write_sum(place, digest_of(beside))
            beside.replace(place)
            _to_disk(folder)
        finally:
            beside.unlink(missing_ok=True)
    return place


def remove(copy: Path) -> None:
    """A copy goes, and its sum after it."""
    copy.unlink()
    sum_of(copy).unlink(missing_ok=True)


def keep_ours(journal: Journal) -> Path:
    """A verified copy of an open journal whose file is another's now; never thinned."""
    folder = folder_of(journal.path)
    with _writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        place = _free_name(folder, f"{journal.path.stem}-kept-{journal.clock.now().strftime(_STAMP)}")
        with _whole(place) as beside:
            _copy(journal, beside)
            if journal.key is not None:
                carry_key_file(journal.path, journal.key, folder)
        _to_disk(folder)
    return place


def copy_to(copy: Path, folder: Path, key: Key | None) -> Path:
    """The same copy in another folder, read back and held against its sum before it bears its name there."""
    place, beside = folder / copy.name, folder / f".{copy.name}.{os.getpid()}.part"
    sweep(folder, _stem_of(copy), after_s=LEFT_AFTER_S)
    with _writing_to(folder):
        try:
            _create_private(beside)
            shutil.copyfile(copy, beside)
            _to_disk(beside)
            digest = digest_of(beside)
            if digest != digest_of(copy):
                raise JournalRefused("backup_differs", file=copy.name)
            verify(beside, key)
            if key is not None and not is_plain(copy):
                carry_key_file(copy, key, folder)
            write_sum(place, digest)
            beside.replace(place)
            _to_disk(folder)
        finally:
            beside.unlink(missing_ok=True)
    return place


def carry_key_file(journal_file: Path, key: Key, folder: Path, named_for: Path | None = None) -> None:
    """What opens an encrypted copy lies with it before it has its name."""
    from journal.store import vault

    vault.carry(journal_file, key, folder, named_for)


def _create_private(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # other accounts must not read it


def _copy(journal: Journal, place: Path) -> dict[str, int]:
    """Copies one state of the journal page by page, whatever is written meanwhile; gives the rows of that state. The
    copy of an encrypted journal is encrypted under the same key."""
    with journal.reading(everything=True) as sql:
        expected = _counts(sql)
        try:
            target = connect(place, journal.key)
            try:
                sql.backup(target)
            finally:
                target.close()
        except driver.Error as problem:
            raise _cannot_write(place.parent, problem) from problem
    return expected


def _counts(sql: Any) -> dict[str, int]:
    """Rows of each table; those of the index belong to it and are checked as a part of the file."""
    names = sql.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: sql.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def verify(path: Path, key: Key | None = None) -> dict[str, int]:
    """Reads every page of a copy and gives its rows by table; raises JournalRefused where it is not whole, and
    JournalLocked where it is encrypted under another key.

    Nothing is written, not even beside it.
    """
    refuse_unless_sound(path, key)
    if not sum_holds(path):
        raise JournalRefused("journal_damaged", file=path.name)
    try:
        key = key_for(path, key)
        sql = connect(path, key, mode="immutable=1")
        try:
            whole = pages_whole(sql, encrypted=key is not None)
            whole = whole and sql.execute("PRAGMA foreign_key_check").fetchone() is None
            counts = _counts(sql) if whole else {}
        finally:
            sql.close()
    except driver.Error as problem:
        raise JournalRefused("journal_damaged", file=path.name) from problem
    if not whole:
        raise JournalRefused("journal_damaged", file=path.name)
    return counts


def copies(folder: Path, stem: str = "") -> list[Backup]:
    """The copies in `folder` (those of the journal of that name, if one is given), the newest first; other files are
    passed over."""
    found = []
    for path in folder.glob("*.db") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match and stem in ("", match[1]):
            try:
                made = Backup(path, datetime.strptime(match[3], _STAMP), path.stat().st_size)
                found.append((made.made_at, int(match[4] or 1), path.name, made))  # several of one second are numbered
            except (ValueError, OSError):  # a day that never was; gone meanwhile
                continue
    return [made for *_, made in sorted(found, key=lambda one: one[:3], reverse=True)]


def is_aside(copy: Path) -> bool:
    """Whether it is a journal that was kept when a copy took its place: never thinned."""
    return "-kept-" in copy.name


def state_in(copy: Path, key: Key | None = None) -> tuple[object, ...] | None:
    """What `state_of` gave when this copy was made; None where it cannot be read."""
    try:
        sql = connect(copy, key_for(copy, key), mode="immutable=1")
        try:
            return state_of(sql)
        finally:
            sql.close()
    except driver.Error:
        return None


def state_of(sql: Any) -> tuple[object, ...]:
    """Differs after anything she did: changes, what was undone and redone, and settings."""
    from journal.store.indexing import RULES_KEY

    changes = sql.execute("SELECT max(id), max(at), count(undone_at), max(undone_at) FROM change").fetchone()
    settings = sql.execute("SELECT key, value FROM setting WHERE key <> ? ORDER BY key", (RULES_KEY,)).fetchall()
    return (*changes, tuple(map(tuple, settings)))


def put_back(
    journal_file: Path,
    backup: Path,
    now: datetime,
    *,
    key: Key | None = None,
    own_key: Key | None = None,
    prepare: Callable[[Path, Key | None], object] = lambda _, __: None,
) -> Path | None:
    """Puts a verified copy in the journal's place; gives where what was there is kept (None: there was nothing).

    The journal must be closed in every program. Raises NotFound, JournalRefused for a copy that is not whole, and
    UserFacingError("journal_in_use"). `prepare` is given the file and what opens it before it takes its
    place. A kill at any moment leaves the old journal or the new one. `key` opens the copy, `own_key` (the same, if it
    is not given) the journal; a plain copy is put under that: a journal that was locked stays locked.
    """
    own_key = own_key or key
    if not backup.exists():
        raise NotFound("no_such_backup", file=backup.name)
    if journal_file.exists() and backup.samefile(journal_file):
        raise UserFacingError("backup_is_journal", file=backup.name)
    verify(backup, key)
    _refuse_if_in_use(journal_file, own_key)
    key = key_for(backup, key)
    with _writing_to(journal_file.parent):
        journal_file.parent.mkdir(parents=True, exist_ok=True)
        sweep(journal_file.parent, journal_file.stem)  # what a going back that was killed has left
        kept = keep_aside(journal_file, now)
        beside = journal_file.with_name(f".{journal_file.name}.{os.getpid()}.part")
        try:
            _create_private(beside)
            shutil.copyfile(backup, beside)
            if key is not None:
                carry_key_file(backup, key, journal_file.parent, journal_file)
            elif own_key is not None:
                rewrite(beside, None, own_key, before_renaming=lambda: None)
                carry_key_file(journal_file, own_key, journal_file.parent, journal_file)
            prepare(beside, key or own_key)
            _to_disk(beside)
            for ending in LOGS:  # kept aside; read into another journal they would spoil it
                journal_file.with_name(journal_file.name + ending).unlink(missing_ok=True)
            break_seal(journal_file)
            beside.replace(journal_file)
            _to_disk(journal_file.parent)
        finally:
            beside.unlink(missing_ok=True)
    return kept


def _refuse_if_in_use(journal_file: Path, key: Key | None) -> None:
    """The last one to close a journal takes its log away: a log that stays belongs to somebody else."""
    try:
        refuse_unless_sound(journal_file, key)
        sql = connect(journal_file, key_for(journal_file, key), timeout=1)
        try:
            sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            sql.execute("SELECT count(*) FROM entry").fetchone()
        finally:
            sql.close()
    except JournalLocked:
        raise  # whether somebody else has it open cannot be seen, nor may who cannot open it take it away
    except (UserFacingError, driver.Error):
        return  # missing or damaged: it may be replaced, and is kept aside as it is
    if journal_file.with_name(journal_file.name + "-wal").exists():
        raise UserFacingError("journal_in_use", folder=str(journal_file.parent))


def keep_aside(journal_file: Path, now: datetime) -> Path | None:
    """A copy, with its logs, of a journal that makes way, whether it is whole or not; never thinned. Gives its file,
    None where there is nothing. What makes way is still there: a kill leaves all of it."""
    if not any(journal_file.with_name(journal_file.name + ending).exists() for ending in ("", "-wal", "-journal")):
        return None
    folder = folder_of(journal_file)
    folder.mkdir(parents=True, exist_ok=True)
    place = _free_name(folder, f"{journal_file.stem}-kept-{now.strftime(_STAMP)}")
    for ending in ("-wal", "-journal", ""):
        present = journal_file.with_name(journal_file.name + ending)
        if present.exists():
            copied = place.with_name(place.name + ending)
            with _whole(copied) as beside:
                shutil.copyfile(present, beside)
    _to_disk(folder)
    return place


@contextmanager
def _whole(place: Path) -> Iterator[Path]:
    """A file to fill that has its name only once all of it is on the disk."""
    beside = place.with_name(f".{place.name}.{os.getpid()}{PART}")
    try:
        _create_private(beside)
        yield beside
        _to_disk(beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def _stem_of(copy: Path) -> str:
    """The name of the journal that it is a copy of."""
    match = _NAME.fullmatch(copy.name)
    return match[1] if match else copy.stem


def _free_name(folder: Path, name: str) -> Path:
    place, number = folder / f"{name}.db", 1
    while place.exists():
        number += 1
        place = folder / f"{name}-{number}.db"
    return place


def _to_disk(path: Path) -> None:
    """What was written is on the disk when this returns; a folder can only be asked so on POSIX."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise _cannot_write(folder, problem) from problem


def _cannot_write(folder: Path, problem: BaseException) -> UserFacingError:
    if isinstance(problem, OSError):
        return cannot_write(str(folder), problem)
    if "full" in str(problem).lower():
        return UserFacingError("disk_full", folder=str(folder))
    return UserFacingError("cannot_write", folder=str(folder), reason=str(problem))
