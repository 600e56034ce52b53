"""What is confidential in the window: hidden, one switch, one sign, and gone from everything when hidden again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from journal.actions import entries, reading
from journal.domain.contact import Contact
from journal.domain.event import Event


def titles(desk):
    return [line.title for line in desk.page.model.lines()]


def words_on_screen(window):
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton) + window.findChildren(QLineEdit):
        yield widget.text()


def switch(desk):
    desk.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_one_switch_and_one_sign(desk):
    hidden = Contact(given_name="Kanarienvogel", confidential=True)
    number = desk.do(lambda journal: entries.create(journal, draft=hidden).created[-1])
    desk.do(lambda journal: entries.create(journal, draft=Contact(given_name="Zoé")))
    desk.window.open_page("contacts")
    desk.settle()
    assert titles(desk) == ["Zoé"]
    assert desk.window.top.confidential.isHidden()
    switch(desk)
    assert titles(desk) == ["Kanarienvogel", "Zoé"]
    assert not desk.window.top.confidential.isHidden()
    desk.window.open_entry("contact", number)
    desk.settle()
    assert any("Kanarienvogel" in text for text in words_on_screen(desk.window))
    desk.window.top.confidential.click()
    desk.settle()
    assert titles(desk) == ["Zoé"]
    assert desk.window.top.confidential.isHidden()
    desk.app.sendPostedEvents(None, 52)  # the old page is freed (DeferredDelete)
    assert not any("Kanarienvogel" in text for text in words_on_screen(desk.window))


def test_what_is_made_confidential_goes_out_of_sight_and_one_press_shows_it(desk):
    number = desk.do(lambda journal: entries.create(journal, draft=Event(title="Lunch")).created[-1])
    desk.window.open_page("events")
    desk.window.open_entry("event", number)
    desk.settle()
    desk.page.pane.menu.confidential_chosen.emit(True)
    desk.settle()
    assert titles(desk) == []
    assert desk.page.current_entry() is None
    notice = desk.told[-1]
    assert notice.text == "This entry is confidential, and hidden for now."
    notice.act()
    desk.settle()
    assert desk.page.current_entry() == (number, "Lunch")
    assert desk.do(lambda journal: reading.entry(journal, entry_id=number, everything=True)).confidential


def test_the_command_line_may_begin_with_it_shown(make_window, tmp_path):
    def opener():
        from journal.store.journal import open_journal

        journal = open_journal(tmp_path / "hers.db", clock=None)
        journal.confidential_shown = True
        return journal

    desk = make_window(opener=opener)
    assert not desk.window.top.confidential.isHidden()
