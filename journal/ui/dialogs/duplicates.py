"""Contacts that may be one person, one pair after another, side by side: merged field by field, or told apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.contact import Contact
from journal.domain.entry import folded
from journal.domain.likeness import Pair
from journal.domain.merging import CHOICES, differing, value_of
from journal.system import words
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.jobs import Journal
from journal.ui.theme import LARGE, MEDIUM, SMALL
from journal.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.dates import show_partial_date
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.headings import QuietText, StyledLabel

VERY_LIKELY, LIKELY = 0.9, 0.7
LONGEST = 48  # characters of one value in a choice, which stays on one line
DATED = ("birthday", "met_on")
LISTED = ("emails", "phones", "links", "networks", "tags")  # of which both keep theirs


class DuplicatesPage(ColumnPage):
    """`card` is the pair on screen, None while looking and when there is none."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("duplicates"))
        self.card: PairCard | None = None
        self._pairs: list[Pair] = []
        self._later: set[tuple[int, int]] = set()
        self._turn = 0
        self._place = QWidget(self)
        self._box = QVBoxLayout(self._place)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEDIUM)
        self.column.addWidget(self._place, 1)
        self._show_only(QuietText(self.tr("Looking through your contacts…"), self._place))

    def refresh(self) -> None:
        self._turn += 1
        turn = self._turn

        def look(journal: Journal) -> list[Pair]:
            from journal.actions import duplicates

            return duplicates.likely(journal)

        self.context.jobs.aside(self, look, lambda pairs: self._take(turn, pairs))

    def _take(self, turn: int, pairs: list[Pair]) -> None:
        if turn == self._turn:
            self._pairs = pairs
            self._show_next()

    # --- one pair after another -----------------------------------------------------------------------------------

    def _show_next(self) -> None:
        left = [pair for pair in self._pairs if pair[:2] not in self._later]
        if not left:
            self._show_nothing()
            return
        pair = left[0]

        def read(journal: Journal) -> list[Any]:
            from journal.actions import reading

            return reading.entries(journal, ids=[pair.contact_id, pair.other_id])

        def show(both: list[Any]) -> None:
            if len(both) == 2:
                self._show_pair(pair, both[0], both[1], len(left))

        self.context.jobs.read(self, read, show, key="pair")

    def _show_pair(self, pair: Pair, one: Contact, other: Contact, left: int) -> None:
        focused = QApplication.focusWidget()
        ours = focused is None or self.isAncestorOf(focused)
        card = PairCard(pair, one, other, self.context.locale, self._place)
        card.merge_wanted.connect(lambda theirs: self._merge(pair, other.name, theirs))
        card.apart_wanted.connect(lambda: self._tell_apart(pair))
        card.later_wanted.connect(lambda: self._put_off(pair))
        count = QCoreApplication.translate("DuplicatesPage", "%n pair(s) may be one person", None, left)
        self._show_only(QuietText(count, self._place), card)
        self.card = card
        if ours:
            card.merge.setFocus()

    def _show_nothing(self) -> None:
        sentence = self.tr("All your contacts are different people, as far as one can see.")
        if self._later:
            sentence = self.tr("That was all. The pairs you put off are shown again next time.")
        self._show_only(EmptyState("users-round", sentence, self._place))

    def _show_only(self, *widgets: QWidget) -> None:
        self.card = None
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self._box.addWidget(widget)
        empty = isinstance(widgets[-1], EmptyState)
        self.set_narrow(not empty)
        if not empty:
            self._box.addStretch(1)

    # --- what she says --------------------------------------------------------------------------------------------

    def _merge(self, pair: Pair, gone: str, theirs: list[str]) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import duplicates

            return duplicates.merge(journal, contact_id=pair.contact_id, other_id=pair.other_id, theirs=theirs)

        text = self.tr("Merged: {name}").replace("{name}", gone)
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(text, undo=True))

    def _tell_apart(self, pair: Pair) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import duplicates

            return duplicates.tell_apart(journal, contact_id=pair.contact_id, other_id=pair.other_id)

        text = self.tr("They stay two people.")
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(text, undo=True))

    def _put_off(self, pair: Pair) -> None:
        self._later.add((pair.contact_id, pair.other_id))
        self._show_next()

    def come_on_screen(self) -> None:
        self._later.clear()
        super().come_on_screen()

    def activate(self) -> None:
        (self.card.merge if self.card is not None else self.back).setFocus()


