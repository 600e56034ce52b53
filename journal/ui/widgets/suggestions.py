"""Suggestions under a line edit, as one types: asked for by a signal, answered at once or later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from journal.ui import icons
from journal.ui.theme import SMALL, TINY, colours, font

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that can be chosen. `id` 0 where it has none; `kind` and `icon` may be ""."""

    text: str
    id: int = 0
    subtitle: str = ""
    kind: str = ""
    icon: str = ""


def as_suggestions(items: Sequence[Any]) -> list[Suggestion]:
    """Suggestions from what callers have: Suggestion, a text, or (id, text[, subtitle])."""
    made = []
    for item in items:
        if isinstance(item, Suggestion):
            made.append(item)
        elif isinstance(item, str):
            made.append(Suggestion(item))
        else:
            number, text, *rest = item
            made.append(Suggestion(str(text), int(number), str(rest[0]) if rest else ""))
    return made


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[Suggestion] = []

    def fill(self, items: list[Suggestion]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.text}, {item.subtitle}" if item.subtitle else item.text
        if role == Qt.ItemDataRole.UserRole:
            return item
        return None


class _Delegate(QStyledItemDelegate):
    """Name, and quietly beside it what tells two of the same name apart."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(Qt.ItemDataRole.UserRole)
        c = colours()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.color("accent"))
            painter.drawRoundedRect(option.rect.adjusted(3, 1, -3, -1), 6, 6)
        box = option.rect.adjusted(SMALL + TINY, 0, -SMALL, 0)
        if item.icon:
            side = option.fontMetrics.height()
            place = QRect(box.left(), box.center().y() - side // 2, side, side)
            icons.draw(painter, place, item.icon, c.accent_text if selected else c.quiet)
            box.setLeft(place.right() + SMALL)
        metrics = option.fontMetrics
        painter.setFont(option.font)
        painter.setPen(c.color("accent_text" if selected else "text"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        name = metrics.elidedText(item.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, left, name)
        rest = box.adjusted(metrics.horizontalAdvance(name) + SMALL, 0, 0, 0)
        if item.subtitle and rest.width() > 40:
            painter.setFont(font("small", option.font))
            painter.setPen(c.color("accent_text" if selected else "quiet"))
            painter.drawText(
                rest, left, painter.fontMetrics().elidedText(item.subtitle, Qt.TextElideMode.ElideRight, rest.width())
            )
        painter.restore()


class Suggestions(QObject):
    """Ties a popup of suggestions to a line edit.

    `wanted(text)` is emitted shortly after typing; answer with `offer(items)`, whenever the answer is there; an answer
    to a text that is no longer the one typed may be passed with that text and is then dropped.
    `chosen(Suggestion)`: she took one; the line's text is left as typed, for the owner to deal with.
    """

    wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self, line: QLineEdit, *, delay_ms: int = 90) -> None:
        super().__init__(line)
        self._line = line
        self._model = _Model(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        # Not line.setCompleter(): that would write the suggestion into the line by itself.
        self._completer.setWidget(line)
        self._styled = False
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # the stubs know one overload
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._ask)
        line.textEdited.connect(self._typed)
        line.installEventFilter(self)

    def offer(self, items: Sequence[Any], text: str | None = None) -> None:
        if text is not None and text != self._line.text().strip():
            return
        self._model.fill(as_suggestions(items))
        popup = self._popup()
        if not self._model.items or not self._line.hasFocus():
            popup.hide()
            return
        if not self._styled and isinstance(popup, QListView):
            popup.setItemDelegate(_Delegate(popup))
            popup.setUniformItemSizes(True)
            self._styled = True
        width = max(self._line.width(), self._line.fontMetrics().averageCharWidth() * 38)
        self._completer.complete(QRect(0, self._line.height() + 2, width, 0))
        # Nothing is chosen until she goes down to it: Enter takes what she typed.
        popup.setCurrentIndex(QModelIndex())
        popup.clearSelection()

    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup is not None
        return popup

    def is_open(self) -> bool:
        return self._popup().isVisible()

    def has_choice(self) -> bool:
        """Whether she went to one of them, so that Enter means it."""
        return self.is_open() and self._popup().currentIndex().isValid()

    def close(self) -> None:
        self._timer.stop()
        self._popup().hide()

    def _typed(self, text: str) -> None:
        self._timer.start()
        if not text.strip():
            self._popup().hide()

    def _ask(self) -> None:
        self.wanted.emit(self._line.text().strip())

    def _take(self, index: QModelIndex) -> None:
        item = index.data(Qt.ItemDataRole.UserRole)
        self._timer.stop()
        if item is not None:
            self.chosen.emit(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Down in an idle line asks for suggestions without typing anything.
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down and not self.is_open():  # type: ignore[attr-defined]
            self._ask()
            return True
        return super().eventFilter(watched, event)
