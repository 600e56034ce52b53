"""Days and times as one says them: "today 14:00", "tomorrow", "Monday", "3 December"."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def near(text: str, now: datetime, locale: QLocale, *, time: bool = True) -> str:
    """A stored day or moment (ISO 8601, "" for none) in the words used for it at `now`."""
    if not text:
        return ""
    day = date.fromisoformat(text[:10])
    words = near_day(day, now.date(), locale)
    if time and len(text) > 10 and text[11:16] != "00:00":
        at = QTime(int(text[11:13]), int(text[14:16]))
        return f"{words} {locale.toString(at, QLocale.FormatType.ShortFormat)}"
    return words


def near_day(day: date, today: date, locale: QLocale) -> str:
    """ "Today", "Tomorrow", "Yesterday", a weekday within the next six days, else the date; the year if another."""
    away = (day - today).days
    if away in (-1, 0, 1):
        return {
            -1: QCoreApplication.translate("When", "Yesterday"),
            0: QCoreApplication.translate("When", "Today"),
            1: QCoreApplication.translate("When", "Tomorrow"),
        }[away]
    shown = QDate(day.year, day.month, day.day)
    if 1 < away < 7:
        name = locale.standaloneDayName(shown.dayOfWeek(), QLocale.FormatType.LongFormat)
        return name[:1].upper() + name[1:]
    american = locale.dateFormat(QLocale.FormatType.ShortFormat).startswith("M")
    pattern = "MMM d" if american else "d MMM"
    if day.year != today.year:
        pattern += ", yyyy" if american else " yyyy"
    return locale.toString(shown, pattern)
