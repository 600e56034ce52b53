"""Notifications of the desktop without a window: for a scheduler that runs `networking-journal remind`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

WAIT_SECONDS = 5.0


def show_all(application: str, notes: Sequence[tuple[str, str]]) -> bool:
    """Shows (title, text) pairs one after another; False where this desktop has no notifications."""
    try:
        return asyncio.run(asyncio.wait_for(_send(application, notes), WAIT_SECONDS * len(notes)))
    except Exception:  # noqa: BLE001 - whatever this desktop lacks, the caller says it another way
        return False


async def _send(application: str, notes: Sequence[tuple[str, str]]) -> bool:
    from desktop_notifier import DesktopNotifier

    # What it logs quotes the notification; and that one failed is known without it.
    logging.getLogger("desktop_notifier").setLevel(logging.CRITICAL)
    notifier: Any = DesktopNotifier(app_name=application)
    for title, text in notes:
        sent = await notifier.send(title=title, message=text)
        if sent not in await notifier.get_current_notifications():  # failures are swallowed
            return False
    return True
