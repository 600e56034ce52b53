from datetime import datetime, timedelta

from journal.domain.pulse import Pulse

NINE = datetime(2026, 11, 23, 9)


def asked(pulse: Pulse, beats: list[tuple[float, float]]) -> list[float]:
    """The ticks at which it asked; `beats`: (seconds of the steady clock, of the wall clock) since the beginning."""
    return [ticks for ticks, wall in beats if pulse.beat(ticks, NINE + timedelta(seconds=wall))]


def test_every_half_minute() -> None:
    assert asked(Pulse(0, NINE), [(t, t) for t in range(2, 100, 2)]) == [30, 60, 90]


def test_at_once_after_sleep_whether_the_steady_clock_stood_still_or_not() -> None:
    assert asked(Pulse(0, NINE), [(2, 2), (4, 28_804), (6, 28_806)]) == [4]
    assert asked(Pulse(0, NINE), [(2, 2), (28_804, 28_804), (28_806, 28_806)]) == [28_804]


def test_at_once_when_the_clock_is_set_either_way() -> None:
    for jump in (3600, -3600, 86_400, -315_000_000):
        assert asked(Pulse(0, NINE), [(2, 2), (4, 4 + jump), (6, 6 + jump)]) == [4]


def test_a_busy_computer_is_not_asleep() -> None:
    assert asked(Pulse(0, NINE), [(6, 6), (12, 12.5), (18, 18)]) == []
