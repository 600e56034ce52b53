"""Reminders: each occurrence shown once, done moves on, put off comes back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from journal.actions import contacts, entries, reading, reminders, today
from journal.domain.contact import Contact
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.lines import Wanted
from journal.domain.network import Network
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


def begun_weekly(journal: Journal) -> int:
    """A series for Mondays at half past nine that was done once: next on 30 November."""
    weekly = remind(journal, datetime(2026, 11, 16, 9, 30), repeats="FREQ=WEEKLY;BYDAY=MO")
    reminders.mark_done(journal, entry_id=weekly)
    reminders.mark_done(journal, entry_id=weekly)
    assert state(journal, weekly).due_at == datetime(2026, 11, 30, 9, 30)
    return weekly


def test_another_time_is_for_this_one_only_once_the_series_has_begun(journal: Journal) -> None:
    weekly = begun_weekly(journal)
    entries.save(journal, entry_id=weekly, fields={"due_at": datetime(2026, 12, 2, 14, 0)})
    assert state(journal, weekly).is_moved()
    reminders.skip(journal, entry_id=weekly)
    assert state(journal, weekly).due_at == datetime(2026, 12, 7, 9, 30)


def test_all_to_come_are_moved_where_she_says_so(journal: Journal) -> None:
    weekly = begun_weekly(journal)
    entries.save(journal, entry_id=weekly, fields={"due_at": datetime(2026, 12, 2, 14, 0)})
    reminders.move_series(journal, entry_id=weekly)
    assert not state(journal, weekly).is_moved()
    reminders.skip(journal, entry_id=weekly)
    assert state(journal, weekly).due_at == datetime(2026, 12, 9, 14, 0)
    for _ in range(3):
        entries.undo(journal)
    assert state(journal, weekly).due_at == datetime(2026, 11, 30, 9, 30)


def test_the_first_of_a_series_moves_all_of_it(journal: Journal) -> None:
    weekly = remind(journal, datetime(2026, 11, 24, 9, 0), repeats="FREQ=WEEKLY")
    entries.save(journal, entry_id=weekly, fields={"due_at": datetime(2026, 11, 26, 11, 0)})
    reminders.skip(journal, entry_id=weekly)
    assert state(journal, weekly).due_at == datetime(2026, 12, 3, 11, 0)


def test_skipping_is_not_doing(journal: Journal) -> None:
    weekly = begun_weekly(journal)
    reminders.skip(journal, entry_id=weekly)
    assert state(journal, weekly).due_at == datetime(2026, 12, 7, 9, 30)
    assert len(reminders.log(journal, entry_id=weekly)) == 2


def test_a_series_is_stopped_and_taken_up_again(journal: Journal) -> None:
    weekly = begun_weekly(journal)
    reminders.stop(journal, entry_id=weekly)
    assert state(journal, weekly).done_at == datetime(2026, 11, 23, 9, 0)
    assert reminders.groups(journal)["later"] == []
    reminders.reopen(journal, entry_id=weekly)
    assert (state(journal, weekly).repeats, state(journal, weekly).done_at) == ("FREQ=WEEKLY;BYDAY=MO", None)


def test_only_a_series_is_skipped_or_stopped(journal: Journal) -> None:
    single = remind(journal, datetime(2026, 11, 24, 9, 0))
    last = remind(journal, datetime(2026, 11, 24, 9, 0), repeats="FREQ=DAILY;COUNT=1")
    for act in (reminders.skip, reminders.stop):
        with pytest.raises(InvalidEntry, match="not_a_series"):
            act(journal, entry_id=single)
    with pytest.raises(InvalidEntry, match="series_is_over"):
        reminders.skip(journal, entry_id=last)


def test_the_log_tells_each_time_it_was_done_and_forgets_what_is_undone(journal: Journal) -> None:
    weekly = remind(journal, datetime(2026, 11, 9, 9, 30), repeats="FREQ=WEEKLY")
    single = remind(journal, datetime(2026, 11, 20, 9, 0))
    reminders.mark_done(journal, entry_id=weekly)
    reminders.mark_done(journal, entry_id=single)
    now = datetime(2026, 11, 23, 9, 0)
    assert reminders.log(journal, entry_id=weekly) == [(now, datetime(2026, 11, 9, 9, 30))]
    assert reminders.log(journal, entry_id=single) == [(now, datetime(2026, 11, 20, 9, 0))]
    entries.undo(journal)
    assert reminders.log(journal, entry_id=single) == []


def test_days_before_an_event_move_with_it(journal: Journal) -> None:
    event = entries.create(
        journal, draft=Event(title="Journée FFMAS", starts_at=datetime(2026, 12, 10, 14, 0))
    ).created[-1]
    number = reminders.remind_about(journal, entry_id=event, title="Préparer", days_before=3).created[-1]
    assert state(journal, number).due_at == datetime(2026, 12, 7, 9, 0)
    entries.save(journal, entry_id=event, fields={"starts_at": datetime(2026, 12, 17, 9, 0)})
    assert state(journal, number).due_at == datetime(2026, 12, 14, 9, 0)
    entries.undo(journal)
    assert state(journal, number).due_at == datetime(2026, 12, 7, 9, 0)
    entries.save(journal, entry_id=number, fields={"days_before": 1})
    assert state(journal, number).due_at == datetime(2026, 12, 9, 9, 0)
    entries.save(journal, entry_id=number, fields={"due_at": datetime(2026, 12, 1, 8, 0)})
    entries.save(journal, entry_id=event, fields={"starts_at": datetime(2026, 12, 18, 9, 0)})
    assert state(journal, number).due_at == datetime(2026, 12, 1, 8, 0)
    assert state(journal, number).days_before is None


def test_a_renewal_that_lies_ahead_again_is_to_be_done_again(journal: Journal) -> None:
    network = entries.create(journal, draft=Network(name="Cercle des assistantes", renews_on=date(2027, 1, 3))).created[
        -1
    ]
    number = reminders.remind_about(journal, entry_id=network, title="Cotisation", days_before=14).created[-1]
    reminders.mark_done(journal, entry_id=number)
    entries.save(journal, entry_id=network, fields={"renews_on": date(2028, 1, 3)})
    assert (state(journal, number).due_at, state(journal, number).done_at) == (datetime(2027, 12, 20, 9, 0), None)


def test_days_before_nothing_is_refused(journal: Journal) -> None:
    contact = entries.create(journal, draft=Contact(given_name="Nadia", family_name="Roux")).created[-1]
    with pytest.raises(InvalidEntry, match="nothing_to_count_from"):
        reminders.remind_about(journal, entry_id=contact, title="Appeler", days_before=3)
    with pytest.raises(InvalidEntry, match="days_before_out_of_range"):
        Reminder(title="x", due_at=datetime(2026, 12, 1), days_before=900).checked()


# --- clocks that are set, and two hands at once ----------------------------------------------------------------------


def titles_shown(journal: Journal) -> int:
    return len(reminders.to_show(journal))


def test_said_done_in_two_places_no_occurrence_is_passed_over(journal: Journal, clock: MovableClock) -> None:
    daily = remind(journal, datetime(2026, 11, 23, 8, 0), repeats="FREQ=DAILY")
    for _ in range(2):
        reminders.mark_done(journal, entry_id=daily, occurrence="2026-11-23T08:00")
    assert state(journal, daily).due_at == datetime(2026, 11, 24, 8, 0)
    reminders.snooze(journal, entry_id=daily, until=datetime(2026, 11, 23, 18, 0), occurrence="2026-11-23T08:00")
    assert state(journal, daily).snoozed_until is None


def test_put_off_to_a_moment_it_was_shown_at_it_comes_again(journal: Journal, clock: MovableClock) -> None:
    single = remind(journal, datetime(2026, 11, 23, 9, 0))
    assert titles_shown(journal) == 1
    clock.pass_time(hours=-1)  # the clock is set back, or the hour comes twice in autumn
    assert titles_shown(journal) == 0
    reminders.snooze(journal, entry_id=single, until=datetime(2026, 11, 23, 9, 0))
    clock.pass_time(hours=1)
    assert [titles_shown(journal), titles_shown(journal)] == [1, 0]


def test_a_series_done_by_a_clock_ten_years_ahead_comes_tomorrow_all_the_same(
    journal: Journal, clock: MovableClock
) -> None:
    daily = remind(journal, datetime(2026, 11, 23, 8, 0), repeats="FREQ=DAILY")
    ending = remind(journal, datetime(2026, 11, 23, 8, 0), repeats="FREQ=DAILY;UNTIL=20261231")
    clock.pass_time(days=3652)
    assert titles_shown(journal) == 2
    for number in (daily, ending):
        reminders.mark_done(journal, entry_id=number)
    assert state(journal, ending).done_at is not None
    clock.pass_time(days=-3652)
    assert titles_shown(journal) == 0
    for number in (daily, ending):
        assert state(journal, number).comes_at == datetime(2026, 11, 24, 8, 0)
        assert state(journal, number).done_at is None
    clock.pass_time(days=1)
    assert [titles_shown(journal), titles_shown(journal)] == [2, 0]


def test_an_hour_is_an_hour_though_the_clock_was_ten_years_ahead(journal: Journal, clock: MovableClock) -> None:
    single = remind(journal, datetime(2026, 11, 23, 8, 0))
    clock.pass_time(days=3652)
    reminders.to_show(journal)
    reminders.snooze(journal, entry_id=single, until=clock.moment.replace(hour=10))
    clock.pass_time(days=-3652)
    assert titles_shown(journal) == 0
    assert state(journal, single).snoozed_until == datetime(2026, 11, 23, 10, 0)
    clock.pass_time(hours=1)
    assert titles_shown(journal) == 1
    reminders.snooze(journal, entry_id=single, until=datetime(2026, 11, 24, 9, 0))
    clock.pass_time(hours=-6)  # to Montreal: the morning stays the morning
    titles_shown(journal)
    assert state(journal, single).snoozed_until == datetime(2026, 11, 24, 9, 0)
