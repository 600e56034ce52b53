"""The fields of a calendar's component, as an entry wants them: title, notes, tags, people, link, dates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from journal.domain.entry import LONGEST_LINE, MOST_VALUES, Person, is_email
from journal.exchange.calendar_lines import Component
from journal.exchange.calendar_moments import Moment, Zones
from journal.exchange.calendar_text import join_link, listed, parameters_of, plain, text_of, unescaped, web_address

_NOBODY = re.compile(
    r"(?:no-?reply|do-?not-?reply|unknownorganizer)[^@]*@|nomail$|@(?:group|resource|import)\.calendar\.google\.com$",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"@(?:group|import)\.calendar\.google\.com$", re.IGNORECASE)
_NOTES_NAME = re.compile(r"(?:CN=)?[^/@]+(?:/(?:OU=|O=|C=)?[^/@]+)+")  # Lotus Notes: Claire Dupont/Paris/Acme
_WITH_DEPARTMENT = re.compile(r"(\S+ [^()]*[^() ]) *\(([^()]{1,100})\)")  # Exchange: DUPOND Marie (DRH)
_MAILTO = re.compile("(?:mailto:)+", re.IGNORECASE)
_JOIN_PROPERTIES = (
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-GOOGLE-CONFERENCE",
)


class Unreadable(Exception):
    """Why a component cannot become an entry."""

    def __init__(self, reason: str, **details: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details


def text_in(component: Component, name: str) -> str:
    """The text of a property, "" where there is none."""
    found = component.values.get(name)
    return text_of(found[0]) if found else ""


def date_in(component: Component, zones: Zones, name: str) -> Moment | None:
    """What a date property says, None where it is absent or empty."""
    found = component.values.get(name)
    if not found or not found[0][1].strip():
        return None
    try:
        return zones.moment(found[0])
    except (ValueError, OverflowError) as problem:
        raise Unreadable("bad_date", value=found[0][1].strip()[:40]) from problem


class Notes:
    """The notes of an entry: its description, then what found no place elsewhere."""

    def __init__(self, component: Component) -> None:
        text = plain(text_in(component, "DESCRIPTION"))
        html = component.values.get("X-ALT-DESC")
        if not text.strip() and html:
            text = plain(text_of(html[0]))
        self.text = text.strip()
        self.more: list[str] = []

    def fitting(self, value: str) -> str:
        """`value` as it fits on one line; the whole of it is told below where it does not."""
        if len(value) <= LONGEST_LINE:
            return value
        self.more.append(value)
        return value[: LONGEST_LINE - 1].rstrip() + "…"

    def whole(self) -> str:
        return "\n\n".join(part for part in (self.text, "\n".join(self.more)) if part)


def _title(component: Component, notes: Notes) -> str:
    """The summary; without one the first line of the description, else the place."""
    for text in (text_in(component, "SUMMARY"), notes.text, text_in(component, "LOCATION")):
        line = next((line.strip() for line in text.splitlines() if line.strip()), "")
        if line:
            # A summary of several lines stays whole on one.
            return notes.fitting(" ".join(text.split()) if text is not notes.text else line)
    raise Unreadable("untitled")


def shared_fields(component: Component, notes: Notes, source: str) -> dict[str, Any]:
    """What all three kinds have: title, tags, confidentiality, source."""
    tags: list[str] = []
    for parameters, value in component.values.get("CATEGORIES", ()):
        value = text_of((parameters, value)) if "QUOTED-PRINTABLE" in parameters.upper() else value
        # vCalendar 1.0 parts them by a semicolon, which iCalendar would escape.
        tags.extend(tag.strip() for tag in listed(re.sub(r"(?<!\\);", ",", value)))
    fitting = [tag for tag in tags if len(tag) <= 100 and not tag.startswith(("http://", "https://"))]
    notes.more.extend(tag for tag in tags if len(tag) > 100)
    return {
        "title": _title(component, notes),
        "tags": tuple(fitting[:MOST_VALUES]),
        "confidential": component.first("CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL"),
        "source": source,
    }


def people_of(component: Component, notes: Notes) -> tuple[tuple[Person, ...], str]:
    """(the people, organiser first; the room that was invited). A person without a name goes by the address."""
    found: list[tuple[str, str, str]] = []  # name, address, role
    room = ""
    for property_name, role in (("ORGANIZER", "organiser"), ("ATTENDEE", "")):
        for raw, value in component.values.get(property_name, ()):
            name, address, department, is_room = _invited(raw, value)
            if is_room:
                room = room or name or address
            elif name or address:
                found.append((name, address, role or department))
    names = {address: name for name, address, _ in found if name}
    people = [
        Person(name=(name or names.get(address, address))[:LONGEST_LINE], role=role) for name, address, role in found
    ]
    if len(people) > MOST_VALUES:
        notes.more.append(", ".join(person.name for person in people[MOST_VALUES:]))
    return tuple(people[:MOST_VALUES]), room


def addresses_of(component: Component) -> tuple[tuple[str, str], ...]:
    """(name, e-mail address) of each of the people whose both are told."""
    found: dict[str, str] = {}
    for property_name in ("ORGANIZER", "ATTENDEE"):
        for raw, value in component.values.get(property_name, ()):
            name, address, _, is_room = _invited(raw, value)
            if name and not is_room and name != address and is_email(address):
                found.setdefault(name, address)
    return tuple(found.items())


@lru_cache(maxsize=2048)  # the same few people stand in hundreds of events
def _invited(raw: str, value: str) -> tuple[str, str, str, bool]:
    """(name, e-mail address, department, whether it is a room) of an ATTENDEE or ORGANIZER; "" where not given, or
    nobody's."""
    parameters = parameters_of(raw)
    name = _MAILTO.sub("", unescaped(parameters.get("CN", "")).strip(" '\""))
    address = value.strip()
    if address.endswith(">") and "<" in address:  # vCalendar 1.0: Name <address>
        before, _, address = address[:-1].partition("<")
        name = name or before.strip(" \"'")
    address = _MAILTO.sub("", address).strip()
    if not address or ":" in address:  # a web page, "invalid:nomail"
        address = parameters.get("EMAIL", "").strip()
    if _NOBODY.search(address):
        # A shared calendar bears its own name as if it were somebody's.
        name, address = "" if _CALENDAR.search(address) else name, ""
    if _NOTES_NAME.fullmatch(name):
        name = name.removeprefix("CN=").partition("/")[0].strip()
    with_department = _WITH_DEPARTMENT.fullmatch(name)
    department = with_department[2].strip() if with_department else ""
    name = with_department[1] if with_department else name
    return name, address, department, parameters.get("CUTYPE", "").upper() in ("ROOM", "RESOURCE")


def link_of(component: Component, notes: Notes, place: str) -> str:
    """The event's own page, else where to join it."""
    said = component.first("URL").strip()
    link = web_address(unescaped(said))
    if said and not link:
        notes.more.append(f"URL:{said[:2000]}")
    for name in _JOIN_PROPERTIES:
        link = link or web_address(component.first(name))
    link = link or _conference(component, notes) or join_link(place, notes.text) or web_address(place)
    if not link and "X-ALT-DESC" in component.values:
        link = join_link(text_in(component, "X-ALT-DESC"))
    if len(link) > LONGEST_LINE:
        notes.more.append(link)
        return ""
    return link


def _conference(component: Component, notes: Notes) -> str:
    """RFC 7986 5.11: the web address, one with video first; numbers to dial go to the notes."""
    addresses: list[tuple[bool, str]] = []
    for raw, value in component.values.get("CONFERENCE", ()):
        parameters = parameters_of(raw)
        if web_address(value):
            addresses.append(("VIDEO" not in parameters.get("FEATURE", "").upper(), web_address(value)))
        elif value.strip():
            notes.more.append(f"{parameters.get('LABEL', 'CONFERENCE')}: {value.strip()}")
    return min(addresses)[1] if addresses else ""
