"""Titles and quiet texts of pages, in the type scale of the theme and following its colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journal.ui.theme import colours, font
from journal.ui.widgets.text_fields import TitleField

__all__ = ["Heading", "PageTitle", "QuietText", "SectionTitle", "StyledLabel", "TitleField"]


class StyledLabel(QLabel):
    """Plain text in a style of the type scale and a colour of the theme, by their names."""

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
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange):
            self._dress()

    def _dress(self) -> None:
        self.setFont(font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours().color(self._role))
        self.setPalette(palette)


class PageTitle(StyledLabel):
    """The name of the page, once at its top."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, style="title")


class Heading(StyledLabel):
    """The heading of a card or of a part of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, style="heading")


class SectionTitle(StyledLabel):
    """A small quiet heading above a group."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, style="section", role="quiet")


class QuietText(StyledLabel):
    """A sentence that explains, wrapped to the width there is."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(text, parent, style="small" if small else "text", role="quiet", wrap=True)
