"""The life of the program with a window: who is made in which order, and who goes when she quits.

Order: the frame is painted; the journal is opened in the reader thread; the first page fills by plain reads; only then
is loaded what writing needs, in the writer thread, and the reminders begin to be watched.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from journal import APPLICATION_NAME
from journal.domain.errors import UserFacingError
from journal.system.clock import Clock
from journal.system.settings import SettingsFile
from journal.ui.calendar_keeping import CalendarKeeping
from journal.ui.changed import Changed
from journal.ui.fetching import Fetching
from journal.ui.jobs import Jobs, Journal
from journal.ui.locking import Locking
from journal.ui.notices import Notices
from journal.ui.pages import ALONE
from journal.ui.reindexing import Reindexing
from journal.ui.reminding import Reminding
from journal.ui.theme import STYLE, Mode, Theme
from journal.ui.translations import Translations
from journal.ui.window import MainWindow

if TYPE_CHECKING:
    from journal.ui.tray import Tray

# After the first page is on screen: a moment of quiet before SQLModel is loaded beside it.
QUIET_MS = 250
BACK_UP_EVERY_MS = 60 * 60 * 1000
MODES: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}


def make_application() -> QApplication:
    """The one QApplication; closing the window is not the end of it where there is a tray."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # As an argument: a style object asked for from Python costs its thousand enumerators before the first paint.
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName(APPLICATION_NAME)
    app.setDesktopFileName(APPLICATION_NAME)
    app.setQuitOnLastWindowClosed(False)
    return app


