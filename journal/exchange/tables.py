"""Tables as text: CSV from anywhere read as it stands, and CSV written for a spreadsheet.

Reading trusts neither the delimiter, nor the first line, nor the quoting: the header is looked for, cells go by
position (headers repeat), and a quote left open costs one row, not the rest of the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from journal.domain.entry import About, Entry, LabelledValue, Membership, Person, folded
from journal.domain.kinds import CLASS_OF, json_value
from journal.exchange import encodings

DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 16 * 1024 * 1024
_HEADER_WITHIN = 300  # lines; a header further down is none


@dataclass(frozen=True, slots=True)
class Table:
    """`header` as it stands in the file, at `line` (from 1); `rows()` gives what comes below it."""

    header: tuple[str, ...]
    line: int
    delimiter: str
    _lines: tuple[str, ...]

    def column(self, *names: str) -> int:
        """The position of the first column that bears one of these names (no case, no accents), the names tried in
        their order; -1 where there is none."""
        titles = [folded(title) for title in self.header]
        return next((titles.index(folded(name)) for name in names if folded(name) in titles), -1)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(line in the file, cells) of every row that is not blank."""
        yield from _rows(self._lines, self.line, self.delimiter, len(self.header))


def find_table(data: bytes, is_header: Callable[[list[str]], bool]) -> Table | None:
    """The table whose header satisfies `is_header` (given the folded titles), None where no line is one."""
    lines = physical_lines(encodings.decode(data))
    for delimiter in DELIMITERS:
        for number, line in enumerate(lines[:_HEADER_WITHIN]):
            if delimiter in line:
                cells = _cells(line, delimiter)
                if is_header([folded(cell) for cell in cells]):
                    return Table(tuple(cell.strip() for cell in cells), number + 1, delimiter, tuple(lines))
    return None


def physical_lines(text: str) -> list[str]:
    """The lines with their ends; only CR and LF end one (a cell may hold other separators)."""
    return list(io.StringIO(encodings.undoubled(text.replace("\x00", "")), newline=""))


def _cells(line: str, delimiter: str) -> list[str]:
    """The cells of one line taken alone."""
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return line.rstrip("\r\n").split(delimiter)


def _unquoted(line: str, delimiter: str) -> list[str]:
    return [cell.strip(' "') for cell in line.rstrip("\r\n").split(delimiter)]


def _reader(lines: Sequence[str], start: int, delimiter: str, strict: bool) -> Any:
    csv.field_size_limit(LONGEST_CELL)
    later = (lines[number] for number in range(start, len(lines)))
    return csv.reader(later, delimiter=delimiter, skipinitialspace=True, strict=strict)


def _rows(lines: Sequence[str], start: int, delimiter: str, width: int) -> Iterator[tuple[int, list[str]]]:
    cells: list[str]
    reader, origin, at = _reader(lines, start, delimiter, True), start, start
    while True:
        try:
            cells = next(reader)
            after = origin + reader.line_num
            wrong = after - at > 1 and not fits(cells, width)
        except StopIteration:
            return
        except csv.Error:
            after, wrong = at, True
        if wrong:
            cells, taken = _mended(lines, at, delimiter, width)
            if at + taken != after:
                after = at + taken
                reader, origin = _reader(lines, after, delimiter, True), after
        if any(map(str.strip, cells)):
            yield at + 1, cells
        at = after


def fits(cells: list[str], width: int) -> bool:
    """Whether there are as many cells as titles, but for empty ones at the end."""
    return len(cells) == width or (len(cells) > width and not any(cell.strip() for cell in cells[width:]))


def _mended(lines: Sequence[str], at: int, delimiter: str, width: int) -> tuple[list[str], int]:
    """(cells, how many lines they take) of a row whose quotes are wrong, or that has not as many cells as the header.

    A line that has exactly the header's cells once its quotes are ignored is a row with a stray quote.
    """
    alone = _unquoted(lines[at], delimiter)
    if len(alone) == width:
        return alone, 1
    reader = _reader(lines, at, delimiter, False)
    cells: list[str]
    try:
        cells = next(reader, [])
    except csv.Error:  # one enormous cell
        return alone, 1
    whole = fits(cells, width) or at + reader.line_num < len(lines)
    return (cells, reader.line_num) if whole else (alone, 1)


# --- writing ------------------------------------------------------------------------------------------------------

# A spreadsheet takes a cell that begins so for a formula (or for the wide form of one), and runs it.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def harmless(cell: str) -> str:
    """`cell` with an apostrophe before what a spreadsheet would run."""
    return "'" + cell if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def write_csv(entries: Iterable[Entry], kinds: Sequence[str] = (), delimiter: str = ",") -> Iterator[str]:
    """The entries as the lines of one CSV file for spreadsheets, its byte order mark (for Excel) in the first.

    The columns are the JSON keys of `kinds`, of all of them where they are several; without `kinds` all entries are
    held in memory first to see which there are. Lists are joined by "; ", formulas neutralised.
    """
    if not kinds:
        entries = list(entries)
        kinds = tuple(dict.fromkeys(entry.kind for entry in entries))
    columns = tuple(dict.fromkeys(key for kind in kinds for key in CLASS_OF[kind].json_keys))
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")

    def line(cells: Iterable[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(cells)
        return buffer.getvalue()

    yield "\ufeff" + line(columns)
    for entry in entries:
        keys = set(entry.json_keys)
        yield line(harmless(told(getattr(entry, key))) if key in keys else "" for key in columns)


def told(value: Any) -> str:
    """One value as a person reads it."""
    if isinstance(value, tuple):
        return "; ".join(told(item) for item in value)
    if isinstance(value, LabelledValue):
        return f"{value.value} ({value.label})" if value.label else value.value
    if isinstance(value, Person | Membership):
        return f"{value.name} ({value.role})" if value.role else value.name
    if isinstance(value, About):
        return value.title
    if isinstance(value, bool):
        return "true" if value else "false"
    plain = json_value(value)
    return "" if plain is None else str(plain)
