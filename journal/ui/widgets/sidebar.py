"""The pages of the window, at its side: icon and word, the current one filled, narrow as icons alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from journal.ui import icons
from journal.ui.theme import MEDIUM, RADIUS, SMALL, TINY, colours, em, font

COMPACT_BELOW = 64  # ems of window width under which only the icons are shown


class Place(NamedTuple):
    """One page. `low`: stands at the foot (settings, help). `tip` may name a shortcut."""

    key: str
    text: str
    icon: str
    tip: str = ""
    low: bool = False


class _Item(QAbstractButton):
    def __init__(self, place: Place, owner: Sidebar) -> None:
        super().__init__(owner)
        self.place = place
        self._owner = owner
        self._badge = 0
        self.setText(place.text)
        self.setCheckable(True)
        self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_badge(0)

    def set_badge(self, count: int) -> None:
        self._badge = count
        self.setAccessibleName(f"{self.place.text}, {count}" if count else self.place.text)
        self.setToolTip(self.place.tip or (self.place.text if self._owner.is_compact() else ""))
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        side = round(line * 1.15)
        height = line + 2 * max(6, line // 2)
        if self._owner.is_compact():
            return QSize(side + 2 * MEDIUM, height)
        return QSize(side + 3 * MEDIUM + self.fontMetrics().averageCharWidth() * 17, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows are for the row as a whole, which knows what they mean here.
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in arrows:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A ring only for those who come by the keyboard.
        self._ring = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, compact = self.isChecked(), self._owner.is_compact()
        box = self.rect().toRectF().adjusted(1, 1, -1, -1)
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.color("accent" if on else "hover"))
            painter.drawRoundedRect(box, RADIUS - 1, RADIUS - 1)
        if self._ring and self.hasFocus():
            painter.setPen(c.color("text" if on else "accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 1, RADIUS - 1)
        side = round(self.fontMetrics().height() * 1.15)
        mirrored = self.isRightToLeft()
        left = (self.width() - side) // 2 if compact else self.width() - MEDIUM - side if mirrored else MEDIUM
        ink = c.color("accent_text" if on else "text")
        icons.draw(painter, QRect(left, (self.height() - side) // 2, side, side), self.place.icon, ink)
        if compact:
            if self._badge:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(c.color("accent_text" if on else "accent"))
                painter.drawEllipse(QRect(left + side - 3, (self.height() - side) // 2 - 2, 7, 7))
            return
        gap = side + MEDIUM + SMALL + 2
        words = self.rect().adjusted(MEDIUM, 0, -gap, 0) if mirrored else self.rect().adjusted(gap, 0, -MEDIUM, 0)
        if self._badge:
            words = self._paint_badge(painter, words, on, mirrored)
        painter.setFont(font("strong", self.font()) if on else self.font())
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), text)

    def _paint_badge(self, painter: QPainter, words: QRect, on: bool, mirrored: bool) -> QRect:
        c = colours(self)
        shown = str(self._badge) if self._badge < 1000 else "999+"
        painter.setFont(font("small", self.font()))
        metrics = painter.fontMetrics()
        width, height = max(metrics.horizontalAdvance(shown) + 12, metrics.height() + 2), metrics.height() + 2
        left = words.left() - 2 if mirrored else words.right() - width + 3
        place = QRect(left, (self.height() - height) // 2, width, height)
        back = c.color("accent_text" if on else "accent_soft")
        if on:
            back.setAlpha(50)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(c.color("accent_text" if on else "accent_ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        return words.adjusted(width + TINY, 0, 0, 0) if mirrored else words.adjusted(0, 0, -width - TINY, 0)


class Sidebar(QWidget):
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
        self._items: dict[str, _Item] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        box.setSpacing(2)
        for place in (*[p for p in places if not p.low], None, *[p for p in places if p.low]):
            if place is None:
                box.addStretch(1)
                continue
            item = _Item(place, self)
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
