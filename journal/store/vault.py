"""The lock of a journal: a random key encrypts the file, and a key file beside it holds that key for whoever knows the
passphrase, has the recovery sheet, or sits at a computer that was told to remember.

The first bytes of an encrypted file name its key, so that a file and the key file that opens it find each other, also
in the middle of a change of key, and in a folder of copies of several ages.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from journal.domain import recovery_code
from journal.domain.errors import JournalLocked, JournalRefused, UserFacingError, cannot_write
from journal.store import key_file, rewriting
from journal.store.connecting import ID_BYTES, KEY_BYTES, Key, head_of, is_plain
from journal.store.key_file import COMPUTER, PASSPHRASE, RECOVERY, Cost, KeyFile, Slot

LEAST_SIGNS = 8
WANTED_SECONDS = 0.75
SLOW_SECONDS = 1.0
PAGE = 4096


@dataclass(frozen=True, slots=True)
class Prepared:
    """A lock that is not on the journal yet: so that the recovery sheet can be tried before anything depends on it."""

    key: Key
    file: KeyFile
    recovery_code: str


# --- is it locked? ------------------------------------------------------------------------------------------------


def is_locked(path: Path) -> bool:
    """Whether a passphrase is needed: the file is there, encrypted, and a key file for it is at hand."""
    return path.is_file() and not is_plain(path) and bool(_key_files(path))


def is_under(path: Path, key: Key) -> bool:
    """Whether it is this key that the file is encrypted under."""
    return head_of(path) == key.id


def refuse_unless_foreign(path: Path) -> None:
    """Of a file that is no plain journal: raises JournalLocked("passphrase_needed") where it is an encrypted one, and
    JournalRefused("keys_missing") where it is likely to be one; returns where it is neither."""
    if _key_files(path):
        raise JournalLocked("passphrase_needed", file=path.name)
    if _looks_encrypted(path):
        raise JournalRefused("keys_missing", file=path.name, ending=key_file.ENDING)


def of_another_key(path: Path, key: Key) -> UserFacingError:
    """What is wrong with a file whose first bytes do not name the key that was to open it."""
    name = head_of(path).hex()
    others = (file for file in map(key_file.read, key_file.found(path)) if file and file.key_id != key.id.hex())
    if any(file.key_id == name for file in others):
        return JournalLocked("passphrase_needed", file=path.name)
    return JournalRefused("journal_damaged", file=path.name)


def _looks_encrypted(path: Path) -> bool:
    """Whole pages that look like noise."""
    size = path.stat().st_size
    if size < 2 * PAGE or size % PAGE:
        return False
    with path.open("rb") as file:
        return len(set(file.read(PAGE))) > 250  # of 4,096 random bytes, all 256 values nearly always occur


def _key_files(path: Path) -> list[Path]:
    """Those that may open `path`: of its key, else (its first bytes are damaged) those that bear its name."""
    files = list(key_file.found(path))
    wanted = head_of(path).hex()[:16]
    fitting = [file for file in files if key_file.id_in_name(file) == wanted]
    if not fitting:
        inside = [(file, key_file.read(file)) for file in files]
        fitting = [file for file, read in inside if read is not None and read.key_id[:16] == wanted]
    return fitting or [file for file in files if file.name.startswith(f"{path.stem}.")]


# --- opening ------------------------------------------------------------------------------------------------------


def unlock(path: Path, secret: str) -> Key:
    """The key, by the passphrase or by the code of the recovery sheet. Takes about a second: off the UI thread.

    Raises JournalLocked("wrong_passphrase"), and JournalRefused("keys_damaged") where no key file is whole and the
    secret opened none of what is left of them. Nothing is written unless the secret was right; then a key file that was
    damaged, missing or old is written again. Whether the journal itself is whole shows when it is opened.
    """
    refuse_unless_there(path)
    tries: list[tuple[str, bytes]] = [(PASSPHRASE, key_file.as_bytes(secret))]
    if recovery_code.looks_like_one(secret):
        tries.insert(0, (RECOVERY, recovery_code.read(secret)))
    return _opened(path, tries)


def unlock_by_recovery(path: Path, code: str) -> Key:
    """Like `unlock`, for the recovery sheet alone: what is mistyped is told by its group."""
    refuse_unless_there(path)
    try:
        return _opened(path, [(RECOVERY, recovery_code.read(code))])
    except JournalLocked as problem:
        raise JournalLocked("wrong_recovery_code") from problem


def unlock_by_computer(path: Path, recall: Callable[[str], bytes | None]) -> Key | None:
    """The key that this computer was told to remember; None where it was not, or does not any more. `recall` gives what
    the keyring keeps under a name: whatever a keyring does, the passphrase opens."""
    for file in _candidates(path):
        for slot in file.of(COMPUTER):
            secret = recall(slot.name)
            key = key_file.unwrap(slot, file.key_id, secret) if secret else None
            if key is not None:
                return key
    return None


def refuse_unless_there(path: Path) -> None:
    if not path.exists():
        raise UserFacingError("no_such_journal", file=str(path))


def _opened(path: Path, tries: Sequence[tuple[str, bytes]]) -> Key:
    files = _candidates(path)
    if not files:
        raise JournalRefused("keys_damaged", file=path.name)
    key = next(_keys(files, tries), None)
    if key is None:
        if not any(file.whole and file.slots for file in files):
            raise JournalRefused("keys_damaged", file=path.name)
        raise JournalLocked("wrong_passphrase")
    mend(path, key)
    return key


def _candidates(path: Path) -> list[KeyFile]:
    """What can be read of the key files: of whole ones only the newest generation (an older passphrase no longer
    opens), and damaged ones that claim to be newer still, of which a slot may be right."""
    read = [file for file in map(key_file.read, _key_files(path)) if file is not None]
    newest = max((file.generation for file in read if file.whole), default=-1)
    whole = [file for file in read if file.whole and file.generation == newest]
    damaged = [file for file in read if not file.whole and (file.generation > newest or not whole)]
    return list(dict.fromkeys(whole + damaged))


def _keys(files: Sequence[KeyFile], tries: Sequence[tuple[str, bytes]]) -> Iterator[Key]:
    tried: set[tuple[str, Slot]] = set()
    for file in files:
        for kind, secret in tries:
            for slot in file.of(kind):
                if (file.key_id, slot) not in tried:
                    tried.add((file.key_id, slot))
                    key = key_file.unwrap(slot, file.key_id, secret)
                    if key is not None:
                        yield key


def mend(path: Path, key: Key, folders: Iterable[Path] = ()) -> None:
    """The key file where it belongs: beside the journal, with its copies, and in `folders` that have it, each whole and
    the newest. What cannot be written now is tried again the next time."""
    wanted = newest_of(path, key)
    if wanted is None:
        return
    homes = key_file.homes(path)
    for folder in (*homes, *folders):
        there = [place for place in key_file.found_in(folder) if key_file.id_in_name(place) == key.id.hex()[:16]]
        wished = [folder / key_file.name_for(path, key.id)] if folder in homes else []
        for place in there or wished:  # a renamed journal's bears its old name
            if key_file.read(place) != wanted:
                with contextlib.suppress(OSError):
                    key_file.write(place, wanted)


def newest_of(path: Path, key: Key) -> KeyFile | None:
    """The newest key file of `key` that is whole and has its seal; where there is none, what can be read of a damaged
    one, sealed anew."""
    read = [file for file in map(key_file.read, _key_files(path)) if file is not None and file.key_id == key.id.hex()]
    sound = [file for file in read if file.whole and key_file.seal_holds(file, key)]
    if sound:
        return max(sound, key=lambda file: file.generation)
    opened = [replace(file, whole=True) for file in read if key_file.seal_holds(replace(file, whole=True), key)]
    return opened[0] if opened else _rescued(read, key)


def _rescued(read: Sequence[KeyFile], key: Key) -> KeyFile | None:
    """No seal holds, yet a slot opened: what else stands there is as it was read, and may be damaged."""
    if not read:
        return None
    newest = max(read, key=lambda file: file.generation)
    return key_file.sealed(KeyFile(key.id.hex(), newest.generation + 1, newest.slots), key)


# --- what a guess costs -------------------------------------------------------------------------------------------


def calibrated() -> Cost:
    """What takes between half a second and a second here and now, and never less than 64 MiB and three passes."""
    cost = Cost()
    took = _seconds(cost)
    if took >= WANTED_SECONDS:
        return cost
    memory = min(int(cost.memory_kib * WANTED_SECONDS / took) // 1024 * 1024, key_file.MOST_MEMORY_KIB // 2)
    larger = replace(cost, memory_kib=max(memory, cost.memory_kib))
    took = _seconds(larger)
    if took > SLOW_SECONDS:  # the computer is busier than it was a moment ago
        memory = int(larger.memory_kib * WANTED_SECONDS / took) // 1024 * 1024
        return replace(larger, memory_kib=max(memory, cost.memory_kib))
    passes = max(larger.passes, min(int(larger.passes * WANTED_SECONDS / took), key_file.MOST_PASSES))
    return replace(larger, passes=passes)


def _seconds(cost: Cost) -> float:
    began = time.perf_counter()
    key_file.derived(b"how long does it take?", bytes(16), cost)
    return max(time.perf_counter() - began, 1e-6)


# --- setting, changing, removing ----------------------------------------------------------------------------------


def refuse_unless_long_enough(passphrase: str) -> None:
    """Raises UserFacingError("passphrase_too_short")."""
    if len(passphrase.strip()) < LEAST_SIGNS:
        raise UserFacingError("passphrase_too_short", least=LEAST_SIGNS)


def prepare(passphrase: str, *, cost: Cost | None = None) -> Prepared:
    """A new key with its slots; nothing is written yet. Takes seconds. Raises UserFacingError("passphrase_too_short").

    `cost` is for tests alone: the product's is `calibrated()`."""
    refuse_unless_long_enough(passphrase)
    key = Key(os.urandom(KEY_BYTES), os.urandom(ID_BYTES))
    cost = cost or calibrated()
    secret = os.urandom(recovery_code.BYTES)
    slots = (
        key_file.wrap(key, PASSPHRASE, key_file.as_bytes(passphrase), cost),
        key_file.wrap(key, RECOVERY, secret, cost),
    )
    file = key_file.sealed(KeyFile(key.id.hex(), 1, slots), key)
    return Prepared(key, file, recovery_code.written(secret))


