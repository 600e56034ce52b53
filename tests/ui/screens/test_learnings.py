"""The learnings screen: views, the life of a question, Markdown kept as typed, who could help."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from journal.domain.contact import Contact
from journal.domain.entry import Person
from journal.domain.event import Event
from journal.domain.learning import TYPES, Learning, states_of
from journal.ui.screens.learnings.screen import LearningsScreen
from journal.ui.screens.learnings.state_field import StateField, first_state


@pytest.fixture
def screen(desk, qtbot):
    desk.question = desk.make(Learning(title="Which diploma?", type="question", tags=("career", "training")))
    desk.tool = desk.make(Learning(title="A shared list", type="tool"))
    desk.win = desk.make(Learning(title="I ran a workshop", type="win"))
    desk.tip = desk.make(Learning(title="Ask the hotel", type="tip", state="applied"))
    made = LearningsScreen(desk.context)
    qtbot.addWidget(made)
    return desk.show(made)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("all", 4),
        ("to_apply", ["A shared list"]),
        ("questions", ["Which diploma?"]),
        ("wins", ["I ran a workshop"]),
        ("tools", ["A shared list"]),
        ("practices", []),
        ("tips", ["Ask the hotel"]),
    ],
)
def test_each_view_shows_its_own(screen, desk, view, expected):
    screen.panel.choose_view(view)
    desk.settle()
    found = [line.title for line in screen.model.lines()]
    assert (len(found) if isinstance(expected, int) else found) == expected


def test_a_search_finds_words_of_the_text(screen, desk):
    desk.make(Learning(title="Minutes", body="Write the **decision** first"))
    screen.search.setText("decis")
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    desk.settle()
    assert [line.title for line in screen.model.lines()] == ["Minutes"]


def test_markdown_is_kept_as_typed(screen, desk, qtbot):
    typed = "# Title\n\n* one\n+ two\n\n<b>not html</b>   trailing"
    screen.open_entry(desk.tool)
    desk.settle()
    body = screen.pane.form.field("body")
    body.begin_writing()
    body.text.setPlainText(typed)
    screen.flush()
    desk.settle()
    assert desk.entry(desk.tool).body == typed
    qtbot.waitUntil(lambda: "<b>not html</b>" in body.view.toPlainText())


def test_one_click_answers_a_question(screen, desk):
    screen.open_entry(desk.question)
    desk.settle()
    screen.pane.state.steps().button("answered").click()
    desk.settle()
    assert desk.entry(desk.question).state == "answered"


def test_a_question_that_becomes_a_tip_has_a_state_of_tips(screen, desk):
    screen.open_entry(desk.question)
    desk.settle()
    screen.pane.type.button.setFocus()
    screen.pane.type.button._choose("tip")
    desk.settle()
    saved = desk.entry(desk.question)
    assert (saved.type, saved.state) == ("tip", "to_apply")
    assert not screen.pane.helpers.isVisible()


def test_a_new_question_can_be_chosen_before_it_has_a_title(screen, desk):
    screen.panel.choose_view("wins")
    screen.new_entry()
    desk.settle()
    assert screen.pane.type.value() == "win" and not screen.pane.state.isVisible()
    screen.pane.type.button._choose("question")
    desk.settle()
    QTest.keyClicks(screen.pane.form.field("title").line, "How long do we keep them?")
    screen.flush()
    desk.settle()
    saved = desk.entry(screen.saving.entry_id)
    assert (saved.type, saved.state) == ("question", "open")


def test_who_could_help_shares_most_tags_first(screen, desk):
    one = desk.make(Contact(given_name="Ann", tags=("training",)))
    two = desk.make(Contact(given_name="Bea", tags=("training", "career")))
    desk.make(Contact(given_name="Cleo", tags=("travel",)))
    screen.open_entry(desk.question)
    desk.settle()
    assert [row.title.text() for row in screen.pane.helpers.rows()] == ["Bea", "Ann"]
    assert "training" in screen.pane.helpers.rows()[0].toolTip()
    buttons = screen.pane.helpers.rows()[0].findChildren(QAbstractButton)
    [ask] = [one for one in buttons if "Bea" in one.accessibleName()]
    ask.click()
    desk.settle()
    (person,) = desk.entry(desk.question).people
    assert (person.id, person.role) == (two, "asked")
    assert [row.title.text() for row in screen.pane.helpers.rows()] == ["Ann"]
    assert one


def test_a_question_without_tags_says_how_to_find_help(screen, desk):
    number = desk.make(Learning(title="And this?", type="question"))
    screen.open_entry(number)
    desk.settle()
    assert "A tag or a few more words" in screen.pane.helpers.empty.text()


def test_the_source_event_is_named_and_opens(screen, desk):
    event = desk.make(Event(title="IMA day"))
    number = desk.make(Learning(title="Badges", event=event))
    screen.open_entry(number)
    desk.settle()
    field = screen.pane.form.field("event")
    assert field._chips[0].text() == "IMA day"
    field._chips[0].click()
    assert desk.led.led[-1] == ("open", "event", event)


def test_a_learning_begun_from_an_event_keeps_it(screen, desk):
    event = desk.make(Event(title="IMA day", participants=(Person(0, "Ann Lee"),)))
    screen.new_entry(event=event, people=desk.entry(event).participants)
    desk.settle()
    QTest.keyClicks(screen.pane.form.field("title").line, "Badges")
    screen.flush()
    desk.settle()
    saved = desk.entry(screen.saving.entry_id)
    assert saved.event == event and [one.name for one in saved.people] == ["Ann Lee"]


def test_confidential_in_one_click_of_the_menu(screen, desk):
    screen.open_entry(desk.tool)
    desk.settle()
    menu = screen.pane.menu.open_menu()
    menu.actions()[0].trigger()
    menu.close()
    desk.settle()
    assert desk.entry(desk.tool).confidential


@given(st.sampled_from(TYPES))
def test_every_type_begins_in_a_state_it_knows(learning_type):
    assert first_state(learning_type) in states_of(learning_type)


@given(st.lists(st.sampled_from(TYPES), min_size=1, max_size=6))
def test_the_steps_are_those_of_the_type_shown_last(qapp, theme, types):
    field = StateField("State")
    for one in types:
        field.set_type(one)
    assert list(field.steps()._buttons) == list(states_of(types[-1]))
    assert field.isHidden() == (types[-1] == "win")
