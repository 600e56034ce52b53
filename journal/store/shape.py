"""Whether a file has the parts of a journal, and none that would act by itself: triggers and views are those of the
frozen scripts, word for word. Indexes, tables of somebody's and statistics do no harm and may be there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlcipher3.dbapi2 as driver

MOST_PARTS = 500  # tables, indexes, triggers; a journal has some eighty
TABLES = (
    *("entry", "contact", "contact_value", "network", "membership", "event", "learning", "participation", "reminder"),
    *("reminder_shown", "tag", "tagging", "change", "change_item", "origin", "setting", "search"),
)


def is_altered(sql: Any, scripts: Iterable[str]) -> bool:
    """Of an open connection; `scripts` are those that make and move a journal."""
    (parts,) = sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if parts > MOST_PARTS:
        return True
    marks = ",".join("?" * len(TABLES))
    (ours,) = sql.execute(
        f"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ({marks})", TABLES
    ).fetchone()
    if ours != len(TABLES):
        return True
    written = "\n".join(scripts)
    acting = sql.execute("SELECT CAST(sql AS TEXT) FROM sqlite_schema WHERE type IN ('trigger', 'view')").fetchall()
    return any(_text(declared) not in written for (declared,) in acting)


def _text(declared: str | bytes) -> str:
    return declared.decode("utf-8", "replace") if isinstance(declared, bytes) else declared


def lacks_columns(sql: Any) -> bool:
    """Whether a journal of this version could not be read: a name in its declarations was spoilt."""
    from journal.store.rows import DATE_COLUMNS, ENTRY_COLUMNS, PLAIN_COLUMNS

    read = {
        "entry": ENTRY_COLUMNS,
        **{kind: ("id", *PLAIN_COLUMNS[kind], *DATE_COLUMNS[kind]) for kind in PLAIN_COLUMNS},
    }
    try:
        for table, columns in read.items():
            sql.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT 0")
    except driver.OperationalError as problem:
        if "no such" in str(problem):
            return True
        raise
    return False
