"""What is said of a series under its fields: that one was moved alone, and when it was done before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.reminder import Reminder
from journal.ui.theme import SMALL, field_padding
from journal.ui.when import near
from journal.ui.widgets.buttons import PlainButton
from journal.ui.widgets.dates import show_date
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.labels import StyledLabel

SHOWN = 5  # of the times it was done


def days_before(chosen: int | None = None) -> list[tuple[int | None, str]]:
    """How long before its subject's date a reminder may come; `chosen` is among them."""
    say = QCoreApplication.translate
    offered: dict[int | None, str] = {
        None: say("Series", "At the time above"),
        0: say("Series", "On the day"),
        1: say("Series", "The day before"),
        2: say("Series", "Two days before"),
        7: say("Series", "A week before"),
        14: say("Series", "Two weeks before"),
        30: say("Series", "A month before"),
    }
    if chosen is not None and chosen not in offered:
        offered[chosen] = say("Series", "%n day(s) before", "", chosen)
    return sorted(offered.items(), key=lambda one: -1 if one[0] is None else one[0])


class SeriesNote(QWidget):
    """`all_wanted`: what was moved this once shall be so for all to come."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(field_padding(self.fontMetrics().height())[0] + 1, 0, 0, 0)
        box.setSpacing(SMALL)
        self.moved = QWidget(self)
        flow = FlowLayout(self.moved, gap=SMALL)
        self.only = StyledLabel(self.tr("Moved this once only."), self.moved, role="quiet")
        self.all = PlainButton(self.tr("Move all to come as well"), self.moved, icon="repeat")
        self.all.clicked.connect(self.all_wanted)
        flow.addWidget(self.only)
        flow.addWidget(self.all)
        self.log = StyledLabel("", self, style="small", role="quiet", wrap=True)
        box.addWidget(self.moved)
        box.addWidget(self.log)
        self.show_log([])
        self.moved.hide()

    def show_for(self, reminder: Reminder, now: datetime, locale: QLocale) -> None:
        self._now, self._locale = now, locale
        self.moved.setVisible(bool(reminder.id) and reminder.done_at is None and reminder.is_moved())

    def show_log(self, days: Sequence[date]) -> None:
        """`days` on which it was done, the latest first."""
        self.log.setVisible(bool(days))
        if not days:
            return
        said = [near(day.isoformat(), self._now, self._locale, time=False) for day in days[:SHOWN]]
        text = QCoreApplication.translate("SeriesNote", "Done %n time(s): {days}", "", len(days)).format(
            days=", ".join(said)
        )
        self.log.setText(text + (", …" if len(days) > SHOWN else ""))
        self.log.setToolTip("\n".join(show_date(day, self._locale) for day in days))
