"""A reminder: what to do and when, once or again and again, alone or about another entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self

from journal.domain.entry import LINES, About, Entry, within_years
from journal.domain.errors import InvalidEntry
from journal.domain.recurrence import check_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Entry):
    """`due_at` is local wall time of the present occurrence; `series_from` that of the first, from which a
    recurring one is counted (so that "every 31st" does not drift to the 28th)."""

    kind: ClassVar[str] = "reminder"
    json_keys: ClassVar[tuple[str, ...]] = (
        *("id", "uid", "kind", "title", "due_at", "repeats", "about", "snoozed_until", "done_at", "created_at"),
        "updated_at",
    )

    title: str = ""
    due_at: datetime | None = None
    repeats: str = ""  # RFC 5545 3.3.10 recurrence rule without "RRULE:"
    series_from: datetime | None = None
    about: About | None = None
    notes: str = field(default="", metadata=LINES)
    snoozed_until: datetime | None = None
    done_at: datetime | None = None

    @property
    def heading(self) -> str:
        return self.title

    @property
    def comes_at(self) -> datetime | None:
        """When it asks for attention: the snooze where there is one, else the due time."""
        return self.snoozed_until or self.due_at

    def checked(self) -> Self:
        entry = Entry.checked(self)
        if not entry.title:
            raise InvalidEntry("needs_a_title", "title")
        if entry.due_at is None:
            raise InvalidEntry("needs_a_due_time", "due_at")
        within_years(entry.due_at, "due_at")
        within_years(entry.snoozed_until, "snoozed_until")
        if entry.repeats:
            check_rule(entry.repeats, entry.series_from or entry.due_at)
        return entry
