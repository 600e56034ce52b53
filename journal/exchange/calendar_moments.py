"""Dates, times and durations of a calendar, and the zone each is told in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from journal.exchange.calendar_lines import Component, Property
from journal.exchange.calendar_text import parameters_of
from journal.exchange.time_zones import Observance, fixed_zone, iana, observance, offset_at, same_as, zone_info


@dataclass(frozen=True, slots=True)
class Moment:
    """Wall time in `zone` (IANA; "" for floating, that is, wherever she is). `named` is a zone name nobody knows."""

    wall: datetime
    zone: str = ""
    is_date: bool = False
    named: str = ""

    def seen_in(self, zone: str) -> datetime:
        """The wall time of this moment in another zone; its own where one of the two is floating."""
        here, there = zone_info(self.zone), zone_info(zone)
        if self.zone == zone or not here or not there:
            return self.wall
        return self.wall.replace(tzinfo=here).astimezone(there).replace(tzinfo=None)

    def on_this_computer(self) -> datetime:
        """The wall time of this moment where the program runs."""
        here = zone_info(self.zone)
        if not here:
            return self.wall
        try:
            return self.wall.replace(tzinfo=here).astimezone().replace(tzinfo=None)
        except (OSError, OverflowError):  # before 1970 on Windows
            return self.wall


_LENIENT = re.compile(
    r"\s*(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?\s*", re.I
)
_DURATION = re.compile(
    r"\s*([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?\s*", re.I
)
_MOST_COMPARED = 500  # zones of one file compared with the known ones: each takes a millisecond


def duration_of(value: str) -> timedelta | None:
    """An RFC 5545 duration that is not negative, else None."""
    match = _DURATION.fullmatch(value)
    if not match or match[1] == "-" or not any(match.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def written_moment(value: str) -> tuple[datetime, bool]:
    """(the time, aware where the value says its offset; whether it is a date alone). Raises ValueError."""
    if len(value) in (15, 16):
        try:
            return datetime.fromisoformat(value), False
        except ValueError:
            pass  # of that length, and written otherwise
    match = _LENIENT.fullmatch(value.strip("\"' "))
    if not match:
        raise ValueError(value[:40])
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    if hour > 24:
        raise ValueError(value[:40])
    # 24:00 is the next midnight; a leap second is the one before it.
    moment = datetime(year, month, day, hour % 24, minute, min(second, 59)) + timedelta(days=hour // 24)
    if match[7]:
        moment = datetime.fromisoformat(moment.isoformat() + match[7].upper())
    return moment, match[4] is None


class Zones:
    """The zones of one VCALENDAR: what its times are told in."""

    def __init__(self, calendar: Component | None) -> None:
        self._parts: dict[str, list[Observance]] = {}
        self._names: dict[str, str] = {}
        self._known: dict[tuple[str, int], str] = {}
        for zone in calendar.parts if calendar else ():
            self._define(zone)
        self.shown = self._shown(calendar) if calendar else "UTC"

    def _define(self, zone: Component) -> None:
        try:
            parts = [_observance(part) for part in zone.parts[:200]]
        except (ValueError, OverflowError, KeyError):
            parts = []
        for _, name in zone.values.get("TZID", ()):
            self._parts[_key(name)] = parts
            self._names[_key(name)] = iana(name) or iana(zone.first("X-LIC-LOCATION"))

    def _shown(self, calendar: Component) -> str:
        """The zone UTC times are shown in: the calendar's own where it says so, or its only one."""
        said = iana(calendar.first("X-WR-TIMEZONE")) or iana(calendar.first("TIMEZONE-ID"))
        only = next(iter(self._names.values())) if len(self._names) == 1 else ""
        shown = said or only
        return shown if zone_info(shown) else "UTC"

    def moment(self, found: Property) -> Moment:
        """What a date property says. Raises ValueError or OverflowError."""
        parameters, value = found
        wall, is_date = written_moment(value)
        if is_date or (parameters and "VALUE=DATE" in parameters.upper().split(";")):
            return Moment(wall.replace(hour=0, minute=0, second=0, tzinfo=None), is_date=True)
        named = ""
        if parameters and "TZID" in parameters.upper():
            named = parameters_of(parameters).get("TZID", "").strip()
        if wall.tzinfo is not None:
            shown = iana(named) or self.shown
            return Moment(wall.astimezone(zone_info(shown) or UTC).replace(tzinfo=None), shown)
        return self._named(wall, named) if named else Moment(wall)

    def _named(self, wall: datetime, named: str) -> Moment:
        zone = iana(named) or self._names.get(_key(named), "")
        if zone and zone_info(zone):
            return Moment(wall, zone)
        parts = self._parts.get(_key(named))
        if not parts:
            return Moment(wall, named=named)
        key = (_key(named), wall.year)
        if key not in self._known:
            few = len(self._known) < _MOST_COMPARED
            # Exchange writes today's rule even for years when there was another: today's zone is what it means.
            self._known[key] = (same_as(parts, wall.year) or same_as(parts, 2025)) if few else ""
        offset = offset_at(parts, wall)
        zone = self._known[key] or fixed_zone(offset)
        return Moment(wall, zone) if zone else Moment(wall - offset, "UTC")


def _key(name: str) -> str:
    return " ".join(name.strip().strip("\"'").split()).lower()


def _observance(part: Component) -> Observance:
    start, _ = written_moment(part.first("DTSTART"))
    return observance(
        start.replace(tzinfo=None), part.first("TZOFFSETFROM"), part.first("TZOFFSETTO"), part.first("RRULE")
    )


# --- rules ----------------------------------------------------------------------------------------------------------

_RULE_PARTS = {
    "FREQ": r"DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d?",
    "COUNT": r"[1-9]\d{0,3}",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "WKST": r"[A-Z]{2}",
    "BYDAY": r"(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)){0,6}",
    "BYMONTHDAY": r"-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01])){0,30}",
    "BYMONTH": r"(?:1[0-2]|[1-9])(?:,(?:1[0-2]|[1-9])){0,11}",
    "BYSETPOS": r"-?1",
}


def sure_rule(rule: str) -> str:
    """`rule` if it is sure to come within a few years, "" else.

    Others (every 30 February, every seventh day if a Monday) could be walked through for seconds before it shows that
    they never come; a file can hold thousands of them.
    """
    parts = dict(part.partition("=")[::2] for part in rule.strip().upper().rstrip(";").split(";")[:12])
    if not all(re.fullmatch(_RULE_PARTS.get(name, "(?!)"), value) for name, value in parts.items()):
        return ""
    limits = [name for name in parts if name.startswith("BY")]
    steps = parts.get("INTERVAL", "1") != "1"
    in_step = parts.get("FREQ") in ("WEEKLY", "MONTHLY") and len(limits) == 1 and limits[0] in ("BYDAY", "BYMONTHDAY")
    rare = re.search(r"(?:29|3[01])", parts.get("BYMONTHDAY", "")) or re.search(r"5|-[2-5]", parts.get("BYDAY", ""))
    if "FREQ" not in parts or (steps and limits and not in_step) or limits == ["BYSETPOS"]:
        return ""
    if (rare and (steps or len(limits) > 1)) or (parts["FREQ"] == "WEEKLY" and "BYMONTHDAY" in parts):
        return ""
    if "BYMONTHDAY" in parts and re.search(r"\d", parts.get("BYDAY", "")):  # the first Monday if the 20th
        return ""
    return ";".join(f"{name}={value}" for name, value in parts.items())
