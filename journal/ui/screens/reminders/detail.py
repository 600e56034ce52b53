"""One reminder: what, when, how often, about what; done, or put off."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.entry import About, Entry
from journal.domain.errors import UserFacingError
from journal.domain.reminder import Reminder
from journal.domain.weekly_look import SOURCE
from journal.system import words
from journal.ui import icons
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens import soon
from journal.ui.screens.base import FormPane
from journal.ui.screens.reminders.repeat_field import RepeatField
from journal.ui.screens.reminders.series import SeriesNote, days_before
from journal.ui.theme import MEDIUM, SMALL
from journal.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from journal.ui.widgets.fields import AboutField, ChoiceField, MomentField, Suggestion, TextField, TitleField
from journal.ui.widgets.form import Form, FormField, Section
from journal.ui.widgets.menu import Menu

ICON_OF = {"contact": "user", "event": "calendar", "learning": "lightbulb", "reminder": "bell", "network": "network"}


class ReminderPane(FormPane):
    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, MEDIUM, SMALL)
        bar.setSpacing(SMALL)
        self.done = PrimaryButton(self.tr("Done"), self, icon="check")
        self.done.clicked.connect(self._toggle_done)
        self.put_off = PlainButton(self.tr("Put off"), self, icon="clock")
        self.put_off.clicked.connect(self._open_put_off)
        self.more = IconButton("ellipsis", self.tr("More about this series"), self)
        self.more.clicked.connect(self._open_more)
        self.history = IconButton("history", self.tr("History of this reminder"), self)
        self.history.clicked.connect(self.show_history)
        self.look = PlainButton(self.tr("Open my week"), self, icon="hourglass")
        self.look.clicked.connect(lambda: self.context.navigate.open_page("weekly_look"))
        for widget in (self.done, self.put_off, self.look):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.more)
        bar.addWidget(self.history)
        self.body.insertLayout(0, bar)
        self.series = SeriesNote(self)
        self.series.all_wanted.connect(lambda: self._act_on_series("move_series", self.tr("All to come are moved.")))
        self.form.top.insertWidget(self.form.top.count() - 1, self.series)

    def make_form(self) -> Form:
        def today() -> datetime:
            return self.context.clock.now()

        self.about = AboutField(
            words.say("field.about"),
            icon_of=lambda kind: ICON_OF.get(kind, "link"),
            placeholder=self.tr("Anyone, anything"),
        )
        self.about.suggestions_wanted.connect(self._suggest)
        self.about.request_open.connect(self._open_about)
        self.repeats = RepeatField(words.say("field.repeats"), today=lambda: today().date())
        self.before = ChoiceField(words.say("field.days_before"), days_before())
        return Form(
            [
                Section(
                    "",
                    [
                        FormField(
                            "title",
                            TitleField(words.say("field.title"), placeholder=self.tr("What not to forget")),
                            label=False,
                        )
                    ],
                ),
                Section(
                    "",
                    [
                        FormField(
                            "due_at", MomentField(words.say("field.due_at"), today=lambda: today().date(), now=today)
                        ),
                        FormField("repeats", self.repeats),
                        FormField("about", self.about),
                        FormField("days_before", self.before),
                        FormField(
                            "notes",
                            TextField(words.say("field.notes"), placeholder=self.tr("Anything worth knowing then")),
                        ),
                        self.attachments_field(),
                    ],
                ),
            ]
        )

    def _load(self, entry: Entry) -> None:
        assert isinstance(entry, Reminder)
        self.repeats.set_first(entry.series_from or entry.due_at)
        self.before.set_options(days_before(entry.days_before))
        super()._load(entry)
        there = bool(entry.id)
        countable = entry.about is not None and entry.about.kind in ("event", "network")
        self.form.show_field("days_before", countable)
        self.more.setVisible(there and bool(entry.repeats) and entry.done_at is None)
        self.look.setVisible(entry.type == SOURCE)
        self.series.show_for(entry, self.context.clock.now(), self.context.locale)
        self._read_log(entry)
        for widget in (self.done, self.put_off, self.history):
            widget.setVisible(there)
        self.done.setText(self.tr("Not done after all") if entry.done_at else self.tr("Done"))
        self.put_off.setEnabled(entry.done_at is None)

    # --- what can be done with it ---------------------------------------------------------------------------------

    def _toggle_done(self) -> None:
        reminder = self.entry
        if not isinstance(reminder, Reminder):
            return
        self.flush()
        number, finished = reminder.id, reminder.done_at is not None

        def act(journal: Journal) -> Changes:
            from journal.actions import reminders

            return (reminders.reopen if finished else reminders.mark_done)(journal, entry_id=number)

        self.done.setEnabled(False)  # until the next time is on screen: a second click is not for that one
        sentence = self.tr("It is to be done again.") if finished else self.tr("Done.")
        self.context.jobs.write(self, act, lambda _: self._toggled(sentence), self._not_toggled)

    def _toggled(self, sentence: str) -> None:
        self.context.notices.tell(sentence, undo=True)
        self.context.jobs.read(self, lambda _: None, lambda _: self.done.setEnabled(True))

    def _not_toggled(self, problem: UserFacingError) -> None:
        self.context.notices.tell_problem(problem)
        self.done.setEnabled(True)

    def _open_put_off(self) -> None:
        menu = Menu(self)
        now = self.context.clock.now()
        soon.fill_menu(menu, soon.snooze_moments(now), now, self.context.locale, self._put_off, at=self.put_off)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.put_off.mapToGlobal(self.put_off.rect().bottomLeft()))

    def _put_off(self, until: datetime) -> None:
        reminder = self.entry
        if reminder is None:
            return
        self.flush()
        number = reminder.id

        def act(journal: Journal) -> Changes:
            from journal.actions import reminders

            return reminders.snooze(journal, entry_id=number, until=until)

        self.context.jobs.write(self, act, lambda _: self.context.notices.tell(self.tr("Put off."), undo=True))

    def _open_more(self) -> None:
        menu = Menu(self)
        skip = menu.addAction(icons.icon("chevron-right"), self.tr("Skip this once"))
        skip.triggered.connect(lambda: self._act_on_series("skip", self.tr("Skipped this once.")))
        stop = menu.addAction(icons.icon("alarm-clock-off"), self.tr("Stop the series"))
        stop.triggered.connect(lambda: self._act_on_series("stop", self.tr("It will not come again.")))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _act_on_series(self, action: str, sentence: str) -> None:
        reminder = self.entry
        if reminder is None:
            return
        self.flush()
        number = reminder.id

        def act(journal: Journal) -> Changes:
            from journal.actions import reminders

            return {"skip": reminders.skip, "stop": reminders.stop, "move_series": reminders.move_series}[action](
                journal, entry_id=number
            )

        self.context.jobs.write(self, act, lambda _: self.context.notices.tell(sentence, undo=True))

    def _read_log(self, entry: Entry) -> None:
        """When it was done before; of one that was never saved or comes once, nothing."""
        if not (isinstance(entry, Reminder) and entry.id and entry.repeats):
            self.series.show_log([])
            return

        def read(journal: Journal) -> list[date]:
            from journal.actions import reminders

            return [at.date() for at, _ in reminders.log(journal, entry_id=entry.id)]

        self.context.jobs.read(self, read, self.series.show_log, key="log")

    # --- about ----------------------------------------------------------------------------------------------------

    def _suggest(self, text: str) -> None:
        def read(journal: Journal) -> list[Suggestion]:
            from journal.actions import reading

            found = [
                line
                for kind in ("contact", "event", "network", "learning")
                for line in reading.suggest(journal, kind=kind, words=text, limit=4)
            ]
            return [Suggestion(one.title, one.id, one.subtitle, one.kind, ICON_OF[one.kind]) for one in found]

        self.context.jobs.read(self, read, lambda found: self.about.set_suggestions(found, text), key="about")

    def _open_about(self, about: object) -> None:
        if isinstance(about, About):
            self.context.navigate.open_entry(about.kind, about.id)
