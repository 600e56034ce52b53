"""When to ask "what is due now?": every half minute, and at once when the computer woke up or its clock was set."""

from __future__ import annotations

from datetime import datetime

EVERY_SECONDS = 30.0
BEAT_SECONDS = 2.0  # how often `Pulse.beat` is to be called
STUMBLE_SECONDS = 5.0  # what a busy computer may be late by


class Pulse:
    """Never one long timer: those stand still while the computer sleeps, and know nothing of a clock that is set, of a
    summer time that begins or of another time zone. Here two clocks are held against each other at each beat."""

    def __init__(self, ticks: float, wall: datetime) -> None:
        """`ticks`: seconds of a clock that is never set; `wall`: local time."""
        self._ticks, self._wall, self._asked = ticks, wall, ticks

    def beat(self, ticks: float, wall: datetime) -> bool:
        """Whether it is time to ask; then that counts as asked."""
        passed = ticks - self._ticks
        slept = passed > BEAT_SECONDS + STUMBLE_SECONDS
        clock_was_set = abs((wall - self._wall).total_seconds() - passed) > STUMBLE_SECONDS
        self._ticks, self._wall = ticks, wall
        if slept or clock_was_set or ticks - self._asked >= EVERY_SECONDS:
            self._asked = ticks
            return True
        return False
