from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from journal.actions import entries, reading, review, safety
from journal.domain.contact import Contact
from journal.domain.event import Event
from journal.domain.lines import Wanted
from journal.store.journal import open_journal
from journal.system import autostart
from journal.ui.commands import PAGES, declared
from journal.ui.pages import PAGE_CLASSES

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def contacts(desk, **wanted):
    return [line.title for line in desk.do(lambda j: reading.page(j, kind="contact", wanted=Wanted(**wanted)))]


def make(desk, *drafts):
    return desk.do(lambda j: entries.create_many(j, drafts=list(drafts))).created


def test_every_page_opens_and_the_keyboard_reaches_the_seven(desk):
    assert desk.window.page == "today"
    for number, page in enumerate(PAGES, start=1):
        desk.press_ctrl(Key(Key.Key_0 + number))
        assert desk.window.page == page
    for page in set(PAGE_CLASSES) - {"refused", "history"}:
        desk.window.open_page(page)
        desk.settle()
        assert desk.window.page == page


@pytest.mark.parametrize("page", ["contacts", "events", "learnings", "networks", "reminders"])
def test_a_page_is_made_in_turns_the_list_before_the_entry(desk, page):
    whole = []
    desk.window.prepare(page, lambda: whole.append(page))
    made = desk.window._pages[page]
    assert made._pane is None and made.right.count() == 1 and not whole
    desk.settle()
    assert whole == [page] and made.right.widget(1) is made.pane
    desk.window.prepare(page, lambda: whole.append("at once"))
    assert whole == [page, "at once"]


def test_who_asks_for_an_entry_before_it_has_a_place_has_it_at_once(desk):
    [claire] = make(desk, Contact(given_name="Claire"))
    desk.window.prepare("contacts")
    page = desk.window._pages["contacts"]
    pane = page.pane
    desk.window.open_entry("contact", claire)
    desk.settle()
    assert page.pane is pane and page.right.count() == 2 and page.entry_open()
    assert pane.form.field("given_name").value() == "Claire"


def test_pages_are_made_only_when_visited(desk):
    assert set(desk.window._pages) == {"today"}


def test_every_command_has_words_and_no_key_means_two_things(desk):
    keys = [key for command in declared() for key in (*command.keys, *command.french)]
    assert len(keys) == len(set(keys))
    assert all(desk.window.commands[command.id].text() for command in declared())


def test_everything_that_takes_the_keyboard_has_a_name(desk):
    found = {}
    for page in set(PAGE_CLASSES) - {"refused", "history"}:
        desk.window.open_page(page)
        desk.settle()
        nameless = [
            widget
            for widget in desk.page.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisibleTo(desk.page)
            and not widget.accessibleName()
            and not (isinstance(widget, QAbstractButton) and widget.text())
            and not isinstance(widget.parentWidget(), QLineEdit)
        ]
        if nameless:
            found[page] = nameless
    assert found == {}


def test_the_title_says_nothing_of_her(desk):
    [number] = make(desk, Contact(given_name="Nadia"))
    desk.window.open_entry("contact", number)
    desk.settle()
    assert desk.window.windowTitle() == "Networking Journal"


def test_a_new_entry_is_in_the_journal_without_a_save_button_and_ctrl_z_takes_it_back(desk):
    desk.window.new_entry("contact")
    desk.settle()
    desk.type("Nadia Belkacem")
    desk.page.flush()
    desk.settle()
    assert contacts(desk) == ["Nadia Belkacem"]
    desk.window.sidebar.item("contacts").setFocus()
    desk.press_ctrl(Key.Key_Z)
    assert contacts(desk) == []
    assert desk.said()[-1].startswith("Undone")
    desk.press_ctrl(Key.Key_Y)
    assert contacts(desk) == ["Nadia Belkacem"]


def test_leaving_the_page_keeps_what_was_just_typed(desk):
    desk.window.new_entry("contact")
    desk.settle()
    desk.type("Zo")
    desk.window.open_page("today")
    desk.settle()
    assert contacts(desk) == ["Zo"]


def test_deleting_offers_undo_until_something_else_happens(desk):
    ids = make(desk, Contact(given_name="Ann"), Contact(given_name="Bea"), Contact(given_name="Cleo"))
    desk.window.open_page("contacts")
    desk.window.open_entry("contact", ids[1])
    desk.settle()
    desk.window.commands["delete"].trigger()
    desk.settle()
    assert contacts(desk) == ["Ann", "Cleo"]
    assert desk.page.current_entry() == (ids[2], "Cleo")  # where she was in the list
    notice = desk.told[-1]
    assert notice.action == "Undo"
    notice.act()
    desk.settle()
    assert contacts(desk) == ["Ann", "Bea", "Cleo"]


