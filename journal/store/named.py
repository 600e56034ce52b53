"""Which contacts, networks and firms bear names that stand in a sentence: a few look-ups by key, at any size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from journal.domain import likeness
from journal.domain.entry import folded
from journal.domain.likeness import name_words
from journal.store.rows import match_key

if TYPE_CHECKING:
    from journal.store.journal import Journal

SAME_LETTERS, MOST_COMPARED, MOST_NEAR = 3, 1_000, 3
MOST_OF_A_NAME = 12  # contacts of one given name that are offered
_ROW = "json_array({key}, e.id, e.title, e.subtitle) AS one FROM entry e"
_LIVING = "e.kind = 'contact' AND e.deleted_at IS NULL AND e.archived = 0"


def people_named(
    journal: Journal, whole: Sequence[str], single: Sequence[str]
) -> dict[str, list[tuple[int, str, str]]]:
    """Folded name -> (id, name, organisation) of those who bear it: `whole` names, and `single` ones, which are given
    or family names. Not those in the trash or put aside."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    parts: list[str] = []
    values: list[str] = []
    for column in ("name_key", "sort_key"):  # "Dupont Claire" is how address books have it
        if whole:
            marks = ",".join("?" * len(whole))
            parts.append(f"SELECT {_ROW.format(key=f'e.{column}')} WHERE {_LIVING} AND e.{column} IN ({marks})")
            values += whole
        for key in single:
            parts.append(
                f"SELECT * FROM (SELECT {_ROW.format(key='?')} WHERE {_LIVING} AND (e.{column} = ? OR e.{column} >= ?"
                f" AND e.{column} < ?) ORDER BY e.{column} LIMIT {MOST_OF_A_NAME})"
            )
            values += [key, key, key + " ", key + "!"]
    if parts:
        for key, *person in _rows(journal, " UNION ALL ".join(parts), values):
            _add(found, key, person)
    return found


def nearly_named(journal: Journal, name: str, *, family_only: bool = False) -> list[tuple[int, str, str]]:
    """(id, name, organisation) of contacts whose name is nearly that: of those whose given or family name begins as
    it does, the one whose first letters were mistyped being found by the other."""
    words = name_words(name)
    if not words:
        return []
    ways = [("sort_key", words[-1])] if family_only else [("name_key", words[0]), ("sort_key", words[-1])]
    query = " UNION ".join(
        f"SELECT * FROM (SELECT {_ROW.format(key='0')} WHERE {_LIVING} AND e.{column} >= ? AND"
        f" e.{column} < ? || char(1114111) LIMIT {MOST_COMPARED})"
        for column, _ in ways
    )
    values = [beginning for _, word in ways for beginning in (word[:SAME_LETTERS],) * 2]
    return [
        one for one in _people(journal, query, values) if likeness.nearly_named(name, one[1], family_only=family_only)
    ][:MOST_NEAR]


def _rows(journal: Journal, query: str, values: Sequence[str] = ()) -> list[list[Any]]:
    """All rows in one step: each step of the driver lets the window's thread in, and may wait for it."""
    with journal.reading() as sql:
        [(rows,)] = sql.execute(f"SELECT json_group_array(json(found.one)) FROM ({query}) found", tuple(values))
    return list(json.loads(rows))


def _people(journal: Journal, query: str, values: Sequence[str]) -> list[tuple[int, str, str]]:
    """(id, name, organisation) of those that a query of _ROW finds."""
    return [(row[1], row[2], row[3] or "") for row in _rows(journal, query, values)]


def _add(found: dict[str, list[tuple[int, str, str]]], key: str, person: Sequence[Any]) -> None:
    one = (person[0], person[1], person[2] or "")
    if one not in found.setdefault(key, []):
        found[key].append(one)


def network_names(journal: Journal) -> list[str]:
    query = "SELECT json_array(title) AS one FROM entry WHERE kind = 'network' AND deleted_at IS NULL ORDER BY id"
    return [row[0] for row in _rows(journal, query)]


def firms_among(journal: Journal, names: Iterable[str]) -> list[str]:
    """Those of `names` that are the organisation of a contact, whatever their case."""
    wanted = tuple(dict.fromkeys(names))
    if not wanted:
        return []
    marks = ",".join("?" * len(wanted))
    query = f"""SELECT json_array(organisation) AS one FROM contact
        WHERE organisation COLLATE NOCASE IN ({marks}) GROUP BY organisation"""
    return [row[0] for row in _rows(journal, query, wanted)]


def owners_of(journal: Journal, addresses: Sequence[str]) -> list[tuple[int, str, str]]:
    """(id, name, organisation) of the contacts that have one of the e-mail addresses."""
    marks = ",".join("?" * len(addresses))
    having = f"SELECT contact_id FROM contact_value WHERE field = 'emails' AND match_key IN ({marks})"
    query = f"SELECT {_ROW.format(key='0')} WHERE {_LIVING} AND e.id IN ({having}) LIMIT {MOST_OF_A_NAME}"
    keys = [match_key("emails", address) for address in addresses]
    return _people(journal, query, keys) if keys else []


def of_name(journal: Journal, name: str) -> list[tuple[int, str, str]]:
    """(id, name, organisation) of the contacts of exactly that name."""
    query = f"SELECT {_ROW.format(key='0')} WHERE {_LIVING} AND e.name_key = ? LIMIT {MOST_OF_A_NAME}"
    return _people(journal, query, (folded(name),))
