"""Editors of a day, of a day that may lack its year, and of a moment. Typed freely, or taken from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journal.ui import icons
from journal.ui.theme import colours, field_padding, restyled
from journal.ui.widgets.buttons import IconButton, QuietButton
from journal.ui.widgets.dates import (
    read_date,
    read_partial_date,
    read_time,
    show_date,
    show_partial_date,
    show_time,
)
from journal.ui.widgets.field import Field, Line


class CalendarPopup(QFrame):
    """A month to choose a day from; deletes itself when closed. `chosen(date)`."""

    chosen = Signal(object)

    def __init__(self, shown: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        c = colours()
        month = QCalendarWidget(self)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        month.setGridVisible(False)
        plain = QTextCharFormat()
        plain.setForeground(c.color("quiet"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            month.setWeekdayTextFormat(day, plain)
        header = QTextCharFormat()
        header.setForeground(c.color("quiet"))
        header.setBackground(c.color("card"))
        month.setHeaderTextFormat(header)
        now = QTextCharFormat()
        now.setForeground(c.color("accent_ink"))
        now.setFontWeight(700)
        month.setDateTextFormat(QDate(today.year, today.month, today.day), now)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = month.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(icon))
        month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        month.clicked.connect(self._take)
        month.activated.connect(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(month)
        jump = QuietButton(self.tr("Today"), self)
        jump.clicked.connect(lambda: self._take(QDate(today.year, today.month, today.day)))
        box.addWidget(jump, 0, Qt.AlignmentFlag.AlignHCenter)
        month.setFocus()

    def _take(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


class _DateLine(Field):
    """What the fields below share: a line, a calendar button, a clear button, and reading what was typed."""

    short = True
    _unreadable = ""

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, parent)
        self._today = today
        self._value: Any = self._nothing()
        self._settled: Any = self._value  # before she began to type
        self.line = Line("quiet", self)
        self.line.setPlaceholderText(placeholder)
        self._fit()
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.returnPressed.connect(self._entered)
        self._calendar = IconButton("calendar", self.tr("Choose a day"), self, shy=True)
        self._calendar.clicked.connect(self.open_calendar)
        self._clear = IconButton("x", self.tr("Clear"), self, shy=True)
        self._clear.clicked.connect(self._cleared)
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        for widget in (self.line, self._calendar, self._clear):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self.body.addLayout(self.row)
        self.lead(self.line)
        self.watch(self._calendar, self._clear)
        self._show_buttons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event) and hasattr(self, "line"):
            self._fit()

    def _fit(self) -> None:
        """Wide enough for the longest month in French, and no wider: the buttons stand close to the text."""
        metrics = self.fontMetrics()
        around = 2 * field_padding(metrics.height())[0] + 8
        self.line.setFixedWidth(metrics.horizontalAdvance("30 septembre 2026") + around)

    # --- what subclasses say ------------------------------------------------------------------------------------

    def _nothing(self) -> Any:
        return None

    def _read(self, text: str) -> Any:
        """The value of a typed text; None where it cannot be read."""
        raise NotImplementedError

    def _shown(self, value: Any) -> str:
        raise NotImplementedError

    def _day(self) -> date | None:
        """The day the calendar opens on."""
        raise NotImplementedError

    def _with_day(self, day: date) -> Any:
        raise NotImplementedError

    # --- what they share ----------------------------------------------------------------------------------------

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        if value == self._value and self.is_being_edited():
            return  # what she is typing stays as she types it
        self._value = self._settled = value
        self.line.show_text(self._shown(value))
        self.set_problem("")
        self._show_buttons()

    def _take(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self._show_buttons()
            self.edited.emit()

    def _typed(self) -> None:
        text = self.line.text().strip()
        value = self._read(text) if text else self._nothing()
        if value is not None or not text:
            self.set_problem("")
            self._take(value)

    def _tidy(self) -> None:
        text = self.line.text().strip()
        if text and self._read(text) is None:
            self._take(self._settled)  # "1/1/99" on the way to "1/1/9999" is not what she meant
            self.set_problem(self.tr("This date was not understood. Try 3 May 2026, or 2026-05-03."))
            return
        self._settled = self._value
        self.set_problem("")
        self.line.show_text(self._shown(self._value))

    def _entered(self) -> None:
        self._tidy()
        self.finished.emit()

    def _left(self) -> None:
        if not self.is_being_edited():
            self._tidy()
        super()._left()

    def _cleared(self) -> None:
        self.line.show_text("")
        self.set_problem("")
        self._take(self._nothing())
        self.line.setFocus()
        self.finished.emit()

    def _show_buttons(self) -> None:
        self._clear.setVisible(self._value != self._nothing())

    def open_calendar(self) -> None:
        today = self._today()
        popup = CalendarPopup(self._day() or today, today, self)
        popup.chosen.connect(self._picked)
        popup.adjustSize()
        popup.move(self.mapToGlobal(QPoint(0, self.line.height() + 3)))
        popup.show()

    def _picked(self, day: date) -> None:
        value = self._with_day(day)
        self.line.show_text(self._shown(value))
        self.set_problem("")
        self._take(value)
        self.finished.emit()


class DateField(_DateLine):
    """A day: `date` or None."""

    def _read(self, text: str) -> Any:
        return read_date(text, QLocale(), self._today())

    def _shown(self, value: Any) -> str:
        return show_date(value, QLocale())

    def _day(self) -> date | None:
        return self._value if isinstance(self._value, date) else None

    def _with_day(self, day: date) -> Any:
        return day


class PartialDateField(_DateLine):
    """A day that may lack its year, its day or both: "1980-05-03", "--05-03", "1980-05", "1980", or ""."""

    def _nothing(self) -> Any:
        return ""

    def _read(self, text: str) -> Any:
        return read_partial_date(text, QLocale(), self._today())

    def _shown(self, value: Any) -> str:
        return show_partial_date(value or "", QLocale())

    def _day(self) -> date | None:
        value = str(self._value)
        if value.startswith("--"):
            value = f"{self._today().year}-{value[2:]}"
        try:
            return date.fromisoformat((value + "-01-01")[:10]) if value else None
        except ValueError:
            return None

    def _with_day(self, day: date) -> Any:
        return day.isoformat()


class MomentField(_DateLine):
    """A day and a time: naive local `datetime` or None. `set_all_day(True)` hides the time and gives midnight.

    A day typed without a time gets `default_time`. With `now`, what people say of a time to come is understood too:
    "mardi prochain 9h", "in two weeks".
    """

    short = True

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        placeholder: str = "",
        default_time: time = time(9, 0),
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._now = now
        self._default_time = default_time
        self._all_day = False
        self.time_line = Line("quiet")
        super().__init__(label, parent, today=today, placeholder=placeholder)
        self.time_line.setParent(self)
        self.time_line.setAccessibleName(f"{label}: {self.tr('time')}")
        self._fit()
        self.time_line.textEdited.connect(lambda _text: self._time_typed())
        self.time_line.returnPressed.connect(self._entered)
        self.row.insertWidget(1, self.time_line)
        self.watch(self.time_line)
        self._show_buttons()

    def _fit(self) -> None:
        super()._fit()
        metrics = self.fontMetrics()
        around = 2 * field_padding(metrics.height())[0] + 8
        self.time_line.setFixedWidth(metrics.horizontalAdvance("10:00 PM") + around)

    def all_day(self) -> bool:
        return self._all_day

    def set_all_day(self, all_day: bool) -> None:
        """Shows or hides the time. The value keeps its time until the day is changed."""
        self._all_day = all_day
        self._show_buttons()

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        if self.line.text() == self._shown(value) and not self.time_line.hasFocus():
            self.time_line.show_text(show_time(value, QLocale()))

    def _with_day(self, day: date) -> Any:
        at = self._value.time() if isinstance(self._value, datetime) else self._default_time
        moment = datetime.combine(day, time(0) if self._all_day else at)
        self.time_line.show_text(show_time(moment, QLocale()))
        return moment

    def _read(self, text: str) -> Any:
        day = read_date(text, QLocale(), self._today())
        if day is not None:
            at = self._value.time() if isinstance(self._value, datetime) else self._default_time
            return datetime.combine(day, time(0) if self._all_day else at)
        head, _, tail = text.rpartition(" ")
        day, at_typed = read_date(head, QLocale(), self._today()), read_time(tail)
        if day is not None and at_typed is not None:
            return datetime.combine(day, at_typed)
        if self._now is None:
            return None
        from journal.domain.spoken_dates import spoken_moment  # its patterns take a tenth of a second to make

        return spoken_moment(text, self._now())

    def _shown(self, value: Any) -> str:
        return show_date(value.date(), QLocale()) if isinstance(value, datetime) else ""

    def _day(self) -> date | None:
        return self._value.date() if isinstance(self._value, datetime) else None

    def _typed(self) -> None:
        super()._typed()
        if not self.time_line.hasFocus():
            self.time_line.show_text(show_time(self._value, QLocale()))

    def _time_typed(self) -> None:
        at = read_time(self.time_line.text())
        if at is None:
            return
        day = self._value.date() if isinstance(self._value, datetime) else self._today()
        self._take(datetime.combine(day, at))
        self.line.show_text(self._shown(self._value))

    def _tidy(self) -> None:
        super()._tidy()
        text = self.time_line.text().strip()
        if not self._all_day and text and read_time(text) is None:
            self.set_problem(self.tr("This time was not understood. Try 9:30."))
        elif not self.problem():
            self.time_line.show_text(show_time(self._value, QLocale()))

    def _show_buttons(self) -> None:
        super()._show_buttons()
        has_day = isinstance(self._value, datetime)
        self.time_line.setVisible(has_day and not self._all_day)

    def _cleared(self) -> None:
        self.time_line.show_text("")
        super()._cleared()
