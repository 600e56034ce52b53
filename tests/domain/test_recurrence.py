"""When recurring reminders come again: never lost in short months, never endless, never ended too early."""

import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.errors import InvalidEntry
from journal.domain.recurrence import PRESETS, check_rule, next_occurrence


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def series(rule: str, first: datetime, count: int, after: datetime | None = None) -> list[str]:
    """The next `count` days, each found from the one before, as a reminder that is done again and again."""
    moment = after or first - timedelta(seconds=1)
    days = []
    for _ in range(count):
        found = next_occurrence(rule, first, moment)
        if found is None:
            break
        assert found > moment
        days.append(found.date().isoformat())
        moment = found
    return days


@pytest.mark.parametrize(
    "rule",
    ["FREQ=MONTHLY", "RRULE:FREQ=MONTHLY", "freq=monthly", "FREQ=MONTHLY;INTERVAL=1", "FREQ=MONTHLY;COUNT=4",
     "FREQ=MONTHLY;UNTIL=20270430", "UNTIL=20270430T090000Z;FREQ=MONTHLY", "FREQ=MONTHLY;WKST=MO;"],
)  # fmt: skip
def test_monthly_from_the_31st_falls_on_the_last_day_of_short_months(rule: str) -> None:
    assert series(rule, at("2027-01-31 09:00"), 4) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]


def test_yearly_from_29_february_comes_every_year_and_on_the_29th_again() -> None:
    found = series("FREQ=YEARLY", at("2028-02-29 08:00"), 5)
    assert found == ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]


def test_a_month_that_has_no_such_day_is_skipped_only_where_the_rule_names_the_day() -> None:
    assert series("FREQ=MONTHLY;BYMONTHDAY=31", at("2027-01-31 09:00"), 3) == ["2027-01-31", "2027-03-31", "2027-05-31"]


def test_second_tuesday() -> None:
    assert series("FREQ=MONTHLY;BYDAY=2TU", at("2026-11-10 09:00"), 4) == [
        *("2026-11-10", "2026-12-08", "2027-01-12", "2027-02-09"),
    ]


def test_last_friday_and_quarters() -> None:
    assert series("FREQ=MONTHLY;BYDAY=-1FR", at("2026-11-27 17:00"), 3) == ["2026-11-27", "2026-12-25", "2027-01-29"]
    assert series(PRESETS["quarterly"], at("2026-11-30 09:00"), 3) == ["2026-11-30", "2027-02-28", "2027-05-30"]


def test_working_days_and_fortnights_keep_their_phase_from_a_first_long_ago() -> None:
    friday = at("2026-11-27 09:00")
    assert series(PRESETS["weekdays"], at("1990-01-01 09:00"), 2, friday) == ["2026-11-30", "2026-12-01"]
    first = at("2020-01-06 09:00")
    found = next_occurrence(PRESETS["fortnightly"], first, friday)
    assert found is not None and (found - first).days % 14 == 0 and found - friday <= timedelta(14)


def test_count_ends_the_series_and_no_earlier() -> None:
    assert len(series("FREQ=DAILY;COUNT=3", at("2026-11-23 09:00"), 9)) == 3
    assert len(series("FREQ=YEARLY;COUNT=3", at("2026-11-23 09:00"), 9)) == 3
    first = at("2026-11-23 09:00")
    assert next_occurrence("FREQ=DAILY;COUNT=9999", first, first + timedelta(9997)) == first + timedelta(9998)
    assert next_occurrence("FREQ=DAILY;COUNT=9999", first, first + timedelta(9998)) is None


def test_until_as_a_day_includes_that_day() -> None:
    first = at("2026-11-23 09:00")
    for until in ("20261125", "20261125T090000", "20261125T090000Z", "20261125T235959"):
        assert series(f"FREQ=DAILY;UNTIL={until}", first, 9)[-1] == "2026-11-25", until
    assert series("FREQ=DAILY;UNTIL=20261125T085959", first, 9)[-1] == "2026-11-24"


