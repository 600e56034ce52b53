"""What time it is: asked here by everything, so that tests and `--now` can answer something else."""

from __future__ import annotations

import os
import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Gives the local wall time, without offset."""

    def now(self) -> datetime: ...


class SystemClock:
    """The computer's. A journey to another time zone is followed while the program runs: the C library behind Python
    reads the zone once, and keeps to it until it is told to look again."""

    def now(self) -> datetime:
        if os.name == "nt":
            return _windows_now()
        time.tzset()
        return datetime.now()


def _windows_now() -> datetime:
    """Windows' own local time; Python's would stay in the zone the program was started in."""
    import ctypes

    parts = (ctypes.c_uint16 * 8)()  # SYSTEMTIME: year, month, weekday, day, hour, minute, second, milliseconds
    ctypes.WinDLL("kernel32").GetLocalTime(ctypes.byref(parts))  # type: ignore[attr-defined]  # on Windows only
    year, month, _, day, hour, minute, second, milliseconds = parts
    return datetime(year, month, day, hour, minute, second, milliseconds * 1000)


class FixedClock:
    """Always the same moment, until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at
