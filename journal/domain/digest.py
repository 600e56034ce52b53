"""Several reminders that are to be told at once: each by itself, or all of them in one notification."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from journal.domain.lines import Line

AT_ONCE = 3  # more than these would be a storm
JUST_NOW = timedelta(minutes=5)
NAMED = 4


def belong_together(lines: Sequence[Line], now: datetime) -> bool:
    """Whether these are told as one: many at once, or several of which some came while nobody was there to tell
    (the computer slept, the hours were quiet, the program did not run)."""
    if len(lines) < 2:
        return False
    before = (now - JUST_NOW).isoformat(timespec="minutes")
    return len(lines) > AT_ONCE or any(line.date < before for line in lines)


def readable_titles(lines: Sequence[Line], *, wordless: bool) -> list[str]:
    """The titles a digest may show to whoever passes her desk; the first few."""
    return [] if wordless else [line.title for line in lines if not line.confidential][:NAMED]
