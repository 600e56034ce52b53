"""How one row of a list is painted: a leading icon or initials, two lines of text, a date and marks."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.domain.lines import Line
from journal.ui import icons
from journal.ui.theme import MEDIUM, SMALL, TINY, Colours, colours, font
from journal.ui.widgets.avatar import initials
from journal.ui.widgets.lines_model import LINE_ROLE, LinesModel

Index = QModelIndex | QPersistentModelIndex
RADIUS = 7


class _Side:
    """Takes boxes from the two ends of a row, in the reading direction."""

    def __init__(self, box: QRect, mirrored: bool) -> None:
        self.box, self._mirrored = QRect(box), mirrored

    def take(self, width: int, gap: int, *, from_end: bool) -> QRect:
        right = from_end != self._mirrored
        place = QRect(self.box)
        if right:
            place.setLeft(self.box.right() - width + 1)
            self.box.setRight(place.left() - gap - 1)
        else:
            place.setWidth(width)
            self.box.setLeft(place.right() + gap + 1)
        return place


class LineDelegate(QStyledItemDelegate):
    """Paints column 0 as a whole and the other columns as quiet text. Rows have one height."""

    def __init__(self, two_lines: bool = True) -> None:
        super().__init__()
        self._two_lines = two_lines

    def row_height(self, metrics: QFontMetrics) -> int:
        return round(metrics.height() * (2.9 if self._two_lines else 1.9))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        c = colours(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_back(painter, option, index, c, selected)
        if index.column() == 0:
            self._paint_line(painter, option, line, cast(LinesModel, index.model()), c, selected)
        else:
            self._paint_text(painter, option, str(index.data() or ""), c, selected)
        painter.restore()

    def _paint_back(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, c: Colours, selected: bool
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not selected and not hovered:
            return
        first, last = index.column() == 0, index.column() == index.model().columnCount() - 1
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left, right = (last, first) if mirrored else (first, last)
        # A rounded end lies inside the cell; the other is pushed out of it, so that the cells make one bar.
        box = option.rect.adjusted(4 if left else -12, 1, -4 if right else 12, -1)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.color("accent" if selected else "hover"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.restore()

    def _paint_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: Line,
        model: LinesModel,
        c: Colours,
        selected: bool,
    ) -> None:
        look = model.look
        strong, quiet = (c.accent_text, c.accent_text) if selected else (c.text, c.quiet)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        sides = _Side(option.rect.adjusted(MEDIUM + 2, 0, -MEDIUM - 2, 0), mirrored)
        height = option.fontMetrics.height()
        if look.leading:
            side = round(height * (1.9 if self._two_lines else 1.3))
            self._paint_leading(
                painter, sides.take(side, SMALL + 2, from_end=False), side, line, look.icon(line), c, selected
            )
        small = font("small", option.font)
        name_font = font("strong", option.font)
        upper, lower = self._bands(sides.box, option.fontMetrics, QFontMetrics(small))
        # A list without columns carries the date at the end of its first line.
        date = look.date(line) if not model.columns else ""
        top = _Side(upper, mirrored)
        if date:
            ink = c.warn if look.late(line) and not selected else quiet
            self._text(painter, top, date, small, ink, at_end=True)
        for shown, name, colour in (
            (line.favourite, "star-filled", c.star),
            (line.confidential, "eye-off", c.quiet),
        ):
            if shown:
                mark = round(height * 0.85)
                place = top.take(mark, TINY, from_end=True)
                icons.draw(painter, _centred(place, mark), name, c.accent_text if selected else colour)
        self._text(painter, top, line.title, name_font, strong)
        if not self._two_lines:
            return
        bottom = _Side(lower, mirrored)
        state = look.state(line)
        if state is not None:
            self._paint_pill(painter, bottom, state, small, c, selected)
        self._text(painter, bottom, look.subtitle(line), small, quiet)

    def _bands(self, box: QRect, metrics: QFontMetrics, small: QFontMetrics) -> tuple[QRect, QRect]:
        if not self._two_lines:
            return QRect(box), QRect()
        gap = 2
        top = box.top() + (box.height() - metrics.height() - small.height() - gap) // 2
        upper = QRect(box.left(), top, box.width(), metrics.height())
        return upper, QRect(box.left(), upper.bottom() + 1 + gap, box.width(), small.height() + 1)

    def _text(
        self, painter: QPainter, side: _Side, text: str, with_font: QFont, ink: str, *, at_end: bool = False
    ) -> None:
        if not text:
            return
        painter.setFont(with_font)
        metrics = painter.fontMetrics()
        painter.setPen(QColor(ink))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        if at_end:
            place = side.take(min(metrics.horizontalAdvance(text) + 1, side.box.width() // 2), SMALL, from_end=True)
        else:
            place = side.box
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        align |= Qt.AlignmentFlag.AlignRight if mirrored != at_end else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(align), metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width()))

    def _paint_leading(
        self, painter: QPainter, place: QRect, side: int, line: Line, icon: str, c: Colours, selected: bool
    ) -> None:
        circle = _centred(place, side)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = QColor(c.accent_ink)
        if selected:
            back = QColor(c.accent_text)
            back.setAlpha(45)
            ink = QColor(c.accent_text)
        else:
            back = QColor(c.accent_soft)
        painter.setBrush(back)
        painter.drawEllipse(circle)
        if icon:
            icons.draw(painter, _centred(circle, round(side * 0.52)), icon, ink)
            return
        letters = font("strong")
        letters.setPixelSize(max(8, round(side * 0.38)))
        painter.setFont(letters)
        painter.setPen(ink)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(line.title))

    def _paint_pill(
        self, painter: QPainter, side: _Side, state: tuple[str, str], small: QFont, c: Colours, selected: bool
    ) -> None:
        text, tone = state
        metrics = QFontMetrics(small)
        width = min(metrics.horizontalAdvance(text) + metrics.height(), side.box.width() // 2)
        place = side.take(width, SMALL, from_end=True)
        back, ink = {
            "accent": (c.accent_soft, c.accent_ink),
            "warn": (c.warn_soft, c.warn),
            "good": (c.good_soft, c.good),
        }.get(tone, (c.hover, c.quiet))
        fill = QColor(back)
        if selected:
            fill, ink = QColor(c.accent_text), c.accent_text
            fill.setAlpha(45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setFont(small)
        painter.setPen(QColor(ink))
        inner = width - metrics.height() + 2
        painter.drawText(
            place, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner)
        )

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, c: Colours, selected: bool
    ) -> None:
        box = option.rect.adjusted(SMALL, 0, -SMALL, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(c.accent_text if selected else c.quiet))
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)


def _centred(box: QRect, side: int) -> QRect:
    return QRect(box.left() + (box.width() - side) // 2, box.top() + (box.height() - side) // 2, side, side)
