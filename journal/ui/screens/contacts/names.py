"""The one line in which she writes a name, and the parts in which the journal keeps it."""

from __future__ import annotations

from typing import Any

from journal.domain.contact import Contact, split_name
from journal.domain.entry import one_line


def as_typed(contact: Contact) -> str:
    """The name to edit: "" where only an organisation or an address stands in for it."""
    return contact.full_name or f"{contact.given_name} {contact.family_name}".strip()


def name_fields(contact: Contact, fields: dict[str, Any]) -> dict[str, Any]:
    """`fields` as typed, with a "name" in them turned into the entry's own fields."""
    fields = dict(fields)
    if "name" in fields:
        given, family = parts_of(fields.pop("name"), contact)
        fields = {"given_name": given, "family_name": family, "full_name": ""} | fields
    elif contact.full_name and ("given_name" in fields or "family_name" in fields):
        fields["full_name"] = ""  # the parts can give the name from now on
    return fields


def parts_of(name: str, before: Contact) -> tuple[str, str]:
    """(given, family) of a name she edited: where one of its parts still stands, the other is the rest, so that
    "Mary Ann Smith" stays Mary Ann's when Smith becomes Jones."""
    name = one_line(name)
    given, family = before.given_name, before.family_name
    if given and family and "," not in name:
        if name.startswith(f"{given} "):
            return given, name[len(given) + 1 :]
        if name.endswith(f" {family}"):
            return name[: -len(family) - 1], family
    return split_name(name)
