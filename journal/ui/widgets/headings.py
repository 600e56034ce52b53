"""Titles and quiet texts of pages, in the type scale of the theme and following its colours."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journal.ui.widgets.labels import StyledLabel

__all__ = ["Heading", "PageTitle", "QuietText", "SectionTitle", "StyledLabel"]


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
