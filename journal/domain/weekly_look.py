"""A week in five minutes: six questions, none of which must be answered, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from journal.domain.entry import LONGEST_TEXT, Person, one_line

QUESTIONS = ("met", "learned", "doubt", "thank", "proud", "next")
SOURCE = "weekly_look"  # of the reminder that is the look's own: opening it opens the look
FRIDAY = 4
AT = time(16)
MOST_LINES = 50  # answers to one question


@dataclass(frozen=True, slots=True)
class Answers:
    """As she types them. `learned`, `doubt`, `proud` and `next`: one entry a line. `thanked`: she has already."""

    met: tuple[Person, ...] = ()
    met_about: str = ""
    learned: str = ""
    doubt: str = ""
    thank: tuple[Person, ...] = ()
    thank_for: str = ""
    thanked: bool = False
    proud: str = ""
    next: str = ""
    next_on: date | None = None

    @property
    def empty(self) -> bool:
        texts = (self.met_about, self.learned, self.doubt, self.thank_for, self.proud, self.next)
        return not (self.met or self.thank or any(text.strip() for text in texts))


def lines_of(text: str) -> list[str]:
    """The answers to one question: each line that says something, without the mark of a list."""
    found = (one_line(line).lstrip("-*• ").strip() for line in text[:LONGEST_TEXT].splitlines())
    several = [line for line in found if line]
    return several if len(several) <= MOST_LINES else [*several[: MOST_LINES - 1], " ".join(several[MOST_LINES - 1 :])]


def week_of(day: date) -> tuple[date, date]:
    """Its Monday and its Sunday."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def first_reminder(now: datetime) -> datetime:
    """The coming Friday in the afternoon."""
    friday = datetime.combine(now.date() + timedelta(days=(FRIDAY - now.weekday()) % 7), AT)
    return friday if friday > now else friday + timedelta(days=7)


def next_working_day(day: date) -> date:
    following = day + timedelta(days=1)
    return following + timedelta(days=max(0, 7 - following.weekday()) if following.weekday() > FRIDAY else 0)


def next_monday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())


# --- kept until she goes on ---------------------------------------------------------------------------------------


def to_json(answers: Answers) -> dict[str, Any]:
    people = {name: [{"id": one.id, "name": one.name} for one in getattr(answers, name)] for name in ("met", "thank")}
    texts = {name: getattr(answers, name) for name in _TEXTS}
    on = answers.next_on.isoformat() if answers.next_on else None
    return {**people, **texts, "thanked": answers.thanked, "next_on": on}


_TEXTS = ("met_about", "learned", "doubt", "thank_for", "proud", "next")


def from_json(kept: Any) -> Answers:
    """What can be read of answers kept; nothing of what cannot."""
    if not isinstance(kept, Mapping):
        return Answers()
    texts = {name: kept[name] for name in _TEXTS if isinstance(kept.get(name), str)}
    try:
        on = date.fromisoformat(kept.get("next_on") or "")
    except (TypeError, ValueError):
        on = None
    met, thank = _people(kept, "met"), _people(kept, "thank")
    return Answers(met=met, thank=thank, **texts, thanked=kept.get("thanked") is True, next_on=on)


def _people(kept: Mapping[str, Any], name: str) -> tuple[Person, ...]:
    several = kept.get(name)
    found = [one for one in several if isinstance(one, Mapping)] if isinstance(several, list) else []
    return tuple(
        Person(one["id"] if type(one.get("id")) is int else 0, str(one["name"])) for one in found if one.get("name")
    )
