"""Two journals that are not hers: a small believable one to look around in, and one of any size for trials."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from journal.actions import networks, reading
from journal.actions.entries import create_many
from journal.actions.invented import Inventor
from journal.domain.changes import Changes
from journal.domain.entry import KINDS, About, Entry
from journal.domain.errors import UserFacingError
from journal.domain.kinds import from_json
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.reminder import Reminder
from journal.domain.saved_search import KEY as SEARCHES
from journal.domain.saved_search import SavedSearch, to_text
from journal.store.journal import Journal
from journal.system import resources

IN_ORDER = ("network", "contact", "event", "learning", "reminder")  # each only names entries of kinds before it
KEPT_SEARCHES = {
    "fr": (("Mes questions", "type:question"), ("Excel cette année", "excel cette année")),
    "en": (("My questions", "kind:question"), ("Excel this year", "excel this year")),
}
OWNER_SETTINGS = {"her_name": "name", "her_role": "role", "her_organisation": "organisation"}  # setting: where
BATCH = 2_000  # entries written in one change of the large journal


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and the local keys of what it hangs on, which have no ids yet.

    `key` names it within its kind (a contact, network: its name; an event: its key or title; else the title);
    `event` is the key of the event something was learned at, `about` the (kind, key) a reminder is about.
    """

    key: str
    entry: Entry
    event: str = ""
    about: tuple[str, str] = ("", "")


class _Calendar:
    """Days counted from today, moved onto working days: back in the past, on in the future; today stays today."""

    def __init__(self, today: date, closed: Sequence[str]) -> None:
        self.today = today
        self._closed = frozenset(closed)  # public holidays, MM-DD

    def day(self, offset: int, month: int | None = None) -> date:
        """With a `month`, the third Thursday of the nearest such month: for what has its season."""
        day = self.today + timedelta(days=offset)
        if month is not None:
            near = (date(year, month, 15) for year in (day.year - 1, day.year, day.year + 1))
            day = min(near, key=lambda other: abs(other - day))
            return day + timedelta(days=(3 - day.weekday()) % 7)
        step = timedelta(days=-1 if offset < 0 else 1)
        while offset and (day.weekday() > 4 or f"{day:%m-%d}" in self._closed):
            day += step
        return day

    def moment(self, row: dict[str, Any]) -> datetime:
        day = self.day(row["day"], row.get("month"))
        if "weekday" in row:
            day += timedelta(days=(row["weekday"] - day.weekday()) % 7)
        return datetime.combine(day, time.fromisoformat(row.get("at", "00:00")))


@cache
def _content(language: str) -> dict[str, Any]:
    return dict(json.loads(resources.text("sample", f"{language}.json")))


def demo_drafts(language: str, today: date) -> list[Drafted]:
    """The sample journal in `language` ("fr": Lyon, "en": Leeds), two years that end `today`, in writing order."""
    content = _content(language)
    calendar = _Calendar(today, content["closed"])
    events = [_event(row, calendar) for row in content["events"]]
    days = {row["key"]: calendar.moment(row).date() for row in content["events"] if "key" in row}
    return [
        *_networks(content["networks"], language, calendar),
        *(_contact(row, calendar, days) for row in content["contacts"]),
        *events,
        *(_learning(row, calendar, days) for row in content["learnings"]),
        *(_reminder(row, calendar) for row in content["reminders"]),
    ]


def _networks(rows: list[dict[str, Any]], language: str, calendar: _Calendar) -> list[Drafted]:
    """The ready-made cards, with what she has written on them."""
    cards = {card.key: card.draft() for card in networks.ready_made(language)}
    drafts = [
        replace(
            cards[row["key"]],
            my_role=row["my_role"],
            member_since=f"{calendar.day(row['since']):%Y-%m}",
            dues=row.get("dues", ""),
            renews_on=calendar.day(row["renews"]) if "renews" in row else None,
            tags=tuple(row.get("tags", ())),
            notes="\n".join(filter(None, (row.get("notes"), cards[row["key"]].notes))),
        )
        for row in rows
    ]
    return [Drafted(draft.name, draft) for draft in drafts]


def _contact(row: dict[str, Any], calendar: _Calendar, days: dict[str, date]) -> Drafted:
    met = days[row["met"]] if isinstance(row["met"], str) else calendar.day(row["met"])
    contact = from_json("contact", row | {"met_on": met})
    return Drafted(contact.heading, contact)


