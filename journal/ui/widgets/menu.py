"""A menu in which every line has a letter of its own, underlined: pressed, it does that line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_PLAIN, _GIVEN = "plain", "given"  # properties of an action: its words, and how they stand in the menu


def with_letters(texts: Sequence[str]) -> list[str]:
    """The words of a menu's lines with an & before a letter of each, no two the same: the first letter where it is
    free, else that of another word, else any; in a very long menu some lines may stay without. An & in the words
    themselves is shown as such."""
    taken: set[str] = set()
    chosen: dict[int, int] = {}
    for ways in (_first_letters, _all_letters):
        for number, text in enumerate(texts):
            if number not in chosen:
                place = next((at for at in ways(text) if text[at].casefold() not in taken), None)
                if place is not None:
                    chosen[number] = place
                    taken.add(text[place].casefold())
    return [_underlined(text, chosen.get(number, -1)) for number, text in enumerate(texts)]


def _first_letters(text: str) -> list[int]:
    return [at for at in _all_letters(text) if at == 0 or not text[at - 1].isalnum()]


def _all_letters(text: str) -> list[int]:
    return [at for at, sign in enumerate(text) if sign.isalnum() and len(sign.casefold()) == 1]


def _underlined(text: str, place: int) -> str:
    if place < 0:
        return text.replace("&", "&&")
    return text[:place].replace("&", "&&") + "&" + text[place:].replace("&", "&&")


class Menu(QMenu):
    """Gives its lines their letters whenever it opens."""

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)
        self.aboutToShow.connect(self.give_letters)

    def add_submenu(self, title: str) -> Menu:
        menu = Menu(self, title)
        self.addMenu(menu)
        return menu

    def give_letters(self) -> None:
        lines = [action for action in self.actions() if action.text() and not action.isSeparator()]
        for action, text in zip(lines, with_letters([_plain(action) for action in lines]), strict=True):
            action.setProperty(_GIVEN, text)
            action.setText(text)


def _plain(action: QAction) -> str:
    """The words as they were put into the menu, before any letter was given."""
    if action.property(_PLAIN) is None or action.text() != action.property(_GIVEN):
        action.setProperty(_PLAIN, action.text())
    return str(action.property(_PLAIN))
