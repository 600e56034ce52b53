"""Networks: the places where assistants meet, each with what it offers and what it gave her."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from journal.domain.lines import Line, Wanted
from journal.domain.network import Network
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.base import DetailPane, ListDetailScreen
from journal.ui.screens.list_panel import EmptyWords, Sort
from journal.ui.screens.networks.cards import ICON_OF_TYPE, SOON, NetworkCards
from journal.ui.screens.networks.detail import NetworkPane
from journal.ui.when import near_day
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.lists import Look
from journal.ui.widgets.menu import Menu


class NetworksScreen(ListDetailScreen):
    """Cards while none is open; else a list of them beside the one that is."""

    kind: ClassVar[str] = "network"
    narrows: ClassVar[bool] = False

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.search = self.panel.add_finder(self.tr("Find a network"))
        self.ready_made = QuietButton(self.tr("Add a well-known network…"), self.panel, icon="sparkles")
        self.ready_made.clicked.connect(self._read_offers)
        self.panel.add_below(self.ready_made)
        self.cards = NetworkCards(self.panel.stack)
        self.panel.stack.addWidget(self.cards)
        self.cards.opened.connect(self.open_entry)
        self.model.filled.connect(self._arrange)
        self.model.filled.connect(self._read_cards)
        self._divide()

    # --- cards, or one network ------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """All the room for the cards, or a list and the network that is open."""
        if not self.model.rowCount():
            self.panel.stack.setCurrentWidget(self.panel.nothing)
        else:
            self.panel.stack.setCurrentWidget(self.panel.lines if self.entry_open() else self.cards)

    def _divide(self) -> None:
        super()._divide()
        self.back.hide()  # the pane has a button of its own
        self.side.setVisible(self.entry_open())
        self._arrange()

    def _read_cards(self) -> None:
        ids = [line.id for line in self.model.lines()]

        def read(journal: Journal) -> list[Network]:
            from journal.actions import reading

            return [one for one in reading.entries(journal, ids=ids) if isinstance(one, Network)]

        def show(found: list[Network]) -> None:
            self.cards.show_networks(found, self.context.clock.now().date(), self.context.locale)

        self.context.jobs.read(self, read, show, key="cards")

    def go_back(self) -> None:
        number = self.saving.entry_id
        super().go_back()
        self.cards.focus_card(number)

    def activate(self) -> None:
        if self.panel.stack.currentWidget() is self.cards:
            self.cards.focus_card()
        else:
            super().activate()

    # --- the list -------------------------------------------------------------------------------------------------

    def sorts(self) -> Sequence[Sort]:
        return [Sort(self.tr("By name"), "title"), Sort(self.tr("Renewal"), "date", True)]

    def look(self) -> Look:
        return Look(
            icon=lambda line: ICON_OF_TYPE.get(line.type, "network"),
            subtitle=lambda line: " · ".join(
                part for part in (words.say(f"network.type.{line.type}"), line.subtitle) if part
            ),
            date=self._renewal,
            late=lambda line: bool(line.date) and line.date[:10] < self.context.clock.now().date().isoformat(),
        )

    def _renewal(self, line: Line) -> str:
        """The day to renew on, only once it is near."""
        today = self.context.clock.now().date()
        day = date.fromisoformat(line.date[:10]) if line.date else None
        return near_day(day, today, self.context.locale) if day and (day - today).days <= SOON else ""

    def read_lines(self, journal: Journal, wanted: Wanted, offset: int, limit: int) -> list[Line]:
        """With her own role in each as its second line: there are never many networks."""
        from journal.actions import reading

        lines = super().read_lines(journal, wanted, offset, limit)
        found = reading.entries(journal, ids=[line.id for line in lines])
        roles = {one.id: one.my_role for one in found if isinstance(one, Network)}
        return [replace(line, subtitle=roles.get(line.id, "")) for line in lines]

    def empty_words(self) -> EmptyWords:
        sentence = self.tr("No network yet. Add the one where you last met another assistant.")
        return EmptyWords("network", sentence, self.tr("New network"))

    def make_detail(self) -> DetailPane:
        pane = NetworkPane(self.context)
        pane.back_wanted.connect(self.go_back)
        return pane

    # --- the seven that are ready-made ----------------------------------------------------------------------------

    def _read_offers(self) -> None:
        language = words.language()

        def read(journal: Journal) -> list[tuple[str, str]]:
            from journal.actions import networks

            return [(card.key, card.name) for card in networks.offered(journal, language=language)]

        self.context.jobs.read(self, read, self._open_offers, key="offers")

    def _open_offers(self, offers: list[tuple[str, str]]) -> None:
        menu = Menu(self)
        for key, name in offers:
            menu.addAction(name).triggered.connect(lambda _=False, key=key: self._add(key))
        if not offers:
            menu.addAction(self.tr("All seven are here already.")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        above = self.ready_made.mapToGlobal(self.ready_made.rect().topLeft())
        menu.popup(above - QPoint(0, menu.sizeHint().height()))

    def _add(self, key: str) -> None:
        language = words.language()

        def act(journal: Journal) -> object:
            from journal.actions import networks

            return networks.add_ready_made(journal, keys=[key], language=language)

        def added(changes: object) -> None:
            created = getattr(changes, "created", ())
            if created:
                self.open_entry(created[-1])

        self.context.jobs.write(self, act, added)
