"""Everything Today shows, read in one job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.domain.contact import Contact, split_name
from journal.domain.lines import Line, Wanted
from journal.domain.network import Network

if TYPE_CHECKING:
    from journal.actions.today import TodayPage

EXCERPT = 400  # characters of a learning's text that are enough to remember it by


@dataclass(frozen=True, slots=True)
class TodayRead:
    """`day` on which it was read. `first_name` of her, "" where she has not told it. `new`: nothing is in the journal
    yet. `excerpt`: how the learning to read again begins, in Markdown. `peer`: whom she might write to."""

    day: date
    page: TodayPage
    first_name: str
    new: bool
    excerpt: str
    peer: Line | None
    renewal_days: dict[int, date]
    next_due: dict[int, date]  # of those whose rhythm will soon lapse


def read_today(journal: Any, *, at_once: bool = False) -> TodayRead:
    """Called in the reader thread. `at_once` as in `actions.today`: for the first page, which is read again soon."""
    from journal.actions import reading
    from journal.actions.today import today

    page = today(journal, at_once=at_once)
    again = page.read_again
    body = getattr(reading.entry(journal, entry_id=again.line.id), "body", "") if again else ""
    networks = [reading.entry(journal, entry_id=line.id) for line in page.renewals]
    name = reading.get_setting(journal, "her_name")
    return TodayRead(
        day=journal.clock.now().date(),
        page=page,
        first_name=split_name(name)[0] if name else "",
        new=_is_new(journal),
        excerpt=body[:EXCERPT],
        peer=_peer(journal, page),
        next_due={
            one.id: one.next_exchange_due
            for one in reading.entries(journal, ids=[line.id for line in page.soon])
            if isinstance(one, Contact) and one.next_exchange_due
        },
        renewal_days={one.id: one.renews_on for one in networks if isinstance(one, Network) and one.renews_on},
    )


def _is_new(journal: Any) -> bool:
    from journal.actions import reading

    kinds = ("contact", "event", "learning", "reminder")
    return not any(reading.page(journal, kind=kind, wanted=Wanted(), limit=1) for kind in kinds)


def _peer(journal: Any, page: TodayPage) -> Line | None:
    """The person whose rhythm has lapsed longest; else the favourite, else the contact, silent for longest."""
    from journal.actions import reading

    if page.lapsed or page.soon:
        return (page.lapsed or page.soon)[0]
    for wanted in (Wanted(favourite=True, sort="date"), Wanted(sort="date")):
        if lines := reading.page(journal, kind="contact", wanted=wanted, limit=1):
            return lines[0]
    return None
