"""A layout that sets its widgets in lines, as words are set, in the reading direction."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from journal.ui.theme import TINY

NARROWEST = 96  # pixels to which a wider widget may be squeezed, before the layout asks for more width


class FlowLayout(QLayout):
    """Left to right, then on the next line. The last widget may `stretch_last` to the end of its line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = TINY + 2, stretch_last: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._stretch_last = stretch_last
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, moving=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0)).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize().boundedTo(QSize(NARROWEST, 100_000)))
        return size.grownBy(self.contentsMargins())

    def _lay(self, rect: QRect, *, moving: bool) -> int:
        margins: QMargins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        x, y, line_height = area.x(), area.y(), 0
        shown = [item for item in self._items if not item.isEmpty()]
        line: list[tuple[QLayoutItem, QRect]] = []
        owner = self.parentWidget()
        right_to_left = owner is not None and owner.isRightToLeft()

        def place_line() -> None:
            for item, box in line:
                box.moveTop(box.top() + (line_height - box.height()) // 2)
                if right_to_left:
                    box.moveRight(area.right() - (box.left() - area.left()))
                if moving:
                    item.setGeometry(box)
            line.clear()

        for item in shown:
            last = self._stretch_last and item is shown[-1]
            hint = QSize(item.minimumSize().width(), item.sizeHint().height()) if last else item.sizeHint()
            size = hint.boundedTo(QSize(max(1, area.width()), 100_000))
            if line and x + size.width() > area.right() + 1:
                place_line()
                x, y, line_height = area.x(), y + line_height + self._gap, 0
            if last:
                size.setWidth(max(size.width(), area.right() + 1 - x))
            line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self._gap
            line_height = max(line_height, size.height())
        place_line()
        return y + line_height - rect.y() + margins.bottom()
