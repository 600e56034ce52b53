"""How often a reminder comes again: a rhythm by name, or one put together piece by piece and said in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from journal.domain.recurrence import PRESETS
from journal.domain.repeating import Repeat, places, read_repeat, rule_of
from journal.system import words
from journal.system.repeat_words import in_words, place_words
from journal.ui.theme import SMALL, TINY
from journal.ui.widgets.choice_fields import ChoiceButton, Option
from journal.ui.widgets.date_fields import DateField
from journal.ui.widgets.field import Field
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.labels import StyledLabel
from journal.ui.widgets.number_field import NumberField

OTHER = "other"
MOST_UNITS, MOST_TIMES = 999, 9999


class DayToggle(QToolButton):
    """One day of the week, taken or not."""

    def __init__(self, weekday: int, parent: QWidget) -> None:
        super().__init__(parent)
        name = words.say(f"weekday.{weekday}")
        self.setText(words.say(f"date.weekday.{weekday}").rstrip("."))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class RepeatField(Field):
    """A recurrence rule as text, "" for once."""

    def __init__(self, label: str, parent: QWidget | None = None, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(label, parent)
        self._first: date = today()
        self._rule = ""
        self._repeat = Repeat("week")
        self.button = ChoiceButton(label, (), self)
        self.button.chosen.connect(self._chosen)
        self.panel = QWidget(self)
        self.every = NumberField(self.tr("How many"), self.panel, whole=True, least=1, most=MOST_UNITS)
        self.unit = ChoiceButton(self.tr("Days, weeks, months or years"), (), self.panel, framed=True)
        self.days = [DayToggle(weekday, self.panel) for weekday in range(7)]
        self.place = ChoiceButton(self.tr("On which day"), (), self.panel, framed=True)
        self.end = ChoiceButton(self.tr("Until when"), self._ends(), self.panel, framed=True)
        self.until = DateField(self.tr("Last day"), self.panel, today=today)
        self.times = NumberField(
            self.tr("Number of times"), self.panel, unit=self.tr("times"), whole=True, least=1, most=MOST_TIMES
        )
        self.said = StyledLabel("", self.panel, style="small", role="quiet", wrap=True)
        self._lay_out()
        self.setFocusProxy(self.button)
        parts = (self.unit, self.place, self.end, *self.days, self.every.line, self.until.line, self.times.line)
        self.watch(self.button, *parts)
        for one in (self.every, self.until, self.times):
            one.edited.connect(self._put_together)
        for choice in (self.unit, self.place, self.end):
            choice.chosen.connect(self._put_together)
        for day in self.days:
            day.clicked.connect(self._put_together)
        self._show()

    def _lay_out(self) -> None:
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        box = QVBoxLayout(self.panel)
        box.setContentsMargins(0, TINY, 0, TINY)
        box.setSpacing(SMALL)
        every = StyledLabel(self.tr("Every"), self.panel, role="quiet")
        box.addWidget(self._row(every, self.every, self.unit))
        self._week = self._row(*self.days)
        self._place = self._row(self.place)
        for row in (self._week, self._place, self._row(self.end, self.until, self.times)):
            box.addWidget(row)
        box.addWidget(self.said)
        self.body.addWidget(self.panel)

    def _row(self, *widgets: QWidget) -> QWidget:
        holder = QWidget(self.panel)
        flow = FlowLayout(holder, gap=SMALL)
        for widget in widgets:
            flow.addWidget(widget)
        return holder

    def _ends(self) -> list[Option]:
        return [("", self.tr("Without end")), ("until", self.tr("Until a day")), ("times", self.tr("So many times"))]

    def _units(self) -> list[Option]:
        count = self.every.value() or 1
        several = count != 1
        return [
            ("day", self.tr("days") if several else self.tr("day")),
            ("week", self.tr("weeks") if several else self.tr("week")),
            ("month", self.tr("months") if several else self.tr("month")),
            ("year", self.tr("years") if several else self.tr("year")),
        ]

    # --- the value --------------------------------------------------------------------------------------------------

    def value(self) -> str:
        return self._rule

    def set_value(self, value: Any) -> None:
        if value == self._rule and self.is_being_edited():
            return
        self._rule = str(value or "")
        self._repeat = read_repeat(self._rule) or Repeat("week")
        self.set_problem("")
        self._show()

    def set_first(self, first: datetime | None) -> None:
        """The day the series begins on: what "every month" means hangs on it."""
        if first is not None and first.date() != self._first:
            self._first = first.date()
            self._show()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def _rules(self) -> list[Option]:
        rules: list[Option] = [("", words.say("repeats.once"))]
        rules += [(rule, words.say(f"repeats.{name}"), "repeat") for name, rule in PRESETS.items()]
        if self._rule and self._rule not in PRESETS.values():
            rules.append((self._rule, in_words(self._rule, self._first), "repeat"))
        return [*rules, (OTHER, self.tr("Other rhythm…"))]

    def _show(self, *, opened: bool | None = None) -> None:
        """The choice as it stands; the pieces of a rhythm that has no name."""
        self.button.set_options(self._rules())
        self.button.set_value(self._rule)
        known = read_repeat(self._rule) is not None
        named = self._rule in ("", *PRESETS.values())
        self.panel.setVisible(known and not named if opened is None else opened)
        repeat = self._repeat
        self.every.set_value(repeat.every)
        self.unit.set_options(self._units())
        self.unit.set_value(repeat.unit)
        for weekday, toggle in enumerate(self.days):
            toggle.setChecked(weekday in (repeat.weekdays or (self._first.weekday(),)))
        self._week.setVisible(repeat.unit == "week")
        self._place.setVisible(repeat.unit in ("month", "year"))
        self._show_places(repeat)
        self.end.set_value("until" if repeat.until else "times" if repeat.count else "")
        self.until.set_value(repeat.until)
        self.times.set_value(repeat.count)
        self.until.setVisible(bool(repeat.until))
        self.times.setVisible(bool(repeat.count))
        self.said.setText(in_words(self._rule, self._first))

    def _show_places(self, repeat: Repeat) -> None:
        if repeat.unit not in ("month", "year"):
            return
        offered = places(repeat.unit, self._first)
        bare = replace(repeat, every=1, until=None, count=None)
        if bare not in offered:
            offered.append(bare)
        self.place.set_options([(rule_of(one), place_words(one, self._first)) for one in offered])
        self.place.set_value(rule_of(bare))

    # --- what she does ------------------------------------------------------------------------------------------------

    def _chosen(self, value: str) -> None:
        if value == OTHER:
            self._repeat = read_repeat(self._rule) or Repeat("week")
            if self._repeat.unit == "week" and not self._repeat.weekdays:
                self._repeat = replace(self._repeat, weekdays=(self._first.weekday(),))
            self._rule = rule_of(self._repeat)
            self._show(opened=True)
            self.every.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.every.line.selectAll()
            self.edited.emit()
            return
        self._rule = value
        self._repeat = read_repeat(value) or Repeat("week")
        self._show()
        self.edited.emit()
        self.finished.emit()

    def _put_together(self, _value: object = None) -> None:
        """The rhythm that the pieces make, as far as they are filled in."""
        unit = self.unit.value()
        there = Repeat(unit)
        if unit == "week":
            taken = tuple(weekday for weekday, toggle in enumerate(self.days) if toggle.isChecked())
            there = replace(there, weekdays=taken or (self._first.weekday(),))
        elif unit == self._repeat.unit and unit in ("month", "year"):
            there = read_repeat(self.place.value()) or there
        end = self.end.value()
        until = (self.until.value() or date(self._first.year + 1, 12, 31)) if end == "until" else None
        times = int(self.times.value() or 10) if end == "times" else None
        self._repeat = replace(there, every=int(self.every.value() or 1), until=until, count=times)
        self._rule = rule_of(self._repeat)
        self._show(opened=True)
        self.edited.emit()
