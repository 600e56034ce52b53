"""Two to five words in a row of which one holds: List | Month."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from journal.ui import icons
from journal.ui.theme import SMALL, colours, field_padding, font
from journal.ui.widgets.row_button import RowButton


class _Segment(RowButton):
    def __init__(self, text: str, icon: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        width = self.fontMetrics().boundingRect(self.text()).width() + 2 * line
        return QSize(width + (line + SMALL if self._icon else 0), line + 2 * field_padding(line)[1] - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.ringed:
            painter.setPen(c.color("accent" if self.ringed else "line"))
            painter.setBrush(c.color("raised" if on else "hover"))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ink = c.color("text" if on or self.underMouse() else "quiet")
        line = self.fontMetrics().height()
        words = font("strong", self.font()) if on else self.font()
        painter.setFont(words)
        width = painter.fontMetrics().horizontalAdvance(self.text())
        whole = width + (line + SMALL if self._icon else 0)
        left = (self.width() - whole) // 2
        text_left = left
        if self._icon:
            mirrored = self.isRightToLeft()
            icon_left = left + width + SMALL if mirrored else left
            text_left = left if mirrored else left + line + SMALL
            icons.draw(painter, QRect(icon_left, (self.height() - line) // 2, line, line), self._icon, ink)
        painter.setPen(ink)
        painter.drawText(QRect(text_left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())


class Segmented(QWidget):
    """`chosen(key)`: she took another. Left and Right go along, Tab goes past. Items: (key, text[, icon])."""

    chosen = Signal(object)

    def __init__(self, items: Sequence[Sequence[str]], parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, text, *icon in items:
            button = _Segment(text, icon[0] if icon else "", self)
            button.clicked.connect(lambda _=False, k=key: self._click(k))
            self._buttons[key] = button
            row.addWidget(button)
        self._key = ""
        if self._buttons:
            self.set_current(next(iter(self._buttons)))

    def current(self) -> str:
        return self._key

    def set_current(self, key: str) -> None:
        """Shows `key` as the one that holds, without a signal."""
        self._key = key
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def button(self, key: str) -> QAbstractButton:
        return self._buttons[key]

    def _click(self, key: str) -> None:
        different = key != self._key
        self.set_current(key)
        if different:
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft():
            step = -step
        keys = list(self._buttons)
        key = keys[max(0, min(len(keys) - 1, keys.index(self._key) + step))]
        self._click(key)
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours(self).color("hover"))
        painter.drawRoundedRect(self.rect(), 8, 8)
