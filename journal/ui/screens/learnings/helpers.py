"""Who could help with a question: the contacts that come close to it, each with the reasons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.domain.helping import Helper
from journal.domain.learning import Learning
from journal.domain.lines import Line
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.entry_parts import LinesCard
from journal.ui.widgets.buttons import PlainButton
from journal.ui.widgets.card import CardRow

SHOWN = 6


class HelpersCard(LinesCard):
    """`asked(id, name)`: she has asked, or means to ask, this contact."""

    asked = Signal(int, str)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "heart-handshake", words.say("helpers.none"), parent)
        self.heading.setText(self.tr("Who could help?"))
        self.heading.show()
        self.setAccessibleName(self.tr("Who could help?"))

    def show_for(self, question: Learning) -> None:
        number = question.id

        def read(journal: Journal) -> list[Helper]:
            from journal.actions import helpers

            return helpers.who_can_help(journal, question=number, limit=SHOWN)

        # Of another type by now, or gone: the card is hidden then.
        self.context.jobs.read(self, read, self._show_found, lambda _: self.show_lines(()), key="helpers")

    def _show_found(self, found: list[Helper]) -> None:
        self.show_lines([Line(one.contact_id, "contact", one.name, reasons_in_words(one)) for one in found])

    def row_of(self, line: Line) -> CardRow:
        row = CardRow(line.title, line.subtitle, self._holder, icon="user")
        row.setToolTip(line.subtitle)
        ask = PlainButton(self.tr("Ask"), row)
        ask.setAccessibleName(self.tr("Ask {name}").format(name=line.title))
        ask.setToolTip(self.tr("Adds them to the people of this question, as asked"))
        ask.clicked.connect(lambda: self.asked.emit(line.id, line.title))
        row.add_action(ask)
        return row


def reasons_in_words(helper: Helper) -> str:
    return " · ".join(words.say(f"helper.{reason.code}", text=reason.text) for reason in helper.reasons)