def test_an_offered_undo_goes_when_another_change_came_after_it(desk):
    first, second = make(desk, Contact(given_name="Ann"), Contact(given_name="Bea"))
    desk.window.open_entry("contact", first)
    desk.settle()
    desk.page.delete([first])
    desk.settle()
    assert desk.window.toast.text()
    desk.session.jobs.write(desk.window, lambda j: entries.save(j, entry_id=second, fields={"role": "Assistant"}))
    desk.settle()
    assert desk.window.toast.text() == ""


def test_several_are_selected_by_keyboard_tagged_and_deleted_together(desk):
    make(desk, *(Contact(given_name=name) for name in ("Ann", "Bea", "Cleo")))
    desk.press_ctrl(Key.Key_2)
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Down, Shift)
    panel = desk.page.panel
    assert len(panel.selected_ids()) == 2 and panel.bar.isVisible()
    panel.request_tag.emit(panel.selected_ids(), "paris")
    desk.settle()
    assert contacts(desk, tag="paris") == ["Ann", "Bea"]
    panel.lines.setFocus()
    desk.press(Key.Key_Delete)
    assert contacts(desk) == ["Cleo"]
    desk.press_ctrl(Key.Key_Z)
    assert contacts(desk) == ["Ann", "Bea", "Cleo"]


def test_a_change_made_elsewhere_is_shown_without_disturbing_the_field_she_is_in(desk):
    [number] = make(desk, Event(title="Coffee", starts_at=datetime(2026, 11, 23, 15)))
    desk.window.open_entry("event", number)
    desk.settle()
    form = desk.page.pane.form
    form.focus_field("title")
    desk.type(" with Nadia")
    desk.session.jobs.write(desk.window, lambda j: entries.save(j, entry_id=number, fields={"place": "Gare"}))
    desk.settle()
    assert form.field("place").value() == "Gare"
    assert "with Nadia" in form.field("title").value()


def test_escape_leads_back_to_where_she_came_from(desk):
    desk.window.open_page("events")
    desk.window.open_page("settings")
    desk.settle()
    QTest.keyClick(desk.window, Key.Key_Escape)
    assert desk.window.page == "events"


def test_dropped_files_are_previewed(desk, tmp_path):
    card = tmp_path / "a.vcf"
    written = ("Awa Ndiaye", "Paul Girard")  # a single card is shown in the capture line
    card.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n" for name in written))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(card))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.window, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    desk.settle()
    assert desk.window.page == "bring_in"
    assert desk.page.preview.new == 2
    desk.page.bring_in()
    desk.settle()
    assert contacts(desk) == ["Paul Girard", "Awa Ndiaye"]
    assert desk.window.page == "contacts"
    desk.told[-1].act()
    desk.settle()
    assert contacts(desk) == []


def test_a_file_that_cannot_be_read_is_said_in_one_sentence(desk, tmp_path):
    empty = tmp_path / "nothing.vcf"
    empty.write_bytes(b"")
    desk.window.open_page("bring_in", files=[str(empty)])
    desk.settle()
    assert "is empty" in desk.said()[-1]
    assert desk.page.preview is None


def test_language_changes_at_once_and_what_was_typed_is_kept(desk):
    desk.window.new_entry("contact")
    desk.settle()
    desk.type("Nadia")
    desk.window.use_language("fr")
    desk.settle()
    assert contacts(desk) == ["Nadia"]
    assert desk.settings.now.language == "fr"
    desk.press_ctrl(Key.Key_1)
    assert desk.window.sidebar.item("today").text() == "Aujourd'hui" or "’" in desk.window.sidebar.item("today").text()
    desk.window.use_language("en")
    desk.settle()
    assert desk.window.sidebar.item("today").text() == "Today"


def test_size_and_place_are_remembered_and_none_of_her_words(desk):
    make(desk, Contact(given_name="Nadia"))
    desk.window.resize(900, 640)
    desk.window.close()
    desk.settle()
    kept = (desk.folder / "settings.json").read_text()
    assert "geometry" in kept and "Nadia" not in kept


def test_the_trash_restores_by_keyboard(desk):
    [number] = make(desk, Contact(given_name="Nadia"))
    desk.do(lambda j: entries.delete(j, ids=[number]))
    desk.window.open_page("trash")
    desk.settle()
    desk.page.activate()
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Return)
    assert contacts(desk) == ["Nadia"]


def test_the_history_of_an_entry_is_told_in_words(desk):
    [number] = make(desk, Contact(given_name="Nadia", role="Assistant"))
    desk.clock.pass_time(hours=1)
    desk.do(lambda j: entries.save(j, entry_id=number, fields={"role": "Office manager"}))
    desk.window.open_entry("contact", number)
    desk.settle()
    desk.window.commands["history"].trigger()
    desk.settle()
    from journal.ui.dialogs.history import lines_of

    newest = desk.page.records[0]
    assert lines_of(newest, desk.window.context.locale) == ["Role: Assistant → Office manager"]


