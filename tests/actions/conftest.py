"""A real journal in a temporary folder, at a fixed moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.store.journal import Journal, open_journal


class MovableClock:
    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def pass_time(self, **much: float) -> None:
        self.moment += timedelta(**much)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2026, 11, 23, 9, 0))


@pytest.fixture
def journal(tmp_path: Path, clock: MovableClock) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.db", clock=clock)
    yield opened
    opened.close()
