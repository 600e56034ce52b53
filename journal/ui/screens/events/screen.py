"""Events: what is coming, what has been, as a list or as a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.entry import Entry
from journal.domain.event import TYPES, Event
from journal.domain.lines import Line, Wanted
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.base import LIST_WIDTH, DetailPane, ListDetailScreen
from journal.ui.screens.events.detail import EventPane
from journal.ui.screens.events.month import Month
from journal.ui.screens.events.reading import month_of_events, returning
from journal.ui.screens.list_panel import EmptyWords, View
from journal.ui.screens.phrases import EVENT_ICONS, icon_of
from journal.ui.theme import SMALL, em
from journal.ui.when import near
from journal.ui.widgets.choice_fields import ChoiceButton
from journal.ui.widgets.lists import Look
from journal.ui.widgets.search_field import SearchField
from journal.ui.widgets.segmented import Segmented

MONTH_SHARE = 0.6  # of the width, until she moves the border
# Heights of a line of text: the widths that month and entry keep beside each other. Where there is no room for both,
# the entry covers the month.
LEAST_MONTH, LEAST_ENTRY = 32, 27


class EventsScreen(ListDetailScreen):
    kind = "event"

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        self._words = ""
        self._types: tuple[str, ...] = ()
        self._following = 0  # an event opened from elsewhere: the list is to show it too
        self._before_search = ""
        super().__init__(context, parent)
        self._add_switches()
        self.month = Month(context.locale, context.clock.now().date(), self.panel.stack)
        self.panel.stack.addWidget(self.month)
        self.month.grid.span_changed.connect(self._read_month)
        self.month.grid.opened.connect(self._open)
        self.month.grid.returning_opened.connect(context.navigate.open_entry)
        self.month.grid.wanted_new.connect(self._new_on)
        self.model.filled.connect(self._say_empty)

    # --- what an event is on the screen ---------------------------------------------------------------------------

    def views(self) -> Sequence[View]:
        return [
            View("coming", self.tr("Coming"), Wanted(states=("planned", "maybe"), sort="date")),
            View("past", self.tr("Past"), Wanted(sort="date", descending=True)),
            View("all", self.tr("All")),
        ]

    def look(self) -> Look:
        now, locale = self.context.clock.now, self.context.locale
        return Look(icon=icon_of, date=lambda line: near(line.date, now(), locale), state=self._state_of)

    def _state_of(self, line: Line) -> tuple[str, str] | None:
        if line.state == "attended":
            return None
        if line.state == "planned":
            over = line.date and line.date < self.context.clock.now().date().isoformat()
            return (self.tr("To confirm"), "accent") if over else None
        return words.say(f"event.status.{line.state}"), "plain"

    def empty_words(self) -> EmptyWords:
        sentence = self.tr("Nothing is planned yet. Add a coffee, a call or a webinar you look forward to.")
        return EmptyWords("calendar", sentence, self.tr("New event"))

    def make_detail(self) -> DetailPane:
        return EventPane(self.context)

    def new_draft(self, **fields: Any) -> Entry:
        now = self.context.clock.now()
        fields.setdefault("starts_at", now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1))
        return Event(**fields)

    # --- list or month --------------------------------------------------------------------------------------------

    def _add_switches(self) -> None:
        """A row for searching and for List | Month under the title, and the type among the filters."""
        self.search = SearchField(self.tr("Find an event"), self.panel)
        self.search.searched.connect(self._search)
        self.search.left_downwards.connect(self.activate)
        self.mode = Segmented(
            [("list", self.tr("List"), "list"), ("month", self.tr("Month"), "calendar-days")],
            self.panel,
            name=self.tr("List or month"),
        )
        self.mode.chosen.connect(self._show_mode)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.search, 1)
        row.addWidget(self.mode)
        body = self.panel.layout()
        assert isinstance(body, QVBoxLayout)
        body.insertLayout(1, row)
        types = [(one, words.say(f"event.type.{one}"), EVENT_ICONS[one]) for one in TYPES]
        self.type = ChoiceButton(self.tr("Type"), [("", self.tr("All types"), ""), *types], self.panel)
        self.type.set_value("")
        self.type.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.type.chosen.connect(self._choose_type)
        self.panel.toolbar.insertWidget(1, self.type, 0, Qt.AlignmentFlag.AlignTop)

    def _show_mode(self, mode: str) -> None:
        month = mode == "month"
        chips = self.panel.chips.parentWidget()
        for place in range(self.panel.chips.count()):
            item = self.panel.chips.itemAt(place)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(not month)
        if chips is not None:
            chips.updateGeometry()
        if month:
            self.panel.stack.setCurrentWidget(self.month)
            self._read_month()
            if self.covers():
                self._close_entry()
        else:
            self.panel.stack.setCurrentWidget(self.panel.lines)
            self.model.filled.emit()
        self._divide()
        self.activate()

    def covers(self) -> bool:
        return super().covers() or (self.in_month() and self.width() < em(self) * (LEAST_MONTH + LEAST_ENTRY))

    def back_words(self) -> str:
        return self.tr("Back to the month") if self.in_month() else super().back_words()

    def list_width(self, whole: int) -> int:
        standard = round(whole * MONTH_SHARE) if self.in_month() else LIST_WIDTH
        width = self.context.settings.now.splitters.get(self._width_key(), standard)
        return min(width, whole - em(self) * LEAST_ENTRY) if self.in_month() else width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.in_month():
            self._divide()

    def _width_key(self) -> str:
        return "event.month" if self.mode.current() == "month" else self.kind

    def _remember_width(self) -> None:
        widths = {**self.context.settings.now.splitters, self._width_key(): self.splitter.sizes()[0]}
        self.context.settings.change(splitters=widths)

    def in_month(self) -> bool:
        return self.mode.current() == "month"

    def activate(self) -> None:
        if self.panel.isHidden():
            self.pane.setFocus()
        elif self.in_month():
            self.month.grid.setFocus()
        else:
            super().activate()

    def refresh_list(self) -> None:
        super().refresh_list()
        if self.in_month():
            self._read_month()

    def _on_wanted(self) -> None:
        super()._on_wanted()
        if self.in_month():
            self._read_month()

    def _read_month(self) -> None:
        self.month.grid.set_today(self.context.clock.now().date())
        first, last = self.month.grid.span()
        own = self.panel.wanted
        wanted = Wanted(
            words=self._words,
            types=self._types,
            network=own.network,
            tag=own.tag,
            sort="date",
        )

        def read(journal: Journal) -> tuple[list[Line], dict[int, date]]:
            return month_of_events(journal, wanted, first, last)

        self.context.jobs.read(self, read, lambda found: self.month.grid.set_lines(*found), key="month")
        self.context.jobs.read(
            self, lambda journal: returning(journal, first, last), self.month.grid.set_returning, key="returning"
        )

    def read_lines(self, journal: Journal, wanted: Wanted, offset: int, limit: int) -> list[Line]:
        # Read anew each time: the program may stay open past midnight.
        now = self.context.clock.now()
        if self.panel.view_id == "coming":
            wanted = replace(wanted, since=now.date())
        elif self.panel.view_id == "past":
            wanted = replace(wanted, until=now)  # a moment, so that this afternoon is not past this morning
        return super().read_lines(journal, replace(wanted, words=self._words, types=self._types), offset, limit)

    # --- filters --------------------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        """Looks through all events, whenever they were; the view of before is back once nothing is looked for."""
        self._words = text
        view = self.panel.view_id
        if text and not self._before_search:
            self._before_search, view = view, "all"
        elif not text and self._before_search:
            view, self._before_search = self._before_search, ""
        if view != self.panel.view_id:
            self.panel.choose_view(view)
        else:
            self._on_wanted()

    def _choose_type(self, event_type: str) -> None:
        self._types = (event_type,) if event_type else ()
        self._on_wanted()

    def _say_empty(self) -> None:
        if self._words or self._types:
            sentence = self.tr("Nothing found. Try another word, or another filter.")
            self.panel.nothing.set_text(sentence, icon="search")
        elif self.panel.view_id == "past":
            sentence = self.tr("No event yet. Whatever you note once it is over gathers here.")
            self.panel.nothing.set_text(sentence, icon="calendar")

    # --- the entry ------------------------------------------------------------------------------------------------

    def show_wanted(self, **wanted: Any) -> None:
        """Besides `view`, `network` and `tag`: `mode` "list" or "month", and a `day` that the month goes to."""
        mode = wanted.pop("mode", "")
        day = wanted.pop("day", None)
        if mode and mode != self.mode.current():
            self.mode.set_current(mode)
            self._show_mode(mode)
        if isinstance(day, date):
            self.month.grid.go_to(day)
        super().show_wanted(**wanted)

    def open_entry(self, entry_id: int) -> None:
        self._following = entry_id
        super().open_entry(entry_id)

    def _open(self, entry_id: int) -> None:
        self.month.grid.mark_open(entry_id)
        super()._open(entry_id)

    def _close_entry(self) -> None:
        self.month.grid.mark_open(0)
        super()._close_entry()

    def _on_created(self, entry_id: int) -> None:
        self.month.grid.mark_open(entry_id)
        super()._on_created(entry_id)

    def _show_entry(self, entry: Entry, typed: dict[str, Any]) -> None:
        super()._show_entry(entry, typed)
        if entry.id == self._following and isinstance(entry, Event):
            self._show_where_it_is(entry)
        self._following = 0

    def _show_where_it_is(self, event: Event) -> None:
        """Turns to the view, and in the month to the day, in which an event opened from elsewhere is to be seen."""
        if self.in_month() and event.starts_at is not None:
            self.month.grid.go_to(event.starts_at.date())
        if self.model.row_of(event.id) >= 0 or self.in_month():
            return
        now = self.context.clock.now()
        coming = event.starts_at is not None and event.starts_at.date() >= now.date()
        view = "coming" if coming and event.status in ("planned", "maybe") else "past"
        if event.starts_at is None or (coming and view == "past" and event.starts_at > now):
            view = "all"
        if view != self.panel.view_id:
            self.panel.choose_view(view)
            self.panel.select(event.id)

    def _new_on(self, day: date) -> None:
        now = self.context.clock.now()
        at = (now + timedelta(hours=1)).time().replace(minute=0, second=0, microsecond=0)
        moment = datetime.combine(day, at if day == now.date() and at.hour else time(9))
        self.new_entry(starts_at=moment, status="planned" if moment >= now else "attended")
