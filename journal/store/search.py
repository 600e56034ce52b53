"""Finding by words: everything, as she types, the best first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from journal.domain.entry import folded, one_line
from journal.domain.lines import Hit
from journal.store import veil
from journal.store.rows import WORD

if TYPE_CHECKING:
    from journal.store.journal import Journal

# Up to so many matches all are ranked by bm25 (1 ms); beyond, ranking would cost 100 ms, and newest first serves.
RANKED_UP_TO = 400
MOST_WORDS = 12
LONGEST_QUERY = 1_000  # characters; somebody may paste a whole document
_NUMBER = re.compile(r"[\d\s+()./-]{4,}")


def match_expression(words: str) -> str:
    """What FTS5 is asked for words as typed: all of them, the last as a beginning; "" where there is no word.

    Words are cut as the index cuts them and quoted, so nothing typed is ever taken for the query language.
    """
    words = words[:LONGEST_QUERY]
    found = WORD.findall(folded(one_line(words)))[:MOST_WORDS]
    if not found:
        return ""
    quoted = [f'"{word}"' for word in found]
    if not words[-1:].isspace():
        quoted[-1] += "*"
    expression = " AND ".join(quoted)
    if len(found) > 1 and _NUMBER.fullmatch(words):  # perhaps a phone number, spaced in another way
        return f'({expression}) OR "{"".join(found)}"*'
    return expression


def search(journal: Journal, words: str, kind: str = "", limit: int = 50) -> list[Hit]:
    """Names and titles that begin so first, then the rest: ranked where the matches are few, else newest first."""
    expression = match_expression(words)
    if not expression:
        return []
    values = {"words": expression, "title": f"title : ({expression})", "kind": kind, "limit": limit}
    of_kind = " AND kind = :kind" if kind else ""
    with journal.reading() as sql:
        scores: dict[int, float] = {}
        key = folded(one_line(words[:LONGEST_QUERY])) + (" " if words[-1:].isspace() else "")  # "jean " is not Jeanne
        for column in ("name_key", "sort_key"):
            begins = f"""SELECT id FROM entry WHERE deleted_at IS NULL {of_kind or "AND kind <> ''"}
                AND {column} >= :key AND {column} < :key || char(1114111) ORDER BY {column}, date DESC LIMIT :limit"""
            if column == "sort_key":
                begins = begins.replace(of_kind or "AND kind <> ''", "AND kind = 'contact'")
                if kind not in ("", "contact"):
                    continue
            for (entry_id,) in sql.execute(begins, {**values, "key": key}):
                scores.setdefault(entry_id, 3.0)
        few = sql.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT {RANKED_UP_TO + 1})", (expression,)
        ).fetchone()[0]
        join = f"FROM search CROSS JOIN entry ON entry.id = search.rowid WHERE search MATCH {{}}{of_kind}"
        if few <= RANKED_UP_TO:
            ranked = f"""SELECT search.rowid, -bm25(search, 8, 1, 4) {join.format(":words")}
                ORDER BY 2 DESC, date DESC LIMIT :limit"""
            found = sql.execute(ranked, values).fetchall()
            best = max((score for _, score in found), default=1.0) or 1.0
            for entry_id, score in found:
                scores.setdefault(entry_id, round(score / best, 4))
        else:
            for which, score in ((":title", 2.0), (":words", 1.0)):
                newest = f"SELECT search.rowid {join.format(which)} ORDER BY search.rowid DESC LIMIT :limit"
                for (entry_id,) in sql.execute(newest, values):
                    scores.setdefault(entry_id, score)
        ids = sorted(scores, key=lambda entry_id: -scores[entry_id])[:limit]
        return _hits(sql, ids, scores, words)


def _hits(sql: Any, ids: list[int], scores: dict[int, float], words: str) -> list[Hit]:
    if not ids:
        return []
    marks = ",".join(map(str, ids))
    query = f"""SELECT entry.id, kind, entry.title, date FROM entry WHERE id IN ({marks})"""
    rows = {row[0]: row for row in sql.execute(query)}
    # The body alone: the title is shown beside it. FTS5's own snippets would look each match up again, 0.5 ms each.
    bodies = dict(sql.execute(f"SELECT rowid, body FROM search WHERE rowid IN ({marks})").fetchall())
    if veil.is_on(sql):
        for entry_id, names in veil.hidden_names(sql, rows).items():
            bodies[entry_id] = _without(bodies.get(entry_id, ""), names)
            if not _speaks_of(f"{rows[entry_id][2]} {bodies[entry_id]}", words):
                del rows[entry_id]  # found by a hidden name only
    found = _finder(words)
    return [
        Hit(rows[i][1], i, rows[i][2], excerpt(bodies.get(i, ""), found), rows[i][3], scores[i])
        for i in ids
        if i in rows
    ]


def _without(body: str, names: list[str]) -> str:
    for name in names:
        body = re.sub(re.escape(name), " ", body, flags=re.IGNORECASE)
    return body


def _speaks_of(text: str, words: str) -> bool:
    """Whether every word typed begins a word of the text."""
    there = WORD.findall(folded(text))
    return all(any(word.startswith(typed) for word in there) for typed in WORD.findall(folded(words))[:MOST_WORDS])


# Letters without case and accent, one for one, so that places in the levelled text are places in the text.
_LEVEL = {
    code: plain
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250))
    if len(plain := folded(chr(code))) == 1 and plain != chr(code)
}
EXCERPT = 90  # characters shown of a body
LONGEST_LOOKED_AT = 20_000  # characters of a body in which the words are looked for


def _finder(words: str) -> re.Pattern[str]:
    """Finds any of the words typed at the beginning of a word of a levelled text."""
    typed = sorted(set(WORD.findall(folded(words[:LONGEST_QUERY]))[:MOST_WORDS]), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, typed))})[^\W_]*")


def excerpt(body: str, found: re.Pattern[str]) -> str:
    """The part of a body around the first word found, words found marked with \\x02 and \\x03; "" where none is."""
    body = " ".join(body[:LONGEST_LOOKED_AT].split())
    level = body.translate(_LEVEL)
    first = found.search(level)
    if first is None:
        return ""
    start = max(0, first.start() - EXCERPT // 3)
    if start:
        start = body.find(" ", start, first.start()) + 1 or first.start()
    end = max(first.end(), start + EXCERPT)
    if end < len(body):
        end = max(first.end(), body.rfind(" ", start, end))
    pieces, at = ["…" if start else ""], start
    for match in found.finditer(level, start, end):
        pieces += [body[at : match.start()], "\x02", body[match.start() : match.end()], "\x03"]
        at = match.end()
    return "".join([*pieces, body[at:end], "…" if end < len(body) else ""])
