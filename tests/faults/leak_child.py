"""Started by test_leaks.py with everything it may write to (home, settings, cache, temporary files) in one folder: a
session in the window and on the command line with a word of hers in everything she can fill in.

Prints one line of JSON for each moment: where those words are to be read in the folder then.
"""

from __future__ import annotations

import io
import json
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from journal import cli
from journal.actions import attachments, entries, reading, safety, saved_searches, templates
from journal.domain.contact import Contact
from journal.domain.entry import About, LabelledValue, Membership, Person
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Line
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.store import vault
from journal.ui.session import make_application
from tests.faults import children
from tests.faults.children import CHEAP, PASS
from tests.journals import MovableClock, opened, page_of
from tests.ui.window.conftest import Desk

CANARY = "ornithoryn"  # in every word; what follows says where it was written
PERSON = "quatrebarb"  # in all that is hers who is erased
NINE = datetime(2026, 11, 23, 9)


def word(where: str) -> str:
    return f"Ornithoryn{where}"


# --- looking ------------------------------------------------------------------------------------------------------


def texts_of(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes, and what is packed in them."""
    yield data.lower()
    if data[:2] == b"PK" and depth < 3:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for name in packed.namelist():
                    yield name.lower().encode()
                    yield from texts_of(packed.read(name), depth + 1)
        except (zipfile.BadZipFile, RuntimeError):
            return


def found_in(folder: Path, *wanted: str) -> list[str]:
    """`word in file` for each word in the name or the bytes of any file, in any case, as UTF-8 or UTF-16."""
    found = set()
    codes = [(one, one.encode(code)) for one in wanted for code in ("utf-8", "utf-16-le", "utf-16-be")]
    for file in folder.rglob("*"):
        name = str(file.relative_to(folder))
        for text in (name.lower().encode(), *(texts_of(file.read_bytes()) if file.is_file() else ())):
            found |= {f"{one} in {name}" for one, code in codes if code in text}
    return sorted(found)


def tell(moment: str, folder: Path, *wanted: str) -> None:
    files = sum(file.is_file() for file in folder.rglob("*"))
    print(json.dumps({"moment": moment, "found": found_in(folder, *wanted), "files": files}), flush=True)


# --- what she writes ----------------------------------------------------------------------------------------------


@dataclass
class Hers:
    """Her session: the folder of all the program writes, and a place outside for what she keeps herself."""

    folder: Path
    outside: Path
    desk: Any = None

    @property
    def file(self) -> Path:
        return self.folder / "hers.db"

    def command(self, *line: str) -> None:
        """One command; what it needs to be told lies outside."""
        base = ["--journal", str(self.file), "--language", "en", "--passphrase-file", str(self.outside / "passphrase")]
        with redirect_stdout(io.StringIO()):
            status = cli.main([*base, *line])
        assert status == 0, (line, status)

    def do(self, work: Any) -> Any:
        key = vault.unlock(self.file, PASS) if vault.is_locked(self.file) else None
        return self.desk.do(work, key)


def with_words_everywhere(draft: Any) -> Any:
    """Every plain text of a draft that is empty says where it stands."""
    empty = {one.name: word(one.name) for one in fields(draft) if one.type == "str" and getattr(draft, one.name) == ""}
    return replace(draft, **{name: text for name, text in empty.items() if name not in FIXED})


FIXED = {
    "uid", "kind", "type", "status", "help", "state", "timezone", "link", "website", "feed_url", "birthday", "repeats",
    "created_at", "updated_at", "source", "member_since",
}  # fmt: skip


def fill(journal: Any, outside: Path) -> int:
    reading.set_setting(journal, "started", "yes")
    contact = with_words_everywhere(
        Contact(
            emails=(LabelledValue("ornithorynmail@quatrebarb.example", word("label")),),
            phones=(LabelledValue("+33 6 11 22 33 44", "quatrebarb"),),
            links=(LabelledValue("https://quatrebarb.example/ornithoryn", "x"),),
            networks=(Membership("FFMAS", word("membership")),), tags=(word("tag"), "quatrebarb"),
            family_name="Ornithoryn-Quatrebarbes",
        )
    )  # fmt: skip
    made = entries.create(journal, draft=contact).created[-1]
    with_her = (Person(made, role="host"),)
    entries.create(journal, draft=with_words_everywhere(Event(starts_at=NINE, participants=with_her)))
    entries.create(journal, draft=with_words_everywhere(Learning(type="practice", people=with_her)))
    entries.create(journal, draft=with_words_everywhere(Network(type="association")))
    about = About("contact", made)
    due = NINE + timedelta(days=1)
    entries.create(journal, draft=with_words_everywhere(Reminder(due_at=due, about=about)))
    entries.save(journal, entry_id=made, fields={"notes": "ornithorynedited quatrebarb"})
    entries.create(journal, draft=Contact(given_name=word("undone")))
    entries.undo(journal)
    photo = outside / "Ornithorynphoto quatrebarb.pdf"
    photo.write_bytes(b"%PDF Ornithorynbytes Quatrebarb" * 400)
    attachments.attach(journal, entry_id=made, files=[photo])
    saved_searches.save(journal, words=word("saved"), name=word("saved name"))
    templates.keep_of(journal, entry_id=page_of(journal, "event")[0].id, language="en")
    return made


def on_the_command_line(hers: Hers, contact: int) -> None:
    card = hers.outside / "ornithoryncards.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ornithorynimported Martin\nNOTE:Ornithorynnote\nEND:VCARD\n")
    hers.command("new", "contact", "--name", "Anne Ornithoryncommand", "--notes", word("command notes"))
    hers.command("add", "Coffee with @Zoe Ornithoryncaptured yesterday: ornithorynoutcome #ornithoryntag")
    hers.command("search", "ornithorynsearched")
    hers.command("import", str(card))
    hers.command("backup")
    for name in ("all.zip", "all.csv", "all.ics", "all.xlsx"):
        what = () if name == "all.zip" else ("--what", "events" if name == "all.ics" else "contacts")
        hers.command("export", str(hers.outside / name), *what)
    hers.command("export", str(hers.outside / "person.md"), "--person", str(contact))
    for line in (["check"], ["due"], ["remind"], ["stats"], ["duplicates"], ["show", "contact", str(contact)]):
        hers.command(*line)


def in_the_window(hers: Hers, contact: int) -> None:
    desk, window = hers.desk, hers.desk.window
    window.open_entry("contact", contact)
    desk.settle()
    field = desk.page.pane.form.field("notes")
    field.set_value(word("typed") + " quatrebarb")
    field.edited.emit()
    desk.settle()
    window.top.search.setText("ornithorynsought")
    desk.settle()
    window.capture("Lunch with Ornithorynlunch")
    desk.settle()
    desk.session.reminding.tell([Line(1, "reminder", word("notified"))])
    hers.outside.joinpath("calendar").mkdir(exist_ok=True)
    window.open_page("settings")
    desk.settle()
    desk.page.calendar.use_folder(hers.outside / "calendar")
    desk.settle()

    def crash(journal: Any) -> None:
        ornithoryn_local = word("crashed") + " quatrebarb"
        raise ValueError(ornithoryn_local)

    desk.session.jobs.read(window, crash, lambda _: None)
    wait_until(desk, lambda: desk.crashes)
    desk.crashes.clear()
    [held] = hers.do(lambda journal: attachments.attachments(journal, entry_id=contact))
    hers.do(lambda journal: attachments.copy_for_opening(journal, digest=held.digest, name=held.name))


def wait_until(desk: Desk, condition: Any) -> None:
    for _ in range(4000):
        desk.app.processEvents()
        if condition():
            return
        time.sleep(0.005)
    raise AssertionError("it did not come")


# --- the two sessions ---------------------------------------------------------------------------------------------


def begin(hers: Hers) -> None:
    vault.calibrated = lambda: CHEAP  # type: ignore[assignment]
    (hers.outside / "passphrase").write_text(PASS + "\n")
    with opened(hers.file, MovableClock()):
        pass


def locked(hers: Hers) -> None:
    """A locked journal: while it is open, locked, closed, under a new key; nothing but the passing copy is readable."""
    begin(hers)
    vault.encrypt(hers.file, vault.prepare(PASS, cost=CHEAP))
    journal = children.hers(hers.file)
    contact = fill(journal, hers.outside)
    journal.close()
    on_the_command_line(hers, contact)
    hers.desk = desk = Desk(make_application(), hers.folder, language="en")
    desk.page.passphrase.line.setText(PASS)
    desk.page.unlock()
    wait_until(desk, lambda: desk.session.locking.state == "open")
    desk.settle()
    in_the_window(hers, contact)
    tell("open", hers.folder, CANARY, PERSON, PASS)
    desk.session.locking.lock()
    wait_until(desk, lambda: desk.session.locking.state == "locked")
    desk.settle()
    tell("locked", hers.folder, CANARY, PERSON, PASS)
    desk.close()
    hers.command("passphrase", str(hers.outside / "passphrase"), "--new-key")
    hers.command("list", "contact")
    tell("closed", hers.folder, CANARY, PERSON, PASS)


def erased(hers: Hers) -> None:
    """A plain journal: after a person is erased, while the window is open and after it is closed."""
    begin(hers)
    hers.desk = desk = Desk(make_application(), hers.folder, language="en")
    contact = hers.do(lambda journal: fill(journal, hers.outside))
    desk.settle()
    in_the_window(hers, contact)
    hers.command("backup")
    tell("before", hers.folder, PERSON)
    desk.window.open_page("today")
    desk.settle()
    done: list[Any] = []
    desk.session.jobs.write(
        desk.window, lambda journal: done.append(safety.erase_person(journal, contact_id=contact)), lambda _: None
    )
    desk.settle()
    for copy in done[0].copies:  # which she is told of
        copy.unlink()
    tell("erased", hers.folder, PERSON)
    desk.session._calendar._timer.setInterval(0)
    wait_until(desk, lambda: not found_in(hers.outside / "calendar", PERSON))
    desk.close()
    hers.command("list", "contact")
    tell("closed", hers.folder, PERSON)


if __name__ == "__main__":
    {"locked": locked, "erased": erased}[sys.argv[1]](Hers(Path(sys.argv[2]), Path(sys.argv[3])))
