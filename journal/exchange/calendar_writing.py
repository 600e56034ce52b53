"""Events, reminders and learnings as an iCalendar file that any calendar program opens and this journal reads back.

Times: floating where an entry has no zone (wherever she is), UTC where it has one. What iCalendar has no word for goes
into one property of ours, X-JOURNAL, as JSON; what it has words for is read from those, so that a change made in
another program is not lost. People are ATTENDEEs without an address, never an ORGANIZER: a calendar must not take the
file for an invitation and write to them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

from journal.domain.entry import Entry, Person, field_types
from journal.domain.event import Event
from journal.domain.kinds import CLASS_OF, default_of, field_value, json_value
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.exchange.time_zones import iana, zone_info

PRODUCT = "-//Networking Journal//EN"

# What each kind keeps in X-JOURNAL: the fields no standard property holds. An About or an event's number means nothing
# in another journal.
_OURS: dict[type[Entry], tuple[str, ...]] = {
    Event: ("type", "timezone", "network", "hours", "status", "outcome", "help", "source"),
    Reminder: ("due_at", "series_from", "snoozed_until", "done_at", "source"),
    Learning: ("type", "hours", "network", "state", "evidence", "source"),
}
_TEXT = {"event": "notes", "reminder": "notes", "learning": "body"}
_PEOPLE = {"event": "participants", "learning": "people"}
_STATUS = {"maybe": "TENTATIVE", "cancelled": "CANCELLED"}
_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_HOUR = timedelta(hours=1)  # what a clock skips in spring


def write(entries: Iterable[Entry], *, reminders_as_events: bool = False) -> bytes:
    """The calendar; contacts and networks, which are no part of one, are passed over.

    A reminder is a VTODO with an alarm; with `reminders_as_events` a quarter of an hour in the calendar with an alarm,
    for Outlook and Google, which drop tasks.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for entry in entries:
        if isinstance(entry, Event):
            lines.extend(_event(entry))
        elif isinstance(entry, Reminder):
            lines.extend(_reminder(entry, reminders_as_events))
        elif isinstance(entry, Learning):
            lines.extend(_learning(entry))
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 bytes, never cut inside a character (RFC 5545 3.1)."""
    raw = line.encode("utf-8", "replace")
    if len(raw) <= 75:
        return raw + b"\r\n"
    pieces, at, room = [], 0, 75
    while at < len(raw):
        end = min(at + room, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[at:end])
        at, room = end, 74
    return b"\r\n ".join(pieces) + b"\r\n"


def escaped(text: str) -> str:
    """RFC 5545 3.3.11."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n")


def _parameter(value: str) -> str:
    """A quoted parameter value (RFC 6868)."""
    return '"' + value.replace("^", "^^").replace("\n", "^n").replace('"', "^'") + '"'


def _stamp(moment: datetime | None) -> str:
    """A local wall time of bookkeeping in UTC."""
    try:
        return (moment or datetime(2000, 1, 1)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    except (OSError, OverflowError):
        return "20000101T000000Z"


def _wall(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}".rjust(15, "0")


def _day(day: date) -> str:
    return f"{day:%Y%m%d}".rjust(8, "0")


def _utc(moment: datetime, zone: str) -> datetime:
    return moment.replace(tzinfo=zone_info(zone)).astimezone(UTC)


# --- components ----------------------------------------------------------------------------------------------------


def _shared(entry: Entry, title: str, text: str, ours: dict[str, Any]) -> Iterator[str]:
    """The lines every component has."""
    content = json.dumps([entry.kind, title, text, ours], sort_keys=True, default=str).encode()
    yield f"UID:{entry.uid or hashlib.sha256(content).hexdigest()[:32]}"
    changed = _stamp(entry.updated_at or entry.created_at)
    yield from (f"DTSTAMP:{changed}", f"LAST-MODIFIED:{changed}")
    yield f"SUMMARY:{escaped(title)}"
    if text:
        yield f"DESCRIPTION:{escaped(text)}"
    if entry.tags:
        yield "CATEGORIES:" + ",".join(map(escaped, entry.tags))
    if entry.confidential:
        yield "CLASS:PRIVATE"
    yield f"X-JOURNAL:{escaped(json.dumps({'kind': entry.kind, **ours}, ensure_ascii=False))}"


def _ours(entry: Entry) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in _OURS[type(entry)]}
    return {name: json_value(value) for name, value in values.items() if value != default_of(type(entry), name)}


def _attendees(people: Iterable[Person]) -> Iterator[str]:
    for person in people:
        role = f";X-JOURNAL-ROLE={_parameter(person.role)}" if person.role else ""
        yield f"ATTENDEE;CN={_parameter(person.name)}{role}:invalid:nomail"


def _event(event: Event) -> Iterator[str]:
    ours = _ours(event)
    times = list(_times(event, ours))
    # Only a journal may lack a start (RFC 5545 3.6.1, 3.6.3).
    kind = "VEVENT" if event.starts_at else "VJOURNAL"
    yield f"BEGIN:{kind}"
    yield from _shared(event, event.title, event.notes, ours)
    yield from times
    if event.place:
        yield f"LOCATION:{escaped(event.place)}"
    if event.link:
        yield f"URL:{event.link}"
    if kind == "VEVENT":
        yield f"STATUS:{_STATUS.get(event.status, 'CONFIRMED')}"
    yield from _attendees(event.participants)
    yield f"END:{kind}"


