"""The rows of a list, read page by page off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from journal.domain.lines import Line

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
PAGE = 200
EVERYTHING = 10_000_000


def _nothing(_line: Line) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is worded and drawn; each is asked when a row is painted, and must be quick.

    `icon`: an icon's name, or "" for a circle with the initials of the title. `date` and `subtitle`: as shown.
    `state`: (text, tone) of the pill, tone "plain", "accent", "warn" or "good", or None. `late`: the date stands in the
    warm colour.
    """

    icon: Callable[[Line], str] = _nothing
    subtitle: Callable[[Line], str] = lambda line: line.subtitle
    date: Callable[[Line], str] = lambda line: line.date
    state: Callable[[Line], tuple[str, str] | None] = lambda _line: None
    late: Callable[[Line], bool] = lambda _line: False
    leading: bool = True  # whether icon or initials are drawn at all


@dataclass(frozen=True, slots=True)
class Column:
    """A column after the first. `sort` is the name by which the list is ordered when its heading is clicked."""

    heading: str
    text: Callable[[Line], str]
    sort: str = ""
    width: int = 16  # average characters


class LinesModel(QAbstractTableModel):
    """Rows of `Line`, more of which are asked for as one scrolls.

    `request_page(offset, limit)` wants `add_page(lines, done)` in answer, at once or later. After `reload()` the rows
    on screen stay until the first page of the new ones is there. `turn` grows with each reload: an answer to an older
    request is passed with the turn it was asked in, and is then dropped.
    """

    request_page = Signal(int, int)
    filled = Signal()  # a page arrived

    def __init__(
        self,
        look: Look | None = None,
        columns: Sequence[Column] = (),
        parent: QObject | None = None,
        *,
        heading: str = "",
        sort: str = "title",
    ) -> None:
        super().__init__(parent)
        self.look = look or Look()
        self.columns = list(columns)
        self.heading = heading
        self.sort_names = [sort, *(column.sort for column in self.columns)]
        self.turn = 0
        self._lines: list[Line] = []
        self._places: dict[int, int] = {}
        self._done = True
        self._asked = False
        self._stale = False
        self._all = False

    # --- what Qt asks ---------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1 + len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title if index.column() == 0 else self.columns[index.column() - 1].text(line)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._spoken(line)
        return None

    def _spoken(self, line: Line) -> str:
        state = self.look.state(line)
        parts = [line.title, self.look.subtitle(line), self.look.date(line), state[0] if state else ""]
        if line.favourite:
            parts.append(self.tr("favourite"))
        if line.confidential:
            parts.append(self.tr("confidential"))
        return ", ".join(part for part in parts if part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading if section == 0 else self.columns[section - 1].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._done and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            # Later: views call this while they are told of rows, and must not be told of more meanwhile.
            self._asked = True
            QTimer.singleShot(0, self, partial(self._fetch, self.turn))

    def _fetch(self, turn: int) -> None:
        if turn == self.turn:
            self._ask(len(self._lines), EVERYTHING if self._all else PAGE)

    # --- what a screen does ---------------------------------------------------------------------------------------

    def reload(self, *, at_least: int = 0) -> None:
        """Reads everything shown anew (and at least so many rows), keeping it on screen meanwhile."""
        self.turn += 1
        self._all = False
        self._stale = True
        self._done = False
        self._ask(0, max(PAGE, len(self._lines), at_least))

    def reset(self) -> None:
        """Empties the list at once, then reads its first page: another filter, another order."""
        self.beginResetModel()
        self._lines, self._places = [], {}
        self.endResetModel()
        self.reload()

    def fetch_all(self) -> None:
        """Asks for all the rows there are (she pressed End)."""
        self._all = True
        if not self._done and not self._asked:
            self._ask(len(self._lines), EVERYTHING)

    def _ask(self, offset: int, limit: int) -> None:
        self._asked = True
        self.request_page.emit(offset, limit)

    def add_page(self, lines: Sequence[Line], done: bool, turn: int | None = None) -> None:
        """The rows asked for. `done`: there are no more. `turn`: the one in which they were asked for."""
        if turn is not None and turn != self.turn:
            return
        self._asked = False
        self._done = done
        if self._stale:
            self._stale = False
            self._replace_all(lines)
        else:
            fresh = [line for line in lines if line.id not in self._places]
            if fresh:
                first = len(self._lines)
                self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
                self._lines.extend(fresh)
                self._places.update((line.id, first + at) for at, line in enumerate(fresh))
                self.endInsertRows()
        self.filled.emit()

    def _replace_all(self, lines: Iterable[Line]) -> None:
        new = list(lines)
        if [line.id for line in new] == [line.id for line in self._lines]:
            # The same rows in the same order: nothing moves, no selection is touched.
            self._lines = new
            if new:
                last = self.index(len(new) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = new
        self._number()
        self.endResetModel()

    def _number(self) -> None:
        self._places = {line.id: at for at, line in enumerate(self._lines)}

    def replace(self, line: Line) -> bool:
        """Shows the new state of a line where it stands; False where it is not among the rows."""
        place = self._places.get(line.id)
        if place is None:
            return False
        self._lines[place] = line
        self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))
        return True

    def remove(self, ids: Iterable[int]) -> None:
        for place in sorted((self._places[i] for i in ids if i in self._places), reverse=True):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._lines[place]
            self.endRemoveRows()
        self._number()

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, entry_id: int) -> int:
        """-1 where it is not among the rows read so far."""
        return self._places.get(entry_id, -1)

    def lines(self) -> list[Line]:
        return list(self._lines)

    def is_done(self) -> bool:
        return self._done

    def is_loading(self) -> bool:
        return self._asked
