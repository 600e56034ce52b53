"""The program is killed while she writes: at most the last second is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from journal.actions import entries, reading
from journal.domain.contact import Contact
from journal.domain.lines import Wanted
from tests.journals import MovableClock, opened

ROOT = Path(__file__).resolve().parents[2]

# Types into a window of its own, waits as long as she may lose, and kills itself without a word of goodbye.
WRITING = """
import os, signal, sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from journal.system.clock import SystemClock
from journal.system.settings import SettingsFile
from journal.ui.session import Session, make_application

app = make_application()
file = Path(sys.argv[1])

def opener():
    from journal.store.journal import open_journal
    return open_journal(file, clock=SystemClock())

session = Session(opener=opener, file=file, clock=SystemClock(), settings=SettingsFile(None), language="en", quiet=True)
session.start()

def run(seconds, until=lambda: False):
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        app.processEvents()
        time.sleep(0.005)

def settle():
    run(0.1)
    run(20, lambda: session.jobs.pending == 0 and session.window.page)
    run(0.3)

settle()
window = session.window
{steps}
run(float(sys.argv[2]))
os.kill(os.getpid(), signal.SIGKILL)
"""

NOTES = """
window.open_entry("contact", 1)
settle()
window.page_widget().pane.form.focus_field("notes")
QTest.keyClicks(app.focusWidget(), "She keeps bees")
"""
NEW_WITHOUT_TITLE = """
window.new_entry("event")
settle()
window.page_widget().pane.form.focus_field("place")
QTest.keyClicks(app.focusWidget(), "Gare de Lyon")
"""
CAPTURE = """
window.capture()
settle()
QTest.keyClicks(window.capture_line.line, "Ask Nadia about the rota")
"""


def write_and_die(file: Path, steps: str, wait: float = 1.0) -> None:
    with opened(file, MovableClock()) as journal:
        entries.create(journal, draft=Contact(given_name="Nadia"))
        reading.set_setting(journal, "started", "yes")
    code = WRITING.replace("{steps}", steps)
    done = subprocess.run(
        [sys.executable, "-c", code, str(file), str(wait)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills itself by a POSIX signal")


def test_what_was_typed_into_an_entry_is_in_it(tmp_path):
    write_and_die(tmp_path / "hers.db", NOTES)
    with opened(tmp_path / "hers.db") as journal:
        [line] = reading.page(journal, kind="contact", wanted=Wanted())
        assert reading.entry(journal, entry_id=line.id).notes == "She keeps bees"


def test_what_was_typed_into_a_new_entry_still_without_title_is_offered_again(tmp_path, make_window):
    write_and_die(tmp_path / "hers.db", NEW_WITHOUT_TITLE)
    desk = make_window()
    desk.window.new_entry("event")
    desk.settle()
    assert desk.page.pane.form.field("place").value() == "Gare de Lyon"


def test_what_was_typed_into_the_capture_line_is_there_again(tmp_path, make_window):
    write_and_die(tmp_path / "hers.db", CAPTURE)
    desk = make_window()
    desk.window.capture()
    desk.settle()
    assert desk.window.capture_line.line.text() == "Ask Nadia about the rota"
