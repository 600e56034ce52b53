"""What kind of event a sentence tells of, by its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.domain.capture.lexicon import EVENT_TYPES
from journal.domain.capture.said import Who
from journal.domain.entry import folded

# After these stands what it was about: "réunion en vue du salon".
_ABOUT = frozenset(("vue", "about", "sujet", "concernant", "regarding", "preparation", "preparer", "prepare"))
FIRST_WORDS = 10  # of a sentence, among which the type of an event is looked for


def event_type(text: str, clause: tuple[int, int], people: Sequence[Who]) -> str:
    """Of the first clause of `text`; "meeting" where nothing says more."""
    start, end = clause
    for number, word in enumerate(re.finditer(r"[^\W\d_][\w'’-]*", text[start:end])):
        key = folded(word[0]).removeprefix("l'").removeprefix("d'").removeprefix("j'")
        place = start + word.start()
        if number > FIRST_WORDS or (number and key in _ABOUT):
            break
        if word[0].lower() == "formé":
            return "workshop"
        if key == "text" and re.match(r" (?:from|to|message)\b", text[place + len(word[0]) :]):
            return "message"
        if word[0] == "Show" and number:
            return "conference"  # "the Office Show"
        if any(who.start <= place < who.end for who in people) or EVENT_TYPES.get(key, "meeting") == "meeting":
            if word[0].lower() == "thé":
                return "coffee"
            continue  # what one met for says more than that one met
        if key == "cafe" and re.search(r"(?:au|dans le|at the|at) $", text[:place].lower()):
            continue
        return EVENT_TYPES[key]
    return "meeting"
