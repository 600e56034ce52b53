"""Learnings are read again, one a day: less and less often the better they are known. No cards, no marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from journal.domain.errors import InvalidEntry
from journal.domain.learning import MOST_READ, Learning

READ_AGAIN_TYPES = ("practice", "tool", "tip")  # questions have a life of their own, wins a place in the year
READ, APPLIED, NOT_NOW = "read", "applied", "not_now"
ANSWERS = (READ, APPLIED, NOT_NOW)

REST_DAYS = 14  # a learning younger than this need not be read again
GAPS = (30, 90, 180, 365)  # days until the next time, once read so many times; then always the last
NOT_NOW_DAYS = 7
LAST_DAY = date(2200, 12, 31)  # the last year an entry may speak of


def next_reading(answer: str, times_read: int, applied: bool, today: date) -> date:
    """From when on it comes again. `times_read`: this time included, if it was read. What was applied is known best,
    and comes half as often; what does not suit now comes in a week, as if nothing had been."""
    if answer == NOT_NOW:
        days = NOT_NOW_DAYS
    else:
        days = GAPS[min(max(times_read, 1), len(GAPS)) - 1] * (2 if applied else 1)
    return min(today + timedelta(days=days), LAST_DAY) if today < LAST_DAY else LAST_DAY


def answered(learning: Learning, answer: str, today: date) -> Learning:
    """The learning as she has answered "applied it?" today. Raises InvalidEntry for another answer, and for a learning
    that is not read again."""
    if answer not in ANSWERS:
        raise InvalidEntry("not_one_of", "state", value=answer[:60], allowed=", ".join(ANSWERS))
    if learning.type not in READ_AGAIN_TYPES:
        raise InvalidEntry("not_read_again", "type", title=learning.title[:80])
    times = min(learning.times_read + (answer != NOT_NOW), MOST_READ)
    state = "applied" if answer == APPLIED else learning.state
    again = next_reading(answer, times, state == "applied", today)
    return replace(learning, times_read=times, state=state, read_on=today, read_again_on=again)
