"""What is opened, what is refused and with which code; what is refused keeps every byte, and so does its folder."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.actions import entries, reading
from journal.domain.contact import Contact
from journal.domain.errors import JournalRefused, UserFacingError
from journal.store import connecting, versions
from journal.store.checking import problems
from journal.store.journal import Journal, open_journal
from journal.store.soundness import refuse_unless_sound
from journal.store.versions import APPLICATION_ID, SCHEMA_VERSION
from tests.journals import bytes_in, everything, one_of_each, opened, page_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal that was filled and closed; copied before anything is done to it."""
    path = tmp_path_factory.mktemp("made") / "journal.db"
    with opened(path) as journal:
        one_of_each(journal)
        drafts = [Contact(given_name=f"Person{i}", notes="words and more words " * 60) for i in range(200)]
        entries.create_many(journal, drafts=drafts)
    return path


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    (tmp_path / "a neighbour.txt").write_text("not ours")
    return Path(shutil.copy(made, tmp_path / "journal.db"))


def refusal(path: Path) -> str:
    """The code with which it is refused; nothing in its folder may be different afterwards."""
    before, times = bytes_in(path.parent), [p.stat().st_mtime_ns for p in sorted(path.parent.iterdir())]
    with pytest.raises(JournalRefused) as refused:
        open_journal(path).close()
    assert refused.value.exit_status == 4 and refused.value.details["file"] == path.name
    assert bytes_in(path.parent) == before, "a refused file was written to, or something beside it"
    assert [p.stat().st_mtime_ns for p in sorted(path.parent.iterdir())] == times
    return refused.value.code


def patched(path: Path, offset: int, data: bytes) -> Path:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)
    return path


# --- a new one -------------------------------------------------------------------------------------------------


def test_a_new_journal(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "journal.db"
    with opened(path) as journal, journal.reading() as sql:
        ask = {
            "application_id": APPLICATION_ID, "user_version": SCHEMA_VERSION, "foreign_keys": 1, "synchronous": 2,
            "journal_mode": "wal", "query_only": 1, "temp_store": 2,
        }  # fmt: skip
        for pragma, value in ask.items():
            assert sql.execute(f"PRAGMA {pragma}").fetchone()[0] == value, pragma
        with pytest.raises(driver.OperationalError):
            sql.execute("INSERT INTO setting VALUES ('a', 'b')")
        journal.make_ready_to_write()
        with journal.writing("x") as writer:
            assert writer.sql.execute("PRAGMA foreign_keys").fetchone()[0] == 1
            assert writer.sql.execute("PRAGMA synchronous").fetchone()[0] == 2
    head = path.read_bytes()[:100]
    assert head[68:72] == struct.pack(">I", APPLICATION_ID) == b"NJRN"
    assert head[18:20] == b"\x02\x02", "in WAL mode from the first commit on"
    assert list(bytes_in(path.parent)) == ["journal.db"], "nothing is left beside a closed journal"


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_other_accounts_cannot_read_it(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with opened(tmp_path / "journal.db") as journal:
            entries.create(journal, draft=Contact(given_name="Zoé"))
            for path in tmp_path.iterdir():
                assert path.stat().st_mode & 0o777 == 0o600, path.name
    finally:
        os.umask(old)


def test_none_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="no_such_journal"):
        open_journal(tmp_path / "journal.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserFacingError, match="cannot_make_journal") as refused:
        open_journal(tmp_path / "file" / "journal.db")
    assert refused.value.details["reason"]


def test_odd_names_of_folder_and_file(tmp_path: Path) -> None:
    for name in ("#1 100%?.db", "Élodie's journal.db", "журнал ‮.db", "a&b=c;mode=ro.db"):
        path = tmp_path / "dossier d'été #2?" / name
        with opened(path) as journal:
            entries.create(journal, draft=Contact(given_name="Zoé"))
        with opened(path) as journal:
            assert len(page_of(journal, "contact")) == 1


def test_two_first_starts_at_once_make_one_journal(tmp_path: Path) -> None:
    for number in range(8):
        path = tmp_path / str(number) / "journal.db"
        gate = threading.Barrier(4)

        def first_start(path: Path, gate: threading.Barrier) -> bool:
            gate.wait()
            try:
                with opened(path) as journal:
                    entries.create(journal, draft=Contact(given_name="Zoé"))
            except UserFacingError:
                return False
            return True

        # In threads the names of the new files are the same; processes are tried in tests/faults.
        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(first_start, [path] * 4, [gate] * 4))
        with opened(path) as journal:
            assert len(page_of(journal, "contact")) == sum(made) > 0
        assert list(bytes_in(path.parent)) == ["journal.db"]


# --- refused ---------------------------------------------------------------------------------------------------


def test_a_newer_one(copy: Path) -> None:
    patched(copy, 60, struct.pack(">I", SCHEMA_VERSION + 1))
    assert refusal(copy) == "journal_newer"
    patched(copy, 60, struct.pack(">I", 2**31))
    assert refusal(copy) == "journal_newer"


def test_empty(tmp_path: Path) -> None:
    (tmp_path / "journal.db").touch()
    assert refusal(tmp_path / "journal.db") == "journal_empty"


def test_a_directory(tmp_path: Path) -> None:
    (tmp_path / "journal.db").mkdir()
    with pytest.raises(JournalRefused, match="journal_foreign"):
        open_journal(tmp_path / "journal.db")


@pytest.mark.parametrize(
    "contents",
    [
        b"Bonjour\n",
        b"x",
        b"\x00" * 5000,
        b"%PDF-1.7\n" * 400,
        b"PK\x03\x04" * 999,
        "été".encode("utf-16"),
        b"SQLite 2.1\n",
    ],
)
def test_files_of_others(tmp_path: Path, contents: bytes) -> None:
    (tmp_path / "journal.db").write_bytes(contents)
    assert refusal(tmp_path / "journal.db") == "journal_foreign"


def test_a_database_of_another_program(tmp_path: Path) -> None:
    sql = sqlite3.connect(tmp_path / "journal.db")
    sql.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, title TEXT)")
    sql.commit()
    sql.close()
    assert refusal(tmp_path / "journal.db") == "journal_of_another"


