"""What is confidential: shown for the session, or hidden again."""

from __future__ import annotations

from journal.store import veil
from journal.store.journal import Journal


def show_confidential(journal: Journal, *, on: bool) -> int:
    """Shows what is confidential until the journal is closed, or hides it again; gives how many entries that is.

    It is never remembered: every session begins with them hidden."""
    journal.confidential_shown = on
    return hidden_count(journal)


def confidential_shown(journal: Journal) -> bool:
    return journal.confidential_shown


def hidden_count(journal: Journal) -> int:
    """How many entries, not in the trash, are confidential, or reminders about something that is."""
    with journal.reading(everything=True) as sql:
        return veil.count(sql)
