"""An event: anything that happened or will happen with people."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self

from journal.domain.entry import LINES, Entry, Person, clean_people, hours_in_range, one_of, within_years
from journal.domain.errors import InvalidEntry

TYPES = ("meeting", "call", "message", "coffee", "conference", "webinar", "workshop", "visit", "other")
STATUSES = ("planned", "attended", "cancelled", "declined", "maybe")
HELP = ("none", "given", "received")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """`starts_at` is local wall time, or the wall time of `timezone` (an IANA name) where that is given."""

    kind: ClassVar[str] = "event"
    json_keys: ClassVar[tuple[str, ...]] = (
        *("id", "uid", "kind", "title", "type", "starts_at", "ends_at", "all_day", "timezone", "place", "link"),
        *("network", "participants", "hours", "status", "outcome", "help", "notes", "tags", "confidential"),
        *("source", "created_at", "updated_at"),
    )

    title: str = ""
    type: str = "meeting"
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    all_day: bool = False
    timezone: str = ""
    place: str = ""
    link: str = ""
    network: str = ""
    participants: tuple[Person, ...] = ()
    hours: float | None = None
    status: str = "planned"
    outcome: str = field(default="", metadata=LINES)
    help: str = "none"
    notes: str = field(default="", metadata=LINES)

    @property
    def heading(self) -> str:
        return self.title

    def checked(self) -> Self:
        entry = Entry.checked(self)
        if (people := clean_people(entry.participants, "participants")) != entry.participants:
            entry = replace(entry, participants=people)  # a copy costs more than all the checks
        if not entry.title:
            raise InvalidEntry("needs_a_title", "title")
        one_of(entry.type, TYPES, "type")
        one_of(entry.status, STATUSES, "status")
        one_of(entry.help, HELP, "help")
        within_years(entry.starts_at, "starts_at")
        within_years(entry.ends_at, "ends_at")
        hours_in_range(entry.hours, "hours")
        if entry.starts_at and entry.ends_at and entry.ends_at < entry.starts_at:
            raise InvalidEntry("ends_before_start", "ends_at")
        return entry
