"""Time zones as calendars name them, brought to IANA names: never silently to UTC.

In this order: the IANA name itself (in any case, behind a "/mozilla.org/…/" prefix); the name Windows gives it, by
Unicode CLDR's table; the words Outlook shows for it ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"); a fixed
offset ("GMT+0100"); and, where the file says what the zone does (VTIMEZONE), the known zone that does the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

# Windows name=IANA name of the territory "001" in CLDR's supplemental/windowsZones.xml (of 2025-04-10); "*" stands
# for " Standard Time". A test holds it against the table the icalendar library carries.
_CLDR = """
AUS Central*=Australia/Darwin
AUS Eastern*=Australia/Sydney
Afghanistan*=Asia/Kabul
Alaskan*=America/Anchorage
Aleutian*=America/Adak
Altai*=Asia/Barnaul
Arab*=Asia/Riyadh
Arabian*=Asia/Dubai
Arabic*=Asia/Baghdad
Argentina*=America/Buenos_Aires
Astrakhan*=Europe/Astrakhan
Atlantic*=America/Halifax
Aus Central W.*=Australia/Eucla
Azerbaijan*=Asia/Baku
Azores*=Atlantic/Azores
Bahia*=America/Bahia
Bangladesh*=Asia/Dhaka
Belarus*=Europe/Minsk
Bougainville*=Pacific/Bougainville
Canada Central*=America/Regina
Cape Verde*=Atlantic/Cape_Verde
Caucasus*=Asia/Yerevan
Cen. Australia*=Australia/Adelaide
Central America*=America/Guatemala
Central Asia*=Asia/Bishkek
Central Brazilian*=America/Cuiaba
Central Europe*=Europe/Budapest
Central European*=Europe/Warsaw
Central Pacific*=Pacific/Guadalcanal
Central*=America/Chicago
Central* (Mexico)=America/Mexico_City
Chatham Islands*=Pacific/Chatham
China*=Asia/Shanghai
Cuba*=America/Havana
Dateline*=Etc/GMT+12
E. Africa*=Africa/Nairobi
E. Australia*=Australia/Brisbane
E. Europe*=Europe/Chisinau
E. South America*=America/Sao_Paulo
Easter Island*=Pacific/Easter
Eastern*=America/New_York
Eastern* (Mexico)=America/Cancun
Egypt*=Africa/Cairo
Ekaterinburg*=Asia/Yekaterinburg
FLE*=Europe/Kiev
Fiji*=Pacific/Fiji
GMT*=Europe/London
GTB*=Europe/Bucharest
Georgian*=Asia/Tbilisi
Greenland*=America/Godthab
Greenwich*=Atlantic/Reykjavik
Haiti*=America/Port-au-Prince
Hawaiian*=Pacific/Honolulu
India*=Asia/Calcutta
Iran*=Asia/Tehran
Israel*=Asia/Jerusalem
Jordan*=Asia/Amman
Kaliningrad*=Europe/Kaliningrad
Korea*=Asia/Seoul
Libya*=Africa/Tripoli
Line Islands*=Pacific/Kiritimati
Lord Howe*=Australia/Lord_Howe
Magadan*=Asia/Magadan
Magallanes*=America/Punta_Arenas
Marquesas*=Pacific/Marquesas
Mauritius*=Indian/Mauritius
Middle East*=Asia/Beirut
Montevideo*=America/Montevideo
Morocco*=Africa/Casablanca
Mountain*=America/Denver
Mountain* (Mexico)=America/Mazatlan
Myanmar*=Asia/Rangoon
N. Central Asia*=Asia/Novosibirsk
Namibia*=Africa/Windhoek
Nepal*=Asia/Katmandu
New Zealand*=Pacific/Auckland
Newfoundland*=America/St_Johns
Norfolk*=Pacific/Norfolk
North Asia East*=Asia/Irkutsk
North Asia*=Asia/Krasnoyarsk
North Korea*=Asia/Pyongyang
Omsk*=Asia/Omsk
Pacific SA*=America/Santiago
Pacific*=America/Los_Angeles
Pacific* (Mexico)=America/Tijuana
Pakistan*=Asia/Karachi
Paraguay*=America/Asuncion
Qyzylorda*=Asia/Qyzylorda
Romance*=Europe/Paris
Russia Time Zone 10=Asia/Srednekolymsk
Russia Time Zone 11=Asia/Kamchatka
Russia Time Zone 3=Europe/Samara
Russian*=Europe/Moscow
SA Eastern*=America/Cayenne
SA Pacific*=America/Bogota
SA Western*=America/La_Paz
SE Asia*=Asia/Bangkok
Saint Pierre*=America/Miquelon
Sakhalin*=Asia/Sakhalin
Samoa*=Pacific/Apia
Sao Tome*=Africa/Sao_Tome
Saratov*=Europe/Saratov
Singapore*=Asia/Singapore
South Africa*=Africa/Johannesburg
South Sudan*=Africa/Juba
Sri Lanka*=Asia/Colombo
Sudan*=Africa/Khartoum
Syria*=Asia/Damascus
Taipei*=Asia/Taipei
Tasmania*=Australia/Hobart
Tocantins*=America/Araguaina
Tokyo*=Asia/Tokyo
Tomsk*=Asia/Tomsk
Tonga*=Pacific/Tongatapu
Transbaikal*=Asia/Chita
Turkey*=Europe/Istanbul
Turks And Caicos*=America/Grand_Turk
US Eastern*=America/Indianapolis
US Mountain*=America/Phoenix
Ulaanbaatar*=Asia/Ulaanbaatar
Venezuela*=America/Caracas
Vladivostok*=Asia/Vladivostok
Volgograd*=Europe/Volgograd
W. Australia*=Australia/Perth
W. Central Africa*=Africa/Lagos
W. Europe*=Europe/Berlin
W. Mongolia*=Asia/Hovd
West Asia*=Asia/Tashkent
West Bank*=Asia/Hebron
West Pacific*=Pacific/Port_Moresby
Yakutsk*=Asia/Yakutsk
Yukon*=America/Whitehorse
"""

# What Outlook calls the American zones in its own list; its other names are cities (see `_by_city`).
_SHOWN = {
    "atlantic time (canada)": "America/Halifax",
    "eastern time (us & canada)": "America/New_York",
    "central time (us & canada)": "America/Chicago",
    "mountain time (us & canada)": "America/Denver",
    "pacific time (us & canada)": "America/Los_Angeles",
}
_UNIVERSAL = {
    *("z", "zulu", "utc", "uct", "universal", "etc/utc", "etc/uct", "etc/universal", "etc/zulu"),
    *("coordinated universal time", "tzone://microsoft/utc"),
}
_PREFIXED = re.compile(r"\((?:UTC|GMT)[^)]*\)\s*", re.IGNORECASE)
_FIXED = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)


@cache
def windows_names() -> dict[str, str]:
    """Windows name -> IANA name, keys in lower case."""
    pairs = (line.replace("*", " Standard Time").split("=") for line in _CLDR.strip().splitlines())
    return {name.lower(): zone for name, zone in pairs}


@cache
def _known() -> dict[str, str]:
    """Every IANA name of this machine by its lower-case form."""
    return {name.lower(): name for name in available_timezones() if name not in ("localtime", "Factory")}


@cache
def _cities() -> dict[str, str]:
    """ "paris" -> "Europe/Paris"; of two names for one city the one CLDR uses."""
    preferred = set(windows_names().values())
    names = sorted((name for name in _known().values() if "/" in name), key=lambda name: (name in preferred, name))
    return {name.rpartition("/")[2].replace("_", " ").lower(): name for name in names}


@lru_cache(maxsize=1024)
def zone_info(name: str) -> ZoneInfo | None:
    """The rules of an IANA name; None where this machine does not know it."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):  # unknown, no possible name, a folder
        return None


