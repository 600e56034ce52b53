"""What is shown instead of a journal that cannot be opened: why, what to do, and that nothing was touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.errors import UserFacingError
from journal.system import words
from journal.ui.backing_up import show_folder
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.going_back import GoingBackCard
from journal.ui.screens.page import Page
from journal.ui.theme import MEDIUM, em
from journal.ui.widgets.buttons import PlainButton, PrimaryButton
from journal.ui.widgets.empty_state import RoundIcon
from journal.ui.widgets.headings import PageTitle, QuietText, StyledLabel

if TYPE_CHECKING:
    from journal.actions.going_back import Choice
    from journal.actions.locking import Key

_REPLACED = ("journal_empty", "journal_foreign", "journal_of_another", "journal_altered")  # something else has its name
WIDE = 42  # lines of text


class RefusedPage(Page):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        # Of a fixed width, so that what wraps has the height it needs.
        column = QWidget(self)
        column.setFixedWidth(em(self) * WIDE)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(column)
        across.addStretch(1)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        box.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.icon = RoundIcon("triangle-alert", self)
        box.addWidget(self.icon, 0, centre)
        title = PageTitle(self.tr("The journal could not be opened"), self)
        box.addWidget(title, 0, centre)
        self.sentence = StyledLabel("", self, wrap=True)
        where = QuietText(str(context.journal_file), self, small=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for text in (self.sentence, where):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addStretch(1)
        self.again = PrimaryButton(self.tr("Try again"), self, icon="rotate-ccw")
        self.again.clicked.connect(context.jobs.open)
        row.addWidget(self.again)
        self.rescue = PlainButton(self.tr("Rescue what can be read"), self, icon="hammer")
        self.rescue.setToolTip(self.tr("Into a new journal; the damaged one is kept beside the copies"))
        self.rescue.clicked.connect(self._rescue)
        self.back = PlainButton(page_title("copies"), self, icon="history")
        self.back.clicked.connect(self._show_copies)
        self.anew = PlainButton(self.tr("Begin a new one"), self, icon="plus")
        self.anew.clicked.connect(self._begin_anew)
        self.ways_out = (self.rescue, self.back, self.anew)
        for button in self.ways_out:
            button.hide()
        folder = PlainButton(self.tr("Show the folder"), self, icon="folder-open")
        folder.clicked.connect(lambda: show_folder(context.journal_file.parent))
        row.addWidget(folder)
        leave = PlainButton(self.tr("Quit"), self, icon="log-out")
        leave.clicked.connect(QApplication.quit)
        row.addWidget(leave)
        row.addStretch(1)
        box.addLayout(row)
        ways = QHBoxLayout()
        ways.setSpacing(MEDIUM)
        ways.addStretch(1)
        for button in self.ways_out:
            ways.addWidget(button)
        ways.addStretch(1)
        box.addLayout(ways)
        self.copies = GoingBackCard(context, self)
        self.copies.hide()
        box.addWidget(self.copies)
        box.addStretch(3)

    def show_wanted(self, **wanted: Any) -> None:
        problem: UserFacingError = wanted["problem"]
        self.sentence.setText(words.say_error(problem))
        spoilt = problem.code in ("journal_damaged", "journal_truncated")
        gone = problem.code == "journal_missing"
        self.rescue.setVisible(spoilt)
        self.back.setVisible((spoilt or gone or problem.code in _REPLACED) and self._newest() is not None)
        self.anew.setVisible(gone)
        self.copies.hide()
        self.icon.show()

    def _newest(self) -> Path | None:
        from journal.actions import safety

        copy = safety.newest_backup(self.context.journal_file)
        return copy.path if copy else None

    def _show_copies(self) -> None:
        file, locking = self.context.journal_file, self.context.locking
        second = self.context.settings.now.second_folder
        key = locking.spare_key if locking is not None else None

        def read() -> list[Choice]:
            from journal.actions import going_back

            return going_back.choices(file, key=key, folders=(Path(second),) if second else ())

        self.context.jobs.alone(self, read, lambda choices: self.offer(choices, encrypted=key is not None))

    def offer(self, choices: list[Choice], *, encrypted: bool) -> None:
        """The copies to go back to, below the other ways out."""
        self.copies.show_choices(choices, encrypted=encrypted)
        self.copies.show()
        self.icon.hide()  # room for them in a small window
        self.copies.setFocus()

    def _rescue(self) -> None:
        clock, said, kept_as = self.context.clock, [""], self.tr("The damaged journal is kept as {file}.")

        def work(file: Path, key: Key | None) -> Key | None:
            from journal.actions import safety

            done, kept = safety.rescue_in_place(file, clock=clock, key=key)
            count = sum(done.entries.values())
            said[0] = QCoreApplication.translate("RefusedPage", "%n entry(ies) were rescued.", None, count)
            said.append(kept_as.format(file=kept.name))
            return key

        self._do(work, lambda: " ".join(said))

    def _begin_anew(self) -> None:
        clock = self.context.clock

        def work(file: Path, _: Key | None) -> None:
            from journal.actions import opening

            opening.open_journal(file, clock=clock, anew=True).close()

        self._do(work, str)

    def _do(self, work: Callable[[Path, Key | None], Key | None], said: Callable[[], str]) -> None:
        if self.context.locking is not None:
            self.context.locking.rewrite(work, page="today", said=said)

    def activate(self) -> None:
        self.again.setFocus()
