"""Birthdays, renewals, days people met and the assistants' day: found, switched off, undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from journal.actions import entries, returning_days, today
from journal.domain.contact import Contact
from journal.domain.errors import InvalidEntry
from journal.domain.network import Network
from journal.store.journal import Journal
from journal.system import words
from tests.journals import MovableClock, opened

FIRST, LAST = date(2027, 2, 20), date(2027, 3, 5)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    words.use("en")
    with opened(tmp_path / "journal.db", MovableClock(datetime(2027, 2, 20, 9))) as made:
        drafts = [
            Contact(given_name="Leap", birthday="1984-02-29"),
            Contact(given_name="Unknown year", birthday="--02-29", met_on=date(2024, 2, 29)),
            Contact(given_name="First", birthday="--02-20"),
            Contact(given_name="Last", birthday="1970-03-05"),
            Contact(given_name="Before", birthday="1970-02-19"),
            Contact(given_name="After", birthday="1970-03-06"),
            Contact(given_name="Month only", birthday="1922-02"),
            Contact(given_name="Looks like a day", birthday="2003-05"),
            Contact(given_name="Archived", birthday="--02-25", archived=True),
            Contact(given_name="Secret", birthday="--02-25", confidential=True),
            Contact(given_name="Met this year", met_on=date(2027, 2, 25)),
            Network(name="IMA", renews_on=date(2027, 3, 1)),
            Network(name="FFMAS", renews_on=date(2028, 3, 1)),
        ]
        entries.create_many(made, drafts=drafts)
        yield made
    words.use(None)


def found(journal: Journal) -> list[tuple[str, str, str, int]]:
    days = returning_days.between(journal, first=FIRST, last=LAST)
    return [(one.kind, one.title, one.day.isoformat()[5:], one.years) for one in days]


EXPECTED = [
    ("birthday", "First", "02-20", 0),
    ("birthday", "Leap", "02-28", 0),
    ("birthday", "Unknown year", "02-28", 0),
    ("met", "Unknown year", "02-28", 3),
    ("renewal", "IMA", "03-01", 0),
    ("birthday", "Last", "03-05", 0),
]


def test_each_is_found_on_its_day(journal: Journal) -> None:
    assert found(journal) == EXPECTED


@pytest.mark.parametrize("kind", ["birthday", "met", "renewal"])
def test_each_kind_is_switched_off_and_on_and_that_can_be_undone(journal: Journal, kind: str) -> None:
    returning_days.switch(journal, kind=kind, on=False)
    without = [one for one in EXPECTED if one[0] != kind]
    assert found(journal) == without
    entries.undo(journal)
    assert found(journal) == EXPECTED
    entries.redo(journal)
    assert found(journal) == without
    returning_days.switch(journal, kind=kind, on=True)
    assert found(journal) == EXPECTED


def test_switched_off_renewals_are_not_due_either(journal: Journal) -> None:
    assert [line.title for line in today.renewals(journal)] == ["IMA"]
    returning_days.switch(journal, kind="renewal", on=False)
    assert today.renewals(journal) == []


def test_today_looks_two_weeks_ahead_and_leaves_renewals_to_their_own_list(journal: Journal) -> None:
    shown = [(one.title, one.day.isoformat()[5:]) for one in today.today(journal).days]
    assert shown == [(title, day) for kind, title, day, _ in EXPECTED if kind != "renewal"] + [("After", "03-06")]


def test_whose_assistants_day_follows_the_language_until_she_chooses(journal: Journal) -> None:
    def day() -> list[date]:
        year = returning_days.between(journal, first=date(2027, 4, 1), last=date(2027, 4, 30))
        return [one.day for one in year if one.kind == "assistants"]

    assert day() == [date(2027, 4, 21)]
    words.use("fr")
    assert day() == [date(2027, 4, 15)]
    returning_days.choose_region(journal, region="elsewhere")
    assert day() == [date(2027, 4, 21)]
    entries.undo(journal)
    assert day() == [date(2027, 4, 15)]
    returning_days.switch(journal, kind="assistants", on=False)
    assert day() == []


def test_any_span_gives_an_answer(journal: Journal) -> None:
    assert returning_days.between(journal, first=LAST, last=FIRST) == []
    for first, last in ((date.min, date.max), (date(9999, 12, 1), date.max), (date(2027, 1, 1), date(2400, 1, 1))):
        year = returning_days.between(journal, first=first, last=last)
        assert all(first <= one.day <= first + timedelta(days=366) for one in year if first.year < 9999)


def test_kinds_and_regions_there_are_not(journal: Journal) -> None:
    with pytest.raises(InvalidEntry):
        returning_days.switch(journal, kind="full moon", on=True)
    with pytest.raises(InvalidEntry):
        returning_days.choose_region(journal, region="mars")
