"""What she is told in passing: one line at the bottom of the window, with Undo where there is something to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journal.domain.changes import Changes
from journal.domain.errors import UserFacingError
from journal.system import logs, words


@dataclass(frozen=True, slots=True)
class Notice:
    """`action` is the text of the button ("" for none) and `act` what it does; `change_id` the change it would undo
    (0: none): the button goes when something else has been written since. `tone`: "plain" or "problem"."""

    text: str
    action: str = ""
    act: Callable[[], None] | None = None
    change_id: int = 0
    tone: str = "plain"


class Notices(QObject):
    """Signal `told(Notice)`: the window shows it. Nothing here waits for an answer."""

    told = Signal(object)

    def __init__(self, reports: Path | None, parent: QObject | None = None) -> None:
        """`reports` is the folder of crash reports (None: none are kept)."""
        super().__init__(parent)
        self._reports = reports
        self._crashes_told: set[str] = set()
        self._undo: Callable[[], None] | None = None
        self._last_change = 0

    def offer_undo_by(self, undo: Callable[[], None]) -> None:
        """What the Undo button of a notice calls."""
        self._undo = undo

    def note_change(self, changes: Changes) -> None:
        """The latest change: what an Undo offered from now on would undo."""
        self._last_change = changes.change_id

    @property
    def last_change(self) -> int:
        return self._last_change

    def tell(self, text: str, *, undo: bool = False, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Shows `text`. With `undo`, a button takes back the latest change (call it when the write has come back)."""
        if undo and self._undo:
            self.told.emit(Notice(text, self.tr("Undo"), self._undo, self._last_change))
        else:
            self.told.emit(Notice(text, action, act))

    def tell_problem(self, problem: UserFacingError) -> None:
        """Says in her language what could not be done, and what to do next."""
        self.told.emit(Notice(words.say_error(problem), tone="problem"))

    def report_crash(self, problem: BaseException) -> None:
        """Keeps a crash report without her text on this computer, and says so once for each kind of crash."""
        where = logs.places(problem)
        if where in self._crashes_told:
            return
        self._crashes_told.add(where)
        kept = logs.crash_report(self._reports, problem) if self._reports else None
        text = self.tr("Something went wrong in the program. What you wrote is safe.")
        if kept:
            text += " " + self.tr("A report without any of your words was kept in {file}.").format(file=kept)
        self.told.emit(Notice(text, tone="problem"))
