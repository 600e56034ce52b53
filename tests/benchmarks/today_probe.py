"""Started by run.py in a process of its own: Today's page read, with 5,000 contacts under a rhythm.

python today_probe.py FOLDER own|tag|network TIMES prints one line of JSON: `read`, from asking to the lines, in
seconds; `lapsed`, how many of the rhythms have lapsed or soon will.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

PEOPLE = 5_000
RHYTHMS = (7, 14, 30, 90, 180, 365)


def fill(journal: Any, by: str) -> None:
    """Contacts met or spoken to over three years, three exchanges each; all under a rhythm, by themselves or by the
    tags or networks they share."""
    from journal.actions import entries, rhythms
    from journal.domain.contact import Contact
    from journal.domain.entry import Membership, Person
    from journal.domain.event import Event

    def contact(number: int) -> Contact:
        group = f"group {number % 40}"
        return Contact(
            given_name=f"Given{number}",
            family_name=f"Family{number % 977}",
            favourite=number % 11 == 0,
            birthday=f"--{number % 12 + 1:02}-{number % 28 + 1:02}",
            met_on=(journal.clock.now() - timedelta(days=number % 1_100)).date(),
            keep_in_touch_days=RHYTHMS[number % len(RHYTHMS)] if by == "own" else None,
            tags=(group,) if by == "tag" else (),
            networks=(Membership(group),) if by == "network" else (),
        )

    ids = entries.create_many(journal, drafts=[contact(number) for number in range(PEOPLE)]).created[-PEOPLE:]
    now: datetime = journal.clock.now()
    for nth in range(3):
        events = [
            Event(
                title="Call",
                type="call",
                starts_at=now - timedelta(days=(number * 7 + nth * 300) % 1_000, hours=1),
                status="attended",
                participants=(Person(number),),
            )
            for number in ids
        ]
        entries.create_many(journal, drafts=events)
    for group in rhythms.groups(journal) if by != "own" else ():
        days = RHYTHMS[int(group.name.split()[-1]) % len(RHYTHMS)]
        if by == "tag":
            rhythms.set_tag_rhythm(journal, tag=group.name, days=days)
        else:
            rhythms.set_network_rhythm(journal, network_id=group.id, days=days)


def main(folder: str, by: str, times: str) -> None:
    from journal.actions import rhythms
    from journal.store.journal import open_journal
    from journal.ui.screens.today.reading import read_today

    journal = open_journal(Path(folder) / f"rhythm-{by}.db")
    fill(journal, by)
    seen = []
    for _ in range(int(times) + 1):
        began = time.perf_counter()
        read_today(journal)
        seen.append(time.perf_counter() - began)
    lapsed, soon = rhythms.lapsed_and_soon(journal)
    journal.close()
    print(json.dumps({"read": seen[1:], "lapsed": len(lapsed) + len(soon)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
