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
        self._spare: Key | None = None  # of a journal that could not be opened with it, for what she does next
        self._started = False
        self._attempt = 0
        self._lock_wanted = False
        self._rewrite: Rewrite | None = None
        self._told: dict[str, Any] = {}
        self._said: Callable[[], str] = str
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
        key, self._key = self._key or self._spare, None
        self._spare = None
        if key is None and not self._started:
            from journal.actions import locking

            key = locking.unlock_by_computer(self._file) if locking.is_locked(self._file) else None
        self._started = True
        try:
            journal = self._opener(key) if key is not None else self._opener()
        except UserFacingError as problem:
            if not isinstance(problem, JournalLocked):
                self._spare = key
            raise
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

    @property
    def spare_key(self) -> Key | None:
        """That of a journal that could not be opened with it; None for a plain one."""
        return self._spare

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
            if self._spare is not None:  # not for longer than she is here
                self.encrypted = True
                self._idleness.start(self._settings.now.lock_after)
                self._desktop.start()
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

    def what_to_tell(self) -> tuple[dict[str, Any], UserFacingError | None, str]:
        """What came of the latest rewriting, once: for its page, what went wrong, a sentence."""
        told, problem, said = self._told, self._problem, self._said()
        self._told, self._problem, self._said = {}, None, str
        return told, problem, said

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
            self._forget_spare()

    def _forget_spare(self) -> None:
        """Of a journal that could not be opened: the passphrase is asked for again."""
        key, self._spare = self._spare, None
        if key is not None:
            key.forget()
            self._idleness.stop()
            self._desktop.stop()
            self._window.cover("locked")
            self._window.drop_what_is_covered()

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

    def rewrite(self, work: Rewrite, *, page: str = "passphrase", said: Callable[[], str] = str, **told: Any) -> None:
        """Covers the window, closes the journal, does `work(file, key of now)` in a thread and opens the journal again
        with the key that it gives. Then `page` is shown what `told` holds, and `said()` is told. Fails to how it was
        before; also from where the journal was refused, which is closed already."""
        if self.state != "open" and self._window.page != "refused":
            return
        self.page_to_show, self._rewrite, self._told, self._said = page, work, told, said
        if self.state == "open":
            self._cover("working")
            return
        self.state = "opening"
        self._key, self._spare = self._spare, None
        self._idleness.stop()
        self._desktop.stop()
        self._window.cover("working")
        self._window.drop_what_is_covered()
        self._begin_rewriting(refused=True)

    def _begin_rewriting(self, *, refused: bool = False) -> None:
        work, key = self._rewrite, self._key
        assert work is not None

        def failed(problem: UserFacingError) -> None:
            self._told, self._said, self._problem = {}, str, problem
            if refused:
                self._rewrite, self._key, self._spare, self._problem = None, None, key, None
                self.on_refused(problem)
                self._window.open_page("refused", problem=problem)
            else:
                done(key)

        def done(new_key: Key | None) -> None:
            if key is not None and new_key is not key:
                key.forget()
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
