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


def start(folder: Path) -> None:
    """Writes warnings and worse to `folder`, at most three files of 500 kB; without the right to write, nowhere."""
    from logging.handlers import RotatingFileHandler  # loads a socket server that the first paint need not wait for

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "journal.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger("journal").addHandler(handler)


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
