"""Started by run.py in a process of its own: how long from the start of the process to a window, and at what memory.

python window_probe.py bare|models|ours STARTED [JOURNAL] prints one line of JSON. STARTED is the parent's
time.monotonic() just before; `bare` is a PySide6 window with a list in it, `models` the same with SQLModel imported.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
ROWS = 200  # as many as a page of our lists


def peak_bytes() -> int:
    """The most memory this process has had in RAM."""
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    import psutil

    memory = psutil.Process().memory_info()
    return int(getattr(memory, "peak_wset", memory.rss))


def bare(started: float, with_models: bool) -> dict[str, float]:
    from PySide6.QtCore import QStringListModel, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QListView, QMainWindow

    seen: dict[str, float] = {}

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not seen:
                seen["paint"] = 0.0
                QTimer.singleShot(0, self.painted)

        def painted(self) -> None:
            seen["paint"] = time.monotonic() - started
            if with_models:
                import sqlmodel  # noqa: F401  # for its weight
            app.quit()

    app = QApplication([])
    window = Window()
    names = QListView()
    names.setModel(QStringListModel([f"Somebody number {row}" for row in range(ROWS)]))
    window.setCentralWidget(names)
    window.resize(1180, 760)
    window.show()
    app.exec()
    return {**seen, "peak": peak_bytes()}


def ours(started: float, journal: str, at_work: bool) -> dict[str, float]:
    """The program itself, watched through its own signals. `at_work`: lists and searches before memory is read."""
    sys.path.insert(0, str(ROOT))
    from journal import app
    from journal.ui.quick_imports import import_quickly

    import_quickly()  # first, as the program itself does
    from journal.ui import session as sessions

    seen: dict[str, float] = {}
    start = sessions.Session.start

    def watched(session: Any, *, hidden: bool = False) -> None:
        watch(session, seen, started, at_work)
        start(session, hidden=hidden)

    sessions.Session.start = watched  # type: ignore[method-assign]
    app.main(["--journal", journal, "--language", "en"])
    return {**seen, "peak": peak_bytes()}


def watch(session: Any, seen: dict[str, float], started: float, at_work: bool) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer

    def elapsed() -> float:
        return time.monotonic() - started

    class PagePainted(QObject):
        """Waits for the paint event that shows what was read."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and "page" not in seen:
                seen["page"] = 0.0
                QTimer.singleShot(0, self, self.done)
            return False

        def done(self) -> None:
            seen["page"] = elapsed()
            QTimer.singleShot(0, session, lambda: walk(session) if at_work else session.quit())

    filled = PagePainted(session)

    def answered() -> None:
        page = session.window.stack.currentWidget()
        if session.window.page == "today" and getattr(page, "_read", None) is not None and "page" not in seen:
            page.page.installEventFilter(filled)
            page.page.update()

    session.window.painted.connect(lambda: seen.setdefault("paint", elapsed()))
    session.jobs.answered.connect(answered)


def walk(session: Any) -> None:
    """Every page, a search, and all that is loaded to write: the memory of a morning."""
    from PySide6.QtCore import QTimer

    session.jobs.write(session, lambda journal: journal.make_ready_to_write())
    steps = ["contacts", "events", "learnings", "reminders", "networks", "looking_back", "search", "end"]

    def step() -> None:
        if session.jobs.pending:
            return
        name = steps.pop(0)
        if name == "search":
            session.window.top.search.setText("mar")
        elif name == "end":
            timer.stop()
            session.quit()
        else:
            session.window.open_page(name)

    timer = QTimer(session, interval=60)
    timer.timeout.connect(step)
    timer.start()


def main(what: str, started: str, journal: str = "") -> None:
    if what in ("bare", "models"):
        figures = bare(float(started), what == "models")
    else:
        figures = ours(float(started), journal, what == "at_work")
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
