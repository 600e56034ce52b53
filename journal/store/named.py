"""Which contacts, networks and firms bear names that stand in a sentence: a few look-ups by key, at any size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from journal.domain.entry import folded
from journal.store.rows import match_key

if TYPE_CHECKING:
    from journal.store.journal import Journal

MOST_OF_A_NAME = 12  # contacts of one given name that are offered
_LIVING = "e.kind = 'contact' AND e.deleted_at IS NULL AND e.archived = 0"


def people_named(
    journal: Journal, whole: Sequence[str], single: Sequence[str]
) -> dict[str, list[tuple[int, str, str]]]:
    """Folded name -> (id, name, organisation) of those who bear it: `whole` names, and `single` ones, which are given
    or family names. Not those in the trash or put aside."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    with journal.reading() as sql:
        if whole:
            marks = ",".join("?" * len(whole))
            query = (
                f"SELECT e.name_key, e.id, e.title, e.subtitle FROM entry e WHERE {_LIVING} AND e.name_key IN ({marks})"
            )
            for key, *person in sql.execute(query, tuple(whole)):
                _add(found, key, person)
            # "Dupont Claire" as address books have it
            query = query.replace("e.name_key", "e.sort_key")
            for key, *person in sql.execute(query, tuple(whole)):
                _add(found, key, person)
        for key in single:
            for column in ("name_key", "sort_key"):
                begins = f"""SELECT e.id, e.title, e.subtitle FROM entry e WHERE {_LIVING}
                    AND (e.{column} = ? OR e.{column} >= ? AND e.{column} < ?) ORDER BY e.{column}
                    LIMIT {MOST_OF_A_NAME}"""
                for person in sql.execute(begins, (key, key + " ", key + "!")):
                    _add(found, key, person)
    return found


def _add(found: dict[str, list[tuple[int, str, str]]], key: str, person: Sequence[Any]) -> None:
    one = (person[0], person[1], person[2] or "")
    if one not in found.setdefault(key, []):
        found[key].append(one)


def network_names(journal: Journal) -> list[str]:
    with journal.reading() as sql:
        query = "SELECT title FROM entry WHERE kind = 'network' AND deleted_at IS NULL ORDER BY id"
        return [row[0] for row in sql.execute(query)]


def firms_among(journal: Journal, names: Iterable[str]) -> list[str]:
    """Those of `names` that are the organisation of a contact, whatever their case."""
    wanted = tuple(dict.fromkeys(names))
    if not wanted:
        return []
    marks = ",".join("?" * len(wanted))
    with journal.reading() as sql:
        query = f"SELECT DISTINCT organisation FROM contact WHERE organisation COLLATE NOCASE IN ({marks})"
        return [row[0] for row in sql.execute(query, wanted)]


def contact_with(journal: Journal, addresses: Sequence[str], name: str) -> str:
    """The name of the contact that has one of the addresses, else of the only one of that name; "" for none."""
    with journal.reading() as sql:
        for address in addresses:
            query = f"""SELECT e.title FROM contact_value v JOIN entry e ON e.id = v.contact_id
                WHERE v.match_key = ? AND v.field = 'emails' AND {_LIVING} LIMIT 1"""
            row = sql.execute(query, (match_key("emails", address),)).fetchone()
            if row:
                return str(row[0])
        if name:
            rows = sql.execute(
                f"SELECT e.title FROM entry e WHERE {_LIVING} AND e.name_key = ?", (folded(name),)
            ).fetchall()
            return str(rows[0][0]) if len(rows) == 1 else ""
    return ""
