"""The bar above every page: back, search, capture, and the menu of all commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from journal.ui.commands import Commands
from journal.ui.theme import SMALL, em
from journal.ui.widgets.buttons import IconButton, PlainButton
from journal.ui.widgets.menu import Menu
from journal.ui.widgets.search_field import SearchField


class TopBar(QWidget):
    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self.search = SearchField(self.tr("Search everything…"), self, delay_ms=0)
        self.search.setToolTip(self.tr("Search everything (Ctrl+K)"))
        self.search.setMaximumWidth(em(self) * 30)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        # The sign that what is confidential is on screen; pressing it hides it.
        self.confidential = PlainButton(self.tr("Hide confidential"), self, icon="eye")
        self.confidential.setToolTip(self.tr("Confidential entries are on screen. Hide them again (Ctrl+Shift+H)"))
        self.confidential.clicked.connect(commands["confidential"].trigger)
        self.confidential.hide()
        row.addWidget(self.confidential)
        self.capture = PlainButton(self.tr("Capture"), self, icon="sparkles")
        self.capture.setToolTip(self.tr("Capture in one line (Ctrl+N)"))
        self.capture.clicked.connect(commands["capture"].trigger)
        row.addWidget(self.capture)
        self.more = IconButton("ellipsis", self.tr("Menu (F10)"), self)
        self.menu = Menu(self.more)
        commands.fill(self.menu)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.more)
