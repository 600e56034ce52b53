"""Find: everything that matches what she types, the best first."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from journal.domain.entry import folded
from journal.domain.kinds import CLASS_OF
from journal.domain.lines import Hit, Wanted
from journal.domain.query import Meaning, Query, Vocabulary
from journal.domain.query import understood as read
from journal.store import search as store_search
from journal.store.journal import Journal
from journal.system import words as catalogues

# The catalogue's keys for what may stand after `kind:`.
_MORE = {
    "favourite": ("favourite", "contact", ""),
    "favori": ("favourite", "contact", ""),
    "person": ("kind", "", "contact"),
    "people": ("kind", "", "contact"),
    "personne": ("kind", "", "contact"),
    "doubt": ("type", "learning", "question"),
    "doute": ("type", "learning", "question"),
    "fierte": ("type", "learning", "win"),
}


def search(journal: Journal, *, words: str, kind: str = "", limit: int = 50) -> list[Hit]:
    """`words` as she types them (see `domain.query`); `kind`: only such entries."""
    query = understood(journal, words)
    if kind:
        query = _only(query, kind)
    return store_search.search(journal, query, limit)


def understood(journal: Journal, words: str) -> Query:
    return read(words, journal.clock.now().date(), vocabulary())


def wanted_by_words(journal: Journal, wanted: Wanted) -> Wanted:
    """With its words understood, and those that are written nowhere taken for what is spelt nearly so."""
    if not wanted.words.strip():
        return wanted
    return replace(wanted, query=store_search.respelt(journal, understood(journal, wanted.words)))


def _only(query: Query, kind: str) -> Query:
    from journal.domain.query import Filter

    one = Filter("kind", kind, meanings=(("kind", "", kind),))
    return replace(query, filters=(*query.filters, one)) if query.asks else query


@cache
def vocabulary() -> Vocabulary:
    """What may stand after `kind:` in both languages, as the entries' fixed words are called there."""
    found: dict[str, dict[Meaning, None]] = {}

    def add(name: str, meaning: Meaning) -> None:
        found.setdefault(folded(name), {})[meaning] = None

    for language in catalogues.LANGUAGES:
        for key, said in catalogues.catalogue(language).items():
            part, _, value = key.rpartition(".")
            kind, _, what = part.partition(".")
            if part in ("kind", "kinds") and value in CLASS_OF:
                for name in (said, value):
                    add(name, ("kind", "", value))
            elif kind in CLASS_OF and what in ("type", "state", "status"):
                for name in (said, value, value.replace("_", " ")):
                    add(name, ("type" if what == "type" else "state", kind, value))
    for name, meaning in _MORE.items():
        add(name, meaning)
    for name, value in (("fait", "done"), ("faits", "done"), ("done", "done"), ("open", "open")):
        add(name, ("state", "reminder", value))
    return {name: tuple(meanings) for name, meanings in found.items()}
