"""What is dropped on the window, or pasted where no text is being written, is taken in: files, texts, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from journal.ui.window import MainWindow


class Dropping(QObject):
    """Hears the window's own events: a field that has the keyboard keeps what is pasted into it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            assert isinstance(event, QDropEvent)
            if self._window.may_take_in() and _holds_something(event.mimeData()):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self._take(event.mimeData())
                return True
        elif event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.matches(QKeySequence.StandardKey.Paste) and self._window.may_take_in():
                held = QGuiApplication.clipboard().mimeData()
                if _holds_something(held):
                    self._take(held)
                    return True
        return super().eventFilter(watched, event)

    def _take(self, held: QMimeData) -> None:
        files = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
        if files:
            self._window.take_in(files=files)
        else:
            self._window.take_in(text=held.text())


def _holds_something(held: QMimeData) -> bool:
    return any(url.isLocalFile() for url in held.urls()) or bool(held.text().strip())
