"""iCalendar (RFC 5545, and vCalendar 1.0 where it is the same): events, tasks and journals of any calendar program.

What becomes of them:

- VEVENT: an event, in its own zone. A UTC time is shown in the zone its calendar names, else as "UTC". A series is one
  event at its start, its rule told in the notes as it stands ("RRULE:…") and handed over beside it (`repeats`): rules
  are not expanded here. An instance that was moved (RECURRENCE-ID) is an event of its own, keyed "UID/day".
- VTODO: a reminder at its due time, else its start, else (done already) its completion, where the program runs; a date
  alone is 9 in the morning. One with no date at all is rejected, for a reminder has to come at some time.
- VJOURNAL: a learning. VALARM is passed over. VFREEBUSY and components nobody knows are rejected, with the reason.

Reading knows no "now": an event is "planned" unless its calendar says cancelled or tentative, and whoever brings it in
makes past ones "attended". What has no place of its own ends up in the notes as the line of the file it was.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from journal.domain.entry import Entry, Person
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.exchange import calendar_writing
from journal.exchange.calendar_fields import (
    Notes,
    Unreadable,
    addresses_of,
    date_in,
    link_of,
    people_of,
    shared_fields,
    text_in,
)
from journal.exchange.calendar_lines import Component, components
from journal.exchange.calendar_moments import Moment, Zones, duration_of, sure_rule
from journal.exchange.calendar_series import dates_of, rule_of
from journal.exchange.calendar_text import listed, parameters_of
from journal.exchange.proposals import NO_ANSWERS, Proposed, Rejected, Repeats
from journal.exchange.time_zones import iana

FORMAT = "icalendar"
ENDING = ".ics"

write = calendar_writing.write

_BEGINS = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*BEGIN[ \t]*(?:\r?\n)*[ \t]*:[ \t]*(VCALENDAR|VEVENT|VTODO|VJOURNAL)\b", re.I
)
_FACEBOOK = re.compile(r"e\d+@facebook\.com", re.IGNORECASE)
_LINES = re.compile(r"\s*\n\s*")
_MORNING = timedelta(hours=9)
_DAY = timedelta(days=1)


def recognises(head: bytes, name: str) -> bool:
    """Whether the first lines open a calendar; see Format."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in head[:4]:
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    lines = re.split(rb"[\r\n]+", head[:4096])[:10]
    return bool(_BEGINS.match(head)) or any(_BEGINS.match(line) for line in lines if line[:1] not in b" \t")


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """Every event, task and journal of the file in its order, all states of the same key included; see Format."""
    zones: dict[int, Zones] = {}
    states: dict[str, tuple[tuple[int, str], str]] = {}
    for component in components(data):
        if id(component.calendar) not in zones:
            zones[id(component.calendar)] = Zones(component.calendar)
        record = _taken(component, zones[id(component.calendar)])
        if isinstance(record, Proposed):
            record = _told_apart(record, component, states)
            if isinstance(record.entry, Event) and ("RRULE" in component.values or "RDATE" in component.values):
                record = _repeated(record, record.entry, component, zones[id(component.calendar)])
        yield record


def _told_apart(record: Proposed, component: Component, states: dict[str, tuple[tuple[int, str], str]]) -> Proposed:
    """Two records of one UID and one revision that say different things are two entries: some programs write the same
    UID everywhere. The second goes by what it says as well."""
    said = _content(component)
    first = states.setdefault(record.key, (record.revision, said))
    if first[0] != record.revision or first[1] == said:
        return record
    return replace(record, key=f"{record.key}#{said}")


def _taken(component: Component, zones: Zones) -> Proposed | Rejected:
    reader = _READERS.get(component.kind)
    if reader is None:
        reason = "free_busy" if component.kind == "VFREEBUSY" else "unknown_component"
        return Rejected(component.line, reason, {"name": component.kind[:40]})
    title = text_in(component, "SUMMARY")[:80]
    if not component.finished:
        return Rejected(component.line, "unfinished", {"title": title})
    try:
        uid = component.first("UID").strip()
        own = calendar_writing.own_fields(component.first("X-JOURNAL"))
        source = "facebook" if _FACEBOOK.fullmatch(uid) else FORMAT
        if own is not None:
            draft = _own(component, zones, own)
        else:
            draft = reader(component, zones, source)
        entry = draft.checked()
        key, series = _keys(component, uid, zones, entry)
        addresses = addresses_of(component) if own is None else ()
        return Proposed(
            entry, source, key, component.line, _revision(component), instance_of=series, addresses=addresses
        )
    except Unreadable as problem:
        return Rejected(component.line, problem.reason, {"title": title, **problem.details})
    except InvalidEntry as problem:
        details = {key: str(value) for key, value in problem.details.items()}
        return Rejected(component.line, problem.code, {"title": title, **details})


