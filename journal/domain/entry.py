"""What every entry of a journal has in common, and how a field is declared once for every use.

Entries are frozen dataclasses: the same class is the draft an importer or a person proposes (`id` 0), and the view a
screen or the command line shows. They import nothing heavy, so that a list can be on screen before SQLModel is loaded;
the SQLModel tables are in `journal.store.tables`, and a test holds the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, ClassVar, Self, TypeVar, cast, get_type_hints

from journal.domain.errors import InvalidEntry

KINDS = ("contact", "event", "learning", "reminder", "network")

LONGEST_LINE = 500  # characters of a name, title, place… on one line
LONGEST_TEXT = 1_000_000  # characters of notes or a learning's text
LARGEST_ATTACHMENT = 20 * 2**20  # bytes of one file kept with an entry
MOST_VALUES = 500  # e-mails, participants, tags… of one entry


# Metadata of a field: a text of several lines, kept with its line breaks; a value worked out from other entries when
# read, never stored and never taken from a draft.
LINES = {"lines": True}
DERIVED = {"derived": True}


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """One of several e-mails, phones or links: `label` is free ("work", "mobile"), `value` as she knows it."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A contact taking part in an event or a learning. `id` 0: to be found by name, or made."""

    id: int = 0
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A contact's belonging to a network, which is named, not numbered."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """The entry a reminder is about."""

    kind: str
    id: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept with an entry, inside the journal. `digest` is the SHA-256 of its bytes (hexadecimal), under which
    the journal keeps them once, however many entries have them; `size` in bytes."""

    name: str
    digest: str
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Shared by the five kinds. Texts are "" where empty; dates are local, without offset."""

    kind: ClassVar[str] = ""
    json_keys: ClassVar[tuple[str, ...]] = ()

    id: int = 0
    uid: str = ""
    tags: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    confidential: bool = False
    source: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def heading(self) -> str:
        """The one line that names the entry everywhere."""
        raise NotImplementedError

    def checked(self) -> Self:
        """A cleaned copy; raises InvalidEntry for the first field that cannot stand."""
        return _cleaned(self)


EntryT = TypeVar("EntryT", bound=Entry)


def editable_fields(kind_class: type[Entry]) -> tuple[str, ...]:
    """The names of the fields a person, an importer or an undo may set."""
    return _editable_fields(cast(type, kind_class))


@cache
def _editable_fields(kind_class: type) -> tuple[str, ...]:
    bookkeeping = {"id", "uid", "created_at", "updated_at", "deleted_at"}
    return tuple(f.name for f in fields(kind_class) if f.name not in bookkeeping and not f.metadata.get("derived"))


@cache
def field_types(kind_class: type) -> dict[str, Any]:
    """Field name -> its resolved type, for readers of JSON, of options and of rows."""
    return {name: kind for name, kind in get_type_hints(kind_class).items() if name not in ("kind", "json_keys")}


# --- text ---------------------------------------------------------------------------------------------------------

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


def one_line(value: str) -> str:
    """`value` on one line: control characters gone, white space folded, in NFC (as every search expects)."""
    if value.isascii() and value.isprintable() and "  " not in value:
        return value.strip()
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", _UNWANTED.sub("", value.replace("\x0b", " ")))).strip()


def several_lines(value: str) -> str:
    """`value` with its line breaks (a vertical tab is Word's) as \\n, without control characters, in NFC."""
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    if value.isascii() and not _UNWANTED.search(value):
        return value.rstrip()
    return unicodedata.normalize("NFC", _UNWANTED.sub("", value)).rstrip()


_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{HYPHEN}": "-"}
)


def folded(value: str) -> str:
    """`value` as it is compared and sorted: no case, no accents, no ligatures, blanks folded."""
    if value.isascii():
        return " ".join(value.lower().split())
    # Word by word, as nothing here reaches over a blank: the same words come again and again in an address book.
    return " ".join(" ".join(map(_folded_word, value.split())).split())


@lru_cache(maxsize=8192)
def _folded_word(word: str) -> str:
    lowered = word.casefold()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered.translate(_LIGATURES))
    # Once more without case: decomposing makes capitals of signs such as ™ and №.
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LIGATURES)


# --- checks -------------------------------------------------------------------------------------------------------


@cache
def _plan(kind_class: type) -> tuple[tuple[str, str], ...]:
    """(field, how it is cleaned) for each editable field that holds text or several values."""
    types = field_types(kind_class)
    plan: list[tuple[str, str]] = []
    for item in fields(kind_class):
        if item.metadata.get("derived"):
            continue
        if types[item.name] is str:
            plan.append((item.name, "lines" if item.metadata.get("lines") else "line"))
        elif str(types[item.name]).startswith("tuple["):
            plan.append((item.name, "several"))
    return tuple(plan)


