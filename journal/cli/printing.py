"""What is printed: JSON as the contract has it; for people, aligned, in their language, with dates in words."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from journal.domain.changes import Changes
from journal.domain.entry import About, Entry, LabelledValue, Membership, Person, field_types
from journal.domain.kinds import to_json
from journal.domain.lines import Line
from journal.system.words import knows, say

WIDEST = 60  # columns of a screen for one cell
_NOT_SHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # a terminal would obey them


def out(text: str) -> None:
    sys.stdout.write(_NOT_SHOWN.sub("", text) + "\n")


def out_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def out_json_list(items: Iterable[Any]) -> None:
    """A list of any length, written as it comes."""
    opening = "[\n"
    for item in items:
        sys.stdout.write(opening + json.dumps(item, ensure_ascii=False))
        opening = ",\n"
    sys.stdout.write("[]\n" if opening == "[\n" else "\n]\n")


# --- tables -------------------------------------------------------------------------------------------------------


def width(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    if text.isascii():
        return len(text)
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return wide - sum(1 for c in text if unicodedata.combining(c))


def padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def shortened(text: str, columns: int = WIDEST) -> str:
    if width(text) <= columns:
        return text
    while width(text) >= columns:
        text = text[:-1]
    return text.rstrip() + "…"


def table(rows: Sequence[Sequence[str]], widest: int = WIDEST) -> Iterator[str]:
    """Rows with their columns aligned, cells cut at `widest`; columns that are empty throughout are left out."""
    if not rows:
        return
    cut = [[shortened(cell, widest) for cell in row] for row in rows]
    columns = [max(width(row[i]) for row in cut) for i in range(len(cut[0]))]
    shown = [i for i, columns_wide in enumerate(columns) if columns_wide]
    for row in cut:
        yield "  ".join(padded(row[i], columns[i]) for i in shown).rstrip()


# --- words --------------------------------------------------------------------------------------------------------


def day_words(day: date) -> str:
    return say(
        "date.day",
        weekday=say(f"date.weekday.{day.weekday()}"),
        day=day.day,
        month=say(f"date.month.{day.month}"),
        year=day.year,
    )


def moment_words(moment: datetime) -> str:
    return say("date.moment", day=day_words(moment), time=say("date.time", hour=moment.hour, minute=moment.minute))


def when_words(moment: datetime) -> str:
    """In words; midnight, which is how a whole day is kept, as the day alone."""
    return moment_words(moment) if moment.time() != time.min else day_words(moment)


def iso_words(text: str) -> str:
    """A date or time as stored, in words; "" for none."""
    if not text:
        return ""
    if len(text) == 10:
        return day_words(date.fromisoformat(text))
    return when_words(datetime.fromisoformat(text))


def word_for(kind: str, name: str, value: str) -> str:
    """ "coffee" -> "Café": the word on screen for one of the fixed English ones."""
    key = f"{kind}.{name}.{value}"
    return say(key) if value and knows(key) else value


def value_words(kind: str, name: str, value: Any) -> str:
    """A field's value as a person reads it; "" where there is nothing to say."""
    if value is None or value == "" or value == () or value is False:
        return ""
    if value is True:
        return say("yes")
    if isinstance(value, datetime):
        return when_words(value)
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, tuple):
        return ", ".join(value_words(kind, name, item) for item in value)
    if isinstance(value, LabelledValue):
        return f"{value.value} ({value.label})" if value.label else value.value
    if isinstance(value, Person | Membership):
        role = word_for("person", "role", value.role)
        return f"{value.name} ({role})" if role else value.name
    if isinstance(value, About):
        return f"{value.title} ({say(f'kind.{value.kind}').lower()} {value.id})"
    if isinstance(value, float):
        return f"{value:g}"
    return word_for(kind, name, str(value))


def field_label(name: str) -> str:
    return say(f"field.{name}") if knows(f"field.{name}") else name


def named(kind: str, number: int, title: str) -> str:
    """ "Contact 12: Claire Dupont"."""
    return say("entry.named", kind=say(f"kind.{kind}"), id=number, title=title)


def out_entry(entry: Entry) -> None:
    """The entry whole: its fields aligned, long texts below."""
    out(named(entry.kind, entry.id, entry.heading))
    if entry.deleted_at:
        out(say("entry.in_trash", when=moment_words(entry.deleted_at)))
    types = field_types(type(entry))  # type: ignore[arg-type]  # a class is hashable
    rows, texts = [], []
    names = [name for name in (*entry.json_keys, "notes") if name not in ("id", "kind")]
    for name in dict.fromkeys(names):
        if name not in types or (name == "name" and name not in types):
            continue
        shown = value_words(entry.kind, name, getattr(entry, name))
        if "\n" in shown or width(shown) > WIDEST:
            texts.append((name, shown))
        elif shown:
            rows.append((f"  {field_label(name)}", shown))
    for line in table(rows):
        out(line)
    for name, text in texts:
        out("")
        out(f"  {field_label(name)}")
        for line in text.split("\n"):
            out(f"    {line}".rstrip())


def out_lines(lines: Iterable[Line], *, with_kind: bool = False) -> None:
    rows = []
    for line in lines:
        row = [str(line.id), line.title, line.subtitle, iso_words(line.date), state_words(line)]
        rows.append([say(f"kind.{line.kind}"), *row] if with_kind else row)
    for text in table(rows):
        out(text)


def state_words(line: Line) -> str:
    name = {"event": "status", "learning": "state"}.get(line.kind, "state")
    if line.kind in ("contact", "reminder"):
        return say(f"state.{line.state}") if line.state in ("lapsed", "done") else ""
    return word_for(line.kind, name, line.state)


# --- changes ------------------------------------------------------------------------------------------------------


def changes_json(changes: Changes) -> dict[str, Any]:
    return {
        "label": changes.label or None,
        "touched": [
            {"kind": kind, "id": number} for kind, number in sorted(changes.touched, key=lambda t: t[1]) if number
        ],
        "created": list(changes.created),
    }


def entries_json(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    return (to_json(entry) for entry in entries)
