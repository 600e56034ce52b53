"""Lists of those who took a ticket: HelloAsso's export and Eventbrite's attendees.

A row is a ticket, and a contact; an order number is the same for all who were invited by one payer, so it is the
ticket's number that tells them apart, or the order with the name. Where the file names its event, that becomes an
event with those who did not give their ticket back. All other cells (tariff, own questions…) go to the notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from journal.domain.contact import Contact
from journal.domain.entry import Person, folded
from journal.domain.event import Event
from journal.exchange.card_draft import Draft
from journal.exchange.proposals import NO_ANSWERS, Proposed, Question, Rejected
from journal.exchange.row_drafts import (
    add_email,
    add_values,
    checked,
    date_order,
    full_rows,
    hashed,
    moment_of,
    propose_contact,
    short_line,
)
from journal.exchange.tables import Table, find_table

FORMAT = "tickets"

_TITLES = {
    **dict.fromkeys(("prenom participant", "first name", "attendee first name", "prenom"), "given"),
    **dict.fromkeys(("nom participant", "last name", "attendee last name", "attendee surname", "nom"), "family"),
    **dict.fromkeys(("email participant", "email", "attendee email", "email address", "e-mail"), "email"),
    **dict.fromkeys(("adresse mail de contact", "adresse e-mail", "adresse mail"), "email"),
    **dict.fromkeys(("cell phone", "mobile phone", "home phone", "work phone", "telephone", "portable"), "phone"),
    **dict.fromkeys(("raison sociale", "company", "societe", "organisation"), "organisation"),
    **dict.fromkeys(("job title", "fonction", "poste"), "role"),
    **dict.fromkeys(("email payeur", "email acheteur"), "payer email"),
    **dict.fromkeys(("nom payeur", "nom acheteur"), "payer family"),
    **dict.fromkeys(("prenom payeur", "prenom acheteur"), "payer given"),
    **dict.fromkeys(("numero de billet", "attendee #", "barcode #", "ticket number", "attendee id"), "ticket"),
    **dict.fromkeys(("reference commande", "order #", "order id", "numero de commande"), "order"),
    **dict.fromkeys(("attendee status", "statut de la commande", "statut du billet"), "status"),
    **dict.fromkeys(("event name", "evenement", "nom de l'evenement", "campagne", "nom de la campagne"), "event"),
    **dict.fromkeys(("event start date", "event date", "event start", "date de l'evenement"), "event day"),
    **dict.fromkeys(("event start time", "heure de l'evenement"), "event time"),
    **dict.fromkeys(("event location", "venue name", "lieu", "lieu de l'evenement"), "event place"),
    "event id": "event id",
}
_GONE = ("refund", "cancel", "annul", "rembours", "delet", "not attending", "transferred", "refus")
_URL = ("url", "http")


def _is_tickets(titles: list[str]) -> bool:
    has = set(titles)
    if {"order #", "first name", "last name"} <= has:
        return bool({"attendee status", "attendee #", "ticket type", "order date"} & has)
    return "nom participant" in has and bool({"reference commande", "numero de billet"} & has)


def recognises(head: bytes, name: str) -> bool:
    """Whether the titles are those of a list of tickets; see Format."""
    return find_table(head, _is_tickets) is not None


@dataclass(slots=True)
class _Meeting:
    """The event that rows name."""

    fields: dict[str, str]
    people: dict[str, Person] = field(default_factory=dict)


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected | Question]:
    """A contact for each ticket, then the events named, with their participants; see Format."""
    table = find_table(data, _is_tickets)
    if table is None:
        return
    columns = [_TITLES.get(folded(title), "") for title in table.header]
    rows = list(full_rows(table))
    days = [at for at, what in enumerate(columns) if what == "event day"]
    dated = (row[1][at] for row in rows if not isinstance(row, Rejected) for at in days)
    day_first, question = date_order(dated, table.header, answers)
    if question:
        yield question
    meetings: dict[str, _Meeting] = {}
    line = table.line
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        line, cells = row
        said = _said(cells, columns)
        found = _ticket(line, cells, said, columns, table)
        yield found
        if isinstance(found, Proposed) and isinstance(found.entry, Contact) and "event" in said:
            key = said.get("event id") or "event:" + hashed(folded(said["event"]), said.get("event day", ""))
            meeting = meetings.setdefault(key, _Meeting(said))
            if not _given_back(said):
                meeting.people.setdefault(folded(found.entry.name), Person(name=found.entry.name))
    for key, meeting in meetings.items():
        yield _event(key, meeting, line, day_first)


def _said(cells: list[str], columns: list[str]) -> dict[str, str]:
    """What each known column says; of two e-mails the first."""
    said: dict[str, str] = {}
    for what, cell in zip(columns, cells, strict=True):
        if what and cell.strip():
            said.setdefault(what, cell.strip())
    return said


def _ticket(line: int, cells: list[str], said: dict[str, str], columns: list[str], table: Table) -> Proposed | Rejected:
    draft = Draft(line)
    paid_alone = not said.get("given") and not said.get("family")
    whose = "payer " if paid_alone else ""
    draft.n = [said.get(f"{whose}family", ""), said.get(f"{whose}given", "")]
    draft.n[0] = draft.n[0].title() if len(draft.n[0]) > 2 and draft.n[0].isupper() else draft.n[0]
    payer = (said.get("payer family", ""), said.get("payer given", ""))
    is_payer = paid_alone or (folded(payer[0]), folded(payer[1])) == (folded(draft.n[0]), folded(draft.n[1]))
    for what, cell, title in zip(columns, cells, table.header, strict=True):
        cell = cell.strip()
        if not cell or what in ("given", "family", "event", "event day", "event time", "event place", "event id"):
            continue
        if what == "email" or (what == "payer email" and is_payer):
            add_email(draft, title, cell)
        elif what == "phone":
            add_values(draft.phones, cell)
        elif what in ("organisation", "role") and not getattr(draft, what):
            setattr(draft, what, cell)
        elif not (what in ("payer family", "payer given") and is_payer) and folded(cell) not in _URL:
            draft.more(title, cell)
    return propose_contact(draft, FORMAT, _key(said, draft))


def _key(said: dict[str, str], draft: Draft) -> str:
    if "ticket" in said and said["ticket"] != said.get("order"):
        return f"ticket:{said['ticket']}"
    # HelloAsso's first ticket bears the number of its order; the name tells it from the others.
    who = f"{folded(draft.n[1])} {folded(draft.n[0])}".strip()
    email = draft.emails[0][1].value.lower() if draft.emails else ""
    return f"order:{said['order']}#{who or email}" if "order" in said else ""


def _given_back(said: dict[str, str]) -> bool:
    status = folded(said.get("status", ""))
    return any(word in status for word in _GONE)


def _event(key: str, meeting: _Meeting, line: int, day_first: bool) -> Proposed | Rejected:
    said = meeting.fields
    starts: datetime | None = moment_of(said.get("event day", ""), said.get("event time", ""), day_first)
    event = Event(
        title=short_line(said["event"]),
        type="conference",
        starts_at=starts,
        place=short_line(said.get("event place", "")),
        participants=tuple(meeting.people.values())[:500],
        source=FORMAT,
    )
    return checked(event, FORMAT, key if key.startswith("event:") else f"event:{key}", line)
