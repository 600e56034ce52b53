"""Starting with the computer: the entry is there once it is on, says what starts, and goes again."""

from __future__ import annotations

import configparser
import plistlib
import re
import sys
from pathlib import Path

import pytest

from journal.domain.errors import UserFacingError
from journal.system import autostart


@pytest.fixture(params=["main.py", "networking-journal", 'odd $na`me" 50%\\'])
def program(request, tmp_path, monkeypatch) -> Path:
    path = tmp_path / request.param
    monkeypatch.setattr(sys, "argv", [str(path), "--journal", "x"])
    return path


def expected(program: Path) -> list[str]:
    own = [sys.executable] if program.suffix == ".py" else []
    return [*own, str(program), "--hidden"]


def exec_words(line: str) -> list[str]:
    """An Exec line as a desktop reads it: first the string's own escapes, then the quotes, then the percent signs."""
    quoted = re.findall(r'"((?:\\.|[^"\\])*)"', line.replace("\\\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in quoted]


def test_on_linux_it_is_a_desktop_entry(program, home):
    assert not autostart.is_on("linux")
    autostart.turn_on("linux")
    assert autostart.is_on("linux")
    file = home / ".config" / "autostart" / "networking-journal.desktop"
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(file, encoding="utf-8")
    assert entry["Desktop Entry"]["Type"] == "Application"
    assert exec_words(entry["Desktop Entry"]["Exec"]) == expected(program)
    autostart.turn_on("linux")
    autostart.turn_off("linux")
    assert not autostart.is_on("linux") and list(file.parent.iterdir()) == []
    autostart.turn_off("linux")


def test_on_macos_it_is_a_launch_agent(program, home):
    autostart.turn_on("darwin")
    kept = plistlib.loads((home / "Library" / "LaunchAgents" / "networking-journal.plist").read_bytes())
    assert kept["ProgramArguments"] == expected(program) and kept["RunAtLoad"] is True
    autostart.turn_off("darwin")
    assert not autostart.is_on("darwin")


def test_a_folder_that_cannot_be_made_is_said(home):
    (home / ".config").write_text("a file")
    with pytest.raises(UserFacingError, match="cannot_write"):
        autostart.turn_on("linux")
    assert not autostart.is_on("linux")


@pytest.mark.skipif(sys.platform != "win32", reason="Windows keeps it in its registry")
def test_on_windows_it_is_a_value_of_the_run_key(program):
    autostart.turn_on()
    assert autostart.is_on()
    autostart.turn_off()
    assert not autostart.is_on()
