"""The journal as one Markdown text: to read, to print, to keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any

from journal.domain.entry import About, Attachment, Entry, LabelledValue, Membership, Person, editable_fields
from journal.domain.kinds import json_value

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_UNSAID = frozenset({"source", "series_from", "event"})  # of use to programs only


def write(entries: Iterable[Entry], say: Callable[..., str]) -> Iterator[str]:
    """The entries kind by kind, in the order given; `say` gives the words (keys of the catalogue, as `words.say`)."""
    yield f"# {say('markdown.title')}\n"
    kind = ""
    for entry in entries:
        if entry.kind != kind:
            kind = entry.kind
            yield f"\n## {say(f'kinds.{kind}')}\n"
        yield from _entry(entry, say)


def _entry(entry: Entry, say: Callable[..., str]) -> Iterator[str]:
    yield f"\n### {escaped(entry.heading)}\n\n"
    texts: list[tuple[str, str]] = []
    lines = {item.name for item in fields(entry) if item.metadata.get("lines")}
    for name in editable_fields(type(entry)):
        value = getattr(entry, name)
        if not value or name in _UNSAID or value == entry.heading:
            continue
        if name in lines:
            texts.append((name, value))
        else:
            yield f"- **{say(f'field.{name}')}**{say('markdown.colon')}{_told(entry.kind, name, value, say)}\n"
    for name, text in texts:
        yield f"\n**{say(f'field.{name}')}**\n\n{text}\n"


def _told(kind: str, name: str, value: Any, say: Callable[..., str]) -> str:
    if isinstance(value, tuple):
        return ", ".join(_told(kind, name, item, say) for item in value)
    if isinstance(value, LabelledValue):
        return escaped(value.value) + (f" ({escaped(value.label)})" if value.label else "")
    if isinstance(value, Attachment):
        return escaped(value.name)
    if isinstance(value, Person | Membership):
        return escaped(value.name) + (f" ({escaped(value.role)})" if value.role else "")
    if isinstance(value, About):
        return escaped(value.title)
    if value is True:
        return say("yes")
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if name in ("type", "status", "state", "help"):
        return say(f"{kind}.{name}.{value}")
    return escaped(str(json_value(value)))


def escaped(text: str) -> str:
    """`text` on one line, none of it taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", text)
