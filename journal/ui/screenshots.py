"""A picture of every page, taken off screen: for the README, and to be looked at one by one."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from journal.domain.errors import JournalRefused, UserFacingError
from journal.system import words
from journal.system.clock import SystemClock
from journal.system.settings import SettingsFile
from journal.ui.jobs import Journal
from journal.ui.quick_imports import import_quickly

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from journal.actions.going_back import Choice
    from journal.actions.locking import Key
    from journal.ui.session import Session

PATIENCE_MS = 20_000
SETTLE_MS = 80  # without a job under way, for animations and layouts to end
SENTENCES = {
    "fr": "Café hier avec Nadia Belkacem et Jeanne Roussel à Lyon, 1h #mentorat ; relancer Jeanne mardi en huit",
    "en": "Coffee yesterday with Priya Nair and Jane Russell in Leeds, 1h #mentoring; call Jane a week on Tuesday",
}
SIGNATURES = {
    "fr": "Jeanne Roussel\nAssistante de direction\nClinique des Acacias\n06 39 98 04 12\njeanne@acacias.exemple",
    "en": "Jane Russell\nExecutive Assistant\nAcacia Clinic\n+44 20 7946 0123\njane.russell@acacia.example",
}
RECOVERY_CODE = "7KQ4M-X2PWD-9HT3C-R8VJN-5YBFG-E6SZA-4MLT2-Q7WKX"
CARDS = """BEGIN:VCARD
VERSION:3.0
N:Roussel;Jeanne;;;
FN:Jeanne Roussel
ORG:Clinique des Acacias
EMAIL:accueil@acacias.exemple
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Ndiaye;Awa;;;
FN:Awa Ndiaye
TITLE:Executive Assistant
EMAIL:accueil@acacias.exemple
TEL;TYPE=CELL:+33 6 39 98 04 12
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:
END:VCARD
"""


def take(
    folder: Path,
    *,
    journal: Path | None = None,
    demo: bool = False,
    language: str = "en",
    theme: str = "light",
    size: tuple[int, int] = (1280, 800),
    scale: float = 1.0,
    text_scale: float = 1.0,
    key: Key | None = None,
) -> int:
    """Writes `<nn>-<page>.png` for every page into `folder`; returns 0. `size` in logical pixels, `scale` device
    pixels each, `text_scale` as in Settings. Nothing is written to `journal`; `demo` shows the sample journal instead.

    Raises UserFacingError where the folder cannot be written or there is no journal.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    import_quickly()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserFacingError("cannot_write", folder=str(folder), reason=problem.strerror or "") from problem
    _hush()
    with tempfile.TemporaryDirectory(prefix="networking-journal-pictures-") as spare:
        file = Path(spare) / "journal.db" if demo or journal is None else journal
        session = _session(file, Path(spare), language, theme, text_scale, demo or journal is None, key)
        try:
            _Photographer(session, folder, Path(spare), size).all_pages()
        finally:
            session.close()
    return 0


