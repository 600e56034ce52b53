"""What a file does not say is asked on the page, and the answer kept for the next file with the same titles."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.actions import reading
from journal.domain.lines import Wanted
from journal.ui.dialogs.bring_in_questions import ColumnsCard, DateOrderCard, field_name

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


def test_cancel_leaves_the_journal_as_it_was(desk, tmp_path):
    cards = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {n}\nEND:VCARD\n" for n in range(3000))
    file = tmp_path / "many.vcf"
    file.write_text(cards)
    page = opened(desk, file)
    assert page.preview.new == 3000
    page.bring_in()
    page._stop()
    desk.settle()
    assert page.preview is None
    assert desk.do(lambda j: reading.page(j, kind="contact", wanted=Wanted())) == []


def test_every_field_has_a_name_of_its_own(desk):
    from journal.actions.answers import FIELDS

    names = [field_name(field) for field in FIELDS]
    assert len(set(names)) == len(names)
    assert not [name for name in names if name.startswith("field.")]
