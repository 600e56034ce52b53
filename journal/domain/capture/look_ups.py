"""Whom to look up in the journal for a sentence: the runs of words that may be names, in the forms that names have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from journal.domain.capture.given_names import GIVEN_NAMES
from journal.domain.capture.lexicon import EVENT_TYPES, FOLLOWING, NOT_NAMES, PARTICLES, TOWNS
from journal.domain.capture.markers import TITLES, WEAK, Token, markers, tokens
from journal.domain.capture.said import KnownPerson
from journal.domain.capture.verbs import VERBS
from journal.domain.entry import folded

MOST_SINGLE, MOST_UNSURE = 20, 3
LONGEST_NAME = 5  # words
# Months and words that are given names too: taken for one only where a contact bears it, or a family name follows.
_WORDS_AND_NAMES = frozenset(
    ("april", "may", "june", "august", "will", "mark", "avril", "noel", "mai", "sage", "summer", "grace", "rose")
)


def may_be_given(key: str) -> bool:
    return key in _WORDS_AND_NAMES


def names_to_look_up(text: str) -> tuple[list[str], list[str], list[str]]:
    """(whole names, single names, unsure ones), folded: runs of two to five words; single words, or families with
    their particles, that are capitalised or follow a marker; and two words in small letters after a marker, which may
    be a name with a slip in it."""
    words = tokens(text)
    whole = dict.fromkeys(form for first, last in _runs(words) for form in forms_of(key_of(text, words, first, last)))
    single: dict[str, None] = {}
    marked = {end: marker for marker, end in markers(text)}
    for number, word in enumerate(words):
        titled = number > 0 and words[number - 1].key.rstrip(".") in TITLES
        if word.key in PARTICLES and (titled or word.is_name_like or word.start in marked):
            last = _end_of_family(words, number)
            single.update(dict.fromkeys(forms_of(key_of(text, words, number, last)) if last > number else ()))
        if len(word.key) < 2 or (word.key in NOT_NAMES and word.key not in GIVEN_NAMES and not may_be_given(word.key)):
            continue
        if word.is_name_like or word.start in marked or text[max(0, word.start - 1) : word.start] == "@" or titled:
            single[word.key] = None
    unsure = [
        key_of(text, words, number, end)
        for number in range(len(words) - 1)
        if marked.get(words[number].start, "via") not in WEAK and (end := end_of_unsure(words, number))
    ]
    return list(whole), list(single)[:MOST_SINGLE], unsure[:MOST_UNSURE]


def key_of(text: str, words: Sequence[Token], first: int, last: int) -> str:
    """The name from one word to another as it is compared."""
    key = folded(text[words[first].start : words[last].end])
    return key.removesuffix("'s").rstrip(".")


def forms_of(key: str) -> Iterator[str]:
    """The name as it may be written elsewhere: "jean baptiste" with its hyphen, "marie-helene" without."""
    yield key
    words = key.split(" ")
    if "-" in words[0]:
        yield " ".join([words[0].replace("-", " "), *words[1:]])
    elif len(words) > 2 and words[0] in GIVEN_NAMES and words[1] in GIVEN_NAMES:
        yield " ".join([f"{words[0]}-{words[1]}", *words[2:]])


def bearers(known: Mapping[str, tuple[KnownPerson, ...]], key: str) -> tuple[KnownPerson, ...]:
    """Those of `known` who bear a name, in whichever form it was found."""
    return next((found for form in forms_of(key) if (found := known.get(form))), ())


def end_of_unsure(words: Sequence[Token], number: int) -> int | None:
    """The last of the words in small letters that may be a given and a family name, mistyped: "sofie martin",
    "sarah o connor"."""
    last = number + 1
    if last + 1 < len(words) and words[last].key in ("n", "o", "d", "l", "m"):
        last += 1
    if last >= len(words) or any(words[n + 1].start - words[n].end != 1 for n in range(number, last)):
        return None
    names = all(
        (word.text.islower() or (word.text.istitle() and words[number].key not in GIVEN_NAMES))
        and len(word.key) > 2
        and word.key not in NOT_NAMES
        and word.key not in PARTICLES
        for word in (words[number], words[last])
    )
    return last if names else None


_NO_FAMILY = re.compile(r"(?:ment|ly|ing|ed|tion|ais|ait|aient|day)$")


def may_be_family(word: Token) -> bool:
    return (
        word.key not in FOLLOWING
        and word.key not in VERBS
        and word.key not in EVENT_TYPES
        and word.key not in TOWNS
        and not _NO_FAMILY.search(word.key)
        and not word.text.endswith(("é", "ée", "és", "ées"))
    )


def _runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for first in range(len(words)):
        for last in range(first + 1, min(first + LONGEST_NAME, len(words))):
            if words[last].start - words[last - 1].end > 1:
                break
            yield first, last


def _end_of_family(words: Sequence[Token], first: int) -> int:
    """The word that the particles from `first` on belong to."""
    last = first
    while (
        last + 1 < len(words)
        and last - first < 3
        and words[last].key in PARTICLES
        and words[last + 1].start - words[last].end <= 1
    ):
        last += 1
    return last if words[last].key not in PARTICLES else first
