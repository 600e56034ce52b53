"""Finding by words: everything, as she types: names and titles that begin so, then the newest.

Ranking by bm25 costs 100 ms for a single letter over 100,000 entries; here no step reads more than the newest matches.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from journal.domain.entry import folded, one_line
from journal.domain.lines import Hit
from journal.domain.marking import Finder, finder
from journal.domain.query import LONGEST_QUERY, Query, Term, expression, word
from journal.store import spelling
from journal.store.conditions import FEW, Conditions, visible

if TYPE_CHECKING:
    from journal.store.journal import Journal

BEGINS, IN_TITLE, ANYWHERE, IN_TIME, NEARLY = 4.0, 3.0, 2.0, 1.0, 0.5  # scores
ENOUGH = 3  # hits; with fewer, words spelt nearly so are tried
MOST_TRIED = 4  # words of one search for which that is done

_COLUMNS = "entry.id, entry.kind, entry.title, entry.name_key, entry.sort_key, entry.date, entry.subtitle, search.body"
_ORDER = " ORDER BY search.rowid DESC LIMIT :limit"


class _Row(NamedTuple):
    id: int
    kind: str
    title: str
    name_key: str
    sort_key: str
    date: str
    subtitle: str
    body: str


def match_expression(words: str) -> str:
    """What FTS5 is asked for the name of something as far as it is typed: all its words; "" where there is no word."""
    line = folded(one_line(words[:LONGEST_QUERY]))
    terms = tuple(term for part in line.split() if (term := word(part)))[:12]
    if terms and words[-1:].isspace():
        terms = (*terms[:-1], replace(terms[-1], begins=False))
    elif terms:
        terms = (*terms[:-1], replace(terms[-1], begins=True))
    return expression(terms)


def search(journal: Journal, query: Query, limit: int = 50) -> list[Hit]:
    """The entries that match, best first. Their scores fall from a name that begins so to a word spelt nearly so."""
    if not query.asks or limit < 1:
        return []
    with journal.reading() as sql:
        looking = _Looking(journal, sql, limit)
        looking.by_words(query, query.words, expression(query.words, query.phone))
        if query.dates and not looking.full:
            looking.in_time(query)
        if len(looking.found) < ENOUGH and query.words:
            looking.nearly(query)
        return looking.hits()


class _Looking:
    """One search. What is found first stands first."""

    def __init__(self, journal: Journal, sql: Any, limit: int) -> None:
        self._journal, self._sql, self._limit = journal, sql, limit
        self._visible = visible(journal)
        self.found: dict[int, tuple[float, _Row | None, Finder | None]] = {}

    @property
    def full(self) -> bool:
        return len(self.found) >= self._limit

    def hits(self) -> list[Hit]:
        chosen = list(self.found.items())[: self._limit]
        rows = self._rows([number for number, (_, row, _) in chosen if row is None])
        hits = []
        for number, (score, row, marks) in chosen:
            row = row or rows.get(number)
            if row is not None:
                hits.append(Hit(row.kind, number, row.title, row.date, score, row.subtitle, row.body, marks))
        return hits

    def _rows(self, ids: list[int]) -> dict[int, _Row]:
        if not ids:
            return {}
        query = f"""SELECT {_COLUMNS} FROM entry CROSS JOIN search ON search.rowid = entry.id
            WHERE entry.id IN ({",".join(map(str, ids))})"""
        return {row[0]: _Row(*row) for row in self._sql.execute(query)}

    def _take(self, numbers: list[int], score: float, marks: Finder | None) -> None:
        for number in numbers:
            self.found.setdefault(number, (score, None, marks))

    def by_words(self, query: Query, terms: tuple[Term, ...], asked: str, score: float = 0.0) -> None:
        """`score` 0: by where the words stand; else all the same."""
        conditions = Conditions(self._sql, query)
        if not terms:
            if not query.dates:
                self._newest(conditions)
            return
        where = " AND ".join([self._visible, *conditions.where])
        marks = _finder(query, terms)
        values = {**conditions.values, "words": asked, "limit": self._limit}
        names = "" if not query.key or score else query.key
        if names and self._begin(names, values, marks):
            return
        rows = self._matching(conditions, where, values)
        if len(rows) < self._limit:  # all there are
            for sure, row in sorted(((_place(row, query.key, terms), row) for row in rows), key=_best_first):
                self.found.setdefault(row.id, (score or sure, row, marks))
            return
        # By title first, those that begin so before the others; of the rest the newest.
        titled = f"""SELECT entry.id, entry.name_key, entry.date FROM search CROSS JOIN entry ON entry.id = search.rowid
            WHERE search MATCH :titled AND {where} {_ORDER}"""
        values["titled"] = f"title : ({expression(terms)})"
        in_title = self._sql.execute(titled, values).fetchall()
        in_title.sort(key=lambda row: row[2], reverse=True)
        beginning = [row[0] for row in in_title if names and row[1].startswith(names)]
        self._take(beginning, BEGINS, marks)
        self._take([row[0] for row in in_title], score or IN_TITLE, marks)
        for row in sorted(rows, key=lambda row: row.date, reverse=True):
            self.found.setdefault(row.id, (score or ANYWHERE, row, marks))

    def _begin(self, key: str, values: dict[str, Any], marks: Finder | None) -> bool:
        """People and networks whose name begins so, by their names; True where they are as many as are wanted.

        Asked before anything else where little is typed, and so very much matches: two looks into an index."""
        if len(key) > 2:
            return False
        ids: dict[int, None] = {}
        for column, kinds in (("name_key", "('contact', 'network')"), ("sort_key", "('contact')")):
            query = f"""SELECT id FROM entry WHERE +kind IN {kinds} AND {self._visible}
                AND {column} >= :key AND {column} < :key || char(1114111) ORDER BY {column} LIMIT :limit"""
            if column == "sort_key":
                query = query.replace("+kind IN ('contact')", "kind = 'contact'")
            ids.update((row[0], None) for row in self._sql.execute(query, {"key": key, "limit": values["limit"]}))
        self._take(list(ids), BEGINS, marks)
        return self.full

    def _matching(self, conditions: Conditions, where: str, values: dict[str, Any]) -> list[_Row]:
        """The newest matches. Where a filter leaves few entries, each of these is asked for the words, and not each
        entry with the words for the filter."""
        few = self._few(conditions)
        numbers = "" if few is None else f" AND search.rowid IN ({','.join(map(str, few))})"
        query = f"""SELECT {_COLUMNS} FROM search CROSS JOIN entry ON entry.id = search.rowid
            WHERE search MATCH :words{numbers} AND {where} {_ORDER}"""
        return [_Row(*row) for row in self._sql.execute(query, values)]

    def _few(self, conditions: Conditions) -> list[int] | None:
        for ids in conditions.sets:
            query = f"SELECT DISTINCT * FROM ({ids}) LIMIT {FEW + 1}"
            found = [row[0] for row in self._sql.execute(query, conditions.values)]
            if len(found) <= FEW:
                return found
        return None

    def _newest(self, conditions: Conditions, score: float = ANYWHERE, marks: Finder | None = None) -> None:
        """What the filters alone leave, kind by kind from the index of dates."""
        where = " AND ".join([self._visible, *conditions.where])
        dated: list[tuple[str, int]] = []
        for kind in ("event", "learning", "reminder", "network", "contact"):
            by = "sort_key" if kind == "contact" else "date DESC"
            query = f"SELECT date, id FROM entry WHERE kind = '{kind}' AND {where} ORDER BY {by}, id DESC LIMIT :limit"
            values = {**conditions.values, "limit": self._limit}
            dated += self._sql.execute(query, values).fetchall()
        self._take([number for _, number in sorted(dated, key=lambda one: one[0], reverse=True)], score, marks)

    def in_time(self, query: Query) -> None:
        """What has the other words and lies in the time that was named."""
        marks = _finder(query, query.undated) if query.undated else None
        conditions = Conditions(self._sql, query)
        conditions.where += [conditions.in_ranges(ranges) for ranges in query.dates]
        if not query.undated:
            self._newest(conditions, IN_TIME, marks)
            return
        where = " AND ".join([self._visible, *conditions.where])
        values = {**conditions.values, "words": expression(query.undated), "limit": self._limit}
        rows = self._matching(conditions, where, values)
        for row in sorted(rows, key=lambda row: row.date, reverse=True):
            self.found.setdefault(row.id, (IN_TIME, row, marks))

    def nearly(self, query: Query) -> None:
        """With each word that is nowhere written so in the place of which one spelt nearly so is."""
        terms = list(query.words)
        changed = False
        for place, term in enumerate(terms[:MOST_TRIED]):
            if not term.alone or len(term.parts) != 1 or self._written(term):
                continue
            for other in spelling.near(self._journal, self._sql, term.parts[0]):
                tried = replace(term, parts=(other,))
                if self._written(tried):
                    terms[place], changed = tried, True
                    break
        if changed:
            self.by_words(query, tuple(terms), expression(tuple(terms)), NEARLY)

    def _written(self, term: Term) -> bool:
        query = f"""SELECT 1 FROM search CROSS JOIN entry ON entry.id = search.rowid
            WHERE search MATCH ? AND {self._visible} LIMIT 1"""
        return self._sql.execute(query, (expression((term,)),)).fetchone() is not None


def _finder(query: Query, terms: tuple[Term, ...]) -> Finder | None:
    return finder([*(part for term in terms for part in (*term.parts, term.joined)), query.phone])


def _place(row: _Row, key: str, terms: tuple[Term, ...]) -> float:
    if key and (row.name_key.startswith(key) or (row.kind == "contact" and row.sort_key.startswith(key))):
        return BEGINS
    words = f" {row.name_key}"
    return IN_TITLE if all(part in words for term in terms for part in term.parts) else ANYWHERE


def _best_first(placed: tuple[float, _Row]) -> tuple[float, bool, str, tuple[int, ...]]:
    """By place; names in their order before what has a date, and of that the newest."""
    score, row = placed
    named = score == BEGINS and row.kind in ("contact", "network")
    return -score, not named, row.name_key if named else "", tuple(-ord(sign) for sign in row.date)
