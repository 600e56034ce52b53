"""Search from the top bar: its box, and the palette of what was found, which is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.ui.context import ScreenContext
from journal.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from journal.ui.dialogs.search_palette import SearchPalette


class Searching(QObject):
    """Goes with `over`, the frame that holds the box. Signals: `chosen(kind, id)` an entry that was found;
    `command_chosen(id)`."""

    chosen = Signal(str, int)
    command_chosen = Signal(str)

    def __init__(self, box: SearchField, context: ScreenContext, over: QWidget) -> None:
        super().__init__(over)
        self.box = box
        self._context, self._over = context, over
        self._palette: SearchPalette | None = None
        box.searched.connect(self._on_searched)

    @property
    def palette(self) -> SearchPalette:
        from journal.ui.dialogs.search_palette import SearchPalette

        if self._palette is None:
            self._palette = SearchPalette(self.box, self._context, self._over)
            self._palette.chosen.connect(self.chosen)
            self._palette.command_chosen.connect(self.command_chosen)
        return self._palette

    def make_ready(self) -> None:
        """So that the first search need not wait for its palette."""
        _ = self.palette

    def begin(self) -> None:
        """The keyboard goes into the box, over what stands there."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def search(self, words: str) -> None:
        """As if she had typed it."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.setText(words)

    def _on_searched(self, words: str) -> None:
        """Of the first words; from then on the palette hears the box by itself."""
        if words and self._palette is None:
            self.palette.search(words)
