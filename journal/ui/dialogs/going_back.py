"""Going back to a copy: which one, what will open the journal afterwards, and the passphrase of that copy where it was
made under another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from journal.domain.errors import UserFacingError
from journal.system import words
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.dialogs.passphrase_setup import add_buttons
from journal.ui.jobs import Journal
from journal.ui.when import near_day
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.choice_fields import ChoiceButton
from journal.ui.widgets.headings import QuietText, StyledLabel
from journal.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from journal.actions.going_back import Choice
    from journal.actions.locking import Key


class GoingBackCard(Card):
    """`encrypted`: whether the journal is, now. Of the copies the newest that is none kept aside is chosen first."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__("x", parent, icon="history")
        self.context = context
        self.encrypted = False
        self._choices: dict[Path, Choice] = {}
        self.heading.setText(self.tr("To which copy?"))
        self.setAccessibleName(self.heading.text())
        self.nothing = QuietText(self.tr("There is no copy yet. One is made when you quit, and every hour."), self)
        self.add(self.nothing)
        self.which = ChoiceButton(self.tr("Copy"), (), self, framed=True)
        self.which.chosen.connect(lambda _: self._say_afterwards())
        self.add(self.which)
        text = self.tr("What is in the journal now is kept with the copies: you can come back to it in the same way.")
        self.kept = QuietText(text, self)
        self.add(self.kept)
        self.afterwards = StyledLabel("", self, wrap=True)
        self.add(self.afterwards)
        self.passphrase = SecretField(self.tr("Passphrase of that copy"), self)
        self.passphrase.entered.connect(self.go_back)
        self.passphrase.edited.connect(lambda: self._say_problem(None))
        self.add(self.passphrase)
        self.problem = StyledLabel("", self, role="warn", wrap=True)
        self.add(self.problem)
        self.button = PrimaryButton(self.tr("Go back to this copy"), self, icon="history")
        self.button.clicked.connect(self.go_back)
        add_buttons(self, self.button)
        self.setFocusProxy(self.which)
        self.show_choices([])

    def show_choices(self, choices: list[Choice], *, encrypted: bool = False) -> None:
        """Keeps what she has chosen, if it is still there."""
        self.encrypted = encrypted
        self._choices = {choice.copy.path: choice for choice in choices}
        self.which.set_options([(choice.copy.path, self._name(choice)) for choice in choices])
        if self.which.value() not in self._choices:
            first = next((choice for choice in choices if not choice.aside), choices[0] if choices else None)
            self.which.set_value(first.copy.path if first else None)
        for widget in (self.which, self.kept, self.afterwards, self.button):
            widget.setVisible(bool(choices))
        self.nothing.setVisible(not choices)
        self._say_afterwards()

    def _name(self, choice: Choice) -> str:
        made, locale = choice.copy.made_at, self.context.locale
        time = locale.toString(QTime(made.hour, made.minute), QLocale.FormatType.ShortFormat)
        name = f"{near_day(made.date(), self.context.clock.now().date(), locale)}, {time}"
        return self.tr("{when} (kept when a copy took its place)").format(when=name) if choice.aside else name

    def _say_afterwards(self) -> None:
        choice = self._choices.get(self.which.value())
        asks = choice is not None and choice.opens == "its_own"
        self.passphrase.forget()
        self.passphrase.setVisible(asks)
        self._say_problem(None)
        if choice is None:
            return
        if asks and self.encrypted:
            text = self.tr(
                "This copy was made under another passphrase. From then on that one opens the journal, or its recovery "
                "sheet; the passphrase of today opens only what is kept of now."
            )
        elif asks:
            text = self.tr(
                "This copy was made under a passphrase. From then on that one opens the journal, or its recovery sheet."
            )
        elif choice.opens == "present":
            text = self.tr("Your passphrase of today goes on opening the journal.")
        else:
            text = self.tr("The journal stays without a passphrase.")
        self.afterwards.setText(text)

    def _say_problem(self, problem: UserFacingError | None) -> None:
        self.problem.setText(words.say_error(problem) if problem is not None else "")
        self.problem.setVisible(problem is not None)

    def go_back(self) -> None:
        """The passphrase of the copy is tried first: for a mistyped one nothing is closed."""
        choice, typed = self._choices.get(self.which.value()), self.passphrase.text()
        if choice is None or not self.button.isEnabled():
            return
        if choice.opens != "its_own":
            self._rewrite(choice, None)
        elif typed:
            from journal.actions import locking

            self.button.setEnabled(False)
            path = choice.copy.path
            self.context.jobs.alone(
                self,
                lambda: locking.unlock(path, secret=typed),
                lambda key: self._rewrite(choice, key),
                self._failed,
            )

    def _failed(self, problem: UserFacingError) -> None:
        self.button.setEnabled(True)
        self.passphrase.forget()
        self._say_problem(problem)
        self.passphrase.line.setFocus()

    def _rewrite(self, choice: Choice, copy_key: Key | None) -> None:
        self.button.setEnabled(True)
        self.passphrase.forget()
        now, said = self.context.clock.now(), [self.tr("The journal is back at a copy: {when}.")]
        said[0] = said[0].format(when=self._name(choice))
        kept_as = self.tr("What was there is kept as {file}.")

        def work(file: Path, key: Key | None) -> Key | None:
            from journal.actions import safety

            kept = safety.restore_backup(file, backup=choice.copy.path, now=now, key=copy_key or key, own_key=key)
            if kept is not None:
                said.append(kept_as.format(file=kept.name))
            return copy_key or key

        if self.context.locking is not None:
            self.context.locking.rewrite(work, page="today", said=lambda: " ".join(said))


class CopiesPage(ColumnPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("copies"))
        self.card = GoingBackCard(context, self)
        self.column.addWidget(self.card)
        self.column.addStretch(1)

    def refresh(self) -> None:
        second = self.context.settings.now.second_folder

        def read(journal: Journal) -> tuple[list[Choice], bool]:
            from journal.actions import going_back

            folders = (Path(second),) if second else ()
            return going_back.choices(journal.path, key=journal.key, folders=folders), journal.key is not None

        if not self.context.demo:
            self.context.jobs.read(self, read, lambda found: self.card.show_choices(found[0], encrypted=found[1]))

    def activate(self) -> None:
        (self.card.which if self.card.which.isVisible() else self.back).setFocus()
