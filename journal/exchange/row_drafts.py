"""From the cells of a row to a draft: what the readers of tables share (dates, e-mails, keys, the last checks)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import Any

from journal.domain.contact import Contact
from journal.domain.entry import LONGEST_LINE, Entry, LabelledValue, folded, is_email, one_line
from journal.domain.errors import InvalidEntry
from journal.exchange.card_draft import Draft, partial_date
from journal.exchange.linkedin import day_of
from journal.exchange.proposals import MOST_RECORDS, Proposed, Question, Rejected, too_many_rows
from journal.exchange.tables import Table

_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_TIME = re.compile(
    r"(?<![\d:])(\d{1,2})(?:\s?[:hH]\s?(\d{2})(?::\d{2})?(?:\.\d+)?\s*([AaPp])?\.?[Mm]?|\s?[hH](?!\w)|\s?([AaPp])\.?[Mm]\b)"
)
_BETWEEN_PHONES = re.compile(r"\s*[/|,]\s*|\s+(?:ou|et|or|and)\s+")
TRUE = frozenset(("true", "vrai", "yes", "oui", "1", "x", "on"))


def titles_hash(titles: Sequence[str]) -> str:
    """What is the same for every file with these titles, whatever their case and accents."""
    return hashed(*map(folded, titles))[:16]


def hashed(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def full_rows(table: Table) -> Iterator[tuple[int, list[str]] | Rejected]:
    """(line, cells as many as there are titles) of each row; one with more is rejected: a comma without quotes moved
    everything after it."""
    width = len(table.header)
    for line, cells in table.rows():
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            yield Rejected(line, "too_many_cells", {"count": str(len(cells)), "expected": str(width)})
        else:
            yield line, cells[:width] + [""] * (width - len(cells))


def all_rows(table: Table) -> list[tuple[int, list[str]] | Rejected]:
    """The same at once; of a table with more rows than anybody knows people none, and it is told why."""
    rows = list(islice(full_rows(table), MOST_RECORDS + 1))
    return rows if len(rows) <= MOST_RECORDS else [too_many_rows(table.line)]


# --- dates --------------------------------------------------------------------------------------------------------


def date_order(
    values: Iterable[str], titles: Sequence[str], answers: Mapping[str, str], likely: str = "dmy"
) -> tuple[bool, Question | None]:
    """Whether 3/4/2024 is the third of April, and the question where no date of the file settles it."""
    unclear = ""
    for value in values:
        if match := _SHORT.match(value.strip()):
            one, two = int(match[1]), int(match[2])
            if one > 12 or two > 12:
                return one > 12, None
            if one != two and not unclear:
                unclear = value.strip()[:40]
    if not unclear:
        return likely == "dmy", None
    key = f"date_order:{titles_hash(titles)}"
    answer = answers.get(key, likely)
    return answer != "mdy", Question(key, "date_order", answer, ("dmy", "mdy"), {"sample": unclear})


def moment_of(day: str, time: str, day_first: bool) -> datetime | None:
    """The wall time that two cells tell; `time` may be empty and the hour stand in `day`."""
    found = day_of(day, day_first)
    if found is None:
        return None
    match = _TIME.search(time or re.sub(r"^\s*\S+?[T ]", "", day.strip(), count=1))
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (0, 0)
    if match and (half := match[3] or match[4]):
        hour = hour % 12 + (12 if half in "Pp" else 0)
    return datetime(found.year, found.month, found.day, hour, minute) if hour < 24 and minute < 60 else None


def has_time(day: str, time: str) -> bool:
    return bool(_TIME.search(time or day))


def birthday_of(text: str, day_first: bool) -> str:
    """A birthday as the journal keeps it, "" where the cell is none."""
    if found := partial_date(text):
        return found
    day: date | None = day_of(text, day_first)
    return day.isoformat() if day and 1800 <= day.year <= 2200 else ""


# --- contacts -----------------------------------------------------------------------------------------------------


def add_email(draft: Draft, title: str, cell: str, label: str = "", rank: int = 1) -> None:
    """Each address of `cell`; what is none goes to the notes under the column's title."""
    for part in re.split(r" ::: |[;,\n]", cell):
        value = one_line(part).removeprefix("mailto:").strip("<> ")
        if is_email(value):
            draft.emails.append((rank, LabelledValue(value, label)))
        elif value:
            draft.more(title, value)