@pytest.mark.parametrize("ending", [".vcf", ".ics", ".csv", ".xlsx", ".json", ".md", ".zip"])
def test_everything_can_be_taken_out(desk, tmp_path, ending):
    make(desk, Contact(given_name="Nadia"), Event(title="Coffee", starts_at=datetime(2026, 11, 1, 10)))
    desk.window.open_page("take_out")
    target = tmp_path / f"out{ending}"
    desk.page.write(target)
    desk.settle()
    assert target.stat().st_size > 0
    assert target.name in desk.said()[-1]


def test_what_stays_here_for_being_confidential_is_said(desk, tmp_path):
    make(desk, Contact(given_name="Nadia"), Contact(given_name="Ann", confidential=True))
    desk.window.open_page("take_out")
    desk.page.write(tmp_path / "out.zip")
    desk.settle()
    assert desk.said()[-1].endswith("1 confidential one stayed here.")
    desk.page.confidential.setChecked(True)
    desk.page.write(tmp_path / "out.zip")
    desk.settle()
    assert "stayed" not in desk.said()[-1]


def test_a_refused_journal_is_a_page_and_its_bytes_stay(make_window, tmp_path):
    (tmp_path / "hers.db").write_bytes(b"this is no journal" * 100)
    desk = make_window()
    assert desk.window.page == "refused"
    assert "not a journal" in desk.page.sentence.text()
    assert not desk.window.sidebar.isVisible()
    assert (tmp_path / "hers.db").read_bytes() == b"this is no journal" * 100
    (tmp_path / "hers.db").unlink()
    desk.page.again.click()
    desk.settle()
    assert desk.window.page == "first_start"


def test_a_bug_is_reported_once_without_her_words(desk):
    def fail(_):
        raise ValueError("Nadia Belkacem")

    desk.session.jobs.crashed.disconnect(desk.crashes.append)
    for _ in range(2):
        desk.session.jobs.read(desk.window, fail, print)
    desk.settle()
    reports = list((desk.folder / "reports").iterdir())
    assert len(reports) == 1 and "Nadia" not in reports[0].read_text()
    assert len(desk.told) == 1


def test_text_grows_and_shrinks_and_the_size_is_kept(desk):
    desk.window.commands["larger"].trigger()
    assert desk.settings.now.text_scale == pytest.approx(1.1)
    desk.window.commands["smaller"].trigger()
    assert desk.settings.now.text_scale == pytest.approx(1.0)


def test_quitting_leaves_a_verified_copy_of_what_was_typed_last(desk):
    desk.window.new_entry("contact")
    desk.settle()
    desk.type("Maud")
    desk.close()
    (copy,) = safety.backups(desk.file)
    opened = open_journal(copy.path, create=False)
    try:
        assert [line.title for line in reading.page(opened, kind="contact", wanted=Wanted())] == ["Maud"]
    finally:
        opened.close()


def test_a_sample_journal_leaves_no_copies(make_window):
    shown = make_window(demo=True)
    make(shown, Contact(given_name="Inès"))
    shown.close()
    assert safety.backups(shown.file) == []


def test_the_settings_tell_the_age_of_the_newest_copy(desk):
    make(desk, Contact(given_name="Inès"))
    desk.window.open_page("settings")
    desk.settle()
    assert "No copy has been made yet" in desk.page.newest_copy.text()
    desk.do(lambda journal: safety.backup(journal))
    desk.clock.pass_time(days=2)
    desk.page.refresh()
    desk.settle()
    assert "2 days ago" in desk.page.newest_copy.text()


def test_starting_with_the_computer_is_switched_on_and_off_in_the_settings(desk, home):
    desk.window.open_page("settings")
    desk.settle()
    desk.page.at_login.click()
    assert autostart.is_on()
    desk.page.at_login.click()
    assert not autostart.is_on()
    (home / ".config" / "autostart").rmdir()
    (home / ".config" / "autostart").write_text("in the way")
    desk.page.at_login.click()
    assert not desk.page.at_login.isChecked()
    assert "autostart" in desk.said()[-1]


def test_what_the_first_page_leaves_out_to_be_there_at_once_comes_in_a_moment(make_window, monkeypatch, qtbot):
    monkeypatch.setattr("journal.actions.today.FIRST_NOTED", 1)
    desk = make_window()
    desk.close()
    desk.clock.pass_time(days=-400)
    drafts = [Contact(given_name="Zoé"), Contact(given_name="Nadia")]
    zoe, _ = desk.do(lambda journal: entries.create_many(journal, drafts=drafts)).created
    desk.clock.pass_time(days=400)
    desk.do(lambda journal: review.still_right(journal, contact_id=zoe))
    later = make_window()
    qtbot.waitUntil(lambda: "review" in [card.key for _, card in later.page._cards])
