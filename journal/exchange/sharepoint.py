"""SharePoint lists as CSV: a first `ListSchema={json}` on the titles' line or on its own, then columns of the company's
own making, read as any table is (choices as JSON lists, look-ups as `12;#value`).

A `.iqy` is the address of a list, without its data: said so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from journal.exchange import any_table, encodings
from journal.exchange.proposals import NO_ANSWERS, Proposed, Question, Rejected

FORMAT = "sharepoint"

_SCHEMA = re.compile(r'\s*"?ListSchema=', re.IGNORECASE)
_QUERY = re.compile(r"\s*WEB\s*\r?\n\s*1\s*\r?\n\s*https?://", re.IGNORECASE)


def recognises(head: bytes, name: str) -> bool:
    """Whether it begins with a schema, or is a query; see Format."""
    text = encodings.decode(head[:4096])
    return bool(_SCHEMA.match(text) or _QUERY.match(text))


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected | Question]:
    """As `any_table`, below the schema; see Format."""
    text = encodings.decode(data)
    if _QUERY.match(text):
        yield Rejected(1, "query_without_data")
        return
    grid = any_table.grid_of(_below_schema(text), name)
    if grid is None:
        yield Rejected(1, "no_rows", {"sheet": name[:80]})
    else:
        yield from any_table.read_grid(grid, answers, FORMAT)


def _below_schema(text: str) -> str:
    """What comes after the schema; its lines are left blank, so that the others keep their numbers."""
    match = _SCHEMA.match(text)
    if not match:
        return text
    quoted = '"' in match[0]
    try:
        if quoted:
            raise ValueError("its quotes are doubled: one cell of a table")
        _, end = json.JSONDecoder().raw_decode(text, match.end())
    except (ValueError, RecursionError):
        end = text.find("\n") if "\n" in text else len(text)
    gone = text[:end]
    return "\n" * gone.count("\n") + text[end:].lstrip(" ,;\t")
