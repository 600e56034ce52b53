"""Templates: how entries she writes often begin. Enter begins one; each can be changed or taken away, new ones made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.event import TYPES as EVENT_TYPES
from journal.domain.learning import TYPES as LEARNING_TYPES
from journal.domain.template import FIELDS, Template
from journal.system import words
from journal.ui.commands import KIND_ICONS, page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.jobs import Journal
from journal.ui.screens.phrases import EVENT_ICONS, LEARNING_ICONS
from journal.ui.screens.pickers import link_field, network_field, tags_field
from journal.ui.theme import MEDIUM, SMALL
from journal.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.fields import ChoiceField, LineField, MarkdownField, NumberField, TextField, TitleField
from journal.ui.widgets.form import Form, FormField, Section
from journal.ui.widgets.headings import QuietText


class TemplatesPage(ColumnPage):
    """The list, and in its place the template that is being changed."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("templates"))
        self.rows: list[CardRow] = []
        self._known: list[Template] | None = None
        self.column.addWidget(
            QuietText(
                self.tr("Begin an entry from one of these. “Keep as a template” in the menu of an entry adds it here."),
                self,
            )
        )
        self.card = Card("", self)
        self.column.addWidget(self.card)
        self.nothing = EmptyState("layout-template", self.tr("No templates. Make one for what you write often."), self)
        self.column.addWidget(self.nothing)
        self.nothing.hide()
        new = QHBoxLayout()
        self.new_buttons = {
            "event": QuietButton(self.tr("New template for an event"), self, icon="plus"),
            "learning": QuietButton(self.tr("New template for a learning"), self, icon="plus"),
        }
        for kind, button in self.new_buttons.items():
            button.clicked.connect(lambda _=False, kind=kind: self.edit(Template("", kind)))
            new.addWidget(button)
        new.addStretch(1)
        self.column.addLayout(new)
        self.column.addStretch(1)
        self.stack = QStackedWidget(self)
        self.body.addWidget(self.stack, 1)
        self.stack.addWidget(self._scroll)
        self.editor: TemplateEditor | None = None

    # --- the list -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        def read(journal: Journal) -> list[Template]:
            from journal.actions import templates

            return templates.templates(journal, language=words.language())

        self.context.jobs.read(self, read, self._show, key="page")

    def _show(self, known: list[Template]) -> None:
        if known == self._known:
            return
        self._known = known
        held = next((place for place, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget() or self)), -1)
        self.card.clear()
        self.rows = [self._row(one) for one in known]
        for row in self.rows:
            self.card.add(row)
        self.card.setVisible(bool(known))
        self.nothing.setVisible(not known)
        if self.new_buttons["event"].hasFocus():
            held = 0  # where `activate` put it, there being no rows yet
        if held >= 0 and self.rows:
            self.rows[min(held, len(self.rows) - 1)].setFocus()

    def _row(self, one: Template) -> CardRow:
        icons = EVENT_ICONS if one.kind == "event" else LEARNING_ICONS
        kind_type = one.fields.get("type", "")
        said = words.say(f"{one.kind}.type.{kind_type}") if kind_type else words.say(f"kind.{one.kind}")
        row = CardRow(one.name, said, self.card, icon=icons.get(kind_type) or KIND_ICONS[one.kind])
        row.opened.connect(lambda: self.begin(one))
        change = IconButton("pencil", self.tr("Change “{name}”").format(name=one.name), row)
        change.clicked.connect(lambda: self.edit(one))
        away = IconButton("x", self.tr("Take “{name}” away").format(name=one.name), row)
        away.clicked.connect(lambda: self.remove(one))
        row.add_action(change)
        row.add_action(away)
        return row

    def begin(self, one: Template) -> None:
        """Leads to a new entry that begins so."""
        self.context.navigate.new_entry(one.kind, **one.values())

    def remove(self, one: Template) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import templates

            return templates.remove(journal, name=one.name, language=words.language())

        said = self.tr("“{name}” was taken away").format(name=one.name)
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(said, undo=True))

    # --- changing one ---------------------------------------------------------------------------------------------

    def edit(self, one: Template) -> None:
        """Shows a template to be changed; one without a name is new."""
        self._leave_editor()
        self.editor = TemplateEditor(self.context, one, self)
        self.editor.kept.connect(self._keep)
        self.editor.done.connect(self._back_to_list)
        self.stack.addWidget(self.editor)
        self.stack.setCurrentWidget(self.editor)
        self.editor.form.focus_field("name")

    def _keep(self, new: Template, instead_of: str) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import templates

            return templates.keep(journal, template=new, language=words.language(), instead_of=instead_of)

        self.context.jobs.write(self, write)

    def _back_to_list(self) -> None:
        self._leave_editor()
        self.refresh()
        self.activate()

    def _leave_editor(self) -> None:
        if self.editor is not None:
            self.editor.form.flush()
            self.stack.setCurrentWidget(self._scroll)
            self.stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None

    def flush(self) -> None:
        if self.editor is not None:
            self.editor.form.flush()

    def activate(self) -> None:
        if self.editor is not None:
            self.editor.form.focus_field("name")
        else:
            (self.rows[0] if self.rows else self.new_buttons["event"]).setFocus(Qt.FocusReason.OtherFocusReason)


