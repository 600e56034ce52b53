"""What an exchange with somebody may have been."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journal.system import words
from journal.ui import icons
from journal.ui.screens.phrases import EVENT_ICONS
from journal.ui.widgets.menu import Menu

# The likeliest first; one press on the button itself is a message.
EXCHANGES = ("message", "call", "coffee", "meeting", "visit", "other")


def exchange_menu(parent: QWidget, take: Callable[[str], object]) -> Menu:
    menu = Menu(parent)
    for kind in EXCHANGES:
        action = menu.addAction(icons.icon(EVENT_ICONS[kind]), words.say(f"event.type.{kind}"))
        action.triggered.connect(lambda _=False, k=kind: take(k))
    return menu
