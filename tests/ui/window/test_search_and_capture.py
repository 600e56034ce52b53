import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from journal.actions import entries, reading
from journal.domain.contact import Contact
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Wanted

Key = Qt.Key


def page(desk, kind):
    return desk.do(lambda j: reading.page(j, kind=kind, wanted=Wanted()))


def fill(desk):
    drafts = [
        Contact(given_name="Élise", family_name="Durand"),
        Contact(given_name="Elisabeth", family_name="Martin"),
        Learning(title="Elision in French", body="nothing more"),
    ]
    return desk.do(lambda j: entries.create_many(j, drafts=drafts)).created


def test_search_by_keyboard_alone_accents_forgiven(desk):
    fill(desk)
    desk.press_ctrl(Key.Key_K)
    assert desk.window.top.search.hasFocus()
    desk.type("elis")
    desk.settle()
    found = desk.window.searching.palette
    assert found.isVisible()
    assert {hit.title for hit in found.hits()} == {"Élise Durand", "Elisabeth Martin", "Elision in French"}
    titles = [hit.title for hit in found.hits()]
    desk.press(Key.Key_Down)
    assert found.list.currentIndex().data() == titles[1]
    desk.press(Key.Key_Up)
    assert found.list.currentIndex().data() == titles[0]
    hit = found.hits()[0]
    desk.press(Key.Key_Return)
    assert not found.isVisible()
    assert desk.window.top.search.text() == ""
    assert desk.page.current_entry() == (hit.id, hit.title)


def test_a_search_without_results_says_so_and_escape_closes_it(desk):
    fill(desk)
    desk.press_ctrl(Key.Key_K)
    desk.type("zzz")
    desk.settle()
    assert desk.window.searching.palette.isVisible() and desk.window.searching.palette.hits() == []
    desk.press(Key.Key_Escape)
    assert not desk.window.searching.palette.isVisible()


def test_answers_come_in_the_order_of_typing(desk):
    fill(desk)
    desk.press_ctrl(Key.Key_K)
    for letter in "elisab":
        desk.type(letter)
    desk.settle()
    assert [hit.title for hit in desk.window.searching.palette.hits()] == ["Elisabeth Martin"]


def test_one_line_becomes_an_event_with_its_people(desk):
    [elise, *_] = fill(desk)
    desk.press_ctrl(Key.Key_N)
    line = desk.window.capture_line
    assert line.line.hasFocus()
    desk.type("Coffee yesterday with @Élise Durand #excel")
    line._look.stop()
    line._understand()
    desk.settle()
    desk.press(Key.Key_Return)
    assert not line.isVisible()
    [event] = page(desk, "event")
    whole = desk.do(lambda j: reading.entry(j, entry_id=event.id))
    assert isinstance(whole, Event)
    assert [person.id for person in whole.participants] == [elise]
    assert whole.tags == ("excel",)
    desk.told[-1].act()
    desk.settle()
    assert page(desk, "event") == []


def test_what_was_captured_but_not_kept_is_there_next_time(make_window):
    desk = make_window()
    desk.press_ctrl(Key.Key_N)
    desk.type("Ask Nadia about")
    desk.press(Key.Key_Escape)
    desk.settle()
    desk.close()
    desk = make_window()
    desk.press_ctrl(Key.Key_N)
    assert desk.window.capture_line.line.text() == "Ask Nadia about"


def capturing(desk, text):
    desk.press_ctrl(Key.Key_N)
    desk.type(text)
    desk.settle()
    return desk.window.capture_line


def chip_of(line, text):
    return next(chip for chip in line.chips.chips() if text in chip.accessibleName())


def test_both_who_bear_a_name_are_offered_and_nothing_is_lost(desk):
    drafts = [Contact(given_name="Claire", family_name=name) for name in ("Dupont", "Durand")]
    ids = desk.do(lambda j: entries.create_many(j, drafts=drafts)).created
    line = capturing(desk, "Call with Claire yesterday")
    names = [chip.text() for chip in line.chips.chips()]
    assert names.count("Claire Dupont") == names.count("Claire Durand") == 1
    desk.press(Key.Key_Return)
    desk.settle()
    assert page(desk, "event") == [] and line.isVisible() and "Claire" in line._problem.text()
    assert line.line.text() == "Call with Claire yesterday"
    assert chip_of(line, "Claire Dupont").hasFocus()
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Return)
    desk.settle()
    assert line.line.hasFocus()
    desk.press(Key.Key_Return)
    desk.settle()
    [event] = page(desk, "event")
    whole = desk.do(lambda j: reading.entry(j, entry_id=event.id))
    assert [person.id for person in whole.participants] == [ids[-1]]