def test_working_days_still_come_after_forty_years() -> None:
    rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR"
    assert next_occurrence(rule, at("2026-11-23 09:00"), at("2066-11-26 09:00")) == at("2066-11-29 09:00")


def test_every_preset_is_a_rule_and_comes() -> None:
    for rule in PRESETS.values():
        check_rule(rule, at("2026-11-23 09:00"))


NEVER = [
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=DAILY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;COUNT=9999;BYMONTH=4;BYMONTHDAY=31",
    "FREQ=DAILY;BYSETPOS=5",
    "FREQ=DAILY;UNTIL=20261122",
    "FREQ=YEARLY;UNTIL=19000101",
]


@pytest.mark.parametrize("rule", NEVER)
def test_what_never_comes_is_refused_at_once(rule: str) -> None:
    started = time.perf_counter()
    with pytest.raises(InvalidEntry) as refused:
        check_rule(rule, at("2026-11-23 09:00"))
    assert refused.value.code == "rule_never_comes"
    # dateutil alone takes over two seconds for the first of these; here it is a tenth of one.
    assert time.perf_counter() - started < 1.5


NO_RULES = [
    *("", ";", "x", "every day", "FREQ=", "FREQ=HOURLY", "FREQ=SECONDLY;COUNT=1", "FREQ=DAILY;INTERVAL=0"),
    *("FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=A", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=99999"),
    *("FREQ=DAILY;INTERVAL=1000", "FREQ=DAILY;UNTIL=TOMORROW", "FREQ=DAILY;UNTIL=20261301", "INTERVAL=2"),
    *("FREQ=MONTHLY;BYDAY=99MO", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;BYHOUR=9", "FREQ=DAILY\nRDATE=20270101"),
    *("FREQ=DAILY;X=1", "FREQ=MONTHLY;BYDAY=," * 30, "FREQ=DAILY;INTERVAL=٣", "FREQ=MONTHLY;BYMONTHDAY=1,,"),
]


@pytest.mark.parametrize("rule", NO_RULES)
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        check_rule(rule, at("2026-11-23 09:00"))
    assert refused.value.code == "not_a_rule" and refused.value.field == "repeats"
    with pytest.raises(InvalidEntry):
        next_occurrence(rule, at("2026-11-23 09:00"), at("2026-11-23 09:00"))


moments = st.datetimes(datetime(1900, 1, 1), datetime(2150, 12, 31)).map(lambda m: m.replace(microsecond=0))
parts = st.dictionaries(
    st.sampled_from(("INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYYEARDAY",
                     "BYWEEKNO", "WKST")),
    st.sampled_from(("0", "1", "2", "-1", "31", "53", "366", "999", "MO", "2TU", "-5FR", "MO,TU", "20300101",
                     "1,2,3", "+1", ",", "20991231T235959Z")),
    max_size=4,
)  # fmt: skip


@settings(deadline=None)  # the first one loads the library
@given(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")), parts, moments, moments)
def test_any_rule_is_refused_or_answers_with_a_later_moment(
    frequency: str, more: dict[str, str], first: datetime, after: datetime
) -> None:
    rule = ";".join([f"FREQ={frequency}", *(f"{name}={value}" for name, value in more.items())])
    try:
        found = next_occurrence(rule, first, after)
    except InvalidEntry:
        return
    if found is not None:
        assert found > after and found >= first and found.time() == first.time() and found.year <= 2200


@given(st.sampled_from(("MONTHLY", "YEARLY")), st.integers(1, 24), moments, moments)
def test_a_plain_rule_never_leaves_out_a_period(
    frequency: str, interval: int, first: datetime, after: datetime
) -> None:
    found = next_occurrence(f"FREQ={frequency};INTERVAL={interval}", first, after)
    months = interval * (12 if frequency == "YEARLY" else 1)
    if found is None:
        assert after + timedelta(31 * (months + 1)) > datetime(2200, 12, 31)
        return
    apart = (found.year - first.year) * 12 + found.month - first.month
    assert apart % months == 0 and found > after
    if found > first:
        assert found - max(after, first) <= timedelta(31 * (months + 1))
