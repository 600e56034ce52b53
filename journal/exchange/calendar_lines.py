"""The lines of an iCalendar file (RFC 5545 3.1) gathered into components, as files come and not as they should.

Lean, because it sees every byte: one pass over the unfolded lines, no expansion of anything, nothing kept of what no
reader wants. What is bad in one component stays in that component.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from journal.exchange import encodings

Property = tuple[str, str]  # its parameters and its value, both as they stand in the file

ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"})
# Everything else in a component is passed over.
WANTED = frozenset(
    {
        *("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "RECURRENCE-ID", "DTSTART", "DTEND", "DURATION", "DUE"),
        *("COMPLETED", "PERCENT-COMPLETE", "STATUS", "PARTSTAT", "CLASS", "SUMMARY", "DESCRIPTION", "LOCATION", "URL"),
        *("CATEGORIES", "ATTENDEE", "ORGANIZER", "CONFERENCE", "RRULE", "RDATE", "EXDATE", "X-ALT-DESC", "X-JOURNAL"),
        *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-GOOGLE-CONFERENCE"),
        *("X-MICROSOFT-CDO-ALLDAYEVENT", "TZID", "X-LIC-LOCATION", "TZOFFSETFROM", "TZOFFSETTO"),
        *("METHOD", "X-WR-TIMEZONE", "TIMEZONE-ID", "BEGIN", "END"),
    }
)


@dataclass(slots=True)
class Component:
    """One VEVENT, VTODO…: `values` holds the properties by name, each with all its occurrences."""

    kind: str
    line: int
    calendar: Component | None
    values: dict[str, list[Property]] = field(default_factory=dict)
    parts: list[Component] = field(default_factory=list)  # of a calendar its zones, of a zone its observances
    finished: bool = True

    def first(self, name: str) -> str:
        """The value of a property as it stands, "" where there is none."""
        found = self.values.get(name)
        return found[0][1] if found else ""


# --- bytes to logical lines ---------------------------------------------------------------------------------------

_MARK = "\x1f"  # stands where a line was folded, so that lines can still be counted
_FOLD = re.compile(rb"(?<!\n)\n++[ \t]")  # each run of line breaks looked at once
_SPLIT_CHARACTER = re.compile(rb"(\x1f+)([\x80-\xbf]+)")


def logical_lines(data: bytes) -> list[str]:
    """The unfolded lines; a \\x1f is left wherever a fold was.

    Folds are undone on bytes, before decoding: many programs fold in the middle of a character.
    """
    data = encodings.as_utf8(data)
    if b"\x1f" in data:
        data = data.replace(b"\x1f", b"")
    if b"\r" in data:
        data = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\n\n " in data or b"\n\n\t" in data:
        data = _FOLD.sub(lambda fold: b"\x1f" * (len(fold[0]) - 1), data)
    else:
        data = data.replace(b"\n ", b"\x1f").replace(b"\n\t", b"\x1f")
    for _ in range(3):  # a character of four bytes can be folded three times
        try:
            return data.decode("utf-8").split("\n")
        except UnicodeDecodeError:
            data = _SPLIT_CHARACTER.sub(rb"\2\1", data)
    return encodings.decode(data).split("\n")


# --- logical lines to components ----------------------------------------------------------------------------------

_UNQUOTED_COLON = re.compile(r'[^":]*(?:"[^"]*"[^":]*)*:')
_NAME = re.compile(r"[A-Za-z0-9-]+")
_LONGEST_HEAD = 50_000  # characters; a longer one is noise, not worth looking for its end
_NEAR = 8  # how far up an END looks for its BEGIN


def _split(line: str, head: str) -> tuple[str, str]:
    """(name and parameters, value) of a line whose first colon may stand inside quotes."""
    match = _UNQUOTED_COLON.match(line)
    if match:
        return line[: match.end() - 1], line[match.end() :]
    return head, line[len(head) + 1 :].replace('"', "")  # a quote opened and never closed


def _is_text(name: str) -> bool:
    """Whether what stands before a colon is a word of a text with bare line breaks ("Note : …", "Join: …"), not a
    property: programs write those in capitals, or all of a file in small letters."""
    return name.strip().upper() not in WANTED and (name[-1:].isspace() or (name.istitle() and name[:2] != "X-"))


class _Gatherer:
    """Takes the lines one by one; `done` are the components that are complete."""

    def __init__(self) -> None:
        self.done: list[Component] = []
        self.calendar: Component | None = None
        self.open: Component | None = None  # the entry, zone or unknown component being read
        self.nested: list[str] = []  # what is open inside it
        self.target: Component | None = None  # where properties go now

    def begin(self, kind: str, line: int) -> None:
        if kind == "VCALENDAR":
            self.close()
            self.calendar = self.target = Component(kind, line, None)
        elif kind in ENTRIES or kind == "VTIMEZONE" or self.open is None:
            self.close()
            self.open = self.target = Component(kind, line, self.calendar)
            if kind == "VTIMEZONE" and self.calendar is not None:
                self.calendar.parts.append(self.open)
        else:
            self.nested.append(kind)
            self.target = None
            if self.open.kind == "VTIMEZONE" and len(self.nested) == 1:
                self.target = Component(kind, line, None)
                self.open.parts.append(self.target)

    def end(self, kind: str) -> None:
        if self.open is not None and kind in (self.open.kind, "VCALENDAR"):
            self.close()
        elif kind in self.nested[-_NEAR:]:
            while self.nested.pop() != kind:
                pass
            self.target = None if self.nested else self.open
        if kind == "VCALENDAR":
            self.calendar = self.target = None

    def close(self, finished: bool = True) -> None:
        if self.open is not None:
            self.open.finished = finished
            if self.open.kind != "VTIMEZONE":
                self.done.append(self.open)
        self.open, self.target = None, self.calendar
        self.nested.clear()


def components(data: bytes) -> Iterator[Component]:
    """Every component of the file but calendars and zones, in order, those of no known kind included.

    A component that another one interrupts is taken as it is; one that the end of the file cuts is not `finished`.
    """
    gatherer = _Gatherer()
    last: list[Property] | None = None  # the property before, which a broken line goes on with
    more: list[str] = []
    soft = False  # quoted-printable text goes on in the next line after "="
    passed: set[str] = set()  # good names nobody wants, as written
    number = 1
    for line in logical_lines(data):
        at = number
        number += 1
        if not line:
            continue
        if _MARK in line:
            number += line.count(_MARK)
            line = line.replace(_MARK, "")
        head, colon, value = line.partition(":")
        if '"' in head and len(head) < _LONGEST_HEAD and head.count('"') % 2:
            head, value = _split(line, head)
        name, _, parameters = head.partition(";")
        if not colon or soft or (name not in WANTED and name not in passed):
            written, name = name, name.strip().upper()
            if not colon or soft or not _NAME.fullmatch(name) or (last is not None and _is_text(written)):
                if last is not None and not line.isspace():
                    more.append(line)
                    soft = soft and line.endswith("=")
                continue
            if name not in WANTED and len(passed) < 1000:
                passed.add(name)
        if more and last:
            last[-1] = (last[-1][0], "\n".join((last[-1][1], *more)))
            more = []
        target = gatherer.target
        if name == "BEGIN" or name == "END":
            last = None
            kind = value.strip().upper()
            if name == "BEGIN":
                gatherer.begin(kind, at)
            else:
                gatherer.end(kind)
        elif target is not None and name in WANTED:
            if name in target.values:
                last = target.values[name]
                last.append((parameters, value))
            else:
                last = target.values[name] = [(parameters, value)]
            soft = value[-1:] == "=" and "QUOTED-PRINTABLE" in parameters.upper()
        else:
            last = None
    if more and last:
        last[-1] = (last[-1][0], "\n".join((last[-1][1], *more)))
    gatherer.close(finished=False)
    yield from gatherer.done
