"""Everything by keyboard: letters in menus, keys that never clash, focus that is never lost, every page reached."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from journal.actions import entries
from journal.domain.contact import Contact
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.ui.commands import PAGES, declared
from journal.ui.widgets.menu import Menu, with_letters

Key = Qt.Key
LISTS = {
    "contact": (Key.Key_2, lambda n: Contact(given_name=f"Anne{n}", family_name="Roy")),
    "event": (Key.Key_3, lambda n: Event(title=f"Lunch {n}", starts_at=datetime(2026, 11, 24 + n, 12))),
    "learning": (Key.Key_4, lambda n: Learning(title=f"Tip {n}", type="tip")),
    "reminder": (Key.Key_5, lambda n: Reminder(title=f"Call {n}", due_at=datetime(2026, 11, 24 + n, 9))),
    "network": (Key.Key_6, lambda n: Network(name=f"Club {n}")),
}


# --- letters and keys ----------------------------------------------------------------------------------------------


def letter_of(text):
    """That after a single &, "" where there is none."""
    return next((sign.casefold() for sign in re.findall(r"&(.)", text, re.DOTALL) if sign != "&"), "")


def letters(menu):
    return [letter for action in menu.actions() if (letter := letter_of(action.text()))]


def menus_in(menu):
    yield menu
    for part in menu.findChildren(Menu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield from menus_in(part)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_line_of_every_menu_has_a_letter_of_its_own(make_window, language):
    desk = make_window(language=language)
    found = list(menus_in(desk.window.top.menu))
    assert len(found) == 6
    for menu in found:
        menu.give_letters()
        menu.give_letters()
        lines = [action for action in menu.actions() if action.text()]
        assert len(letters(menu)) == len(set(letters(menu))) == len(lines) > 0, [a.text() for a in lines]


def test_no_menu_is_made_without_letters():
    from pathlib import Path

    import journal.ui

    for path in Path(journal.ui.__file__).parent.rglob("*.py"):
        if path.name != "menu.py":
            assert " QMenu(" not in path.read_text(encoding="utf-8"), path


@given(st.lists(st.text(max_size=12), max_size=30))
def test_letters_never_clash_and_words_stay(texts):
    shown = with_letters(texts)
    assert [re.sub(r"&(.)", r"\1", one, flags=re.DOTALL) for one in shown] == texts
    chosen = [letter for one in shown if (letter := letter_of(one))]
    assert len(chosen) == len(set(chosen))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_two_commands_share_a_key_and_the_sheet_names_them_all(make_window, language):
    desk = make_window(language=language)
    keys = [QKeySequence(key).toString() for one in declared() for key in (*one.keys, *one.french)]
    assert len(keys) == len(set(keys)) and all(keys)
    desk.press(Key.Key_F1)
    assert desk.window.page == "shortcuts"
    shown = {label.text() for label in desk.page.findChildren(QLabel)}
    for command in declared():
        if command.keys:
            assert command.text.rstrip("…") in shown, command.id
            native = [QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in command.keys]
            assert "  ·  ".join(native) in shown, command.id


# --- the keyboard is never lost ------------------------------------------------------------------------------------


def focus_is_in(desk, widget):
    focused = QApplication.focusWidget()
    return focused is not None and focused.isVisible() and (focused is widget or widget.isAncestorOf(focused))


@pytest.mark.parametrize("kind", LISTS)
def test_deleting_and_undoing_in_a_list_leaves_the_keyboard_there(desk, kind):
    key, draft = LISTS[kind]
    desk.do(lambda j: entries.create_many(j, drafts=[draft(n) for n in range(4)]))
    desk.press_ctrl(key)
    page = desk.page
    page.refresh()
    desk.settle()
    if kind == "network":
        page.open_entry(page.model.line(0).id)
        desk.settle()
    lines = page.panel.lines
    lines.setFocus()
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Down)
    for remaining in (3, 2):
        desk.press(Key.Key_Delete)
        assert len(page.model.lines()) == remaining
        assert focus_is_in(desk, lines), "after deleting"
        assert lines.current_id(), "and on a line"
    for there in (3, 4):
        desk.press_ctrl(Key.Key_Z)
        assert len(page.model.lines()) == there
        assert focus_is_in(desk, lines), "after undoing"
    desk.press(Key.Key_Down)
    assert lines.current_id()


@pytest.mark.parametrize("kind", LISTS)
def test_deleting_the_last_one_leaves_the_keyboard_on_the_page(desk, kind):
    key, draft = LISTS[kind]
    desk.do(lambda j: entries.create_many(j, drafts=[draft(0)]))
    desk.press_ctrl(key)
    page = desk.page
    page.refresh()
    desk.settle()
    page.open_entry(page.model.line(0).id)
    desk.settle()
    page.panel.lines.setFocus()
    desk.press(Key.Key_Delete)
    assert page.model.lines() == []
    assert focus_is_in(desk, page)
    desk.press_ctrl(Key.Key_Z)
    assert len(page.model.lines()) == 1 and focus_is_in(desk, page)


@pytest.mark.parametrize("kind", LISTS)
def test_writing_saving_and_undoing_in_an_entry_leaves_the_keyboard_there(desk, kind):
    desk.press_ctrl(LISTS[kind][0])
    desk.press(Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert focus_is_in(desk, desk.page.pane)
    first = QApplication.focusWidget()
    desk.type("Zoe")
    desk.page.flush()
    desk.settle()
    assert desk.page.saving.entry_id, "saved by itself"
    assert QApplication.focusWidget() is first, "and she types on"
    desk.type("y")
    desk.page.flush()
    desk.settle()
    assert QApplication.focusWidget() is first
    desk.press_ctrl(Key.Key_Z)
    assert focus_is_in(desk, desk.page)


@pytest.mark.parametrize("kind", LISTS)
def test_deleting_from_the_entry_keeps_the_keyboard_on_the_page(desk, kind):
    key, draft = LISTS[kind]
    desk.do(lambda j: entries.create_many(j, drafts=[draft(n) for n in range(2)]))
    desk.press_ctrl(key)
    page = desk.page
    page.refresh()
    desk.settle()
    page.open_entry(page.model.line(0).id)
    desk.settle()
    page.pane.focus_first()
    desk.press_ctrl(Key.Key_Delete)
    assert len(page.model.lines()) == 1 and focus_is_in(desk, page)


def test_restoring_from_the_trash_leaves_the_keyboard_there(desk):
    made = desk.do(lambda j: entries.create_many(j, drafts=[LISTS["contact"][1](n) for n in range(3)])).created
    desk.do(lambda j: entries.delete(j, ids=made))
    desk.window.open_page("trash")
    desk.settle()
    page = desk.page
    page.activate()
    desk.press(Key.Key_Home)
    for remaining in (2, 1):
        desk.press(Key.Key_Return)
        assert len(page.model.lines()) == remaining and focus_is_in(desk, page)
        assert page.lines.current_id()
    desk.press(Key.Key_Return)
    assert page.model.lines() == [] and focus_is_in(desk, page), "also when it is empty"
    desk.press_ctrl(Key.Key_Z)
    assert len(page.model.lines()) == 1 and focus_is_in(desk, page)


# --- every page ----------------------------------------------------------------------------------------------------

BY_KEYS = {page: f"Ctrl+{number}" for number, page in enumerate(PAGES, start=1)}
BY_KEYS |= {"bring_in": "Ctrl+I", "take_out": "Ctrl+E", "settings": "Ctrl+,", "shortcuts": "F1"}
BY_NAME = {"trash": "trash", "duplicates": "look for dupl", "rhythms": "rhythms of"}


def go_to(desk, page):
    if page in BY_KEYS:
        sequence = QKeySequence(BY_KEYS[page])[0]
        desk.press(sequence.key(), sequence.keyboardModifiers())
    else:
        desk.press_ctrl(Key.Key_K)
        desk.type(BY_NAME[page])
        desk.settle()
        desk.press(Key.Key_Return)
    assert desk.window.page == page


@pytest.mark.parametrize("page", [*BY_KEYS, *BY_NAME])
def test_every_page_is_reached_walked_and_left_by_keyboard_alone(desk, page):
    drafts = [make(n) for _, make in LISTS.values() for n in range(2)]
    desk.do(lambda j: entries.create_many(j, drafts=drafts))
    go_to(desk, page)
    shown = desk.page
    assert focus_is_in(desk, shown)
    seen = []
    for _ in range(150):
        focused = QApplication.focusWidget()
        if focused in seen:
            break
        seen.append(focused)
        before = focused
        desk.app.processEvents()
        QTest.keyClick(focused, Key.Key_Tab)
        if QApplication.focusWidget() is before:  # a text in which Tab is a sign is left by Ctrl+Tab
            QTest.keyClick(focused, Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.focusWidget() is not before, f"Tab ends in {before}"
    assert QApplication.focusWidget() in seen, "it comes round"
    assert any(widget is desk.window.top.search for widget in seen), "and passes the search box"
    own = [widget for widget in seen if shown.isAncestorOf(widget)]
    assert own
    for widget in own:
        name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
        assert name, f"{widget} on {page} has no name"
    if page not in PAGES:
        shown.activate()
        desk.press(Key.Key_Escape)
        assert desk.window.page in PAGES and focus_is_in(desk, desk.page)


def test_a_long_page_is_read_to_its_end_by_keyboard(desk):
    desk.press(Key.Key_F1)
    bar = desk.page._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    desk.press(Key.Key_PageDown)
    assert bar.value() > 0
    desk.press(Key.Key_End)
    assert bar.value() == bar.maximum()
    desk.press(Key.Key_Home)
    assert bar.value() == 0
