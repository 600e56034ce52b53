"""Lists of those who took a ticket: HelloAsso's export and Eventbrite's attendees.

A row is a ticket, and a contact; an order number is the same for all who were invited by one payer, so it is the
ticket's number that tells them apart, or the order with the name. Where the file names its event, that becomes an
event with those who did not give their ticket back. All other cells (tariff, own questions…) go to the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from journal.domain.contact import Contact, split_name
from journal.domain.entry import Person, folded
from journal.domain.event import Event
from journal.exchange.card_draft import Draft
from journal.exchange.proposals import NO_ANSWERS, Proposed, Question, Rejected
from journal.exchange.row_drafts import (
    add_email,
    add_values,
    all_rows,
    birthday_of,
    checked,
    date_order,
    hashed,
    moment_of,
    propose_contact,
    short_line,
)
from journal.exchange.tables import Table, find_table

FORMAT = "tickets"

# What a title says once the words for whose it is are gone ("Nom participant", "Attendee Surname").
_TITLES = {
    **dict.fromkeys(("prenom", "first name", "given name", "firstname"), "given"),
    **dict.fromkeys(("nom", "last name", "surname", "family name", "nom de famille", "lastname"), "family"),
    **dict.fromkeys(("nom complet", "full name", "name", "nom et prenom", "prenom et nom", "nom prenom"), "full"),
    **dict.fromkeys(("email", "e-mail", "mail", "email address", "e-mail address", "courriel"), "email"),
    **dict.fromkeys(("adresse mail de contact", "adresse e-mail", "adresse email", "adresse mail"), "email"),
    **dict.fromkeys(("cell phone", "mobile phone", "home phone", "work phone", "phone", "phone number"), "phone"),
    **dict.fromkeys(("telephone", "portable", "mobile", "numero de telephone", "tel"), "phone"),
    **dict.fromkeys(
        ("raison sociale", "company", "societe", "organisation", "entreprise", "organization"), "organisation"
    ),
    **dict.fromkeys(("job title", "fonction", "poste", "intitule du poste"), "role"),
    **dict.fromkeys(("date de naissance", "birth date", "date of birth", "anniversaire"), "birthday"),
    **dict.fromkeys(
        ("numero de billet", "#", "barcode #", "ticket number", "id", "code-barres", "ticket id"), "ticket"
    ),
    **dict.fromkeys(("n° de billet", "no de billet", "code barre", "code-barre", "barcode", "ticket #"), "ticket"),
    **dict.fromkeys(("reference commande", "order #", "order id", "numero de commande", "order number"), "order"),
    **dict.fromkeys(("reference de la commande", "reference de commande", "order reference", "order no."), "order"),
    **dict.fromkeys(("commande n°", "n° de commande", "no de commande", "commande no", "n° commande"), "order"),
    **dict.fromkeys(("id de commande", "order no", "commande", "numero commande"), "order"),
    **dict.fromkeys(
        ("status", "statut", "etat", "statut de la commande", "statut du billet", "order status"), "status"
    ),
    **dict.fromkeys(("ticket status", "check-in status", "statut de commande", "etat de la commande"), "status"),
    **dict.fromkeys(("event name", "evenement", "nom de l'evenement", "campagne", "nom de la campagne"), "event"),
    **dict.fromkeys(("event", "event title", "titre de l'evenement", "campaign", "formulaire"), "event"),
    **dict.fromkeys(("event start date", "event date", "event start", "date de l'evenement"), "event day"),
    **dict.fromkeys(("date de debut de l'evenement", "debut de l'evenement", "event start date & time"), "event day"),
    **dict.fromkeys(("event start time", "heure de l'evenement", "heure de debut de l'evenement"), "event time"),
    **dict.fromkeys(
        ("event location", "venue name", "lieu", "lieu de l'evenement", "venue", "event venue"), "event place"
    ),
    **dict.fromkeys(("event id", "id de l'evenement", "identifiant de l'evenement"), "event id"),
}
_PAYER = re.compile(r"\b(?:du |de l')?(?:payeur|acheteur|payer|buyer|purchaser)\b")
_WHOSE = re.compile(
    r"\b(?:d'|du |de l'|de la )?(?:participante?|attendee|adherente?|utilisateur|invitee?|guest|beneficiaire)\b"
)
# Beside a name and a number, what only lists of tickets and memberships have.
_SIGNS = re.compile(
    r"billet|ticket|participant|attendee|adherent|tarif|barcode|code-?barre|payeur|acheteur|campagne|utilisateur|buyer"
)
_GONE = ("refund", "cancel", "annul", "rembours", "delet", "not attending", "transferred", "refus", "ne particip")
_URL = ("url", "http")


def _what(title: str) -> str:
    """What a folded title says, "payer …" where it is of who paid; "" where it is none of these."""
    if title in _TITLES:
        return _TITLES[title]
    if _PAYER.search(title):
        found = _TITLES.get(" ".join(_PAYER.sub(" ", title).split()), "")
        return f"payer {found}" if found in ("given", "family", "email") else ""
    bare = " ".join(_WHOSE.sub(" ", title).split())
    return _TITLES.get(bare, "") if bare != title and bare not in ("numero",) else ""


def _is_tickets(titles: list[str]) -> bool:
    has = {_what(title) for title in titles}
    signs = sum(1 for title in titles if _SIGNS.search(title))
    named = {"given", "family"} <= has or {"payer given", "payer family"} <= has or {"full", "email"} <= has
    if named and "order" in has:
        return signs > 0 or {"order date", "date de la commande"} & set(titles) != set()
    return named and "ticket" in has and signs > 1


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
    columns = [_what(folded(title)) for title in table.header]
    rows = all_rows(table)
    days = [at for at, what in enumerate(columns) if what in ("event day", "birthday")]
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
        found = _ticket(line, cells, said, columns, table, day_first)
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


def _ticket(
    line: int, cells: list[str], said: dict[str, str], columns: list[str], table: Table, day_first: bool
) -> Proposed | Rejected:
    draft = Draft(line)
    paid_alone = not said.get("given") and not said.get("family") and not said.get("full")
    whose = "payer " if paid_alone else ""
    family, given = said.get(f"{whose}family", ""), said.get(f"{whose}given", "")
    if not family and not given and "full" in said:
        given, family = split_name(said["full"])
    draft.n = [family.title() if len(family) > 2 and family.isupper() else family, given]
    payer = (said.get("payer family", ""), said.get("payer given", ""))
    is_payer = paid_alone or (folded(payer[0]), folded(payer[1])) == (folded(family), folded(given))
    for what, cell, title in zip(columns, cells, table.header, strict=True):
        cell = cell.strip()
        if not cell or what in _NAMES or (what in _OF_EVENT and "event" in said):
            continue
        if what == "email" or (what == "payer email" and is_payer):
            add_email(draft, title, cell)
        elif what == "phone":
            add_values(draft.phones, cell)
        elif what == "birthday" and (birthday := birthday_of(cell, day_first)):
            draft.birthday = birthday
        elif what in ("organisation", "role") and not getattr(draft, what):
            setattr(draft, what, cell)
        elif not (what in ("payer family", "payer given") and is_payer) and folded(cell) not in _URL:
            draft.more(title, cell)
    return propose_contact(draft, FORMAT, _key(said, draft))


_NAMES = ("given", "family", "full")
_OF_EVENT = ("event", "event day", "event time", "event place", "event id")


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