def _times(event: Event, ours: dict[str, Any]) -> Iterator[str]:
    """DTSTART and DTEND; a wall time they cannot say (in the hour a clock skips) is added to `ours`."""
    zone = iana(event.timezone)
    if not event.starts_at and event.all_day:
        ours["all_day"] = True
    for name, moment in (("starts_at", event.starts_at), ("ends_at", event.ends_at)):
        if moment is None:
            continue
        standard = "DTSTART" if name == "starts_at" else "DTEND"
        said: datetime | None = moment
        if not event.starts_at:
            said = None
        elif event.all_day:
            said = datetime.combine(moment.date(), datetime.min.time())
            yield f"{standard};VALUE=DATE:{_day(moment.date() + (_DAY if standard == 'DTEND' else timedelta()))}"
        elif zone_info(zone):
            instant = _utc(moment, zone)
            said = instant.astimezone(zone_info(zone)).replace(tzinfo=None)
            yield f"{standard}:{_wall(instant)}Z"
        else:
            yield f"{standard}:{_wall(moment)}"
        if said != moment:
            ours[name] = json_value(moment)


def _reminder(reminder: Reminder, as_event: bool) -> Iterator[str]:
    due = reminder.due_at or datetime(2000, 1, 1)
    ours = _ours(reminder)
    kind = "VEVENT" if as_event else "VTODO"
    yield f"BEGIN:{kind}"
    yield from _shared(reminder, reminder.title, reminder.notes, ours)
    # A task that repeats needs a start, and may then not be due at that very moment (RFC 5545 3.6.2).
    yield f"{'DTSTART' if as_event or reminder.repeats else 'DUE'}:{_wall(due)}"
    if reminder.repeats:
        yield f"RRULE:{reminder.repeats}"
    if as_event:
        yield from (f"DTEND:{_wall(due + _QUARTER)}", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE")
    if reminder.done_at is None:
        related = "" if as_event or reminder.repeats else ";RELATED=END"
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(reminder.title)}")
        yield from (f"TRIGGER{related}:PT0S", "END:VALARM")
    elif not as_event:
        yield from ("STATUS:COMPLETED", f"COMPLETED:{_stamp(reminder.done_at)}")
    yield f"END:{kind}"


def _learning(learning: Learning) -> Iterator[str]:
    yield "BEGIN:VJOURNAL"
    yield from _shared(learning, learning.title, learning.body, _ours(learning))
    if learning.learned_on:
        yield f"DTSTART;VALUE=DATE:{_day(learning.learned_on)}"
    if learning.link:
        yield f"URL:{learning.link}"
    yield from _attendees(learning.people)
    yield "END:VJOURNAL"


# --- and back -----------------------------------------------------------------------------------------------------


def own_fields(raw: str) -> dict[str, Any] | None:
    """What X-JOURNAL holds, None where it is absent or not ours."""
    if not raw:
        return None
    from journal.exchange.calendar_text import unescaped

    try:
        found = json.loads(unescaped(raw))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.get("kind") in _TEXT else None


def entry_of(own: dict[str, Any], standard: dict[str, Any]) -> Entry:
    """The entry, from X-JOURNAL and the standard properties as the reader names them. Raises InvalidEntry."""
    kind = str(own["kind"])
    kind_class = CLASS_OF[kind]
    hashable: type = kind_class  # a dataclass's own type confuses mypy about the cache
    known = field_types(hashable)
    allowed = (*_OURS[kind_class], "starts_at", "ends_at", "all_day")
    values = {name: field_value(known[name], name, own[name]) for name in allowed if name in known and name in own}
    values |= {_TEXT[kind]: standard["text"], **{name: standard[name] for name in ("uid", "title", "tags")}}
    values["confidential"] = standard["confidential"]
    if kind in _PEOPLE:
        values |= {_PEOPLE[kind]: standard["people"], "link": standard["link"]}
    if kind == "event":
        values |= {"place": standard["place"], **_event_times(values, standard)}
        if standard["status"] and _STATUS.get(values.get("status", ""), "CONFIRMED") != standard["status"]:
            changed = {said: status for status, said in _STATUS.items()}
            values["status"] = changed.get(standard["status"], "planned")
    elif kind == "reminder":
        values["repeats"] = standard["repeats"]
        if standard["start"] is not None:
            values["due_at"] = standard["start"]
        if standard["completed"] is not None:
            values.setdefault("done_at", standard["completed"])
    elif standard["start"] is not None:
        values["learned_on"] = standard["start"].date()
    names = {item.name for item in fields(kind_class)}
    return kind_class(**{name: value for name, value in values.items() if name in names})


def _event_times(values: dict[str, Any], standard: dict[str, Any]) -> dict[str, Any]:
    """The times of the file; ours only where they still say the same moment."""
    if standard["start"] is None:
        return {}
    all_day = standard["all_day"]
    start, end = standard["start"], standard["end"]
    if all_day and end is not None:
        end = max(start, end - _DAY)
    found: dict[str, Any] = {"all_day": all_day}
    for name, said in (("starts_at", start), ("ends_at", end)):
        ours = values.get(name)
        same = ours and said and (ours.date() == said.date() if all_day else abs(ours - said) <= _HOUR)
        found[name] = ours if same else said
    return found
