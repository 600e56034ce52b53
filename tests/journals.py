"""Journals for tests: a clock that is moved by hand, and one of everything."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from journal.actions import entries, reading
from journal.actions.search import search
from journal.domain.contact import Contact
from journal.domain.entry import KINDS, About, LabelledValue, Membership, Person
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.store.journal import Journal, open_journal

NOW = datetime(2026, 11, 23, 9, 0)


class MovableClock:
    def __init__(self, moment: datetime = NOW) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def pass_time(self, **much: float) -> None:
        self.moment += timedelta(**much)


@contextmanager
def opened(path: Path, clock: MovableClock | None = None) -> Iterator[Journal]:
    journal = open_journal(path, clock=clock or MovableClock())
    try:
        yield journal
    finally:
        journal.close()


def one_of_each(journal: Journal) -> dict[str, int]:
    """One entry of each kind with every field filled and everything linked; name -> id. What is confidential among
    them is shown from now on."""
    journal.confidential_shown = True
    network = Network(
        name="IMA Lyon",
        type="association",
        website="https://ima.example",
        offers="Training\nand a yearly congress",
        my_role="treasurer",
        member_since="2019",
        dues="120 €",
        renews_on=date(2027, 1, 31),
        feed_url="https://ima.example/feed",
        notes="Statutes in the blue folder",
        tags=("assistants",),
    )
    contact = Contact(
        given_name="Élodie",
        family_name="Lefèvre",
        organisation="Nexans",
        role="Office manager",
        emails=(LabelledValue("elodie@nexans.example", "work"), LabelledValue("el@home.example", "home")),
        phones=(LabelledValue("+33 6 12 34 56 78", "mobile"),),
        links=(LabelledValue("https://linkedin.example/in/elodie", "LinkedIn"),),
        birthday="--05-31",
        met_on=date(2024, 3, 14),
        how_met="Congress in Nantes",
        introduced_by="Marc Petit",
        networks=(Membership("IMA Lyon", "secretary"), Membership("FFMAS")),
        tags=("Lyon", "mentor"),
        notes="Prefers to be called\nin the morning",
        keep_in_touch_days=30,
        favourite=True,
        confidential=True,
        source="card",
    )
    entries.create_many(journal, drafts=[network, contact])
    found = {line.title: line.id for kind in ("contact", "network") for line in page_of(journal, kind)}
    entries.create(
        journal,
        draft=Event(
            title="Coffee about minutes",
            type="coffee",
            starts_at=datetime(2026, 11, 3, 10, 30),
            ends_at=datetime(2026, 11, 3, 11, 15),
            timezone="Europe/Paris",
            place="Café de la Gare",
            link="https://meet.example/x",
            network="IMA Lyon",
            participants=(Person(found["Élodie Lefèvre"], role="host"), Person(name="Marc Petit")),
            hours=0.75,
            status="attended",
            outcome="We share templates",
            help="received",
            notes="Bring the list",
            tags=("templates",),
            source="calendar",
        ),
    )
    [event] = page_of(journal, "event")
    entries.create(
        journal,
        draft=Learning(
            title="Minutes in half an hour",
            type="practice",
            body="# How\n\n- *during* the meeting",
            learned_on=date(2026, 11, 3),
            hours=1.5,
            link="https://blog.example/minutes",
            event=event.id,
            network="FFMAS",
            people=(Person(found["Élodie Lefèvre"], role="learned_from"),),
            state="applied",
            evidence="Board of 12 November",
            tags=("minutes",),
            confidential=True,
        ),
    )
    entries.create(
        journal,
        draft=Reminder(
            title="Thank Élodie",
            due_at=datetime(2026, 11, 30, 9),
            repeats="FREQ=MONTHLY",
            series_from=datetime(2026, 10, 31, 9),
            about=About("contact", found["Élodie Lefèvre"]),
            notes="With flowers",
            snoozed_until=datetime(2026, 12, 1, 9),
            tags=("thanks",),
        ),
    )
    return {kind: page_of(journal, kind)[0].id for kind in ("event", "learning", "reminder")} | {
        "contact": found["Élodie Lefèvre"],
        "network": found["IMA Lyon"],
    }


def page_of(journal: Journal, kind: str, **wanted: Any) -> list[Any]:
    journal.confidential_shown = True
    return reading.page(journal, kind=kind, wanted=Wanted(**wanted), limit=100_000)


SEARCHED = ("e", "a", "ima", "marc", "lyon", "zoe", "the", "elodie lefevre")


def everything(journal: Journal) -> dict[str, Any]:
    """All that can be seen of a journal: entries whole, lists, the trash, what hangs together, what is found.

    Left out: when an entry was last changed, and numbers given to words (scores), which undoing does not bring back.
    """
    seen: dict[str, Any] = {}
    journal.confidential_shown = True
    for kind in KINDS:
        live, trash = page_of(journal, kind), page_of(journal, kind, trash=True)
        seen[kind] = [asdict(line) for line in live + trash + page_of(journal, kind, archived=True)]
        ids = [line["id"] for line in seen[kind]]
        for entry in reading.entries(journal, ids=ids):
            seen[f"{kind} {entry.id}"] = {**asdict(entry), "updated_at": None}
            seen[f"around {entry.id}"] = [
                *(line.id for line in reading.related(journal, entry_id=entry.id)),
                *(line.id for line in reading.timeline(journal, contact_id=entry.id)),
                *(line.id for line in reading.people_of(journal, network=entry.id)),
            ]
    seen["tags"] = sorted((use.name, use.uses) for use in reading.tags(journal))
    for words in SEARCHED:
        seen[f"search {words}"] = sorted((hit.id, hit.title, hit.snippet) for hit in search(journal, words=words))
    return seen


def whole_of(journal: Journal) -> str:
    """Every row of every table, hidden ones of the index too, as one digest."""
    digest = hashlib.sha256()
    with journal.reading() as sql:
        tables = [row[0] for row in sql.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        for table in tables:
            digest.update(f"{table}\n".encode())
            digest.update("\n".join(sorted(map(repr, sql.execute(f'SELECT * FROM "{table}"')))).encode())
    return digest.hexdigest()


def bytes_in(folder: Path) -> dict[str, str]:
    """File, as seen from the folder -> digest of its bytes; without the seal of a journal."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".seal")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