def encrypt(path: Path, prepared: Prepared, *, key: Key | None = None) -> None:
    """Puts the journal, closed in every program, under the prepared key; `key` is the one it is under now, if any.

    The key files are there before the journal needs them, and the old ones stay as long as a copy needs them.
    """

    def put_key_files() -> None:
        for folder in key_file.homes(path):
            key_file.write(folder / key_file.name_for(path, prepared.key.id), prepared.file)

    rewriting.rewrite(path, key, prepared.key, before_renaming=put_key_files)
    rewriting.sweep(path.parent / key_file.BACKUPS, path.stem)
    take_away_unused(path)


def decrypt(path: Path, key: Key) -> None:
    """Makes the journal, closed in every program, plain SQLite again. Encrypted copies stay, and stay locked."""
    rewriting.rewrite(path, key, None, before_renaming=lambda: None)
    take_away_unused(path)


def change_passphrase(
    path: Path, secret: str, new: str, *, cost: Cost | None = None, folders: Sequence[Path] = ()
) -> Key:
    """From now on `new` opens, also the copies that are under an older key which `secret` (the passphrase, or the
    recovery code) opened; `folders` have copies too. Raises like `unlock`; UserFacingError where it cannot be
    written."""
    refuse_unless_long_enough(new)
    key = unlock(path, secret)
    cost = cost or calibrated()
    _reslot(path, key, PASSPHRASE, key_file.wrap(key, PASSPHRASE, key_file.as_bytes(new), cost))
    mend(path, key, folders)
    tries = [(PASSPHRASE, key_file.as_bytes(secret))]
    for place in (*key_file.found(path), *(place for folder in folders for place in key_file.found_in(folder))):
        file = key_file.read(place)
        if file is None or not file.whole or file.key_id == key.id.hex():
            continue
        older = next(_keys([file], tries), None)
        if older is not None:
            slot = key_file.wrap(older, PASSPHRASE, key_file.as_bytes(new), cost)
            _write(place, _with_slot(file, older, PASSPHRASE, slot))
    return key


