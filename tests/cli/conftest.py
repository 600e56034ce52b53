"""The command line in this process, on a journal of its own, at a fixed moment."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal import cli
from journal.system import words

NOW = "2026-11-23T09:00"


@dataclass
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.status == 0, self.err
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """run("list", "contact") -> what it printed; `first` are global options."""

    def run_it(*typed: object, first: tuple[str, ...] = (), now: str = NOW) -> Answer:
        options = ["--journal", str(tmp_path / "mine.db"), "--now", now, "--language", "en", *first]
        status = cli.main([*options, *map(str, typed)])
        shown = capsys.readouterr()
        return Answer(status, shown.out, shown.err)

    yield run_it
    words.use(None)


@pytest.fixture
def filled(run: Run) -> Run:
    """Network FFMAS 1, contacts Claire Dupont 2 and Anne Le Goff 3, event 4, learning 5, reminder 6."""
    for typed in (
        ("network", "--name", "FFMAS", "--type", "association", "--renews-on", "2026-12-01"),
        (
            *("contact", "--given-name", "Claire", "--family-name", "Dupont", "--network", "FFMAS", "--tag", "excel"),
            *("--email", "claire@example.org", "--keep-in-touch-days", "14", "--met-on", "2026-01-05"),
        ),
        ("contact", "--name", "Anne Le Goff", "--archived"),
        (
            *("event", "--title", "Café", "--type", "coffee", "--starts-at", "2026-10-01T09:00"),
            *("--with", "2", "--with", "Anne Le Goff", "--status", "attended", "--network", "ffmas"),
        ),
        (
            "learning",
            "--title",
            "Publipostage",
            "--body",
            "Avec un **tableau**",
            "--event",
            "4",
            "--with",
            "Claire Dupont",
        ),
        ("reminder", "--title", "Relancer", "--due-at", "2026-11-22T09:00", "--about", "2"),
    ):
        answer = run("new", *typed)
        assert answer.status == 0, answer.err
    return run
