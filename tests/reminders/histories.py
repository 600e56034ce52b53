"""Random histories of a computer, of her, and of her reminders, each compared with what must have been shown."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

from journal.actions import entries, reading, reminders
from journal.domain.errors import InvalidEntry
from journal.domain.reminder import Reminder
from tests.reminders.computer import ZONES, Computer, Killed, transitions
from tests.reminders.expected import RULES, Kept, waiting

WITHIN = 60.0  # seconds


@dataclass
class Figures:
    histories: int = 0
    acts: int = 0
    shown: int = 0
    lost: int = 0
    twice: int = 0
    early: int = 0
    late: int = 0
    killed_before_told: int = 0  # in the ledger and not yet on the desktop: in sight as overdue, counted apart
    latest: float = 0.0
    turns: set[tuple[str, datetime]] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        for one in fields(self):
            mine, theirs = getattr(self, one.name), getattr(other, one.name)
            if one.name == "turns":
                mine |= theirs
            elif one.name == "latest":
                self.latest = max(mine, theirs)
            else:
                setattr(self, one.name, mine + theirs)

    def __str__(self) -> str:
        return (
            f"{self.histories:,} histories, {self.acts:,} acts, {len(self.turns)} changes of summer time,"
            f" {self.shown:,} shown: {self.lost} lost, {self.twice} twice, {self.early} early, {self.late} later than"
            f" {WITHIN:.0f} s (the latest {self.latest:.0f} s); {self.killed_before_told:,} killed between the ledger"
            " and the desktop, all in sight"
        )


class History:
    """One history, drawn from `seed`."""

    def __init__(self, file: Path, seed: int, figures: Figures) -> None:
        self.chance = random.Random(seed)
        self.seed, self.figures = seed, figures
        zone = ZONES[seed % 2]
        turns = transitions(zone)
        turn = turns[seed // 2 % len(turns)]
        figures.turns.add((zone, turn))
        begin = turn - timedelta(minutes=self.chance.choice((30, 90, 200, 600, 3000)))
        if self.chance.random() < 0.3:  # any other day
            begin = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=self.chance.randrange(40 * 525_600))
        self.computer = Computer(file, self.chance, begin, zone)
        self.kept: dict[int, Kept] = {}
        self.known: dict[tuple[int, datetime], datetime] = {}
        self.told: list[str] = []

    @property
    def wall(self) -> datetime:
        return self.computer.wall().replace(microsecond=0)  # as exact as the journal is

    # --- what is compared ------------------------------------------------------------------------------------------

    def wrong(self, what: str, number: int, moment: datetime) -> None:
        setattr(self.figures, what, getattr(self.figures, what) + 1)
        if len(self.figures.problems) < 10:
            said = f"seed {self.seed}: {what}, reminder {number} at {moment}, clock {self.wall}"
            self.figures.problems.append("\n  ".join([said, *self.told]))

    def ask(self, *, other: bool = False) -> None:
        """A program asks, and shows what it is given; sometimes a second one asks in the midst of it, or it dies."""
        told: list[tuple[int, str]] = []
        killed = False
        before = {number: one.copy() for number, one in self.kept.items()}
        for one in self.kept.values():
            one.put_right(self.wall)
        if not other and self.chance.random() < 0.05:
            self.computer.before_writing = lambda: told.extend(_shown(self.computer.ask_in_other()))
        elif not other and self.chance.random() < 0.05:
            self.computer.at_asking(self.chance.randint(1, 7), _kill)
        try:
            lines = self.computer.ask_in_other() if other else self.computer.ask()
            told.extend(_shown(lines))
        except Killed:
            killed = True
            self.computer.kill()
        self.computer.at_asking(0)
        self.compare(told)
        if killed:
            self.told.append("killed while asking")
            self.computer.start()
            for number, one in before.items():
                if reading.entry(self.computer.journal, entry_id=number).comes_at == one.comes:
                    vars(self.kept[number]).update(vars(one))  # it died before anything was written
            self.restart()

    def compare(self, told: list[tuple[int, str]]) -> None:
        wall = self.wall
        for number, text in told:
            one, moment = self.kept[number], datetime.fromisoformat(text)
            if moment in one.shown:
                self.wrong("twice", number, moment)
            elif moment != one.comes or not one.waits or moment > wall:
                self.wrong("early", number, moment)
            one.shown |= {moment}
            self.figures.shown += 1
            since = self.known.pop((number, moment), self.computer.utc)
            late = (self.computer.utc - since).total_seconds()
            self.figures.latest = max(self.figures.latest, late)
            if late > WITHIN:
                self.wrong("late", number, moment)

    def note_known(self) -> None:
        """From when on a program that runs could know of each; what is not shown a minute later is lost."""
        wall = self.wall
        there = {(number, one.comes) for number, one in waiting(self.kept) if one.comes <= wall}
        self.known = {key: self.known.get(key, self.computer.utc) for key in there}
        for (number, moment), since in self.known.items():
            if (self.computer.utc - since).total_seconds() > WITHIN + 3:
                self.wrong("lost", number, moment)
                self.kept[number].shown |= {moment}

    def restart(self) -> None:
        """What was in the ledger and never told is at least in sight."""
        self.known.clear()
        self.computer.start()
        assert self.computer.journal is not None
        with self.computer.journal.reading() as sql:
            ledger = set(sql.execute("SELECT reminder_id, occurrence FROM reminder_shown"))
        in_sight = {line.id for line in reminders.due(self.computer.journal)}
        for number, one in waiting(self.kept):
            if (number, _text(one.comes)) in ledger:
                one.shown |= {one.comes}
                self.figures.killed_before_told += 1
                if number not in in_sight:
                    self.wrong("lost", number, one.comes)
        self.ask()

    # --- time passes -----------------------------------------------------------------------------------------------

    def live(self, minutes: float) -> None:
        """Awake; closely around each moment at which something must happen, in one leap between them."""
        end = self.computer.utc + timedelta(minutes=minutes)
        if self.computer.runs:
            stops = {self.computer.first_at(one.comes, end) for _, one in waiting(self.kept)}
            stops |= {t - self.computer.wrong_by for t in transitions(self.computer.zone)}
            for stop in sorted(stop for stop in stops if stop and self.computer.utc <= stop <= end):
                self.computer.jump_to(stop - timedelta(seconds=self.chance.randint(3, 40)))
                while self.computer.utc < min(stop + timedelta(seconds=64), end + timedelta(seconds=64)):
                    self.beat()
        self.computer.jump_to(end)
        self.beat()

    def beat(self) -> None:
        asks = self.computer.beat()
        if self.computer.runs:
            self.note_known()
            if asks:
                self.ask()

    def settle(self) -> None:
        """A minute, after something odd."""
        for _ in range(33):
            self.beat()

    # --- what happens ------------------------------------------------------------------------------------------------

    def run(self) -> None:
        self.computer.start()
        try:
            self._make()
            for _ in range(self.chance.randint(4, 10)):
                name, act = self.chance.choice(ACTS)
                self.told.append(f"{self.wall} {self.computer.zone}: {name}")
                act(self)
                self.figures.acts += 1
                self.live(self.chance.choice((1, 5, 40, 90, 200)))
            self._end()
            self.figures.histories += 1
        finally:
            self._forget()

    def _end(self) -> None:
        """The clock is right, the computer on, until all that is to come once has come."""
        if not self.computer.runs:
            self.restart()
        self.told.append("the clock is set right")
        self.computer.wrong_by = timedelta()
        self.settle()
        wall = self.wall
        for number, one in self.kept.items():
            # Whatever the clock has been: what she did not put there herself comes again as soon as it must.
            in_order = one.rule and one.first and one.dealt and one.dealt[-1][2] == "gone on"
            if in_order and not one.done and not one.deleted and not one.snoozed and one.comes > one.soonest(wall):
                self.wrong("lost", number, one.comes)
        for _ in range(4):
            coming = [one.comes for _, one in waiting(self.kept)]
            if not coming:
                break
            self.live(max(1.0, (min(coming) - self.wall).total_seconds() / 60 + 62))

    def _forget(self) -> None:
        """The next history begins with an empty journal."""
        self.computer.at_asking(0)
        if self.computer.journal is None:
            self.computer.start()
        assert self.computer.journal is not None
        with self.computer.journal.writing("forget") as writer:
            writer.forget(list(self.kept))
            writer.sql.execute("DELETE FROM change")

    # --- acts -----------------------------------------------------------------------------------------------------

    def _needs_program(self) -> None:
        if not self.computer.runs:
            self.restart()

    def _pick(self, *, open_only: bool = True) -> tuple[int, Kept] | None:
        there = [(n, one) for n, one in self.kept.items() if not one.deleted and not (open_only and one.done)]
        if not there:
            return None
        self._needs_program()
        for one in self.kept.values():  # the program has looked at the clock since
            one.put_right(self.wall)
        self.ask()
        number, one = self.chance.choice(there)
        return (number, one) if not one.deleted and not (open_only and one.done) else None

    def _moment(self) -> datetime:
        wall = self.wall.replace(second=0, microsecond=0)
        ahead = self.chance.choice((2, 10, 30, 60, 90, 120, 480, 1440, 4320))
        return wall + timedelta(minutes=self.chance.randint(1, ahead))

    def _make(self) -> None:
        self._needs_program()
        due = self._moment() - timedelta(minutes=self.chance.choice((0, 0, 0, 0, 3000)))
        rule = self.chance.choice(("", "", *RULES))
        draft = Reminder(title="Appeler", due_at=due, repeats=RULES.get(rule, ""))
        number = entries.create(self.computer.journal, draft=draft).created[-1]
        self.kept[number] = Kept(due, rule)

    def _edit(self) -> None:
        if found := self._pick():
            number, one = found
            if self.chance.random() < 0.3:
                rule = self.chance.choice(list(RULES))
                entries.save(self.computer.journal, entry_id=number, fields={"repeats": RULES[rule]})
                if RULES[rule] != RULES.get(one.rule, ""):
                    one.change_rule(rule)
            else:
                due = self._moment()
                entries.save(self.computer.journal, entry_id=number, fields={"due_at": due})
                one.move(due, self.wall)

    def _snooze(self) -> None:
        if found := self._pick(open_only=False):
            number, one = found
            wall = self.wall
            until = self.chance.choice((wall + timedelta(hours=1), self._moment()))
            if self.chance.random() < 0.3 and one.comes > wall:
                until = one.comes  # to the very moment it has had already
            reminders.snooze(self.computer.journal, entry_id=number, until=until)
            one.put_off_until(until, wall)

    def _finish(self) -> None:
        """Pressed once, or twice in two windows; sometimes taken back."""
        if found := self._pick():
            number, one = found
            before = one.copy()
            saw = _text(one.comes)
            for _ in range(self.chance.choice((1, 1, 2))):
                reminders.mark_done(self.computer.journal, entry_id=number, occurrence=saw)
            one.finish(self.wall)
            if self.chance.random() < 0.1:
                entries.undo(self.computer.journal)
                self.kept[number] = before

    def _skip(self) -> None:
        if (found := self._pick()) and found[1].rule:
            number, one = found
            try:
                reminders.skip(self.computer.journal, entry_id=number)
            except InvalidEntry:
                assert not one.copy().skip(self.wall)
            else:
                assert one.skip(self.wall)

    def _delete(self) -> None:
        there = [(n, one) for n, one in self.kept.items()]
        number, one = self.chance.choice(there)
        self._needs_program()
        (entries.restore if one.deleted else entries.delete)(self.computer.journal, ids=[number])
        one.deleted = not one.deleted

    def _sleep(self) -> None:
        self.known.clear()
        self.computer.sleep(8)
        self.settle()

    def _kill(self) -> None:
        self.computer.kill()
        self.live(self.chance.choice((1, 60, 600)))
        self.restart()

    def _set_clock(self) -> None:
        much = self.chance.choice((timedelta(hours=1), timedelta(days=1), timedelta(days=3652)))
        back = self.chance.random() < 0.5
        wrong_by = self.computer.wrong_by + (-much if back else much)
        if not 1990 < (self.computer.utc + wrong_by).year < 2060:
            wrong_by = timedelta()
        self.told.append(f"  by {wrong_by}")
        self.computer.wrong_by = wrong_by
        self.known.clear()
        self.settle()

    def _travel(self) -> None:
        self.computer.zone = next(zone for zone in ZONES if zone != self.computer.zone)
        self.known.clear()
        self.settle()

    def _second(self) -> None:
        """The scheduler's command, while the program runs or does not."""
        self.ask(other=True)


ACTS = [
    ("make", History._make),
    ("edit", History._edit),
    ("edit", History._edit),
    ("snooze", History._snooze),
    ("snooze", History._snooze),
    ("done", History._finish),
    ("done", History._finish),
    ("skip", History._skip),
    ("delete or restore", History._delete),
    ("sleep", History._sleep),
    ("kill", History._kill),
    ("clock", History._set_clock),
    ("clock", History._set_clock),
    ("travel", History._travel),
    ("second program", History._second),
]


def _kill() -> None:
    raise Killed


def _shown(lines: list) -> list[tuple[int, str]]:
    return [(line.id, line.date) for line in lines]


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def run(file: Path, seeds: range) -> Figures:
    """One history after another, in one file that is empty before each."""
    figures, before = Figures(), None
    for seed in seeds:
        history = History(file, seed, figures)
        if before is not None:
            history.computer.take_over(before)
        history.run()
        before = history.computer
    if before is not None:
        before.kill()
    return figures
