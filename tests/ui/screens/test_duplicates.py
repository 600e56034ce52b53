"""Two contacts side by side: merged as she chose, told apart, or put off; by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.actions import entries
from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue
from journal.ui.dialogs.duplicates import DuplicatesPage
from journal.ui.widgets.empty_state import EmptyState

SHARED = (LabelledValue("claire@a.example"),)


@pytest.fixture
def page(desk, qtbot):
    desk.one = desk.make(Contact(given_name="C.", family_name="Dupont", emails=SHARED, organisation="Acme & Co"))
    desk.other = desk.make(Contact(given_name="Claire", family_name="Dupont", emails=SHARED, organisation="Beta"))
    made = DuplicatesPage(desk.context)
    qtbot.addWidget(made)
    desk.show(made)
    made.come_on_screen()
    desk.settle()
    return made


def contact(desk, number):
    return desk.entry(number)


def test_they_stand_side_by_side_with_the_fuller_name_chosen(page):
    assert set(page.card.choices) == {"name", "organisation"}
    assert page.card.theirs() == ["name"]
    assert page.card.choices["organisation"][0].text() == "Acme && Co"
    assert page.card.merge.hasFocus()
    assert page.card.heading.text() == "Very likely one person"


def test_merged_as_she_chose_and_undone(page, desk):
    page.card.choices["organisation"][1].click()
    QTest.keyClick(page.card.merge, Qt.Key.Key_Space)
    desk.settle()
    kept = contact(desk, desk.one)
    assert (kept.name, kept.organisation) == ("Claire Dupont", "Beta")
    assert "Acme & Co" in kept.notes
    assert contact(desk, desk.other).deleted_at
    assert page.card is None and page.findChild(EmptyState).isVisible()
    desk.do(entries.undo)
    desk.settle()
    assert page.card is not None and contact(desk, desk.one).organisation == "Acme & Co"


def test_told_apart_the_pair_goes(page, desk):
    page.card.apart.click()
    desk.settle()
    assert page.card is None
    assert not contact(desk, desk.other).deleted_at


def test_put_off_the_pair_is_back_at_the_next_visit(page, desk):
    page.card.later.click()
    desk.settle()
    assert page.card is None
    page.refresh()
    desk.settle()
    assert page.card is None
    page.come_on_screen()
    page.refresh()
    desk.settle()
    assert page.card is not None
