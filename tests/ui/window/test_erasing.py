"""A contact erased for good through the window."""

from __future__ import annotations

from journal.actions import entries, reading, safety
from journal.domain.contact import Contact
from journal.domain.learning import Learning


def make(desk, draft):
    return desk.do(lambda journal: entries.create(journal, draft=draft).created[-1])


def test_asked_told_and_gone_from_the_list(desk, qtbot):
    number = make(desk, Contact(given_name="Zoé", family_name="Martin"))
    noted = make(desk, Learning(title="Seen with Zoé Martin"))
    copy = desk.do(safety.backup)
    window = desk.window
    window.open_page("contacts")
    window.open_entry("contact", number)
    desk.settle()
    window.open_page("erase", contact_id=number, name="Zoé Martin")
    desk.settle()
    page = window.page_widget()
    assert page.keep_button.hasFocus()  # Enter by accident erases nobody
    page.erase_button.click()
    desk.settle()
    assert page.erased.copies == (copy,)
    assert page.erased.mentions == (("learning", noted, "Seen with Zoé Martin"),)
    window.go_back()
    desk.settle()
    assert window.page == "contacts"
    assert window.page_widget().model.rowCount() == 0
    assert desk.do(lambda journal: reading.entries(journal, ids=[number])) == []


def test_kept_nothing_is_written(desk):
    number = make(desk, Contact(given_name="Zoé"))
    desk.window.open_page("contacts")
    desk.window.open_page("erase", contact_id=number, name="Zoé")
    desk.settle()
    desk.window.page_widget().keep_button.click()
    desk.settle()
    assert desk.window.page == "contacts"
    assert desk.do(lambda journal: reading.entry(journal, entry_id=number)).heading == "Zoé"