def _hush() -> None:
    """The off-screen platform complains about each window that it has no screen to place it on."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def tell(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if "propagateSizeHints" not in text and "systemTrayWindowChanged" not in text:
            print(text, file=sys.stderr)

    qInstallMessageHandler(tell)


def _session(
    file: Path, reports: Path, language: str, theme: str, text_scale: float, demo: bool, key: Key | None
) -> Session:
    from journal.ui.session import Session

    words.use(language)
    clock = SystemClock()

    def opener() -> Journal:
        from journal.actions import opening

        if demo:
            return opening.open_demo(file, clock=clock, language=language)
        return opening.open_journal(file, clock=clock, create=False, key=key)

    settings = SettingsFile(None)
    settings.change(theme=theme, text_scale=text_scale)
    return Session(
        opener=opener,
        file=file,
        clock=clock,
        settings=settings,
        language=language,
        reports=reports,
        demo=demo,
        quiet=True,
    )


class _Photographer:
    def __init__(self, session: Session, folder: Path, spare: Path, size: tuple[int, int]) -> None:
        self._session = session
        self._window = session.window
        self._folder = folder
        self._spare = spare
        self._number = 0
        self._problem: UserFacingError | None = None
        self._window.setMinimumSize(0, 0)
        self._window.resize(*size)

    def all_pages(self) -> None:
        from journal.ui.dialogs import recovery_sheet

        session, window = self._session, self._window
        session.jobs.refused.connect(self._note)
        session.start()
        # A path on this computer would be in the picture.
        window.context = replace(window.context, journal_file=Path("~") / "networking-journal" / "journal.db")
        self._settle()
        if self._problem is not None:
            raise self._problem
        self._page("today")
        for page in ("contacts", "events", "learnings", "reminders", "networks"):
            if page == "networks":
                self._page(page)
            self._page(page, "network" if page == "networks" else "", before=self._open_first)
            if page == "events":
                self._page("events", "events-month", before=lambda: self._mode("month"))
                self._mode("list")
        self._page("looking_back")
        self._searching()
        self._capturing()
        self._bringing_in()
        self._page("duplicates")
        self._page("rhythms")
        self._page("weekly_look")
        self._page("templates")
        self._page("take_out")
        if session.window.context.demo:
            self._throw_away()
        self._page("trash")
        self._page("settings")
        self._page("shortcuts")
        self._page("passphrase", before=self._ask_for_passphrase)
        self._page("passphrase", "recovery-sheet", before=self._show_sheet)
        self._save(recovery_sheet.picture(RECOVERY_CODE), "recovery-sheet-on-paper")
        self._page("copies", before=self._offer_copies)
        self._page("protection")
        self._page("first_start")
        self._in_tray()
        self._window.open_page("refused", problem=JournalRefused("journal_damaged", file="journal.db"))
        self._window.page_widget().offer(self._copies(), encrypted=True)  # type: ignore[attr-defined]
        self._settle()
        self._take("refused")
        for page in ("working", "locked"):
            self._window.cover(page)
            self._settle()
            self._take(page)

    def _note(self, problem: UserFacingError) -> None:
        self._problem = problem

    # --- single pages ---------------------------------------------------------------------------------------------

    def _page(self, page: str, name: str = "", *, before: Callable[[], None] | None = None) -> None:
        self._window.open_page(page)
        self._settle()
        if before is not None:
            before()
            self._settle()
        self._take(name or page.replace("_", "-"))

    def _open_first(self) -> None:
        """The first entry of the list, if there is one."""
        screen = self._window.page_widget()
        model = getattr(screen, "model", None)
        line = model.line(0) if model is not None else None
        if line is not None:
            screen.open_entry(line.id)

    def _ask_for_passphrase(self) -> None:
        """As for a journal that is not the sample one."""
        self._window.page_widget().ask_for_new()  # type: ignore[attr-defined]

    def _show_sheet(self) -> None:
        from journal.ui.dialogs.passphrase_setup import SheetCard

        page = self._window.page_widget()
        page.show_only(SheetCard(SimpleNamespace(recovery_code=RECOVERY_CODE), page))  # type: ignore[attr-defined,arg-type]

    def _copies(self) -> list[Choice]:
        """As of a journal that is not the sample one, from under another passphrase."""
        from journal.actions.going_back import Backup, Choice

        now = SystemClock().now()
        copies = [Backup(Path(f"{days}.db"), now - timedelta(days=days, hours=1), 4_000_000) for days in (1, 2, 40)]
        return [Choice(copy, "its_own", False) for copy in copies]

    def _offer_copies(self) -> None:
        self._window.page_widget().card.show_choices(self._copies(), encrypted=True)  # type: ignore[attr-defined]

    def _in_tray(self) -> None:
        """The menu beside the clock."""
        from journal.ui.tray import Tray

        tray = Tray()
        self._session.reminding.use_tray(tray)
        self._session.reminding.watch.ask()
        self._settle()
        tray.menu.ensurePolished()
        tray.menu.adjustSize()
        self._save(tray.menu.grab().toImage(), "tray")
        tray.close()

    def _mode(self, mode: str) -> None:
        screen = self._window.page_widget()
        screen.mode.button(mode).click()  # type: ignore[attr-defined]  # the switch of the events page
        self._settle()

    def _searching(self) -> None:
        self._window.open_page("today")
        self._window.commands["search"].trigger()
        self._window.top.search.setText("exc" if self._window.context.demo else "a")
        self._settle()
        self._take("search")
        self._window.top.search.clear_search()

    def _capturing(self) -> None:
        self._window.open_page("today")
        line = self._window.capture_line
        line.keeps_drafts = False
        line.open_line(SENTENCES[words.language()])
        self._settle()
        self._take("capture")
        line.line.clear()
        line.close_line()
        line.propose(text=SIGNATURES[words.language()], otherwise=lambda: None)
        self._settle()
        self._take("capture-pasted")
        line.close_line()

    def _bringing_in(self) -> None:
        file = self._spare / "contacts.vcf"
        file.write_text(CARDS, encoding="utf-8")
        self._window.open_page("bring_in")
        self._settle()
        self._take("bring-in")
        self._window.open_page("bring_in", files=[str(file)])
        self._settle()
        self._take("bring-in-preview")

    def _throw_away(self) -> None:
        """Something for the trash page to show, in the sample journal."""
        for page in ("contacts", "learnings"):
            self._window.open_page(page)
            self._settle()
            self._open_first()
            self._settle()
            self._window.commands["delete"].trigger()
            self._settle()

    # --- waiting and taking ---------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Lets events run until nothing has been under way for a moment."""
        from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

        whole, quiet = QElapsedTimer(), QElapsedTimer()
        whole.start()
        quiet.start()
        loop = QEventLoop()
        look = QTimer()
        look.setInterval(10)

        def done() -> None:
            jobs = self._session.jobs
            busy = jobs.pending or not (jobs.is_open or self._problem)
            if busy:
                quiet.restart()
            if quiet.elapsed() > SETTLE_MS or whole.elapsed() > PATIENCE_MS:
                loop.quit()

        look.timeout.connect(done)
        look.start()
        loop.exec()
        look.stop()

    def _take(self, name: str) -> None:
        self._window.toast.dismiss()
        self._window.grab()  # what is drawn for the first time asks for its place only then
        self._settle()
        self._save(self._window.grab().toImage(), name)

    def _save(self, picture: QImage, name: str) -> None:
        self._number += 1
        file = self._folder / f"{self._number:02d}-{name}.png"
        if not picture.save(str(file)):
            raise UserFacingError("cannot_write", folder=str(self._folder), reason=file.name)
