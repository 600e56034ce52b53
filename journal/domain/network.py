"""A network: a place where assistants meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Self

from journal.domain.entry import DERIVED, LINES, Entry, folded, is_partial_date, one_of, within_years
from journal.domain.errors import InvalidEntry
from journal.domain.keep_in_touch import check_rhythm

TYPES = ("association", "company", "social", "blog", "other")

# The seven offered ready-made, by the key of their card in resources/networks; the facts are there.
READY_MADE = ("ffmas", "ima", "viva_engage", "sharepoint", "linkedin", "facebook", "blogs")

# Other names the ready-made ones go by, folded: people still say Yammer and EUMA.
OTHER_NAMES = {
    "euma": "IMA",
    "european management assistants": "IMA",
    "international management assistants": "IMA",
    "yammer": "Viva Engage",
    "federation francaise des metiers de l'assistanat et du secretariat": "FFMAS",
}


# What the networks named in what she brings in are.
_TYPES = {
    **dict.fromkeys(("ffmas", "ima"), "association"),
    **dict.fromkeys(("viva engage", "sharepoint"), "company"),
    **dict.fromkeys(("linkedin", "facebook"), "social"),
}


def known_type(name: str) -> str:
    """What kind of network that is, where it is one of the ready-made."""
    return _TYPES.get(folded(known_name(name)), "other")


def known_name(name: str) -> str:
    """`name`, or the name under which that network stands today."""
    return OTHER_NAMES.get(folded(name), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network(Entry):
    """Her own membership stands here; a contact's stands on the contact. `member_since` may be a year alone."""

    kind: ClassVar[str] = "network"
    json_keys: ClassVar[tuple[str, ...]] = (
        *("id", "uid", "kind", "name", "type", "website", "offers", "my_role", "member_since", "dues", "renews_on"),
        *("feed_url", "people_count", "events_this_year", "learnings_this_year", "notes", "tags", "created_at"),
        "updated_at",
    )

    name: str = ""
    type: str = "other"
    website: str = ""
    offers: str = field(default="", metadata=LINES)
    my_role: str = ""
    member_since: str = ""
    dues: str = ""
    renews_on: date | None = None
    feed_url: str = ""
    keep_in_touch_days: int | None = None  # with everybody there who has no rhythm of their own or by a tag
    people_count: int = field(default=0, metadata=DERIVED)
    events_this_year: int = field(default=0, metadata=DERIVED)
    learnings_this_year: int = field(default=0, metadata=DERIVED)
    notes: str = field(default="", metadata=LINES)

    @property
    def heading(self) -> str:
        return self.name

    def checked(self) -> Self:
        entry = Entry.checked(self)
        if not entry.name:
            raise InvalidEntry("needs_a_name", "name")
        one_of(entry.type, TYPES, "type")
        within_years(entry.renews_on, "renews_on")
        check_rhythm(entry.keep_in_touch_days)
        if entry.member_since and (entry.member_since.startswith("--") or not is_partial_date(entry.member_since)):
            raise InvalidEntry("not_a_date", "member_since", value=entry.member_since[:40])
        return entry
