"""The networks: a card each, and one opened beside a list of them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.domain.contact import Contact
from journal.domain.entry import Membership, Person
from journal.domain.event import Event
from journal.domain.network import Network
from journal.ui.screens.networks.screen import NetworksScreen


@pytest.fixture
def screen(desk, qtbot):
    desk.guild = desk.make(
        Network(name="Guild", type="association", my_role="Treasurer", renews_on=date(2026, 11, 30), tags=("x",))
    )
    desk.blog = desk.make(Network(name="Blog", type="blog"))
    desk.make(Contact(given_name="Ann", networks=(Membership("Guild"),)))
    made = NetworksScreen(desk.context)
    qtbot.addWidget(made)
    return desk.show(made)


def test_each_network_has_a_card_that_says_what_it_is(screen, desk):
    assert screen.cards.isVisible() and not screen.right.isVisible()
    assert [card.number for card in screen.cards.cards()] == [desk.blog, desk.guild]
    said = screen.cards.cards()[1].accessibleName()
    assert said == "Guild, Association, Treasurer, To renew: Monday, 1 contact(s)"
    assert screen.cards.cards()[0].accessibleName().endswith("Nothing noted there yet")
    widths = {card.width() for card in screen.cards.cards()}
    assert max(widths) - min(widths) <= 1


def test_a_card_opens_its_network_and_there_is_a_way_back(screen, desk, qtbot):
    qtbot.mouseClick(screen.cards.cards()[1], Qt.MouseButton.LeftButton)
    desk.settle()
    assert screen.saving.entry_id == desk.guild
    assert screen.pane.isVisible() and screen.panel.lines.isVisible()
    qtbot.mouseClick(screen.pane.back, Qt.MouseButton.LeftButton)
    assert screen.cards.isVisible() and not screen.right.isVisible()
    card = screen.cards.cards()[0]
    QTest.keyClick(card, Qt.Key.Key_Return)
    desk.settle()
    assert screen.saving.entry_id == desk.blog
    QTest.keyClick(screen.pane, Qt.Key.Key_Escape)
    assert screen.cards.isVisible()


def test_what_is_changed_in_a_network_is_on_its_card(screen, desk):
    screen.open_entry(desk.blog)
    desk.settle()
    QTest.keyClicks(screen.pane.form.field("my_role").line, "Reader")
    screen.pane.back_wanted.emit()
    desk.settle()
    assert "Reader" in screen.cards.cards()[0].accessibleName()


def test_without_networks_it_is_said_what_to_do(desk, qtbot):
    screen = NetworksScreen(desk.context)
    qtbot.addWidget(screen)
    desk.show(screen)
    assert screen.panel.stack.currentWidget() is screen.panel.nothing
    screen.new_entry(name="First")
    desk.settle()
    screen.flush()
    desk.settle()
    assert screen.pane.isVisible()


def test_a_network_shows_how_to_get_its_file_step_by_step(screen, desk):
    linkedin = desk.make(Network(name="LinkedIn", type="social"))
    screen.open_entry(linkedin)
    desk.settle()
    guide = screen.pane.guide
    assert guide.isVisible()
    assert any("Get a copy of your data" in step for step in guide.steps)
    shown = [guide.box.itemAt(place).widget().accessibleName() for place in range(1, guide.box.count())]
    assert shown == [f"{number}. {step}" for number, step in enumerate(guide.steps, start=1)]
    screen.open_entry(desk.guild)
    desk.settle()
    assert not any("LinkedIn" in step for step in guide.steps)


def test_a_membership_is_renewed_in_one_click(screen, desk, qtbot):
    screen.open_entry(desk.guild)
    desk.settle()
    assert screen.pane.renewed.isVisible()
    qtbot.mouseClick(screen.pane.renewed, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.entry(desk.guild).renews_on == date(2027, 11, 30)
    assert not screen.pane.renewed.isVisible()


def test_what_it_gave_this_year_is_told_in_hours_and_people(screen, desk):
    draft = Event(
        title="Day", starts_at=datetime(2026, 3, 1, 9), hours=2.5, status="attended", network="Guild",
        participants=(Person(name="Bo Gris"),),
    )  # fmt: skip
    desk.make(draft)
    screen.open_entry(desk.guild)
    desk.settle()
    assert screen.pane.year.text().endswith("1 event(s) this year · 1 person(s) met this year · 2.5 h this year")
