"""Days that return, as the screens show them."""

from __future__ import annotations

from journal.domain.returning_days import ReturningDay
from journal.system import words

ICON_OF_DAY = {"assistants": "sparkles", "birthday": "cake", "met": "heart-handshake", "renewal": "repeat"}


def kind_said(day: ReturningDay) -> str:
    """ "Birthday", "You met 3 years ago"."""
    return words.say("days.met", count=day.years) if day.kind == "met" else words.say(f"days.{day.kind}")


def day_said(day: ReturningDay) -> str:
    """With whose it is, in one line."""
    return f"{day.title} · {kind_said(day)}" if day.title else kind_said(day)
