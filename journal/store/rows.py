"""An entry as rows, and as text to be searched: the one place that knows which field lies where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from journal.domain.contact import Contact
from journal.domain.entry import Entry, folded
from journal.domain.event import Event
from journal.domain.kinds import json_value
from journal.domain.learning import PERSON_ROLES, Learning
from journal.domain.network import OTHER_NAMES, Network
from journal.domain.query import WORD, home_number
from journal.domain.reminder import Reminder

VALUE_FIELDS = ("emails", "phones", "links")


def stored(value: Any) -> str | None:
    """A date or time as the text it is stored as; None where there is none."""
    text = json_value(value)
    return None if text is None else str(text)


def _name_keys(entry: Entry, title: str) -> tuple[str, str]:
    """(the title folded, the same as it is sorted: a person by family name)."""
    if isinstance(entry, Contact) and entry.family_name and not entry.full_name:
        given, family = folded(entry.given_name), folded(entry.family_name)
        return f"{given} {family}".strip(), f"{family} {given}".strip()
    key = folded(title)
    return key, key


def _listed(entry: Entry, title: str) -> tuple[str, str, str, str]:
    """What lists show and go by, as far as the entry itself knows it: (the second line; the day or time, start, day
    learned, when it comes; the type; the state)."""
    if isinstance(entry, Contact):
        role, organisation = entry.role, entry.organisation
        if not role or not organisation or organisation == title:
            return role or (organisation if organisation != title else ""), "", "", ""
        return f"{role} · {organisation}", "", "", ""
    if isinstance(entry, Event):
        return entry.place, stored(entry.starts_at) or "", entry.type, entry.status
    if isinstance(entry, Learning):
        return "", stored(entry.learned_on) or "", entry.type, entry.state
    if isinstance(entry, Reminder):
        return "", stored(entry.done_at or entry.comes_at) or "", entry.type, "done" if entry.done_at else "open"
    assert isinstance(entry, Network)
    return entry.website, stored(entry.renews_on) or "", entry.type, ""


class Made(NamedTuple):
    """A draft that becomes an entry: what the journal adds to it, and the title it will bear. Not a copy of the draft
    with all that in it: copies are the dearest part of bringing in ten thousand."""

    draft: Entry
    id: int
    uid: str
    title: str
    source: str
    created_at: str | None
    updated_at: str | None


# Of the shared table; `entry_values` gives a row in this order.
ENTRY_COLUMNS = (
    *("id", "uid", "kind", "title", "name_key", "sort_key", "subtitle", "date", "type", "state"),
    *("favourite", "archived", "confidential", "source", "created_at", "updated_at", "deleted_at"),
)


def entry_values(made: Made) -> tuple[Any, ...]:
    entry, title = made.draft, made.title
    favourite, archived = (entry.favourite, entry.archived) if isinstance(entry, Contact) else (False, False)
    return (
        made.id,
        made.uid,
        entry.kind,
        title,
        *_name_keys(entry, title),
        *_listed(entry, title),
        favourite,
        archived,
        entry.confidential,
        made.source,
        made.created_at,
        made.updated_at,
        stored(entry.deleted_at),
    )


def as_made(entry: Entry) -> Made:
    """Of an entry that bears its number, its identifier and its times itself."""
    return Made(
        entry, entry.id, entry.uid, entry.heading, entry.source, stored(entry.created_at), stored(entry.updated_at)
    )


# The columns of each kind's own table that are the entry's field of the same name, as it is or as text.
PLAIN_COLUMNS: dict[str, tuple[str, ...]] = {
    "contact": (
        *("given_name", "family_name", "full_name", "organisation", "role", "birthday", "how_met"),
        *("introduced_by", "purpose", "notes", "keep_in_touch_days", "keep_in_touch_off"),
    ),
    "event": ("all_day", "timezone", "place", "link", "hours", "outcome", "help", "notes"),
    "learning": ("body", "hours", "link", "evidence", "times_read"),
    "reminder": ("repeats", "notes", "days_before"),
    "network": ("website", "offers", "my_role", "member_since", "dues", "feed_url", "notes", "keep_in_touch_days"),
}
DATE_COLUMNS: dict[str, tuple[str, ...]] = {
    "contact": ("met_on", "confirmed_on", "keep_in_touch_paused_until"),
    "event": ("starts_at", "ends_at"),
    "learning": ("learned_on", "read_on", "read_again_on"),
    "reminder": ("due_at", "series_from", "snoozed_until", "done_at"),
    "network": ("renews_on",),
}


@cache
def kind_columns(kind: str) -> tuple[str, ...]:
    """Of the kind's own table; `kind_values` gives a row in this order."""
    others = {"event": ("network_id",), "learning": ("network_id", "event_id"), "reminder": ("about_id",)}
    return (*PLAIN_COLUMNS[kind], *DATE_COLUMNS[kind], "id", *others.get(kind, ()))


