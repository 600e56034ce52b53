"""A text as it is searched: without case, accents and slips of the keyboard, each letter knowing where it stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_READ = 2_000  # characters; what matters is said at the beginning of what is captured, not on page three

# Long words that a slip of the keyboard still tells from any other.
_LONG_WORDS = (
    *("mercredi", "vendredi", "dimanche", "samedi", "demain", "aujourd'hui", "prochain", "prochaine", "dernier"),
    *("tomorrow", "yesterday", "wednesday", "thursday", "saturday", "tuesday", "january", "february", "september"),
    *("november", "december", "october", "janvier", "fevrier", "juillet", "septembre", "octobre", "novembre"),
    *("decembre", "semaine", "monday", "friday", "sunday", "lundi", "mardi", "jeudi"),
)
_WEEKDAYS = frozenset(("lundi", "mardi", "jeudi", "samedi", "monday", "friday", "sunday"))  # told with a letter less
_RIGHT_AS_THEY_ARE = frozenset(
    (
        *_LONG_WORDS,
        "demains",
        "semaines",
        "prochains",
        "derniers",
        "derniere",
        "domain",
        "mari",
        "jedi",
        "lundis",
        "mardis",
        "jeudis",
    )
)
_HABITS = {  # short cuts and slips further away than one letter
    **dict.fromkeys(
        ("aujourdhui", "aujourd'hiu", "aujourdui", "aujoud'hui", "aujour'hui", "ajd", "auj"), "aujourd'hui"
    ),
    **dict.fromkeys(("tmrw", "tmw", "tomorow", "tommorow", "tommorrow", "tomorrrow", "tomorro", "tomoz"), "tomorrow"),
    **dict.fromkeys(("wensday", "wendsday", "wednsday", "wednesay"), "wednesday"),
    **dict.fromkeys(("febuary", "feburary"), "february"),
    **dict.fromkeys(("aprem", "aprem'", "aprm"), "apres-midi"),
    **dict.fromkeys(("apremidi", "apresmidi"), "apres-midi"),
    **dict.fromkeys(("apresdemain", "apdemain"), "apres-demain"),
    **dict.fromkeys(("avanthier", "avt-hier"), "avant-hier"),
    **dict.fromkeys(("proch", "pro", "prochai"), "prochain"),
    "dem": "demain",
    "ds": "dans",
    "pdt": "pendant",
    "avt": "avant",
    "nxt": "next",
    "tdy": "today",
    "sem": "semaine",
    "hrs": "hours",
}
_LETTERS = re.compile(r"[a-z']{2,13}")


def _slips() -> dict[str, str]:
    """A letter too few, one doubled, two in the wrong order -> the word meant; first and last letter are right."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for word in _LONG_WORDS:
        for place in range(1, len(word) - 1):
            wrong = {word[:place] + word[place] + word[place:]}
            if place < len(word) - 2:
                wrong.add(word[:place] + word[place + 1] + word[place] + word[place + 2 :])
            if len(word) > 6 or word in _WEEKDAYS:
                wrong.add(word[:place] + word[place + 1 :])
            for one in wrong - _RIGHT_AS_THEY_ARE:
                twice.update({one} if found.get(one, word) != word else ())
                found[one] = word
        swapped_end = word[:-2] + word[-1] + word[-2]
        if swapped_end not in _RIGHT_AS_THEY_ARE:
            found.setdefault(swapped_end, word)
    return {one: word for one, word in found.items() if one not in twice}


_MEANT = {**_slips(), **_HABITS}


def plain(text: str) -> tuple[str, list[int]]:
    """The first `LONGEST_READ` letters of `text`, and where each stands in `text` (and, last, where it ends)."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text[:LONGEST_READ]):
        for letter in unicodedata.normalize("NFKD", character.replace("’", "'").casefold()):
            if not unicodedata.combining(letter):
                letters.append(" " if letter.isspace() else "-" if letter in "‐‑" else letter)
                places.append(place)
    return _as_meant("".join(letters), places, min(len(text), LONGEST_READ))


def _as_meant(letters: str, places: list[int], length: int) -> tuple[str, list[int]]:
    said: list[str] = []
    at: list[int] = []
    done = 0
    for match in _LETTERS.finditer(letters):
        meant = _MEANT.get(match[0])
        start, end = match.span()
        if meant is None or (start and letters[start - 1] in "#@/.") or letters[end : end + 1] == "@":
            continue
        said += [letters[done:start], meant]
        at += places[done:start]
        at += [places[min(start + nth, end - 1)] for nth in range(len(meant) - 1)] + [places[end - 1]]
        done = end
    return "".join([*said, letters[done:]]), [*at, *places[done:], length]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
