"""What is shown instead of a journal that cannot be opened: why, what to do, and that nothing was touched."""

from __future__ import annotations

import threading
from functools import partial
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
        self.rescue.hide()
        row.addWidget(self.rescue)
        folder = PlainButton(self.tr("Show the folder"), self, icon="folder-open")
        folder.clicked.connect(lambda: show_folder(context.journal_file.parent))
        row.addWidget(folder)
        leave = PlainButton(self.tr("Quit"), self, icon="log-out")
        leave.clicked.connect(QApplication.quit)
        row.addWidget(leave)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(3)

    def show_wanted(self, **wanted: Any) -> None:
        problem: UserFacingError = wanted["problem"]
        self.sentence.setText(words.say_error(problem))
        self.rescue.setVisible(problem.code in ("journal_damaged", "journal_truncated"))
        self.rescue.setEnabled(True)

    def _rescue(self) -> None:
        """In a thread: there is no journal whose lanes could do it."""
        self.rescue.setEnabled(False)
        self.sentence.setText(self.tr("Reading what can be read…"))
        file, clock, jobs = self.context.journal_file, self.context.clock, self.context.jobs

        def work() -> None:
            from journal.actions import safety

            try:
                done, kept = safety.rescue_in_place(file, clock=clock)
            except UserFacingError as problem:
                jobs.post(self, partial(self.show_wanted, problem=problem))
            else:
                jobs.post(self, partial(self._rescued, sum(done.entries.values()), kept.name))

        threading.Thread(target=work, name="rescue", daemon=True).start()

    def _rescued(self, count: int, kept: str) -> None:
        entries = QCoreApplication.translate("RefusedPage", "%n entry(ies) were rescued.", None, count)
        text = self.tr("The damaged journal is kept as {file}.").format(file=kept)
        self.context.notices.tell(f"{entries} {text}")
        self.context.jobs.open()

    def activate(self) -> None:
        self.again.setFocus()
