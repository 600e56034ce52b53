"""What must be shown, and when: the rules of reminders written a second time, day by day, without the journal's code.

A moment is named by a reminder and the local time at which it comes. It is to be shown once: never before that time,
and within a minute of when a program that runs could know of it. Only where she names a time to come herself (a date
typed, "in an hour") is it shown then in any case.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

LAST_DAY = datetime(2200, 12, 31, 23, 59, 59)
WORKING = range(5)

# Each rule by its name: the text the journal is given.
RULES = {
    "daily": "FREQ=DAILY",
    "every third day": "FREQ=DAILY;INTERVAL=3",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "every third week": "FREQ=WEEKLY;INTERVAL=3",
    "monthly": "FREQ=MONTHLY",
    "second Tuesday": "FREQ=MONTHLY;BYDAY=2TU",
    "last working day": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "yearly": "FREQ=YEARLY",
    "daily, five times": "FREQ=DAILY;COUNT=5",
}


def _is_day(rule: str, first: datetime, day: datetime) -> bool:
    last = calendar.monthrange(day.year, day.month)[1]
    away = (day.date() - first.date()).days
    if rule.startswith("daily"):
        return True
    if rule == "every third day":
        return away % 3 == 0
    if rule == "weekdays":
        return day.weekday() in WORKING
    if rule == "weekly":
        return away % 7 == 0
    if rule == "every third week":
        return away % 21 == 0
    if rule == "monthly":
        return day.day == min(first.day, last)
    if rule == "second Tuesday":
        return day.weekday() == 1 and 8 <= day.day <= 14
    if rule == "last working day":
        rest = (day + timedelta(days=n) for n in range(1, last - day.day + 1))
        return day.weekday() in WORKING and all(one.weekday() not in WORKING for one in rest)
    return day.month == first.month and day.day == min(first.day, last)


def following(rule: str, first: datetime, after: datetime) -> datetime | None:
    """The next time of the series that begins on `first`, later than `after`."""
    if rule == "daily, five times":
        times = [first + timedelta(days=n) for n in range(5)]
        return next((one for one in times if one > after), None)
    day = max(first, datetime.combine(after.date(), first.time()))
    while day <= LAST_DAY:
        if day > after and _is_day(rule, first, day):
            return day
        day += timedelta(days=1)
    return None


@dataclass
class Kept:
    """One reminder as it must be."""

    due: datetime
    rule: str = ""
    first: datetime | None = None  # of a series that has begun
    snoozed: datetime | None = None
    done: bool = False
    deleted: bool = False
    # (clock then, the time dealt with, how) of a series; (clock then, until) of the last snooze
    dealt: tuple[tuple[datetime, datetime, str], ...] = ()
    put_off: tuple[datetime, datetime] | None = None
    named_by_her: tuple[tuple[datetime, datetime], ...] = ()  # (clock then, the time she moved it to)
    shown: frozenset[datetime] = field(default_factory=frozenset)

    @property
    def comes(self) -> datetime:
        return self.snoozed or self.due

    @property
    def waits(self) -> bool:
        """Whether its present moment is still to be shown."""
        return not self.done and not self.deleted and self.comes not in self.shown

    def named(self, moment: datetime, clock: datetime) -> None:
        if moment > clock:
            self.shown -= {moment}

    def finish(self, clock: datetime) -> None:
        self._go_on(clock, finishing=True)

    def skip(self, clock: datetime) -> bool:
        return self._go_on(clock, finishing=False)

    def _go_on(self, clock: datetime, *, finishing: bool) -> bool:
        first = self.first or self.due
        then = following(self.rule, first, max(self.due, clock)) if self.rule else None
        if then is None and not finishing:
            return False
        if self.rule:
            self.first = first
            self.dealt = (*self.dealt, (clock, self.due, "gone on"))
        if then is None:
            self.done = True
        else:
            self.due = then
        self.snoozed = None
        return True

    def put_off_until(self, until: datetime, clock: datetime) -> None:
        if until != self.snoozed or self.done:  # else it is as it was
            self.put_off = (clock, until)
        self.snoozed, self.done = until, False
        self.named(until, clock)

    def move(self, due: datetime, clock: datetime) -> None:
        if due != self.due:
            self.dealt = (*self.dealt, (clock, self.due, "moved"))
            self.named_by_her = (*self.named_by_her, (clock, due))
        self.due, self.snoozed = due, None
        self.named(due, clock)

    def change_rule(self, rule: str) -> None:
        self.rule, self.first = rule, None

    def put_right(self, clock: datetime) -> None:
        """What she did while a clock was ahead holds for what she saw then, not for the years between."""
        if self.deleted:
            return
        if self.snoozed:
            if self.put_off and self.put_off[1] == self.snoozed and self.snoozed > clock and not self.done:
                then, until = self.put_off
                if then > clock + timedelta(hours=26):
                    self.snoozed = clock.replace(second=0)
                    if until in self.shown:
                        self.shown |= {self.snoozed}
                    else:
                        self.snoozed += until - then
            return
        ahead: list[datetime] = []
        for then, dealt_with, how in reversed(self.dealt):
            if then <= clock or (how == "moved" and not ahead):
                break
            ahead.append(dealt_with)
        if not ahead or not self.rule or self.first is None or self._stands_by(clock):
            return
        if due := self.next_not_in(set(ahead), max(min(ahead), clock)):
            self.due, self.done = due, False

    def next_not_in(self, dealt_with: set[datetime], after: datetime) -> datetime | None:
        assert self.first
        due = following(self.rule, self.first, after)
        while due in dealt_with:
            due = following(self.rule, self.first, due)
        return due

    def soonest(self, clock: datetime) -> datetime:
        """A series in order comes again by then, whatever the clock was when she dealt with it: after what she dealt
        with while the clock was right, and after a time she moved it to then, which stands for those before it."""
        rightly = [due for then, due, _ in self.dealt if then <= clock]
        rightly += [due for then, due in self.named_by_her if then <= clock]
        return self.next_not_in({due for _, due, _ in self.dealt}, max([clock, *rightly])) or LAST_DAY

    def _stands_by(self, clock: datetime) -> bool:
        return not self.done and self.comes <= clock

    def copy(self) -> Kept:
        return replace(self)


def waiting(kept: dict[int, Kept]) -> Iterator[tuple[int, Kept]]:
    return ((number, one) for number, one in kept.items() if one.waits)