def test_our_number_but_no_version(copy: Path) -> None:
    patched(copy, 60, struct.pack(">I", 0))
    assert refusal(copy) == "journal_damaged"


def test_our_number_in_an_empty_database(tmp_path: Path) -> None:
    sql = driver.connect(str(tmp_path / "journal.db"), isolation_level=None)
    sql.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    sql.close()
    assert refusal(tmp_path / "journal.db") == "journal_damaged"


@pytest.mark.parametrize("left", [1, 15, 16, 50, 99, 100, 101, 511, 4095, 4096, 4097, 40_000, -4096, -1])
def test_cut_off(copy: Path, left: int) -> None:
    size = copy.stat().st_size
    os.truncate(copy, left if left > 0 else size + left)
    assert refusal(copy) == "journal_truncated"


def pages_of(path: Path) -> range:
    return range(path.stat().st_size // 4096)


def test_damaged_pages(made: Path, tmp_path: Path) -> None:
    """Any page lost altogether is noticed: zeros, noise, or another page in its place."""
    original, codes = made.read_bytes(), set()
    noise = bytes(range(256)) * 16
    for number in range(1, len(original) // 4096):
        other = original[4096:8192] if number > 1 else original[8192:12288]
        for stuff in (bytes(4096), noise, other) if number % 5 == 1 else (noise,):
            path = tmp_path / "journal.db"
            path.write_bytes(original[: number * 4096] + stuff + original[(number + 1) * 4096 :])
            try:
                refuse_unless_sound(path)
            except JournalRefused as refused:
                codes.add(refused.code)
            else:
                assert is_free(made, number), f"page {number} of {len(original) // 4096}"
    assert codes == {"journal_damaged"}
    path.write_bytes(original[:8192] + noise + original[12288:])
    assert refusal(path) == "journal_damaged"


def is_free(path: Path, number: int) -> bool:
    """Whether a page (counted from 0) holds nothing: a leaf of the list of free pages."""
    sql = driver.connect(f"{path.as_uri()}?immutable=1", uri=True)
    free = sql.execute("PRAGMA freelist_count").fetchone()[0]
    sql.close()
    return bool(free)


@pytest.mark.parametrize("field", [16, 18, 20, 21, 28, 44, 56])
def test_damaged_header(copy: Path, field: int) -> None:
    patched(copy, field, b"\xee\xee\xee\xee"[: 1 if field in (18, 20, 21) else 4])
    assert refusal(copy) in ("journal_damaged", "journal_truncated")


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(1, 10**6), junk=st.binary(max_size=64), at=st.integers(0, 10**6))
@example(cut=100, junk=b"", at=0)
def test_any_cut_with_any_garbage(
    made: Path, tmp_path_factory: pytest.TempPathFactory, cut: int, junk: bytes, at: int
) -> None:
    """Cut somewhere, with noise somewhere: refused, and nothing is touched."""
    folder = tmp_path_factory.mktemp("cut")
    whole = made.read_bytes()
    part = bytearray(whole[: cut % (len(whole) - 1) + 1])
    start = at % len(part)
    part[start : start + len(junk)] = junk[: len(part) - start]
    path = folder / "journal.db"
    path.write_bytes(part)
    assert refusal(path) in (
        *("journal_truncated", "journal_foreign", "journal_damaged", "journal_newer", "journal_of_another"),
    )
    shutil.rmtree(folder)


@settings(max_examples=80, deadline=None)
@given(at=st.integers(100, 10**7), junk=st.binary(min_size=1, max_size=600))
def test_any_garbage_in_the_middle(made: Path, tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes) -> None:
    """Refused untouched; or, where only a text became another text, opened, and nothing worse than wrong text."""
    folder = tmp_path_factory.mktemp("junk")
    path = Path(shutil.copy(made, folder / "journal.db"))
    patched(path, at % (path.stat().st_size - len(junk)), junk)
    before = bytes_in(folder)
    try:
        journal = open_journal(path)
    except JournalRefused:
        assert bytes_in(folder) == before
    else:
        try:
            everything(journal)
        except (JournalRefused, ValueError):
            pass  # a text that is none any more, or a date
        finally:
            journal.close()
    shutil.rmtree(folder)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_at_all(tmp_path_factory: pytest.TempPathFactory, data: bytes, as_ours: bool) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    head = bytearray(b"SQLite format 3\x00".ljust(100, b"\0"))
    head[60:64], head[68:72] = struct.pack(">I", 1), b"NJRN"
    (folder / "journal.db").write_bytes((bytes(head) if as_ours else b"") + data)
    refusal(folder / "journal.db")
    shutil.rmtree(folder)


# --- a log pending -------------------------------------------------------------------------------------------------


@pytest.fixture
def unclean(copy: Path, tmp_path: Path) -> Iterator[Path]:
    """Journal and log as a killed program leaves them: copied while it is open, some commits in the log alone."""
    folder = tmp_path / "unclean"
    folder.mkdir()
    with opened(copy) as journal:
        for nth in range(5):
            entries.create(journal, draft=Contact(given_name=f"Late{nth}", notes="x" * 3000))
        for ending in ("", "-wal"):
            shutil.copy(f"{copy}{ending}", folder / f"journal.db{ending}")
    assert (folder / "journal.db-wal").stat().st_size > 0
    return folder / "journal.db"


def late(path: Path) -> int:
    with opened(path) as journal:
        return reading.count(journal, kind="contact", wanted=reading.Wanted(words="late"))


def test_what_was_committed_before_a_kill_is_there(unclean: Path) -> None:
    assert late(unclean) == 5


def test_a_kill_while_the_log_was_copied_into_the_file(unclean: Path) -> None:
    """The first page goes first, and says already how long the file will be."""
    done = unclean.parent / "done.db"
    for ending in ("", "-wal"):
        shutil.copy(f"{unclean}{ending}", f"{done}{ending}")
    sql = driver.connect(str(done))
    sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    sql.close()
    assert done.stat().st_size > unclean.stat().st_size
    patched(unclean, 0, done.read_bytes()[:4096])
    assert late(unclean) == 5


def test_damage_under_a_log_is_refused_and_neither_is_touched(unclean: Path) -> None:
    patched(unclean, 8 * 4096, b"\xee" * 4096)
    kept = {name: digest for name, digest in bytes_in(unclean.parent).items() if not name.endswith("-shm")}
    with pytest.raises(JournalRefused):
        open_journal(unclean)
    now = {name: digest for name, digest in bytes_in(unclean.parent).items() if not name.endswith("-shm")}
    assert now == kept


@settings(max_examples=25, deadline=None)
@given(cut=st.integers(0, 10**6), junk=st.binary(max_size=40))
def test_any_log(made: Path, tmp_path_factory: pytest.TempPathFactory, cut: int, junk: bytes) -> None:
    """A log cut off or spoilt loses no more than what was in it: what was in the file stays."""
    folder = tmp_path_factory.mktemp("log")
    path = Path(shutil.copy(made, folder / "journal.db"))
    with opened(path) as journal:
        entries.create(journal, draft=Contact(given_name="Late"))
        log = (folder / "journal.db-wal").read_bytes()
        (folder / "other").mkdir()
        other = Path(shutil.copy(path, folder / "other" / "journal.db"))
    (folder / "other" / "journal.db-wal").write_bytes(log[: cut % (len(log) + 1)] + junk)
    with opened(other) as journal:
        assert len(page_of(journal, "contact")) >= 202
        everything(journal)
    shutil.rmtree(folder)


# --- used by several -----------------------------------------------------------------------------------------------


def test_an_open_journal_can_be_opened_again(copy: Path) -> None:
    with opened(copy) as one, opened(copy) as two:
        entries.create(one, draft=Contact(given_name="Zoé"))
        assert any(line.title == "Zoé" for line in page_of(two, "contact"))
        entries.create(two, draft=Contact(given_name="Marc"))
        entries.undo(one)
        assert not any(line.title == "Marc" for line in page_of(two, "contact"))


def test_threads_read_while_one_writes(journal: Journal) -> None:
    stop, problems = threading.Event(), []
    journal.confidential_shown = True  # page_of asks for that: all look through the same connection from the first

    def look() -> None:
        try:
            while not stop.is_set():
                with journal.reading():  # one state: the count and the lines agree
                    count = reading.count(journal, kind="contact", wanted=reading.Wanted())
                    assert len(page_of(journal, "contact")) == count
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for nth in range(30):
        entries.create(journal, draft=Contact(given_name=f"Person{nth}"))
    stop.set()
    for thread in threads:
        thread.join()
    assert problems == []


def test_two_threads_write_in_turn(journal: Journal) -> None:
    def write(name: str) -> None:
        for nth in range(15):
            entries.create(journal, draft=Contact(given_name=f"{name}{nth}", tags=("shared",)))

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(page_of(journal, "contact")) == 30
    assert [(use.name, use.uses) for use in reading.tags(journal)] == [("shared", 30)]


def test_a_journal_used_by_another_program_is_said_to_be(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "PATIENCE", 0.05)
    with opened(copy) as journal:
        other = driver.connect(str(copy), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserFacingError, match="journal_in_use"):
            entries.create(journal, draft=Contact(given_name="Zoé"))
        other.execute("ROLLBACK")
        other.close()
        entries.create(journal, draft=Contact(given_name="Zoé"))


@pytest.mark.parametrize(
    "act",
    [
        lambda journal: page_of(journal, "contact"),
        lambda journal: entries.create(journal, draft=Contact(given_name="Zoé")),
        lambda journal: entries.undo(journal),
    ],
)
def test_a_closed_journal_says_so(tmp_path: Path, act: Callable[[Journal], object]) -> None:
    journal = open_journal(tmp_path / "journal.db")
    journal.close()
    journal.close()
    with pytest.raises(UserFacingError, match="journal_closed"):
        act(journal)


# --- migrations ------------------------------------------------------------------------------------------------------


def test_a_migration_that_fails_leaves_the_old_journal(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what it had done before it failed, tables included: the driver would commit these by itself."""
    monkeypatch.setattr(versions, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    scripts = {"new.sql": "CREATE TABLE fresh (id INTEGER);\nDELETE FROM entry;\nINSERT INTO nowhere VALUES (1);\n"}
    with_scripts(monkeypatch, scripts)
    with pytest.raises(driver.OperationalError, match="nowhere"):
        open_journal(copy)
    monkeypatch.undo()
    with opened(copy) as journal, journal.reading() as sql:
        assert len(page_of(journal, "contact")) == 202
        assert sql.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'fresh'").fetchone()[0] == 0


def test_a_migration_that_leaves_a_link_to_nothing_is_taken_back(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with_scripts(monkeypatch, {"new.sql": "DELETE FROM entry;\n"})
    with pytest.raises(JournalRefused):
        open_journal(copy)
    monkeypatch.undo()
    with opened(copy) as journal:
        assert len(page_of(journal, "contact")) == 202


def test_a_migration_runs_once(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with_scripts(monkeypatch, {"new.sql": "ALTER TABLE contact ADD COLUMN nickname TEXT NOT NULL DEFAULT '';\n"})
    for _ in range(2):
        with opened(copy) as journal, journal.reading() as sql:
            assert sql.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION + 1
            assert sql.execute("SELECT count(nickname) FROM contact").fetchone()[0] == 202
            assert sql.execute("PRAGMA foreign_keys").fetchone()[0] == 1
            assert sql.execute("PRAGMA query_only").fetchone()[0] == 1


def with_scripts(monkeypatch: pytest.MonkeyPatch, scripts: dict[str, str]) -> None:
    """A version more, moved to by these; the scripts before it are the real ones."""
    real = versions.resources.files("journal.store.migrations")

    class Folder:
        def joinpath(self, name: str) -> Folder:
            self.name = name
            return self

        def read_text(self, encoding: str) -> str:
            return scripts[self.name] if self.name in scripts else real.joinpath(self.name).read_text(encoding)

    monkeypatch.setattr(versions, "_SCRIPTS", {**versions._SCRIPTS, SCHEMA_VERSION + 1: "new.sql"})
    monkeypatch.setattr(versions.resources, "files", lambda package: Folder())


def test_what_is_being_written_while_it_is_looked_at_is_looked_at_again(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with opened(path) as journal:
        entries.create(journal, draft=Contact(given_name="Zoé", notes="words " * 5_000))
    whole = path.read_bytes()
    half = bytearray(whole)
    half[4096:] = bytes(len(whole) - 4096)
    path.write_bytes(half)
    with pytest.raises(JournalRefused):
        open_journal(path)
    another = threading.Timer(0.03, lambda: path.write_bytes(whole))
    another.start()
    with opened(path) as journal:
        assert problems(journal) == []
    another.join()
