"""Whether what is confidential is on screen: one switch, and one sign of it. Every session begins with it hidden."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from journal.ui.jobs import Jobs, Journal
from journal.ui.notices import Notices


class Discretion(QObject):
    """Signal: `switched(bool)` when every page is to be made anew."""

    switched = Signal(bool)

    def __init__(self, jobs: Jobs, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = False
        self._jobs = jobs
        self._notices = notices
        jobs.opened.connect(self._ask)

    def switch(self, on: bool) -> None:
        def work(journal: Journal) -> int:
            from journal.actions import privacy

            return privacy.show_confidential(journal, on=on)

        self._jobs.write(self, work, lambda count: self._tell(on, count))

    def _tell(self, on: bool, count: int) -> None:
        say = QCoreApplication.translate
        self._take(on)
        if on and not count:
            self._notices.tell(say("Discretion", "Nothing in this journal is marked confidential yet."))
        elif not on:
            self._notices.tell(say("Discretion", "%n confidential entry(ies) hidden again", None, count))

    def _ask(self) -> None:
        """A journal that was just opened hides it, unless the command line says otherwise."""

        def read(journal: Journal) -> bool:
            from journal.actions import privacy

            return privacy.confidential_shown(journal)

        self._jobs.read(self, read, self._take)

    def _take(self, shown: bool) -> None:
        if shown != self.shown:
            self.shown = shown
            self.switched.emit(shown)
