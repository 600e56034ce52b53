import time
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.ui.widgets.fields import CheckField, DateField, LineField, NumberField, TagsField, TextField, TitleField
from journal.ui.widgets.form import AUTOSAVE_MS, Form, FormField, Section


@pytest.fixture
def form(qtbot):
    made = Form(
        [
            Section(
                "",
                [
                    FormField("title", TitleField("Title"), label=False),
                    FormField("place", LineField("Place")),
                    FormField("day", DateField("Day", today=lambda: date(2026, 11, 23))),
                    FormField("hours", NumberField("Hours", unit="h")),
                    FormField("tags", TagsField("Tags")),
                    FormField("favourite", CheckField("Favourite")),
                ],
            ),
            Section("More", [FormField("notes", TextField("Notes"))]),
        ]
    )
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.load({"title": "Coffee", "place": "Lyon", "tags": ("a",)}, key=1)
    return made


def heard(form):
    said = []
    form.changed_fields.connect(said.append)
    return said


def test_typing_is_sent_within_the_time_of_autosave_though_she_goes_on_typing(form, qtbot):
    said = heard(form)
    line = form.field("place").line
    line.setFocus()
    began = time.monotonic()
    while not said and time.monotonic() - began < 3:
        QTest.keyClicks(line, "x")
        QTest.qWait(50)
    assert said and "place" in said[0]
    assert time.monotonic() - began < AUTOSAVE_MS / 1000 + 0.5
    assert not form.has_unsent() or form.field("place").value() != said[0]["place"]


def test_leaving_a_field_sends_at_once(form, qtbot):
    said = heard(form)
    line = form.field("place").line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Paris")
    assert not said
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert said == [{"place": "Paris"}]
    form.flush()
    assert len(said) == 1


def test_flush_sends_all_that_was_changed_together(form):
    said = heard(form)
    QTest.keyClicks(form.field("place").line, "!")
    form.field("notes").text.setPlainText("Two\nlines")
    form.flush()
    assert said == [{"place": "!Lyon", "notes": "Two\nlines"}] or said == [{"place": "Lyon!", "notes": "Two\nlines"}]


def test_loading_is_no_change(form, qtbot):
    said = heard(form)
    form.load(
        {"title": "Tea", "place": "Nice", "day": date(2026, 1, 2), "hours": 2.5, "tags": ("b",), "notes": "n"}, key=1
    )
    form.flush()
    assert said == []
    assert form.values()["hours"] == 2.5 and form.values()["day"] == date(2026, 1, 2)


def test_an_echo_of_what_was_sent_leaves_cursor_and_later_typing_alone(form):
    line = form.field("place").line
    line.setFocus()
    line.setCursorPosition(2)
    QTest.keyClicks(line, "o ")
    form.flush()
    QTest.keyClicks(line, "z")
    place = line.cursorPosition()
    form.load({"place": "Lyo on"}, key=1)  # the echo, while more is typed
    assert line.text() == "Lyo zon" and line.cursorPosition() == place
    form.flush()
    form.load({"place": "Lyo on"}, key=1)  # a late echo of an earlier save
    assert line.text() == "Lyo zon"


def test_what_an_undo_brings_is_shown_even_in_the_field_with_the_focus(form):
    line = form.field("place").line
    line.setFocus()
    QTest.keyClicks(line, "!")
    form.flush()
    form.load({"place": "Marseille"}, key=1)
    assert line.text() == "Marseille"


def test_a_trailing_blank_is_not_eaten_while_she_writes(form):
    line = form.field("place").line
    line.setFocus()
    line.end(False)
    QTest.keyClicks(line, " ")
    form.flush()
    form.load({"place": "Lyon"}, key=1)
    assert line.text() == "Lyon "


def test_another_entry_replaces_everything(form):
    line = form.field("place").line
    line.setFocus()
    QTest.keyClicks(line, "x")
    form.set_problems({"title": "A title is missing."})
    form.load({"title": "", "place": "", "tags": ()}, key=2)
    assert form.values()["place"] == "" and not form.has_unsent()
    assert form.field("title").problem() == ""


def test_a_problem_is_said_when_she_leaves_the_field_and_goes_when_she_corrects_it(form):
    place = form.field("place")
    place.line.setFocus()
    form.set_problems({"place": "No such place.", "title": "A title is missing."})
    assert form.field("title").problem() == "A title is missing."
    assert place.problem() == ""
    form.field("notes").text.setFocus()
    assert place.problem() == "No such place."
    assert place.line.accessibleDescription() == "No such place."
    place.line.setFocus()
    QTest.keyClicks(place.line, "x")
    assert place.problem() == ""


def test_the_form_scrolls_to_what_has_the_focus(form):
    form.resize(300, 120)
    QTest.qWait(20)
    assert form.verticalScrollBar().maximum() > 0
    form.focus_field("notes")
    QTest.qWait(20)
    assert form.verticalScrollBar().value() > 0


@pytest.mark.parametrize("width", [220, 460, 1200])
def test_no_field_is_cut_at_any_width(form, width):
    form.resize(width, 500)
    QTest.qWait(30)
    names = ("title", "place", "day", "hours", "tags", "favourite", "notes")
    boxes = [form.field(name).geometry() for name in names]
    assert all(box.width() > 0 and box.right() <= form.page.width() for box in boxes)
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
