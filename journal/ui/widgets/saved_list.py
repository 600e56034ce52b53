"""The searches she keeps, in the sidebar: opened by a click or Enter, named anew by F2, taken away by Delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from journal.ui.theme import MEDIUM, SMALL
from journal.ui.widgets.field import Line
from journal.ui.widgets.labels import StyledLabel
from journal.ui.widgets.menu import Menu
from journal.ui.widgets.sidebar_item import Place, Shrinking, SidebarItem


class _NameLine(Line):
    """Where a search is named anew; Escape leaves the name as it was."""

    gave_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)
            event.accept()  # else the Enter that ends the naming would open the search as well


class SavedList(QScrollArea):
    """Signals: `opened(words)`; `renamed(words, name)`; `removed(words)`. Up and Down go along; Tab goes past.

    Hidden while there is none, and while the sidebar shows icons alone."""

    opened = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, owner: Shrinking, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = owner
        self._items: dict[str, SidebarItem] = {}
        self._naming: _NameLine | None = None
        self._box = QVBoxLayout()
        self.hide()

    def _build(self) -> None:
        """Made once there is something to show: a viewport costs a tenth of the first paint."""
        self.setAccessibleName(self.tr("Saved searches"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget(self)
        inside.setAutoFillBackground(False)
        inside.setLayout(self._box)
        self._box.setContentsMargins(0, SMALL, 0, 0)
        self._box.setSpacing(2)
        heading = StyledLabel(self.tr("Saved searches"), inside, style="section", role="quiet")
        heading.setContentsMargins(MEDIUM, 0, 0, 0)
        self._box.addWidget(heading)
        self._box.addStretch(1)
        self.setWidget(inside)

    def items(self) -> list[SidebarItem]:
        """From top to bottom."""
        return list(self._items.values())

    def fill(self, searches: Sequence[tuple[str, str]]) -> None:
        """(words, name) of each; the keyboard stays at the place it was at."""
        if self._box.parentWidget() is None:
            if not searches:
                return
            self._build()
        held = next((place for place, item in enumerate(self.items()) if item.hasFocus()), -1)
        for item in self._items.values():
            item.deleteLater()
            self._box.removeWidget(item)
        self._items = {}
        for words, name in searches:
            item = SidebarItem(Place(words, name, "bookmark", words if name != words else ""), self._owner)
            item.setParent(self.widget())
            item.setCheckable(False)
            item.clicked.connect(lambda _=False, words=words: self.opened.emit(words))
            self._items[words] = item
            self._box.insertWidget(self._box.count() - 1, item)
            item.show()
        self.show_as_fits()
        self._reach(max(held, 0))
        if held >= 0 and self._items:
            self._focus(held)
        elif held >= 0:
            self._owner.setFocus()

    def show_as_fits(self) -> None:
        self.setVisible(bool(self._items) and not self._owner.is_compact())

    def _reach(self, place: int) -> None:
        """One of them is reached by Tab."""
        for number, item in enumerate(self.items()):
            here = number == min(place, len(self._items) - 1)
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _focus(self, place: int) -> None:
        items = self.items()
        place = max(0, min(len(items) - 1, place))
        self._reach(place)
        items[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(items[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = next((number for number, item in enumerate(self.items()) if item.hasFocus()), -1)
        there = {
            Qt.Key.Key_Up: place - 1,
            Qt.Key.Key_Down: place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._items) - 1,
        }.get(Qt.Key(event.key()))
        if place < 0:
            super().keyPressEvent(event)
            return
        words = list(self._items)[place]
        if there is not None:
            self._focus(there)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(words)
        elif event.key() == Qt.Key.Key_F2:
            self.begin_naming(words)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(words)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        for words, item in self._items.items():
            if item.hasFocus() or item.underMouse():
                menu = self.menu_of(words)
                by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
                menu.popup(event.globalPos() if by_mouse else item.mapToGlobal(QPoint(0, item.height())))
                return

    def menu_of(self, words: str) -> Menu:
        menu = Menu(self)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.opened.emit(words))
        name = menu.addAction(self.tr("Give another name"))
        name.setShortcut(QKeySequence(Qt.Key.Key_F2))
        name.triggered.connect(lambda: self.begin_naming(words))
        gone = menu.addAction(self.tr("Take out of the sidebar"))
        gone.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        gone.triggered.connect(lambda: self.removed.emit(words))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def begin_naming(self, words: str) -> None:
        """In the place of the search itself: Enter keeps the new name, Escape the old one."""
        item = self._items[words]
        line = _NameLine(item.text(), self.widget())
        line.setAccessibleName(self.tr("Name of the search"))
        self._box.insertWidget(self._box.indexOf(item), line)
        item.hide()
        self._naming = line
        line.returnPressed.connect(lambda: self._end_naming(words, line.text()))
        line.gave_up.connect(lambda: self._end_naming(words, ""))
        line.editingFinished.connect(lambda: self._end_naming(words, line.text()))
        line.selectAll()
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_naming(self, words: str, name: str) -> None:
        line, self._naming = self._naming, None
        if line is None:
            return
        by_keyboard = line.hasFocus()
        self._box.removeWidget(line)
        line.deleteLater()
        if words in self._items:
            item = self._items[words]
            item.show()
            if by_keyboard:
                item.setFocus(Qt.FocusReason.OtherFocusReason)
            if name.strip() and name.strip() != item.text():
                self.renamed.emit(words, name.strip())
