"""The rhythm counts from the last real exchange, else from the first meeting, else from when she noted the contact."""

from datetime import date

import pytest

from journal.domain.errors import InvalidEntry
from journal.domain.keep_in_touch import LONGEST_RHYTHM, check_rhythm, next_exchange_due

EXCHANGE, MET, NOTED = date(2026, 11, 1), date(2026, 3, 1), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("rhythm", "last", "met", "noted", "due"),
    [
        (30, EXCHANGE, MET, NOTED, date(2026, 12, 1)),
        (30, None, MET, NOTED, date(2026, 3, 31)),
        (30, None, None, NOTED, date(2026, 7, 1)),
        (30, None, None, None, None),
        (None, EXCHANGE, MET, NOTED, None),
        (1, date(2028, 2, 28), None, None, date(2028, 2, 29)),
    ],
)
def test_next_exchange_due(
    rhythm: int | None, last: date | None, met: date | None, noted: date | None, due: date | None
) -> None:
    assert next_exchange_due(rhythm, last, met, noted) == due


def test_the_longest_rhythm_from_the_last_year_is_still_a_date() -> None:
    assert next_exchange_due(LONGEST_RHYTHM, date(2200, 12, 31), None, None) is not None


@pytest.mark.parametrize("days", [0, -1, 3651, 10**9])
def test_senseless_rhythms_are_refused(days: int) -> None:
    with pytest.raises(InvalidEntry, match="rhythm_out_of_range"):
        check_rhythm(days)


def test_sensible_rhythms_and_none_pass() -> None:
    for days in (None, 1, 14, 3650):
        check_rhythm(days)
