"""Started by run.py in a process of its own: one keystroke in the capture line, from the key to the chips.

python capture_probe.py JOURNAL prints one line of JSON: for each keystroke, in seconds, `shown` (key pressed to chips
painted or found to be the same), and `idle`: whether what reads a sentence was loaded before the line was opened.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
READER = "journal.domain.capture.sentence"


def sentences(journal: Any) -> list[str]:
    """With names of contacts from all over the journal. The same journal gives the same."""
    with journal.reading() as sql:
        last = sql.execute("SELECT max(id) FROM entry").fetchone()[0]
        query = (
            "SELECT title FROM entry WHERE kind = 'contact' AND id <= ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1"
        )
        first, second = (sql.execute(query, (last // part,)).fetchone()[0] for part in (4, 9))
    return [
        f"Café avec {first} hier à Lyon, 1h : m'a montré les tableaux croisés #excel ; la relancer dans 2 semaines",
        f"Meeting with {second} and {first} next Tuesday from 2 to 3pm in Leeds",
        f"Rappel : appeler {second} tous les lundis à 9h",
    ]


def measure(file: str) -> dict[str, Any]:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    from journal.store.journal import open_journal
    from journal.system.clock import SystemClock
    from journal.system.settings import SettingsFile
    from journal.ui.session import Session, make_application
    from tests.benchmarks.typing_probe import wait

    app = make_application()
    journal = open_journal(Path(file))
    texts = sentences(journal)
    journal.close()
    session = Session(
        opener=lambda: open_journal(Path(file)), file=Path(file), clock=SystemClock(), settings=SettingsFile(None),
        language="fr", quiet=True,
    )  # fmt: skip
    session.start()
    window = session.window
    wait(app, lambda: bool(window.page) and session.jobs.is_open and not session.jobs.pending)
    until = time.monotonic() + 1.5
    wait(app, lambda: time.monotonic() > until and not session.jobs.pending)
    idle = READER not in sys.modules
    window.capture()
    line = window.capture_line
    line.keeps_drafts = False
    wait(app, lambda: READER in sys.modules and not session.jobs.pending)
    shown_at = [0.0]
    show = line._show

    def watched_show(understood: Any) -> None:
        show(understood)
        line.chips.repaint()
        shown_at[0] = time.perf_counter()

    line._show = watched_show
    shown = []
    for warm in (True, False):
        for text in texts:
            line.line.clear()
            wait(app, lambda: not session.jobs.pending)
            for letter in text[:12] if warm else text:
                shown_at[0] = 0.0
                began = time.perf_counter()
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                    app.sendEvent(line.line, event)
                wait(app, lambda: shown_at[0] > 0)
                if not warm:
                    shown.append(shown_at[0] - began)
    assert line.chips.chips()
    session.close()
    return {"shown": shown, "idle": idle}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(measure(sys.argv[1])), flush=True)
