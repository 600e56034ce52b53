"""The index for search of an older journal, brought up to date step by step while the program runs: nothing waits for
it, and where it was broken off it goes on the next time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from journal.ui.jobs import Jobs, Journal

PAUSE_MS = 60  # between two steps, so that all else comes first


class Reindexing(QObject):
    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._after = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._step)

    def start(self) -> None:
        self._after = 0
        self._pause.start()

    def stop(self) -> None:
        self._pause.stop()

    def _step(self) -> None:
        after = self._after

        def work(journal: Journal) -> int | None:
            from journal.actions import reindexing

            return reindexing.step(journal, after=after)

        self._jobs.aside(self, work, self._go_on, lambda _: None)

    def _go_on(self, after: int | None) -> None:
        if after is not None:
            self._after = after
            self._pause.start()