class Session(QObject):
    """Makes everything; `start` shows it, `close` writes what is left and ends it. Signal-free: the application quits
    by `QApplication.quit`."""

    def __init__(
        self,
        *,
        opener: Callable[[], Journal],
        file: Path,
        clock: Clock,
        settings: SettingsFile,
        language: str | None = None,
        reports: Path | None = None,
        demo: bool = False,
        quiet: bool = False,
    ) -> None:
        """`quiet`: no tray icon and no reminders (pictures, tests)."""
        super().__init__()
        app = make_application()
        self._clock = clock
        self._settings = settings
        self._language = language  # of the command line: holds for this run, and is not kept
        self._demo = demo
        self._opening = False
        self._closed = False
        self._translations = Translations(app)
        locale = self._translations.use(language or settings.now.language)
        kept = settings.now
        self._theme = Theme(self, mode=MODES[kept.theme], text_scale=kept.text_scale)
        self._theme.apply(app)
        self.changed = Changed(self)
        self.notices = Notices(reports, self)
        self.locking = Locking(opener, file, clock, settings, self)
        self.jobs = Jobs(self.locking.open, self.changed, self, closer=self.locking.close)
        self.window = MainWindow(
            jobs=self.jobs,
            changed=self.changed,
            notices=self.notices,
            clock=clock,
            settings=settings,
            theme=self._theme,
            locale=locale,
            journal_file=file,
            demo=demo,
            locking=self.locking,
        )
        self.locking.attach(self.jobs, self.window)
        self._quiet = quiet
        self._tray: Tray | None = None
        self.reminding = Reminding(
            self.jobs, self.changed, self.notices, clock, settings, lambda: self.window.context.locale, self
        )
        self._calendar = CalendarKeeping(self.jobs, self.changed, self.notices, settings, self)
        self._fetching = Fetching(self.jobs, self)
        self._fetching.fetched.connect(lambda: self.window.page_widget().refresh())
        self._reindexing = Reindexing(self.jobs, self)
        self._back_up = QTimer(self)
        self._back_up.setInterval(BACK_UP_EVERY_MS)
        self._back_up.timeout.connect(self._back_up_if_changed)
        self._wire()

    def _wire(self) -> None:
        self.jobs.opened.connect(self._on_opened)
        self.jobs.refused.connect(self._on_refused)
        self.jobs.problem.connect(self.notices.tell_problem)
        self.jobs.crashed.connect(self.notices.report_crash)
        self.window.painted.connect(self._open)
        self.window.request_quit.connect(self.quit)
        self.window.closing.connect(self._on_window_closed)
        self.window.language_chosen.connect(self.use_language)
        self.reminding.request_open.connect(self.open_reminder)
        self.reminding.counted.connect(self.window.show_due)
        self.window.request_lock.connect(self._lock)
        self.locking.left.connect(self._on_left)
        self.locking.reminder_fell_due.connect(self._notify_neutrally)

    # --- starting -------------------------------------------------------------------------------------------------

    def start(self, *, hidden: bool = False) -> None:
        """Shows the window, or only the tray icon where there is one; opens the journal after the first paint."""
        if (hidden or self._settings.now.start_hidden) and self._may_use_tray():
            self._open()
        else:
            self.window.show()

    def _open(self) -> None:
        if not self._opening:
            self._opening = True
            self.jobs.open()
            if self.window.isVisible():
                self.window.read_today()

    def show_window(self) -> None:
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _on_opened(self) -> None:
        if not self.locking.on_opened():
            return
        self.reminding.be_discreet(False)
        self.jobs.read(self, _is_new, self._begin)
        self.window.prepare(self.locking.page_to_show)  # beside the reading

    def _begin(self, is_new: bool) -> None:
        told, problem, said = self.locking.what_to_tell()
        page = "first_start" if is_new and not self._demo else self.locking.page_to_show
        self.window.open_page(page, **told)
        if problem is not None:
            self.notices.tell_problem(problem)
        elif said:
            self.notices.tell(said)
        self.window.searches.refresh()
        # The first page asks within open_page; what comes after its answers is done in the quiet after it.
        self.jobs.read(self, lambda _: None, lambda _: QTimer.singleShot(QUIET_MS, self, self._settle))

    def _settle(self) -> None:
        if self._closed:
            return
        if self._tray is None and self._may_use_tray():
            self._make_tray()
        if self.window.is_covered:
            return  # locked again at once
        self.jobs.write(self, _load, self._ready)
        _forget_opened_files()  # of a program that was killed

    def _ready(self, _: None) -> None:
        if not self.window.is_covered:
            self.window.searching.make_ready()
        if self.window.page == "today":
            self.window.page_widget().refresh()  # what was left out to be there at once
        if not self._demo:
            self._back_up.start()
            self._fetching.start()
            self._reindexing.start()
            self._look_around()
            self._calendar.start()
        if not self._quiet:
            self.reminding.watch.start()

    def _look_around(self) -> None:
        """After a bad end the journal is checked; a folder that is not good for it is advised against, once."""
        from journal.system.places import keeper_of
        from journal.ui.backing_up import advice, look_after_a_bad_end

        damaged = self.tr("The journal was not closed the last time, and something in it is not as it should be.")
        todo = self.tr("What to do")
        help_page = partial(self.window.open_page, "settings")

        def tell(problems: list[str]) -> None:
            if problems:
                self.notices.tell(damaged, action=todo, act=help_page)

        self.jobs.aside(self, look_after_a_bad_end, tell)
        keeper = keeper_of(self.window.context.journal_file)
        if keeper != self._settings.now.advised:
            self._settings.change(advised=keeper)
            if keeper:
                self.notices.tell(advice(keeper), action=todo, act=help_page)

    def _back_up_if_changed(self) -> None:
        from journal.ui.backing_up import back_up_if_changed

        second = self._settings.now.second_folder
        self.jobs.aside(self, lambda journal: back_up_if_changed(journal, second), lambda _: None)

    def _may_use_tray(self) -> bool:
        from journal.ui import tray

        return not self._quiet and tray.available()

    def _make_tray(self) -> None:
        from journal.ui.tray import Tray

        self._tray = Tray(self)
        self._tray.request_open.connect(self.show_window)
        self._tray.request_capture.connect(self.capture)
        self._tray.request_quit.connect(self.quit)
        self.reminding.use_tray(self._tray)

    def _on_refused(self, problem: UserFacingError) -> None:
        if self.locking.on_refused(problem):
            if self._tray is None and self._may_use_tray():
                self._make_tray()
            return
        self.show_window()
        self.window.open_page("refused", problem=problem)

    def capture(self) -> None:
        """Shows the window with its capture line."""
        self.show_window()
        self.window.capture()

    # --- the lock -------------------------------------------------------------------------------------------------

    def _lock(self) -> None:
        """The command: where there is no passphrase yet, the page on which one is set."""
        if self.locking.encrypted:
            self.locking.lock()
        elif self.window.page not in ALONE:
            self.window.open_page("passphrase")

    def _on_left(self) -> None:
        """Nothing of hers is to be seen anywhere."""
        self.reminding.be_discreet(True)
        self.reminding.watch.stop()
        self._fetching.stop()
        self._reindexing.stop()
        self._back_up.stop()
        if not self._demo:
            self._calendar.close()
        _forget_opened_files()

    def _notify_neutrally(self) -> None:
        if not self._quiet:
            self.reminding.say_there_is_one()

    def open_reminder(self, reminder_id: int) -> None:
        """Shows that reminder; with 0, all that is due."""
        self.show_window()
        if reminder_id:
            self.window.open_entry("reminder", reminder_id)
        else:
            self.window.open_page("today")

    # --- language -------------------------------------------------------------------------------------------------

    def use_language(self, language: str) -> None:
        """Speaks "fr", "en" or the system's language ("") at once, and remembers it."""
        self._settings.change(language=language)
        locale = self._translations.use(language)
        self.window.rebuild(locale)
        if self._tray is not None:
            self._tray.retranslate()

    # --- ending ---------------------------------------------------------------------------------------------------

    def _on_window_closed(self) -> None:
        if self._tray is None or not self._settings.now.close_to_tray:
            self.quit()

    def quit(self) -> None:
        """Quits: what is typed goes into the journal first."""
        self.window.flush()
        self.window.keep_geometry()
        QApplication.quit()

    def close(self) -> None:
        """Waits for what is being written, closes the journal and frees the window."""
        if self._closed:
            return
        self._closed = True
        self.locking.end()
        self.reminding.watch.stop()
        self._fetching.stop()
        self._reindexing.stop()
        self.window.flush()
        if self.jobs.is_open and not self._demo:
            from journal.ui.backing_up import back_up_if_changed

            self.window.hide()
            second = self._settings.now.second_folder
            self.jobs.write(self, lambda journal: back_up_if_changed(journal, second))  # after the last that was typed
            self._calendar.close()
        self.jobs.shutdown()
        _forget_opened_files()
        self.reminding.close()
        if self._tray is not None:
            self._tray.close()
        self.window.hide()
        self.window.deleteLater()


def _forget_opened_files() -> None:
    from journal.system import opened_files

    opened_files.forget_copies()


def _load(journal: Journal) -> None:
    """What comes after the first page, loaded while she looks at it."""
    from journal.ui.pages import load_pages
    from journal.ui.quick_imports import load_the_rest

    journal.make_ready_to_write()
    load_pages()
    load_the_rest()


def _is_new(journal: Journal) -> bool:
    """Whether nobody has begun to use this journal, neither here nor by the command line."""
    from journal.actions import reading
    from journal.domain.entry import KINDS
    from journal.domain.lines import Wanted

    if reading.get_setting(journal, "started", ""):
        return False
    return not any(reading.page(journal, kind=kind, wanted=Wanted(), limit=1) for kind in KINDS)
