"""The power goes at any moment: what the program wrote and brought onto the disk is recorded, and everything that may
be left of it is laid out and opened. Each opens, whole, with all that was told."""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.actions import entries, safety
from journal.domain.contact import Contact
from journal.store import backup, vault
from journal.store.checking import problems
from journal.store.connecting import is_plain
from tests.faults import children
from tests.faults.disk import Call, Disk, can_record, record
from tests.faults.killing import Said
from tests.faults.works import Book, facts_lost
from tests.journals import opened, page_of

# --- what is recorded ---------------------------------------------------------------------------------------------


def tell(word: str, about: str = "") -> None:
    sys.stdout.write(f"told {word} {about}\n")
    sys.stdout.flush()


def make(path: Path, *names: str) -> None:
    journal = children.hers(path)
    for nth, name in enumerate(names):
        made = entries.create(journal, draft=Contact(given_name=name, notes="words " * 1_500)).created[-1]
        tell("made", name)
        if nth == 1:
            tell("begins", f"gone {name}")
            entries.delete(journal, ids=[made])
            tell("gone", name)
        else:
            tell("begins", f"edited {name}")
            entries.save(journal, entry_id=made, fields={"role": "edited"})
            tell("edited", name)
    journal.close()


def writing(path: Path) -> None:
    make(path, "First", "Second", "Third")
    make(path, "Fourth")


def going_back(path: Path) -> None:
    make(path, "Early")
    journal = children.hers(path)
    copy = safety.backup(journal)
    tell("copied", copy.name)
    now = journal.clock.now()
    journal.close()
    make(path, "Late")
    tell("begins", "gone Late")
    safety.restore_backup(path, backup=copy, now=now)
    tell("gone", "Late")
    make(path, "Afterwards")


def changing_keys(path: Path) -> None:
    make(path, "Plain")
    first = vault.prepare(children.PASS, cost=children.CHEAP)
    vault.encrypt(path, first)
    tell("locked")
    make(path, "Locked", "Gone")
    second = vault.prepare(children.PASS, cost=children.CHEAP)
    vault.encrypt(path, second, key=first.key)
    vault.change_passphrase(path, children.PASS, children.PASS, cost=children.CHEAP)
    make(path, "Anew")
    tell("unlocking")
    vault.decrypt(path, second.key)
    make(path, "Open")


def moving(path: Path) -> None:
    make(path, "Moved")


def erasing(path: Path) -> None:
    make(path, "Stays", "Trashed", "Person")
    journal = children.hers(path)
    [found] = [line.id for line in page_of(journal, "contact") if line.title == "Person"]
    tell("begins", "gone Person")
    safety.erase_person(journal, contact_id=found)
    tell("gone", "Person")
    journal.close()


WORKS: dict[str, Callable[[Path], None]] = {
    work.__name__: work for work in (writing, going_back, changing_keys, moving, erasing)
}


# --- what is left of it -------------------------------------------------------------------------------------------


def told_in(call: Call) -> Said | None:
    if call.name != "write" or call.files[:1] != (1,) or not call.strings[0].startswith(b"told "):
        return None
    _, word, about = call.strings[0].decode().rstrip("\n").split(" ", 2)
    return Said(word, about)


def lay_out(state: dict[str, bytes], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in state.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


def wrong_with(path: Path, told: list[Said]) -> Iterator[str]:
    book = Book(path)
    if told:
        book.take(told)
    words = [said.word for said in told]
    if not path.exists():
        if book.told("made"):
            yield "the journal is gone"
        return
    if "locked" in words and "unlocking" not in words and is_plain(path):
        yield "it can be read without its passphrase"
    copies = [name for name in book.told("copied") if not (path.parent / "backups" / name).exists()]
    yield from (f"the copy {name} is gone" for name in copies)
    journal = children.hers(path)
    try:
        yield from (str(problem) for problem in problems(journal))
        for what in ("locked", "unlocking", *book.told("copied")):
            book.facts.pop(what, None)
        yield from facts_lost(journal, book)
        for copy in safety.backups(path):
            if not backup.is_aside(copy.path):
                backup.verify(copy.path, journal.key)
    finally:
        journal.close()


def cut(calls: list[Call], disk: Disk, scratch: Path, *, share: float) -> tuple[int, int, list[str]]:
    """(how many different states the disk may be in, how many of them, about that `share`, were opened, what was
    wrong)."""
    chance, told, seen, looked, wrong = random.Random(7), list[Said](), set[bytes](), 0, list[str]()
    for number, call in enumerate([*calls, None]):
        if call is None or disk.is_barrier(call):
            for state in disk.states(chance):
                key = hashlib.sha256(f"{len(told)}".encode())
                for name, content in sorted(state.items()):
                    key.update(name.encode() + hashlib.sha256(content).digest())
                if key.digest() in seen:
                    continue
                seen.add(key.digest())
                if chance.random() >= share:
                    continue
                looked += 1
                lay_out(state, scratch)
                try:
                    found = list(wrong_with(scratch / "journal.db", told))
                except Exception as problem:
                    found = [repr(problem)]
                wrong += [f"before call {number} ({call and call.name}), after {told[-1:]}: {one}" for one in found]
        if call is not None:
            said = told_in(call)
            told += [said] if said else []
            disk.take(call)
    assert told
    return len(seen), looked, wrong


def power_cuts(work: str, tmp_path: Path, scratch: Path, *, share: float) -> tuple[int, int]:
    if why := can_record():
        pytest.skip(why)
    folder = tmp_path / "journal"
    folder.mkdir()
    if work == "moving":
        shutil.copy(children.UPGRADES / "journal-v1.db", folder / "journal.db")
    else:
        with opened(folder / "journal.db"):
            pass
    disk = Disk(folder)
    calls = record(["-m", "tests.faults.test_power", work, str(folder / "journal.db")], to=tmp_path / "calls")
    _, looked, wrong = cut(calls, disk, scratch / "after", share=share)
    print(*wrong[:20], sep="\n")
    recorded = {name: bytes(file.now) for name, file in disk.names.items() if not name.endswith("-shm")}
    there = {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert recorded == there, "the record is whole"
    return looked, len(wrong)


@pytest.mark.parametrize("work", WORKS)
def test_the_power_goes(work: str, tmp_path: Path, quick_disk: Path, figure: Callable[[str], None]) -> None:
    looked, bad = power_cuts(work, tmp_path, quick_disk, share=0.012)
    figure(f"power loss while {work}: {looked} states of the disk, {bad} with something missing or wrong")
    assert looked > 5 and bad == 0


@pytest.mark.soak
@pytest.mark.parametrize("work", WORKS)
def test_the_power_goes_whenever_it_can(
    work: str, tmp_path: Path, quick_disk: Path, figure: Callable[[str], None]
) -> None:
    looked, bad = power_cuts(work, tmp_path, quick_disk, share=1.0)
    figure(f"power loss while {work}: each of {looked} states of the disk, {bad} with something missing or wrong")
    assert looked > 200 and bad == 0


if __name__ == "__main__":
    WORKS[sys.argv[1]](Path(sys.argv[2]))
