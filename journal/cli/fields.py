"""Every field of an entry as an option: `--met-on 2026-03-01`, `--tag ffmas --tag excel`, `--with "Claire Dupont"`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from journal.domain.entry import KINDS, About, Entry, Person, editable_fields, field_types
from journal.domain.errors import InvalidEntry, NotFound
from journal.domain.kinds import CLASS_OF, field_value, from_json
from journal.domain.spoken_dates import find_date, spoken_moment

if TYPE_CHECKING:
    from journal.store.journal import Journal

TRUTHS = ("true", "false", "yes", "no", "oui", "non", "vrai", "faux", "1", "0")

# Fields that hold several, under the name of one; a kind takes those of its fields.
_ONE_OF = {
    "--email": "emails",
    "--phone": "phones",
    "--link": "links",
    "--tag": "tags",
    "--network": "networks",
}
_WITH = {"event": "participants", "learning": "people", "reminder": "about"}


@dataclass(frozen=True, slots=True)
class FieldOption:
    """`many`: the field holds several, and the option may be repeated. `flag`: it may stand alone, meaning yes."""

    name: str
    field: str
    many: bool = False
    flag: bool = False


@cache
def options_of(kind: str) -> dict[str, FieldOption]:
    """Option -> the field of this kind it sets."""
    kind_class = CLASS_OF[kind]
    types = field_types(cast(type, kind_class))
    found: dict[str, FieldOption] = {}

    def offer(option: str, name: str) -> None:
        annotation = str(types.get(name, "str"))
        found.setdefault(
            option, FieldOption(option, name, annotation.startswith("tuple["), annotation == "<class 'bool'>")
        )

    known = editable_fields(kind_class)
    for name in known:
        if name == "attachments":
            continue  # files are given by `attach`
        offer("--" + name.replace("_", "-"), name)
    for option, name in _ONE_OF.items():
        if name in known:
            offer(option, name)
    if kind in _WITH:
        offer("--with", _WITH[kind])
    if kind == "contact":
        offer("--name", "name")
    return found


def values(journal: Journal, kind: str, given: Iterable[tuple[FieldOption, str]]) -> dict[str, Any]:
    """Field -> value; "" empties a field. Raises InvalidEntry where a text does not fit, NotFound for an unknown id."""
    types = field_types(cast(type, CLASS_OF[kind]))
    found: dict[str, Any] = {}
    for option, text in given:
        if option.name == "--with" and option.field == "about":
            found["about"] = _about_contact(journal, text)
        elif option.field == "about":
            found["about"] = _about(journal, text)
        elif option.field == "name" and kind == "contact":
            named = cast(Any, from_json("contact", {"name": text}))
            found.update(given_name=named.given_name, family_name=named.family_name, full_name=named.full_name)
        elif option.many:
            items = _items(text, split=option.name == "--tags")
            found[option.field] = (
                *found.get(option.field, ()),
                *field_value(types[option.field], option.field, items),
            )
        else:
            found[option.field] = _value(types[option.field], option.field, text, journal.clock.now())
    return found


def _items(text: str, split: bool) -> list[Any]:
    if text[:1] in "{[" and text[:1]:
        try:
            items = json.loads(text)
        except ValueError:
            return [text]  # a name may begin so
        return items if isinstance(items, list) else [items]
    if split:
        return [part for part in text.split(",") if part.strip()]
    return [text] if text else []


def _value(annotation: Any, name: str, text: str, now: datetime) -> Any:
    if not text and "None" in str(annotation):
        return None
    try:
        return field_value(annotation, name, text)
    except InvalidEntry:
        spoken = _spoken(annotation, text, now)
        if spoken is None:
            raise
        return spoken


def _spoken(annotation: Any, text: str, now: datetime) -> datetime | date | None:
    """ "demain 9h" for a time; for a day of the past or to come, what the whole text names."""
    if "datetime" in str(annotation):
        return spoken_moment(text, now)
    found = find_date(text, now) if "date" in str(annotation) else None
    if found is None or (found[1], found[2]) != (0, len(text)):
        return None
    return found[0].date() if isinstance(found[0], datetime) else found[0]


def _about(journal: Journal, text: str) -> About | None:
    """ "12", "contact:12" or "contact 12"; "" for nothing."""
    if not text:
        return None
    kind, _, number = text.replace(":", " ").rpartition(" ")
    if not number.isdigit() or (kind and kind not in KINDS):
        raise InvalidEntry("not_a_value", "about", value=text[:60])
    subject = _entry(journal, int(number))
    if kind and kind != subject.kind:
        raise NotFound("wrong_kind", id=subject.id, kind=subject.kind, asked=kind)
    return About(subject.kind, subject.id, subject.heading)


def _about_contact(journal: Journal, text: str) -> About:
    """The contact of that number or name, made where nobody bears it."""
    from journal.actions import entries
    from journal.store.naming import contact_named

    if text.isdigit():
        contact = entry_of(journal, "contact", int(text))
        return About("contact", contact.id, contact.heading)
    with journal.writing("create") as writer:
        named = writer.contacts_named(text)
    if len(named) > 1:
        raise NotFound("ambiguous_name", name=text[:60], ids=", ".join(map(str, named)))
    number = named[0] if named else entries.create(journal, draft=contact_named(text)).created[-1]
    return About("contact", number, text)


def _entry(journal: Journal, number: int) -> Entry:
    from journal.actions import reading

    return reading.entry(journal, entry_id=number, everything=True)  # asked for by its number: never "not there"


def entry_of(journal: Journal, kind: str, number: int) -> Entry:
    """The entry of that number; raises NotFound where there is none, or it is of another kind."""
    found = _entry(journal, number)
    if found.kind != kind:
        raise NotFound("wrong_kind", id=number, kind=found.kind, asked=kind)
    return found


def with_known_pointers(journal: Journal, draft: Entry) -> Entry:
    """The draft, its people and what it points at being there; raises NotFound for a number that is not."""
    people: tuple[Person, ...] = getattr(draft, "participants", None) or getattr(draft, "people", None) or ()
    for person in people:
        if person.id:
            entry_of(journal, "contact", person.id)
    event = getattr(draft, "event", None)
    if event:
        entry_of(journal, "event", event)
    about = getattr(draft, "about", None)
    if about:
        subject = _entry(journal, about.id)
        return replace(draft, about=About(subject.kind, subject.id, subject.heading))  # type: ignore[call-arg]  # a reminder
    return draft