@lru_cache(maxsize=4096)
def iana(name: str) -> str:
    """The IANA name of the zone a calendar calls `name`, "UTC" for Universal Time, "" where nobody knows it."""
    name = " ".join(name.strip().strip("\"'").split())
    if not name or len(name) > 200:
        return ""
    low = name.lower()
    if low in _UNIVERSAL:
        return "UTC"
    if low in _known():
        return _known()[low]
    windows = re.sub(r" (?:daylight|summer) time\b", " standard time", low)
    if windows in windows_names():
        return windows_names()[windows]
    if "/" in low:
        parts = low.split("/")
        found = next((tail for tail in ("/".join(parts[-3:]), "/".join(parts[-2:])) if tail in _known()), "")
        if found:
            return _known()[found]
    shown = _PREFIXED.sub("", low).replace(" and ", " & ")
    return _SHOWN.get(shown) or _by_city(shown) or _fixed(low)


def _by_city(shown: str) -> str:
    found = [_cities()[city] for city in map(str.strip, re.split("[,/]", shown)) if city in _cities()]
    preferred = set(windows_names().values())
    return next((zone for zone in found if zone in preferred), found[0] if found else "")


def _fixed(low: str) -> str:
    match = _FIXED.fullmatch(low)
    if not match or int(match[3] or 0):
        return ""
    return fixed_zone(timedelta(hours=int(match[2]) * (1 if match[1] == "+" else -1)))


