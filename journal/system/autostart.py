"""Starting with the computer, hidden in the tray: one entry where this system looks for such, made and taken away.

Linux: a .desktop file (freedesktop's autostart). macOS: a launch agent. Windows: a value under the account's Run key.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from journal.domain.errors import UserFacingError
from journal.system.files import written_whole

NAME = "networking-journal"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


def command() -> list[str]:
    """What starts this very program again, hidden."""
    script = Path(sys.argv[0]).resolve()
    own = [str(script)] if script.suffix != ".py" else [sys.executable, str(script)]
    return [*own, "--hidden"]


def is_on(platform: str = sys.platform) -> bool:
    if platform == "win32":
        return _registered() is not None
    return _file(platform).exists()


def turn_on(platform: str = sys.platform) -> None:
    """Raises UserFacingError("cannot_write") where the system refuses."""
    if platform == "win32":
        _register(" ".join(f'"{word}"' for word in command()))
        return
    place = _file(platform)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserFacingError("cannot_write", folder=str(place.parent), reason=problem.strerror or "") from problem
    with written_whole(place) as stream:
        stream.write(_launch_agent() if platform == "darwin" else _desktop_entry())


def turn_off(platform: str = sys.platform) -> None:
    if platform == "win32":
        _register(None)
        return
    try:
        _file(platform).unlink(missing_ok=True)
    except OSError as problem:
        folder = str(_file(platform).parent)
        raise UserFacingError("cannot_write", folder=folder, reason=problem.strerror or "") from problem


def _file(platform: str) -> Path:
    if platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{NAME}.plist"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "autostart" / f"{NAME}.desktop"


def _desktop_entry() -> bytes:
    lines = ["[Desktop Entry]", "Type=Application", "Name=Networking Journal", f"Exec={_quoted(command())}"]
    return "\n".join([*lines, "Terminal=false", "X-GNOME-Autostart-enabled=true", ""]).encode()


def _quoted(words: list[str]) -> str:
    """As an Exec line wants it: quotes around each word, reserved characters escaped twice over, % doubled."""
    shown = []
    for word in words:
        for sign in ("\\", '"', "`", "$"):
            word = word.replace(sign, f"\\{sign}")
        shown.append(f'"{word}"'.replace("\\", "\\\\").replace("%", "%%"))
    return " ".join(shown)


def _launch_agent() -> bytes:
    import plistlib

    return plistlib.dumps({"Label": NAME, "ProgramArguments": command(), "RunAtLoad": True})


def _registered() -> str | None:
    winreg: Any = import_module("winreg")
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            return str(winreg.QueryValueEx(key, NAME)[0])
    except OSError:
        return None


def _register(value: str | None) -> None:
    winreg: Any = import_module("winreg")
    try:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            if value is not None:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, value)
            elif _registered() is not None:
                winreg.DeleteValue(key, NAME)
    except OSError as problem:
        raise UserFacingError("cannot_write", folder=_RUN, reason=problem.strerror or "") from problem