def add_values(values: list[tuple[int, LabelledValue]], cell: str, label: str = "", rank: int = 1) -> None:
    """Each phone or link of `cell`."""
    for part in re.split(r" ::: |[;\n]", cell):
        if value := one_line(part):
            values.append((rank, LabelledValue(value[:2000], label[:100])))


def add_phones(draft: Draft, cell: str, label: str = "", rank: int = 1) -> None:
    """Each phone of `cell`: "06 12 34 56 78 / 02 40 11 22 33" are two, "089 / 1234567" is one."""
    parts = _BETWEEN_PHONES.split(cell) if len(cell) < 200 else [cell]
    whole = len(parts) > 1 and all(sum(char.isdigit() for char in part) >= 8 for part in parts)
    for part in parts if whole else [cell]:
        add_values(draft.phones, part, label, rank)


def contact_key(contact: Contact, source_id: str = "") -> str:
    """The source's own id, else the first address, else a hash of who it is."""
    if source_id:
        return source_id[:300]
    if contact.emails:
        return "email:" + contact.emails[0].value.strip().lower()
    phone = contact.phones[0].value if contact.phones else ""
    return "name:" + hashed(folded(contact.name), folded(contact.organisation), phone)


def propose_contact(draft: Draft, source: str, source_id: str = "", **fields: Any) -> Proposed | Rejected:
    """The contact of a row; `fields` are those that a card does not have."""
    contact = draft.contact()
    if not contact.name:
        said = next(iter((*draft.said, *draft.notes)), "")
        return Rejected(draft.line, "nameless_line", {"said": one_line(said)[:80]})
    if fields:
        contact = replace(contact, **fields)
    return checked(contact, source, contact_key(contact, source_id), draft.line)


def checked(entry: Entry, source: str, key: str, line: int) -> Proposed | Rejected:
    try:
        return Proposed(entry.checked(), source, key, line)
    except InvalidEntry as problem:
        details = {name: str(value) for name, value in problem.details.items()}
        return Rejected(line, problem.code, {"title": entry.heading[:80], **details})


_EVERYBODY = frozenset(("mycontacts", "* mycontacts", "my contacts", "* my contacts", "* other contacts"))


def split_tags(cell: str, between: str = r" ::: |[;,\n]") -> list[str]:
    """The labels of a cell, Google's own mark and its groups of everybody dropped."""
    found = (one_line(part) for part in re.split(between, cell))
    plain = (tag.removeprefix("* ").strip() for tag in found if folded(tag) not in _EVERYBODY)
    return [tag[:100] for tag in plain if tag]


def short_line(text: str) -> str:
    return one_line(text)[:LONGEST_LINE]


# --- cells of SharePoint, which may come by way of any spreadsheet ----------------------------------------------------

_LOOK_UP = re.compile(r"(?:^|;#)-?\d+;#")


def plain_cell(cell: str) -> str:
    """A choice column's JSON list or a look-up (`12;#value;#13;#other`) as a person reads it: "value; other"."""
    if cell[:1] == "[" and cell[-1:] == "]" and len(cell) < 20_000:
        try:
            values = json.loads(cell)
        except (ValueError, RecursionError):
            return cell
        if all(isinstance(value, str | int | float) for value in values):
            return "; ".join(str(value) for value in values)
    if ";#" in cell and _LOOK_UP.match(cell):
        return "; ".join(part for part in _LOOK_UP.sub("\x1f", cell).split("\x1f") if part)
    if len(cell) > 3 and cell[:2] == ";#" and cell[-2:] == ";#":  # choices of older lists: ;#one;#two;#
        return "; ".join(part for part in cell.split(";#") if part)
    return cell
