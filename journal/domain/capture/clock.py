"""Times of the day, from one to another, and how long something took."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from journal.domain.capture.lexicon import words_of
from journal.domain.capture.plain import any_of
from journal.domain.capture.time_words import NUMBERS, PARTS_OF_DAY

_HOUR_WORDS = {name: number for name, number in NUMBERS.items() if number <= 12 and name not in ("a", "an", "un")}
_SAID = any_of(name for name in _HOUR_WORDS if " " not in name)
_HALF_OF_DAY = r"(?: ?(?P<half{n}>[ap])\.?m\b\.?)"


def _time(n: str) -> str:
    """The pattern of one time; its groups end in `n`."""
    return (
        rf"(?:(?P<to{n}>half past|half(?= (?:{_SAID})\b)|quarter past|quarter to|"
        rf"(?:five|ten|twenty|twenty-five) (?:past|to)|(?:25|20"
        rf"|10|5) past) "
        rf"(?P<past{n}>{_SAID}|1[0-2]|[1-9])(?:{_HALF_OF_DAY.replace('half', 'hala')})?"
        rf"|(?P<hour{n}>2[0-3]|[01]?\d)(?: ?(?:h|heures?)(?: ?(?P<minute{n}>[0-5]\d)(?!\d)|"
        rf"(?P<spoken{n}> et demie?| et quart| moins le quart| moins dix| moins cinq| trente| quinze))?"
        rf"|:(?P<colon{n}>[0-5]\d)(?::[0-5]\d)?){_HALF_OF_DAY}?"
        rf"|(?P<twelve{n}>1[0-2]|0?[1-9])(?:[:.](?P<point{n}>[0-5]\d))? ?(?P<ampm{n}>[ap])\.?m\b\.?"
        rf"|(?P<word{n}>{_SAID}) (?:(?:heures?)(?P<wordly{n}> et demie?| et quart| moins le quart| trente| quinze)?"
        rf"|o'?clock)(?:{_HALF_OF_DAY.replace('half', 'halb')})?"
        rf"|(?P<clock{n}>1[0-2]|[1-9]) o'?clock"
        rf"|(?P<named{n}>midi(?: et demie?)?|minuit|noon|midnight))"
    ).replace("{n}", n)


_AT = r"(?:a|at|vers|around|about|@|des|from|starting at|a partir de|pour|for|de|by|avant|before) ?(?:environ )?"
TIME_ALONE = re.compile(rf"(?<![\w#@/.])(?P<at>{_AT})?{_time('')}(?![\w:])")
_HOURS = r"(?P<first>2[0-3]|[01]?\d)"
RANGE = re.compile(
    rf"(?<![\w#@/.])(?:(?:de|from|entre|between|des) )?(?:{_time('')}|{_HOURS}(?=(?: ?- ?| a | to | et "
    rf"| and )(?:\d|noon|midi)))"
    rf"(?: ?[-–—>]+ ?| a | au? | to | till | until | jusqu'a | et | and )(?:{_time('2')})(?![\w:])"
)
BARE_HOUR = re.compile(
    r"(?<!\w)(?:a (?=\d+(?! [a-z]))|at |@ ?)(?P<hour>[01]?\d|2[0-3])(?:\.(?P<dot>[0-5]\d))?"
    r"(?![\w:/.,%€-]*\w)(?! ?(?:%|€))"
)
BARE_RANGE = re.compile(
    r"(?:from|de|between|entre) (?P<first>2[0-3]|[01]?\d) ?(?:to|a|and|et|-) ?(?P<last>2[0-3]"
    r"|[01]?\d)(?![\w:/.,%€-]*\w)"
)
_DOTTED = r"2[0-3]|[01]?\d"
_NO_TIME = r"(?![\w:/%€-]*\w)(?! ?(?:%|€|£))"
BESIDE_RANGE = re.compile(  # "Thursday 10-11.30"
    rf"(?P<first>{_DOTTED})(?:\.(?P<dot>[0-5]\d))? ?[-–] ?(?P<last>{_DOTTED})\.(?P<dot2>[0-5]\d){_NO_TIME}"
    rf"|(?P<first3>{_DOTTED})\.(?P<dot3>[0-5]\d) ?[-–] ?(?P<last3>{_DOTTED}){_NO_TIME}"
)
BESIDE_TIME = re.compile(rf"(?P<hour>{_DOTTED})\.(?P<dot>[0-5]\d){_NO_TIME}")  # "27 Nov 9.30"
WEEKDAY_RANGE = re.compile(  # "Saturday 9-12"
    r"(?P<first>0?[7-9]|1\d) ?- ?(?P<last>1\d|2[0-2])(?! ?(?:[\w:/.%€-]*\w)|[/.-]\d)(?= ?(?:$|[,;:.()]|\x01))"
)
ISO_TIME = re.compile(r"(?:t| )(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\w)")
PART = re.compile(
    rf"(?:(?:dans|en|au|in|at) )?(?:the |l'|la |le )?(?P<part>{any_of(PARTS_OF_DAY)})(?!\w)",
)
_PAST = {"half past": 30, "half": 30, "quarter past": 15, "quarter to": -15}
_MINUTES = {"five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_SPOKEN = {"et demi": 30, "et demie": 30, "et quart": 15, "moins le quart": -15, "moins dix": -10, "moins cinq": -5}
_SPOKEN |= {"trente": 30, "quinze": 15}
AFTERNOON_FROM, MORNING_FROM = 12, 7


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as written. `sure` where nothing could make it the other half of the day."""

    at: time
    sure: bool = True


