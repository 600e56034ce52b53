"""Twelve bars, one a month; read out as a list by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.ui.theme import SMALL, TINY, colours, em, font


class MonthBars(QWidget):
    def __init__(self, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._counts: tuple[int, ...] = (0,) * 12
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Sequence[int], name: str) -> None:
        """Twelve numbers, and what they count (the accessible name)."""
        self._counts = tuple(counts)
        months = (self._locale.standaloneMonthName(month) for month in range(1, 13))
        said = ", ".join(f"{month} {count}" for month, count in zip(months, counts, strict=True))
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(self) * 28, em(self) * 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = colours(self)
        painter.setFont(font("small"))
        line = painter.fontMetrics().height()
        most = max(1, *self._counts)
        step = self.width() / 12
        room = self.height() - 2 * line - 2 * TINY
        for month, count in enumerate(self._counts):
            left = month * step
            height = max(3.0, room * count / most) if count else 2.0
            bar = QRectF(left + step * 0.2, line + TINY + room - height, step * 0.6, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.color("accent" if count else "line"))
            radius = min(TINY, height / 2)
            painter.drawRoundedRect(bar, radius, radius)
            painter.setPen(c.color("quiet"))
            below = QRectF(left, self.height() - line, step, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._month(month + 1, step, painter))
            if count:
                painter.setPen(c.color("text"))
                above = QRectF(left, bar.top() - line - TINY / 2, step, line)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self._locale.toString(count))

    def _month(self, month: int, step: float, painter: QPainter) -> str:
        """The month's name as long as fits: "janv.", else "J"."""
        short = self._locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)
        if painter.fontMetrics().horizontalAdvance(short) <= step - SMALL:
            return short
        return self._locale.standaloneMonthName(month, QLocale.FormatType.NarrowFormat)
