"""What a file does not say by itself, asked on the page that previews it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from journal.system import words
from journal.ui.theme import MEDIUM, SMALL
from journal.ui.widgets.buttons import PlainButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.choice_fields import ChoiceButton
from journal.ui.widgets.headings import QuietText, StyledLabel

if TYPE_CHECKING:
    from journal.exchange.proposals import Question

LONGEST_SAMPLE = 40  # characters shown of a cell


class ChoiceCard(Card):
    """A question with a few answers, one of them chosen; a click gives another."""

    answered = Signal(str, str)  # Question.key, answer

    def __init__(self, heading: str, about: str, question: Question, says: dict[str, str], parent: QWidget) -> None:
        super().__init__(heading, parent, icon="info")
        if about:
            self.add(QuietText(about, self))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        for choice in question.choices:
            button = QRadioButton(says.get(choice, choice).replace("&", "&&"), self)
            button.setChecked(choice == question.answer)
            button.clicked.connect(lambda _=False, choice=choice: self.answered.emit(question.key, choice))
            self._group.addButton(button)
            self.buttons[choice] = button
            self.add(button)
        self.setFocusProxy(self.buttons.get(question.answer, self.buttons[question.choices[0]]))


class DateOrderCard(ChoiceCard):
    """3/4/2024: the third of April or the fourth of March?"""

    def __init__(self, question: Question, parent: QWidget) -> None:
        say = QCoreApplication.translate
        sample = question.details.get("sample", "")
        says = {
            "dmy": say("DateOrderCard", "Day first: 3/4/2024 is 3 April"),
            "mdy": say("DateOrderCard", "Month first: 3/4/2024 is March 4"),
        }
        about = say("DateOrderCard", "The file has: {sample}").format(sample=sample) if sample else ""
        super().__init__(say("DateOrderCard", "How are its dates written?"), about, question, says, parent)


class SeriesCard(ChoiceCard):
    """Events that come again: once each, or at each of their times?"""

    def __init__(self, question: Question, parent: QWidget) -> None:
        say = QCoreApplication.translate
        says = {
            "once": say("SeriesCard", "Once each, at the first time, its rule in the notes"),
            "each": say("SeriesCard", "At each of their times, up to a year from now"),
        }
        heading = say("SeriesCard", "How do you want what comes again?")
        super().__init__(heading, question.details.get("titles", ""), question, says, parent)


class PersonCard(ChoiceCard):
    """An address on two people: is it one of those who have it, or somebody else?"""

    def __init__(self, question: Question, parent: QWidget) -> None:
        say = QCoreApplication.translate
        people: dict[str, str] = json.loads(question.details.get("people", "{}"))
        name = question.details.get("name", "")
        only = say("PersonCard", "{person}: they are one person")
        says = {key: only.format(person=person) for key, person in people.items()}
        says["new"] = say("PersonCard", "Somebody else, who shares the address")
        about = say("PersonCard", "{address} is the address of {name} in the file, and of {people}.").format(
            address=question.details.get("address", ""), name=name, people=" · ".join(people.values())
        )
        super().__init__(say("PersonCard", "Who is {name}?").format(name=name[:60]), about, question, says, parent)


class ColumnsCard(Card):
    """A line for each column of hers: its title, a cell of it, and what it is."""

    answered = Signal(str, str)  # Question.key, JSON of field -> position

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ColumnsCard", "What is in its columns?"), parent, icon="info")
        titles: list[str] = json.loads(question.details.get("titles", "[]"))
        samples: list[list[str]] = json.loads(question.details.get("samples", "[]"))
        fields = {position: field for field, position in json.loads(question.answer or "{}").items()}
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, SMALL, 0, SMALL)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setColumnStretch(1, 1)
        self.boxes: list[ChoiceButton] = []
        for position, title in enumerate(titles):
            named = title or self.tr("Column {number}").format(number=position + 1)
            cell = next((row[position] for row in samples if position < len(row) and row[position]), "")
            grid.addWidget(StyledLabel(named[:LONGEST_SAMPLE], table), position, 0)
            grid.addWidget(QuietText(cell[:LONGEST_SAMPLE], table, small=True), position, 1)
            box = self._box(named, fields.get(position, ""), table)
            grid.addWidget(box, position, 2)
            self.boxes.append(box)
        self.add(table)
        self.again = PlainButton(self.tr("Read again with these columns"), self, icon="check")
        self.again.clicked.connect(lambda: self.answered.emit(question.key, self.answer()))
        self.add_action(self.again)

    def _box(self, named: str, chosen: str, parent: QWidget) -> ChoiceButton:
        from journal.actions.answers import FIELDS

        choices = [("", self.tr("Into the notes")), *((field, field_name(field)) for field in FIELDS)]
        box = ChoiceButton(named, choices, parent, framed=True)
        box.set_value(chosen)
        box.chosen.connect(lambda _: self._only(box))
        return box

    def _only(self, box: ChoiceButton) -> None:
        """A field has one column: the one chosen last."""
        for other in self.boxes:
            if other is not box and other.value() == box.value():
                other.set_value("")

    def answer(self) -> str:
        """JSON of field -> position (from 0)."""
        return json.dumps({box.value(): at for at, box in enumerate(self.boxes) if box.value()})


_CARDS: dict[str, Callable[[Question, QWidget], ChoiceCard | ColumnsCard]] = {
    "date_order": DateOrderCard,
    "series": SeriesCard,
    "person": PersonCard,
    "columns": ColumnsCard,
}


def question_card(question: Question, parent: QWidget) -> ChoiceCard | ColumnsCard | None:
    """The card that asks it; None where this page does not know how."""
    card = _CARDS.get(question.kind)
    return card(question, parent) if card else None


def field_name(field: str) -> str:
    """ "E-mails (2)", "Start time"…"""
    say = QCoreApplication.translate
    own = {
        "full_name": say("ColumnsCard", "Full name"),
        "start_time": say("ColumnsCard", "Start time"),
        "end_time": say("ColumnsCard", "End time"),
        "organiser": say("ColumnsCard", "Organiser"),
    }
    name, _, number = field.rpartition("_")
    if number.isdigit():
        return f"{field_name(name)} ({number})"
    return own.get(field) or words.say(f"field.{field}")
