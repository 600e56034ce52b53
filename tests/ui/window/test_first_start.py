from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.actions import reading


def test_a_new_journal_asks_three_things_and_starts(make_window):
    desk = make_window(new=True)
    assert desk.window.page == "first_start"
    assert not desk.window.sidebar.isVisible()
    page = desk.page
    assert page.name.hasFocus()
    desk.type("Camille")
    assert len(page._boxes) == 7
    page._boxes["ffmas"].setChecked(True)
    page._boxes["linkedin"].setChecked(True)
    page.start.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.window.page == "today" and desk.window.sidebar.isVisible()
    names = desk.do(lambda j: [line.title for line in reading.networks(j)])
    assert names == ["FFMAS", "LinkedIn"]
    assert desk.do(lambda j: reading.get_setting(j, "her_name")) == "Camille"


def test_it_is_asked_once(make_window):
    desk = make_window(new=True)
    desk.page.start.click()
    desk.settle()
    desk.close()
    assert make_window().window.page == "today"


def test_a_journal_filled_by_the_command_line_is_not_new(make_window, tmp_path):
    from journal.actions import entries
    from journal.domain.contact import Contact
    from tests.journals import MovableClock, opened

    with opened(tmp_path / "hers.db", MovableClock()) as journal:
        entries.create(journal, draft=Contact(given_name="Nadia"))
    assert make_window().window.page == "today"


def test_the_other_language_keeps_what_was_entered(make_window):
    desk = make_window(new=True)
    desk.type("Camille")
    desk.page._boxes["ima"].setChecked(True)
    QTest.mouseClick(desk.page.language.button("fr"), Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.page == "first_start"
    assert desk.page.name.text() == "Camille"
    assert desk.page._boxes["ima"].isChecked() and not desk.page._boxes["ffmas"].isChecked()
    assert desk.page.start.text() == "Commencer"
    desk.window.use_language("en")


def test_no_keyboard_way_out_of_it(make_window):
    desk = make_window(new=True)
    desk.press_ctrl(Qt.Key.Key_2)
    desk.press_ctrl(Qt.Key.Key_N)
    assert desk.window.page == "first_start"
