"""Keeps the calendar in her folder up to date: a moment after each change, away from the UI thread."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from journal.domain.errors import UserFacingError
from journal.system.settings import SettingsFile
from journal.ui.changed import Changed
from journal.ui.jobs import Jobs, Journal
from journal.ui.notices import Notices

AFTER_MS = 3_000  # one writing for all that is typed meanwhile
SHOWN_THERE = {"event", "reminder"}


class CalendarKeeping(QObject):
    """`kept()` after each time the file was found or made right. What keeps it from being written is said once, and
    again only after it had been well."""

    kept = Signal()

    def __init__(
        self, jobs: Jobs, changed: Changed, notices: Notices, settings: SettingsFile, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._settings = settings
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self._started = False
        changed.changed.connect(self._on_changed)

    def start(self) -> None:
        """From now on; what the command line changed meanwhile is there at once."""
        self._started = True
        self.keep()

    def keep(self) -> None:
        self._timer.stop()
        if self._settings.now.calendar_folder:
            self._jobs.aside(self, self._work, self._on_kept, self._on_failed)

    def close(self) -> None:
        """Writes what waits, before the journal is closed."""
        self._timer.stop()
        if self._settings.now.calendar_folder:
            self._jobs.write(self, self._work)

    def _work(self, journal: Journal) -> bool:
        from journal.actions import calendar_out

        return calendar_out.keep_if_wanted(journal, self._settings.now)

    def _on_changed(self, changes: Any) -> None:
        if self._started and not self._timer.isActive() and SHOWN_THERE & changes.kinds:
            self._timer.start()

    def _on_kept(self, _: bool) -> None:
        self._told = ""
        self.kept.emit()

    def _on_failed(self, problem: UserFacingError) -> None:
        if problem.code != self._told:
            self._told = problem.code
            self._notices.tell_problem(problem)
