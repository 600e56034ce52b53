import time

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from journal.domain.lines import Line
from journal.ui.widgets.avatar import initials
from journal.ui.widgets.lines_model import PAGE
from journal.ui.widgets.lists import Column, LinesModel, LinesView, Look


class Source:
    """Rows as a journal would give them; `held` answers only when told to."""

    def __init__(self, model, count, held=False):
        self.model, self.held, self.waiting = model, held, []
        self.rows = [Line(n, "contact", f"Name {n}", "Office", "2026-05-03") for n in range(1, count + 1)]
        model.request_page.connect(self.asked)

    def asked(self, offset, limit):
        self.waiting.append((offset, limit, self.model.turn))
        if not self.held:
            self.answer()

    def answer(self):
        offset, limit, turn = self.waiting.pop(0)
        self.model.add_page(self.rows[offset : offset + limit], offset + limit >= len(self.rows), turn)


@pytest.fixture
def listed(qtbot):
    def make(count, held=False, columns=(), **options):
        model = LinesModel(Look(), columns)
        # The tester looks at every row, which is not what a long list is measured by.
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal) if count else None
        source = Source(model, count, held)
        view = LinesView(model, name="People", **options)
        view.parts = model, tester, source
        qtbot.addWidget(view)
        view.resize(400, 400)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.current = []
        view.current_changed.connect(view.current.append)
        view.selections = []
        view.selection_changed.connect(view.selections.append)
        model.reload()
        return view, model, source

    return make


def test_pages_come_as_one_scrolls(listed):
    view, model, _ = listed(1000)
    QTest.qWait(20)
    assert PAGE <= model.rowCount() < 1000
    for _ in range(20):
        view.scrollToBottom()
        QTest.qWait(5)
    assert model.rowCount() == 1000 and model.is_done()
    assert [line.id for line in model.lines()] == list(range(1, 1001))


def test_one_page_is_asked_for_at_a_time_and_old_answers_are_dropped(listed):
    _, model, source = listed(1000, held=True)
    source.answer()
    model.fetchMore(model.index(-1, -1))
    model.fetchMore(model.index(-1, -1))
    QTest.qWait(5)
    assert len(source.waiting) == 1
    model.reload()
    source.answer()  # to the request before the reload
    assert model.rowCount() == PAGE and model.is_loading()
    source.answer()
    assert [line.id for line in model.lines()] == list(range(1, PAGE + 1))


def test_a_reload_keeps_rows_selection_and_current_by_id(listed):
    view, model, source = listed(50, held=True)
    source.answer()
    view.select_id(3)
    view.selectionModel().select(
        model.index(4, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    assert view.selected_ids() == [3, 5]
    view.current.clear()
    view.selections.clear()
    source.rows.insert(0, Line(99, "contact", "New"))
    model.reload()
    assert model.rowCount() == 50  # still there while it reads
    source.answer()
    assert model.rowCount() == 51
    assert view.selected_ids() == [3, 5] and view.current_id() == 3
    assert view.current == []
    source.rows = [row for row in source.rows if row.id not in (3, 5)]
    model.reload()
    source.answer()
    assert view.selected_ids() == [] and view.current == [0]


def test_a_line_not_read_yet_is_selected_when_it_comes(listed):
    view, _, source = listed(50, held=True)
    assert not view.select_id(7)
    source.answer()
    assert view.current_id() == 7 and view.current == [7]


def test_one_line_replaced_or_removed(listed):
    view, model, _ = listed(5)
    view.select_id(2)
    assert model.replace(Line(2, "contact", "Renamed"))
    assert not model.replace(Line(77, "contact", "Nobody"))
    assert model.index(1, 0).data() == "Renamed" and view.current_id() == 2
    model.remove([2, 4, 77])
    QTest.qWait(5)
    assert [line.id for line in model.lines()] == [1, 3, 5]
    assert model.row_of(5) == 2 and view.current_id() != 2


def test_the_keyboard_is_enough(listed, qtbot):
    view, model, _ = listed(1000)
    view.setFocus()
    view.select_id(1)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_id() == 2
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ids() == [2, 3]
    with qtbot.waitSignal(view.delete_requested) as deleted:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert deleted.args == [[2, 3]]
    with qtbot.waitSignal(view.activated_id) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [3]
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.qWait(20)
    assert model.rowCount() == 1000 and view.current_id() == 1000
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_id() == 1


def test_headings_ask_for_an_order(listed, qtbot):
    view, _, _ = listed(3, columns=[Column("Where", lambda line: line.subtitle, "organisation")])
    asked = []
    view.sort_requested.connect(lambda name, down: asked.append((name, down)))
    assert view.horizontalHeader().isVisible()
    for section in (1, 1, 0):
        view._heading_clicked(section)
    assert asked == [("organisation", False), ("organisation", True), ("title", False)]


def test_what_a_row_says_aloud(listed):
    _, model, source = listed(1)
    source.rows = [Line(1, "contact", "Zoé", "Lyon", "3 May", favourite=True, confidential=True)]
    model.reload()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Zoé, Lyon, 3 May, favourite, confidential"


def test_a_hundred_thousand_rows_stay_instant(listed):
    view, model, _ = listed(0)
    rows = [Line(n, "contact", f"Name {n}", "Office") for n in range(1, 100_001)]
    model.request_page.disconnect()
    model.reload()
    began = time.perf_counter()
    model.add_page(rows, True)
    view.select_id(90_000)
    view.grab()
    assert time.perf_counter() - began < 1.5
    began = time.perf_counter()
    for _ in range(10):
        QTest.keyClick(view, Qt.Key.Key_Down)
        view.viewport().grab()
    assert time.perf_counter() - began < 1.0
    assert view.current_id() == 90_010


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("two_lines", [True, False])
def test_rows_are_painted_within_themselves(listed, direction, two_lines):
    long = "A name so long that it cannot possibly fit " * 5
    view, model, source = listed(0, two_lines=two_lines)
    model.look = Look(
        icon=lambda line: "" if line.id % 2 else "coffee",
        state=lambda line: ("to apply", "warn"),
        late=lambda line: True,
    )
    source.rows = [Line(n, "contact", long, long, long, favourite=True, confidential=True) for n in range(1, 6)]
    view.setLayoutDirection(direction)
    model.reload()
    view.select_id(2)
    picture = view.viewport().grab().toImage()
    colours = {picture.pixelColor(x, 20).name() for x in range(picture.width())}
    assert len(colours) > 5


def test_initials():
    assert [initials(t) for t in ("Élise Durand", "jeanne", "Jean-François Lefèvre", "", "« x »")] == [
        "ÉD", "J", "JL", "?", "X",
    ]  # fmt: skip


def test_a_view_frees_its_rows(qtbot, settled):
    owner = QWidget()
    model = LinesModel(parent=owner)
    view = LinesView(model, owner)
    gone = []
    view.destroyed.connect(lambda: gone.append("view"))
    model.destroyed.connect(lambda: gone.append("model"))
    owner.deleteLater()
    settled()
    assert sorted(gone) == ["model", "view"]
