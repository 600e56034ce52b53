"""Reminders as she meets them outside the window: notifications, one digest instead of many, the tray's list; and what
their buttons do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal

from journal.domain.quiet_hours import is_quiet
from journal.system.clock import Clock
from journal.system.settings import SettingsFile
from journal.ui.changed import Changed
from journal.ui.jobs import Jobs, Journal
from journal.ui.notices import Notices
from journal.ui.notifying import Notifier, Watch
from journal.ui.when import near

if TYPE_CHECKING:
    from journal.domain.changes import Changes
    from journal.domain.lines import Line
    from journal.ui.tray import Tray

TOGETHER_MS = 500


class Reminding(QObject):
    """Watches, and tells. Signals: `request_open(int)` a reminder's id, 0 for the Today page; `counted(int)` due today.

    While `discreet` nothing of hers is said anywhere, only that there is something.
    """

    request_open = Signal(int)
    counted = Signal(int)

    def __init__(
        self,
        jobs: Jobs,
        changed: Changed,
        notices: Notices,
        clock: Clock,
        settings: SettingsFile,
        locale: Callable[[], QLocale],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._clock = clock
        self._settings = settings
        self._locale = locale
        self._tray: Tray | None = None
        self._notifier: Notifier | None = None
        self._unshown: list[Line] = []
        self._in_balloon = 0
        self._due: tuple[int, list[Line]] = (0, [])
        self._discreet = False
        self.watch = Watch(jobs, changed, clock, self, quiet=self._is_quiet)
        self.watch.due.connect(self.tell)
        self.watch.counted.connect(self._show_due)

    def use_tray(self, tray: Tray) -> None:
        self._tray = tray
        tray.message_clicked.connect(lambda: self.request_open.emit(self._in_balloon))
        tray.request_reminder.connect(self._open)
        tray.request_answer.connect(self.answer)
        self._show_due(*self._due)

    def be_discreet(self, discreet: bool) -> None:
        """Says no word of hers from now on, or does again (the journal was locked, or opened)."""
        self._discreet = discreet
        if discreet:
            self._due, self._unshown, self._in_balloon = (0, []), [], 0
            if self._notifier is not None:
                self._notifier.withdraw()
        self._show_due(*self._due)

    def say_there_is_one(self) -> None:
        """While the journal is locked: what it is, is not known here."""
        if not self._is_quiet():
            self._show(_said(self.tr("You have a reminder")), "", {"open": self.tr("Open")})

    def close(self) -> None:
        self.watch.stop()
        if self._notifier is not None:
            self._notifier.close()

    def _is_quiet(self) -> bool:
        kept = self._settings.now
        return is_quiet(self._clock.now(), kept.quiet_hours, kept.quiet_weekends)

    @property
    def _wordless(self) -> bool:
        return self._discreet or self._settings.now.hide_reminders

    # --- telling --------------------------------------------------------------------------------------------------

    def tell(self, lines: list[Line]) -> None:
        from journal.domain.digest import belong_together

        if belong_together(lines, self._clock.now()):
            self._show(self._digest(lines), self._digest_text(lines), {"open": self.tr("Open")})
            return
        for line in lines:
            shown = self._readable(line)
            self._show(shown, self._text(shown), {"done": self.tr("Done"), "later": self.tr("In an hour")})

    def _readable(self, line: Line) -> Line:
        """As whoever passes her desk may read it."""
        if line.confidential or self._wordless:
            return type(line)(line.id, line.kind, self.tr("You have a reminder"), date=line.date)
        return line

    def _text(self, line: Line) -> str:
        text = near(line.date, self._clock.now(), self._locale())
        return " · ".join(part for part in (text, line.subtitle) if part)

    def _digest(self, lines: list[Line]) -> Line:
        return _said(QCoreApplication.translate("Session", "%n reminder(s) are due", None, len(lines)))

    def _digest_text(self, lines: list[Line]) -> str:
        from journal.domain.digest import readable_titles

        titles = readable_titles(lines, wordless=self._wordless)
        more = len(lines) - len(titles)
        if titles and more:
            titles.append(QCoreApplication.translate("Session", "%n more", None, more))
        return " · ".join(titles)

    def _show(self, line: Line, text: str, buttons: dict[str, str]) -> None:
        if self._notifier is None:
            self._notifier = Notifier(self.tr("Networking Journal"), self)
            self._notifier.clicked.connect(self._open)
            self._notifier.pressed.connect(self.answer)
            self._notifier.refused.connect(self.tell_in_tray)
        self._notifier.show(line, text, buttons)

    def tell_in_tray(self, line: Line) -> None:
        """Where the desktop has no notifications: a balloon, or without a tray the window."""
        if self._tray is not None:
            self._in_balloon = line.id
            self._tray.message(line.title, near(line.date, self._clock.now(), self._locale()))
            return
        self._unshown.append(line)
        QTimer.singleShot(TOGETHER_MS, self, self._tell_in_window)

    def _tell_in_window(self) -> None:
        """Neither notifications nor a tray: one notice in the window, for however many there are."""
        lines, self._unshown = self._unshown, []
        if lines:
            line = lines[0] if len(lines) == 1 else self._digest(lines)
            self._notices.tell(line.title, action=self.tr("Open"), act=lambda: self._open(line))

    def _show_due(self, count: int, lines: list[Line]) -> None:
        self._due = count, lines
        self.counted.emit(count)
        if self._tray is not None:
            shown = [] if self._discreet else [(line, self._tray_text(line)) for line in lines]
            self._tray.show_due(0 if self._discreet else count, shown)

    def _tray_text(self, line: Line) -> str:
        when = near(line.date, self._clock.now(), self._locale())
        return f"{self._readable(line).title} · {when}" if when else self._readable(line).title

    # --- what she answers -----------------------------------------------------------------------------------------

    def _open(self, line: Line) -> None:
        self.request_open.emit(line.id)

    def answer(self, line: Line, answer: str) -> None:
        """A button of a notification or a line of the tray: "open", "done", "later" for an hour, "morning"."""
        if answer == "open" or not line.id:
            self._open(line)
            return
        from journal.domain.capture.time_words import MORNING

        now = self._clock.now().replace(second=0, microsecond=0)
        until = now + timedelta(hours=1) if answer == "later" else _next_morning(now, MORNING)

        def work(journal: Journal) -> Changes:
            from journal.actions import reminders

            if answer == "done":
                return reminders.mark_done(journal, entry_id=line.id, occurrence=line.date)
            return reminders.snooze(journal, entry_id=line.id, until=until, occurrence=line.date)

        self._jobs.write(self, work)


def _said(title: str) -> Line:
    """What a notification says that is about no reminder alone."""
    from journal.domain.lines import Line  # not before the first paint, which it would hold up by a tenth

    return Line(0, "reminder", title)


def _next_morning(now: datetime, at: time) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), at)
