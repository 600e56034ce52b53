"""What is dropped or pasted becomes a proposed contact or event, shown as chips like a sentence, kept with one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from journal.actions.capture import Understood
from journal.actions.corrections import Correction, day_of_iso
from journal.actions.pasted_person import Meant, meant_by
from journal.domain.capture.said import KnownPerson, moment_at
from journal.domain.changes import Changes
from journal.domain.contact import Contact, split_name
from journal.domain.entry import Entry, LabelledValue, Person, several_lines
from journal.domain.errors import UserFacingError
from journal.domain.event import Event
from journal.exchange import icalendar, mail, signature, vcard
from journal.exchange.proposals import Proposed
from journal.store.journal import Journal

LARGEST = mail.LARGEST
MORE = 2  # entries in a file, from which on it is one for the page that brings in


@dataclass(frozen=True, slots=True)
class Proposal:
    """A contact or an event; `sender` is the person an e-mail is from, who takes part in its event."""

    draft: Contact | Event
    sender: Contact | None = None
    known: str = ""  # the name of the contact that is meant, where she has it already
    answer: KnownPerson | None = None  # who she said it is; of the id 0 somebody new
    understood: tuple[Understood, ...] = ()


def propose_text(journal: Journal, *, text: str, corrections: Sequence[Correction] = ()) -> Proposal | None:
    """The person or event that a pasted text is; None where it is rather a sentence."""
    head = text.lstrip()[:200].upper()
    if head.startswith(("BEGIN:VCARD", "BEGIN:VCALENDAR")):
        found = _of_file(text.encode("utf-8", "replace"), "pasted")
        return _told(journal, found, corrections) if found else None
    contact = signature.read_address(text)
    if contact is None and ("\n" in text.strip() or "|" in text):
        contact = signature.read(text)
        if contact is not None:
            contact = replace(contact, notes=several_lines(text)[:20_000])
    return _told(journal, Proposal(contact), corrections) if contact else None


def propose_file(journal: Journal, *, file: str, corrections: Sequence[Correction] = ()) -> Proposal | None:
    """What one file holds: an e-mail, or a single card or event; None where the page that brings in is for it."""
    path = Path(file)
    try:
        if path.stat().st_size > LARGEST:
            return None
        found = _of_file(path.read_bytes(), path.name)
    except OSError:
        return None  # the page says why
    return _told(journal, found, corrections) if found else None


def keep(journal: Journal, *, proposal: Proposal) -> Changes:
    """Saves it as one change. A contact she has already gets what it lacked; nothing of it is replaced. Raises
    UserFacingError "did_you_mean" until she has said who it is, where that is not sure."""
    draft = proposal.draft
    person = draft if isinstance(draft, Contact) else proposal.sender
    known, choices = meant_by(journal, person, proposal.answer) if person is not None else Meant()
    if person is not None and choices:
        raise UserFacingError("did_you_mean", name=person.name, other=choices[0].name)
    with journal.writing("capture") as writer:
        number = known.id if known else 0
        if person is not None:
            if number:
                there = writer.entry(number)
                assert isinstance(there, Contact)
                writer.update(_filled(there, person))
            else:
                [number] = writer.create_many([person])
        if isinstance(draft, Event):
            others = tuple(one for one in draft.participants if person is None or one.name != person.name)
            sender = (Person(number),) if number else ()
            writer.create_many([replace(draft, participants=(*sender, *others))])
    return writer.changes


def _filled(there: Contact, new: Contact) -> Contact:
    one_value = ("role", "organisation", "birthday", "given_name", "family_name")
    more: dict[str, Any] = {
        name: getattr(new, name) for name in one_value if getattr(new, name) and not getattr(there, name)
    }
    if there.full_name or (there.given_name and there.family_name):
        more.pop("given_name", None)
        more.pop("family_name", None)
    for name in ("emails", "phones", "links"):
        more[name] = (*getattr(there, name), *getattr(new, name))
    if new.notes and new.notes not in there.notes:
        more["notes"] = f"{there.notes}\n\n{new.notes}".strip()
    return replace(there, **more)


# --- reading ------------------------------------------------------------------------------------------------------


def _of_file(data: bytes, name: str) -> Proposal | None:
    for reader in (vcard, icalendar):
        if reader.recognises(data[:65_536], name):
            entries: list[Entry] = []
            for one in reader.read(data, name):
                if isinstance(one, Proposed) and isinstance(one.entry, Contact | Event):
                    if one.repeats is not None:
                        return None
                    entries.append(one.entry)
                if len(entries) >= MORE:
                    return None
            return Proposal(entries[0]) if len(entries) == 1 and isinstance(entries[0], Contact | Event) else None
    message = mail.read(data)
    return _of_mail(message) if message is not None else None


def _of_mail(message: mail.Mail) -> Proposal | None:
    sender = signature.read(message.body[-4_000:]) if message.address else None
    if sender is None or message.address.casefold() not in {one.value.casefold() for one in sender.emails}:
        given, family = split_name(message.name) if message.name and "@" not in message.name else ("", "")
        same = sender is not None and sender.family_name and sender.family_name.casefold() == family.casefold()
        sender = replace(sender, emails=()) if same and sender else Contact(given_name=given, family_name=family)
        if message.address:
            sender = replace(sender, emails=(LabelledValue(message.address), *sender.emails))
    if not sender.name or not (message.subject or message.sent):
        return None
    event = Event(
        title=message.subject or sender.name, type="message", starts_at=message.sent, status="attended",
        participants=(Person(0, sender.name),),
    )  # fmt: skip
    return Proposal(event, replace(sender, notes=""))


# --- what is told, and put right ----------------------------------------------------------------------------------


def _told(journal: Journal, proposal: Proposal, corrections: Sequence[Correction]) -> Proposal:
    for correction in corrections:
        proposal = _corrected(proposal, correction)
    person = proposal.draft if isinstance(proposal.draft, Contact) else proposal.sender
    meant = meant_by(journal, person, proposal.answer) if person is not None else Meant()
    known = meant.known.name if meant.known else ""
    items: list[Understood] = []
    if isinstance(proposal.draft, Event):
        items += _of_event(proposal.draft, person)
    else:
        items.append(Understood("kind", "contact."))
    if person is not None:
        note = meant.known.note if meant.known else ""
        near = bool(meant.choices)
        items.append(Understood("who", known or person.name, bool(known), "name", note, meant.choices, near))
        items += _of_person(person)
    return replace(proposal, known=known, understood=tuple(items))


def _of_event(event: Event, sender: Contact | None) -> list[Understood]:
    items = [Understood("kind", f"event.{event.type}"), Understood("title", event.title)]
    if event.starts_at is not None:
        moment = event.starts_at.date() if event.all_day else event.starts_at
        items.append(Understood("when", moment.isoformat()))
    if event.place:
        items.append(Understood("where", event.place))
    others = [one for one in event.participants if sender is None or one.name != sender.name]
    items += [Understood("who", one.name, False, one.name) for one in others[:8]]
    return items


def _of_person(person: Contact) -> list[Understood]:
    items = [Understood(what, getattr(person, what)) for what in ("role", "organisation") if getattr(person, what)]
    for what in ("email", "phone", "link"):
        items += [Understood(what, one.value, key=one.value) for one in getattr(person, f"{what}s")]
    return items


def _corrected(proposal: Proposal, correction: Correction) -> Proposal:
    draft, value = proposal.draft, correction.value
    person = draft if isinstance(draft, Contact) else proposal.sender
    if correction.what == "who" and correction.key == "name" and person is not None and value:
        if correction.id or value == person.name:
            return replace(proposal, answer=KnownPerson(correction.id, value))
        proposal = replace(proposal, answer=None)  # another name is looked up again
    if isinstance(draft, Event):
        if correction.what == "title" and value:
            return replace(proposal, draft=replace(draft, title=value))
        if correction.what == "where":
            return replace(proposal, draft=replace(draft, place=value))
        if correction.what == "kind" and value.startswith("event."):
            return replace(proposal, draft=replace(draft, type=value.removeprefix("event.")))
        if correction.what == "when":
            day = day_of_iso(value)
            whole = day is not None and not isinstance(day, datetime)
            return replace(proposal, draft=replace(draft, starts_at=moment_at(day) if day else None, all_day=whole))
        if correction.what == "who" and correction.key != "name":
            people = tuple(one for one in draft.participants if one.name != correction.key)
            people += (Person(0, value),) if value else ()
            return replace(proposal, draft=replace(draft, participants=people))
        if proposal.sender is None:
            return proposal
        if correction.what == "who" and not value:
            people = tuple(one for one in draft.participants if one.name != proposal.sender.name)
            return Proposal(replace(draft, participants=people))
        return replace(proposal, sender=_person_corrected(proposal.sender, correction))
    return replace(proposal, draft=_person_corrected(draft, correction))


def _person_corrected(person: Contact, correction: Correction) -> Contact:
    what, value = correction.what, correction.value
    if what == "who" and value:
        given, family = split_name(value)
        return replace(person, given_name=given, family_name=family, full_name="")
    if what in ("role", "organisation"):
        return replace(person, **{what: value})  # type: ignore[arg-type]  # one of two texts
    if what in ("email", "phone", "link"):
        values: tuple[LabelledValue, ...] = getattr(person, f"{what}s")
        put = (LabelledValue(value, one.label) if one.value == correction.key else one for one in values)
        return replace(person, **{f"{what}s": tuple(one for one in put if one.value)})  # type: ignore[arg-type]
    return person
