"""The capture line: one sentence in French or English becomes an entry. Simple rules, and nothing typed is lost.

First words as title, `@contact` (or several), `#tag`, a date in words. "Question :", "Appris :", "Fière :", "Rappel :"
and their English sisters at the beginning choose the kind; otherwise it is an event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from journal.domain.changes import Changes
from journal.domain.entry import LONGEST_LINE, Entry, Person, folded, one_line
from journal.domain.errors import UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.domain.spoken_dates import find_date
from journal.store import lists
from journal.store.journal import Journal

MORNING = time(9)

# First word (folded, before a colon) -> kind and type.
_OPENINGS = {
    **dict.fromkeys(("rappel", "rappeler", "reminder", "remind", "remind me", "todo", "a faire"), ("reminder", "")),
    **dict.fromkeys(("question", "doute", "doubt"), ("learning", "question")),
    **dict.fromkeys(("appris", "apprentissage", "learned", "learnt", "pratique", "practice"), ("learning", "practice")),
    **dict.fromkeys(("outil", "tool"), ("learning", "tool")),
    **dict.fromkeys(("astuce", "tip"), ("learning", "tip")),
    **dict.fromkeys(("fiere", "fier", "proud", "win", "reussite"), ("learning", "win")),
}
# A word among the first ones -> the event's type.
_EVENT_TYPES = {
    **dict.fromkeys(("cafe", "coffee", "dejeuner", "lunch", "the", "tea"), "coffee"),
    **dict.fromkeys(("appel", "appele", "call", "called", "telephone", "phone", "phoned", "coup"), "call"),
    **dict.fromkeys(("message", "mail", "email", "e-mail", "courriel", "ecrit", "wrote", "sms"), "message"),
    **dict.fromkeys(("conference", "congres", "salon", "colloque"), "conference"),
    **dict.fromkeys(("webinaire", "webinar"), "webinar"),
    **dict.fromkeys(("atelier", "workshop", "formation", "training"), "workshop"),
    **dict.fromkeys(("visite", "visit", "visited"), "visit"),
}
# "@Claire Dupont" takes the capitalised words that follow; "@claire" one word.
_PERSON = re.compile(
    r"(?<![\w@])@(\w[\w'’.-]*(?: (?:de |du |des |d['’]|la |le |van |von |der )*[^\W\d_a-zà-öø-ÿ][\w'’.-]*)*)"
)
_TAG = re.compile(r"(?<![\w#&])#(\w[\w-]*)")
_LEFTOVERS = re.compile(r"\s+([,;.])|([,;(])\s*(?=[,;.)])|\(\s*\)")


@dataclass(frozen=True, slots=True)
class Understood:
    """One thing understood, for showing before it is saved. `what` is "kind", "when", "who" or "tag"; `known` says of
    a person whether the contact exists already."""

    what: str
    text: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Captured:
    """What a sentence would make."""

    draft: Entry
    understood: tuple[Understood, ...] = field(default=())


def understand(journal: Journal, *, text: str) -> Captured | None:
    """What the sentence says; None for an empty one. Reads only; the same as `capture` would save."""
    whole = one_line(text[:20_000])
    if not whole:
        return None
    kind, kind_type, rest = _opening(whole)
    tags = tuple(match[1] for match in _TAG.finditer(rest))
    people = [_person(journal, match[1].rstrip(".-'’")) for match in _PERSON.finditer(rest)]
    found = find_date(rest, journal.clock.now(), ahead=kind == "reminder")
    when, title = None, rest
    if found:
        when, start, end = found
        title = f"{rest[:start]} {rest[end:]}"
    title = _TAG.sub("", title)
    for match, person in zip(list(_PERSON.finditer(title)), people, strict=False):
        title = title.replace(f"@{match[1]}", f"{person.name}{match[1][len(match[1].rstrip('.-')) :]}", 1)
    title = _LEFTOVERS.sub(r"\1", one_line(title)).strip(" ,;:-–—")
    draft = _draft(journal, kind, kind_type, title or whole, whole, when, tuple(people), tags)
    understood = [Understood("kind", f"{draft.kind}.{getattr(draft, 'type', '')}")]
    moment = _moment_of(draft)
    if moment:
        understood.append(Understood("when", moment))
    understood += [Understood("who", person.name, bool(person.id)) for person in people]
    understood += [Understood("tag", tag) for tag in tags]
    return Captured(draft, tuple(understood))


def capture(journal: Journal, *, text: str) -> Changes:
    """Saves what the sentence says, as one change. Raises UserFacingError for an empty line."""
    captured = understand(journal, text=text)
    if captured is None:
        raise UserFacingError("nothing_to_capture")
    with journal.writing("capture") as writer:
        writer.create_many([captured.draft])
    return writer.changes


def _opening(text: str) -> tuple[str, str, str]:
    """(kind, type, the rest of the sentence) by its first word before a colon; an event where there is none."""
    head, colon, rest = text.partition(":")
    if colon and len(head) <= 20:
        kind = _OPENINGS.get(folded(head))
        if kind and rest.strip():
            return (*kind, rest.strip())
    for word in re.findall(r"[\w-]+", folded(text))[:4]:
        if word in _EVENT_TYPES:
            return "event", _EVENT_TYPES[word], text
    return "event", "meeting", text


def _person(journal: Journal, name: str) -> Person:
    """The one contact meant, or a new one of that name: of two who could be meant, neither is taken."""
    known = lists.suggest(journal, "contact", name, 20)
    same = [line for line in known if folded(line.title) == folded(name)]
    if len(same) == 1 or (not same and len(known) == 1):
        line = (same or known)[0]
        return Person(line.id, line.title)
    if len(same) > 1 or (known and " " not in name):
        raise UserFacingError("which_person", name=name, names=", ".join(f"{n.title} ({n.id})" for n in known[:5]))
    return Person(0, name if name[:1].isupper() else name.title())


def _draft(
    journal: Journal,
    kind: str,
    kind_type: str,
    title: str,
    whole: str,
    when: datetime | date | None,
    people: tuple[Person, ...],
    tags: tuple[str, ...],
) -> Entry:
    now = journal.clock.now().replace(second=0)
    short = title if len(title) <= LONGEST_LINE else title[: LONGEST_LINE - 1] + "…"
    if kind == "reminder":
        due = when if isinstance(when, datetime) else datetime.combine(when or now.date(), MORNING)
        if when is None:
            due = datetime.combine(date.fromordinal(now.date().toordinal() + 1), MORNING)
        return Reminder(title=short, due_at=due, notes=whole if whole != title else "", tags=tags)
    if kind == "learning":
        day = when.date() if isinstance(when, datetime) else when
        body = whole if short != title or day or people else ""
        return Learning(title=short, type=kind_type, learned_on=day or now.date(), people=people, tags=tags, body=body)
    starts = when if isinstance(when, datetime) else datetime.combine(when, time()) if when else now
    whole_day = when is not None and not isinstance(when, datetime)
    past = starts <= now
    return Event(
        title=short,
        type=kind_type,
        starts_at=starts,
        all_day=whole_day,
        status="attended" if past else "planned",
        participants=people,
        tags=tags,
        notes=whole,
    )


def _moment_of(draft: Entry) -> str:
    value = getattr(draft, "starts_at", None) or getattr(draft, "learned_on", None) or getattr(draft, "due_at", None)
    if isinstance(draft, Event) and draft.all_day and isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if value else ""
