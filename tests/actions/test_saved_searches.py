"""Searches she keeps: undone and redone, carried by the archive, forgotten with a person who is erased."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.actions import bring_in, entries, take_out
from journal.actions.safety import erase_person
from journal.actions.saved_searches import remove, rename, save, saved
from journal.domain.contact import Contact
from journal.domain.errors import UserFacingError
from journal.domain.saved_search import MOST, SavedSearch, from_text, named, to_text
from journal.store.journal import Journal
from tests.journals import opened


def kept(journal: Journal) -> list[tuple[str, str]]:
    return [(one.name, one.words) for one in saved(journal)]


def test_saved_named_removed_undone_and_redone(journal: Journal) -> None:
    save(journal, words="tag:excel")
    save(journal, words="mars 2026", name="Spring")
    assert save(journal, words="TAG:Excel").change_id == 0, "the same"
    rename(journal, words="tag:excel", name="Tables")
    remove(journal, words="mars 2026")
    states = [kept(journal)]
    assert states == [[("Tables", "tag:excel")]]
    for _ in range(4):
        entries.undo(journal)
        states.append(kept(journal))
    assert states[1:] == [
        [("Tables", "tag:excel"), ("Spring", "mars 2026")],
        [("tag:excel", "tag:excel"), ("Spring", "mars 2026")],
        [("tag:excel", "tag:excel")],
        [],
    ]
    for expected in reversed(states[:-1]):
        entries.redo(journal)
        assert kept(journal) == expected


def test_nothing_and_too_many_are_refused(journal: Journal) -> None:
    with pytest.raises(UserFacingError, match="search_needs_words"):
        save(journal, words="  \x00 ")
    for number in range(MOST):
        save(journal, words=f"word{number}")
    with pytest.raises(UserFacingError, match="too_many_searches"):
        save(journal, words="one more")


def test_the_archive_carries_them(journal: Journal, tmp_path: Path) -> None:
    save(journal, words='"compte rendu" -excel', name="Mine")
    take_out.export(journal, path=tmp_path / "all.zip", include_confidential=True)
    with opened(tmp_path / "other.db") as other:
        bring_in.bring_in(other, preview=bring_in.preview(other, paths=[tmp_path / "all.zip"]))
        assert kept(other) == [("Mine", '"compte rendu" -excel')]


def test_a_person_who_is_erased_is_forgotten_here_too(journal: Journal) -> None:
    [made] = entries.create(journal, draft=Contact(given_name="Zoé", family_name="Quintreau")).created
    save(journal, words="avec:quintreau excel")
    save(journal, words="excel", name="For Zoé QUINTREAU")
    save(journal, words="excel 2026", name="Tables")
    remove(journal, words="excel")
    erase_person(journal, contact_id=made)
    assert kept(journal) == [("Tables", "excel 2026")]
    sql = sqlite3.connect(journal.path)
    past = str(sql.execute("SELECT before, after FROM change_item UNION ALL SELECT value, '' FROM setting").fetchall())
    sql.close()
    assert "quintreau" not in past.lower()
    entries.undo(journal)
    assert "quintreau" not in str(kept(journal)).lower()


@given(st.lists(st.tuples(st.text(), st.text(min_size=1)), max_size=5))
def test_what_is_kept_comes_back(pairs: list[tuple[str, str]]) -> None:
    searches = [one for name, words in pairs if (one := named(words, name)).words]
    assert from_text(to_text(searches)) == searches


@pytest.mark.parametrize("text", ["", "{", "[1, null]", '{"a": 1}', '[{"words": 3}]', '[{"words": "  "}]', "null"])
def test_whatever_else_stands_there_is_passed_over(text: str) -> None:
    assert from_text(text) == []
    assert from_text('[{"words": "a"}, 7]') == [SavedSearch("a", "a")]
