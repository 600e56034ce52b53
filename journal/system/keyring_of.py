"""The computer's own safe for passwords (Keychain, Credential Manager, Secret Service): a random secret kept under a
random name. Whatever is missing or broken there is an answer, never an error: it is never the only way in."""

from __future__ import annotations

import base64
import logging

from journal.domain.errors import UserFacingError

log = logging.getLogger(__name__)
SERVICE = "networking-journal"


def keep(name: str, secret: bytes) -> None:
    """Raises UserFacingError("keyring_missing") where it does not come back as it was given."""
    try:
        import keyring

        keyring.set_password(SERVICE, name, base64.b64encode(secret).decode())
    except Exception as problem:
        raise UserFacingError("keyring_missing") from problem
    if recall(name) != secret:
        raise UserFacingError("keyring_missing")


def recall(name: str) -> bytes | None:
    try:
        import keyring

        kept = keyring.get_password(SERVICE, name)
        return base64.b64decode(kept) if kept else None
    except Exception as problem:  # noqa: BLE001 - every keyring has errors of its own
        log.info("the keyring does not answer: %s", type(problem).__name__)
        return None


def drop(name: str) -> None:
    try:
        import keyring

        keyring.delete_password(SERVICE, name)
    except Exception as problem:  # noqa: BLE001 - what is not there need not go
        log.info("the keyring did not delete: %s", type(problem).__name__)
