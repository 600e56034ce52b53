"""The quiet reading list of a network: what its feed says, as plain text, fetched only when she asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.network import Network
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.screens.networks.calendar import CalendarCard
from journal.ui.theme import MEDIUM
from journal.ui.when import near
from journal.ui.widgets.buttons import IconButton, QuietButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.headings import QuietText
from journal.ui.widgets.labels import StyledLabel
from journal.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from journal.actions.following import Fetched, NewsItem

SHOWN = 8  # pieces of news at once, the unread ones first to go
SUMMARY = 280  # characters of a summary


class FollowedCards(QWidget):
    """The news and the calendar of the network that is shown; `show_network(entry)` says which."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.news = NewsCard(context, self)
        self.calendar = CalendarCard(context, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        box.addWidget(self.news)
        box.addWidget(self.calendar)

    def show_network(self, entry: Network) -> None:
        self.setVisible(bool(entry.id))
        if entry.id:
            self.news.show_network(entry)
            self.calendar.show_network(entry)


class NewsCard(Card):
    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("NewsCard", "News"), parent, icon="rss")
        self.context = context
        self.network = 0
        self.all_read = QuietButton(self.tr("All read"), self, icon="check")
        self.all_read.clicked.connect(self._mark_all)
        self.interval = IconButton("clock", self.tr("Fetch by itself"), self)
        self.interval.clicked.connect(self._read_interval)
        self.fetch = QuietButton(self.tr("Fetch now"), self, icon="download")
        self.fetch.clicked.connect(self._fetch)
        self.add_action(self.all_read)
        self.add_action(self.interval)
        self.add_action(self.fetch)
        self.hide()

    def show_network(self, entry: Network) -> None:
        self.setVisible(bool(entry.feed_url))
        fresh = entry.id != self.network
        if fresh:
            self.clear()
        self.network = entry.id
        if entry.feed_url:
            self._read()
            if fresh:
                self._fetch_if_due()

    def _read(self) -> None:
        number = self.network

        def read(journal: Journal) -> list[NewsItem]:
            from journal.actions import following

            return following.news(journal, network_id=number, limit=SHOWN)

        self.context.jobs.read(self, read, lambda found: self._show(number, found), key="news")

    def _show(self, number: int, found: list[NewsItem]) -> None:
        if number != self.network:
            return
        self.clear()
        self.all_read.setVisible(any(not item.read for item in found))
        if not found:
            self.add(QuietText(self.tr("Nothing fetched yet. Its news come only when you ask for them."), self))
        for item in found:
            self.add(self._row(item))

    def _row(self, item: NewsItem) -> CardRow:
        day = near(item.published, self.context.clock.now(), self.context.locale, time=False)
        summary = item.summary.replace("\n", " ")
        if len(summary) > SUMMARY:
            summary = summary[:SUMMARY].rstrip() + "…"
        title = item.title or summary or item.link
        row = CardRow(
            title,
            summary if item.title else "",
            self,
            icon="check" if item.read else "rss",
            note=day,
            role="quiet" if item.read else "accent_ink",
            opens=bool(item.link),
        )
        row.opened.connect(lambda: self._open(item))
        if item.kept_id:
            kept = IconButton("lightbulb", self.tr("Open what you kept"), row, role="accent_ink")
            kept.clicked.connect(lambda: self.context.navigate.open_entry("learning", item.kept_id))
        else:
            kept = IconButton("plus", self.tr("Keep as a learning"), row)
            kept.clicked.connect(lambda: self._keep(item))
        row.add_action(kept)
        return row

    # --- what she can do ------------------------------------------------------------------------------------------

    def _open(self, item: NewsItem) -> None:
        """In her browser; the page itself is never loaded here."""
        if item.link.startswith(("https://", "http://")):
            QDesktopServices.openUrl(QUrl(item.link))
        self._mark([item.guid])

    def _mark_all(self) -> None:
        self._mark(None)

    def _mark(self, guids: list[str] | None) -> None:
        number = self.network

        def write(journal: Journal) -> None:
            from journal.actions import following

            following.mark_read(journal, network_id=number, guids=guids)

        self.context.jobs.write(self, write, lambda _: self._read())

    def _keep(self, item: NewsItem) -> None:
        def write(journal: Journal) -> object:
            from journal.actions import following

            return following.keep_as_learning(journal, network_id=item.network_id, guid=item.guid)

        def kept(_: object) -> None:
            self.context.notices.tell(self.tr("Kept among your learnings"), undo=True)
            self._read()

        self.context.jobs.write(self, write, kept)

    def _fetch(self) -> None:
        number = self.network
        self.fetch.setEnabled(False)

        def fetch(journal: Journal) -> Fetched:
            from journal.actions import following

            return following.fetch(journal, network_id=number, what="feed")

        def failed(problem: object) -> None:
            self.fetch.setEnabled(True)
            self.context.jobs.problem.emit(problem)

        self.context.jobs.fetch(self, fetch, self._fetched, failed)

    # --- by itself, where she set it ------------------------------------------------------------------------------

    def _fetch_if_due(self) -> None:
        def fetch(journal: Journal) -> Fetched:
            from journal.actions import following

            return following.fetch_if_due(journal)

        def fetched(result: Fetched) -> None:
            if result.news:
                self._read()

        self.context.jobs.fetch(self, fetch, fetched)

    def _read_interval(self) -> None:
        def read(journal: Journal) -> int:
            from journal.actions import following

            return following.interval(journal)

        self.context.jobs.read(self, read, self._offer_intervals, key="interval")

    def _offer_intervals(self, present: int) -> None:
        menu = Menu(self)
        choices = ((0, self.tr("Only when I ask")), (24, self.tr("Every day")), (168, self.tr("Every week")))
        for hours, text in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(hours == present)
            action.triggered.connect(lambda _=False, hours=hours: self._set_interval(hours))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.interval.mapToGlobal(self.interval.rect().bottomLeft()))

    def _set_interval(self, hours: int) -> None:
        def write(journal: Journal) -> None:
            from journal.actions import following, reading

            reading.set_setting(journal, following.EVERY_HOURS, str(hours))

        self.context.jobs.write(self, write)

    def _fetched(self, result: Fetched) -> None:
        self.fetch.setEnabled(True)
        self._read()
        if result.problems:
            _, problem = result.problems[0]
            text = words.say(f"error.{problem.code}", **problem.details)
            self.add(StyledLabel(text, self, role="warn", wrap=True))
            self.context.notices.tell(text)
        else:
            text = QCoreApplication.translate("NewsCard", "%n new piece(s) of news", None, result.news)
            self.context.notices.tell(text)
