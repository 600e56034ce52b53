"""Reminders: what is overdue, today, this week, later, and done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from journal.domain.entry import Entry
from journal.domain.lines import Line, Wanted
from journal.domain.reminder import Reminder
from journal.domain.weekly_look import SOURCE
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.base import DetailPane, ListDetailScreen
from journal.ui.screens.list_panel import EmptyWords, View
from journal.ui.screens.reminders.detail import ReminderPane
from journal.ui.when import near
from journal.ui.widgets.lists import Look

FIRST_HOUR = time(9)  # when a new reminder comes, unless she says otherwise


@dataclass(frozen=True)
class Within(Wanted):
    """Wanted with days counted from the day of asking: the page may stay open over midnight."""

    first: int | None = None
    last: int | None = None


class RemindersScreen(ListDetailScreen):
    kind: ClassVar[str] = "reminder"
    narrows: ClassVar[bool] = False
    _asked = 0  # the reminder she was led to from elsewhere

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.search = self.panel.add_finder(self.tr("Find a reminder"))

    def open_entry(self, entry_id: int) -> None:
        self._asked = entry_id
        super().open_entry(entry_id)

    def _show_entry(self, entry: Entry, typed: dict[str, Any]) -> None:
        super()._show_entry(entry, typed)
        if entry.id == self._asked and isinstance(entry, Reminder) and entry.type == SOURCE:
            self.context.navigate.open_page("weekly_look")
        self._asked = 0

    def views(self) -> Sequence[View]:
        still = ("open",)
        return [
            View("open", self.tr("To do"), Wanted(states=still)),
            View("overdue", self.tr("Overdue"), Within(states=still, last=-1)),
            View("today", self.tr("Today"), Within(states=still, first=0, last=0)),
            View("week", self.tr("This week"), Within(states=still, first=0, last=7)),
            View("later", self.tr("Later"), Within(states=still, first=8)),
            View("done", self.tr("Done"), Wanted(states=("done",), sort="date", descending=True)),
        ]

    def look(self) -> Look:
        def late(line: Line) -> bool:
            return line.state == "open" and line.date < self.context.clock.now().isoformat()

        return Look(
            icon=lambda line: "circle-check" if line.state == "done" else "bell",
            date=lambda line: near(line.date, self.context.clock.now(), self.context.locale),
            late=late,
        )

    def empty_words(self) -> EmptyWords:
        return EmptyWords(
            "bell",
            self.tr("Nothing to remember. Write down what must not be forgotten, and rest."),
            self.tr("New reminder"),
        )

    def make_detail(self) -> DetailPane:
        return ReminderPane(self.context)

    def new_draft(self, **fields: Any) -> Entry:
        tomorrow = self.context.clock.now().date() + timedelta(days=1)
        return Reminder(**{"due_at": datetime.combine(tomorrow, FIRST_HOUR), **fields})

    def read_lines(self, journal: Journal, wanted: Wanted, offset: int, limit: int) -> list[Line]:
        if isinstance(wanted, Within):
            today = journal.clock.now().date()
            wanted = replace(
                wanted,
                since=None if wanted.first is None else today + timedelta(days=wanted.first),
                until=None if wanted.last is None else today + timedelta(days=wanted.last),
            )
        return super().read_lines(journal, wanted, offset, limit)
