"""Where the command line has a passphrase from: a file, standard input, or the person at the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from journal.domain.errors import JournalLocked, UnreadableFile, WrongUsage
from journal.system.words import say

LONGEST = 4096  # bytes of a line


class Passphrases:
    def __init__(self, given: str | None) -> None:
        """`given`: a file whose first line it is, or "-" for standard input."""
        self._given = given
        self._present: str | None = None

    def present(self, file: Path) -> str:
        """The passphrase of the journal in `file`. Raises JournalLocked("passphrase_needed") where nobody gives one."""
        if self._present is None:
            if self._given is not None:
                self._present = _first_line(self._given)
            elif at_terminal():
                self._present = _asked("lock.ask")
        if not self._present:
            raise JournalLocked("passphrase_needed", file=file.name)
        return self._present

    def of_copy(self, given: str | None) -> str:
        """That of a copy made under another one: the first line of `given` ("-": the next line of standard input), else
        asked for; "" where there is nobody to ask."""
        if given is not None:
            return _first_line(given)
        return _asked("lock.ask_copy") if at_terminal() else ""

    def new(self, given: str | None) -> str:
        """A passphrase to come: the first line of `given` ("-": the next line of standard input), else typed twice.
        Raises WrongUsage where there is nobody to ask."""
        if given is not None:
            return _first_line(given)
        if not at_terminal():
            raise WrongUsage("new_passphrase_missing")
        while True:
            first = _asked("lock.ask_new")
            if _asked("lock.ask_again") == first:
                return first
            print(say("lock.not_the_same"), file=sys.stderr)

    def first(self) -> str:
        """For a journal that has none yet: what `--passphrase-file` gives is to be its passphrase."""
        return self.new(self._given)


def at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(question: str) -> str:
    from getpass import getpass

    return getpass(f"{say(question)} ", stream=sys.stderr)


def _first_line(given: str) -> str:
    try:
        if given == "-":
            data = sys.stdin.buffer.readline(LONGEST) if hasattr(sys.stdin, "buffer") else sys.stdin.readline().encode()
        else:
            with Path(given).expanduser().open("rb") as file:
                data = file.readline(LONGEST)
        return data.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as problem:
        raise UnreadableFile("passphrase_file_unreadable", file=given, reason="UTF-8") from problem
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise UnreadableFile("passphrase_file_unreadable", file=given, reason=reason) from problem
