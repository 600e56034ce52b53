"""What is done on a small disk of its own until it is full, or with so much room and no more (started by
test_full_and_locked.py in a mount of its own)."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from journal.actions import bring_in, entries, safety
from journal.domain.contact import Contact
from journal.domain.errors import UserFacingError
from journal.store import backup, vault
from journal.store.checking import problems
from journal.store.journal import open_journal
from tests.faults.children import CHEAP, PASS, cards, hers
from tests.journals import MovableClock, page_of

STEPS = 240  # of 4 KiB, of room


def fill_the_disk(folder: Path) -> None:
    """On a small disk: writes until it is full, says so, makes room and goes on."""
    path, ballast = folder / "journal.db", folder / "ballast"
    ballast.write_bytes(b"x" * 400_000)
    journal = open_journal(path)
    written = 0
    try:
        while written < 10_000:
            entries.create(journal, draft=Contact(given_name=f"Person{written}", notes="words " * 2_000))
            written += 1
    except UserFacingError as problem:
        print("refused", problem.code, flush=True)
    kept = [line for line in page_of(journal, "contact") if line.title.startswith("Person")]
    print("read", len(kept), written, flush=True)
    ballast.unlink()
    entries.create(journal, draft=Contact(given_name="Afterwards"))
    journal.close()
    journal = open_journal(path)
    print("after", len(page_of(journal, "contact")), problems(journal), flush=True)
    journal.close()


def open_on_a_full_disk(folder: Path) -> None:
    """A journal that is there already, and not a byte free: it opens to be read, or is said to be unusable."""
    path, ballast = folder / "journal.db", folder / "ballast"
    journal = open_journal(path)
    entries.create(journal, draft=Contact(given_name="Zoé"))
    journal.close()
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    try:
        journal = open_journal(path)
        entries.create(journal, draft=Contact(given_name="Never", notes="words " * 20_000))
    except UserFacingError as problem:
        print("refused", problem.code, flush=True)
    ballast.unlink()
    journal = open_journal(path)
    print("after", [line.title for line in page_of(journal, "contact")], problems(journal), flush=True)
    journal.close()


def with_so_much_room(folder: Path, work: str, every: int) -> None:
    """On a small disk: with nothing free, with 4 KiB free, with 8… Says each time what came of it, and whether all is
    whole when there is room again."""
    path, ballast, said = folder / "journal.db", folder / "ballast", dict[str, int]()
    for step in range(0, STEPS, every):
        with_room(path, ballast)
        disk = os.statvfs(folder)
        with ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, disk.f_bavail * disk.f_frsize - step * 4096 or 1)
        answer = "done"
        try:
            ROOM[work](path)
        except UserFacingError as problem:
            answer = problem.code
        said[answer] = said.get(answer, 0) + 1
        ballast.unlink()
        journal = hers(path)
        titles = {line.title for line in page_of(journal, "contact")}
        assert "Before" in titles and titles <= {"Before", "More", "Person 0"}, (step, answer, titles)
        assert ("More" in titles or "Person 0" in titles) == (answer == "done") or work not in ("write", "import"), step
        assert problems(journal) == [], (step, answer)
        for copy in safety.backups(path):
            backup.verify(copy.path, journal.key)
        journal.close()
        left = [file.name for file in folder.rglob("*.part*")]
        assert left == [], (step, left)
    print(json.dumps(said), flush=True)


def with_room(path: Path, ballast: Path) -> None:
    """A journal with a copy, and nothing else but a card to bring in."""
    for file in path.parent.rglob("*"):
        if file.is_file():
            file.unlink()
    journal = open_journal(path, clock=MovableClock())
    entries.create(journal, draft=Contact(given_name="Before", notes="words " * 3_000))
    safety.backup(journal)
    journal.close()
    path.with_name("people.vcf").write_text(cards(0, 1), encoding="utf-8")


def _with_more(path: Path) -> None:
    journal = hers(path)
    try:
        entries.create(journal, draft=Contact(given_name="More", notes="many words " * 3_000))
    finally:
        journal.close()


def _copied(path: Path) -> None:
    journal = hers(path)
    try:
        safety.backup(journal)
    finally:
        journal.close()


def _brought_in(path: Path) -> None:
    journal = hers(path)
    try:
        bring_in.bring_in(journal, preview=bring_in.preview(journal, paths=[path.with_name("people.vcf")]))
    finally:
        journal.close()


def _back(path: Path) -> None:
    safety.restore_backup(path, backup=safety.newest_backup(path).path, now=MovableClock().now())


def _erased(path: Path) -> None:
    journal = hers(path)
    try:
        made = entries.create(journal, draft=Contact(given_name="More")).created[-1]
        safety.erase_person(journal, contact_id=made)
    finally:
        journal.close()


def _encrypted(path: Path) -> None:
    prepared = vault.prepare(PASS, cost=CHEAP)
    vault.encrypt(path, prepared)
    vault.put_copies_under(path, prepared.key)


ROOM = {
    "write": _with_more,
    "copy": _copied,
    "import": _brought_in,
    "go back": _back,
    "erase": _erased,
    "encrypt": _encrypted,
}


if __name__ == "__main__":
    if sys.argv[1] in ROOM:
        with_so_much_room(Path(sys.argv[2]), sys.argv[1], int(sys.argv[3]))
    else:
        {"fill": fill_the_disk, "open": open_on_a_full_disk}[sys.argv[1]](Path(sys.argv[2]))
