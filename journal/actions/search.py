"""Find: everything that matches what she types, the best first."""

from __future__ import annotations

from journal.domain.lines import Hit
from journal.store import search as store_search
from journal.store.journal import Journal


def search(journal: Journal, *, words: str, kind: str = "", limit: int = 50) -> list[Hit]:
    return store_search.search(journal, words, kind, limit)
