"""What a program does to the files of one folder, recorded by strace, and what may be on the disk when the power goes.

What was synced is there. Of what was written since, anything may be there or not: its beginning, all but one write,
one write alone, half a write. Names are on the disk once their folder is synced; until then the last of them may be
missing.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    "openat,close,lseek,write,pwrite64,sendfile,copy_file_range,fsync,fdatasync,ftruncate,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat"
)
_PARTS = re.compile(r'(?:AT_FDCWD|(\d+))<(?:\\x[0-9a-f]{2})*>|"((?:\\x[0-9a-f]{2})*)"|\[?(\d+)\b')


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the system: its open files, its strings (paths, data), its numbers, and what it gave back."""

    name: str
    text: str
    result: int
    files: tuple[int, ...]
    strings: tuple[bytes, ...]
    numbers: tuple[int, ...]


def can_record() -> str:
    """Why it cannot be recorded here; "" where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this system does not let strace look on"


def record(arguments: list[str], *, to: Path) -> list[Call]:
    """The calls of a Python program in their order."""
    command = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(to), sys.executable]
    done = subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    with to.open(encoding="ascii", errors="replace") as lines:
        return list(_calls(lines))


def _calls(lines: Iterable[str]) -> Iterator[Call]:
    pending: dict[str, str] = {}
    for line in lines:
        thread, _, text = line.rstrip("\n").partition(" ")
        text = text.strip()
        if text.endswith("<unfinished ...>"):
            pending[thread] = text.removesuffix("<unfinished ...>")
            continue
        if resumed := re.match(r"<\.\.\. \w+ resumed>(.*)", text):
            text = pending.pop(thread, "") + resumed[1]
        parsed = re.match(r"(\w+)\((.*)\)\s+= (-?\d+)", text)
        if parsed and int(parsed[3]) >= 0:
            found = list(_PARTS.finditer(parsed[2]))
            yield Call(
                parsed[1],
                parsed[2],
                int(parsed[3]),
                tuple(int(one[1]) for one in found if one[1]),
                tuple(bytes.fromhex(one[2].replace("\\x", "")) for one in found if one[2] is not None),
                tuple(int(one[3]) for one in found if one[3]),
            )


@dataclass(eq=False)
class File:
    """What was synced of it, and what it is for the programs that go on."""

    synced: bytes = b""
    now: bytearray = field(default_factory=bytearray)


@dataclass(frozen=True, slots=True, eq=False)
class Op:
    """Not on the disk for certain: a write to a file (`size`: cut or lengthened to that), or names given and taken."""

    file: File | None
    place: int = 0
    data: bytes = b""
    size: int | None = None
    names: tuple[tuple[str, File | None], ...] = ()

    def on(self, content: bytearray, *, half: bool = False) -> None:
        if self.size is not None:
            del content[self.size :]
            content.extend(bytes(self.size - len(content)))
            return
        data = self.data[: len(self.data) // 2] if half else self.data
        content.extend(bytes(max(0, self.place - len(content))))
        content[self.place : self.place + len(data)] = data


def is_passing(name: str) -> bool:
    """A file under a name that no journal or copy has: what is in it is nothing until it is renamed."""
    return ".part" in name or name.endswith("-shm")


class Disk:
    """The files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = f"{folder}/"
        content = {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        self.names = {name: File(data, bytearray(data)) for name, data in content.items()}
        self.synced_names = dict(self.names)
        self.pending: list[Op] = []
        self._open: dict[int, list[object]] = {}  # [the file or "" for a folder, where it is read and written]

    def _name(self, path: bytes) -> str:
        text = path.decode("utf-8", "replace")
        return text.removeprefix(self.folder) if text.startswith(self.folder) else ""

    def is_barrier(self, call: Call) -> bool:
        return call.name in ("fsync", "fdatasync") and call.files[0] in self._open

    def take(self, call: Call) -> None:
        if call.name == "openat":
            self._opened(call)
        elif call.name == "close":
            self._open.pop(call.files[0], None)
        elif call.name in ("unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat"):
            self._named(call)
        elif call.files and call.files[0] in self._open:
            self._worked_on(call, self._open[call.files[0]])

    def _opened(self, call: Call) -> None:
        self._open.pop(call.result, None)
        path = call.strings[0]
        name = self._name(path)
        if not name and path.decode() + "/" != self.folder:
            return
        if name not in self.names:
            if "O_CREAT" not in call.text:
                self._open[call.result] = ["", 0]  # a folder
                return
            self._name_now(((name, File()),))
        file = self.names[name]
        self._open[call.result] = [file, 0]
        if "O_TRUNC" in call.text and file.now:
            self._do(Op(file, size=0))

    def _named(self, call: Call) -> None:
        old, new = [*map(self._name, call.strings), ""][:2]
        if call.name.startswith("unlink"):
            if old in self.names:
                self._name_now(((old, None),))
        elif old in self.names and new:
            taken: tuple[tuple[str, File | None], ...] = ((old, None),) if call.name.startswith("rename") else ()
            self._name_now((*taken, (new, self.names[old])))

    def _name_now(self, names: tuple[tuple[str, File | None], ...]) -> None:
        self.pending.append(Op(None, names=names))
        _rename(self.names, names)

    def _do(self, op: Op) -> None:
        assert op.file is not None
        self.pending.append(op)
        op.on(op.file.now)

    def _worked_on(self, call: Call, handle: list[object]) -> None:
        file, at = handle
        if call.name in ("fsync", "fdatasync"):
            self._sync(file)
        if not isinstance(file, File) or not isinstance(at, int):
            return
        if call.name == "lseek":
            handle[1] = call.result
        elif call.name == "pwrite64":
            self._do(Op(file, call.numbers[-1], call.strings[0][: call.result]))
        elif call.name == "write":
            self._do(Op(file, at, call.strings[0][: call.result]))
            handle[1] = at + call.result
        elif call.name == "ftruncate":
            self._do(Op(file, size=call.numbers[-1]))
        elif call.name in ("sendfile", "copy_file_range") and call.result:
            source = self._open.get(call.files[1], [None])[0]
            assert isinstance(source, File), f"copied from elsewhere: {call.text[:300]}"
            self._do(Op(file, at, bytes(source.now[call.numbers[0] : call.numbers[0] + call.result])))
            handle[1] = at + call.result

    def _sync(self, file: object) -> None:
        if isinstance(file, File):
            file.synced = bytes(file.now)
            self.pending = [op for op in self.pending if op.file is not file]
        else:
            self.synced_names = dict(self.names)
            self.pending = [op for op in self.pending if op.file is not None]

    def states(self, chance: random.Random) -> Iterator[dict[str, bytes]]:
        """What may be on the disk, were the power to go before the next sync; each name with its content."""
        ops = [op for op in self.pending if op.names or self._matters(op)]
        everything = range(len(ops))
        wanted: list[tuple[set[int], int]] = [(set(range(count)), -1) for count in range(len(ops) + 1)]
        for one in everything:
            if not ops[one].names:
                wanted += [(set(everything) - {one}, -1), ({one}, -1), (set(range(one + 1)), one)]
        names = {one for one in everything if ops[one].names}
        wanted += [(names, -1), (set(everything) - names, -1)]
        wanted += [({one for one in everything if chance.random() < 0.5}, -1) for _ in range(len(ops) // 4)]
        for applied, torn in wanted:
            yield self._after(ops, applied, torn)

    def _matters(self, op: Op) -> bool:
        return any(file is op.file and not is_passing(name) for name, file in self.names.items())

    def _after(self, ops: list[Op], applied: set[int], torn: int) -> dict[str, bytes]:
        names, contents, order_holds = dict(self.synced_names), dict[File, bytearray](), True
        for number, op in enumerate(ops):
            if op.names:
                order_holds = order_holds and number in applied  # names come onto the disk in their order
                if order_holds:
                    _rename(names, op.names)
            elif number in applied and op.file is not None:
                op.on(contents.setdefault(op.file, bytearray(op.file.synced)), half=number == torn)
        return {name: bytes(contents.get(file, file.synced)) for name, file in names.items() if not is_passing(name)}


def _rename(names: dict[str, File], given: tuple[tuple[str, File | None], ...]) -> None:
    for name, file in given:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file
