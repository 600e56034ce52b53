"""Buttons: one primary per page, plain and quiet ones, and icons alone with a name and a tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from journal.ui.icons import icon as icon_of
from journal.ui.theme import field_height


class _Button(QPushButton):
    look = ""
    icon_role = "text"

    def __init__(self, text: str, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(text, parent)
        if self.look:
            self.setProperty("look", self.look)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self.setIcon(icon_of(icon, self.icon_role))
            self._size_icon()

    def _size_icon(self) -> None:
        side = round(self.fontMetrics().height() * 1.05)
        self.setIconSize(QSize(side + 6, side))  # wider than high: Qt leaves too little air before the text

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_icon()


class PrimaryButton(_Button):
    """The one thing to do here, filled with the accent."""

    look = "primary"
    icon_role = "accent_text"


class PlainButton(_Button):
    """A thing one may do here, outlined."""


class QuietButton(_Button):
    """A lesser thing, in the accent colour without a frame."""

    look = "quiet"
    icon_role = "accent_ink"


class IconButton(QToolButton):
    """An icon alone; `tip` is its tooltip and accessible name, and may name a shortcut in brackets.

    A `shy` one is seen only while the pointer or the keyboard is in the widget it belongs to, and takes its room
    all the same; the owner repaints itself when that changes (fields do).
    """

    def __init__(
        self, icon: str, tip: str, parent: QWidget | None = None, *, role: str = "quiet", shy: bool = False
    ) -> None:
        super().__init__(parent)
        self._shy = shy
        self._role = role
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_icon(icon)
        self.set_tip(tip)
        self._size_icon()

    def set_icon(self, name: str, role: str = "") -> None:
        self.setIcon(icon_of(name, role or self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        owner = self.parentWidget()
        if self._shy and owner is not None and not owner.underMouse():
            focused = QApplication.focusWidget()
            if focused is None or not owner.isAncestorOf(focused):
                return
        super().paintEvent(event)

    def sizeHint(self) -> QSize:
        side = field_height(self)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_tip(self, tip: str) -> None:
        self.setToolTip(tip)
        self.setAccessibleName(tip.partition(" (")[0])

    def _size_icon(self) -> None:
        side = round(self.fontMetrics().height() * 1.1)
        self.setIconSize(QSize(side, side))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_icon()
