"""Words of the journal that are spelt nearly so: "Dupond" for "Dupont". Asked only where a search finds little."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from journal.domain.entry import folded
from journal.domain.query import WORD

if TYPE_CHECKING:
    from journal.store.journal import Journal

SHORTEST = 4  # letters; shorter words are one slip away from half the dictionary
MOST = 3  # words tried in the place of one
# Words that begin with the same two letters, of everything written, besides all names and titles.
_WRITTEN = "SELECT term FROM search_word WHERE term >= :start AND term < :start || char(1114111) LIMIT 5000"
_NAMES = "SELECT DISTINCT name_key FROM entry WHERE kind IN ('contact', 'network') AND deleted_at IS NULL"
_CHANGED = "SELECT id, title FROM change_item WHERE id > ? ORDER BY id"


class _Names:
    """The words of all names, read once and kept up with by what the history says was named since."""

    def __init__(self, sql: Any) -> None:
        self.seen = sql.execute("SELECT max(id) FROM change_item").fetchone()[0] or 0
        self.words = {part for (key,) in sql.execute(_NAMES) for part in WORD.findall(key)}

    def catch_up(self, sql: Any) -> None:
        for number, title in sql.execute(_CHANGED, (self.seen,)).fetchall():
            self.seen = number
            self.words.update(WORD.findall(folded(title)))


_kept: WeakKeyDictionary[Journal, _Names] = WeakKeyDictionary()
_one_at_a_time = threading.Lock()


def near(journal: Journal, sql: Any, word: str) -> list[str]:
    """The words spelt most like this one, the nearest first; the word itself is not among them."""
    if len(word) < SHORTEST or word.isdigit():
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    with _one_at_a_time:
        names = _kept.get(journal)
        if names is None:
            names = _kept[journal] = _Names(sql)
        else:
            names.catch_up(sql)
        candidates = list(names.words)
    candidates += [term for (term,) in sql.execute(_WRITTEN, {"start": word[:2]})]
    # One slip in a short word, two in a longer one; what she has typed so far may be the beginning of a word.
    most = 1 if len(word) < 7 else 2
    found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=most, limit=MOST * 3)
    beginnings = [one[: len(word)] for one in candidates if len(one) > len(word) + 1]
    found += process.extract(word, beginnings, scorer=OSA.distance, score_cutoff=1, limit=MOST)
    best = sorted(found, key=lambda one: (one[1], one[0][0] != word[0], one[0]))
    return list(dict.fromkeys(text for text, _, _ in best if text != word))[:MOST]
