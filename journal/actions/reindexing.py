"""What search knows of an older journal is brought up to date by itself, in the background."""

from __future__ import annotations

from collections.abc import Callable

from journal.domain.errors import Cancelled
from journal.store import reindexing
from journal.store.journal import Journal


def is_behind(journal: Journal) -> bool:
    """Whether some entries may not be found yet by what this version finds."""
    with journal.reading() as sql:
        return reindexing.reached(sql) is not None


def step(journal: Journal, *, after: int = 0) -> int | None:
    """A moment's work; gives where to go on, None when all is done."""
    return reindexing.step(journal, after)


def bring_up_to_date(journal: Journal, *, cancelled: Callable[[], bool] = bool) -> None:
    """All of it. Raises Cancelled; what is done by then stays done."""
    after: int | None = 0
    while after is not None:
        if cancelled():
            raise Cancelled
        after = reindexing.step(journal, after)
