"""Undo and redo of anything, from anywhere in the window, and what it was said in passing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from journal.domain.changes import Changes
from journal.system import words
from journal.ui.jobs import Jobs, Journal
from journal.ui.notices import Notices


def words_of_change(label: str) -> str:
    """A change's name in her language: "edit", "deletion"…"""
    key = f"change.{label}"
    return words.say(key) if words.knows(key) else words.say("change.edit")


class Undoing(QObject):
    """What Ctrl+Z, Ctrl+Y and the Undo of a notice do. Call after what is being typed was handed over."""

    def __init__(self, jobs: Jobs, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        notices.offer_undo_by(self.undo)

    def undo(self) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import entries

            return entries.undo(journal)

        def tell(changes: Changes) -> None:
            text = self.tr("Undone: {what}").format(what=words_of_change(changes.label))
            self._notices.tell(text, action=self.tr("Redo"), act=self.redo)

        self._jobs.write(self, write, tell)

    def redo(self) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import entries

            return entries.redo(journal)

        def tell(changes: Changes) -> None:
            self._notices.tell(self.tr("Done again: {what}").format(what=words_of_change(changes.label)), undo=True)

        self._jobs.write(self, write, tell)
