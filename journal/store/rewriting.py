"""A journal's file written anew under another key, or without one: beside, compared, on the disk, and only then in its
place. A kill at any moment leaves the one or the other whole."""

from __future__ import annotations

import contextlib
import glob
import hashlib
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from journal.domain.errors import JournalRefused, cannot_write
from journal.store.connecting import Key, connect, key_for
from journal.store.driver_errors import translated
from journal.store.key_file import sync_folder
from journal.store.sealing import break_seal, digest_of, sum_of, write_sum

PATIENCE_S = 5.0
PART = ".part"
_ENDINGS = ("", "-wal", "-shm", "-journal")
_WRITTEN_BY = re.compile(rf"\.(\d+)(\.[0-9a-f]+)?\{PART}(-wal|-shm|-journal)?$")


def rewrite(path: Path, key: Key | None, new_key: Key | None, *, before_renaming: Callable[[], None]) -> None:
    """`path`, closed in every program, under `new_key`; None: as plain SQLite. `before_renaming` may raise.

    Raises UserFacingError("journal_in_use", "disk_full", "cannot_write"), JournalRefused where it is not whole.
    """
    sweep(path.parent, path.stem)
    key = key_for(path, key)
    beside = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        with _exclusively(path, key) as (sql, old):
            try:
                os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                _copy(sql, key, beside, new_key)
                _compare(sql, beside, new_key)
                _to_disk(beside)
                before_renaming()
                has_sum = sum_of(path).exists()
                break_seal(path)
                if os.name == "nt":
                    sql.close()  # an open file cannot be replaced there
                beside.replace(path)
                if has_sum:
                    write_sum(path, digest_of(path))
                sync_folder(path.parent)
                _wipe(old)
            finally:
                _remove(beside)
    except driver.Error as problem:
        raise translated(problem, path) from problem
    except OSError as problem:
        raise cannot_write(str(path.parent), problem) from problem


@contextlib.contextmanager
def _exclusively(path: Path, key: Key | None) -> Iterator[tuple[Any, int]]:
    """(a connection, a handle to the file): nobody else has it open, and its log is in it."""
    # Windows does not let a file be replaced that anybody has open; there it is not written over.
    old = os.open(path, os.O_RDWR) if os.name == "posix" else -1
    try:
        is_copy = sum_of(path).exists()  # which nobody writes to, and which stays byte by byte what its sum says
        sql = connect(path, key, mode="immutable=1" if is_copy else "", timeout=PATIENCE_S)
        try:
            sql.execute("PRAGMA temp_store = MEMORY")
            if not is_copy:
                break_seal(path)
                sql.execute("PRAGMA journal_mode = DELETE")  # refused while another connection is there
                sql.execute("PRAGMA locking_mode = EXCLUSIVE")
                sql.execute("BEGIN EXCLUSIVE")
                sql.execute("COMMIT")  # in that mode the lock stays
            yield sql, old
        finally:
            with contextlib.suppress(driver.Error):
                sql.close()
    finally:
        if old >= 0:
            os.close(old)  # only now: closing any handle of a file gives up this process's locks on it


def _copy(sql: Any, key: Key | None, beside: Path, new_key: Key | None) -> None:
    if (key is None) == (new_key is None):
        target = connect(beside, new_key)
        try:
            sql.backup(target)  # page by page; each is encrypted anew
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
        return
    # Encrypted pages hold less than plain ones: everything is inserted anew.
    sql.execute("ATTACH DATABASE ? AS anew KEY ?", (str(beside), new_key.spec if new_key else ""))
    try:
        sql.execute("SELECT sqlcipher_export('anew')").fetchone()
        for name in ("user_version", "application_id"):
            sql.execute(f"PRAGMA anew.{name} = {sql.execute(f'PRAGMA main.{name}').fetchone()[0]}")
    finally:
        sql.execute("DETACH DATABASE anew")


def _compare(sql: Any, beside: Path, new_key: Key | None) -> None:
    """Raises JournalRefused unless every row of the one is in the other, and every page of that can be read."""
    other = connect(beside, new_key, mode="mode=ro")
    try:
        if not pages_whole(other, encrypted=new_key is not None) or digest(other) != digest(sql):
            raise JournalRefused("rewrite_differs")
    finally:
        other.close()


def pages_whole(sql: Any, *, encrypted: bool) -> bool:
    """Whether every page is what was written, and the tree of them is sound."""
    if encrypted and sql.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        return False
    return bool(sql.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def digest(sql: Any) -> str:
    """Over all that is declared and every row, in the order of the tables."""
    seen = hashlib.sha256()
    for name in ("user_version", "application_id"):
        seen.update(repr(sql.execute(f"PRAGMA main.{name}").fetchone()).encode())
    declared = "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name"
    tables = []
    for row in sql.execute(declared):
        seen.update(repr(row).encode())
        if row[0] == "table" and "VIRTUAL TABLE" not in (row[3] or "").upper()[:24]:
            tables.append(row[1])
    for table in tables:
        for row in sql.execute(f'SELECT * FROM main."{table}"'):
            seen.update(repr(row).encode())
    return seen.hexdigest()


def _wipe(handle: int) -> None:
    """Zeroes over what had the name until now. Whoever still had it open finds nothing, rather than writing into a
    file that has no name; and as far as a file system overwrites in place, no text is left."""
    if handle < 0:
        return
    with contextlib.suppress(OSError):
        size = os.lseek(handle, 0, os.SEEK_END)
        os.lseek(handle, 0, os.SEEK_SET)
        block = bytes(1 << 20)
        while size > 0:
            size -= os.write(handle, block[: min(size, len(block))])
        os.fsync(handle)


def left_in(folder: Path, stem: str) -> Iterator[Path]:
    """What is being written, or was when the program was killed, for the journal of that name or its copies."""
    return folder.glob(f".{glob.escape(stem)}*{PART}*")


def sweep(folder: Path, stem: str, *, after_s: float = 0) -> None:
    """Takes away what the killed have left, which may be plain; who goes on keeps its own. `after_s`: only what nobody
    wrote to for so long, where another computer may be at work in the same folder."""
    for part in left_in(folder, stem):
        process = _WRITTEN_BY.search(part.name)
        with contextlib.suppress(OSError):
            if process and not _runs(int(process[1])) and time.time() - part.stat().st_mtime >= after_s:
                part.unlink()


def _runs(process: int) -> bool:
    if process == os.getpid() or os.name == "nt":  # there, an open file cannot be taken away anyway
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _remove(beside: Path) -> None:
    for ending in _ENDINGS:
        with contextlib.suppress(OSError):
            beside.with_name(beside.name + ending).unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
