"""A reminder: what to do and when, once or again and again, alone or about another entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from journal.domain.entry import LINES, About, Entry, within_years
from journal.domain.errors import InvalidEntry
from journal.domain.recurrence import check_rule, next_occurrence
from journal.domain.repeating import shifted
from journal.domain.weekly_look import SOURCE

MOST_DAYS_BEFORE = 365


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
    days_before: int | None = None  # of its subject's date, which then says when it comes
    snoozed_until: datetime | None = None
    done_at: datetime | None = None

    @property
    def heading(self) -> str:
        return self.title

    @property
    def type(self) -> str:
        """ "weekly_look" for the reminder of the weekly look, which opens it; "" for all others."""
        return SOURCE if self.source == SOURCE else ""

    @property
    def comes_at(self) -> datetime | None:
        """When it asks for attention: the snooze where there is one, else the due time."""
        return self.snoozed_until or self.due_at

    def edited(self, fields: Mapping[str, Any]) -> Self:
        """With `fields` as she typed them. Another time, once a series has begun, is for this one only; another rhythm
        begins where it stands; a time chosen by hand is counted from nothing, and waits for no snooze."""
        entry = replace(self, **fields)
        if "due_at" in fields:
            entry = replace(entry, snoozed_until=fields.get("snoozed_until"))
            entry = replace(entry, days_before=fields.get("days_before"))
        if entry.repeats != self.repeats:
            entry = replace(entry, series_from=None)
        return entry

    def whole_series_moved(self) -> Self:
        """All to come are as far from their old time as this one is."""
        assert self.due_at is not None
        return replace(self, repeats=shifted(self.repeats, self.due_at.date()), series_from=None)

    def is_moved(self) -> bool:
        """Whether this occurrence comes at another time than its series would have it."""
        if not self.repeats or self.series_from is None or self.due_at is None:
            return False
        just_before = self.due_at - timedelta(seconds=1)
        return next_occurrence(self.repeats, self.series_from, just_before) != self.due_at

    def checked(self) -> Self:
        entry = Entry.checked(self)
        if not entry.title:
            raise InvalidEntry("needs_a_title", "title")
        if entry.due_at is None:
            raise InvalidEntry("needs_a_due_time", "due_at")
        within_years(entry.due_at, "due_at")
        if entry.days_before is not None and not 0 <= entry.days_before <= MOST_DAYS_BEFORE:
            raise InvalidEntry("days_before_out_of_range", "days_before", most=MOST_DAYS_BEFORE)
        within_years(entry.snoozed_until, "snoozed_until")
        if entry.repeats:
            check_rule(entry.repeats, entry.series_from or entry.due_at)
        return entry
