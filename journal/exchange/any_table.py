"""Any CSV or Excel table, by a mapping of its columns: guessed, asked, and remembered for every file with its titles.

The answer to `Question(kind="columns")` is JSON: field -> position (from 0), fields as in `column_guess`; one that only
an event has (title, starts_at…) makes the rows events. Columns without a field go to the notes as "Title: cell".
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, pairwise
from operator import itemgetter

from journal.domain.entry import folded, is_email
from journal.exchange import column_guess, encodings, packed
from journal.exchange.mapped_rows import contact_of, event_of
from journal.exchange.proposals import MOST_RECORDS, NO_ANSWERS, Proposed, Question, Rejected, too_many_rows
from journal.exchange.row_drafts import date_order, plain_cell, titles_hash
from journal.exchange.tables import DELIMITERS, Table, fits, physical_lines

FORMAT = "table"

_ENDINGS = (".csv", ".tsv", ".tab")
_DATES = ("birthday", "met_on", "starts_at", "ends_at")
_LOOKED_AT = 60  # rows
# Beyond these nobody keeps people in a table, and a hostile file would fill the memory.
MOST_LINES = 400_000
MOST_COLUMNS = 2_000
_LONG_LINE = 20_000  # characters of a line that are looked at for titles
_NO_TABLE = ("{", "[", "<", "%PDF", "BEGIN:")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its name, its titles, and what gives its rows with their line, each of any width; they are read when
    wanted, as often as that is, and not held."""

    name: str
    titles: tuple[str, ...]
    rows: Callable[[], Iterable[tuple[int, list[str]]]]
    cut: bool = False  # there were more rows than are read
    lines: int = 0  # at least as many as there are rows


def recognises(head: bytes, name: str) -> bool:
    """Whether it is a workbook, or text in columns; see Format."""
    if head.startswith(b"PK\x03\x04"):
        return b"[Content_Types].xml" in head and (b"xl/" in head or name.lower().endswith(".xlsx"))
    if b"\x00" in head[:4096] and not encodings.marked(head)[0]:
        return False
    lines = physical_lines(encodings.decode(head))
    found = _header(lines)
    if found is None:
        return False
    return name.lower().endswith(_ENDINGS) or bool(column_guess.guess(found[2], _alike(lines, found))[1])


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected | Question]:
    """A contact or an event for each row of each sheet; see Format."""
    if data.startswith(b"PK\x03\x04"):
        yield from _read_book(data, answers)
        return
    grid = grid_of(encodings.decode(data), name)
    if grid is None:
        yield Rejected(1, "no_rows", {"sheet": name[:80]})
    else:
        yield from read_grid(grid, answers, FORMAT)


def _read_book(data: bytes, answers: Mapping[str, str]) -> Iterator[Proposed | Rejected | Question]:
    from journal.exchange import workbook

    if not packed.is_workbook(data):
        yield Rejected(0, "workbook_unreadable")
        return
    try:
        for sheet in workbook.sheets(data):
            start, width = _widest([cells for _, cells in sheet.rows[:20]])
            if width == 0:
                continue
            titled = _is_header(sheet.rows[start][1])
            titles = sheet.rows[start][1] if titled else [""] * width
            rows = partial(_plain_rows, partial(iter, sheet.rows[start + titled :]))
            yield from read_grid(Grid(sheet.name, tuple(titles), rows, sheet.cut, len(sheet.rows)), answers, FORMAT)
    except workbook.UnreadableBook:
        yield Rejected(0, "workbook_unreadable")


def read_grid(grid: Grid, answers: Mapping[str, str], source: str) -> Iterator[Proposed | Rejected | Question]:
    """The question of its columns, that of its dates where they leave a doubt, then every row."""
    if grid.lines > MOST_RECORDS and next(islice(grid.rows(), MOST_RECORDS, None), None) is not None:
        yield too_many_rows(1)
        return
    width = len(grid.titles)
    looked_at = [_wide(cells, width) for _, cells in islice(grid.rows(), _LOOKED_AT)]
    kind, guessed = column_guess.guess(grid.titles, looked_at)
    key = f"columns:{titles_hash(grid.titles)}"
    told = _told(answers.get(key, ""), width)
    mapping = guessed if told is None else told
    if told is not None:
        kind = "event" if column_guess.ONLY_EVENT & told.keys() else "contact"
    details = {
        "titles": json.dumps(grid.titles, ensure_ascii=False),
        "samples": json.dumps([[cell[:200] for cell in row] for row in looked_at[:3]], ensure_ascii=False),
        "kind": kind,
    }
    yield Question(key, "columns", json.dumps(mapping), (), details)
    if not mapping:
        yield Rejected(1, "no_columns", {"sheet": grid.name[:80]})
        return
    dated = [mapping[field] for field in _DATES if field in mapping]
    every = (cells[at] for _, cells in (grid.rows() if dated else ()) for at in dated if at < len(cells))
    day_first, question = date_order(every, grid.titles, answers)
    if question:
        yield question
    make = event_of if kind == "event" else contact_of
    rest = [at for at in range(width) if at not in mapping.values()]
    line = 0
    for line, cells in grid.rows():
        if any(cell.strip() for cell in cells[width:]):
            yield Rejected(line, "too_many_cells", {"count": str(len(cells)), "expected": str(width)})
            continue
        row = _wide(cells, width)
        said = {field: cell for field, at in mapping.items() if (cell := row[at].strip())}
        more = [(grid.titles[at] or str(at + 1), cell) for at in rest if (cell := row[at].strip())]
        yield make(line, said, more, day_first, source)
    if grid.cut:
        yield Rejected(line, "table_too_large", {"count": str(line)})