def new_recovery_code(path: Path, key: Key, *, cost: Cost | None = None) -> tuple[str, Slot]:
    """(a code, the slot that it opens), for `use_recovery` once the sheet was tried."""
    secret = os.urandom(recovery_code.BYTES)
    return recovery_code.written(secret), key_file.wrap(key, RECOVERY, secret, cost or calibrated())


def use_recovery(path: Path, key: Key, slot: Slot) -> None:
    """The new sheet opens, the old one no longer does."""
    _reslot(path, key, RECOVERY, slot)


def remember(path: Path, key: Key, keep: Callable[[str, bytes], None]) -> None:
    """Whoever has what `keep` was given (a name, a secret) opens the journal from now on, too; `keep` may raise."""
    name, secret = os.urandom(8).hex(), os.urandom(KEY_BYTES)
    keep(name, secret)
    _reslot(path, key, "", key_file.wrap(key, COMPUTER, secret, None, name))


def forget(path: Path, key: Key) -> tuple[str, ...]:
    """No computer's keyring opens it any more; gives the names under which they kept their secrets."""
    file = newest_of(path, key)
    names = tuple(slot.name for slot in file.of(COMPUTER)) if file is not None else ()
    if names:
        _reslot(path, key, COMPUTER, None)
    return names


def is_remembered(path: Path, key: Key) -> bool:
    file = newest_of(path, key)
    return file is not None and bool(file.of(COMPUTER))


