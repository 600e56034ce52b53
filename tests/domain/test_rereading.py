"""How far apart a learning is read again: a rule without memory, told only by how often it was read and applied."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import InvalidEntry
from journal.domain.learning import MOST_READ, Learning
from journal.domain.rereading import ANSWERS, answered, next_reading

TODAY = date(2026, 11, 23)


def days(answer: str, times: int, applied: bool = False) -> int:
    return (next_reading(answer, times, applied, TODAY) - TODAY).days


def test_each_reading_moves_the_next_one_further_away() -> None:
    assert [days("read", times) for times in (1, 2, 3, 4, 5, 100)] == [30, 90, 180, 365, 365, 365]


def test_what_was_applied_comes_half_as_often() -> None:
    assert [days("applied", times, True) for times in (1, 2, 3, 4, 9)] == [60, 180, 360, 730, 730]


def test_what_does_not_suit_now_comes_in_a_week_however_well_it_is_known() -> None:
    assert {days("not_now", times, applied) for times in (0, 3, 50) for applied in (False, True)} == {7}


@given(st.lists(st.sampled_from(ANSWERS), max_size=12), st.dates(date(1800, 1, 1), date(2200, 12, 31)))
def test_any_row_of_answers_leaves_a_learning_that_stands(answers: list[str], day: date) -> None:
    learning, read = Learning(title="T", type="tip").checked(), 0
    for answer in answers:
        before = learning
        learning = answered(learning, answer, day).checked()
        read += answer != "not_now"
        assert learning.read_on == day and learning.times_read == read
        assert learning.read_again_on is not None and learning.read_again_on >= day
        assert learning.state == ("applied" if answer == "applied" or before.state == "applied" else "to_apply")
        day = min(learning.read_again_on + timedelta(days=1), date(2200, 12, 31))


def test_a_count_out_of_all_bounds_stays_within_them() -> None:
    worn = Learning(title="T", type="tip", times_read=MOST_READ)
    assert answered(worn, "read", TODAY).checked().times_read == MOST_READ


@pytest.mark.parametrize("wrong", ["", "again", "READ", "x" * 5000])
def test_other_answers_are_refused(wrong: str) -> None:
    with pytest.raises(InvalidEntry):
        answered(Learning(title="T", type="tip"), wrong, TODAY)


@pytest.mark.parametrize("kind", ["question", "win"])
def test_questions_and_wins_are_not_read_again(kind: str) -> None:
    with pytest.raises(InvalidEntry, match="not_read_again"):
        answered(Learning(title="T", type=kind), "read", TODAY)
