"""Which copies stay, whatever was made when."""

from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from journal.store.backup import Backup
from journal.store.thinning import DAYS, surplus

TODAY = date(2026, 11, 23)
moments = st.datetimes(datetime(2023, 1, 1), datetime(2026, 11, 30)).map(lambda at: at.replace(microsecond=0))


def copy(at: datetime) -> Backup:
    return Backup(Path(f"journal-{at:%Y-%m-%d-%H%M%S}.db"), at, 1)


@given(st.lists(moments, unique=True, max_size=60))
def test_nothing_goes_that_a_rule_keeps(made):
    copies = [copy(at) for at in made]
    out = surplus(copies, TODAY)
    left = [one.made_at for one in copies if one not in out]
    assert not made or max(made) in left
    assert {at for at in made if at.date() >= TODAY} <= set(left)
    for at in made:
        if (TODAY - at.date()).days <= DAYS:
            assert max(one for one in made if one.date() == at.date()) in left
        assert any((one.year, one.month) == (at.year, at.month) for one in left)


@given(st.lists(moments, unique=True, max_size=60))
def test_what_stays_is_few_and_thinning_again_takes_nothing(made):
    copies = [copy(at) for at in made]
    out = surplus(copies, TODAY)
    left = [one for one in copies if one not in out]
    assert surplus(left, TODAY) == []
    old = [one.made_at for one in left if (TODAY - one.made_at.date()).days > DAYS]
    assert len(old) == len({(at.year, at.month) for at in old})
    lately = [one.made_at.date() for one in left if 0 < (TODAY - one.made_at.date()).days <= DAYS]
    assert len(lately) == len(set(lately))


def test_ten_years_of_four_a_day_are_some_hundred_and_fifty():
    begun = datetime(2016, 11, 23, 9)
    copies: list[Backup] = []
    for day in range(3653):
        today = (begun + timedelta(days=day)).date()
        copies += [copy(begun + timedelta(days=day, hours=hour)) for hour in (0, 2, 4, 8)]
        out = set(surplus(copies, today))
        copies = [one for one in copies if one not in out]
    assert 120 + DAYS <= len(copies) <= 125 + DAYS + 4
