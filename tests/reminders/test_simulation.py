"""Reminders through random histories: none lost, none twice, none late. `python3 tests soak` runs 100,000 of them."""

from __future__ import annotations

import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from journal.domain.pulse import Pulse
from journal.store import due
from journal.store.writing import Writer
from tests.reminders.computer import ZONES, transitions
from tests.reminders.histories import Figures, run

FEW, ALL, TOGETHER = 330, 100_000, 500


def quick_folder() -> Path | None:
    """In memory where there is such a place: histories are many, and what a kill does to a disk is tested elsewhere."""
    return Path("/dev/shm") if Path("/dev/shm").is_dir() else None


def histories(seeds: range) -> Figures:
    with tempfile.TemporaryDirectory(dir=quick_folder(), prefix="journal-histories-") as folder:
        return run(Path(folder) / "journal.db", seeds)


def assert_all_came_once(figures: Figures) -> None:
    print(f"\n{figures}")
    assert (figures.lost, figures.twice, figures.early, figures.late) == (0, 0, 0, 0), "\n".join(figures.problems)


def test_every_reminder_comes_once_and_in_time() -> None:
    figures = histories(range(FEW))
    assert_all_came_once(figures)
    assert figures.shown > FEW
    assert figures.turns == {(zone, turn) for zone in ZONES for turn in transitions(zone)}


def test_all_changes_of_summer_time_of_both_zones_are_there() -> None:
    assert [len(transitions(zone)) for zone in ZONES] == [82, 82]


@pytest.mark.soak
def test_every_reminder_comes_once_and_in_time_in_a_hundred_thousand_histories() -> None:
    figures = Figures()
    parts = [range(FEW + first, FEW + first + TOGETHER) for first in range(0, ALL, TOGETHER)]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        for one in pool.map(histories, parts):
            figures.add(one)
    assert figures.histories == ALL
    assert_all_came_once(figures)


def without_ledger(self, occurrences):
    pass


def without_her_word(self, reminder):
    pass


def without_mending(sql, now):
    return []


def slow(self, ticks, wall):
    """Asks every two minutes, and notices no gap."""
    if ticks - self._asked < 120:
        return False
    self._asked = ticks
    return True


@pytest.mark.parametrize(
    ("place", "name", "broken", "seen"),
    [
        (Writer, "mark_shown", without_ledger, "twice"),
        (Writer, "show_again", without_her_word, "lost"),
        (due, "misplaced", without_mending, "lost"),
        (Pulse, "beat", slow, "lost"),
    ],
)
def test_what_is_broken_is_seen(monkeypatch, place, name, broken, seen) -> None:
    monkeypatch.setattr(place, name, broken)
    figures = Figures()
    for first in range(0, 3000, 50):
        figures.add(histories(range(first, first + 50)))
        if getattr(figures, seen):
            return
    raise AssertionError(f"nobody noticed: {figures}")
