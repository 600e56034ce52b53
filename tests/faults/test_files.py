"""What happens to the file under the program: bits that turn, another file in its place, logs of another journal, a
journal that is gone. Each is noticed, and nothing is lost without a word. Each test prints its figure."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.actions import entries, safety
from journal.domain.contact import Contact
from journal.domain.errors import JournalRefused, UserFacingError
from journal.domain.event import Event
from journal.store import backup, sealing
from journal.store.checking import problems
from journal.store.journal import open_journal
from tests.journals import MovableClock, one_of_each, opened, page_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed journal of some pages, with a copy beside it."""
    path = tmp_path / "journal.db"
    with opened(path) as journal:
        one_of_each(journal)
        drafts = [Contact(given_name=f"Person {n}", notes=f"notes {n} " * 60) for n in range(40)]
        entries.create_many(journal, drafts=[*drafts, *(Event(title=f"Event {n}") for n in range(20))])
        safety.backup(journal)
    return path


# --- bits that turn ---------------------------------------------------------------------------------------------------


def turned(file: Path, sound: bytes, chance: random.Random) -> int:
    """Turns one bit of a file in place; which."""
    bit = chance.randrange(len(sound) * 8)
    with file.open("r+b") as stream:
        stream.seek(bit // 8)
        stream.write(bytes([sound[bit // 8] ^ 1 << bit % 8]))
    return bit


def is_noticed_in_journal(file: Path) -> bool:
    try:
        journal = open_journal(file, create=False)
    except UserFacingError:
        return True
    try:
        return problems(journal) != []
    finally:
        journal.close()


def is_noticed_in_copy(copy: Path) -> bool:
    try:
        backup.verify(copy)
    except JournalRefused:
        return True
    return False


def turn_bits(file: Path, times: int, seed: int) -> tuple[int, int]:
    """How many of so many turned bits were noticed: in the journal by `check`, in its copy when it is verified."""
    chance, noticed = random.Random(seed), [0, 0]
    copy = safety.backups(file)[0].path
    for number, (victim, looks) in enumerate(((file, is_noticed_in_journal), (copy, is_noticed_in_copy))):
        sound = victim.read_bytes()
        for _ in range(times):
            bit = turned(victim, sound, chance)
            noticed[number] += looks(victim)
            with victim.open("r+b") as stream:
                stream.seek(bit // 8)
                stream.write(sound[bit // 8 : bit // 8 + 1])
        assert victim.read_bytes() == sound
    return noticed[0], noticed[1]


def test_a_bit_that_turns_is_noticed(file: Path, figure: Callable[[str], None]) -> None:
    found = turn_bits(file, 25, seed=1)
    figure(f"25 turned bits each: {found[0]} noticed in the journal, {found[1]} in its copy")
    assert found == (25, 25)
    assert not is_noticed_in_journal(file) and not is_noticed_in_copy(safety.backups(file)[0].path)


@pytest.mark.soak
def test_a_thousand_bits(file: Path, figure: Callable[[str], None]) -> None:
    found = turn_bits(file, 1000, seed=2)
    figure(f"1,000 turned bits each: {found[0]} noticed in the journal, {found[1]} in its copy")
    assert found == (1000, 1000)


def test_the_seal_is_broken_while_written_and_new_afterwards(file: Path) -> None:
    assert sealing.holds(file) is True
    with opened(file) as journal:
        assert sealing.holds(file) is True
        entries.create(journal, draft=Contact(given_name="Late"))
        assert sealing.holds(file) is None
        assert problems(journal) == []
    assert sealing.holds(file) is True


def test_a_seal_that_another_program_made_meanwhile_is_not_believed(file: Path) -> None:
    """It had closed the journal before this one wrote, and put its seal there afterwards."""
    late = sealing.seal_of(file).read_bytes()
    with opened(file) as journal:
        entries.create(journal, draft=Contact(given_name="Late"))
        sealing.seal_of(file).write_bytes(late)
    assert sealing.holds(file) is True
    with opened(file) as journal:
        assert problems(journal) == []


def test_what_another_program_wrote_is_noticed_and_said(file: Path) -> None:
    import sqlcipher3.dbapi2 as driver

    sql = driver.connect(str(file), isolation_level=None)
    sql.execute("UPDATE contact SET notes = 'by somebody else'")
    sql.close()
    with opened(file) as journal:
        assert [found.code for found in problems(journal)] == ["bytes_changed"]


def test_a_copy_without_its_sum_is_still_verified(file: Path) -> None:
    copy = safety.backups(file)[0].path
    sealing.sum_of(copy).unlink()
    assert not is_noticed_in_copy(copy)


# --- another file in its place ------------------------------------------------------------------------------------


def swap_again_and_again(file: Path, times: int, seed: int) -> int:
    """A program puts an older version in the place of the open journal; how often something was lost silently."""
    chance, lost = random.Random(seed), 0
    for nth in range(times):
        older, clock = file.with_name("older.db"), MovableClock(datetime(2026, 1, 1) + timedelta(days=nth))
        shutil.copy(file, older)
        journal = open_journal(file, clock=clock)
        written, refused = [], ""
        for step in range(chance.randrange(1, 5)):
            entries.create(journal, draft=Contact(given_name=f"Swap{nth}x{step}"))
            written.append(f"Swap{nth}x{step}")
        page_of(journal, "contact")
        gone = chance.random() < 0.3
        if gone:
            file.unlink()
        else:
            older.replace(file)
        if chance.random() < 0.7:
            try:
                entries.create(journal, draft=Contact(given_name=f"Swap{nth}never"))
                written.append(f"Swap{nth}never")
            except UserFacingError as problem:
                refused = problem.code
                assert refused == "journal_swapped"
        journal.close()
        if gone:
            older.replace(file)
        kept = [copy.path for copy in safety.backups(file) if backup.is_aside(copy.path)]
        there = set()
        for one in (*kept[:1], file):
            with opened(one) as again:
                assert problems(again) == []
                there |= {line.title for line in page_of(again, "contact")}
        lost += not set(written) <= there
    return lost


def test_a_file_swapped_under_the_open_journal(file: Path, figure: Callable[[str], None]) -> None:
    lost = swap_again_and_again(file, 6, seed=1)
    figure(f"6 swaps under the open journal: {lost} silent losses")
    assert lost == 0


@pytest.mark.soak
def test_a_hundred_swaps(file: Path, figure: Callable[[str], None]) -> None:
    lost = swap_again_and_again(file, 100, seed=2)
    figure(f"100 swaps under the open journal: {lost} silent losses")
    assert lost == 0


# --- logs of another journal ------------------------------------------------------------------------------------------


def restore_beside_stale_logs(file: Path, times: int, seed: int) -> int:
    """Going back to a copy where old logs lie beside the journal's place; how often something of them came in."""
    chance, wrong = random.Random(seed), 0
    copy = safety.backups(file)[0].path
    with opened(copy) as journal:
        expected = [line.title for line in page_of(journal, "contact")]
    for nth in range(times):
        with opened(file) as journal:
            entries.create(journal, draft=Contact(given_name=f"Stale{nth}"))
            log = file.with_name(file.name + "-wal").read_bytes()
        if chance.random() < 0.5:
            file.unlink()
        for ending in ("-wal", "-shm", "-journal"):
            if chance.random() < 0.7:
                junk = log if ending == "-wal" else bytes.fromhex("d9d505f920a163d7") + chance.randbytes(1500)
                file.with_name(file.name + ending).write_bytes(junk)
        safety.restore_backup(file, backup=copy, now=datetime(2026, 2, 1) + timedelta(hours=nth))
        assert not [p for p in file.parent.iterdir() if p.name.startswith(file.name + "-")]
        with opened(file) as journal:
            sound = problems(journal) == []
            wrong += not sound or [line.title for line in page_of(journal, "contact")] != expected
    return wrong


def test_stale_logs_at_restore(file: Path, figure: Callable[[str], None]) -> None:
    wrong = restore_beside_stale_logs(file, 6, seed=1)
    figure(f"6 restores beside stale logs: {wrong} wrong")
    assert wrong == 0


@pytest.mark.soak
def test_a_hundred_restores(file: Path, figure: Callable[[str], None]) -> None:
    wrong = restore_beside_stale_logs(file, 100, seed=2)
    figure(f"100 restores beside stale logs: {wrong} wrong")
    assert wrong == 0


# --- gone -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("left", ["seal", "copies", "both"])
def test_a_journal_that_is_gone_is_not_replaced_by_an_empty_one(file: Path, left: str) -> None:
    file.unlink()
    if left == "seal":
        shutil.rmtree(file.parent / "backups")
    if left == "copies":
        sealing.seal_of(file).unlink()
    with pytest.raises(UserFacingError, match="journal_missing"):
        open_journal(file)
    assert not file.exists()
    journal = open_journal(file, anew=True)
    try:
        assert page_of(journal, "contact") == []
    finally:
        journal.close()
