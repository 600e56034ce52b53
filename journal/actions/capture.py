"""The capture line: one sentence in French or English becomes linked entries, in one change that undo takes back whole.

`journal.domain.capture` reads the sentence; here it is told whom and what the journal holds, what she corrected is put
in, and what comes of it is written. The whole sentence stays in the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from journal.actions.corrections import Correction, corrected
from journal.domain.capture.days import Day
from journal.domain.capture.look_ups import names_to_look_up
from journal.domain.capture.said import Known, KnownPerson, Sentence, Who, day_of, moment_at, tomorrow_morning
from journal.domain.capture.sentence import read
from journal.domain.changes import Changes
from journal.domain.contact import Contact
from journal.domain.entry import (
    LONGEST_LINE,
    LONGEST_TEXT,
    About,
    Entry,
    Membership,
    Person,
    folded,
    one_line,
    several_lines,
)
from journal.domain.errors import UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.domain.spoken_dates import MORNING, find_date
from journal.store import named
from journal.store.journal import Journal
from journal.store.naming import contact_named

if TYPE_CHECKING:
    from journal.store.writing import Writer

__all__ = ["Captured", "Correction", "Understood", "capture", "understand"]

READ_OF_IT = 2_000  # characters that are taken apart; all of it is kept
# Words after which somebody new was met there.
_MEETINGS = ("met", "rencontre", "rencontree", "rencontres", "rencontrees")


@dataclass(frozen=True, slots=True)
class Understood:
    """One thing understood, for showing before it is saved. `what` is "kind", "when", "until", "repeats", "who",
    "where", "network", "tag", "hours", "help" or "next"; `known` says of a person or network whether it is there
    already, of "when" whether it is said; `key` names it in a `Correction`; `choices` are the contacts that an unclear
    name could mean, or (`near`) whose name is nearly that of somebody new."""

    what: str
    text: str
    known: bool = True
    key: str = ""
    note: str = ""
    choices: tuple[KnownPerson, ...] = ()
    near: bool = False


@dataclass(frozen=True, slots=True)
class Captured:
    """What a sentence would make: the entry, and the reminders that go with it."""

    draft: Entry
    sentence: Sentence
    understood: tuple[Understood, ...] = field(default=())


def understand(
    journal: Journal, *, text: str, corrections: Sequence[Correction] = (), month_first: bool = False
) -> Captured | None:
    """What the sentence says, with her corrections; None for an empty one. Reads only; the same as `capture` saves."""
    whole = one_line(text[:READ_OF_IT])
    if not whole:
        return None
    with journal.reading():  # one state, and one transaction, for all that is looked up
        networks = tuple(named.network_names(journal))
        known = _known(journal, whole, networks, month_first)
    now = journal.clock.now().replace(second=0, microsecond=0)
    sentence = read(whole, now, known)
    for correction in corrections:
        sentence = corrected(sentence, correction)
    sentence = _with_near(journal, sentence)
    notes = several_lines(text)
    if len(notes) > LONGEST_TEXT:
        raise UserFacingError("capture_too_long", count=len(notes), most=LONGEST_TEXT)
    draft = _draft(sentence, notes, whole, now)
    return Captured(draft, sentence, tuple(_understood(draft, sentence, networks)))


def capture(
    journal: Journal,
    *,
    text: str,
    corrections: Sequence[Correction] = (),
    month_first: bool = False,
    ask: bool = False,
) -> Changes:
    """Saves what the sentence says, as one change. Raises UserFacingError for an empty line or an unclear name; where
    `ask`, also "did_you_mean" for a new name that is nearly that of a contact, until she has said who it is."""
    captured = understand(journal, text=text, corrections=corrections, month_first=month_first)
    if captured is None:
        raise UserFacingError("nothing_to_capture")
    sentence = captured.sentence
    for who in _everybody(sentence):
        if len(who.candidates) > 1:
            names = ", ".join(f"{one.name} ({one.id})" for one in who.candidates[:5])
            raise UserFacingError("which_person", name=who.name, names=names)
        if ask and who.near:
            raise UserFacingError("did_you_mean", name=who.name, other=who.near[0].name)
    with journal.writing("capture") as writer:
        _write(writer, captured.draft, sentence)
    return writer.changes


def spoken_day(journal: Journal, *, text: str, month_first: bool = False, ahead: bool = False) -> Day | None:
    """The day or moment that a correction typed in words names; None where it names none."""
    found = find_date(text, journal.clock.now(), month_first=month_first, ahead=ahead)
    return found[0] if found else None


# --- reading ------------------------------------------------------------------------------------------------------


def _known(journal: Journal, text: str, networks: tuple[str, ...], month_first: bool) -> Known:
    whole, single, unsure = names_to_look_up(text)
    people = {
        key: tuple(KnownPerson(*one) for one in found)
        for key, found in named.people_named(journal, whole, single).items()
    }
    firms = frozenset(folded(name) for name in named.firms_among(journal, [*single, *whole]))
    nearly = {
        name: tuple(KnownPerson(*one) for one in named.nearly_named(journal, name))
        for name in unsure
        if name not in people
    }
    return Known(people, nearly, networks, firms - people.keys(), month_first)


def _with_near(journal: Journal, sentence: Sentence) -> Sentence:
    """Beside everybody new, the contacts of nearly that name."""
    found: dict[tuple[str, bool], tuple[KnownPerson, ...]] = {}

    def looked_up(people: tuple[Who, ...]) -> tuple[Who, ...]:
        return tuple(replace(who, near=near(who)) if who.near is None and not who.candidates else who for who in people)

    def near(who: Who) -> tuple[KnownPerson, ...]:
        key = (who.name, who.family_only)
        if key not in found:
            rows = named.nearly_named(journal, who.name, family_only=who.family_only)
            found[key] = tuple(KnownPerson(*row) for row in rows)
        return found[key]

    following = tuple(replace(one, people=looked_up(one.people)) for one in sentence.next)
    return replace(sentence, people=looked_up(sentence.people), next=following)


def _draft(sentence: Sentence, notes: str, whole: str, now: datetime) -> Entry:
    title = sentence.title or whole
    title = title if len(title) <= LONGEST_LINE else title[: LONGEST_LINE - 1] + "…"
    people = tuple(_person(who, sentence) for who in sentence.people)
    more = "" if notes == title else notes
    if sentence.kind == "reminder":
        due = _due(sentence.when, now)
        return Reminder(title=title, due_at=due, repeats=sentence.repeats, notes=more, tags=sentence.tags)
    if sentence.kind == "learning":
        return Learning(
            title=title, type=sentence.type, learned_on=day_of(sentence.when) if sentence.when else now.date(),
            people=people, network=sentence.network, hours=sentence.hours, tags=sentence.tags, body=more,
        )  # fmt: skip
    starts = moment_at(sentence.when) if sentence.when is not None else now
    whole_day = sentence.when is not None and not isinstance(sentence.when, datetime)
    past = starts <= now if not whole_day else starts.date() <= now.date()
    return Event(
        title=title, type=sentence.type, starts_at=starts, all_day=whole_day,
        ends_at=moment_at(sentence.until) if sentence.until is not None else None,
        status=sentence.status or ("attended" if past else "planned"),
        participants=people, place=sentence.place[:LONGEST_LINE], network=sentence.network, hours=sentence.hours,
        help=sentence.help, tags=sentence.tags, notes=notes,
    )  # fmt: skip


def _due(when: Day | None, now: datetime) -> datetime:
    if when is None:
        return tomorrow_morning(now)
    return when if isinstance(when, datetime) else datetime.combine(when, MORNING)


def _person(who: Who, sentence: Sentence) -> Person:
    role = ""
    if sentence.kind == "learning":
        role = "asked" if sentence.type == "question" else "learned_from"
    return Person(who.known.id, who.known.name, role) if who.known else Person(0, who.name, role)


def _understood(draft: Entry, sentence: Sentence, networks: Sequence[str]) -> list[Understood]:
    found = [Understood("kind", f"{draft.kind}.{getattr(draft, 'type', '')}")]
    found.append(Understood("when", _shown(draft, sentence), known=sentence.when is not None))
    if sentence.until is not None:
        found.append(Understood("until", sentence.until.isoformat()))
    if sentence.repeats:
        found.append(Understood("repeats", sentence.repeats))
    for who in sentence.people:
        known = who.known
        note = known.note if known else who.organisation or ", ".join(who.networks)
        unclear = who.candidates if len(who.candidates) > 1 else who.near or ()
        found.append(
            Understood(
                "who", known.name if known else who.name, bool(known), folded(who.name), note, unclear, bool(who.near)
            )
        )
    if sentence.place:
        found.append(Understood("where", sentence.place))
    if sentence.network:
        there = folded(sentence.network) in map(folded, networks)
        found.append(Understood("network", sentence.network, there))
    found += [Understood("tag", tag, key=folded(tag)) for tag in sentence.tags]
    if sentence.hours is not None:
        found.append(Understood("hours", f"{sentence.hours:g}"))
    if sentence.help != "none":
        found.append(Understood("help", sentence.help))
    for number, one in enumerate(sentence.next):
        if one.title:  # else she took it away
            found.append(Understood("next", one.due.isoformat(), key=str(number), note=one.title))
    return found


def _shown(draft: Entry, sentence: Sentence) -> str:
    """The day or moment it is put to: where none is said, today, and tomorrow for what is to do."""
    value = getattr(draft, "starts_at", None) or getattr(draft, "learned_on", None) or getattr(draft, "due_at", None)
    if isinstance(draft, Event) and isinstance(value, datetime) and not isinstance(sentence.when, datetime):
        value = value.date()
    assert isinstance(value, date)
    return value.isoformat()


def _everybody(sentence: Sentence) -> list[Who]:
    return [*sentence.people, *(who for one in sentence.next if one.title for who in one.people)]


# --- writing ------------------------------------------------------------------------------------------------------


def _write(writer: Writer, draft: Entry, sentence: Sentence) -> None:
    """The contacts that are new, the entry, its reminders."""
    numbers = _people_made(writer, sentence, draft)
    if isinstance(draft, Event):
        draft = replace(draft, participants=_numbered(draft.participants, numbers))
    elif isinstance(draft, Learning):
        draft = replace(draft, people=_numbered(draft.people, numbers))
    elif isinstance(draft, Reminder):
        draft = replace(draft, about=_about(writer, sentence.people, sentence.network, numbers))
    [made] = writer.create_many([draft])
    reminders = [
        Reminder(
            title=one.title,
            due_at=one.due,
            repeats=one.repeats,
            about=_about(writer, one.people, one.network, numbers) or About(draft.kind, made),
        )
        for one in sentence.next
        if one.title
    ]
    if reminders:
        writer.create_many(reminders)


def _people_made(writer: Writer, sentence: Sentence, draft: Entry) -> dict[str, int]:
    """Folded name -> id of everybody new, made once each."""
    day = draft.starts_at if isinstance(draft, Event) and draft.status == "attended" else None
    drafts: dict[str, Contact] = {}
    for who in _everybody(sentence):
        if who.known is None and folded(who.name) not in drafts:
            drafts[folded(who.name)] = _contact(who, day.date() if day and who.marker in _MEETINGS else None)
    if not drafts:
        return {}
    return dict(zip(drafts, writer.create_many(list(drafts.values())), strict=True))


def _contact(who: Who, met_on: date | None) -> Contact:
    contact = Contact(family_name=who.name) if who.family_only else contact_named(who.name)
    return replace(
        contact,
        organisation=who.organisation,
        networks=tuple(Membership(name) for name in who.networks),
        met_on=met_on,
    )


def _numbered(people: Sequence[Person], numbers: dict[str, int]) -> tuple[Person, ...]:
    return tuple(one if one.id else replace(one, id=numbers[folded(one.name)]) for one in people)


def _about(writer: Writer, people: Sequence[Who], network: str, numbers: dict[str, int]) -> About | None:
    """Whom, or else which network, a reminder is about."""
    if people:
        first = people[0]
        return About("contact", first.known.id if first.known else numbers[folded(first.name)])
    return About("network", writer.network_named(network)) if network else None
