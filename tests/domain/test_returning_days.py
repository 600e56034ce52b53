"""Days that return each year: the 29th of February, the assistants' day of both kinds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.returning_days import (
    ELSEWHERE,
    FRANCE,
    assistants_day,
    in_year,
    keys_between,
    month_and_day,
    returns,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("year", "france", "elsewhere"),
    # As they were announced, or are.
    [
        (2021, date(2021, 4, 15), date(2021, 4, 21)),
        (2022, date(2022, 4, 21), date(2022, 4, 27)),
        (2023, date(2023, 4, 20), date(2023, 4, 26)),
        (2024, date(2024, 4, 18), date(2024, 4, 24)),
        (2025, date(2025, 4, 17), date(2025, 4, 23)),
        (2026, date(2026, 4, 16), date(2026, 4, 22)),
    ],
)
def test_the_assistants_day(year: int, france: date, elsewhere: date) -> None:
    assert (assistants_day(year, FRANCE), assistants_day(year, ELSEWHERE)) == (france, elsewhere)


@given(st.integers(1800, 2200))
def test_the_assistants_day_is_what_its_name_says(year: int) -> None:
    april = [date(year, 4, number) for number in range(1, 31)]
    assert assistants_day(year, FRANCE) == [day for day in april if day.weekday() == 3][2]
    weeks = [day for day in april if day.weekday() == 6 and day + timedelta(days=6) in april]
    assert assistants_day(year, ELSEWHERE) == weeks[-1] + timedelta(days=3)


def test_the_29th_of_february_is_kept_on_the_28th_of_other_years() -> None:
    assert in_year(2, 29, 2027) == date(2027, 2, 28)
    assert in_year(2, 29, 2028) == date(2028, 2, 29)
    assert returns(2, 29, date(2027, 2, 20), date(2027, 3, 5)) == [date(2027, 2, 28)]
    assert returns(2, 29, date(2028, 2, 20), date(2028, 2, 28)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1980-05-31", (5, 31)), ("--02-29", (2, 29)), ("1980-05", None), ("", None), ("1912-11", None)],
)
def test_a_birthday_is_a_month_and_a_day_where_both_are_known(text: str, expected: tuple[int, int] | None) -> None:
    assert month_and_day(text) == expected


@given(DAYS, DAYS, st.integers(0, 400))
def test_it_returns_on_each_of_its_days_and_no_other(born: date, first: date, ahead: int) -> None:
    last = first + timedelta(days=ahead)
    slow = [
        day
        for day in (first + timedelta(days=n) for n in range(ahead + 1))
        if (day.month, day.day) == (born.month, born.day)
        or ((born.month, born.day) == (2, 29) and (day.month, day.day) == (2, 28) and day.year % 4)
        or (
            (born.month, born.day) == (2, 29)
            and (day.month, day.day) == (2, 28)
            and not day.year % 100
            and day.year % 400
        )
    ]
    assert returns(born.month, born.day, first, last) == slow
    if slow and ahead <= 366:
        assert f"{born:%m-%d}" in keys_between(first, last)
