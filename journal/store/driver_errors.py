"""What the driver of SQLite and the system say, as something she can act on."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from journal.domain.errors import JournalRefused, UserFacingError

_DAMAGED = ("malformed", "not a database", "corrupt", "could not decode")
_SAID = {  # parts of what the driver says, the first that fits
    "disk_full": ("is full",),
    "folder_read_only": ("readonly", "read-only"),
    "journal_in_use": ("locked", "busy"),
    "journal_closed": ("closed database",),
    "cannot_use_journal": ("unable to open", "disk i/o"),
}


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < 64 * 1024
    except OSError:
        return False


def translated(problem: Any, path: Path) -> BaseException:
    """The driver's error as something she can act on; a mistake of ours (SQL, constraints) stays what it is."""
    text = str(problem).lower()
    if isinstance(problem, UnicodeDecodeError) or any(said in text for said in _DAMAGED):
        return JournalRefused("journal_damaged", file=path.name)
    for code, parts in _SAID.items():
        if any(part in text for part in parts):
            if code == "cannot_use_journal" and _is_full(path.parent):
                code = "disk_full"  # no room even for the files that opening needs
            return UserFacingError(code, folder=str(path.parent))
    return problem  # type: ignore[no-any-return]  # the driver ships no types


def reason(problem: BaseException) -> str:
    """What the system says of it, without the file's name."""
    return (problem.strerror or str(problem)) if isinstance(problem, OSError) else str(problem)
