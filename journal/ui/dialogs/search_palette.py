"""What was found, in a list below the search box: as she types, under the name of each kind, by keyboard alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from journal.domain.lines import Hit
from journal.system import words
from journal.ui import icons
from journal.ui.commands import KIND_ICONS
from journal.ui.context import ScreenContext
from journal.ui.dialogs.lifted import lift
from journal.ui.jobs import Journal
from journal.ui.theme import MEDIUM, SMALL, TINY, colours, em, font
from journal.ui.when import near
from journal.ui.widgets.headings import QuietText
from journal.ui.widgets.search_field import SearchField

Index = QModelIndex | QPersistentModelIndex

MOST_HITS = 50
ITEM = int(Qt.ItemDataRole.UserRole)
FOUND_FROM, FOUND_TO = "\x02", "\x03"


class _Model(QAbstractListModel):
    """Hits under headings: an item is a Hit or the kind whose heading it is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[Hit | str] = []

    def fill(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        by_kind: dict[str, list[Hit]] = {}
        for hit in hits:
            by_kind.setdefault(hit.kind, []).append(hit)
        # Kinds in the order of their best hit.
        self.items = []
        for kind, group in by_kind.items():
            self.items += [kind, *group]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.say(f"kinds.{item}") if isinstance(item, str) else item.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.items[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _Delegate(QStyledItemDelegate):
    """Title and, below it, the place where it was found, the found words in bold."""

    def __init__(self, locale: QLocale, now: datetime) -> None:
        super().__init__()
        self._locale = locale
        self.now = now

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        item = index.data(ITEM)
        return QSize(0, round(line * (2.7 if isinstance(item, Hit) and item.snippet else 1.7)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = colours()
        if isinstance(item, str):
            painter.setFont(font("section", option.font))
            painter.setPen(c.color("quiet"))
            box = option.rect.adjusted(MEDIUM, 0, -MEDIUM, -2)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), _heading(item))
        else:
            self._paint_hit(painter, option, item)
        painter.restore()

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        c = colours()
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.color("accent"))
            painter.drawRoundedRect(option.rect.adjusted(TINY, 1, -TINY, -1), 7, 7)
        ink, quiet = c.color("accent_text" if on else "text"), c.color("accent_text" if on else "quiet")
        box = option.rect.adjusted(MEDIUM, TINY, -MEDIUM, -TINY)
        side = option.fontMetrics.height()
        icons.draw(painter, QRect(box.left(), box.top() + 2, side, side), KIND_ICONS[hit.kind], quiet)
        box.setLeft(box.left() + side + SMALL + 2)
        upper = QRect(box.left(), box.top(), box.width(), side + 3)
        lower = QRect(box.left(), upper.bottom() + 1, box.width(), side)
        small = font("small", option.font)
        when = near(hit.date, self.now, self._locale, time=False)
        painter.setFont(small)
        painter.setPen(quiet)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), when)
        room = upper.width() - painter.fontMetrics().horizontalAdvance(when) - MEDIUM
        painter.setFont(option.font)
        painter.setPen(ink)
        title = option.fontMetrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
        _paint_snippet(painter, lower, hit.snippet, small)


def _heading(kind: str) -> str:
    return words.say(f"kinds.{kind}")


def _paint_snippet(painter: QPainter, box: QRect, snippet: str, plain: QFont) -> None:
    """Words one after another, those between the marks in bold, as far as there is room."""
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    left, found = box.left(), False
    for part in snippet.replace("\n", " ").replace(FOUND_TO, FOUND_FROM).split(FOUND_FROM):
        painter.setFont(bold if found else plain)
        metrics = painter.fontMetrics()
        room = box.right() - left
        if room < metrics.averageCharWidth() * 2:
            return
        text = metrics.elidedText(part, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, box.top(), room, box.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
        left += metrics.horizontalAdvance(text)
        found = not found


class SearchPalette(QFrame):
    """Belongs to a search field, over the same parent. Signal `chosen(kind, id)`."""

    chosen = Signal(str, int)

    def __init__(self, field: SearchField, context: ScreenContext, over: QWidget) -> None:
        super().__init__(over)
        self._field, self._context, self._over = field, context, over
        self.setProperty("look", "popup")
        self._model = _Model(self)
        self.list = QListView(self)
        # Filled, so that at each key only the list is painted again and not the page below it.
        self.list.setStyleSheet("QListView { background: palette(base); border: none; border-radius: 0; }")
        self.list.setModel(self._model)
        self._delegate = _Delegate(context.locale, context.clock.now())
        self.list.setItemDelegate(self._delegate)
        # The keyboard stays in the search box: its Up, Down and Enter are passed on.
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Search results"))
        self.list.clicked.connect(self._open)
        self._nothing = QuietText(parent=self)
        self._nothing.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        box = QVBoxLayout(self)
        box.setContentsMargins(TINY, TINY, TINY, TINY)
        box.addWidget(self.list)
        box.addWidget(self._nothing)
        lift(self)
        field.searched.connect(self._search)
        field.installEventFilter(self)
        over.installEventFilter(self)
        self.hide()

    def hits(self) -> list[Hit]:
        """Those shown, from top to bottom."""
        return [item for item in self._model.items if isinstance(item, Hit)]

    def _search(self, text: str) -> None:
        if not text:
            self.hide()
            return

        def read(journal: Journal) -> list[Hit]:
            from journal.actions import search

            return search.search(journal, words=text, limit=MOST_HITS)

        self._context.jobs.read(self, read, lambda hits: self._show(text, hits), key="search")

    def _show(self, text: str, hits: list[Hit]) -> None:
        if text != self._field.text().strip():
            return
        self._delegate.now = self._context.clock.now()
        self._model.fill(hits)
        self.list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._nothing.setText(self.tr("Nothing found for “{words}”. Try the beginning of a word.").format(words=text))
        if hits:
            self.list.setCurrentIndex(self._model.index(1, 0))
            self.list.scrollToTop()
        self._place()
        if self.isHidden():  # raising it again would paint the page below it again
            self.show()
            self.raise_()

    def _place(self) -> None:
        over = self._over
        corner = self._field.mapTo(over, self._field.rect().bottomLeft())
        width = min(max(self._field.width(), em(self) * 34), over.width() - 2 * MEDIUM)
        left = min(corner.x(), over.width() - width - MEDIUM)
        if self.list.isHidden():
            height = self._nothing.heightForWidth(width - 2 * TINY) + 2 * TINY
        else:
            height = sum(self.list.sizeHintForRow(row) for row in range(min(len(self._model.items), 40))) + 3 * TINY
        self.setGeometry(left, corner.y() + TINY, width, min(height, over.height() - corner.y() - MEDIUM))

    def _open(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, Hit):
            self.hide()
            self.chosen.emit(item.kind, item.id)

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        while 0 <= row < len(self._model.items):
            if isinstance(self._model.items[row], Hit):
                self.list.setCurrentIndex(self._model.index(row, 0))
                if row == 1:
                    self.list.scrollToTop()  # with its heading
                return
            row += 1 if by > 0 else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event.key())
            if event.type() == QEvent.Type.FocusIn and self._field.text().strip() and self.isHidden():
                self._search(self._field.text().strip())
            elif event.type() == QEvent.Type.FocusOut and not self.underMouse():
                self.hide()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        """Whether a key of the search box was for the list."""
        if self.isHidden():
            return False
        page = max(1, self.list.height() // max(1, self.list.sizeHintForRow(1)) - 1)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key in steps:
            self._step(steps[Qt.Key(key)])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentIndex())
            return True
        return False
