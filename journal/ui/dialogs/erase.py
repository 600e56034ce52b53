"""Erasing a person for good: what goes, what stays, and one button; afterwards, where the person still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.ui.commands import KIND_ICONS, page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.jobs import Journal
from journal.ui.theme import MEDIUM, SMALL
from journal.ui.widgets.buttons import PlainButton, PrimaryButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.headings import QuietText

if TYPE_CHECKING:
    from journal.actions.safety import Erased


class ErasePage(ColumnPage):
    """`show_wanted(contact_id=…, name=…)` says of whom. `erased` is what was done, None before."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("erase"))
        self.erased: Erased | None = None
        self._contact_id, self._name = 0, ""
        self._place = QWidget(self)
        self._box = QVBoxLayout(self._place)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEDIUM)
        self.column.addWidget(self._place, 1)

    def show_wanted(self, **wanted: Any) -> None:
        self._contact_id, self._name, self.erased = int(wanted["contact_id"]), str(wanted["name"]), None
        self._ask()

    def _ask(self) -> None:
        card = Card(self._named(self.tr("Erase {name} for good?")), self._place, icon="triangle-alert")
        for sentence in (
            self.tr(
                "Everything noted about this person goes: the contact, its history, the reminders about it. "
                "Events and learnings stay, without the name among their people."
            ),
            self.tr("This cannot be undone. To be able to bring the contact back, move it to the trash instead."),
        ):
            card.add(QuietText(sentence, card))
        self.erase_button = PrimaryButton(self.tr("Erase for good"), card, icon="trash-2")
        self.erase_button.clicked.connect(self._erase)
        self.keep_button = PlainButton(self.tr("Keep this contact"), card)
        self.keep_button.clicked.connect(self.context.navigate.go_back)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.erase_button)
        row.addWidget(self.keep_button)
        row.addStretch(1)
        card.box.addSpacing(SMALL)
        card.box.addLayout(row)
        self._show_only(card)
        self.keep_button.setFocus()

    def _erase(self) -> None:
        number = self._contact_id
        self.erase_button.setEnabled(False)
        self.keep_button.setEnabled(False)

        def write(journal: Journal) -> Erased:
            from journal.actions import safety

            return safety.erase_person(journal, contact_id=number)

        def failed(problem: Any) -> None:
            self._ask()
            self.context.notices.tell_problem(problem)

        self.context.jobs.write(self, write, self._done, failed)

    def _done(self, erased: Erased) -> None:
        self.erased = erased
        self.context.changed.changed.emit(Changes("erase", 0, erased.touched))
        card = Card(self._named(self.tr("{name} is erased for good.")), self._place, icon="check")
        if erased.reminders:
            count = erased.reminders
            card.add(QuietText(QCoreApplication.translate("ErasePage", "%n reminder(s) went too.", None, count), card))
        cards = [card]
        if erased.mentions:
            cards.append(self._mentions(erased))
        if erased.copies:
            sentence = self.tr(
                "These copies still hold the person; one that you restore is cleaned first. Delete them by hand "
                "if nothing may be left."
            )
            copies = Card(self.tr("In your copies"), self._place, icon="archive")
            copies.add(QuietText(sentence, copies))
            for copy in erased.copies:
                copies.add(CardRow(copy.name, str(copy.parent), copies, icon="archive", opens=False))
            cards.append(copies)
        self._show_only(*cards)
        self.back.setFocus()

    def _mentions(self, erased: Erased) -> Card:
        card = Card(self.tr("In the text of other entries"), self._place, icon="file-text")
        card.add(QuietText(self.tr("The name still stands in what you wrote there:"), card))
        for kind, number, title in erased.mentions:
            row = CardRow(title, "", card, icon=KIND_ICONS[kind])
            row.opened.connect(lambda kind=kind, number=number: self.context.navigate.open_entry(kind, number))
            card.add(row)
        return card

    def _named(self, sentence: str) -> str:
        return sentence.replace("{name}", self._name)

    def _show_only(self, *cards: Card) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in cards:
            self._box.addWidget(card)
        self._box.addStretch(1)

    def activate(self) -> None:
        (self.keep_button if self._contact_id and self.erased is None else self.back).setFocus()
