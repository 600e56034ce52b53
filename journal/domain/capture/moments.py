"""The moments named in a sentence: a day, with its time and end where they stand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from journal.domain.capture.clock import (
    BARE_HOUR,
    BARE_RANGE,
    BESIDE_RANGE,
    BESIDE_TIME,
    ISO_TIME,
    PART,
    RANGE,
    TIME_ALONE,
    WEEKDAY_RANGE,
    Clock,
    at_work,
    read_time,
)
from journal.domain.capture.day_ways import WAYS
from journal.domain.capture.days import AHEAD, FIRST_YEAR, LAST_YEAR, Day, Seen, shifted
from journal.domain.capture.time_words import NUMBER, PARTS_OF_DAY, WEEKDAY, count_of, unit_of


@dataclass(frozen=True, slots=True)
class Moment:
    """`starts` is a date where no time is named. `spans`: where it is said, in the plain text."""

    starts: Day
    ends: Day | None
    spans: tuple[tuple[int, int], ...]
    of_today: bool = False  # a time is named, but no day

    @property
    def day(self) -> date:
        return self.starts.date() if isinstance(self.starts, datetime) else self.starts


# What comes before a day that is not the day of the matter itself.
_NOT_THIS = re.compile(
    r"(?:depuis|since|(?:^|[,(] ?|mais |et )pas|not|sauf|except|hormis"
    r"|jusqu'a|jusqu'au|until|till|au lieu de|instead of|quotidien) (?:le )?$"
)
_OR = re.compile(rf" ?(?:ou bien|ou|or|/) (?:le |on )?(?:{WEEKDAY}|demain|tomorrow|\d{{1,2}}\b)")


_SHORT_DAY = re.compile(r"\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|lun|jeu|ven|sam|dim)\b\.?(?= |$)")


def find_moment(said: str, seen: Seen) -> Moment | None:
    """The first moment named in `said` (a plain text). A day left open ("Monday or Tuesday") is none."""
    day = _first_day(said, seen)
    if day is None:
        return _time_of_today(said, seen)
    starts, ends, start, end = day
    if _OR.match(said, end):
        return None
    moment = Moment(starts, ends, ((start, end),))
    return (
        moment
        if isinstance(starts, datetime) and ends is None and not _is_part(said[start:end])
        else _timed(said, moment)
    )


def _is_week(said: str) -> bool:
    """A whole week or month, within which "14h" is rather how long it took."""
    return bool(re.search(r"semaine|week\b|mois|month", said)) and not re.search(WEEKDAY, said)


def _is_part(said: str) -> bool:
    """ "this evening" may still be told more exactly: "at 8". "in 2 hours" may not."""
    return not re.match(r"(?:dans|in|il y a|d'ici|within)\b|.* ago$", said)


def _first_day(said: str, seen: Seen) -> tuple[Day, Day | None, int, int] | None:
    best: tuple[int, int, Day, Day | None] | None = None
    for pattern, read in WAYS:
        for match in pattern.finditer(said):
            if best is not None and match.start() > best[0]:
                break
            if _NOT_THIS.search(said, 0, match.start()):
                continue
            try:
                found = read(match.groupdict(default=""), seen)
            except (ValueError, OverflowError, StopIteration, KeyError):  # 31 February, the year 12000
                continue
            if found is None:
                continue
            first, last = found if isinstance(found, tuple) else (found, None)
            if not FIRST_YEAR <= first.year <= LAST_YEAR:
                continue
            if best is None or (match.start(), -match.end()) < (best[0], -best[1]):
                best = (match.start(), match.end(), first, last)
            break
    if best is None:
        return None
    start, end, first, last = best
    away = _AWAY.search(said[:start])
    if away and _FROM_IT.match(said, start):  # "two weeks before 20 January"
        way = -1 if said[start:end].startswith(("avant", "before")) else 1
        count = count_of(away["count"])
        return (
            shifted(datetime(first.year, first.month, first.day), way * count, unit_of(away["unit"])),
            None,
            away.start(),
            end,
        )
    return first, last, start, end


_AWAY = re.compile(rf"(?<![\w'])(?P<count>{NUMBER}) ?(?P<unit>jours?|semaines?|mois|days?|weeks?|months?) $")
_FROM_IT = re.compile(r"(?:avant|before|apres|after) ")


def _timed(said: str, moment: Moment) -> Moment:
    """With the time that stands beside the day, or anywhere where "at" says so."""
    [(start, end)] = moment.spans
    day = moment.day
    part = moment.starts.time() if isinstance(moment.starts, datetime) else None
    space = re.compile(r"[, ]*(?:\(|le )?")
    at = space.match(said, end)
    place = at.end() if at else end
    beside = PART.match(said, place) if (end and not said[end - 1 : end].isalnum()) or place > end else None
    if beside and part is None:
        part, end = PARTS_OF_DAY[beside["part"]], beside.end()
        again = space.match(said, end)
        place = again.end() if again else end
    iso = ISO_TIME.match(said, end) if said[end : end + 1] == "t" else None
    if iso:
        return _at(moment, day, time(int(iso["hour"]), int(iso["minute"])), None, (start, iso.end()))
    beside_range = RANGE.match(said, place)
    if beside_range and (range_ := _read_range(beside_range, part)):
        return _at(moment, day, range_[0], range_[1], (start, beside_range.end()))
    bare_range = BARE_RANGE.match(said, place)
    if bare_range:
        first, last = (at_work(Clock(time(int(bare_range[name])), False), part) for name in ("first", "last"))
        if first < last:
            return _at(moment, day, first, last, (start, bare_range.end()))
    bare = WEEKDAY_RANGE.match(said, place) if re.search(rf"(?:{WEEKDAY})$", said[start:end]) else None
    if bare and int(bare["first"]) < int(bare["last"]):
        first, last = time(int(bare["first"])), time(int(bare["last"]))
        return _at(moment, day, first, last, (start, bare.end()))
    dotted = BESIDE_RANGE.match(said, place)
    if dotted and (range_ := _dotted_range(dotted, part)):
        return _at(moment, day, *range_, (start, dotted.end()))
    for pattern in (TIME_ALONE, BARE_HOUR, BESIDE_TIME):
        found = pattern.match(said, place)
        several = moment.ends is not None or _is_week(said[start:end])
        alone = found and not said[:start].strip() and not said[found.end() :].strip()  # "24 novembre, 8h : …"
        comma = "," in said[end:place] and not alone
        clock = _clock(found, part, comma=comma, several_days=several) if found else None
        if found and clock is not None:
            later = PART.match(said, found.end() + 1) if said[found.end() : found.end() + 1] == " " else None
            if later:
                clock = at_work(Clock(clock, False), PARTS_OF_DAY[later["part"]])
            return _at(moment, day, clock, None, (start, later.end() if later else found.end()))
    elsewhere = _elsewhere(said, start, end, part) if moment.ends is None and not _is_week(said[start:end]) else None
    if elsewhere is not None:
        first_time, last_time, span = elsewhere
        timed = _at(moment, day, first_time, last_time, (start, end))
        return replace(timed, spans=(*timed.spans, span))
    if part is not None:
        return _at(moment, day, part, None, (start, end))
    return moment


def _at(moment: Moment, day: date, first: time, last: time | None, span: tuple[int, int]) -> Moment:
    starts = datetime.combine(day, first)
    ends: Day | None = moment.ends
    if last is not None and moment.ends is None:
        ends = datetime.combine(day, last)
        ends = ends if ends > starts else ends + timedelta(days=1)
    return Moment(starts, ends, (span,))


def _clock(found: re.Match[str], part: time | None, *, comma: bool, several_days: bool = False) -> time | None:
    """The time right after a day; None where "1h" is rather how long it took, and where the hour cannot be."""
    groups = found.groupdict()
    try:
        clock = (
            read_time(groups)
            if "to" in groups
            else Clock(time(int(groups["hour"] or 0), int(groups.get("dot") or 0)), False)
        )
    except (ValueError, KeyError):
        return None
    said_at = "at" not in groups or bool(groups["at"])
    bare = groups.get("hour") is not None and not groups.get("colon") and not groups.get("half") and "to" in groups
    limit = 24 if several_days else 8 if comma else 5
    if bare and not said_at and clock.at.hour <= limit:
        return None
    return at_work(clock, part)


def _read_range(found: re.Match[str], part: time | None) -> tuple[time, time] | None:
    groups = found.groupdict()
    try:
        last = read_time(groups, "2")
        first = Clock(time(int(groups["first"])), False) if groups["first"] else read_time(groups)
    except (ValueError, KeyError):
        return None
    end = at_work(last, part)
    start = first.at
    half = groups.get("half2") or groups.get("ampm2")
    if half == "p" and start.hour < 12 and not groups.get("half") and not groups.get("ampm"):
        afternoon = start.replace(hour=start.hour + 12)
        start = afternoon if afternoon < end else start  # "from 2 to 3pm" both, "from 11 to 1pm" not
    elif not half and not first.sure:
        start = at_work(first, part)
    return (start, end) if start != end else None


def _dotted_range(found: re.Match[str], part: time | None) -> tuple[time, time] | None:
    groups = {name.rstrip("3"): value for name, value in found.groupdict().items() if value is not None}
    first, last = (
        at_work(Clock(time(int(groups[hour]), int(groups.get(minute, 0))), False), part)
        for hour, minute in (("first", "dot"), ("last", "dot2"))
    )
    return (first, last) if first < last else None


def _elsewhere(said: str, start: int, end: int, part: time | None) -> tuple[time, time | None, tuple[int, int]] | None:
    """A time that stands apart from the day: before it, or further on where a word says that it is one."""
    for found in RANGE.finditer(said):
        if found.end() <= start or found.start() >= end:
            range_ = _read_range(found, part)
            if range_ is not None:
                return (*range_, found.span())
    for found in TIME_ALONE.finditer(said):
        if found.start() < end and found.end() > start:
            continue
        near = found.end() <= start and not said[found.end() : start].strip(" ,")
        if (near or _is_time(found)) and not _is_measure(said, found):
            clock = _clock(found, part, comma=True)
            if clock is not None:
                return clock, None, found.span()
    for found in BARE_HOUR.finditer(said):
        if found[0].startswith("at ") and (found.end() <= start or found.start() >= end):
            clock = _clock(found, part, comma=False)
            if clock is not None:
                return clock, None, found.span()
    return None


def _is_time(found: re.Match[str]) -> bool:
    """Whether it cannot well be anything but a time of the day: "at 9h", "14h30", "2pm", "noon"."""
    groups = found.groupdict()
    if groups["named"] or groups["ampm"] or groups["half"] or groups["to"] or groups["clock"]:
        return True
    hour = int(groups["hour"]) if groups["hour"] else 0
    if groups["at"] and not groups["at"].startswith(("de ", "for", "pour")):
        return True
    return bool(groups["colon"]) or hour >= 9 or (hour >= 7 and bool(groups["minute"]))


def _is_measure(said: str, found: re.Match[str]) -> bool:
    """ "9h de formation", "formation de 10h", "7h/24"."""
    return bool(
        re.match(r" ?(?:de|d'|of|/|par|per|a week)\b", said[found.end() :])
        or (found["at"] or "").startswith("de ")
        or re.search(r"\d ?(?:h|:\d\d) ?$", said[: found.start()])
        or re.search(r"(?:pendant|for|durant|in|dans|il y a|en) (?:environ )?$", said[: found.start()])
    )


def _time_of_today(said: str, seen: Seen) -> Moment | None:
    """A time alone counts where it cannot be anything else: "2h" alone may be how long something took."""
    today = seen.now.date()
    if _SHORT_DAY.search(said):
        return None  # some day is named that was not understood: today would be wrong
    for found in RANGE.finditer(said):
        range_ = _read_range(found, None)
        if range_ is not None:
            return replace(_at(Moment(today, None, ()), today, range_[0], range_[1], found.span()), of_today=True)
    for found in TIME_ALONE.finditer(said):
        if not _is_time(found) or _is_measure(said, found):
            continue
        if found["named"] == "midi" and not (found["at"] or "").startswith(("a", "vers", "pour")):
            continue
        try:
            clock = at_work(read_time(found.groupdict()))
        except (ValueError, KeyError):
            continue  # 25:70 is no time
        if _NOT_THIS.search(said, 0, found.start()) or (found["at"] or "").startswith(("de ", "from")):
            continue
        starts = datetime.combine(today, clock)
        if seen.tense == AHEAD and starts <= seen.now:
            starts += timedelta(days=1)
        return Moment(starts, None, (found.span(),), True)
    bare = re.search(
        r"\bat (?P<hour>1[0-2]|[1-9])(?:\.(?P<dot>[0-5]\d))?"
        r"(?= ?(?:$|[,;()]|with\b|in\b|on\b|for\b|about\b|re\b)|(?<=\.\d\d) )",
        said,
    )
    if bare is None:
        return None
    starts = datetime.combine(
        today, at_work(Clock(time(int(bare["hour"]), int(bare["dot"] or 0)), int(bare["hour"]) > 6))
    )
    if seen.tense == AHEAD and starts <= seen.now:
        starts += timedelta(days=1)
    return Moment(starts, None, (bare.span(),), True)
