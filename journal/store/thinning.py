"""Which copies of the journal stay: all of today, one a day for a month, one a month for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from journal.store.backup import Backup

DAYS = 31  # for so long one of each day stays


def surplus(copies: Sequence[Backup], today: date, *, keep: Path | None = None) -> list[Backup]:
    """Those that may go. Of a day, and later of a month, the newest stays; so do the newest of all, and those of a
    time to come (a clock was wrong), and `keep`, the one known to be whole."""
    kept: set[tuple[int, ...]] = set()
    out = []
    for number, copy in enumerate(sorted(copies, key=lambda one: one.made_at, reverse=True)):
        day = copy.made_at.date()
        month = (day.year, day.month)
        span = (*month, day.day) if (today - day).days <= DAYS else month
        if number and day < today and span in kept and copy.path != keep:
            out.append(copy)
        kept.add(span)
    return out
