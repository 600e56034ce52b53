"""Many starts at once, a holder that is killed, a disk that is full at every step, and no word to the network."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.actions import entries, safety
from journal.domain.contact import Contact
from journal.domain.errors import UserFacingError
from journal.store import backup
from journal.store.checking import problems
from journal.store.journal import open_journal
from tests.faults import children
from tests.faults.test_kills import killed_at
from tests.journals import opened, page_of

ROOT = Path(__file__).resolve().parents[2]


# --- eight at once ----------------------------------------------------------------------------------------------------


def start_eight(folder: Path, times: int) -> int:
    """How often eight first starts at once did not end in one sound journal with what each of them wrote."""
    context, wrong = children.processes(), 0
    for nth in range(times):
        path = folder / str(nth) / "journal.db"
        starts = [context.Process(target=children.first_starts, args=(str(path), name)) for name in "abcdefgh"]
        for start in starts:
            start.start()
        for start in starts:
            start.join()
        with opened(path) as journal:
            names = [line.title for line in page_of(journal, "contact")]
            wrong += names != list("abcdefgh") or problems(journal) != [] or any(one.exitcode for one in starts)
        shutil.rmtree(path.parent)
    return wrong


def test_eight_starts_at_once(tmp_path: Path, figure: Callable[[str], None]) -> None:
    wrong = start_eight(tmp_path, 3)
    figure(f"eight simultaneous starts, 3 times: {wrong} went wrong")
    assert wrong == 0


@pytest.mark.soak
def test_eight_starts_a_hundred_times(tmp_path: Path, figure: Callable[[str], None]) -> None:
    wrong = start_eight(tmp_path, 100)
    figure(f"eight simultaneous starts, 100 times: {wrong} went wrong")
    assert wrong == 0


def test_a_killed_holder_holds_up_nobody(tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Killed in the middle of a change, with the journal locked: the next one writes at once."""
    path, longest = tmp_path / "journal.db", 0.0
    with opened(path):
        pass
    for _ in range(3):
        killed_at(children.write_at_once, 0.15, str(path), 3000)
        began = time.monotonic()
        with opened(path) as journal:
            entries.create(journal, draft=Contact(given_name="Next"))
            longest = max(longest, time.monotonic() - began)
            assert problems(journal) == []
    figure(f"after a killed holder the next start writes within {longest:.2f} s")


# --- killed while backing up, going back, moving to a new version ----------------------------------------------------


def back_up_and_restore(path: str, tell: object) -> None:
    """Copies and goes back to them, again and again, until it is killed."""
    file = Path(path)
    tell.send("begins")  # type: ignore[attr-defined]
    while True:
        journal = open_journal(file)
        copy = safety.backup(journal)
        journal.close()
        now = backup.copies(copy.parent)[0].made_at
        safety.restore_backup(file, backup=copy, now=now)


def open_and_close(path: str, tell: object) -> None:
    tell.send("begins")  # type: ignore[attr-defined]
    open_journal(Path(path)).close()
    tell.send("done")  # type: ignore[attr-defined]


def kill_backups(folder: Path, times: int, seed: int) -> int:
    """How often something was lost or not whole."""
    path, chance, bad = folder / "journal.db", random.Random(seed), 0
    with opened(path) as journal:
        drafts = [Contact(given_name=f"Kept{n}", notes="words " * 200) for n in range(30)]
        entries.create_many(journal, drafts=drafts)
    for _ in range(times):
        killed_at(back_up_and_restore, chance.uniform(0, 0.6), str(path))
        with opened(path) as journal:
            bad += problems(journal) != [] or len(page_of(journal, "contact")) != 30
        for copy in safety.backups(path):
            backup.verify(copy.path)
        shutil.rmtree(folder / "backups", ignore_errors=True)
    return bad


def test_killed_while_backing_up_and_going_back(tmp_path: Path, figure: Callable[[str], None]) -> None:
    bad = kill_backups(tmp_path, 6, seed=1)
    figure(f"6 kills while backing up and going back: {bad} with something lost or not whole")
    assert bad == 0


@pytest.mark.soak
def test_killed_while_backing_up_many_times(tmp_path: Path, figure: Callable[[str], None]) -> None:
    bad = kill_backups(tmp_path, 300, seed=2)
    figure(f"300 kills while backing up and going back: {bad} with something lost or not whole")
    assert bad == 0


def kill_migrations(folder: Path, times: int, seed: int) -> int:
    chance, bad = random.Random(seed), 0
    old = ROOT / "tests" / "upgrades"
    for nth in range(times):
        path = Path(shutil.copy(sorted(old.glob("journal-v*.db"))[nth % 3], folder / f"{nth}.db"))
        killed_at(open_and_close, chance.uniform(0, 0.05), str(path))
        with opened(path) as journal:
            bad += problems(journal) != [] or len(page_of(journal, "contact")) == 0
    return bad


def test_killed_while_moving_to_a_new_version(tmp_path: Path, figure: Callable[[str], None]) -> None:
    bad = kill_migrations(tmp_path, 9, seed=1)
    figure(f"9 kills while moving to a new version: {bad} with something lost or not whole")
    assert bad == 0


@pytest.mark.soak
def test_killed_while_moving_many_times(tmp_path: Path, figure: Callable[[str], None]) -> None:
    bad = kill_migrations(tmp_path, 300, seed=2)
    figure(f"300 kills while moving to a new version: {bad} with something lost or not whole")
    assert bad == 0


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
