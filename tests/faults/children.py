"""What the processes do that are killed, starved and locked out. Imported by them and by the tests."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path

from journal.actions import entries
from journal.domain.contact import Contact
from journal.domain.entry import Membership, Person
from journal.domain.errors import UserFacingError
from journal.domain.event import Event
from journal.store import vault
from journal.store.journal import open_journal
from journal.store.key_file import Cost

PASS = "trois mots très secrets"
CHEAP = Cost(memory_kib=32, passes=1, lanes=4)  # far below what the product ever uses


def processes() -> BaseContext:
    """Processes of their own, not forked from a test run with its threads; ready quickly where that can be."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.children", "journal.store.writing"])
    return context


def write_until_killed(path: str, tell: Connection, name: str) -> None:
    """Makes contacts, edits, deletes and undoes; says what is certain as soon as it is: ("made", name), ("gone", name).

    What is being done when the kill comes was never told, and may be there or not.
    """
    journal = open_journal(Path(path))
    for nth in itertools.count():
        person = f"{name}{nth}x"
        contact = Contact(given_name=person, notes="x" * 20_000, tags=(name, "shared"), networks=(Membership("IMA"),))
        made = entries.create(journal, draft=contact).created[-1]
        tell.send(("made", person))
        entries.create(journal, draft=Event(title=f"Call {person}", participants=(Person(made),)))
        tell.send(("made", f"Call {person}"))
        entries.save(journal, entry_id=made, fields={"notes": f"edited {nth} " * 800, "role": "edited"})
        tell.send(("edited", person))
        if nth % 3 == 0:
            tell.send(("going", person))
            entries.delete(journal, ids=[made])
            tell.send(("gone", person))
        if nth % 4 == 1:
            entries.create(journal, draft=Contact(given_name=f"undone{person}"))
            entries.undo(journal)
            tell.send(("gone", f"undone{person}"))


def write_so_many(path: str, name: str, count: int) -> None:
    journal = open_journal(Path(path))
    for nth in range(count):
        draft = Event(title=f"{name}{nth}", network="Shared", tags=("shared",))
        entries.create(journal, draft=draft)
    journal.close()


def write_at_once(path: str, tell: Connection, count: int) -> None:
    """One large change."""
    journal = open_journal(Path(path))
    journal.make_ready_to_write()
    tell.send("begins")
    entries.create_many(journal, drafts=[Contact(given_name=f"All{nth}", notes="x" * 500) for nth in range(count)])
    tell.send("done")


def bring_in_at_once(path: str, tell: Connection, file: str) -> None:
    """A whole file, taken in as one change."""
    from journal.actions import bring_in

    journal = open_journal(Path(path))
    journal.make_ready_to_write()
    shown = bring_in.preview(journal, paths=[Path(file)])
    tell.send("begins")
    bring_in.bring_in(journal, preview=shown)
    tell.send("done")


def start_first(path: str, tell: Connection) -> None:
    tell.send("begins")
    journal = open_journal(Path(path))
    entries.create(journal, draft=Contact(given_name="First"))
    tell.send("done")
    journal.close()


def first_starts(path: str, name: str) -> None:
    journal = open_journal(Path(path))
    entries.create(journal, draft=Contact(given_name=name))
    journal.close()


def change_keys_until_killed(path: str, tell: Connection, name: str) -> None:
    """Makes an entry, says so, and puts the journal under a key, another, and none, again and again."""
    file = Path(path)
    for nth in itertools.count():
        key = vault.unlock(file, PASS) if vault.is_locked(file) else None
        journal = open_journal(file, key=key)
        entries.create(journal, draft=Contact(given_name=f"{name}{nth}", notes="words " * 2_000))
        journal.close()
        tell.send(f"{name}{nth}")
        tell.send("changing")
        if key is None:
            vault.encrypt(file, vault.prepare(PASS, cost=CHEAP))
        else:
            vault.change_passphrase(file, PASS, PASS, cost=CHEAP)
            if (os.getpid() + nth) % 2:
                vault.decrypt(file, key)
            else:
                vault.encrypt(file, vault.prepare(PASS, cost=CHEAP), key=key)
        tell.send("changed")


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
    print("read", len([line for line in _contacts(journal) if line.title.startswith("Person")]), written, flush=True)
    ballast.unlink()
    entries.create(journal, draft=Contact(given_name="Afterwards"))
    journal.close()
    journal = open_journal(path)
    print("after", len(_contacts(journal)), _problems(journal), flush=True)
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
    print("after", [line.title for line in _contacts(journal)], _problems(journal), flush=True)
    journal.close()


def _contacts(journal):
    from tests.journals import page_of

    return page_of(journal, "contact")


def _problems(journal):
    from journal.store.checking import problems

    return problems(journal)


if __name__ == "__main__":
    {"fill": fill_the_disk, "open": open_on_a_full_disk}[sys.argv[1]](Path(sys.argv[2]))
