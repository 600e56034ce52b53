"""A desk for a screen: a journal of its own, a clock that stands still, and a record of where the screen led."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Entry
from journal.system import words
from journal.system.clock import FixedClock
from journal.system.settings import SettingsFile
from journal.ui.changed import Changed
from journal.ui.context import ScreenContext
from journal.ui.jobs import Jobs
from journal.ui.notices import Notices

NOW = datetime(2026, 11, 24, 10, 20)  # a Tuesday


class Led:
    """Stands for the window: `led` is a list of (what was asked, arguments)."""

    def __init__(self) -> None:
        self.led: list[tuple[Any, ...]] = []

    def open_entry(self, kind: str, entry_id: int) -> None:
        self.led.append(("open", kind, entry_id))

    def open_page(self, page: str, **wanted: Any) -> None:
        self.led.append(("page", page, wanted))

    def prepare(self, page: str, then: Callable[[], None] = lambda: None) -> None:
        self.led.append(("prepare", page))
        then()

    def new_entry(self, kind: str, **fields: Any) -> None:
        self.led.append(("new", kind, fields))

    def go_back(self) -> None:
        self.led.append(("back",))

    def capture(self, text: str = "") -> None:
        self.led.append(("capture", text))

    def history(self, entry_id: int, title: str) -> None:
        self.led.append(("history", entry_id))

    def undo(self) -> None:
        self.led.append(("undo",))

    def show_confidential(self, on: bool, *, entry_id: int = 0) -> None:
        self.led.append(("show_confidential", on, entry_id))


class Desk:
    def __init__(self, app: QApplication, folder: Path, theme: Any, *, demo: bool = False) -> None:
        from journal.store.journal import open_journal

        self.app = app
        self.clock = FixedClock(NOW)
        self.problems: list[BaseException] = []
        self.told: list[str] = []
        self.led = Led()
        file = folder / "test.journal"

        def opener() -> Any:
            made = open_journal(file, clock=self.clock)
            if demo:
                from journal.actions.sample_journal import fill_demo

                fill_demo(made, language="en")
            return made

        changed = Changed()
        self.jobs = Jobs(opener, changed)
        self.jobs.crashed.connect(self.problems.append)
        self.jobs.problem.connect(self.problems.append)
        notices = Notices(None)
        notices.told.connect(lambda notice: self.told.append(notice.text))
        self.jobs.open()
        self.context = ScreenContext(
            jobs=self.jobs,
            changed=changed,
            notices=notices,
            navigate=self.led,
            clock=self.clock,
            locale=QLocale("en_GB"),
            settings=SettingsFile(folder / "settings.json"),
            theme=theme,
            journal_file=file,
        )
        self._changed, self._notices = changed, notices

    def settle(self) -> None:
        """Until nothing is under way any more."""
        quiet = 0
        end = time.monotonic() + 20
        while quiet < 4 and time.monotonic() < end:
            self.app.processEvents()
            quiet = quiet + 1 if self.jobs.pending == 0 else 0
            time.sleep(0.002)
        assert not self.problems, self.problems

    def do(self, work: Callable[[Any], Any]) -> Any:
        """`work(journal)` as a screen would have it done."""
        answers: list[Any] = []
        self.jobs.write(self.jobs, work, answers.append)
        self.settle()
        return answers[0]

    def make(self, draft: Entry) -> int:
        """The id of a new entry."""
        from journal.actions import entries

        changes = self.do(lambda journal: entries.create(journal, draft=draft))
        return int(next(one for one in changes.created if changes.touches(draft.kind, one)))

    def entry(self, number: int) -> Any:
        from journal.actions import reading

        return self.do(lambda journal: reading.entry(journal, entry_id=number, everything=True))

    def show(self, screen: Any, width: int = 1080, height: int = 800) -> Any:
        screen.resize(width, height)
        screen.show()
        screen.come_on_screen()
        self.settle()
        return screen


@pytest.fixture
def make_desk(qapp: QApplication, theme: Any, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    words.use("en")
    made: list[Desk] = []

    def make(*, demo: bool = False) -> Desk:
        made.append(Desk(qapp, tmp_path, theme, demo=demo))
        return made[-1]

    yield make
    for one in made:
        one.jobs.shutdown()
    words.use(None)


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """An empty journal."""
    return make_desk()
