"""What a reader of somebody else's format hands over: drafts with where they come from, and what it could not take.

A format is one file of this room. It offers `FORMAT` (its name on the command line), `recognises(head, name)` and
`read(data, name, answers)`; `journal.exchange.detect` lists them. Readers know the domain, never the store.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from journal.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Repeats:
    """How a proposed event comes again: its rule (RFC 5545, in the event's wall time), and times left out and added
    (local ISO, to the minute; of one left out perhaps the day alone)."""

    rule: str = ""
    left_out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


MOST_RECORDS = 120_000  # of one file that is not an archive of ours: nobody knows as many people


@dataclass(frozen=True, slots=True)
class Proposed:
    """One entry found in a file.

    `source` names where it comes from ("vcard", "linkedin", "icalendar"…); `key` is that source's own id of it
    (UID, normalised LinkedIn slug…), or a hash of the content where it has none; `line` is the first line or the
    `revision` orders two states of the same key (a calendar's SEQUENCE, then its stamp).
    """

    entry: Entry
    source: str
    key: str
    line: int
    revision: tuple[int, str] = (0, "")
    repeats: Repeats | None = None
    instance_of: str = ""  # key of the series that this is one time of
    addresses: tuple[tuple[str, str], ...] = ()  # (name, e-mail address) of people it names


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that could not be taken: `reason` is a code said by `words.say("rejected.<reason>", **details)`."""

    line: int
    reason: str
    details: dict[str, str] = field(default_factory=dict)


def too_many_rows(line: int) -> Rejected:
    """A hostile table, or one of another kind, is not worth the minutes, and half of it would be of no use."""
    return Rejected(line, "too_many_rows", {"count": f"{MOST_RECORDS}"})


@dataclass(frozen=True, slots=True)
class Question:
    """What a file does not say by itself; reading goes on with `answer`, the likeliest of `choices`, until she says.

    `key` is the same for every file of its kind (it holds a hash of the titles), so that an answer is remembered;
    `kind` says what is asked, such as "date_order" (choices "dmy", "mdy") or "columns" (the answer: JSON of
    field -> position; `details` then hold the titles and sample cells as JSON).
    """

    key: str
    kind: str
    answer: str
    choices: tuple[str, ...] = ()
    details: dict[str, str] = field(default_factory=dict)


NO_ANSWERS: Mapping[str, str] = MappingProxyType({})  # Question.key -> her answer


class Format(Protocol):
    """What each module of this room offers."""

    FORMAT: str

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a file beginning with `head` (up to 64 KiB) is of this format; its name is a hint at most."""
        ...

    def read(
        self, data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS
    ) -> Iterator[Proposed | Rejected | Question]:
        """Every record of the file, in its order, taken or rejected: nothing is dropped silently."""
        ...
