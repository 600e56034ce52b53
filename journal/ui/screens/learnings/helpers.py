"""Who could help with a question: the contacts who share one of its tags."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.domain.entry import Person
from journal.domain.learning import Learning
from journal.domain.lines import Line, Wanted
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.entry_parts import LinesCard
from journal.ui.widgets.buttons import PlainButton
from journal.ui.widgets.card import CardRow

TAGS_LOOKED_AT = 8
SHOWN = 6


def who_could_help(journal: Journal, tags: Sequence[str], without: Sequence[int]) -> list[Line]:
    """Contacts with one of the tags, those who share most of them first; `without` are the ids of those asked."""
    from journal.actions import reading

    shared: dict[int, int] = {}
    lines: dict[int, Line] = {}
    for tag in tags[:TAGS_LOOKED_AT]:
        for line in reading.page(journal, kind="contact", wanted=Wanted(tag=tag), limit=50):
            shared[line.id] = shared.get(line.id, 0) + 1
            lines[line.id] = line
    best = sorted((number for number in lines if number not in without), key=lambda number: -shared[number])
    return [lines[number] for number in best[:SHOWN]]


class HelpersCard(LinesCard):
    """`asked(Person)`: she has asked, or means to ask, this contact."""

    asked = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "heart-handshake", "", parent)
        self.heading.setText(self.tr("Who could help?"))
        self.heading.show()
        self.setAccessibleName(self.tr("Who could help?"))

    def show_for(self, question: Learning) -> None:
        if not question.tags:
            self.empty.setText(self.tr("Add a tag, and the contacts who share it are suggested here."))
            self.show_lines(())
            return
        tags, without = question.tags, [one.id for one in question.people]
        self.context.jobs.read(
            self, lambda journal: who_could_help(journal, tags, without), self._show_found, key="helpers"
        )

    def _show_found(self, lines: list[Line]) -> None:
        self.empty.setText(self.tr("Nobody else shares a tag with this question yet."))
        self.show_lines(lines)

    def row_of(self, line: Line) -> CardRow:
        row = CardRow(line.title, line.subtitle, self._holder, icon="user")
        ask = PlainButton(self.tr("Ask"), row)
        ask.setAccessibleName(self.tr("Ask {name}").format(name=line.title))
        ask.setToolTip(self.tr("Adds them to the people of this question, as asked"))
        ask.clicked.connect(lambda: self.asked.emit(Person(line.id, line.title, "asked")))
        row.add_action(ask)
        return row
