"""A journal made by each released version opens today, with everything that was in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from journal.actions import entries, reading, search
from journal.domain.kinds import stored_json
from journal.domain.lines import Wanted
from journal.store.journal import open_journal
from journal.store.versions import SCHEMA_VERSION

HERE = Path(__file__).parent
VERSIONS = sorted(int(file.stem.removeprefix("journal-v")) for file in HERE.glob("journal-v*.json"))


def test_every_version_before_this_one_left_a_journal() -> None:
    """The journal of the version at work is made when the version is released."""
    assert set(range(1, SCHEMA_VERSION)) <= set(VERSIONS) <= set(range(1, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_journal_of_every_version_opens_whole(version: int, tmp_path: Path) -> None:
    expected = json.loads((HERE / f"journal-v{version}.json").read_text(encoding="utf-8"))
    path = tmp_path / "journal.db"
    shutil.copy(HERE / f"journal-v{version}.db", path)
    journal = open_journal(path)
    journal.confidential_shown = True
    try:
        for number, fields in expected["entries"].items():
            now = stored_json(reading.entry(journal, entry_id=int(number)))
            assert {name: now[name] for name in fields} == fields
        [found] = search.search(journal, words="oeuvre")
        assert found.id == expected["search_oeuvre"]
        history = entries.history(journal, entry_id=expected["search_oeuvre"])
        assert [record.label for record in history] == expected["role_history"]
        [trashed] = reading.page(journal, kind="contact", wanted=Wanted(trash=True))
        assert trashed.id == expected["trash"]
        entries.redo(journal)
        redone = stored_json(reading.entry(journal, entry_id=expected["question"]))
        assert redone["state"] == "answered"
        with journal.reading() as sql:
            for table, rows in expected.get("rows", {}).items():  # of what is no entry
                found = [list(row) for row in sql.execute(f"SELECT * FROM {table}")]
                assert [row[: len(rows[0])] for row in found] == rows, "later versions add columns at the end"
    finally:
        journal.close()
