"""Take out: everything, or a part of it, into a file of an open format."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QCheckBox, QFileDialog

from journal.ui.backing_up import show_folder
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.jobs import Journal
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.headings import QuietText

# (ending, icon, what of the journal it takes)
CHOICES = (
    (".zip", "archive", "all"),
    (".vcf", "users", "contacts"),
    (".ics", "calendar", "all"),
    (".csv", "list", "contacts"),
    (".xlsx", "presentation", "all"),
    (".json", "file-text", "all"),
    (".md", "pencil", "all"),
)


def said_of(ending: str) -> tuple[str, str]:
    """What a format is called, and what it is good for."""
    say = QCoreApplication.translate
    return {
        ".zip": (
            say("TakeOutPage", "Full archive"),
            say("TakeOutPage", "Everything, in open formats; brings back an identical journal."),
        ),
        ".vcf": (
            say("TakeOutPage", "Address book"),
            say("TakeOutPage", "Contacts as vCards, for Outlook, a phone, any address book."),
        ),
        ".ics": (
            say("TakeOutPage", "Calendar"),
            say("TakeOutPage", "Events and reminders, for any calendar."),
        ),
        ".csv": (
            say("TakeOutPage", "Table of contacts"),
            say("TakeOutPage", "For Excel and other spreadsheets."),
        ),
        ".xlsx": (
            say("TakeOutPage", "Workbook"),
            say("TakeOutPage", "Everything, a sheet for each kind, for Excel."),
        ),
        ".json": (
            say("TakeOutPage", "Data"),
            say("TakeOutPage", "Every field of every entry, for other programs."),
        ),
        ".md": (
            say("TakeOutPage", "Text"),
            say("TakeOutPage", "To read, print or paste anywhere."),
        ),
    }[ending]


class TakeOutPage(ColumnPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("take_out"))
        text = self.tr("What you keep here is yours. Choose a format, then where the file goes.")
        self.column.addWidget(QuietText(text, self))
        card = Card("", self)
        self.rows: dict[str, CardRow] = {}
        for ending, icon, _ in CHOICES:
            name, use = said_of(ending)
            row = CardRow(name, use, card, icon=icon, note=ending)
            row.opened.connect(lambda ending=ending: self.choose(ending))
            self.rows[ending] = row
            card.add(row)
        self.column.addWidget(card)
        self.older = QCheckBox(self.tr("Address book for older programs (vCard 3.0)"), self)
        self.column.addWidget(self.older)
        self.confidential = QCheckBox(self.tr("Include what is marked as confidential"), self)
        self.column.addWidget(self.confidential)
        self.column.addStretch(1)

    def choose(self, ending: str) -> None:
        """Asks where, then writes."""
        start = str(Path(QDir.homePath()) / f"networking-journal{ending}")
        name, _ = QFileDialog.getSaveFileName(self, page_title("take_out"), start, f"*{ending}")
        if name:
            path = Path(name)
            self.write(path if path.suffix.lower() == ending else path.with_name(path.name + ending))

    def write(self, path: Path) -> None:
        """Writes `path`, in the format its ending names."""
        what = next(what for ending, _, what in CHOICES if ending == path.suffix.lower())
        confidential = self.confidential.isChecked()
        vcard = "3.0" if self.older.isChecked() else "4.0"

        def work(journal: Journal) -> tuple[int, int]:
            from journal.actions import take_out

            left = 0 if confidential else take_out.kept_back(journal)
            count = take_out.export(journal, path=path, what=what, include_confidential=confidential, vcard=vcard)
            return count, left

        self.context.jobs.aside(self, work, lambda counts: self._done(path, *counts))

    def _done(self, path: Path, count: int, left: int) -> None:
        entries = QCoreApplication.translate("TakeOutPage", "%n entry(ies)", None, count)
        text = self.tr("{entries} written to {file}").format(entries=entries, file=path.name)
        if left:
            text += " " + QCoreApplication.translate("TakeOutPage", "%n confidential one(s) stayed here.", None, left)
        self.context.notices.tell(text, action=self.tr("Show"), act=lambda: show_folder(path.parent))

    def activate(self) -> None:
        self.rows[".zip"].setFocus()
