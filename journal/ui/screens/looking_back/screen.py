"""Looking back: the year in figures and words, never against her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.learning import TYPES
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.base import Page
from journal.ui.screens.looking_back.bars import MonthBars
from journal.ui.theme import LARGE, MEDIUM, SMALL
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.even_grid import EvenGrid
from journal.ui.widgets.headings import PageTitle, QuietText, StyledLabel

if TYPE_CHECKING:
    from journal.actions.looking_back import YearCounts


class Figure(Card):
    """A number and what it counts."""

    def __init__(self, number: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.add(StyledLabel(number, self, style="title"))
        self.add(StyledLabel(what, self, role="quiet"))
        self.setAccessibleName(f"{number} {what}")


class LookingBackScreen(Page):
    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.year = context.clock.now().year
        self._years: tuple[int, ...] = ()
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(PageTitle(self.tr("Looking back"), self))
        head.addStretch(1)
        self.earlier = IconButton("chevron-left", self.tr("The year before"), self)
        self.shown_year = StyledLabel("", self, style="heading")
        self.later = IconButton("chevron-right", self.tr("The year after"), self)
        self.earlier.clicked.connect(lambda: self._go(-1))
        self.later.clicked.connect(lambda: self._go(+1))
        for widget in (self.earlier, self.shown_year, self.later):
            head.addWidget(widget)
        self.stack = QStackedWidget(self)
        self.empty = EmptyState(
            "chart-column",
            self.tr("Your year will be told here, once you have noted a first event or learning."),
            button=self.tr("Note one now"),
        )
        self.empty.acted.connect(lambda: self.context.navigate.capture())
        self.stack.addWidget(self._make_page())
        self.stack.addWidget(self.empty)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(MEDIUM)
        body.addLayout(head)
        body.addWidget(self.stack, 1)

    def _make_page(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, MEDIUM, LARGE)
        column.setSpacing(LARGE)
        self.summary = QuietText("", page)
        column.addWidget(self.summary)
        holder = QWidget(page)
        self.figures = EvenGrid(holder, gap=MEDIUM)
        column.addWidget(holder)
        months = Card(self.tr("Month by month"), page, icon="calendar-days")
        self.bars = MonthBars(self.context.locale, months)
        months.add(self.bars)
        column.addWidget(months)
        self.learned = Card(self.tr("What you learned"), page, icon="lightbulb")
        self.networks = Card(self.tr("What each network gave"), page, icon="network")
        for card in (self.learned, self.networks):
            column.addWidget(card)
        column.addStretch(1)
        area.setWidget(page)
        return area

    def activate(self) -> None:
        self.earlier.setFocus()

    def refresh(self) -> None:
        year = self.year

        def read(journal: Journal) -> YearCounts:
            from journal.actions import looking_back

            return looking_back.year_counts(journal, year=year)

        self.context.jobs.read(self, read, self._show, key="page")

    def _go(self, step: int) -> None:
        self.year += step
        self.refresh()

    def _show(self, counts: YearCounts) -> None:
        self._years = counts.years
        self.shown_year.setText(str(counts.year))
        self.earlier.setEnabled(bool(counts.years) and counts.year > min(counts.years))
        self.later.setEnabled(counts.year < self.context.clock.now().year)
        self.stack.setCurrentIndex(0 if counts.years else 1)
        self.summary.setText(self._sentence(counts))
        self._show_figures(counts)
        self.bars.show_counts(counts.by_month, self.tr("Events month by month"))
        self.learned.clear()
        for kind in TYPES:
            if number := counts.learnings.get(kind, 0):
                self.learned.add(self._row(words.say(f"learning.type.{kind}"), str(number)))
        self.learned.setVisible(bool(counts.learnings))
        self.networks.clear()
        for name, events, learnings in counts.by_network:
            gave = (
                QCoreApplication.translate("LookingBackScreen", "%n event(s)", None, events),
                QCoreApplication.translate("LookingBackScreen", "%n learning(s)", None, learnings),
            )
            shown = [text for text, number in zip(gave, (events, learnings), strict=True) if number]
            self.networks.add(self._row(name, " · ".join(shown)))
        self.networks.setVisible(bool(counts.by_network))

    def _row(self, title: str, note: str) -> CardRow:
        return CardRow(title, note=note, opens=False)

    def _sentence(self, counts: YearCounts) -> str:
        if not counts.events and not any(counts.learnings.values()):
            return self.tr("Nothing noted that year.")
        if counts.help_given > counts.help_received:
            return self.tr("You helped more often than you asked. That is worth saying at your next appraisal.")
        if counts.events >= 12:
            return self.tr("At least once a month you met someone of your trade. Your network is alive.")
        return self.tr("Every exchange counts. Here is what this year was made of.")

    def _show_figures(self, counts: YearCounts) -> None:
        self.figures.clear()
        locale = self.context.locale

        def hours(value: float) -> str:
            return self.tr("{hours} h").replace("{hours}", locale.toString(round(value, 1), "g", 6))

        numbers = [
            (
                counts.people_met,
                QCoreApplication.translate("LookingBackScreen", "person(s) met", None, counts.people_met),
            ),
            (counts.events, QCoreApplication.translate("LookingBackScreen", "event(s) attended", None, counts.events)),
            (
                counts.new_contacts,
                QCoreApplication.translate("LookingBackScreen", "new contact(s)", None, counts.new_contacts),
            ),
            (
                counts.help_given,
                QCoreApplication.translate("LookingBackScreen", "time(s) you helped", None, counts.help_given),
            ),
            (
                counts.help_received,
                QCoreApplication.translate("LookingBackScreen", "time(s) you were helped", None, counts.help_received),
            ),
            (
                counts.questions_settled,
                QCoreApplication.translate("LookingBackScreen", "question(s) settled", None, counts.questions_settled),
            ),
        ]
        shown = [(locale.toString(number), what) for number, what in numbers if number]
        if counts.hours_learned:
            shown.append((hours(counts.hours_learned), self.tr("of learning")))
        for number, what in shown:
            figure = Figure(number, what)
            self.figures.addWidget(figure)
            figure.show()
