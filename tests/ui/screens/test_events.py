"""The events screen: what is coming and what has been, the month, and one event edited in place."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from journal.domain.entry import Person
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Line
from journal.ui.screens.entry_parts import morning_after
from journal.ui.screens.events.month import MonthGrid, first_shown
from journal.ui.screens.events.screen import EventsScreen
from journal.ui.theme import em

TODAY = date(2026, 11, 24)


def at(day: int, hour: int = 9, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour)


@pytest.fixture
def screen(desk, qtbot):
    desk.past = desk.make(Event(title="Coffee with Ann", type="coffee", starts_at=at(3), status="attended"))
    desk.morning = desk.make(Event(title="Stand-up", starts_at=at(24, 8), status="attended"))
    desk.late = desk.make(Event(title="Call Bob", type="call", starts_at=at(23), ends_at=at(23, 10)))
    desk.evening = desk.make(Event(title="Branch evening", starts_at=at(24, 18)))
    desk.coming = desk.make(Event(title="Webinar", type="webinar", starts_at=at(30), ends_at=at(30, 11)))
    desk.off = desk.make(Event(title="Visit", type="visit", starts_at=at(28), status="cancelled"))
    made = EventsScreen(desk.context)
    qtbot.addWidget(made)
    return desk.show(made)


def titles(screen):
    return [line.title for line in screen.model.lines()]


def test_coming_is_soonest_first_and_past_newest_first(screen, desk):
    assert titles(screen) == ["Branch evening", "Webinar"]
    screen.panel.choose_view("past")
    desk.settle()
    assert titles(screen) == ["Stand-up", "Call Bob", "Coffee with Ann"]
    screen.panel.choose_view("all")
    desk.settle()
    assert len(titles(screen)) == 6


def test_a_search_looks_through_all_and_gives_the_view_back(screen, desk):
    screen.search.setText("coff")
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    desk.settle()
    assert titles(screen) == ["Coffee with Ann"]
    screen.search.clear_search()
    desk.settle()
    assert titles(screen) == ["Branch evening", "Webinar"]


def test_a_type_narrows_list_and_month(screen, desk):
    screen.type.chosen.emit("webinar")
    desk.settle()
    assert titles(screen) == ["Webinar"]
    screen.mode.button("month").click()
    desk.settle()
    assert screen.month.grid.lines_of(date(2026, 11, 3)) == []
    assert [line.title for line in screen.month.grid.lines_of(date(2026, 11, 30))] == ["Webinar"]


def test_an_empty_list_says_what_to_do_next(desk, qtbot):
    screen = EventsScreen(desk.context)
    qtbot.addWidget(screen)
    desk.show(screen)
    assert screen.panel.stack.currentWidget() is screen.panel.nothing
    assert "Add a coffee" in screen.panel.nothing._sentence.text()


def test_a_past_event_opened_from_elsewhere_is_shown_in_its_view(screen, desk):
    screen.open_entry(desk.past)
    desk.settle()
    assert screen.panel.view_id == "past"
    assert screen.panel.lines.current_id() == desk.past
    assert screen.pane.form.field("title").value() == "Coffee with Ann"


def test_what_is_typed_is_saved_by_itself(screen, desk):
    screen.open_entry(desk.coming)
    desk.settle()
    place = screen.pane.form.field("place")
    place.setFocus()
    QTest.keyClicks(place.line, "Online")
    screen.flush()
    desk.settle()
    assert desk.entry(desk.coming).place == "Online"


def test_the_end_keeps_its_distance_from_the_start(screen, desk):
    screen.open_entry(desk.coming)
    desk.settle()
    start = screen.pane.starts_at
    start.line.setText("1 December 2026")
    start.line.textEdited.emit(start.line.text())
    screen.flush()
    desk.settle()
    saved = desk.entry(desk.coming)
    assert (saved.starts_at, saved.ends_at) == (at(1, 9, 12), at(1, 11, 12))


def test_all_day_is_kept_at_midnight(screen, desk):
    screen.open_entry(desk.coming)
    desk.settle()
    screen.pane.all_day.box.click()
    desk.settle()
    saved = desk.entry(desk.coming)
    assert saved.all_day and saved.starts_at == datetime(2026, 11, 30)
    assert not screen.pane.starts_at.time_line.isVisible()


def test_a_planned_event_that_is_over_asks_whether_it_took_place(screen, desk):
    screen.open_entry(desk.coming)
    desk.settle()
    assert not screen.pane.question.isVisible()
    screen.open_entry(desk.late)
    desk.settle()
    assert screen.pane.question.isVisible()
    screen.pane.took_place.click()
    desk.settle()
    assert desk.entry(desk.late).status == "attended"
    assert not screen.pane.question.isVisible()


def test_a_new_event_in_the_past_was_attended(screen, desk):
    screen.new_entry(starts_at=at(20))
    desk.settle()
    start = screen.pane.starts_at
    start.line.setText("19 November 2026")
    start.line.textEdited.emit(start.line.text())
    assert screen.pane.status.value() == "attended"
    QTest.keyClicks(screen.pane.form.field("title").line, "Lunch")
    screen.flush()
    desk.settle()
    assert desk.entry(screen.saving.entry_id).status == "attended"


def test_a_name_nobody_has_becomes_a_contact(screen, desk):
    screen.open_entry(desk.coming)
    desk.settle()
    people = screen.pane.form.field("participants")
    people.line.setFocus()
    QTest.keyClicks(people.line, "Nadia Benali")
    QTest.keyClick(people.line, Qt.Key.Key_Return)
    screen.flush()
    desk.settle()
    (person,) = desk.entry(desk.coming).participants
    assert person.id and person.name == "Nadia Benali"


def test_what_was_learned_there_is_listed_and_begun(screen, desk):
    number = desk.make(Learning(title="A better agenda", event=desk.past))
    screen.open_entry(desk.past)
    desk.settle()
    (row,) = screen.pane.learned.rows()
    row.opened.emit()
    assert desk.led.led[-1] == ("open", "learning", number)
    screen.pane.add_learning.click()
    what, kind, fields = desk.led.led[-1]
    assert (what, kind, fields["event"], fields["learned_on"]) == ("new", "learning", desk.past, date(2026, 11, 3))


def test_a_follow_up_in_one_click(screen, desk):
    screen.open_entry(desk.coming)
    desk.settle()
    card = screen.pane.follow_up
    after = next(place for place, (text, *_) in enumerate(card._offered) if text == "After the event")
    card._flow.itemAt(after).widget().click()
    desk.settle()
    (row,) = card.rows()
    assert row.title.text() == "Follow up: Webinar"
    assert "1 Dec 09:00" in row.accessibleName()


@pytest.mark.parametrize(
    ("ends", "expected"),
    [(at(24, 11), at(25)), (at(27, 11), at(30)), (datetime(2026, 11, 25), at(25)), (at(28, 23), at(30))],
)
def test_the_morning_after_is_a_working_day(ends, expected):
    assert morning_after(ends) == expected


def test_delete_in_the_menu_moves_it_to_the_trash(screen, desk):
    screen.open_entry(desk.coming)
    desk.settle()
    screen.pane.menu.delete_wanted.emit()
    desk.settle()
    assert titles(screen) == ["Branch evening"]
    assert desk.told == ["1 entry(ies) moved to the trash"]


# --- the month ----------------------------------------------------------------------------------------------------


@pytest.fixture
def grid(qtbot):
    made = MonthGrid(QLocale("en_GB"), TODAY)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


@given(st.dates(date(1801, 1, 1), date(2199, 12, 31)), st.sampled_from(["en_GB", "en_US", "fr_FR", "ar_EG"]))
def test_the_grid_begins_with_the_week_of_the_first(day, name):
    locale = QLocale(name)
    first = first_shown(day.year, day.month, locale)
    assert first.isoweekday() == locale.firstDayOfWeek().value
    assert 0 <= (date(day.year, day.month, 1) - first).days < 7


def test_arrows_go_from_day_to_day_and_turn_the_page(grid, qtbot):
    for key, expected in [
        (Qt.Key.Key_Right, date(2026, 11, 25)),
        (Qt.Key.Key_Up, date(2026, 11, 18)),
        (Qt.Key.Key_PageDown, date(2026, 12, 18)),
        (Qt.Key.Key_Home, TODAY),
    ]:
        QTest.keyClick(grid, key)
        assert grid.day == expected
    assert grid.accessibleName() == "Tuesday 24 November 2026"


def test_the_31st_becomes_the_last_of_a_shorter_month(grid):
    grid.go_to(date(2026, 10, 31))
    grid.go_months(1)
    assert grid.day == date(2026, 11, 30)


def test_enter_opens_the_one_event_or_begins_one(grid, qtbot):
    grid.set_lines([Line(7, "event", "Coffee", date="2026-11-24T09:00", type="coffee")])
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [7]
    grid.go_to(TODAY + timedelta(days=1))
    with qtbot.waitSignal(grid.wanted_new) as wanted:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert wanted.args == [TODAY + timedelta(days=1)]


def test_what_has_no_room_is_counted_and_listed(grid):
    lines = [Line(n, "event", f"Event {n}", date=f"2026-11-24T{n:02}:00", type="call") for n in range(1, 13)]
    grid.set_lines(lines)
    shown, _, hidden = grid._pills(TODAY)
    assert hidden and len(shown) + hidden == 12
    menu = grid.open_day_menu()
    assert len([action for action in menu.actions() if not action.isSeparator()]) == 13
    menu.close()


def test_the_month_reads_only_what_it_shows(screen, desk):
    desk.make(Event(title="Far away", starts_at=datetime(2027, 6, 1, 9)))
    screen.mode.button("month").click()
    desk.settle()
    assert "Far away" not in {line.title for lines in screen.month.grid._by_day.values() for line in lines}
    assert {line.title for line in screen.month.grid.lines_of(TODAY)} == {"Stand-up", "Branch evening"}


def test_a_double_click_on_an_empty_day_begins_an_event_there(screen, desk, qtbot):
    screen.mode.button("month").click()
    desk.settle()
    grid = screen.month.grid
    cell = grid._cell((date(2026, 11, 26) - grid.span()[0]).days)
    point = cell.center()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=point)
    desk.settle()
    assert screen.pane.starts_at.value() == at(26)
    QTest.keyClicks(screen.pane.form.field("title").line, "Lunch with Zoe")
    screen.flush()
    desk.settle()
    assert [line.title for line in grid.lines_of(date(2026, 11, 26))] == ["Lunch with Zoe"]


def test_a_click_on_a_pill_opens_the_event(screen, desk, qtbot):
    screen.mode.button("month").click()
    desk.settle()
    box, line = screen.month.grid._pills(date(2026, 11, 30))[0][0]
    qtbot.mouseClick(screen.month.grid, Qt.MouseButton.LeftButton, pos=box.center())
    desk.settle()
    assert screen.saving.entry_id == line.id == desk.coming


def test_people_of_the_event_go_into_the_learning(screen, desk):
    number = desk.make(Event(title="Talk", starts_at=at(2), status="attended", participants=(Person(0, "Ann Lee"),)))
    screen.open_entry(number)
    desk.settle()
    screen.pane.add_learning.click()
    assert [one.name for one in desk.led.led[-1][2]["people"]] == ["Ann Lee"]


def in_month(screen, desk):
    screen.mode.button("month").click()
    desk.settle()
    return screen.month.grid


def test_an_event_of_several_days_stands_on_each_of_them(screen, desk):
    fair = desk.make(Event(title="Fair", starts_at=at(29, 9, 10), ends_at=at(4, 17), status="attended"))
    night = desk.make(Event(title="Gala", starts_at=at(12, 19), ends_at=at(13, 0), status="attended"))
    rest = desk.make(Event(title="Retreat", starts_at=at(19, 0), ends_at=at(20, 0), all_day=True, status="attended"))
    long = desk.make(Event(title="Course", starts_at=at(20, 9, 10), ends_at=at(27, 17, 10), status="attended"))
    desk.make(Event(title="Earlier", starts_at=at(20, 9, 10), ends_at=at(22, 17, 10), status="attended"))
    grid = in_month(screen, desk)

    def days(number):
        return [day for day, lines in sorted(grid._by_day.items()) if number in {line.id for line in lines}]

    assert days(fair) == [date(2026, 10, 29) + timedelta(days=one) for one in range(7)]
    assert days(night) == [date(2026, 11, 12)]
    assert days(rest) == [date(2026, 11, 19), date(2026, 11, 20)]
    assert days(long) == [date(2026, 10, 26), date(2026, 10, 27)]
    assert "Earlier" not in {line.title for lines in grid._by_day.values() for line in lines}


def test_where_there_is_no_room_the_entry_covers_the_month_and_there_is_a_way_back(screen, desk, qtbot):
    screen.resize(50 * em(screen), 560)
    grid = in_month(screen, desk)
    assert grid.isVisible() and not screen.right.isVisible()
    screen.open_entry(desk.coming)
    desk.settle()
    assert screen.pane.isVisible() and not grid.isVisible()
    assert screen.pane.width() > 600
    qtbot.mouseClick(screen.back, Qt.MouseButton.LeftButton)
    assert grid.isVisible() and not screen.right.isVisible()
    screen.open_entry(desk.coming)
    desk.settle()
    QTest.keyClick(screen.pane, Qt.Key.Key_Escape)
    assert grid.isVisible()
    screen.open_entry(desk.coming)
    desk.settle()
    screen.resize(1300, 800)
    assert grid.isVisible() and screen.pane.isVisible() and not screen.back.isVisible()


def test_the_list_is_beside_the_entry_after_a_covered_month(screen, desk):
    screen.resize(50 * em(screen), 560)
    in_month(screen, desk)
    screen.open_entry(desk.coming)
    desk.settle()
    screen.mode.button("list").click()
    desk.settle()
    assert screen.panel.isVisible() and screen.pane.isVisible() and not screen.back.isVisible()


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("", ""),
        ("Pacific/Auckland", "Times of Pacific/Auckland. For you it begins"),
        ("Nowhere/Lost", "Times of Nowhere/Lost."),
    ],
)
def test_a_time_that_is_not_the_computers_own_is_said(screen, desk, zone, said):
    number = desk.make(Event(title="Call", starts_at=at(26), timezone=zone))
    screen.open_entry(number)
    desk.settle()
    assert screen.pane.zone.text().startswith(said) and screen.pane.zone.isVisible() == bool(said)
