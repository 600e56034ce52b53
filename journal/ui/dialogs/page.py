"""The frame of the pages that are not among the seven: a way back, a title, and a column of white space and text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.context import ScreenContext
from journal.ui.screens.page import Page
from journal.ui.theme import HUGE, MEDIUM, SMALL, em
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.headings import PageTitle

WIDEST = 44  # lines of text
NO_LIMIT = 16_777_215  # Qt's own


class TitledPage(Page):
    """A title with a way back before it. Add to `self.head` (after the title) and `self.body`."""

    def __init__(self, context: ScreenContext, title: str) -> None:
        super().__init__(context)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(MEDIUM)
        self.head = QHBoxLayout()
        self.head.setSpacing(SMALL)
        self.back = IconButton("chevron-left", self.tr("Back (Escape)"), self)
        self.back.clicked.connect(context.navigate.go_back)
        self.head.addWidget(self.back)
        self.title = PageTitle(title, self)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.head.addWidget(self.title, 1)
        self.body.addLayout(self.head)


class ColumnPage(TitledPage):
    """A column of text width that scrolls: add to `self.column`."""

    def __init__(self, context: ScreenContext, title: str) -> None:
        super().__init__(context, title)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(scroll)
        inside.setProperty("look", "page")
        self._narrow = QWidget(inside)
        self.set_narrow(True)
        self.column = QVBoxLayout(self._narrow)
        self.column.setContentsMargins(0, 0, MEDIUM, HUGE)
        self.column.setSpacing(MEDIUM)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._narrow, 1)
        row.addStretch(0)
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)

    def show_whole(self, part: QWidget) -> None:
        """Scrolls to a part of the column, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, HUGE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Through what is longer than the window, also where nothing in it takes the keyboard."""
        bar = self._scroll.verticalScrollBar()
        places = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in places:
            bar.setValue(places[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        """As wide as is good to read, or as wide as the window."""
        self._narrow.setMaximumWidth(em(self) * WIDEST if narrow else NO_LIMIT)
