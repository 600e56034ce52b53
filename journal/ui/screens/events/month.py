"""A month of events: days in a grid, entries as small pills, everything by mouse and by keyboard."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from journal.domain.lines import Line
from journal.domain.returning_days import ReturningDay
from journal.ui import icons
from journal.ui.screens.phrases import icon_of, long_day
from journal.ui.screens.returning import ICON_OF_DAY, day_said
from journal.ui.theme import SMALL, TINY, Colours, colours, em, font
from journal.ui.widgets.buttons import IconButton, PlainButton
from journal.ui.widgets.headings import Heading
from journal.ui.widgets.menu import Menu

WEEKS = 6
OFF = ("cancelled", "declined")


def first_shown(year: int, month: int, locale: QLocale) -> date:
    """The first day of the grid: the beginning, in that country, of the week in which the month begins."""
    first = date(year, month, 1)
    return first - timedelta(days=(first.isoweekday() - locale.firstDayOfWeek().value) % 7)


class MonthGrid(QWidget):
    """Six weeks. `set_lines` gives the events of `span()`, whenever they have been read.

    Signals: `span_changed()`: other days are shown now; `opened(int)`: an event was clicked; `wanted_new(date)`: a new
    event on that day. Arrows move the day, Page Up and Page Down the month, Home goes to today, Enter opens or creates.
    """

    span_changed = Signal()
    opened = Signal(int)
    returning_opened = Signal(str, int)  # kind and id of whose day it is
    wanted_new = Signal(object)

    def __init__(self, locale: QLocale, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale, self._today = locale, today
        self._day = today
        self._first = first_shown(today.year, today.month, locale)
        self._by_day: dict[date, list[Line]] = {}
        self._returning: dict[date, list[ReturningDay]] = {}
        self._open_id = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell_name()

    # --- what is shown --------------------------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The day she is on."""
        return self._day

    def span(self) -> tuple[date, date]:
        """The first and the last day of the grid."""
        return self._first, self._first + timedelta(days=7 * WEEKS - 1)

    def title(self) -> str:
        name = self._locale.standaloneMonthName(self._day.month, QLocale.FormatType.LongFormat)
        return f"{name[:1].upper()}{name[1:]} {self._day.year}"

    def set_today(self, today: date) -> None:
        if today != self._today:
            self._today = today
            self.update()

    def set_lines(self, lines: Sequence[Line], last_days: Mapping[int, date] | None = None) -> None:
        """`last_days`: of the events that go on after the day they begin, by id; they stand on each of their days."""
        self._by_day = {}
        first, last = self.span()
        for line in lines:
            if not line.date:
                continue
            begins = date.fromisoformat(line.date[:10])
            ends = (last_days or {}).get(line.id, begins)
            day = max(begins, first)
            while day <= min(max(begins, ends), last):
                self._by_day.setdefault(day, []).append(line)
                day += timedelta(days=1)
        self._tell_name()
        self.update()

    def set_returning(self, days: Sequence[ReturningDay]) -> None:
        """Birthdays and the like: small signs beside the number of their day."""
        self._returning = {}
        for one in days:
            self._returning.setdefault(one.day, []).append(one)
        self._tell_name()
        self.update()

    def lines_of(self, day: date) -> list[Line]:
        return list(self._by_day.get(day, ()))

    def mark_open(self, entry_id: int) -> None:
        """The event shown beside the month."""
        self._open_id = entry_id
        self.update()

    def go_to(self, day: date) -> None:
        """Moves to that day, to another month where need be. Years beyond those of entries are not reached."""
        if not 1800 <= day.year <= 2200 or day == self._day:
            return
        other = (day.year, day.month) != (self._day.year, self._day.month)
        self._day = day
        if other:
            self._first = first_shown(day.year, day.month, self._locale)
            self._by_day, self._returning = {}, {}
            self.span_changed.emit()
        self._tell_name()
        self.update()

    def go_months(self, months: int) -> None:
        year, month = divmod(self._day.year * 12 + self._day.month - 1 + months, 12)
        last = calendar.monthrange(max(1, year), month + 1)[1]
        self.go_to(date(year, month + 1, min(self._day.day, last)))

    def go_to_today(self) -> None:
        self.go_to(self._today)

    def _tell_name(self) -> None:
        """Screen readers say the day and what is on it."""
        titles = [day_said(one) for one in self._returning.get(self._day, ())]
        titles += [line.title for line in self._by_day.get(self._day, ())]
        self.setAccessibleName(", ".join([f"{long_day(self._day, self._locale)} {self._day.year}", *titles]))

    # --- geometry -------------------------------------------------------------------------------------------------

    def _head_height(self) -> int:
        return round(em(self) * 1.6)

    def _cell(self, place: int) -> QRect:
        """The box of the nth day shown."""
        row, column = divmod(place, 7)
        if self.isRightToLeft():
            column = 6 - column
        top, width, height = self._head_height(), self.width() - 1, self.height() - self._head_height() - 1
        left, right = column * width // 7, (column + 1) * width // 7
        upper, lower = top + row * height // WEEKS, top + (row + 1) * height // WEEKS
        return QRect(left, upper, right - left, lower - upper)

    def day_at(self, point: QPoint) -> date | None:
        for place in range(7 * WEEKS):
            if self._cell(place).contains(point):
                return self._first + timedelta(days=place)
        return None

    def _pills(self, day: date) -> tuple[list[tuple[QRect, Line]], QRect, int]:
        """(box, event) of the pills of a day, and the box and number of those there is no room for."""
        cell = self._cell((day - self._first).days)
        lines = self._by_day.get(day, [])
        height = round(em(self) * 1.25)
        top = cell.top() + round(em(self) * 1.6)
        room = max(0, (cell.bottom() - top - 1) // (height + 2))
        if len(lines) > room <= 1:
            return self._marks(cell, lines, top, height)
        shown = len(lines) if len(lines) <= room else room - 1
        boxes = [
            (QRect(cell.left() + 3, top + place * (height + 2), cell.width() - 6, height), line)
            for place, line in enumerate(lines[:shown])
        ]
        rest = QRect(cell.left() + 3, top + shown * (height + 2), cell.width() - 6, height)
        return boxes, rest, len(lines) - shown

    def _marks(
        self, cell: QRect, lines: list[Line], top: int, height: int
    ) -> tuple[list[tuple[QRect, Line]], QRect, int]:
        """Icons alone, side by side, where the days are too low for several pills."""
        side = max(height * 2 // 3, min(height, cell.bottom() - top - 1))
        top, step = cell.bottom() - side - 2, side + 2
        fit = max(1, (cell.width() - 6) // step)
        shown = len(lines) if len(lines) <= fit else fit - 1
        boxes = [
            (QRect(cell.left() + 3 + place * step, top, side, side), line) for place, line in enumerate(lines[:shown])
        ]
        rest = QRect(cell.left() + 3 + shown * step, top, cell.width() - 6 - shown * step, side)
        return boxes, rest, len(lines) - shown

    def line_at(self, point: QPoint) -> Line | None:
        day = self.day_at(point)
        if day is None:
            return None
        return next((line for box, line in self._pills(day)[0] if box.contains(point)), None)

    def sizeHint(self) -> QSize:
        return QSize(em(self) * 36, em(self) * 30)

    def minimumSizeHint(self) -> QSize:
        # The numbers of the days, and a sign that something is on them.
        return QSize(em(self) * 15, round(em(self) * 8.8))

    # --- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._head_height()
        board = self.rect().toRectF().adjusted(0.5, top + 0.5, -0.5, -0.5)
        painter.setPen(c.color("line"))
        painter.setBrush(c.color("surface"))
        painter.drawRoundedRect(board, 9, 9)
        self._paint_week_names(painter, c)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(c.color("line"))
        for row in range(1, WEEKS):
            y = self._cell(row * 7).top()
            painter.drawLine(1, y, self.width() - 2, y)
        for column in range(1, 7):
            x = self._cell(6 - column if self.isRightToLeft() else column).left()
            painter.drawLine(x, top + 1, x, self.height() - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(7 * WEEKS):
            self._paint_day(painter, self._first + timedelta(days=place), self._cell(place), c)

    def _paint_week_names(self, painter: QPainter, c: Colours) -> None:
        painter.setFont(font("small"))
        painter.setPen(c.color("quiet"))
        for column in range(7):
            number = (self._first + timedelta(days=column)).isoweekday()
            name = self._locale.standaloneDayName(number, QLocale.FormatType.ShortFormat).rstrip(".")
            cell = self._cell(column)
            box = QRect(cell.left(), 0, cell.width(), self._head_height())
            painter.drawText(
                box,
                Qt.AlignmentFlag.AlignCenter,
                painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideNone, box.width()),
            )

    def _paint_day(self, painter: QPainter, day: date, cell: QRect, c: Colours) -> None:
        inside = day.month == self._day.month
        if day == self._day:
            painter.setPen(QPen(c.color("accent" if self.hasFocus() else "edge"), 1.5 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.toRectF().adjusted(2, 2, -1.5, -1.5), 6, 6)
        self._paint_number(painter, day, cell, inside, c)
        boxes, rest, hidden = self._pills(day)
        for box, line in boxes:
            self._paint_pill(painter, box, line, inside, c)
        if hidden:
            painter.setFont(font("small"))
            painter.setPen(c.color("quiet"))
            painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, f"+{hidden}")

    def _paint_number(self, painter: QPainter, day: date, cell: QRect, inside: bool, c: Colours) -> None:
        side = round(em(self) * 1.4)
        left = cell.right() - side - 2 if not self.isRightToLeft() else cell.left() + 3
        box = QRect(left, cell.top() + 3, side, side)
        today = day == self._today
        painter.setFont(font("small"))
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.color("accent"))
            painter.drawEllipse(box)
        painter.setPen(c.color("accent_text" if today else "text" if inside else "faint"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        sign = round(side * 0.72)
        for place, one in enumerate(self._returning.get(day, ())[: max(0, (cell.width() - side) // (sign + 4))]):
            away = place * (sign + 4)
            at = cell.right() - sign - 5 - away if self.isRightToLeft() else cell.left() + 6 + away
            ink = c.accent_ink if inside else c.faint
            icons.draw(painter, QRect(at, box.top() + (side - sign) // 2, sign, sign), ICON_OF_DAY[one.kind], ink)

    def _paint_pill(self, painter: QPainter, box: QRect, line: Line, inside: bool, c: Colours) -> None:
        off, chosen = line.state in OFF, line.id == self._open_id
        coming = line.state in ("planned", "maybe")
        fill = "accent" if chosen else "hover" if off or not coming else "accent_soft"
        ink = c.accent_text if chosen else c.faint if off else c.accent_ink if coming and inside else c.quiet
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.color(fill))
        painter.drawRoundedRect(box, 4, 4)
        side = round(box.height() * 0.66)
        mirrored = self.isRightToLeft()
        left = box.right() - side - 3 if mirrored else box.left() + 4
        if box.width() <= box.height() + 2:
            left = box.left() + (box.width() - side) // 2
        icons.draw(painter, QRect(left, box.top() + (box.height() - side) // 2, side, side), icon_of(line), ink)
        words = box.adjusted(3, 0, -side - 7, 0) if mirrored else box.adjusted(side + 7, 0, -3, 0)
        with_font = font("small")
        with_font.setStrikeOut(off)
        painter.setFont(with_font)
        painter.setPen(c.color("accent_text" if chosen else "faint" if off else "text" if inside else "quiet"))
        title = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, words.width())
        if words.width() > em(self):
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, title)

    # --- hands ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        day, line = self.day_at(point), self.line_at(point)
        if day is None:
            return
        if line is not None:
            # Before the day: going to a day of the next month would take the event away from under the pointer.
            self.go_to(day)
            self.opened.emit(line.id)
            return
        _, rest, hidden = self._pills(day)
        more = bool(hidden) and rest.contains(point)
        self.go_to(day)
        if more:
            self.open_day_menu()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click may have turned the page: what counts is the day she is on since then.
        if event.button() == Qt.MouseButton.LeftButton and self.line_at(event.position().toPoint()) is None:
            self.wanted_new.emit(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = -1 if self.isRightToLeft() else 1
        days = {Qt.Key.Key_Left: -step, Qt.Key.Key_Right: step, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in days:
            self.go_to(self._day + timedelta(days=days[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_months(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.go_to_today()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        lines = self._by_day.get(self._day, [])
        if self._returning.get(self._day):
            self.open_day_menu()
        elif not lines:
            self.wanted_new.emit(self._day)
        elif len(lines) == 1:
            self.opened.emit(lines[0].id)
        else:
            self.open_day_menu()

    def open_day_menu(self) -> Menu:
        """All events of the day, and a new one."""
        menu = Menu(self)
        for one in self._returning.get(self._day, ()):
            action = menu.addAction(icons.icon(ICON_OF_DAY[one.kind]), day_said(one).replace("&", "&&"))
            action.setEnabled(bool(one.id))
            action.triggered.connect(lambda _=False, one=one: self.returning_opened.emit(one.entry_kind, one.id))
        for line in self._by_day.get(self._day, ()):
            at = f"\t{line.date[11:16]}" if line.date[11:16] not in ("", "00:00") else ""
            action = menu.addAction(icons.icon(icon_of(line)), line.title.replace("&", "&&") + at)
            action.triggered.connect(lambda _=False, number=line.id: self.opened.emit(number))
        menu.addSeparator()
        new = menu.addAction(icons.icon("plus"), self.tr("New event on this day"))
        new.triggered.connect(lambda: self.wanted_new.emit(self._day))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self._cell((self._day - self._first).days).bottomLeft()))
        return menu

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line, day = self.line_at(event.pos()), self.day_at(event.pos())
            said = "\n".join(day_said(one) for one in self._returning.get(day, ())) if day else ""
            QToolTip.showText(event.globalPos(), f"{line.title}\n{line.subtitle}".strip() if line else said, self)
            return True
        return super().event(event)


class Month(QWidget):
    """The grid under its name, with the buttons that turn the pages."""

    def __init__(self, locale: QLocale, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = MonthGrid(locale, today, self)
        self.heading = Heading(self.grid.title(), self)
        self.before = IconButton("chevron-left", self.tr("Previous month (Page Up)"), self)
        self.after = IconButton("chevron-right", self.tr("Next month (Page Down)"), self)
        self.today = PlainButton(self.tr("Today"), self)
        head = QHBoxLayout()
        head.setContentsMargins(TINY, 0, 0, 0)
        head.setSpacing(TINY)
        head.addWidget(self.heading, 1)
        head.addWidget(self.before)
        head.addWidget(self.today)
        head.addWidget(self.after)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        box.addLayout(head)
        box.addWidget(self.grid, 1)
        self.before.clicked.connect(lambda: self.grid.go_months(-1))
        self.after.clicked.connect(lambda: self.grid.go_months(1))
        self.today.clicked.connect(self.grid.go_to_today)
        self.grid.span_changed.connect(lambda: self.heading.setText(self.grid.title()))
        self.setFocusProxy(self.grid)
