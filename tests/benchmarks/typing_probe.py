"""Started by run.py in a process of its own: one keystroke in the search box, from the key to the list that shows it.

python typing_probe.py JOURNAL prints one line of JSON: for each keystroke, in seconds, `shown` (key pressed to list
painted), `search` (our search alone), `ranked` and `newest` (the bare FTS5 query, best first and newest first). Ours
and the bare queries take turns at each keystroke, now one first and now the other, so that whatever else the machine
does troubles both alike.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
MOST_HITS = 50
WORDS = 24  # typed one after another, letter by letter
RANKED_UP_TO = 200_000  # entries
PATIENCE = 5.0  # seconds; a keystroke that takes longer is a fault

RANKED = "SELECT rowid, title, body FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50"
NEWEST = "SELECT rowid, title, body FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50"


def typed_words(journal: Any) -> list[str]:
    """What somebody looks for: the beginnings of names and titles from all over the journal, and two words now and
    then. The same journal gives the same."""
    with journal.reading() as sql:
        last = sql.execute("SELECT max(id) FROM entry").fetchone()[0]
        words = []
        for nth in range(WORDS):
            query = "SELECT title FROM entry WHERE id >= ? AND deleted_at IS NULL LIMIT 1"
            title = sql.execute(query, (1 + nth * (last - 1) // WORDS,)).fetchone()[0]
            words.append(title[:9].strip() if nth % 3 else " ".join(title.split()[:2])[:14])
    return words


def keystrokes(words: list[str]) -> list[str]:
    """The texts in the search box, one after another."""
    return [word[:length] for word in words for length in range(1, len(word) + 1) if word[length - 1] != " "]


def measure(file: str) -> dict[str, list[float]]:
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtGui import QKeyEvent

    from journal.actions.search import search
    from journal.store.journal import open_journal
    from journal.store.search import match_expression
    from journal.system.clock import SystemClock
    from journal.system.settings import SettingsFile
    from journal.ui.session import Session, make_application

    app = make_application()
    journal = open_journal(Path(file))
    session = Session(
        opener=lambda: open_journal(Path(file)), file=Path(file), clock=SystemClock(), settings=SettingsFile(None),
        language="en", quiet=True,
    )  # fmt: skip
    session.start()
    window = session.window
    wait(app, lambda: bool(window.page) and session.jobs.is_open and not session.jobs.pending)
    # The reader is left in peace until what is loaded after the first page is loaded.
    until = time.monotonic() + 1.5
    wait(app, lambda: time.monotonic() > until and not session.jobs.pending)
    field, palette = window.top.search, window.searching.palette
    assert palette is not None
    field.setFocus()

    class Painted(QObject):
        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.at = time.perf_counter()
            return False

    painted = Painted()
    palette.list.viewport().installEventFilter(painted)
    palette.installEventFilter(painted)  # where nothing is found, it says so
    shown_for = [""]
    show = palette._show

    def watched_show(text: str, hits: list[Any]) -> None:
        painted.at = 0.0  # what was painted until now showed something else
        show(text, hits)
        shown_for[0] = text

    palette._show = watched_show  # type: ignore[method-assign]

    figures: dict[str, list[float]] = {"shown": [], "search": [], "ranked": [], "newest": []}
    texts = keystrokes(typed_words(journal))
    for warm in (True, False):
        for text in texts[:20] if warm else texts:
            field.setText(text[:-1])
            wait(app, lambda text=text: not session.jobs.pending and field.text() == text[:-1])  # type: ignore[misc]
            painted.at = 0.0
            shown_for[0] = ""
            began = time.perf_counter()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                app.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text[-1]))
            wait(app, lambda text=text: shown_for[0] == text.strip() and painted.at > 0)  # type: ignore[misc]
            if not warm:
                figures["shown"].append(painted.at - began)
    with journal.reading() as sql:
        entries = sql.execute("SELECT max(id) FROM entry").fetchone()[0]
        expressions = {text: match_expression(text) for text in texts}
        ways: dict[str, Callable[[str], Any]] = {
            "search": lambda text: search(journal, words=text, limit=MOST_HITS),
            "newest": lambda text: sql.execute(NEWEST, (expressions[text],)).fetchall(),
            "ranked": lambda text: sql.execute(RANKED, (expressions[text],)).fetchall(),
        }
        # Whoever comes second finds the pages that the first one has read, so each comes first once.
        rounds: list[tuple[str, ...]] = [("search", "newest"), ("newest", "search")]
        if entries <= RANKED_UP_TO:  # over a million a single letter takes seconds: there it is only told that it does
            rounds.append(("ranked",))
        for turns in rounds:
            for text in texts:
                for name in turns:
                    began = time.perf_counter()
                    ways[name](text)
                    figures[name].append(time.perf_counter() - began)
    journal.close()
    session.close()
    return figures


def wait(app: Any, done: Any) -> None:
    """Handles events as they come until `done()`, asleep between them as the program itself is."""
    from PySide6.QtCore import QEventLoop, QTimer

    until = time.monotonic() + PATIENCE
    heart = QTimer(interval=20)
    heart.start()
    while not done():
        if time.monotonic() > until:
            raise TimeoutError("nothing was shown")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(measure(sys.argv[1])), flush=True)
