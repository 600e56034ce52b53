"""A full check: the pages of the file, what points where, the index, the history, and what is kept beside the
entries because looking it up each time would be slow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlcipher3.dbapi2 as driver

from journal.domain.entry import KINDS, folded
from journal.domain.errors import JournalRefused
from journal.store.connecting import connect
from journal.store.driver_errors import translated
from journal.store.journal import Journal
from journal.store.sealing import holds


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the file: said by words.say("check.<code>", **details)."""

    code: str
    details: dict[str, Any] = field(default_factory=dict)


# How many rows are wrong, by problem; each query answers one number.
_COUNTED = {
    "not_in_index": """SELECT count(*) FROM entry WHERE deleted_at IS NULL
        AND id NOT IN (SELECT rowid FROM search)""",
    "only_in_index": """SELECT count(*) FROM search
        WHERE rowid NOT IN (SELECT id FROM entry WHERE deleted_at IS NULL)""",
    "index_old": """SELECT count(*) FROM search s JOIN entry e ON e.id = s.rowid
        WHERE e.deleted_at IS NULL AND s.title <> e.title""",
    "history_unreadable": """SELECT count(*) FROM change_item
        WHERE (before IS NOT NULL AND NOT json_valid(before)) OR (after IS NOT NULL AND NOT json_valid(after))""",
    "origin_unreadable": "SELECT count(*) FROM origin WHERE NOT json_valid(proposed)",
    "entry_incomplete": "SELECT count(*) FROM entry e WHERE NOT EXISTS ("
    + " UNION ALL ".join(f"SELECT 1 FROM {kind} k WHERE k.id = e.id AND e.kind = '{kind}'" for kind in KINDS)
    + ")",
    "last_exchange_wrong": """WITH met (contact_id, at) AS (
          SELECT contact_id, max(at) FROM exchange GROUP BY contact_id)
        SELECT (SELECT count(*) FROM (SELECT * FROM met EXCEPT SELECT contact_id, at FROM last_exchange))
             + (SELECT count(*) FROM (SELECT contact_id, at FROM last_exchange EXCEPT SELECT * FROM met))""",
}


def problems(journal: Journal) -> list[Problem]:
    """What is wrong with an open journal; [] where nothing is. Reads everything: off the UI thread."""
    found: list[Problem] = []
    try:
        if holds(journal.path) is False:
            found.append(Problem("bytes_changed"))
        with _own_connection(journal) as sql:
            if journal.key is not None:
                found += _encrypted_pages(sql)
            found += _pages(sql)
        with journal.reading(everything=True) as sql:
            found += _keys(sql)
            for code, query in _COUNTED.items():
                count = sql.execute(query).fetchone()[0]
                if count:
                    found.append(Problem(code, {"count": count}))
    except JournalRefused:
        found = found or [Problem("damaged", {"what": "?"})]
    return found + _index(journal)


@contextmanager
def _own_connection(journal: Journal) -> Iterator[Any]:
    """One that has read nothing yet: FTS5 compares what it remembers of the index with what another connection wrote
    since, and calls that damage."""
    sql = connect(journal.path, journal.key)
    try:
        yield sql
    except driver.DatabaseError as problem:
        raise translated(problem, journal.path) from problem
    finally:
        if sql.in_transaction:
            sql.execute("ROLLBACK")
        sql.close()


def _pages(sql: Any) -> Iterator[Problem]:
    for (said,) in sql.execute("PRAGMA integrity_check(10)").fetchall():
        if said != "ok":
            yield Problem("damaged", {"what": said.splitlines()[0][:200]})
    lost = len(sql.execute("PRAGMA foreign_key_check").fetchall())
    if lost:
        yield Problem("points_nowhere", {"count": lost})


def _encrypted_pages(sql: Any) -> Iterator[Problem]:
    """Every page of the file against its own authentication code, also those in which nothing lies at present."""
    sql.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()  # a page that waits in the log may be old in the file
    found = sql.execute("PRAGMA cipher_integrity_check").fetchmany(10)
    if found:  # perhaps while the log was copied into the file: once more while nobody writes
        sql.execute("BEGIN IMMEDIATE")
        found = sql.execute("PRAGMA cipher_integrity_check").fetchmany(10)
        sql.execute("ROLLBACK")
    for (said,) in found:
        yield Problem("damaged", {"what": said[:200]})


def _keys(sql: Any) -> Iterator[Problem]:
    names = sum(key != folded(title) for title, key in sql.execute("SELECT title, name_key FROM entry"))
    if names:
        yield Problem("name_key_wrong", {"count": names})
    tags = sum(key != folded(name) for name, key in sql.execute("SELECT name, folded FROM tag"))
    if tags:
        yield Problem("tag_key_wrong", {"count": tags})


def _index(journal: Journal) -> list[Problem]:
    """FTS5's own check. It is asked for by an INSERT, though nothing is written."""
    with journal.writer_lock, _own_connection(journal) as sql:
        try:
            sql.execute("BEGIN")
            sql.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        except driver.DatabaseError as problem:
            text = str(problem).lower()
            return [] if "readonly" in text or "locked" in text else [Problem("index_damaged")]
    return []


def counts(journal: Journal, *, everything: bool = True) -> dict[str, int]:
    """How many entries of each kind there are, without those in the trash and, unless `everything`, those hidden."""
    with journal.reading(everything=everything) as sql:
        found = dict(sql.execute("SELECT kind, count(*) FROM entry WHERE deleted_at IS NULL GROUP BY kind").fetchall())
    return {kind: int(found.get(kind, 0)) for kind in KINDS}


def trashed(journal: Journal) -> int:
    with journal.reading(everything=True) as sql:
        return int(sql.execute("SELECT count(*) FROM entry WHERE deleted_at IS NOT NULL").fetchone()[0])
