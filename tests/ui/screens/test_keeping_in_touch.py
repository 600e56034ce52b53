"""Rhythms, pauses and returning days in the window: on Today, contact, rhythms' page, month and settings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu

from journal.actions import entries, reading, returning_days, rhythms
from journal.domain.contact import Contact
from journal.domain.entry import Membership, Person
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.ui.dialogs.rhythms import RhythmsPage
from journal.ui.dialogs.settings_days import ReturningDaysCard
from journal.ui.screens.contacts.screen import ContactsScreen
from journal.ui.screens.events.screen import EventsScreen
from journal.ui.screens.today.screen import TodayScreen
from journal.ui.widgets.choice_fields import NEVER
from tests.ui.screens.conftest import NOW

DAY = NOW.date()


def card_of(screen: TodayScreen, key: str) -> Any:
    return next((card for _, card in screen._cards if card.key == key), None)


def press(menu: QMenu, begins: str) -> None:
    next(action for action in menu.actions() if action.text().replace("&", "").startswith(begins)).trigger()


def test_today_shows_both_stages_and_pauses_from_there(desk: Any) -> None:
    late = desk.make(Contact(given_name="Late", keep_in_touch_days=14, met_on=DAY - timedelta(days=40)))
    desk.make(Contact(given_name="Soon", keep_in_touch_days=30, met_on=DAY - timedelta(days=28)))
    screen = desk.show(TodayScreen(desk.context))
    card = card_of(screen, "lapsed")
    shown = [card.spots["lapsed", "open", line.id] for line in (*screen._read.page.lapsed, *screen._read.page.soon)]
    assert [row.title.text() for row in shown] == ["Late", "Soon"]
    assert [row.subtitle.text() for row in shown] == [
        "No exchange noted yet",
        "No exchange noted yet · good by Thursday",
    ]
    card.spots["lapsed", "kinds", late].click()
    [menu] = [one for one in card.findChildren(QMenu) if one.actions()]
    press(menu, "Pause for 3 month")
    menu.close()
    desk.settle()
    assert desk.entry(late).keep_in_touch_paused_until == date(2027, 2, 24)
    assert [line.title for line in screen._read.page.lapsed] == []
    card_of(screen, "lapsed").spots["lapsed", "rhythms", 0].click()
    assert desk.led.led[-1] == ("page", "rhythms", {})
    screen.deleteLater()


def test_a_contacts_page_says_what_holds_offers_what_the_past_speaks_for_and_never(desk: Any) -> None:
    number = desk.make(Contact(given_name="Nadia", networks=(Membership("IMA"),)))
    for days in (3, 34, 63, 95):
        at = NOW - timedelta(days=days)
        desk.make(Event(title="Call", starts_at=at, status="attended", participants=(Person(number),)))
    screen = desk.show(ContactsScreen(desk.context))
    screen.open_entry(number)
    desk.settle()
    head, field = screen.pane.head, screen.pane.fields["keep_in_touch_days"]
    assert head.proposal.isVisibleTo(screen) and head.proposal.accept.text() == "Keep it: every month"
    head.proposal.accept.click()
    desk.settle()
    assert desk.entry(number).keep_in_touch_days == 30
    assert not head.proposal.isVisibleTo(screen)
    desk.do(lambda journal: entries.undo(journal))
    [network] = desk.do(lambda journal: reading.networks(journal))
    desk.do(lambda journal: rhythms.set_network_rhythm(journal, network_id=network.id, days=90))
    assert field.button.text() == "As IMA: every three months"
    field.button._choose(NEVER)
    desk.settle()
    assert desk.entry(number).keep_in_touch_off and desk.entry(number).rhythm_days is None
    field.button._choose(14)
    desk.settle()
    assert (desk.entry(number).keep_in_touch_days, desk.entry(number).keep_in_touch_off) == (14, False)
    menu = QMenu()
    screen.pane._fill_more_menu(menu)
    press(menu, "Pause for 1 month")
    desk.settle()
    assert desk.entry(number).keep_in_touch_paused_until == date(2026, 12, 24)
    assert "paused until" in head.rhythm.text()
    menu.clear()
    screen.pane._fill_more_menu(menu)
    press(menu, "End the pause")
    desk.settle()
    assert desk.entry(number).keep_in_touch_paused_until is None
    screen.deleteLater()


def test_the_rhythms_page_sets_networks_and_tags(desk: Any) -> None:
    desk.make(Contact(given_name="Nadia", networks=(Membership("IMA"),), tags=("Lyon",)))
    page = desk.show(RhythmsPage(desk.context))
    assert set(page.fields) == {("network", "IMA"), ("tag", "Lyon")}
    for key, days in ((("network", "IMA"), 90), (("tag", "Lyon"), 30)):
        page.fields[key].button._choose(days)
        desk.settle()
    groups = desk.do(lambda journal: rhythms.groups(journal))
    assert {(one.kind, one.name): one.days for one in groups} == {("network", "IMA"): 90, ("tag", "Lyon"): 30}
    desk.do(lambda journal: entries.undo(journal))
    assert page.fields["tag", "Lyon"].value() is None
    assert all(field.button.accessibleName() for field in page.fields.values())
    page.deleteLater()


def test_returning_days_on_today_and_in_the_month(desk: Any) -> None:
    number = desk.make(Contact(given_name="Nadia", birthday="--11-26"))
    screen = desk.show(TodayScreen(desk.context))
    row = card_of(screen, "days").spots["days", "birthday", number]
    assert (row.title.text(), row.subtitle.text()) == ("Nadia", "Birthday")
    assert row.accessibleName() == "Nadia · Birthday, Thursday"
    row.opened.emit()
    assert desk.led.led[-1] == ("open", "contact", number)
    screen.deleteLater()
    events = desk.show(EventsScreen(desk.context))
    events.show_wanted(mode="month", day=date(2026, 11, 26))
    desk.settle()
    assert "Nadia · Birthday" in events.month.grid.accessibleName()
    press(events.month.grid.open_day_menu(), "Nadia")
    assert desk.led.led[-1] == ("open", "contact", number)
    events.deleteLater()


@pytest.mark.parametrize("kind", ["birthday", "met", "renewal", "assistants"])
def test_settings_switch_each_kind(desk: Any, kind: str) -> None:
    desk.make(Network(name="IMA"))
    card = ReturningDaysCard(desk.context, None)
    card.refresh()
    desk.settle()
    card.boxes[kind].click()
    desk.settle()
    assert not desk.do(lambda journal: returning_days.wanted(journal, kind))
    card.region.chosen.emit("france")
    desk.settle()
    assert desk.do(lambda journal: returning_days.region(journal)) == "france"
    card.deleteLater()


def test_the_learning_of_the_day_takes_one_answer(desk: Any) -> None:
    number = desk.make(Learning(title="Minutes", type="tip", learned_on=DAY - timedelta(days=60), body="**During** it"))
    screen = desk.show(TodayScreen(desk.context))
    card = card_of(screen, "again")
    assert card.spots["again", "open", number].subtitle.text() == "During it"
    assert {key[1] for key in card.spots} >= {"read", "applied", "not_now"}
    card.spots["again", "applied", number].click()
    desk.settle()
    assert desk.entry(number).state == "applied" and desk.entry(number).times_read == 1
    assert {key[1] for key in card_of(screen, "again").spots} == {"open"}
    desk.do(lambda journal: entries.undo(journal))
    assert "read" in {key[1] for key in card_of(screen, "again").spots}
    screen.deleteLater()
