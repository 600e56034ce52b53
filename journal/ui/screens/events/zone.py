"""In whose time an event is written, where that is not the computer's own."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime, QTimeZone

from journal.domain.event import Event
from journal.ui.widgets.dates import show_moment


def zone_words(event: Event, locale: QLocale) -> str:
    """ "Times of Europe/London. For you it begins 3 May 2026 15:00."; "" for an event in the computer's own time."""
    own = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    if not event.timezone or event.timezone == own or event.starts_at is None or event.all_day:
        return ""
    said = QCoreApplication.translate("EventPane", "Times of {zone}.").replace("{zone}", event.timezone)
    zone = QTimeZone(event.timezone.encode())
    if not zone.isValid():
        return said
    there = event.starts_at
    day, time = QDate(there.year, there.month, there.day), QTime(there.hour, there.minute)
    here = datetime.fromtimestamp(QDateTime(day, time, zone).toSecsSinceEpoch())
    if here == there:
        return said
    begins = QCoreApplication.translate("EventPane", "For you it begins {moment}.")
    return f"{said} {begins.replace('{moment}', show_moment(here, locale))}"
