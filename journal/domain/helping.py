"""Who could help, and why; and which words of a question tell what it is about."""

from __future__ import annotations

from typing import NamedTuple

from journal.domain.entry import folded
from journal.domain.query import WORD


class Reason(NamedTuple):
    """`code`: tag, role, notes, learning, answered, event or network; `text`: the tag, the role, the title…"""

    code: str
    text: str


class Helper(NamedTuple):
    """A contact, the score (best first), and the reasons, the weightiest first."""

    contact_id: int
    name: str
    subtitle: str
    score: float
    reasons: tuple[Reason, ...]


SHORTEST = 4
MOST_READ = 60  # words of a question, from its beginning
# Words of questions in general, without case and accents.
_SAID_ANYWHERE = """
    comment pourquoi quand quel quelle quels quelles quoi faut faire fait peut peux pouvez avez avoir etre sont suis
    elle elles nous vous leur leurs notre votre cette cela ceux celui celle dans avec sans pour plus moins tres bien
    tout toute tous toutes autre autres meme aussi alors donc mais chez entre sous depuis encore toujours jamais quelqu
    quelque quelques chaque besoin aide aider savoir sait dois doit mieux meilleur meilleure facon maniere question
    fois jour jours merci bonjour utiliser utilise
    what when where which whom whose does should could would have with without about from into your mine their there
    these those that this they them than then some much many more most very well good best better please help need needs
    want know knows make makes made doing done using used uses anyone somebody someone days time thanks hello other
    others each every also only just like"""
_EMPTY = frozenset(_SAID_ANYWHERE.split())


def telling_words(text: str) -> list[str]:
    """The words that may tell what a text is about, without plural endings, each once, in their order."""
    found: dict[str, None] = {}
    for word in WORD.findall(folded(text)):
        if len(word) < SHORTEST or word in _EMPTY or word.isdigit():
            continue
        stem = word[:-1] if word.endswith(("s", "ux")) and len(word) > SHORTEST else word
        found[stem] = None
        if len(found) >= MOST_READ:
            break
    return list(found)