class PairCard(Card):
    """Two contacts side by side. Signals: `merge_wanted(list[str])` with the fields of the right one to take;
    `apart_wanted()`; `later_wanted()`."""

    merge_wanted = Signal(list)
    apart_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, pair: Pair, one: Contact, other: Contact, locale: QLocale, parent: QWidget) -> None:
        super().__init__(_likelihood(pair.score), parent, icon="users")
        self._locale = locale
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        why = ", ".join(words.say(f"alike.{reason}") for reason in pair.reasons)
        self.add(QuietText(why[:1].upper() + why[1:], self))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.box.addSpacing(SMALL)
        self.box.addLayout(self._grid)
        unlike = differing(one, other)
        for choice in CHOICES:
            self._add_choice(choice, one, other, choice in unlike)
        for name in LISTED:
            self._add_values(name, *("\n".join(_values(contact, name)) for contact in (one, other)))
        if unlike:
            self.add(QuietText(self.tr("What you do not choose is kept in the notes."), self, small=True))
        self._add_buttons()
        self.setAccessibleName(f"{one.name}, {other.name}: {why}")

    def _add_choice(self, choice: str, one: Contact, other: Contact, unlike: bool) -> None:
        dated = choice in DATED
        texts = [(self._day if dated else _text)(value_of(contact, choice)) for contact in (one, other)]
        label = words.say(f"field.{choice}")
        if not unlike:
            self._add_values(choice, *texts)
            return
        row = self._begin_row(label)
        group = QButtonGroup(self)
        buttons = []
        for column, text in enumerate(texts, start=1):
            shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
            button = QRadioButton(shown.replace("&", "&&"), self)
            button.setAccessibleName(f"{label}: {text}")
            group.addButton(button)
            self._grid.addWidget(button, row, column)
            buttons.append(button)
        # The one that says more: "Claire Dupont" rather than "C. Dupont".
        fuller = choice == "name" and len(folded(texts[1])) > len(folded(texts[0]))
        buttons[1 if fuller else 0].setChecked(True)
        self.choices[choice] = (buttons[0], buttons[1])

    def _add_values(self, name: str, one: str, other: str) -> None:
        if not one and not other:
            return
        row = self._begin_row(words.say(f"field.{name}"))
        for column, text in enumerate((one, other), start=1):
            value = StyledLabel(text, self, wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignTop)  # of its text: a place at the top would be too low for it
            self._grid.addWidget(value, row, column)

    def _begin_row(self, label: str) -> int:
        row = self._grid.rowCount()
        self._grid.addWidget(StyledLabel(label, self, style="label", role="quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _day(self, value: date | str | None) -> str:
        """As she reads it; a birthday may be without its year or its day."""
        text = value.isoformat() if isinstance(value, date) else value
        return show_partial_date(text, self._locale) if text else ""

    def _add_buttons(self) -> None:
        self.merge = PrimaryButton(self.tr("Merge"), self, icon="merge")
        self.merge.clicked.connect(lambda: self._decided(lambda: self.merge_wanted.emit(self.theirs())))
        self.apart = PlainButton(self.tr("Not the same person"), self)
        self.apart.clicked.connect(lambda: self._decided(self.apart_wanted.emit))
        self.later = QuietButton(self.tr("Later"), self)
        self.later.clicked.connect(self.later_wanted)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for button in (self.merge, self.apart, self.later):
            row.addWidget(button)
        row.addStretch(1)
        self.box.addSpacing(SMALL)
        self.box.addLayout(row)

    def theirs(self) -> list[str]:
        """The fields whose right value she chose."""
        return [choice for choice, (_, right) in self.choices.items() if right.isChecked()]

    def _decided(self, tell: Any) -> None:
        """Once: until the next pair is there, nothing more is taken."""
        for button in (self.merge, self.apart, self.later):
            button.setEnabled(False)
        tell()


def _text(value: Any) -> str:
    return str(value or "")


def _values(contact: Contact, name: str) -> list[str]:
    found = getattr(contact, name)
    return [one if isinstance(one, str) else one.name if name == "networks" else one.value for one in found]


def _likelihood(score: float) -> str:
    say = QCoreApplication.translate
    if score >= VERY_LIKELY:
        return say("DuplicatesPage", "Very likely one person")
    return (
        say("DuplicatesPage", "Likely one person") if score >= LIKELY else say("DuplicatesPage", "Perhaps one person")
    )
