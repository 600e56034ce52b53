"""Small things that only Today draws: the circle to tick off, the leaf of a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journal.ui import icons
from journal.ui.theme import colours, em, font


class DoneButton(QAbstractButton):
    """A circle that shows its tick under the pointer or the keyboard."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(em(self) * 1.3)
        return QSize(side, side)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.hasFocus() or self.isDown()
        painter.setPen(QPen(c.color("accent" if active else "edge"), 2 if self.hasFocus() else 1.5))
        painter.setBrush(c.color("accent_soft") if active else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5))
        if active:
            inset = round(self.width() * 0.24)
            icons.draw(painter, self.rect().adjusted(inset, inset, -inset, -inset), "check", c.accent_ink)


class DayLeaf(QWidget):
    """A day as on a calendar: its weekday above its number; today filled with the accent."""

    def __init__(self, day: date, today: date, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._is_today = str(day.day), day == today
        shown = QDate(day.year, day.month, day.day)
        self._weekday = locale.standaloneDayName(shown.dayOfWeek(), QLocale.FormatType.ShortFormat).rstrip(".")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(em(self) * 2.5), round(em(self) * 2.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.color("accent" if self._is_today else "accent_soft"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        ink = c.color("accent_text" if self._is_today else "accent_ink")
        painter.setPen(ink)
        height = self.height()
        small = font("small", self.font())
        small.setPixelSize(max(8, round(height * 0.27)))
        painter.setFont(small)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRect(0, round(height * 0.1), self.width(), round(height * 0.34)), centre, self._weekday)
        large = font("heading", self.font())
        large.setPixelSize(max(9, round(height * 0.4)))
        painter.setFont(large)
        painter.drawText(QRect(0, round(height * 0.42), self.width(), round(height * 0.48)), centre, self._number)
