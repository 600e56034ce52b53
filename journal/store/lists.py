"""Lists, page by page, straight from the table of entries: narrow rows, never whole entries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.domain.contact import review_before
from journal.domain.entry import folded, one_line
from journal.domain.lines import Line, Wanted
from journal.domain.query import Query, expression
from journal.domain.tag import TagUse
from journal.store.conditions import Conditions, visible
from journal.store.reading import LAST_EXCHANGE, RHYTHM_DAYS
from journal.store.search import match_expression

if TYPE_CHECKING:
    from journal.store.journal import Journal

_LAST_EXCHANGE = LAST_EXCHANGE.replace("c.id", "entry.id")
_PEOPLE = """(SELECT group_concat(c.title, ', ') FROM (SELECT person.title FROM participation p
    JOIN entry person ON person.id = p.contact_id WHERE p.entry_id = entry.id ORDER BY p.position LIMIT 3) c)"""
_SUBTITLE = {
    "event": f"coalesce({_PEOPLE}, '') || CASE WHEN subtitle <> '' AND {_PEOPLE} IS NOT NULL THEN ' · ' ELSE '' END"
    " || subtitle",
    "learning": f"coalesce({_PEOPLE}, (SELECT e.title FROM learning l JOIN entry e ON e.id = l.event_id"
    " WHERE l.id = entry.id), '')",
    "reminder": "coalesce((SELECT e.title FROM reminder r JOIN entry e ON e.id = r.about_id"
    " WHERE r.id = entry.id), '')",
}
# The day a contact's next exchange is due; NULL without a rhythm.
_DUE = f"""(SELECT max(date(coalesce({_LAST_EXCHANGE}, c.met_on, entry.created_at), '+' || ({RHYTHM_DAYS}) || ' days'),
    coalesce(c.keep_in_touch_paused_until, '')) FROM contact c WHERE c.id = entry.id)"""
_LAPSED = f"{_DUE} < date(:now)"
# A reminder about something confidential is as confidential.
_DISCREET = """confidential OR EXISTS (SELECT 1 FROM reminder r JOIN entry e ON e.id = r.about_id
    WHERE r.id = entry.id AND e.confidential)"""


def _columns(kind: str) -> str:
    date = f"coalesce({_LAST_EXCHANGE}, '')" if kind == "contact" else "date"
    state = f"CASE WHEN {_LAPSED} THEN 'lapsed' ELSE '' END" if kind == "contact" else "state"
    return (
        f"SELECT entry.id, kind, title, {_SUBTITLE.get(kind, 'subtitle')}, {date} AS shown_date, type, {state},"
        f" favourite, {'confidential' if kind != 'reminder' else _DISCREET} FROM entry"
    )


def _line(row: Any) -> Line:
    entry_id, kind, title, subtitle, date, type_, state, favourite, confidential = row
    return Line(entry_id, kind, title, subtitle, date, type_, state, bool(favourite), bool(confidential))


def _conditions(journal: Journal, sql: Any, kind: str, wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """WHERE and its values for what a list wants."""
    conditions = ["kind = :kind", "deleted_at IS NOT NULL" if wanted.trash else visible(journal)]
    values: dict[str, Any] = {"kind": kind}
    if not wanted.trash and kind == "contact":
        conditions.append("archived = 1" if wanted.archived else "archived = 0")
    for name, allowed in (("type", wanted.types), ("state", wanted.states)):
        if allowed:
            keys = {f"{name}{i}": value for i, value in enumerate(allowed)}
            conditions.append(f"{name} IN ({', '.join(':' + key for key in keys)})")
            values.update(keys)
    if wanted.review:
        said = "coalesce((SELECT confirmed_on FROM contact c WHERE c.id = entry.id), entry.created_at)"
        conditions.append(f"archived = 0 AND {said} < :review")
        values["review"] = review_before(journal.clock.now().date()).isoformat()
    if wanted.favourite:
        conditions.append("favourite = 1")
    if wanted.tag:
        conditions.append(
            "entry.id IN (SELECT entry_id FROM tagging g JOIN tag t ON t.id = g.tag_id WHERE t.folded = :tag)"
        )
        values["tag"] = folded(wanted.tag.lstrip("#"))
    if wanted.network:
        conditions.append(
            """entry.id IN (WITH named(id) AS (SELECT id FROM entry WHERE kind = 'network' AND name_key = :network)
            SELECT contact_id FROM membership WHERE network_id IN named
            UNION ALL SELECT id FROM event WHERE network_id IN named
            UNION ALL SELECT id FROM learning WHERE network_id IN named
            UNION ALL SELECT id FROM reminder WHERE about_id IN named)"""
        )
        values["network"] = folded(wanted.network)
    if wanted.lapsed:
        conditions.append(_LAPSED)
    if wanted.since:
        conditions.append("date >= :since")
        values["since"] = wanted.since.isoformat()
    if wanted.until:
        conditions.append("date <> '' AND date < :until || 'U'")  # any time of that day: 'T' sorts before 'U'
        values["until"] = wanted.until.isoformat()
    if wanted.query is not None:
        found, more = _found_by(sql, wanted.query)
        conditions += found
        values.update(more)
    return " AND ".join(conditions), values


def _found_by(sql: Any, query: Query) -> tuple[list[str], dict[str, Any]]:
    """What the words of a search say of a list: found by all words, or by the others in the time that is named."""
    if query.nothing:
        return ["0"], {}  # only punctuation was typed: nothing is written so
    conditions = Conditions(sql, query)
    conditions.without(query.without)

    def matching(asked: str) -> str:
        return f"entry.id IN (SELECT rowid FROM search WHERE search MATCH {conditions.value(asked)})"

    words = [matching(expression(query.words, phone=query.phone))] if query.words else []
    if query.dates:
        in_time = [*words, *(conditions.in_ranges(ranges) for ranges in query.dates)]
        in_title = matching(expression(query.words, titled=query.titled))
        words = [f"({in_title} OR ({' AND '.join(in_time)}))"]
    conditions.where += words
    return conditions.where, conditions.values


def _order(kind: str, wanted: Wanted) -> str:
    own = {"contact": "title", "network": "title", "reminder": "date"}.get(kind, "newest")
    by = wanted.sort or own
    down = wanted.descending
    if by == "newest" or (by == "date" and kind in ("event", "learning") and not wanted.sort):
        by, down = "date", not down
    column = {
        "title": "sort_key",
        "date": "shown_date" if kind == "contact" else "date",
        "organisation": "folded((SELECT organisation FROM contact c WHERE c.id = entry.id))",
        "created": "created_at",
        "updated": "updated_at",
    }[by]
    way = "DESC" if down else "ASC"
    return f" ORDER BY {column} {way}, entry.id {way}"


def page(journal: Journal, kind: str, wanted: Wanted, offset: int, limit: int) -> list[Line]:
    with journal.reading() as sql:
        where, values = _conditions(journal, sql, kind, wanted)
        query = f"{_columns(kind)} WHERE {where}{_order(kind, wanted)} LIMIT :limit OFFSET :offset"
        values.update(now=journal.now(), limit=limit, offset=offset)
        return [_line(row) for row in sql.execute(query, values)]


def count(journal: Journal, kind: str, wanted: Wanted) -> int:
    with journal.reading() as sql:
        where, values = _conditions(journal, sql, kind, wanted)
        query = f"SELECT count(*) FROM entry WHERE {where}"
        return int(sql.execute(query, {**values, "now": journal.now()}).fetchone()[0])


def by_ids(journal: Journal, ids: Sequence[int], *, everything: bool = False) -> list[Line]:
    """The lines of these ids in their order; unknown ones, those in the trash and (unless `everything`) those hidden
    are left out."""
    lines: dict[int, Line] = {}
    with journal.reading(everything=everything) as sql:
        for start in range(0, len(ids), 500):
            part = list(ids[start : start + 500])
            marks = ",".join(map(str, map(int, part)))
            kinds = sql.execute(f"SELECT DISTINCT kind FROM entry WHERE id IN ({marks})").fetchall()
            for (kind,) in kinds:
                # The plus: by their ids, never through an index of all of the kind.
                query = f"{_columns(kind)} WHERE entry.id IN ({marks}) AND +kind = :kind AND deleted_at IS NULL"
                for row in sql.execute(query, {"kind": kind, "now": journal.now()}):
                    lines[row[0]] = _line(row)
    return [lines[entry_id] for entry_id in ids if entry_id in lines]


def timeline(journal: Journal, contact_id: int, limit: int) -> list[Line]:
    """Everything shared with a contact: events, learnings, reminders about them; newest first."""
    query = """SELECT id FROM entry WHERE deleted_at IS NULL AND id IN (
        SELECT entry_id FROM participation WHERE contact_id = :id UNION SELECT id FROM reminder WHERE about_id = :id)
        ORDER BY date DESC, id DESC LIMIT :limit"""
    with journal.reading() as sql:
        ids = [row[0] for row in sql.execute(query, {"id": contact_id, "limit": limit})]
    return by_ids(journal, ids)


def related(journal: Journal, entry_id: int, limit: int) -> list[Line]:
    """What hangs on an entry: learnings from an event, what a network gave, reminders about it; newest first."""
    query = """SELECT id FROM entry WHERE deleted_at IS NULL AND id IN (
        SELECT id FROM learning WHERE event_id = :id UNION SELECT id FROM learning WHERE network_id = :id
        UNION SELECT id FROM event WHERE network_id = :id UNION SELECT id FROM reminder WHERE about_id = :id
        UNION SELECT event_id FROM learning WHERE id = :id)
        ORDER BY date DESC, id DESC LIMIT :limit"""
    with journal.reading() as sql:
        ids = [row[0] for row in sql.execute(query, {"id": entry_id, "limit": limit})]
    return by_ids(journal, ids)


def people_of_network(journal: Journal, network_id: int, limit: int) -> list[Line]:
    query = """SELECT e.id FROM membership m JOIN entry e ON e.id = m.contact_id
        WHERE m.network_id = ? AND e.deleted_at IS NULL ORDER BY e.sort_key LIMIT ?"""
    with journal.reading() as sql:
        ids = [row[0] for row in sql.execute(query, (network_id, limit))]
    return by_ids(journal, ids)


def any_to_review(journal: Journal, today: date, among: int) -> bool:
    """Whether the list of those to look through holds anybody, among so many who were noted first: from the contacts,
    who are few among the entries."""
    query = """SELECT 1 FROM (SELECT id, confirmed_on FROM contact ORDER BY id LIMIT ?) c
        CROSS JOIN entry e ON e.id = c.id WHERE coalesce(c.confirmed_on, e.created_at) < ?
        AND e.deleted_at IS NULL AND e.archived = 0 LIMIT 1"""
    with journal.reading() as sql:
        return sql.execute(query, (among, review_before(today).isoformat())).fetchone() is not None


def suggest(journal: Journal, kind: str, words: str, limit: int) -> list[Line]:
    """Entries of a kind whose name has words beginning so: names that begin so first."""
    key = folded(one_line(words))
    query = """SELECT id FROM entry WHERE kind = :kind AND deleted_at IS NULL AND archived = 0
        AND (name_key >= :key AND name_key < :key || char(1114111)) ORDER BY name_key LIMIT :limit"""
    with journal.reading() as sql:
        ids = [row[0] for row in sql.execute(query, {"kind": kind, "key": key, "limit": limit})]
        expression = match_expression(words)
        if len(ids) < limit and expression:
            more = """SELECT search.rowid FROM search JOIN entry ON entry.id = search.rowid
                WHERE search MATCH :words AND kind = :kind AND archived = 0 ORDER BY search.rowid DESC LIMIT :limit"""
            found = sql.execute(more, {"words": f"{{title forms}} : ({expression})", "kind": kind, "limit": limit})
            ids += [row[0] for row in found if row[0] not in ids]
    return by_ids(journal, ids[:limit])


def tags(journal: Journal) -> list[TagUse]:
    """All tags in use, the most used first."""
    query = """SELECT t.name, count(*) AS uses FROM tag t JOIN tagging g ON g.tag_id = t.id
        JOIN entry e ON e.id = g.entry_id WHERE e.deleted_at IS NULL GROUP BY t.id ORDER BY uses DESC, t.folded"""
    with journal.reading() as sql:
        return [TagUse(*row) for row in sql.execute(query)]


def kind_of(journal: Journal, entry_id: int) -> str:
    """The kind of an entry, "" where there is none."""
    with journal.reading() as sql:
        row = sql.execute("SELECT kind FROM entry WHERE id = ?", (entry_id,)).fetchone()
    return row[0] if row else ""


def told_apart(journal: Journal) -> list[tuple[int, int]]:
    """(lower id, other id) of the contacts of whom she said that they are two people."""
    with journal.reading() as sql:
        return [(row[0], row[1]) for row in sql.execute("SELECT contact_id, other_id FROM not_the_same")]
