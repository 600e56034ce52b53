"""The search box: an icon, a clear button, Escape to clear."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from journal.ui import icons
from journal.ui.theme import SMALL, colours, field_padding
from journal.ui.widgets.buttons import IconButton
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
        # Not QLineEdit's own actions: their icons stay small however large the text is.
        self._clear = IconButton("x", self.tr("Clear (Escape)"), self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear_search)
        self._clear.hide()
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self._tell)

    def _place(self) -> None:
        line = self.fontMetrics().height()
        before, after = line + SMALL, self.height() if self.text() else 0
        mirrored = self.isRightToLeft()
        self.setTextMargins(after if mirrored else before, 0, before if mirrored else after, 0)
        left = 1 if mirrored else self.width() - self.height() + 1
        self._clear.setGeometry(left, 1, self.height() - 2, self.height() - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.fontMetrics().height()
        inset = field_padding(side)[0] + 1
        left = self.width() - inset - side if self.isRightToLeft() else inset
        place = QRect(left, (self.height() - side) // 2, side, side)
        icons.draw(QPainter(self), place, "search", colours(self).color("quiet"))

    def clear_search(self) -> None:
        self.clear()
        self._tell()

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._place()
        if text and self._timer.interval():
            self._timer.start()
        else:  # at once: what is looked for is found while the letter is painted
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
