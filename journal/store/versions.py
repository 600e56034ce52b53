"""The versions of the journal's file: the frozen scripts that make one and move an older one on."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from journal.domain.errors import JournalRefused
from journal.store import sealing

APPLICATION_ID = 0x4E4A524E  # "NJRN", at byte 68 of the file
SCHEMA_VERSION = 4

_SCRIPTS = {
    1: "0001_first_journal.sql",
    2: "0002_followed.sql",
    3: "0003_rhythms.sql",
    4: "0004_rhythms_files_words.sql",
}


def scripts_after(version: int = 0) -> list[str]:
    """Those that make a journal, and move one of that version on, in their order."""
    folder = resources.files("journal.store.migrations")
    return [folder.joinpath(name).read_text("utf-8") for number, name in _SCRIPTS.items() if number > version]


def move_on(sql: Any, version: int = 0) -> None:
    """Runs the scripts after `version`, in the transaction that is open."""
    for script in scripts_after(version):
        for statement in _statements(script):
            sql.execute(statement)
    sql.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    sql.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _statements(script: str) -> Iterator[str]:
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if driver.complete_statement(pending):
            yield pending
            pending = ""


def bring_up_to_date(sql: Any, path: Path) -> None:
    """Moves an older journal on in one transaction, on a connection that otherwise only reads; the usual case costs one
    pragma. Raises JournalRefused where a link in it leads nowhere."""
    if sql.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
        return
    sealing.break_seal(path)
    sql.execute("PRAGMA query_only = OFF")
    sql.execute("PRAGMA foreign_keys = OFF")
    sql.execute("BEGIN IMMEDIATE")
    try:
        move_on(sql, sql.execute("PRAGMA user_version").fetchone()[0])
        if sql.execute("PRAGMA foreign_key_check").fetchone():
            raise JournalRefused("journal_damaged", file=path.name)
        sql.execute("COMMIT")
    except BaseException:
        sql.execute("ROLLBACK")
        raise
    finally:
        sql.execute("PRAGMA foreign_keys = ON")
        sql.execute("PRAGMA query_only = ON")
