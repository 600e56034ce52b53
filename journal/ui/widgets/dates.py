"""Dates and times as people type them, read without a widget. What is "today" is handed in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import cache

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,4})\s*[-/. ]\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{2,4}))?\.?")
_DAY_MONTH = re.compile(r"(?:[a-z]+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th|\.)?\s*(?:of\s+)?([a-z]+)\.?,?\s*(\d{2,4})?")
_MONTH_DAY = re.compile(r"(?:[a-z]+\.?,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_MONTH_YEAR = re.compile(r"([a-z]+)\.?\s+(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:\s*(?:h|:|\.)\s*(\d{2})?)?\s*(am|pm)?\.?")

_NEAR = {"today": 0, "aujourd'hui": 0, "tomorrow": 1, "demain": 1, "yesterday": -1, "hier": -1, "apres-demain": 2}


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


@cache
def _months(language: str) -> dict[str, int]:
    """Month names and short names of the locale, of French and of English."""
    found: dict[str, int] = {}
    for locale in (QLocale("en"), QLocale("fr"), QLocale(language)):
        for number in range(1, 13):
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                for name in (locale.monthName(number, form), locale.standaloneMonthName(number, form)):
                    found[_plain(name).rstrip(".")] = number
    return found


def _month(word: str, locale: QLocale) -> int:
    """The number of the month a word names or begins to name; 0 where it names none, or could name two."""
    months = _months(locale.name())
    if word in months:
        return months[word]
    begun = {number for name, number in months.items() if len(word) >= 3 and name.startswith(word)}
    return begun.pop() if len(begun) == 1 else 0


def month_first(locale: QLocale) -> bool:
    """Whether 3/5 is the fifth of March here."""
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern.find("M") < pattern.find("d")


def _year(text: str | None, default: int) -> int:
    if not text:
        return default
    # Two digits never mean a year of the Roman Empire, nor one a century ahead.
    return int(text) + 2000 if len(text) == 2 else int(text)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1800 <= year <= 2200 else None
    except ValueError:
        return None


def _parts(text: str, locale: QLocale) -> tuple[str, int, int] | None:
    """(year as typed or "", month, day) of a date with a day; None where there is none."""
    if match := _ISO.fullmatch(text):
        return match[1], int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(text):
        first, second, third = match.groups()
        if len(first) == 4:
            return (first, int(second), int(third)) if third and len(third) <= 2 else None
        if len(first) > 2:
            return None
        day, month = (int(second), int(first)) if month_first(locale) else (int(first), int(second))
        if month > 12 >= day:
            day, month = month, day
        return third or "", month, day
    for pattern, month_at, day_at in ((_DAY_MONTH, 2, 1), (_MONTH_DAY, 1, 2)):
        match = pattern.fullmatch(text)
        if match and (month := _month(match[month_at], locale)):
            return match[3] or "", month, int(match[day_at])
    return None


def read_date(text: str, locale: QLocale, today: date) -> date | None:
    """The day meant by `text` ("2026-05-03", "3/5", "3 mai 2026", "May 3", "demain"), or None.

    A date without a year is in this year. Two digits of a year count from 2000.
    """
    plain = _plain(text)
    if plain in _NEAR:
        return today + timedelta(days=_NEAR[plain])
    parts = _parts(plain, locale)
    if parts is None:
        return None
    year, month, day = parts
    return _made(_year(year, today.year), month, day)


def read_partial_date(text: str, locale: QLocale, today: date) -> str | None:
    """As `read_date`, giving YYYY-MM-DD, --MM-DD where no year was typed, YYYY-MM or YYYY; None where unreadable.

    Two digits of a year mean the latest such year not after today (birthdays, years of joining).
    """
    plain = _plain(text)
    if re.fullmatch(r"--\d{2}-\d{2}|\d{4}-\d{2}", plain):
        year, month, day = (
            (int(n) for n in (plain + "-01").lstrip("-").split("-"))
            if plain[0] != "-"
            else (
                2000,
                int(plain[2:4]),
                int(plain[5:7]),
            )
        )
        return plain if _made(year, month, day) else None
    if re.fullmatch(r"\d{4}", plain):
        return plain if 1800 <= int(plain) <= 2200 else None
    if match := re.fullmatch(r"(\d{1,2})[/. -](\d{4})", plain):
        return f"{match[2]}-{int(match[1]):02}" if _made(int(match[2]), int(match[1]), 1) else None
    if (match := _MONTH_YEAR.fullmatch(plain)) and (month := _month(match[1], locale)):
        return f"{match[2]}-{month:02}"
    if plain in _NEAR:
        return (today + timedelta(days=_NEAR[plain])).isoformat()
    parts = _parts(plain, locale)
    if parts is None:
        return None
    typed, month, day = parts
    if not typed:
        return f"--{month:02}-{day:02}" if _made(2000, month, day) else None
    year = _year(typed, 0)
    if len(typed) == 2 and year > today.year:
        year -= 100
    found = _made(year, month, day)
    return found.isoformat() if found else None


def read_time(text: str) -> time | None:
    """The time meant by `text` ("9", "9h", "9h30", "14:05", "2 pm"), or None."""
    plain = _plain(text)
    if plain in ("midi", "noon"):
        return time(12, 0)
    if re.fullmatch(r"\d{4}", plain):
        plain = f"{plain[:2]}:{plain[2:]}"
    match = _TIME.fullmatch(plain)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] and not 1 <= hour <= 12:
        return None
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def show_date(day: date | None, locale: QLocale) -> str:
    """ "3 May 2026", in the order and with the words of the locale; it reads back as the same day."""
    if day is None:
        return ""
    pattern = "MMMM d, yyyy" if month_first(locale) else "d MMMM yyyy"
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def show_partial_date(value: str, locale: QLocale) -> str:
    """A partial date (see `read_partial_date`) in words; text that is none is shown as it is."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return show_date(date.fromisoformat(value), locale)
        if re.fullmatch(r"--\d{2}-\d{2}", value):
            pattern = "MMMM d" if month_first(locale) else "d MMMM"
            return locale.toString(QDate(2000, int(value[2:4]), int(value[5:7])), pattern)
        if re.fullmatch(r"\d{4}-\d{2}", value):
            return locale.toString(QDate(int(value[:4]), int(value[5:7]), 1), "MMMM yyyy")
    except ValueError:
        pass  # shown as it is
    return value


def show_time(at: time | datetime | None, locale: QLocale) -> str:
    if at is None:
        return ""
    return locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def show_moment(moment: datetime | None, locale: QLocale) -> str:
    """ "3 May 2026 14:00"."""
    if moment is None:
        return ""
    when = QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute))
    return f"{show_date(moment.date(), locale)} {locale.toString(when.time(), QLocale.FormatType.ShortFormat)}"
