"""Reminders: each occurrence shown once, done moves on, put off comes back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from journal.actions import contacts, entries, reading, reminders, today
from journal.domain.contact import Contact
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.lines import Wanted
from journal.domain.reminder import Reminder
from journal.store.journal import Journal, open_journal
from tests.actions.conftest import MovableClock


def remind(journal: Journal, due: datetime, **more: str) -> int:
    return entries.create(journal, draft=Reminder(title="Appeler Claire", due_at=due, **more)).created[-1]


def state(journal: Journal, entry_id: int) -> Reminder:
    reminder = reading.entry(journal, entry_id=entry_id)
    assert isinstance(reminder, Reminder)
    return reminder


def test_each_occurrence_is_shown_once_also_after_a_restart(journal: Journal, clock: MovableClock) -> None:
    entry_id = remind(journal, datetime(2026, 11, 23, 8, 0), repeats="FREQ=DAILY")
    assert [line.id for line in reminders.to_show(journal)] == [entry_id]
    assert reminders.to_show(journal) == []
    again = open_journal(Path(journal.path), clock=clock)
    assert reminders.to_show(again) == []
    again.close()
    reminders.mark_done(journal, entry_id=entry_id)
    assert reminders.to_show(journal) == []
    clock.pass_time(days=1)
    assert [line.id for line in reminders.to_show(journal)] == [entry_id]


def test_two_that_ask_at_once_show_it_once(journal: Journal, clock: MovableClock) -> None:
    remind(journal, datetime(2026, 11, 23, 8, 0))
    other = open_journal(Path(journal.path), clock=clock)
    shown = [*reminders.to_show(other), *reminders.to_show(journal)]
    other.close()
    assert len(shown) == 1


def test_one_that_is_not_due_is_not_shown(journal: Journal) -> None:
    remind(journal, datetime(2026, 11, 23, 9, 1))
    assert reminders.to_show(journal) == []
    assert reminders.due(journal) == []


def test_done_finishes_a_single_one_and_moves_a_recurring_one_past_now(journal: Journal) -> None:
    single = remind(journal, datetime(2026, 11, 20, 9, 0))
    weekly = remind(journal, datetime(2026, 11, 2, 9, 30), repeats="FREQ=WEEKLY")
    reminders.mark_done(journal, entry_id=single)
    reminders.mark_done(journal, entry_id=weekly)
    assert state(journal, single).done_at == datetime(2026, 11, 23, 9, 0)
    assert state(journal, weekly).due_at == datetime(2026, 11, 23, 9, 30)
    assert state(journal, weekly).done_at is None
    entries.undo(journal)
    assert state(journal, weekly).due_at == datetime(2026, 11, 2, 9, 30)


def test_a_monthly_one_from_the_31st_does_not_drift(journal: Journal, clock: MovableClock) -> None:
    entry_id = remind(journal, datetime(2026, 12, 31, 9, 0), repeats="FREQ=MONTHLY")
    dues = []
    for _ in range(4):
        clock.moment = state(journal, entry_id).due_at or clock.moment
        reminders.mark_done(journal, entry_id=entry_id)
        dues.append(state(journal, entry_id).due_at)
    assert [(d.month, d.day) for d in dues if d] == [(1, 31), (2, 28), (3, 31), (4, 30)]


def test_the_last_of_a_counted_series_is_finished(journal: Journal) -> None:
    entry_id = remind(journal, datetime(2026, 11, 22, 9, 0), repeats="FREQ=DAILY;COUNT=2")
    reminders.mark_done(journal, entry_id=entry_id)
    assert state(journal, entry_id).done_at is not None


def test_put_off_it_comes_back_and_is_shown_again(journal: Journal, clock: MovableClock) -> None:
    entry_id = remind(journal, datetime(2026, 11, 23, 8, 0))
    reminders.to_show(journal)
    reminders.snooze(journal, entry_id=entry_id, until=datetime(2026, 11, 23, 14, 0))
    assert reminders.due(journal) == []
    clock.pass_time(hours=5)
    assert [line.id for line in reminders.to_show(journal)] == [entry_id]
    with pytest.raises(InvalidEntry):
        reminders.snooze(journal, entry_id=entry_id, until=datetime(2026, 11, 23, 13, 0))


def test_groups_by_when(journal: Journal) -> None:
    for day in (22, 23, 24, 30):
        remind(journal, datetime(2026, 11, day, 18, 0))
    remind(journal, datetime(2027, 1, 1, 9, 0))
    grouped = reminders.groups(journal)
    assert {name: len(lines) for name, lines in grouped.items()} == {
        "overdue": 1,
        "today": 1,
        "week": 2,
        "later": 1,
        "done": 0,
    }


def test_a_logged_exchange_ends_a_lapse(journal: Journal, clock: MovableClock) -> None:
    draft = Contact(given_name="Zoé", keep_in_touch_days=30, met_on=datetime(2026, 1, 5).date())
    contact = entries.create(journal, draft=draft).created[-1]
    assert [line.id for line in today.today(journal).lapsed] == [contact]
    contacts.log_exchange(journal, contact_id=contact, type="call")
    assert today.today(journal).lapsed == []
    [event] = reading.timeline(journal, contact_id=contact)
    assert (event.type, event.state) == ("call", "attended")
    clock.pass_time(days=31)
    assert [line.id for line in today.today(journal).lapsed] == [contact]


def test_today_asks_whether_what_was_planned_happened(journal: Journal) -> None:
    past = Event(title="Petit-déjeuner FFMAS", starts_at=datetime(2026, 11, 20, 8, 0))
    coming = Event(title="Webinaire", starts_at=datetime(2026, 11, 25, 12, 0))
    entries.create_many(journal, drafts=[past, coming])
    page = today.today(journal)
    assert [line.title for line in page.to_confirm] == ["Petit-déjeuner FFMAS"]
    assert [line.title for line in page.coming] == ["Webinaire"]
    assert reading.count(journal, kind="event", wanted=Wanted(states=("planned",))) == 2
