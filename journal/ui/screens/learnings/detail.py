"""One learning: what it is, its text as Markdown, its life, and where it came from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journal.domain.changes import Changes
from journal.domain.entry import Entry
from journal.domain.learning import PERSON_ROLES, TYPES, Learning, states_of
from journal.domain.lines import Line
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.base import FormPane
from journal.ui.screens.entry_parts import FollowUpCard
from journal.ui.screens.learnings.helpers import HelpersCard
from journal.ui.screens.learnings.state_field import StateField, first_state
from journal.ui.screens.phrases import LEARNING_ICONS
from journal.ui.screens.pickers import (
    event_field,
    link_field,
    network_field,
    open_link,
    people_field,
    tags_field,
)
from journal.ui.widgets.fields import ChoiceField, DateField, MarkdownField, NumberField, TextField
from journal.ui.widgets.form import Form, FormField, Section


class LearningPane(FormPane):
    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.helpers = HelpersCard(context)
        self.helpers.asked.connect(self._ask)
        self.follow_up = FollowUpCard(context)
        for card in (self.helpers, self.follow_up):
            self.form.top.insertWidget(self.form.top.count() - 1, card)

    # --- layout ---------------------------------------------------------------------------------------------------

    def make_form(self) -> Form:
        types = [(one, words.say(f"learning.type.{one}"), LEARNING_ICONS[one]) for one in TYPES]
        self.type = ChoiceField(words.say("field.type"), types)
        self.type.edited.connect(self._type_chosen)
        self.state = StateField(words.say("field.state"))
        body = MarkdownField(
            words.say("field.body"),
            placeholder=self.tr("Write freely. **bold**, - lists, [links](https://…) and `code` become a page."),
        )
        body.request_open.connect(lambda address: open_link(str(address)))
        return Form(
            [
                Section("", [self.titled(self.tr("What is worth keeping?"))]),
                Section("", [FormField("type", self.type), FormField("state", self.state, label=False)]),
                Section("", [FormField("body", body, label=False)]),
                Section(self.tr("Where it comes from"), self._origin()),
                Section(self.tr("What became of it"), self._result()),
            ]
        )

    def _origin(self) -> list[FormField]:
        roles = [(role, words.say(f"person.role.{role}")) for role in PERSON_ROLES]
        self.people = people_field(self.context, "people", self.tr("Who taught, asked or answered"), roles)
        learned_on = DateField(words.say("field.learned_on"), today=lambda: self.context.clock.now().date())
        hours = NumberField(words.say("field.hours"), unit=self.tr("h"), most=10_000)
        return [
            FormField("learned_on", learned_on),
            FormField("hours", hours),
            FormField("event", event_field(self.context)),
            FormField("people", self.people),
            FormField("network", network_field(self.context)),
            FormField("link", link_field()),
        ]

    def _result(self) -> list[FormField]:
        self.evidence = TextField(words.say("field.evidence"), placeholder="")
        self.tags = tags_field(self.context, "learnings")
        return [FormField("evidence", self.evidence), FormField("tags", self.tags), self.attachments_field()]

    # --- showing --------------------------------------------------------------------------------------------------

    def show_entry(self, entry: Entry) -> None:
        for card in (self.helpers, self.follow_up):
            card.show_lines(())
        super().show_entry(entry)
        self.form.verticalScrollBar().setValue(0)

    def _load(self, entry: Entry) -> None:
        assert isinstance(entry, Learning)
        super()._load(entry)
        self._show_type(self.type.value())
        self.menu.show_state(confidential=entry.confidential, saved=bool(entry.id))
        self.follow_up.setVisible(bool(entry.id))
        settled = entry.state == "settled"
        self.helpers.setVisible(bool(entry.id) and entry.type == "question" and not settled)
        if not entry.id:
            return
        self.follow_up.show_for(entry.id, entry.title)
        self._read_related(entry.id)
        if entry.type == "question":
            self.helpers.show_for(entry)

    def _show_type(self, learning_type: str) -> None:
        self.state.set_type(learning_type)
        self.evidence.text.setPlaceholderText(
            {
                "question": self.tr("The answer, and whom to thank"),
                "win": self.tr("A figure, a thank-you note, what it changed"),
            }.get(learning_type, self.tr("What it changed: time saved, a mistake avoided, a compliment"))
        )

    def _read_related(self, number: int) -> None:
        def read(journal: Journal) -> list[Line]:
            from journal.actions import reading

            return reading.related(journal, entry_id=number)

        def show(lines: list[Line]) -> None:
            if self.entry is not None and self.entry.id == number:
                self.follow_up.show_lines([line for line in lines if line.kind == "reminder"])

        self.context.jobs.read(self, read, show, key="related")

    # --- what follows from what she edits -------------------------------------------------------------------------

    def _type_chosen(self) -> None:
        """A state that the new type does not know gives way to the first one it does."""
        learning_type = self.type.value()
        self._show_type(learning_type)
        if self.state.value() not in states_of(learning_type):
            self.state.set_value(first_state(learning_type))
            self.state.edited.emit()

    def _ask(self, contact: int, name: str) -> None:
        question = self.entry.id if self.entry is not None else 0
        self.form.flush()  # what she has typed goes first, in the same lane

        def write(journal: Journal) -> Changes:
            from journal.actions import helpers

            return helpers.ask(journal, question=question, contact=contact)

        def tell(changes: Changes) -> None:
            self.context.notices.tell(words.say("helpers.asked", name=name), undo=bool(changes.change_id))

        self.context.jobs.write(self, write, tell)
