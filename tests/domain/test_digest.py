from datetime import datetime

from journal.domain.digest import belong_together, readable_titles
from journal.domain.lines import Line

NINE = datetime(2026, 11, 23, 9)


def lines(*dates: str) -> list[Line]:
    return [Line(number, "reminder", f"R{number}", date=f"2026-11-23T{date}") for number, date in enumerate(dates, 1)]


def test_one_is_never_a_digest() -> None:
    assert not belong_together(lines("01:00"), NINE)


def test_a_few_of_one_moment_stand_alone_and_many_together() -> None:
    assert not belong_together(lines("09:00", "09:00", "08:59"), NINE)
    assert belong_together(lines("09:00", "09:00", "09:00", "09:00"), NINE)


def test_after_an_absence_two_are_enough() -> None:
    assert belong_together(lines("08:30", "09:00"), NINE)


def test_a_digest_names_the_first_and_nothing_confidential() -> None:
    hidden = Line(9, "reminder", "Secret", confidential=True)
    assert readable_titles([hidden, *lines("01:00", "02:00")], wordless=False) == ["R1", "R2"]
    assert len(readable_titles(lines("01:00") * 9, wordless=False)) == 4
    assert readable_titles(lines("01:00"), wordless=True) == []
