"""What is shown instead of a journal that cannot be opened: why, what to do, and that nothing was touched."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from journal.domain.errors import UserFacingError
from journal.system import words
from journal.ui.backing_up import show_folder
from journal.ui.context import ScreenContext
from journal.ui.screens.page import Page
from journal.ui.theme import LARGE, MEDIUM, em
from journal.ui.widgets.buttons import PlainButton, PrimaryButton
from journal.ui.widgets.empty_state import RoundIcon
from journal.ui.widgets.headings import PageTitle, QuietText, StyledLabel

_REPLACED = ("journal_empty", "journal_foreign", "journal_of_another", "journal_altered")  # something else has its name


class RefusedPage(Page):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        box = QVBoxLayout(self)
        box.setSpacing(LARGE)
        box.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(RoundIcon("triangle-alert", self), 0, centre)
        title = PageTitle(self.tr("The journal could not be opened"), self)
        box.addWidget(title, 0, centre)
        self.sentence = StyledLabel("", self, wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMinimumWidth(em(self) * 30)
        box.addWidget(self.sentence, 0, centre)
        where = QuietText(str(context.journal_file), self, small=True)
        where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setMinimumWidth(em(self) * 30)
        box.addWidget(where, 0, centre)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addStretch(1)
        self.again = PrimaryButton(self.tr("Try again"), self, icon="rotate-ccw")
        self.again.clicked.connect(context.jobs.open)
        row.addWidget(self.again)
        self.rescue = PlainButton(self.tr("Rescue what can be read"), self, icon="hammer")
        self.rescue.setToolTip(self.tr("Into a new journal; the damaged one is kept beside the copies"))
        self.rescue.clicked.connect(self._rescue)
        self.newest = PlainButton(self.tr("Go back to the newest copy"), self, icon="history")
        self.newest.clicked.connect(self._go_back)
        self.anew = PlainButton(self.tr("Begin a new one"), self, icon="plus")
        self.anew.clicked.connect(self._begin_anew)
        self.ways_out = (self.rescue, self.newest, self.anew)
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
        box.addStretch(3)

    def show_wanted(self, **wanted: Any) -> None:
        problem: UserFacingError = wanted["problem"]
        self.sentence.setText(words.say_error(problem))
        spoilt = problem.code in ("journal_damaged", "journal_truncated")
        gone = problem.code == "journal_missing"
        self.rescue.setVisible(spoilt)
        self.newest.setVisible((spoilt or gone or problem.code in _REPLACED) and self._newest() is not None)
        self.anew.setVisible(gone)
        for button in self.ways_out:
            button.setEnabled(True)

    def _newest(self) -> Path | None:
        from journal.actions import safety

        copy = safety.newest_backup(self.context.journal_file)
        return copy.path if copy else None

    def _rescue(self) -> None:
        file, clock = self.context.journal_file, self.context.clock

        def work() -> str:
            from journal.actions import safety

            done, kept = safety.rescue_in_place(file, clock=clock)
            count = sum(done.entries.values())
            entries = QCoreApplication.translate("RefusedPage", "%n entry(ies) were rescued.", None, count)
            return f"{entries} " + self.tr("The damaged journal is kept as {file}.").format(file=kept.name)

        self._do(self.tr("Reading what can be read…"), work)

    def _go_back(self) -> None:
        file, now, copy = self.context.journal_file, self.context.clock.now(), self._newest()
        if copy is None:
            return

        def work() -> str:
            from journal.actions import safety

            kept = safety.restore_backup(file, backup=copy, now=now)
            back = self.tr("The journal is the copy {file} now.").format(file=copy.name)
            return back + (" " + self.tr("What was there is kept as {file}.").format(file=kept.name) if kept else "")

        self._do(self.tr("Going back to the newest copy…"), work)

    def _begin_anew(self) -> None:
        file, clock = self.context.journal_file, self.context.clock

        def work() -> str:
            from journal.actions import opening

            opening.open_journal(file, clock=clock, anew=True).close()
            return ""

        self._do("", work)

    def _do(self, meanwhile: str, work: Callable[[], str]) -> None:
        """In a thread: there is no journal whose lanes could do it. Then it is opened."""
        jobs = self.context.jobs
        self.sentence.setText(meanwhile)
        for button in self.ways_out:
            button.setEnabled(False)

        def run() -> None:
            try:
                told = work()
            except UserFacingError as problem:
                jobs.post(self, partial(self.show_wanted, problem=problem))
            else:
                jobs.post(self, partial(self._done, told))

        threading.Thread(target=run, name="way-out", daemon=True).start()

    def _done(self, told: str) -> None:
        if told:
            self.context.notices.tell(told)
        self.context.jobs.open()

    def activate(self) -> None:
        self.again.setFocus()
