"""Text on a page, in a style and a colour of the theme, by their names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journal.ui.theme import colours, font, restyled


class StyledLabel(QLabel):
    """Plain text (never HTML) that follows the theme. `style` as in theme.TYPE_SCALE, `role` as in theme.Colours."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        style: str = "text",
        role: str = "text",
        wrap: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._style, self._role = style, role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._dress()

    def set_role(self, role: str) -> None:
        """Another colour: "text", "quiet", "warn", "good", "accent_ink"…"""
        self._role = role
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _dress(self) -> None:
        wanted = font(self._style)
        if self.font() != wanted:
            self.setFont(wanted)
        palette, colour = self.palette(), colours().color(self._role)
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)
