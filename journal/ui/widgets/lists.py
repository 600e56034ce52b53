"""The list of entries: quick at any length, at home on the keyboard, keeping its selection by id."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from journal.ui.widgets.lines_delegate import LineDelegate
from journal.ui.widgets.lines_model import Column, Index, LinesModel, Look

__all__ = ["Column", "LinesModel", "LinesView", "Look"]


class LinesView(QTableView):
    """Shows a LinesModel. Ids in every signal; `current_changed(0)` where nothing is current any more.

    `current_changed(id)`: the line to show in the detail; `selection_changed(list of ids)`; `activated_id(id)`: Enter
    or double click; `delete_requested(list of ids)`: Delete; `sort_requested(name, descending)`: a heading clicked.
    """

    current_changed = Signal(int)
    selection_changed = Signal(list)
    activated_id = Signal(int)
    delete_requested = Signal(list)
    sort_requested = Signal(str, bool)

    def __init__(
        self, model: LinesModel, parent: QWidget | None = None, *, name: str = "", two_lines: bool = True
    ) -> None:
        super().__init__(parent)
        self._lines = model
        self._current = 0
        self._selected: list[int] = []
        self._wanted: tuple[int, list[int]] | None = None
        self._to_end = False
        self.setAccessibleName(name)
        self.setProperty("look", "lines")
        self._delegate = LineDelegate(two_lines)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)
        header.setVisible(bool(model.columns))
        header.sectionClicked.connect(self._heading_clicked)
        self.setModel(model)
        self._size_rows()
        model.modelAboutToBeReset.connect(self._remember)
        model.filled.connect(self._restore)
        model.rowsRemoved.connect(self._removed)
        self.activated.connect(self._activated)

    # --- state ----------------------------------------------------------------------------------------------------

    def current_id(self) -> int:
        """0 where nothing is current."""
        return self._current

    def selected_ids(self) -> list[int]:
        """From top to bottom."""
        return list(self._selected)

    def select_id(self, entry_id: int) -> bool:
        """Makes that line the current and only selected one and brings it into view.

        False where it is not read yet: then it is selected as soon as it comes.
        """
        row = self._lines.row_of(entry_id)
        if row < 0:
            self._wanted = (entry_id, [entry_id])
            return False
        self._wanted = None
        index = self._lines.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)
        return True

    def select_ids(self, ids: Iterable[int], current: int = 0) -> None:
        """Selects those of the lines that are there."""
        picked = QItemSelection()
        last = self._lines.columnCount() - 1
        for row in (self._lines.row_of(one) for one in ids):
            if row >= 0:
                picked.select(self._lines.index(row, 0), self._lines.index(row, last))
        selection = self.selectionModel()
        selection.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        row = self._lines.row_of(current)
        if row >= 0:
            selection.setCurrentIndex(self._lines.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _remember(self) -> None:
        if self._wanted is None and (self._current or self._selected):
            self._wanted = (self._current, list(self._selected))
        self._place = self.verticalScrollBar().value()

    def _restore(self) -> None:
        if self._to_end:
            self._to_end = not self._lines.is_done()
            if self._to_end:
                self._lines.fetch_all()
            self._go_to_end()
            return
        if self._wanted is None:
            return
        current, ids = self._wanted
        if self._lines.row_of(current) < 0 and not any(self._lines.row_of(one) >= 0 for one in ids):
            if self._lines.is_done() or not self._lines.is_loading():
                self._wanted = None if self._lines.is_done() else self._wanted
                self._tell()
            return
        fresh = current != self._current
        self._wanted = None
        if fresh and ids == [current]:
            self.select_id(current)
            return
        self.select_ids(ids, current)
        self.verticalScrollBar().setValue(getattr(self, "_place", 0))
        self._tell()

    def _removed(self) -> None:
        QTimer.singleShot(0, self, self._tell)

    # --- what Qt tells --------------------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._wanted is None:
            self._tell()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._wanted is None:
            self._tell()

    def _tell(self) -> None:
        """Emits what is different from what was told last."""
        selection = self.selectionModel()
        if selection is None:
            return
        parts = list(selection.selection())  # type: ignore[call-overload]  # the stubs do not know it is a list
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        ids = [line.id for line in map(self._lines.line, rows) if line is not None]
        line = self._lines.line(selection.currentIndex().row()) if selection.currentIndex().isValid() else None
        # What is current but not selected (Ctrl+click took it away) is not what the detail should show.
        current = line.id if line is not None and line.id in ids else (ids[0] if ids else 0)
        if ids != self._selected:
            self._selected = ids
            self.selection_changed.emit(list(ids))
        if current != self._current:
            self._current = current
            self.current_changed.emit(current)

    def _activated(self, index: QModelIndex) -> None:
        line = self._lines.line(index.row())
        if line is not None:
            self.activated_id.emit(line.id)

    def _heading_clicked(self, section: int) -> None:
        name = self._lines.sort_names[section]
        if not name:
            return
        header = self.horizontalHeader()
        again = header.isSortIndicatorShown() and header.sortIndicatorSection() == section
        descending = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self.sort_requested.emit(name, descending)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._activated(self.currentIndex())
        elif key == Qt.Key.Key_Delete and self._selected:
            self.delete_requested.emit(list(self._selected))
        elif key == Qt.Key.Key_End and not self._lines.is_done():
            self._to_end = True
            self._lines.fetch_all()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            row = 0 if key == Qt.Key.Key_Home else self._lines.rowCount() - 1
            line = self._lines.line(row)
            if line is not None:
                self.select_id(line.id)
        else:
            super().keyPressEvent(event)

    def _go_to_end(self) -> None:
        line = self._lines.line(self._lines.rowCount() - 1)
        if line is not None and not self._to_end:
            self.select_id(line.id)

    # --- sizes ----------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_delegate"):
            self._size_rows()

    def _size_rows(self) -> None:
        header = self.verticalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(self._delegate.row_height(self.fontMetrics()))
        columns = self.horizontalHeader()
        if columns.count():
            columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at, column in enumerate(self._lines.columns, start=1):
            columns.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            columns.resizeSection(at, self.fontMetrics().averageCharWidth() * column.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Columns give way, last first, to a title that can still be read.
        room = self.viewport().width() - self.fontMetrics().averageCharWidth() * 24
        for at, column in enumerate(self._lines.columns, start=1):
            room -= self.fontMetrics().averageCharWidth() * column.width
            self.setColumnHidden(at, room < 0)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 44, self.fontMetrics().height() * 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.fontMetrics().height() * 6)
