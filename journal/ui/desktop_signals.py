"""What the desktop says when she leaves: the session is locked, another account comes to the front, the computer goes
to sleep or has slept. `left` is emitted as soon as one of it is heard.

Linux: the screen savers' and logind's signals over D-Bus. Windows: session and power messages to the window. macOS has
no message without another library: there the wake after a sleep is felt, and idleness does the rest.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QDateTime, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

PULSE_MS = 2_000
SLEPT_MS = 15_000  # so much longer than a pulse was no busy moment: the computer slept
SCREEN_SAVERS = ("org.freedesktop", "org.gnome", "org.cinnamon", "org.mate", "org.xfce")
LOGIN = "org.freedesktop.login1"


class DesktopSignals(QObject):
    """Signal `left()`. Hears nothing before `start`."""

    left = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._started = False
        self._session_path = ""
        self._buses: list[Any] = []
        self._windows: Any = None
        self._last = 0
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE_MS)
        self._pulse.timeout.connect(self._feel_sleep)

    def start(self) -> None:
        self._last = QDateTime.currentMSecsSinceEpoch()
        self._pulse.start()
        if self._started:
            return
        self._started = True
        if sys.platform == "win32":
            self._windows = _WindowsMessages(self._window, self.left.emit)
        elif sys.platform.startswith("linux"):
            self._listen_to_buses()

    def stop(self) -> None:
        self._pulse.stop()

    def _feel_sleep(self) -> None:
        now = QDateTime.currentMSecsSinceEpoch()
        slept, self._last = now - self._last > SLEPT_MS, now
        if slept:
            self.left.emit()

    # --- Linux ----------------------------------------------------------------------------------------------------

    def _listen_to_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        self._buses = [session, system]
        slot: Any = SLOT("_on_signal(QDBusMessage)")
        if session.isConnected():
            for desktop in SCREEN_SAVERS:
                session.connect("", "", f"{desktop}.ScreenSaver", "ActiveChanged", self, slot)
        if system.isConnected():
            system.connect(LOGIN, "", f"{LOGIN}.Manager", "PrepareForSleep", self, slot)
            system.connect(LOGIN, "", f"{LOGIN}.Session", "Lock", self, slot)
            # Only from logind itself: Qt ends the program over a message of this name that is made up otherwise.
            changed: Any = SLOT("_on_changed(QString,QVariantMap,QStringList,QDBusMessage)")
            system.connect(LOGIN, "", "org.freedesktop.DBus.Properties", "PropertiesChanged", self, changed)
            self._ask_for_session(system)

    def _ask_for_session(self, system: Any) -> None:
        """Which of the sessions of this computer is hers; until it is known, each counts as hers."""
        from PySide6.QtDBus import QDBusMessage

        asked = os.environ.get("XDG_SESSION_ID", "")
        call = QDBusMessage.createMethodCall(
            LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "GetSession" if asked else "GetSessionByPID"
        )
        call.setArguments([asked] if asked else [os.getpid()])
        there: Any = SLOT("_on_session(QDBusMessage)")
        system.callWithCallback(call, self, there, SLOT("_on_no_session()"))

    if sys.platform.startswith("linux"):
        from PySide6.QtDBus import QDBusMessage as _Message

        @Slot(_Message)
        def _on_session(self, message: Any) -> None:
            path = message.arguments()[0] if message.arguments() else ""
            self._session_path = str(path.path()) if hasattr(path, "path") else ""

        @Slot()
        def _on_no_session(self) -> None:
            pass

        @Slot(_Message)
        def _on_signal(self, message: Any) -> None:
            said = message.arguments()
            member = message.member()
            if member in ("ActiveChanged", "PrepareForSleep"):
                if said and said[0] is True:
                    self.left.emit()
            elif self._session_path in ("", message.path()):
                self.left.emit()

        @Slot(str, "QVariantMap", "QStringList", _Message)
        def _on_changed(self, interface: str, values: dict[str, Any], _: list[str], message: Any) -> None:
            """Another account is in front of hers now, or her screen is locked."""
            gone = values.get("Active") is False or values.get("LockedHint") is True
            if interface == f"{LOGIN}.Session" and self._session_path in ("", message.path()) and gone:
                self.left.emit()


class _WindowsMessages(QAbstractNativeEventFilter):
    """WM_WTSSESSION_CHANGE and WM_POWERBROADCAST (winuser.h, wtsapi32.h)."""

    SESSION_CHANGE, POWER = 0x02B1, 0x0218
    GONE = (0x2, 0x4, 0x7)  # WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK
    SUSPEND = 0x4  # PBT_APMSUSPEND

    def __init__(self, window: QWidget, tell: Any) -> None:
        super().__init__()
        import ctypes

        self._tell = tell
        wts = getattr(ctypes, "windll").wtsapi32  # noqa: B009 - only there
        wts.WTSRegisterSessionNotification(int(window.winId()), 0)
        app = QApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def nativeEventFilter(self, _kind: Any, message: Any) -> Any:
        from ctypes import wintypes

        heard = wintypes.MSG.from_address(int(message))
        if (heard.message == self.SESSION_CHANGE and heard.wParam in self.GONE) or (
            heard.message == self.POWER and heard.wParam == self.SUSPEND
        ):
            self._tell()
        return False, 0


class Idleness(QObject):
    """Signal `idle()` once nothing was typed, clicked or moved in any window of the program for so long."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = 0
        self._last = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self._look)
        # Events of a whole window, not of each widget in it: a filter on everything would slow down every key.
        self._watched: Any = None

    def start(self, minutes: float) -> None:
        """0 minutes: never."""
        self._limit = round(minutes * 60_000)
        self.touch()
        if not self._limit:
            self.stop()
            return
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._watched is None:
            self._watched = app
            app.focusWindowChanged.connect(self._watch)
            for window in app.topLevelWindows():
                self._watch(window)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def touch(self) -> None:
        self._last = QDateTime.currentMSecsSinceEpoch()

    def _watch(self, window: QObject | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        if event.type() in _DONE_BY_HER:
            self.touch()
        return False

    def _look(self) -> None:
        if QDateTime.currentMSecsSinceEpoch() - self._last >= self._limit:
            self.stop()
            self.idle.emit()


def _done_by_her() -> frozenset[Any]:
    from PySide6.QtCore import QEvent

    kinds = QEvent.Type
    return frozenset(
        (kinds.KeyPress, kinds.MouseButtonPress, kinds.MouseMove, kinds.Wheel, kinds.TouchBegin, kinds.TabletPress)
    )


_DONE_BY_HER = _done_by_her()
