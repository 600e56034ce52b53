"""A line for a passphrase: hidden unless she looks, with a word about capitals when they seem locked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.ui.theme import TINY
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.field import Line
from journal.ui.widgets.labels import StyledLabel


class SecretField(QWidget):
    """Signals: `entered()` Enter was pressed; `edited()`."""

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line("", self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
        )
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(lambda _: self.edited.emit())
        self.line.installEventFilter(self)
        self.eye = IconButton("eye", self.tr("Show what is typed"), self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        self.capitals = StyledLabel(self.tr("Capitals seem to be locked."), self, style="small", role="warn")
        self.capitals.hide()
        row = QHBoxLayout()
        row.setSpacing(TINY)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        box.addLayout(row)
        box.addWidget(self.capitals)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        return self.line.text()

    def forget(self) -> None:
        """Nothing is typed any more, and it is hidden again."""
        self.line.setText("")
        self.eye.setChecked(False)
        self.capitals.hide()

    def _show(self, on: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.eye.set_icon("eye-off" if on else "eye")
        self.eye.set_tip(self.tr("Hide what is typed") if on else self.tr("Show what is typed"))
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._feel_capitals(event)
        return super().eventFilter(watched, event)

    def _feel_capitals(self, event: QKeyEvent) -> None:
        """No system tells it the same way; a capital without Shift, or none with it, does."""
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.capitals.hide()
        elif len(text) == 1 and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.setVisible(text.isupper() != shifted)
