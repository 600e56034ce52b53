"""A button that stands in a row with others, of which one holds: what a segment and an item of the sidebar share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
BY_HAND = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class RowButton(QAbstractButton):
    """`ringed`: it has the keyboard, and she came by the keyboard: only then is a ring drawn."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._came_by_keyboard = False
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def ringed(self) -> bool:
        return self._came_by_keyboard and self.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()  # they are for the row as a whole, which knows what they mean here
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._came_by_keyboard = event.reason() not in BY_HAND
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)
