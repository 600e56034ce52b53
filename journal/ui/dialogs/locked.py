"""What is seen while the journal is locked: a calm page that says so and takes the passphrase or the recovery code; and
one that says that the journal is being rewritten."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from journal.domain.errors import UserFacingError
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.screens.page import Page
from journal.ui.theme import LARGE, MEDIUM, SMALL, em
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.empty_state import RoundIcon
from journal.ui.widgets.headings import PageTitle, QuietText, StyledLabel
from journal.ui.widgets.secret_field import SecretField

WIDE = 32  # lines of text


class _CalmPage(Page):
    """Everything in the middle, one below the other."""

    def __init__(self, context: ScreenContext, icon: str, title: str, sentence: str) -> None:
        super().__init__(context)
        self.box = QVBoxLayout(self)
        self.box.setSpacing(LARGE)
        self.box.addStretch(2)
        self.centred(RoundIcon(icon, self))
        self.centred(PageTitle(title, self))
        self.sentence = QuietText(sentence, self)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setFixedWidth(em(self) * WIDE)
        self.sentence.setMinimumHeight(self.sentence.fontMetrics().lineSpacing() * 2)
        self.centred(self.sentence)

    def centred(self, widget: QWidget) -> None:
        self.box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)


class LockedPage(_CalmPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "lock", "", "")
        title = self.findChild(PageTitle)
        assert title is not None
        title.setText(self.tr("Your journal is locked"))
        self._by_sheet = False
        self.passphrase = SecretField(self.tr("Passphrase"), self)
        self.passphrase.setFixedWidth(em(self) * WIDE)
        self.passphrase.entered.connect(self.unlock)
        self.passphrase.edited.connect(lambda: self._say(None))
        self.centred(self.passphrase)
        self.problem = StyledLabel("", self, role="warn", wrap=True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.problem.setFixedWidth(em(self) * WIDE)
        self.problem.setMinimumHeight(self.problem.fontMetrics().height() * 2)
        self.centred(self.problem)
        self.open_button = PrimaryButton(self.tr("Unlock"), self, icon="book-open")
        self.open_button.clicked.connect(self.unlock)
        self.centred(self.open_button)
        self.sheet_button = QuietButton("", self)
        self.sheet_button.clicked.connect(lambda: self._use_sheet(not self._by_sheet))
        self.centred(self.sheet_button)
        self.box.addStretch(3)
        self._use_sheet(False)

    def _use_sheet(self, on: bool) -> None:
        self._by_sheet = on
        self.passphrase.forget()
        self._say(None)
        name = self.tr("Recovery code") if on else self.tr("Passphrase")
        self.passphrase.line.setPlaceholderText(name)
        self.passphrase.line.setAccessibleName(name)
        self.passphrase.eye.setChecked(on)
        if on:
            self.sentence.setText(self.tr("Type the eight groups of your sheet. Spaces and dashes do not count."))
            self.sheet_button.setText(self.tr("Use my passphrase"))
        else:
            self.sentence.setText(self.tr("Everything is safe inside. Your passphrase opens it."))
            self.sheet_button.setText(self.tr("Use my recovery sheet"))
        self.passphrase.line.setFocus()

    def unlock(self) -> None:
        """Takes about a second, in another thread; what is typed goes from the field at once."""
        locking, typed = self.context.locking, self.passphrase.text()
        if locking is None or not typed or not self.open_button.isEnabled():
            return
        self._wait(True)
        self._say(None)
        if self._by_sheet:
            locking.unlock(code=typed, failed=self._failed)
        else:
            locking.unlock(secret=typed, failed=self._failed)

    def _failed(self, problem: UserFacingError) -> None:
        self._wait(False)
        self._say(problem)
        if not self._by_sheet:
            self.passphrase.forget()  # a code of forty signs is not to be typed again for one of them
        self.passphrase.line.setFocus()

    def _wait(self, on: bool) -> None:
        self.open_button.setText(self.tr("One moment…") if on else self.tr("Unlock"))
        for widget in (self.open_button, self.sheet_button, self.passphrase):
            widget.setEnabled(not on)

    def _say(self, problem: UserFacingError | None) -> None:
        self.problem.setText(words.say_error(problem) if problem is not None else "")

    def come_on_screen(self) -> None:
        super().come_on_screen()
        self._wait(False)
        self.passphrase.forget()
        self.passphrase.line.setFocus()

    def activate(self) -> None:
        self.passphrase.line.setFocus()


class WorkingPage(_CalmPage):
    """While the journal's file is written anew."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "lock", "", "")
        title = self.findChild(PageTitle)
        assert title is not None
        title.setText(self.tr("One moment, your journal is being rewritten"))
        self.sentence.setText(
            self.tr("It is written beside the old one, compared, and only then takes its place: nothing can be lost.")
        )
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(em(self) * WIDE)
        bar.setAccessibleName(title.text())
        self.box.addSpacing(SMALL)
        self.centred(bar)
        self.box.addSpacing(MEDIUM)
        self.box.addStretch(3)

    def show_wanted(self, **wanted: Any) -> None:
        pass
