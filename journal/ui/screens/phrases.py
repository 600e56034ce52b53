"""How lines and stretches of time are said on the screens: the icon of a line, "3 weeks ago"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from journal.domain.contact import Contact
from journal.domain.lines import Line
from journal.system import words
from journal.ui.commands import KIND_ICONS
from journal.ui.when import near_day
from journal.ui.widgets.dates import month_first

EVENT_ICONS = {
    "meeting": "users",
    "call": "phone",
    "message": "message-circle",
    "coffee": "coffee",
    "conference": "presentation",
    "webinar": "video",
    "workshop": "hammer",
    "visit": "building-2",
    "other": "calendar",
}
LEARNING_ICONS = {
    "practice": "book-open",
    "tool": "wrench",
    "tip": "lightbulb",
    "question": "circle-help",
    "win": "trophy",
}


def icon_of(line: Line) -> str:
    """The icon that stands before a line, by its kind and type."""
    if line.kind == "event":
        return EVENT_ICONS.get(line.type, "calendar")
    if line.kind == "learning":
        return LEARNING_ICONS.get(line.type, "lightbulb")
    return KIND_ICONS[line.kind]


def type_of(line: Line) -> str:
    """ "Coffee", "Question"; a reminder's or contact's kind, since they have no types."""
    key = f"{line.kind}.type.{line.type}"
    return words.say(key) if line.type and words.knows(key) else words.say(f"kind.{line.kind}")


def long_day(day: date, locale: QLocale) -> str:
    """ "Thursday 3 May" as a heading."""
    pattern = "dddd, MMMM d" if month_first(locale) else "dddd d MMMM"
    text = locale.toString(QDate(day.year, day.month, day.day), pattern)
    return text[:1].upper() + text[1:]


def inside(said: str, locale: QLocale) -> str:
    """What `ui.when` says of a day or moment, for the middle of a sentence: "tomorrow", but "Monday" in English."""
    weekdays = [locale.standaloneDayName(number, QLocale.FormatType.LongFormat) for number in range(1, 8)]
    capital = any(name[:1].isupper() and said.startswith(name) for name in weekdays)
    return said if capital else said[:1].lower() + said[1:]


def day_inside(day: date, today: date, locale: QLocale) -> str:
    return inside(near_day(day, today, locale), locale)


def how_long(days: int) -> str:
    """A stretch of time in words that does not count more closely than people do: "5 days", "3 weeks", "2 years"."""
    say = QCoreApplication.translate
    if days < 14:
        return say("Phrases", "%n day(s)", None, days)
    if days < 60:
        return say("Phrases", "%n week(s)", None, round(days / 7))
    if days < 700:
        return say("Phrases", "%n month(s)", None, round(days / 30.44))
    return say("Phrases", "%n year(s)", None, round(days / 365.25))


def how_long_ago(day: date, today: date) -> str:
    """ "today", "yesterday", "3 weeks ago"; for use inside a sentence."""
    say = QCoreApplication.translate
    days = (today - day).days
    if days <= 0:
        return say("Phrases", "today")
    if days == 1:
        return say("Phrases", "yesterday")
    return say("Phrases", "{time} ago").format(time=how_long(days))


def rhythm_said(days: int) -> str:
    """ "every month", for the middle of a sentence."""
    say = QCoreApplication.translate
    usual = {
        1: say("Phrases", "every day"),
        7: say("Phrases", "every week"),
        14: say("Phrases", "every two weeks"),
        30: say("Phrases", "every month"),
        60: say("Phrases", "every two months"),
        90: say("Phrases", "every three months"),
        180: say("Phrases", "every six months"),
        365: say("Phrases", "every year"),
    }
    return usual.get(days) or say("Phrases", "every %n day(s)", None, days)


def rhythm_words(contact: Contact, today: date, say_day: Callable[[date], str]) -> str:
    """How long since the last exchange, and by when the next; kindly. `say_day` puts a coming day into words."""
    say = QCoreApplication.translate
    last, due, paused = contact.last_exchange, contact.next_exchange_due, contact.keep_in_touch_paused_until
    if contact.rhythm_days is not None and paused is not None and today < paused:
        told = say("Phrases", "No exchange noted yet") if last is None else _last(last, today)
        return say("Phrases", "{told} · paused until {day}").format(told=told, day=say_day(paused))
    if due is not None and due < today:
        if last is None:
            return say("Phrases", "No exchange noted yet. A short hello would be a good beginning.")
        return say("Phrases", "Last exchange {time}. A short hello is enough.").format(time=how_long_ago(last, today))
    if last is None:
        return say("Phrases", "No exchange noted yet")
    if due is None:
        return _last(last, today)
    since = how_long_ago(last, today)
    return say("Phrases", "Last exchange {time} · the next by {day}").format(time=since, day=say_day(due))


def _last(day: date, today: date) -> str:
    return QCoreApplication.translate("Phrases", "Last exchange {time}").format(time=how_long_ago(day, today))
