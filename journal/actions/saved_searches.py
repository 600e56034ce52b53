"""Searches she keeps: they stand in the sidebar. Saving, naming and taking away are undone like everything."""

from __future__ import annotations

from journal.domain.changes import Changes
from journal.domain.errors import UserFacingError
from journal.domain.saved_search import KEY, MOST, SavedSearch, from_text, named, to_text
from journal.store.journal import Journal


def saved(journal: Journal) -> list[SavedSearch]:
    return from_text(journal.setting(KEY))


def save(journal: Journal, *, words: str, name: str = "") -> Changes:
    """After the others; one of the same words is there already, and only takes the name. Raises UserFacingError."""
    new = named(words, name)
    if not new.words:
        raise UserFacingError("search_needs_words")
    kept = saved(journal)
    if any(one.key == new.key for one in kept):
        return rename(journal, words=words, name=name) if name else _write(journal, "search_saved", kept)
    if len(kept) >= MOST:
        raise UserFacingError("too_many_searches", most=MOST)
    return _write(journal, "search_saved", [*kept, new])


def rename(journal: Journal, *, words: str, name: str) -> Changes:
    wanted = named(words, name)
    kept = [named(one.words, name) if one.key == wanted.key else one for one in saved(journal)]
    return _write(journal, "search_renamed", kept)


def remove(journal: Journal, *, words: str) -> Changes:
    gone = named(words)
    return _write(journal, "search_removed", [one for one in saved(journal) if one.key != gone.key])


def _write(journal: Journal, label: str, searches: list[SavedSearch]) -> Changes:
    with journal.writing(label) as writer:
        writer.change_setting(KEY, to_text(searches) if searches else "")
    return writer.changes
