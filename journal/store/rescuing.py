"""As much as can be read of a damaged journal, in a new one; the damaged file is only read, never written to.

Each table is read from both ends, and around what cannot be read, straight from the file as it lies there. Then what is
without its other half is completed or left out, and the index and what is kept beside the entries are made anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from journal.domain.entry import KINDS, folded
from journal.domain.errors import JournalRefused, UserFacingError, cannot_write
from journal.store import key_file, rewriting, vault
from journal.store.connecting import Key, connect, key_for
from journal.store.journal import Clock, Journal, open_journal
from journal.store.sealing import break_seal, seal_of

# In an order in which what is pointed at comes first.
TABLES = (
    *("entry", "contact", "network", "event", "learning", "reminder"),
    *("contact_value", "membership", "participation", "tag", "tagging", "content", "attachment"),
    *("change", "change_item", "origin", "setting", "reminder_shown", "not_the_same"),
    *("followed", "news_item", "coming_event"),
)
MOST_LOOKS = 20_000  # at rows around damage, in one table
BATCH = 2_000
LONG_AGO = "1970-01-01T00:00:00"  # where a time was lost


@dataclass(frozen=True, slots=True)
class Rescued:
    """`entries` counts by kind, without the trash; `completed` had lost a part and stand as far as they were read;
    `unreadable` names the tables of which something could not be read."""

    path: Path
    entries: dict[str, int] = field(default_factory=dict)
    completed: int = 0
    unreadable: tuple[str, ...] = ()


def rescue(damaged: Path, into: Path, *, clock: Clock, key: Key | None = None) -> Rescued:
    """Makes the journal `into`, which must not be there, of what can be read of `damaged`.

    Raises JournalRefused where nothing can be, or the file is no journal at all; nothing is left of `into` then.
    """
    if into.exists():
        raise UserFacingError("file_is_there", file=str(into))
    journal = open_journal(into, clock=clock, anew=True)
    whole = False
    try:
        with journal.writing("rescue") as writer:
            writer.sql.execute("PRAGMA defer_foreign_keys = ON")
            unreadable = _read_into(damaged, writer.sql, key)
            if not writer.sql.execute("SELECT 1 FROM entry LIMIT 1").fetchone():
                raise JournalRefused("nothing_to_rescue", file=damaged.name)
            completed = _complete(writer.sql)
            writer.index_again(row[0] for row in writer.sql.execute("SELECT id FROM entry").fetchall())
        done = Rescued(into, _counts(journal), completed, unreadable)
        journal.close()
        if key is not None and key_for(damaged, key) is not None:
            _lock_alike(into, damaged, key)
        whole = True
        return done
    finally:
        journal.close()
        if not whole:
            for place in into.parent.glob(f"*{into.name}*"):
                if place.name in (into.name, f".{into.name}.seal", f"{into.name}-wal", f"{into.name}-shm"):
                    place.unlink(missing_ok=True)


def _lock_alike(into: Path, damaged: Path, key: Key) -> None:
    """What was locked is locked again, by the same passphrase and recovery sheet, as long as its key file is there."""
    if vault.newest_of(damaged, key) is not None:
        rewriting.rewrite(
            into, None, key, before_renaming=lambda: vault.carry(damaged, key, into.parent, named_for=into)
        )


def _read_into(damaged: Path, sql: Any, key: Key | None) -> tuple[str, ...]:
    """Copies what can be read, table by table; names those of which something cannot."""
    mode = "mode=ro" if damaged.with_name(damaged.name + "-wal").exists() and os.access(damaged, os.R_OK) else ""
    unreadable = []
    source = connect(damaged, key_for(damaged, key), mode=mode or "immutable=1")
    try:
        source.execute("PRAGMA writable_schema = ON")  # else a file that was cut is refused as a whole
        source.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            there = {row[0] for row in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        except driver.Error as problem:
            raise JournalRefused("nothing_to_rescue", file=damaged.name) from problem
        if "entry" not in there:
            raise JournalRefused("journal_foreign", file=damaged.name)
        for table in TABLES:
            if table in there and not _copy_table(source, sql, table):
                unreadable.append(table)
    finally:
        source.close()
    return tuple(unreadable)


def _copy_table(source: Any, sql: Any, table: str) -> bool:
    """Whether all of it could be read."""
    own = [row[1] for row in sql.execute(f'PRAGMA table_info("{table}")')]
    theirs = [row[1] for row in source.execute(f'PRAGMA table_info("{table}")')]
    columns = [name for name in own if name in theirs]
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"
    reader = _Reader(source, table, names)
    batch: list[Any] = []
    for row in reader.rows():
        batch.append(row)
        if len(batch) == BATCH:
            _insert(sql, insert, batch)
            batch = []
    _insert(sql, insert, batch)
    return reader.whole


def _insert(sql: Any, insert: str, batch: list[Any]) -> None:
    try:
        sql.executemany(insert, batch)
    except driver.Error:
        for row in batch:  # the one that does not fit (a type, a check) is left out, not the others
            try:
                sql.execute(insert, row)
            except driver.Error:
                continue


class _Reader:
    """All rows of a table that can be read; `whole` afterwards: there were no others."""

    def __init__(self, source: Any, table: str, columns: str) -> None:
        self._sql = source
        self._table = table
        self._columns = columns
        self.whole = True
        self._looks = 0

    def rows(self) -> Iterator[Any]:
        try:
            self._sql.execute(f"SELECT rowid FROM {self._table} LIMIT 0")
            numbered = True
        except driver.Error:
            numbered = False
        yield from self._between(None, None) if numbered else self._from_both_ends()

    def _read(self, query: str, values: tuple[Any, ...] = ()) -> Iterator[Any]:
        """Rows until one cannot be read."""
        try:
            yield from self._sql.execute(query, values)
        except driver.Error:
            self.whole = False
            yield None

    def _between(self, low: int | None, high: int | None) -> Iterator[Any]:
        """Rows with numbers above `low` and below `high`: upwards to the damage, downwards to it, then the middle."""
        self._looks += 1
        if self._looks > MOST_LOOKS:
            return
        query = f"SELECT rowid, {self._columns} FROM {self._table} WHERE rowid > ? AND rowid < ? ORDER BY rowid"
        first, last = -(2**63) if low is None else low, 2**63 - 1 if high is None else high
        reached = first
        for row in self._read(query, (first, last)):
            if row is None:
                break
            reached = row[0]
            yield row[1:]
        else:
            return
        back = last
        for row in self._read(f"{query} DESC", (reached, last)):
            if row is None:
                break
            back = row[0]
            yield row[1:]
        else:
            return
        if low is None and high is None and reached == first and back == last:
            reached, back = 0, self._highest()
        if back - reached > 1:
            middle = (reached + back) // 2
            if back - reached == 2:
                yield from self._one(middle)
            else:
                yield from self._between(reached, middle)
                yield from self._one(middle)
                yield from self._between(middle, back)

    def _one(self, number: int) -> Iterator[Any]:
        for row in self._read(f"SELECT {self._columns} FROM {self._table} WHERE rowid = ?", (number,)):
            if row is not None:
                yield row

    def _highest(self) -> int:
        try:
            row = self._sql.execute("SELECT max(seq) FROM sqlite_sequence").fetchone()
            return int(row[0] or 0) + 1
        except (driver.Error, TypeError, ValueError):
            return MOST_LOOKS

    def _from_both_ends(self) -> Iterator[Any]:
        keys = [row[1] for row in self._sql.execute(f'PRAGMA table_info("{self._table}")') if row[5]]
        for way in ("ASC", "DESC"):
            order = ", ".join(f"{key} {way}" for key in keys)
            for row in self._read(f"SELECT {self._columns} FROM {self._table} ORDER BY {order}"):
                if row is None:
                    break
                yield row
            else:
                return


def _complete(sql: Any) -> int:
    """Gives what lost its other half one that is empty, and lets go of what points at nothing; how many entries."""
    completed = 0
    for kind in KINDS:
        lost = f"SELECT k.id FROM {kind} k WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = k.id)"
        for (number,) in sql.execute(lost).fetchall():
            title = _title(sql, kind, number)
            sql.execute(
                "INSERT INTO entry (id, uid, kind, title, name_key, sort_key, state, type, created_at, updated_at)"
                " VALUES (?1, lower(hex(randomblob(16))), ?2, ?3, ?4, ?4, ?5, ?6, ?7, ?7)",
                (number, kind, title, folded(title), *_USUAL[kind], LONG_AGO),
            )
            completed += 1
        bare = f"SELECT id, title, date FROM entry WHERE kind = '{kind}' AND id NOT IN (SELECT id FROM {kind})"
        for number, title, date in sql.execute(bare).fetchall():
            column, value = {
                "contact": ("full_name", title),
                "event": ("starts_at", date or None),
                "learning": ("learned_on", date or None),
                "reminder": ("due_at", date or LONG_AGO),
                "network": ("renews_on", date or None),
            }[kind]
            sql.execute(f"INSERT INTO {kind} (id, {column}) VALUES (?, ?)", (number, value))
            completed += 1
    _let_go(sql)
    sql.execute("UPDATE entry SET name_key = folded(title) WHERE name_key <> folded(title)")
    sql.execute("UPDATE OR IGNORE tag SET folded = folded(name) WHERE folded <> folded(name)")
    for column in ("before", "after"):
        sql.execute(f"DELETE FROM change_item WHERE {column} IS NOT NULL AND NOT json_valid({column})")
    sql.execute("DELETE FROM origin WHERE NOT json_valid(proposed)")
    return completed


_USUAL = {
    "contact": ("", ""),
    "event": ("attended", "other"),
    "learning": ("to_apply", "tip"),
    "reminder": ("open", ""),
    "network": ("", "other"),
}


def _title(sql: Any, kind: str, number: int) -> str:
    if kind == "contact":
        query = (
            "SELECT trim(full_name || ' ' || given_name || ' ' || family_name), organisation FROM contact WHERE id = ?"
        )
        name, organisation = sql.execute(query, (number,)).fetchone()
        return name or organisation or f"? {number}"
    return f"? {number}"


def _let_go(sql: Any) -> None:
    for table, column in (("event", "network_id"), ("learning", "network_id"), ("learning", "event_id")):
        parent = column.removesuffix("_id")
        sql.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} NOT IN (SELECT id FROM {parent})")
    sql.execute("UPDATE reminder SET about_id = NULL WHERE about_id NOT IN (SELECT id FROM entry)")
    while lost := sql.execute("PRAGMA foreign_key_check").fetchall():
        gone = False
        for table, rowid, parent, _ in lost:
            if rowid is not None:
                gone |= sql.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,)).rowcount > 0
            else:
                gone |= _without_parent(sql, table, parent)
        if not gone:
            return


def _without_parent(sql: Any, table: str, parent: str) -> bool:
    gone = False
    for row in sql.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
        if row[2] == parent:
            query = f"DELETE FROM {table} WHERE {row[3]} NOT IN (SELECT {row[4] or 'id'} FROM {parent})"
            gone |= sql.execute(query).rowcount > 0
    return gone


def _counts(journal: Journal) -> dict[str, int]:
    from journal.store.checking import counts

    return counts(journal)


def rescue_in_place(file: Path, *, clock: Clock, key: Key | None = None) -> tuple[Rescued, Path]:
    """The same, put in the place of the damaged one, which is kept aside with its logs; gives where."""
    from journal.store.backup import LOGS, keep_aside

    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    done = rescue(file, beside, clock=clock, key=key)
    try:
        kept = keep_aside(file, clock.now()) or file
        if key is not None and (keys := beside.with_name(key_file.name_for(beside, key.id))).exists():
            keys.replace(file.with_name(key_file.name_for(file, key.id)))
        for ending in LOGS:  # of the damaged one: read into the new one they would spoil it
            file.with_name(file.name + ending).unlink(missing_ok=True)
        break_seal(file)
        beside.replace(file)
        seal_of(beside).unlink(missing_ok=True)
    except OSError as problem:
        raise cannot_write(str(file.parent), problem) from problem
    return replace(done, path=file), kept
