"""Whether a file is a journal that this program may open: asked before it is, without writing a byte of it."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from journal.domain.errors import JournalRefused, UserFacingError
from journal.store import sealing, shape, versions
from journal.store.connecting import PLAIN_HEAD, Key, connect, key_for, take_back_cut_off
from journal.store.driver_errors import reason, translated

ENCRYPTED_PAGE = 4096
MOST_LOOKS = 6  # at a file that does not look sound while others write to it
BETWEEN_LOOKS = 0.05  # seconds
CHECKED_WHOLE_UP_TO = 24 * 2**20  # bytes; a larger file is checked in the background, not before it opens


def refuse_unless_sound_at_last(path: Path, key: Key | None) -> None:
    """Once more, where a change that was cut off could be taken back."""
    try:
        refuse_unless_sound(path, key)
    except JournalRefused:
        if not take_back_cut_off(path, key_for(path, key)):
            raise
        refuse_unless_sound(path, key)


def refuse_unless_sound(path: Path, key: Key | None = None) -> None:
    """Raises JournalRefused unless `path` is a journal this program may open, JournalLocked where it cannot be told
    without a key; never writes to it."""
    if path.is_dir():
        raise JournalRefused("journal_foreign", file=path.name)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as problem:
        raise UserFacingError("cannot_read_file", file=path.name, reason=reason(problem)) from problem
    if size == 0:
        raise JournalRefused("journal_empty", file=path.name)
    if key is not None and not head.startswith(PLAIN_HEAD):
        _refuse_unless_sound_inside(path, key, head, size)
        return
    if len(head) < 100 or not head.startswith(PLAIN_HEAD):
        from journal.store import vault

        vault.refuse_unless_foreign(path)
        code = "journal_truncated" if PLAIN_HEAD.startswith(head[:16]) else "journal_foreign"
        raise JournalRefused(code, file=path.name)
    version, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    if application != versions.APPLICATION_ID:
        raise JournalRefused("journal_of_another", file=path.name)
    if version > versions.SCHEMA_VERSION:
        raise JournalRefused("journal_newer", file=path.name, version=version, known=versions.SCHEMA_VERSION)
    # A journal has its version from the moment it has its name; other than 1 and 2 SQLite would only read.
    if version == 0 or not {head[18], head[19]} <= {1, 2}:
        raise JournalRefused("journal_damaged", file=path.name)
    page_size = struct.unpack(">H", head[16:18])[0]
    pages, counter, valid_for = (struct.unpack(">I", head[at : at + 4])[0] for at in (28, 24, 92))
    complete = counter != valid_for or size >= pages * (65536 if page_size == 1 else page_size)
    # With a log pending a short file proves nothing: a program killed while it copied the log into the file leaves
    # it short, and the log completes it.
    if not complete and not sealing.log_pending(path):
        raise JournalRefused("journal_truncated", file=path.name)
    _look_inside(path, pages=size <= CHECKED_WHOLE_UP_TO)


def _refuse_unless_sound_inside(path: Path, key: Key, head: bytes, size: int) -> None:
    """The same for an encrypted journal, of which everything but the name of its key is inside."""
    if head[: len(key.id)] != key.id:
        from journal.store import vault

        raise vault.of_another_key(path, key)
    pending = sealing.log_pending(path)
    if size % ENCRYPTED_PAGE and not pending:
        raise JournalRefused("journal_truncated", file=path.name)
    mode = "mode=ro" if pending else "immutable=1"
    try:
        sql = connect(path, key, mode=mode)
        try:
            version = sql.execute("PRAGMA user_version").fetchone()[0]
            application = sql.execute("PRAGMA application_id").fetchone()[0]
        finally:
            sql.close()
    except driver.Error as problem:
        raise translated(problem, path) from problem
    if application != versions.APPLICATION_ID:
        raise JournalRefused("journal_foreign", file=path.name)
    if version > versions.SCHEMA_VERSION:
        raise JournalRefused("journal_newer", file=path.name, version=version, known=versions.SCHEMA_VERSION)
    if version == 0:
        raise JournalRefused("journal_damaged", file=path.name)
    _look_inside(path, key, pages=size <= CHECKED_WHOLE_UP_TO)


def _look_inside(path: Path, key: Key | None = None, *, pages: bool) -> None:
    """Raises JournalRefused where its parts are not those of a journal or (looked at where `pages`) pages are damaged.
    Neither the file nor its log is written to: closing a connection that may write would copy the log into a file that
    is to be left as it is."""
    problem = JournalRefused("journal_damaged", file=path.name)
    for look in range(MOST_LOOKS):
        before = _stamps(path)
        try:
            if _sound(path, "mode=ro" if sealing.log_pending(path) else "immutable=1", key, pages):
                return
        except JournalRefused as refused:
            problem = refused
        # Another program may have written, or copied its log into the file, while we looked.
        if look and _stamps(path) == before:
            break
        time.sleep(BETWEEN_LOOKS)
    raise problem


def _stamps(path: Path) -> list[tuple[int, int, int]]:
    """Of the file and its log: others where anybody has written meanwhile."""
    found = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            found.append(sealing.stamp(file))
        except OSError:
            continue  # gone with its last writer
    return found


def _sound(path: Path, mode: str, key: Key | None, pages: bool) -> bool:
    try:
        sql = connect(path, key, mode=mode)
        try:
            sql.text_factory = bytes  # what it says may quote what is damaged
            if shape.is_altered(sql, versions.scripts_after()):
                raise JournalRefused("journal_altered", file=path.name)
            (version,) = sql.execute("PRAGMA user_version").fetchone()
            if version == versions.SCHEMA_VERSION and shape.lacks_columns(sql):
                return False
            if not pages:
                return True
            # A page that waits in the log may be half written in the file.
            if key is not None and mode == "immutable=1" and sql.execute("PRAGMA cipher_integrity_check").fetchone():
                return False
            return bool(sql.execute("PRAGMA quick_check(1)").fetchone()[0] == b"ok")
        finally:
            sql.close()
    except (driver.Error, UnicodeDecodeError) as problem:
        said = translated(problem, path)
        if isinstance(said, UserFacingError) and not isinstance(said, JournalRefused):
            raise said from problem  # not the file's fault
        return False
