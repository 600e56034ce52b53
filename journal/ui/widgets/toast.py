"""A notice at the foot of the window: what happened, and a button to undo it. It goes by itself, but never while
the pointer or the keyboard is on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from journal.ui.theme import LARGE, MEDIUM, RADIUS, SMALL, colours, em, restyled
from journal.ui.widgets.buttons import IconButton

SHOWN_MS = 8000


class Toast(QWidget):
    """One for each window, made over the widget whose foot it stands at. `closed`: it went, in whatever way."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._act: Callable[[], None] | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setProperty("look", "toast")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._acted)
        self._close = IconButton("x", self.tr("Close"), self, role="window")
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE - 4, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._time_is_up)
        over.installEventFilter(self)
        for widget in (self._button, self._close):
            widget.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        return self._text.text() if not self.isHidden() else ""

    def tell(self, text: str, action: str = "", act: Callable[[], None] | None = None, *, stays: bool = False) -> None:
        """Shows a notice in place of the one before. `stays`: until she closes it (something went wrong)."""
        self._act = act
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._dress()
        self._place()
        self.show()
        self.raise_()
        if stays:
            self._timer.stop()
        else:
            self._timer.start()
        spoken = f"{text} {action}".strip()
        self.setAccessibleName(spoken)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def dismiss(self) -> None:
        self._timer.stop()
        self._act = None
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _acted(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()

    def _time_is_up(self) -> None:
        if self.underMouse() or self._button.hasFocus() or self._close.hasFocus():
            self._timer.start(SHOWN_MS // 4)
        else:
            self.dismiss()

    def _dress(self) -> None:
        c = colours(self._over)
        palette = self._text.palette()
        palette.setColor(QPalette.ColorRole.WindowText, c.color("window"))
        self._text.setPalette(palette)

    def _place(self) -> None:
        over = self._over
        most = min(over.width() - 2 * LARGE, em(self) * 42)
        self.setMaximumWidth(most)
        buttons = self._button.sizeHint().width() if not self._button.isHidden() else 0
        around = LARGE + SMALL + 2 * MEDIUM + self._close.sizeHint().width() + buttons + 8
        needed = self._text.fontMetrics().horizontalAdvance(self._text.text()) + around
        width = max(min(most, needed), min(most, em(self) * 16))
        layout = self.layout()
        height = layout.heightForWidth(width) if layout is not None else self.sizeHint().height()
        height = max(height, em(self) * 2 + 2 * SMALL - 4)
        self.setGeometry((over.width() - width) // 2, over.height() - height - LARGE, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event) and hasattr(self, "_over"):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self._over)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.color("text"))
        painter.drawRoundedRect(self.rect(), RADIUS + 2, RADIUS + 2)
