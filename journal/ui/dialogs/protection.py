"""What the journal is protected against and what not, in plain words: the same text that the README leads to."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from PySide6.QtCore import Qt

from journal.system import resources, words
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.widgets.card import Card
from journal.ui.widgets.headings import StyledLabel


def sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """(heading, its points) of a text of headings and points."""
    for part in text.split("\n## ")[1:]:
        heading, _, rest = part.partition("\n")
        yield heading.strip(), [" ".join(point.split()) for point in rest.strip().removeprefix("- ").split("\n- ")]


class ProtectionPage(ColumnPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("protection"))
        for heading, points in sections(resources.text("protection", f"{words.language()}.md")):
            card = Card(heading, self)
            for point in points:
                label = StyledLabel("", self, wrap=True)
                label.setTextFormat(Qt.TextFormat.RichText)
                label.setText(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(point)))
                card.add(label)
            self.column.addWidget(card)
        self.column.addStretch(1)

    def activate(self) -> None:
        self.back.setFocus()
