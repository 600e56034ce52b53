"""The program as it is started, in processes of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; from journal.app import main; sys.exit(main(sys.argv[1:]))"


def command(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


def heavy(*arguments: str) -> set[str]:
    """What is imported by a start with these arguments, of what must not be."""
    code = (
        "import sys; from journal.app import main; main(sys.argv[1:]); "
        "print('|', *(name for name in ('PySide6', 'sqlmodel', 'sqlalchemy') if name in sys.modules))"
    )
    done = subprocess.run(command(code, *arguments), env=environment(), capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("|")[2].split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_neither_qt_nor_the_database(option):
    assert heavy(option) == set()


@pytest.mark.parametrize(
    "arguments", [["--journal"], ["--nonsense"], ["--language", "de"], ["--now", "soon"], ["--language=de", "list"]]
)
def test_wrong_options_are_said_in_one_sentence(arguments):
    done = subprocess.run(command(START, *arguments), env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == "" and "Traceback" not in done.stderr and done.stderr.strip()


def test_the_frame_is_painted_before_the_journal_is_opened_and_sqlmodel_comes_last(tmp_path):
    code = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from journal.system.clock import SystemClock
from journal.system.settings import SettingsFile
from journal.ui.session import Session, make_application
app = make_application()
said = []
def opener():
    said.append("opened" if session.window._was_painted else "opened before the paint")
    from journal.store.journal import open_journal
    return open_journal(Path(sys.argv[1]), clock=SystemClock())
session = Session(opener=opener, file=Path(sys.argv[1]), clock=SystemClock(), settings=SettingsFile(None),
                  language="en", demo=True, quiet=True)
def answered():
    if session.window.page and said and said[-1] != "page":
        said.append("page" + " too late" * ("sqlmodel" in sys.modules))
session.jobs.answered.connect(answered)
def look():
    if "sqlmodel" in sys.modules and session.jobs.pending == 0:
        app.quit()
timer = QTimer(); timer.timeout.connect(look); timer.start(20)
QTimer.singleShot(20000, app.quit)
session.start(); app.exec(); session.close()
print(*dict.fromkeys(said), "sqlmodel" in sys.modules)
"""
    done = subprocess.run(
        command(code, str(tmp_path / "j.db")), env=environment(), capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["opened", "page", "True"]


@pytest.mark.skipif(sys.platform == "win32", reason="ended by a POSIX signal")
def test_a_second_start_raises_the_first_and_goes(tmp_path):
    file = tmp_path / "hers.db"
    log = (tmp_path / "log").open("w")
    first = subprocess.Popen(command(START, "--journal", str(file)), env=environment(), stdout=log, stderr=log)
    try:
        end = time.monotonic() + 30
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.05)
        second = subprocess.run(
            command(START, "--journal", str(file)), env=environment(), timeout=20, capture_output=True, check=False
        )
        assert second.returncode == 0
        assert first.poll() is None
        # Another journal is another window.
        other = subprocess.Popen(
            command(START, "--journal", str(tmp_path / "other.db")), env=environment(), stdout=log, stderr=log
        )
        try:
            while not (tmp_path / "other.db").exists() and time.monotonic() < end:
                time.sleep(0.05)
            assert other.poll() is None
        finally:
            other.send_signal(signal.SIGTERM)
            assert other.wait(20) == 0
    finally:
        first.send_signal(signal.SIGTERM)
        assert first.wait(20) == 0
        log.close()
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_the_demonstration_leaves_nothing(tmp_path, home):
    before = os.environ.get("TMPDIR")
    process = subprocess.Popen(
        command(START, "--demo"),
        env={**environment(), "TMPDIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 30
    while not list(tmp_path.glob("networking-journal-demo-*/*.db")) and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert not list(tmp_path.glob("networking-journal-demo-*"))
    assert not list(home.rglob("*.db"))
    assert os.environ.get("TMPDIR") == before
