"""Finding by words: everything, as she types: names and titles that begin so, then the newest.

Ranking by bm25 costs 100 ms for a single letter over 100,000 entries; here no step reads more than the newest matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from journal.domain.entry import folded, one_line
from journal.domain.lines import Hit
from journal.domain.marking import finder
from journal.domain.query import LONGEST_QUERY, MOST_WORDS, WORD, Query, Term, expression, without, word
from journal.store import spelling, veil
from journal.store.conditions import FEW, Conditions, visible

if TYPE_CHECKING:
    from journal.store.journal import Journal

BEGINS, IN_TITLE, ANYWHERE, IN_TIME = 4.0, 3.0, 2.0, 1.0  # scores
NEARLY = 0.1  # of these, for what is spelt otherwise than it was typed
ENOUGH = 3  # hits; with fewer, words spelt nearly so are tried
MOST_TRIED = 4  # words of one search for which that is done

_COLUMNS = "entry.id, entry.kind, entry.title, entry.name_key, entry.date, entry.subtitle"


class _Row(NamedTuple):
    id: int
    kind: str
    title: str
    name_key: str
    date: str
    subtitle: str
    body: str  # read where the words may stand in it


def match_expression(words: str) -> str:
    """What FTS5 is asked for the name of something as far as it is typed: all its words; "" where there is no word."""
    line = folded(one_line(words[:LONGEST_QUERY]))
    terms = [term for part in line.split() if (term := word(part))][:MOST_WORDS]
    if terms:
        terms[-1] = replace(terms[-1], begins=not words[-1:].isspace())
    return expression(terms)


def search(journal: Journal, query: Query, limit: int = 50) -> list[Hit]:
    """The entries that match, best first. Their scores fall from a name that begins so to a word spelt nearly so."""
    if not query.asks or limit < 1:
        return []
    with journal.reading() as sql:
        looking = _Looking(journal, sql, query, limit)
        if query.words or query.titled:
            looking.by_words(query.words, query.key)
        if not looking.full and (query.dates or not query.words):
            looking.in_time()
        if len(looking.found) < ENOUGH and query.words:
            looking.nearly()
        return looking.hits()


class _Looking:
    """One search. What is found first stands first."""

    def __init__(self, journal: Journal, sql: Any, query: Query, limit: int) -> None:
        self._journal, self._sql, self._query, self._limit = journal, sql, query, limit
        self._conditions = Conditions(sql, query)
        self._where = " AND ".join([visible(journal), *self._conditions.where])
        # A number in the SQL: SQLite plans anew each time a limit is bound, which takes as long as finding.
        self._up_to = f"LIMIT {limit:d}"
        self.found: dict[int, tuple[float, _Row]] = {}
        self._terms = [*query.words, *query.titled]
        self._taken_for = query.words  # where they are spelt otherwise

    @property
    def full(self) -> bool:
        return len(self.found) >= self._limit

    def hits(self) -> list[Hit]:
        marks = finder([*(part for term in self._terms for part in (*term.parts, term.joined)), self._query.phone])
        return [
            Hit(kind, number, title, date, score, subtitle, body, marks)
            for score, (number, kind, title, _, date, subtitle, body) in self._seen(
                list(self.found.values())[: self._limit]
            )
        ]

    def _seen(self, found: list[tuple[float, _Row]]) -> list[tuple[float, _Row]]:
        """Without the names of what is hidden, and without what is found by such a name only."""
        hidden = {} if self._journal.confidential_shown else veil.hidden_names(self._sql, [row.id for _, row in found])
        if not hidden:
            return found
        seen = []
        for score, row in found:
            names = hidden.get(row.id)
            if names:
                row = row._replace(body=_without_names(row.body, names))
                if not self._speaks(f"{row.title} {row.body}"):
                    continue
            seen.append((score, row))
        return seen

    def _speaks(self, text: str) -> bool:
        """Whether every word asked for, or what it was taken for, begins a word of the text."""
        there = WORD.findall(folded(text))
        return any(
            all(any(one.startswith(part) for one in there) for term in terms for part in term.parts)
            for terms in (self._query.words, self._taken_for)
        )

    def _take(self, rows: Iterable[_Row], score: float) -> None:
        found = self.found
        for row in rows:
            if row[0] not in found:
                found[row[0]] = (score, row)

    def by_words(self, terms: tuple[Term, ...], key: str, part: float = 1.0) -> None:
        """Names that begin so, titles that do, other titles; of the rest the newest. `key`: how a name would begin;
        `part`: what the scores are multiplied by."""
        if key and self._begin(key, part):
            return
        asked = expression(terms, titled=self._query.titled)
        in_title = self._matching(f"title : ({asked})")
        if key:
            self._take([row for row in in_title if row.name_key.startswith(key)], BEGINS * part)
        self._take(in_title, IN_TITLE * part)
        if not self.full:
            phone = self._query.phone if part == 1 else ""
            rows = self._matching(expression(terms, titled=self._query.titled, phone=phone))
            self._take(rows, ANYWHERE * part)

    def _begin(self, key: str, part: float) -> bool:
        """People and networks whose name begins so, in the order of their names; True where no more are wanted."""
        values = {**self._conditions.values, "key": key}
        for column, kind in (("name_key", "contact"), ("sort_key", "contact"), ("name_key", "network")):
            query = f"""SELECT {_COLUMNS}, '' FROM entry WHERE kind = '{kind}' AND {self._where}
                AND {column} >= :key AND {column} < :key || char(1114111) ORDER BY {column} {self._up_to}"""
            self._take(map(_Row._make, self._sql.execute(query, values).fetchall()), BEGINS * part)
            if self.full:
                return True
        return False

    def _matching(self, asked: str, also: str = "") -> list[_Row]:
        """The newest matches, by their dates. Where a filter leaves few entries, each of these is asked for the words,
        and not each entry with the words for the filter."""
        few = self._few()
        numbers = "" if few is None else f" AND search.rowid IN ({','.join(map(str, few))})"
        query = f"""SELECT {_COLUMNS}, search.body FROM search CROSS JOIN entry ON entry.id = search.rowid
            WHERE search MATCH :words{numbers} AND {self._where}{also} ORDER BY search.rowid DESC {self._up_to}"""
        asked = without(asked, self._query.without)
        values = {**self._conditions.values, "words": asked}
        return sorted(map(_Row._make, self._sql.execute(query, values).fetchall()), key=_date_of, reverse=True)

    def _few(self) -> list[int] | None:
        for ids in self._conditions.sets:
            query = f"SELECT DISTINCT * FROM ({ids}) LIMIT {FEW + 1}"
            found = [row[0] for row in self._sql.execute(query, self._conditions.values)]
            if len(found) <= FEW:
                return found
        return None

    def in_time(self) -> None:
        """What has the words and lies in the time that was named; what the filters leave, where there are none."""
        conditions, words = self._conditions, self._query.words
        if words:
            times = "".join(f" AND {conditions.in_ranges(ranges)}" for ranges in self._query.dates)
            self._take(self._matching(expression(words), times), IN_TIME)
            return
        conditions.without(self._query.without)
        shared = [visible(self._journal), *conditions.where]
        rows: list[_Row] = []
        for kind in ("event", "learning", "reminder", "network", "contact"):
            where = " AND ".join([*shared, *(conditions.in_ranges(ranges, kind) for ranges in self._query.dates)])
            by = "sort_key" if kind == "contact" else "date DESC, id DESC"
            query = f"SELECT {_COLUMNS}, '' FROM entry WHERE kind = '{kind}' AND {where} ORDER BY {by} {self._up_to}"
            rows += map(_Row._make, self._sql.execute(query, conditions.values))
        self._take(sorted(rows, key=_date_of, reverse=True), IN_TIME)

    def nearly(self) -> None:
        """With words that are spelt nearly so, in the place of those written nowhere."""
        query = respelt(self._journal, self._query)
        if query is not self._query:
            self._terms += query.words
            self._taken_for = query.words
            self.by_words(query.words, query.key, NEARLY)


def respelt(journal: Journal, query: Query) -> Query:
    """With each word that is nowhere written so replaced by one that is spelt nearly so; the same where none is."""
    terms, key = list(query.words), query.key
    with journal.reading() as sql:
        for place, term in enumerate(terms[:MOST_TRIED]):
            if not term.alone or len(term.parts) != 1 or _written(journal, sql, term):
                continue
            for other in spelling.near(journal, sql, term.parts[0]):
                tried = replace(term, parts=(other,))
                if _written(journal, sql, tried):
                    terms[place] = tried
                    key = " ".join(other if one == term.parts[0] else one for one in key.split())
                    break
    return query if terms == list(query.words) else replace(query, words=tuple(terms), key=key, phone="")


def _written(journal: Journal, sql: Any, term: Term) -> bool:
    query = f"""SELECT 1 FROM search CROSS JOIN entry ON entry.id = search.rowid
        WHERE search MATCH ? AND {visible(journal)} LIMIT 1"""
    return sql.execute(query, (expression([term]),)).fetchone() is not None


def _without_names(body: str, names: list[str]) -> str:
    for name in names:
        body = re.sub(re.escape(name), " ", body, flags=re.IGNORECASE)
    return body


_date_of = attrgetter("date")
