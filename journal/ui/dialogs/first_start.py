"""The first page of a new journal: language, her name, her networks, Start. Nothing here cannot be changed later."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.errors import UserFacingError
from journal.system import words
from journal.ui import icons
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.page import Page
from journal.ui.theme import HUGE, LARGE, MEDIUM, SMALL, em
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.card import Card, CardIcon
from journal.ui.widgets.field import Line
from journal.ui.widgets.headings import PageTitle, QuietText, SectionTitle
from journal.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from journal.actions.networks import ReadyMade

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}


class FirstStartPage(Page):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._boxes: dict[str, QCheckBox] = {}
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        inside = QWidget(scroll)
        inside.setProperty("look", "page")
        scroll.setWidget(inside)
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        card = Card("", inside)
        card.setMaximumWidth(em(self) * 42)
        middle.addWidget(card, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box = card.box
        self._box.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        self._box.setSpacing(MEDIUM)
        self._add_welcome()
        self._add_questions()
        self._add_networks()
        self._box.addSpacing(SMALL)
        self.start = PrimaryButton(self.tr("Start"), self, icon="check")
        self.start.clicked.connect(self._start)
        self._box.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        order = [self.name, *self._boxes.values(), self.start]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _add_welcome(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        picture = CardIcon("heart-handshake", self)
        picture.setFixedSize(HUGE + SMALL, HUGE + SMALL)
        row.addWidget(picture)
        row.addWidget(PageTitle(self.tr("Welcome to your networking journal"), self), 1)
        self._box.addLayout(row)
        self._box.addWidget(
            QuietText(
                self.tr(
                    "The people you meet, what you learn, what you are proud of, what must not be forgotten: "
                    "kept here, on this computer, for you alone."
                ),
                self,
            )
        )

    def _add_questions(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        grid.addWidget(SectionTitle(self.tr("Language"), self), 0, 0)
        self.language = Segmented(list(LANGUAGE_NAMES.items()), self)
        self.language.set_current(words.language())
        self.language.chosen.connect(self._speak)
        grid.addWidget(self.language, 1, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(SectionTitle(self.tr("Your name"), self), 0, 1)
        self.name = Line("", self)
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setMaxLength(200)
        grid.addWidget(self.name, 1, 1)
        self._box.addLayout(grid)

    def _add_networks(self) -> None:
        from journal.actions import networks

        self._box.addWidget(SectionTitle(self.tr("Your networks"), self))
        self._box.addWidget(
            QuietText(
                self.tr("Tick those you belong to or would like to know better; you can change this later."), self
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        for place, card in enumerate(networks.ready_made(words.language())):
            box = self._network_box(card)
            grid.addWidget(box, place // 2, place % 2)
        self._box.addLayout(grid)

    def _network_box(self, card: ReadyMade) -> QCheckBox:
        kind = words.say(f"network.type.{card.type}")
        box = QCheckBox(card.name if card.name.startswith(kind) else f"{card.name} · {kind}", self)
        box.setToolTip(card.offers)
        box.setIcon(icons.icon("globe" if card.type in ("social", "blog") else "network", "quiet"))
        box.setIconSize(QSize(em(self), em(self)))
        self._boxes[card.key] = box
        return box

    def activate(self) -> None:
        self.name.setFocus()

    def refresh(self) -> None:
        self.name.setFocus()

    def _speak(self, language: str) -> None:
        """The page is made anew in that language; what she has entered goes along."""
        typed, ticked = self.name.text(), [key for key, box in self._boxes.items() if box.isChecked()]
        self.context.navigate.use_language(language)
        self.context.navigate.open_page("first_start", name=typed, ticked=ticked)

    def show_wanted(self, **wanted: object) -> None:
        name, ticked = wanted.get("name", ""), wanted.get("ticked", ())
        self.name.setText(str(name))
        for key, box in self._boxes.items():
            box.setChecked(isinstance(ticked, list) and key in ticked)

    def _start(self) -> None:
        name = self.name.text().strip()
        keys = [key for key, box in self._boxes.items() if box.isChecked()]
        language = words.language()
        self.start.setEnabled(False)

        def write(journal: Journal) -> Changes | None:
            from journal.actions import networks, reading

            reading.set_setting(journal, "her_name", name)
            changes = networks.add_ready_made(journal, keys=keys, language=language) if keys else None
            reading.set_setting(journal, "started", "yes")
            return changes

        self.context.jobs.write(self, write, lambda _: self._begun(), self._failed)

    def _begun(self) -> None:
        self.start.setEnabled(True)
        self.context.navigate.open_page("today")

    def _failed(self, problem: UserFacingError) -> None:
        self.start.setEnabled(True)
        self.context.notices.tell_problem(problem)
