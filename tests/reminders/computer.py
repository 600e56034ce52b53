"""A computer that is simulated: its clock, which may be wrong, set or taken to another zone; sleep; programs that are
started, killed, and run two at a time on one journal. What the programs do is the journal's own code."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from journal.actions import reminders
from journal.domain.lines import Line
from journal.domain.pulse import BEAT_SECONDS, Pulse
from journal.store.journal import Journal, open_journal
from journal.store.writing import Writer

ZONES = ("Europe/Paris", "America/Montreal")
ENGINES: dict[str, Any] = {}  # the first that was made


class Killed(Exception):
    """The program ends here."""


@cache
def transitions(zone: str) -> tuple[datetime, ...]:
    """Every change to and from summer time from 2000 to 2040, in UTC, to the second."""
    info, found = ZoneInfo(zone), []
    hour = datetime(2000, 1, 1, tzinfo=UTC)
    while hour.year <= 2040:
        later = hour + timedelta(days=1)
        if hour.astimezone(info).utcoffset() != later.astimezone(info).utcoffset():
            low, high = hour, later
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                middle = middle.replace(microsecond=0)
                same = middle.astimezone(info).utcoffset() == low.astimezone(info).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            found.append(high)
        hour = later
    return tuple(found)


class Computer:
    """`utc` is the true time, `wall()` what its clock says."""

    def __init__(self, file: Path, chance: random.Random, utc: datetime, zone: str) -> None:
        self.file, self.chance = file, chance
        self.utc, self.zone, self.wrong_by = utc, zone, timedelta()
        self.ticks = 0.0
        self.pulse: Pulse | None = None  # of the program, while it runs
        self.journal: Journal | None = None
        self.other: Journal | None = None  # of a second program
        self.before_writing: Callable[[], None] | None = None
        self._asked_when: dict[int, Callable[[], None]] = {}  # the nth time the clock is asked, something happens
        self._times_asked = 0

    # --- the clock, as the journal asks it -----------------------------------------------------------------------

    def wall(self) -> datetime:
        return (self.utc + self.wrong_by).astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    def now(self) -> datetime:
        self._times_asked += 1
        happens = self._asked_when.pop(self._times_asked, None)
        if happens:
            happens()
        return self.wall()

    def at_asking(self, nth: int, happens: Callable[[], None] | None = None) -> None:
        self._times_asked, self.before_writing = 0, None
        self._asked_when = {nth: happens} if happens else {}

    # --- programs --------------------------------------------------------------------------------------------------

    def start(self) -> None:
        if self.journal is None:
            self.journal = self._open()
        self.pulse = Pulse(self.ticks, self.wall())

    def _open(self) -> Journal:
        journal = open_journal(self.file, clock=self)
        journal.make_ready_to_write()
        # What SQLAlchemy has compiled, it keeps by dialect: made anew with each start, it would cost 15 ms.
        known = ENGINES.setdefault("", journal._engine)
        journal._engine.dialect, journal._engine._compiled_cache = known.dialect, known._compiled_cache
        return journal

    def take_over(self, before: Computer) -> None:
        """The journals that another has open: a new history needs no new files."""
        self.journal, self.other = before.journal, before.other
        for journal in (self.journal, self.other):
            if journal is not None:
                journal.clock = self
        before.journal = before.other = None

    def kill(self) -> None:
        """All that it had in memory is gone."""
        self.pulse = None
        for journal in (self.journal, self.other):
            if journal is not None:
                journal.close()
        self.journal = self.other = None
        self.at_asking(0)

    @property
    def runs(self) -> bool:
        return self.pulse is not None

    def ask(self) -> list[Line]:
        assert self.journal is not None
        begin_to_write = self.journal.writing

        def writing(label: str) -> AbstractContextManager[Writer]:
            happens, self.before_writing = self.before_writing, None
            if happens:  # between what a program has looked at and what it writes, another may be quicker
                happens()
            return begin_to_write(label)

        self.journal.writing = writing  # type: ignore[method-assign]
        try:
            return reminders.to_show(self.journal)
        finally:
            self.journal.writing = begin_to_write  # type: ignore[method-assign]

    def ask_in_other(self) -> list[Line]:
        if self.other is None:
            self.other = self._open()
        return reminders.to_show(self.other)

    # --- time --------------------------------------------------------------------------------------------------------

    def beat(self) -> bool:
        """Two seconds of an awake computer; whether the program then asks what is due."""
        late = self.chance.choice((0.0, 0.0, 0.1, 0.9))
        self.utc += timedelta(seconds=BEAT_SECONDS + late)
        self.ticks += BEAT_SECONDS + late
        return self.pulse is not None and self.pulse.beat(self.ticks, self.wall())

    def jump_to(self, utc: datetime) -> None:
        """Awake time in which nothing happens, without living through each beat; the pulse stands anywhere after."""
        seconds = (utc - self.utc).total_seconds()
        if seconds <= 0:
            return
        self.utc += timedelta(seconds=seconds)
        self.ticks += seconds
        if self.pulse is not None:
            back = self.chance.randrange(0, 28, 2)
            self.pulse = Pulse(self.ticks - back, self.wall() - timedelta(seconds=back))
            for seconds in range(back - 2, -1, -2):
                self.pulse.beat(self.ticks - seconds, self.wall() - timedelta(seconds=seconds))

    def sleep(self, hours: float) -> None:
        self.utc += timedelta(hours=hours)
        if self.chance.random() < 0.5:  # some clocks count the time asleep
            self.ticks += hours * 3600

    def first_at(self, moment: datetime, end: datetime) -> datetime | None:
        """The first instant from now to `end` at which the clock shows `moment` or later."""
        turns = [t - self.wrong_by for t in transitions(self.zone) if self.utc < t - self.wrong_by < end]
        begin = self.utc
        for stop in (*turns, end):
            if self._wall_at(begin) >= moment:
                return begin
            reached = begin + (moment - self._wall_at(begin))
            if reached < stop:
                return reached
            begin = stop
        return None

    def _wall_at(self, utc: datetime) -> datetime:
        return (utc + self.wrong_by).astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
