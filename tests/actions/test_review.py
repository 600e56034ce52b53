"""The yearly "still right?": who waits, what Today asks, and its being put off."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from journal.actions import entries, privacy, review
from journal.actions.today import today
from journal.domain.contact import Contact, review_again
from journal.domain.errors import NotFound
from journal.domain.event import Event
from journal.store.journal import open_journal


def make(journal, **fields):
    return entries.create(journal, draft=Contact(**fields)).created[0]


def test_today_asks_when_somebody_was_noted_more_than_a_year_ago(journal, clock):
    make(journal, given_name="Zoé")
    clock.pass_time(days=365)
    assert not today(journal).to_review
    clock.pass_time(days=1)
    assert today(journal).to_review
    assert [line.title for line in review.waiting(journal)] == ["Zoé"]


def test_who_is_looked_through_waits_no_more_and_undo_takes_it_back(journal, clock):
    zoe = make(journal, given_name="Zoé")
    clock.pass_time(days=400)
    review.still_right(journal, contact_id=zoe)
    assert not today(journal).to_review
    assert review.waiting(journal) == []
    entries.undo(journal)
    assert today(journal).to_review


def test_at_once_only_those_noted_first_are_looked_at(journal, clock, monkeypatch):
    monkeypatch.setattr("journal.actions.today.FIRST_NOTED", 1)
    zoe = make(journal, given_name="Zoé")
    make(journal, given_name="Nadia")
    clock.pass_time(days=400)
    assert today(journal, at_once=True).to_review
    review.still_right(journal, contact_id=zoe)
    assert not today(journal, at_once=True).to_review
    assert today(journal).to_review, "Nadia waits"


@pytest.mark.parametrize("how", ["archived", "trash", "confidential", "other"])
def test_nothing_is_asked_where_nobody_she_can_see_waits(journal, clock, how):
    if how == "other":
        entries.create(journal, draft=Event(title="Old", starts_at=datetime(2020, 1, 1, 9)))
    else:
        zoe = make(journal, given_name="Zoé", archived=how == "archived", confidential=how == "confidential")
        if how == "trash":
            entries.delete(journal, ids=[zoe])
    clock.pass_time(days=800)
    assert not today(journal).to_review
    if how == "confidential":
        privacy.show_confidential(journal, on=True)
        assert today(journal).to_review


def test_it_is_put_off_until_next_month_also_over_a_restart(journal, clock, tmp_path):
    make(journal, given_name="Zoé")
    clock.pass_time(days=400)  # 28 December 2027
    review.put_off(journal)
    assert review.put_off_until(journal) == date(2028, 1, 1)
    assert not today(journal).to_review
    assert review.waiting(journal)  # the list itself stays
    journal.close()
    again = open_journal(tmp_path / "journal.db", clock=clock)
    try:
        assert not today(again).to_review
        clock.pass_time(days=4)
        assert today(again).to_review
        clock.pass_time(days=-4)
        assert not today(again).to_review
        entries.undo(again)
        assert today(again).to_review
    finally:
        again.close()


def test_next_month_begins_after_every_day():
    day = date(2027, 1, 1)
    while day < date(2028, 3, 1):
        again = review_again(day)
        assert again.day == 1
        assert timedelta(1) <= again - day <= timedelta(31)
        day += timedelta(1)


def test_only_contacts_are_looked_through(journal):
    event = entries.create(journal, draft=Event(title="Coffee")).created[0]
    with pytest.raises(NotFound, match="wrong_kind"):
        review.still_right(journal, contact_id=event)
