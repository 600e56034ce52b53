"""A page of a list and an entry: beside each other where there is room, else one covering the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
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
    above `right`, whose pages are the entry's `pane` and what is said while none is open. The pane is the greater part
    of the work: it is made after the list, in turns of its own, or at once for whoever asks for it before."""

    kind: ClassVar[str] = ""

    panel: ListPanel
    splitter: QSplitter
    side: QWidget
    back: QuietButton
    right: QStackedWidget
    _covered = False
    _pane: DetailPane | None = None
    _is_whole = False

    @property
    def pane(self) -> DetailPane:
        """The entry's, made and in its place."""
        if not self._is_whole:
            self._is_whole = True
            self._pane = self._pane or self.make_detail()
            self._pane.fields_changed.connect(self._on_fields)
            self._pane.delete_wanted.connect(self.delete_current)
            self.right.addWidget(self._pane)
        assert self._pane is not None
        return self._pane

    def _make_pane_soon(self) -> None:
        """It is made in one turn of the window, and put into its place, where it takes on its looks, in the next."""

        def make() -> None:
            self._pane = self._pane or self.make_detail()
            QTimer.singleShot(0, self, lambda: self.pane)

        QTimer.singleShot(0, self, make)

    def when_whole(self, then: Callable[[], None]) -> None:
        if self._is_whole:
            then()
        else:
            QTimer.singleShot(0, self, lambda: self.when_whole(then))  # a turn or two

    def covers(self) -> bool:
        """Whether list and entry have no room beside each other, as with large text."""
        return self.width() < em(self) * LEAST_BOTH

    def back_words(self) -> str:
        """What leads back from an entry that covers the list."""
        return QCoreApplication.translate("ListDetailScreen", "Back to the list")

    def entry_open(self) -> bool:
        return self._pane is not None and self.right.currentWidget() is self._pane

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

    def make_detail(self) -> DetailPane:
        raise NotImplementedError

    def _on_fields(self, fields: dict[str, Any]) -> None:
        """What she typed into the pane."""
        raise NotImplementedError

    def _close_entry(self) -> None:
        raise NotImplementedError
