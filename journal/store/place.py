"""Whether the file that is open is still the one that bears its name: a program that keeps folders in step may put
another in its place, and what is written to the old one would be lost without a word."""

from __future__ import annotations

import os
from pathlib import Path

from journal.store import sealing


class Place:
    """Of one open journal; asked before each commit. `kept` is where what was written before is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log = path.with_name(path.name + "-wal")
        self._file: tuple[int, int] | None = None
        self._its_log: tuple[int, int] | None = None
        self.kept: Path | None = None
        self._written = False

    def opened(self) -> None:
        """A connection was made; the first one says which file it is."""
        if self._file is None:
            self._file = _identity(self._path)

    def before_writing(self) -> None:
        """At the beginning of each change, which another program may have gone before."""
        self._written = True
        sealing.break_seal(self._path)

    def seal(self, *, at_leisure: bool) -> None:
        """After closing. A seal that lies there now was made by another program while this one wrote, of what was
        there before."""
        if self._written:
            sealing.break_seal(self._path)
        sealing.seal_file(self._path, at_leisure=at_leisure)

    def is_other(self) -> bool:
        """Whether another file, or none, lies where this one was."""
        if self._file is None:
            return False
        if _identity(self._path) != self._file:
            return True
        self._its_log = _identity(self._log)
        return False

    def clear_log(self, kept: bool) -> None:
        """After closing: the log belongs to the file that is gone, and must not be read into the other. It goes where
        all of it is `kept`, and else is only moved out of the way."""
        if self._its_log is None or _identity(self._log) != self._its_log:
            return
        if kept:
            self._log.unlink(missing_ok=True)
        else:
            self._log.replace(self._log.with_name(f"{self._log.name}.{os.getpid()}.old"))
        self._log.with_name(self._path.name + "-shm").unlink(missing_ok=True)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
