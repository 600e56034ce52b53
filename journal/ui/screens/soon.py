"""Moments that are offered for "later": putting a reminder off, being reminded of someone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journal.domain.capture.time_words import MORNING
from journal.ui import icons
from journal.ui.when import near

EVENING = time(18)
Moments = list[tuple[str, datetime]]


def snooze_moments(now: datetime) -> Moments:
    """(what it is called, when) in the order of time, each once; all after `now`."""
    say = QCoreApplication.translate
    now = now.replace(second=0, microsecond=0)
    tomorrow = now.date() + timedelta(days=1)
    monday = now.date() + timedelta(days=7 - now.weekday())
    found = [
        (say("Soon", "In an hour"), now + timedelta(hours=1)),
        (say("Soon", "This evening"), datetime.combine(now.date(), EVENING)),
        (say("Soon", "Tomorrow morning"), datetime.combine(tomorrow, MORNING)),
        (say("Soon", "Monday morning"), datetime.combine(monday, MORNING)),
        (say("Soon", "In a week"), datetime.combine(now.date() + timedelta(days=7), MORNING)),
    ]
    return _in_order(found, now)


def reminder_moments(now: datetime) -> Moments:
    """When she may want to be reminded of a person or an event."""
    say = QCoreApplication.translate
    today = now.date()
    month = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    found = [
        (say("Soon", "Tomorrow morning"), datetime.combine(today + timedelta(days=1), MORNING)),
        (say("Soon", "In a week"), datetime.combine(today + timedelta(days=7), MORNING)),
        (say("Soon", "In two weeks"), datetime.combine(today + timedelta(days=14), MORNING)),
        (say("Soon", "Next month"), datetime.combine(_working_day(month), MORNING)),
    ]
    return _in_order(found, now)


def _working_day(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _in_order(found: Moments, now: datetime) -> Moments:
    shown: Moments = []
    for text, moment in sorted(found, key=lambda one: one[1]):
        if moment > now and all(moment != other for _, other in shown):
            shown.append((text, moment))
    return shown


def fill_menu(
    menu: QMenu, moments: Moments, now: datetime, locale: QLocale, take: Callable[[datetime], None], *, at: QWidget
) -> None:
    """One line for each moment, and one that lets her pick any day; `take(moment)`. The calendar opens under `at`."""
    for text, moment in moments:
        # After the tab comes what a menu shows at its end.
        action = menu.addAction(f"{text}\t{near(moment.isoformat(), now, locale)}")
        action.triggered.connect(lambda _=False, m=moment: take(m))
    menu.addSeparator()
    pick = menu.addAction(icons.icon("calendar"), QCoreApplication.translate("Soon", "Pick a day…"))
    pick.triggered.connect(lambda: pick_day(now, take, at=at))


def pick_day(now: datetime, take: Callable[[datetime], None], *, at: QWidget) -> None:
    """A month to pick from; the morning of that day is taken (for today, an hour from now)."""
    tomorrow = now.date() + timedelta(days=1)
    from journal.ui.widgets.date_fields import CalendarPopup  # a calendar's parts: not before it is asked for

    popup = CalendarPopup(tomorrow, now.date(), at)
    popup.chosen.connect(lambda day: take(morning_of(day, now)))
    popup.adjustSize()
    popup.move(at.mapToGlobal(QPoint(0, at.height() + 3)))
    popup.show()


def morning_of(day: date, now: datetime) -> datetime:
    morning = datetime.combine(day, MORNING)
    return morning if morning > now or day != now.date() else now.replace(second=0, microsecond=0) + timedelta(hours=1)
