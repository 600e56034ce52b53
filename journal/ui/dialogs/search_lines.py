"""The lines below the search box: what was found under the name of each kind, commands, and saving the search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.domain.lines import Hit
from journal.domain.marking import FROM, TO
from journal.system import words
from journal.ui import icons
from journal.ui.commands import KIND_ICONS, Command
from journal.ui.theme import MEDIUM, SMALL, TINY, colours, font
from journal.ui.when import near

Index = QModelIndex | QPersistentModelIndex

_AT_START = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextIncludeTrailingSpaces)
_AT_END = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class Heading(NamedTuple):
    text: str


Item = Hit | Command | Heading


class SearchLines(QAbstractListModel):
    """Hits and commands under headings."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[Item] = []

    def fill(self, groups: Sequence[tuple[str, Sequence[Hit | Command]]]) -> None:
        """(heading, what stands under it), from top to bottom; "" has no heading."""
        self.beginResetModel()
        self.items = []
        for heading, group in groups:
            if heading and group:
                self.items.append(Heading(heading))
            self.items += group
        self.endResetModel()

    def first(self) -> int:
        """The first row that is no heading."""
        return next((row for row, item in enumerate(self.items) if not isinstance(item, Heading)), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.title if isinstance(item, Hit) else item.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.items[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def item_of(index: Index) -> Item | None:
    """Read past Qt, which would make a bare list of it."""
    model = index.model()
    if not isinstance(model, SearchLines) or not 0 <= index.row() < len(model.items):
        return None
    return model.items[index.row()]


def by_kind(hits: Sequence[Hit]) -> list[tuple[str, list[Hit]]]:
    """Under the names of their kinds, in the order of the best of each."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    return [(words.say(f"kinds.{kind}"), group) for kind, group in groups.items()]


class _Face(NamedTuple):
    """A font and what is found in a text in it."""

    plain: QFont
    bold: QFont


def _face(plain: QFont) -> _Face:
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    return _Face(plain, bold)


class SearchDelegate(QStyledItemDelegate):
    """Title and, below it, the place where it was found, the found words in bold."""

    def __init__(self, locale: QLocale, now: datetime) -> None:
        super().__init__()
        self._locale = locale
        self.now = now
        self._wear(QFont())

    def _wear(self, base: QFont) -> None:
        """Kept from line to line: a new font is looked up anew among all that there are."""
        self._text, self._small, self._section = _face(base), _face(font("small", base)), font("section", base)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(0, round(line * (2.7 if isinstance(item_of(index), Hit) else 1.7)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = item_of(index)
        if option.font != self._text.plain:
            self._wear(QFont(option.font))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, Heading):
            painter.setFont(self._section)
            painter.setPen(colours().color("quiet"))
            box = option.rect.adjusted(MEDIUM, 0, -MEDIUM, -2)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), item.text)
        elif isinstance(item, Hit):
            self._paint_hit(painter, option, item)
        elif item is not None:
            self._paint_command(painter, option, item)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> tuple[QColor, QColor]:
        """What is chosen stands on the accent; gives the colours of the text and of what is beside it."""
        c = colours()
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.color("accent"))
            painter.drawRoundedRect(option.rect.adjusted(TINY, 1, -TINY, -1), 7, 7)
        return c.color("accent_text" if on else "text"), c.color("accent_text" if on else "quiet")

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        ink, quiet = self._paint_ground(painter, option)
        box = option.rect.adjusted(MEDIUM, TINY, -MEDIUM, -TINY)
        side = option.fontMetrics.height()
        below = hit.snippet or hit.subtitle
        top = box.top() if below else box.top() + (box.height() - side - 3) // 2
        icons.draw(painter, QRect(box.left(), top + 2, side, side), KIND_ICONS[hit.kind], quiet)
        box.setLeft(box.left() + side + SMALL + 2)
        upper = QRect(box.left(), top, box.width(), side + 3)
        painter.setPen(quiet)
        room = _paint_beside(painter, upper, near(hit.date, self.now, self._locale, time=False), self._small.plain)
        if below:
            place = QRect(box.left(), upper.bottom() + 1, box.width(), side)
            _paint_marked(painter, place, below, self._small)
        painter.setPen(ink)
        upper.setWidth(room)
        _paint_marked(painter, upper, hit.marked_title, self._text)

    def _paint_command(self, painter: QPainter, option: QStyleOptionViewItem, command: Command) -> None:
        ink, quiet = self._paint_ground(painter, option)
        box = option.rect.adjusted(MEDIUM, 0, -MEDIUM, 0)
        side = option.fontMetrics.height()
        if command.icon:
            icons.draw(painter, QRect(box.left(), box.center().y() - side // 2, side, side), command.icon, quiet)
        box.setLeft(box.left() + side + SMALL + 2)
        keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
        painter.setPen(quiet)
        room = _paint_beside(painter, box, keys, self._small.plain)
        painter.setPen(ink)
        box.setWidth(room)
        _paint_marked(painter, box, command.text, self._text)


def _paint_beside(painter: QPainter, box: QRect, text: str, small: QFont) -> int:
    """At the right of a line; gives the width that is left."""
    if not text:
        return box.width()
    painter.setFont(small)
    return painter.drawText(box, _AT_END, text).left() - MEDIUM - box.left()


def _paint_marked(painter: QPainter, box: QRect, text: str, face: _Face) -> None:
    """Words one after another, those between the marks in bold, as far as there is room."""
    place, room, found = QRect(box), box.width(), False
    for part in text.replace("\n", " ").replace(TO, FROM).split(FROM):
        if part:
            painter.setFont(face.bold if found else face.plain)
            metrics = painter.fontMetrics()
            letter = metrics.averageCharWidth()
            if room < letter * 2:
                return
            if len(part) * letter * 5 > room * 4:  # perhaps too long, if its letters are wide
                part = metrics.elidedText(part, Qt.TextElideMode.ElideRight, room)
            # What is painted tells how wide it is: to ask first would lay each text out twice.
            place.setLeft(painter.drawText(place, _AT_START, part).right() + 1)
            room = place.width()
        found = not found
