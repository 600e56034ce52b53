"""What a sentence says, once it is read, and what of the journal it may speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from journal.domain.capture.days import Day
from journal.domain.capture.time_words import MORNING
from journal.domain.entry import folded


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A contact who may be meant; `note` tells two of the same name apart."""

    id: int
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody named: one known contact, several who could be meant (`candidates`), or someone new. `near`: contacts of
    nearly that name; None where that was not looked up yet, () once she has said who it is."""

    name: str
    start: int
    end: int
    candidates: tuple[KnownPerson, ...] = ()
    family_only: bool = False
    marker: str = ""
    organisation: str = ""
    networks: tuple[str, ...] = field(default=())
    near: tuple[KnownPerson, ...] | None = None

    @property
    def known(self) -> KnownPerson | None:
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def key(self) -> str:
        return folded(self.known.name if self.known else self.name)


def distinct(people: Iterable[Who]) -> list[Who]:
    """Each of them once, at the first place."""
    seen: dict[object, Who] = {}
    for who in people:
        seen.setdefault(who.known.id if who.known else who.key, who)
    return list(seen.values())


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal holds that a sentence may speak of. `people`: folded name -> who bears it; `nearly`: two words
    that may be a mistyped name, folded -> whose."""

    people: Mapping[str, tuple[KnownPerson, ...]] = field(default_factory=dict)
    nearly: Mapping[str, tuple[KnownPerson, ...]] = field(default_factory=dict)
    networks: tuple[str, ...] = ()
    firms: frozenset[str] = frozenset()
    month_first: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """What is to do afterwards."""

    title: str
    due: datetime
    people: tuple[Who, ...] = ()
    network: str = ""
    repeats: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`when` is a date where no time is said, None where no day is; `status` "" leaves it to the day."""

    kind: str
    type: str
    title: str
    when: Day | None = None
    until: Day | None = None
    people: tuple[Who, ...] = ()
    place: str = ""
    network: str = ""
    tags: tuple[str, ...] = ()
    hours: float | None = None
    help: str = "none"
    status: str = ""
    repeats: str = ""
    next: tuple[Next, ...] = ()


def moment_at(day: Day) -> datetime:
    """The moment a day stands for where one must be given."""
    return day if isinstance(day, datetime) else datetime.combine(day, time())


def tomorrow_morning(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), MORNING)


def day_of(value: Day) -> date:
    return value.date() if isinstance(value, datetime) else value
