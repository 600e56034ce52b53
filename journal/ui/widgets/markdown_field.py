"""An editor of Markdown: a page to read until she clicks on it, then her text with a live preview beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QTextBrowser, QWidget

from journal.ui.theme import SMALL, field_padding
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.field import Field
from journal.ui.widgets.text_fields import GrowingText

LONGEST_PREVIEW = 60_000  # characters; laying out more would make each pause in typing felt
SIDE_BY_SIDE = 60  # average characters of width from which text and preview stand beside each other


class _ClosedDocument(QTextDocument):
    """A document that loads nothing: no picture may tell anyone that it was read, nor open a file of hers.

    The view's own `loadResource` would not be enough: where it gives nothing, the document looks for itself.
    """

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


class MarkdownView(QTextBrowser):
    """Markdown as a page, as tall as its text. HTML in it stays text, and nothing is ever loaded from anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self.setDocument(_ClosedDocument(self))
        self.setProperty("look", "quiet")
        self.setOpenLinks(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def show_markdown(self, text: str) -> None:
        self._markdown = text
        self.document().setDefaultFont(self.font())
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        self.document().setMarkdown(text[:LONGEST_PREVIEW], features)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Links and code take their colours when the document is made.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._markdown:
            self.show_markdown(self._markdown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        height = int(self.document().size().height()) + 2 * (field_padding(line)[1] + 1)
        if self.minimumHeight() != height:
            self.setFixedHeight(height)


class MarkdownField(Field):
    """Markdown kept exactly as typed. A click on the page, or Enter on it, begins writing; leaving it shows the page.

    `request_open(url)` on a click on a link.
    """

    wide = True

    def __init__(self, label: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(label, parent)
        self.text = GrowingText(self, least_lines=3)
        self.text.setPlaceholderText(placeholder)
        self.view = MarkdownView(self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setToolTip("")
        self.view.anchorClicked.connect(lambda url: self.request_open.emit(url.toString()))
        self._toggle = IconButton("eye", self.tr("Preview (Ctrl+Shift+P)"), self)
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(lambda _on: self._arrange())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.text, 1)
        row.addWidget(self.view, 1)
        row.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self._pause = QTimer(self, singleShot=True, interval=150)
        self._pause.timeout.connect(self._preview)
        self.text.textChanged.connect(self._typed)
        self.view.viewport().installEventFilter(self)
        self.lead(self.text)
        self.watch(self._toggle)
        self._writing = False
        self._arrange()

    def value(self) -> str:
        return self.text.toPlainText()

    def set_value(self, value: Any) -> None:
        if (value or "") != self.value():
            self.text.show_text(value or "")
        self._preview()
        self._arrange()

    def is_writing(self) -> bool:
        return self._writing

    def begin_writing(self) -> None:
        self._writing = True
        self._arrange()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self._pause.start()
        self.edited.emit()

    def _preview(self) -> None:
        self._pause.stop()
        self.view.show_markdown(self.value())

    def _arrange(self) -> None:
        """Shows the text, the page, or both: by whether she writes, by what is there, by the width."""
        written = bool(self.value().strip())
        side_by_side = self.width() >= self.fontMetrics().averageCharWidth() * SIDE_BY_SIDE * 2
        reading = written and not self._writing
        only_preview = self._writing and not side_by_side and self._toggle.isChecked()
        # While she reads, the page itself takes the keyboard: Enter on it begins writing.
        self.view.setVisible(reading or only_preview or (self._writing and side_by_side and written))
        self.text.setVisible(not (reading or only_preview))
        self._toggle.setVisible(self._writing and not side_by_side and written)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reading else Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.label)
        lead: QWidget = self.view if reading else self._toggle if only_preview else self.text
        if self.focusProxy() is not lead:
            self.setFocusProxy(lead)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view.viewport() and isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
                place: QPoint = event.position().toPoint()
                selecting = self.view.textCursor().hasSelection()
                if not self.view.anchorAt(place) and not selecting and not self._writing:
                    self.begin_writing()
                    return True
            return False
        if watched is self.text and event.type() == QEvent.Type.FocusIn and not self._writing:
            self._writing = True
            self._arrange()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys come here from the page being read: Enter or F2 begin writing.
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if enter and not self._writing:
            self.begin_writing()
        elif event.key() == Qt.Key.Key_P and event.modifiers() == both and self._toggle.isVisible():
            self._toggle.toggle()
        else:
            super().keyPressEvent(event)

    def _left(self) -> None:
        if not self.is_being_edited():
            self._writing = False
            self._toggle.setChecked(False)
            self._preview()
            # Not now: hiding what is losing the focus would send the focus elsewhere.
            QTimer.singleShot(0, self, self._settle)
        super()._left()

    def _settle(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not self.text:
            self._arrange()
