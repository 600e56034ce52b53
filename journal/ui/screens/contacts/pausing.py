"""The menu that pauses a rhythm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from journal.domain.keep_in_touch import months_later
from journal.ui import icons
from journal.ui.when import near_day

PAUSES = (1, 3, 6)  # months


def fill_pause_menu(
    menu: QMenu, paused_until: date | None, now: datetime, locale: QLocale, take: Callable[[date | None], object]
) -> None:
    """For one, three or six months; or, in a pause, its end."""
    say, today = QCoreApplication.translate, now.date()
    if paused_until is not None and today < paused_until:
        end = menu.addAction(icons.icon("rotate-ccw"), say("ContactRhythm", "End the pause"))
        end.triggered.connect(lambda: take(None))
        return
    for months in PAUSES:
        until = months_later(today, months)
        text = say("ContactRhythm", "Pause for %n month(s)", None, months)
        action = QAction(icons.icon("moon"), f"{text}\t{near_day(until, today, locale)}", menu)
        action.triggered.connect(lambda _=False, until=until: take(until))
        menu.addAction(action)
