"""The seven networks offered ready-made: their cards, adding those she wants, and how to get each one's file."""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from journal.actions import entries, reading
from journal.domain.changes import NOTHING_CHANGED, Changes
from journal.domain.entry import folded
from journal.domain.network import READY_MADE, Network, known_name
from journal.store.journal import Journal
from journal.system import resources


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """One card. `offers` and `notes` are texts of several lines; dues and dates are hers to fill in."""

    key: str
    name: str
    type: str
    website: str
    offers: str
    notes: str

    def draft(self) -> Network:
        return Network(name=self.name, type=self.type, website=self.website, offers=self.offers, notes=self.notes)


@cache
def _cards(language: str) -> tuple[ReadyMade, ...]:
    cards = json.loads(resources.text("networks", f"{language}.json"))
    return tuple(
        ReadyMade(**{key: "\n".join(value) if isinstance(value, list) else value for key, value in card.items()})
        for card in cards
    )


def ready_made(language: str) -> list[ReadyMade]:
    """The seven cards in `language` ("fr" or "en"), in their fixed order."""
    return sorted(_cards(language), key=lambda card: READY_MADE.index(card.key))


def guide(name: str, *, language: str) -> list[str]:
    """Step by step, how to get what the network called `name` lets its members take out; what holds for any network
    where `name` is none of the seven, under whatever name."""
    steps: dict[str, list[str]] = json.loads(resources.text("networks", f"guides_{language}.json"))
    wanted = folded(known_name(name))
    return steps[next((card.key for card in _cards(language) if folded(card.name) == wanted), "other")]


@dataclass(frozen=True, slots=True)
class Given:
    """What a network gave in one year: hours at its events and with its learnings, and the people met at them."""

    hours: float
    people: int


def gave(journal: Journal, *, network_id: int) -> Given:
    """What the network gave since the first of January; events that are still to come are not counted."""
    values = {"id": network_id, "first": journal.now()[:4]}
    since = "e.deleted_at IS NULL AND e.date >= :first"
    attended = f"v.network_id = :id AND e.state = 'attended' AND {since}"
    query = f"""SELECT
        coalesce((SELECT sum(v.hours) FROM event v JOIN entry e ON e.id = v.id WHERE {attended}), 0)
        + coalesce((SELECT sum(l.hours) FROM learning l JOIN entry e ON e.id = l.id
          WHERE l.network_id = :id AND {since}), 0),
        (SELECT count(DISTINCT p.contact_id) FROM event v JOIN entry e ON e.id = v.id
          JOIN participation p ON p.entry_id = v.id JOIN entry c ON c.id = p.contact_id
          WHERE {attended} AND c.deleted_at IS NULL)"""
    with journal.reading() as sql:
        hours, people = sql.execute(query, values).fetchone()
    return Given(round(float(hours), 2), int(people))


def renewed(journal: Journal, *, network_id: int) -> Changes:
    """The membership was renewed: its date is the next of its days that lies ahead, and its reminders go with it."""
    today = journal.clock.now().date()
    with journal.writing("renew") as writer:
        network = writer.entry(network_id)
        if isinstance(network, Network) and network.renews_on is not None:
            writer.update(replace(network, renews_on=_a_year_on(network.renews_on, today)))
    return writer.changes


def _a_year_on(day: date, today: date) -> date:
    """The same day of the next year that is not over yet; the 28th where there is no 29 February."""
    year = day.year + 1
    while True:
        last = calendar.monthrange(year, day.month)[1]
        following = day.replace(year=year, day=min(day.day, last))
        if following > today:
            return following
        year += 1


def offered(journal: Journal, *, language: str) -> list[ReadyMade]:
    """The cards of the networks she does not have yet, under whatever name."""
    present = {folded(known_name(line.title)) for line in reading.networks(journal)}
    return [card for card in ready_made(language) if folded(card.name) not in present]


def add_ready_made(journal: Journal, *, keys: Iterable[str], language: str) -> Changes:
    """Makes the networks of these cards, as one change; one she already has, under any of its names, stays as it is."""
    wanted = set(keys)
    drafts = [card.draft() for card in offered(journal, language=language) if card.key in wanted]
    return entries.create_many(journal, drafts=drafts) if drafts else NOTHING_CHANGED
