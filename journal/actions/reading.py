"""What a screen or the command line shows. All of it reads only, and may run in any thread."""

from __future__ import annotations

from journal.actions.search import wanted_by_words
from journal.domain.entry import Entry
from journal.domain.errors import NotFound
from journal.domain.lines import Line, Wanted
from journal.domain.tag import TagUse
from journal.store import lists
from journal.store.journal import Journal
from journal.store.reading import load


def page(journal: Journal, *, kind: str, wanted: Wanted, offset: int = 0, limit: int = 200) -> list[Line]:
    return lists.page(journal, kind, wanted_by_words(journal, wanted), offset, limit)


def count(journal: Journal, *, kind: str, wanted: Wanted) -> int:
    return lists.count(journal, kind, wanted_by_words(journal, wanted))


def entry(journal: Journal, *, entry_id: int, everything: bool = False) -> Entry:
    """One entry whole, also from the trash; `everything`: also a confidential one that is hidden. Raises NotFound."""
    found = entries(journal, ids=[entry_id], everything=everything)
    if not found:
        hidden = not everything and entries(journal, ids=[entry_id], everything=True)
        raise NotFound("entry_hidden" if hidden else "no_such_entry", id=entry_id)
    return found[0]


def entries(journal: Journal, *, ids: list[int], everything: bool = False) -> list[Entry]:
    """Entries whole, in the order of `ids`; unknown ids, and those hidden unless `everything`, are left out."""
    with journal.reading(everything=everything) as sql:
        return list(load(sql, ids, journal.now()).values())


def lines(journal: Journal, *, ids: list[int]) -> list[Line]:
    return lists.by_ids(journal, ids)


def timeline(journal: Journal, *, contact_id: int, limit: int = 200) -> list[Line]:
    """Everything shared with a contact, newest first."""
    return lists.timeline(journal, contact_id, limit)


def related(journal: Journal, *, entry_id: int, limit: int = 200) -> list[Line]:
    """What hangs on an event, learning or network: learnings from it, reminders about it…; newest first."""
    return lists.related(journal, entry_id, limit)


def people_of(journal: Journal, *, network: int, limit: int = 200) -> list[Line]:
    """The contacts who belong to a network (its id)."""
    return lists.people_of_network(journal, network, limit)


def suggest(journal: Journal, *, kind: str, words: str, limit: int = 8) -> list[Line]:
    """Entries of a kind whose name has words beginning so: for pickers, as one types."""
    return lists.suggest(journal, kind, words, limit)


def tags(journal: Journal) -> list[TagUse]:
    return lists.tags(journal)


def networks(journal: Journal) -> list[Line]:
    return lists.page(journal, "network", Wanted(), 0, 1000)


def get_setting(journal: Journal, key: str, default: str = "") -> str:
    """A setting that belongs to the journal (her name, what she switched off…), not to the computer."""
    return journal.setting(key, default)


def set_setting(journal: Journal, key: str, value: str) -> None:
    with journal.writing("setting") as writer:
        writer.set_setting(key, value)
