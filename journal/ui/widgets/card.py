"""A rounded card: a heading, perhaps a button beside it, and rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.ui import icons
from journal.ui.theme import LARGE, MEDIUM, RADIUS, SMALL, TINY, colours, em
from journal.ui.widgets.headings import Heading
from journal.ui.widgets.labels import StyledLabel


class Card(QFrame):
    """Put rows in with `add(widget)`, and buttons at the end of the heading with `add_action(widget)`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        # Not at most its hint: its height depends on its width, and wrapped lines would be cut off.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(LARGE, LARGE - 4, LARGE, LARGE - 4)
        self.box.setSpacing(SMALL)
        self._top = QHBoxLayout()
        self._top.setSpacing(SMALL)
        self.heading = Heading(heading, self)
        if icon:
            self._top.addWidget(CardIcon(icon, self))
        self._top.addWidget(self.heading)
        self._top.addStretch(1)
        self.box.addLayout(self._top)
        self.heading.setVisible(bool(heading))
        self.setAccessibleName(heading)

    def add(self, widget: QWidget) -> None:
        self.box.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        self._top.addWidget(widget)

    def clear(self) -> None:
        """Takes all rows away; heading and actions stay."""
        while self.box.count() > 1:
            item = self.box.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(c.color("line"))
        painter.setBrush(c.color("card"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS + 3, RADIUS + 3)


class CardIcon(QWidget):
    """An icon of the height of a line, in a colour of the theme."""

    def __init__(self, icon: str, parent: QWidget | None = None, *, role: str = "accent_ink") -> None:
        super().__init__(parent)
        self._icon, self._role = icon, role
        side = round(em(self) * 1.2)
        self.setFixedSize(side, side)

    def set_icon(self, icon: str, role: str = "") -> None:
        self._icon, self._role = icon, role or self._role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.draw(QPainter(self), self.rect(), self._icon, colours(self).color(self._role))


class CardRow(QWidget):
    """A row of a card: an icon, a title, a quiet second line, and widgets at its end (`add_action`).

    `opened`: clicked, or Enter on it. `role` colours the icon; `note` stands at the end, quietly (a date).
    """

    opened = Signal()

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        note: str = "",
        role: str = "quiet",
        opens: bool = True,
    ) -> None:
        super().__init__(parent)
        self._opens = opens
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SMALL, SMALL - 2, SMALL, SMALL - 2)
        self._row.setSpacing(MEDIUM)
        if icon:
            self._row.addWidget(CardIcon(icon, self, role=role))
        words = QVBoxLayout()
        words.setSpacing(1)
        self.title = StyledLabel(title, self, style="strong", wrap=True)
        words.addStretch(1)  # beside something taller, the two lines stay together
        words.addWidget(self.title)
        if subtitle:
            self.subtitle = StyledLabel(subtitle, self, style="small", role="quiet", wrap=True)
            words.addWidget(self.subtitle)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        if note:
            self.note = StyledLabel(note, self, style="small", role="warn" if role == "warn" else "quiet")
            self._row.addWidget(self.note)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(TINY + 2)
        self._row.addLayout(self._actions)
        if opens:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join(part for part in (title, subtitle, note) if part))

    def add_action(self, widget: QWidget) -> None:
        self._actions.addWidget(widget)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._opens and inside and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that the release comes here too

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._opens and self.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._opens or not (self.underMouse() or self.hasFocus()):
            return
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(c.color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(c.color("hover"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 1, RADIUS - 1)
