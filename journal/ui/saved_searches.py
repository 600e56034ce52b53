"""Keeps searches for her, and tells what is kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journal.domain.changes import Changes
from journal.ui.jobs import Jobs, Journal
from journal.ui.notices import Notices


class SavedSearches(QObject):
    """Signal `read(list of (words, name))`: what is kept now, after `refresh`."""

    read = Signal(object)

    def __init__(self, jobs: Jobs, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._notices = jobs, notices

    def refresh(self) -> None:
        def work(journal: Journal) -> list[tuple[str, str]]:
            from journal.actions import saved_searches

            return [(one.words, one.name) for one in saved_searches.saved(journal)]

        self._jobs.read(self, work, self.read.emit, key="saved")

    def save(self, words: str) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import saved_searches

            return saved_searches.save(journal, words=words)

        def tell(changes: Changes) -> None:
            if changes.change_id:
                self._notices.tell(self.tr("Saved: it stands in the sidebar now"), undo=True)
            else:
                self._notices.tell(self.tr("This search stands in the sidebar already"))

        self._jobs.write(self, write, tell, self._notices.tell_problem)

    def rename(self, words: str, name: str) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import saved_searches

            return saved_searches.rename(journal, words=words, name=name)

        self._jobs.write(self, write, None)

    def remove(self, words: str) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import saved_searches

            return saved_searches.remove(journal, words=words)

        self._jobs.write(self, write, lambda _: self._notices.tell(self.tr("Taken out of the sidebar"), undo=True))