# --- keys ---------------------------------------------------------------------------------------------------------


def _keys(component: Component, uid: str, zones: Zones, entry: Entry) -> tuple[str, str]:
    """(its key, that of the series it is one time of)."""
    if not uid:
        uid = "content:" + _content(component)
    elif len(uid) > 400:
        uid = uid[:300] + hashlib.sha256(uid.encode("utf-8", "replace")).hexdigest()[:32]
    instance = component.first("RECURRENCE-ID").strip()[:40]
    if not instance:
        return uid, ""
    # By its day: a series comes at most once a day, and its hour may change in all its instances.
    zone = entry.timezone if isinstance(entry, Event) else ""
    day = dates_of(component, zones, "RECURRENCE-ID", zone)
    return instance_key(uid, datetime.fromisoformat(day[0])) if day else f"{uid}/{instance}", uid


def instance_key(key: str, day: datetime) -> str:
    """The key of one instance of the series of that key."""
    return f"{key}/{day:%Y%m%d}"


def _repeated(record: Proposed, event: Event, component: Component, zones: Zones) -> Proposed:
    """The record with how it comes again."""
    if "RECURRENCE-ID" in component.values or event.starts_at is None:
        return record
    repeats = Repeats(
        rule_of(component.first("RRULE").strip(), event),
        dates_of(component, zones, "EXDATE", event.timezone),
        dates_of(component, zones, "RDATE", event.timezone),
    )
    return replace(record, repeats=repeats) if repeats.rule or repeats.added else record


def _content(component: Component) -> str:
    """A hash of what tells one entry from another."""
    names = ("DTSTART", "DUE", "SUMMARY", "LOCATION")
    said = "\n".join((component.kind, *(component.first(name).strip() for name in names)))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]


def _revision(component: Component) -> tuple[int, str]:
    number = component.first("SEQUENCE").strip()
    stamp = component.first("LAST-MODIFIED") or component.first("DTSTAMP")
    stamp = stamp.strip()[:40].replace("-", "").replace(":", "")
    return int(number) if number.isdecimal() and len(number) < 10 else 0, stamp


# --- VEVENT -------------------------------------------------------------------------------------------------------


def _event(component: Component, zones: Zones, source: str) -> Entry:
    notes = Notes(component)
    start = date_in(component, zones, "DTSTART")
    if start is None:
        raise Unreadable("no_start")
    shared = shared_fields(component, notes, source)
    times = _times(component, zones, start, notes)
    place = _LINES.sub(", ", text_in(component, "LOCATION").strip())
    people, room = people_of(component, notes)
    link = link_of(component, notes, place)
    for name in ("RRULE", "RDATE"):
        notes.more.extend(f"{name}:{value.strip()[:2000]}" for _, value in component.values.get(name, ())[:20])
    if start.named:
        notes.more.append(f"TZID:{start.named}")
    return Event(
        **shared,
        **times,
        place=notes.fitting("" if link and place == link else place or room),
        link=link,
        participants=people,
        status=_status(component),
        notes=notes.whole(),
    )


def _times(component: Component, zones: Zones, start: Moment, notes: Notes) -> dict[str, Any]:
    """starts_at, ends_at (of a day-long event its last day), all_day and timezone."""
    try:
        end = date_in(component, zones, "DTEND")
    except Unreadable:
        end = None
        notes.more.append(f"DTEND:{component.first('DTEND').strip()[:80]}")
    all_day = start.is_date or _outlook_day(component, start, end)
    zone = "" if all_day else start.zone
    last = None
    try:
        if end is not None:
            last = end.wall if all_day or end.is_date else end.seen_in(zone)
        else:
            said = component.first("DURATION").strip()
            duration = duration_of(said)
            if said and duration is None:
                notes.more.append(f"DURATION:{said[:80]}")
            last = start.wall + duration if duration is not None else None
        if all_day and last is not None:
            midnight = last.replace(hour=0, minute=0, second=0)
            last = max(start.wall, midnight - _DAY if last == midnight else midnight)
    except OverflowError:
        last = None
    if last is not None and last < start.wall:
        notes.more.append(f"DTEND:{component.first('DTEND').strip()[:80]}")
        last = None
    return {"starts_at": start.wall, "ends_at": last, "all_day": all_day, "timezone": zone}


def _outlook_day(component: Component, start: Moment, end: Moment | None) -> bool:
    """Exchange marks a day-long event but may write its midnights as times."""
    if component.first("X-MICROSOFT-CDO-ALLDAYEVENT").strip().upper() != "TRUE":
        return False
    walls = (start.wall, end.wall if end else start.wall)
    return all((wall.hour, wall.minute, wall.second) == (0, 0, 0) for wall in walls)


