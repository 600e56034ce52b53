"""Today: what it says, and what one press on it does."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from journal.actions import entries, review
from journal.domain.contact import Contact
from journal.domain.entry import Person
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.ui.screens.soon import reminder_moments, snooze_moments
from journal.ui.screens.today.cards import peer_words
from journal.ui.screens.today.screen import TodayScreen
from tests.ui.screens.conftest import NOW


@pytest.fixture
def today(desk, qtbot):
    made = TodayScreen(desk.context)
    qtbot.addWidget(made)
    return desk.show(made)


def spots(screen):
    return {key: widget for _, card in screen._cards for key, widget in card.spots.items()}


def cards(screen):
    return [card.key for _, card in screen._cards]


def titles(screen, key):
    return [widget.title.text() for (card, what, _), widget in spots(screen).items() if card == key and what == "open"]


def again(desk, screen):
    screen.refresh()
    desk.settle()


def plain(action):
    """The text of a menu's line without the mark of its letter."""
    return action.text().replace("&", "")


def test_a_new_journal_offers_three_ways_to_begin(desk, today):
    assert cards(today) == ["welcome"]
    for place in range(3):
        spots(today)["welcome", "step", place].setFocus()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [what[:2] for what in desk.led.led] == [("new", "contact"), ("capture", ""), ("page", "bring_in")]


def test_she_is_greeted_by_her_first_name_at_her_time_of_day(desk, today):
    from journal.actions import reading

    assert today.greeting.text() == "Good morning"
    desk.do(lambda journal: reading.set_setting(journal, "her_name", "Claire Dupont"))
    desk.clock.at = datetime(2026, 11, 24, 15, 0)
    again(desk, today)
    assert today.greeting.text() == "Good afternoon, Claire"
    assert today.day.text() == "Tuesday 24 November"
    desk.clock.at = datetime(2026, 11, 24, 19, 0)
    again(desk, today)
    assert today.greeting.text() == "Good evening, Claire"