def answer(desk, line, meant, key):
    """She is asked whether she means somebody, answers with one key, and keeps it."""
    assert f"did you mean {meant}" in line._problem.text()
    assert chip_of(line, meant).hasFocus()
    desk.press(key)
    desk.settle()
    assert line.line.hasFocus() and not line._problem.isVisible()
    desk.press(Key.Key_Return)
    desk.settle()


@pytest.mark.parametrize(("key", "people"), [(Key.Key_Return, 1), (Key.Key_N, 2)])
def test_who_is_nearly_named_so_is_asked_about_and_answered_with_one_key(desk, key, people):
    [known] = desk.do(lambda j: entries.create(j, draft=Contact(given_name="Claire", family_name="Dupont"))).created
    line = capturing(desk, "Call with Claire Dupond yesterday")
    assert [chip.text() for chip in line.chips.chips()].count("Claire Dupont") == 1
    desk.press(Key.Key_Return)
    desk.settle()
    assert page(desk, "event") == []
    answer(desk, line, "Claire Dupont", key)
    [event] = page(desk, "event")
    whole = desk.do(lambda j: reading.entry(j, entry_id=event.id))
    assert len(page(desk, "contact")) == people
    assert ([person.id for person in whole.participants] == [known]) is (people == 1)


def test_what_was_understood_is_put_right_by_keyboard_before_it_is_kept(desk):
    line = capturing(desk, "Coffee with Tom Baker and Emma Clarke yesterday in Leeds #excel #vba")
    shown = [chip.accessibleName() for chip in line.chips.chips()]
    assert [word for word in ("Coffee", "Tom Baker", "Emma Clarke", "Leeds", "excel", "vba") if word in str(shown)] == [
        *("Coffee", "Tom Baker", "Emma Clarke", "Leeds", "excel", "vba")
    ]
    desk.press(Key.Key_Down)
    assert line.chips.chips()[0].hasFocus()
    for text in ("Emma Clarke", "vba"):
        chip_of(line, text).setFocus()
        desk.press(Key.Key_Delete)
        desk.settle()
    chip_of(line, "Leeds").setFocus()
    desk.press(Key.Key_Return)
    assert line.chips.is_editing()
    desk.type("Harrogate")
    desk.press(Key.Key_Return)
    desk.settle()
    chip_of(line, "Yesterday").setFocus()
    desk.press(Key.Key_Return)
    desk.type("soon")
    desk.press(Key.Key_Return)
    desk.settle()
    assert "soon" in line._problem.text()
    chip_of(line, "Yesterday").setFocus()
    desk.press(Key.Key_Return)
    desk.type("last friday at 3pm")
    desk.press(Key.Key_Return)
    desk.settle()
    line.line.setFocus()
    desk.press(Key.Key_Return)
    desk.settle()
    [event] = page(desk, "event")
    whole = desk.do(lambda j: reading.entry(j, entry_id=event.id))
    assert [person.name for person in whole.participants] == ["Tom Baker"]
    assert (whole.place, whole.tags) == ("Harrogate", ("excel",))
    assert (whole.starts_at.weekday(), whole.starts_at.hour) == (4, 15)
    assert whole.notes == "Coffee with Tom Baker and Emma Clarke yesterday in Leeds #excel #vba"
    assert [line.title for line in page(desk, "contact")] == ["Tom Baker"]
    desk.told[-1].act()
    desk.settle()
    assert page(desk, "event") == page(desk, "contact") == []


def test_escape_in_a_chip_leaves_it_as_it_was(desk):
    line = capturing(desk, "Coffee with Tom Baker in Leeds")
    chip_of(line, "Leeds").setFocus()
    desk.press(Key.Key_Return)
    desk.type("York")
    desk.press(Key.Key_Escape)
    desk.settle()
    assert line.isVisible() and not line.chips.is_editing()
    assert chip_of(line, "Leeds") and line.line.hasFocus()


