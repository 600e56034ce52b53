"""A page of the window, whatever it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from journal.domain.changes import Changes
from journal.ui.context import ScreenContext


class Page(QWidget):
    """A page of the window. What the window calls has an answer here; a page overrides what it can do.

    `refresh()` is called at the first visit, and later whenever the page is on screen after a change: a page that is
    out of sight is not kept busy. Read with `self.context.jobs.read(self, work, then, key="page")`.
    """

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        context.changed.changed.connect(self._hear)

    def refresh(self) -> None:
        """Reads again what is shown."""

    def activate(self) -> None:
        """The page has come on screen: the keyboard goes where it is most useful."""
        self.setFocus()

    def go_find(self) -> bool:
        """Puts the keyboard into the search box of its own list; False where it has none."""
        return False

    def show_wanted(self, **wanted: Any) -> None:
        """What `navigate.open_page(page, **wanted)` passed on."""

    def open_entry(self, entry_id: int) -> None:
        """Shows that entry."""

    def new_entry(self, **fields: Any) -> None:
        """Begins a new entry."""

    def current_entry(self) -> tuple[int, str] | None:
        """(id, heading) of the entry on screen; None where there is none in the journal."""
        return None

    def delete_current(self) -> None:
        """Moves what is selected to the trash."""

    def flush(self) -> None:
        """Hands over what is typed and not saved yet; called before another page, closing and language."""

    def when_whole(self, then: Callable[[], None]) -> None:
        """Calls `then` when all of the page is made: at once, unless some of it is made in later turns."""
        then()

    def show_read(self, read: Any) -> None:
        """Shows what was read for it, also before it comes on screen."""

    def come_on_screen(self) -> None:
        """Called by the window."""
        if self._stale:
            self._stale = False
            self.refresh()

    def grow_stale(self) -> None:
        """What it shows is to be read again when it next comes on screen."""
        self._stale = True

    def _hear(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self.grow_stale()
