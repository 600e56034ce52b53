"""What lists show and how they are narrowed: light rows read page by page, never whole entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from journal.domain.marking import Finder, excerpt, marked
from journal.domain.query import Query


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list. `date` is ISO text ("" where there is none); `type`, `state` are the entry's fixed words
    ("" where its kind has none; a contact's state is "lapsed" or "", a reminder's "open" or "done").

    `subtitle`: a contact's role and organisation; an event's place and first participants; a learning's or
    reminder's related entry; a network's website.
    """

    id: int
    kind: str
    title: str
    subtitle: str = ""
    date: str = ""
    type: str = ""
    state: str = ""
    favourite: bool = False
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries of one kind a list wants, and in which order. Everything unset lets all pass.

    `sort` is one of: "title", "date" (start, day learned, due time, last exchange), "organisation", "created",
    "updated"; "" is the kind's own order (names upwards; dates newest first, but reminders and coming events
    soonest first).
    """

    words: str = ""  # as typed; understood as a search is
    query: Query | None = None  # the same, once understood
    network: str = ""
    tag: str = ""
    types: tuple[str, ...] = ()
    states: tuple[str, ...] = ()  # an event's status, a learning's state, a reminder's "open" or "done"
    lapsed: bool = False
    review: bool = False  # contacts of whom she has not said for a year that what is noted is still right
    favourite: bool = False
    archived: bool = False  # False: those not archived; True: only the archived
    trash: bool = False
    since: date | None = None
    until: date | None = None  # the day itself included
    sort: str = ""
    descending: bool = False


class Hit(NamedTuple):
    """One result of a search, best first; `subtitle` as the entry itself knows it, `marks` the words found in it."""

    kind: str
    id: int
    title: str
    date: str
    score: float
    subtitle: str = ""
    body: str = ""
    marks: Finder = ()

    @property
    def snippet(self) -> str:
        """The place in its text where the words stand, marked with \\x02 and \\x03; "" where they are in its title
        alone. Cut out only when it is looked at: a list shows a few of fifty."""
        return excerpt(self.body, self.marks)

    @property
    def marked_title(self) -> str:
        """The title, the words marked in the same way."""
        return marked(self.title, self.marks)
