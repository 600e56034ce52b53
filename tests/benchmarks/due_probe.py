"""Started by run.py in a process of its own: what the half minute asks, over many reminders.

python due_probe.py FOLDER FINISHED prints one line of JSON: `asked` and `shown`, seconds each time it was asked with
nothing new, and with five that have just come. 100,000 reminders are open, 10,000 of them recur, 1,000 are overdue and
were shown before; FINISHED others are done.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from journal.actions import reminders  # noqa: E402
from journal.domain.reminder import Reminder  # noqa: E402
from journal.store.journal import Journal, open_journal  # noqa: E402

NOW = datetime(2026, 11, 23, 9)
OPEN, RECURRING, OVERDUE = 100_000, 10_000, 1_000
RULES = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY", "FREQ=YEARLY")


class Clock:
    moment = NOW

    def now(self) -> datetime:
        return self.moment


def drafts() -> Iterator[Reminder]:
    for number in range(OPEN):
        ahead = timedelta(minutes=3 * (number - OVERDUE) + 2)  # five each quarter of an hour
        rule = RULES[number % 4] if number % (OPEN // RECURRING) == 0 else ""
        yield Reminder(title=f"Appeler la personne {number}", due_at=NOW + ahead, repeats=rule)


def finish(journal: Journal, count: int) -> None:
    """Rows of reminders that are done, straight into the tables: a million through the writer takes minutes."""
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
    entry = """INSERT INTO entry (uid, kind, title, name_key, sort_key, date, state, created_at, updated_at)
        SELECT 'done-' || i, 'reminder', 'Faite ' || i, 'faite ' || i, 'faite ' || i,
        strftime('%Y-%m-%dT%H:%M', '2026-11-20', '-' || i || ' minutes'), 'done', '2026-01-01T09:00', '2026-01-01T09:00'
        FROM n"""
    with journal.writing("finish") as writer:
        writer.sql.execute(f"{numbers} {entry}", (count,))
        writer.sql.execute("""INSERT INTO reminder (id, due_at, done_at) SELECT id, date, date FROM entry
            WHERE kind = 'reminder' AND state = 'done'""")
        writer.sql.execute("""INSERT INTO reminder_shown SELECT id, date, date FROM entry
            WHERE kind = 'reminder' AND state = 'done'""")


def ask(journal: Journal) -> float:
    began = time.perf_counter()
    reminders.to_show(journal)
    reminders.count_today(journal)
    reminders.due_today(journal, limit=8)
    return time.perf_counter() - began


def main(folder: str, finished: int) -> dict[str, Any]:
    clock = Clock()
    journal = open_journal(Path(folder) / f"due-{finished}.db", clock=clock)
    with journal.writing("make") as writer:
        writer.create_many(list(drafts()))
    if finished:
        finish(journal, finished)
    journal.close()  # and what waits in the log goes into the file
    journal = open_journal(Path(folder) / f"due-{finished}.db", clock=clock)
    reminders.to_show(journal)
    asked = [ask(journal) for _ in range(50)]
    shown = []
    for _ in range(20):
        clock.moment += timedelta(minutes=15)
        shown.append(ask(journal))
    journal.close()
    return {"asked": asked, "shown": shown}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
