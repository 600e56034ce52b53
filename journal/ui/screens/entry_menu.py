"""The menu of one entry, beside its title."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from journal.ui import icons
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.menu import Menu


class EntryMenu(IconButton):
    """The three dots beside a title: confidential, history, trash."""

    confidential_chosen = Signal(bool)
    template_wanted = Signal()
    history_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ellipsis", "", parent)
        self.set_tip(self.tr("More about this entry"))
        self._confidential = False
        self._saved = False
        self.clicked.connect(self.open_menu)

    def show_state(self, *, confidential: bool, saved: bool) -> None:
        """`saved`: the entry is in the journal, so that it has a history."""
        self._confidential, self._saved = confidential, saved
        self.set_icon("eye-off" if confidential else "ellipsis")

    def open_menu(self) -> Menu:
        menu = Menu(self)
        on = self._confidential
        confidential = menu.addAction(icons.icon("check" if on else "eye-off"), self.tr("Confidential"))
        confidential.setToolTip(self.tr("Left out of everything that leaves this journal"))
        confidential.triggered.connect(lambda: self.confidential_chosen.emit(not on))
        history = menu.addAction(icons.icon("history"), self.tr("History"))
        history.setEnabled(self._saved)
        history.triggered.connect(self.history_wanted)
        template = menu.addAction(icons.icon("layout-template"), self.tr("Keep as a template"))
        template.setToolTip(self.tr("What stays the same: all but its date and its people"))
        template.setEnabled(self._saved and not on)
        template.triggered.connect(self.template_wanted)
        menu.addSeparator()
        menu.addAction(icons.icon("trash-2"), self.tr("Move to the trash")).triggered.connect(self.delete_wanted)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height() + 2)))
        return menu
