from datetime import datetime, timedelta

import pytest
from PySide6.QtTest import QTest

from journal.actions import entries, reading
from journal.domain.lines import Line
from journal.domain.reminder import Reminder
from journal.ui.notifying import Watch

NINE = datetime(2026, 11, 23, 9)


@pytest.fixture
def watch(desk):
    made = Watch(desk.session.jobs, desk.session.changed, desk.clock, desk.session)
    made.shown, made.counts = [], []
    made.due.connect(lambda lines: made.shown.extend(line.title for line in lines))
    made.counted.connect(lambda count, _: made.counts.append(count))
    yield made
    made.stop()


def remind(desk, title, due, **fields):
    draft = Reminder(title=title, due_at=due, **fields)
    return desk.do(lambda j: entries.create(j, draft=draft)).created[0]


def test_what_is_due_is_shown_once_and_never_twice(desk, watch):
    remind(desk, "Call Nadia", NINE - timedelta(days=3))
    remind(desk, "Later today", NINE + timedelta(hours=5))
    remind(desk, "Tomorrow", NINE + timedelta(days=1))
    watch.start()
    desk.settle()
    assert watch.shown == ["Call Nadia"]
    assert watch.counts[-1] == 2
    watch.ask()
    desk.settle()
    assert watch.shown == ["Call Nadia"]
    desk.clock.pass_time(hours=6)
    watch.ask()
    desk.settle()
    assert watch.shown == ["Call Nadia", "Later today"]


def test_waking_up_is_noticed_by_the_gap(desk, watch):
    watch.start()
    desk.settle()
    remind(desk, "While asleep", NINE)
    watch.beat()
    desk.settle()
    assert watch.shown == []
    desk.clock.pass_time(hours=1)
    watch.beat()
    desk.settle()
    assert watch.shown == ["While asleep"]


def test_a_reminder_made_in_the_window_changes_the_count_at_once(desk, watch):
    watch.start()
    desk.settle()
    draft = Reminder(title="Now", due_at=NINE)
    desk.session.jobs.write(desk.window, lambda j: entries.create(j, draft=draft))
    desk.settle()
    assert watch.shown == ["Now"] and watch.counts[-1] == 1


def test_without_notifications_and_tray_the_window_says_it_once(desk):
    for number in (1, 2, 3):
        desk.session.reminding.tell_in_tray(Line(number, "reminder", f"R{number}"))
    end = datetime.now() + timedelta(seconds=3)
    while not desk.told and datetime.now() < end:
        desk.settle()
    assert desk.said() == ["3 reminders are due"]
    desk.told[0].act()
    assert desk.window.page == "today"


def test_a_click_opens_the_reminder(desk):
    number = remind(desk, "Call Nadia", NINE)
    desk.window.open_page("events")
    desk.session.open_reminder(number)
    desk.settle()
    assert desk.window.page == "reminders"
    assert desk.page.current_entry() == (number, "Call Nadia")
    assert desk.do(lambda j: reading.entry(j, entry_id=number)).done_at is None


def test_in_quiet_hours_nothing_is_shown_and_all_of_it_once_after_them(desk):
    shown = []
    watch = desk.session.reminding.watch
    watch.due.connect(lambda lines: shown.extend(line.title for line in lines))
    desk.window.open_page("settings")
    desk.settle()
    hours = desk.page.quiet_hours
    for line, text in ((hours.begin, "21h45"), (hours.end, "7")):
        line.setFocus()
        QTest.keyClicks(line, text)
    hours.end.editingFinished.emit()
    assert desk.settings.now.quiet_hours == "21:45-07:00" and hours.end.text() == "07:00"
    remind(desk, "At night", NINE + timedelta(hours=14))
    remind(desk, "Early", NINE + timedelta(hours=20))
    desk.clock.pass_time(hours=16)  # one o'clock
    watch.ask()
    desk.settle()
    assert shown == []
    desk.clock.pass_time(hours=6)
    for _ in range(2):
        watch.ask()
        desk.settle()
    assert sorted(shown) == ["At night", "Early"]
    desk.page.quiet_weekends.click()
    remind(desk, "On Saturday", NINE + timedelta(days=5))
    desk.clock.pass_time(days=4, hours=4)
    watch.ask()
    desk.settle()
    assert "On Saturday" not in shown
    desk.clock.pass_time(days=2)
    watch.ask()
    desk.settle()
    assert shown[-1] == "On Saturday"


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("25", "7", "This time was not understood. Try 9:30."),
        ("22", "", "Say from when and until when."),
        ("9", "9:00", "These hours end as they begin. Choose another end."),
    ],
)
def test_hours_that_are_none_are_said_and_not_kept(desk, begin, end, said):
    desk.window.open_page("settings")
    desk.settle()
    hours = desk.page.quiet_hours
    QTest.keyClicks(hours.begin, begin)
    QTest.keyClicks(hours.end, end)
    hours.end.editingFinished.emit()
    assert hours.problem.text() == said and desk.settings.now.quiet_hours == ""
    hours.clear.click()
    assert not hours.problem.isVisible()
