"""Files that are no journal, or no longer one: each refused in a sentence of its own, not a byte of it changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from journal.domain.errors import UserFacingError
from journal.store.journal import open_journal
from journal.store.versions import SCHEMA_VERSION
from journal.system import words
from tests.journals import bytes_in, one_of_each, opened


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "journal.db"
    with opened(path) as journal:
        one_of_each(journal)
    return path


def changed_by(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        sql = driver.connect(str(path), isolation_level=None)
        for statement in statements:
            sql.execute(statement)
        sql.close()

    return change


def of_another_program(path: Path) -> None:
    path.unlink()
    changed_by("CREATE TABLE entry (id INTEGER PRIMARY KEY)")(path)


def full_of_tables(path: Path) -> None:
    sql = driver.connect(str(path), isolation_level=None)
    sql.execute("BEGIN")
    for number in range(3_000):
        sql.execute(f"CREATE TABLE t{number} (a TEXT DEFAULT '{'x' * 200}')")
    sql.execute("COMMIT")
    sql.close()


# What is done to a sound journal, and the code of the sentence.
FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "journal_empty"),
    "wrong": (lambda path: path.write_bytes(b"Dear diary, " * 500), "journal_foreign"),
    "foreign": (of_another_program, "journal_of_another"),
    "newer": (changed_by(f"PRAGMA user_version = {SCHEMA_VERSION + 7}"), "journal_newer"),
    "truncated": (lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]), "journal_truncated"),
    "damaged": (
        lambda path: path.write_bytes(path.read_bytes()[:8192] + b"\xff" * 20_000 + path.read_bytes()[28192:]),
        "journal_damaged",
    ),
    "trigger": (
        changed_by("CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM contact; END"),
        "journal_altered",
    ),
    "trigger of our name": (
        changed_by(
            "DROP TRIGGER exchange_left",
            "CREATE TRIGGER exchange_left AFTER DELETE ON participation BEGIN DELETE FROM entry; END",
        ),
        "journal_altered",
    ),
    "view for a table": (
        changed_by(
            "PRAGMA foreign_keys = OFF",
            "ALTER TABLE tagging RENAME TO elsewhere",
            "CREATE VIEW tagging AS SELECT * FROM elsewhere",
        ),
        "journal_altered",
    ),
    "a view more": (changed_by("CREATE VIEW spy AS SELECT * FROM entry"), "journal_altered"),
    "very many tables": (full_of_tables, "journal_altered"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_refused_and_not_a_byte_changed(sound: Path, tmp_path: Path, fault: str) -> None:
    path = Path(shutil.copy(sound, tmp_path / "journal.db"))
    change, code = FAULTS[fault]
    change(path)
    before = bytes_in(tmp_path)
    for _ in range(2):
        with pytest.raises(UserFacingError) as refused:
            open_journal(path)
        assert refused.value.code == code
        assert refused.value.exit_status == 4
    assert bytes_in(tmp_path) == before


def test_each_has_a_sentence_of_its_own(figure: Callable[[str], None]) -> None:
    codes = {code for _, code in FAULTS.values()}
    for language in words.LANGUAGES:
        said = {words.catalogue(language)[f"error.{code}"] for code in codes}
        assert len(said) == len(codes)
    figure(f"files that are no journal: {len(FAULTS)} faults, {len(codes)} sentences, bytes unchanged")


def test_what_any_tool_may_add_is_no_harm(sound: Path, tmp_path: Path) -> None:
    """An index of somebody's, or statistics, change nothing that is written or read."""
    path = Path(shutil.copy(sound, tmp_path / "journal.db"))
    changed_by("CREATE INDEX theirs ON entry (title)", "ANALYZE")(path)
    with opened(path) as journal:
        assert journal.setting("nothing") == ""