def fixed_zone(offset: timedelta) -> str:
    """The IANA name of a whole-hour offset from UTC ("Etc/GMT-1" is one hour ahead), "" where there is none."""
    hours, rest = divmod(int(offset.total_seconds()), 3600)
    if rest or not -12 <= hours <= 14:
        return ""
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


# --- what a file itself says of a zone (VTIMEZONE) -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Observance:
    """One STANDARD or DAYLIGHT part: from `start` (wall time before the change) clocks are `offset` ahead of UTC.

    Yearly on the `nth` `weekday` (0 Monday) of `month` until the year `last`; once, where `month` is 0.
    """

    start: datetime
    before: timedelta
    offset: timedelta
    month: int = 0
    weekday: int = 0
    nth: int = 0
    last: int = 9999

    def change_in(self, year: int) -> datetime | None:
        """When it begins in `year`, in UTC; None where it does not."""
        if not self.month:
            return self.start - self.before if self.start.year == year else None
        if not self.start.year <= year <= self.last:
            return None
        day = _nth_weekday(year, self.month, self.weekday, self.nth)
        return datetime.combine(day, self.start.time()) - self.before


_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFFSET = re.compile(r"([+-]?)(\d{2})(\d{2})(\d{2})?")
_NTH_DAY = re.compile(r"([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)")


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        return day if day.month == month else day - timedelta(days=7)
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return end - timedelta(days=(end.weekday() - weekday) % 7 + 7 * (-nth - 1))


def offset_of(text: str) -> timedelta:
    """ "+0130" as a time span; raises ValueError."""
    match = _OFFSET.fullmatch(text.strip())
    if not match:
        raise ValueError(text[:20])
    span = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    if span >= timedelta(days=1):
        raise ValueError(text[:20])
    return -span if match[1] == "-" else span


def observance(start: datetime, before: str, offset: str, rule: str) -> Observance:
    """From the values of DTSTART, TZOFFSETFROM, TZOFFSETTO and RRULE; raises ValueError. The rule is never expanded."""
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    day = _NTH_DAY.fullmatch(parts.get("BYDAY", ""))
    month = int(parts.get("BYMONTH", "0")[:3])
    if parts.get("FREQ") != "YEARLY" or not day or not 1 <= month <= 12:
        return Observance(start, offset_of(before), offset_of(offset))
    last = int(parts.get("UNTIL", "9999")[:4])
    return Observance(start, offset_of(before), offset_of(offset), month, _DAYS.index(day[2]), int(day[1]), last)


def _changes(parts: Iterable[Observance], year: int) -> list[tuple[datetime, timedelta]]:
    found = ((part.change_in(y), part.offset) for part in parts for y in (year - 1, year, year + 1))
    return sorted((moment, offset) for moment, offset in found if moment is not None)


def offset_at(parts: list[Observance], wall: datetime) -> timedelta:
    """The offset from UTC that these parts give at a wall time."""
    settled = max((p for p in parts if p.start <= wall), key=lambda p: p.start, default=parts[0])
    offset = settled.offset
    for moment, later in _changes(parts, wall.year):
        if moment + later <= wall:
            offset = later
    return offset


def _like(parts: list[Observance], year: int) -> Iterator[tuple[datetime, timedelta]]:
    """Wall times over a year, safely away from midnight changes, with the offset the parts give them."""
    for month in range(1, 13):
        for day in (3, 10, 17, 24):
            wall = datetime(year, month, day, 12)
            yield wall, offset_at(parts, wall)


# Where several zones do the same, the one people mean.
_FIRST = (
    *("Europe/Paris", "Europe/London", "Europe/Athens", "America/New_York", "America/Chicago", "America/Denver"),
    *("America/Los_Angeles", "America/Halifax", "Asia/Dubai", "Asia/Shanghai", "Australia/Sydney"),
)


def same_as(parts: list[Observance], year: int) -> str:
    """The known zone whose clocks show what these parts say all through `year`, "" where none does."""
    if not parts:
        return ""
    samples = list(_like(parts, year))
    for name in dict.fromkeys((*_FIRST, *windows_names().values())):
        zone = zone_info(name)
        if zone and all(zone.utcoffset(wall) == offset for wall, offset in samples):
            return name
    return ""