def _cleaned(entry: EntryT) -> EntryT:
    changed: dict[str, Any] = {}
    for name, how in _plan(cast(type, type(entry))):
        value = getattr(entry, name)
        if not value:
            continue
        if how == "several":
            if len(value) > MOST_VALUES:
                raise InvalidEntry("too_many_values", name, count=len(value), most=MOST_VALUES)
            continue
        clean = several_lines(value) if how == "lines" else one_line(value)
        longest = LONGEST_TEXT if how == "lines" else LONGEST_LINE
        if len(clean) > longest:
            raise InvalidEntry("too_long", name, count=len(clean), most=longest)
        if clean != value:
            changed[name] = clean
    if entry.tags:
        tags = clean_tags(entry.tags)
        if tags != entry.tags:
            changed["tags"] = tags
    if entry.attachments:
        changed["attachments"] = clean_attachments(entry.attachments)
    return replace(entry, **changed) if changed else entry


def clean_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Each tag once (compared without case and accents), in the order given, without a leading #."""
    seen: dict[str, str] = {}
    for tag in tags:
        clean = one_line(tag).lstrip("#").strip()
        if len(clean) > 100:
            raise InvalidEntry("too_long", "tags", count=len(clean), most=100)
        if clean:
            seen.setdefault(folded(clean), clean)
    return tuple(seen.values())


_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_NO_NAME = re.compile(r'[/\\:*?"<>|]')  # on one system or another


def clean_attachments(attachments: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
    """Each with a name that every system takes for a file's, no two of one name: the later says (2)."""
    seen: dict[str, Attachment] = {}
    for one in attachments:
        if not _DIGEST.fullmatch(one.digest):
            raise InvalidEntry("not_a_value", "attachments", value=one.digest[:60])
        name = _NO_NAME.sub("_", one_line(one.name)).strip(". ") or one.digest[:8]
        stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
        stem, ending = stem[:150], ending[:20]
        name, number = f"{stem}{dot}{ending}", 2
        while (known := seen.get(folded(name))) is not None and known.digest != one.digest:
            name, number = f"{stem} ({number}){dot}{ending}", number + 1
        seen.setdefault(folded(name), Attachment(name, one.digest, one.size))
    return tuple(seen.values())


def one_of(value: str, allowed: tuple[str, ...], field_name: str) -> None:
    if value not in allowed:
        raise InvalidEntry("not_one_of", field_name, value=value[:60], allowed=", ".join(a for a in allowed if a))


def within_years(value: date | datetime | None, field_name: str) -> None:
    """Refuses dates outside 1800-2200: always a slip of the keyboard, and far dates break calendars."""
    if value is not None and not 1800 <= value.year <= 2200:
        raise InvalidEntry("year_out_of_range", field_name, value=str(value.year))


def hours_in_range(value: float | None, field_name: str) -> None:
    if value is not None and not 0 <= value <= 10_000:
        raise InvalidEntry("hours_out_of_range", field_name, value=value)


_EMAIL = re.compile(r"[^@\s<>,:;\"]+@[^@\s<>,:;\".]+(\.[^@\s<>,:;\".]+)+")


def is_email(value: str) -> bool:
    """Whether `value` can be an address one writes to (no look-up is made)."""
    return len(value) <= 320 and _EMAIL.fullmatch(value) is not None


_PARTIAL_DATE = re.compile(r"(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})-(\d{2}))", re.ASCII)


def is_partial_date(value: str) -> bool:
    """Whether `value` is YYYY, YYYY-MM, YYYY-MM-DD or, the year unknown, --MM-DD (RFC 6350 4.3.1)."""
    match = _PARTIAL_DATE.fullmatch(value)
    if not match:
        return False
    year, month, day = int(match[1] or 2000), int(match[2] or match[4] or 1), int(match[3] or match[5] or 1)
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1800 <= year <= 2200


def clean_values(values: tuple[LabelledValue, ...], field_name: str) -> tuple[LabelledValue, ...]:
    """Each value once, on one line, empty ones dropped."""
    seen: dict[str, LabelledValue] = {}
    for item in values:
        value, label = one_line(item.value), one_line(item.label)
        if len(value) > 2000 or len(label) > 100:
            raise InvalidEntry("too_long", field_name, count=max(len(value), len(label)), most=2000)
        if value:
            seen.setdefault(value.casefold(), LabelledValue(value, label))
    return tuple(seen.values())


def clean_role(value: str, field_name: str) -> str:
    """What somebody is in an event, a learning or a network, on one line."""
    role = one_line(value)
    if len(role) > LONGEST_LINE:
        raise InvalidEntry("too_long", field_name, count=len(role), most=LONGEST_LINE)
    return role


def clean_people(people: tuple[Person, ...], field_name: str) -> tuple[Person, ...]:
    """Each person once; those with neither id nor name dropped."""
    seen: dict[object, Person] = {}
    for person in people:
        name = one_line(person.name)
        if len(name) > LONGEST_LINE:
            raise InvalidEntry("too_long", field_name, count=len(name), most=LONGEST_LINE)
        if person.id or name:
            seen.setdefault(person.id or folded(name), Person(person.id, name, clean_role(person.role, field_name)))
    return tuple(seen.values())
