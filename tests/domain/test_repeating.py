"""Rhythms put together by hand: what they say is what their rule does, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.recurrence import PRESETS, next_occurrence
from journal.domain.repeating import WORKING_DAYS, Repeat, places, read_repeat, rule_of, shifted
from journal.system import words
from journal.system.repeat_words import in_words

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    yield
    words.use(None)


@st.composite
def repeats(draw: st.DrawFn) -> Repeat:
    unit = draw(st.sampled_from(["day", "week", "month", "year"]))
    every = draw(st.integers(1, 12))
    end = draw(st.sampled_from(["", "until", "count"]))
    until = draw(DAYS) if end == "until" else None
    count = draw(st.integers(1, 99)) if end == "count" else None
    there = Repeat(unit)
    if unit == "week":
        there = Repeat(unit, weekdays=tuple(sorted(draw(st.sets(st.integers(0, 6))))))
    elif unit in ("month", "year"):
        there = draw(st.sampled_from(places(unit, draw(DAYS))))
    return Repeat(unit, every, there.weekdays, there.day, there.nth, there.month, until, count)


@given(repeats())
def test_a_rhythm_comes_back_from_its_rule(repeat: Repeat) -> None:
    assert read_repeat(rule_of(repeat)) == repeat


@given(repeats(), DAYS, st.sampled_from(["fr", "en"]))
def test_every_rhythm_is_said_in_words(repeat: Repeat, first: date, language: str) -> None:
    words.use(language)
    said = in_words(rule_of(repeat), first)
    assert said and "{" not in said and "  " not in said


@given(st.sampled_from(["month", "year"]), DAYS)
def test_what_is_offered_for_a_day_begins_on_that_day(unit: str, first: date) -> None:
    at = datetime.combine(first, time(9))
    for place in places(unit, first):
        if place.weekdays != WORKING_DAYS and place.day is None:
            assert next_occurrence(rule_of(place), at, at - timedelta(seconds=1)) == at


@given(repeats(), DAYS)
def test_a_series_that_is_moved_comes_on_the_day_it_is_moved_to(repeat: Repeat, day: date) -> None:
    endless = Repeat(repeat.unit, repeat.every, repeat.weekdays, repeat.day, repeat.nth, repeat.month)
    if len(endless.weekdays) > 1 or endless.day == -1:
        return  # one of several days: the others stay
    at = datetime.combine(day, time(9))
    assert next_occurrence(shifted(rule_of(endless), day), at, at - timedelta(seconds=1)) == at


@pytest.mark.parametrize(
    ("rule", "first", "french", "english"),
    [
        (PRESETS["daily"], "2026-11-24", "Chaque jour", "Every day"),
        ("FREQ=DAILY;INTERVAL=3", "2026-11-24", "Tous les 3 jours", "Every 3 days"),
        (PRESETS["weekdays"], "2026-11-24", "Du lundi au vendredi", "Every weekday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "2026-11-24",
         "Toutes les 2 semaines, le mardi et le jeudi", "Every 2 weeks, on Tuesday and on Thursday"),
        ("FREQ=MONTHLY", "2026-11-01", "Chaque mois, le 1er", "Every month, on the 1st"),
        ("FREQ=MONTHLY", "2026-11-22", "Chaque mois, le 22", "Every month, on the 22nd"),
        ("FREQ=MONTHLY;BYDAY=2TU", "2026-11-10",
         "Chaque mois, le deuxième mardi", "Every month, on the second Tuesday"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "2026-11-10",
         "Chaque mois, le deuxième mardi", "Every month, on the second Tuesday"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30",
         "Chaque mois, le dernier jour ouvré", "Every month, on the last working day"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30",
         "Chaque mois, le dernier jour du mois", "Every month, on the last day of the month"),
        ("FREQ=YEARLY", "2026-01-03", "Chaque année, le 3 janvier", "Every year, on 3 January"),
        ("FREQ=YEARLY;BYMONTH=4;BYDAY=3TH", "2026-04-16",
         "Chaque année, le troisième jeudi d'avril", "Every year, on the third Thursday of April"),
        ("FREQ=WEEKLY;UNTIL=20270303", "2026-11-24",
         "Chaque semaine, jusqu'au 3 mars 2027", "Every week, until 3 March 2027"),
        ("FREQ=WEEKLY;COUNT=10", "2026-11-24", "Chaque semaine, 10 fois", "Every week, 10 times"),
        ("FREQ=YEARLY;BYWEEKNO=20", "2026-11-24", "Autre répétition", words.catalogue("en")["repeats.other"]),
    ],
)  # fmt: skip
def test_rhythms_in_words(rule: str, first: str, french: str, english: str) -> None:
    for language, sentence in (("fr", french), ("en", english)):
        words.use(language)
        assert in_words(rule, date.fromisoformat(first)) == sentence


@pytest.mark.parametrize(
    "rule",
    ["", "FREQ=HOURLY", "FREQ=YEARLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=1MO,3MO", "FREQ=DAILY;BYDAY=MO",
     "FREQ=WEEKLY;BYDAY=XX"],
)  # fmt: skip
def test_what_cannot_be_put_together_by_hand_is_left_as_it_is(rule: str) -> None:
    assert read_repeat(rule) is None
    assert shifted(rule, date(2026, 11, 25)) == rule
