"""The part of the settings about the calendar that other programs follow."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QWidget

from journal.domain.errors import UserFacingError
from journal.system import words
from journal.ui.backing_up import show_folder
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.theme import SMALL
from journal.ui.widgets.buttons import PlainButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.headings import QuietText


class CalendarCard(Card):
    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__("", parent, icon="calendar")
        self.context = context
        self.heading.setText(self.tr("Calendar for Outlook"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        text = self.tr(
            "Your reminders and planned events, in a file that Outlook and others can subscribe to or open. It is"
            " renewed by itself in the folder you choose. Whoever can open that folder can read it."
        )
        self.add(QuietText(text, self))
        self.where = QLabel("", self)
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.where.setWordWrap(True)
        self.where.setAccessibleName(self.tr("Where the calendar is"))
        self.add(self.where)
        self.said = QuietText("", self)
        self.add(self.said)
        self.confidential = QCheckBox(self.tr("With confidential entries"), self)
        self.confidential.setChecked(context.settings.now.calendar_confidential)
        self.confidential.toggled.connect(self._set_confidential)
        self.add(self.confidential)
        self._add_buttons()
        self.setEnabled(not context.demo)
        self._show()

    def _add_buttons(self) -> None:
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, SMALL, 0, 0)
        row.setSpacing(SMALL)
        self.choose = PlainButton(self.tr("Choose a folder…"), buttons, icon="folder-open")
        self.choose.clicked.connect(self._choose)
        self.open = PlainButton(self.tr("Show the folder"), buttons, icon="folder-open")
        self.open.clicked.connect(lambda: show_folder(Path(self.context.settings.now.calendar_folder)))
        self.stop = PlainButton(self.tr("Stop"), buttons, icon="x")
        self.stop.setAccessibleName(self.tr("No calendar any more"))
        self.stop.clicked.connect(self._stop)
        for button in (self.choose, self.open, self.stop):
            row.addWidget(button)
        row.addStretch(1)
        self.add(buttons)

    @property
    def _is_on(self) -> bool:
        kept = self.context.settings.now
        return bool(kept.calendar_folder) and kept.calendar_of == str(self.context.journal_file)

    def _show(self, said: str = "") -> None:
        on = self._is_on
        folder = self.context.settings.now.calendar_folder
        self.where.setText(QDir.toNativeSeparators(folder) if on else "")
        self.said.setText(said)
        self.said.setVisible(bool(said))
        for widget in (self.where, self.confidential, self.open, self.stop):
            widget.setVisible(on)

    def _choose(self) -> None:
        kept = self.context.settings.now.calendar_folder
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall the calendar be?"), kept)
        if folder:
            self.use_folder(Path(folder))

    def use_folder(self, folder: Path) -> None:
        self.context.settings.change(calendar_folder=str(folder), calendar_of=str(self.context.journal_file))
        self._keep()

    def _set_confidential(self, on: bool) -> None:
        self.context.settings.change(calendar_confidential=on)
        self._keep()

    def _stop(self) -> None:
        """The file stays where it is: it may be somebody's to delete, and is hers."""
        self.context.settings.change(calendar_folder="", calendar_of="", calendar_confidential=False)
        with QSignalBlocker(self.confidential):
            self.confidential.setChecked(False)
        self._show(self.tr("It is not renewed any more. The file itself stays; delete it if you wish."))
        self.choose.setFocus()

    def _keep(self) -> None:
        settings = self.context.settings.now

        def work(journal: Journal) -> bool:
            from journal.actions import calendar_out

            return calendar_out.keep_if_wanted(journal, settings)

        def failed(problem: UserFacingError) -> None:
            self._show(words.say_error(problem))

        self._show()
        self.context.jobs.aside(self, work, self._kept, failed)

    def _kept(self, _: bool) -> None:
        from journal.actions.calendar_out import FILE_NAME

        if self._is_on:
            self._show(self.tr("{file} is up to date.").format(file=FILE_NAME))

    def refresh(self) -> None:
        if self._is_on:
            self._keep()
