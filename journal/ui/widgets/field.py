"""What every in-place editor has in common.

The protocol, which `form.Form` relies on:

- ``value()`` and ``set_value(v)``; the latter never emits a signal;
- ``edited``: she changed the value (on each keystroke that gives a whole value);
- ``finished``: she left the field or pressed Enter: a good moment to save;
- ``request_open(object)``: she asked to open what a part of the value stands for;
- ``set_problem(sentence)``: what is wrong, said under the field ("" takes it away);
- ``label``: the text shown beside it, and the accessible name of what is focused.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journal.ui.theme import TINY, field_padding, font, restyled
from journal.ui.widgets.labels import StyledLabel


def passes_undo_on(editor: QLineEdit | QPlainTextEdit, event: QEvent) -> bool:
    """Whether `event` announces Ctrl+Z or Ctrl+Y with nothing left to undo or redo in `editor`.

    Qt's editors claim those keys all the same; not claiming them lets the window's own undo have them.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = _history_of(editor)
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo
    return event.matches(QKeySequence.StandardKey.Redo) and not redo


def _history_of(editor: QLineEdit | QPlainTextEdit) -> tuple[bool, bool]:
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable(), editor.isRedoAvailable()
    document = editor.document()
    return document.isUndoAvailable(), document.isRedoAvailable()


class Line(QLineEdit):
    """A line edit whose own undo ends where the window's begins. Without a `look` it is a framed box."""

    def __init__(self, look: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if look:
            self.setProperty("look", look)

    def event(self, event: QEvent) -> bool:
        if passes_undo_on(self, event):
            event.ignore()
            return False
        return super().event(event)

    def wear(self, style: str) -> None:
        """Text in a style of the type scale, now and when the size of text is changed."""
        self._style = style
        self.setFont(font(style))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        style = getattr(self, "_style", "")
        if restyled(event) and style and self.font().pointSizeF() != font(style).pointSizeF():
            self.setFont(font(style))

    def show_text(self, text: str) -> None:
        """Sets the text without a signal, keeping the cursor where it was; an unchanged text keeps its undo."""
        if text == self.text():
            return
        place = self.cursorPosition()
        blocked = self.blockSignals(True)
        self.setText(text)
        self.blockSignals(blocked)
        self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)


class Field(QWidget):
    """The base of every editor. A subclass puts its widgets in `self.body` and says which is `focus_widget`."""

    edited = Signal()
    finished = Signal()
    request_open = Signal(object)

    short = False  # two short fields share a line where there is room
    wide = False  # takes the whole width, its label above

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(TINY)
        self._problem: StyledLabel | None = None

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def is_empty(self) -> bool:
        return self.value() in (None, "", (), False)

    def is_being_edited(self) -> bool:
        """Whether the keyboard is in this field (or in a popup it opened)."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def problem(self) -> str:
        return self._problem.text() if self._problem is not None else ""

    def set_problem(self, sentence: str) -> None:
        if sentence == self.problem():
            return
        if self._problem is None:
            self._problem = StyledLabel("", self, style="small", role="warn", wrap=True)
            self._problem.setContentsMargins(field_padding(self.fontMetrics().height())[0] + 1, 0, 0, TINY)
            self._problem.setObjectName("problem")
            self.body.addWidget(self._problem)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        lead = self.focusProxy()
        if lead is not None:
            lead.setAccessibleDescription(sentence)

    def lead(self, widget: QWidget) -> None:
        """Makes `widget` the one that has the field's focus and name."""
        widget.setAccessibleName(self.label)
        self.setFocusProxy(widget)
        self.watch(widget)

    def watch(self, *widgets: QWidget) -> None:
        """Emits `finished` when the keyboard leaves these widgets for another place than this field."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()  # shy buttons show themselves
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self._left()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def _left(self) -> None:
        """The keyboard left a part of the field. Subclasses tidy up here, then call this."""
        if not self.is_being_edited():
            self.finished.emit()