def _with_slot(file: KeyFile, key: Key, kind: str, slot: Slot | None) -> KeyFile:
    """`slot` instead of those of `kind` ("": besides all there are)."""
    slots = tuple(one for one in file.slots if one.kind != kind) + ((slot,) if slot else ())
    return key_file.sealed(replace(file, generation=file.generation + 1, slots=slots), key)


def _reslot(path: Path, key: Key, kind: str, slot: Slot | None) -> None:
    file = newest_of(path, key)
    if file is None:
        raise JournalRefused("keys_damaged", file=path.name)
    _write(path.parent / key_file.name_for(path, key.id), _with_slot(file, key, kind, slot))
    mend(path, key)


def _write(place: Path, file: KeyFile) -> None:
    try:
        key_file.write(place, file)
    except OSError as problem:
        raise cannot_write(str(place.parent), problem) from problem


# --- key files and the copies they open ----------------------------------------------------------------------------


def carry(path: Path, key: Key, folder: Path, named_for: Path | None = None) -> None:
    """The key file of `path` lies in `folder` too, from now on. Raises UserFacingError where it cannot be written."""
    file = newest_of(path, key)
    place = folder / key_file.name_for(named_for or path, key.id)
    if file is not None and key_file.read(place) != file:
        _write(place, file)


def take_away_unused(path: Path) -> None:
    """Key files that open neither the journal nor any file in the folder of copies."""
    backups = path.parent / key_file.BACKUPS
    present = head_of(path).hex()[:16]
    copies = {head_of(copy).hex()[:16] for copy in backups.glob("*.db")} if backups.is_dir() else set()
    for place in key_file.found(path):
        needed = {present} | (copies if place.parent == backups else set())
        if place.name.startswith(f"{path.stem}.") and key_file.id_in_name(place) not in needed:
            with contextlib.suppress(OSError):
                place.unlink()


def _copies(path: Path, folders: Iterable[Path]) -> Iterator[Path]:
    """Of this journal, in its folder of copies and in others; where several journals share one, only its own."""
    for folder in (path.parent / key_file.BACKUPS, *folders):
        if folder.is_dir():
            yield from sorted(copy for copy in folder.glob("*.db") if copy.name.startswith(f"{path.stem}-"))


def plain_copies(path: Path, folders: Iterable[Path] = ()) -> list[Path]:
    """The copies of an encrypted journal that anybody can read, made before it was one."""
    return [copy for copy in _copies(path, folders) if is_plain(copy)]


def put_copies_under(
    path: Path, key: Key, *, old_key: Key | None = None, plain: bool = True, folders: Iterable[Path] = ()
) -> int:
    """The plain copies, and those under `old_key`, each in its place under `key`; gives how many."""
    done = 0
    for folder in folders:
        rewriting.sweep(folder, path.stem)
    for copy in list(_copies(path, folders)):
        if (plain and is_plain(copy)) or (old_key is not None and head_of(copy) == old_key.id):
            carry(path, key, copy.parent)
            rewriting.rewrite(copy, old_key, key, before_renaming=lambda: None)
            done += 1
    take_away_unused(path)
    return done
