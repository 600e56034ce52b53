"""Quiet hours: within the day, past midnight, at weekends; hours that make no sense are none."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.quiet_hours import is_quiet, read_hours

MONDAY = datetime(2026, 11, 23)


@pytest.mark.parametrize(
    ("hours", "at", "quiet"),
    [
        ("20:00-07:30", "19:59", False), ("20:00-07:30", "20:00", True), ("20:00-07:30", "00:00", True),
        ("20:00-07:30", "07:29", True), ("20:00-07:30", "07:30", False), ("12:00-14:00", "13:00", True),
        ("12:00-14:00", "14:00", False), ("12:00-14:00", "11:59", False), ("", "03:00", False),
        ("20:00-20:00", "20:00", False), ("25:00-07:00", "03:00", False), ("8-9", "08:30", False),
    ],
)  # fmt: skip
def test_quiet_from_the_first_minute_and_no_longer_at_the_end(hours, at, quiet):
    assert is_quiet(datetime.fromisoformat(f"2026-11-23T{at}"), hours, False) is quiet


@pytest.mark.parametrize(("day", "quiet"), [(0, False), (4, False), (5, True), (6, True), (7, False)])
def test_saturdays_and_sundays(day, quiet):
    at = MONDAY + timedelta(days=day, hours=12)
    assert is_quiet(at, "", True) is quiet
    assert not is_quiet(at, "", False)


@given(st.times().map(lambda t: t.replace(second=0, microsecond=0)), st.times().map(lambda t: t.replace(second=0, microsecond=0)))  # fmt: skip  # noqa: E501
def test_hours_and_the_rest_of_the_day_share_it_out(begin, end):
    hours, rest = f"{begin:%H:%M}-{end:%H:%M}", f"{end:%H:%M}-{begin:%H:%M}"
    assert (read_hours(hours) is None) == (begin == end)
    for minute in range(0, 24 * 60, 7):
        at = MONDAY + timedelta(minutes=minute)
        assert is_quiet(at, hours, False) != is_quiet(at, rest, False) or begin == end
