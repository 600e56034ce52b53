"""Notifications of the desktop without a window: for a scheduler that runs `networking-journal remind`."""

from __future__ import annotations

import asyncio
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

    notifier: Any = DesktopNotifier(app_name=application)
    for title, text in notes:
        await notifier.send(title=title, message=text)
    return True
