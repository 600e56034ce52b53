"""The keep-in-touch rhythm: which one holds for a contact, when the next exchange is due, and whom to show first.

A real exchange with a person, from which the rhythm is counted, is any of these once its time has come, whatever
logged it (typed, captured, brought in, one press on Today):
- an event of any type that she attended with them (a message brought in from a network is such an event);
- an event with them in which help was given or received, though nobody ever ticked it as attended; not one that was
  cancelled or declined;
- a learning in which they had a part with her: learned from them, asked them, answered by them, thanked them.
What is only planned, only about them (a reminder, a note), or in the trash is none. The view `exchange` of the store
says the same in SQL.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import log
from typing import NamedTuple

from journal.domain.errors import InvalidEntry

SHORTEST_RHYTHM = 1
LONGEST_RHYTHM = 3650

# The rhythms that are offered by name, in days.
USUAL_RHYTHMS = (7, 14, 30, 60, 90, 180, 365)

LONGEST_SOON = 14  # days before the due day from which it is said that one would be welcome soon
SEATS = 5  # how many people Today shows at once
STEPS = (0.5, 1.0, 2.0)  # of relative lateness: half a rhythm over, a whole one, two

FEWEST_GAPS = 3
LOOKED_BACK = timedelta(days=4 * 365)
LONGEST_GAP = 548  # a median of a year and a half is no rhythm


def check_rhythm(days: int | None) -> None:
    """Raises InvalidEntry for a rhythm under a day or over ten years."""
    if days is not None and not SHORTEST_RHYTHM <= days <= LONGEST_RHYTHM:
        raise InvalidEntry(
            "rhythm_out_of_range", "keep_in_touch_days", value=days, least=SHORTEST_RHYTHM, most=LONGEST_RHYTHM
        )


def rhythm_that_holds(
    own: int | None, off: bool, by_tag: Iterable[tuple[int, str]], by_network: Iterable[tuple[int, str]]
) -> tuple[int | None, str]:
    """(days, whose rhythm it is: "" for the contact's own). The contact's own goes before those of its tags, these
    before those of its networks; of several the shortest. With `off` none holds."""
    if off:
        return None, ""
    if own is not None:
        return own, ""
    for several in (sorted(by_tag), sorted(by_network)):
        if several:
            return several[0]
    return None, ""


def next_exchange_due(
    rhythm_days: int | None,
    last_exchange: date | None,
    met_on: date | None,
    known_since: date | None,
    paused_until: date | None = None,
) -> date | None:
    """The day by which the next exchange is due.

    Counted from the last real exchange; with none yet, from the day they met, else the day the contact was noted; not
    before a pause is over. None without a rhythm.
    """
    start = last_exchange or met_on or known_since
    if rhythm_days is None or start is None:
        return None
    due = start + timedelta(days=rhythm_days)
    return due if paused_until is None else max(due, paused_until)


def soon_days(rhythm_days: int) -> int:
    """For how many days before it is due an exchange is said to be welcome soon: a sixth of the rhythm."""
    return max(1, min(LONGEST_SOON, round(rhythm_days / 6)))


def stage(due: date | None, rhythm_days: int | None, today: date, paused_until: date | None = None) -> str:
    """ "lapsed" once the due day is over, "soon" in the days before it, else ""; in a pause always ""."""
    if due is None or rhythm_days is None or (paused_until is not None and today < paused_until):
        return ""
    if due < today:
        return "lapsed"
    return "soon" if today >= due - timedelta(days=soon_days(rhythm_days)) else ""


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


# --- a fair order -------------------------------------------------------------------------------------------------


class Silence(NamedTuple):
    """A contact under a rhythm, and by how many days its next exchange is overdue (0 or less: it is not yet)."""

    id: int
    rhythm_days: int
    days_over: int
    favourite: bool = False

    @property
    def weight(self) -> float:
        """How many rhythms it is over; a favourite counts twice."""
        late = self.days_over / self.rhythm_days
        return 2 * late if self.favourite else late


def fair_order(silences: Iterable[Silence], today: date) -> list[Silence]:
    """Whom to show first: who is latest for their own rhythm (a week over a weekly one before a week over a yearly
    one), favourites before others.

    Where there are more than can be shown at once, the same ones must not stand there for ever: they are parted by how
    late they are, each part moves on every day, and the seats are dealt to all parts, two to the latest.
    """
    weighed = sorted((-one.weight, one.id, one) for one in silences)
    if len(weighed) <= SEATS:
        return [one for _, _, one in weighed]
    parts: list[list[Silence]] = [[] for _ in range(len(STEPS) + 1)]
    for weight, _, one in weighed:
        parts[len(STEPS) - bisect_right(STEPS, -weight)].append(one)
    return _dealt([_moved_on(part, today, 1 if place else 2) for place, part in enumerate(filter(None, parts))])


def _moved_on(part: list[Silence], today: date, seats: int) -> list[Silence]:
    """Begins each day so many further: no more than are shown of it at least, so that nobody is passed over."""
    at = today.toordinal() * seats % len(part)
    return part[at:] + part[:at]


def _dealt(parts: Sequence[list[Silence]]) -> list[Silence]:
    """Two of the first part, one of each other, again and again."""
    places = [0] * len(parts)
    dealt: list[Silence] = []
    whole = sum(map(len, parts))
    while len(dealt) < whole:
        for number, part in enumerate(parts):
            taken = part[places[number] : places[number] + (1 if number else 2)]
            places[number] += len(taken)
            dealt += taken
    return dealt


# --- a rhythm from the past ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Proposal:
    """A usual rhythm, near to the days that passed between two exchanges in the middle of the past."""

    days: int
    gap: int
    exchanges: int


def proposed_rhythm(exchanges: Iterable[date], today: date) -> Proposal | None:
    """The usual rhythm nearest to the median gap between the days of the last four years; None where these are too few
    or too far between to speak of a rhythm."""
    days = sorted({day for day in exchanges if today - LOOKED_BACK <= day <= today})
    gaps = [(after - before).days for before, after in pairwise(days)]
    if len(gaps) < FEWEST_GAPS:
        return None
    from statistics import median  # with fractions and decimals, which no start waits for

    gap = median(gaps)
    if gap > LONGEST_GAP:
        return None
    nearest = min(USUAL_RHYTHMS, key=lambda usual: abs(log(usual / gap)))
    return Proposal(nearest, round(gap), len(days))
