"""Ctrl+Alt+N from any program opens the capture line, on Windows, which lets a program register a key of its own.

Elsewhere the desktop settings can be given the command `networking-journal --capture`: Wayland lets no program listen
to keys, and no well-kept library does on X11 or macOS without being allowed to read everything she types.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

HOT_KEY = 1  # our number for it
_MOD_ALT, _MOD_CONTROL, _MOD_NOREPEAT = 0x1, 0x2, 0x4000
_KEY_N = 0x4E
_WM_HOTKEY = 0x0312


class GlobalShortcut(QAbstractNativeEventFilter):
    """Calls `pressed()` for each press, until `close()`. `works` is False where the key is another program's."""

    def __init__(self, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._pressed = pressed
        self.works = False
        application = QCoreApplication.instance()
        if sys.platform == "win32" and application is not None:
            import ctypes

            modifiers = _MOD_CONTROL | _MOD_ALT | _MOD_NOREPEAT
            self.works = bool(ctypes.windll.user32.RegisterHotKey(None, HOT_KEY, modifiers, _KEY_N))
            if self.works:
                application.installNativeEventFilter(self)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:
        if sys.platform == "win32" and self.works:
            from ctypes.wintypes import MSG

            said = MSG.from_address(int(message))
            if said.message == _WM_HOTKEY and said.wParam == HOT_KEY:
                self._pressed()
                return True, 0
        return False, 0

    def close(self) -> None:
        application = QCoreApplication.instance()
        if sys.platform == "win32" and self.works and application is not None:
            import ctypes

            self.works = False
            application.removeNativeEventFilter(self)
            ctypes.windll.user32.UnregisterHotKey(None, HOT_KEY)
