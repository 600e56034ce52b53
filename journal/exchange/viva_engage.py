"""Viva Engage, formerly Yammer: the tables of its exports. Colleagues become contacts, communities networks.

Only administrators can export a network; who is in which community no export says. Of messages, what counts is with
whom she spoke last: that can be told where one person is part of (nearly) every conversation, who is she then. Their
texts stay where they are. Titles are compared without case, accents and underscores.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from journal.domain.entry import Person, folded, one_line
from journal.domain.event import Event
from journal.domain.network import Network
from journal.exchange.card_draft import Draft
from journal.exchange.linkedin import day_of
from journal.exchange.proposals import NO_ANSWERS, Proposed, Rejected
from journal.exchange.row_drafts import (
    add_email,
    add_values,
    checked,
    full_rows,
    hashed,
    moment_of,
    propose_contact,
    short_line,
)
from journal.exchange.tables import Table, find_table

FORMAT = "viva-engage"
NETWORK = "Viva Engage"

_TITLES = {
    **dict.fromkeys(("id", "user id", "group id", "identifiant", "yammer id", "community id"), "id"),
    **dict.fromkeys(("name", "full name", "display name", "nom", "nom complet", "nom d'affichage"), "name"),
    **dict.fromkeys(("group name", "community name", "nom du groupe", "nom de la communaute"), "group name"),
    **dict.fromkeys(("email", "e-mail", "email address", "user principal name", "adresse e-mail", "courriel"), "email"),
    **dict.fromkeys(("nom d'utilisateur principal", "adresse de messagerie", "adresse de courrier"), "email"),
    **dict.fromkeys(("job title", "title", "fonction", "poste", "intitule du poste"), "role"),
    **dict.fromkeys(("phone", "work phone", "mobile phone", "work telephone", "telephone"), "phone"),
    **dict.fromkeys(("department", "service", "departement"), "department"),
    **dict.fromkeys(("location", "office", "lieu", "bureau", "emplacement"), "location"),
    **dict.fromkeys(("joined at", "inscrit le", "date d'inscription", "date d'adhesion"), "joined"),
    **dict.fromkeys(("created at", "cree le", "date de creation"), "created"),
    **dict.fromkeys(("deleted at", "supprime le", "date de suppression"), "deleted"),
    **dict.fromkeys(("suspended at", "suspendu le"), "suspended"),
    **dict.fromkeys(("state", "user state", "status", "etat", "etat de l'utilisateur"), "state"),
    **dict.fromkeys(("description",), "description"),
    **dict.fromkeys(("web url", "url", "adresse web"), "link"),
    **dict.fromkeys(("private", "privacy", "prive", "confidentialite", "moderated", "external"), "privacy"),
    **dict.fromkeys(("created by id", "creator id", "created by type", "creator type", "creator name"), "creator"),
    **dict.fromkeys(("cree par", "createur", "created by"), "creator"),
    **dict.fromkeys(("api url", "deleted by id", "deleted by type", "suspended by id", "suspended by type"), "marker"),
    **dict.fromkeys(("guid", "office user id", "network id", "network name", "state change date"), "marker"),
    **dict.fromkeys(("last activity date", "posted count", "read count", "liked count"), "marker"),
    **dict.fromkeys(("date de modification de l'etat", "date de derniere activite", "date d'actualisation"), "marker"),
    **dict.fromkeys(("thread id", "id du fil", "conversation id"), "thread"),
    **dict.fromkeys(("sender id", "id de l'expediteur"), "sender"),
    **dict.fromkeys(("sender name", "nom de l'expediteur", "expediteur"), "sender name"),
    **dict.fromkeys(("sender email", "adresse de l'expediteur", "e-mail de l'expediteur"), "sender email"),
    **dict.fromkeys(("sender type", "type d'expediteur"), "sender type"),
    **dict.fromkeys(("body", "corps", "texte"), "body"),
    **dict.fromkeys(("replied to id", "parent id", "message type", "in private group"), "message marker"),
}
_GONE = ("deleted", "soft_delete", "suspended", "supprim", "suspendu", "inactive", "pending")
_LEFT_OUT = frozenset(("networks.csv", "topics.csv", "files.csv", "pages.csv"))
_OF_GROUPS = re.compile(r"group|communit|communaut")
_OWNER_IN = 0.9  # of all conversations
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")

Row = dict[str, str]


def recognises(head: bytes, name: str) -> bool:
    """Whether the titles are those of one of the tables; see Format."""
    return find_table(head, lambda titles: bool(_kind(titles) or _is_left_out(titles, name))) is not None


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """Colleagues, communities, or the last days of her conversations; see Format."""
    table = find_table(data, lambda titles: bool(_kind(titles) or _is_left_out(titles, name)))
    if table is None:
        return
    kind = _kind([folded(title) for title in table.header]) or "other"
    if kind == "other" and _OF_GROUPS.search(folded(re.split(r"[/\\]", name)[-1])):
        kind = "groups"  # as few columns as topics have: only its file's name tells
    if kind == "other":
        yield Rejected(table.line, "viva_left_out")
        return
    if kind == "messages":
        yield from _exchanges(table)
        return
    for row in _rows(table):
        if isinstance(row, Rejected):
            yield row
        else:
            yield _user(*row) if kind == "users" else _group(*row)


def _kind(titles: list[str]) -> str:
    """Which table has these folded titles: "users", "groups", "messages", "other" of the export, "" for no such."""
    has = Counter(_TITLES.get(_plain(title), "") for title in titles)
    if has["thread"] and (has["sender"] or has["sender name"]) and (has["message marker"] or has["body"]):
        return "messages"
    if has["name"] and has["email"] and (has["marker"] >= 2 or (has["marker"] and has["id"])):
        return "users"
    if has["name"] and has["email"] and has["joined"] and (has["id"] or has["role"]):
        return "users"
    named = has["name"] or has["group name"]
    if named and not has["email"] and has["creator"] and (has["marker"] or has["privacy"] or has["description"]):
        return "groups"
    if has["group name"] and not has["thread"] and has["marker"]:
        return "groups"
    own = {"api url", "deleted by type", "created by type", "suspended by type", "creator type"}
    return "other" if not own.isdisjoint(map(_plain, titles)) and has["id"] else ""


def _is_left_out(titles: list[str], name: str) -> bool:
    """A table that only its file's name tells to be of the export: Networks.csv has an id, a name and an address."""
    return {"id", "name"} <= set(titles) and folded(re.split(r"[/\\]", name)[-1]) in _LEFT_OUT


