"""The power goes at any moment: what the program wrote and brought onto the disk is recorded by strace, and every
beginning of that record is played back without what was not yet on the disk. Each opens, with all that was told."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.store.checking import problems
from tests.journals import opened, page_of

ROOT = Path(__file__).resolve().parents[2]
CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat"

# What is told on the standard output, once it is certain.
WRITING = """
import sys
from pathlib import Path
from journal.actions import entries, safety
from journal.domain.contact import Contact
from journal.store.journal import open_journal
journal = open_journal(Path(sys.argv[1]))
print("opened", flush=True)
for nth in range(int(sys.argv[2])):
    entries.create(journal, draft=Contact(given_name=f"Power{nth}", notes="words " * 3000))
    print(f"made Power{nth}", flush=True)
    if nth % 5 == 3:
        entries.delete(journal, ids=list(entries.create(journal, draft=Contact(given_name="Gone")).created))
journal.close()
print("closed", flush=True)
"""


def can_record() -> str:
    """Why it cannot be recorded here; "" where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this system does not let strace look on"


Call = tuple[str, list[str | bytes | int]]


def record(script: str, *arguments: str, to: Path) -> Iterator[Call]:
    """The calls of a program in their order: (name, path or bytes or number…)."""
    command = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(to)]
    done = subprocess.run(
        [*command, sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr.decode()
    pending: dict[str, str] = {}
    with to.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            number, _, call = line.rstrip("\n").partition(" ")
            call = call.strip()
            if call.endswith("<unfinished ...>"):
                pending[number] = call.removesuffix("<unfinished ...>")
                continue
            if resumed := re.match(r"<\.\.\. \w+ resumed>(.*)", call):
                call = pending.pop(number, "") + resumed[1]
            parsed = re.match(r"(\w+)\((.*)\)\s+= (-?\d+)", call)
            if parsed and int(parsed[3]) >= 0:
                yield parsed[1], _arguments(parsed[2])


def _arguments(text: str) -> list[str | bytes | int]:
    """Paths (of open files and of names), data and numbers."""
    found: list[str | bytes | int] = []
    for shown in re.finditer(r'(\d+)<((?:\\x[0-9a-f]{2})*)>|"((?:\\x[0-9a-f]{2})*)"|(\d+)', text):
        if shown[2] is not None:
            found.append(_raw(shown[2]).decode("utf-8", "replace"))
        elif shown[3] is not None:
            found.append(_raw(shown[3]))
        elif shown[4] is not None:
            found.append(int(shown[4]))
    return found


def _raw(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


class Disk:
    """Files of one folder, as they are on the disk and as the program sees them."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.seen: dict[str, bytearray] = {}
        self.synced: dict[str, bytes] = {}

    def _name(self, path: str | bytes | int) -> str:
        text = path.decode("utf-8", "replace") if isinstance(path, bytes) else str(path)
        return text.rpartition("/")[2] if text.rpartition("/")[0] == self.folder else ""

    def take(self, call: str, given: list[str | bytes | int]) -> None:
        """One call; names are on the disk at once, as a journaling file system has them, contents when synced."""
        name = self._name(given[0]) if given else ""
        if call == "openat":
            return
        if call in ("rename", "link", "renameat", "renameat2", "linkat"):
            old, new = [self._name(one) for one in given if isinstance(one, bytes)][:2]
            if old and new:
                self.seen[new], self.synced[new] = self.seen.get(old, bytearray()), self.synced.get(old, b"")
                if call.startswith("rename"):
                    self.seen.pop(old, None)
                    self.synced.pop(old, None)
            return
        if call in ("unlink", "unlinkat"):
            gone = next((self._name(one) for one in given if isinstance(one, bytes)), "")
            self.seen.pop(gone, None)
            self.synced.pop(gone, None)
            return
        if not name or name.endswith("-shm"):
            return
        content = self.seen.setdefault(name, bytearray())
        self.synced.setdefault(name, b"")
        if call == "pwrite64":
            data, place = given[1], given[-1]
            assert isinstance(data, bytes) and isinstance(place, int)
            content.extend(bytes(max(0, place - len(content))))
            content[place : place + len(data)] = data
        elif call == "write":
            assert isinstance(given[1], bytes)
            content.extend(given[1])
        elif call == "ftruncate":
            size = given[-1]
            assert isinstance(size, int)
            del content[size:]
            content.extend(bytes(size - len(content)))
        elif call in ("fsync", "fdatasync"):
            self.synced[name] = bytes(content)

    def write_to(self, folder: Path, *, unsynced: bool) -> None:
        for name, content in (self.seen if unsynced else self.synced).items():
            (folder / name).write_bytes(content)


def play_back(calls: list[Call], folder: str, scratch: Path, *, every: int) -> tuple[int, int]:
    """How many beginnings were played, and in how many something told was missing or something was wrong."""
    disk, told, played, bad = Disk(folder), [], 0, 0
    for number, (call, given) in enumerate(calls):
        if call == "write" and given and isinstance(given[-2], bytes) and not str(given[0]).startswith(folder):
            told += re.findall(r"made (\w+)", given[-2].decode("utf-8", "replace"))
            certain = b"opened" in given[-2] or bool(told)
        else:
            disk.take(call, given)
            certain = bool(told)
        if number % every and call not in ("fsync", "fdatasync", "write"):
            continue
        for unsynced in (False, True):
            shutil.rmtree(scratch, ignore_errors=True)
            scratch.mkdir()
            disk.write_to(scratch, unsynced=unsynced)
            if not (scratch / "journal.db").exists():
                bad += certain
                continue
            played += 1
            try:
                with opened(scratch / "journal.db") as journal:
                    names = {line.title for line in page_of(journal, "contact")}
                    whole = not problems(journal) if number % 7 == 0 else True
                bad += not whole or not names.issuperset(told)
            except Exception as problem:
                raise AssertionError(f"after call {number} ({call}), unsynced {unsynced}: {problem!r}") from problem
    assert told and told[-1].startswith("Power")
    return played, bad


def power_cuts(tmp_path: Path, entries: int, every: int) -> tuple[int, int]:
    if why := can_record():
        pytest.skip(why)
    folder = tmp_path / "journal"
    folder.mkdir()
    calls = list(record(WRITING, str(folder / "journal.db"), str(entries), to=tmp_path / "calls"))
    return play_back(calls, str(folder), tmp_path / "after", every=every)


def test_the_power_goes(tmp_path: Path, figure: Callable[[str], None]) -> None:
    played, bad = power_cuts(tmp_path, 4, every=25)
    figure(f"power loss: {played} beginnings of the record played back, {bad} with something missing or wrong")
    assert played > 30 and bad == 0


@pytest.mark.soak
def test_the_power_goes_after_every_call(tmp_path: Path, figure: Callable[[str], None]) -> None:
    played, bad = power_cuts(tmp_path, 60, every=1)
    figure(f"power loss: {played} beginnings of the record played back, {bad} with something missing or wrong")
    assert played > 500 and bad == 0
