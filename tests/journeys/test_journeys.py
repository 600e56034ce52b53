"""Stories from beginning to end: the real window, keys and clicks, a real journal in a folder of its own."""

import time
from datetime import timedelta

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.actions import entries, reading
from journal.domain.contact import Contact
from journal.domain.reminder import Reminder
from journal.ui.screens.today.parts import DoneButton
from tests.journals import page_of

Key = Qt.Key


def titles(desk, kind, **wanted):
    return [line.title for line in desk.do(lambda journal: page_of(journal, kind, **wanted))]


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def wait(desk, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        desk.app.processEvents()
        time.sleep(0.005)


def test_from_the_first_start_to_today(make_window):
    desk = make_window(new=True)
    assert desk.window.page == "first_start"
    desk.type("Camille")
    click(desk.page.start)
    desk.settle()
    assert desk.window.page == "today"
    assert "Camille" in desk.page.greeting.text()


def test_what_is_typed_is_in_the_file_soon_after_and_there_next_time(make_window):
    desk = make_window()
    desk.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert desk.window.page == "contacts"
    desk.type("Nadia Belkacem")
    wait(desk, 1.2)  # no key, no other field, no closing
    assert titles(desk, "contact") == ["Nadia Belkacem"]
    desk.close()
    desk = make_window()
    desk.press_ctrl(Key.Key_2)
    assert [line.title for line in desk.page.model.lines()] == ["Nadia Belkacem"]


def test_one_line_makes_an_event_and_a_contact_and_undo_takes_them_back(desk):
    desk.press_ctrl(Key.Key_N)
    desk.type("Coffee yesterday with @Nadia")
    desk.press(Key.Key_Return)
    assert len(titles(desk, "event")) == 1 and titles(desk, "contact") == ["Nadia"]
    click(desk.window.toast._button)
    desk.settle()
    assert titles(desk, "event") == [] and titles(desk, "contact") == []


def test_found_by_the_keyboard_and_opened(desk):
    drafts = [Contact(given_name="Élise", family_name="Durand"), Contact(given_name="Marc", family_name="Petit")]
    desk.do(lambda journal: entries.create_many(journal, drafts=drafts))
    desk.press_ctrl(Key.Key_K)
    desk.type("elise")
    wait(desk, 0.3)
    desk.settle()
    desk.press(Key.Key_Return)
    assert desk.window.page == "contacts"
    assert desk.page.current_entry()[1] == "Élise Durand"


def test_deleted_in_the_list_and_back_by_ctrl_z(make_window):
    desk = make_window()
    desk.do(lambda journal: entries.create(journal, draft=Contact(given_name="Marc", family_name="Petit")))
    desk.press_ctrl(Key.Key_2)
    desk.page.panel.lines.setFocus()
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Delete)
    assert titles(desk, "contact") == [] and titles(desk, "contact", trash=True) == ["Marc Petit"]
    desk.press_ctrl(Key.Key_Z)
    assert titles(desk, "contact") == ["Marc Petit"]
    assert [line.title for line in desk.page.model.lines()] == ["Marc Petit"]


def test_a_reminder_that_is_due_is_done_on_today(make_window):
    desk = make_window()
    due = desk.clock.now() - timedelta(hours=1)
    desk.do(lambda journal: entries.create(journal, draft=Reminder(title="Thank Élodie", due_at=due)))
    desk.close()
    desk = make_window()
    [done] = desk.page.findChildren(DoneButton)
    click(done)
    desk.settle()
    [line] = desk.do(lambda journal: page_of(journal, "reminder"))
    assert desk.do(lambda journal: reading.entry(journal, entry_id=line.id)).done_at is not None
    wait(desk, 0.2)
    assert not [one for one in desk.page.findChildren(DoneButton) if one.isVisible()]


def test_cards_dropped_on_the_window_are_shown_first_then_taken_in_then_undone(desk, tmp_path):
    file = tmp_path / "people.vcf"  # one card alone is a proposal
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Roussel;{0};;;\r\nFN:{0} Roussel\r\nEND:VCARD\r\n"
    file.write_text(card.format("Jeanne") + card.format("Awa"), newline="")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    where, copy = QPointF(400, 300), Qt.DropAction.CopyAction
    plain = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(where.toPoint(), copy, data, *plain)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.window, QDropEvent(where, copy, data, *plain))
    desk.settle()
    assert desk.window.page == "bring_in" and desk.page.preview is not None
    assert titles(desk, "contact") == []  # seen before anything is taken in
    click(desk.page.take_in)
    desk.settle()
    assert sorted(titles(desk, "contact")) == ["Awa Roussel", "Jeanne Roussel"]
    desk.press_ctrl(Key.Key_Z)
    assert titles(desk, "contact") == []