def _plain(title: str) -> str:
    return title.replace("_", " ").replace("-id", " id").strip()


def _rows(table: Table) -> Iterator[tuple[int, Row] | Rejected]:
    columns = [_TITLES.get(_plain(folded(title)), "") for title in table.header]
    for row in full_rows(table):
        if isinstance(row, Rejected):
            yield row
            continue
        line, cells = row
        said: Row = {}
        for what, cell, title in zip(columns, cells, table.header, strict=True):
            if what not in ("", "body") and cell.strip():
                said.setdefault(what, cell.strip())
                if what in ("department", "location"):
                    said.setdefault(f"{what} title", one_line(title))
        yield line, said


def _left(said: Row) -> bool:
    """Whether an account or community is no more."""
    state = folded(said.get("state", ""))
    return bool(said.get("deleted") or said.get("suspended")) or state.startswith(_GONE)


def _user(line: int, said: Row) -> Proposed | Rejected:
    name = short_line(said.get("name", ""))
    if _left(said):
        return Rejected(line, "account_closed", {"title": name[:80] or said.get("email", "")[:80]})
    draft = Draft(line)
    draft.fn = name
    draft.role = said.get("role", "")
    add_email(draft, "E-mail", said.get("email", ""))
    add_values(draft.phones, said.get("phone", ""))
    for what in ("department", "location"):
        if what in said:
            draft.more(said[f"{what} title"], said[what])
    draft.networks.append((NETWORK,))
    return propose_contact(draft, FORMAT, f"user:{said['id']}"[:300] if "id" in said else "")


