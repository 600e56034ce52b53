"""What the processes do that are killed, starved and locked out. Imported by them and by the tests."""

from __future__ import annotations

import itertools
import random
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from journal.actions import bring_in, entries, safety
from journal.domain.contact import Contact
from journal.domain.entry import Membership, Person
from journal.domain.event import Event
from journal.store import vault
from journal.store.connecting import Key
from journal.store.journal import Journal, open_journal
from journal.store.key_file import Cost
from journal.store.sealing import digest_of
from tests.faults.killing import Teller
from tests.journals import MovableClock

PASS = "trois mots très secrets"
SPOILT = 8 * 4096  # where a page is made rubbish
CHEAP = Cost(memory_kib=32, passes=1, lanes=4)  # far below what the product ever uses
SECOND = "second"  # a folder for copies besides the journal's own
UPGRADES = Path(__file__).parents[1] / "upgrades"


def spare() -> Path:
    return Path(tempfile.mkdtemp(prefix="journal-spare-"))


def key_of(path: Path) -> Key | None:
    return vault.unlock(path, PASS) if vault.is_locked(path) else None


def hers(path: Path, clock: MovableClock | None = None) -> Journal:
    return open_journal(path, key=key_of(path), clock=clock or MovableClock())


# --- until they are killed: each begins something, does it, and says what is certain ------------------------------


def write(tell: Teller, path: Path, name: str) -> None:
    """Makes contacts, edits, deletes, undoes, and closes the journal now and then."""
    chance = random.Random(name)
    for turn in itertools.count():
        journal = hers(path)
        for nth in range(3):
            person = f"{name}x{turn}x{nth}x"
            notes = "x" * chance.choice((50, 4_000, 20_000, 20_000, 200_000))
            draft = Contact(given_name=person, notes=notes, tags=(name, "shared"), networks=(Membership("IMA"),))
            tell.begins(f"made {person}")
            made = entries.create(journal, draft=draft).created[-1]
            tell("made", person)
            tell.begins(f"made Call {person}")
            entries.create(journal, draft=Event(title=f"Call {person}", participants=(Person(made),)))
            tell("made", f"Call {person}")
            tell.begins(f"edited {person}")
            entries.save(journal, entry_id=made, fields={"notes": f"edited {nth} " * 800, "role": "edited"})
            tell("edited", person)
            if nth == 0:
                tell.begins(f"gone {person}")
                entries.delete(journal, ids=[made])
                tell("gone", person)
            if nth == 1:
                entries.create(journal, draft=Contact(given_name=f"Undone {person}"))
                tell("made", f"Undone {person}")
                tell.begins(f"gone Undone {person}")
                entries.undo(journal)
                tell("gone", f"Undone {person}")
        tell.begins("closed")
        journal.close()
        tell("closed")


MANY = 150


def write_at_once(tell: Teller, path: Path, name: str, count: int = MANY) -> None:
    """One large change after another."""
    journal = hers(path)
    for turn in itertools.count():
        tell.begins(f"many {name}x{turn}x")
        drafts = [Contact(given_name=f"{name}x{turn}x{nth}", notes="x" * 500) for nth in range(count)]
        entries.create_many(journal, drafts=drafts)
        tell("many", f"{name}x{turn}x")


CARD = "BEGIN:VCARD\nVERSION:3.0\nUID:u{n}\nFN:Person {n}\nTITLE:Role {version}\nNOTE:notes {n}\nEND:VCARD\n"


def people_in(version: int) -> int:
    return 40 + 10 * version


def cards(version: int, people: int) -> str:
    return "".join(CARD.format(n=n, version=version) for n in range(people))


def bring_in_files(tell: Teller, path: Path, first: int) -> None:
    """One file after another, each with all there is, changed, and some more."""
    journal, file = hers(path), path.with_name("people.vcf")
    for version in itertools.count(first):
        file.write_text(cards(version, people_in(version)), encoding="utf-8")
        shown = bring_in.preview(journal, paths=[file])
        tell.begins(f"brought {version}")
        bring_in.bring_in(journal, preview=shown)
        tell("brought", str(version))


def move_to_new_version(tell: Teller, folder: Path, name: str) -> None:
    """Opens journals of older versions, each of them once."""
    old = sorted(UPGRADES.glob("journal-v*.db"))
    for nth in itertools.count():
        source = old[nth % len(old)]
        path = Path(shutil.copy(source, folder / f"{source.stem}-{name}-{nth}.db"))
        tell.begins(f"moved {path.name}")
        open_journal(path).close()
        tell("moved", path.name)


