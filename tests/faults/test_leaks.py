"""Words of hers, looked for in every file the program ever wrote: settings, logs, caches, temporary files and all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import HOME_VARIABLES

ROOT = Path(__file__).resolve().parents[2]


def session(kind: str, tmp_path: Path) -> dict[str, dict[str, object]]:
    """What leak_child.py tells, by moment."""
    folder, outside = tmp_path / "all", tmp_path / "hers"
    for place in (folder / "tmp", folder / ".run", outside):
        place.mkdir(parents=True)
    (folder / ".run").chmod(0o700)
    environment = {
        **os.environ,
        **{variable: str(folder / place) for variable, place in HOME_VARIABLES.items()},
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder / "tmp")),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.leak_child", kind, str(folder), str(outside)],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"moment"')]
    return {one["moment"]: one for one in told}


def test_nothing_of_a_locked_journal_can_be_read_in_any_file(tmp_path: Path, figure: Callable[[str], None]) -> None:
    told = session("locked", tmp_path)
    assert list(told) == ["open", "locked", "closed"]
    assert told["open"]["found"], "what is opened by another program is a passing copy"
    assert all("/opened-" in found for found in told["open"]["found"]), told["open"]
    assert told["locked"]["found"] == []
    assert told["closed"]["found"] == []
    figure(
        f"words of hers in {told['locked']['files']} files after locking, in {told['closed']['files']} at the end: 0"
    )


def test_nothing_of_an_erased_person_is_in_any_file(tmp_path: Path, figure: Callable[[str], None]) -> None:
    told = session("erased", tmp_path)
    assert list(told) == ["before", "erased", "closed"]
    assert any("hers.db" in found for found in told["before"]["found"])
    assert told["erased"]["found"] == []
    assert told["closed"]["found"] == []
    figure(f"words of an erased person in {told['closed']['files']} files: 0")
