"""What the month reads: its events, and of those that take several days the last of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from journal.domain.event import Event
from journal.domain.lines import Line, Wanted
from journal.domain.returning_days import ReturningDay
from journal.ui.jobs import Journal

MOST_IN_MONTH = 2000
LONGEST = timedelta(days=31)  # an event that began earlier than this before the days shown is not looked for
MOST_BEFORE = 300  # events looked at for whether they go on into the days shown


def month_of_events(journal: Journal, wanted: Wanted, first: date, last: date) -> tuple[list[Line], dict[int, date]]:
    """(lines, id -> last day of those that take several) of the events on the days from `first` to `last`.

    Called in the reader thread.
    """
    from journal.actions import reading

    before = reading.page(
        journal,
        kind="event",
        wanted=replace(wanted, since=first - LONGEST, until=first - timedelta(days=1), descending=True),
        limit=MOST_BEFORE,
    )
    within = reading.page(journal, kind="event", wanted=replace(wanted, since=first, until=last), limit=MOST_IN_MONTH)
    found = reading.entries(journal, ids=[line.id for line in (*before, *within)])
    last_days = {one.id: day for one in found if isinstance(one, Event) and (day := last_day(one)) is not None}
    going_on = [line for line in before[::-1] if last_days.get(line.id, date.min) >= first]
    return [*going_on, *within], last_days


def returning(journal: Journal, first: date, last: date) -> list[ReturningDay]:
    """The days that return on the days shown."""
    from journal.actions import returning_days

    return returning_days.between(journal, first=first, last=last)


def last_day(event: Event) -> date | None:
    """The last day of an event that takes several; None for others.

    One that ends at midnight does not reach into the day that begins then.
    """
    starts, ends = event.starts_at, event.ends_at
    if starts is None or ends is None:
        return None
    if ends.time() == time(0) and not event.all_day:
        ends -= timedelta(minutes=1)
    return ends.date() if ends.date() > starts.date() else None
