"""A series on its page: put together in words, moved once or for good, skipped, stopped."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.actions import entries, reminders
from journal.domain.event import Event
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.ui.screens.networks.screen import NetworksScreen
from journal.ui.screens.reminders.detail import ReminderPane
from journal.ui.screens.reminders.repeat_field import OTHER
from journal.ui.screens.reminders.screen import RemindersScreen


def opened(desk: Any, number: int) -> ReminderPane:
    screen = desk.show(RemindersScreen(desk.context))
    screen.open_entry(number)
    desk.settle()
    assert isinstance(screen.pane, ReminderPane)
    return screen.pane


def weekly(desk: Any) -> int:
    """Tuesdays; done once, so next on 1 December."""
    number = desk.make(Reminder(title="Point du mardi", due_at=datetime(2026, 11, 17, 9, 0), repeats="FREQ=WEEKLY"))
    desk.do(lambda journal: reminders.mark_done(journal, entry_id=number))
    return int(number)


def test_a_rhythm_is_put_together_and_said_in_words(desk: Any) -> None:
    number = desk.make(Reminder(title="Point", due_at=datetime(2026, 12, 1, 9, 0)))
    pane = opened(desk, number)
    field = pane.repeats
    assert not field.panel.isVisible()
    field.button._choose(OTHER)
    assert field.panel.isVisible() and field.days[1].isChecked()
    QTest.keyClicks(field.every.line, "2")
    QTest.mouseClick(field.days[3], Qt.MouseButton.LeftButton)
    assert field.value() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"
    assert field.said.text() == "Every 2 weeks, on Tuesday and on Thursday"
    field.unit._choose("month")
    field.place._choose("FREQ=MONTHLY;BYDAY=1TU")
    field.end._choose("times")
    field.every.line.selectAll()
    QTest.keyClicks(field.every.line, "1")
    pane.flush()
    desk.settle()
    assert desk.entry(number).repeats == "FREQ=MONTHLY;BYDAY=1TU;COUNT=10"
    assert field.said.text() == "Every month, on the first Tuesday, 10 times"


def test_another_time_is_for_this_once_until_she_says_all(desk: Any) -> None:
    number = weekly(desk)
    pane = opened(desk, number)
    assert not pane.series.moved.isVisible()
    pane.form.field("due_at").line.setText("3 December 2026")
    pane.form.field("due_at").line.textEdited.emit("3 December 2026")
    pane.flush()
    desk.settle()
    assert pane.series.moved.isVisible()
    QTest.mouseClick(pane.series.all, Qt.MouseButton.LeftButton)
    desk.settle()
    assert not pane.series.moved.isVisible()
    desk.do(lambda journal: reminders.skip(journal, entry_id=number))
    assert desk.entry(number).due_at == datetime(2026, 12, 10, 9, 0)


def test_skip_and_stop_are_in_the_menu_of_a_series(desk: Any) -> None:
    number = weekly(desk)
    pane = opened(desk, number)
    assert "{days}" not in pane.series.log.text() and pane.series.log.isVisible()
    pane._act_on_series("skip", "Skipped")
    desk.settle()
    assert desk.entry(number).due_at == datetime(2026, 12, 8, 9, 0)
    pane._act_on_series("stop", "Stopped")
    desk.settle()
    assert desk.entry(number).done_at is not None
    assert not pane.more.isVisible()
    assert desk.told[-2:] == ["Skipped", "Stopped"]


def test_days_before_are_offered_where_there_is_a_date(desk: Any) -> None:
    event = desk.make(Event(title="Training", starts_at=datetime(2026, 12, 10, 9, 0)))
    about = desk.do(lambda journal: reminders.remind_about(journal, entry_id=event, title="Prepare", days_before=3))
    pane = opened(desk, about.created[-1])
    assert pane.before.isVisible() and pane.before.value() == 3
    assert pane.before.button.text().startswith("3 ")
    pane.before.button._choose(7)
    desk.settle()
    assert desk.entry(about.created[-1]).due_at == datetime(2026, 12, 3, 9, 0)
    alone = opened(desk, desk.make(Reminder(title="Alone", due_at=datetime(2026, 12, 1, 9, 0))))
    assert not alone.before.isVisible()


def test_a_renewal_is_remembered_before_its_day_in_one_click(desk: Any) -> None:
    number = desk.make(Network(name="Cercle", renews_on=date(2027, 1, 10)))
    screen = desk.show(NetworksScreen(desk.context))
    screen.open_entry(number)
    desk.settle()
    screen.pane.follow_up._remind(None, 14)
    desk.settle()
    assert len(screen.pane.follow_up.rows()) == 1
    desk.do(lambda journal: entries.save(journal, entry_id=number, fields={"renews_on": date(2028, 1, 10)}))
    [line] = desk.do(lambda journal: reminders.groups(journal))["later"]
    assert line.date == "2027-12-27T09:00"
    assert desk.entry(line.id).title == "Prepare: Cercle"


def test_a_date_is_typed_as_one_says_it_in_either_language(desk: Any) -> None:
    number = desk.make(Reminder(title="Point", due_at=datetime(2026, 12, 1, 9, 0)))
    pane = opened(desk, number)
    due = pane.form.field("due_at")
    for typed, meant in (
        ("jeudi prochain 9h", datetime(2026, 11, 26, 9)),
        ("dans deux semaines", datetime(2026, 12, 8, 9)),
        ("demain 14h30", datetime(2026, 11, 25, 14, 30)),
        ("next Friday at 4pm", datetime(2026, 11, 27, 16)),
        ("in 3 days", datetime(2026, 11, 27, 9)),
    ):
        due.line.setFocus()
        due.line.selectAll()
        QTest.keyClicks(due.line, typed)
        QTest.keyClick(due.line, Qt.Key.Key_Return)
        pane.flush()
        desk.settle()
        assert desk.entry(number).due_at == meant, typed
        assert not due.problem(), typed


def test_what_is_no_date_is_said_and_changes_nothing(desk: Any) -> None:
    number = desk.make(Reminder(title="Point", due_at=datetime(2026, 12, 1, 9, 0)))
    pane = opened(desk, number)
    due = pane.form.field("due_at")
    for typed in ("quand je pourrai", "31 fevrier 2027", "1/1/9999", "12000-01-01"):
        due.line.setFocus()
        due.line.selectAll()
        QTest.keyClicks(due.line, typed)
        QTest.keyClick(due.line, Qt.Key.Key_Return)
        assert due.problem(), typed
        pane.flush()
        desk.settle()
        assert desk.entry(number).due_at == datetime(2026, 12, 1, 9, 0)
