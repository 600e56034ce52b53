"""Very many entries at once: their rows are put by a thread of its own, and nothing is different for it."""

from __future__ import annotations

import json
import sqlite3
import sys
import threading
import uuid
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.actions.three_way import proposal_json
from journal.domain.contact import Contact
from journal.domain.entry import Entry, LabelledValue, Membership, Person
from journal.domain.errors import Cancelled, InvalidEntry, JournalRefused
from journal.domain.event import Event
from journal.domain.kinds import json_value
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.store import feeding, writing
from journal.store.checking import problems
from journal.store.history import redo, undo
from journal.store.journal import Journal
from tests.journals import MovableClock, opened

SMALL = 20
MANY = 7 * SMALL + 3


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that two hundred entries are very many."""
    for module in (feeding, writing):
        monkeypatch.setattr(module, "BLOCK", SMALL)
    monkeypatch.setattr(feeding, "VALUES", 12 * SMALL)


def contacts(count: int) -> list[Entry]:
    return [
        Contact(
            given_name="Zoé",
            family_name=f"Œuvrard {number}",
            emails=(LabelledValue(f"zoe{number}@example.org", "work"), LabelledValue(f"z{number}@example.org")),
            phones=(LabelledValue("+33 6 12 34 56 78"),) * (number % 3 == 0),
            networks=(Membership("IMA", "chair"),) * (number % 4 == 0),
            tags=("lyon", "été")[: number % 3],
            notes="œuvre sociale" * (number % 5),
        )
        for number in range(count)
    ]


def others(count: int) -> list[Entry]:
    made: list[Entry] = [
        Event(
            title=f"Meeting {number}", network="EUMA", participants=(Person(name=f"Ann {number % 7}"),), tags=("lyon",)
        )
        for number in range(count)
    ]
    return made + [Learning(title=f"Learnt {number}", people=(Person(name="Ann 1"),)) for number in range(count)]


def whole(journal: Journal) -> dict[str, list[Any]]:
    """Every row of every table but the identifiers, which are drawn."""
    with journal.reading() as sql:
        tables = [row[0] for row in sql.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {
            table: sorted(tuple(row.items()) for row in rows_of(sql, table))
            for table in tables
            if not table.startswith(("search_", "sqlite_"))
        }


def rows_of(sql: Any, table: str) -> list[dict[str, str]]:
    read = sql.execute(f"SELECT rowid AS number, * FROM {table}" if table == "search" else f"SELECT * FROM {table}")
    names = [column[0] for column in read.description]
    rows = [dict(zip(names, map(repr, row), strict=True)) for row in read]
    for row in rows:
        row.pop("uid", None)
    return rows


def bring(journal: Journal, drafts: list[Entry]) -> list[int]:
    with journal.writing("import") as writer:
        ids = writer.create_many(drafts)
        writer.add_origins(said(ids))
    return ids


def said(ids: list[int]) -> list[tuple[str, str, int, str]]:
    return [("file", f"key {number}", number, '{"given_name": "Zoé"}') for number in ids]


def test_many_entries_make_the_same_journal_as_few_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = contacts(230) + others(40)
    monkeypatch.setattr(feeding, "BLOCK", 10_000)
    with opened(tmp_path / "few.db", MovableClock()) as journal:
        with journal.writing("import") as writer:
            for start in range(0, len(drafts), SMALL):
                ids = writer.create_many(drafts[start : start + SMALL])
                writer.add_origins(said(ids))
            assert not writer.sql.was_long
        expected = whole(journal)
    monkeypatch.setattr(feeding, "BLOCK", SMALL)
    with opened(tmp_path / "many.db", MovableClock()) as journal:
        with journal.writing("import") as writer:
            writer.add_origins(said(writer.create_many(drafts)))
            assert writer.sql.was_long, "no thread was used"
        for table, rows in whole(journal).items():
            assert rows == expected[table], table
        assert not problems(journal)


def test_all_of_it_is_undone_and_done_again(journal: Journal) -> None:
    ids = bring(journal, contacts(MANY))
    assert len(ids) == len(set(ids)) == MANY
    before = whole(journal)
    undo(journal)
    assert not problems(journal)
    with journal.reading() as sql:
        assert sql.execute("SELECT count(*) FROM entry WHERE kind = 'contact'").fetchone()[0] == 0
        assert sql.execute("SELECT count(*) FROM search WHERE search MATCH 'zoe*'").fetchone()[0] == 0
    redo(journal)
    after = whole(journal)
    for table in ("contact", "contact_value", "membership", "tagging", "origin", "search"):
        without_ids = [[tuple(p for p in row if p[0] != "id") for row in state[table]] for state in (before, after)]
        assert sorted(without_ids[0]) == sorted(without_ids[1]), table
    assert not problems(journal)


def test_what_changes_later_in_the_same_transaction_is_indexed_as_it_is_then(journal: Journal) -> None:
    with journal.writing("import") as writer:
        [network] = writer.create_many([Network(name="IMA")])
        ids = writer.create_many(contacts(MANY))
        writer.update(replace(writer.entry(network), name="Worldwide"))  # type: ignore[call-arg]
        writer.update(replace(writer.entry(ids[5]), family_name="Garnier"))  # type: ignore[call-arg]
        writer.set_trash([ids[6]], into=True)
    with journal.reading() as sql:
        found = {row[0] for row in sql.execute("SELECT rowid FROM search WHERE search MATCH 'worldwide'")}
        assert found == {network, *(number for at, number in enumerate(ids) if at % 4 == 0)}
        assert sql.execute("SELECT rowid FROM search WHERE search MATCH 'garnier'").fetchall() == [(ids[5],)]
        assert sql.execute("SELECT count(*) FROM search WHERE search MATCH 'ima'").fetchone()[0] == 0
    assert not problems(journal)


def test_a_mistake_in_the_thread_leaves_nothing_and_the_next_change_goes_on(journal: Journal) -> None:
    usual = sys.getswitchinterval()
    before, running = whole(journal), threading.active_count()
    with pytest.raises(Exception, match="constraint failed"), journal.writing("import") as writer:
        writer.create_many(contacts(MANY))
        writer.add_origins(("file", "key", None, "{}") for _ in range(MANY))  # type: ignore[misc]
        writer.create_many(contacts(MANY))
    assert whole(journal) == before
    bring(journal, contacts(MANY))
    journal._finish_copying()
    assert not problems(journal)
    assert sys.getswitchinterval() == usual
    assert threading.active_count() == running


def test_the_index_gathers_much_only_while_very_many_come_in(journal: Journal) -> None:
    def gathered(sql: Any) -> dict[str, int]:
        return dict(sql.execute("SELECT k, v FROM search_config WHERE k <> 'version'"))

    with journal.writing("import") as writer:
        writer.create_many(contacts(MANY))
        assert gathered(writer.sql) == {"hashsize": 2**23, "automerge": 8}
    with journal.reading() as sql:
        assert gathered(sql) == {"hashsize": 2**20, "automerge": 4}, "SQLite's own"
    assert not problems(journal)


@pytest.mark.parametrize("expected", [0, MANY, MANY + 30, 10 * MANY])
def test_identifiers_of_a_whole_file_are_drawn_in_rising_order(journal: Journal, expected: int) -> None:
    drafts = [Contact(given_name=f"Zoé {number}") for number in range(MANY)]
    with journal.writing("import") as writer:
        writer.expect(expected)
        ids = [number for _ in range(3) for number in writer.create_many(drafts)]
        uids = [entry.uid for entry in writer.entries(ids)]
    assert len(set(uids)) == 3 * MANY
    assert all(uuid.UUID(uid).version == 4 for uid in uids)
    together = uids[: max(MANY, min(expected, 3 * MANY))]
    assert together == sorted(together)


@pytest.mark.parametrize("problem", [Cancelled(), InvalidEntry("too_long", "notes"), KeyboardInterrupt()])
def test_what_is_broken_off_leaves_nothing(journal: Journal, problem: BaseException) -> None:
    before = whole(journal)
    with pytest.raises(type(problem)), journal.writing("import") as writer:
        writer.create_many(contacts(MANY))
        raise problem
    assert whole(journal) == before
    assert not problems(journal)


def test_a_long_log_is_copied_into_the_file_and_a_closed_journal_has_none(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with opened(path, MovableClock()) as journal:
        bring(journal, contacts(MANY))
        journal._finish_copying()
        with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as file_alone:
            assert file_alone.execute("SELECT count(*) FROM contact").fetchone()[0] == MANY
    assert not path.with_name("journal.db-wal").exists()


texts = st.text(st.characters(codec="utf-8"), max_size=12)
values = st.lists(st.builds(LabelledValue, texts, texts), max_size=3).map(tuple)


@given(texts, values, st.lists(texts.filter(bool), max_size=3).map(tuple), st.none() | st.dates(), st.booleans())
def test_what_a_source_says_is_written_as_json_writes_it(
    text: str, several: Any, tags: Any, day: Any, confidential: bool
) -> None:
    entry = Contact(
        given_name=text, emails=several, tags=tags, met_on=day, notes=text, confidential=confidential,
        networks=tuple(Membership(tag, text) for tag in tags),
    )  # fmt: skip
    names = ("given_name", "emails", "tags", "met_on", "notes", "confidential", "networks")
    said = json.loads(proposal_json(entry))
    assert said == {name: json_value(getattr(entry, name)) for name in names if getattr(entry, name)}
    assert proposal_json(entry) == json.dumps(said, ensure_ascii=False)


def test_a_damaged_file_is_told_as_such(journal: Journal) -> None:
    with pytest.raises(JournalRefused), journal.writing("import") as writer:
        writer.create_many(contacts(MANY))
        writer.sql.settle()
        writer.sql._problem = None
        raise_in_thread(writer.sql, feeding.Insert("INSERT INTO no_such", 1))


def raise_in_thread(line: feeding.Line, insert: feeding.Insert) -> None:
    import sqlcipher3.dbapi2 as driver

    class Damaged:
        def execute(self, *_: Any) -> None:
            raise driver.DatabaseError("database disk image is malformed")

    line._sql = Damaged()
    line.put(insert, [(1,)] * feeding.VALUES)
    line.settle()


_cells = st.sampled_from((None, "", "été", 0, 1, True, False, 1.5))


@given(st.lists(st.tuples(_cells, _cells, st.just("IMA"), _cells), min_size=1, max_size=30))
def test_a_block_of_rows_is_stored_as_each_alone_would_be(rows: list[tuple[Any, ...]]) -> None:
    insert = feeding.Insert("INSERT INTO one", 4)
    with closing(sqlite3.connect(":memory:")) as sql:
        sql.execute("CREATE TABLE one (a, b, c, d)")
        sql.execute(*insert.of(rows))
        block = sql.execute("SELECT * FROM one ORDER BY rowid").fetchall()
        sql.execute("DELETE FROM one")
        sql.executemany(str(insert), rows)
        assert block == sql.execute("SELECT * FROM one ORDER BY rowid").fetchall() == rows
