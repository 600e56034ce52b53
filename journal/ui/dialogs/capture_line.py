"""The capture line: one sentence, what was understood of it shown below while she types, Enter to keep it."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from journal.domain.changes import Changes
from journal.domain.errors import UserFacingError
from journal.system import words
from journal.ui.commands import KIND_ICONS
from journal.ui.context import ScreenContext
from journal.ui.dialogs.lifted import lift
from journal.ui.jobs import Journal
from journal.ui.theme import MEDIUM, SMALL, TINY, em
from journal.ui.when import near
from journal.ui.widgets.buttons import IconButton, PrimaryButton
from journal.ui.widgets.chips import Chip
from journal.ui.widgets.field import Line
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.headings import Heading, QuietText, StyledLabel

DRAFT = "draft.capture"
SLIDE_MS = 140


class CaptureLine(QFrame):
    """Slides over the top of the window. Signal `saved(Changes)`. What is typed and not saved is there next time."""

    saved = Signal(object)

    def __init__(self, context: ScreenContext, over: QWidget) -> None:
        super().__init__(over)
        self._context, self._over = context, over
        self._saving = False
        self.keeps_drafts = True
        self._came_from: QWidget | None = None
        self.setProperty("look", "popup")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Capture in one line"))
        self._lay_out()
        self._look = QTimer(self, singleShot=True, interval=60)
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
        self.line.setAccessibleName(self.tr("What happened, or what must not be forgotten"))
        self.line.setPlaceholderText(self.tr("Coffee with @Claire Dupont yesterday #excel"))
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
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        box.addWidget(self._chips)
        self._hint = QuietText(
            self.tr(
                "@ names a person, # a tag, and a day is understood. Begin with “Reminder:”, “Question:” or “Tip:”."
            ),
            self,
            small=True,
        )
        box.addWidget(self._hint)

    # --- opening and closing --------------------------------------------------------------------------------------

    def open_line(self, text: str = "") -> None:
        """Slides in with `text`, or with what was left unsaved last time."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        if text:
            self.line.setText(text)
        elif not self.line.text():
            self._context.jobs.read(self, _read_draft, self._restore, key="draft")
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
        self._look.start()
        self._keep.start()
        self._button.setEnabled(bool(text.strip()))

    def _keep_draft(self) -> None:
        text = self.line.text()
        if self.keeps_drafts:
            self._context.jobs.write(self, lambda journal: _write_draft(journal, text))

    def _understand(self) -> None:
        text = self.line.text()

        def read(journal: Journal) -> list[tuple[str, str, bool]]:
            from journal.actions import capture

            found = capture.understand(journal, text=text)
            return [(one.what, one.text, one.known) for one in found.understood] if found else []

        self._context.jobs.read(self, read, self._show, self._say_problem, key="understand")

    def _show(self, understood: list[tuple[str, str, bool]]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for what, text, known in understood:
            chip = self._chip(what, text, known)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setCursor(Qt.CursorShape.ArrowCursor)
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(understood))
        self._chips.setAccessibleName(", ".join(text for _, text, _ in understood))
        self._fit()

    def _chip(self, what: str, text: str, known: bool) -> Chip:
        if what == "kind":
            kind, _, type_ = text.partition(".")
            key = f"{kind}.type.{type_}" if type_ and words.knows(f"{kind}.type.{type_}") else f"kind.{kind}"
            return Chip(words.say(key), self._chips, icon=KIND_ICONS[kind], tone="accent")
        if what == "when":
            return Chip(near(text, self._context.clock.now(), self._context.locale), self._chips, icon="clock")
        if what == "who":
            if known:
                return Chip(text, self._chips, icon="user")
            return Chip(text, self._chips, icon="user-plus", note=self.tr("new contact"))
        return Chip(text, self._chips, icon="tag")

    def _say_problem(self, problem: UserFacingError) -> None:
        self._saving = False
        self._problem.setText(words.say_error(problem))
        self._problem.show()
        self._fit()

    # --- saving ---------------------------------------------------------------------------------------------------

    def save(self) -> None:
        text = self.line.text()
        if not text.strip() or self._saving:
            return
        self._saving = True
        self._keep.stop()

        def write(journal: Journal) -> Changes:
            from journal.actions import capture

            changes = capture.capture(journal, text=text)
            _write_draft(journal, "")
            return changes

        self._context.jobs.write(self, write, self._saved, self._say_problem)

    def _saved(self, changes: Changes) -> None:
        self._saving = False
        self.line.clear()
        self._look.stop()
        self._keep.stop()
        self._show([])
        self._leave()
        kinds = {kind for kind, number in changes.touched if number in changes.created}
        kind = next((one for one in ("event", "learning", "reminder") if one in kinds), "contact")
        text = QCoreApplication.translate("CaptureLine", "Kept: {kind}").format(kind=words.say(f"kind.{kind}").lower())
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
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)


def _read_draft(journal: Journal) -> str:
    from journal.actions import reading

    return reading.get_setting(journal, DRAFT, "")


def _write_draft(journal: Journal, text: str) -> None:
    from journal.actions import reading

    reading.set_setting(journal, DRAFT, text)
