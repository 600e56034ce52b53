"""A menu in which every line has a letter of its own, underlined: pressed, it does that line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_PLAIN, _GIVEN = "plain", "given"  # properties of an action: its words, and how they stand in the menu


def with_letters(texts: Sequence[str]) -> list[str]:
    """The words of a menu's lines with an & before a letter of each, no two the same: the first letter where it is
    free, else that of another word, else any; a line goes without only where there are more lines than letters. An &
    in the words themselves is shown as such."""
    places = [_places(text) for text in texts]
    owner: dict[str, int] = {}
    for number, ways in enumerate(places):
        for letter in [letter for letter in ways if letter not in owner][:1]:
            if _begins_a_word(texts[number], ways[letter]):
                owner[letter] = number

    def find_one(number: int, tried: set[str]) -> bool:
        """A letter for this line, for which another line may have to take another one."""
        for letter in places[number]:
            if letter not in tried:
                tried.add(letter)
                if letter not in owner or find_one(owner[letter], tried):
                    owner[letter] = number
                    return True
        return False

    served = set(owner.values())
    for number in range(len(texts)):
        if number not in served:
            find_one(number, set())
    chosen = {number: places[number][letter] for letter, number in owner.items()}
    return [_underlined(text, chosen.get(number, -1)) for number, text in enumerate(texts)]


def _places(text: str) -> dict[str, int]:
    """Each letter of the text and where it stands, those that begin a word first."""
    spots = [at for at, sign in enumerate(text) if sign.isalnum() and len(sign.casefold()) == 1]
    places: dict[str, int] = {}
    for at in sorted(spots, key=lambda at: not _begins_a_word(text, at)):
        places.setdefault(text[at].casefold(), at)
    return places


def _begins_a_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


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
