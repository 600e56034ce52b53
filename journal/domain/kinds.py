"""The five kinds of entry by name, and an entry as JSON and back (the shapes of the command line's contract)."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import cache
from typing import Any, Union, cast, get_args, get_origin

from journal.domain.contact import Contact, split_name
from journal.domain.entry import (
    About,
    Attachment,
    Entry,
    LabelledValue,
    Membership,
    Person,
    editable_fields,
    field_types,
)
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.domain.reminder import Reminder

CLASS_OF: dict[str, type[Entry]] = {
    "contact": Contact,
    "event": Event,
    "learning": Learning,
    "reminder": Reminder,
    "network": Network,
}


def to_json(entry: Entry) -> dict[str, Any]:
    """The entry under its contract's keys: always all of them, null or [] where empty, dates ISO 8601."""
    return {key: json_value(getattr(entry, key)) for key in entry.json_keys}


def stored_json(entry: Entry) -> dict[str, Any]:
    """Every editable field, for history, provenance and the archive: what is needed to make the entry again."""
    return {name: json_value(getattr(entry, name)) for name in editable_fields(type(entry))}


def json_value(value: Any) -> Any:
    """One field's value as JSON."""
    if value is None or value == "":
        return None
    said = _JSON_OF.get(type(value))  # by its type at once: a file brought in asks for a hundred thousand
    return value if said is None else said(value)


_JSON_OF: dict[type, Callable[[Any], Any]] = {
    datetime: lambda value: value.isoformat(timespec="seconds" if value.second else "minutes"),
    date: date.isoformat,
    tuple: lambda value: [json_value(item) for item in value],
    LabelledValue: lambda value: {"label": value.label, "value": value.value},
    Person: lambda value: {"id": value.id, "name": value.name, "role": value.role},
    Membership: lambda value: {"name": value.name, "role": value.role},
    Attachment: lambda value: {"name": value.name, "digest": value.digest, "size": value.size},
    About: lambda value: {"kind": value.kind, "id": value.id, "title": value.title},
}


def from_json(kind: str, data: Mapping[str, Any]) -> Entry:
    """A draft from JSON in either shape; keys that are not fields are passed over.

    Raises InvalidEntry where a value is not of its field's type. A contact's `name` is split into its parts where
    these are not given.
    """
    kind_class = CLASS_OF[kind]
    known = field_types(cast(type, kind_class))
    values: dict[str, Any] = {}
    for name in (*editable_fields(kind_class), "uid"):
        if data.get(name) is not None:
            values[name] = field_value(known[name], name, data[name])
    if kind == "contact" and data.get("name") and "full_name" not in values:
        values.update(_name_parts(str(data["name"]), values))
    return kind_class(**values)


def _name_parts(name: str, values: dict[str, Any]) -> dict[str, Any]:
    given, family = values.get("given_name", ""), values.get("family_name", "")
    if not given and not family:
        given, family = split_name(name)
        return {"given_name": given, "family_name": family}
    return {} if name == f"{given} {family}".strip() else {"full_name": name}


@cache
def _plain_type(annotation: Any) -> Any:
    """`date` of `date | None`; the item class of a tuple."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(item for item in get_args(annotation) if item is not types.NoneType)
    return annotation


def field_value(annotation: Any, name: str, value: Any) -> Any:
    """A field's value from JSON or from typed text; raises InvalidEntry."""
    plain = _plain_type(annotation)
    try:
        if get_origin(plain) is tuple:
            item = get_args(plain)[0]
            return tuple(_item_value(item, one) for one in (value if isinstance(value, list | tuple) else [value]))
        if plain is datetime:
            return parse_moment(value)
        if plain is date:
            return parse_moment(value).date()
        if plain is bool:
            return _truth(value)
        if plain is int:
            return int(value)
        if plain is float:
            return float(str(value).replace(",", "."))
        if plain is str:
            return _string(value)
        return _item_value(plain, value)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as problem:
        code = "not_a_date" if plain in (date, datetime) else "not_a_value"
        raise InvalidEntry(code, name, value=str(value)[:60]) from problem


def parse_moment(value: Any) -> datetime:
    """A wall-clock time from ISO 8601, the offset (if any) dropped; a date alone is midnight. Raises ValueError."""
    return datetime.fromisoformat(str(value).strip()).replace(tzinfo=None, microsecond=0)


def _string(value: Any) -> str:
    if isinstance(value, dict | list) or value is None:
        raise TypeError("text expected")
    return str(value)


def _truth(value: Any) -> bool:
    if isinstance(value, str):
        truth = {"true": True, "yes": True, "oui": True, "vrai": True, "1": True}
        return (
            truth.get(value.lower())
            or {"false": False, "no": False, "non": False, "faux": False, "0": False}[value.lower()]
        )
    return bool(value)


def _item_value(item: Any, value: Any) -> Any:
    if item is str:
        return _string(value)
    if item is LabelledValue:
        if isinstance(value, str):
            return LabelledValue(value)
        return LabelledValue(_string(value["value"]), _string(value.get("label") or ""))
    if item is Membership:
        if isinstance(value, str):
            return Membership(value)
        return Membership(_string(value["name"]), _string(value.get("role") or ""))
    if item is Person:
        if isinstance(value, dict):
            return Person(int(value.get("id") or 0), _string(value.get("name") or ""), _string(value.get("role") or ""))
        text = _string(value)
        return Person(int(text)) if text.isascii() and text.isdigit() else Person(name=text)
    if item is Attachment:
        return Attachment(_string(value["name"]), _string(value["digest"]), int(value.get("size") or 0))
    if item is About:
        return About(_string(value["kind"]), int(value["id"]), _string(value.get("title") or ""))
    raise TypeError(f"no reader for {item}")


def default_of(kind_class: type[Entry], name: str) -> Any:
    """A field's value in an empty entry."""
    for item in fields(kind_class):
        if item.name == name:
            return None if item.default is MISSING else item.default
    raise KeyError(name)
