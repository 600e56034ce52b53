"""Outlook's calendar as CSV: `Objet,Début,Début,Fin,Fin…` and `Subject,Start Date,Start Time…`.

The hours have no zone: local wall time. Attendees are names parted by `;`, and a name may hold a comma ("Okafor, Ben").
Reminders, and whether she showed as busy, are left out: alarms come in only when asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from journal.domain.contact import split_name
from journal.domain.entry import LONGEST_TEXT, Person, folded
from journal.domain.event import Event
from journal.exchange.proposals import Proposed, Question, Rejected
from journal.exchange.row_drafts import (
    TRUE,
    all_rows,
    checked,
    date_order,
    has_time,
    hashed,
    moment_of,
    short_line,
    split_tags,
)
from journal.exchange.tables import Table, find_table

# title -> what it is; of those that repeat, the second is the hour.
_TITLES = {
    **dict.fromkeys(("objet", "subject"), "title"),
    **dict.fromkeys(("debut", "start date", "date de debut"), "start day"),
    **dict.fromkeys(("start time", "heure de debut"), "start time"),
    **dict.fromkeys(("fin", "end date", "date de fin"), "end day"),
    **dict.fromkeys(("end time", "heure de fin"), "end time"),
    **dict.fromkeys(("journee entiere", "all day event"), "all day"),
    **dict.fromkeys(("organisateur d'une reunion", "meeting organizer"), "organiser"),
    **dict.fromkeys(("participants obligatoires", "required attendees"), "required"),
    **dict.fromkeys(("participants facultatifs", "optional attendees"), "optional"),
    **dict.fromkeys(("emplacement", "location"), "place"),
    **dict.fromkeys(("description",), "notes"),
    **dict.fromkeys(("categories",), "tags"),
    **dict.fromkeys(("prive", "private"), "private"),
    **dict.fromkeys(("critere de diffusion", "sensitivity"), "sensitivity"),
    **dict.fromkeys(("rappel actif/inactif", "reminder on/off", "date de rappel", "reminder date"), "unsaid"),
    **dict.fromkeys(("heure du rappel", "reminder time"), "unsaid"),
    **dict.fromkeys(("afficher la disponibilite", "show time as"), "unsaid"),
    **dict.fromkeys(("priorite", "priority"), "priority"),
}
_NORMAL = ("normal", "normale", "2", "faux", "false")


def _is_calendar(titles: list[str]) -> bool:
    has = set(titles)
    return {"subject", "start date"} <= has or ("objet" in has and titles.count("debut") == 2)


def recognises(head: bytes) -> bool:
    return find_table(head, _is_calendar) is not None


def read(data: bytes, answers: Mapping[str, str], source: str) -> Iterator[Proposed | Rejected | Question]:
    """An event for each row."""
    table = find_table(data, _is_calendar)
    if table is None:
        return
    columns = _columns(table)
    rows = all_rows(table)
    days = [at for at, (_, what) in enumerate(columns) if what in ("start day", "end day")]
    hours = [at for at, (_, what) in enumerate(columns) if what == "start time"]
    read_rows = [row[1] for row in rows if not isinstance(row, Rejected)]
    american = any(cells[at].strip().upper().endswith(("AM", "PM")) for cells in read_rows for at in hours)
    every_day = (cells[at] for cells in read_rows for at in days)
    day_first, question = date_order(every_day, table.header, answers, "mdy" if american else "dmy")
    if question:
        yield question
    for row in rows:
        yield row if isinstance(row, Rejected) else _event(row[0], row[1], columns, day_first, source)


def _columns(table: Table) -> list[tuple[str, str]]:
    """(title, what it is) of each column."""
    found: list[tuple[str, str]] = []
    seen: set[str] = set()
    for title in table.header:
        what = _TITLES.get(folded(title), "")
        if what.endswith(" day") and what in seen:
            what = what.replace(" day", " time")
        seen.add(what)
        found.append((title, what))
    return found


def _event(
    line: int, cells: list[str], columns: list[tuple[str, str]], day_first: bool, source: str
) -> Proposed | Rejected:
    said = {what: cell.strip() for (_, what), cell in zip(columns, cells, strict=True) if what and cell.strip()}
    title = short_line(said.get("title", "")) or short_line(said.get("notes", ""))[:80] or said.get("place", "")
    if not title:
        return Rejected(line, "untitled")
    starts = moment_of(said.get("start day", ""), said.get("start time", ""), day_first)
    if starts is None:
        return Rejected(line, "bad_date", {"value": said.get("start day", "")[:40], "title": title[:80]})
    ends = moment_of(said.get("end day", ""), said.get("end time", ""), day_first)
    all_day = folded(said.get("all day", "")) in TRUE
    if all_day:
        ends = _last_day(starts, ends, has_time("", said.get("end time", "")))
    elif ends is not None and ends < starts:
        ends = None
    notes = [said["notes"]] if "notes" in said else []
    notes += [
        f"{name}: {cell.strip()}"
        for (name, what), cell in zip(columns, cells, strict=True)
        if what in ("", "priority") and cell.strip() and folded(cell) not in _NORMAL
    ]
    hidden = folded(said.get("private", "")) in TRUE or folded(said.get("sensitivity", "normal")) not in _NORMAL
    event = Event(
        title=title,
        starts_at=datetime.combine(starts.date(), datetime.min.time()) if all_day else starts,
        ends_at=ends,
        all_day=all_day,
        place=short_line(said.get("place", "")),
        participants=_people(said),
        tags=tuple(split_tags(said.get("tags", ""))),
        confidential=hidden,
        notes="\n".join(notes)[:LONGEST_TEXT],
        source=source,
    )
    return checked(event, source, "event:" + hashed(folded(title), starts.isoformat()), line)


def _last_day(starts: datetime, ends: datetime | None, timed: bool) -> datetime | None:
    """Of a day-long event, its last day: Outlook writes the midnight after it."""
    if ends is None:
        return None
    if timed and ends > starts and not (ends.hour or ends.minute):
        ends -= timedelta(days=1)
    last = datetime.combine(ends.date(), datetime.min.time())
    return max(last, datetime.combine(starts.date(), datetime.min.time()))


def _people(said: dict[str, str]) -> tuple[Person, ...]:
    people: dict[str, Person] = {}
    for what, role in (("organiser", "organiser"), ("required", ""), ("optional", "")):
        for part in said.get(what, "").split(";"):
            name = short_line(part).strip("'")
            if name.count(",") == 1:
                given, family = split_name(name)
                name = f"{given} {family}".strip()
            if name:
                people.setdefault(folded(name), Person(name=name, role=role))
    return tuple(people.values())[:500]
