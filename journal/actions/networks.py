"""The seven networks offered ready-made: their cards, adding those she wants, and how to get each one's file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
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


def offered(journal: Journal, *, language: str) -> list[ReadyMade]:
    """The cards of the networks she does not have yet, under whatever name."""
    present = {folded(known_name(line.title)) for line in reading.networks(journal)}
    return [card for card in ready_made(language) if folded(card.name) not in present]


def add_ready_made(journal: Journal, *, keys: Iterable[str], language: str) -> Changes:
    """Makes the networks of these cards, as one change; one she already has, under any of its names, stays as it is."""
    wanted = set(keys)
    drafts = [card.draft() for card in offered(journal, language=language) if card.key in wanted]
    return entries.create_many(journal, drafts=drafts) if drafts else NOTHING_CHANGED