def _plain_rows(rows: Callable[[], Iterable[tuple[int, list[str]]]]) -> Iterator[tuple[int, list[str]]]:
    for line, cells in rows():
        yield line, [plain_cell(cell) for cell in cells]


def _wide(cells: list[str], width: int) -> list[str]:
    return cells[:width] + [""] * (width - len(cells))


def _told(answer: str, width: int) -> dict[str, int] | None:
    """Her mapping, None where there is none or it is not one."""
    try:
        found = json.loads(answer) if answer else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    known = {*column_guess.CONTACT, *column_guess.EVENT}
    return {field: at for field, at in found.items() if field in known and type(at) is int and 0 <= at < width}


# --- text in columns ----------------------------------------------------------------------------------------------


def grid_of(text: str, name: str) -> Grid | None:
    """The table a text holds, None where it is in no columns."""
    text = encodings.undoubled(text.replace("\x00", ""))
    lines = list(islice(io.StringIO(text, newline=""), MOST_LINES + 1))
    found = _header(lines)
    if found is None:
        return None
    at, delimiter, cells, end = found
    if len(cells) > MOST_COLUMNS or any(
        len(line) > MOST_COLUMNS and line.count(delimiter) > len(cells) + MOST_COLUMNS for line in lines
    ):
        return None
    cut = len(lines) > MOST_LINES
    titled = _is_header(cells)
    titles = tuple(cell.strip() for cell in cells) if titled else ("",) * len(cells)
    table = Table(titles, at + (1 if titled else 0), delimiter, tuple(lines[: end or None]))
    return Grid(name, titles, partial(_plain_rows, table.rows), cut, len(lines))


_Header = tuple[int, str, list[str], int]


def _header(lines: Sequence[str]) -> _Header | None:
    """(index of the line of titles, delimiter, titles, where it ends, 0 for the file's end): the first of the widest
    lines, by the delimiter that makes the most lines as wide."""
    lines = [line if len(line) <= _LONG_LINE else line[:_LONG_LINE] for line in lines[:400]]
    first = next((line.strip() for line in lines if line.strip()), "")
    if not first or first.upper().startswith(_NO_TABLE):
        return None
    best: tuple[int, int, int, str, list[str]] | None = None
    for delimiter in DELIMITERS:
        rows = _first_rows(lines, delimiter)
        start, width = _widest(rows)
        alike = sum(1 for row in rows[start:] if fits(row, width))
        if width > 1 and alike * 2 > len(rows) - start and (best is None or alike * width > best[0]):
            at = _line_of(lines, rows, start, delimiter)
            best = (alike * width, at, width, delimiter, rows[start])
    if best is not None and (len(best[4]) > 2 or column_guess.guess(best[4], ())[1]):
        return best[1], best[3], best[4], 0
    block = _best_block(lines)
    if block is not None:
        return block
    if best is not None:
        return best[1], best[3], best[4], 0
    at = next(number for number, line in enumerate(lines) if line.strip())
    alone = [lines[at].strip().strip('"')]  # one column: only where its title or its cells say what it is
    known = column_guess.guess(alone, [[line.strip()] for line in lines[at + 1 : at + 30]])[1] or is_email(alone[0])
    return (at, ",", alone, 0) if known else None


def _best_block(lines: Sequence[str]) -> _Header | None:
    """The widest table of a report in sections with blank lines between (a list of who was at a Teams meeting), whose
    titles say what its columns are; it ends where its section does."""
    found: list[tuple[int, _Header]] = []
    edges = [-1, *(number for number, line in enumerate(lines) if not line.strip()), len(lines)]
    for before, end in pairwise(edges):
        for delimiter in DELIMITERS if end - before > 2 else ():
            block = lines[before + 1 : end]
            rows = _first_rows(block, delimiter)
            start, width = _widest(rows)
            below = rows[start + 1 :]
            even = width > 2 and below and all(fits(row, width) for row in below)
            if even and column_guess.guess(rows[start], [row[:width] for row in below])[1]:
                at = before + 1 + _line_of(block, rows, start, delimiter)
                found.append((width, (at, delimiter, rows[start], end % len(lines))))
    return max(found, key=itemgetter(0))[1] if found else None


def _alike(lines: Sequence[str], found: _Header) -> list[list[str]]:
    """The first rows as wide as the titles."""
    at, delimiter, titles, _ = found
    return [row for row in _first_rows(lines[at:], delimiter) if len(row) == len(titles)]


def _first_rows(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines[:400], delimiter=delimiter, skipinitialspace=True):
            rows.append(row)
            if len(rows) >= 40:
                break
    except csv.Error:
        pass  # an enormous cell: what came before it tells
    return [row for row in rows if any(cell.strip() for cell in row)]


def _widest(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """(index, width) of the first row with as many full cells as the titles must have."""
    if not rows:
        return 0, 0
    widths = sorted(len(row) for row in rows)
    usual = widths[len(widths) // 2]
    for index, row in enumerate(rows):
        if len(row) >= usual and sum(1 for cell in row if cell.strip()) * 2 >= len(row):
            return index, len(row)
    return 0, len(rows[0])


def _line_of(lines: Sequence[str], rows: Sequence[list[str]], index: int, delimiter: str) -> int:
    """The line at which that row begins (titles are on one line)."""
    wanted = rows[index]
    for number, line in enumerate(lines[:400]):
        try:
            if next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), []) == wanted:
                return number
        except csv.Error:
            continue  # a cell of megabytes is no title
    return 0


def _is_header(cells: Sequence[str]) -> bool:
    """Whether cells are titles: none of them an address or mostly digits."""
    return not any(is_email(cell.strip()) or sum(c.isdigit() for c in cell) > 5 for cell in cells) and any(
        folded(cell) for cell in cells
    )
