"""Templates in the window: begun from, kept from an entry, changed in place, taken away, all by the keyboard too."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.actions import templates
from journal.domain.event import Event
from journal.ui.dialogs.templates import TemplatesPage
from journal.ui.screens.events.screen import EventsScreen


@pytest.fixture
def page(desk, qtbot):
    made = TemplatesPage(desk.context)
    qtbot.addWidget(made)
    return desk.show(made)


def names(desk):
    return [one.name for one in desk.do(lambda journal: templates.templates(journal, language="en"))]


def test_enter_begins_an_entry(page, desk):
    page.activate()
    QTest.keyClick(page.rows[0], Qt.Key.Key_Return)
    [(what, kind, fields)] = desk.led.led
    assert (what, kind, fields["type"], fields["hours"]) == ("new", "event", "workshop", 7.0)


def test_one_is_changed_in_place_and_undone(page, desk):
    from journal.actions import entries

    before = names(desk)
    page.edit(page._known[1])
    editor = page.editor
    name = editor.form.field("name")
    name.set_value("")
    QTest.keyClicks(name.focusProxy(), "Our circle")
    editor.form.flush()
    desk.settle()
    assert names(desk) == [before[0], "Our circle", *before[2:]]
    place = editor.form.field("place")
    QTest.keyClicks(place.line, "Leeds")
    editor.ready.click()
    desk.settle()
    assert page.editor is None and len(page.rows) == len(before)
    kept = desk.do(lambda journal: templates.named(journal, name="our circle", language="en"))
    assert kept.values()["place"] == "Leeds"
    desk.do(entries.undo)
    desk.do(entries.undo)
    assert names(desk) == before


def test_a_name_that_is_missing_is_said_under_it_and_nothing_is_kept(page, desk):
    before = names(desk)
    page.new_buttons["learning"].click()
    QTest.keyClicks(page.editor.form.field("title").line, "Sheet")
    page.editor.form.flush()
    desk.settle()
    assert page.editor.form.field("name").problem() or names(desk) == before
    QTest.keyClicks(page.editor.form.field("name").focusProxy(), "Sheet of ours")
    page.editor.ready.click()
    desk.settle()
    assert names(desk) == [*before, "Sheet of ours"]


def test_one_is_taken_away_and_the_keyboard_stays(page, desk):
    before = names(desk)
    page.rows[0].setFocus()
    page.remove(page._known[0])
    desk.settle()
    page.refresh()
    desk.settle()
    assert names(desk) == before[1:]
    assert page.rows[0].hasFocus()


def test_an_entry_becomes_a_template(desk, qtbot):
    number = desk.make(Event(title="Club lunch", starts_at=datetime(2026, 11, 3, 12), place="Leeds"))
    screen = EventsScreen(desk.context)
    qtbot.addWidget(screen)
    desk.show(screen)
    screen.open_entry(number)
    desk.settle()
    menu = screen.pane.menu.open_menu()
    [action] = [one for one in menu.actions() if one.text().replace("&", "") == "Keep as a template"]
    action.trigger()
    menu.close()
    desk.settle()
    assert names(desk)[-1] == "Club lunch" and "Club lunch" in desk.told[-1]
