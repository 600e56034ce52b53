import sys
import time
from datetime import datetime, timedelta

import pytest

from journal.system.clock import SystemClock


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked itself, and has no TZ")
def test_a_journey_to_another_zone_is_followed_while_the_program_runs(monkeypatch) -> None:
    clock = SystemClock()
    monkeypatch.setenv("TZ", "Europe/Paris")
    paris = clock.now()
    monkeypatch.setenv("TZ", "America/Montreal")
    montreal = clock.now()
    try:
        assert timedelta(hours=4, minutes=59) < paris - montreal < timedelta(hours=7)
        assert abs(montreal - datetime.now()) < timedelta(seconds=10)
    finally:
        monkeypatch.undo()
        time.tzset()
