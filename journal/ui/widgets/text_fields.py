"""Editors of text: one line, several lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from journal.ui.theme import field_padding, font, restyled
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.field import Field, Line, passes_undo_on
from journal.ui.widgets.suggestions import Suggestion, Suggestions

MOST_LINES = 24  # a longer text scrolls inside its field
TITLE_LINES = 3


class LineField(Field):
    """One line of text. `suggestions_wanted(text)` may be answered by `set_suggestions(items)`.

    `open_icon` shows a small button that emits `request_open(value)` while there is a value (a link, an address).
    """

    suggestions_wanted = Signal(str)

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        short: bool = False,
        look: str = "quiet",
        open_icon: str = "",
    ) -> None:
        super().__init__(label, parent)
        self.short = short
        self.line = Line(look, self)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(lambda _text: self._changed())
        self.line.returnPressed.connect(self._entered)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line)
        self._open: IconButton | None = None
        if open_icon:
            self._open = IconButton(open_icon, self.tr("Open"), self)
            self._open.clicked.connect(lambda: self.request_open.emit(self.value()))
            self._open.hide()
            row.addWidget(self._open)
        self.body.addLayout(row)
        self.lead(self.line)
        self._suggestions: Suggestions | None = None
        self._whole = False
        self._unsaid = False

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: Any) -> None:
        if self._unsaid and self.is_being_edited():
            return  # a name half typed stays
        self._unsaid = False
        self.line.show_text(value or "")
        self._show_open()

    def set_suggestions(self, items: Sequence[Suggestion | str | tuple[Any, ...]], text: str | None = None) -> None:
        """Shows what may be meant by what is typed; see `Suggestions.offer`."""
        if self._suggestions is not None:
            self._suggestions.offer(items, text)

    def suggest(self, *, whole: bool = False) -> None:
        """Turns suggestions on (connect `suggestions_wanted` first).

        `whole`: `edited` waits until she leaves the line, presses Enter or takes a suggestion, for names of things
        that would be made: half a name must not make one.
        """
        self._whole = whole
        if self._suggestions is None:
            self._suggestions = Suggestions(self.line)
            self._suggestions.wanted.connect(self.suggestions_wanted)
            self._suggestions.chosen.connect(self._take)

    def _take(self, suggestion: Suggestion) -> None:
        self.line.setText(suggestion.text)
        self._show_open()
        self._unsaid = False
        self.edited.emit()
        self.finished.emit()

    def _changed(self) -> None:
        self._show_open()
        if self._whole:
            self._unsaid = True
        else:
            self.edited.emit()

    def _say(self) -> None:
        if self._unsaid:
            self._unsaid = False
            self.edited.emit()

    def _entered(self) -> None:
        if self._suggestions is None or not self._suggestions.has_choice():
            self._say()
            self.finished.emit()

    def _left(self) -> None:
        if not self.is_being_edited():
            self._say()
        super()._left()

    def _show_open(self) -> None:
        if self._open is not None:
            self._open.setVisible(bool(self.line.text().strip()))


class GrowingText(QPlainTextEdit):
    """A plain text editor as tall as its text, between `least_lines` and `most_lines`."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least_lines: int = 1,
        most_lines: int = MOST_LINES,
        look: str = "quiet",
    ) -> None:
        super().__init__(parent)
        if look:
            self.setProperty("look", look)
        self._least = least_lines
        self._most = most_lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def event(self, event: QEvent) -> bool:
        if passes_undo_on(self, event):
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        # A plain text document gives its height in lines, as they are wrapped now.
        lines = int(self.document().size().height()) if self.document() else 1
        shown = max(self._least, min(lines, self._most))
        frame = self.height() - self.viewport().height() if self.isVisible() else 2 * (self._padding() + 1)
        height = shown * self.fontMetrics().lineSpacing() + max(frame, 2 * (self._padding() + 1))
        scrolls = lines > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _padding(self) -> int:
        return field_padding(self.fontMetrics().height())[1]

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.minimumHeight())

    def show_text(self, text: str) -> None:
        """Sets the text without a signal, keeping the cursor where it was."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)
        self._fit()


class TextField(Field):
    """Several lines of text, growing with what is written. Tab goes on to the next field."""

    def __init__(
        self, label: str, parent: QWidget | None = None, *, placeholder: str = "", least_lines: int = 1
    ) -> None:
        super().__init__(label, parent)
        self.text = GrowingText(self, least_lines=least_lines)
        self.text.setPlaceholderText(placeholder)
        self.text.textChanged.connect(self.edited)
        self.body.addWidget(self.text)
        self.lead(self.text)

    def value(self) -> str:
        return self.text.toPlainText()

    def set_value(self, value: Any) -> None:
        self.text.show_text(value or "")


class TitleText(GrowingText):
    """One paragraph in a style of the type scale, set in as many lines as it needs. `entered`: Enter was pressed."""

    entered = Signal()

    def __init__(self, style: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, most_lines=TITLE_LINES)
        self._style = style
        self.setFont(font(style))

    def text(self) -> str:
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.document().size().height() <= 1:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted is one paragraph too."""
        self.insertPlainText(" ".join(source.text().split()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        style = getattr(self, "_style", "")
        if restyled(event) and style and self.font().pointSizeF() != font(style).pointSizeF():
            self.setFont(font(style))
            self._fit()


class TitleField(Field):
    """The big editable title at the top of a page, on up to three lines. Enter goes to the next field."""

    def __init__(
        self, label: str, parent: QWidget | None = None, *, placeholder: str = "", style: str = "title"
    ) -> None:
        super().__init__(label, parent)
        self.line = TitleText(style, self)
        self.line.setPlaceholderText(placeholder)
        self.line.textChanged.connect(self.edited)
        self.line.entered.connect(self._entered)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line)
        self.body.addLayout(row)
        self.lead(self.line)

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: Any) -> None:
        self.line.show_text(" ".join(str(value or "").splitlines()))

    def stand_beside(self, widget: QWidget) -> None:
        """Puts `widget` at the end of the title's first line."""
        item = self.body.itemAt(0)
        row = item.layout() if item is not None else None
        assert isinstance(row, QHBoxLayout)
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def _entered(self) -> None:
        self.finished.emit()
        self.focusNextChild()