def kind_values(entry: Entry, entry_id: int, links: Sequence[int]) -> tuple[Any, ...]:
    """`links`: the ids of the networks it names."""
    plain, days = _values(entry.kind)
    dates = days(entry)
    row = (*plain(entry), *(map(stored, dates) if any(dates) else dates), entry_id)
    if isinstance(entry, Event | Learning):
        row += (links[0] if links else None,)
    if isinstance(entry, Learning):
        row += (entry.event,)
    if isinstance(entry, Reminder):
        row += (entry.about.id if entry.about else None,)
    return row


@cache
def _values(kind: str) -> tuple[Callable[[Entry], tuple[Any, ...]], Callable[[Entry], tuple[Any, ...]]]:
    """What reads the fields of PLAIN_COLUMNS, and those of DATE_COLUMNS."""
    dates = DATE_COLUMNS[kind]
    alone = attrgetter(*dates)
    return attrgetter(*PLAIN_COLUMNS[kind]), alone if len(dates) > 1 else lambda entry: (alone(entry),)


def people_of(entry: Entry) -> tuple[Any, ...]:
    if isinstance(entry, Event):
        return entry.participants
    return entry.people if isinstance(entry, Learning) else ()


def networks_of(entry: Entry) -> tuple[str, ...]:
    """The names of the networks the entry speaks of."""
    if isinstance(entry, Contact):
        return tuple([item.name for item in entry.networks])
    name = getattr(entry, "network", "")
    return (name,) if name else ()


def match_key(field: str, value: str) -> str:
    """The form in which two values are the same: addresses and links lower-cased, phones by their digits."""
    if field == "phones":
        return _digits(value)[-9:]
    key = value.strip().lower()
    if field == "links":
        key = key.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return key


_NO_DIGITS = bytes(code for code in range(128) if not chr(code).isdigit())


@lru_cache(maxsize=2048)  # a number is stored, then indexed
def _digits(number: str) -> str:
    if number.isascii():
        return number.encode().translate(None, _NO_DIGITS).decode()
    return "".join(filter(str.isdigit, number))


VALUE_COLUMNS = ("contact_id", "field", "position", "label", "value", "match_key")


def value_rows(contacts: Iterable[tuple[int, Contact]]) -> Iterator[tuple[Any, ...]]:
    """Rows of their e-mails, phones and links, in the order of VALUE_COLUMNS; each contact with its id."""
    for number, contact in contacts:
        for field, values in zip(VALUE_FIELDS, _several(contact), strict=True):
            for position, item in enumerate(values) if values else ():
                yield number, field, position, item.label, item.value, match_key(field, item.value)


_several = attrgetter(*VALUE_FIELDS)


# --- text to be searched ------------------------------------------------------------------------------------------

_OTHER_NAMES_OF: dict[str, str] = {}
for _old, _new in OTHER_NAMES.items():
    _OTHER_NAMES_OF[folded(_new)] = f"{_OTHER_NAMES_OF.get(folded(_new), '')} {_old}".strip()


def search_row(entry_id: int, entry: Entry, people: Iterable[str], about: str) -> tuple[int, str, str, str]:
    """(id, title, body, forms) for the index: every text field, the names of the people, tags and networks."""
    parts: list[str] = []
    if isinstance(entry, Contact):
        parts = _texts_of_contact(entry)
    elif isinstance(entry, Event):
        parts += (entry.place, entry.notes, entry.outcome, entry.link)
    elif isinstance(entry, Learning):
        parts += (entry.body, entry.evidence, entry.link)
    elif isinstance(entry, Network):
        parts += (entry.offers, entry.my_role, entry.dues, entry.notes, entry.website, entry.feed_url)
        parts.append(_OTHER_NAMES_OF.get(folded(entry.name), ""))
    elif isinstance(entry, Reminder):
        parts.append(entry.notes)
    parts += (about, *people)
    if there := people_of(entry):
        # The fixed words for a part in something ("learned_from") are ours, not hers: only her own words are found.
        parts += [person.role for person in there if person.role not in PERSON_ROLES]
    parts += (*networks_of(entry), *entry.tags)
    if entry.attachments:
        parts += [one.name for one in entry.attachments]
    body = "\n".join(filter(None, parts))
    title = entry.heading
    text = f"{title} {body}"
    return entry_id, title, body, f"{other_forms(text)} {joined_forms(text, title)}".strip()


