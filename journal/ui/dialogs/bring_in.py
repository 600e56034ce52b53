"""Bring in: choose or drop files, see what they would change, then take them in as one change, undone in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.entry import KINDS
from journal.domain.errors import Cancelled, UserFacingError
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.bring_in_preview import file_card, said
from journal.ui.dialogs.bring_in_questions import question_card
from journal.ui.dialogs.page import ColumnPage
from journal.ui.jobs import Journal
from journal.ui.theme import MEDIUM
from journal.ui.widgets.buttons import PlainButton, PrimaryButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.headings import QuietText

if TYPE_CHECKING:
    from journal.actions.bring_in import Preview

MOST_ASKED = 30  # questions shown of one file, or of many shown as one


class BringInPage(ColumnPage):
    """States: nothing chosen, reading, shown, taking in. `preview` is what is shown, None before."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("bring_in"))
        self.preview: Preview | None = None
        self._paths: list[Path] = []
        self._answers: dict[str, str] = {}  # hers, to what these files ask
        self._cancel = Event()
        self._answered = ""  # the question she answered last: it keeps the keyboard
        self._round = 0
        self.choose_again = PlainButton(self.tr("Choose other files"), self, icon="folder-open")
        self.choose_again.clicked.connect(self.choose)
        self.head.addWidget(self.choose_again)
        self.take_in = PrimaryButton(page_title("bring_in"), self, icon="download")
        self.take_in.clicked.connect(self.bring_in)
        self.head.addWidget(self.take_in)
        self._place = QWidget(self)
        self._box = QVBoxLayout(self._place)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEDIUM)
        self._place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.column.addWidget(self._place, 1)
        self._show_invitation()

    # --- choosing -------------------------------------------------------------------------------------------------

    def _show_invitation(self) -> None:
        self.preview = None
        self._clear()
        sentence = self.tr(
            "Choose or drop an address book (.vcf), a calendar (.ics), what LinkedIn, Facebook, Google or Viva Engage "
            "gave you, any table (.csv, .xlsx), or an archive of this journal (.zip). You see what it holds before "
            "anything is taken in."
        )
        invitation = EmptyState(
            "download", sentence, self._place, button=self.tr("Choose files…"), button_icon="folder-open"
        )
        invitation.acted.connect(self.choose)
        self._box.addWidget(invitation, 1)
        self.set_narrow(False)
        self._offer(choose=False, take=False)

    def show_wanted(self, **wanted: Any) -> None:
        """`files`: paths that were dropped on the window."""
        if files := wanted.get("files"):
            self.read_files([Path(file) for file in files])

    def choose(self) -> None:
        kinds = (
            self.tr("Address books, calendars, tables, archives")
            + " (*.vcf *.vcard *.ics *.csv *.tsv *.xlsx *.html *.xml *.opml *.json *.zip)"
        )
        everything = self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(self, page_title("bring_in"), "", f"{kinds};;{everything} (*)")
        if names:
            self.read_files([Path(name) for name in names])

    # --- reading --------------------------------------------------------------------------------------------------

    def read_files(self, paths: Sequence[Path]) -> None:
        """Reads the files beside everything else and shows what they hold."""
        self._paths, self._answers, self._answered = list(paths), {}, ""
        self._read()

    def _answer(self, key: str, answer: str) -> None:
        self._answers[key] = answer
        self._answered = key
        self._read()

    def _read(self) -> None:
        self._begin(self.tr("Reading…"))
        paths, given = self._paths, dict(self._answers)
        cancel, turn = self._cancel, self._round

        def progress(done: int, of: int) -> None:
            self.context.jobs.post(self, lambda: self._show_progress(turn, done, of))

        def work(journal: Journal) -> Preview:
            from journal.actions import answers, bring_in

            known = answers.Remembered(journal, given)
            return bring_in.preview(journal, paths=paths, answers=known, progress=progress, cancelled=cancel.is_set)

        self.context.jobs.aside(
            self, work, lambda preview: self._show_preview(turn, preview), lambda problem: self._failed(turn, problem)
        )

    def _begin(self, text: str) -> None:
        """Shows that something is under way, with a way to stop it. An older one is stopped."""
        self.set_narrow(True)
        self._cancel.set()
        self._cancel = Event()
        self._round += 1
        self.preview = None
        self._clear()
        card = Card(text, self._place, icon="hourglass")
        self._progress = QProgressBar(card)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(text)
        card.add(self._progress)
        self._count = QuietText("", card, small=True)
        card.add(self._count)
        stop = PlainButton(self.tr("Cancel"), card, icon="x")
        stop.clicked.connect(self._stop)
        card.add_action(stop)
        self._box.addWidget(card)
        self._box.addStretch(1)
        self._offer(choose=False, take=False)
        stop.setFocus()

    def _stop(self) -> None:
        self._cancel.set()
        self._round += 1
        self._show_invitation()

    def _show_progress(self, turn: int, done: int, of: int) -> None:
        if turn == self._round and self.preview is None:
            self._progress.setRange(0, of)
            self._progress.setValue(done)
            self._count.setText(QCoreApplication.translate("BringInPage", "%n record(s)", None, done))

    def _failed(self, turn: int, problem: UserFacingError) -> None:
        if turn == self._round:
            self._show_invitation()
            self.context.notices.tell_problem(problem)

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_preview(self, turn: int, preview: Preview) -> None:
        if turn != self._round:
            return
        self.preview = preview
        self._clear()
        asked: Card | None = None
        for file in preview.files:
            self._box.addWidget(file_card(file, self._place))
            for question in file.questions[:MOST_ASKED]:
                if card := question_card(question, self._place):
                    card.answered.connect(self._answer)
                    self._box.addWidget(card)
                    asked = card if question.key == self._answered else asked
        self._box.addStretch(1)
        some = bool(preview.new or preview.updated)
        if some:
            # The page that will show them is made while she looks at this, not when all else has to be done; and not
            # before this is painted.
            QTimer.singleShot(0, self, lambda: self._prepare_soon(_page_of(preview)))
        self._offer(choose=True, take=some)
        if asked is None:
            (self.take_in if some else self.choose_again).setFocus()
        else:
            self.show_whole(asked)
            asked.setFocus()

    # --- taking in ------------------------------------------------------------------------------------------------

    def bring_in(self) -> None:
        """Takes in what is shown."""
        preview = self.preview
        if preview is None:
            return
        self._begin(self.tr("Bringing in…"))
        turn = self._round
        # If she was quicker than the page that will show them, it comes first: not beside the threads that write.
        self._prepare_soon(_page_of(preview), lambda: self._write(turn, preview))

    def _prepare_soon(self, page: str, then: Callable[[], None] = lambda: None) -> None:
        QTimer.singleShot(0, self, lambda: self.context.navigate.prepare(page, then))

    def _write(self, turn: int, preview: Preview) -> None:
        cancel, given = self._cancel, dict(self._answers)
        if turn != self._round:
            self._tell_cancelled()
            return

        def progress(done: int, of: int) -> None:
            self.context.jobs.post(self, lambda: self._show_progress(turn, done, of))

        def work(journal: Journal) -> Changes | None:
            from journal.actions import bring_in

            try:
                return bring_in.bring_in(
                    journal, preview=preview, answers=given, progress=progress, cancelled=cancel.is_set
                )
            except Cancelled:
                return None

        self.context.jobs.write(
            self,
            work,
            lambda changes: self._done(turn, preview, changes),
            lambda problem: self._failed(turn, problem),
        )

    def _done(self, turn: int, preview: Preview, changes: Changes | None) -> None:
        if changes is None:
            self._tell_cancelled()
            return
        parts = [said("new", preview.new)] if preview.new else []
        parts += [said("updated", preview.updated)] if preview.updated else []
        text = self.tr("Brought in: {counts}").format(counts=", ".join(parts))
        self.context.notices.tell(text, undo=True)
        if turn != self._round:
            return  # cancelled too late, and said so: she is somewhere else by now
        self._round += 1
        self._show_invitation()
        # After what is to be painted now: the first sight of a page takes its moment.
        QTimer.singleShot(0, self, lambda: self.context.navigate.open_page(_page_of(preview)))

    def _tell_cancelled(self) -> None:
        self.context.notices.tell(self.tr("Cancelled. Your journal is as it was."))

    # --- frame ----------------------------------------------------------------------------------------------------

    def _offer(self, *, choose: bool, take: bool) -> None:
        self.choose_again.setVisible(choose)
        self.take_in.setVisible(take)

    def _clear(self) -> None:
        while self._box.count():
            item = self._box.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def activate(self) -> None:
        self.back.setFocus()


def _page_of(preview: Preview) -> str:
    """The page that shows what came in."""
    kinds = {kind for file in preview.files for kind, counts in file.by_kind.items() if counts["new"]}
    pages = {"contact": "contacts", "event": "events", "learning": "learnings"}
    return next((pages[kind] for kind in KINDS if kind in kinds & set(pages)), "today")
