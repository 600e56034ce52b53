"""One window for each journal: a second start shows the first one's window and goes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QLockFile, QObject, QThread, QTimer, Signal

from journal.system import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE_MS = 3000
LISTEN_AFTER_MS = 300  # Qt's network library is loaded after the first paint
ASK_EVERY_MS = 100
CAPTURE = "-c"  # after the name: the one to call for the capture line


class SingleInstance(QObject):
    """Signals `asked_to_show()`: a second start of the program wants this window seen; `asked_to_capture()`: with its
    capture line."""

    asked_to_show = Signal()
    asked_to_capture = Signal()

    def __init__(self, journal_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Named after the file, so that two journals may be open side by side, and short: socket paths end at 100 bytes.
        key = QCryptographicHash.hash(str(journal_file.resolve()).encode(), QCryptographicHash.Algorithm.Sha256).toHex()
        self._name = f"networking-journal-{bytes(key.data()).decode()[:16]}"
        self._lock = QLockFile(str(_folder() / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale only when its process is gone, however long that one runs
        self._servers: list[QLocalServer] = []
        self.is_first = self._lock.tryLock(100) or self._lock.error() != QLockFile.LockError.LockFailedError
        if self.is_first:
            QTimer.singleShot(LISTEN_AFTER_MS, self, self._listen)

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        for name, asked in ((self._name, self.asked_to_show), (self._name + CAPTURE, self.asked_to_capture)):
            QLocalServer.removeServer(name)  # left by a killed process; the lock says there is no other
            server = QLocalServer(self)
            server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            server.newConnection.connect(lambda server=server, asked=asked: self._called(server, asked.emit))
            server.listen(name)
            self._servers.append(server)

    def _called(self, server: QLocalServer, ask: Callable[[], None]) -> None:
        while (socket := server.nextPendingConnection()) is not None:
            # Which of the two is called is the whole message: nothing that a stranger writes here is read.
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            ask()

    def raise_the_first(self, *, capture: bool = False) -> bool:
        """Asks the window already open, or just opening, to show itself; False where it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        patience = QDeadlineTimer(PATIENCE_MS)
        while not patience.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name + (CAPTURE if capture else ""))
            if socket.waitForConnected(PATIENCE_MS):
                socket.waitForDisconnected(PATIENCE_MS)
                return True
            QThread.msleep(ASK_EVERY_MS)
        return False

    def close(self) -> None:
        for server in self._servers:
            server.close()
        self._servers = []
        if self._lock.isLocked():
            self._lock.unlock()


def _folder() -> Path:
    folder = paths.runtime_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return folder
