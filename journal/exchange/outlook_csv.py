"""Outlook's contacts and calendar as CSV: classic desktop in French and English, outlook.com, and their cousins
(Thunderbird's own titles, Roundcube's).

Titles repeat: of two `Titre` the first is Mr or Dr, the second what the person does; of two `Début` the first is the
day, the second the hour. Columns therefore go by position. What Outlook writes into every row without meaning anything
(`Priority: Normal`, `0/0/00`, reminders, whether she was busy) is left out; all else goes to the notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journal.domain.entry import folded
from journal.exchange import outlook_calendar
from journal.exchange.card_draft import Draft
from journal.exchange.outlook_titles import ADDRESS, CONTACT, SAYS_NOTHING, WHERE
from journal.exchange.proposals import NO_ANSWERS, Proposed, Question, Rejected
from journal.exchange.row_drafts import (
    add_email,
    add_phones,
    add_values,
    all_rows,
    birthday_of,
    date_order,
    plain_cell,
    propose_contact,
    split_tags,
)
from journal.exchange.tables import Table, find_table

FORMAT = "outlook-csv"

Columns = list[tuple[int, str, str, str]]  # position, title, what it is, its label


_OUTLOOKS = {"business phone", "mobile phone", "home phone", "e-mail display name", "business street", "web page"}


def _is_contacts(titles: list[str]) -> bool:
    has = set(titles)
    if {"adresse de messagerie", "adresse de messagerie 2", "e-mail 2 address"} & has:
        return True
    if "display name" in has and {"primary email", "email home", "email work"} & has:
        return True
    return {"e-mail address", "first name", "last name"} <= has and bool(_OUTLOOKS & has)


def recognises(head: bytes, name: str) -> bool:
    """Whether the titles are Outlook's; see Format."""
    return find_table(head, _is_contacts) is not None or outlook_calendar.recognises(head)


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected | Question]:
    """A contact or an event for each row; see Format."""
    table = find_table(data, _is_contacts)
    if table is None:
        yield from outlook_calendar.read(data, answers, FORMAT)
        return
    columns = _columns(table)
    rows = all_rows(table)
    dated = [at for at, _, what, _ in columns if what == "birthday"]
    cells = (row[1][at] for row in rows if not isinstance(row, Rejected) for at in dated)
    day_first, question = date_order(cells, table.header, answers)
    if question:
        yield question
    for row in rows:
        if isinstance(row, Rejected):
            yield row
        else:
            yield propose_contact(_draft(row[0], row[1], columns, day_first), FORMAT)


def _columns(table: Table) -> Columns:
    found: Columns = []
    seen: set[str] = set()
    titles = [folded(title) for title in table.header]
    for position, low in enumerate(titles):
        title = table.header[position]
        if low == "titre":  # of two, the second; alone, courtesy where the name comes after it
            job = low in seen or "prenom" in titles[:position]
            found.append((position, title, "role" if job else "prefix", ""))
        elif low in CONTACT:
            what, label = CONTACT[low]
            found.append((position, title, what, label))
        elif match := ADDRESS.fullmatch(low):
            found.append((position, title, "address", WHERE[match["fr"] or match["en"]]))
        else:
            found.append((position, title, "", ""))
        seen.add(low)
    return found


_PLACE = {"family": 0, "given": 1, "middle": 2, "prefix": 3, "suffix": 4}


def _draft(line: int, cells: list[str], columns: Columns, day_first: bool) -> Draft:
    draft = Draft(line)
    draft.n = [""] * 5
    addresses: dict[str, list[str]] = {}
    parts: dict[str, str] = {}  # of a birthday in three columns
    for at, title, what, label in columns:
        cell = plain_cell(cells[at].strip())  # SharePoint's contact lists bear Outlook's titles
        if not cell or what == "unsaid" or folded(cell) in SAYS_NOTHING.get(what or folded(title), ()):
            continue
        if what in _PLACE:
            draft.n[_PLACE[what]] = cell
        elif what in ("fn", "organisation", "role"):
            setattr(draft, what, cell)
        elif what == "email":
            add_email(draft, title, cell, label)
        elif what == "phone":
            add_phones(draft, cell, label)
        elif what == "link":
            add_values(draft.links, cell, label)
        elif what == "notes":
            draft.notes.append(cell)
        elif what == "tags":
            draft.tags += split_tags(cell)
        elif what == "address":
            addresses.setdefault(label, []).append(cell)
        elif what == "birthday":
            draft.birthday = birthday_of(cell, day_first)
            if not draft.birthday:
                draft.more(title, cell)
        elif what.startswith("birth "):
            parts[what[6:]] = cell
        else:
            draft.more(title, cell)
    for label, lines in addresses.items():
        draft.more("address", ", ".join(lines), label)
    _born(draft, parts)
    _whole_name(draft)
    return draft


def _born(draft: Draft, parts: dict[str, str]) -> None:
    """Thunderbird has a column each for year, month and day."""
    if not parts:
        return
    month, day = (parts.get(name, "").zfill(2) for name in ("month", "day"))
    draft.birthday = birthday_of(f"{parts['year']}-{month}-{day}" if "year" in parts else f"--{month}-{day}", True)
    if not draft.birthday:
        draft.more("birthday", "-".join(parts.values()))


def _whole_name(draft: Draft) -> None:
    family, given, middle, *_ = draft.n
    if not draft.fn and middle:
        draft.fn = " ".join(part for part in (given, middle, family) if part)
