"""The part of the settings about the passphrase and when the journal locks itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.ui.context import ScreenContext
from journal.ui.dialogs.passphrase import Status, read_status
from journal.ui.theme import SMALL
from journal.ui.widgets.buttons import PlainButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.headings import QuietText
from journal.ui.widgets.segmented import Segmented

MINUTES = (1, 5, 15, 60, 0)


class LockCard(Card):
    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__("", parent, icon="lock")
        self.context = context
        self.heading.setText(self.tr("Passphrase"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        self.sentence = QuietText("", self)
        self.add(self.sentence)
        self.after_title = QuietText(self.tr("Lock when nothing is typed or clicked for"), self)
        self.add(self.after_title)
        choices = [(str(minutes), self._said(minutes)) for minutes in MINUTES]
        self.after = Segmented(choices, self, name=self.after_title.text())
        self.after.set_current(str(context.settings.now.lock_after))
        self.after.chosen.connect(self._choose)
        self.add(self.after)
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, SMALL, 0, 0)
        row.setSpacing(SMALL)
        self.open = PlainButton("", buttons, icon="lock")
        self.open.clicked.connect(lambda: context.navigate.open_page("passphrase"))
        row.addWidget(self.open)
        row.addStretch(1)
        self.add(buttons)
        self._show(Status())

    def _said(self, minutes: int) -> str:
        if not minutes:
            return self.tr("Never")
        return QCoreApplication.translate("LockCard", "%n minute(s)", None, minutes)

    def refresh(self) -> None:
        if not self.context.demo:
            settings = self.context.settings.now
            self.context.jobs.read(self, lambda journal: read_status(journal, settings), self._show, key="lock")

    def _show(self, status: Status) -> None:
        if status.encrypted:
            self.sentence.setText(
                self.tr("Your journal is encrypted. Ctrl+L locks it, as do the screen's lock and sleep.")
            )
        else:
            self.sentence.setText(self.tr("Your journal is a plain file: whoever has it or this computer can read it."))
        self.open.setText(self.tr("Passphrase and sheet…") if status.encrypted else self.tr("Set a passphrase…"))
        self.open.setEnabled(not self.context.demo)
        for widget in (self.after_title, self.after):
            widget.setVisible(status.encrypted)

    def _choose(self, minutes: str) -> None:
        self.context.settings.change(lock_after=int(minutes))
        if self.context.locking is not None:
            self.context.locking.watch_for_leaving()
