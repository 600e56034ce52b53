"""The calendar of a network: its address, what it offers, and one click to plan an event."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.network import Network
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.when import near
from journal.ui.widgets.buttons import IconButton, QuietButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.fields import LineField
from journal.ui.widgets.headings import QuietText

if TYPE_CHECKING:
    from journal.actions.following import ComingEvent, Fetched

SHOWN = 8  # coming events at once
ALL = 200  # of those she asks for


class CalendarCard(Card):
    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CalendarCard", "Its calendar"), parent, icon="calendar-days")
        self.context = context
        self.network = 0
        self.rows: list[QWidget] = []
        self._limit = SHOWN
        self.address = LineField(
            self.tr("Address of its calendar"), self, placeholder=self.tr("Address of its calendar (.ics)")
        )
        self.follow = QuietButton(self.tr("Follow"), self, icon="check")
        self.follow.clicked.connect(self._follow)
        self.fetch = QuietButton(self.tr("Fetch now"), self, icon="download")
        self.fetch.clicked.connect(self._fetch)
        self.file = IconButton("folder-open", self.tr("Take its calendar from a file (.ics)"), self)
        self.file.clicked.connect(self._choose_file)
        self.add_action(self.file)
        self.add_action(self.follow)
        self.add_action(self.fetch)
        self.add(self.address)

    def show_network(self, entry: Network) -> None:
        if entry.id != self.network:
            self.address.set_value("")
            self._limit = SHOWN
            self._clear_rows()
        self.network = entry.id
        self._read()

    def _read(self) -> None:
        number, limit = self.network, self._limit + 1

        def read(journal: Journal) -> tuple[str, list[ComingEvent], list[str]]:
            from journal.actions import following

            found = following.followed(journal, network_id=number)
            address = next((one.address for one in found if one.what == "calendar"), "")
            if not address:
                return "", [], []
            coming = following.coming(journal, network_id=number, limit=limit)
            return address, coming, following.cut_series(journal, network_id=number)

        self.context.jobs.read(self, read, lambda found: self._show(number, *found), key="calendar")

    def _show(self, number: int, address: str, found: list[ComingEvent], cut: list[str]) -> None:
        if number != self.network:
            return
        if not self.address.is_being_edited():
            self.address.set_value(address)
        self.fetch.setVisible("://" in address)
        self._clear_rows()
        self.rows = [self._row(one) for one in found[: self._limit]]
        if len(found) > self._limit and self._limit < ALL:
            more = QuietButton(self.tr("Show all that is coming"), self, icon="chevron-down")
            more.clicked.connect(self._show_all)
            self.rows.append(more)
        elif cut and self._limit == ALL:
            text = self.tr("Only the next times of what comes again so often: {titles}")
            self.rows.append(QuietText(text.format(titles=", ".join(cut[:5])), self, small=True))
        for row in self.rows:
            self.add(row)

    def _show_all(self) -> None:
        self._limit = ALL
        self._read()

    def _clear_rows(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []

    def _row(self, one: ComingEvent) -> CardRow:
        starts = one.event.starts_at.isoformat() if one.event.starts_at else ""
        day = near(starts, self.context.clock.now(), self.context.locale, time=not one.event.all_day)
        row = CardRow(one.event.title, one.event.place, self, icon="calendar", note=day, opens=bool(one.planned_id))
        row.opened.connect(lambda: self.context.navigate.open_entry("event", one.planned_id))
        if not one.planned_id:
            plan = IconButton("plus", self.tr("Plan it"), row)
            plan.clicked.connect(lambda: self._plan(one))
            row.add_action(plan)
        return row

    # --- what she can do ------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        number, address = self.network, str(self.address.value())

        def write(journal: Journal) -> object:
            from journal.actions import following

            return following.follow(journal, network_id=number, address=address, calendar=True)

        self.context.jobs.write(self, write, lambda _: self._read())

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.file.toolTip(), "", "*.ics")
        if name:
            self.take_file(Path(name))

    def take_file(self, file: Path) -> None:
        """What a calendar's file says, instead of what an address said."""
        number = self.network

        def work(journal: Journal) -> int:
            from journal.actions import following

            return following.read_calendar_file(journal, network_id=number, file=file)

        def taken(events: int) -> None:
            self._say(events)
            self._read()

        self.context.jobs.aside(self, work, taken)

    def _say(self, events: int) -> None:
        text = QCoreApplication.translate("CalendarCard", "%n event(s) in the calendar", None, events)
        self.context.notices.tell(text)

    def _plan(self, one: ComingEvent) -> None:
        def write(journal: Journal) -> object:
            from journal.actions import following

            return following.plan_event(journal, network_id=one.network_id, key=one.key)

        def planned(_: object) -> None:
            self.context.notices.tell(self.tr("Planned among your events"), undo=True)
            self._read()

        self.context.jobs.write(self, write, planned)

    def _fetch(self) -> None:
        number = self.network
        self.fetch.setEnabled(False)

        def fetch(journal: Journal) -> Fetched:
            from journal.actions import following

            return following.fetch(journal, network_id=number, what="calendar")

        def failed(problem: object) -> None:
            self.fetch.setEnabled(True)
            self.context.jobs.problem.emit(problem)

        self.context.jobs.fetch(self, fetch, self._fetched, failed)

    def _fetched(self, result: Fetched) -> None:
        self.fetch.setEnabled(True)
        self._read()
        if result.problems:
            _, problem = result.problems[0]
            self.context.notices.tell(words.say(f"error.{problem.code}", **problem.details))
        else:
            self._say(result.events)
