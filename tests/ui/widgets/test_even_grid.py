from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from journal.ui.widgets.even_grid import EvenGrid, columns_for


@given(st.integers(1, 60), st.integers(1, 12))
def test_lines_are_as_few_as_can_be_and_even(count, most):
    columns = columns_for(count, most)
    assert 1 <= columns <= most
    assert -(-count // columns) == -(-count // most)
    assert columns == 1 or -(-count // (columns - 1)) > -(-count // columns)


def test_boxes_are_equally_wide_and_fill_the_width(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    grid = EvenGrid(holder, gap=10, least=100)
    boxes = [QWidget(holder) for _ in range(6)]
    for box in boxes:
        grid.addWidget(box)
    holder.resize(560, 300)
    holder.show()
    grid.setGeometry(holder.rect())
    assert [box.x() for box in boxes[:3]] == [box.x() for box in boxes[3:]]
    assert len({box.width() for box in boxes}) <= 2 and max(box.width() for box in boxes) < 185
    assert boxes[2].geometry().right() in (558, 559)
    grid.clear()
    assert grid.count() == 0 and not boxes[0].isVisible()
