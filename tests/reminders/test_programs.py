"""Real programs at once on one journal: what each is told to show, counted together."""

from __future__ import annotations

import multiprocessing
from datetime import datetime
from pathlib import Path
from typing import Any

from journal.actions import entries, reminders
from journal.domain.reminder import Reminder
from journal.store.journal import open_journal
from tests.journals import NOW, MovableClock

MANY, PROGRAMS = 60, 3


def ask_on_and_on(path: str, told: Any, ready: Any, go: Any) -> None:
    """A program that asks until all has come; its clock goes on by a minute each time."""
    clock = MovableClock()
    journal = open_journal(Path(path), clock=clock)
    journal.make_ready_to_write()
    ready.release()
    go.wait()
    for _ in range(MANY + 1):
        told.put([line.id for line in reminders.to_show(journal)])
        clock.pass_time(minutes=1)
    told.put(None)
    journal.close()


def test_of_several_programs_that_ask_at_once_only_one_shows_each(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal = open_journal(path, clock=MovableClock())
    drafts = [Reminder(title=f"R{n}", due_at=NOW.replace(minute=n % 60, hour=9 + n // 60)) for n in range(MANY)]
    numbers = entries.create_many(journal, drafts=drafts).created
    journal.close()
    context = multiprocessing.get_context("spawn")
    told, ready, go = context.Queue(), context.Semaphore(0), context.Event()
    programs = [context.Process(target=ask_on_and_on, args=(str(path), told, ready, go)) for _ in range(PROGRAMS)]
    for program in programs:
        program.start()
    for _ in programs:
        assert ready.acquire(timeout=60)
    go.set()
    shown: list[int] = []
    ended = 0
    while ended < PROGRAMS:
        lines = told.get(timeout=60)
        ended += lines is None
        shown += lines or []
    for program in programs:
        program.join(30)
        assert program.exitcode == 0
    assert sorted(shown) == sorted(numbers)


def test_one_about_an_entry_that_was_thrown_away_still_comes(tmp_path: Path) -> None:
    from journal.actions import reading
    from journal.domain.event import Event

    journal = open_journal(tmp_path / "journal.db", clock=MovableClock())
    event = entries.create(journal, draft=Event(title="Journée", starts_at=datetime(2026, 12, 1, 9))).created[-1]
    number = reminders.remind_about(journal, entry_id=event, title="Préparer", days_before=8).created[-1]
    entries.delete(journal, ids=[event])
    assert [line.id for line in reminders.to_show(journal)] == [number]
    entries.save(journal, entry_id=number, fields={"notes": "toujours là"})
    reminders.mark_done(journal, entry_id=number)
    entry = reading.entry(journal, entry_id=number)
    assert isinstance(entry, Reminder) and entry.done_at == NOW
    journal.close()
