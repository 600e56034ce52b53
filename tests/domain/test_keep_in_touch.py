"""The rhythm counts from the last real exchange, else from the first meeting, else from when she noted the contact."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import InvalidEntry
from journal.domain.keep_in_touch import (
    LONGEST_RHYTHM,
    SEATS,
    USUAL_RHYTHMS,
    Silence,
    check_rhythm,
    fair_order,
    months_later,
    next_exchange_due,
    proposed_rhythm,
    rhythm_that_holds,
    soon_days,
    stage,
)

EXCHANGE, MET, NOTED = date(2026, 11, 1), date(2026, 3, 1), date(2026, 6, 1)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("rhythm", "last", "met", "noted", "paused", "due"),
    [
        (30, EXCHANGE, MET, NOTED, None, date(2026, 12, 1)),
        (30, None, MET, NOTED, None, date(2026, 3, 31)),
        (30, None, None, NOTED, None, date(2026, 7, 1)),
        (30, None, None, None, None, None),
        (None, EXCHANGE, MET, NOTED, None, None),
        (1, date(2028, 2, 28), None, None, None, date(2028, 2, 29)),
        (30, EXCHANGE, None, None, date(2027, 1, 5), date(2027, 1, 5)),
        (30, EXCHANGE, None, None, date(2026, 11, 5), date(2026, 12, 1)),
        (None, EXCHANGE, None, None, date(2027, 1, 5), None),
    ],
)
def test_next_exchange_due(
    rhythm: int | None, last: date | None, met: date | None, noted: date | None, paused: date | None, due: date | None
) -> None:
    assert next_exchange_due(rhythm, last, met, noted, paused) == due


def test_the_longest_rhythm_from_the_last_year_is_still_a_date() -> None:
    assert next_exchange_due(LONGEST_RHYTHM, date(2200, 12, 31), None, None) is not None


@pytest.mark.parametrize("days", [0, -1, 3651, 10**9])
def test_senseless_rhythms_are_refused(days: int) -> None:
    with pytest.raises(InvalidEntry, match="rhythm_out_of_range"):
        check_rhythm(days)


def test_sensible_rhythms_and_none_pass() -> None:
    for days in (None, 1, 14, 3650):
        check_rhythm(days)


def test_the_contacts_own_rhythm_goes_before_its_tags_and_these_before_its_networks() -> None:
    tags, networks = [(90, "#lyon"), (30, "#amie")], [(7, "IMA")]
    assert rhythm_that_holds(365, False, tags, networks) == (365, "")
    assert rhythm_that_holds(None, False, tags, networks) == (30, "#amie")
    assert rhythm_that_holds(None, False, [], networks) == (7, "IMA")
    assert rhythm_that_holds(None, False, [], []) == (None, "")
    assert rhythm_that_holds(7, True, tags, networks) == (None, "")


@pytest.mark.parametrize(
    ("due", "days", "paused", "expected"),
    [
        (TODAY - timedelta(days=1), 30, None, "lapsed"),
        (TODAY, 30, None, "soon"),
        (TODAY + timedelta(days=5), 30, None, "soon"),
        (TODAY + timedelta(days=6), 30, None, ""),
        (TODAY + timedelta(days=14), 365, None, "soon"),
        (TODAY + timedelta(days=15), 365, None, ""),
        (TODAY + timedelta(days=1), 7, None, "soon"),
        (TODAY + timedelta(days=2), 7, None, ""),
        (TODAY + timedelta(days=3), 30, TODAY + timedelta(days=3), ""),
        (None, None, None, ""),
    ],
)
def test_stages(due: date | None, days: int | None, paused: date | None, expected: str) -> None:
    assert stage(due, days, TODAY, paused) == expected


@given(st.integers(1, 3650))
def test_soon_is_never_the_whole_rhythm_but_of_the_shortest(days: int) -> None:
    assert 1 <= soon_days(days) <= max(1, days // 2)


# --- a fair order -------------------------------------------------------------------------------------------------


def silence(number: int, days: int, late: int, favourite: bool = False) -> Silence:
    return Silence(number, days, late, favourite)


SOME = st.lists(
    st.tuples(st.integers(1, 400), st.integers(1, 2000), st.booleans()), max_size=60
).map(lambda several: [silence(number, *one) for number, one in enumerate(several, start=1)])  # fmt: skip


def test_late_is_late_for_their_own_rhythm() -> None:
    weekly, yearly = silence(1, 7, 7), silence(2, 365, 60)
    assert fair_order([yearly, weekly], TODAY) == [weekly, yearly]


def test_a_favourite_counts_twice() -> None:
    favourite, other = silence(2, 30, 10, True), silence(1, 30, 15)
    assert fair_order([other, favourite], TODAY) == [favourite, other]


@given(SOME, st.integers(0, 400))
def test_everybody_stands_in_it_once_and_the_same_all_day(some: list[Silence], ahead: int) -> None:
    day = TODAY + timedelta(days=ahead)
    ordered = fair_order(some, day)
    assert sorted(one.id for one in ordered) == [one.id for one in some]
    assert fair_order(list(reversed(some)), day) == ordered


@given(SOME.filter(lambda some: len(some) <= SEATS))
def test_where_all_can_be_seen_the_latest_comes_first(some: list[Silence]) -> None:
    weights = [one.weight for one in fair_order(some, TODAY)]
    assert weights == sorted(weights, reverse=True)


def test_nobody_waits_for_ever_and_nobody_stands_first_for_ever() -> None:
    """Of four hundred who have all been silent for years, and a few who are a little late, each is shown."""
    cold = [silence(number, 30, 900) for number in range(1, 401)]
    fresh = [silence(number, 30, 1) for number in range(401, 404)]
    seen: dict[int, int] = {}
    for ahead in range(400):  # as late on every day as on the first: what moves is the day alone
        for one in fair_order([*cold, *fresh], TODAY + timedelta(days=ahead))[:SEATS]:
            seen[one.id] = seen.get(one.id, 0) + 1
    assert set(seen) == {one.id for one in (*cold, *fresh)}
    assert max(seen[one.id] for one in cold) < 40


# --- from the past ------------------------------------------------------------------------------------------------


def days_back(*gaps: int) -> list[date]:
    found = [TODAY]
    for gap in gaps:
        found.append(found[-1] - timedelta(days=gap))
    return found


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ((7, 8, 6), 7),
        ((30, 31, 200), 30),
        ((95, 80, 100, 90), 90),
        ((360, 370, 350), 365),
        ((1, 1, 1), 7),
        ((45, 45, 45), 60),
        ((30, 30), None),
        ((), None),
        ((600, 10, 800), None),
    ],
)
def test_a_rhythm_from_the_past(gaps: tuple[int, ...], expected: int | None) -> None:
    found = proposed_rhythm(days_back(*gaps), TODAY)
    assert (found.days if found else None) == expected


def test_several_exchanges_of_a_day_are_one_and_what_is_planned_is_none() -> None:
    coming = [TODAY + timedelta(days=ahead) for ahead in (1, 2, 3, 4)]
    assert proposed_rhythm([TODAY] * 5 + coming, TODAY) is None


@given(st.lists(st.dates(date(1900, 1, 1), date(2199, 1, 1)), max_size=20), st.dates(date(1950, 1, 1)))
def test_what_is_proposed_is_a_usual_rhythm(days: list[date], today: date) -> None:
    found = proposed_rhythm(days, today)
    assert found is None or found.days in USUAL_RHYTHMS


def test_months_later() -> None:
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)
