"""WHERE: which entries may be seen at all, and which of them a search or a list wants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.entry import folded
from journal.domain.network import OTHER_NAMES
from journal.domain.query import WORD, Filter, Meaning, Query, Term, expression, word

if TYPE_CHECKING:
    from journal.domain.spans import Range
    from journal.store.journal import Journal

MOST_NAMED = 200  # contacts that "avec:claire" may mean
# What a filter finds stands in these sets of ids; a set as small as this is asked for first, and the words of each.
FEW = 400

_NEVER = "0"
_TAGGED = """SELECT entry_id FROM tagging WHERE tag_id IN (SELECT id FROM tag WHERE folded = {0} UNION ALL
    SELECT id FROM tag WHERE NOT EXISTS (SELECT 1 FROM tag WHERE folded = {0})
    AND folded >= {0} AND folded < {0} || char(1114111))"""
_OF_NETWORKS = """SELECT contact_id FROM membership WHERE network_id IN ({0})
    UNION ALL SELECT id FROM event WHERE network_id IN ({0}) UNION ALL SELECT id FROM learning WHERE network_id IN ({0})
    UNION ALL SELECT id FROM reminder WHERE about_id IN ({0}) UNION ALL SELECT id FROM entry WHERE id IN ({0})"""
_WITH_PEOPLE = """SELECT entry_id FROM participation WHERE contact_id IN ({0})
    UNION ALL SELECT id FROM reminder WHERE about_id IN ({0}) UNION ALL SELECT id FROM entry WHERE id IN ({0})"""


def visible(journal: Journal) -> str:
    """What holds for every entry that a search or a list may show, over the veil: the one place that says it."""
    return "entry.deleted_at IS NULL"


class Conditions:
    """The filters of a query as SQL about the table `entry`, with their values; tags, networks and people looked up."""

    def __init__(self, sql: Any, query: Query) -> None:
        self._sql = sql
        self.where: list[str] = []
        self.values: dict[str, Any] = {}
        self.sets: list[str] = []  # those of the filters that are sets of ids, none negated
        for one in query.filters:
            condition = self._of_filter(one)
            self.where.append(f"NOT ({condition})" if one.negated else condition)
        for ranges in query.only_dated:
            self.where.append(self.in_ranges(ranges))

    def value(self, value: Any) -> str:
        """The name under which a value stands in the SQL."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def without(self, terms: tuple[Term, ...]) -> None:
        """None of these words; for what asks the index for no others."""
        for term in terms:
            asked = self.value(expression([term]))
            self.where.append(f"entry.id NOT IN (SELECT rowid FROM search WHERE search MATCH {asked})")

    def in_ranges(self, ranges: tuple[Range, ...], kind: str = "") -> str:
        """Entries of days in one of the ranges: their own day, or that of the last exchange with a contact. `kind`:
        only such entries are asked for, from the index of their dates."""
        own, met = [], []
        for first, last in ranges:
            since, until = self.value(first.isoformat()), self.value(f"{last.isoformat()}U")  # 'T' sorts before 'U'
            own.append(f"(entry.date >= {since} AND entry.date < {until})")
            met.append(f"(at >= {since} AND at < {until})")
        days = f"(entry.date <> '' AND ({' OR '.join(own)}))"
        people = f"entry.id IN (SELECT contact_id FROM last_exchange WHERE {' OR '.join(met)})"
        return people if kind == "contact" else days if kind else f"({days} OR {people})"

    def _of_filter(self, one: Filter) -> str:
        if one.name == "kind":
            return "(" + " OR ".join(self._of_meaning(meaning) for meaning in one.meanings) + ")"
        if one.name == "tag":
            return self._in_set(_TAGGED.format(self.value(one.value.lstrip("#"))), one)
        if one.name == "network":
            return self._in_set(_OF_NETWORKS.format(_listed(self._networks(one.value))), one)
        if one.name == "with":
            return self._in_set(_WITH_PEOPLE.format(_listed(self._people(one.value))), one)
        parts = [f"instr(folded(entry.subtitle), {self.value(part)})" for part in WORD.findall(one.value)]
        term = word(one.value, begins=True)
        if term is None:
            return _NEVER
        found = f"SELECT rowid FROM search WHERE search MATCH {self.value(expression([term]))}"
        return f"(entry.kind = 'event' AND entry.id IN ({found}) AND {' AND '.join(parts)})"

    def _in_set(self, ids: str, one: Filter) -> str:
        if not one.negated:
            self.sets.append(ids)
        return f"entry.id IN ({ids})"

    def _of_meaning(self, meaning: Meaning) -> str:
        name, kind, value = meaning
        if name == "kind":
            return f"entry.kind = {self.value(value)}"
        column = {"type": f"entry.type = {self.value(value)}", "state": f"entry.state = {self.value(value)}"}
        return f"(entry.kind = {self.value(kind)} AND {column.get(name, 'entry.favourite = 1')})"

    def _networks(self, name: str) -> list[int]:
        """The networks meant: of that name, else those whose name begins so, else with a word that does."""
        rows = self._sql.execute("SELECT id, name_key FROM entry WHERE kind = 'network' AND deleted_at IS NULL")
        known = [(number, key) for number, key in rows]
        names = {name, *(folded(new) for old, new in OTHER_NAMES.items() if folded(old) == name)}
        ways = (
            lambda key: key in names,
            lambda key: key.startswith(name),
            lambda key: any(part.startswith(name) for part in WORD.findall(key)),
        )
        return next((found for way in ways if (found := [number for number, key in known if way(key)])), [])

    def _people(self, name: str) -> list[int]:
        term = word(name, begins=True)
        if term is None:
            return []
        query = """SELECT entry.id FROM search CROSS JOIN entry ON entry.id = search.rowid
            WHERE search MATCH :words AND entry.kind = 'contact' LIMIT :most"""
        words = f"{{title forms}} : ({' AND '.join(expression([one]) for one in _each(name))})"
        return [row[0] for row in self._sql.execute(query, {"words": words, "most": MOST_NAMED})]


def _each(name: str) -> list[Term]:
    return [term for part in name.split() if (term := word(part, begins=True))]


def _listed(ids: list[int]) -> str:
    return ",".join(map(str, ids))