def _event(row: dict[str, Any], calendar: _Calendar) -> Drafted:
    starts, minutes = calendar.moment(row), row["minutes"]
    known = {
        "starts_at": starts,
        "ends_at": None if row.get("all_day") else starts + timedelta(minutes=minutes),
        "hours": None if row["type"] == "message" else max(1, round(minutes / 15)) / 4,
        "status": "attended" if starts.date() < calendar.today else "planned",
    }
    return Drafted(row.get("key", row["title"]), from_json("event", known | row))


def _learning(row: dict[str, Any], calendar: _Calendar, days: dict[str, date]) -> Drafted:
    row = dict(row)
    event = row.pop("event", "")
    learned_on = days[event] if event else calendar.day(row["day"])
    return Drafted(row["title"], from_json("learning", row | {"learned_on": learned_on}), event=event)


def _reminder(row: dict[str, Any], calendar: _Calendar) -> Drafted:
    row = dict(row)
    kind, key = row.pop("about", ("", ""))
    row["due_at"] = calendar.moment(row)
    if "done" in row:
        row["done_at"] = datetime.combine(calendar.day(row["done"]), time(17, 30))
    return Drafted(row["title"], from_json("reminder", row), about=(kind, key))


def fill_demo(journal: Journal, *, language: str) -> Changes:
    """Writes the sample journal, as one change; raises UserFacingError("journal_not_empty")."""
    _refuse_unless_empty(journal)
    drafts = demo_drafts(language, journal.clock.now().date())
    owner = _content(language)["owner"]
    ids: dict[tuple[str, str], int] = {}
    with journal.writing("sample") as writer:
        for kind in IN_ORDER:
            part = [drafted for drafted in drafts if drafted.entry.kind == kind]
            made = writer.create_many([_linked(drafted, ids) for drafted in part])
            ids.update({(kind, drafted.key): number for drafted, number in zip(part, made, strict=True)})
        for setting, key in OWNER_SETTINGS.items():
            writer.set_setting(setting, owner[key])
        writer.set_setting(SEARCHES, to_text(SavedSearch(name, words) for name, words in KEPT_SEARCHES[language]))
    return writer.changes


def _linked(drafted: Drafted, ids: dict[tuple[str, str], int]) -> Entry:
    """The draft with ids in place of local keys; people are found by their names."""
    entry = drafted.entry
    if isinstance(entry, Learning) and drafted.event:
        return replace(entry, event=ids["event", drafted.event])
    if isinstance(entry, Reminder) and drafted.about[0]:
        return replace(entry, about=About(drafted.about[0], ids[drafted.about]))
    return entry


def _refuse_unless_empty(journal: Journal) -> None:
    everywhere = (Wanted(), Wanted(archived=True), Wanted(trash=True))
    if any(reading.count(journal, kind=kind, wanted=wanted) for kind in KINDS for wanted in everywhere):
        raise UserFacingError("journal_not_empty")


def make_sample(
    journal: Journal,
    *,
    years: int = 10,
    entries: int = 100_000,
    seed: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Fills an empty journal with `entries` invented ones of the last `years`; the same seed and day give the same.

    `progress(done, entries)` is called after each batch. Raises UserFacingError("journal_not_empty").
    """
    _refuse_unless_empty(journal)
    inventor = Inventor(seed=seed, today=journal.clock.now().date(), years=years)
    done = 0
    for kind, wanted in _shares(entries).items():
        for start in range(0, wanted, BATCH):
            drafts = [inventor.invent(kind, start + nth) for nth in range(min(BATCH, wanted - start))]
            inventor.remember(drafts, create_many(journal, drafts=drafts, label="sample").created)
            done += len(drafts)
            if progress:
                progress(done, entries)


def _shares(entries: int) -> dict[str, int]:
    """How many of each kind make up a journal of `entries`, in writing order."""
    shares = {
        "network": min(20, -(-entries // 20)),
        "contact": entries * 12 // 100,
        "learning": entries * 28 // 100,
        "reminder": entries * 14 // 100,
    }
    shares["event"] = entries - sum(shares.values())
    return {kind: shares[kind] for kind in IN_ORDER}
