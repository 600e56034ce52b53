"""One event: what, when, where, with whom, and what hangs on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal.domain.entry import Entry
from journal.domain.event import HELP, STATUSES, TYPES, Event
from journal.domain.lines import Line
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.base import FormPane
from journal.ui.screens.entry_parts import FollowUpCard, LinesCard
from journal.ui.screens.events.zone import zone_words
from journal.ui.screens.phrases import EVENT_ICONS
from journal.ui.screens.pickers import link_field, network_field, people_field, tags_field
from journal.ui.theme import SMALL
from journal.ui.widgets.buttons import PlainButton, QuietButton
from journal.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    LineField,
    MomentField,
    NumberField,
    TextField,
)
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.form import Form, FormField, Section
from journal.ui.widgets.headings import StyledLabel

DAY_BEGINS = time(9)


class EventPane(FormPane):
    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        self._starts: datetime | None = None
        self._begun_here = False  # the event was begun in this sitting: its status follows its date
        super().__init__(context, parent)
        self.learned = LinesCard(
            context,
            self.tr("What I learned there"),
            "lightbulb",
            self.tr("A trick, a tool, a question that came up: keep it here while it is fresh."),
        )
        self.add_learning = QuietButton(self.tr("Add a learning"), self.learned, icon="plus")
        self.add_learning.clicked.connect(self._new_learning)
        self.learned.foot.addWidget(self.add_learning, 0, Qt.AlignmentFlag.AlignLeading)
        self.follow_up = FollowUpCard(context)
        self.form.top.insertWidget(1, self._make_question())
        self.zone = StyledLabel("", self.form.page, role="quiet", wrap=True)
        self.zone.setContentsMargins(SMALL, 0, 0, 0)
        self.form.top.insertWidget(2, self.zone)
        for card in (self.learned, self.follow_up):
            self.form.top.insertWidget(self.form.top.count() - 1, card)

    # --- layout ---------------------------------------------------------------------------------------------------

    def make_form(self) -> Form:
        return Form(
            [
                Section("", [self.titled(self.tr("What is it?"))]),
                Section("", self._facts()),
                Section(self.tr("How it went"), self._outcome()),
            ]
        )

    def _facts(self) -> list[FormField]:
        types = [(one, words.say(f"event.type.{one}"), EVENT_ICONS[one]) for one in TYPES]
        statuses = [(one, words.say(f"event.status.{one}")) for one in STATUSES]
        self.starts_at = MomentField(words.say("field.starts_at"), today=self._today)
        self.ends_at = MomentField(words.say("field.ends_at"), today=self._today)
        self.starts_at.short = self.ends_at.short = False  # two moments side by side are too wide to be read
        self.all_day = CheckField(words.say("field.all_day"))
        self.status = ChoiceField(words.say("field.status"), statuses)
        self.starts_at.edited.connect(self._start_moved)
        self.all_day.edited.connect(self._all_day_changed)
        place = LineField(words.say("field.place"), placeholder=self.tr("Where"))
        people = people_field(self.context, "participants", self.tr("Who is there"))
        return [
            FormField("type", ChoiceField(words.say("field.type"), types)),
            FormField("status", self.status),
            FormField("starts_at", self.starts_at),
            FormField("ends_at", self.ends_at),
            FormField("all_day", self.all_day),
            FormField("participants", people),
            FormField("place", place),
            FormField("link", link_field()),
            FormField("network", network_field(self.context)),
        ]

    def _outcome(self) -> list[FormField]:
        helps = [(one, words.say(f"event.help.{one}")) for one in HELP]
        hours = NumberField(words.say("field.hours"), unit=self.tr("h"), most=10_000)
        notes = TextField(words.say("field.notes"), placeholder=self.tr("What was said, what to remember"))
        outcome = TextField(words.say("field.outcome"), placeholder=self.tr("What came of it"))
        return [
            FormField("notes", notes),
            FormField("outcome", outcome),
            FormField("help", ChoiceField(words.say("field.help"), helps)),
            FormField("hours", hours),
            FormField("tags", tags_field(self.context, "events")),
            self.attachments_field(),
        ]

    def _make_question(self) -> QWidget:
        """Asked under the title of a planned event whose time has passed."""
        self.question = QWidget(self.form.page)
        row = FlowLayout(self.question, gap=SMALL)
        row.setContentsMargins(SMALL, 0, 0, 0)
        row.addWidget(StyledLabel(self.tr("Did it take place?"), self.question, role="quiet"))
        self.took_place = PlainButton(self.tr("Yes"), self.question, icon="check")
        self.took_place.clicked.connect(lambda: self._settle("attended"))
        self.did_not = PlainButton(self.tr("No"), self.question)
        self.did_not.clicked.connect(lambda: self._settle("cancelled"))
        row.addWidget(self.took_place)
        row.addWidget(self.did_not)
        return self.question

    def _today(self) -> datetime:
        return self.context.clock.now()

    # --- showing --------------------------------------------------------------------------------------------------

    def show_entry(self, entry: Entry) -> None:
        self._begun_here = not entry.id
        for card in (self.learned, self.follow_up):
            card.show_lines(())
        super().show_entry(entry)
        self.form.verticalScrollBar().setValue(0)

    def _load(self, entry: Entry) -> None:
        assert isinstance(entry, Event)
        super()._load(entry)
        self._starts = self.starts_at.value()
        for one in (self.starts_at, self.ends_at):
            one.set_all_day(entry.all_day)
        self.menu.show_state(confidential=entry.confidential, saved=bool(entry.id))
        self._show_question(entry)
        zone = zone_words(entry, self.context.locale)
        self.zone.setText(zone)
        self.zone.setVisible(bool(zone))
        for card in (self.learned, self.follow_up):
            card.setVisible(bool(entry.id))
        if entry.id:
            starts, ends = entry.starts_at, entry.ends_at or entry.starts_at
            day = starts.date() if starts else None
            self.follow_up.show_for(entry.id, entry.title, day=day, before=(7, 1), ends=ends)
            self._read_related(entry.id)

    def _show_question(self, event: Event) -> None:
        over = event.ends_at or event.starts_at
        if over is not None and event.all_day:
            over = datetime.combine(over.date(), time.max)
        passed = over is not None and over < self.context.clock.now()
        self.question.setVisible(bool(event.id) and passed and event.status in ("planned", "maybe"))

    def _read_related(self, number: int) -> None:
        def read(journal: Journal) -> list[Line]:
            from journal.actions import reading

            return reading.related(journal, entry_id=number)

        def show(lines: list[Line]) -> None:
            if self.entry is not None and self.entry.id == number:
                self.learned.show_lines([line for line in lines if line.kind == "learning"])
                self.follow_up.show_lines([line for line in lines if line.kind == "reminder"])

        self.context.jobs.read(self, read, show, key="related")

    # --- what follows from what she edits -------------------------------------------------------------------------

    def _start_moved(self) -> None:
        """The end keeps its distance, and an event begun just now is taken as attended where it lies in the past."""
        starts, ends = self.starts_at.value(), self.ends_at.value()
        if starts is not None and self._starts is not None and ends is not None:
            moved = ends + (starts - self._starts)
            if 1800 <= moved.year <= 2200:
                self.ends_at.set_value(moved)
                self.ends_at.edited.emit()
        if starts is not None:
            self._starts = starts
        status = self.status.value()
        if self._begun_here and starts is not None and status in ("planned", "attended"):
            wanted = "attended" if starts < self.context.clock.now() else "planned"
            if wanted != status:
                self.status.set_value(wanted)
                self.status.edited.emit()

    def _all_day_changed(self) -> None:
        on = bool(self.all_day.value())
        for one in (self.starts_at, self.ends_at):
            value = one.value()
            one.set_all_day(on)
            if isinstance(value, datetime):
                one.set_value(datetime.combine(value.date(), time(0) if on else DAY_BEGINS))
                one.edited.emit()
        self._starts = self.starts_at.value()

    def _settle(self, status: str) -> None:
        self.status.set_value(status)
        self.question.hide()
        self.fields_changed.emit({"status": status})
        self.form.focus_field("notes" if status == "attended" else "status")

    # --- where else it leads --------------------------------------------------------------------------------------

    def _new_learning(self) -> None:
        event = self.entry
        if not isinstance(event, Event) or not event.id:
            return
        self.flush()
        people = tuple(replace(one, role="") for one in event.participants)
        learned_on = event.starts_at.date() if event.starts_at and event.starts_at <= self._today() else None
        fields = {"event": event.id, "people": people, "network": event.network, "tags": event.tags}
        if learned_on is not None:
            fields["learned_on"] = learned_on
        self.context.navigate.new_entry("learning", **fields)
