"""A learning: a practice, a tool, a tip, a question or a win."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from journal.domain.entry import LINES, Entry, Person, clean_people, hours_in_range, one_of, within_years
from journal.domain.errors import InvalidEntry

TYPES = ("practice", "tool", "tip", "question", "win")
MOST_READ = 100_000
STATES = ("to_apply", "applied")
QUESTION_STATES = ("open", "answered", "settled")
# What a person was to a learning; free words are allowed too, these are offered.
PERSON_ROLES = ("learned_from", "asked", "answered", "thanked")


def states_of(learning_type: str) -> tuple[str, ...]:
    """The states a learning of this type can be in, first the one it begins with."""
    return QUESTION_STATES if learning_type == "question" else STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning(Entry):
    """`body` is her Markdown, never rewritten; `event` is the id of the event it came from."""

    kind: ClassVar[str] = "learning"
    json_keys: ClassVar[tuple[str, ...]] = (
        *("id", "uid", "kind", "title", "type", "body", "learned_on", "hours", "link", "event", "network", "people"),
        *("state", "evidence", "tags", "confidential", "source", "created_at", "updated_at"),
    )

    title: str = ""
    type: str = "practice"
    body: str = field(default="", metadata=LINES)
    learned_on: date | None = None
    hours: float | None = None
    link: str = ""
    event: int | None = None
    network: str = ""
    people: tuple[Person, ...] = ()
    state: str = ""
    evidence: str = field(default="", metadata=LINES)
    # Read again, one a day: how often, when last (also when she only put it off), and from when on it comes again.
    times_read: int = 0
    read_on: date | None = None
    read_again_on: date | None = None

    @property
    def heading(self) -> str:
        return self.title

    def checked(self) -> Self:
        entry = replace(Entry.checked(self), people=clean_people(self.people, "people"))
        if not entry.title:
            raise InvalidEntry("needs_a_title", "title")
        one_of(entry.type, TYPES, "type")
        allowed = states_of(entry.type)
        if not entry.state:
            entry = replace(entry, state="applied" if entry.type == "win" else allowed[0])
        one_of(entry.state, allowed, "state")
        for name in ("learned_on", "read_on", "read_again_on"):
            within_years(getattr(entry, name), name)
        if not 0 <= entry.times_read <= MOST_READ:
            raise InvalidEntry("not_a_value", "times_read", value=str(entry.times_read)[:60])
        hours_in_range(entry.hours, "hours")
        return entry

    def as_type(self, learning_type: str) -> Learning:
        """The same learning as another type, in a state that type knows."""
        state = self.state if self.state in states_of(learning_type) else states_of(learning_type)[0]
        return replace(self, type=learning_type, state=state)
