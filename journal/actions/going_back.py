"""Going back to a copy: which there are, and what will open the journal afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from journal.actions import safety
from journal.store import backup as store_backup
from journal.store import vault
from journal.store.backup import Backup as Backup
from journal.store.connecting import Key

# Its own passphrase, which is not that of now; that of now; or it is a plain file.
Opens = Literal["its_own", "present", "nothing"]


@dataclass(frozen=True, slots=True)
class Choice:
    """`aside`: a journal that was kept when another took its place."""

    copy: Backup
    opens: Opens
    aside: bool


def choices(file: Path, *, key: Key | None, folders: Sequence[Path] = ()) -> list[Choice]:
    """The copies of the journal in `file`, the newest first, each once; also those in `folders`. `key`: that of now."""
    found = {copy.path.name: copy for folder in (*folders, None) for copy in safety.backups(file, folder=folder)}
    newest_first = sorted(found.values(), key=lambda copy: (copy.made_at, copy.path.name), reverse=True)
    return [Choice(copy, opened_by(copy.path, key=key), store_backup.is_aside(copy.path)) for copy in newest_first]


def opened_by(copy: Path, *, key: Key | None) -> Opens:
    """What opens the journal once it is back at `copy`: a plain one is put under the key of now."""
    if vault.is_locked(copy) and not (key is not None and vault.is_under(copy, key)):
        return "its_own"
    return "present" if key is not None else "nothing"
