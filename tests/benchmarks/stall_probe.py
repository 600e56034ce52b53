"""Started by run.py in a process of its own: how long the window is deaf while a file is brought in through its page.

python stall_probe.py FOLDER vcard|icalendar|table RECORDS prints one line of JSON: `read`, `written` and `after`, the
longest time in seconds between two beats of the window's own event loop while the file is read, while it is written,
and while the page of what came in is shown; `beats`, how many there were.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
BEAT = 2  # milliseconds
SETTLED = 1.0  # seconds in which all that is loaded after the first page is loaded, and the page after it shown


class Heart:
    """Beats in the window's event loop, and knows the longest pause while it was in each state."""

    def __init__(self, parent: Any) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.state = ""
        self.longest: dict[str, float] = {}
        self.beats = 0
        self._last = time.perf_counter()
        timer = QTimer(parent, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.beats += 1
        self.longest[self.state] = max(self.longest.get(self.state, 0.0), now - self._last)
        self._last = now


def measure(folder: Path, what: str, count: int) -> dict[str, float]:
    from import_probe import file_of
    from PySide6.QtCore import QTimer

    from journal.store.journal import open_journal
    from journal.system.clock import SystemClock
    from journal.system.settings import SettingsFile
    from journal.ui.session import Session, make_application

    file = file_of(folder, what, count)
    path = Path(tempfile.mkdtemp(dir=folder)) / "journal.db"
    app = make_application()
    session = Session(
        opener=lambda: open_journal(path), file=path, clock=SystemClock(), settings=SettingsFile(None), language="en",
        quiet=True,
    )  # fmt: skip
    session.start()
    window, jobs = session.window, session.jobs
    heart = Heart(session)
    came: list[str] = []
    began = time.monotonic()

    def step() -> None:
        """From one state to the next, by what the window shows."""
        page = window.stack.currentWidget()
        if heart.state == "" and jobs.is_open and not jobs.pending and time.monotonic() - began > SETTLED:
            heart.state = "read"
            window.open_page("bring_in", files=[str(file)])
        elif heart.state == "read" and getattr(page, "preview", None) is not None:
            came.append(str(page.preview.new))
            heart.state = "written"
            page.bring_in()
        elif heart.state == "written" and window.page != "bring_in":
            heart.state = "after"
            QTimer.singleShot(int(SETTLED * 1000), session, app.quit)

    timer = QTimer(session, interval=10)
    timer.timeout.connect(step)
    timer.start()
    app.exec()
    assert came == [str(count)], (came, heart.state)
    session.close()
    return {**{state: heart.longest[state] for state in ("read", "written", "after")}, "beats": heart.beats}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(measure(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))), flush=True)
