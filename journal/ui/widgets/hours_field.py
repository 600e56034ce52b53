"""Hours of the day, from one time until another: any that she types, or none."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.ui.theme import SMALL, TINY
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.dates import read_time, show_time
from journal.ui.widgets.field import Line
from journal.ui.widgets.labels import StyledLabel


class HoursField(QWidget):
    """`changed(time | None, time | None)`: both, or neither."""

    changed = Signal(object, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begin, self.end = Line("", self), Line("", self)
        self.begin.setAccessibleName(f"{name}: {self.tr('from')}")
        self.end.setAccessibleName(f"{name}: {self.tr('until')}")
        self.begin.setPlaceholderText(show_time(time(20), QLocale()))
        self.end.setPlaceholderText(show_time(time(7, 30), QLocale()))
        self.clear = IconButton("x", self.tr("No quiet hours"), self, shy=True)
        self.clear.clicked.connect(self._clear)
        self.problem = StyledLabel("", self, style="small", role="warn", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (
            StyledLabel(self.tr("from"), self, role="quiet"),
            self.begin,
            StyledLabel(self.tr("until"), self, role="quiet"),
            self.end,
            self.clear,
        ):
            row.addWidget(widget)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        box.addLayout(row)
        box.addWidget(self.problem)
        for line in (self.begin, self.end):
            line.setFixedWidth(self.fontMetrics().horizontalAdvance("10:00 PM") + 36)
            line.textEdited.connect(lambda _: self._typed())
            line.editingFinished.connect(self._left)
        self.setFocusProxy(self.begin)
        self.problem.hide()

    def set_hours(self, hours: tuple[time, time] | None) -> None:
        for line, at in zip((self.begin, self.end), hours or (None, None), strict=True):
            line.setText(show_time(at, QLocale()))
        self._say("")

    def _clear(self) -> None:
        self.set_hours(None)
        self.changed.emit(None, None)
        self.begin.setFocus()

    def _typed(self) -> None:
        """What is whole is taken at once."""
        begin, end = (read_time(line.text()) for line in (self.begin, self.end))
        if not self.begin.text().strip() and not self.end.text().strip():
            self.changed.emit(None, None)
        elif begin is not None and end is not None and begin != end:
            self.changed.emit(begin, end)

    def _left(self) -> None:
        texts = [line.text().strip() for line in (self.begin, self.end)]
        times = [read_time(text) for text in texts]
        if any(text and at is None for text, at in zip(texts, times, strict=True)):
            self._say(self.tr("This time was not understood. Try 9:30."))
        elif any(texts) and not all(texts):
            self._say(self.tr("Say from when and until when."))
        elif all(texts) and times[0] == times[1]:
            self._say(self.tr("These hours end as they begin. Choose another end."))
        else:
            for line, at in zip((self.begin, self.end), times, strict=True):
                line.setText(show_time(at, QLocale()))
            self._say("")

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
