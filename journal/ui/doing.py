"""What each command does in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from journal.ui.commands import KIND_OF_PAGE, PAGE_OF_KIND, PAGES
from journal.ui.pages import ALONE

if TYPE_CHECKING:
    from journal.ui.window import MainWindow

# Commands that go to the page of their name.
VISITS = (
    "templates", "bring_in", "take_out", "copies", "trash", "duplicates", "rhythms", "weekly_look", "settings",
    "shortcuts", "protection",
)  # fmt: skip
TEXT_STEP = 0.1


class Doing:
    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def handlers(self) -> dict[str, Callable[[], None]]:
        """By the ids of `commands.declared`."""
        window = self._window
        return {
            **{page: partial(self._visit, page) for page in VISITS},
            **{f"page_{page}": partial(self._visit, page) for page in PAGES},
            **{f"new_{kind}": partial(window.new_entry, kind) for kind in PAGE_OF_KIND},
            "capture": window.capture,
            "new": self._new_here,
            "backup": self._back_up,
            "lock": window.lock,
            "quit": window.request_quit.emit,
            "undo": window.undo,
            "redo": window.redo,
            "delete": lambda: window.page_widget().delete_current(),
            "history": self._history_here,
            "search": lambda: window.searching.begin(),
            "find": self._go_find,
            "save_search": lambda: window.searches.save(window.top.search.text()),
            "back": window.go_back,
            "larger": lambda: self._size_text(TEXT_STEP),
            "smaller": lambda: self._size_text(-TEXT_STEP),
            "confidential": lambda: window.show_confidential(not window.discretion.shown),
            "theme": self._switch_theme,
            "menu": lambda: window.top.more.showMenu(),
        }

    def do_found(self, command: str) -> None:
        """A command found by its name. The words of a search that is to be saved stay."""
        if command != "save_search":
            self._window.top.search.clear_search()
            self._window.page_widget().activate()
        self._window.commands[command].trigger()

    def open_found(self, kind: str, entry_id: int) -> None:
        self._window.top.search.clear_search()
        self._window.open_entry(kind, entry_id)
        self._window.page_widget().activate()

    def _visit(self, page: str) -> None:
        """By the keyboard: the page, and the keyboard in it."""
        if self._window.page not in ALONE:
            self._window.open_page(page)
            self._window.page_widget().activate()

    def _new_here(self) -> None:
        if self._window.page in KIND_OF_PAGE:
            self._window.page_widget().new_entry()
        else:
            self._window.capture()

    def _history_here(self) -> None:
        entry = self._window.page_widget().current_entry()
        if entry is not None:
            self._window.history(*entry)

    def _go_find(self) -> None:
        if self._window.page in ALONE or not self._window.page_widget().go_find():
            self._window.searching.begin()

    def _back_up(self) -> None:
        from journal.ui.backing_up import back_up_now

        self._window.flush()
        back_up_now(self._window.context, self._window)

    def _size_text(self, by: float) -> None:
        context = self._window.context
        context.theme.set_text_scale(context.theme.text_scale + by)
        context.settings.change(text_scale=context.theme.text_scale)

    def _switch_theme(self) -> None:
        context = self._window.context
        context.theme.set_mode("light" if context.theme.dark else "dark")
        context.settings.change(theme="dark" if context.theme.dark else "light")
