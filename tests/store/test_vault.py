"""The lock of a journal's file: set, opened, changed, removed, and carried by its copies."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from journal.domain.errors import JournalLocked, JournalRefused, UserFacingError
from journal.store import backup, key_file, vault
from journal.store.checking import problems
from journal.store.connecting import Key
from journal.store.journal import open_journal
from tests.faults.children import CHEAP, PASS
from tests.journals import MovableClock, bytes_in, everything, one_of_each, opened


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """A plain journal with one of everything, and all that can be seen of it."""
    path = tmp_path_factory.mktemp("made") / "journal.db"
    with opened(path) as journal:
        one_of_each(journal)
        return path, everything(journal)


@pytest.fixture
def path(made: tuple[Path, dict[str, object]], tmp_path: Path) -> Path:
    return Path(shutil.copyfile(made[0], tmp_path / "journal.db"))


@pytest.fixture
def seen(made: tuple[Path, dict[str, object]]) -> dict[str, object]:
    return made[1]


@pytest.fixture
def prepared(path: Path) -> vault.Prepared:
    prepared = vault.prepare(PASS, cost=CHEAP)
    vault.encrypt(path, prepared)
    return prepared


def seen_with(path: Path, key: Key | None) -> dict[str, object]:
    journal = open_journal(path, clock=MovableClock(), create=False, key=key)
    try:
        assert problems(journal) == []
        return everything(journal)
    finally:
        journal.close()


def test_what_was_there_is_there_by_the_passphrase_and_by_the_sheet(path, seen, prepared):
    assert seen_with(path, vault.unlock(path, PASS)) == seen
    assert seen_with(path, vault.unlock(path, prepared.recovery_code)) == seen
    assert seen_with(path, vault.unlock_by_recovery(path, prepared.recovery_code.lower())) == seen


def test_no_other_program_reads_it_and_nothing_opens_it_without_the_key(path, prepared):
    with pytest.raises(sqlite3.DatabaseError):
        other = sqlite3.connect(path)
        try:
            other.execute("SELECT * FROM entry")
        finally:
            other.close()
    before = bytes_in(path.parent)
    with pytest.raises(JournalLocked, match="passphrase_needed"):
        open_journal(path)
    for wrong in ("", PASS.upper(), PASS + " ", PASS[:-1], "x" * 10_000):
        with pytest.raises(JournalLocked, match="wrong_passphrase"):
            vault.unlock(path, wrong)
    with pytest.raises(JournalRefused, match="journal_damaged"):
        open_journal(path, key=Key(bytes(32), prepared.key.id))
    assert bytes_in(path.parent) == before


def test_one_accent_typed_in_two_ways_is_one_passphrase(path, prepared):
    assert vault.unlock(path, PASS.replace("è", "e\N{COMBINING GRAVE ACCENT}")).secret == prepared.key.secret


def test_the_cost_is_never_below_the_floor():
    cost = vault.calibrated()
    assert cost.memory_kib >= 64 * 1024
    assert cost.passes >= 3
    file = vault.prepare(PASS).file
    assert all(slot.cost and slot.cost.memory_kib >= 64 * 1024 and slot.cost.passes >= 3 for slot in file.slots)


def test_a_passphrase_that_is_too_short_is_refused_before_anything_is_written(path, seen):
    before = bytes_in(path.parent)
    with pytest.raises(UserFacingError, match="passphrase_too_short"):
        vault.prepare("  short  ", cost=CHEAP)
    assert bytes_in(path.parent) == before


def test_removing_it_leaves_a_file_that_any_tool_reads(path, seen, prepared):
    vault.decrypt(path, prepared.key)
    other = sqlite3.connect(path)
    try:
        assert other.execute("SELECT count(*) FROM entry").fetchone()[0] > 5
    finally:
        other.close()
    assert seen_with(path, None) == seen
    assert [file.name for file in path.parent.iterdir() if file.is_file() and file.suffix != ".seal"] == ["journal.db"]


def test_changing_it_holds_at_once_for_the_journal_and_every_copy(path, seen, prepared):
    journal = open_journal(path, clock=MovableClock(), key=prepared.key)
    copy = backup.make(journal, backup.folder_of(path))
    journal.close()
    newer = vault.prepare(PASS, cost=CHEAP)
    vault.encrypt(path, newer, key=prepared.key)  # the copy is under the older key now
    vault.change_passphrase(path, PASS, "quelque chose de neuf", cost=CHEAP)
    for file in (path, copy):
        with pytest.raises(JournalLocked, match="wrong_passphrase"):
            vault.unlock(file, PASS)
        assert seen_with(file, vault.unlock(file, "quelque chose de neuf")) == seen
    assert vault.unlock_by_recovery(path, newer.recovery_code).secret == newer.key.secret


def test_a_full_new_key(path, seen, prepared):
    journal = open_journal(path, clock=MovableClock(), key=prepared.key)
    copy = backup.make(journal, backup.folder_of(path))
    journal.close()
    newer = vault.prepare("quelque chose de neuf", cost=CHEAP)
    vault.encrypt(path, newer, key=prepared.key)
    assert vault.put_copies_under(path, newer.key, old_key=prepared.key) == 1
    for file in (path, copy):
        assert seen_with(file, vault.unlock(file, "quelque chose de neuf")) == seen
        with pytest.raises(UserFacingError):
            open_journal(file, key=prepared.key)
        with pytest.raises(JournalLocked, match="wrong_recovery_code"):
            vault.unlock_by_recovery(file, prepared.recovery_code)
    assert len(list(path.parent.rglob("*.keys"))) == 2


def test_copies_from_before_are_told_and_encrypted_when_asked_for(path, seen):
    with opened(path) as journal:
        old = backup.make(journal, backup.folder_of(path))
    prepared = vault.prepare(PASS, cost=CHEAP)
    vault.encrypt(path, prepared)
    assert vault.plain_copies(path) == [old]
    assert vault.put_copies_under(path, prepared.key) == 1
    assert vault.plain_copies(path) == []
    assert backup.verify(old, prepared.key)
    assert seen_with(old, vault.unlock(old, PASS)) == seen


def test_a_copy_on_a_stick_opens_there_alone(path, seen, prepared, tmp_path):
    journal = open_journal(path, clock=MovableClock(), key=prepared.key)
    copy = backup.make(journal, tmp_path / "stick")
    journal.close()
    shutil.move(tmp_path / "stick", tmp_path / "elsewhere")
    path.unlink()
    assert seen_with(tmp_path / "elsewhere" / copy.name, vault.unlock(tmp_path / "elsewhere" / copy.name, PASS)) == seen


def test_putting_a_copy_back(path, seen, prepared, tmp_path):
    journal = open_journal(path, clock=MovableClock(), key=prepared.key)
    copy = backup.make(journal, tmp_path / "stick")
    journal.close()
    now = MovableClock().now()
    with pytest.raises(JournalLocked):
        backup.put_back(path, copy, now)
    for file in (path, *path.parent.glob("*.keys"), *(path.parent / "backups").glob("*.keys")):
        file.unlink()  # the computer was stolen: what is left is the stick
    assert backup.put_back(path, copy, now, key=vault.unlock(copy, PASS)) is None
    assert seen_with(path, vault.unlock(path, PASS)) == seen


def test_a_plain_copy_put_back_over_a_locked_journal_is_locked(path, seen, tmp_path):
    with opened(path) as journal:
        old = backup.make(journal, tmp_path / "stick")
    prepared = vault.prepare(PASS, cost=CHEAP)
    vault.encrypt(path, prepared)
    kept = backup.put_back(path, old, MovableClock().now(), key=prepared.key)
    assert seen_with(path, vault.unlock(path, PASS)) == seen
    assert kept is not None and seen_with(kept, vault.unlock(kept, PASS)) == seen
    assert not [file for file in path.parent.glob(".*") if file.suffix != ".seal"]


def test_a_renamed_journal_and_a_key_file_put_back(path, seen, prepared):
    keys = next(path.parent.glob("*.keys"))
    renamed = path.with_name("autre nom.db")
    path.rename(renamed)
    assert seen_with(renamed, vault.unlock(renamed, PASS)) == seen
    for place in list(path.parent.rglob("*.keys")):
        place.rename(place.with_suffix(".aside"))
    with pytest.raises(JournalRefused, match="keys_missing"):
        open_journal(renamed)
    keys.with_suffix(".aside").rename(keys)
    assert seen_with(renamed, vault.unlock(renamed, PASS)) == seen
    assert len(list(path.parent.rglob("*.keys"))) == 2, "the second copy is there again"


def test_a_journal_open_elsewhere_is_not_rewritten(path, seen):
    before = path.read_bytes()
    with opened(path) as journal:
        everything(journal)
        with pytest.raises(UserFacingError, match="journal_in_use"):
            vault.encrypt(path, vault.prepare(PASS, cost=CHEAP))
    assert path.read_bytes() == before
    assert seen_with(path, None) == seen


def test_what_a_killed_rewriting_left_is_swept_but_not_what_another_does(path, prepared):
    dead, alive = path.with_name(".journal.db.999999999.part"), path.with_name(".journal.db.1.part")
    dead.write_text("x")
    alive.write_text("x")
    vault.decrypt(path, prepared.key)
    assert not dead.exists()
    assert alive.exists()


def test_the_key_is_overwritten_when_forgotten(prepared):
    prepared.key.forget()
    assert prepared.key.secret == bytes(32)


def test_slots_cannot_be_mixed_between_journals_or_made_cheap(path, prepared):
    file = prepared.file
    slot = file.of(key_file.PASSPHRASE)[0]
    secret = key_file.as_bytes(PASS)
    assert key_file.unwrap(slot, file.key_id, secret) is not None
    assert key_file.unwrap(slot, "00" * 16, secret) is None
    from dataclasses import replace

    assert key_file.unwrap(replace(slot, kind="recovery"), file.key_id, secret) is None
    assert key_file.unwrap(replace(slot, name="x"), file.key_id, secret) is None
    assert not key_file.seal_holds(replace(file, slots=file.slots[:1]), prepared.key)
    assert not key_file.seal_holds(replace(file, generation=9), prepared.key)


def test_copies_in_another_folder_follow_too(path, seen, tmp_path):
    stick = tmp_path / "stick"
    with opened(path) as journal:
        old = backup.make(journal, stick)
    stranger = shutil.copyfile(old, stick / "another.db")
    prepared = vault.prepare(PASS, cost=CHEAP)
    vault.encrypt(path, prepared)
    assert vault.plain_copies(path, (stick,)) == [old]
    assert vault.put_copies_under(path, prepared.key, folders=(stick,)) == 1
    assert vault.plain_copies(path, (stick,)) == []
    vault.change_passphrase(path, PASS, "quelque chose de neuf", cost=CHEAP, folders=(stick,))
    assert seen_with(old, vault.unlock(old, "quelque chose de neuf")) == seen
    with pytest.raises(JournalLocked, match="wrong_passphrase"):
        vault.unlock(old, PASS)
    assert stranger.read_bytes().startswith(b"SQLite format 3")
