"""Copies of attachments, made only so that the system's own programs can open them, and taken away again.

They lie in a folder of this account alone, can be read and not written (what is changed in a copy would be lost), and
go when the journal is closed or locked; those of a program that was killed go at the next start.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

from journal.system import paths

_PREFIX = "opened-"
# What starts something where one expects to read something.
_PROGRAMS = frozenset(
    {
        *(".app", ".bat", ".cmd", ".com", ".command", ".cpl", ".desktop", ".exe", ".gadget", ".hta", ".inf", ".jar"),
        *(".js", ".jse", ".lnk", ".msc", ".msi", ".msp", ".pif", ".ps1", ".py", ".pyw", ".reg", ".scf", ".scr", ".sh"),
        *(".sys", ".url", ".vb", ".vbe", ".vbs", ".workflow", ".ws", ".wsf", ".wsh"),
    }
)


def is_program(name: str) -> bool:
    """Whether opening a file of that name would run it."""
    return Path(name).suffix.lower() in _PROGRAMS


def copy_for_opening(name: str, content: bytes) -> Path:
    """A copy to be opened. `name` is a clean one (see `clean_attachments`). Raises OSError."""
    folder = paths.passing_folder()
    folder.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=folder, prefix=f"{_PREFIX}{os.getpid()}-"))  # 0700
    path = place / name
    path.write_bytes(content)
    path.chmod(stat.S_IRUSR)
    return path


def forget_copies(*, of_all: bool = False) -> None:
    """Takes away the copies of this program, and those of programs that have ended; `of_all`, every copy."""
    for place in paths.passing_folder().glob(f"{_PREFIX}*"):
        number = place.name.removeprefix(_PREFIX).partition("-")[0]
        if of_all or not number.isdigit() or int(number) == os.getpid() or not _runs(int(number)):
            _remove(place)


def _remove(place: Path) -> None:
    for path in place.iterdir() if place.is_dir() else ():
        try:
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows removes nothing that is read-only
        except OSError:
            pass  # held open there: it goes at the next start
    shutil.rmtree(place, ignore_errors=True)


def _runs(process: int) -> bool:
    if os.name == "nt":
        return False  # os.kill would end it; what another one has open cannot be removed there anyway
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
