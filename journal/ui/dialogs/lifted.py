"""A soft shadow around what floats over a page: painted by a widget below it, since an effect would render all that is
inside once more at every key."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

REACH = 14  # pixels around
DROP = 4  # pixels downwards
DARKEST = 6  # of 255, added up towards the edge
ROUND = 8  # pixels: the corners of what floats
CORNER = 2 * REACH + ROUND + DROP  # pixels within which a corner differs from an edge


class Shade(QWidget):
    """Follows `floating` in place, size and visibility."""

    def __init__(self, floating: QWidget) -> None:
        super().__init__(floating.parentWidget())
        self._floating = floating
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        floating.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif kind == QEvent.Type.Hide:
            self.hide()
        elif kind in (QEvent.Type.Show, QEvent.Type.ZOrderChange):
            self._follow()
            self.show()
            self.stackUnder(self._floating)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        self.setGeometry(self._floating.geometry().adjusted(-REACH, -REACH, REACH, REACH + DROP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Drawn from a small picture: its corners as they are, its edges stretched; the middle is covered anyway, but
        for its round corners."""
        picture = _picture(self.devicePixelRatioF())
        painter = QPainter(self)
        covered = self._floating.geometry().translated(-self.pos()).adjusted(ROUND, ROUND, -ROUND, -ROUND)
        painter.setClipRegion(QRegion(self.rect()) - covered)
        width, height, side = self.width(), self.height(), 2 * CORNER + 1
        scale = picture.width() / side
        starts, lengths = (0, CORNER, CORNER + 1), (CORNER, 1, CORNER)
        for column, (left, across) in enumerate(_thirds(width)):
            for row, (top, down) in enumerate(_thirds(height)):
                if column == row == 1:
                    continue
                source = QRectF(starts[column], starts[row], lengths[column], lengths[row])
                source = QRectF(source.topLeft() * scale, source.size() * scale)
                painter.drawImage(QRectF(left, top, across, down), picture, source)


def _thirds(length: int) -> tuple[tuple[int, int], ...]:
    """(start, length) of a corner, the middle and the other corner."""
    return (0, CORNER), (CORNER, length - 2 * CORNER), (length - CORNER, CORNER)


@cache
def _picture(ratio: float) -> QImage:
    """The shadow of the smallest box: two corners and one pixel between them each way."""
    side = 2 * CORNER + 1
    picture = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(REACH):
        painter.setBrush(QColor(0, 0, 0, DARKEST * (step + 1) // REACH))
        edge = QRectF(0, 0, side, side).adjusted(step, step + DROP, -step, -step)
        painter.drawRoundedRect(edge, REACH + ROUND - step, REACH + ROUND - step)
    painter.end()
    return picture


def lift(widget: QWidget) -> None:
    """Gives `widget` a shadow, as long as it lives."""
    Shade(widget)
