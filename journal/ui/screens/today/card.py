"""What every card of Today is: rows that open their entry, and where the keyboard can be in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from journal.domain.lines import Line
from journal.domain.weekly_look import SOURCE as WEEKLY_LOOK
from journal.ui.context import ScreenContext
from journal.ui.screens.today.acts import Acts
from journal.ui.screens.today.reading import TodayRead
from journal.ui.theme import LARGE, SMALL, TINY, em
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.dates import show_time
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.headings import QuietText

MOST_ROWS = 5


class TodayCard(Card):
    """`spots`: what can have the keyboard, by a name that is the same when the card is made anew."""

    def __init__(self, key: str, heading: str, icon: str, context: ScreenContext, acts: Acts, parent: QWidget) -> None:
        super().__init__(heading, parent, icon=icon)
        self.key, self.context, self.acts = key, context, acts
        self.now = context.clock.now()
        self.spots: dict[tuple[str, str, int], QWidget] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        # The rows have a padding of their own: what is in them is in line with the heading.
        self.box.setContentsMargins(LARGE - SMALL, LARGE - 4, LARGE - SMALL, LARGE - 4)
        self._top.setContentsMargins(SMALL, 0, SMALL, 0)
        self.heading.setMinimumHeight(round(em(self) * 1.7))

    def fill(self, read: TodayRead) -> None:
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        text = QuietText(sentence, self)
        text.setContentsMargins(SMALL, 0, SMALL, 0)
        self.add(text)

    def add_buttons(self, *, about: int = 0, **buttons: QWidget) -> None:
        """Buttons by their names, side by side where there is room; `about` the entry of that id."""
        line = QWidget(self)
        flow = FlowLayout(line, gap=SMALL)
        flow.setContentsMargins(SMALL, TINY, SMALL, 0)
        for name, button in buttons.items():
            flow.addWidget(button)
            self.spots[self.key, name, about] = button
        self.add(line)

    def add_rows(self, lines: Sequence[Line], row_of: Callable[[Line], CardRow], page: str, *, view: str = "") -> None:
        """The first of `lines`, and a way to the page of all of them."""
        rows = QWidget(self)
        box = QBoxLayout(QBoxLayout.Direction.TopToBottom, rows)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for line in lines[:MOST_ROWS]:
            row = row_of(line)
            row.opened.connect(lambda line=line: self._open(line))
            self.spots[self.key, "open", line.id] = row
            box.addWidget(row)
        self.add(rows)
        if len(lines) > MOST_ROWS:
            everything = QuietButton(QCoreApplication.translate("Today", "See all"), self)
            everything.setAccessibleName(f"{everything.text()}: {self.heading.text()}")
            wanted = {"view": view} if view else {}
            everything.clicked.connect(lambda: self.context.navigate.open_page(page, **wanted))
            self.add_action(everything)
            self.spots[self.key, "all", 0] = everything

    def _open(self, line: Line) -> None:
        if line.type == WEEKLY_LOOK:
            self.context.navigate.open_page("weekly_look")
        else:
            self.context.navigate.open_entry(line.kind, line.id)

    def act_on(self, row: CardRow, line: Line, name: str, widget: QWidget) -> None:
        row.add_action(widget)
        self.spots[self.key, name, line.id] = widget


def lead(row: CardRow, widget: QWidget) -> None:
    """Puts `widget` where a row has its icon."""
    layout = row.layout()
    assert isinstance(layout, QHBoxLayout)
    layout.insertWidget(0, widget)


def time_of(line: Line, context: ScreenContext) -> str:
    """The time of a line's date; "" where it has none, or is for the whole day."""
    moment = datetime.fromisoformat(line.date)
    return show_time(moment, context.locale) if moment.time() != time(0) else ""
