"""A row of any table as a contact or an event, once it is known which cell is what."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from journal.domain.contact import split_name
from journal.domain.entry import LONGEST_TEXT, Person, folded, one_line
from journal.domain.event import Event
from journal.exchange.card_draft import Draft
from journal.exchange.linkedin import day_of
from journal.exchange.proposals import Proposed, Rejected
from journal.exchange.row_drafts import (
    add_email,
    add_phones,
    add_values,
    birthday_of,
    checked,
    has_time,
    hashed,
    moment_of,
    propose_contact,
    short_line,
    split_tags,
)

Said = dict[str, str]
More = list[tuple[str, str]]


_TOTALS = re.compile(
    r"(?:(?:sous-|grand |sub)?tota(?:l|ux)(?: general)?|(?:nombre|nb) (?:de |d')\w+|number of \w+)"
    r"(?:\s*[:=]?\s*\d[\d ,.]*\w*)?[ :.]*"
)


def _is_total(said: Said) -> bool:
    """The last row of many a list: "Total", and figures."""
    words = {folded(cell)[:100] for cell in said.values()}
    totals = {word for word in words if _TOTALS.fullmatch(word)}
    return bool(totals) and not any(char.isalpha() for word in words - totals for char in word)


def contact_of(line: int, said: Said, more: More, day_first: bool, source: str) -> Proposed | Rejected:
    if _is_total(said):
        return Rejected(line, "total_row")
    draft = Draft(line)
    given, family = said.get("given_name", ""), said.get("family_name", "")
    full = said.get("full_name", "")
    if not given and not family and full:
        given, family = split_name(full) if len(full.split()) <= 3 or "," in full else ("", "")
    draft.n = [short_line(family), short_line(given)]
    draft.fn = short_line(full) if full and "," not in full and not (given and family) else ""
    draft.organisation, draft.role = said.get("organisation", ""), said.get("role", "")
    for field, cell in said.items():
        if field.startswith("emails"):
            add_email(draft, "E-mail", cell)
        elif field.startswith("phones"):
            add_phones(draft, cell)
        elif field.startswith("links"):
            add_values(draft.links, cell)
    if "notes" in said:
        draft.notes.append(said["notes"])
    draft.tags += split_tags(said.get("tags", ""))
    draft.networks += [(name,) for name in split_tags(said.get("networks", ""))]
    if "birthday" in said:
        draft.birthday = birthday_of(said["birthday"], day_first)
        if not draft.birthday:
            draft.more("birthday", said["birthday"])
    fields: dict[str, Any] = {name: short_line(said[name]) for name in ("how_met", "introduced_by") if name in said}
    if "met_on" in said:
        met = day_of(said["met_on"], day_first)
        if met is not None and 1800 <= met.year <= 2200:
            fields["met_on"] = met
        else:
            draft.more("met on", said["met_on"])
    for title, cell in more:
        draft.more(one_line(title), cell)
    return propose_contact(draft, source, **fields)


_UNTIL = re.compile(r"\s*(?:[-–—>]|\b(?:à|to|until|bis)\b)\s*")  # "9h-12h30"
_ZULU = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z")


def event_of(line: int, said: Said, more: More, day_first: bool, source: str) -> Proposed | Rejected:
    title = short_line(said.get("title", ""))
    if not title:
        return Rejected(line, "untitled")
    notes = [said["notes"]] if "notes" in said else []
    starts, zone = _moment(said, "starts_at", "start_time", day_first)
    ends, _ = _moment(said, "ends_at", "end_time", day_first)
    hours = said.get("start_time", "")[:100]
    until = said.get("end_time") or _UNTIL.split(hours, 1)[-1]
    if ends is None and starts is not None and until != hours:
        ends = moment_of(starts.date().isoformat(), until, day_first) if has_time("", until) else None
    for field, found in (("starts_at", starts), ("ends_at", ends)):
        if field in said and found is None:
            notes.append(f"{field.replace('_', ' ')}: {said[field]}")
    if starts and ends and ends < starts:
        notes.append(f"ends at: {said.get('ends_at', said.get('end_time', ''))}")
        ends = None
    timeless = starts is not None and not zone and not (starts.hour or starts.minute) and "start_time" not in said
    event = Event(
        title=title,
        starts_at=starts,
        ends_at=ends,
        all_day=timeless and (ends is None or not (ends.hour or ends.minute)),
        timezone=zone,
        place=short_line(said.get("place", "")),
        link=short_line(said.get("link", "")),
        network=short_line(said.get("network", ""))[:200],
        participants=_people(said),
        tags=tuple(split_tags(said.get("tags", ""))),
        notes="\n".join([*notes, *(f"{one_line(name)}: {cell}" for name, cell in more)])[:LONGEST_TEXT],
        source=source,
    )
    key = "event:" + hashed(folded(title), starts.isoformat() if starts else said.get("starts_at", ""))
    return checked(event, source, key, line)


def _moment(said: Said, day: str, time: str, day_first: bool) -> tuple[datetime | None, str]:
    """(wall time, its zone: "UTC" for a moment that ends in Z)."""
    cell = said.get(day, "")
    found = moment_of(cell, said.get(time, ""), day_first) if cell else None
    return found, "UTC" if found and _ZULU.fullmatch(cell) else ""


def _is_list(text: str) -> bool:
    """Whether commas part people: "Ada Moss, Zoé Roux", not "Moss, Ada"."""
    parts = text.split(",")
    return len(parts) > 2 or (len(parts) == 2 and all(len(part.split()) > 1 for part in parts))


def _people(said: Said) -> tuple[Person, ...]:
    people: dict[str, Person] = {}
    for field, role in (("organiser", "organiser"), ("participants", "")):
        for part in re.split(r"[;\n|]", said.get(field, "")):
            name = short_line(part)
            for one in name.split(",") if _is_list(name) else [name]:
                if one.strip():
                    people.setdefault(folded(one), Person(name=" ".join(filter(None, split_name(one.strip())))))
                    if role:
                        people[folded(one)] = Person(name=people[folded(one)].name, role=role)
    return tuple(people.values())[:500]
