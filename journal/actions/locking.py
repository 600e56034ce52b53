"""The lock of a journal: setting, opening, changing and removing it. The journal must be closed for whatever rewrites
it; all of this takes seconds: off the UI thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from journal.store import vault
from journal.store.connecting import Key as Key
from journal.store.vault import LEAST_SIGNS as LEAST_SIGNS
from journal.store.vault import Prepared as Prepared
from journal.system import keyring_of
from journal.system.settings import Settings


def is_locked(file: Path) -> bool:
    """Whether the journal in `file` asks for a passphrase."""
    return vault.is_locked(file)


def unlock(file: Path, *, secret: str) -> Key:
    """By the passphrase, or by a recovery code typed in its place. Raises JournalLocked("wrong_passphrase"),
    JournalRefused("keys_damaged")."""
    return vault.unlock(file, secret)


def unlock_by_sheet(file: Path, *, code: str) -> Key:
    """By the recovery sheet alone. Raises UserFacingError for what is mistyped, by its group; else as `unlock`."""
    return vault.unlock_by_recovery(file, code)


def unlock_by_computer(file: Path) -> Key | None:
    """What this computer was told to remember; None where it was not, or its keyring does not say it any more."""
    return vault.unlock_by_computer(file, keyring_of.recall)


def prepare(*, passphrase: str) -> Prepared:
    """A lock with its recovery code, nothing of it written yet. Raises UserFacingError("passphrase_too_short")."""
    return vault.prepare(passphrase)


def lock(file: Path, *, prepared: Prepared, key: Key | None = None, folders: Sequence[Path] = ()) -> None:
    """Encrypts the journal, or (`key` is that of now) puts it under a full new key, its copies too, also those in
    `folders`. Copies that were plain stay so: `plain_copies`, `lock_copies`. Raises UserFacingError("journal_in_use",
    …); nothing is lost then."""
    names = vault.forget(file, key) if key is not None else ()
    vault.encrypt(file, prepared, key=key)
    for name in names:
        keyring_of.drop(name)
    if key is not None:
        vault.put_copies_under(file, prepared.key, old_key=key, plain=False, folders=folders)


def remove_lock(file: Path, *, key: Key) -> None:
    """Makes the journal a plain file again, which anybody who has it can read. Encrypted copies stay encrypted, and
    open with the passphrase of now."""
    names = vault.forget(file, key)
    vault.decrypt(file, key)
    for name in names:
        keyring_of.drop(name)


def change_passphrase(file: Path, *, secret: str, new: str, folders: Sequence[Path] = ()) -> Key:
    """`secret` is the passphrase of now, or the recovery code; `folders` have copies too. Raises like `unlock`, and
    "passphrase_too_short"."""
    return vault.change_passphrase(file, secret, new, folders=folders)


def plain_copies(file: Path, folders: Sequence[Path] = ()) -> list[Path]:
    """Copies made before there was a passphrase, which anybody can read."""
    return vault.plain_copies(file, folders)


def lock_copies(file: Path, *, key: Key, folders: Sequence[Path] = ()) -> int:
    """Encrypts those too; gives how many."""
    return vault.put_copies_under(file, key, folders=folders)


def folders_with_copies(settings: Settings) -> tuple[Path, ...]:
    """Those that she named beside the journal's own."""
    return (Path(settings.second_folder),) if settings.second_folder else ()


def remember(file: Path, *, key: Key) -> None:
    """This computer opens the journal by itself from now on. Raises UserFacingError("keyring_missing"): nothing is
    changed then."""
    forget(file, key=key)
    vault.remember(file, key, keyring_of.keep)


def forget(file: Path, *, key: Key) -> None:
    """The passphrase is asked for again, at every start."""
    for name in vault.forget(file, key):
        keyring_of.drop(name)


def is_remembered(file: Path, *, key: Key) -> bool:
    return vault.is_remembered(file, key)
