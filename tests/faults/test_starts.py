"""Many starts at once, a holder that is killed, a disk that is full at every step, and no word to the network."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.actions import entries
from journal.domain.contact import Contact
from journal.domain.errors import UserFacingError
from journal.store.checking import problems
from journal.store.journal import open_journal
from tests.faults import children
from tests.faults.killing import Child, together
from tests.journals import opened, page_of

ROOT = Path(__file__).resolve().parents[2]


# --- eight at once ----------------------------------------------------------------------------------------------------


def start_eight(folder: Path, times: int) -> list[str]:
    """What went wrong where eight first starts at once did not end in one sound journal with what each wrote."""
    wrong = []
    for nth in range(times):
        path = folder / str(nth) / "journal.db"
        together(children.start_and_write, [(path, name) for name in "abcdefgh"])
        with opened(path) as journal:
            names, found = [line.title for line in page_of(journal, "contact")], problems(journal)
        if names != list("abcdefgh") or found:
            wrong.append(f"start {nth}: {''.join(names)} {found}")
        shutil.rmtree(path.parent)
    return wrong


def test_eight_starts_at_once(tmp_path: Path, figure: Callable[[str], None]) -> None:
    wrong = start_eight(tmp_path, 6)
    figure(f"eight simultaneous starts, 6 times: {len(wrong)} went wrong")
    assert wrong == []


@pytest.mark.soak
def test_eight_starts_a_hundred_times(tmp_path: Path, figure: Callable[[str], None]) -> None:
    wrong = start_eight(tmp_path, 100)
    figure(f"eight simultaneous starts, 100 times: {len(wrong)} went wrong")
    assert wrong == []


def test_a_killed_holder_holds_up_nobody(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Killed in the middle of a change, with the journal locked: the next one writes at once."""
    path, longest = tmp_path / "journal.db", 0.0
    with opened(path):
        pass
    for _ in range(3):
        holder = Child(children.write_at_once, path, "holder", 3000)
        holder.wait_for("begins")
        time.sleep(0.15)
        assert holder.kill()
        began = time.monotonic()
        with opened(path) as journal:
            entries.create(journal, draft=Contact(given_name="Next"))
            longest = max(longest, time.monotonic() - began)
            assert problems(journal) == []
    figure(f"after a killed holder the next start writes within {longest:.2f} s")


# --- a disk that is full at every step --------------------------------------------------------------------------------


def write_with_room_for(path: Path, size: int) -> str:
    """In a process whose files may be so large: "done", or the code of what it is told."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        said = "crashed"
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            try:
                journal = open_journal(path)
                entries.create(journal, draft=Contact(given_name=f"Size{size}", notes="many words " * 5000))
                said = "done"
            except UserFacingError as problem:
                said = problem.code
        except BaseException as problem:
            said = f"crashed: {problem!r}"
        finally:
            os.write(write_end, said.encode())
            os._exit(0)
    os.close(write_end)
    os.waitpid(child, 0)
    said = os.read(read_end, 1000).decode()
    os.close(read_end)
    return said


def fill_step_by_step(folder: Path, steps: range) -> dict[str, int]:
    path, said = folder / "journal.db", dict[str, int]()
    with opened(path) as journal:
        entries.create(journal, draft=Contact(given_name="Before"))
        entries.undo(journal)
        entries.redo(journal)
    for step in steps:
        answer = write_with_room_for(path, step * 4096)
        said[answer] = said.get(answer, 0) + 1
        with opened(path) as journal:
            assert problems(journal) == []
            names = [line.title for line in page_of(journal, "contact")]
            assert "Before" in names
            assert (f"Size{step * 4096}" in names) == (answer == "done"), answer
    return said


@pytest.mark.skipif(sys.platform != "linux", reason="a limit to the size of files as Linux has it")
def test_no_room_at_any_step(tmp_path: Path, figure: Callable[[str], None]) -> None:
    open_journal(tmp_path / "warm.db").close()
    said = fill_step_by_step(tmp_path, range(0, 160, 8))
    figure(f"a full disk at 20 steps: {said}")
    assert "done" in said and set(said) <= {"done", "disk_full", "cannot_use_journal", "folder_read_only"}


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="a limit to the size of files as Linux has it")
def test_no_room_at_every_4_kib(tmp_path: Path, figure: Callable[[str], None]) -> None:
    said = fill_step_by_step(tmp_path, range(200))
    figure(f"a full disk at each of 200 steps of 4 KiB: {said}")
    assert "done" in said and set(said) <= {"done", "disk_full", "cannot_use_journal", "folder_read_only"}


# --- no word to the network -------------------------------------------------------------------------------------------

EVERYTHING = """
import sys
tried = []
def look(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        address = arguments[1] if event == "socket.connect" else arguments[0]
        if not isinstance(address, (str, bytes)) or event != "socket.connect":
            tried.append((event, address))
sys.addaudithook(look)
from journal import cli
folder = sys.argv[1]
base = ["--journal", f"{folder}/j.db", "--language", "en"]
for line in (
    ["add", "Coffee with @Claire tomorrow 9:00 #excel"], ["list", "contact"], ["search", "claire"], ["due"], ["stats"],
    ["new", "network", "--name", "FFMAS", "--feed-url", "https://ffmas.example/feed"], ["check"], ["backup"],
    ["export", f"{folder}/all.zip"], ["import", f"{folder}/all.zip"], ["export", f"{folder}/p.md", "--person", "1"],
    ["duplicates"], ["remind"], ["erase-person", "1"], ["rescue", f"{folder}/j.db", f"{folder}/r.db"],
    ["screenshots", f"{folder}/pictures"],
):
    status = cli.main([*base, *line])
    assert status in (0, 1), (line, status)
print("TRIED", tried)
"""


def test_no_connection_is_attempted(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """The command line through nearly all it does, and every page of the window, looked on from inside and outside."""
    looked_on = shutil.which("strace") and "strace"
    log = tmp_path / "calls"
    command = [sys.executable, "-c", EVERYTHING, str(tmp_path)]
    if looked_on:
        command = ["strace", "-f", "-e", "trace=connect,sendto,sendmsg", "-o", str(log), *command]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert b"TRIED []" in done.stdout
    calls = log.read_text(errors="replace").splitlines() if log.exists() else []
    outside = [line for line in calls if "AF_INET" in line]
    figure(f"connections attempted by all commands and pages: {len(outside)} ({'strace' if calls else 'from inside'})")
    assert outside == []
