"""A recurrence rule in words: "Every 2 weeks on Tuesday, until 3 March 2027"."""

from __future__ import annotations

from datetime import date

from journal.domain.repeating import LAST, WORKING_DAYS, Repeat, read_repeat
from journal.system.words import language, say


def in_words(rule: str, first: date | None) -> str:
    """The rhythm of a series that begins on `first`; "" for no rule, and only that it repeats for a rarer one."""
    if not rule:
        return ""
    repeat = read_repeat(rule)
    if repeat is None:
        return say("repeats.other")
    every = say(f"repeat.every.{repeat.unit}", count=repeat.every)
    if repeat.unit == "week" and repeat.weekdays == WORKING_DAYS and repeat.every == 1:
        said = say("repeats.weekdays")
    else:
        place = place_words(repeat, first)
        said = say("repeat.placed", every=every, place=place) if place else every
    if repeat.until:
        return say("repeat.until", repeat=said, day=day_words(repeat.until))
    return say("repeat.times", repeat=said, count=repeat.count) if repeat.count else said


def place_words(repeat: Repeat, first: date | None) -> str:
    """On which days of its weeks, months or years; "" where it goes without saying."""
    if repeat.unit == "week":
        return joined([say(f"repeat.on_weekday.{day}") for day in repeat.weekdays])
    if repeat.unit == "day":
        return ""
    of_month = f" {say(f'of_month.{repeat.month}')}" if repeat.month else ""
    if repeat.nth is not None:
        ordinal = say(f"nth.{repeat.nth}")
        day = say("repeat.working_day") if repeat.weekdays == WORKING_DAYS else say(f"weekday.{repeat.weekdays[0]}")
        return say("repeat.on_the_nth", nth=ordinal, day=day) + of_month
    if repeat.day == LAST:
        return say("repeat.on_the_last_day") + of_month
    if repeat.day is None and first is None:
        return ""
    number = repeat.day or (first.day if first else 1)
    if repeat.unit == "year":
        return say("repeat.on_date", day=number_words(number), month=say(f"month.{repeat.month or _month(first)}"))
    return say("repeat.on_day", day=_nth_day(number))


def _month(first: date | None) -> int:
    return first.month if first else 1


def day_words(day: date) -> str:
    return f"{number_words(day.day)} {say(f'month.{day.month}')} {day.year}"


def number_words(number: int) -> str:
    """The number of a day before its month."""
    return "1er" if number == 1 and language() == "fr" else str(number)


def _nth_day(number: int) -> str:
    """The number of a day alone."""
    if language() == "fr":
        return number_words(number)
    return f"{number}{'th' if 10 < number < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def joined(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return say("repeat.and", most=", ".join(words[:-1]), last=words[-1])
