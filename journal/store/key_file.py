"""The key file beside an encrypted journal: its random key, wrapped once for each way of opening it.

A slot holds the key encrypted by AES-256-GCM under a key made from the passphrase or the recovery code by Argon2id
(RFC 9106), or under a random one that the computer's keyring remembers. What is public of a slot and of the file is
authenticated with it. A SHA-256 over the whole tells a damaged file from a wrong passphrase; the seal, a MAC under the
journal's own key, tells that no slot was put in, changed or taken away by anything that could not open it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from journal.store.connecting import ID_BYTES, KEY_BYTES, Key

ENDING = ".keys"
FORMAT = "networking-journal-keys"
VERSION = 1
LEAST_MEMORY_KIB = 64 * 1024
LEAST_PASSES = 3
LANES = 4
MOST_MEMORY_KIB = 1024 * 1024
MOST_PASSES = 32
MOST_LANES = 16
MOST_SLOTS = 64
BACKUPS = "backups"  # where the second copy of a key file lies, with the copies that it opens
_NAME = re.compile(r".+\.([0-9a-f]{16})\.keys")

PASSPHRASE, RECOVERY, COMPUTER = "passphrase", "recovery", "computer"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess costs: Argon2id's memory in KiB, passes over it, and lanes."""

    memory_kib: int = LEAST_MEMORY_KIB
    passes: int = LEAST_PASSES
    lanes: int = LANES


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. `name` tells the slots of several computers apart; `cost` is None where the wrapping key is random.
    `salt`, `nonce` and `wrapped` in hexadecimal."""

    kind: str
    name: str
    cost: Cost | None
    salt: str
    nonce: str
    wrapped: str

    def public(self, key_id: str) -> bytes:
        """What is authenticated with the wrapped key."""
        return _canonical([FORMAT, VERSION, key_id, self.kind, self.name, asdict(self.cost) if self.cost else None,
                           self.salt])  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeyFile:
    """`generation` grows with every change: of two copies the newer is right. `whole` is False for a damaged one."""

    key_id: str
    generation: int
    slots: tuple[Slot, ...]
    seal: str = ""
    whole: bool = True

    def of(self, kind: str) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.kind == kind)


# --- wrapping -----------------------------------------------------------------------------------------------------


def derived(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """Argon2id; takes what `cost` says, without holding up other threads."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    ).derive(secret)


def as_bytes(passphrase: str) -> bytes:
    """One spelling of what keyboards and systems compose differently ("é")."""
    return unicodedata.normalize("NFC", passphrase).encode()


def wrap(key: Key, kind: str, secret: bytes, cost: Cost | None, name: str = "") -> Slot:
    """A slot that `secret` opens; without `cost` the secret must be 32 random bytes."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    slot = Slot(kind, name, cost, salt.hex(), nonce.hex(), "")
    wrapping = derived(secret, salt, cost) if cost else secret
    return replace(slot, wrapped=AESGCM(wrapping).encrypt(nonce, key.secret, slot.public(key.id.hex())).hex())


def unwrap(slot: Slot, key_id: str, secret: bytes) -> Key | None:
    """The key, or None: the secret is another one, or the slot is not as it was written."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        wrapping = derived(secret, bytes.fromhex(slot.salt), slot.cost) if slot.cost else secret
        opened = AESGCM(wrapping).decrypt(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), slot.public(key_id))
    except (InvalidTag, ValueError, MemoryError):
        return None
    return Key(opened, bytes.fromhex(key_id)) if len(opened) == KEY_BYTES else None


def sealed(file: KeyFile, key: Key) -> KeyFile:
    return replace(file, seal=_seal(file, key))


def seal_holds(file: KeyFile, key: Key) -> bool:
    return hmac.compare_digest(file.seal, _seal(file, key))


def _seal(file: KeyFile, key: Key) -> str:
    mac_key = hmac.digest(key.secret, b"networking-journal key file seal", "sha256")
    return hmac.new(mac_key, _canonical(_content(replace(file, seal=""))), hashlib.sha256).hexdigest()


# --- the file -----------------------------------------------------------------------------------------------------


def name_for(journal_file: Path, key_id: bytes) -> str:
    return f"{journal_file.stem}.{key_id.hex()[:16]}{ENDING}"


def homes(journal_file: Path) -> tuple[Path, ...]:
    """The folders in which the key file of a journal, or of a copy of one, may lie."""
    folder = journal_file.parent
    return (folder,) if folder.name == BACKUPS else (folder, folder / BACKUPS)


def found(journal_file: Path) -> Iterator[Path]:
    for folder in homes(journal_file):
        yield from found_in(folder)


def found_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob(f"*{ENDING}") if _NAME.fullmatch(path.name)) if folder.is_dir() else []


def id_in_name(path: Path) -> str:
    """The first half of the key's id, which the file's name tells."""
    match = _NAME.fullmatch(path.name)
    return match[1] if match else ""


def written(file: KeyFile) -> bytes:
    content = _content(file)
    content["check"] = hashlib.sha256(_canonical(content)).hexdigest()
    return (json.dumps(content, indent=1, sort_keys=True) + "\n").encode()


def read(path: Path) -> KeyFile | None:
    """What the file says, even where it is damaged in part; None where nothing can be made of it."""
    try:
        data = path.read_bytes()[:65536]
        content = json.loads(data)
        file = _from(content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    # Byte for byte: what reads the same but is not what was written (a space, a capital) was not written by us.
    return replace(file, whole=written(file) == data and file.key_id.startswith(id_in_name(path)))


def _content(file: KeyFile) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "key_id": file.key_id,
        "generation": file.generation,
        "slots": [asdict(slot) for slot in file.slots],
        "seal": file.seal,
    }


def _from(content: Any) -> KeyFile:
    slots = tuple(slot for kept in content["slots"][:MOST_SLOTS] if (slot := _slot(kept)))
    key_id = str(content["key_id"])
    if len(bytes.fromhex(key_id)) != ID_BYTES:
        raise ValueError("no key id")
    return KeyFile(key_id, _number(content["generation"]), slots, str(content["seal"]))


def _slot(kept: Any) -> Slot | None:
    """None where opening it would ask for more than any journal does: a damaged number must not stop the computer."""
    cost = None
    if kept["cost"] is not None:
        cost = Cost(**{name: _number(kept["cost"][name]) for name in ("memory_kib", "passes", "lanes")})
        lanes_fit = 1 <= cost.lanes <= MOST_LANES and cost.memory_kib >= 8 * cost.lanes
        if not (lanes_fit and cost.memory_kib <= MOST_MEMORY_KIB and 1 <= cost.passes <= MOST_PASSES):
            return None
    texts = {name: str(kept[name]) for name in ("kind", "name", "salt", "nonce", "wrapped")}
    return Slot(cost=cost, **texts)


def _number(value: Any) -> int:
    if type(value) is not int:
        raise ValueError("no number")
    return value


def _canonical(content: Any) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def write(path: Path, file: KeyFile) -> None:
    """Whole or not at all, and on the disk when it returns. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(3).hex()}.part")
    try:
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(written(file))
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """A name that was given or taken is on the disk; only POSIX can be asked."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
