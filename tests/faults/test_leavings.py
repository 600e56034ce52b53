"""What the killed were writing lies about under a passing name, and may be plain: it is swept, and nobody else's is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal.actions import entries, safety
from journal.domain.contact import Contact
from journal.store import backup, rewriting, vault
from journal.store.checking import problems
from journal.store.connecting import connect
from journal.store.journal import open_journal
from tests.faults.children import CHEAP, PASS
from tests.journals import MovableClock, opened, page_of


def dead_process() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plain journal with a copy, on which others were killed; one is at work still."""
    path = tmp_path / "hers" / "journal.db"
    with opened(path) as journal:
        entries.create(journal, draft=Contact(given_name="Zoé"))
        safety.backup(journal)
    second = path.parent / "second"
    second.mkdir()
    copy = safety.newest_backup(path).path.name
    for writer in (dead_process(), os.getppid()):
        (path.parent / f".journal.db.{writer}.part").write_text("Zoé")
        (path.parent / f".journal.db.{writer}.part-journal").write_text("Zoé")
        (path.parent / f".journal.db.seal.{writer}.part").write_text("Zoé")
        (path.parent / f".journal.db.{writer}.0a1b2c3d.part").write_text("Zoé")
        (path.parent / "backups" / f".journal-2026-11-23-090000.{writer}.part").write_text("Zoé")
        (path.parent / "backups" / f".{copy}.{writer}.part").write_text("Zoé")
        (second / f".{copy}.{writer}.part").write_text("Zoé")
    return path


def left(path: Path) -> dict[str, int]:
    return {
        folder.name: len(list(rewriting.left_in(folder, path.stem)))
        for folder in (path.parent, path.parent / "backups", path.parent / "second")
    }


def test_opening_and_copying_sweep_what_the_killed_have_left(path: Path) -> None:
    assert left(path) == {"hers": 8, "backups": 4, "second": 2}
    clock = MovableClock()
    clock.pass_time(days=1)
    with opened(path, clock) as journal:
        assert left(path) == {"hers": 4, "backups": 4, "second": 2}
        safety.backup(journal)
        assert left(path) == {"hers": 4, "backups": 2, "second": 2}
        safety.copy_to_second(journal, folder=path.parent / "second")
        assert left(path)["second"] == 2, "another computer may be at work there"
        for part in rewriting.left_in(path.parent / "second", path.stem):
            os.utime(part, (0, 0))
        clock.pass_time(days=1)
        safety.backup(journal)
        safety.copy_to_second(journal, folder=path.parent / "second")
        assert left(path) == {"hers": 4, "backups": 2, "second": 1}


def test_encrypting_leaves_nothing_plain_of_what_was_killed_before(path: Path) -> None:
    prepared = vault.prepare(PASS, cost=CHEAP)
    vault.encrypt(path, prepared)
    assert left(path) == {"hers": 4, "backups": 2, "second": 2}
    vault.put_copies_under(path, prepared.key, folders=[path.parent / "second"])
    assert left(path)["second"] == 1


def test_a_copy_stays_byte_by_byte_until_its_successor_has_its_name(path: Path) -> None:
    """A kill in the middle must not leave a good copy that its sum calls damaged."""
    copy, prepared = safety.newest_backup(path).path, vault.prepare(PASS, cost=CHEAP)
    before = copy.read_bytes()

    def look() -> None:
        assert copy.read_bytes() == before
        backup.verify(copy)
        raise InterruptedError

    with pytest.raises(Exception, match="cannot_write"):
        rewriting.rewrite(copy, None, prepared.key, before_renaming=look)
    assert copy.read_bytes() == before
    backup.verify(copy)


def test_of_copies_of_one_second_the_last_is_the_newest(path: Path) -> None:
    clock, made = MovableClock(), []
    clock.pass_time(days=1)
    journal = open_journal(path, clock=clock)
    made = [safety.backup(journal) for _ in range(11)]
    journal.close()
    assert safety.newest_backup(path).path == made[-1]
    assert [copy.path for copy in safety.backups(path)][:11] == made[::-1]


@pytest.mark.parametrize("locked", [False, True])
def test_a_first_page_half_written_is_taken_back_by_what_was_written_before_it(
    path: Path, tmp_path: Path, locked: bool
) -> None:
    """The power went while the journal was written without a log: SQLite has what was there before beside it."""
    prepared = vault.prepare(PASS, cost=CHEAP)
    if locked:
        vault.encrypt(path, prepared)
    key = prepared.key if locked else None
    sql = connect(path, key)
    sql.execute("PRAGMA journal_mode = DELETE")
    sql.execute("PRAGMA cache_size = 1")
    sql.execute("BEGIN")
    sql.execute("CREATE TABLE spilt (x)")
    sql.execute("INSERT INTO spilt SELECT zeroblob(900000)")
    cut = tmp_path / "cut"
    shutil.copytree(path.parent, cut)
    sql.execute("ROLLBACK")
    sql.close()
    file = cut / path.name
    assert (cut / f"{path.name}-journal").stat().st_size
    file.write_bytes(file.read_bytes()[:2048] + bytes(2048) + file.read_bytes()[4096:])
    journal = open_journal(file, key=key)
    try:
        assert problems(journal) == []
        assert [line.title for line in page_of(journal, "contact")] == ["Zoé"]
    finally:
        journal.close()
