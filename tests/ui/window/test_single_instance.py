"""One window for each journal: the second start finds the first, shows it, and goes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journal.ui.single_instance import SingleInstance

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
app = QCoreApplication(sys.argv)
from journal.ui.single_instance import SingleInstance
second = SingleInstance(Path(sys.argv[1]), app)
sys.exit(2 if second.is_first else 0 if second.raise_the_first(capture=len(sys.argv) > 2) else 1)
"""


@pytest.fixture
def first(qapp, tmp_path: Path):
    made = SingleInstance(tmp_path / "hers.db", qapp)
    yield made
    made.close()


def start_again(file: Path, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND_START, str(file), *more])


def test_a_second_start_shows_the_first_even_one_that_is_only_just_starting(first, qtbot, tmp_path):
    assert first.is_first
    with qtbot.waitSignal(first.asked_to_show, timeout=20_000):  # it begins to listen once the loop runs
        second = start_again(tmp_path / "hers.db")
    assert second.wait(20) == 0


def test_a_second_start_may_ask_for_the_capture_line(first, qtbot, tmp_path):
    shown = []
    first.asked_to_show.connect(lambda: shown.append(1))
    with qtbot.waitSignal(first.asked_to_capture, timeout=20_000):
        second = start_again(tmp_path / "hers.db", "capture")
    assert second.wait(20) == 0 and not shown


def test_another_journal_has_a_window_of_its_own(first, tmp_path):
    assert start_again(tmp_path / "another.db").wait(20) == 2


def test_once_it_has_closed_the_next_one_is_the_first(first, tmp_path):
    first.close()
    assert start_again(tmp_path / "hers.db").wait(20) == 2
