"""The log and the crash reports: kept on this computer, never sent, and without a word of hers in them.

A crash report names the places in the program and the kind of error; an error's own message may quote what she
typed, so it is left out, and so are values of variables.
"""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

log = logging.getLogger(__name__)

MOST_REPORTS = 20


class _FirstWritten(logging.Handler):
    """Becomes a RotatingFileHandler with the first record: that one loads a socket server, which no start waits for."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(self._file, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        handler.setLevel(self.level)
        ours = logging.getLogger("journal")
        ours.addHandler(handler)
        ours.removeHandler(self)
        handler.handle(record)


def start(folder: Path) -> None:
    """Writes warnings and worse to `folder`, at most three files of 500 kB; without the right to write, nowhere."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    logging.getLogger("journal").addHandler(_FirstWritten(folder / "journal.log"))


def places(problem: BaseException) -> str:
    """Where `problem` was raised and what led there: files, lines and names of functions only."""
    import traceback

    lines = []
    link: BaseException | None = problem
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            parts = Path(frame.filename).parts
            lines.append(f"  {'/'.join(parts[-3:])}:{frame.lineno} {frame.name}")
        link = link.__cause__ or link.__context__
        if link is not None:
            lines.append("after:")
    return "\n".join(lines)


def crash_report(folder: Path, problem: BaseException) -> Path | None:
    """Keeps a report of `problem` in `folder` and returns its file; None where nothing can be written."""
    import platform

    from journal import __version__

    log.error("unexpected problem\n%s", places(problem))
    text = f"Networking Journal {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"crash-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
        file.write_text(text + places(problem) + "\n", encoding="utf-8")
        for old in sorted(folder.glob("crash-*.txt"))[:-MOST_REPORTS]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return file
