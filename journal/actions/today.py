"""Today: what is due, who has not been heard of for long, what is coming, one thing to read again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from journal.actions import reading, reminders, rereading, returning_days, review, rhythms, weekly_look
from journal.actions.rereading import OfTheDay
from journal.domain.lines import Line, Wanted
from journal.domain.returning_days import ReturningDay
from journal.store.journal import Journal

FIRST_NOTED = 300  # contacts
COMING_DAYS = 14
RENEWAL_DAYS = 30
TO_CONFIRM_DAYS = 60


@dataclass(frozen=True, slots=True)
class TodayPage:
    """`days_since_peer` is None where no exchange was ever noted."""

    reminders: list[Line]
    lapsed: list[Line]
    soon: list[Line]  # whose rhythm has not lapsed yet, but soon will
    renewals: list[Line]
    to_confirm: list[Line]  # planned, and their time has passed: did they happen?
    coming: list[Line]
    days: list[ReturningDay]  # that return within the next two weeks; renewals have a list of their own
    questions: list[Line]
    read_again: OfTheDay | None
    days_since_peer: int | None
    to_review: bool  # somebody waits for the yearly "still right?", and it is not put off
    week_to_keep: bool  # it is the end of the week, and she has not looked back on it yet


def today(journal: Journal, *, limit: int = 12, at_once: bool = False) -> TodayPage:
    """Everything Today shows; each list holds `limit` lines at most. `at_once`: without looking through everybody for
    those who wait for the yearly review; who was noted first waits first."""
    now = journal.clock.now()
    day = now.date()
    stamp = now.isoformat(timespec="seconds")
    with journal.reading():  # one state for the whole page
        lapsed, soon = rhythms.lapsed_and_soon(journal, limit=limit)
        planned = ("planned", "maybe")
        coming = Wanted(states=planned, since=day, until=day + timedelta(days=COMING_DAYS), sort="date")
        past = Wanted(states=("planned",), since=day - timedelta(days=TO_CONFIRM_DAYS), until=day, sort="date")
        return TodayPage(
            reminders=reminders.due_today(journal, limit=limit),
            lapsed=lapsed,
            soon=soon,
            renewals=renewals(journal),
            to_confirm=[line for line in _events(journal, past, limit * 4) if line.date < stamp][-limit:],
            coming=[line for line in _events(journal, coming, limit * 2) if line.date >= stamp or _all_day(line)][
                :limit
            ],
            days=[
                one
                for one in returning_days.between(journal, first=day, last=day + timedelta(days=COMING_DAYS))
                if one.kind != "renewal"
            ],
            questions=reading.page(
                journal, kind="learning", wanted=Wanted(types=("question",), states=("open",)), limit=limit
            ),
            read_again=rereading.of_the_day(journal),
            days_since_peer=_days_since_peer(journal, day),
            to_review=review.is_time(journal, among=FIRST_NOTED if at_once else review.ALL),
            week_to_keep=weekly_look.is_time(journal),
        )


def _events(journal: Journal, wanted: Wanted, limit: int) -> list[Line]:
    return reading.page(journal, kind="event", wanted=wanted, limit=limit)


def _all_day(line: Line) -> bool:
    return line.date.endswith("T00:00")


def renewals(journal: Journal) -> list[Line]:
    """Networks whose membership is to be renewed within a month, or should have been; none where she switched these
    off."""
    if not returning_days.wanted(journal, "renewal"):
        return []
    day = journal.clock.now().date()
    wanted = Wanted(until=day + timedelta(days=RENEWAL_DAYS), sort="date")
    return reading.page(journal, kind="network", wanted=wanted)


def _days_since_peer(journal: Journal, day: date) -> int | None:
    query = """SELECT e.date FROM entry e WHERE e.kind = 'event' AND e.state = 'attended' AND e.deleted_at IS NULL
        AND e.date <> '' AND e.date <= ? AND EXISTS (SELECT 1 FROM participation p WHERE p.entry_id = e.id)
        ORDER BY e.date DESC LIMIT 1"""
    with journal.reading() as sql:
        last = sql.execute(query, (journal.now(),)).fetchone()
    return (day - date.fromisoformat(last[0][:10])).days if last else None
