"""The promises about speed and memory, each as a ratio to its peer, measured side by side in one run.

python3 tests bench [GROUP…] [--rounds N], the groups as in GROUPS
python3 tests bench search-large    over a million entries: minutes, and 3 GB of disk
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FEW, MANY, VERY_MANY = 1_000, 100_000, 1_000_000
UNITS = {"ms": 1e-3, "s": 1.0, "MB": 2.0**20}


@dataclass(frozen=True)
class Figure:
    """One promise. `limit` is the most `ours / peer` may be; without a peer `ours` itself, in `unit`."""

    name: str
    ours: float
    peer: float | None
    limit: float | None
    unit: str = "ms"

    @property
    def value(self) -> float:
        return self.ours / UNITS[self.unit] if self.peer is None else self.ours / self.peer

    @property
    def over(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def line(self) -> str:
        scale = UNITS[self.unit]
        peer = "" if self.peer is None else f"{self.peer / scale:.2f} {self.unit}"
        ratio = "" if self.peer is None else f"{self.value:.2f}"
        limit = "" if self.limit is None else f"{self.limit:g}" + ("" if self.peer is not None else f" {self.unit}")
        verdict = "" if self.limit is None else "OVER" if self.over else "ok"
        return f"{self.name:<58}{f'{self.ours / scale:.2f} {self.unit}':>12}{peer:>12}{ratio:>8}{limit:>8}  {verdict}"


HEAD = f"{'':<58}{'ours':>12}{'peer':>12}{'ratio':>8}{'limit':>8}"


def probe(script: str, *arguments: str, home: Path) -> dict[str, Any]:
    """What a probe prints, run in a process of its own with a home of its own, off screen."""
    surroundings = {
        **os.environ,
        **{name: str(home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_RUNTIME_DIR")},
        **{f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "en_GB.UTF-8",
    }
    result = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.PIPE,
        check=False,
    )
    if result.returncode:
        raise SystemExit(f"{script} {' '.join(arguments)} ended with {result.returncode}")
    answer: dict[str, Any] = json.loads(result.stdout.decode().strip().splitlines()[-1])
    return answer


def sample(folder: Path, entries: int) -> Path:
    """A journal of so many invented entries."""
    from journal.actions.sample_journal import make_sample
    from journal.store.journal import open_journal

    path = folder / f"sample-{entries}.db"
    if not path.exists():
        began = time.monotonic()
        journal = open_journal(path)
        make_sample(journal, entries=entries)
        journal.close()
        print(f"(a journal of {entries:,} entries made in {time.monotonic() - began:.0f} s)", flush=True)
    return path


def window(what: str, folder: Path, journal: Path | None = None) -> dict[str, float]:
    return probe("window_probe.py", what, str(time.monotonic()), *([str(journal)] if journal else []), home=folder)


def start(folder: Path, rounds: int) -> list[Figure]:
    few, many = sample(folder, FEW), sample(folder, MANY)
    seen: dict[str, list[dict[str, float]]] = {"bare": [], "few": [], "many": []}
    for nth in range(rounds + 1):
        answers = {
            "bare": window("bare", folder), "few": window("ours", folder, few), "many": window("ours", folder, many)
        }  # fmt: skip
        if nth:  # the first round fills the caches of the disk
            for name, answer in answers.items():
                seen[name].append(answer)

    def middle(name: str, key: str) -> float:
        return median(answer[key] for answer in seen[name])

    bare = middle("bare", "paint")
    return [
        Figure("first paint, to that of a bare window with a list", middle("many", "paint"), bare, 1.5),
        Figure("first page filled, to the same", middle("many", "page"), bare, 4),
        Figure("first paint with 100,000 entries, to 1,000", middle("many", "paint"), middle("few", "paint"), 1.1),
        Figure("first page with 100,000 entries, to 1,000", middle("many", "page"), middle("few", "page"), 1.1),
    ]


def memory(folder: Path, rounds: int) -> list[Figure]:
    many = sample(folder, MANY)
    ours, models = [], []
    for _ in range(max(1, rounds // 2)):
        models.append(window("models", folder)["peak"])
        ours.append(window("at_work", folder, many)["peak"])
    name = "peak memory with 100,000, to a bare window and SQLModel"
    return [Figure(name, median(ours), median(models), 2, "MB")]


def search(folder: Path, rounds: int) -> list[Figure]:
    return _typing(folder, MANY, rounds, median_limit=5, slowest_limit=16)


def search_large(folder: Path, rounds: int) -> list[Figure]:
    """Only when it is named: such a journal takes minutes to make, and 3 GB."""
    return _typing(folder, VERY_MANY, rounds, median_limit=50, slowest_limit=50)


def _typing(folder: Path, entries: int, rounds: int, median_limit: float, slowest_limit: float) -> list[Figure]:
    """Each figure is the middle one of several rounds, each in a process of its own."""
    seen: dict[str, list[dict[str, float]]] = {}
    for _ in range(max(3, rounds // 2)):
        for name, values in probe("typing_probe.py", str(sample(folder, entries)), home=folder).items():
            if values:
                at = quantiles(values, n=100)
                seen.setdefault(name, []).append({"median": at[49], "p95": at[94], "p99": at[98]})

    def of(name: str, which: str) -> float:
        return median(one[which] for one in seen[name])

    shown = f"search keystroke over {entries:,} until shown"
    figures = [
        Figure(f"{shown}, median", of("shown", "median"), None, median_limit),
        Figure(f"{shown}, 99th percentile", of("shown", "p99"), None, slowest_limit),
    ]
    for which in ("median", "p95", "p99"):
        name = f"search, to the bare FTS5 query newest first, {which}"
        figures.append(Figure(name, of("search", which), of("newest", which), 2))
    if "ranked" in seen:
        for which in ("median", "p95"):
            name = f"search, to the bare FTS5 query by bm25, {which}"
            figures.append(Figure(name, of("search", which), of("ranked", which), 2))
    return figures


IMPORTS = (("vcard", 10_000, "vCards"), ("icalendar", 10_000, "iCalendar events"), ("table", 30_000, "rows of CSV"))


def bring_in(folder: Path, rounds: int) -> list[Figure]:
    def seen(what: str, count: int, times: int) -> dict[str, Any]:
        return probe("import_probe.py", str(folder), str(times), what, str(count), home=folder)

    figures = []
    for what, count, of in IMPORTS:
        few = seen(what, count, max(3, rounds // 2))
        ours, parser, raw = median(few["import"]), median(few["parser"]), median(few["raw"])
        name = f"{count:,} {of}"
        figures += [
            Figure(f"{name} brought in, to the parser alone", ours, parser, 2, "s"),
            Figure(f"{name}, to the parser and bare inserts", ours, parser + raw, 1.5, "s"),
        ]
        if what != "icalendar":
            many = seen(what, 100_000, 1)
            each = min(many["import"]) * count / 100_000
            figures.append(Figure(f"{count:,} of 100,000 {of}, to {count:,} alone", each, ours, 1.3, "s"))
            if many["peak"]:
                figures.append(Figure(f"peak memory of 100,000 {of} brought in", many["peak"], None, 500, "MB"))
    return figures


def capture(folder: Path, rounds: int) -> list[Figure]:
    seen: list[float] = []
    for _ in range(max(1, rounds // 3)):
        answer = probe("capture_probe.py", str(sample(folder, MANY)), home=folder)
        if not answer["idle"]:
            raise SystemExit("what reads a sentence was loaded before it was needed")
        seen.extend(answer["shown"])
    return [
        Figure("capture keystroke over 100,000 until chips, median", median(seen), None, 25),
        Figure("capture keystroke until chips, 95th percentile", quantiles(seen, n=20)[-1], None, 50),
    ]


def today(folder: Path, rounds: int) -> list[Figure]:
    """From asking to the lines; also where the rhythm is a tag's or a network's."""
    figures = []
    for by, name in (
        ("own", "5,000 contacts under a rhythm"),
        ("tag", "the same, by tags"),
        ("network", "by networks"),
    ):
        seen = probe("today_probe.py", str(folder), by, str(max(5, rounds)), home=folder)
        figures.append(Figure(f"Today's page read, {name}", median(seen["read"]), None, 100))
    return figures


def stall(folder: Path, rounds: int) -> list[Figure]:
    figures = []
    for what, count, of in IMPORTS:
        seen = [probe("stall_probe.py", str(folder), what, str(count), home=folder) for _ in range(max(1, rounds // 3))]
        for state, when in (("read", "are read"), ("written", "come in"), ("after", "are shown")):
            longest = median(answer[state] for answer in seen)
            figures.append(Figure(f"window's longest pause while {count:,} {of} {when}", longest, None, 100))
    return figures


def hostile(folder: Path, rounds: int) -> list[Figure]:
    from tests.exchange.hostile_files import FILES, TABLES

    program = HERE.parent / "exchange" / "hostile_files.py"
    told = []
    for name in [name for name in FILES if any(f" {whose} rows" in name for whose in TABLES)]:
        with tempfile.TemporaryDirectory(dir=folder) as own:
            told.append(probe(str(program), name, own, home=folder))
    return [
        Figure("slowest of 14 tables of 300,000 hostile rows", max(t["processor"] for t in told), None, 2, "s"),
        Figure("most memory of them", max(t["memory"] for t in told) * 2**20, None, 256, "MB"),
    ]


def duplicates(folder: Path, rounds: int) -> list[Figure]:
    """Contacts that may be one, in a journal of 100,000 entries (its contacts are about 12,000), and one merge."""
    seen = probe("duplicates_probe.py", str(sample(folder, MANY)), str(max(3, rounds // 2)), home=folder)
    name = f"looking for duplicates among {seen['contacts']:,.0f} contacts"
    return [
        Figure(f"{name}, to reading them", median(seen["likely"]), median(seen["reading"]), None, "s"),
        Figure(name, median(seen["likely"]), None, None, "s"),
        Figure("merging two of them", median(seen["merge"]), None, None, "s"),
    ]


def due(folder: Path, rounds: int) -> list[Figure]:
    few, many = (probe("due_probe.py", str(folder), str(finished), home=folder) for finished in (0, 1_000_000))
    name = "what is due now? 100,000, 10,000 recurring"
    return [
        Figure(f"{name}, median", median(few["asked"]), None, 20),
        Figure(f"{name}, 95th percentile", quantiles(few["asked"], n=20)[-1], None, None),
        Figure("the same with five to show, into the ledger, median", median(few["shown"]), None, 20),
        Figure("the same with 1,000,000 finished ones, to none", median(many["asked"]), median(few["asked"]), 1.5),
        Figure("five to show with 1,000,000 finished ones, to none", median(many["shown"]), median(few["shown"]), 1.5),
    ]


GROUPS = {
    "search": search,
    "capture": capture,
    "due": due,
    "start": start,
    "today": today,
    "memory": memory,
    "import": bring_in,
    "stall": stall,
    "hostile": hostile,
    "duplicates": duplicates,
}
ONLY_NAMED = {"search-large": search_large}


def main(argv: list[str]) -> int:
    """Prints each figure; 1 where one is over its limit."""
    parser = argparse.ArgumentParser(prog="tests bench")
    parser.add_argument("groups", nargs="*", metavar="|".join((*GROUPS, *ONLY_NAMED)), help="only these")
    parser.add_argument("--rounds", type=int, default=7)
    wanted = parser.parse_args(argv)
    unknown = set(wanted.groups) - {*GROUPS, *ONLY_NAMED}
    if unknown:
        parser.error(f"no such group: {', '.join(sorted(unknown))}")
    over = False
    compileall.compile_dir(ROOT / "journal", quiet=1)  # as set-up does; what is measured is not Python's compiler
    with tempfile.TemporaryDirectory(prefix="journal-bench-") as folder:
        print(HEAD)
        for name in wanted.groups or GROUPS:
            for figure in {**GROUPS, **ONLY_NAMED}[name](Path(folder), wanted.rounds):
                over = over or figure.over
                print(figure.line(), flush=True)
    return int(over)
