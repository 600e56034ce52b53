"""A soft shadow around what floats over a page: painted by a widget below it, since an effect would render all that is
inside once more at every key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

REACH = 14  # pixels around
DROP = 4  # pixels downwards
DARKEST = 6  # of 255, added up towards the edge


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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(REACH):
            painter.setBrush(QColor(0, 0, 0, DARKEST * (step + 1) // REACH))
            edge = QRectF(self.rect()).adjusted(step, step + DROP, -step, -step)
            painter.drawRoundedRect(edge, REACH + 8 - step, REACH + 8 - step)


def lift(widget: QWidget) -> None:
    """Gives `widget` a shadow, as long as it lives."""
    Shade(widget)
