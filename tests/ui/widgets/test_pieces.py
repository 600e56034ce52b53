import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.widgets.buttons import IconButton, PrimaryButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.chips import Chip, ChipRow
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.search_field import SearchField
from journal.ui.widgets.segmented import Segmented
from journal.ui.widgets.sidebar import Place, Sidebar
from journal.ui.widgets.toast import SHOWN_MS, Toast


@pytest.fixture
def window(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(1400, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_notice_undoes_and_goes(window):
    toast, undone, closed = Toast(window), [], []
    toast.closed.connect(lambda: closed.append(1))
    toast.tell("Élise is in the trash.", "Undo", lambda: undone.append(1))
    assert toast.isVisible() and window.rect().contains(toast.geometry())
    assert toast.accessibleName() == "Élise is in the trash. Undo"
    toast._button.click()
    assert undone == [1] and closed == [1] and not toast.isVisible()
    toast._button.click()
    assert undone == [1]


def test_a_notice_stays_while_the_keyboard_is_on_it(window):
    toast = Toast(window)
    toast.tell("Saved.", "Undo", lambda: None)
    assert toast._timer.interval() == SHOWN_MS
    toast._button.setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    toast._button.clearFocus()
    toast._timer.timeout.emit()
    assert not toast.isVisible()
    toast.tell("It went wrong.", stays=True)
    assert not toast._timer.isActive() and not toast._button.isVisible()


def test_a_long_notice_fits_a_small_window(window):
    window.resize(360, 300)
    toast = Toast(window)
    toast.tell("A sentence that is much longer than the window is wide, and then some more of it. " * 2, "Undo")
    assert window.rect().contains(toast.geometry())
    assert toast._text.height() >= toast._text.heightForWidth(toast._text.width())


def test_the_sidebar_goes_by_keyboard_and_narrows(window):
    sidebar = Sidebar(
        [Place("a", "Today", "sun"), Place("b", "People", "users"), Place("z", "Settings", "settings", low=True)]
    )
    window.layout().addWidget(sidebar)
    QTest.qWait(5)
    said = []
    sidebar.chosen.connect(said.append)
    sidebar.item("a").setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(window.focusWidget(), key)
    assert said == ["b", "z", "a"] and sidebar.current() == "a"
    sidebar.set_badge("b", 12)
    assert sidebar.item("b").accessibleName() == "People, 12"
    wide = sidebar.sizeHint().width()
    assert not sidebar.is_compact()
    window.resize(500, 600)
    QTest.qWait(5)
    assert sidebar.is_compact() and sidebar.sizeHint().width() < wide / 2
    assert sidebar.item("b").toolTip() == "People"
    sidebar.set_compact(False)
    assert not sidebar.is_compact()


def test_segments(window):
    segments = Segmented([("list", "List"), ("month", "Month", "calendar")], name="View")
    window.layout().addWidget(segments)
    said = []
    segments.chosen.connect(said.append)
    segments.button("list").setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    segments.set_current("list")
    assert said == ["month"] and segments.current() == "list"


def test_a_ring_is_drawn_for_those_who_come_by_the_keyboard(window):
    segments = Segmented([("list", "List"), ("month", "Month")], name="View")
    window.layout().addWidget(segments)
    segments.show()
    button = segments.button("list")
    for reason, ringed in ((Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)):
        window.setFocus()
        button.clearFocus()
        button.setFocus(reason)
        assert button.hasFocus() and button.ringed is ringed
    button.clearFocus()
    assert not button.ringed


def test_search_is_said_once_after_a_pause_and_cleared_by_escape(window, qtbot):
    box = SearchField("Search…", delay_ms=30)
    window.layout().addWidget(box)
    said = []
    box.searched.connect(said.append)
    box.setFocus()
    QTest.keyClicks(box, " zo")
    assert said == []
    qtbot.waitUntil(lambda: said == ["zo"])
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert said == ["zo", ""] and box.text() == ""


def test_cards_rows_and_chips_open(window, settled):
    card = Card("To do", icon="bell")
    row = CardRow("Call Zoé", "Lyon", icon="clock", note="yesterday", role="warn")
    button = PrimaryButton("Done", icon="check")
    row.add_action(button)
    card.add(row)
    chips = ChipRow()
    card.add(chips)
    window.layout().addWidget(card)
    opened = []
    row.opened.connect(lambda: opened.append("row"))
    chips.opened.connect(opened.append)
    chips.set_chips([(4, "FFMAS", "network"), ("x", "other")])
    QTest.qWait(10)
    button.click()
    assert opened == []
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened == ["row"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    chips.findChildren(Chip)[0].click()
    assert opened == ["row", "row", 4]
    assert row.accessibleName() == "Call Zoé, Lyon, yesterday"
    card.clear()
    settled()
    assert not card.findChildren(CardRow) and card.heading.text() == "To do"


def test_an_empty_state_offers_one_thing(window):
    empty = EmptyState("users", "Nobody here yet.", button="Add a contact")
    window.layout().addWidget(empty)
    acted = []
    empty.acted.connect(lambda: acted.append(1))
    empty.findChild(PrimaryButton).click()
    empty.set_text("Nothing found.", button="")
    assert acted == [1] and not empty.findChild(PrimaryButton).isVisible()


def test_an_icon_button_has_a_name():
    button = IconButton("plus", "New contact (Ctrl+N)")
    assert button.accessibleName() == "New contact" and button.toolTip() == "New contact (Ctrl+N)"
    button.deleteLater()
