"""A year after a contact was noted or last looked through: is it still right? One press says yes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.theme import TINY
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.headings import StyledLabel


class ReviewLine(QWidget):
    """`accepted`: all of it is still right. What is not is changed below; who is no longer wanted is in the menu."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = StyledLabel(self.tr("Noted more than a year ago: is all of it still right?"), self, role="quiet")
        self.text.setWordWrap(True)
        self.accept = QuietButton(self.tr("Still right"), self, icon="circle-check")
        self.accept.clicked.connect(self.accepted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        box.addWidget(self.text)
        box.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()
