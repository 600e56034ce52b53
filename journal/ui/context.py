"""What a screen is handed when it is made; it asks for nothing else and reaches for nothing global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QLocale

from journal.system.clock import Clock
from journal.system.settings import SettingsFile
from journal.ui.changed import Changed
from journal.ui.jobs import Jobs
from journal.ui.notices import Notices
from journal.ui.theme import Theme

if TYPE_CHECKING:
    from journal.ui.locking import Locking


class Navigate(Protocol):
    """Where else she may be led. The window does it; screens never know one another."""

    def open_entry(self, kind: str, entry_id: int) -> None:
        """Shows that entry on the page of its kind."""

    def open_page(self, page: str, **wanted: Any) -> None:
        """Shows a page: today, contacts, events, learnings, reminders, networks, looking_back, or a dialog's name:
        settings, trash, duplicates, rhythms, erase, bring_in, take_out. `wanted`: what the page's
        `show_wanted(**wanted)` takes, if anything."""

    def prepare(self, page: str, then: Callable[[], None] = lambda: None) -> None:
        """Makes a page that will soon be shown, unless it is there; `then` is called when all of it is."""

    def new_entry(self, kind: str, **fields: Any) -> None:
        """Begins a new entry on the page of its kind, some fields filled (`participants=(Person(7, "Nadia"),)`)."""

    def capture(self, text: str = "") -> None:
        """Opens the capture line."""

    def history(self, entry_id: int, title: str) -> None:
        """Shows what has happened to an entry."""

    def undo(self) -> None:
        """Takes back the latest change, and says which."""

    def show_confidential(self, on: bool, *, entry_id: int = 0) -> None:
        """Shows what is confidential for this session, or hides it again; `entry_id`: of this page, opened then."""

    def go_back(self) -> None:
        """To the page she came from."""

    def use_language(self, language: str) -> None:
        """ "fr", "en" or "" (the system's): all pages are made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenContext:
    """`journal_file` is for showing where the journal is; `demo` says that it is a temporary one; `locking` is None
    where there is no session (tests of single screens).

    `locale` and the words are fixed for a screen's life: after a change of language all screens are made anew."""

    jobs: Jobs
    changed: Changed
    notices: Notices
    navigate: Navigate
    clock: Clock
    locale: QLocale
    settings: SettingsFile
    theme: Theme
    journal_file: Path
    demo: bool = False
    locking: Locking | None = None
