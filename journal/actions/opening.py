"""Opening a journal, for those who know it only through actions."""

from __future__ import annotations

from pathlib import Path

from journal.store import journal as store_journal
from journal.store.connecting import Key
from journal.store.journal import Journal
from journal.system.clock import Clock


def open_journal(
    file: Path, *, clock: Clock, create: bool = True, anew: bool = False, key: Key | None = None
) -> Journal:
    """The journal in `file`. Raises JournalRefused, JournalLocked where it is encrypted and there is no `key`, or
    UserFacingError where there is none and `create` is False, or one was there and is gone (then `anew` begins
    another)."""
    return store_journal.open_journal(file, clock=clock, create=create, anew=anew, key=key)


def open_demo(file: Path, *, clock: Clock, language: str) -> Journal:
    """The sample journal of "fr" or "en", made in `file`, which must not be there yet."""
    from journal.actions.sample_journal import fill_demo

    journal = store_journal.open_journal(file, clock=clock)
    fill_demo(journal, language=language)
    return journal
