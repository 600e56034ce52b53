"""What the details of an event and of a learning have in common: cards of lines, follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.domain.capture.time_words import MORNING
from journal.domain.changes import Changes
from journal.domain.lines import Line
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.phrases import icon_of
from journal.ui.screens.reminders.series import days_before
from journal.ui.screens.soon import pick_day, reminder_moments
from journal.ui.theme import SMALL
from journal.ui.when import near
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.chips import Chip
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.headings import StyledLabel

Offer = tuple[str, datetime | None, int | None]  # what it is called, when, or how many days before its subject's date


class LinesCard(Card):
    """A card of lines that open; `empty` is said while there are none. Further rows go to `self.foot`."""

    def __init__(
        self, context: ScreenContext, heading: str, icon: str, empty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(heading, parent, icon=icon)
        self.context = context
        self._shown: Sequence[Line] | None = None
        self._holder = QWidget(self)
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.add(self._holder)
        self.empty = StyledLabel(empty, self, style="small", role="quiet", wrap=True)
        self.add(self.empty)
        self.foot = QVBoxLayout()
        self.box.addLayout(self.foot)

    def show_lines(self, lines: Sequence[Line]) -> None:
        if lines == self._shown:
            return  # what has the keyboard keeps it
        self._shown = list(lines)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            row = self.row_of(line)
            row.opened.connect(lambda line=line: self.context.navigate.open_entry(line.kind, line.id))
            self._rows.addWidget(row)
        self._holder.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def rows(self) -> list[CardRow]:
        found = [self._rows.itemAt(place) for place in range(self._rows.count())]
        return [row for item in found if item is not None and isinstance(row := item.widget(), CardRow)]

    def row_of(self, line: Line) -> CardRow:
        when = near(line.date, self.context.clock.now(), self.context.locale, time=line.kind == "reminder")
        return CardRow(line.title, "", self._holder, icon=icon_of(line), note=when)


class FollowUpCard(LinesCard):
    """The reminders about an entry, and new ones in one click."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "bell", "", parent)
        self.heading.setText(self.tr("Follow up"))
        self.heading.show()
        self.setAccessibleName(self.tr("Follow up"))
        self.empty.setText(self.tr("Choose a moment, and you will be reminded of it."))
        self._about = (0, "")
        self._offers = QWidget(self)
        self._flow = FlowLayout(self._offers, gap=SMALL - 2)
        self._offers.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.foot.addWidget(self._offers)
        self._texts: list[str] = []

    def show_for(
        self,
        entry_id: int,
        title: str,
        *,
        day: date | None = None,
        before: Sequence[int] = (),
        ends: datetime | None = None,
    ) -> None:
        """What the reminders are about; `before` are the days before its `day` that are offered, as far as they lie
        ahead, and `ends` offers the morning after."""
        self._about = (entry_id, title)
        now = self.context.clock.now()
        offers: list[Offer] = []
        if day is not None:
            words = dict(days_before())
            offers = [(words[days], None, days) for days in before if day - timedelta(days=days) > now.date()]
        if ends is not None and ends > now:
            offers.append((self.tr("After the event"), morning_after(ends), None))
        # The first moment is tomorrow: too soon for a follow-up.
        offers += [(text, moment, None) for text, moment in reminder_moments(now)[1:]]
        texts = [text for text, _, _ in offers]
        if texts != self._texts:
            self._texts = texts
            self._offer(texts)
        self._offered = offers

    def _offer(self, texts: Sequence[str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, text in enumerate(texts):
            chip = Chip(text, self._offers, icon="plus")
            chip.clicked.connect(lambda _=False, place=place: self._remind(*self._offered[place][1:]))
            self._flow.addWidget(chip)
            chip.show()
        pick = Chip(self.tr("Pick a day…"), self._offers, icon="calendar")
        pick.clicked.connect(lambda: pick_day(self.context.clock.now(), self._remind, at=pick))
        self._flow.addWidget(pick)
        pick.show()

    def row_of(self, line: Line) -> CardRow:
        now = self.context.clock.now()
        when = near(line.date, now, self.context.locale)
        if line.state == "done":
            return CardRow(line.title, "", self._holder, icon="circle-check", note=when, role="good")
        late = bool(line.date) and line.date < now.isoformat(timespec="seconds")
        row = CardRow(line.title, "", self._holder, icon="bell", note=when, role="warn" if late else "quiet")
        done = IconButton("check", self.tr("Done"), row)
        done.clicked.connect(lambda: self._mark_done(line))
        row.add_action(done)
        return row

    def _remind(self, moment: datetime | None, days: int | None = None) -> None:
        number, title = self._about
        if moment is None:
            text, when = self.tr("Prepare: {title}").format(title=title), dict(days_before())[days].lower()
        else:
            text = self.tr("Follow up: {title}").format(title=title)
            when = near(moment.isoformat(), self.context.clock.now(), self.context.locale)

        def write(journal: Journal) -> Changes:
            from journal.actions import reminders

            return reminders.remind_about(journal, entry_id=number, title=text[:500], due_at=moment, days_before=days)

        said = self.tr("You will be reminded: {when}").format(when=when)
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(said, undo=True))

    def _mark_done(self, line: Line) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import reminders

            return reminders.mark_done(journal, entry_id=line.id, occurrence=line.date)

        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(self.tr("Done."), undo=True))


def morning_after(ends: datetime) -> datetime:
    """Nine o'clock on the next working day after an event."""
    # What ends at midnight belongs to the day before.
    last = (ends - timedelta(minutes=1)).date() if ends.time() == time(0) else ends.date()
    day = last + timedelta(days=1)
    return datetime.combine(day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0), MORNING)
