"""The keep-in-touch rhythm: how long since the last real exchange, and when the next is due."""

from __future__ import annotations

from datetime import date, timedelta

from journal.domain.errors import InvalidEntry

SHORTEST_RHYTHM = 1
LONGEST_RHYTHM = 3650


def check_rhythm(days: int | None) -> None:
    """Raises InvalidEntry for a rhythm under a day or over ten years."""
    if days is not None and not SHORTEST_RHYTHM <= days <= LONGEST_RHYTHM:
        raise InvalidEntry(
            "rhythm_out_of_range", "keep_in_touch_days", value=days, least=SHORTEST_RHYTHM, most=LONGEST_RHYTHM
        )


def next_exchange_due(
    rhythm_days: int | None, last_exchange: date | None, met_on: date | None, known_since: date | None
) -> date | None:
    """The day by which the next exchange is due.

    Counted from the last real exchange; with none yet, from the day they met, else the day the contact was noted.
    None without a rhythm.
    """
    start = last_exchange or met_on or known_since
    if rhythm_days is None or start is None:
        return None
    return start + timedelta(days=rhythm_days)
