"""The part of the settings that says which returning days are shown, and whose assistants' day it is."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from journal.domain.changes import Changes
from journal.domain.returning_days import ELSEWHERE, FRANCE, KINDS
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.widgets.card import Card
from journal.ui.widgets.headings import QuietText
from journal.ui.widgets.segmented import Segmented


class ReturningDaysCard(Card):
    """Kept in the journal, since they are about what is in it; each change can be undone."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__("", parent, icon="cake")
        self.context = context
        self.heading.setText(self.tr("Days that return"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        self.add(QuietText(self.tr("Shown on Today two weeks ahead, and in the month."), self))
        said = {
            "birthday": self.tr("Birthdays"),
            "met": self.tr("The day you met somebody"),
            "renewal": self.tr("Memberships to renew"),
            "assistants": self.tr("The assistants' day"),
        }
        self.boxes = {kind: QCheckBox(text, self) for kind, text in said.items()}
        for kind, box in self.boxes.items():
            box.setChecked(True)
            box.toggled.connect(lambda on, kind=kind: self._switch(kind, on))
            self.add(box)
        name = self.tr("Which assistants' day")
        regions = [(FRANCE, self.tr("Of France, in April")), (ELSEWHERE, self.tr("Of other countries"))]
        self.region = Segmented(regions, self, name=name)
        self.region.chosen.connect(self._choose_region)
        self.add(self.region)

    def refresh(self) -> None:
        def read(journal: Journal) -> tuple[dict[str, bool], str]:
            from journal.actions import returning_days

            return {kind: returning_days.wanted(journal, kind) for kind in KINDS}, returning_days.region(journal)

        self.context.jobs.read(self, read, lambda found: self._show(*found), key="days")

    def _show(self, wanted: dict[str, bool], region: str) -> None:
        for kind, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(wanted[kind])
        self.region.set_current(region)
        self.region.setEnabled(wanted["assistants"])

    def _switch(self, kind: str, on: bool) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import returning_days

            return returning_days.switch(journal, kind=kind, on=on)

        self.context.jobs.write(self, write)

    def _choose_region(self, region: str) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import returning_days

            return returning_days.choose_region(journal, region=region)

        self.context.jobs.write(self, write)
