"""What holds for every test: no screen, English unless a test says otherwise, and a home of its own.

The environment is set when this file is imported, before anything imports Qt, so that neither the tests nor the
processes they start ever meet the developer's own journal.
"""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}


def live_in(home: Path) -> None:
    for variable, folder in HOME_VARIABLES.items():
        os.environ[variable] = str(home / folder)
    (home / ".run").mkdir(mode=0o700)


os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for variable in ("LC_ALL", "LC_MESSAGES", "LC_TIME", "LANGUAGE"):
    os.environ.pop(variable, None)
os.environ["LANG"] = "en_GB.UTF-8"


# Not through monkeypatch and tmp_path: Hypothesis refuses fixtures of those for its tests.
@pytest.fixture(autouse=True)
def home() -> Iterator[Path]:
    """A new, empty home folder; removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="journal-home-"))
    live_in(folder)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def kills_in_one(tallies: list[dict[str, Any]]) -> str:
    """One figure of all that were killed, whatever they were doing and whichever process of the tests killed them."""
    of, sums = Counter[str](), Counter[str]()
    for tally in tallies:
        of[tally["while"]] += tally["kills"]
        sums.update({name: number for name, number in tally.items() if name != "while"})
    shares = ", ".join(f"{number} while {name}" for name, number in of.items())
    return (
        f"{sums['kills']} kills ({shares}; {sums['before']} fell before something was begun, {sums['in']} into it, "
        f"{sums['after']} after it): {sums['lost']} acknowledged lost, {sums['damaged']} damaged"
    )


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What the tests of faults have seen, as figures (see the fixture of that name)."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    told = [one for report in reports for one in getattr(report, "user_properties", ())]
    said = [text for name, text in told if name == "figure"]
    killed = [tally for name, tally in told if name == "kills"]
    if killed:
        said.append(kills_in_one(killed))
    if said:
        terminalreporter.section("figures")
        for text in said:
            terminalreporter.write_line(str(text))
