"""Work on the journal away from the UI thread: the window never waits for a file.

Four lanes, each one thread that does its jobs in order: `read`, `write`, `aside` for long work (reading a file to
bring in, a backup) that must hold up neither, and `fetch` for what waits for the network and holds up nothing. Results
come back on the UI thread to a living owner, or nowhere.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from journal.domain.changes import Changes
from journal.domain.errors import Cancelled, UserFacingError
from journal.ui.changed import Changed

T = TypeVar("T")

FETCH_PATIENCE = 3.0  # seconds closing the journal waits for a site that is being asked
PATIENCE = 0.5  # seconds the end waits for a site that does not answer; its answer is then lost, nothing of hers

# The journal is opaque to the window: handed to actions, never looked into.
Journal = Any
Failed = Callable[[UserFacingError], None]


@dataclass(frozen=True, slots=True)
class _Job:
    owner: QObject | None
    work: Callable[[Journal], Any]
    then: Callable[[Any], None] | None
    failed: Failed | None
    key: tuple[int, str] | None
    ticket: int
    lane: str
    sitting: int


class Jobs(QObject):
    """`read` and `write` may be called before `open`: what is asked waits for the journal.

    Signals, all on the UI thread: `opened()`; `refused(UserFacingError)` when the journal cannot be opened;
    `problem(UserFacingError)` for a failure that its asker did not take care of; `crashed(Exception)` for a bug;
    `answered()` after each result of a read was delivered.
    """

    opened = Signal()
    refused = Signal(object)
    problem = Signal(object)
    crashed = Signal(object)
    answered = Signal()
    _arrived = Signal(object)

    def __init__(
        self,
        journal_opener: Callable[[], Journal],
        changed: Changed,
        parent: QObject | None = None,
        *,
        closer: Callable[[Journal], None] = lambda journal: journal.close(),
    ) -> None:
        super().__init__(parent)
        self._closer = closer
        self._sitting = 0  # from one opening of the journal to its closing
        self._writes = 0  # asked and not come back; counted on the UI thread only
        self._at_work: dict[str, threading.Lock] = {}
        self._opener = journal_opener
        self._changed = changed
        self._journal: Journal = None
        self._ready = threading.Event()
        self._tickets = itertools.count(1)
        self._newest: dict[tuple[int, str], int] = {}
        self._queues: dict[str, SimpleQueue[_Job | None]] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._pending = 0  # counted on the UI thread only
        self._opening = False
        self._down = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    # --- asking ---------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Opens the journal in a thread that then ends; then `opened` or `refused`. May be called again after that."""
        if self._opening or self._down:
            return
        self._opening = True
        self._ready.clear()
        self._threads["open"] = threading.Thread(target=self._open, name="journal-open", daemon=True)
        self._threads["open"].start()

    def read(
        self,
        owner: QObject,
        work: Callable[[Journal], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """`then(work(journal))`, unless `owner` is gone by then.

        With a `key` the latest wins: the results of older reads of the same owner and key are dropped, and those not
        yet begun are not done at all.
        """
        self._ask("read", owner, work, then, failed, key)

    def write(
        self,
        owner: QObject,
        work: Callable[[Journal], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Like `read`, in the one writer thread, in the order asked. Where `work` returns Changes, everyone is told
        (before `then`). The write is done even if its owner is gone."""
        self._ask("write", owner, work, then, failed, "")

    def aside(
        self, owner: QObject, work: Callable[[Journal], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Like `read`, for what takes more than a moment."""
        self._ask("aside", owner, work, then, failed, "")

    def fetch(
        self, owner: QObject, work: Callable[[Journal], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Like `read`, for what waits for the network."""
        self._ask("fetch", owner, work, then, failed, "")

    def alone(
        self, owner: QObject, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """`then(work())` in a thread of its own, without the journal, which may be closed."""
        self._pending += 1
        job = _Job(owner, lambda _: work(), then, failed, None, 0, "alone", -1)

        def run() -> None:
            self._arrived.emit(self._result(job, None))

        threading.Thread(target=run, name="journal-alone", daemon=True).start()

    def when_written(self, then: Callable[[], None]) -> None:
        """`then()` once everything written, and what was written in answer to it, has come back."""
        self.write(self, lambda _: None, lambda _: then() if self._writes == 0 else self.when_written(then))

    def park(self, then: Callable[[], None]) -> None:
        """Closes the journal, then `then()`. What has not come back by now never does; what is asked afterwards waits
        for `open`. Call it when all is written."""
        journal, self._journal = self._journal, None
        self._ready.clear()
        self._sitting += 1
        self._newest.clear()

        def close() -> None:
            lanes = list(self._at_work.items())
            held = [lock for lane, lock in lanes if lock.acquire(timeout=FETCH_PATIENCE if lane == "fetch" else -1)]
            if journal is not None:
                self._closer(journal)
            for lock in held:
                lock.release()
            self.post(self, then)

        self._threads["close"] = threading.Thread(target=close, name="journal-close", daemon=True)
        self._threads["close"].start()

    def post(self, owner: QObject, call: Callable[[], None]) -> None:
        """From any thread: `call()` on the UI thread if `owner` still lives (for progress)."""
        self._arrived.emit((None, owner, lambda _: call(), None))

    @property
    def is_open(self) -> bool:
        return self._journal is not None

    @property
    def pending(self) -> int:
        """How many reads, writes and other jobs (opening among them) have not come back yet."""
        return self._pending + self._opening

    def shutdown(self) -> None:
        """Returns when everything written so far is in the file and the journal is closed. Results not yet delivered
        are dropped. Nothing can be asked afterwards."""
        if self._down:
            return
        self._down = True
        for queue in self._queues.values():
            queue.put(None)
        if self._opening:
            self._threads["open"].join()
        self._ready.set()  # never opened: what waits for the journal goes
        for lane, thread in self._threads.items():
            thread.join(PATIENCE if lane == "fetch" else None)
        if self._journal is not None:
            self._closer(self._journal)
            self._journal = None

    # --- the threads ----------------------------------------------------------------------------------------------

    def _queue(self, lane: str) -> SimpleQueue[_Job | None]:
        if lane not in self._queues:
            self._queues[lane] = SimpleQueue()
            self._at_work[lane] = threading.Lock()
            thread = threading.Thread(target=self._work, args=(lane,), name=f"journal-{lane}")
            thread.daemon = True
            self._threads[lane] = thread
            thread.start()
        return self._queues[lane]

    def _ask(
        self,
        lane: str,
        owner: QObject,
        work: Callable[[Journal], Any],
        then: Callable[[Any], None] | None,
        failed: Failed | None,
        key: str,
    ) -> None:
        if self._down:
            return
        ticket = next(self._tickets)
        full_key = (id(owner), key) if key else None
        if full_key:
            self._newest[full_key] = ticket
        self._pending += 1
        self._writes += lane == "write"
        self._queue(lane).put(_Job(owner, work, then, failed, full_key, ticket, lane, self._sitting))

    def _work(self, lane: str) -> None:
        while (job := self._queues[lane].get()) is not None:
            self._ready.wait()
            with self._at_work[lane]:
                done = self._done(job)
            if self._journal is not None or not self._down:
                self._arrived.emit(done)

    def _open(self) -> None:
        try:
            self._journal = self._opener()
        except UserFacingError as problem:
            self._arrived.emit((None, self, self._told_opening(self.refused.emit), problem))
        except Exception as problem:  # noqa: BLE001 - a bug; reported, the window stays
            self._arrived.emit((None, self, self._told_opening(self.crashed.emit), problem))
        else:
            self._arrived.emit((None, self, self._told_opening(lambda _: self.opened.emit()), None))
        self._ready.set()

    def _told_opening(self, tell: Callable[[Any], None]) -> Callable[[Any], None]:
        def call(result: Any) -> None:
            self._opening = False
            tell(result)

        return call

    def _done(self, job: _Job) -> tuple[_Job, QObject | None, Callable[[Any], None] | None, Any]:
        """What to deliver for `job`: (job, owner, whom to call, with what)."""
        journal = self._journal
        if journal is None or self._is_outdated(job):
            return (job, None, None, None)
        return self._result(job, journal)

    def _result(self, job: _Job, journal: Journal) -> tuple[_Job, QObject | None, Callable[[Any], None] | None, Any]:
        try:
            result = job.work(journal)
        except Cancelled:
            return (job, None, None, None)
        except UserFacingError as problem:
            return (job, job.owner if job.failed else self, job.failed or self.problem.emit, problem)
        except Exception as problem:  # noqa: BLE001 - a bug; reported, the window stays
            return (job, self, self.crashed.emit, problem)
        return (job, job.owner, job.then, result)

    def _is_outdated(self, job: _Job) -> bool:
        return 0 <= job.sitting < self._sitting or (job.key is not None and self._newest.get(job.key) != job.ticket)

    @Slot(object)
    def _deliver(self, parcel: tuple[_Job | None, QObject | None, Callable[[Any], None] | None, Any]) -> None:
        job, owner, call, result = parcel
        if job is not None:
            self._pending -= 1
            self._writes -= job.lane == "write"
        if self._down or (job is not None and 0 <= job.sitting < self._sitting):
            return
        if isinstance(result, Changes) and result.change_id:
            self._changed.changed.emit(result)
        if job is not None and job.key is not None:
            if self._is_outdated(job):
                return
            del self._newest[job.key]
        if owner is not None and isValid(owner):
            if call is not None:
                call(result)
        elif isinstance(result, UserFacingError):
            self.problem.emit(result)
        if job is not None:
            self.answered.emit()
