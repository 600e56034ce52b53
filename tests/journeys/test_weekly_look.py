"""The weekly look in the real window: by keyboard alone, left half-done, kept, undone; its reminder leads to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit

from journal.actions import reading
from journal.actions import weekly_look as looking
from journal.domain.contact import Contact
from journal.domain.weekly_look import Answers
from tests.journals import page_of

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
WITH_SHIFT = Control | Qt.KeyboardModifier.ShiftModifier


def titles(desk: Any, kind: str) -> list[str]:
    return sorted(line.title for line in desk.do(lambda journal: page_of(journal, kind)))


def begin(desk: Any) -> Any:
    desk.press(Key.Key_W, WITH_SHIFT)
    assert desk.window.page == "weekly_look"
    return desk.page


def test_by_keyboard_left_half_done_taken_up_again_kept_and_undone(make_window: Any) -> None:
    desk = make_window()
    begin(desk)
    desk.type("Nadia")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Tab)
    desk.type("Coffee at the station")
    desk.press(Key.Key_Tab)
    desk.type("Pivot tables")
    desk.press_ctrl(Key.Key_1)
    assert desk.window.page == "today"
    assert titles(desk, "learning") == []
    desk.close()

    desk = make_window()
    page = begin(desk)
    assert [one.name for one in page.fields["met"].value()] == ["Nadia"]
    assert page.fields["learned"].value() == "Pivot tables"
    for name in ("learned", "doubt", "proud"):
        page.fields[name].setFocus()
        desk.press(Key.Key_End, Control)
        desk.press(Key.Key_Return)
        desk.type(f"More {name}")
    page.keep.setFocus()
    desk.press(Key.Key_Space)
    assert desk.window.page == "today"
    assert titles(desk, "learning") == ["More doubt", "More learned", "More proud", "Pivot tables"]
    assert (titles(desk, "event"), titles(desk, "contact")) == (["Coffee at the station"], ["Nadia"])
    assert any(said.startswith("Your week is kept: 6 new entries") for said in desk.said())
    desk.press_ctrl(Key.Key_Z)
    assert titles(desk, "learning") == titles(desk, "event") == titles(desk, "contact") == []
    assert begin(desk).answers() == Answers()


def test_what_is_typed_survives_a_kill_of_the_window(make_window: Any) -> None:
    desk = make_window()
    page = begin(desk)
    page.fields["proud"].setFocus()
    desk.type("Board in three days")
    page._timer.timeout.emit()
    desk.settle()
    assert desk.do(looking.draft).proud == "Board in three days"


def test_its_reminder_is_made_once_and_leads_to_it_from_everywhere(make_window: Any) -> None:
    desk = make_window()
    begin(desk)
    assert titles(desk, "reminder") == ["My week in five minutes"]
    assert any("every Friday" in said for said in desk.said())
    desk.press_ctrl(Key.Key_1)
    desk.clock.pass_time(days=4, hours=10)  # Friday, after four
    desk.page.refresh()
    desk.settle()
    [line] = desk.page._read.page.reminders
    card = next(card for _, card in desk.page._cards if card.key == "due")
    card.spots["due", "open", line.id].opened.emit()
    desk.settle()
    assert desk.window.page == "weekly_look"
    desk.press_ctrl(Key.Key_1)
    week = next(card for _, card in desk.page._cards if card.key == "week")
    week.spots["week", "begin", 0].click()
    desk.settle()
    assert desk.window.page == "weekly_look"
    desk.window.open_entry("reminder", line.id)  # what a click on a notification does
    desk.settle()
    assert desk.window.page == "weekly_look"
    desk.window.go_back()
    desk.settle()
    assert desk.window.page == "reminders"
    assert desk.page.pane.look.isVisible()
    desk.page.delete([line.id])
    desk.settle()
    begin(desk)
    assert titles(desk, "reminder") == []


def test_an_answer_that_is_refused_stays_on_the_page(make_window: Any) -> None:
    desk = make_window()

    def two_claires(journal: Any) -> None:
        from journal.actions import entries

        for _ in range(2):
            entries.create(journal, draft=Contact(given_name="Claire"))

    desk.do(two_claires)
    page = begin(desk)
    desk.type("Claire")
    field = page.fields["met"]
    field.set_value(())
    page.fields["learned"].set_value("Pivot")
    from journal.domain.entry import Person

    page.fields["thank"].set_value((Person(0, "Claire"),))
    page._typed()
    page.keep.click()
    desk.settle()
    assert desk.window.page == "weekly_look"
    assert page.fields["learned"].value() == "Pivot" and page.keep.isEnabled()
    assert desk.do(looking.draft).learned == "Pivot"
    assert titles(desk, "learning") == []
    assert desk.do(lambda journal: reading.get_setting(journal, "weekly_look.kept")) == ""


def test_every_control_has_a_name_and_tab_reaches_the_end(make_window: Any) -> None:
    desk = make_window()
    page = begin(desk)
    unnamed = [
        one
        for one in (
            *page.findChildren(QAbstractButton),
            *page.findChildren(QLineEdit),
            *page.findChildren(QPlainTextEdit),
        )
        if one.isVisible() and not (one.accessibleName() or getattr(one, "text", lambda: "")())
    ]
    assert unnamed == []
    page.fields["learned"].set_value("x")
    page._typed()
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        if QApplication.focusWidget() is page.keep:
            break
    assert QApplication.focusWidget() is page.keep
