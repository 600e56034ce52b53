"""What Facebook tells, as entries: a friend is a name and a day, an event what she answered to it, a group a network.

The keys hold names, never moments: JSON tells those in UTC, the HTML variant as her clock showed them, and the same
friend of both must be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from journal.domain.entry import LabelledValue, Person, folded, is_email
from journal.domain.event import Event
from journal.domain.network import Network
from journal.exchange.card_draft import Draft
from journal.exchange.proposals import Proposed, Rejected
from journal.exchange.row_drafts import checked, hashed, propose_contact, short_line

FORMAT = "facebook"
NETWORK = "Facebook"
# What she answered -> what an event is; one of the past that was planned counts as attended.
STATUS = {"joined": "planned", "hosted": "planned", "declined": "declined", "interested": "maybe", "invited": "maybe"}
_SURENESS = {"invited": 0, "interested": 1, "declined": 2, "joined": 2, "hosted": 3}
# "You left…", as the language of her account says it.
_LEFT = re.compile(r"\b(stopped being|left|no longer|n'est plus|n'etes plus|ne fait plus|ne faites plus|quitte[er]?)\b")
# Whoever closed the account has no name any more.
_NOBODY = frozenset(("facebook user", "utilisateur de facebook", "utilisateur facebook", "utilisatrice de facebook"))


@dataclass(frozen=True, slots=True)
class Friend:
    line: int
    name: str
    since: date | None
    reach: str = ""  # an address or a phone, as the layout of 2018 had


@dataclass(frozen=True, slots=True)
class Answered:
    """`starts_at` and `ends_at` are wall times of `zone`, hers where it is ""."""

    line: int
    name: str
    answer: str  # a key of STATUS
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    zone: str = ""
    place: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One thing that happened with a group: she joined or left it (`told` says which), or looks after it."""

    line: int
    name: str
    on: datetime | None
    told: str = ""
    admin: bool = False


def friends(found: Sequence[Friend]) -> Iterator[Proposed | Rejected]:
    """A contact each. Of those who bear one name, the oldest friend is the first: the others are numbered after it."""
    days: dict[str, set[date]] = {}
    for friend in found:
        days.setdefault(folded(friend.name), set()).add(friend.since or date.max)
    numbers = {(name, day): at for name, found_days in days.items() for at, day in enumerate(sorted(found_days), 1)}
    for friend in found:
        if not friend.name or folded(friend.name) in _NOBODY:
            yield Rejected(friend.line, "contact_needs_a_name")
            continue
        draft = Draft(friend.line)
        draft.fn = short_line(friend.name)
        draft.networks.append((NETWORK,))
        if is_email(friend.reach):
            draft.emails.append((1, LabelledValue(friend.reach)))
        elif sum(char.isdigit() for char in friend.reach) >= 6:
            draft.phones.append((1, LabelledValue(friend.reach)))
        elif friend.reach:
            draft.more("contact", friend.reach)
        number = numbers[folded(friend.name), friend.since or date.max]
        key = f"friend:{hashed(folded(friend.name))}" + (f"#{number}" if number > 1 else "")
        yield propose_contact(draft, FORMAT, key, met_on=friend.since)


def events(found: Sequence[Answered]) -> Iterator[Proposed | Rejected]:
    for one in found:
        ends = one.ends_at if one.starts_at and one.ends_at and one.ends_at >= one.starts_at else None
        event = Event(
            title=short_line(one.name),
            type="other",
            starts_at=one.starts_at,
            ends_at=ends,
            timezone=one.zone if one.starts_at else "",
            place=short_line(one.place),
            status=STATUS[one.answer],
            notes=one.description[:100_000],
            network=NETWORK,
            source=FORMAT,
        )
        day = one.starts_at.date().isoformat() if one.starts_at else ""
        record = checked(event, FORMAT, f"event:{hashed(folded(one.name), day)}", one.line)
        sure = (_SURENESS[one.answer], "")
        yield replace(record, revision=sure) if isinstance(record, Proposed) else record


def groups(found: Sequence[Group]) -> Iterator[Proposed | Rejected]:
    """A network for each group she is still in."""
    latest: dict[str, Group] = {}
    since: dict[str, datetime] = {}
    for one in found:
        name = folded(one.name)
        left = bool(_LEFT.search(folded(one.told).replace(name, "")))
        if one.on and not left:
            since[name] = min(since.get(name, one.on), one.on)
        before = latest.get(name)
        if before is None or (one.on or datetime.min) >= (before.on or datetime.min):
            latest[name] = replace(one, told="left" if left else "")
    for name, one in latest.items():
        if one.told:
            yield Rejected(one.line, "group_left", {"title": one.name[:80]})
            continue
        network = Network(
            name=short_line(one.name)[:200],
            type="social",
            my_role="admin" if one.admin else "",
            member_since=since[name].date().isoformat() if name in since else "",
            source=FORMAT,
        )
        record = checked(network, FORMAT, f"group:{hashed(name)}", one.line)
        yield replace(record, revision=(int(one.admin), "")) if isinstance(record, Proposed) else record


def conversation(
    line: int, title: str, names: Sequence[str], last: datetime | None, thread: str
) -> Proposed | Rejected:
    """The last exchange with those of a conversation, its texts left where they are.

    `names` as Facebook lists them, she herself last; of two, the other's name is also the title.
    """
    others = [title] if title in names else list(names[:-1])
    others = [name for name in dict.fromkeys(others) if name and folded(name) not in _NOBODY]
    if not others:
        return Rejected(line, "nobody_named")
    if last is None:
        return Rejected(line, "bad_date", {"value": "", "title": title[:80]})
    event = Event(
        title=f"{NETWORK}: {short_line(title) or ', '.join(others)}"[:200],
        type="message",
        starts_at=last,
        timezone="UTC",
        status="attended",
        network=NETWORK,
        participants=tuple(Person(name=short_line(name)) for name in others[:50]),
        source=FORMAT,
    )
    return checked(event, FORMAT, f"thread:{hashed(thread or folded(title) or folded(' '.join(others)))}", line)
