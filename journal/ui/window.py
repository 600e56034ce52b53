"""The one window: sidebar, top bar and pages, which are made at the first visit.

Wiring: the sidebar, the commands and the pages ask (`Navigate`); the window shows the page and hands it the wish.
What is written comes back through `Changed`, which every page hears for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.system.clock import Clock
from journal.system.settings import SettingsFile
from journal.ui import icons
from journal.ui.changed import Changed
from journal.ui.commands import KIND_OF_PAGE, PAGE_ICONS, PAGE_OF_KIND, PAGES, Commands, page_title
from journal.ui.context import ScreenContext
from journal.ui.discretion import Discretion
from journal.ui.doing import Doing
from journal.ui.dropping import Dropping
from journal.ui.jobs import Jobs
from journal.ui.notices import Notice, Notices
from journal.ui.pages import ALONE, COVERS, make_page
from journal.ui.saved_searches import SavedSearches
from journal.ui.searching import Searching
from journal.ui.theme import LARGE, MEDIUM, Theme
from journal.ui.top_bar import TopBar
from journal.ui.undoing import Undoing
from journal.ui.widgets.sidebar import Place, Sidebar
from journal.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from journal.ui.dialogs.capture_line import CaptureLine
    from journal.ui.locking import Locking
    from journal.ui.screens.page import Page

SMALLEST = (760, 520)
USUAL = (1180, 760)


class MainWindow(QMainWindow):
    """Implements `Navigate`. Signals: `painted()` after the first frame; `request_quit()`; `closing()` when its close
    button was pressed and not refused; `language_chosen(str)`."""

    painted = Signal()
    request_quit = Signal()
    closing = Signal()
    language_chosen = Signal(str)
    request_lock = Signal()

    def __init__(
        self,
        *,
        jobs: Jobs,
        changed: Changed,
        notices: Notices,
        clock: Clock,
        settings: SettingsFile,
        theme: Theme,
        locale: QLocale,
        journal_file: Path,
        demo: bool = False,
        locking: Locking | None = None,
    ) -> None:
        super().__init__()
        self._was_painted = False
        self.is_covered = False
        self._covered: list[QWidget] = []
        self._open_after = 0
        self._trail: list[str] = []
        self._pages: dict[str, Page] = {}
        self.page = ""
        self.context = ScreenContext(
            jobs=jobs,
            changed=changed,
            notices=notices,
            navigate=self,
            clock=clock,
            locale=locale,
            settings=settings,
            theme=theme,
            journal_file=journal_file,
            demo=demo,
            locking=locking,
        )
        self.undoing = Undoing(jobs, notices, self)
        self.searches = SavedSearches(jobs, notices, self)
        self.searches.read.connect(lambda kept: self.sidebar.saved.fill(kept))
        self.discretion = Discretion(jobs, notices, self)
        self.discretion.switched.connect(self._on_switched)
        self.doing = Doing(self)
        self.commands = Commands(self, self.doing.handlers())
        self.setWindowIcon(icons.app_icon())
        self.setMinimumSize(*SMALLEST)
        self._build()
        self._take_geometry()
        self._dropping = Dropping(self)
        changed.changed.connect(self._on_changed)
        notices.told.connect(self._show_notice)

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """The frame without any page, in the language of the moment."""
        # Neutral on purpose: the title is seen in the task bar by whoever stands behind her.
        self.setWindowTitle(self.tr("Networking Journal"))
        self._middle = middle = QWidget(self)
        self.sidebar = Sidebar(self._places(), middle)
        self.sidebar.chosen.connect(self.open_page)
        self.sidebar.saved.renamed.connect(self.searches.rename)
        self.sidebar.saved.removed.connect(self.searches.remove)
        self.top = TopBar(self.commands, middle)
        self.top.confidential.setVisible(self.discretion.shown)
        self.stack = QStackedWidget(middle)
        right = QVBoxLayout()
        right.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        right.setSpacing(MEDIUM)
        right.addWidget(self.top)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        self.searching = Searching(self.top.search, self.context, middle)
        self.searching.chosen.connect(self.doing.open_found)
        self.searching.command_chosen.connect(self.doing.do_found)
        self.sidebar.saved.opened.connect(self.searching.search)
        self._capture_line: CaptureLine | None = None
        self.toast = Toast(middle)
        self._offered = 0  # the change that the notice on screen offers to undo
        self.setCentralWidget(middle)

    @property
    def capture_line(self) -> CaptureLine:
        """Made when it is first wanted."""
        from journal.ui.dialogs.capture_line import CaptureLine

        if self._capture_line is None:
            self._capture_line = CaptureLine(self.context, self._middle)
        return self._capture_line

    def _places(self) -> list[Place]:
        keys = {page: f" (Ctrl+{number})" for number, page in enumerate(PAGES, start=1)}
        return [
            Place(page, page_title(page), PAGE_ICONS[page], page_title(page) + keys.get(page, ""), page not in PAGES)
            for page in (*PAGES, "trash", "settings")
        ]

    def rebuild(self, locale: QLocale) -> None:
        """Makes everything on screen anew after a change of language, and stays on the same page."""
        from dataclasses import replace

        self.flush()
        page, self._pages, self._trail = self.page, {}, []
        self.context = replace(self.context, locale=locale)
        old = self.centralWidget()
        self.commands.retranslate()
        self._build()
        self.searches.refresh()
        if old is not None:
            old.deleteLater()
        self.page = ""
        self.open_page(page)

    def _made(self, page: str) -> Page:
        if page not in self._pages:
            self._pages[page] = make_page(page, self.context)
            self.stack.addWidget(self._pages[page])
        return self._pages[page]

    def read_today(self) -> None:
        """Asks for what the first page shows, before the journal is open and the page is made."""

        def work(journal: Any) -> Any:
            from journal.ui.screens.today.reading import read_today

            return read_today(journal, at_once=True)

        def show(read: Any) -> None:
            if not self.is_covered:
                self._made("today").show_read(read)

        self.context.jobs.read(self._middle, work, show)

    def _take_geometry(self) -> None:
        kept = self.context.settings.now.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(*USUAL)

    def keep_geometry(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        page = self.page if self.page in PAGES else self.context.settings.now.last_page
        self.context.settings.change(geometry=geometry, last_page=page)

    # --- Navigate -------------------------------------------------------------------------------------------------

    def open_page(self, page: str, **wanted: Any) -> None:
        if self.is_covered and page not in COVERS:
            return
        shown = self._made(page)
        if page != self.page:
            self.flush()
            if self.page and self.page not in ALONE:
                self._trail = [*[one for one in self._trail if one != self.page], self.page]
            self.page = page
            self.sidebar.setVisible(page not in ALONE)
            self.top.setVisible(page not in ALONE)
            self.sidebar.set_current(page if page in (*PAGES, "trash", "settings") else "")
            focused = QApplication.focusWidget()
            self.stack.setCurrentWidget(shown)
            if focused is None or self.stack.isAncestorOf(focused):
                shown.activate()  # else Qt gives the keyboard to whatever button comes first
        if page in ALONE:
            for other in self._pages.values():
                other.grow_stale()  # she may tell her name, or open another journal
        if wanted:
            shown.show_wanted(**wanted)
        shown.come_on_screen()

    def prepare(self, page: str, then: Callable[[], None] = lambda: None) -> None:
        if not self.is_covered:
            self._made(page).when_whole(then)

    def open_entry(self, kind: str, entry_id: int) -> None:
        page = PAGE_OF_KIND[kind]
        self.open_page(page)
        if page in self._pages:
            self._pages[page].open_entry(entry_id)

    def new_entry(self, kind: str, **fields: Any) -> None:
        page = PAGE_OF_KIND[kind]
        self.open_page(page)
        if page in self._pages:
            self._pages[page].new_entry(**fields)

    def capture(self, text: str = "") -> None:
        if self.page not in ALONE:
            self.capture_line.open_line(text)

    def may_take_in(self) -> bool:
        return bool(self.page) and self.page not in ALONE

    def take_in(self, *, text: str = "", files: Sequence[str] = ()) -> None:
        """What was dropped or pasted: shown in the capture line, or by the page that brings in."""
        if files:
            self.capture_line.propose(files=files, otherwise=lambda: self.open_page("bring_in", files=list(files)))
        else:
            self.capture_line.propose(text=text, otherwise=lambda: self.capture(text))

    def history(self, entry_id: int, title: str) -> None:
        self.open_page("history", entry_id=entry_id, title=title)

    def undo(self) -> None:
        self.flush()
        self.undoing.undo()

    def redo(self) -> None:
        self.flush()
        self.undoing.redo()

    def go_back(self) -> None:
        if self._trail:
            page = self._trail.pop()
            self.open_page(page)
            self._trail = self._trail[:-1] if self._trail else []

    def show_confidential(self, on: bool, *, entry_id: int = 0) -> None:
        if self.page not in ALONE:
            self.flush()
            entry = self.page_widget().current_entry() if on else None
            self._open_after = entry_id or (entry[0] if entry else 0)
            self.discretion.switch(on)

    def _on_switched(self, shown: bool) -> None:
        """Everything is made anew: nothing that was hidden stays behind on a page."""
        if not self.page or self.page in ALONE:
            self.top.confidential.setVisible(shown)
            return
        page = self.page
        if page not in (*PAGES, "trash", "settings"):
            self.page = "today"  # a dialog of one entry, which may be hidden now
        self.rebuild(self.context.locale)
        if self._open_after and page in KIND_OF_PAGE:
            self.open_entry(KIND_OF_PAGE[page], self._open_after)

    def use_language(self, language: str) -> None:
        self.language_chosen.emit(language)

    def flush(self) -> None:
        """Hands over everything typed and not saved yet."""
        if self.page in self._pages:
            self._pages[self.page].flush()
        if self._capture_line is not None:
            self._capture_line.flush()

    # --- the lock -------------------------------------------------------------------------------------------------

    def cover(self, page: str) -> None:
        """Hands over what is typed and leaves nothing to be seen but `page`. What was shown stays, out of sight, until
        all of it is written: see `drop_what_is_covered`."""
        from journal.ui.covering import close_everything_but

        close_everything_but(self)
        self.flush()
        self.is_covered = True
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            self._covered.append(old)
        self._pages, self._trail, self.page = {}, [], ""
        self.discretion.shown = False
        self.commands.leave_only(("quit", "larger", "smaller", "theme"))
        self._build()
        self.open_page(page)

    def drop_what_is_covered(self) -> None:
        for old in self._covered:
            old.deleteLater()
        self._covered = []

    def uncover(self) -> None:
        """The journal is open: pages may be shown again."""
        if self.is_covered:
            self.is_covered = False
            self.commands.leave_only(None)
            for page in [self._pages.pop(name) for name in COVERS if name in self._pages]:
                self.stack.removeWidget(page)
                page.deleteLater()
            self.page = ""

    def lock(self) -> None:
        self.request_lock.emit()

    def show_due(self, count: int) -> None:
        """How many reminders are due today, beside Today in the sidebar."""
        self.sidebar.set_badge("today", count)

    def page_widget(self) -> Page:
        """The page on screen."""
        return self._pages[self.page]

    # --- what it hears --------------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        self.context.notices.note_change(changes)
        if "setting" in changes.kinds:
            self.searches.refresh()
        if self._offered and changes.change_id != self._offered:
            self._offered = 0
            self.toast.dismiss()

    def _show_notice(self, notice: Notice) -> None:
        if self.is_covered:
            return  # it may name what is locked
        self._offered = notice.change_id
        self.toast.tell(notice.text, notice.action, notice.act, stays=notice.tone == "problem")

    # --- Qt -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        self.keep_geometry()
        super().closeEvent(event)
        self.closing.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.top.search.hasFocus():
            self.page_widget().activate()
        elif event.key() == Qt.Key.Key_Escape and self.page not in (*PAGES, *ALONE):
            self.go_back()
        else:
            super().keyPressEvent(event)