def back_up(tell: Teller, path: Path, name: str, day: int) -> None:
    """Makes an entry, a copy, brings it to a second folder, and lets the copies grow old."""
    clock = MovableClock()
    clock.pass_time(days=day)
    journal = hers(path, clock)
    for nth in itertools.count():
        entries.create(journal, draft=Contact(given_name=f"{name}x{nth}", notes="words " * 1_000))
        tell("made", f"{name}x{nth}")
        tell.begins("copied")
        made = safety.back_up_if_changed(journal) if nth % 2 else safety.backup(journal)
        assert made is not None
        tell("copied", made.name)
        tell.begins("second")
        safety.copy_to_second(journal, folder=path.parent / SECOND)
        tell("second", made.name)
        clock.pass_time(hours=7)


def go_back(tell: Teller, path: Path, name: str) -> None:
    """Makes an entry, a copy, another entry, and goes back to the copy."""
    for nth in itertools.count():
        journal = hers(path)
        entries.create(journal, draft=Contact(given_name=f"{name}x{nth}", notes="words " * 1_000))
        tell("made", f"{name}x{nth}")
        copy = safety.backup(journal)
        tell("copied")
        entries.create(journal, draft=Contact(given_name=f"{name}x{nth}later", notes="words " * 1_000))
        tell("made", f"{name}x{nth}later")
        key, now = journal.key, journal.clock.now() + timedelta(minutes=nth)
        journal.close()
        tell.begins("back")
        safety.restore_backup(path, backup=copy, now=now, key=key)
        tell("back")


def change_keys(tell: Teller, path: Path, name: str) -> None:
    """Makes an entry, and puts the journal under a key, another, a new passphrase, none, again and again."""
    for nth in itertools.count():
        journal = hers(path)
        key = journal.key
        entries.create(journal, draft=Contact(given_name=f"{name}x{nth}", notes="words " * 2_000))
        tell("made", f"{name}x{nth}")
        if nth % 3 == 0:
            safety.backup(journal)
        journal.close()
        if key is None:
            prepared = vault.prepare(PASS, cost=CHEAP)
            tell.begins("encrypted")
            vault.encrypt(path, prepared)
            vault.put_copies_under(path, prepared.key)
        elif nth % 4 == 1:
            tell.begins("rewrapped")
            vault.change_passphrase(path, PASS, PASS, cost=CHEAP)
        elif nth % 4 == 3:
            prepared = vault.prepare(PASS, cost=CHEAP)
            tell.begins("anew")
            vault.encrypt(path, prepared, key=key)
            vault.put_copies_under(path, prepared.key, old_key=key)
        else:
            tell.begins("decrypted")
            vault.decrypt(path, key)
        tell("changed")


def erase(tell: Teller, path: Path, name: str) -> None:
    """Makes contacts and erases them for good."""
    journal = hers(path)
    for nth in itertools.count():
        person = f"{name}x{nth}"
        made = entries.create(journal, draft=Contact(given_name=person, notes="words " * 1_000)).created[-1]
        tell("made", person)
        entries.create(journal, draft=Event(title=f"Call {person}", participants=(Person(made),)))
        tell("made", f"Call {person}")
        tell.begins(f"gone {person}")
        safety.erase_person(journal, contact_id=made)
        tell("gone", person)


def rescue(tell: Teller, folder: Path, name: str) -> None:
    """Spoils a page of a closed journal, encrypted every second time, and rescues in its place what can be read."""
    for nth in itertools.count():
        path = folder / f"{name}x{nth}" / "journal.db"
        journal = open_journal(path)
        entries.create(journal, draft=Contact(given_name=f"{name}x{nth}", notes="words " * 1_000))
        journal.close()
        if nth % 2:
            vault.encrypt(path, vault.prepare(PASS, cost=CHEAP))
        key, whole = key_of(path), path.read_bytes()
        path.write_bytes(whole[:SPOILT] + b"\xff" * 4096 + whole[SPOILT + 4096 :])
        tell("spoilt", f"{path.parent.name} {digest_of(path)}")
        tell.begins("rescued")
        safety.rescue_in_place(path, clock=MovableClock(), key=key)
        tell("rescued")


def start_first(tell: Teller, folder: Path, name: str) -> None:
    """The first start of all, in one folder after another."""
    for nth in itertools.count():
        path = folder / f"{name}x{nth}" / "journal.db"
        tell.begins(f"started {path.parent.name}")
        journal = open_journal(path)
        entries.create(journal, draft=Contact(given_name="First"))
        tell("started", path.parent.name)
        journal.close()


# --- to their end -------------------------------------------------------------------------------------------------


def write_so_many(tell: Teller, path: Path, name: str, count: int) -> None:
    journal = hers(path)
    for nth in range(count):
        entries.create(journal, draft=Event(title=f"{name}{nth}", network="Shared", tags=("shared",)))
        tell("made", f"{name}{nth}")
    journal.close()


def start_and_write(tell: Teller, path: Path, name: str) -> None:
    journal = open_journal(path)
    entries.create(journal, draft=Contact(given_name=name))
    tell("made", name)
    journal.close()
