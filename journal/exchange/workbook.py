"""The sheets of an Excel workbook as rows of text, within bounds: a hostile one takes neither the time nor the memory.

openpyxl reads it row by row (`read_only`), formulas by the value they last had. Before that, every part is unpacked
once to see how large it truly is, and one that declares entities is refused: expat's own guard is not on every system.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from journal.exchange import packed

MOST_CELLS = 1_500_000  # of one sheet, empty ones between full ones counted
MOST_ROWS = 200_000
LARGEST_PART = 48 * 2**20  # bytes of one part, unpacked
HIGHEST_RATIO = 100  # sheets shrink to a tenth or a twentieth
_HARMLESS = 2**20
_DECLARES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


class UnreadableBook(Exception):
    """Damaged, locked, or not what it seems."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows`: (row number, cells as text), blank rows left out; `cut` where there were more than are read."""

    name: str
    rows: list[tuple[int, list[str]]]
    cut: bool = False


def sheets(data: bytes) -> Iterator[Sheet]:
    """Every sheet that is not hidden from openpyxl. Raises UnreadableBook."""
    _look_over(data)
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions it does not know
        try:
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                for sheet in book.worksheets:
                    yield _rows(sheet)
            finally:
                book.close()
        except UnreadableBook:
            raise
        except Exception as problem:  # openpyxl raises anything on a damaged workbook
            raise UnreadableBook(str(problem)[:100]) from problem


def _look_over(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = book.infolist()
            if len(parts) > 2000:
                raise UnreadableBook("too many parts")
            for info in parts:
                if not info.filename.lower().endswith((".xml", ".rels")):
                    continue
                content = packed.unpacked(book, info, LARGEST_PART)
                if content is None or len(content) > max(_HARMLESS, info.compress_size * HIGHEST_RATIO):
                    raise UnreadableBook("a bomb")
                if len(content) > LARGEST_PART or any(mark in content for mark in _DECLARES):
                    raise UnreadableBook("too large, or declares entities")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as problem:
        raise UnreadableBook(str(problem)[:100]) from problem


def _rows(sheet: Any) -> Sheet:
    sheet.reset_dimensions()  # what it says of its own size may be a lie, and every row would be filled up to it
    rows: list[tuple[int, list[str]]] = []
    cells = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells += len(row) + 1
        if cells > MOST_CELLS or len(rows) >= MOST_ROWS:
            return Sheet(str(sheet.title), rows, cut=True)
        told = [_told(value) for value in row]
        while told and not told[-1]:
            told.pop()
        if told:
            rows.append((number, told))
    return Sheet(str(sheet.title), rows)


def _told(value: object) -> str:
    """A cell as text: days in ISO, whole numbers without ".0"."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
