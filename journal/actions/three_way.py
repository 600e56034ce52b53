"""What an entry becomes when its source says something new: what she edited wins, a source changes only its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import compress
from operator import attrgetter
from typing import Any, cast

from journal.domain.entry import About, Entry, LabelledValue, Membership, Person, editable_fields, field_types, folded
from journal.domain.kinds import default_of, field_value, json_value

# Said about the entry by the journal, not by the source.
_OURS = frozenset(
    {
        *("source", "favourite", "archived", "series_from", "attachments"),
        *("times_read", "read_on", "read_again_on"),
        *("keep_in_touch_days", "keep_in_touch_off", "keep_in_touch_paused_until", "confirmed_on"),
    }
)


def proposal_json(entry: Entry) -> str:
    """What a source says of an entry: its fields that are not empty, as JSON, people by name."""
    keys, values_of = _said_fields(cast(type, type(entry)))
    values = values_of(entry)
    said = [
        f"{key}{_quoted(value) if type(value) is str else _as_text(value)}"
        for key, value in compress(zip(keys, values, strict=True), values)  # most are empty
    ]
    return f"{{{', '.join(said)}}}"


def _as_text(value: Any) -> str:
    """One field's value as json.dumps would write it. Put together here: a file of ten thousand people asks for a
    hundred thousand, and dictionaries of dictionaries would take twice as long."""
    if type(value) is not tuple:
        return _encode(json_value(value))
    said = [
        f'{{"label": {_quoted(item.label)}, "value": {_quoted(item.value)}}}'
        if type(item) is LabelledValue
        else _quoted(item)
        if type(item) is str
        else _encode(json_value(item))
        for item in value
    ]
    return f"[{', '.join(said)}]"


_quoted = json.encoder.encode_basestring
_encode = json.JSONEncoder(ensure_ascii=False).encode


@cache
def _said_fields(kind_class: type) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    """The fields a source may speak of, as JSON begins them, and what reads them all."""
    names = tuple(name for name in editable_fields(kind_class) if name not in _OURS)
    return tuple(f"{_quoted(name)}: " for name in names), attrgetter(*names)


def merged(mine: Entry, theirs: Entry, base: Mapping[str, Any]) -> Entry:
    """`mine` with what `theirs` says anew since `base` (what the same source said last; {} if it never spoke).

    A single value is taken where mine is empty or still what the source said last. Of several values (e-mails,
    participants, tags…) those the source added are added, and those it dropped are dropped.
    """
    kind_class = type(mine)
    empty = _empty(cast(type, kind_class))
    types = field_types(kind_class)  # type: ignore[arg-type]  # a class of dataclasses is hashable; mypy doubts it
    changed: dict[str, Any] = {}
    for name in editable_fields(kind_class):
        if name in _OURS:
            continue
        now, said = getattr(mine, name), getattr(theirs, name)
        before = field_value(types[name], name, base[name]) if base.get(name) is not None else empty[name]
        if said == before:
            continue
        if isinstance(said, tuple):
            value: Any = _merged_values(now, said, before)
        elif now == before or (not base and now == empty[name]):
            value = said
        else:
            continue
        if value != now:
            changed[name] = value
    return replace(mine, **changed) if changed else mine


@cache
def _empty(kind_class: type) -> dict[str, Any]:
    return {name: default_of(kind_class, name) for name in editable_fields(kind_class)}


def _merged_values(mine: tuple[Any, ...], said: tuple[Any, ...], before: tuple[Any, ...]) -> tuple[Any, ...]:
    said_keys, before_keys = {_key(v) for v in said}, {_key(v) for v in before}
    kept = tuple(v for v in mine if _key(v) in said_keys or _key(v) not in before_keys)
    there = {_key(v) for v in mine}
    added = tuple(v for v in said if _key(v) not in there and _key(v) not in before_keys)
    return kept + added


def _key(value: Any) -> str:
    """What makes two of several values the same."""
    if isinstance(value, LabelledValue):
        return value.value.casefold()
    if isinstance(value, Person | Membership):
        return folded(value.name)
    if isinstance(value, About):
        return f"{value.kind}{value.id}"
    return folded(str(value))