def read_time(groups: dict[str, str | None], n: str = "") -> Clock:
    """The time of a match of `TIME_ALONE` or `RANGE`. Raises ValueError."""
    got = {name[: len(name) - len(n)] if n else name: value for name, value in groups.items() if name.endswith(n)}
    if got.get("named"):
        name = str(got["named"])
        if name.startswith(("minuit", "midnight")):
            return Clock(time(0))
        return Clock(time(12, 30 if "demi" in name else 0))
    half = got.get("half") or got.get("ampm") or got.get("hala") or got.get("halb")
    if got.get("to"):
        said, hour = str(got["to"]), _hour(str(got["past"]))
        word, _, way = said.partition(" ")
        away = _PAST.get(said) or (_MINUTES.get(word) or int(word)) * (1 if way == "past" else -1)
        minutes = hour * 60 + away
        return _halved(time(minutes // 60, minutes % 60), half)
    said_minute = got.get("spoken") or got.get("wordly")
    hour = _hour(str(got.get("word") or got.get("hour") or got.get("twelve") or got.get("clock") or got.get("first")))
    minute = int(got.get("minute") or got.get("colon") or got.get("point") or 0)
    if said_minute:
        minutes = hour * 60 + _SPOKEN[said_minute.strip()]
        hour, minute = divmod(minutes, 60)
    whole_day = bool(got.get("minute") or got.get("colon") or str(got.get("hour") or "").startswith("0"))
    return _halved(time(hour, minute), half, whole_day)


def _hour(text: str) -> int:
    return int(text) if text.isdigit() else _HOUR_WORDS[text]


def _halved(at: time, half: str | None, sure: bool = False) -> Clock:
    if half:
        return Clock(at.replace(hour=at.hour % 12 + (12 if half == "p" else 0))) if at.hour <= 12 else Clock(at)
    return Clock(at, sure or at.hour >= MORNING_FROM)


def at_work(clock: Clock, part: time | None = None) -> time:
    """The time meant: with "afternoon" or "evening" beside it the second half of the day; "at 3" is not at night."""
    at = clock.at
    if part is not None and part.hour >= AFTERNOON_FROM and 1 <= at.hour < 12:
        return at.replace(hour=at.hour + 12)
    if not clock.sure and part is None and 1 <= at.hour <= 5:
        return at.replace(hour=at.hour + 12)
    return at


# --- how long -----------------------------------------------------------------------------------------------------

_HALVES: dict[str, float] = {
    **dict.fromkeys(
        words_of(
            "une demi-heure, une demi heure, demi-heure, half an hour, a half hour, half hour, 1/2h, 1/2"
            " h, 1/2 heure, une trentaine de minutes"
        ),
        0.5,
    ),
    **dict.fromkeys(
        words_of(
            "un quart d'heure, quart d'heure, 1/4 d'heure, 1/4h, 1/4 h, a quarter of an hour, une quinzaine de minutes"
        ),
        0.25,
    ),
    **dict.fromkeys(
        words_of("trois quarts d'heure, 3/4 d'heure, 3/4h, 3/4 h, three quarters of an hour, a good 45 minutes"), 0.75
    ),
    **dict.fromkeys(words_of("une heure et demie, an hour and a half, one and a half hours, 1 hour and a half"), 1.5),
    **dict.fromkeys(words_of("une heure, une bonne heure, une petite heure, an hour, a good hour, one hour"), 1.0),
    **dict.fromkeys(words_of("une vingtaine de minutes"), 0.33),
    **dict.fromkeys(words_of("une dizaine de minutes"), 0.17),
    **dict.fromkeys(words_of("deux heures et demie, two and a half hours, two hours and a half"), 2.5),
}
_FOR = r"pendant|durant|for|duree ?:?|lasted|a dure|duration ?:?|pour"
_NOT_LONG = (
    r"(?! ?(?:de retard|d'avance|d'attente|de route|de trajet|de train|late|early|away|drive|par |a week|a day|per "
    r"|/ ?\d|/sem|/j|ago|avant|before|apres|after|later|plus tard|max|chaque|each|every|from now))"
)
_LONG = re.compile(
    rf"(?<![\w#@/.,])(?P<for>(?:{_FOR}) ?(?:environ |about |around )?)?(?:"
    rf"(?P<said>{any_of(_HALVES)})"
    r"|(?P<hours>\d{1,2})(?:[.,](?P<tenths>\d{1,2}))? ?(?P<unit>h|hours?|heures?)(?: ?(?P<rest>[0-5]\d)(?: ?mi?n)?)?"
    rf"|(?P<words>{_SAID}) (?:hours?|heures?)"
    r"|(?P<minutes>\d{1,3}) ?(?:min|mn|minutes?|mins)"
    r"|(?P<strokes>\d{2}) ?'"
    rf")(?![\w:'.-]*\w){_NOT_LONG}"
)
_IN = re.compile(r"(?:dans|in|within|d'ici|il y a|en|a|at|vers|des|around|by|jusqu'a|until|depuis|since|avant|apres) $")
_JOURNEY = re.compile(r"\b(?:train|vol|avion|bus|navette|tgv|ter|flight|ferry|taxi|coach)(?: de| of| at| a| d[eu])? $")
LONGEST = 14.0  # hours; what is longer is no sitting


def find_hours(said: str, *, past: bool, training: bool, days: int = 1) -> tuple[float, int, int] | None:
    """The first length of time in `said` (a plain text whose moments are blanked out), and where it stands."""
    for match in _LONG.finditer(said):
        hours = _length(match)
        if hours is None or not 0 < hours <= LONGEST * days:
            continue
        before = said[: match.start()]
        if not match["for"] and (_IN.search(before) or _JOURNEY.search(before)):
            continue
        alone = not match["for"] and match["hours"] and match["unit"] == "h" and not match["tenths"]
        told = re.match(r" (?:de|of|d')", said[match.end() :]) or re.search(r"\b(?:de|of) $", before)
        if alone and not told and days == 1 and hours >= (8.5 if past and training else 6):
            continue  # "14h" is a time of the day
        return hours, match.start(), match.end()
    return None


def _length(match: re.Match[str]) -> float | None:
    if match["said"]:
        return _HALVES[match["said"]]
    if match["words"]:
        return float(_HOUR_WORDS[match["words"]])
    if match["minutes"] or match["strokes"]:
        return round(int(match["minutes"] or match["strokes"]) / 60, 2)
    tenths = float(f"0.{match['tenths']}") if match["tenths"] else 0.0
    return round(int(match["hours"]) + tenths + int(match["rest"] or 0) / 60, 2)
