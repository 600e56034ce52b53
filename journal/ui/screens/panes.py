"""The right side of a screen: one entry, shown and edited in place."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.entry import Entry
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.attachments_field import AttachmentsField
from journal.ui.screens.entry_menu import EntryMenu
from journal.ui.widgets.form import Form, FormField
from journal.ui.widgets.text_fields import TitleField


class DetailPane(QWidget):
    """The right side of a screen. It shows an entry, and tells what was typed; it neither reads nor saves the entry's
    own fields (it may read what hangs on the entry, and call other actions).

    Signals: `fields_changed(dict)`, field name -> value in the domain's types, soon after typing or at once on leaving
    a field; `delete_wanted()`, she chose the trash in its menu.
    """

    fields_changed = Signal(dict)
    delete_wanted = Signal()

    def show_entry(self, entry: Entry) -> None:
        """Shows another entry than before (id 0: a new one, not in the journal yet: hide what needs an id)."""
        raise NotImplementedError

    def refresh_entry(self, entry: Entry) -> None:
        """The same entry, changed elsewhere or saved just now (a new one has its id from here on): shows it, but
        leaves the field she is typing in alone. Also called after any other change: read again what hangs on it."""
        raise NotImplementedError

    def flush(self) -> None:
        """Emits `fields_changed` at once for what is typed and not told yet."""

    def show_problems(self, problems: dict[str, str]) -> bool:
        """Says under each field what is wrong with it and nothing under the others; False where one of the fields is
        not here (it is then told in passing)."""
        return not problems

    def focus_first(self) -> None:
        """Puts the cursor where a new entry is begun: its name or title."""
        self.setFocus()


class FormPane(DetailPane):
    """A pane around a `Form` whose field names are those of the entry. A subclass builds the form in `make_form`, lays
    out what it likes around it in `self.body` (a QVBoxLayout), and extends `show_entry` and `refresh_entry` for what
    is not a field, calling these first."""

    first_field: ClassVar[str] = "title"

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.entry: Entry | None = None
        self._sitting = 0
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.form = self.make_form()
        self.form.changed_fields.connect(self.fields_changed)
        self.body.addWidget(self.form)

    def make_form(self) -> Form:
        raise NotImplementedError

    def show_entry(self, entry: Entry) -> None:
        # Not the id: a new entry keeps its sitting when it gets one, and with it what she is typing.
        self._sitting += 1
        self._load(entry)

    def refresh_entry(self, entry: Entry) -> None:
        self._load(entry)

    def _load(self, entry: Entry) -> None:
        self.entry = entry
        values = {name: getattr(entry, name) for name in entry.__dataclass_fields__}
        self.form.load(values, key=self._sitting)

    def flush(self) -> None:
        self.form.flush()

    def show_problems(self, problems: dict[str, str]) -> bool:
        known = {name: sentence for name, sentence in problems.items() if name in self.form.values()}
        self.form.set_problems(known)
        return len(known) == len(problems)

    def titled(self, placeholder: str) -> FormField:
        """For `make_form`: the title with the entry's menu beside it, `self.menu`."""
        self.menu = EntryMenu()
        self.menu.confidential_chosen.connect(lambda on: self.fields_changed.emit({"confidential": on}))
        self.menu.template_wanted.connect(self.keep_as_template)
        self.menu.history_wanted.connect(self.show_history)
        self.menu.delete_wanted.connect(self.delete_wanted)
        title = TitleField(words.say("field.title"), placeholder=placeholder)
        title.stand_beside(self.menu)
        return FormField("title", title, label=False)

    def attachments_field(self) -> FormField:
        """For `make_form`: the files kept with the entry shown."""
        field = AttachmentsField(self.context, lambda: self.entry, self.flush)
        return FormField("attachments", field)

    def show_history(self) -> None:
        if self.entry is not None:
            self.context.navigate.history(self.entry.id, self.entry.heading)

    def keep_as_template(self) -> None:
        """What stays the same of the entry shown begins others like it."""
        self.flush()
        if self.entry is None or not self.entry.id:
            return
        number = self.entry.id

        def write(journal: Journal) -> Changes:
            from journal.actions import templates

            return templates.keep_of(journal, entry_id=number, language=words.language())

        said = self.tr("“{name}” is a template now").format(name=self.entry.heading)
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(said, undo=True))

    def focus_first(self) -> None:
        self.form.focus_field(self.first_field)
