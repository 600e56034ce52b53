"""Everything shared with a contact, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.domain.lines import Line
from journal.system import words
from journal.ui.screens.phrases import icon_of, type_of
from journal.ui.theme import SMALL
from journal.ui.when import near
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import CardRow
from journal.ui.widgets.headings import QuietText, SectionTitle

FIRST = 6  # shown at once; the others on request


class Shared(QWidget):
    """`opened(kind, id)`: she wants to see one of them."""

    opened = Signal(str, int)

    def __init__(self, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._lines: list[Line] = []
        self._now = datetime.min
        self._all = False
        self.heading = SectionTitle("", self)
        self.nothing = QuietText(
            self.tr("Nothing noted yet. Log an exchange, and your story with them begins here."), self
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more = QuietButton("", self)
        self.more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.more.clicked.connect(self._show_all)
        inset = max(7, self.fontMetrics().height() // 2) + 1
        for widget in (self.heading, self.nothing):
            widget.setContentsMargins(inset, SMALL, 0, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL // 2)
        box.addWidget(self.heading)
        box.addWidget(self.nothing)
        box.addLayout(self._rows)
        box.addWidget(self.more)

    def set_name(self, name: str) -> None:
        self.heading.setText(self.tr("Shared with {name}").format(name=name))

    def show_lines(self, lines: Sequence[Line], now: datetime, *, fresh: bool) -> None:
        """`fresh`: of another contact than before; only the first are shown again."""
        if fresh:
            self._all = False
        if list(lines) == self._lines and now.date() == self._now.date() and not fresh:
            return
        self._lines, self._now = list(lines), now
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        item = self._rows.itemAt(FIRST)
        row = item.widget() if item is not None else None
        if row is not None:
            row.setFocus()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._lines if self._all else self._lines[:FIRST]
        for line in shown:
            self._rows.addWidget(self._row_of(line))
        hidden = len(self._lines) - len(shown)
        self.nothing.setVisible(not self._lines)
        self.more.setVisible(hidden > 0)
        self.more.setText(QCoreApplication.translate("Shared", "Show %n earlier one(s)", None, hidden))

    def _row_of(self, line: Line) -> CardRow:
        row = CardRow(
            line.title,
            self._said(line),
            self,
            icon=icon_of(line),
            note=near(line.date, self._now, self._locale, time=False),
            role="accent_ink",
        )
        row.opened.connect(lambda: self.opened.emit(line.kind, line.id))
        return row

    def _said(self, line: Line) -> str:
        """What it is, and its state where that says more."""
        parts = [type_of(line)]
        if line.kind == "event" and line.state != "attended":
            parts.append(words.say(f"event.status.{line.state}"))
        if line.kind == "learning" and line.state:
            parts.append(words.say(f"learning.state.{line.state}"))
        if line.kind == "reminder" and line.state == "done":
            parts.append(self.tr("Done"))
        return " · ".join(parts)