def test_closing_the_capture_line_gives_the_keyboard_back(desk):
    fill(desk)
    desk.press_ctrl(Key.Key_2)
    desk.press(Key.Key_Home)
    assert desk.page.panel.lines.hasFocus()
    desk.press_ctrl(Key.Key_N)
    assert not desk.page.panel.lines.hasFocus()
    desk.press(Key.Key_Escape)
    assert desk.page.panel.lines.hasFocus()


SIGNATURE = "Hélène MARCHAND\nAssistante de direction | Airbus\nhelene@airbus.example"


def test_a_signature_pasted_anywhere_becomes_a_contact(desk):
    fill(desk)
    desk.press_ctrl(Key.Key_2)
    desk.press(Key.Key_Home)
    QApplication.clipboard().setText(SIGNATURE)
    desk.press_ctrl(Key.Key_V)
    desk.settle()
    line = desk.window.capture_line
    assert line.isVisible() and line.line.isReadOnly()
    chip_of(line, "Assistante de direction").setFocus()
    desk.press(Key.Key_Delete)
    desk.settle()
    line.line.setFocus()
    desk.press(Key.Key_Return)
    desk.settle()
    assert not line.isVisible()
    made = next(one for one in page(desk, "contact") if one.title == "Hélène Marchand")
    contact = desk.do(lambda j: reading.entry(j, entry_id=made.id))
    assert (contact.organisation, contact.role) == ("Airbus", "")
    desk.told[-1].act()
    desk.settle()
    assert "Hélène Marchand" not in [one.title for one in page(desk, "contact")]


@pytest.mark.parametrize(("key", "people"), [(Key.Key_Return, 1), (Key.Key_N, 2)])
def test_whose_signature_it_nearly_is_is_asked_and_answered_with_one_key(desk, key, people):
    draft = Contact(given_name="Hélène", family_name="Marchant")
    [known] = desk.do(lambda j: entries.create(j, draft=draft)).created
    QApplication.clipboard().setText(SIGNATURE)
    desk.window.setFocus()
    desk.press_ctrl(Key.Key_V)
    desk.settle()
    line = desk.window.capture_line
    desk.press(Key.Key_Return)
    desk.settle()
    assert line.isVisible()
    answer(desk, line, "Hélène Marchant", key)
    assert not line.isVisible() and len(page(desk, "contact")) == people
    contact = desk.do(lambda j: reading.entry(j, entry_id=known))
    assert bool(contact.emails) is (people == 1)


def test_a_sentence_pasted_anywhere_waits_in_the_capture_line(desk):
    desk.press_ctrl(Key.Key_2)
    QApplication.clipboard().setText("Coffee with Tom Baker tomorrow")
    desk.window.setFocus()
    desk.press_ctrl(Key.Key_V)
    desk.settle()
    line = desk.window.capture_line
    assert line.isVisible() and line.line.text() == "Coffee with Tom Baker tomorrow" and not line.line.isReadOnly()


def test_what_was_being_written_comes_back_after_something_pasted(desk):
    line = capturing(desk, "Ask Nadia about")
    QApplication.clipboard().setText(SIGNATURE)
    desk.press_ctrl(Key.Key_V)
    desk.settle()
    assert line.line.isReadOnly() and chip_of(line, "Airbus")
    desk.press(Key.Key_Escape)
    desk.settle()
    desk.press_ctrl(Key.Key_N)
    assert line.line.text() == "Ask Nadia about" and not line.line.isReadOnly()


def test_an_e_mail_dropped_on_the_window_becomes_a_message(desk, tmp_path):
    file = tmp_path / "mail.eml"
    file.write_text(
        "From: Tom Baker <tom@acme.example>\nSubject: Board agenda\nDate: Fri, 20 Nov 2026 09:12:00\n\nHello"
    )
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    at, buttons = QPointF(200, 200), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, held, buttons, none)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.window, QDropEvent(at, Qt.DropAction.CopyAction, held, buttons, none))
    desk.settle()
    assert desk.window.capture_line.isVisible()
    desk.press(Key.Key_Return)
    desk.settle()
    assert [one.title for one in page(desk, "event")] == ["Board agenda"]
    assert "Tom Baker" in [one.title for one in page(desk, "contact")]


def test_the_capture_line_opens_when_the_program_is_asked_for_it(desk):
    desk.window.open_page("contacts")
    desk.session.capture()
    assert desk.window.isVisible() and desk.window.capture_line.isVisible()
