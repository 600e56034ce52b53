"""The veil over what is confidential: every reading connection wears it until she asks to see.

A view of the name `entry` lies over the table `entry` of the connection, so that no query, list or screen can forget
it: what is confidential, and the reminders about it, is not there, neither as a line nor as a name in another entry.
What must see everything (writing, checks, copies, imports, exports of all) asks for `reading(everything=True)`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from journal.domain.entry import folded

_WORD = re.compile(r"[^\W_]+")
_HIDDEN = """SELECT id FROM main.entry WHERE confidential = 1
    UNION ALL SELECT r.id FROM main.reminder r JOIN main.entry s ON s.id = r.about_id WHERE s.confidential = 1"""
_VEIL = f"CREATE TEMP VIEW entry AS SELECT * FROM main.entry WHERE id NOT IN ({_HIDDEN})"

# Whose names stand in the index of an entry: those with it, its networks, what it is about or was learned at.
_NAMED = """SELECT p.entry_id AS id, p.contact_id AS other FROM participation p WHERE p.entry_id IN ({0})
    UNION ALL SELECT m.contact_id, m.network_id FROM membership m WHERE m.contact_id IN ({0})
    UNION ALL SELECT v.id, v.network_id FROM event v WHERE v.id IN ({0})
    UNION ALL SELECT l.id, l.network_id FROM learning l WHERE l.id IN ({0})
    UNION ALL SELECT l.id, l.event_id FROM learning l WHERE l.id IN ({0})"""


def put_on(sql: Any) -> None:
    """Puts the veil over a connection, for good."""
    sql.execute(_VEIL)


def is_on(sql: Any) -> bool:
    return sql.execute("SELECT 1 FROM sqlite_temp_schema WHERE name = 'entry'").fetchone() is not None


def count(sql: Any) -> int:
    """How many entries, not in the trash, the veil hides."""
    query = f"SELECT count(*) FROM main.entry WHERE deleted_at IS NULL AND id IN ({_HIDDEN})"
    return int(sql.execute(query).fetchone()[0])


def hidden_ids(sql: Any) -> set[int]:
    return {row[0] for row in sql.execute(_HIDDEN)}


def names_hidden(sql: Any, kinds: Sequence[str] = ("contact",)) -> frozenset[str]:
    """What is confidential is called, without case and accents; people with their given name first and last."""
    query = f"""SELECT name_key, sort_key FROM main.entry
        WHERE confidential = 1 AND kind IN ({",".join("?" * len(kinds))})"""
    return frozenset(key for row in sql.execute(query, tuple(kinds)) for key in row if key)


def names_one_of(text: str, people: Collection[str]) -> bool:
    """Whether `text` is the name of one of them, alone or among other words."""
    words = " ".join(_WORD.findall(folded(text)))
    return any(name == words or (" " in name and f" {name} " in f" {words} ") for name in map(_plain, people))


def unless_hidden(text: str, people: Collection[str]) -> str:
    return "" if text and people and names_one_of(text, people) else text


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(name))


def without_hidden(fields: Mapping[str, Any], ids: Collection[int], names: Collection[str]) -> dict[str, Any]:
    """Fields of the history (JSON) without what is hidden: people and subjects by id, networks and whoever introduced
    somebody by their names."""

    def hides(value: Any) -> bool:
        if isinstance(value, dict):
            return value.get("id") in ids or folded(str(value.get("name") or "")) in names
        return False

    seen: dict[str, Any] = {}
    for key, value in fields.items():
        if isinstance(value, list):
            seen[key] = [one for one in value if not hides(one)]
        else:
            said = isinstance(value, str) and key in ("introduced_by", "network") and names_one_of(value, names)
            seen[key] = None if said or hides(value) or (key == "event" and value in ids) else value
    return seen


def hidden_names(sql: Any, ids: Collection[int]) -> Mapping[int, list[str]]:
    """By entry, the names of hidden ones that its index holds; empty where nothing is hidden."""
    found: dict[int, list[str]] = defaultdict(list)
    if ids and sql.execute("SELECT 1 FROM main.entry WHERE confidential = 1 LIMIT 1").fetchone():
        marks = ",".join(map(str, map(int, ids)))
        query = f"""SELECT named.id, e.title FROM ({_NAMED.format(marks)}) named
            JOIN main.entry e ON e.id = named.other WHERE e.confidential = 1"""
        for entry_id, title in sql.execute(query):
            found[entry_id].append(title)
        introduced = f"SELECT id, introduced_by FROM contact WHERE introduced_by <> '' AND id IN ({marks})"
        people = names_hidden(sql)
        for entry_id, text in sql.execute(introduced):
            if names_one_of(text, people):
                found[entry_id].append(text)
    return found
