"""What a file does not say is asked on the page, and the answer kept for the next file with the same titles."""

import json
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from journal.actions import entries, reading
from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue
from journal.domain.lines import Wanted
from journal.ui.dialogs.bring_in_preview import NamesList
from journal.ui.dialogs.bring_in_questions import ColumnsCard, DateOrderCard, PersonCard, SeriesCard, field_name
from journal.ui.widgets.buttons import PlainButton
from tests.journals import whole_of

TABLE = "Nom complet;Courriel;Naissance;Zut\nAwa Ndiaye;awa@example.org;3/4/1980;bleu\n"


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "gens.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def opened(desk, file):
    desk.window.open_page("bring_in", files=[str(file)])
    desk.settle()
    return desk.page


def shown(page, kind):
    return [card for card in page.findChildren(kind) if not card.isHidden()][-1]


def birthday(page):
    return str(page.preview.files[0].planned[0].entry.birthday)


def test_the_order_of_dates_is_asked_and_the_answer_remembered_once_taken_in(desk, table):
    page = opened(desk, table)
    assert birthday(page) == "1980-04-03"
    month_first = shown(page, DateOrderCard).buttons["mdy"]
    month_first.setFocus()
    QTest.keyClick(month_first, Qt.Key.Key_Space)
    desk.settle()
    assert birthday(page) == "1980-03-04"
    assert birthday(opened(desk, table)) == "1980-04-03", "nothing was taken in, so nothing is kept"
    shown(page, DateOrderCard).buttons["mdy"].click()
    desk.settle()
    page.bring_in()
    desk.settle()
    page = opened(desk, table)
    assert birthday(page) == "1980-03-04"
    assert (page.preview.new, page.preview.updated, page.preview.unchanged) == (0, 0, 1)


def test_a_column_is_given_another_meaning(desk, table):
    page = opened(desk, table)
    card = shown(page, ColumnsCard)
    assert [box.value() for box in card.boxes] == ["full_name", "emails", "birthday", ""]
    box = card.boxes[3]
    box.set_value("organisation")
    box.chosen.emit(box.value())
    assert json.loads(card.answer())["organisation"] == 3
    card.again.click()
    desk.settle()
    assert page.preview.files[0].planned[0].entry.organisation == "bleu"


def test_a_field_has_one_column_the_one_chosen_last(desk, table):
    card = shown(opened(desk, table), ColumnsCard)
    box = card.boxes[3]
    box.set_value("emails")
    box.chosen.emit(box.value())
    assert json.loads(card.answer()) == {"full_name": 0, "birthday": 2, "emails": 3}


def many_cards(tmp_path, count):
    file = tmp_path / "many.vcf"
    file.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {n}\nNOTE:n {n}\nEND:VCARD\n" for n in range(count)))
    return file


@pytest.mark.parametrize("share", [0, 0.3, 0.7])  # written in steps of a quarter: one is still to come
def test_the_cancel_button_in_the_middle_of_writing_leaves_the_journal_as_it_was(desk, tmp_path, share):
    desk.do(lambda j: entries.create(j, draft=Contact(given_name="There", family_name="Before")))
    page = opened(desk, many_cards(tmp_path, 4000))
    assert page.preview.new == 4000
    before = desk.do(whole_of)
    QTest.mouseClick(page.take_in, Qt.MouseButton.LeftButton)
    end = time.monotonic() + 20
    while page._progress.value() < 4000 * share and time.monotonic() < end:
        desk.app.processEvents()
    [stop] = [b for b in page.findChildren(PlainButton) if b.text() == "Cancel" and not b.isHidden()]
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.do(whole_of) == before
    assert desk.said()[-1] == "Cancelled. Your journal is as it was."
    assert page.preview is None
    page = opened(desk, tmp_path / "many.vcf")
    page.bring_in()
    desk.settle()
    assert desk.do(lambda j: reading.count(j, kind="contact", wanted=Wanted())) == 4001


def taken_in_early(desk, page):
    """As if she had been quicker than the page that is to show what comes in."""
    desk.window._pages.pop("contacts").deleteLater()
    page.bring_in()
    assert "contacts" not in desk.window._pages


def test_what_comes_in_is_written_once_the_page_that_shows_it_is_whole(desk, tmp_path, monkeypatch):
    page = opened(desk, many_cards(tmp_path, 40))
    write, whole = page._write, []

    def look_and_write(*given):
        whole.append(desk.window._pages["contacts"]._is_whole)
        write(*given)

    monkeypatch.setattr(page, "_write", look_and_write)
    taken_in_early(desk, page)
    desk.settle()
    assert whole == [True] and desk.window.page == "contacts"
    assert desk.do(lambda j: reading.count(j, kind="contact", wanted=Wanted())) == 40


