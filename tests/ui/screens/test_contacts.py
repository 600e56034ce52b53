"""Contacts: found, edited in place, kept in touch with."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue, Membership, Person
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.ui import outside
from journal.ui.screens.contacts.names import as_typed, name_fields, parts_of
from journal.ui.screens.contacts.screen import ContactsScreen
from journal.ui.screens.phrases import day_inside, how_long, rhythm_words
from journal.ui.theme import em
from tests.ui.screens.conftest import NOW

NADIA = Contact(given_name="Nadia", family_name="Belkacem", role="Assistant", organisation="Astrée")


@pytest.fixture
def screen(desk, qtbot):
    made = ContactsScreen(desk.context)
    qtbot.addWidget(made)
    return desk.show(made)


def names(screen):
    return [line.title for line in screen.model.lines()]


def opened(desk, screen, draft):
    number = desk.make(draft)
    screen.open_entry(number)
    desk.settle()
    return number


def write(desk, screen, name, text):
    """Types `text` over what is in a field, and leaves it."""
    line = screen.pane.form.field(name).focusProxy()
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    screen.flush()
    desk.settle()


def pick(text):
    """Takes the line of the open menu that begins so."""
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text().replace("&", "").startswith(text)).trigger()
    menu.close()


# --- the list ---------------------------------------------------------------------------------------------------------


def test_views_let_through_what_they_say(desk, screen):
    desk.make(NADIA)
    desk.make(Contact(given_name="Zoé", favourite=True))
    desk.make(Contact(given_name="Lucie", keep_in_touch_days=7, met_on=date(2026, 1, 1)))
    desk.make(Contact(given_name="Old", archived=True))
    shown = {}
    for view in ("all", "favourites", "lapsed", "archived"):
        screen.panel.choose_view(view)
        desk.settle()
        shown[view] = names(screen)
    assert shown == {
        "all": ["Nadia Belkacem", "Lucie", "Zoé"],
        "favourites": ["Zoé"],
        "lapsed": ["Lucie"],
        "archived": ["Old"],
    }
    assert screen.look().state(screen.model.lines()[0]) is None


def test_lapsed_ones_bear_a_warm_mark(desk, screen):
    desk.make(Contact(given_name="Lucie", keep_in_touch_days=7, met_on=date(2026, 1, 1)))
    assert screen.look().state(screen.model.lines()[0]) == ("Catch up", "warn")


def test_sorted_as_chosen(desk, screen):
    one = desk.make(Contact(given_name="Ada", organisation="Zenith"))
    desk.clock.at = NOW + timedelta(seconds=5)
    two = desk.make(Contact(given_name="Bea", organisation="Alpha"))
    desk.make(Event(title="Call", status="attended", starts_at=NOW - timedelta(days=2), participants=(Person(one),)))
    orders = []
    for place, _ in enumerate(screen.sorts()):
        screen.panel._sort.set_value(place)
        screen.panel._sort_by(None)
        desk.settle()
        orders.append([line.id for line in screen.model.lines()])
    assert orders == [[one, two], [one, two], [two, one], [two, one]]


def test_typing_narrows_and_nothing_found_is_said(desk, screen):
    desk.make(NADIA)
    desk.make(Contact(given_name="Zoé"))
    QTest.keyClicks(screen.search, "belk")
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    desk.settle()
    assert names(screen) == ["Nadia Belkacem"]
    QTest.keyClick(screen.search, Qt.Key.Key_Down)
    desk.settle()
    assert screen.pane.contact.given_name == "Nadia"
    screen.search.setText("nobody")
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    desk.settle()
    assert screen.panel.stack.currentWidget() is screen.panel.nothing
    QTest.keyClick(screen.search, Qt.Key.Key_Escape)
    desk.settle()
    assert names(screen) == ["Nadia Belkacem", "Zoé"]


def test_several_become_favourites_or_go_to_the_archive_and_back(desk, screen):
    ids = [desk.make(Contact(given_name=name)) for name in ("Ada", "Bea")]
    screen._make_favourites(ids)
    desk.settle()
    assert all(desk.entry(number).favourite for number in ids)
    screen._archive(ids)
    desk.settle()
    assert names(screen) == []
    screen.panel.choose_view("archived")
    desk.settle()
    screen._archive(ids)
    desk.settle()
    assert not any(desk.entry(number).archived for number in ids)


# --- the name ---------------------------------------------------------------------------------------------------------


def test_the_name_is_written_in_one_line_and_kept_in_parts(desk, screen):
    number = opened(desk, screen, NADIA)
    write(desk, screen, "name", "Nadia Belkacem-Roy")
    contact = desk.entry(number)
    assert (contact.given_name, contact.family_name) == ("Nadia", "Belkacem-Roy")
    assert names(screen) == ["Nadia Belkacem-Roy"]
    write(desk, screen, "given_name", "Nadja")
    assert screen.pane.head.name.value() == "Nadja Belkacem-Roy"


def test_a_new_contact_is_in_the_journal_once_it_has_a_name(desk, screen):
    screen.new_entry()
    desk.settle()
    write(desk, screen, "organisation", "Northmoor")
    write(desk, screen, "name", "DUPONT Claire")
    desk.settle()
    contact = desk.entry(screen.saving.entry_id)
    assert (contact.given_name, contact.family_name, contact.organisation) == ("Claire", "Dupont", "Northmoor")
    assert not screen.pane.head.buttons.isHidden()


def test_a_name_taken_away_is_said_and_nothing_is_lost(desk, screen):
    number = opened(desk, screen, Contact(given_name="Nadia"))
    write(desk, screen, "name", " ")
    screen.search.setFocus()
    desk.settle()
    assert desk.entry(number).given_name == "Nadia"
    assert screen.pane.head.name.problem()


@pytest.mark.parametrize(
    ("before", "typed", "parts"),
    [
        (("Mary Ann", "Smith"), "Mary Ann Jones", ("Mary Ann", "Jones")),
        (("Mary Ann", "Smith"), "Mary-Ann Smith", ("Mary-Ann", "Smith")),
        (("Jean", "de la Tour"), "Jean de la Tour d'Auvergne", ("Jean", "de la Tour d'Auvergne")),
        (("", ""), "Jean de la Tour", ("Jean", "de la Tour")),
        (("DUPONT", ""), "DUPONT Claire", ("Claire", "Dupont")),
        (("Claire", "Dupont"), "Martin, Claire", ("Claire", "Martin")),
        (("Claire", "Dupont"), "Nadia", ("Nadia", "")),
    ],
)
def test_parts_that_still_stand_stay(before, typed, parts):
    assert parts_of(typed, Contact(given_name=before[0], family_name=before[1])) == parts


@given(st.text("abc ÉÀ-,'", max_size=12), st.text("abc É", max_size=6), st.text("abc É", max_size=6))
def test_a_typed_name_reads_back_with_all_its_letters(typed, given, family):
    before = Contact(given_name=given.strip(), family_name=family.strip())
    after = Contact(**name_fields(before, {"name": typed}))
    assert sorted(as_typed(after).casefold().replace(",", "").replace(" ", "")) == sorted(
        typed.casefold().replace(",", "").replace(" ", "")
    )


def test_parts_replace_a_name_given_whole():
    whole = Contact(full_name="j-doe-123")
    assert name_fields(whole, {"given_name": "Jane"}) == {"given_name": "Jane", "full_name": ""}
    assert name_fields(whole, {"notes": "x"}) == {"notes": "x"}


# --- the page ---------------------------------------------------------------------------------------------------------


def test_one_press_logs_a_message_and_the_page_follows(desk, screen):
    number = opened(desk, screen, NADIA)
    QTest.mouseClick(screen.pane.head.log.main, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.entry(number).last_exchange == NOW.date()
    assert desk.told == ["Noted for today with Nadia Belkacem: message"]
    assert screen.pane.head.rhythm.text() == "Last exchange today"
    screen.pane.head.log.arrow.click()
    pick("Coffee")
    desk.settle()
    assert [line.type for line in screen.pane.shared._lines] == ["coffee", "message"]


def test_she_is_reminded_of_someone_when_she_chooses(desk, screen):
    number = opened(desk, screen, NADIA)
    screen.pane.head.remind.click()
    pick("In two weeks")
    desk.settle()
    line = screen.pane.shared._lines[0]
    reminder = desk.entry(line.id)
    assert (reminder.title, reminder.due_at) == ("Get in touch with Nadia Belkacem", datetime(2026, 12, 8, 9, 0))
    assert reminder.about.id == number


def test_the_star_the_archive_and_confidence_are_one_press(desk, screen):
    number = opened(desk, screen, NADIA)
    screen.pane.head.star.click()
    desk.settle()
    assert desk.entry(number).favourite
    screen.pane.head.more.click()
    pick("Archive")
    desk.settle()
    assert desk.entry(number).archived
    screen.pane.head.more.click()
    pick("History")
    assert desk.led.led == [("history", number)]
    screen.pane.head.more.click()
    pick("Make confidential")
    desk.settle()
    assert desk.entry(number).confidential
    assert screen.right.currentWidget() is screen.nothing_open and "confidential" in desk.told[-1]


def test_the_menu_moves_a_contact_to_the_trash(desk, screen):
    number = opened(desk, screen, NADIA)
    screen.pane.head.more.click()
    pick("Move to the trash")
    desk.settle()
    assert desk.entry(number).deleted_at is not None
    assert screen.right.currentWidget() is screen.nothing_open


def test_made_confidential_it_is_out_of_sight(desk, screen):
    number = opened(desk, screen, NADIA)
    screen.pane.head.more.click()
    pick("Make confidential")
    desk.settle()
    assert desk.entry(number).confidential
    assert screen.right.currentWidget() is screen.nothing_open


def test_everything_shared_is_there_and_opens(desk, screen):
    number = opened(desk, screen, NADIA)
    person = (Person(number),)
    for day in range(8):
        desk.make(Event(title=f"Call {day}", type="call", starts_at=NOW - timedelta(days=day), participants=person))
    learned = desk.make(Learning(title="A tip of hers", type="tip", learned_on=date(2026, 11, 30), people=person))
    shared = screen.pane.shared
    assert shared._rows.count() == 6
    first = shared._rows.itemAt(0).widget()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert desk.led.led == [("open", "learning", learned)]
    assert first.subtitle.text() == "Tip · To apply"
    shared.more.click()
    assert shared._rows.count() == 9
    assert shared.more.isHidden()
    opened(desk, screen, Contact(given_name="Zoé"))
    assert shared._rows.count() == 0
    assert not shared.nothing.isHidden()


def test_addresses_leave_the_window_only_when_asked_and_only_as_what_they_are(desk, screen, monkeypatch):
    asked = []
    monkeypatch.setattr(outside.QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    values = {
        "emails": (LabelledValue("nadia@example.org"),),
        "phones": (LabelledValue("+33 (0)6 39 98 02 64"),),
        "links": (LabelledValue("linkedin.com/in/nadia"), LabelledValue("file:///etc/passwd")),
    }
    opened(desk, screen, Contact(given_name="Nadia", **values))
    assert asked == []
    for name in values:
        for row in screen.pane.form.field(name).rows():
            row._open.click()
    assert asked == ["mailto:nadia@example.org", "tel:+33639980264", "https://linkedin.com/in/nadia"]
    assert len(desk.told) == 1  # the file was not opened, and it was said


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://ffmas.com/a?b=c", "https://ffmas.com/a?b=c"),
        ("HTTP://ffmas.com", "http://ffmas.com"),
        ("ffmas.com", "https://ffmas.com"),
        ("//ffmas.com/x", "https://ffmas.com/x"),
        ("intranet:8080/home", "https://intranet:8080/home"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("smb://server/share", ""),
        ("C:\\Windows\\calc.exe", ""),
        ("", ""),
    ],
)
def test_only_pages_are_opened_as_pages(link, url):
    assert outside.page_url(link).toString() == url


def test_nothing_in_an_address_adds_to_the_mail():
    assert outside.mail_url("a@b.org?bcc=c@d.org").query() == ""


@given(st.text(max_size=40))
def test_whatever_is_written_opens_a_page_or_nothing(text):
    assert outside.page_url(text).scheme() in ("", "http", "https")
    assert outside.mail_url(text).query() == outside.mail_url(text).fragment() == ""
    assert set(outside.call_url(text).path()) <= set("0123456789+*#,;") | {c for c in text if c.isdigit()}


def test_networks_and_tags_lead_on(desk, screen):
    network = desk.make(Network(name="FFMAS"))
    opened(desk, screen, Contact(given_name="Nadia", networks=(Membership("FFMAS"),), tags=("mentor",)))
    screen.pane.form.field("networks").request_open.emit("ffmas")
    screen.pane.form.field("tags").request_open.emit("mentor")
    desk.settle()
    assert ("open", "network", network) in desk.led.led
    assert ("page", "contacts", {"view": "all", "network": "", "tag": "mentor"}) in desk.led.led


def test_names_are_suggested_as_she_types(desk, screen):
    desk.make(Contact(given_name="Lucie", family_name="Berthomieu"))
    opened(desk, screen, NADIA)
    line = screen.pane.form.field("introduced_by").line
    line.setFocus()
    QTest.keyClicks(line, "berth")
    QTest.qWait(150)
    desk.settle()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    desk.settle()
    assert line.text() == "Lucie Berthomieu"


def test_who_introduced_someone_is_opened_where_there_is_such_a_contact(desk, screen):
    lucie = desk.make(Contact(given_name="Lucie", family_name="Berthomieu"))
    opened(desk, screen, Contact(given_name="Nadia", introduced_by="lucie berthomieu"))
    field = screen.pane.form.field("introduced_by")
    field.request_open.emit(field.value())
    desk.settle()
    assert ("open", "contact", lucie) in desk.led.led
    field.request_open.emit("Nobody Known")
    desk.settle()
    assert "Nobody of that name" in desk.told[-1]


def test_on_a_narrow_page_the_entry_covers_the_list_and_there_is_a_way_back(desk, screen, qtbot):
    numbers = [desk.make(Contact(given_name=name)) for name in ("Ann", "Bob")]
    screen.resize(30 * em(screen), 600)
    lines = screen.panel.lines
    assert lines.isVisible() and not screen.right.isVisible()
    lines.setFocus()
    QTest.keyClick(lines, Qt.Key.Key_Down)
    desk.settle()
    assert lines.isVisible(), "walking over a line does not open it"
    place = lines.visualRect(screen.model.index(1, 0)).center()
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    assert screen.saving.entry_id == numbers[1] and screen.pane.isVisible() and not lines.isVisible()
    qtbot.mouseClick(screen.back, Qt.MouseButton.LeftButton)
    assert lines.isVisible() and not screen.pane.isVisible()
    screen.panel.select(numbers[0])
    QTest.keyClick(lines, Qt.Key.Key_Return)
    desk.settle()
    assert screen.saving.entry_id == numbers[0] and screen.pane.isVisible()
    QTest.keyClick(screen.pane, Qt.Key.Key_Escape)
    assert lines.isVisible()
    screen.resize(80 * em(screen), 600)
    assert lines.isVisible() and screen.right.isVisible() and not screen.back.isVisible()


def test_who_bears_a_tag_is_asked_of_everyone(desk, screen):
    desk.make(Contact(given_name="Ann", tags=("mentor",)))
    desk.make(Contact(given_name="Bob"))
    screen.panel.choose_view("lapsed")
    screen.search.setText("zzz")
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    desk.settle()
    screen.show_wanted(view="all", network="", tag="mentor")
    desk.settle()
    assert [line.title for line in screen.model.lines()] == ["Ann"]


def test_a_day_inside_a_sentence_has_a_capital_only_where_the_language_has_one():
    today = date(2026, 11, 24)
    assert day_inside(date(2026, 11, 25), today, QLocale("en_GB")) == "tomorrow"
    assert day_inside(date(2026, 11, 30), today, QLocale("en_GB")) == "Monday"
    assert day_inside(date(2026, 11, 30), today, QLocale("fr_FR")) == "lundi"
    assert day_inside(date(2026, 12, 20), today, QLocale("fr_FR")) == "20 déc."


def test_every_control_has_a_name_and_a_place_in_the_order(desk, screen):
    opened(desk, screen, Contact(given_name="Nadia", emails=(LabelledValue("a@b.org"),), tags=("x",)))
    controls = [*screen.findChildren(QAbstractButton), *screen.findChildren(QLineEdit)]
    shown = [one for one in controls if one.isVisible()]
    assert [one for one in shown if not (one.accessibleName() or one.text() or one.parent().inherits("QSpinBox"))] == []
    reached, widget = set(), screen.pane.head.name.line
    widget.setFocus()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    head = screen.pane.head
    for one in (head.log.main, head.log.arrow, head.remind, head.star, head.more, head.role.line):
        assert one in reached


# --- kind words -------------------------------------------------------------------------------------------------------


def test_the_rhythm_in_kind_words():
    def said(**values):
        return rhythm_words(Contact(given_name="N", **values), date(2026, 11, 24), str)

    assert said() == "No exchange noted yet"
    assert said(last_exchange=date(2026, 11, 23)) == "Last exchange yesterday"
    assert "the next by 2026-12-20" in said(last_exchange=date(2026, 11, 24), next_exchange_due=date(2026, 12, 20))
    assert said(last_exchange=date(2026, 6, 1), next_exchange_due=date(2026, 7, 1)).endswith("A short hello is enough.")


@given(st.integers(2, 40_000))
def test_a_stretch_of_time_has_a_small_number(days):
    words = how_long(days)
    assert 2 <= int(words.split()[0]) <= 110
