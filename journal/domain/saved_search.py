"""A search she has kept, under a name of hers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from journal.domain.entry import folded, one_line

KEY = "saved_searches"  # the journal's setting that holds them all, in their order
MOST = 60
LONGEST = 200  # characters of a name


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """`words` as she typed them: they tell one saved search from another."""

    name: str
    words: str

    @property
    def key(self) -> str:
        return folded(self.words)


def named(words: str, name: str = "") -> SavedSearch:
    """On one line each; by its words where it has no name."""
    words = one_line(words)[:1000]
    return SavedSearch(one_line(name)[:LONGEST] or words[:LONGEST], words)


def to_text(searches: Iterable[SavedSearch]) -> str:
    return json.dumps([{"name": one.name, "words": one.words} for one in searches], ensure_ascii=False)


def from_text(text: str) -> list[SavedSearch]:
    """What was kept; whatever else stands there is passed over."""
    try:
        kept = json.loads(text or "[]")
    except ValueError:
        return []
    if not isinstance(kept, list):
        return []
    good = [one for one in kept if isinstance(one, dict) and isinstance(one.get("words"), str) and one["words"].strip()]
    return [named(one["words"], str(one.get("name") or "")) for one in good[:MOST]]
