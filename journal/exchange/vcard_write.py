"""vCard 4.0 (RFC 6350) and 3.0 (RFC 2426) out: everything a contact of the journal holds, so that reading it back loses
nothing. What no vCard has a property for goes out as X-NETWORKING-JOURNAL-*, which other programs keep or ignore."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue, one_line
from journal.exchange.card_draft import OWN
from journal.exchange.content_lines import escaped, folded_line

_TYPES = {
    "EMAIL": {"work": "work", "home": "home"},
    "URL": {"work": "work", "home": "home"},
    "TEL": {"work": "work", "home": "home", "mobile": "cell", "fax": "fax", "pager": "pager", "work fax": "work,fax"}
    | {"home fax": "home,fax"},
}


def write(contacts: Iterable[Contact], version: str = "4.0") -> Iterator[str]:
    """One card each, lines ended by CRLF, to be encoded in UTF-8. `version` is "4.0" or "3.0"."""
    if version not in ("3.0", "4.0"):
        raise ValueError(version)
    for contact in contacts:
        yield "".join(folded_line(line) for line in _lines(contact, version))


def _lines(contact: Contact, version: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield "PRODID:-//Networking Journal//Networking Journal//EN"  # before all else: readers of ours rely on it
    if contact.uid:
        yield f"UID:{escaped(contact.uid)}"
    yield f"N:{escaped(contact.family_name)};{escaped(contact.given_name)};;;"
    yield f"FN:{escaped(contact.name)}"
    for name, value in (("ORG", contact.organisation), ("TITLE", contact.role)):
        if value:
            yield f"{name}:{escaped(value)}"
    group = 0
    for name, values in (("EMAIL", contact.emails), ("TEL", contact.phones), ("URL", contact.links)):
        for item in values:
            group += 1
            yield from _labelled(name, item, group)
    yield from _birthday(contact.birthday, version)
    if contact.tags:
        yield "CATEGORIES:" + ",".join(escaped(tag) for tag in contact.tags)
    if contact.notes:
        yield f"NOTE:{escaped(contact.notes)}"
    if version == "3.0" and contact.confidential:
        yield "CLASS:CONFIDENTIAL"
    yield from _of_our_own(contact)
    if contact.updated_at is not None:
        stamp = contact.updated_at.replace(tzinfo=None, microsecond=0).isoformat()
        yield "REV:" + (stamp if version == "3.0" else stamp.replace("-", "").replace(":", ""))
    yield "END:VCARD"


def _labelled(name: str, item: LabelledValue, group: int) -> Iterator[str]:
    """A standard label as TYPE; any other as X-ABLabel, which Apple, Google and we ourselves read."""
    # A URL is no text: only a backslash, which none can hold, must not be taken for an escape.
    value = one_line(item.value).replace("\\", "\\\\") if name == "URL" else escaped(item.value)
    types = _TYPES[name].get(item.label)
    if types:
        # One TYPE per word: understood alike in 3.0 and 4.0.
        yield name + "".join(f";TYPE={word}" for word in types.split(",")) + f":{value}"
    elif item.label:
        yield f"item{group}.{name}:{value}"
        yield f"item{group}.X-ABLabel:{escaped(item.label)}"
    else:
        yield f"{name}:{value}"


def _birthday(birthday: str, version: str) -> Iterator[str]:
    if not birthday:
        return
    if version == "4.0":
        yield "BDAY:" + (birthday if len(birthday) == 7 and birthday[0] != "-" else _basic(birthday))
    elif birthday.startswith("--"):
        yield f"BDAY;X-APPLE-OMIT-YEAR=1604:1604{birthday[1:]}"
    elif len(birthday) == 10:
        yield f"BDAY:{birthday}"
    else:  # a month of a year: 3.0 has no way to say it
        yield f"{OWN}BIRTHDAY:{birthday}"


def _basic(day: str) -> str:
    return "--" + day[2:].replace("-", "") if day.startswith("--") else day.replace("-", "")


def _of_our_own(contact: Contact) -> Iterator[str]:
    texts = (
        ("FULL-NAME", contact.full_name),
        ("MET-ON", contact.met_on.isoformat() if contact.met_on else ""),
        ("HOW-MET", contact.how_met),
        ("INTRODUCED-BY", contact.introduced_by),
        ("PURPOSE", contact.purpose),
        ("CONFIRMED-ON", contact.confirmed_on.isoformat() if contact.confirmed_on else ""),
        ("KEEP-IN-TOUCH-DAYS", str(contact.keep_in_touch_days or "")),
        ("KEEP-IN-TOUCH-OFF", "TRUE" if contact.keep_in_touch_off else ""),
        ("KEEP-IN-TOUCH-PAUSED-UNTIL", paused.isoformat() if (paused := contact.keep_in_touch_paused_until) else ""),
        ("FAVOURITE", "TRUE" if contact.favourite else ""),
        ("ARCHIVED", "TRUE" if contact.archived else ""),
        ("CONFIDENTIAL", "TRUE" if contact.confidential else ""),
        ("SOURCE", contact.source),
        ("CREATED", contact.created_at.isoformat() if contact.created_at else ""),
    )
    for key, value in texts:
        if value:
            yield f"{OWN}{key}:{escaped(value)}"
    for membership in contact.networks:
        yield f"{OWN}NETWORK:{escaped(membership.name)};{escaped(membership.role)}"
