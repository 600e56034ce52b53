"""The settings, each taking effect at once: language, look, name, tray, and where the journal is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, QTime, QTimer
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLabel, QWidget

from journal.domain.errors import UserFacingError
from journal.domain.quiet_hours import hours_text, read_hours
from journal.system import autostart
from journal.system.places import keeper_of
from journal.ui import tray
from journal.ui.backing_up import advice, back_up_now, newest_copy, show_folder
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.dialogs.settings_calendar import CalendarCard
from journal.ui.dialogs.settings_days import ReturningDaysCard
from journal.ui.dialogs.settings_lock import LockCard
from journal.ui.jobs import Journal
from journal.ui.theme import LARGE, MEDIUM, SMALL, Mode
from journal.ui.widgets.buttons import PlainButton, QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.field import Line
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.headings import QuietText, StyledLabel
from journal.ui.widgets.hours_field import HoursField
from journal.ui.widgets.segmented import Segmented

HER_NAME = "her_name"
TEXT_SIZES = (("0.9", 0.9), ("1.0", 1.0), ("1.25", 1.25), ("1.5", 1.5), ("2.0", 2.0))


class SettingsPage(ColumnPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("settings"))
        self._add_look()
        self._add_her()
        self._add_computer()
        self.days = ReturningDaysCard(context, self)
        self.column.addWidget(self.days)
        self.lock = LockCard(context, self)
        self.column.addWidget(self.lock)
        self.calendar = CalendarCard(context, self)
        self.column.addWidget(self.calendar)
        self._add_journal()
        self.column.addStretch(1)

    def _rows(self, heading: str, icon: str) -> tuple[Card, QGridLayout]:
        card = Card(heading, self, icon=icon)
        inside = QWidget(card)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(MEDIUM)
        grid.setColumnStretch(1, 1)
        card.add(inside)
        self.column.addWidget(card)
        return card, grid

    def _row(self, grid: QGridLayout, label: str, editor: QWidget) -> None:
        row = grid.rowCount()
        text = StyledLabel(label, self, role="quiet", wrap=True)
        text.setBuddy(editor)
        editor.setAccessibleName(label)
        grid.addWidget(text, row, 0)
        wide = isinstance(editor, Line)
        grid.addWidget(editor, row, 1, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _add_look(self) -> None:
        settings = self.context.settings.now
        _, grid = self._rows(self.tr("Language and look"), "sun")
        languages = [("", self.tr("As the computer")), ("fr", "Français"), ("en", "English")]
        self.language = Segmented([(code or "system", name) for code, name in languages], self)
        self.language.set_current(settings.language or "system")
        self.language.chosen.connect(lambda code: self.context.navigate.use_language(code.replace("system", "")))
        self._row(grid, self.tr("Language"), self.language)
        themes = [("system", self.tr("As the computer")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.look = Segmented(themes, self)
        self.look.set_current(settings.theme)
        self.look.chosen.connect(self._use_theme)
        self._row(grid, self.tr("Colours"), self.look)
        sizes = [(key, f"{round(scale * 100)} %") for key, scale in TEXT_SIZES]
        self.text_size = Segmented(sizes, self)
        nearest = min(TEXT_SIZES, key=lambda size: abs(size[1] - settings.text_scale))
        self.text_size.set_current(nearest[0])
        self.text_size.chosen.connect(self._use_size)
        self._row(grid, self.tr("Size of text"), self.text_size)

    def _add_her(self) -> None:
        _, grid = self._rows(self.tr("You"), "user")
        self.name = Line("", self)
        self.name.setMaxLength(200)
        self._keep_name = QTimer(self, singleShot=True, interval=600)
        self._keep_name.timeout.connect(self._write_name)
        self.name.textEdited.connect(lambda _: self._keep_name.start())
        self._row(grid, self.tr("Your name"), self.name)

    def _add_computer(self) -> None:
        settings = self.context.settings
        card, grid = self._rows(self.tr("On this computer"), "bell")
        self.quiet_hours = HoursField(self.tr("Quiet hours"), self)
        self.quiet_hours.set_hours(read_hours(settings.now.quiet_hours))
        self.quiet_hours.changed.connect(lambda *hours: settings.change(quiet_hours=hours_text(*hours)))
        self._row(grid, self.tr("Quiet hours"), self.quiet_hours)
        self.quiet_weekends = QCheckBox(self.tr("Quiet on Saturdays and Sundays too"), self)
        self.quiet_weekends.setChecked(settings.now.quiet_weekends)
        self.quiet_weekends.toggled.connect(lambda on: settings.change(quiet_weekends=on))
        card.add(self.quiet_weekends)
        self.close_to_tray = QCheckBox(self.tr("Closing the window leaves the reminders on, in the tray"), self)
        self.close_to_tray.setChecked(settings.now.close_to_tray)
        self.close_to_tray.toggled.connect(lambda on: settings.change(close_to_tray=on))
        self.start_hidden = QCheckBox(self.tr("Start hidden in the tray"), self)
        self.start_hidden.setChecked(settings.now.start_hidden)
        self.start_hidden.toggled.connect(lambda on: settings.change(start_hidden=on))
        self.hide_reminders = QCheckBox(self.tr("Notifications say only that there is a reminder, not which"), self)
        self.hide_reminders.setChecked(settings.now.hide_reminders)
        self.hide_reminders.toggled.connect(lambda on: settings.change(hide_reminders=on))
        card.add(self.hide_reminders)
        self.at_login = QCheckBox(self.tr("Start with the computer, without a window"), self)
        self.at_login.setChecked(autostart.is_on())
        self.at_login.setEnabled(not self.context.demo)
        self.at_login.toggled.connect(self._start_at_login)
        card.add(self.at_login)
        for box in (self.close_to_tray, self.start_hidden):
            box.setEnabled(tray.available())
            card.add(box)
        if not tray.available():
            card.add(QuietText(self.tr("This desktop has no tray: closing the window quits."), self, small=True))

    def _start_at_login(self, on: bool) -> None:
        try:
            (autostart.turn_on if on else autostart.turn_off)()
        except UserFacingError as problem:
            self.context.notices.tell_problem(problem)
            with QSignalBlocker(self.at_login):
                self.at_login.setChecked(autostart.is_on())

    def _add_journal(self) -> None:
        card = Card(self.tr("Your journal"), self, icon="book-open")
        text = self.tr("One file, on this computer only. Nothing is sent anywhere.")
        if self.context.demo:
            text = self.tr("A sample journal to look around in. It goes when you quit.")
        card.add(QuietText(text, self))
        where = QLabel(str(self.context.journal_file), self)
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setWordWrap(True)
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where.setAccessibleName(self.tr("Where the journal is"))
        card.add(where)
        if text := advice(keeper_of(self.context.journal_file)):
            card.add(StyledLabel(text, self, role="warn", wrap=True))
        self.newest_copy = QuietText("", self)
        self.newest_copy.setHidden(self.context.demo)
        card.add(self.newest_copy)
        self.second_copy = QuietText("", self)
        card.add(self.second_copy)
        buttons = QWidget(card)
        row = FlowLayout(buttons, gap=SMALL)
        self.second = PlainButton("", buttons, icon="copy")
        self.second.clicked.connect(self._choose_second)
        for label, icon, act in (
            (self.tr("Back up now"), "archive", lambda: back_up_now(self.context, self)),
            (self.tr("Show the folder"), "folder-open", lambda: show_folder(self.context.journal_file.parent)),
            (self.tr("Take out…"), "upload", lambda: self.context.navigate.open_page("take_out")),
        ):
            button = PlainButton(label, buttons, icon=icon)
            button.clicked.connect(act)
            row.addWidget(button)
        row.insert_widget(1, self.second)
        copies = PlainButton(self.tr("Go back to a copy…"), buttons, icon="history")
        copies.setEnabled(not self.context.demo)
        copies.clicked.connect(lambda: self.context.navigate.open_page("copies"))
        row.insert_widget(2, copies)
        protection = QuietButton(page_title("protection"), buttons, icon="lock")
        protection.clicked.connect(lambda: self.context.navigate.open_page("protection"))
        row.addWidget(protection)
        card.add(buttons)
        self._say_second()
        self.column.addWidget(card)

    # --- what they do ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.calendar.refresh()

        self.days.refresh()
        self.lock.refresh()

        def read(journal: Journal) -> str:
            from journal.actions import reading

            return reading.get_setting(journal, HER_NAME, "")

        self.context.jobs.read(self, read, self._show_name, key="name")
        if not self.context.demo:
            self.context.jobs.read(self, newest_copy, self._show_copy, key="copy")

    def _show_name(self, name: str) -> None:
        if not self._keep_name.isActive() and not self.name.hasFocus():
            self.name.show_text(name)

    def _show_copy(self, made_at: datetime | None) -> None:
        if made_at is None:
            self.newest_copy.setText(self.tr("No copy has been made yet. One is made when you quit, and every hour."))
            return
        days = (self.context.clock.now().date() - made_at.date()).days
        at = self.context.locale.toString(QTime(made_at.hour, made_at.minute), QLocale.FormatType.ShortFormat)
        said = QCoreApplication.translate("SettingsPage", "The newest copy was made %n day(s) ago.", None, days)
        if days <= 0:
            said = self.tr("The newest copy was made today at {time}.").format(time=at)
        self.newest_copy.setText(said + " " + self.tr("It was checked when it was made."))

    def _say_second(self) -> None:
        folder = self.context.settings.now.second_folder
        if not folder:
            text = self.tr("Each copy can also go to a second folder: a stick, or one that is kept in step elsewhere.")
        elif Path(folder).is_dir():
            text = self.tr("Each copy also goes to {folder}.").format(folder=folder)
        else:
            text = self.tr(
                "The second folder, {folder}, is not there just now. The copies here are made all the same, and the"
                " newest one goes there when it is back."
            ).format(folder=folder)
        self.second_copy.setText(text)
        self.second.setText(self.tr("No second folder") if folder else self.tr("A second folder…"))

    def _choose_second(self) -> None:
        """Names another folder for the copies; pressed again, none any more."""
        kept = self.context.settings
        chosen = ""
        if not kept.now.second_folder:
            chosen = QFileDialog.getExistingDirectory(self, self.tr("A second folder for the copies"))
        kept.change(second_folder=chosen)
        self._say_second()

    def _write_name(self) -> None:
        name = self.name.text().strip()

        def write(journal: Journal) -> None:
            from journal.actions import reading

            reading.set_setting(journal, HER_NAME, name)

        self.context.jobs.write(self, write)

    def flush(self) -> None:
        if self._keep_name.isActive():
            self._keep_name.stop()
            self._write_name()

    def _use_theme(self, mode: str) -> None:
        modes: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}
        self.context.theme.set_mode(modes[mode])
        self.context.settings.change(theme=mode)

    def _use_size(self, key: str) -> None:
        scale = dict(TEXT_SIZES)[key]
        self.context.theme.set_text_scale(scale)
        self.context.settings.change(text_scale=scale)

    def come_on_screen(self) -> None:
        super().come_on_screen()
        self.look.set_current(self.context.settings.now.theme)

    def activate(self) -> None:
        self.language.setFocus()
