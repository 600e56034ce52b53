"""Who it is that an address on two people belongs to: sure where the names agree, else asked.

Nobody is merged on a guess: until she answers, a record whose name does not fit is a person of their own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from journal.domain.contact import Contact
from journal.domain.entry import Entry, folded
from journal.exchange.proposals import Proposed, Question
from journal.exchange.row_drafts import hashed
from journal.store.rows import match_key

MOST_ASKED = 50  # people of all files; beyond these a shared address is a group's, and each stays a person of their own
MOST_SHARING = 12  # of one address in the journal; with more of them, it is a group's, and nobody's to ask about
NOT_NAMED = "…"
ANOTHER = "new"  # the answer that this is somebody else
THE_FIRST = "first"  # the answer that this is the one who has the address in the same files


Origin = tuple[str, str, Entry]  # source, its key, the entry as it said it


class Planned(NamedTuple):
    """What becomes of one record: `outcome` is "new", "updated" or "unchanged".

    `entry` is the draft to make, or the entry as it will be; `origins` the (source, key, what it said) to remember: a
    new entry has at least one, the first's source is the one it is to bear. `fields` are those that an update changes.
    """

    outcome: str
    entry: Entry
    origins: tuple[Origin, ...]
    line: int = 0
    fields: tuple[str, ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()  # (name, e-mail address) of people the entry names


@dataclass(slots=True)
class Asked:
    """What she is asked about people, file by file."""

    answers: Mapping[str, str]
    questions: list[list[Question]]
    hidden: frozenset[str] = frozenset()  # answers whose people are confidential: not named
    given: dict[str, str] = field(default_factory=dict)  # a record is asked about once

    def who(self, number: int, record: Proposed, address: str, people: dict[str, str]) -> str:
        """Her answer (one of `people`: answer -> whom it means), ANOTHER until she gives one."""
        key = f"person:{hashed(record.source, record.key)}"
        if key in self.given or sum(map(len, self.questions)) >= MOST_ASKED:
            return self.given.get(key, ANOTHER)
        answer = self.answers.get(key, ANOTHER)
        answer = answer if answer in people else ANOTHER
        named = {one: NOT_NAMED if one in self.hidden else name for one, name in people.items()}
        details = {
            "name": record.entry.heading[:200],
            "address": address[:200],
            "line": str(record.line),
            "people": json.dumps(named, ensure_ascii=False),
        }
        self.questions[number].append(Question(key, "person", answer, (ANOTHER, *people), details))
        self.given[key] = answer
        return answer


Ask = Callable[[str, dict[str, str]], str]  # (address, answer -> whom it means) -> the answer


@dataclass(slots=True)
class NewPeople:
    """Those whom the files bring anew, by their addresses: where their plans stand."""

    first: dict[str, tuple[tuple[int, int], Contact]] = field(default_factory=dict)  # address -> who has it first
    named: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)  # those that several have: by name

    def note(self, entry: Entry, place: tuple[int, int]) -> None:
        if isinstance(entry, Contact) and not entry.uid:  # an identifier of a journal tells them apart
            for item in entry.emails:
                address = match_key("emails", item.value)
                if self.first.setdefault(address, (place, entry))[0] != place:
                    self._named(address).setdefault(own_name(entry.name), place)

    def _named(self, address: str) -> dict[str, tuple[int, int]]:
        """Most addresses are one person's: what others are called is worked out when there are some."""
        if address not in self.named:
            place, entry = self.first[address]
            self.named[address] = {own_name(entry.name): place}
        return self.named[address]

    def same(self, record: Proposed, plans: Sequence[Sequence[Planned]], ask: Ask) -> tuple[int, int] | None:
        """Where the plan of the same person stands: one address, and one name of their own (or she says so)."""
        entry = record.entry
        if not isinstance(entry, Contact) or entry.uid:
            return None
        shared = [(item.value, key) for item in entry.emails if (key := match_key("emails", item.value)) in self.first]
        if not shared:
            return None
        name = own_name(entry.name)
        if name and (same := next((self._named(key)[name] for _, key in shared if name in self._named(key)), None)):
            return same
        address, key = shared[0]
        place = self.first[key][0]
        answer = ask(address, {THE_FIRST: _introduced(plans[place[0]][place[1]].entry)})
        return None if answer == ANOTHER else place


def who_is_it(owners: Sequence[tuple[Contact, str]], entry: Contact, ask: Ask) -> int:
    """Which of those who have one of its addresses a contact is: the only one of that name, the only one who has it
    where the names may be one person's, else whom she says; 0 where it is none of them."""
    if not owners:
        return 0
    name = own_name(entry.name)
    named = [owner.id for owner, _ in owners if name and name == own_name(owner.name)]
    if len(named) == 1:
        return named[0]
    if len(owners) == 1 and may_be_one_person(entry, owners[0][0]):
        return owners[0][0].id
    if entry.uid and not named:
        return 0
    answer = ask(owners[0][1], {str(owner.id): _introduced(owner) for owner, _ in owners})
    return 0 if answer == ANOTHER else int(answer)


def own_name(name: str) -> str:
    """What tells one person from another at one address; "" where the name is only an address."""
    return "" if "@" in name else " ".join(sorted(folded(name).replace("-", " ").split()))


def _introduced(entry: Entry) -> str:
    """ "Claire Dupont, Nexans"."""
    organisation = entry.organisation if isinstance(entry, Contact) else ""
    return ", ".join(dict.fromkeys(part for part in (entry.heading, organisation) if part))


def may_be_one_person(one: Contact, other: Contact) -> bool:
    """Whether two who have one address may be one: all words of one name stand in the other, or the given names agree
    and another word too. Colleagues may share an info@ address, and a family one of its own."""
    if "@" in one.name or "@" in other.name:
        return True
    words, others = set(own_name(one.name).split()), set(own_name(other.name).split())
    if words <= others or others <= words:
        return True
    given, called = folded(one.given_name).rstrip("."), folded(other.given_name).rstrip(".")
    return (
        not words.isdisjoint(others)
        and bool(given and called)
        and (given == called or (min(len(given), len(called)) == 1 and given[0] == called[0]))
    )
