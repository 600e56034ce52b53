"""Entries as an Excel workbook: a sheet for each kind, a column for each JSON key.

Every text is written as text, so nothing of it runs as a formula; numbers stay numbers. Excel holds 32,767 characters
in a cell: a longer text ends there with an ellipsis (the other formats have it whole).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from journal.domain.entry import Entry
from journal.domain.kinds import CLASS_OF
from journal.exchange.tables import told

LONGEST = 32_767  # characters
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def write(entries: Iterable[Entry], kinds: Sequence[str], named: Callable[[str], str]) -> Iterator[bytes]:
    """The workbook; `entries` come kind by kind, and `named` says what a kind's sheet is called."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheets: dict[str, Any] = {}
    for kind in kinds:
        sheets[kind] = book.create_sheet(named(kind)[:31])
        sheets[kind].freeze_panes = "A2"
        sheets[kind].append([_cell(sheets[kind], key) for key in CLASS_OF[kind].json_keys])
    for entry in entries:
        sheet = sheets[entry.kind]
        sheet.append([_cell(sheet, getattr(entry, key)) for key in entry.json_keys])
    stream = io.BytesIO()
    book.save(stream)
    yield stream.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if type(value) in (int, float):
        return value
    text = _REFUSED.sub("", told(value))
    if not text:
        return None
    cell = WriteOnlyCell(sheet, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
    cell.data_type = "s"  # else "=1+1" is a formula
    return cell
