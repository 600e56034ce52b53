"""What a contact's page says and offers about keeping in touch, beside the choice of a rhythm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from journal.domain.contact import Contact
from journal.domain.keep_in_touch import Proposal, months_later
from journal.ui import icons
from journal.ui.screens.phrases import how_long, rhythm_said
from journal.ui.theme import TINY
from journal.ui.when import near_day
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.choice_fields import NEVER
from journal.ui.widgets.headings import StyledLabel

PAUSES = (1, 3, 6)  # months


def chosen(contact: Contact) -> int | None:
    """What the choice of a rhythm shows: days, None for what tags and networks say, NEVER for none at all."""
    return NEVER if contact.keep_in_touch_off else contact.keep_in_touch_days


def fields_of_choice(value: int | None) -> dict[str, object]:
    """The same as the entry's own fields."""
    return {"keep_in_touch_days": None if value == NEVER else value, "keep_in_touch_off": value == NEVER}


def inherited_words(contact: Contact) -> str:
    """What holds where nothing is chosen, if a tag or a network says something."""
    if not contact.rhythm_from or contact.rhythm_days is None:
        return ""
    say = QCoreApplication.translate
    return say("ContactRhythm", "As {name}: {rhythm}").format(
        name=contact.rhythm_from, rhythm=rhythm_said(contact.rhythm_days)
    )


class ProposalLine(QWidget):
    """A rhythm the past speaks for, and one press to take it. `accepted`."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = StyledLabel("", self, role="quiet", wrap=True)
        self.accept = QuietButton("", self, icon="repeat")
        self.accept.clicked.connect(self.accepted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        box.addWidget(self.text)
        box.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_proposal(self, proposal: Proposal | None) -> None:
        self.setVisible(proposal is not None)
        if proposal is not None:
            gap = how_long(proposal.gap)
            self.text.setText(self.tr("So far you have been in touch about every {time}.").format(time=gap))
            self.accept.setText(self.tr("Keep it: {rhythm}").format(rhythm=rhythm_said(proposal.days)))


def fill_pause_menu(
    menu: QMenu, paused_until: date | None, now: datetime, locale: QLocale, take: Callable[[date | None], object]
) -> None:
    """For one, three or six months; or, in a pause, its end."""
    say, today = QCoreApplication.translate, now.date()
    if paused_until is not None and today < paused_until:
        end = menu.addAction(icons.icon("rotate-ccw"), say("ContactRhythm", "End the pause"))
        end.triggered.connect(lambda: take(None))
        return
    for months in PAUSES:
        until = months_later(today, months)
        text = say("ContactRhythm", "Pause for %n month(s)", None, months)
        action = QAction(icons.icon("moon"), f"{text}\t{near_day(until, today, locale)}", menu)
        action.triggered.connect(lambda _=False, until=until: take(until))
        menu.addAction(action)
