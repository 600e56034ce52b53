"""The seal beside a journal: what the bytes of the closed file add up to, so that a single bit that turns is noticed.

SQLite sees damage only where it breaks the form of a page; most bits of a text may turn unseen. The seal is broken
before the first write of a session, and made anew when the journal is closed; it speaks of one file, not of another
that took its place.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

SEALED_AT_ONCE_UP_TO = (
    64 * 2**20
)  # bytes; a larger file is sealed only by who has time for it (the window, when it ends)


def seal_of(file: Path) -> Path:
    return file.with_name(f".{file.name}.seal")


def sum_of(copy: Path) -> Path:
    """Where the sum of a copy's bytes stands, as `sha256sum` writes it."""
    return copy.with_name(copy.name + ".sha256")


def write_sum(copy: Path, digest: str) -> None:
    with sum_of(copy).open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(f"{digest}  {copy.name}\n")
        stream.flush()
        os.fsync(stream.fileno())


def sum_holds(copy: Path) -> bool:
    """Whether a copy's bytes are those it was made of; one without a sum is not held against any."""
    try:
        said = sum_of(copy).read_text(encoding="utf-8").split()
    except (FileNotFoundError, UnicodeDecodeError):
        return True
    except OSError:
        return False
    return not said or said[0] == digest_of(copy)


def digest_of(file: Path) -> str:
    import hashlib  # with OpenSSL: 5 ms, which nobody has to wait for who only reads

    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def break_seal(file: Path) -> None:
    """Before the file is written to: what it adds up to is unknown from now on, also after a power cut. A copy that is
    written to is a journal of its own."""
    seal = seal_of(file)
    try:
        sum_of(file).unlink(missing_ok=True)
        if seal.stat().st_size:
            seal.write_text("", encoding="utf-8")
            with seal.open("rb+") as stream:
                os.fsync(stream.fileno())
    except OSError:
        pass  # none, or a folder that may not be written to: then the file is not either


def seal_file(file: Path, *, at_leisure: bool = False) -> None:
    """Seals a closed file that bears no seal. Not while a log is pending, nor (unless `at_leisure`) a large one."""
    seal = seal_of(file)
    try:
        before = stamp(file)
        number, size, _ = before
        if (seal.exists() and seal.stat().st_size) or log_pending(file):
            return
        if size > SEALED_AT_ONCE_UP_TO and not at_leisure:
            return
        text = json.dumps({"sha256": digest_of(file), "size": size, "file": number})
        if not log_pending(file) and stamp(file) == before:
            beside = seal.with_name(f"{seal.name}.{os.getpid()}.part")
            try:
                beside.write_text(text, encoding="utf-8")
                beside.replace(seal)
            finally:
                beside.unlink(missing_ok=True)
            if log_pending(file) or stamp(file) != before:
                break_seal(file)  # another program began to write meanwhile, and had found nothing to break
    except OSError:
        return  # a folder that may only be read: it goes without


def stamp(file: Path) -> tuple[int, int, int]:
    """What changes with a file: which it is, its size, its time."""
    found = file.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def holds(file: Path) -> bool | None:
    """Whether a file is byte by byte as it was sealed; None where no seal speaks of it."""
    try:
        said = json.loads(seal_of(file).read_text(encoding="utf-8"))
        now = file.stat()
        if said["file"] != now.st_ino or log_pending(file):
            return None
        return bool(said["size"] == now.st_size and said["sha256"] == digest_of(file))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def was_here(file: Path) -> bool:
    """Whether a journal of that name was here before: its seal, broken or not, still lies there."""
    return seal_of(file).exists()


def log_pending(file: Path) -> bool:
    """Whether commits wait beside the file, of a program that is running or was killed."""
    try:
        return file.with_name(file.name + "-wal").stat().st_size > 0
    except OSError:
        return False
