"""Locking and unlocking while the program runs. The window is covered at once; behind the cover, what was typed goes
into the journal, then the journal is closed and its key forgotten. Every way in and out goes through one state:

    open -> closing -> locked -> opening -> open

What is asked for in between waits its turn, so that nothing is ever half locked: a lock during an unlock wins, an
unlock during a lock is done after it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from journal.domain.errors import JournalLocked, UserFacingError
from journal.system.clock import Clock
from journal.system.settings import SettingsFile
from journal.ui.commands import PAGES
from journal.ui.desktop_signals import DesktopSignals, Idleness
from journal.ui.jobs import Jobs, Journal
from journal.ui.window import MainWindow

if TYPE_CHECKING:
    from journal.actions.locking import Key

LOOK_EVERY_MS = 20_000
COME_BACK_TO = (*PAGES, "trash", "settings")  # what shows something without being told what
Failed = Callable[[UserFacingError], None]
Rewrite = Callable[[Path, "Key | None"], "Key | None"]


class Locking(QObject):
    """Signals: `left()` the window is covered, nothing of hers may be shown anywhere any more; `closed()` the journal
    is closed and its key forgotten; `reminder_fell_due()` while locked: that there is one, and no more."""

    left = Signal()
    closed = Signal()
    reminder_fell_due = Signal()

    def __init__(
        self, opener: Callable[..., Journal], file: Path, clock: Clock, settings: SettingsFile, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.state = "opening"
        self.encrypted = False
        self.page_to_show = "today"
        self._opener = opener
        self._file = file
        self._clock = clock
        self._settings = settings
        self._key: Key | None = None  # only on its way to the opener
        self._started = False
        self._attempt = 0
        self._lock_wanted = False
        self._rewrite: Rewrite | None = None
        self._told: dict[str, Any] = {}
        self._problem: UserFacingError | None = None
        self._due: list[datetime] = []
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_EVERY_MS)
        self._watch.timeout.connect(self._look_at_times)

    def attach(self, jobs: Jobs, window: MainWindow) -> None:
        self._jobs = jobs
        self._window = window
        self._idleness = Idleness(self)
        self._desktop = DesktopSignals(window, self)
        self._idleness.idle.connect(self.lock)
        self._desktop.left.connect(self.lock)

    # --- opening; in the threads of the jobs ------------------------------------------------------------------------

    def open(self) -> Journal:
        """What opens the journal: with the key that is on its way, at the start with what this computer remembers."""
        key, self._key = self._key, None
        if key is None and not self._started:
            from journal.actions import locking

            key = locking.unlock_by_computer(self._file) if locking.is_locked(self._file) else None
        self._started = True
        journal = self._opener(key) if key is not None else self._opener()
        self.encrypted = getattr(journal, "key", None) is not None
        return journal

    def close(self, journal: Journal) -> None:
        """Closes it, and forgets the key unless it is needed for what is done next."""
        journal.close()
        key = getattr(journal, "key", None)
        if key is not None:
            if self._rewrite is not None:
                self._key = key
            else:
                key.forget()

    # --- what the session tells -------------------------------------------------------------------------------------

    def on_opened(self) -> bool:
        """Whether the journal may be shown: not where a lock was asked for meanwhile."""
        self.state = "open"
        if self._lock_wanted:
            self._lock_wanted = False
            if self.encrypted:
                self._close_behind_the_cover()
                return False
        self._window.uncover()
        self.watch_for_leaving()
        return True

    def on_refused(self, problem: UserFacingError) -> bool:
        """Whether it is a matter of the passphrase, and cared for here."""
        self.state = "locked"
        self._lock_wanted = False
        if not isinstance(problem, JournalLocked):
            return False
        self.encrypted = True
        if not self._window.is_covered:
            self._window.cover("locked")
        self._window.open_page("locked")
        return True

    def watch_for_leaving(self) -> None:
        """From now on idleness and the desktop lock an encrypted journal; also after a change of the settings."""
        if self.encrypted and self.state == "open":
            self._idleness.start(self._settings.now.lock_after)
            self._desktop.start()

    def what_to_tell(self) -> tuple[dict[str, Any], UserFacingError | None]:
        """What came of the latest rewriting, once."""
        told, problem = self._told, self._problem
        self._told, self._problem = {}, None
        return told, problem

    def end(self) -> None:
        """The program quits: nothing locks or opens it any more."""
        self.state = "ended"
        self._attempt += 1
        self._idleness.stop()
        self._desktop.stop()
        self._watch.stop()

    # --- locking ----------------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Covers the window now and closes the journal as soon as all is written. Without a passphrase, nothing."""
        if self.state == "opening":
            self._attempt += 1
            self._lock_wanted = self.encrypted
        elif self.state == "open" and self.encrypted:
            if self._window.page in COME_BACK_TO:
                self.page_to_show = self._window.page
            self._cover("locked")
        elif self.state == "locked":
            self._attempt += 1  # an unlock that is under way comes to nothing

    def _cover(self, page: str) -> None:
        self._idleness.stop()
        self._desktop.stop()
        self._window.cover(page)
        self.left.emit()
        self._close_behind_the_cover()

    def _close_behind_the_cover(self) -> None:
        self.state = "closing"
        self._jobs.write(self, _times_to_come, self._keep_times, lambda _: None)
        self._jobs.when_written(self._park)

    def _keep_times(self, times: list[datetime]) -> None:
        self._due = times

    def _park(self) -> None:
        self._window.drop_what_is_covered()
        self._jobs.park(self._parked)

    def _parked(self) -> None:
        self.state = "locked"
        self.closed.emit()
        if self._rewrite is not None:
            self._begin_rewriting()
            return
        self._watch.start()
        if self._key is not None:
            self._open_now()  # the passphrase came while the journal was still being closed

    # --- unlocking --------------------------------------------------------------------------------------------------

    def unlock(self, *, secret: str = "", code: str = "", failed: Failed) -> None:
        """By the passphrase or by the code of the recovery sheet; `failed` is told what is wrong with it."""
        from journal.actions import locking

        self._attempt += 1
        attempt = self._attempt

        def work() -> Key:
            if code:
                return locking.unlock_by_sheet(self._file, code=code)
            return locking.unlock(self._file, secret=secret)

        def then(key: Key) -> None:
            if attempt != self._attempt or self.state not in ("locked", "closing"):
                key.forget()
                return
            self._key = key
            if self.state == "locked":
                self._open_now()

        self._jobs.alone(self, work, then, lambda problem: failed(problem) if attempt == self._attempt else None)

    def _open_now(self) -> None:
        self.state = "opening"
        self._watch.stop()
        self._jobs.open()

    # --- rewriting: setting a passphrase, a new key, removing it ----------------------------------------------------

    def rewrite(self, work: Rewrite, **told: Any) -> None:
        """Covers the window, closes the journal, does `work(file, key of now)` in a thread and opens the journal again
        with the key that it gives; `told` is then shown on the page of the passphrase. Fails to how it was before."""
        if self.state == "open":
            self.page_to_show = "passphrase"
            self._rewrite, self._told = work, told
            self._cover("working")

    def _begin_rewriting(self) -> None:
        work, key = self._rewrite, self._key
        assert work is not None

        def failed(problem: UserFacingError) -> None:
            self._told, self._problem = {}, problem
            done(key)

        def done(new_key: Key | None) -> None:
            self._rewrite, self._key = None, new_key
            self._open_now()

        self._jobs.alone(self, lambda: work(self._file, key), done, failed)

    # --- reminders while locked -------------------------------------------------------------------------------------

    def _look_at_times(self) -> None:
        now = self._clock.now()
        passed = [time for time in self._due if time <= now]
        self._due = self._due[len(passed) :]
        if passed:
            self.reminder_fell_due.emit()


def _times_to_come(journal: Journal) -> list[datetime]:
    from journal.actions import reminders

    return reminders.times_to_come(journal)
