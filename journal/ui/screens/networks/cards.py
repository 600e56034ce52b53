"""The networks as cards: what each is, her place in it, and what it gave her this year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.domain.network import Network
from journal.system import words
from journal.ui.screens.phrases import day_inside
from journal.ui.theme import MEDIUM, RADIUS, SMALL, colours, em
from journal.ui.widgets.card import Card
from journal.ui.widgets.empty_state import RoundIcon
from journal.ui.widgets.even_grid import EvenGrid
from journal.ui.widgets.headings import Heading, StyledLabel

ICON_OF_TYPE = {"association": "users-round", "company": "building-2", "social": "share-2", "blog": "rss"}
CARD_EM = 15  # lines of text: a card is at least so wide
SOON = 30  # days before a renewal at which it is coloured


class NetworkCard(Card):
    """One network. `opened`: clicked, or Enter on it."""

    opened = Signal(int)

    def __init__(self, network: Network, today: date, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.number = network.id
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = Heading(network.name, self)
        kind = StyledLabel(words.say(f"network.type.{network.type}"), self, style="small", role="quiet")
        titles = QVBoxLayout()
        titles.setSpacing(1)
        for label in (name, kind):
            label.setMinimumWidth(em(self) * 4)  # a long name is cut before the card grows
            titles.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(RoundIcon(ICON_OF_TYPE.get(network.type, "network"), self, size_em=2.6))
        head.addLayout(titles, 1)
        self.box.addLayout(head)
        name.setToolTip(network.name)
        said = [network.name, kind.text()]
        for text, role in (
            (network.my_role, "text"),
            (self._renewal(network, today, locale), self._renewal_role(network, today)),
        ):
            if text:
                self.add(StyledLabel(text, self, role=role, wrap=True))
                said.append(text)
        self.box.addStretch(1)
        gave = gave_words(network)
        # A count stays in one line with what it counts.
        unbroken = gave.replace(" ", "\N{NO-BREAK SPACE}").replace("\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}", " · ")
        self.add(StyledLabel(unbroken, self, style="small", role="quiet", wrap=True))
        self.setAccessibleName(", ".join([*said, gave]))

    def sizeHint(self) -> QSize:
        return QSize(em(self) * CARD_EM, super().sizeHint().height())

    @staticmethod
    def _renewal(network: Network, today: date, locale: QLocale) -> str:
        if network.renews_on is None:
            return ""
        say, day = QCoreApplication.translate, day_inside(network.renews_on, today, locale)
        passed = network.renews_on < today
        text = say("NetworkCard", "Was to be renewed: {day}") if passed else say("NetworkCard", "To renew: {day}")
        return text.replace("{day}", day)

    @staticmethod
    def _renewal_role(network: Network, today: date) -> str:
        near = network.renews_on is not None and (network.renews_on - today).days <= SOON
        return "warn" if near else "quiet"

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that the release comes here too

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.number)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(c.color("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(c.color("hover" if self.underMouse() else "card"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS + 3, RADIUS + 3)


def gave_words(network: Network) -> str:
    """ "3 contacts · 2 events this year · 1 learning this year"; what there is none of is left out."""
    say = QCoreApplication.translate
    counts = [
        (network.people_count, say("NetworkPane", "%n contact(s)", None, network.people_count)),
        (network.events_this_year, say("NetworkPane", "%n event(s) this year", None, network.events_this_year)),
        (
            network.learnings_this_year,
            say("NetworkPane", "%n learning(s) this year", None, network.learnings_this_year),
        ),
    ]
    shown = [text for number, text in counts if number]
    return " · ".join(shown) or say("NetworkCard", "Nothing noted there yet")


class NetworkCards(QScrollArea):
    """A grid of cards. `opened(int)`: one was chosen."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words.say("kinds.network"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, SMALL, MEDIUM, MEDIUM)
        holder = QWidget(page)
        self.grid = EvenGrid(holder, gap=MEDIUM, even=False)
        column.addWidget(holder)
        column.addStretch(1)
        self.setWidget(page)

    def cards(self) -> list[NetworkCard]:
        items = [self.grid.itemAt(place) for place in range(self.grid.count())]
        return [card for item in items if item is not None and isinstance(card := item.widget(), NetworkCard)]

    def show_networks(self, networks: Sequence[Network], today: date, locale: QLocale) -> None:
        focused = next((card.number for card in self.cards() if card.hasFocus()), 0)
        self.grid.clear()
        for network in networks:
            card = NetworkCard(network, today, locale, self.widget())
            card.opened.connect(self.opened)
            self.grid.addWidget(card)
            card.show()
            if network.id == focused:
                card.setFocus()

    def focus_card(self, number: int = 0) -> None:
        """Puts the keyboard on the card of that network, else on the first."""
        cards = self.cards()
        chosen = next((card for card in cards if card.number == number), cards[0] if cards else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(chosen)
