"""The search box: an icon, a clear button, Escape to clear."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.ui import icons
from journal.ui.widgets.field import Line


class SearchField(Line):
    """`searched(text)` is emitted shortly after typing (at once when cleared), trimmed, and only when different.

    `left_downwards`: she pressed Down, to go into the results.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, delay_ms: int = 120) -> None:
        super().__init__("", parent)
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder.rstrip("…"))
        self.addAction(icons.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icons.icon("x", "quiet"), self.tr("Clear"), self)
        self._clear.setToolTip(self.tr("Clear (Escape)"))
        self._clear.triggered.connect(self.clear_search)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self._tell)

    def clear_search(self) -> None:
        self.clear()
        self._tell()

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text:
            self._timer.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.searched.emit(text)

    def event(self, event: QEvent) -> bool:
        # Escape is ours while there is something to clear, and the window's own otherwise.
        announced = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if announced and event.key() == Qt.Key.Key_Escape and self.text():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_search()
        elif event.key() == Qt.Key.Key_Down:
            self._tell()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
