"""Who somebody is, in two letters."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.ui import icons
from journal.ui.theme import colours, em, font


def initials(title: str) -> str:
    """The letters of a circle: "ÉD" of "Élise Durand", "J" of "jeanne"."""
    words = [word for word in title.replace("-", " ").split() if word[0].isalnum()]
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "") if words else "?"
    return letters.upper()


class Avatar(QWidget):
    """The initials of a name in a circle."""

    def __init__(self, parent: QWidget | None = None, *, size_em: float = 3.6) -> None:
        super().__init__(parent)
        self._name = ""
        self._size = size_em
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.update()

    def sizeHint(self) -> QSize:
        side = round(em(self) * self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.color("accent_soft"))
        painter.drawEllipse(self.rect())
        if not self._name:
            inset = round(self.width() * 0.28)
            icons.draw(painter, self.rect().adjusted(inset, inset, -inset, -inset), "user", c.accent_ink)
            return
        letters = font("strong")
        letters.setPixelSize(max(9, round(self.height() * 0.36)))
        painter.setFont(letters)
        painter.setPen(c.color("accent_ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, initials(self._name))
