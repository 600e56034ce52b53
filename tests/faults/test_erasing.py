"""A person erased for good: her words are searched for in every byte of every file the program wrote."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from journal.actions import attachments, bring_in, duplicates, entries, reading, safety
from journal.actions import search as searching
from journal.domain.contact import Contact
from journal.domain.entry import About, LabelledValue, Membership, Person
from journal.domain.errors import NotFound, UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.store import erasing
from journal.store.checking import problems
from journal.store.journal import Journal, open_journal

NAME = "Zephyrine Quatrebarbes"
CANARIES = ("ephyrin", "uatrebarb", "anarival", "kumquat", "0611223344", "ornithorynque")
CALENDAR = f"""BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:lunch
SUMMARY:Lunch
DTSTART:20261001T120000
ATTENDEE;CN={NAME}:mailto:z@kumquat.example
ATTENDEE;CN=Anne Le Goff:mailto:anne@a.example
END:VEVENT
END:VCALENDAR
"""


def make(journal: Journal, draft: object) -> int:
    return entries.create(journal, draft=draft).created[-1]


@pytest.fixture
def person(journal: Journal, tmp_path: Path) -> int:
    """A contact with a past: an import, edits, an undone creation, a merge, a note of who introduced whom."""
    file = tmp_path / "given.ics"
    file.write_text(CALENDAR)
    bring_in.bring_in(journal, preview=bring_in.preview(journal, paths=[file]))
    file.unlink()
    number = make(
        journal,
        Contact(
            given_name="Zephyrine", family_name="Quatrebarbes", organisation="Canarival", role="Ornithorynque",
            emails=(LabelledValue("z@kumquat.example"),), phones=(LabelledValue("0611223344"),),
            networks=(Membership("FFMAS", "ornithorynque"),), tags=("ornithorynque",), notes="kumquat\n" * 400,
            met_on=date(2024, 1, 1),
        ),
    )  # fmt: skip
    for line in reading.page(journal, kind="contact", wanted=reading.Wanted()):
        if line.title == NAME and line.id != number:
            duplicates.merge(journal, contact_id=number, other_id=line.id)
            entries.save(journal, entry_id=line.id, fields={"notes": "ornithorynque"})
            journal.twin = line.id  # type: ignore[attr-defined]
    both = (Person(number, role="host"), Person(name="Anne Le Goff"))
    make(journal, Event(title="Café", participants=both, starts_at=datetime(2026, 10, 2, 9), status="attended"))
    make(journal, Learning(title="Publipostage", people=(Person(number),)))
    make(journal, Reminder(title="Call Quatrebarbes", due_at=datetime(2026, 12, 1, 9), about=About("contact", number)))
    make(journal, Contact(given_name="Tom", introduced_by=NAME))
    photo = tmp_path / "Kumquat.png"
    photo.write_bytes(b"ornithorynque" * 900)
    attachments.attach(journal, entry_id=number, files=[photo])
    photo.unlink()
    entries.save(journal, entry_id=number, fields={"notes": "canarival, no more"})
    event = make(journal, Event(title="Undone", participants=both))
    entries.undo(journal)
    assert not [line for line in reading.page(journal, kind="event", wanted=reading.Wanted()) if line.id == event]
    reading.set_setting(journal, f"draft.contact.{number}", json.dumps({"notes": "kumquat"}))
    return number


def found_in(folder: Path) -> set[str]:
    """The canaries in any file, as text or as UTF-16, whatever their case."""
    seen = set()
    for file in folder.rglob("*"):
        data = file.read_bytes().lower() if file.is_file() else b""
        seen |= {word for word in CANARIES if word.encode() in data or word.encode("utf-16-le") in data}
    return seen


def erase_all(journal: Journal, person: int) -> list[safety.Erased]:
    return [safety.erase_person(journal, contact_id=n) for n in (person, getattr(journal, "twin", 0)) if n]


def test_no_byte_is_left_in_any_file(journal, person, tmp_path):
    assert found_in(tmp_path) == set(CANARIES)
    first = erase_all(journal, person)[0]
    assert first.reminders == 1
    assert found_in(tmp_path) == set()
    assert problems(journal) == []
    journal.close()
    assert found_in(tmp_path) == set()


def test_what_was_shared_stays_without_the_person(journal, person):
    erase_all(journal, person)
    shown = [line.title for kind in ("event", "learning", "contact") for line in
             reading.page(journal, kind=kind, wanted=reading.Wanted())]  # fmt: skip
    assert {"Café", "Lunch", "Publipostage", "Anne Le Goff", "Tom"} <= set(shown)
    [cafe] = [line for line in reading.page(journal, kind="event", wanted=reading.Wanted()) if line.title == "Café"]
    assert [p.name for p in reading.entry(journal, entry_id=cafe.id).participants] == ["Anne Le Goff"]
    assert searching.search(journal, words="quatrebarbes") == []
    assert searching.search(journal, words="publipostage") != []


def test_every_step_can_still_be_undone_and_done_again_without_bringing_the_person_back(journal, person, tmp_path):
    erase_all(journal, person)
    for step in (entries.undo, entries.redo):
        for _ in range(60):
            try:
                step(journal)
            except UserFacingError:
                break
            assert problems(journal) == []
    assert found_in(tmp_path) == set()


def test_the_copies_that_still_hold_the_person_are_told_and_one_put_back_is_cleaned(journal, person, tmp_path):
    holding = safety.backup(journal)
    told = erase_all(journal, person)
    assert told[0].copies == (holding,)
    clean = safety.backup(journal)
    assert not erasing.holds(clean, person, "")
    path, now = journal.path, journal.clock.now()
    journal.close()
    safety.restore_backup(path, backup=holding, now=now)
    assert found_in(path.parent) == set(CANARIES)  # the old copy has them still
    holding.unlink()
    assert found_in(path.parent) == set()
    again = open_journal(path)
    try:
        assert reading.entries(again, ids=[person]) == []
        assert problems(again) == []
    finally:
        again.close()


def test_the_ledger_names_nobody_and_is_not_forgotten_when_it_cannot_be_read(journal, person):
    safety.erase_person(journal, contact_id=person)
    ledger = erasing.ledger_of(journal.path)
    assert [len(mark) for mark in json.loads(ledger.read_text())["erased"]] == [64]
    ledger.write_text("{")
    other = make(journal, Contact(given_name="Anne"))
    with pytest.raises(UserFacingError, match="ledger_unreadable"):
        safety.erase_person(journal, contact_id=other)
    assert reading.entry(journal, entry_id=other).heading == "Anne"


def test_a_namesake_and_what_is_no_contact_are_left_alone(journal, person):
    namesake = make(journal, Contact(given_name="Zephyrine", family_name="Quatrebarbes", organisation="Other"))
    event = make(journal, Event(title="With the other", participants=(Person(namesake),)))
    safety.erase_person(journal, contact_id=person)
    assert reading.entry(journal, entry_id=event).participants[0].id == namesake
    for number in (event, 9999, person):
        with pytest.raises(NotFound):
            safety.erase_person(journal, contact_id=number)


def test_where_the_name_stands_in_the_text_of_others_is_told(journal, person):
    noted = make(journal, Learning(title="Seen with zéphyrine QUATREBARBES", body="x"))
    told = safety.erase_person(journal, contact_id=person)
    assert ("learning", noted, "Seen with zéphyrine QUATREBARBES") in told.mentions
