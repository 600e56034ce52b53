"""Today: what is due, whom it would be good to hear from, what is coming; one calm page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.screens.page import Page
from journal.ui.screens.phrases import long_day
from journal.ui.screens.today.acts import Acts
from journal.ui.screens.today.card import TodayCard
from journal.ui.screens.today.cards import cards_for
from journal.ui.screens.today.reading import TodayRead, read_today
from journal.ui.theme import LARGE, MEDIUM, TINY, em
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.headings import PageTitle, QuietText

TWO_COLUMNS_EM = 54  # lines of text of width from which the cards stand in two columns
WIDEST_EM = 84
REFRESH_MS = 60_000  # what is coming becomes what has been, and today tomorrow


class TodayScreen(Page):
    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.acts = Acts(context, self)
        self._read: TodayRead | None = None
        self._cards: list[tuple[int, TodayCard]] = []
        self._wide: bool | None = None
        self.greeting = PageTitle("", self)
        self.greeting.setWordWrap(True)
        self.day = QuietText("", self)
        self.week = QuietButton(page_title("weekly_look"), self, icon="hourglass")
        self.week.clicked.connect(lambda: context.navigate.open_page("weekly_look"))
        self.page = QWidget(self)
        self.page.setProperty("look", "page")
        self._lay_out()
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self._refresh_if_seen)
        self._timer.start()
        self._greet("")

    def _lay_out(self) -> None:
        self.columns = (QVBoxLayout(), QVBoxLayout())
        self._row = QHBoxLayout()
        for column in self.columns:
            column.setSpacing(LARGE - 4)
            self._row.addLayout(column, 1)
        inner = QVBoxLayout(self.page)
        inner.setContentsMargins(0, 0, MEDIUM, LARGE)
        inner.setSpacing(TINY)
        head = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(TINY)
        texts.addWidget(self.greeting)
        texts.addWidget(self.day)
        head.addLayout(texts, 1)
        head.addWidget(self.week, 0, Qt.AlignmentFlag.AlignBottom)
        inner.addLayout(head)
        inner.addSpacing(LARGE - 4)
        inner.addLayout(self._row)
        inner.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setAccessibleName(page_title("today"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.page)
        self.setFocusProxy(self.area)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.area)

    # --- reading --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.context.jobs.read(self, read_today, self.show_read, key="page")

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def show_read(self, read: TodayRead) -> None:
        """Also before the page comes on screen, which then need not ask."""
        self._stale = False
        self._greet(read.first_name)
        if read == self._read:
            return  # nothing moves under her hands
        self._read = read
        spot = self._spot()
        place = self.area.verticalScrollBar().value()
        for _, card in self._cards:
            card.hide()
            card.deleteLater()
        old = [key for _, card in self._cards for key in card.spots]
        self._cards = cards_for(read, self.context, self.acts, self.page)
        self._wide = None
        self._arrange()
        self.area.verticalScrollBar().setValue(place)
        if spot is not None:
            self._focus_near(spot, old)

    def _greet(self, name: str) -> None:
        now = self.context.clock.now()
        self.greeting.setText(self._greeting(now, name))
        self.day.setText(long_day(now.date(), self.context.locale))

    def _greeting(self, now: datetime, name: str) -> str:
        if name:
            if now.hour < 12:
                return self.tr("Good morning, {name}").format(name=name)
            if now.hour < 18:
                return self.tr("Good afternoon, {name}").format(name=name)
            return self.tr("Good evening, {name}").format(name=name)
        if now.hour < 12:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if now.hour < 18 else self.tr("Good evening")

    # --- the keyboard stays where it was --------------------------------------------------------------------------

    def _spot(self) -> tuple[str, str, int] | None:
        focused = QApplication.focusWidget()
        for _, card in self._cards:
            for key, widget in card.spots.items():
                if widget is focused:
                    return key
        return None

    def _focus_near(self, spot: tuple[str, str, int], old: list[tuple[str, str, int]]) -> None:
        """The same thing, else the one that has taken its place, else the page."""
        new = {key: widget for _, card in self._cards for key, widget in card.spots.items()}
        if spot not in new:
            before = [key for key in old if key[:2] == spot[:2]]
            now = [key for key in new if key[:2] == spot[:2]]
            spot = now[min(before.index(spot), len(now) - 1)] if now else spot
        new.get(spot, self.area).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- layout ---------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        both = any(at for at, _ in self._cards)
        # Not the viewport's: to hand over a widget of its own, PySide makes the enumerators of all kinds of widgets.
        wide = both and self.area.contentsRect().width() >= em(self) * TWO_COLUMNS_EM
        self.page.setMaximumWidth(em(self) * (WIDEST_EM if both else WIDEST_EM // 2))
        if wide != self._wide:
            self._put_in_columns(wide)
        self._fit_height()

    def _put_in_columns(self, wide: bool) -> None:
        self._wide = wide
        for column in self.columns:
            while column.takeAt(0) is not None:
                pass
        for at, card in self._cards:
            self.columns[at if wide else 0].addWidget(card)
            card.show()
        for layout in self.columns:
            layout.addStretch(1)
        self._row.setStretch(1, 1 if wide else 0)
        self._row.setSpacing(LARGE - 4 if wide else 0)

    def _fit_height(self) -> None:
        """What wraps is as high as it is at this width; Qt would leave room for the narrowest."""
        layout = self.page.layout()
        if layout is not None and self._cards:
            width = min(self.area.viewport().width(), self.page.maximumWidth())
            self.page.setMinimumHeight(layout.totalHeightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._wide is not None:
            self._arrange()
