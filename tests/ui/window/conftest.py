"""The real window over a real journal in a folder of its own, its clock moved by hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.system import words
from journal.system.settings import SettingsFile
from journal.ui.notices import Notice
from journal.ui.session import Session
from tests.journals import MovableClock


class Desk:
    """One run of the program; `again()` is the next one on the same file."""

    def __init__(
        self, app: QApplication, folder: Path, *, new: bool = False, opener: Any = None, **options: Any
    ) -> None:
        self.app = app
        self.folder = folder
        self.file = folder / "hers.db"
        self.clock = MovableClock()
        self.told: list[Notice] = []
        self.crashes: list[BaseException] = []
        self.settings = SettingsFile(folder / "settings.json")
        if not new and opener is None and not self.file.exists():
            self.do(lambda journal: _begun(journal))
        self.session = Session(
            opener=opener or self.open,
            file=self.file,
            clock=self.clock,
            settings=self.settings,
            language=options.pop("language", None),
            reports=folder / "reports",
            quiet=True,
            **options,
        )
        self.session.notices.told.connect(self.told.append)
        self.session.jobs.crashed.connect(self.crashes.append)
        self.window = self.session.window
        self.session.start()
        self.settle()

    def open(self, key: Any = None) -> Any:
        from journal.store.journal import open_journal

        return open_journal(self.file, clock=self.clock, key=key)

    def do(self, work: Callable[[Any], Any], key: Any = None) -> Any:
        """`work(journal)` beside the window, as the command line would do it."""
        journal = self.open(key)
        try:
            return work(journal)
        finally:
            journal.close()

    def settle(self, seconds: float = 20) -> None:
        """Until nothing is under way any more."""
        quiet, end = 0, time.monotonic() + seconds
        while quiet < 5 and time.monotonic() < end:
            self.app.processEvents()
            quiet = quiet + 1 if self.session.jobs.pending == 0 else 0
            time.sleep(0.002)
        assert not self.crashes, self.crashes

    def type(self, text: str) -> None:
        """Keys into whatever has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def press_ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    @property
    def page(self) -> Any:
        return self.window.page_widget()

    def said(self) -> list[str]:
        return [notice.text for notice in self.told]

    def close(self) -> None:
        self.session.close()
        for _ in range(3):
            self.app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _begun(journal: Any) -> None:
    from journal.actions import reading

    reading.set_setting(journal, "started", "yes")


@pytest.fixture
def make_window(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    words.use("en")
    made: list[Desk] = []

    def make(**options: Any) -> Desk:
        made.append(Desk(qapp, tmp_path, **{"language": "en", **options}))
        return made[-1]

    yield make
    for one in made:
        one.close()
    words.use(None)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)  # what one test says in French is not said in the next


@pytest.fixture
def desk(make_window: Callable[..., Desk]) -> Desk:
    """A window on an empty journal that has been begun."""
    return make_window()
