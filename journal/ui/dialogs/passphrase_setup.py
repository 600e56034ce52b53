"""Setting a passphrase, in two steps: the passphrase, typed twice; then the recovery sheet, of which she types a part
back before anything depends on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from journal.domain import recovery_code
from journal.domain.errors import UserFacingError
from journal.system import words
from journal.system.settings import Settings
from journal.ui.context import ScreenContext
from journal.ui.dialogs import recovery_sheet
from journal.ui.jobs import Journal
from journal.ui.theme import LARGE, MEDIUM, SMALL
from journal.ui.widgets.buttons import PlainButton, PrimaryButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.field import Line
from journal.ui.widgets.headings import QuietText, StyledLabel
from journal.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from journal.actions.locking import Key, Prepared

ASKED_BACK = (1, 6)  # groups of the sheet that she types back, from 0
ACROSS = 4  # groups in a row


def add_buttons(card: Card, *buttons: QWidget) -> None:
    row = QHBoxLayout()
    row.setSpacing(SMALL)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    card.box.addSpacing(SMALL)
    card.box.addLayout(row)


class TwiceTyped(QWidget):
    """A new passphrase, typed twice, and what is wrong with it."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.first = SecretField(self.tr("New passphrase"), self)
        self.again = SecretField(self.tr("The same once more"), self)
        self.problem = StyledLabel("", self, role="warn", wrap=True)
        self.problem.hide()
        box = QGridLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        for row, widget in enumerate((self.first, self.again, self.problem)):
            box.addWidget(widget, row, 0)
        self.first.entered.connect(self.again.line.setFocus)
        self.again.entered.connect(self.entered)
        self.setFocusProxy(self.first.line)

    def text(self) -> str:
        """The passphrase; "" where it is too short or the two differ, which is said."""
        from journal.actions.locking import LEAST_SIGNS

        self.problem.hide()
        if len(self.first.text().strip()) < LEAST_SIGNS:
            self.say(words.say_error(UserFacingError("passphrase_too_short", least=LEAST_SIGNS)))
            self.first.line.setFocus()
        elif self.first.text() != self.again.text():
            self.say(self.tr("The two are not the same. Please type the second once more."))
            self.again.forget()
            self.again.line.setFocus()
        else:
            return self.first.text()
        return ""

    def say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()

    def forget(self) -> None:
        for field in (self.first, self.again):
            field.forget()
        self.problem.hide()


class ChooseCard(Card):
    """The first step. Signal: `prepared(Prepared)`."""

    prepared = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget, *, new_key: bool) -> None:
        super().__init__("x", parent, icon="lock")
        self.context = context
        title = self.tr("A full new key") if new_key else self.tr("Set a passphrase")
        self.heading.setText(title)
        self.setAccessibleName(title)
        for sentence in (
            self.tr(
                "The whole journal is encrypted with it: entries, search, history, files and copies. Whoever finds the "
                "file, a copy or the computer reads nothing."
            ),
            self.tr("Three or four words that you remember are best. Nobody can look it up for you, not even us."),
        ):
            self.add(QuietText(sentence, self))
        self.typed = TwiceTyped(self)
        self.typed.entered.connect(self.prepare)
        self.add(self.typed)
        self.go_on = PrimaryButton(self.tr("Go on"), self, icon="chevron-right")
        self.go_on.clicked.connect(self.prepare)
        add_buttons(self, self.go_on)
        self.setFocusProxy(self.typed)

    def prepare(self) -> None:
        passphrase = self.typed.text()
        if not passphrase or not self.go_on.isEnabled():
            return
        self._wait(True)

        def work(_: Journal) -> Prepared:
            from journal.actions import locking

            return locking.prepare(passphrase=passphrase)

        def failed(problem: UserFacingError) -> None:
            self._wait(False)
            self.typed.say(words.say_error(problem))

        self.context.jobs.aside(self, work, self._done, failed)

    def _done(self, prepared: Prepared) -> None:
        self.typed.forget()
        self.prepared.emit(prepared)

    def _wait(self, on: bool) -> None:
        self.go_on.setText(self.tr("One moment…") if on else self.tr("Go on"))
        self.go_on.setEnabled(not on)
        self.typed.setEnabled(not on)


class CodeGroups(QWidget):
    """The groups of a recovery code, each with its number."""

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        groups = code.split("-")
        self.setAccessibleName(" ".join(groups))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SMALL, 0, SMALL)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(MEDIUM)
        for place, group in enumerate(groups):
            row, column = place // ACROSS, place % ACROSS
            grid.addWidget(StyledLabel(str(place + 1), self, style="small", role="quiet"), row, 3 * column)
            grid.addWidget(StyledLabel(group, self, style="heading"), row, 3 * column + 1)
            grid.setColumnMinimumWidth(3 * column + 2, LARGE)
        grid.setColumnStretch(3 * ACROSS, 1)


class SheetCard(Card):
    """The second step. Signals: `tried()` she has typed the groups back; `left()` not now."""

    tried = Signal()
    left = Signal()

    def __init__(self, prepared: Prepared, parent: QWidget) -> None:
        super().__init__("x", parent, icon="file-text")
        self.code = code = prepared.recovery_code
        title = self.tr("Your recovery sheet")
        self.heading.setText(title)
        self.setAccessibleName(title)
        self.add(
            QuietText(
                self.tr(
                    "If the passphrase is forgotten, this code alone opens the journal. Print or copy it, "
                    "and keep it away from the computer."
                ),
                self,
            )
        )
        self.add(CodeGroups(code, self))
        printing = PlainButton(self.tr("Print…"), self, icon="file-text")
        printing.clicked.connect(lambda: recovery_sheet.print_it(self, code))
        saving = PlainButton(self.tr("Save as PDF…"), self, icon="download")
        saving.clicked.connect(lambda: recovery_sheet.save(self, code))
        add_buttons(self, printing, saving)
        first, second = (place + 1 for place in ASKED_BACK)
        text = self.tr("To be sure that you have it, type groups {first} and {second} from your sheet:")
        question = StyledLabel(text.format(first=first, second=second), self, wrap=True)
        self.box.addSpacing(SMALL)
        self.add(question)
        self.typed_back = Line("", self)
        self.typed_back.setAccessibleName(question.text())
        self.typed_back.returnPressed.connect(self._try)
        self.add(self.typed_back)
        self.problem = StyledLabel("", self, role="warn", wrap=True)
        self.problem.hide()
        self.add(self.problem)
        self.encrypt = PrimaryButton(self.tr("Encrypt the journal"), self, icon="lock")
        self.encrypt.clicked.connect(self._try)
        leave = PlainButton(self.tr("Not now"), self)
        leave.clicked.connect(self.left)
        add_buttons(self, self.encrypt, leave)
        self.setFocusProxy(self.typed_back)

    def _try(self) -> None:
        if recovery_code.same_groups(self.code, self.typed_back.text(), ASKED_BACK):
            self.tried.emit()
        else:
            self.problem.setText(self.tr("These are not the groups of this sheet. Please look at it again."))
            self.problem.show()
            self.typed_back.setFocus()


def encrypting(prepared: Prepared, settings: Settings) -> object:
    """What `Locking.rewrite` does in its thread."""

    def work(file: Path, key: Key | None) -> Key:
        from journal.actions import locking

        locking.lock(file, prepared=prepared, key=key, folders=locking.folders_with_copies(settings))
        return prepared.key

    return work
