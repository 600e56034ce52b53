"""What she puts right in what was understood of a sentence, before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from journal.domain.capture.days import Day
from journal.domain.capture.said import KnownPerson, Sentence, Who
from journal.domain.capture.time_words import MORNING
from journal.domain.entry import folded


@dataclass(frozen=True, slots=True)
class Correction:
    """`what` and `key` as in `Understood`; `value` "" takes it away. Of a person `id` says which contact is meant, 0
    that somebody new is; of "when" and "next" the value is a day or moment in ISO 8601."""

    what: str
    key: str = ""
    value: str = ""
    id: int = 0


def corrected(sentence: Sentence, correction: Correction) -> Sentence:
    """The sentence with one thing put right; as it is where she no longer says that thing."""
    return _WAYS[correction.what](sentence, correction)


def _kind(sentence: Sentence, correction: Correction) -> Sentence:
    kind, _, kind_type = correction.value.partition(".")
    return replace(sentence, kind=kind, type=kind_type, repeats=sentence.repeats if kind == "reminder" else "")


def _when(sentence: Sentence, correction: Correction) -> Sentence:
    when = day_of_iso(correction.value)
    keeps_end = (
        isinstance(when, datetime) and isinstance(sentence.when, datetime) and isinstance(sentence.until, datetime)
    )
    if keeps_end:
        assert (
            isinstance(when, datetime) and isinstance(sentence.when, datetime) and isinstance(sentence.until, datetime)
        )
        return replace(sentence, when=when, until=when + (sentence.until - sentence.when))
    return replace(sentence, when=when, until=None)


def _until(sentence: Sentence, correction: Correction) -> Sentence:
    until = day_of_iso(correction.value)
    if until is not None and isinstance(sentence.when, datetime) and not isinstance(until, datetime):
        until = datetime.combine(until, sentence.when.time())
    return replace(sentence, until=until)


def day_of_iso(text: str) -> Day | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)


def _who(sentence: Sentence, correction: Correction) -> Sentence:
    people = _with_person(sentence.people, correction)
    following = tuple(replace(one, people=_with_person(one.people, correction)) for one in sentence.next)
    return replace(sentence, people=people, next=following)


def _with_person(people: tuple[Who, ...], correction: Correction) -> tuple[Who, ...]:
    changed: list[Who] = []
    for who in people:
        if folded(who.name) != correction.key:
            changed.append(who)
        elif correction.id:
            changed.append(replace(who, candidates=(KnownPerson(correction.id, correction.value),), near=()))
        elif correction.value:
            same = folded(correction.value) == correction.key
            near = () if same else None
            family_only = who.family_only and same
            changed.append(replace(who, name=correction.value, candidates=(), family_only=family_only, near=near))
    return tuple(changed)


def _where(sentence: Sentence, correction: Correction) -> Sentence:
    return replace(sentence, place=correction.value)


def _network(sentence: Sentence, correction: Correction) -> Sentence:
    people = tuple(
        replace(who, networks=tuple(name for name in who.networks if folded(name) != folded(sentence.network)))
        for who in sentence.people
    )
    return replace(sentence, network=correction.value, people=people if not correction.value else sentence.people)


def _tag(sentence: Sentence, correction: Correction) -> Sentence:
    said = correction.value.lstrip("#").strip()
    tags = tuple(said if folded(tag) == correction.key else tag for tag in sentence.tags)
    return replace(sentence, tags=tuple(tag for tag in tags if tag))


def _hours(sentence: Sentence, correction: Correction) -> Sentence:
    return replace(sentence, hours=float(correction.value) if correction.value else None)


def _help(sentence: Sentence, correction: Correction) -> Sentence:
    return replace(sentence, help=correction.value or "none")


def _repeats(sentence: Sentence, correction: Correction) -> Sentence:
    return replace(sentence, repeats=correction.value)


def _next(sentence: Sentence, correction: Correction) -> Sentence:
    following = []
    for number, one in enumerate(sentence.next):
        if str(number) != correction.key:
            following.append(one)
        elif (due := day_of_iso(correction.value)) is not None:
            moment = due if isinstance(due, datetime) else datetime.combine(due, MORNING)
            following.append(replace(one, due=moment))
        else:
            following.append(replace(one, title=""))  # kept in its place, so that the keys of the others stay
    return replace(sentence, next=tuple(following))


_WAYS: dict[str, Callable[[Sentence, Correction], Sentence]] = {
    "kind": _kind,
    "when": _when,
    "until": _until,
    "who": _who,
    "where": _where,
    "network": _network,
    "tag": _tag,
    "hours": _hours,
    "help": _help,
    "repeats": _repeats,
    "next": _next,
}
