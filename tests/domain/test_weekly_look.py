"""The weekly look: its days, its lines, and answers that survive being kept half-done."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry import Person
from journal.domain.weekly_look import (
    AT,
    MOST_LINES,
    Answers,
    first_reminder,
    from_json,
    lines_of,
    next_monday,
    next_working_day,
    to_json,
    week_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 1, 1))
PEOPLE = st.lists(st.builds(Person, st.integers(0, 9), st.text(min_size=1, max_size=5)), max_size=3).map(tuple)
TEXTS = st.text(max_size=20)
ANSWERS = st.builds(
    Answers, met=PEOPLE, met_about=TEXTS, learned=TEXTS, doubt=TEXTS, thank=PEOPLE, thank_for=TEXTS,
    thanked=st.booleans(), proud=TEXTS, next=TEXTS, next_on=st.none() | DAYS,
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(to_json(Answers()))), inner),
    max_leaves=12,
)


@given(ANSWERS)
def test_what_is_kept_comes_back(answers: Answers) -> None:
    assert from_json(json.loads(json.dumps(to_json(answers)))) == answers


@given(JSON)
def test_whatever_stands_there_gives_answers(kept: object) -> None:
    assert isinstance(from_json(kept), Answers)


@given(DAYS)
def test_days(day: date) -> None:
    monday, sunday = week_of(day)
    assert monday <= day <= sunday and (monday.weekday(), sunday.weekday(), (sunday - monday).days) == (0, 6, 6)
    assert next_monday(day) > sunday and next_monday(day).weekday() == 0
    following = next_working_day(day)
    assert following > day and following.weekday() < 5 and (following - day).days <= 3


@given(st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1)))
def test_the_reminder_comes_on_the_next_friday(now: datetime) -> None:
    first = first_reminder(now)
    assert first.weekday() == 4 and first.time() == AT and 0 < (first - now).total_seconds() <= 7 * 86_400


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", []), ("  \n\t\n", []), ("- one\n\n* two \n• three", ["one", "two", "three"]), ("a\r\nb", ["a", "b"])],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


def test_a_flood_of_lines_loses_no_word() -> None:
    text = "\n".join(f"word{number}" for number in range(500))
    found = lines_of(text)
    assert len(found) == MOST_LINES and " ".join(found).split() == text.split()
