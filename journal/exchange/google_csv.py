"""Google Contacts as CSV: the titles of before 2024 (`Group Membership`, `E-mail 1 - Type`) and of today (`Labels`,
`E-mail 1 - Label`).

Several values in one cell stand between ` ::: `; a label with `* ` before it is the preferred one; the group
`* myContacts` says nothing and is dropped, all others become tags. The picture's address is left out, as in cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from journal.domain.entry import folded
from journal.exchange.card_draft import Draft
from journal.exchange.proposals import NO_ANSWERS, Proposed, Question, Rejected
from journal.exchange.row_drafts import (
    add_email,
    add_values,
    all_rows,
    birthday_of,
    date_order,
    propose_contact,
    split_tags,
)
from journal.exchange.tables import Table, find_table

FORMAT = "google-csv"

_NAMES = {  # where each lies in a card's N: family, given, middle, prefix, suffix
    **dict.fromkeys(("last name", "family name"), 0),
    **dict.fromkeys(("first name", "given name"), 1),
    **dict.fromkeys(("middle name", "additional name"), 2),
    "name prefix": 3,
    "name suffix": 4,
}
_PLAIN = {
    **dict.fromkeys(("name",), "fn"),
    **dict.fromkeys(("organization name", "organization 1 - name"), "organisation"),
    **dict.fromkeys(("organization title", "organization 1 - title"), "role"),
    "notes": "notes",
    "birthday": "birthday",
    **dict.fromkeys(("labels", "group membership"), "tags"),
    **dict.fromkeys(("photo", "file as"), "unsaid"),
}
_NUMBERED = re.compile(r"(e-mail|phone|website) (\d+) - (type|label|value)")
_LABELLED = re.compile(r"(.+ \d+) - (type|label|value|formatted)")  # Event 1, Relation 2, Custom Field 1, Address 1


_FRENCH = {
    **dict.fromkeys(("prenom", "prenom usuel"), "first name"),
    **dict.fromkeys(("deuxieme prenom", "nom additionnel", "deuxieme nom"), "middle name"),
    "nom de famille": "last name",
    **dict.fromkeys(("prefixe du nom", "titre", "civilite"), "name prefix"),
    "suffixe du nom": "name suffix",
    **dict.fromkeys(("nom de l'organisation", "organisation", "organisation 1 - nom"), "organization name"),
    **dict.fromkeys(("titre dans l'organisation", "organisation 1 - titre", "poste"), "organization title"),
    **dict.fromkeys(("fonction", "organisation 1 - poste"), "organization title"),
    "anniversaire": "birthday",
    **dict.fromkeys(("libelles", "etiquettes"), "labels"),
    **dict.fromkeys(("appartenance a un groupe", "membre du groupe"), "group membership"),
}
_FRENCH_NUMBERED = re.compile(
    r"(e-mail|telephone|site web|site internet) (\d+) - (type|libelle|etiquette|valeur|value|label)"
)
_WHAT = {"telephone": "phone", "site web": "website", "site internet": "website", "libelle": "label"}
_WHAT |= {"etiquette": "label", "valeur": "value"}


def _in_english(titles: list[str]) -> list[str]:
    """Folded titles as Google writes them in English."""
    found: list[str] = []
    for title in titles:
        if match := _FRENCH_NUMBERED.fullmatch(title):
            found.append(f"{_WHAT.get(match[1], match[1])} {match[2]} - {_WHAT.get(match[3], match[3])}")
        elif title == "nom":
            found.append("name" if "nom de famille" in titles else "last name")
        else:
            found.append(_FRENCH.get(title, title))
    return found


def _is_google(titles: list[str]) -> bool:
    titles = _in_english(titles)
    named = {"given name", "family name"} <= set(titles) or {"first name", "last name"} <= set(titles)
    return named and any(title.startswith("e-mail 1 - ") or title == "group membership" for title in titles)


def recognises(head: bytes, name: str) -> bool:
    """Whether the titles are Google's; see Format."""
    return find_table(head, _is_google) is not None


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected | Question]:
    """A contact for each row; see Format."""
    table = find_table(data, _is_google)
    if table is None:
        return
    rows = all_rows(table)
    at = next((at for at, low in enumerate(_in_english([folded(t) for t in table.header])) if low == "birthday"), -1)
    birthdays = [row[1][at] for row in rows if not isinstance(row, Rejected)] if at >= 0 else []
    day_first, question = date_order(birthdays, table.header, answers)
    if question:
        yield question
    columns = _columns(table)
    for row in rows:
        if isinstance(row, Rejected):
            yield row
        else:
            yield propose_contact(_draft(row[0], row[1], columns, day_first), FORMAT)


def _columns(table: Table) -> list[tuple[int, str, str, str]]:
    """(position, title, what it is, the number it bears) of each column."""
    found: list[tuple[int, str, str, str]] = []
    for position, low in enumerate(_in_english([folded(title) for title in table.header])):
        title = table.header[position]
        if low in _NAMES:
            found.append((position, title, "n", str(_NAMES[low])))
        elif low in _PLAIN:
            found.append((position, title, _PLAIN[low], ""))
        elif match := _NUMBERED.fullmatch(low):
            what = "label" if match[3] in ("type", "label") else match[1]
            found.append((position, title, what, f"{match[1]} {match[2]}"))
        elif match := _LABELLED.fullmatch(low):
            what = "label" if match[2] in ("type", "label") else "labelled"
            found.append((position, title.rpartition(" - ")[0], what, match[1]))
        else:
            found.append((position, title, "", ""))
    return found


def _draft(line: int, cells: list[str], columns: list[tuple[int, str, str, str]], day_first: bool) -> Draft:
    draft = Draft(line)
    draft.n = [""] * 5
    said = [(title, what, number, cells[at].strip()) for at, title, what, number in columns if cells[at].strip()]
    labels = {number: cell for _, what, number, cell in said if what == "label"}
    valued = {number for _, what, number, _ in said if what not in ("label", "n")}
    for title, what, number, cell in said:
        if what == "n":
            draft.n[int(number)] = cell
        elif what in ("fn", "organisation", "role"):
            setattr(draft, what, cell)
        elif what == "notes":
            draft.notes.append(cell)
        elif what == "tags":
            draft.tags += split_tags(cell, " ::: ")
        elif what == "birthday":
            draft.birthday = birthday_of(cell, day_first)
            if not draft.birthday:
                draft.more(title, cell)
        elif what in ("e-mail", "phone", "website"):
            _add(draft, title, what, cell, labels.get(number, ""))
        elif what == "labelled":
            draft.more(title, cell, labels.get(number, ""))
        elif (
            what == "label" and number not in valued and not number.startswith(("e-mail", "phone", "website"))
        ) or what == "":
            draft.more(title, cell)
    if not draft.fn and draft.n[2]:
        draft.fn = " ".join(part for part in (draft.n[1], draft.n[2], draft.n[0]) if part)
    return draft


def _add(draft: Draft, title: str, what: str, cell: str, label: str) -> None:
    rank = 0 if label.startswith("* ") or label == "*" else 1
    label = label.removeprefix("*").strip()
    if what == "e-mail":
        add_email(draft, title, cell, label.lower(), rank)
    else:
        add_values(draft.phones if what == "phone" else draft.links, cell, label.lower(), rank)
