"""What is dropped or pasted: what is proposed, what she puts right, and that one undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.actions import capture, entries, pasting, reading
from journal.actions.corrections import Correction
from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue
from journal.domain.errors import UserFacingError
from journal.domain.event import Event
from journal.domain.lines import Wanted
from journal.store.journal import Journal

SIGNATURE = "Hélène MARCHAND\nAssistante de direction | Airbus\nPort. : 06 12 34 56 78\nhelene@airbus.example"
EML = (
    "From: Tom Baker <tom@acme.example>\nTo: me@x.example\nSubject: Board agenda\n"
    "Date: Fri, 20 Nov 2026 09:12:00\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"
    "Hello\n\nTom Baker\nExecutive Assistant\nAcme Widgets Ltd\ntom@acme.example\n+44 7700 900123\n"
)
CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Girard;Paul\nFN:Paul Girard\nEMAIL:paul@x.example\nEND:VCARD\n"
EVENT = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20261203T090000\nDTEND:20261203T110000\n"
    "SUMMARY:Petit-déjeuner FFMAS\nLOCATION:Lyon\nEND:VEVENT\nEND:VCALENDAR\n"
)


def count(journal: Journal, kind: str) -> int:
    return reading.count(journal, kind=kind, wanted=Wanted())


def test_a_signature_becomes_a_contact_and_one_undo_takes_it_back(journal: Journal) -> None:
    proposal = pasting.propose_text(journal, text=SIGNATURE)
    assert proposal is not None
    shown = {(one.what, one.text) for one in proposal.understood}
    assert {("who", "Hélène Marchand"), ("organisation", "Airbus"), ("email", "helene@airbus.example")} <= shown
    changes = pasting.keep(journal, proposal=proposal)
    [contact] = reading.entries(journal, ids=list(changes.created))
    assert isinstance(contact, Contact)
    assert (contact.role, contact.notes) == ("Assistante de direction", SIGNATURE)
    entries.undo(journal)
    assert count(journal, "contact") == 0


def test_what_she_puts_right_of_it_is_kept(journal: Journal) -> None:
    put_right = [
        Correction("who", "name", "Hélène Marchand-Roux"),
        Correction("organisation"),
        Correction("phone", "06 12 34 56 78"),
        Correction("role", "", "Cheffe de cabinet"),
    ]
    proposal = pasting.propose_text(journal, text=SIGNATURE, corrections=put_right)
    assert proposal is not None
    [contact] = reading.entries(journal, ids=list(pasting.keep(journal, proposal=proposal).created))
    assert isinstance(contact, Contact)
    assert (contact.name, contact.organisation, contact.role) == ("Hélène Marchand-Roux", "", "Cheffe de cabinet")
    assert contact.phones == ()


def test_a_contact_she_has_gets_what_it_lacked_and_loses_nothing(journal: Journal) -> None:
    there = Contact(
        given_name="Hélène", family_name="Marchand", role="Directrice", notes="Met in May",
        emails=(LabelledValue("h.marchand@home.example"),),
    )  # fmt: skip
    [number] = entries.create(journal, draft=there).created
    proposal = pasting.propose_text(journal, text=SIGNATURE)
    assert proposal is not None and proposal.known == "Hélène Marchand"
    assert pasting.keep(journal, proposal=proposal).created == ()
    after = reading.entry(journal, entry_id=number)
    assert isinstance(after, Contact)
    assert (after.role, after.organisation) == ("Directrice", "Airbus")
    assert [one.value for one in after.emails] == ["h.marchand@home.example", "helene@airbus.example"]
    assert after.notes.startswith("Met in May") and "06 12 34 56 78" in after.notes
    entries.undo(journal)
    assert reading.entry(journal, entry_id=number).notes == "Met in May"  # type: ignore[attr-defined]


def test_an_e_mail_becomes_a_message_with_who_wrote_it(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "mail.eml"
    file.write_text(EML)
    proposal = pasting.propose_file(journal, file=str(file))
    assert proposal is not None
    changes = pasting.keep(journal, proposal=proposal)
    made = {entry.kind: entry for entry in reading.entries(journal, ids=list(changes.created))}
    event, contact = made["event"], made["contact"]
    assert isinstance(event, Event) and isinstance(contact, Contact)
    assert (event.title, event.type, str(event.starts_at)) == ("Board agenda", "message", "2026-11-20 09:12:00")
    assert [one.id for one in event.participants] == [contact.id]
    assert (contact.name, contact.organisation) == ("Tom Baker", "Acme Widgets Ltd")
    pasting.keep(journal, proposal=proposal)
    assert (count(journal, "contact"), count(journal, "event")) == (1, 2)
    entries.undo(journal)
    entries.undo(journal)
    assert (count(journal, "contact"), count(journal, "event")) == (0, 0)


@pytest.mark.parametrize(("name", "text", "kind"), [("a.vcf", CARD, "contact"), ("b.ics", EVENT, "event")])
def test_one_card_or_one_event_is_proposed_and_many_are_brought_in(
    journal: Journal, tmp_path: Path, name: str, text: str, kind: str
) -> None:
    file = tmp_path / name
    file.write_text(text)
    proposal = pasting.propose_file(journal, file=str(file))
    assert proposal is not None and proposal.draft.kind == kind
    pasting.keep(journal, proposal=proposal)
    assert count(journal, kind) == 1
    assert pasting.propose_text(journal, text=text) is not None
    part = (
        text
        if kind == "contact"
        else text.split("VERSION:2.0\n")[1].split("END:VCALENDAR")[0].replace("UID:1", "UID:2")
    )
    file.write_text(text + part if kind == "contact" else text.replace("END:VCALENDAR", part + "END:VCALENDAR"))
    assert pasting.propose_file(journal, file=str(file)) is None


def test_what_is_no_contact_and_no_event_is_left_to_others(journal: Journal, tmp_path: Path) -> None:
    assert pasting.propose_text(journal, text="Coffee with Tom Baker tomorrow") is None
    assert pasting.propose_file(journal, file=str(tmp_path / "missing.eml")) is None
    file = tmp_path / "list.csv"
    file.write_text("Name,Mail\nTom Baker,tom@x.example\n")
    assert pasting.propose_file(journal, file=str(file)) is None


# --- whom it is about -----------------------------------------------------------------------------------------------


def person_of(proposal: pasting.Proposal) -> capture.Understood:
    return next(one for one in proposal.understood if one.what == "who")


@pytest.mark.parametrize(
    ("given", "family", "address"),
    [
        ("Hélène", "Marchant", ""),  # nearly the same name
        ("Paul", "Girard", "helene@airbus.example"),  # another name at her address
    ],
)
def test_who_may_be_a_contact_is_asked_about(journal: Journal, given: str, family: str, address: str) -> None:
    emails = (LabelledValue(address),) if address else ()
    there = Contact(given_name=given, family_name=family, emails=emails)
    [number] = entries.create(journal, draft=there).created
    proposal = pasting.propose_text(journal, text=SIGNATURE)
    assert proposal is not None
    who = person_of(proposal)
    assert (who.near, [one.name for one in who.choices]) == (True, [there.name])
    with pytest.raises(UserFacingError, match="did_you_mean"):
        pasting.keep(journal, proposal=proposal)
    assert count(journal, "contact") == 1
    for answer, made in ((Correction("who", "name", there.name, number), 0), (Correction("who", "name", who.text), 1)):
        told = pasting.propose_text(journal, text=SIGNATURE, corrections=[answer])
        assert told is not None and not person_of(told).choices and person_of(told).known is (made == 0)
        pasting.keep(journal, proposal=told)
        assert count(journal, "contact") == 1 + made
        entries.undo(journal)
    other = pasting.propose_text(journal, text=SIGNATURE, corrections=[Correction("who", "name", there.name)])
    assert other is not None and person_of(other).known


def test_two_of_one_name_are_both_offered(journal: Journal) -> None:
    twice = [Contact(given_name="Hélène", family_name="Marchand", organisation=firm) for firm in ("Airbus", "EDF")]
    entries.create_many(journal, drafts=twice)
    proposal = pasting.propose_text(journal, text=SIGNATURE)
    assert proposal is not None
    assert [one.note for one in person_of(proposal).choices] == ["Airbus", "EDF"]


def test_whoever_wrote_an_e_mail_is_asked_about_too(journal: Journal, tmp_path: Path) -> None:
    [number] = entries.create(journal, draft=Contact(given_name="Tom", family_name="Bakker")).created
    file = tmp_path / "mail.eml"
    file.write_text(EML)
    proposal = pasting.propose_file(journal, file=str(file))
    assert proposal is not None and [one.id for one in person_of(proposal).choices] == [number]
    right = [Correction("who", "name", "Tom Bakker", number)]
    told = pasting.propose_file(journal, file=str(file), corrections=right)
    assert told is not None
    [event] = reading.entries(journal, ids=list(pasting.keep(journal, proposal=told).created))
    assert isinstance(event, Event) and [one.id for one in event.participants] == [number]
