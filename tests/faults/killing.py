"""How processes are started, listened to and killed: the one place for every test that does."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any

PATIENCE_S = 60.0


def processes() -> BaseContext:
    """Processes of their own, not forked from a test run with its threads; where that can be, forked from one that has
    written, encrypted and brought in before (see warm.py), so that they are ready in some milliseconds."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.warm"])
    return context


@dataclass(frozen=True, slots=True)
class Said:
    """What a process told: a word, what it is about, and when (by the clock that all processes share)."""

    word: str
    about: str = ""
    at: float = 0.0


class Teller:
    """What a process to be killed says: that it begins something, and what is certain."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def begins(self, about: str = "") -> None:
        self._pipe.send(Said("begins", about, time.monotonic()))

    def __call__(self, word: str, about: str = "") -> None:
        self._pipe.send(Said(word, about, time.monotonic()))


class Child:
    """A process that tells what it does."""

    def __init__(self, target: Callable[..., None], *arguments: Any) -> None:
        context = processes()
        self._listen, tell = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(target, tell, arguments))
        self._process.start()
        tell.close()
        self.told: list[Said] = []

    def wait_for(self, word: str, times: int = 1) -> bool:
        """Until it said that word so often; whether it did before it ended."""
        while times:
            if not self._listen.poll(PATIENCE_S):
                raise AssertionError(f"the process says nothing any more; last: {self.told[-1:]}")
            try:
                said = self._listen.recv()
            except EOFError:
                return False
            self.told.append(said)
            times -= said.word == word
        return True

    def kill(self) -> bool:
        """SIGKILL, and what it had still told; whether that is what it died of, and not that it was through."""
        self._process.kill()
        return self.end()

    def end(self) -> bool:
        """Waits for its end; whether it was killed. One that failed of itself fails the test."""
        self.wait_for("never said")
        self._process.join()
        self._listen.close()
        code = self._process.exitcode
        assert code in (0, -signal.SIGKILL), f"the process failed with {code}"
        return code != 0


def _run(target: Callable[..., None], tell: Connection, arguments: tuple[Any, ...]) -> None:
    teller = Teller(tell)
    teller("starts")
    target(teller, *arguments)
    tell.close()


def together(target: Callable[..., None], every: list[tuple[Any, ...]]) -> list[Child]:
    """As many processes at once, to their end."""
    started = [Child(target, *arguments) for arguments in every]
    for child in started:
        child.end()
    return started
