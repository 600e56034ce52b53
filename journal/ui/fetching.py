"""What she follows, asked for by itself while the program runs: off until she sets an interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from journal.ui.jobs import Jobs, Journal

if TYPE_CHECKING:
    from journal.actions.following import Fetched

LOOK_EVERY_MS = 5 * 60 * 1000  # whether anything is due; no address is asked for that is not


class Fetching(QObject):
    """Signal `fetched()`: something new has come."""

    fetched = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._busy = False
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._stopped = self._busy = False  # what was under way when the journal was closed does not come back
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """No site is asked any more; the one that is being asked may still answer."""
        self._stopped = True
        self._timer.stop()

    def look(self) -> None:
        """Asks for what is due, unless that is going on already."""
        if self._busy or self._stopped:
            return
        self._busy = True

        def work(journal: Journal) -> Fetched | None:
            from journal.actions import following
            from journal.domain.errors import Cancelled

            try:
                return following.fetch_if_due(journal, cancelled=lambda: self._stopped)
            except Cancelled:
                return None

        self._jobs.fetch(self, work, self._done, lambda _: self._done(None))

    def _done(self, result: Fetched | None) -> None:
        """A site that fails is told on its network's page, not here: nobody asked."""
        self._busy = False
        if result is not None and (result.news or result.events):
            self.fetched.emit()
