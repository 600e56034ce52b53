"""A page of a list and an entry: beside each other where there is room, else one covering the other."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from journal.ui.screens.list_panel import ListPanel
from journal.ui.screens.page import Page
from journal.ui.screens.panes import DetailPane
from journal.ui.theme import em
from journal.ui.widgets.buttons import QuietButton

LIST_WIDTH = 340  # pixels, until she moves the border
LEAST_BOTH = 44  # heights of a line of text: on a narrower page the entry covers the list


class DividedPage(Page):
    """The parts are made by the page itself: `panel` on the left side of `splitter`; on the other `side` with `back`
    above `right`, whose pages are the entry's `pane` and what is said while none is open."""

    kind: ClassVar[str] = ""

    panel: ListPanel
    pane: DetailPane
    splitter: QSplitter
    side: QWidget
    back: QuietButton
    right: QStackedWidget
    _covered = False

    def covers(self) -> bool:
        """Whether list and entry have no room beside each other, as with large text."""
        return self.width() < em(self) * LEAST_BOTH

    def back_words(self) -> str:
        """What leads back from an entry that covers the list."""
        return QCoreApplication.translate("ListDetailScreen", "Back to the list")

    def entry_open(self) -> bool:
        return self.right.currentWidget() is self.pane

    def _divide(self) -> None:
        """Gives the list its width and the entry the rest; where it covers the list, all of it."""
        covers, opened = self.covers(), self.entry_open()
        had_keyboard = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        self.back.setText(self.back_words())
        self.back.setVisible(covers and opened)
        self.side.setVisible(opened or not covers)
        self.panel.setVisible(not (covers and opened))
        if covers:
            if opened and had_keyboard:
                self.back.setFocus()
            return
        whole = sum(self.splitter.sizes())
        width = self.list_width(whole)
        self.splitter.setSizes([width, max(1, whole - width)])

    def list_width(self, whole: int) -> int:
        """Pixels of `whole` for the left side."""
        return self.context.settings.now.splitters.get(self.kind, LIST_WIDTH)

    def go_back(self) -> None:
        """From an entry that covers the list to the list."""
        self.flush()
        self._close_entry()
        self.panel.select(0)
        self.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.covers() != self._covered or self.covers():
            self._covered = self.covers()
            self._divide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._divide()  # the size of text may have changed on another page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _remember_width(self) -> None:
        widths = {**self.context.settings.now.splitters, self.kind: self.splitter.sizes()[0]}
        self.context.settings.change(splitters=widths)

    def _close_entry(self) -> None:
        raise NotImplementedError
