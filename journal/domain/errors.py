"""Everything a person may be told when something cannot be done.

An error carries a code and its details, never a sentence: the sentence is looked up in her language by
`journal.system.words.say()`, under the key ``error.<code>``.
"""

from __future__ import annotations

import errno

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


class UserFacingError(Exception):
    """Something the person can act on. `exit_status` is what the command line returns (CLI contract)."""

    exit_status = 1

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.details.items())
        return f"{self.code}({shown})"


class InvalidEntry(UserFacingError):
    """A field holds what it cannot hold. `details['field']` names the field as in the entry's JSON."""

    def __init__(self, code: str, field: str, **details: object) -> None:
        super().__init__(code, field=field, **details)
        self.field = field


class NotFound(UserFacingError):
    """No entry, file or backup of that name."""


class UnreadableFile(UserFacingError):
    """A file from outside that is missing, empty, or not what any reader here knows."""


class WrongUsage(UserFacingError):
    """A command line that cannot be understood."""

    exit_status = 2


class JournalLocked(UserFacingError):
    """The passphrase is needed or wrong."""

    exit_status = 3


class JournalRefused(UserFacingError):
    """The journal file is damaged, truncated, not ours, or written by a newer version. It was not touched."""

    exit_status = 4


def cannot_write(folder: str, problem: OSError) -> UserFacingError:
    """What to say when the system does not take a file: that the disk is full, or why else."""
    if problem.errno in _FULL:
        return UserFacingError("disk_full", folder=folder)
    return UserFacingError("cannot_write", folder=folder, reason=problem.strerror or "")


class Cancelled(Exception):
    """She pressed Cancel: not an error, nothing to say, and nothing was changed."""