def test_a_reminder_is_done_in_one_press_and_the_page_follows(desk, today):
    number = desk.make(Reminder(title="Call the caterer", due_at=NOW - timedelta(hours=1)))
    assert titles(today, "due") == ["Call the caterer"]
    QTest.mouseClick(spots(today)["due", "done", number], Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.entry(number).done_at is not None
    assert titles(today, "due") == []
    assert desk.told == ["Done: Call the caterer"]


def test_a_reminder_is_put_off_by_keyboard(desk, today):
    number = desk.make(Reminder(title="Order the cards", due_at=NOW))
    later = spots(today)["due", "snooze", number]
    later.setFocus()
    QTest.keyClick(later, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    texts = [plain(action).split("\t")[0] for action in menu.actions() if action.text()]
    ahead = ["In an hour", "This evening", "Tomorrow morning", "Monday morning", "In a week"]
    assert texts == [*ahead, "Pick a day…"]
    next(action for action in menu.actions() if plain(action).startswith("Tomorrow morning")).trigger()
    menu.close()
    desk.settle()
    assert desk.entry(number).snoozed_until == datetime(2026, 11, 25, 9, 0)
    assert titles(today, "due") == []


def test_enter_opens_the_row_and_not_when_it_is_on_a_button(desk, today):
    number = desk.make(Reminder(title="Order the cards", due_at=NOW))
    spots(today)["due", "snooze", number].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.led.led == []
    spots(today)["due", "open", number].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.led.led == [("open", "reminder", number)]


def test_a_planned_event_that_is_over_is_confirmed_or_not(desk, today):
    went = desk.make(Event(title="Coffee with Nadia", type="coffee", starts_at=NOW - timedelta(days=1)))
    not_held = desk.make(Event(title="Cancelled lunch", starts_at=NOW - timedelta(days=2)))
    coming = desk.make(Event(title="Tomorrow's call", starts_at=NOW + timedelta(days=1)))
    assert titles(today, "confirm") == ["Coffee with Nadia", "Cancelled lunch"]
    assert titles(today, "coming") == ["Tomorrow's call"]
    spots(today)["confirm", "yes", went].click()
    spots(today)["confirm", "no", not_held].click()
    desk.settle()
    assert desk.entry(went).status == "attended"
    assert desk.entry(not_held).status == "cancelled"
    assert desk.entry(coming).status == "planned"
    assert "confirm" not in cards(today)


def test_an_exchange_is_logged_in_one_press(desk, today):
    number = desk.make(Contact(given_name="Nadia", keep_in_touch_days=30, met_on=date(2026, 1, 5)))
    assert titles(today, "lapsed") == ["Nadia"]
    spots(today)["lapsed", "log", number].click()
    desk.settle()
    assert desk.entry(number).last_exchange == NOW.date()
    assert "lapsed" not in cards(today)
    assert desk.told == ["Noted for today with Nadia: message"]


def test_another_kind_of_exchange_is_in_the_menu(desk, today):
    from journal.actions import reading

    number = desk.make(Contact(given_name="Nadia", keep_in_touch_days=30, met_on=date(2026, 1, 5)))
    spots(today)["lapsed", "kinds", number].click()
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if plain(action) == "Coffee").trigger()
    menu.close()
    desk.settle()
    lines = desk.do(lambda journal: reading.timeline(journal, contact_id=number))
    assert [line.type for line in lines] == ["coffee"]


def test_questions_renewals_and_what_to_read_again_stand_there(desk, today):
    desk.make(Learning(title="Who books the rooms?", type="question"))
    desk.make(Learning(title="Two columns for minutes", body="# How\n\n- left: *said*\n", learned_on=date(2026, 9, 1)))
    network = desk.make(Network(name="FFMAS", renews_on=date(2026, 12, 1)))
    late = desk.make(Network(name="IMA", renews_on=date(2026, 11, 1)))
    assert titles(today, "questions") == ["Who books the rooms?"]
    row = next(widget for key, widget in spots(today).items() if key[0] == "again")
    assert (row.title.text(), row.subtitle.text()) == ("Two columns for minutes", "How left: said")
    assert spots(today)["renewals", "open", network].note.text() == "1 Dec"
    assert spots(today)["renewals", "open", late].note.text() == "Was due: 1 Nov"


def test_more_than_a_few_lead_to_the_page_of_all(desk, today):
    for number in range(7):
        desk.make(Reminder(title=f"Number {number}", due_at=NOW))
    assert len(titles(today, "due")) == 5
    spots(today)["due", "all", 0].click()
    assert desk.led.led == [("page", "reminders", {})]


def test_the_keyboard_goes_on_to_the_next_one(desk, today):
    ids = [desk.make(Reminder(title=f"Number {n}", due_at=NOW - timedelta(minutes=9 - n))) for n in range(3)]
    spots(today)["due", "done", ids[1]].setFocus()
    QTest.keyClick(spots(today)["due", "done", ids[1]], Qt.Key.Key_Space)
    desk.settle()
    assert QApplication.focusWidget() is spots(today)["due", "done", ids[2]]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    desk.settle()
    assert QApplication.focusWidget() is spots(today)["due", "done", ids[0]]


def test_what_did_not_change_is_left_standing(desk, today):
    desk.make(Reminder(title="Call", due_at=NOW))
    before = [card for _, card in today._cards]
    desk.make(Learning(title="A tip", type="tip"))
    assert [card for _, card in today._cards] == before
    desk.make(Reminder(title="Another call", due_at=NOW))
    assert [card for _, card in today._cards] != before


def test_who_was_noted_long_ago_is_spoken_of_in_one_calm_line_that_can_be_put_off(desk, today):
    number = desk.make(Contact(given_name="Nadia"))
    again(desk, today)
    assert "review" not in cards(today)
    desk.clock.at = NOW + timedelta(days=380)
    again(desk, today)
    card = next(card for _, card in today._cards if card.key == "review")
    assert not any(sign.isdigit() for label in card.findChildren(QLabel) for sign in label.text())
    spots(today)["review", "look", 0].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert desk.led.led == [("page", "contacts", {"view": "review"})]
    spots(today)["review", "later", 0].click()
    desk.settle()
    assert "review" not in cards(today)
    assert desk.told == ["It comes back: 1 Jan 2028"]
    desk.do(lambda journal: entries.undo(journal))
    assert "review" in cards(today)
    desk.do(lambda journal: review.still_right(journal, contact_id=number))
    assert "review" not in cards(today)


def test_it_counts_nothing_against_her(desk, today):
    desk.make(
        Event(title="Talk", status="attended", starts_at=NOW - timedelta(days=90), participants=(Person(name="A"),))
    )
    peer = next(card for _, card in today._cards if card.key == "peer")
    assert peer.spots["peer", "peer", 0].text() == "Say hello to A"
    for days in (None, 0, 1, 5, 30, 400):
        said = peer_words(days).lower()
        assert not any(word in said for word in ("overdue", "late", "should", "must", "fail", "!"))


def test_columns_follow_the_width(desk, today):
    desk.make(Reminder(title="Call", due_at=NOW))
    desk.settle()
    left = {card.x() for _, card in today._cards}
    assert len(left) == 2
    today.window().resize(640, 700)
    desk.settle()
    assert len({card.x() for _, card in today._cards}) == 1


@pytest.mark.parametrize("width", [1080, 640])
def test_the_page_ends_where_its_cards_do(desk, today, width):
    """No empty space to scroll into, and no card cut off."""
    for n in range(4):
        desk.make(Contact(given_name=f"Nadia {n}", keep_in_touch_days=3, met_on=date(2026, 1, 5)))
        desk.make(Learning(title=f"How do the others keep the minutes of a meeting of {n} people?", type="question"))
    today.window().resize(width, 500)
    desk.settle()
    lowest = max(card.y() + card.height() for _, card in today._cards)
    assert lowest <= today.page.height() <= lowest + 60
    for _, card in today._cards:
        assert card.height() >= card.layout().totalHeightForWidth(card.width())


def test_every_control_has_a_name(desk, today):
    desk.make(Reminder(title="Call", due_at=NOW))
    desk.make(Contact(given_name="Nadia", keep_in_touch_days=30, met_on=date(2026, 1, 5)))
    desk.make(Event(title="Coffee", starts_at=NOW - timedelta(days=1)))
    unnamed = [one for one in today.findChildren(QAbstractButton) if not (one.accessibleName() or one.text())]
    assert unnamed == []


@given(st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31)))
def test_moments_offered_lie_ahead_in_order_each_once(now):
    for offered in (snooze_moments(now), reminder_moments(now)):
        moments = [moment for _, moment in offered]
        assert moments == sorted(set(moments))
        assert moments[0] > now
        assert moments[-1] - now < timedelta(days=34)
        assert len({text for text, _ in offered}) == len(offered)
        assert len(offered) >= 3
