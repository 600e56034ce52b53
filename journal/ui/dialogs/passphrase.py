"""The page of the passphrase: set, changed, remembered on this computer, taken away. What stays readable is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journal.domain.errors import UserFacingError
from journal.system import words
from journal.system.settings import Settings
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.dialogs.passphrase_setup import ChooseCard, SheetCard, TwiceTyped, add_buttons, encrypting
from journal.ui.jobs import Journal
from journal.ui.theme import MEDIUM
from journal.ui.widgets.buttons import PlainButton, PrimaryButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.headings import QuietText, StyledLabel
from journal.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from journal.actions.locking import Key, Prepared

COPIES_NAMED = 5


@dataclass(frozen=True, slots=True)
class Status:
    encrypted: bool = False
    remembered: bool = False
    plain_copies: tuple[Path, ...] = ()


def read_status(journal: Journal, settings: Settings) -> Status:
    """Work for a thread."""
    from journal.actions import locking

    if journal.key is None:
        return Status()
    copies = tuple(locking.plain_copies(journal.path, locking.folders_with_copies(settings)))
    return Status(True, locking.is_remembered(journal.path, key=journal.key), copies)


class PassphrasePage(ColumnPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("passphrase"))
        self._told = ""
        self._place = QWidget(self)
        self._box = QVBoxLayout(self._place)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEDIUM)
        self.column.addWidget(self._place)
        self.column.addStretch(1)
        self.cards: list[Card] = []

    def show_wanted(self, **wanted: Any) -> None:
        """`done`: "set", "new_key" or "removed" has just been done."""
        said = {
            "set": self.tr("Your journal is encrypted. The passphrase or the sheet opens it, nothing else does."),
            "new_key": self.tr("Your journal and its copies are under a full new key. The old sheet opens nothing."),
            "removed": self.tr("The passphrase is removed. Encrypted copies stay locked by the last one."),
        }
        self._told = said.get(str(wanted.get("done", "")), "")

    def come_on_screen(self) -> None:
        """Each time anew: what was typed here and left is not kept."""
        self._stale = False
        self.refresh()

    def refresh(self) -> None:
        if self.context.demo:
            self.show_only(self._saying(self.tr("A sample journal needs no passphrase."), "lock"))
        else:
            settings = self.context.settings.now
            self.context.jobs.read(self, lambda journal: read_status(journal, settings), self._show, key="status")

    def _hear(self, changes: Any) -> None:
        """Nothing that is written elsewhere changes this page: what is being typed here stays."""

    def activate(self) -> None:
        (self.cards[-1] if len(self.cards) == 1 else self.back).setFocus()

    def _show(self, status: Status) -> None:
        cards = [self._saying(self._told, "circle-check")] if self._told else []
        self._told = ""
        if not status.encrypted:
            self.show_only(*cards, self._choosing(new_key=False))
            return
        if status.plain_copies:
            copies = CopiesCard(self.context, self._place, status.plain_copies)
            copies.done.connect(self.refresh)
            cards.append(copies)
        if folder := self.context.settings.now.calendar_folder:
            text = self.tr("The calendar kept in {folder} stays readable, since other programs are to read it.")
            cards.append(self._saying(text.format(folder=folder), "calendar"))
        changing = ChangeCard(self.context, self._place)
        changing.request_new_key.connect(self.begin_new_key)
        remove = RemoveCard(self._place)
        remove.sure.connect(lambda: self._rewrite(_removing, "removed"))
        anew = NewKeyCard(self._place)
        anew.wanted.connect(self.begin_new_key)
        remember = RememberCard(self.context, self._place, status.remembered)
        self.show_only(*cards, changing, remember, anew, remove)

    def _saying(self, sentence: str, icon: str) -> Card:
        card = Card("", self._place)
        card.add(CardRow(sentence, "", card, icon=icon, role="accent_ink", opens=False))
        return card

    def _choosing(self, *, new_key: bool) -> ChooseCard:
        card = ChooseCard(self.context, self._place, new_key=new_key)
        card.prepared.connect(lambda prepared: self._show_sheet(prepared, new_key))
        return card

    def begin_new_key(self) -> None:
        self.context.navigate.open_page("passphrase")
        # In place of the answer to what the page has just asked for.
        self.context.jobs.read(self, lambda _: None, lambda _: self.ask_for_new(), key="status")

    def ask_for_new(self) -> None:
        self.show_only(self._choosing(new_key=True))
        self.cards[0].setFocus()

    def _show_sheet(self, prepared: Prepared, new_key: bool) -> None:
        card = SheetCard(prepared, self._place)
        card.left.connect(self.refresh)
        settings = self.context.settings.now
        done = "new_key" if new_key else "set"
        card.tried.connect(lambda: self._rewrite(encrypting(prepared, settings), done))
        self.show_only(card)
        card.setFocus()

    def _rewrite(self, work: Any, done: str) -> None:
        if self.context.locking is not None:
            self.context.locking.rewrite(work, done=done)

    def show_only(self, *cards: Card) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = list(cards)
        for card in cards:
            self._box.addWidget(card)
        if self.isVisible():
            self.activate()


def _removing(file: Path, key: Key | None) -> None:
    from journal.actions import locking

    if key is not None:
        locking.remove_lock(file, key=key)


class ChangeCard(Card):
    """Signal: `request_new_key()`."""

    request_new_key = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__("x", parent, icon="pencil")
        self.context = context
        self.heading.setText(self.tr("Change the passphrase"))
        self.setAccessibleName(self.heading.text())
        self.add(QuietText(self.tr("It holds at once, for the journal and its copies."), self))
        self.present = SecretField(self.tr("Passphrase of now"), self)
        self.typed = TwiceTyped(self)
        self.present.entered.connect(self.typed.first.line.setFocus)
        self.typed.entered.connect(self.change)
        self.add(self.present)
        self.add(self.typed)
        self.button = PrimaryButton(self.tr("Change it"), self, icon="check")
        self.button.clicked.connect(self.change)
        add_buttons(self, self.button)

    def change(self) -> None:
        present, new = self.present.text(), self.typed.text()
        if not new or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        settings = self.context.settings.now

        def work(journal: Journal) -> None:
            from journal.actions import locking

            folders = locking.folders_with_copies(settings)
            locking.change_passphrase(journal.path, secret=present, new=new, folders=folders)

        def failed(problem: UserFacingError) -> None:
            self.button.setEnabled(True)
            self.typed.say(words.say_error(problem))

        self.context.jobs.aside(self, work, lambda _: self._done(), failed)

    def _done(self) -> None:
        self.present.forget()
        self.typed.forget()
        self.button.setEnabled(True)
        text = self.tr("The passphrase is changed. Whoever knew the old one may have a copy from before.")
        self.context.notices.tell(text, action=self.tr("A full new key"), act=self.request_new_key.emit)


class RememberCard(Card):
    def __init__(self, context: ScreenContext, parent: QWidget, remembered: bool) -> None:
        super().__init__("x", parent, icon="user")
        self.context = context
        self.heading.setText(self.tr("On this computer"))
        self.setAccessibleName(self.heading.text())
        self.box_ = QCheckBox(self.tr("Open by itself at the start, without the passphrase"), self)
        self.box_.setChecked(remembered)
        self.box_.toggled.connect(self._switch)
        self.add(self.box_)
        self.add(
            QuietText(
                self.tr(
                    "The key is then kept in this computer's own safe for passwords: whoever uses your session can "
                    "open the journal. The passphrase goes on opening it, and a lock still asks for it."
                ),
                self,
                small=True,
            )
        )

    def _switch(self, on: bool) -> None:
        def work(journal: Journal) -> None:
            from journal.actions import locking

            (locking.remember if on else locking.forget)(journal.path, key=journal.key)

        def failed(problem: UserFacingError) -> None:
            self.context.notices.tell_problem(problem)
            with QSignalBlocker(self.box_):
                self.box_.setChecked(not on)

        self.context.jobs.aside(self, work, lambda _: None, failed)


class CopiesCard(Card):
    """Signal: `done()`."""

    done = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget, copies: tuple[Path, ...]) -> None:
        super().__init__("x", parent, icon="archive")
        self.context = context
        self.heading.setText(self.tr("Copies from before"))
        self.setAccessibleName(self.heading.text())
        text = QCoreApplication.translate(
            "CopiesCard", "%n copy(ies) from before the passphrase can still be read by anybody.", None, len(copies)
        )
        self.add(StyledLabel(text, self, role="warn", wrap=True))
        for copy in copies[:COPIES_NAMED]:
            self.add(CardRow(copy.name, "", self, icon="archive", opens=False))
        self.button = PrimaryButton(self.tr("Encrypt them too"), self, icon="lock")
        self.button.clicked.connect(self.encrypt)
        add_buttons(self, self.button)

    def encrypt(self) -> None:
        self.button.setEnabled(False)
        settings = self.context.settings.now

        def work(journal: Journal) -> int:
            from journal.actions import locking

            folders = locking.folders_with_copies(settings)
            return locking.lock_copies(journal.path, key=journal.key, folders=folders)

        def failed(problem: UserFacingError) -> None:
            self.button.setEnabled(True)
            self.context.notices.tell_problem(problem)

        self.context.jobs.aside(self, work, self._told, failed)

    def _told(self, count: int) -> None:
        self.context.notices.tell(QCoreApplication.translate("CopiesCard", "%n copy(ies) encrypted", None, count))
        self.done.emit()


class NewKeyCard(Card):
    """Signal: `wanted()`."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("x", parent, icon="repeat")
        self.heading.setText(self.tr("A full new key"))
        self.setAccessibleName(self.heading.text())
        self.add(
            QuietText(
                self.tr(
                    "Everything is encrypted anew, with a new passphrase and a new sheet: for when somebody "
                    "may know the passphrase or have the sheet."
                ),
                self,
            )
        )
        button = PlainButton(self.tr("New key and new sheet…"), self, icon="repeat")
        button.clicked.connect(self.wanted)
        add_buttons(self, button)


class RemoveCard(Card):
    """Signal: `sure()`: asked for twice."""

    sure = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("x", parent, icon="triangle-alert")
        self.heading.setText(self.tr("Remove the passphrase"))
        self.setAccessibleName(self.heading.text())
        self.add(
            QuietText(
                self.tr("The journal becomes a plain file again: whoever has it or this computer reads it all."),
                self,
            )
        )
        self.button = PlainButton(self.tr("Remove the passphrase…"), self, icon="x")
        self.button.clicked.connect(self._ask_again)
        self.really = PrimaryButton(self.tr("Yes, make it readable"), self, icon="triangle-alert")
        self.really.clicked.connect(self.sure)
        self.really.hide()
        add_buttons(self, self.button, self.really)

    def _ask_again(self) -> None:
        self.button.hide()
        self.really.show()
        self.really.setFocus()
