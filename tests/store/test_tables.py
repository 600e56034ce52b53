"""The SQLModel classes that writing goes through say exactly what the frozen scripts made."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import SQLModel

from journal.domain.entry import editable_fields
from journal.domain.kinds import CLASS_OF
from journal.store import rows, tables
from journal.store.journal import Journal

MODELS: dict[str, Any] = {table.name: table for table in SQLModel.metadata.sorted_tables}
CLASSES: dict[str, type[SQLModel]] = {
    value.__tablename__: value  # type: ignore[misc]
    for value in vars(tables).values()
    if isinstance(value, type) and issubclass(value, SQLModel) and value is not SQLModel
}
AFFINITY = {"VARCHAR": "TEXT", "FLOAT": "REAL"}


def test_every_table_has_its_class_and_every_class_its_table(journal: Journal) -> None:
    with journal.reading(everything=True) as sql:
        made = {
            name
            for (name,) in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("sqlite_") and not name.startswith("search")
        }
    assert set(MODELS) == set(CLASSES) == made


@pytest.mark.parametrize("name", MODELS)
def test_columns(journal: Journal, name: str) -> None:
    """Names, types, what may be null, keys and the defaults that a person's fields have."""
    with journal.reading(everything=True) as sql:
        made = {
            column: (kind, bool(not_null or key), key > 0, default)
            for _, column, kind, not_null, default, key in sql.execute(f"PRAGMA table_info({name})")
        }
    assert set(made) == {column.name for column in MODELS[name].columns}
    for column in MODELS[name].columns:
        kind, not_null, key, default = made[column.name]
        declared = str(column.type)
        assert AFFINITY.get(declared, declared) == kind, column.name
        assert (not column.nullable) == not_null, column.name
        assert column.primary_key == key, column.name
        model_default = CLASSES[name].model_fields[column.name].default
        if default is None:
            assert model_default is None or repr(model_default) == "PydanticUndefined", column.name
        else:
            written = {"''": "", "0": False if kind == "BOOLEAN" else 0, "'none'": "none"}[default]
            assert model_default == written and type(model_default) is type(written), column.name


@pytest.mark.parametrize("name", MODELS)
def test_foreign_keys(journal: Journal, name: str) -> None:
    with journal.reading(everything=True) as sql:
        made = {
            (column, table, target, on_delete)
            for _, _, table, column, target, _, on_delete, _ in sql.execute(f"PRAGMA foreign_key_list({name})")
        }
    declared = {
        (key.parent.name, key.column.table.name, key.column.name, key.ondelete or "NO ACTION")
        for key in MODELS[name].foreign_keys
    }
    assert declared == made


@pytest.mark.parametrize("name", MODELS)
def test_unique_columns(journal: Journal, name: str) -> None:
    with journal.reading(everything=True) as sql:
        made = set()
        for _, index, unique, origin, _ in sql.execute(f"PRAGMA index_list({name})").fetchall():
            if unique and origin == "u":
                made.add(tuple(row[2] for row in sql.execute(f"PRAGMA index_info({index})")))
    assert made == {(column.name,) for column in MODELS[name].columns if column.unique}


def test_every_foreign_key_has_an_index(journal: Journal) -> None:
    """Else deleting one entry would read whole tables."""
    with journal.reading(everything=True) as sql:
        for name in MODELS:
            first = {row[2] for (index,) in sql.execute(f"SELECT name FROM pragma_index_list('{name}')").fetchall()
                     for row in sql.execute(f"PRAGMA index_info({index})") if row[0] == 0}  # fmt: skip
            keys = {row[5]: row[1] for row in sql.execute(f"PRAGMA table_info({name})")}
            first |= {keys[1]} if 1 in keys else set()
            for (column,) in sql.execute(f"SELECT \"from\" FROM pragma_foreign_key_list('{name}')").fetchall():
                assert column in first, (name, column)


def test_every_field_has_its_column() -> None:
    """A new field of an entry must be stored somewhere."""
    shared = {column.name for column in MODELS["entry"].columns}
    apart = {
        "contact": {"emails", "phones", "links", "networks", "tags"},
        "event": {"network", "participants", "status", "tags"},
        "learning": {"network", "people", "event", "tags"},
        "reminder": {"about", "tags"},
        "network": {"name", "tags"},
    }
    for kind, kind_class in CLASS_OF.items():
        own = {column.name for column in MODELS[kind].columns}
        assert set(editable_fields(kind_class)) - apart[kind] - {"attachments"} <= own | shared, kind
        assert set(rows.PLAIN_COLUMNS[kind] + rows.DATE_COLUMNS[kind]) <= own
