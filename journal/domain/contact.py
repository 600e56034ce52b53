"""A contact: a person of her network."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, ClassVar, Self

from journal.domain.entry import (
    DERIVED,
    LINES,
    Entry,
    LabelledValue,
    Membership,
    clean_role,
    clean_values,
    folded,
    is_email,
    is_partial_date,
    one_line,
    within_years,
)
from journal.domain.errors import InvalidEntry
from journal.domain.keep_in_touch import check_rhythm, months_later

REVIEW_AFTER = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Entry):
    """`full_name` is set only where the parts cannot give it (a card with a single name, a LinkedIn slug)."""

    kind: ClassVar[str] = "contact"
    json_keys: ClassVar[tuple[str, ...]] = (
        *("id", "uid", "kind", "given_name", "family_name", "name", "organisation", "role", "emails", "phones"),
        *("links", "birthday", "met_on", "how_met", "introduced_by", "networks", "tags", "notes"),
        *("keep_in_touch_days", "last_exchange", "next_exchange_due", "favourite", "archived", "confidential"),
        *("source", "created_at", "updated_at"),
    )

    given_name: str = ""
    family_name: str = ""
    full_name: str = ""
    organisation: str = ""
    role: str = ""
    emails: tuple[LabelledValue, ...] = ()
    phones: tuple[LabelledValue, ...] = ()
    links: tuple[LabelledValue, ...] = ()
    birthday: str = ""  # YYYY-MM-DD; --MM-DD without its year, YYYY-MM without its day
    met_on: date | None = None
    how_met: str = ""
    introduced_by: str = ""
    purpose: str = ""  # what this person's data are kept for, in her words
    confirmed_on: date | None = None  # when she last said that they are still right
    networks: tuple[Membership, ...] = ()
    notes: str = field(default="", metadata=LINES)
    keep_in_touch_days: int | None = None  # her own choice for this person, before what tags and networks say
    keep_in_touch_off: bool = False  # no rhythm for this person, whatever tags and networks say
    keep_in_touch_paused_until: date | None = None
    rhythm_days: int | None = field(default=None, metadata=DERIVED)  # the one that holds
    rhythm_from: str = field(default="", metadata=DERIVED)  # the tag (with its #) or network it comes from
    last_exchange: date | None = field(default=None, metadata=DERIVED)
    next_exchange_due: date | None = field(default=None, metadata=DERIVED)
    favourite: bool = False
    archived: bool = False

    @property
    def name(self) -> str:
        """The name shown: given, else "Given Family", else the organisation, e-mail or phone."""
        parts = f"{self.given_name} {self.family_name}".strip()
        if self.full_name or parts:
            return self.full_name or parts
        spare = (self.organisation, *(v.value for v in (*self.emails, *self.phones)))
        return next((value for value in spare if value), "")

    @property
    def heading(self) -> str:
        return self.name

    def wants_review(self, today: date) -> bool:
        """Whether for a year nobody has said that what is noted is still right."""
        since = self.confirmed_on or (self.created_at.date() if self.created_at else today)
        return not self.archived and since < review_before(today)

    def checked(self) -> Self:
        entry = Entry.checked(self)
        clean = {
            "emails": clean_values(entry.emails, "emails"),
            "phones": clean_values(entry.phones, "phones"),
            "links": clean_values(entry.links, "links"),
            "networks": clean_memberships(entry.networks),
        }
        changed: dict[str, Any] = {name: value for name, value in clean.items() if value != getattr(entry, name)}
        if entry.full_name and entry.full_name == f"{entry.given_name} {entry.family_name}".strip():
            changed["full_name"] = ""
        if changed:  # a copy costs as much as the checks: bringing in an address book makes ten thousand
            entry = replace(entry, **changed)
        for email in entry.emails:
            if not is_email(email.value):
                raise InvalidEntry("not_an_email", "emails", value=email.value[:80])
        if entry.birthday and not (is_partial_date(entry.birthday) and len(entry.birthday) >= 7):
            raise InvalidEntry("not_a_date", "birthday", value=entry.birthday[:40])
        within_years(entry.met_on, "met_on")
        check_rhythm(entry.keep_in_touch_days)
        within_years(entry.confirmed_on, "confirmed_on")
        within_years(entry.keep_in_touch_paused_until, "keep_in_touch_paused_until")
        if not entry.name:
            raise InvalidEntry("contact_needs_a_name", "name")
        return entry


def review_before(today: date) -> date:
    """Who was noted or last looked through before this day waits to be looked through."""
    return today - REVIEW_AFTER


def review_again(today: date) -> date:
    """When Today speaks of it again, once she put it off: as the next month begins."""
    return months_later(today.replace(day=1), 1)


def clean_memberships(memberships: tuple[Membership, ...]) -> tuple[Membership, ...]:
    """Each network once, empty names dropped."""
    seen: dict[str, Membership] = {}
    for item in memberships:
        name = one_line(item.name)
        if len(name) > 200:
            raise InvalidEntry("too_long", "networks", count=len(name), most=200)
        if name:
            seen.setdefault(folded(name), Membership(name, clean_role(item.role, "networks")))
    return tuple(seen.values())


def split_name(name: str) -> tuple[str, str]:
    """("Given", "Family") of a name as typed: "Claire Dupont", "DUPONT Claire", "Dupont, Claire", "Jean de la Tour"."""
    name = one_line(name)
    if "," in name:
        family, _, given = name.partition(",")
        return given.strip(), family.strip()
    words = name.split(" ")
    if len(words) == 1:
        return name, ""
    # "C. Dupont" and "J.-P. Martin" begin with initials.
    shouted = [word for word in words if len(word) > 1 and word.isupper() and "." not in word]
    if shouted and len(shouted) < len(words):
        return " ".join(word for word in words if word not in shouted), " ".join(shouted).title()
    return words[0], " ".join(words[1:])
