"""Who could help with a question: the contacts whose tags, role, notes, shared events and learnings speak of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from journal.domain.entry import folded
from journal.domain.helping import Helper, Reason, telling_words
from journal.domain.learning import Learning
from journal.store.conditions import visible

if TYPE_CHECKING:
    from journal.store.journal import Journal

MOST_WORDS = 10  # of a question, the rarest
COMMON = 2_000  # a word in more entries than this tells nothing
LOOKED_AT = 200  # entries of one word or tag, the newest
MOST_REASONS = 4
TAG, ROLE, NOTES, LEARNING, EVENT, NETWORK = 5.0, 4.0, 3.0, 4.0, 2.0, 0.5  # what each reason weighs


class _Found:
    """Reasons gathered by contact; the same reason counts once, at its best."""

    def __init__(self) -> None:
        self.by_contact: dict[int, dict[Reason, float]] = defaultdict(dict)

    def add(self, contact: int, reason: Reason, weight: float) -> None:
        known = self.by_contact[contact]
        known[reason] = max(weight, known.get(reason, 0.0))


def helpers(journal: Journal, question: Learning, limit: int) -> list[Helper]:
    """Best first; those who have a part in the question already, and the archived, are left out."""
    found = _Found()
    with journal.reading() as sql:
        for tag in question.tags:
            _by_tag(sql, folded(tag), tag, question.id, found)
        for word, weight in _weighed(sql, question):
            _by_word(sql, word, weight, question.id, found)
        if question.network:
            _by_network(sql, question.network, found)
        without = {person.id for person in question.people}
        ranked = sorted(
            ((_score(reasons), contact) for contact, reasons in found.by_contact.items() if contact not in without),
            key=lambda one: (-one[0], one[1]),
        )
        names = _names(journal, sql, [contact for _, contact in ranked[: limit * 3]])
    return [
        Helper(contact, *names[contact], round(score, 2), _best(found.by_contact[contact]))
        for score, contact in ranked[: limit * 3]
        if contact in names
    ][:limit]


def _score(reasons: dict[Reason, float]) -> float:
    """Each further reason of one sort weighs half as much as the one before."""
    by_code: dict[str, list[float]] = defaultdict(list)
    for reason, weight in reasons.items():
        by_code[reason.code].append(weight)
    total = 0.0
    for weights in by_code.values():
        total += sum(weight / (1 << nth) for nth, weight in enumerate(sorted(weights, reverse=True)[:20]))
    return total


def _best(reasons: dict[Reason, float]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=lambda reason: -reasons[reason])[:MOST_REASONS])


def _names(journal: Journal, sql: Any, ids: list[int]) -> dict[int, tuple[str, str]]:
    query = f"""SELECT id, title, subtitle FROM entry WHERE kind = 'contact' AND archived = 0 AND {visible(journal)}
        AND id IN ({",".join(map(str, ids))})"""
    return {number: (title, subtitle) for number, title, subtitle in sql.execute(query)}


def _by_tag(sql: Any, key: str, tag: str, question: int, found: _Found) -> None:
    query = """SELECT entry.id, entry.kind, entry.title FROM tagging g JOIN tag t ON t.id = g.tag_id
        JOIN entry ON entry.id = g.entry_id WHERE t.folded = ? AND entry.deleted_at IS NULL AND entry.id <> ?
        ORDER BY entry.kind <> 'contact', entry.id DESC LIMIT ?"""
    rows = sql.execute(query, (key, question, LOOKED_AT * 2)).fetchall()
    for number, kind, _ in rows:
        if kind == "contact":
            found.add(number, Reason("tag", tag), TAG)
    _by_entries(sql, [row for row in rows if row[1] != "contact"], 1.0, found)


def _weighed(sql: Any, question: Learning) -> list[tuple[str, float]]:
    """The rarest telling words of the question that are written elsewhere too, each with its weight up to 1."""
    weighed = []
    for word in telling_words(f"{question.title}\n{question.body}"):
        query = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
        count = sql.execute(query, (f'"{word}"*', COMMON)).fetchone()[0]
        if 1 < count < COMMON:
            weighed.append((word, 1 / (1 + math.log10(count))))
    return sorted(weighed, key=lambda one: -one[1])[:MOST_WORDS]


def _by_word(sql: Any, word: str, weight: float, question: int, found: _Found) -> None:
    query = """SELECT entry.id, entry.kind, entry.title FROM search CROSS JOIN entry ON entry.id = search.rowid
        WHERE search MATCH ? AND entry.kind IN ('contact', 'event', 'learning') AND entry.id <> ?
        ORDER BY search.rowid DESC LIMIT ?"""
    rows = sql.execute(query, (f'"{word}"*', question, LOOKED_AT)).fetchall()
    people = [number for number, kind, _ in rows if kind == "contact"]
    fields = f"SELECT id, role, organisation, how_met, notes FROM contact WHERE id IN ({','.join(map(str, people))})"
    for number, role, organisation, how_met, notes in sql.execute(fields):
        if _speaks(role, word):
            found.add(number, Reason("role", role), ROLE * weight)
        elif line := next((text for text in (*notes.splitlines(), how_met, organisation) if _speaks(text, word)), ""):
            found.add(number, Reason("notes", line.strip()[:120]), NOTES * weight)
    _by_entries(sql, [row for row in rows if row[1] != "contact"], weight, found)


def _speaks(text: str, word: str) -> bool:
    return word in folded(text)


def _by_entries(sql: Any, rows: Iterable[tuple[int, str, str]], weight: float, found: _Found) -> None:
    """Those who had a part in these events and learnings."""
    titles = {number: (kind, title) for number, kind, title in rows}
    query = f"SELECT entry_id, contact_id, role FROM participation WHERE entry_id IN ({','.join(map(str, titles))})"
    for entry, contact, role in sql.execute(query):
        kind, title = titles[entry]
        if kind == "event":
            found.add(contact, Reason("event", title), EVENT * weight)
        elif role != "asked":
            found.add(contact, Reason("answered" if role == "answered" else "learning", title), LEARNING * weight)


def _by_network(sql: Any, network: str, found: _Found) -> None:
    """Belonging to the question's network adds to other reasons, and is none alone."""
    query = """SELECT m.contact_id FROM membership m JOIN entry ON entry.id = m.network_id WHERE entry.title = ?"""
    for (contact,) in sql.execute(query, (network,)).fetchall():
        if contact in found.by_contact:
            found.add(contact, Reason("network", network), NETWORK)
