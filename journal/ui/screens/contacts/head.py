"""The top of a contact's page: who it is, and what she does most with them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journal.system import words
from journal.ui.screens.contacts.exchanges import EXCHANGES, exchange_menu
from journal.ui.screens.contacts.review import ReviewLine
from journal.ui.screens.contacts.rhythm import ProposalLine
from journal.ui.theme import MEDIUM, SMALL
from journal.ui.widgets.avatar import Avatar
from journal.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from journal.ui.widgets.fields import LineField, TitleField
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.headings import StyledLabel
from journal.ui.widgets.menu import Menu


class StarButton(IconButton):
    """On or off; filled while on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("star", "", parent)
        self.setCheckable(True)
        self.setStyleSheet("QToolButton:checked:!hover { background: transparent; }")
        self.toggled.connect(self._show)
        self._show(False)

    def _show(self, on: bool) -> None:
        self.set_icon("star-filled" if on else "star", "star" if on else "quiet")
        self.set_tip(self.tr("Favourite: take away") if on else self.tr("Make a favourite"))


class SnugLine(LineField):
    """As wide as its text, so that what follows stands right beside it."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent, placeholder=label)
        self.line.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = self.line.fontMetrics()
        text = metrics.horizontalAdvance(self.line.text() or self.line.placeholderText())
        return QSize(text + 3 * metrics.height(), super().sizeHint().height())


class ExchangeButton(QWidget):
    """One press logs a message; the arrow beside it says what else it was. `chosen(type)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main = PrimaryButton(self.tr("Log an exchange"), self, icon="message-circle")
        self.main.setToolTip(self.tr("Notes a message of today. The arrow offers a call, a coffee…"))
        self.main.clicked.connect(lambda: self.chosen.emit(EXCHANGES[0]))
        self.arrow = PrimaryButton("", self, icon="chevron-down")
        self.arrow.setAccessibleName(self.tr("Log another kind of exchange"))
        self.arrow.setToolTip(self.arrow.accessibleName())
        self.arrow.clicked.connect(self.open_menu)
        # The two halves of one button.
        self.main.setStyleSheet("border-top-right-radius: 0; border-bottom-right-radius: 0;")
        self.arrow.setStyleSheet(
            "border-top-left-radius: 0; border-bottom-left-radius: 0; padding-left: 7px; padding-right: 7px;"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.main)
        row.addWidget(self.arrow)
        self.setFocusProxy(self.main)

    def open_menu(self) -> None:
        menu = exchange_menu(self, self.chosen.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class ContactHead(QWidget):
    """Name, role and organisation are fields of the form around it; the rest asks by signal.

    `favourite_toggled(bool)`; `exchange(str)` the type of an exchange to log; `remind_menu_wanted(QMenu)` and
    `more_menu_wanted(QMenu)`, to be filled before they are shown.
    """

    favourite_toggled = Signal(bool)
    exchange = Signal(str)
    remind_menu_wanted = Signal(QMenu)
    more_menu_wanted = Signal(QMenu)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.avatar = Avatar(self)
        self.name = TitleField(words.say("field.name"), self, placeholder=self.tr("Name"))
        self.role = SnugLine(words.say("field.role"), self)
        self.organisation = SnugLine(words.say("field.organisation"), self)
        self.star = StarButton(self)
        self.star.clicked.connect(self.favourite_toggled)
        self.more = IconButton("ellipsis", self.tr("More"), self)
        self.more.clicked.connect(lambda: self._pop_up(self.more, self.more_menu_wanted))
        self.log = ExchangeButton(self)
        self.log.chosen.connect(self.exchange)
        self.remind = PlainButton(self.tr("Remind me…"), self, icon="bell")
        self.remind.clicked.connect(lambda: self._pop_up(self.remind, self.remind_menu_wanted))
        self.rhythm = StyledLabel("", self, role="quiet", wrap=True)
        self.proposal = ProposalLine(self)
        self.review = ReviewLine(self)
        self._lay_out()

    def _lay_out(self) -> None:
        inset = max(7, self.fontMetrics().height() // 2) + 1
        self.work = QWidget(self)
        work = FlowLayout(self.work, gap=0)
        work.addWidget(self.role)
        work.addWidget(self.organisation)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name)
        texts.addWidget(self.work)
        top = QHBoxLayout()
        top.setContentsMargins(inset, 0, 0, 0)
        top.setSpacing(SMALL)
        top.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        top.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        # In lines of their own where the pane is narrow or the text large.
        self.buttons = QWidget(self)
        flow = FlowLayout(self.buttons, gap=SMALL)
        flow.addWidget(self.log)
        flow.addWidget(self.remind)
        below = QVBoxLayout()
        below.setContentsMargins(inset, 0, 0, 0)
        below.setSpacing(SMALL)
        below.addWidget(self.buttons)
        below.addWidget(self.rhythm)
        below.addWidget(self.proposal)
        below.addWidget(self.review)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, SMALL)
        box.setSpacing(MEDIUM)
        box.addLayout(top)
        box.addLayout(below)

    def show_who(self, name: str, *, favourite: bool, exists: bool, rhythm: str, lapsed: bool) -> None:
        """`exists`: it is in the journal; before that there is nothing to log or to be reminded of."""
        self.avatar.set_name(name)
        self.star.setChecked(favourite)
        self.rhythm.setText(rhythm)
        self.rhythm.set_role("warn" if lapsed else "quiet")
        for widget in (self.buttons, self.star, self.more):
            widget.setVisible(exists)
        self.rhythm.setVisible(exists and bool(rhythm))

    def _pop_up(self, under: QWidget, wanted: SignalInstance) -> None:
        menu = Menu(self)
        wanted.emit(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        at = under.rect().bottomLeft()
        if under is self.more:
            at.setX(under.width() - menu.sizeHint().width())
        menu.popup(under.mapToGlobal(at))
