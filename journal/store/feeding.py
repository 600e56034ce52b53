"""The connection of one transaction, and a thread that puts rows on it while the next ones are prepared.

SQLite lets the rest of Python run while it works on one statement. So very many rows go in as few long statements, in
a thread of their own: while these are put, indexed and searched for, the caller makes the next ones ready. Ten
thousand contacts come in in a third less time, on any machine that has two cores.

Only one of the two ever uses the connection: whatever else is asked of it waits until all rows are in.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from queue import Queue
from typing import Any

BLOCK = 500  # entries put at a time; fewer than these are not worth a thread
VALUES = 8_000  # in one statement: more gain nothing, and SQLite takes 32,766
MOST_WAITING = 40  # statements prepared ahead, at most


@dataclass(frozen=True, slots=True)
class Insert:
    """A statement that inserts rows: what comes before them, how many values each has, and what comes after them."""

    head: str
    width: int
    tail: str = ""
    at_once: bool = False  # they must be in before anything that comes later: other rows point at them, or follow

    @property
    def block(self) -> int:
        """Rows in one statement."""
        return BLOCK if self.at_once else VALUES // self.width

    def __str__(self) -> str:
        return _statement(self, (False,) * self.width, 1)

    def of(self, rows: Sequence[tuple[Any, ...]]) -> Job:
        """The statement that inserts all of them. What is the same in every row, as most empty fields are, is handed to
        the driver once: that costs more than SQLite takes to store it."""
        columns = list(zip(*rows, strict=True))
        shared = tuple([one[0] == one[-1] and one.count(one[0]) == len(rows) for one in columns])
        values = [one[0] for one, is_shared in zip(columns, shared, strict=True) if is_shared]
        differing = [one for one, is_shared in zip(columns, shared, strict=True) if not is_shared]
        values += chain.from_iterable(zip(*differing, strict=True))
        return _statement(self, shared, len(rows)), values


@lru_cache(maxsize=128)
def _statement(insert: Insert, shared: tuple[bool, ...], count: int) -> str:
    """For so many rows; the values of `shared` columns come first, once."""
    of_all, own = iter(range(1, sum(shared) + 1)), iter(range(sum(shared) + 1, insert.width * count + 1))
    fixed = [f"?{next(of_all)}" if is_shared else "" for is_shared in shared]
    rows = [f"({', '.join([one or f'?{next(own)}' for one in fixed])})" for _ in range(count)]
    return f"{insert.head} VALUES {', '.join(rows)} {insert.tail}"


Job = tuple[str, Sequence[Any]]  # a statement of one block of rows and its values


class Line:
    """Used as the driver's connection is; `put` besides. Closed at the end of the transaction, before anything is
    committed or rolled back."""

    def __init__(self, sql: Any) -> None:
        self._sql = sql
        self._rest: dict[Insert, list[tuple[Any, ...]]] = {}  # rows that do not make up a block yet
        self._jobs: Queue[Job | None] = Queue(MOST_WAITING)
        self._thread: threading.Thread | None = None
        self._turns = ExitStack()
        self._problem: BaseException | None = None
        self.was_long = False  # then the log is too, and not copied into the file by the commit

    def execute(self, statement: str, values: Any = ()) -> Any:
        self.settle()
        return self._sql.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Any]) -> Any:
        self.settle()
        return self._sql.executemany(statement, rows)

    def put(self, insert: Insert, rows: Iterable[tuple[Any, ...]]) -> None:
        """Inserts rows: few at once, many in the thread, while the caller goes on."""
        coming = iter(rows)
        while some := list(islice(coming, BLOCK)):
            if self._thread is None and len(some) < BLOCK:
                self._sql.executemany(str(insert), some)
            else:
                self._take(insert, some)

    def put_one(self, statement: str, values: Sequence[Any]) -> None:
        """Executes one statement in its turn, after all rows that are put `at_once`, while the caller goes on."""
        self._raise()
        if self._thread is None:
            self._sql.execute(statement, values)
        else:
            self._jobs.put((statement, values))

    def _take(self, insert: Insert, rows: list[tuple[Any, ...]]) -> None:
        self._raise()
        if self._thread is None:
            self._start()
        if insert in self._rest:
            rows = self._rest.pop(insert) + rows
        while len(rows) >= insert.block or (rows and insert.at_once):
            whole, rows = rows[: insert.block], rows[insert.block :]
            self._jobs.put(insert.of(whole))
        if rows:
            self._rest[insert] = rows

    def _start(self) -> None:
        self.was_long = True
        # All that is written fits: half-filled pages need not go out and come back.
        self._sql.execute("PRAGMA cache_size = -32000")
        self._sql.execute("PRAGMA wal_autocheckpoint = 0")
        self._thread = threading.Thread(target=self._work, name="rows", daemon=True)
        self._thread.start()
        self._turns.enter_context(taking_turns())

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if self._problem is None:
                try:
                    self._sql.execute(*job)
                except BaseException as problem:  # noqa: BLE001  # told to the caller, whose transaction it is
                    self._problem = problem
            self._jobs.task_done()

    def settle(self) -> None:
        """Returns when all rows are in; raises what went wrong with one of them."""
        if self._thread is None:
            return
        self._jobs.join()
        self._raise()
        while self._rest:
            insert, rows = self._rest.popitem()
            self._sql.executemany(str(insert), rows)

    def _raise(self) -> None:
        if self._problem is not None:
            raise self._problem

    def close(self) -> None:
        """Ends the thread; what it has not put by then is not put any more."""
        if self._thread is not None:
            self._problem = self._problem or InterruptedError()
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
            self._turns.close()


# Seconds after which a thread that waits for Python's lock is given it. Usually 5 ms: too long where one thread asks
# for it a hundred times a second for a moment each.
_OFTEN = 0.0001
_lock = threading.Lock()
_holding = 0
_usual = sys.getswitchinterval()


@contextmanager
def taking_turns() -> Iterator[None]:
    """While one thread works on very many things, the others, the window's first, are soon given their turn; until the
    last of those who asked for it is done."""
    global _holding, _usual
    with _lock:
        if not _holding:
            _usual = sys.getswitchinterval()
        _holding += 1
        sys.setswitchinterval(_OFTEN)
    try:
        yield
    finally:
        with _lock:
            _holding -= 1
            if not _holding:
                sys.setswitchinterval(_usual)
