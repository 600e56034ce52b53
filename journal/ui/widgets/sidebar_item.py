"""One item of the sidebar."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.ui import icons
from journal.ui.theme import MEDIUM, RADIUS, SMALL, TINY, colours, font
from journal.ui.widgets.row_button import RowButton


class Place(NamedTuple):
    """One page. `low`: stands at the foot (settings, help). `tip` may name a shortcut."""

    key: str
    text: str
    icon: str
    tip: str = ""
    low: bool = False


class Shrinking(QWidget):
    """What the items stand in: it may be so narrow that only their icons are shown."""

    def is_compact(self) -> bool:
        raise NotImplementedError


class SidebarItem(RowButton):
    """One page, or one saved search: icon and word, or the icon alone."""

    def __init__(self, place: Place, owner: Shrinking) -> None:
        super().__init__(place.text, owner)
        self.place = place
        self._owner = owner
        self._badge = 0
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
        if self.ringed:
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
