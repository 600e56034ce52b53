"""Connections to a journal's file, plain or encrypted: the only place that hands a key to the driver."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

PLAIN_HEAD = b"SQLite format 3\x00"
KEY_BYTES = 32
ID_BYTES = 16
PATIENCE = 5.0  # seconds a connection waits for another program that writes

# The driver takes numbers and texts as they are. For everything else it searches for somebody who turns it into one of
# these: a microsecond for each empty field and each yes or no, and other threads wait. Told, it takes a tenth of that.
driver.register_adapter(type(None), {None: None}.get)
driver.register_adapter(bool, {False: 0, True: 1}.__getitem__)


class Key:
    """The random key of an encrypted journal. `id` is no secret: it stands in the first bytes of every file that this
    key opens (SQLCipher's salt, which a random key has no use for), and names the key file that belongs to it."""

    def __init__(self, secret: bytes, key_id: bytes) -> None:
        self._secret = bytearray(secret)
        self.id = key_id

    @property
    def secret(self) -> bytes:
        return bytes(self._secret)

    @property
    def spec(self) -> str:
        """As SQLCipher takes it: the key itself, nothing derived, and the salt."""
        return f"x'{self._secret.hex()}{self.id.hex()}'"

    def forget(self) -> None:
        """Overwrites the key as far as this program can: Python and SQLite have had copies of it."""
        self._secret[:] = bytes(len(self._secret))


def connect(
    path: Path, key: Key | None = None, *, mode: str = "", timeout: float | None = None, check_same_thread: bool = True
) -> Any:
    """A connection in which transactions are begun by hand. `mode`: "immutable=1" or "mode=ro" writes nothing;
    `timeout`: seconds it waits for another that writes.

    Whether the key is the right one shows when something is read.
    """
    target = f"{path.absolute().as_uri()}?{mode}" if mode else str(path)
    sql = driver.connect(
        target,
        uri=bool(mode),
        isolation_level=None,
        timeout=PATIENCE if timeout is None else timeout,
        check_same_thread=check_same_thread,
    )
    if key is not None:
        sql.execute("PRAGMA cipher_log_level = NONE")  # it would print on the terminal what it cannot read
        sql.execute(f'PRAGMA key = "{key.spec}"')
    return sql


def take_back_cut_off(path: Path, key: Key | None) -> bool:
    """Takes back a change that the power or a kill cut off while it was written without a log (a change of key begins
    with one, other programs write so), as SQLite does at the first reading; False where none was."""
    cut_off = path.with_name(path.name + "-journal")
    try:
        if not cut_off.stat().st_size:
            return False
        sql = connect(path, key)
        try:
            sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            sql.close()
    except (OSError, driver.Error):
        return False
    return not cut_off.exists()


def head_of(path: Path) -> bytes:
    """The first bytes of a file, which tell a plain journal from an encrypted one; b"" where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(ID_BYTES)
    except OSError:
        return b""


def is_plain(path: Path) -> bool:
    return head_of(path) == PLAIN_HEAD


def key_for(path: Path, key: Key | None) -> Key | None:
    """`key` where the file is encrypted; a plain one is opened without."""
    return None if key is None or is_plain(path) else key
