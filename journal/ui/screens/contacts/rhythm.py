"""What a contact's page says and offers about keeping in touch, beside the choice of a rhythm."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.contact import Contact
from journal.domain.keep_in_touch import Proposal
from journal.ui.screens.phrases import how_long, rhythm_said
from journal.ui.theme import TINY
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.choice_fields import NEVER
from journal.ui.widgets.headings import StyledLabel


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
