"""The pages of the window, at its side: icon and word, the current one filled, narrow as icons alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.theme import MEDIUM, em
from journal.ui.widgets.saved_list import SavedList
from journal.ui.widgets.sidebar_item import Place, Shrinking, SidebarItem

__all__ = ["Place", "Sidebar"]

COMPACT_BELOW = 64  # ems of window width under which only the icons are shown


class Sidebar(Shrinking):
    """`chosen(key)`: she went to another page. Up, Down, Home and End go along; Tab goes past.

    It watches the window it is in, and shows icons alone while that is narrow; `set_compact` decides for it.
    """

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._compact = False
        self._decided: bool | None = None
        self._watched: QWidget | None = None
        self._key = ""
        self._items: dict[str, SidebarItem] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        box.setSpacing(2)
        for place in (*[p for p in places if not p.low], None, *[p for p in places if p.low]):
            if place is None:
                self.saved = SavedList(self, self)
                box.addWidget(self.saved, 1)
                box.addStretch(1)
                continue
            item = SidebarItem(place, self)
            item.clicked.connect(lambda _=False, k=place.key: self._click(k))
            self._items[place.key] = item
            box.addWidget(item)
        if self._items:
            self.set_current(next(iter(self._items)))

    def current(self) -> str:
        return self._key

    def set_current(self, key: str) -> None:
        """Shows `key` as the page one is on, without a signal; a page that is not here leaves none filled."""
        held = any(item.hasFocus() for item in self._items.values())
        self._key = key
        for name, item in self._items.items():
            item.setChecked(name == key)
            reached = name == key or (key not in self._items and item is next(iter(self._items.values())))
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)
        if held and key in self._items and not self._items[key].hasFocus():
            self._items[key].setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def set_badge(self, key: str, count: int) -> None:
        """A quiet count beside a page; 0 takes it away."""
        self._items[key].set_badge(count)

    def item(self, key: str) -> QAbstractButton:
        return self._items[key]

    def is_compact(self) -> bool:
        return self._compact

    def set_compact(self, compact: bool | None) -> None:
        """Icons alone, or words too; None: by the width of the window."""
        self._decided = compact
        self._adapt()

    def _adapt(self) -> None:
        narrow = self.window().width() < COMPACT_BELOW * em(self)
        compact = narrow if self._decided is None else self._decided
        if compact != self._compact:
            self._compact = compact
            for item in self._items.values():
                item.setToolTip(item.place.tip or (item.place.text if compact else ""))
                item.updateGeometry()
            self.saved.show_as_fits()
            self.updateGeometry()

    def _click(self, key: str) -> None:
        different = key != self._key
        self.set_current(key)
        if different:
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = list(self._items)
        here = keys.index(self._key) if self._key in keys else -1
        there = {
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(keys) - 1,
        }.get(Qt.Key(event.key()))
        if there is None:
            super().keyPressEvent(event)
            return
        key = keys[max(0, min(len(keys) - 1, there))]
        self._click(key)
        self._items[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.window()
        if window is not self and self._watched is not window:
            self._watched = window
            window.installEventFilter(self)
        self._adapt()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._watched:
            self._adapt()
        return super().eventFilter(watched, event)
