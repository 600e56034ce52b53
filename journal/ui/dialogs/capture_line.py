"""The capture line: one sentence, what was understood of it shown below while she types, Enter to keep it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from journal.domain.changes import Changes
from journal.domain.errors import UserFacingError
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.dialogs.capture_chips import CaptureChips, PutRight, kept_words
from journal.ui.dialogs.lifted import lift
from journal.ui.jobs import Journal
from journal.ui.theme import MEDIUM, SMALL, TINY, em
from journal.ui.widgets.buttons import IconButton, PrimaryButton
from journal.ui.widgets.dates import month_first
from journal.ui.widgets.field import Line
from journal.ui.widgets.headings import Heading, QuietText, StyledLabel

DRAFT = "draft.capture"
MOST_IN_LINE = 20_000  # characters that one pastes as a sentence
LONGEST_PASTED = 1_100_000  # what is longer is no note, which is said
SLIDE_MS = 140


@dataclass(frozen=True, slots=True)
class Material:
    """What was dropped or pasted: a text, or a file."""

    text: str = ""
    file: str = ""

    @property
    def name(self) -> str:
        return Path(self.file).name if self.file else ""

    def proposal(self, journal: Journal, put_right: Sequence[tuple[str, str, str, int]]) -> Any:
        from journal.actions import capture, pasting

        corrections = [capture.Correction(*one) for one in put_right]
        if self.file:
            return pasting.propose_file(journal, file=self.file, corrections=corrections)
        return pasting.propose_text(journal, text=self.text, corrections=corrections)


class CaptureLine(QFrame):
    """Slides over the top of the window. Signal `saved(Changes)`. What is typed and not saved is there next time."""

    saved = Signal(object)

    def __init__(self, context: ScreenContext, over: QWidget) -> None:
        super().__init__(over)
        self._context, self._over = context, over
        self._saving = False
        self._material: Material | None = None  # dropped or pasted, shown in place of a sentence
        self._proposal: Any = None
        self._over_written = ""
        self._right: list[PutRight] = []  # what she put right in what was understood, oldest first
        self.keeps_drafts = True
        self._came_from: QWidget | None = None
        self.setProperty("look", "popup")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Capture in one line"))
        self._lay_out()
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._understand)
        self._keep = QTimer(self, singleShot=True, interval=500)
        self._keep.timeout.connect(self._keep_draft)
        lift(self)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        over.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(MEDIUM + SMALL, MEDIUM, MEDIUM + SMALL, MEDIUM + TINY)
        box.setSpacing(SMALL)
        head = QHBoxLayout()
        head.addWidget(Heading(self.tr("Capture in one line"), self), 1)
        close = IconButton("x", self.tr("Close (Escape)"), self)
        close.clicked.connect(self.close_line)
        head.addWidget(close)
        box.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.line = Line("", self)
        self.line.setAcceptDrops(False)  # the window takes it
        self.line.installEventFilter(self)
        self.line.setMaxLength(LONGEST_PASTED)
        self.line.setAccessibleName(self.tr("What happened, or what must not be forgotten"))
        self.line.setPlaceholderText(
            self.tr("Coffee with Claire Dupont yesterday in Leeds, 1h #excel; call her back in 2 weeks")
        )
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self.save)
        row.addWidget(self.line, 1)
        self._button = PrimaryButton(self.tr("Keep"), self, icon="check")
        self._button.clicked.connect(self.save)
        row.addWidget(self._button)
        box.addLayout(row)
        self._problem = StyledLabel("", self, style="small", role="warn", wrap=True)
        self._problem.hide()
        box.addWidget(self._problem)
        self.chips = CaptureChips(self._context, self)
        self.chips.put_right.connect(self._put_right)
        self.chips.day_typed.connect(self._read_day)
        self.chips.left.connect(self.line.setFocus)
        box.addWidget(self.chips)
        self._hint = QuietText(self._hint_of_sentence(), self, small=True)
        box.addWidget(self._hint)

    def _hint_of_sentence(self) -> str:
        return self.tr(
            "Write as you would tell it: with whom, when, where, what is next. Down goes to what was understood."
        )

    # --- what is dropped or pasted ----------------------------------------------------------------------------------

    def propose(self, *, text: str = "", files: Sequence[str] = (), otherwise: Callable[[], None]) -> None:
        """Shows the contact or event that a text or a file is; `otherwise()` where it is none."""
        material = Material(text[:LONGEST_PASTED], files[0] if len(files) == 1 else "")
        if len(files) > 1:
            otherwise()
            return

        def show(proposal: Any) -> None:
            if proposal is None:
                otherwise()
                return
            self._right, self._material = [], material
            self._over_written = self.line.text()
            self.line.setReadOnly(True)
            self.open_line(material.name or self.tr("Pasted"))
            self._show_proposal(proposal)

        self._context.jobs.aside(self, lambda journal: material.proposal(journal, ()), show)

    def _show_proposal(self, proposal: Any) -> None:
        self._proposal = proposal
        self._show(proposal.understood if proposal is not None else ())
        self._hint.setText(self.tr("Enter keeps it, Escape leaves it. Each part can be put right or taken away."))

    def _forget_material(self) -> None:
        """Back to what was being written."""
        if self._material is not None:
            self._material, self._proposal, self._right = None, None, []
            self.line.setReadOnly(False)
            self.line.setText(self._over_written)
            self._hint.setText(self._hint_of_sentence())

    # --- opening and closing --------------------------------------------------------------------------------------

    def open_line(self, text: str = "") -> None:
        """Slides in with `text`, or with what was left unsaved last time."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        if text:
            self.line.setText(text)
        elif not self.line.text():
            self._context.jobs.read(self, _read_draft, self._restore, key="draft")
        self._context.jobs.read(self, _made_ready, lambda _: None)
        self._fit()
        home = self.pos()
        if self.isHidden() and self.window().isVisible():
            self._slide.setStartValue(home - QPoint(0, self.height()))
            self._slide.setEndValue(home)
            self._slide.start()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.end(False)

    def close_line(self) -> None:
        self._slide.stop()
        self.flush()
        self._leave()

    def _leave(self) -> None:
        """Hides the line and gives the keyboard back to where it was."""
        self._forget_material()
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()

    def flush(self) -> None:
        """Keeps what is typed and not saved."""
        if self._keep.isActive():
            self._keep.stop()
            self._keep_draft()

    def _restore(self, text: str) -> None:
        if text and not self.line.text():
            self.line.setText(text)

    # --- understanding --------------------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self._problem.hide()
        self._button.setEnabled(bool(text.strip()))
        if self._material is not None:
            return
        if not text.strip():
            self._right = []
        self._look.start()
        self._keep.start()

    def _keep_draft(self) -> None:
        text = self.line.text()
        if self.keeps_drafts and self._material is None:
            self._context.jobs.write(self, lambda journal: _write_draft(journal, text))

    def _understand(self) -> None:
        if self._material is not None:
            material, right = self._material, self._said()[1]
            self._context.jobs.read(
                self, lambda journal: material.proposal(journal, right), self._show_proposal, key="propose"
            )
            return
        text, put_right, month_first = self._said()

        def read(journal: Journal) -> Sequence[Any]:
            from journal.actions import capture

            corrections = [capture.Correction(*one) for one in put_right]
            found = capture.understand(journal, text=text, corrections=corrections, month_first=month_first)
            return found.understood if found else ()

        self._context.jobs.read(self, read, self._show, self._say_problem, key="understand")

    def _said(self) -> tuple[str, list[tuple[str, str, str, int]], bool]:
        right = [(one.what, one.key, one.value, one.id) for one in self._right]
        return self.line.text(), right, month_first(self._context.locale)

    def _show(self, understood: Sequence[Any]) -> None:
        self.chips.show_understood(understood)
        self._fit()

    def _put_right(self, right: PutRight) -> None:
        self._right.append(right)
        self._problem.hide()
        self._understand()
        self.line.setFocus()

    def _read_day(self, one: Any, text: str) -> None:
        """A day put right in words is read before it is taken."""
        months, ahead = month_first(self._context.locale), one.what == "next"

        def read(journal: Journal) -> str:
            from journal.actions import capture

            day = capture.spoken_day(journal, text=text, month_first=months, ahead=ahead)
            return day.isoformat() if day is not None else ""

        def take(day: str) -> None:
            if day:
                self._put_right(PutRight(one.what, one.key, day))
            else:
                self._tell(words.say("error.when_not_understood", value=text[:60]))

        self._context.jobs.read(self, read, take)

    def _say_problem(self, problem: UserFacingError) -> None:
        self._saving = False
        self._tell(words.say_error(problem))
        if problem.code in ("which_person", "did_you_mean"):
            self.chips.focus_choice()

    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        self._fit()

    # --- saving ---------------------------------------------------------------------------------------------------

    def save(self) -> None:
        text, put_right, months = self._said()
        if not text.strip() or self._saving:
            return
        self._saving = True
        self._keep.stop()

        proposal = self._proposal

        def write(journal: Journal) -> Changes:
            from journal.actions import capture, pasting

            if proposal is not None:
                return pasting.keep(journal, proposal=proposal)

            corrections = [capture.Correction(*one) for one in put_right]
            changes = capture.capture(journal, text=text, corrections=corrections, month_first=months, ask=True)
            _write_draft(journal, "")
            return changes

        self._context.jobs.write(self, write, self._saved, self._say_problem)

    def _saved(self, changes: Changes) -> None:
        self._saving = False
        self._right = []
        if self._material is None:
            self.line.clear()
        self._look.stop()
        self._keep.stop()
        self._show([])
        self._leave()
        kinds = {kind for kind, number in changes.touched if number in changes.created}
        told = [kind for kind in ("event", "learning", "reminder", "contact") if kind in kinds]
        text = kept_words(told or ["contact"])
        self._context.notices.tell(text, undo=True)
        self.saved.emit(changes)

    # --- place ----------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        over = self._over
        width = min(em(self) * 44, over.width() - 4 * MEDIUM)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()
        at = QPoint((over.width() - width) // 2, MEDIUM)
        self.resize(width, height)
        if self._slide.state() != QPropertyAnimation.State.Running:
            self.move(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and self._took_paste(event):
            return True
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _took_paste(self, event: QEvent) -> bool:
        """A text of several lines, or an address, pasted into the line is looked at first."""
        assert isinstance(event, QKeyEvent)
        text = QApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        several = "\n" in text.strip() or ("<" in text and "@" in text) or len(text) > MOST_IN_LINE
        if several and self._material is None:
            self.propose(text=text, otherwise=lambda: self.line.insert(" ".join(text.split())))
        return several

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        elif event.key() == Qt.Key.Key_Down:
            self.chips.focus_chip()
        else:
            super().keyPressEvent(event)


def _read_draft(journal: Journal) -> str:
    from journal.actions import reading

    return reading.get_setting(journal, DRAFT, "")


def _write_draft(journal: Journal, text: str) -> None:
    from journal.actions import reading

    reading.set_setting(journal, DRAFT, text)


def _made_ready(journal: Journal) -> None:
    """Loads what reads a sentence, before the first key and away from the UI thread."""
    from journal.actions import capture

    capture.understand(journal, text="-")
