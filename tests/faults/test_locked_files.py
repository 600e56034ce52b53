"""A locked journal under attack and decay: wrong passphrases, damaged key files, keyrings that fail, flipped bits,
kills in the middle of a change of key, and words of hers looked for in every file."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import keyring.backend
import keyring.errors
import pytest

from journal.actions import entries, locking, safety
from journal.domain.contact import Contact
from journal.domain.errors import JournalLocked, JournalRefused, UserFacingError
from journal.domain.event import Event
from journal.store import backup, key_file, vault
from journal.store.checking import problems
from journal.store.journal import open_journal
from journal.store.key_file import Cost
from tests.faults.children import CHEAP, PASS
from tests.journals import MovableClock, bytes_in, opened, page_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, vault.Prepared]:
    """A small locked journal with a verified copy."""
    path = tmp_path_factory.mktemp("made") / "journal.db"
    with opened(path) as journal:
        entries.create(journal, draft=Contact(given_name="Zoé", notes="many words " * 400))
    prepared = vault.prepare(PASS, cost=CHEAP)
    vault.encrypt(path, prepared)
    journal = open_journal(path, clock=MovableClock(), key=prepared.key)
    backup.make(journal, backup.folder_of(path))
    journal.close()
    return path, prepared


@pytest.fixture
def locked(made: tuple[Path, vault.Prepared], tmp_path: Path) -> Path:
    shutil.copytree(made[0].parent, tmp_path / "hers")
    return tmp_path / "hers" / "journal.db"


def opens(path: Path, secret: str = PASS) -> bool:
    journal = open_journal(path, clock=MovableClock(), key=vault.unlock(path, secret))
    try:
        return [line.title for line in page_of(journal, "contact")] == ["Zoé"]
    finally:
        journal.close()


# --- wrong passphrases --------------------------------------------------------------------------------------------


def wrong_ones(chance: random.Random) -> Iterator[str]:
    """What people type instead: a sign more, less, another or elsewhere, capitals, spaces; and what they guess."""
    while True:
        at = chance.randrange(len(PASS))
        typed = chance.choice(
            (
                PASS[:at] + PASS[at + 1 :],
                PASS[:at] + chance.choice("aeé ñ.0'漢") + PASS[at:],
                PASS[:at] + PASS[at].swapcase() + PASS[at + 1 :],
                PASS[at:] + PASS[:at],
                PASS + " " * chance.randint(1, 3),
                "".join(chance.choices("abcdefgh 0123", k=chance.randint(0, 40))),
                "-".join("".join(chance.choices("0123456789ABCDEFGHJK", k=5)) for _ in range(8)),
                chr(chance.randrange(1, 0xD800)) * chance.randint(1, 300),
            )
        )
        if key_file.as_bytes(typed) != key_file.as_bytes(PASS):
            yield typed


def test_a_thousand_wrong_passphrases(locked: Path) -> None:
    before, told = bytes_in(locked.parent), 0
    for _, typed in zip(range(1000), wrong_ones(random.Random(1)), strict=False):
        with pytest.raises(JournalLocked, match="wrong_passphrase"):
            vault.unlock(locked, typed)
        told += 1
    assert bytes_in(locked.parent) == before
    assert opens(locked)
    print(f"\n{told} wrong passphrases: {told} told as such, nothing written; the right one opens")


# --- damaged key files --------------------------------------------------------------------------------------------


def both_copies(path: Path) -> tuple[Path, Path]:
    beside, second = sorted(path.parent.rglob("*.keys"), key=lambda place: len(place.parts))
    return beside, second


def flips(data: bytes, bits: Callable[[int], list[int]]) -> Iterator[bytes]:
    for at in range(len(data)):
        for bit in bits(at):
            damaged = bytearray(data)
            damaged[at] ^= 1 << bit
            yield bytes(damaged)


def attack_key_files(path: Path, bits: Callable[[int], list[int]]) -> str:
    beside, second = both_copies(path)
    whole, tries, opened_anyway = beside.read_bytes(), 0, 0
    for data in flips(whole, bits):
        beside.write_bytes(data)
        with pytest.raises(JournalLocked, match="wrong_passphrase"):
            vault.unlock(path, "quite another")
        assert beside.read_bytes() == data, "nothing is written for who does not know the passphrase"
        assert vault.unlock(path, PASS).secret
        assert beside.read_bytes() == whole, "the damaged one was written again from the other"
        beside.write_bytes(data)
        second.write_bytes(data)  # now both are damaged alike
        with pytest.raises(JournalRefused, match="keys_damaged"):
            vault.unlock(path, "quite another")
        try:
            vault.unlock(path, PASS)
            opened_anyway += 1
        except JournalRefused as problem:
            assert problem.code == "keys_damaged"
            assert beside.read_bytes() == data
        beside.write_bytes(whole)
        second.write_bytes(whole)
        tries += 1
    assert opens(path)
    return (
        f"{tries} key files with a flipped bit: the right passphrase opened each by the second copy, none misreported; "
        f"with both copies damaged alike it still opened {opened_anyway}, and {tries - opened_anyway} were told damaged"
    )


def test_bytes_of_a_key_file_flipped(locked: Path) -> None:
    chance = random.Random(2)
    print("\n" + attack_key_files(locked, lambda at: [chance.randrange(8)] if at % 8 == 3 else []))


@pytest.mark.soak
def test_every_bit_of_a_key_file_flipped(locked: Path) -> None:
    print("\n" + attack_key_files(locked, lambda _: list(range(8))))


HOSTILE = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'{"slots": 1}',
    b"\xff" * 3000,
    b"[" * 60000,
    json.dumps({"key_id": "00" * 16, "generation": 10**400, "slots": [], "seal": ""}).encode(),
    json.dumps({"key_id": "00" * 16, "generation": 1, "slots": [{"cost": {"memory_kib": 2**40}}], "seal": ""}).encode(),
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_a_key_file_that_is_none(locked: Path, data: bytes) -> None:
    beside, second = both_copies(locked)
    beside.write_bytes(data)
    assert opens(locked)
    beside.write_bytes(data)
    second.write_bytes(data)
    for secret in (PASS, "quite another"):
        with pytest.raises(JournalRefused, match="keys_damaged"):
            vault.unlock(locked, secret)
    assert second.read_bytes() == data


def test_a_key_file_cut_short_or_gone(locked: Path) -> None:
    beside, second = both_copies(locked)
    whole = beside.read_bytes()
    for cut in range(0, len(whole), 7):
        beside.write_bytes(whole[:cut])
        assert vault.unlock(locked, PASS).secret
    for place in (beside, second):
        place.unlink()
        assert opens(locked)
        assert place.read_bytes() == whole


def test_a_damaged_number_never_asks_for_the_whole_memory(locked: Path) -> None:
    beside, second = both_copies(locked)
    for number in (10**9, 2**31, 0, -1, 1):
        content = json.loads(beside.read_bytes())
        for slot in content["slots"]:
            slot["cost"]["memory_kib"] = number
        for place in (beside, second):
            place.write_text(json.dumps(content))
        with pytest.raises(JournalRefused, match="keys_damaged"):
            vault.unlock(locked, PASS)


def test_an_older_passphrase_does_not_open_by_a_copy_that_stayed_behind(locked: Path) -> None:
    _, second = both_copies(locked)
    old = second.read_bytes()
    vault.change_passphrase(locked, PASS, "another passphrase", cost=CHEAP)
    second.write_bytes(old)
    with pytest.raises(JournalLocked, match="wrong_passphrase"):
        vault.unlock(locked, PASS)
    assert opens(locked, "another passphrase")
    assert second.read_bytes() != old


# --- the keyring --------------------------------------------------------------------------------------------------


class Safe(keyring.backend.KeyringBackend):
    """A keyring in memory; `mood` is how it fails."""

    priority = -1  # type: ignore[assignment]  # never chosen by itself

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.mood: Any = None

    def get_password(self, service: str, username: str) -> str | None:
        if isinstance(self.mood, Exception):
            raise self.mood
        return self.mood if self.mood is not None else self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if isinstance(self.mood, Exception):
            raise self.mood
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if isinstance(self.mood, Exception):
            raise self.mood
        self.kept.pop((service, username), None)


@pytest.fixture
def safe() -> Iterator[Safe]:
    before = keyring.get_keyring()
    made = Safe()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


MOODS = [
    keyring.errors.NoKeyringError("none"),
    keyring.errors.InitError("no"),
    keyring.errors.KeyringLocked("locked"),
    keyring.errors.PasswordSetError("x"),
    RuntimeError("org.freedesktop.DBus.Error.ServiceUnknown"),
    "",
    "not base 64 é",
    "AAAA",
    "A" * 43 + "=",
]


def test_a_keyring_that_is_broken_or_changed_never_locks_her_out(locked: Path, safe: Safe) -> None:
    key = locking.unlock(locked, secret=PASS)
    locking.remember(locked, key=key)
    assert locking.is_remembered(locked, key=key)
    for mood in MOODS:
        safe.mood = mood
        assert locking.unlock_by_computer(locked) is None
        assert opens(locked)
    safe.mood = None
    found = locking.unlock_by_computer(locked)
    assert found is not None and found.secret == key.secret
    safe.kept = dict.fromkeys(safe.kept, "B" * 43 + "=")
    assert locking.unlock_by_computer(locked) is None
    assert opens(locked)
    print(f"\n{len(MOODS) + 1} broken or changed keyrings: the passphrase opened each time")


def test_what_is_forgotten_is_gone_from_the_keyring_and_from_the_file(locked: Path, safe: Safe) -> None:
    key = locking.unlock(locked, secret=PASS)
    locking.remember(locked, key=key)
    kept = dict(safe.kept)
    locking.remember(locked, key=key)
    assert len(safe.kept) == 1, "one at a time"
    locking.forget(locked, key=key)
    assert safe.kept == {}
    safe.kept = kept
    assert locking.unlock_by_computer(locked) is None
    assert not locking.is_remembered(locked, key=key)


def test_it_is_not_said_to_remember_where_there_is_no_keyring(locked: Path, safe: Safe) -> None:
    key = locking.unlock(locked, secret=PASS)
    before = bytes_in(locked.parent)
    for mood in (mood for mood in MOODS if isinstance(mood, Exception)):
        safe.mood = mood
        with pytest.raises(UserFacingError, match="keyring_missing"):
            locking.remember(locked, key=key)
    assert bytes_in(locked.parent) == before


# --- flipped bits -------------------------------------------------------------------------------------------------


def flip_in(file: Path, key: Any, count: int, seed: int) -> int:
    """How many of so many single flips are caught by opening the file and checking it."""
    chance, whole, caught = random.Random(seed), file.read_bytes(), 0
    edges = [*range(20), *range(len(whole) - 80, len(whole))]
    for nth in range(count):
        at = edges[nth] if nth < len(edges) else chance.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[at] ^= 1 << chance.randrange(8)
        file.write_bytes(damaged)
        try:
            journal = open_journal(file, clock=MovableClock(), create=False, key=key)
            try:
                caught += bool(problems(journal))
            finally:
                journal.close()
        except JournalRefused as problem:
            assert problem.code in ("journal_damaged", "journal_truncated")
            assert file.read_bytes() == damaged, "a refused file stays as it is"
            caught += 1
    file.write_bytes(whole)
    return caught


def test_flipped_bits_are_caught(locked: Path) -> None:
    key = vault.unlock(locked, PASS)
    copy = next((locked.parent / "backups").glob("*.db"))
    figures = {file.name: flip_in(file, key, 200, seed=3) for file in (locked, copy)}
    assert set(figures.values()) == {200}
    print(f"\nflips caught over the encrypted file and its copy: {figures} of 200 each")


@pytest.mark.soak
def test_two_thousand_flipped_bits_are_caught(locked: Path) -> None:
    key = vault.unlock(locked, PASS)
    caught = flip_in(locked, key, 2000, seed=4)
    print(f"\n{caught} of 2000 flips caught over the encrypted file")
    assert caught == 2000


# --- leaks --------------------------------------------------------------------------------------------------------

CANARIES = ("ornithorynque", "zéphyrine", "kumquat")


def canaries_in(*folders: Path) -> set[str]:
    """`word in file` for every canary in any file, in any case, as UTF-8, Latin-1 or UTF-16."""
    seen = set()
    for file in (file for folder in folders for file in folder.rglob("*") if file.is_file()):
        data = file.read_bytes().lower()
        for word in CANARIES:
            if any(word.encode(code) in data for code in ("utf-8", "latin-1", "utf-16-le")):
                seen.add(f"{word} in {file.name}")
    return seen


def write_canaries(journal: Any) -> None:
    entries.create(journal, draft=Contact(given_name="Zéphyrine", notes="ornithorynque " * 500, tags=("kumquat",)))
    entries.create(journal, draft=Event(title="Kumquat", notes="ornithorynque"))
    entries.undo(journal)


def test_no_word_of_hers_is_in_any_file_once_it_is_locked(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "hers" / "journal.db"
    with opened(path) as journal:
        write_canaries(journal)
        safety.backup(journal)
    assert len(canaries_in(tmp_path, home)) == 2 * len(CANARIES)
    prepared = vault.prepare(PASS, cost=CHEAP)
    locking.lock(path, prepared=prepared)
    assert {found.split(" in ")[1] for found in canaries_in(tmp_path, home)} == {
        copy.name for copy in locking.plain_copies(path)
    }, "only what is told as readable"
    locking.lock_copies(path, key=prepared.key)
    assert canaries_in(tmp_path, home) == set()
    journal = open_journal(path, clock=MovableClock(), key=prepared.key)
    write_canaries(journal)
    assert canaries_in(tmp_path, home) == set(), "while it is open: the log"
    safety.backup(journal)
    safety.erase_person(journal, contact_id=page_of(journal, "contact")[0].id)
    journal.close()
    newer = vault.prepare(PASS, cost=CHEAP)
    locking.lock(path, prepared=newer, key=prepared.key)
    assert canaries_in(tmp_path, home) == set()
    files = [file for file in (*tmp_path.rglob("*"), *home.rglob("*")) if file.is_file()]
    print(f"\n0 canary words in {len(files)} files after locking, writing, copying, erasing and a new key")


def test_what_encrypting_left_behind_under_an_open_handle_is_empty(tmp_path: Path) -> None:
    """Whoever had the plain file open reads nothing of it any more."""
    path = tmp_path / "journal.db"
    with opened(path) as journal:
        write_canaries(journal)
    with path.open("rb") as old:
        vault.encrypt(path, vault.prepare(PASS, cost=CHEAP))
        assert set(old.read()) == {0}


def test_the_cost_in_these_tests_is_not_the_products() -> None:
    assert Cost().memory_kib == 65536 > CHEAP.memory_kib
