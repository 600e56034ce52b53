"""The keys, on one page: made from the commands themselves, so that none is missing or wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout

from journal.ui.commands import declared, page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.theme import LARGE, SMALL
from journal.ui.widgets.headings import StyledLabel


class ShortcutsPage(ColumnPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        rows = [(command.text.rstrip("…"), command.keys) for command in declared() if command.keys]
        rows += [
            (self.tr("Close what is open, or go back"), ("Esc",)),
            (self.tr("Move to the trash what is selected in a list"), ("Del",)),
            (self.tr("From the list into the entry"), ("Return",)),
            (self.tr("Take the selected line and the ones below it"), ("Shift+Down",)),
        ]
        for row, (text, keys) in enumerate(rows):
            shown = "  ·  ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
            keys_label = StyledLabel(shown, self, style="strong", role="accent_ink")
            grid.addWidget(keys_label, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(StyledLabel(text, self), row, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)

    def activate(self) -> None:
        self.back.setFocus()
