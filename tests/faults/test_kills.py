"""The program killed at any moment: nothing that was acknowledged is lost, and what is left is sound."""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.actions import reading
from journal.domain.errors import UserFacingError
from journal.store.checking import problems
from tests.faults import children
from tests.faults.killing import Child, together
from tests.faults.works import WORKS, Book, Work, left_behind, new_book
from tests.journals import bytes_in, opened, page_of

ONE_JOURNAL = 10  # so many are killed on it, then another is taken
EARLY = 10  # one in so many is killed while it gets ready


class Moments:
    """How long things take, as far as was seen: so that a kill falls into them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._taken: dict[str, list[float]] = defaultdict(list)

    def learn(self, child: Child) -> None:
        for one, after in zip(child.told, child.told[1:], strict=False):
            if one.word in ("begins", "starts"):
                self._taken[one.about.partition(" ")[0]].append(after.at - one.at)

    def strike(self, child: Child, work: Work, nth: int) -> None:
        """Waits until it gets ready or is at something, and kills it somewhere in that."""
        early = nth % EARLY == EARLY - 1
        child.wait_for("starts" if early else "begins", 1 if early else self.chance.randint(1, work.begins))
        at = child.told[-1]
        lately = self._taken[at.about.partition(" ")[0]][-20:]
        if lately:
            moment = at.at + self.chance.uniform(0, 1.05) * sorted(lately)[len(lately) // 2]
            time.sleep(max(0.0, moment - time.monotonic()))
        assert child.kill(), "it was through before it was killed"


def found_wrong(work: Work, book: Book, *, at_last: bool) -> tuple[list[str], list[str]]:
    """What is lost, and what is damaged; `at_last`, also what nobody took away."""
    try:
        if not work.opens:
            return list(work.lost(book.path, book)), []
        journal = children.hers(book.path)
        try:
            wrong = [*map(str, problems(journal)), *(left_behind(journal, book) if at_last else ())]
            return list(work.lost(journal, book)), wrong
        finally:
            journal.close()
    except UserFacingError as problem:
        return [], [f"{problem!r} after {book.last[-2:]}"]


def kill_while(work: Work, folder: Path, times: int, seed: int) -> dict[str, int]:
    """Kills it so often; how many fell before, into and after what it began, and what was wrong afterwards."""
    moments, tally = Moments(seed), Counter[str](kills=times)
    lost, damaged = list[str](), list[str]()
    book = Book(folder)
    for nth in range(times):
        if nth % ONE_JOURNAL == 0:
            book = new_book(work, folder / str(nth), locked=nth // ONE_JOURNAL % 2 == 1)
        child = Child(work.do, *work.arguments(book, f"K{nth}n"))
        moments.strike(child, work, nth)
        moments.learn(child)
        book.take(child.told)
        tally[{"starts": "before", "begins": "in"}.get(child.told[-1].word, "after")] += 1
        more = found_wrong(work, book, at_last=nth % ONE_JOURNAL == ONE_JOURNAL - 1)
        lost, damaged = lost + more[0], damaged + more[1]
        if more != ([], []):
            print(f"kill {nth} while {work.name}, after {book.last[-2:]}: {more}")
    return {**tally, "lost": len(lost), "damaged": len(damaged)}


@pytest.fixture
def kills(record_property: Callable[[str, object], None]) -> Callable[[Work, dict[str, int]], None]:
    """Adds to the one figure that is printed when all have been killed."""

    def add(work: Work, tally: dict[str, int]) -> None:
        record_property("kills", {"while": work.name, **tally})
        assert (tally["lost"], tally["damaged"]) == (0, 0)
        assert tally["in"] >= tally["kills"] / 2, f"most fell outside: {tally}"

    return add


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_killed(work: Work, quick_disk: Path, kills: Callable[[Work, dict[str, int]], None]) -> None:
    kills(work, kill_while(work, quick_disk, work.kills, seed=1))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 12))
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_killed_many_times(
    work: Work, seed: int, quick_disk: Path, kills: Callable[[Work, dict[str, int]], None]
) -> None:
    kills(work, kill_while(work, quick_disk, work.kills, seed))


# --- several at once ----------------------------------------------------------------------------------------------


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with opened(path):
        pass
    together(children.write_so_many, [(path, name, 40) for name in "ab"])
    with opened(path) as journal:
        titles = [line.title for line in page_of(journal, "event")]
        assert sorted(titles) == sorted(f"{name}{nth}" for name in "ab" for nth in range(40))
        assert [line.title for line in page_of(journal, "network")] == ["Shared"], "made once, by the first of the two"
        assert [(use.name, use.uses) for use in reading.tags(journal)] == [("shared", 80)]
        assert problems(journal) == []


def test_several_first_starts_at_once(tmp_path: Path) -> None:
    for nth in range(4):
        path = tmp_path / str(nth) / "journal.db"
        together(children.start_and_write, [(path, name) for name in "abc"])
        with opened(path) as journal:
            assert sorted(line.title for line in page_of(journal, "contact")) == ["a", "b", "c"]
        assert list(bytes_in(path.parent)) == ["journal.db"]
