"""The keys, on one page: made from the commands themselves, so that none is missing or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout

from journal.ui.commands import declared, menu_title, page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.theme import LARGE, SMALL
from journal.ui.widgets.headings import StyledLabel

Rows = list[tuple[str, Sequence[str]]]


class ShortcutsPage(ColumnPage):
    """By menu, then what the keys do in a list, in the search box and everywhere."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("shortcuts"))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(LARGE)
        self.grid.setVerticalSpacing(SMALL)
        self.grid.setColumnStretch(1, 1)
        for title, rows in (*self._of_menus(), *self._of_places()):
            self._add(title, rows)
        self.column.addLayout(self.grid)
        self.column.addStretch(1)

    def _of_menus(self) -> Iterator[tuple[str, Rows]]:
        for menu in ("file", "new", "edit", "view", "help", ""):
            rows: Rows = [(one.text.rstrip("…"), one.keys) for one in declared() if one.keys and one.menu == menu]
            yield menu_title(menu) if menu else self.tr("Everywhere"), rows

    def _of_places(self) -> Iterator[tuple[str, Rows]]:
        yield (
            self.tr("In a list"),
            [
                (self.tr("From the list into the entry"), ("Return",)),
                (self.tr("Move to the trash what is selected in a list"), ("Del",)),
                (self.tr("Take the selected line and the ones below it"), ("Shift+Down",)),
                (self.tr("To the first and the last line"), ("Home", "End")),
            ],
        )
        yield (
            self.tr("In the search box"),
            [
                (self.tr("Along what was found, and open it"), ("Down", "Up", "Return")),
                (self.tr("Empty the box, then leave it"), ("Esc",)),
            ],
        )
        yield (
            self.tr("On a search in the sidebar"),
            [
                (self.tr("Open it"), ("Return",)),
                (self.tr("Give another name"), ("F2",)),
                (self.tr("Take out of the sidebar"), ("Del",)),
            ],
        )
        yield (
            self.tr("Between the parts of a page"),
            [
                (self.tr("To the next field, and back"), ("Tab", "Shift+Tab")),
                (self.tr("Close what is open, or go back"), ("Esc",)),
            ],
        )

    def _add(self, title: str, rows: Rows) -> None:
        row = self.grid.rowCount()
        self.grid.addWidget(StyledLabel(title, self, style="section", role="quiet"), row, 0, 1, 2)
        for number, (text, keys) in enumerate(rows, start=row + 1):
            shown = "  ·  ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
            label = StyledLabel(shown, self, style="strong", role="accent_ink")
            self.grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignLeft)
            self.grid.addWidget(StyledLabel(text, self), number, 1)

    def activate(self) -> None:
        self.back.setFocus()