def _group(line: int, said: Row) -> Proposed | Rejected:
    name = short_line(said.get("group name") or said.get("name", ""))[:200]
    if _left(said):
        return Rejected(line, "account_closed", {"title": name[:80]})
    link = said.get("link", "")
    network = Network(
        name=name,
        type="company",
        website=link[:500] if link.lower().startswith(("http://", "https://")) else "",
        offers=said.get("description", "")[:100_000],
        source=FORMAT,
    )
    return checked(
        network, FORMAT, f"group:{said['id'][:200]}" if "id" in said else f"group:{hashed(folded(name))}", line
    )


# --- messages -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Thread:
    """A conversation: who wrote in it, when last, and in which community."""

    line: int
    last: datetime | None = None
    group: str = ""
    people: dict[str, str] = field(default_factory=dict)  # id of the sender -> name


def _exchanges(table: Table) -> Iterator[Proposed | Rejected]:
    threads: dict[str, _Thread] = {}
    for row in _rows(table):
        if isinstance(row, Rejected):
            yield row
            continue
        at, said = row
        if said.get("deleted") or folded(said.get("sender type", "")) in ("bot", "system", "guide"):
            continue
        name = short_line(said.get("sender name", ""))
        sender = said.get("sender") or said.get("sender email", "").lower() or folded(name)
        if "thread" not in said or not name:
            yield Rejected(at, "nobody_named")
            continue
        thread = threads.setdefault(said["thread"], _Thread(at))
        thread.people.setdefault(sender, name)
        thread.group = thread.group or said.get("group name", "")
        when = _moment(said.get("created", ""))
        thread.last = max(filter(None, (thread.last, when)), default=None)
    owner = _owner(threads)
    if threads and not owner:
        yield Rejected(table.line, "viva_whose_messages")
        return
    for key, thread in threads.items():
        yield from _exchange(key, thread, owner)


def _owner(threads: Mapping[str, _Thread]) -> str:
    """Who is part of nearly all of several conversations, and alone in that; "" where nobody is."""
    seen = Counter(sender for thread in threads.values() for sender in thread.people)
    often = [sender for sender, count in seen.items() if count >= max(2, _OWNER_IN * len(threads))]
    return often[0] if len(often) == 1 else ""


def _exchange(key: str, thread: _Thread, owner: str) -> Iterator[Proposed | Rejected]:
    names = [name for sender, name in thread.people.items() if sender != owner]
    if not names:
        return  # she wrote, and nobody answered
    if thread.last is None:
        yield Rejected(thread.line, "bad_date", {"value": "", "title": names[0][:80]})
        return
    event = Event(
        title=f"{NETWORK}: {', '.join(names)}"[:200],
        type="message",
        starts_at=thread.last,
        timezone="UTC",
        status="attended",
        network=short_line(thread.group)[:200] or NETWORK,
        participants=tuple(Person(name=name) for name in names[:50]),
        source=FORMAT,
    )
    yield checked(event, FORMAT, f"thread:{key[:200]}", thread.line)


def _moment(text: str) -> datetime | None:
    """UTC without offset: "2021-03-04T05:06:07.000Z", "2021/03/04 05:06:07 +0000"."""
    if _ISO.match(text):
        try:
            found = datetime.fromisoformat(text.replace(" UTC", "Z"))
            return (found.astimezone(UTC) if found.tzinfo else found).replace(tzinfo=None, microsecond=0)
        except ValueError:
            pass  # begins like one: read as any other date
    return moment_of(text, "", False) if day_of(text, False) else None