def test_what_is_cancelled_before_the_page_is_whole_is_never_written_though_another_file_is_read(desk, tmp_path, table):
    page = opened(desk, many_cards(tmp_path, 40))
    before = desk.do(whole_of)
    taken_in_early(desk, page)
    [stop] = [b for b in page.findChildren(PlainButton) if b.text() == "Cancel" and not b.isHidden()]
    stop.click()
    opened(desk, table)
    assert desk.do(whole_of) == before
    assert desk.said()[-1] == "Cancelled. Your journal is as it was."
    assert page.preview.new == 1


def test_the_keyboard_goes_to_the_last_of_very_many_names(desk, tmp_path, qtbot):
    page = opened(desk, many_cards(tmp_path, 3))
    names = NamesList(page.preview.files[0].planned * 6_000, page)
    names.resize(400, 200)
    names.show()
    assert names.verticalScrollBar().maximum() < 6_000, "in turns"
    qtbot.waitUntil(lambda: names.verticalScrollBar().maximum() > 17_900)  # each has its place
    for key, row in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 17_999)):
        QTest.keyClick(names, key)
        assert names.currentIndex().row() == row
    assert names.viewport().rect().contains(names.visualRect(names.currentIndex()).center())


def test_everything_is_listed_by_name_with_what_becomes_of_it(desk, tmp_path):
    file = tmp_path / "two.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Zoé Lang\nEND:VCARD\n", encoding="utf-8")
    page = opened(desk, file)
    page.bring_in()
    desk.settle()
    other = "BEGIN:VCARD\nVERSION:3.0\nUID:2\nFN:Awa Ndiaye\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
    file.write_text(file.read_text("utf-8").replace("END:", "TITLE:Juriste\nEND:") + other, encoding="utf-8")
    names = shown(opened(desk, file), NamesList)
    model = names.model()
    rows = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert rows == ["Zoé Lang · changes: role", "Awa Ndiaye · new"]
    assert names.accessibleName()
    labels = [label.text() for label in desk.page.findChildren(QLabel)]
    assert any(text.startswith("Line 12: ") for text in labels)


def test_an_address_on_two_people_is_asked_and_answered_by_the_keyboard(desk, tmp_path):
    def two(journal):
        for given in ("Paul", "Zoé"):
            draft = Contact(given_name=given, family_name="Martin", emails=(LabelledValue("info@exemple.fr"),))
            entries.create(journal, draft=draft)

    desk.do(two)
    file = tmp_path / "one.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Awa Ndiaye\nTITLE:Juriste\nEMAIL:info@exemple.fr\nEND:VCARD\n")
    page = opened(desk, file)
    assert page.preview.new == 1
    card = shown(page, PersonCard)
    choices = list(card.buttons)
    assert choices[0] == "new" and card.buttons["new"].isChecked()
    assert [card.buttons[choice].text().split(":")[0] for choice in choices[1:]] == ["Paul Martin", "Zoé Martin"]
    card.buttons[choices[2]].setFocus()
    QTest.keyClick(card.buttons[choices[2]], Qt.Key.Key_Space)
    desk.settle()
    assert (page.preview.new, page.preview.updated) == (0, 1)
    assert shown(page, PersonCard).buttons[choices[2]].hasFocus(), "the keyboard stays where she answered"
    page.bring_in()
    desk.settle()
    zoe = desk.do(lambda j: reading.entry(j, entry_id=int(choices[2])))
    assert (zoe.given_name, zoe.role) == ("Zoé", "Juriste")


def test_what_comes_again_is_asked_about(desk, tmp_path):
    file = tmp_path / "a.ics"
    file.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261201T090000\nSUMMARY:Cours\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
    page = opened(desk, file)
    assert page.preview.new == 1
    card = shown(page, SeriesCard)
    assert card.buttons["once"].isChecked()
    card.buttons["each"].click()
    desk.settle()
    assert page.preview.new == 52
    assert any("later times come in" in label.text() for label in page.findChildren(QLabel))


def test_every_field_has_a_name_of_its_own(desk):
    from journal.actions.answers import FIELDS

    names = [field_name(field) for field in FIELDS]
    assert len(set(names)) == len(names)
    assert not [name for name in names if name.startswith("field.")]


def test_the_page_that_will_show_what_comes_in_is_made_while_she_looks_at_it(desk, tmp_path):
    file = tmp_path / "carnet.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Awa Ndiaye\nEND:VCARD\n", encoding="utf-8")
    opened(desk, file)
    made = desk.window._pages.get("contacts")
    assert made is not None
    desk.page.bring_in()
    desk.settle()
    assert desk.window.page == "contacts"
    assert desk.page is made