def _texts_of_contact(contact: Contact) -> list[str]:
    texts = [contact.organisation, contact.role, contact.how_met, contact.introduced_by, contact.purpose]
    if contact.full_name:  # else they are the title
        texts += (contact.given_name, contact.family_name)
    for values in _several(contact):
        for item in values:
            texts.append(item.value)
    for membership in contact.networks:
        texts.append(membership.role)
    for phone in contact.phones:
        texts += phone_forms(phone.value)
    texts.append(contact.notes)
    return texts


def phone_forms(number: str) -> tuple[str, ...]:
    """A phone number without spaces, and as one dials it at home: +33 6 12… and 06 12… are one."""
    digits = _digits(number)
    return (digits, home_number(digits)) if number.lstrip().startswith(("+", "00")) else (digits,)


_HYPHENED = re.compile(
    r"[^\W\d_]{1,20}(?:-[^\W\d_]{1,20}){1,3}|[^\W\d_]{3,20}['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]{1,20}"
)
_NAMED = re.compile(r"[^\W\d_]['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]{2,20}")
MOST_JOINED = 200


def joined_forms(text: str, title: str = "") -> str:
    """Words with hyphens also without: "jeannoel" finds Jean-Noël, "email" e-mail, "aujourdhui" aujourd'hui; in a title
    also after a single letter: "obrien" O'Brien."""
    if not _is_marked(text):
        return ""
    # Only the words that have such a mark are searched: they are few, and the search is dear.
    lines = filter(_is_marked, text[:100_000].split("\n"))
    words = " ".join(word for line in lines for word in line.split() if _is_marked(word))
    found = dict.fromkeys((_NAMED.findall(title) if _is_marked(title) else []) + _HYPHENED.findall(words))
    return " ".join("".join(WORD.findall(folded(one))) for one in list(found)[:MOST_JOINED])


def _is_marked(text: str) -> bool:
    return "-" in text or "'" in text or "\N{RIGHT SINGLE QUOTATION MARK}" in text


def other_forms(text: str) -> str:
    """All words in the form in which they are looked for (`folded`), where SQLite's tokenizer would not bring them to
    it: with ligatures or strokes, in other scripts than Latin (it knows no accents there), or beside signs it takes for
    letters. All, in their order: an exact phrase may hold words of both kinds. "" where it does."""
    if text.isascii() or _is_usual(text):
        return ""
    return " ".join(filter(None, map(_forms_of_word, text.split())))


@lru_cache(maxsize=8192)  # word by word, as `folded` goes
def _forms_of_word(word: str) -> str:
    return " ".join(WORD.findall(folded(word)))


def _is_usual(text: str) -> bool:
    """Whether the tokenizer and `folded` are known to agree on every character."""
    latin, pattern = _usual()
    try:
        return not text.encode("latin-1").translate(None, latin)  # most texts are in it, and bytes are quicker
    except UnicodeEncodeError:
        return pattern.fullmatch(text) is not None


@cache
def _usual() -> tuple[bytes, re.Pattern[str]]:
    """The characters on which the tokenizer and `folded` are known to agree: Latin letters with accents, and the
    punctuation of European languages; those of Latin-1, and a pattern of all. Asked for the whole of a text: six times
    quicker than a search for others."""
    usual = [chr(code) for code in range(0x80)]
    for code in (*range(0xA0, 0x250), *range(0x1E00, 0x1F00), *range(0x2010, 0x2028), 0x20AC):
        character, form = chr(code), folded(chr(code))
        base = unicodedata.normalize("NFD", character)[0].lower()
        if character in "\u01e0\u01e1":  # missing from SQLite's table of accents
            continue
        if (form == base and form.isascii()) or not (WORD.search(form) or character.isalnum()):
            usual.append(character)
    latin = "".join(character for character in usual if ord(character) < 0x100).encode("latin-1")
    return latin, re.compile(f"[{re.escape(''.join(usual))}]*+")
