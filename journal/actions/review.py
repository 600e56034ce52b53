"""The yearly "still right?": whether anybody waits for it, and its being put off; one press says yes."""

from __future__ import annotations

from datetime import date

from journal.actions import entries, reading
from journal.domain.changes import Changes
from journal.domain.contact import Contact, review_again
from journal.domain.errors import NotFound
from journal.domain.lines import Line, Wanted
from journal.store import lists
from journal.store.journal import Journal

_LATER = "review.later"  # the day from which on Today speaks of it again
ALL = 1_000_000


def is_time(journal: Journal, *, among: int = ALL) -> bool:
    """Whether Today invites to it: somebody waits, and it is not put off. `among` so many contacts noted first."""
    return put_off_until(journal) is None and lists.any_to_review(journal, journal.clock.now().date(), among)


def put_off_until(journal: Journal) -> date | None:
    """The day on which Today speaks of it again; None where it is not put off."""
    try:
        until = date.fromisoformat(journal.setting(_LATER))
    except ValueError:
        return None
    return until if until > journal.clock.now().date() else None


def waiting(journal: Journal) -> list[Line]:
    """The contacts of whom she has not said for a year that what is noted is still right."""
    return reading.page(journal, kind="contact", wanted=Wanted(review=True), limit=ALL)


def put_off(journal: Journal) -> Changes:
    """Nothing is said of it on Today before the next month begins."""
    with journal.writing("review_later") as writer:
        writer.change_setting(_LATER, review_again(journal.clock.now().date()).isoformat())
    return writer.changes


def still_right(journal: Journal, *, contact_id: int) -> Changes:
    """She has looked through what is noted of a contact today. Raises NotFound."""
    found = reading.entry(journal, entry_id=contact_id)
    if not isinstance(found, Contact):
        raise NotFound("wrong_kind", id=contact_id, kind=found.kind, asked="contact")
    return entries.save(journal, entry_id=contact_id, fields={"confirmed_on": journal.clock.now().date()})
