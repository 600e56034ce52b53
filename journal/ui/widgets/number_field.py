"""An editor of a number that may be absent, typed with a comma or a point."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journal.ui.theme import TINY
from journal.ui.widgets.field import Field, Line
from journal.ui.widgets.labels import StyledLabel


class NumberField(Field):
    """A float (or int with `whole`), or None where empty. `unit` is shown after it ("h", "€")."""

    short = True

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        unit: str = "",
        whole: bool = False,
        least: float | None = 0,
        most: float | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, parent)
        self._whole, self._least, self._most = whole, least, most
        self._value: float | int | None = None
        self.line = Line("quiet", self)
        self.line.setPlaceholderText(placeholder)
        self.line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * 7 + 16)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.returnPressed.connect(self._left)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        row.addWidget(self.line)
        if unit:
            row.addWidget(StyledLabel(unit, self, role="quiet"))
        row.addStretch(1)
        self.body.addLayout(row)
        self.lead(self.line)

    def value(self) -> float | int | None:
        return self._value

    def set_value(self, value: Any) -> None:
        if value == self._value and self._read() == (True, value):
            return  # "1," while typing 1,5 stays as typed
        self._value = value
        self.line.show_text(self._shown(value))
        self.set_problem("")

    def _shown(self, value: float | int | None) -> str:
        if value is None:
            return ""
        locale = QLocale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(int(value)) if value == int(value) else locale.toString(float(value), "g", 6)

    def _read(self) -> tuple[bool, float | int | None]:
        """(whether it can be read, the number)."""
        text = "".join(self.line.text().split()).replace(",", ".").replace("\N{MINUS SIGN}", "-")
        if not text:
            return True, None
        try:
            number: float | int = int(text) if self._whole else float(text)
        except ValueError:
            return False, None
        inside = (self._least is None or number >= self._least) and (self._most is None or number <= self._most)
        return inside and number == number and abs(number) != float("inf"), number

    def _typed(self) -> None:
        fine, number = self._read()
        if fine:
            self.set_problem("")
            if number != self._value:
                self._value = number
                self.edited.emit()

    def _left(self) -> None:
        fine, _ = self._read()
        self.set_problem("" if fine else self.tr("This is not a number that fits here."))
        if fine:
            self.line.show_text(self._shown(self._value))
        super()._left() if not self.is_being_edited() else self.finished.emit()
