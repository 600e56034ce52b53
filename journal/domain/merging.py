"""One contact out of two: what both say is kept once, what they say differently is hers to choose, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue, Membership, folded
from journal.domain.likeness import link_key, phone_key, same_number

# What a person has one of. `name` stands for the given name, family name and full name together.
CHOICES = ("name", "organisation", "role", "birthday", "met_on", "how_met", "introduced_by", "keep_in_touch_days")
_NAME = ("given_name", "family_name", "full_name")


def value_of(contact: Contact, choice: str) -> Any:
    """What a contact says for one of CHOICES; "" or None where nothing. A name made of an address is none."""
    if choice == "name":
        return contact.full_name or f"{contact.given_name} {contact.family_name}".strip()
    return getattr(contact, choice)


def differing(kept: Contact, other: Contact) -> tuple[str, ...]:
    """The CHOICES for which both say something, and not the same."""
    return tuple(choice for choice in CHOICES if _differ(choice, value_of(kept, choice), value_of(other, choice)))


def _differ(choice: str, one: Any, other: Any) -> bool:
    if not one or not other or one == other:
        return False
    if choice == "birthday":
        return not _fuller_birthday(one, other)
    return not isinstance(one, str) or folded(one) != folded(other)


def _fuller_birthday(one: str, other: str) -> str:
    """The one that says more, where the other is only a part of it (--05-12, 1980-05 and 1980-05-12); else ""."""
    short, long = sorted((one, other), key=len)
    return long if long.startswith(short) or (short.startswith("--") and long.endswith(short[1:])) else ""


def merged(kept: Contact, other: Contact, theirs: Collection[str] = ()) -> tuple[Contact, dict[str, Any]]:
    """(`kept` with all that `other` adds, what was not taken of either by its choice). For the CHOICES in `theirs` the
    other's value is taken; else the kept one's, where it has one. The notes do not hold what was not taken yet."""
    fields: dict[str, Any] = {}
    refused: dict[str, Any] = {}
    unlike = differing(kept, other)
    for choice in CHOICES:
        mine, others = value_of(kept, choice), value_of(other, choice)
        take = bool(others) and (not mine or (choice in unlike and choice in theirs))
        if choice == "birthday" and mine and others and choice not in unlike:
            take = _fuller_birthday(mine, others) == others
        if take:
            fields |= {name: getattr(other, name) for name in (_NAME if choice == "name" else (choice,))}
        if choice in unlike:
            refused[choice] = mine if take else others
    fields |= {
        "emails": _once(kept.emails, other.emails, lambda one, two: folded(one) == folded(two)),
        "phones": _once(kept.phones, other.phones, _one_number),
        "links": _once(kept.links, other.links, _one_page),
        "networks": _memberships(kept.networks + other.networks),
        "tags": tuple({folded(tag): tag for tag in (*other.tags, *kept.tags)}.values()),
        "attachments": tuple(dict.fromkeys((*kept.attachments, *other.attachments))),
        "notes": notes_of(kept.notes, other.notes),
        "purpose": kept.purpose or other.purpose,
        "confirmed_on": max((one.confirmed_on for one in (kept, other) if one.confirmed_on), default=None),
        "keep_in_touch_off": (kept.keep_in_touch_off or other.keep_in_touch_off)
        and not fields.get("keep_in_touch_days", kept.keep_in_touch_days),
        "keep_in_touch_paused_until": max(
            (one.keep_in_touch_paused_until for one in (kept, other) if one.keep_in_touch_paused_until), default=None
        ),
        "favourite": kept.favourite or other.favourite,
        "archived": kept.archived and other.archived,
        "confidential": kept.confidential or other.confidential,
    }
    return replace(kept, **fields), refused


def notes_of(*parts: str) -> str:
    """The parts one below the other, each once."""
    whole = ""
    for part in parts:
        if part.strip() and part.strip() not in whole:
            whole = f"{whole}\n\n{part}" if whole else part
    return whole


def _once(
    mine: Iterable[LabelledValue], theirs: Iterable[LabelledValue], same: Callable[[str, str], bool]
) -> tuple[LabelledValue, ...]:
    found: list[LabelledValue] = []
    for value in (*mine, *theirs):
        place = next((n for n, known in enumerate(found) if same(known.value, value.value)), None)
        if place is None:
            found.append(value)
            continue
        known = found[place]
        longer = value.value if phone_key(value.value).startswith("+") > known.value.startswith("+") else known.value
        found[place] = LabelledValue(longer, known.label or value.label)
    return tuple(found)


def _one_number(one: str, other: str) -> bool:
    first, second = phone_key(one), phone_key(other)
    return same_number(first, second) if first and second else one == other


def _one_page(one: str, other: str) -> bool:
    first, second = link_key(one), link_key(other)
    return first == second if first and second else one.rstrip("/") == other.rstrip("/")


def _memberships(all_of_both: Iterable[Membership]) -> tuple[Membership, ...]:
    found: dict[str, Membership] = {}
    for one in all_of_both:
        known = found.get(folded(one.name))
        found[folded(one.name)] = replace(known, role=known.role or one.role) if known else one
    return tuple(found.values())
