"""What an empty page says: an icon, one sentence, one button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui import icons
from journal.ui.theme import LARGE, MEDIUM, colours, em
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.labels import StyledLabel


class RoundIcon(QWidget):
    """An icon in a soft circle of the accent."""

    def __init__(self, icon: str, parent: QWidget | None = None, *, size_em: float = 3.6) -> None:
        super().__init__(parent)
        self._icon, self._size = icon, size_em

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = round(em(self) * self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.color("accent_soft"))
        side = min(self.width(), self.height())
        box = self.rect()
        box.setSize(QSize(side, side))
        box.moveCenter(self.rect().center())
        painter.drawEllipse(box)
        inset = round(side * 0.27)
        icons.draw(painter, box.adjusted(inset, inset, -inset, -inset), self._icon, c.accent_ink)


class EmptyState(QWidget):
    """`acted`: she pressed the button."""

    acted = Signal()

    def __init__(
        self, icon: str, sentence: str, parent: QWidget | None = None, *, button: str = "", button_icon: str = "plus"
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(sentence)  # it may have the keyboard, in the place of the list that is empty
        self._icon = RoundIcon(icon, self)
        self._sentence = StyledLabel(sentence, self, role="quiet", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = PrimaryButton(button, self, icon=button_icon)
        self._button.setVisible(bool(button))
        self._button.clicked.connect(self.acted)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(MEDIUM)
        box.addStretch(2)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._sentence)
        box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def set_text(self, sentence: str, *, icon: str = "", button: str | None = None) -> None:
        """Another sentence; `button` "" hides the button, None leaves it as it is."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        if icon:
            self._icon.set_icon(icon)
        if button is not None:
            self._button.setText(button)
            self._button.setVisible(bool(button))