class TemplateEditor(QWidget):
    """`kept(Template, the name it had)`: as it is now, saved by itself; `done()`: back to the list."""

    kept = Signal(object, str)
    done = Signal()

    def __init__(self, context: ScreenContext, one: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template = one
        self._name = one.name
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(MEDIUM)
        self.form = self._form(context, one.kind)
        values: dict[str, Any] = {name: self.form.field(name).value() for name in FIELDS[one.kind]}
        self.form.load({**values, **one.values(), "name": one.name}, key=one)
        self.form.changed_fields.connect(self._take)
        body.addWidget(self.form, 1)
        self.ready = PrimaryButton(self.tr("Done"), self, icon="check")
        self.ready.clicked.connect(self.done)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.ready)
        row.addStretch(1)
        body.addLayout(row)

    def _form(self, context: ScreenContext, kind: str) -> Form:
        types, icons = (EVENT_TYPES, EVENT_ICONS) if kind == "event" else (LEARNING_TYPES, LEARNING_ICONS)
        questions = self.tr("The questions to answer each time")
        makers: dict[str, Callable[[], Any]] = {
            "title": lambda: LineField(words.say("field.title"), placeholder=self.tr("How its title begins")),
            "type": lambda: ChoiceField(
                words.say("field.type"), [(one, words.say(f"{kind}.type.{one}"), icons[one]) for one in types]
            ),
            "place": lambda: LineField(words.say("field.place"), placeholder=self.tr("Where")),
            "link": link_field,
            "network": lambda: network_field(context),
            "hours": lambda: NumberField(words.say("field.hours"), unit=self.tr("h"), most=10_000),
            "tags": lambda: tags_field(context, f"{kind}s"),
            "notes": lambda: TextField(
                words.say("field.notes"), placeholder=self.tr("The questions to answer each time")
            ),
            "body": lambda: MarkdownField(words.say("field.body"), placeholder=questions),
        }
        name = TitleField(words.say("field.name"), placeholder=self.tr("What is this template called?"))
        fields = [FormField(one, makers[one]()) for one in FIELDS[kind]]
        return Form([Section("", [FormField("name", name, label=False)]), Section("", fields)])

    def _take(self, _changed: dict[str, Any]) -> None:
        from journal.domain.errors import InvalidEntry
        from journal.domain.kinds import json_value

        shown = self.form.values()
        said = {name: json_value(shown[name]) for name in FIELDS[self._template.kind]}
        kept = {name: value for name, value in said.items() if value}
        try:
            new = Template(shown["name"], self._template.kind, kept).checked()
        except InvalidEntry as problem:
            name = problem.field if problem.field in shown else "name"
            self.form.set_problems({name: words.say(f"error.{problem.code}", **problem.details)})
            return
        self.form.set_problems({})
        self.kept.emit(new, self._name)
        self._name = new.name
