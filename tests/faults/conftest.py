import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.store.journal import Journal
from tests.journals import MovableClock, opened


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def journal(tmp_path: Path, clock: MovableClock) -> Iterator[Journal]:
    with opened(tmp_path / "journal.db", clock) as journal:
        yield journal


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one, for tests that write very much and need no disk to do it."""
    memory = Path("/dev/shm")
    if not (memory.is_dir() and os.access(memory, os.W_OK)):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory, prefix="journal-") as folder:
        yield Path(folder)


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says a figure, for who reads the run; it is printed at its end."""
    return lambda text: record_property("figure", text)
