"""The index of a journal that was filled under older rules, brought under those of now: from the first entry to the
last, a few at a time, so that it may be broken off at any moment and gone on with later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.store.indexing import RULES, RULES_KEY, Index
from journal.store.reading import load

if TYPE_CHECKING:
    from journal.store.journal import Journal

AT_ONCE = 100  # entries: what else wants to write waits for no more
REMEMBERED_EVERY = 40 * AT_ONCE  # entries of which none was different


def reached(sql: Any) -> int | None:
    """The entry up to which the index follows the rules of now; None where all of it does."""
    row = sql.execute("SELECT value FROM setting WHERE key = ?", (RULES_KEY,)).fetchone()
    rules, _, number = (row[0] if row else "").partition(":")
    if rules != str(RULES):
        return 0
    return int(number) if number.isdigit() else None


def step(journal: Journal, after: int = 0) -> int | None:
    """Looks at the next entries, and indexes those again that the rules of now index otherwise. Gives the last entry
    looked at, from which to go on; None where there is none left. `after`: what the last step gave."""
    with journal.reading(everything=True) as sql:
        known = reached(sql)
        if known is None:
            return None
        query = "SELECT id FROM entry WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?"
        ids = [row[0] for row in sql.execute(query, (max(after, known), AT_ONCE))]
        old = _otherwise(sql, ids, journal.now())
    last = ids[-1] if ids else None
    if old or last is None or last - known >= REMEMBERED_EVERY:
        with journal.writing("index") as writer:
            marks = ",".join(map(str, old))
            writer.index_again(row[0] for row in writer.sql.execute(f"SELECT id FROM entry WHERE id IN ({marks})"))
            writer.set_setting(RULES_KEY, str(RULES) if last is None else f"{RULES}:{last}")
    return last


def _otherwise(sql: Any, ids: list[int], now: str) -> list[int]:
    marks = ",".join(map(str, ids))
    present = {
        row[0]: row for row in sql.execute(f"SELECT rowid, title, body, forms FROM search WHERE rowid IN ({marks})")
    }
    return [row[0] for row in Index(sql, now).rows_of(load(sql, ids, now)) if row != present.get(row[0])]