def _status(component: Component) -> str:
    said = component.first("STATUS").strip().upper()
    method = component.calendar.first("METHOD").strip().upper() if component.calendar else ""
    if said == "CANCELLED" or method == "CANCEL":
        return "cancelled"
    # Facebook tells her own answer as a property of the event.
    answer = component.first("PARTSTAT").strip().upper()
    if answer == "DECLINED":
        return "declined"
    return "maybe" if "TENTATIVE" in (said, answer) else "planned"


# --- VTODO, VJOURNAL ----------------------------------------------------------------------------------------------


def _reminder(component: Component, zones: Zones, source: str) -> Entry:
    notes = Notes(component)
    shared = shared_fields(component, notes, source)
    done = _done(component, zones)
    due = _due(component, zones) or done
    if due is None:
        raise Unreadable("no_due_date")
    said = component.first("STATUS").strip().upper()
    finished = said in ("COMPLETED", "CANCELLED") or component.first("PERCENT-COMPLETE").strip() == "100"
    if said == "CANCELLED":
        notes.more.append("STATUS:CANCELLED")
    said_rule = component.first("RRULE").strip()
    rule = sure_rule(said_rule)
    if said_rule and not rule:
        notes.more.append(f"RRULE:{said_rule[:2000]}")
    url = component.first("URL").strip()
    if url:
        notes.more.append(url)
    draft = Reminder(**shared, due_at=due, done_at=done or (due if finished else None), notes=notes.whole())
    if not rule:
        return draft
    try:
        return replace(draft, repeats=rule, series_from=due).checked()
    except InvalidEntry:
        return replace(draft, notes=f"{draft.notes}\n\nRRULE:{said_rule}".strip())


def _due(component: Component, zones: Zones) -> datetime | None:
    due = date_in(component, zones, "DUE")
    start = date_in(component, zones, "DTSTART") if due is None else None
    duration = duration_of(component.first("DURATION")) if start else None
    moment = due or start
    if moment is None:
        return None
    try:
        wall = moment.wall + _MORNING if moment.is_date else moment.on_this_computer()
        return wall + duration if duration else wall
    except OverflowError as problem:
        raise Unreadable("bad_date", value=moment.wall.isoformat()) from problem


def _done(component: Component, zones: Zones) -> datetime | None:
    try:
        done = date_in(component, zones, "COMPLETED")
    except Unreadable:
        return None
    return done.on_this_computer() if done else None


def _learning(component: Component, zones: Zones, source: str) -> Entry:
    notes = Notes(component)
    shared = shared_fields(component, notes, source)
    day = date_in(component, zones, "DTSTART")
    people, _ = people_of(component, notes)
    link = link_of(component, notes, "")
    learned_on = day.wall.date() if day else None
    return Learning(**shared, learned_on=learned_on, link=link, people=people, body=notes.whole())


_READERS = {"VEVENT": _event, "VTODO": _reminder, "VJOURNAL": _learning}


# --- what this journal wrote itself -------------------------------------------------------------------------------


def _own(component: Component, zones: Zones, own: dict[str, Any]) -> Entry:
    """An entry that `write` wrote, whole again; what another program changed since stands."""
    zone = iana(str(own.get("timezone", "")))
    rule, text = component.first("RRULE").strip(), text_in(component, "DESCRIPTION")
    start = date_in(component, zones, "DTSTART") or date_in(component, zones, "DUE")
    end = date_in(component, zones, "DTEND")
    people = tuple(
        Person(name=parameters.get("CN", ""), role=parameters.get("X-JOURNAL-ROLE", ""))
        for parameters in (parameters_of(raw) for raw, _ in component.values.get("ATTENDEE", ()))
    )
    standard = {
        "uid": component.first("UID").strip(),
        "title": text_in(component, "SUMMARY"),
        "text": text if sure_rule(rule) or not rule else f"{text}\n\nRRULE:{rule}".strip(),
        "place": text_in(component, "LOCATION"),
        "link": component.first("URL"),
        "tags": tuple(tag for _, value in component.values.get("CATEGORIES", ()) for tag in listed(value)),
        "confidential": component.first("CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL"),
        "status": component.first("STATUS").strip().upper(),
        "people": people,
        "repeats": rule if sure_rule(rule) else "",
        "start": start.seen_in(zone) if start else None,
        "end": end.seen_in(zone) if end else None,
        "all_day": bool(start and start.is_date),
        "completed": _done(component, zones),
    }
    return calendar_writing.entry_of(own, standard)
