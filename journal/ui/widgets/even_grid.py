"""A layout of equal boxes, as many beside each other as fit, divided evenly over the lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


def columns_for(count: int, most: int) -> int:
    """How many of `count` boxes stand in a line where at most `most` fit: as even as the fewest lines allow."""
    most = max(1, most)
    lines = -(-count // most)
    return max(1, -(-count // max(1, lines)))


class EvenGrid(QLayout):
    """All boxes have one width; those of one line have one height. `least` is the width in pixels below which a box
    is not squeezed (0: the widest of their size hints); `even` divides them evenly over the lines, else lines are full.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int, least: int = 0, even: bool = True) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._least, self._even = gap, least, even
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Takes all boxes away for good."""
        while (item := self.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, moving=True)

    def sizeHint(self) -> QSize:
        return QSize(self._box_width(), max((item.sizeHint().height() for item in self._items), default=0))

    def minimumSize(self) -> QSize:
        return QSize(max((item.minimumSize().width() for item in self._items), default=0), 0)

    def _box_width(self) -> int:
        return self._least or max((item.sizeHint().width() for item in self._items), default=1)

    def columns(self, width: int) -> int:
        """How many boxes stand in a line of that width."""
        fit = max(1, (width + self._gap) // (self._box_width() + self._gap))
        return columns_for(len(self._items), fit) if self._even else fit

    def _lay(self, rect: QRect, *, moving: bool) -> int:
        columns = self.columns(rect.width())
        owner = self.parentWidget()
        mirrored = owner is not None and owner.isRightToLeft()
        y = rect.y()
        for start in range(0, len(self._items), columns):
            line = self._items[start : start + columns]
            edges = [rect.x() + place * (rect.width() + self._gap) // columns for place in range(columns + 1)]
            widths = [edges[place + 1] - edges[place] - self._gap for place in range(columns)]
            height = max(self._height(item, width) for item, width in zip(line, widths, strict=False))
            for place, item in enumerate(line):
                box = QRect(QPoint(edges[place], y), QSize(widths[place], height))
                if mirrored:
                    box.moveRight(rect.right() - (box.left() - rect.left()))
                if moving:
                    item.setGeometry(box)
            y += height + self._gap
        return max(0, y - self._gap - rect.y()) if self._items else 0

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
