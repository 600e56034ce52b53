"""Reminders on the desktop: asked for every half minute and after the computer wakes up, each shown exactly once.

The notifications go through desktop-notifier, on an asyncio thread of its own (it is imported with the first one);
where the desktop refuses, the tray icon says it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from journal.domain.pulse import BEAT_SECONDS, Pulse
from journal.system.clock import Clock
from journal.ui.changed import Changed
from journal.ui.jobs import Jobs, Journal

if TYPE_CHECKING:
    import asyncio

    from journal.domain.lines import Line

LISTED = 8  # in the tray's menu


class Watch(QObject):
    """Asks for what is due. Signals: `due(list[Line])` to be shown now, once; `counted(int, list[Line])` due today and
    not done: how many, and the first of them."""

    due = Signal(object)
    counted = Signal(int, object)

    def __init__(
        self,
        jobs: Jobs,
        changed: Changed,
        clock: Clock,
        parent: QObject | None = None,
        *,
        quiet: Callable[[], bool] = lambda: False,
    ) -> None:
        """While `quiet()`, what is due waits, and is shown together at the end of it."""
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._quiet = quiet
        self._pulse: Pulse | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(int(BEAT_SECONDS * 1000))
        self._timer.timeout.connect(self.beat)
        changed.changed.connect(self._on_changed)

    def start(self) -> None:
        self._pulse = Pulse(time.monotonic(), self._clock.now())
        self._timer.start()
        self.ask()

    def stop(self) -> None:
        self._timer.stop()

    def beat(self) -> None:
        """Asks where it is time to: every half minute, and after sleep or a change of the clock."""
        if self._pulse is not None and self._pulse.beat(time.monotonic(), self._clock.now()):
            self.ask()

    def ask(self) -> None:
        """Asks now: records what is due as shown and emits `due`, then `counted`."""
        if not self._quiet():
            self._jobs.write(self, _to_show, self._tell)
        self._jobs.read(self, _due_today, lambda found: self.counted.emit(*found), key="count")

    def _tell(self, lines: list[Line]) -> None:
        if lines:
            self.due.emit(lines)

    def _on_changed(self, changes: Any) -> None:
        if "reminder" in changes.kinds and self._timer.isActive():
            self.ask()


def _to_show(journal: Journal) -> list[Line]:
    from journal.actions import reminders

    return reminders.to_show(journal)


def _due_today(journal: Journal) -> tuple[int, list[Line]]:
    from journal.actions import reminders

    return reminders.count_today(journal), reminders.due_today(journal, limit=LISTED)


class Notifier(QObject):
    """Shows desktop notifications. Signals, each with the line it was shown for: `clicked(Line)`; `pressed(Line, str)`
    and which button; `refused(Line)` the desktop has none."""

    clicked = Signal(object)
    pressed = Signal(object, str)
    refused = Signal(object)

    def __init__(self, application: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._notifier: Any = None
        self._one_at_a_time: asyncio.Lock | None = None
        self._begun = threading.Event()

    def show(self, line: Line, text: str, buttons: Mapping[str, str]) -> None:
        """Shows `line`'s title with `text` below and `buttons` (what `pressed` says -> label) where the desktop has
        them."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal-notify", daemon=True)
            self._thread.start()
            self._begun.wait(5)
        if self._loop is not None:
            import asyncio

            asyncio.run_coroutine_threadsafe(self._send(line, text, dict(buttons)), self._loop)

    def withdraw(self) -> None:
        """Takes back what is still shown: it may name what is locked now."""
        if self._loop is not None and self._notifier is not None:
            import asyncio

            asyncio.run_coroutine_threadsafe(self._withdraw(), self._loop)

    async def _withdraw(self) -> None:
        try:
            await self._notifier.clear_all()
        except Exception:  # noqa: BLE001 - a desktop that cannot take back keeps it until it goes by itself
            return

    def close(self) -> None:
        if self._loop is not None and self._thread is not None:
            import asyncio

            asyncio.run_coroutine_threadsafe(self._hang_up(), self._loop)
            self._thread.join(2)

    async def _hang_up(self) -> None:
        """Leaves the session bus, which the library has no word for, and ends the thread."""
        bus = getattr(getattr(self._notifier, "_backend", None), "bus", None)
        if bus is not None:
            bus.disconnect()
            await bus.wait_for_disconnect()
        assert self._loop is not None
        self._loop.stop()

    def _run(self) -> None:
        import asyncio

        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        self._one_at_a_time = asyncio.Lock()
        self._begun.set()
        self._loop.run_forever()
        self._loop.close()

    async def _send(self, line: Line, text: str, buttons: dict[str, str]) -> None:
        assert self._one_at_a_time is not None
        async with self._one_at_a_time:  # several at once would open a connection to the desktop each
            await self._send_one(line, text, buttons)

    async def _send_one(self, line: Line, text: str, buttons: dict[str, str]) -> None:
        try:
            from desktop_notifier import Button, DesktopNotifier

            if self._notifier is None:
                # What it logs quotes the notification; and that it failed is known without it.
                logging.getLogger("desktop_notifier").setLevel(logging.CRITICAL)
                self._notifier = DesktopNotifier(app_name=self._application)
            sent = await self._notifier.send(
                title=line.title,
                message=text,
                on_clicked=lambda: self.clicked.emit(line),
                buttons=[
                    Button(title=label, on_pressed=partial(self.pressed.emit, line, key))
                    for key, label in buttons.items()
                ],
            )
            # It swallows failures: only what it holds as shown was shown.
            if sent not in await self._notifier.get_current_notifications():
                self.refused.emit(line)
        except Exception:  # noqa: BLE001 - whatever this desktop lacks, she is told another way
            self.refused.emit(line)
