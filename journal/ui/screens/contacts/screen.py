"""The contacts: the people of her network, found, narrowed and kept up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from journal.domain.changes import Changes
from journal.domain.contact import Contact, split_name
from journal.domain.entry import Entry
from journal.domain.lines import Wanted
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.base import EmptyWords, ListDetailScreen, Look, Sort, View
from journal.ui.screens.contacts.detail import ContactPane
from journal.ui.when import near
from journal.ui.widgets.buttons import QuietButton


class ContactsScreen(ListDetailScreen):
    kind = "contact"

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.search = self.panel.add_finder(self.tr("Find a contact"))
        self.duplicates = QuietButton(self.tr("Look for duplicates…"), self.panel, icon="merge")
        self.duplicates.clicked.connect(lambda: self.context.navigate.open_page("duplicates"))
        self.panel.add_below(self.duplicates)
        self.panel.add_bar_action("star", self.tr("Make favourites"), self._make_favourites)
        self.panel.add_bar_action("archive", self.tr("Archive, or bring back"), self._archive)

    def views(self) -> Sequence[View]:
        return [
            View("all", self.tr("All")),
            View("favourites", self.tr("Favourites"), Wanted(favourite=True)),
            View("lapsed", self.tr("Catch up"), Wanted(lapsed=True)),
            View("review", self.tr("Still right?"), Wanted(review=True)),
            View("archived", self.tr("Archived"), Wanted(archived=True)),
        ]

    def sorts(self) -> Sequence[Sort]:
        return [
            Sort(self.tr("Name")),
            Sort(self.tr("Last exchange"), "date", descending=True),
            Sort(self.tr("Organisation"), "organisation"),
            Sort(self.tr("Newest"), "created", descending=True),
        ]

    def look(self) -> Look:
        pill = (self.tr("Catch up"), "warn")
        return Look(
            date=lambda line: near(line.date, self.context.clock.now(), self.context.locale, time=False),
            state=lambda line: pill if line.state == "lapsed" else None,
        )

    def empty_words(self) -> EmptyWords:
        return EmptyWords(
            "users",
            self.tr("Your network begins with one person: note somebody you would like to hear from again."),
            self.tr("New contact"),
        )

    def make_detail(self) -> ContactPane:
        return ContactPane(self.context)

    def new_draft(self, **fields: Any) -> Entry:
        """`name` is taken in one piece too."""
        if "name" in fields:
            given, family = split_name(fields.pop("name"))
            fields = {"given_name": given, "family_name": family} | fields
        return Contact(**fields)

    def show_wanted(self, **wanted: Any) -> None:
        if wanted:
            self.search.clear_search()  # who bears a tag is asked of everyone
        super().show_wanted(**wanted)

    # --- several at once ------------------------------------------------------------------------------------------

    def _make_favourites(self, ids: list[int]) -> None:
        text = QCoreApplication.translate("ContactsScreen", "%n favourite(s) more", None, len(ids))
        self._save_many(ids, {"favourite": True}, text)

    def _archive(self, ids: list[int]) -> None:
        if self.panel.view_id == "archived":
            text = QCoreApplication.translate("ContactsScreen", "%n contact(s) back from the archive", None, len(ids))
            self._save_many(ids, {"archived": False}, text)
        else:
            text = QCoreApplication.translate("ContactsScreen", "%n contact(s) moved to the archive", None, len(ids))
            self._save_many(ids, {"archived": True}, text)

    def _save_many(self, ids: list[int], fields: dict[str, Any], told: str) -> None:
        self.flush()

        def write(journal: Journal) -> Changes:
            from journal.actions import entries

            return entries.save_many(journal, ids=ids, fields=fields)

        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(told, undo=True))
