"""Started by test_lock_screen.py on a desktop of its own: a window full of words of hers, left in every way there is.

Prints one line of JSON for each way: how long until the window was covered and the journal closed, the canary words
that can still be seen anywhere, and whether the window looks exactly like a lock page that never knew a word.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLabel, QMenu, QToolTip, QWidget

from journal.actions import entries, reading
from journal.domain.contact import Contact
from journal.domain.event import Event
from journal.domain.lines import Line
from journal.domain.reminder import Reminder
from journal.store import vault
from journal.system import words
from journal.ui.session import make_application
from tests.faults.children import CHEAP, PASS
from tests.journals import MovableClock, opened
from tests.ui.window.conftest import Desk

CANARIES = ("kumquat", "zéphyrine", "ornithorynque")


def fill(path: Path) -> None:
    with opened(path) as journal:
        reading.set_setting(journal, "started", "yes")
        entries.create(journal, draft=Contact(given_name="Zéphyrine", role="Kumquat", notes="ornithorynque"))
        entries.create(journal, draft=Event(title="Kumquat", starts_at=MovableClock().now()))
        due = MovableClock().now() + timedelta(days=1)
        entries.create(journal, draft=Reminder(title="Ornithorynque", due_at=due))
    vault.encrypt(path, vault.prepare(PASS, cost=CHEAP))


# --- what can be seen -------------------------------------------------------------------------------------------------


def texts_of(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    for name in ("text", "toPlainText", "title", "placeholderText"):
        said = getattr(widget, name, None)
        if callable(said):
            try:
                yield str(said())
            except TypeError:
                continue
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(min(model.rowCount(), 200)):
            yield str(model.index(row, 0).data())


def seen_anywhere(*, hidden_too: bool) -> set[str]:
    """The canaries in any widget of the program: those that are shown, or all that exist."""
    found = set()
    for widget in QApplication.allWidgets():
        if hidden_too or widget.isVisible():
            found |= {word for text in texts_of(widget) for word in CANARIES if word in text.lower()}
    return found | {word for word in CANARIES if QToolTip.isVisible() and word in QToolTip.text().lower()}


def picture(desk: Desk) -> QImage:
    return desk.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


# --- what she leaves open ---------------------------------------------------------------------------------------------


def nothing(desk: Desk) -> None:
    desk.window.open_page("today")


def typing(desk: Desk) -> None:
    desk.window.open_entry("contact", 1)
    desk.settle()
    field = desk.page.pane.form.field("notes")
    field.set_value("kumquat, just typed")
    field.edited.emit()


def searching(desk: Desk) -> None:
    desk.window.open_page("today")
    desk.window.top.search.setFocus()
    desk.window.top.search.setText("kumq")


def capturing(desk: Desk) -> None:
    desk.window.capture("Café avec Zéphyrine")


def a_menu(desk: Desk) -> None:
    menu = QMenu(desk.page)
    menu.addAction("Kumquat")
    menu.popup(desk.window.mapToGlobal(QPoint(50, 50)))
    QToolTip.showText(desk.window.mapToGlobal(QPoint(9, 9)), "ornithorynque", desk.window)


def a_second_window(desk: Desk) -> None:
    label = QLabel("ornithorynque", desk.page, Qt.WindowType.Window)
    label.setWindowTitle("Kumquat")
    label.show()


def history(desk: Desk) -> None:
    desk.window.history(1, "Zéphyrine")


OPEN: list[Callable[[Desk], None]] = [nothing, typing, searching, capturing, a_menu, a_second_window, history]


# --- how she leaves ---------------------------------------------------------------------------------------------------


def signal(desktop: str) -> None:
    """A screen saver tells that it is on."""
    message = QDBusMessage.createSignal("/" + desktop.replace(".", "/"), desktop, "ActiveChanged")
    message.setArguments([True])
    QDBusConnection.sessionBus().send(message)


class Login:
    """logind, as far as it is needed: a process that says over D-Bus what it is told to."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("login_service.py")
        self._process = subprocess.Popen([sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdout
        assert self._process.stdout.readline().strip() == b"ready"

    def say(self, what: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{what}\n".encode())
        self._process.stdin.flush()

    def end(self) -> None:
        self._process.terminate()
        self._process.communicate()


def idle(desk: Desk) -> None:
    desk.session.locking._idleness._last -= 10**9
    desk.session.locking._idleness._look()


def slept(desk: Desk) -> None:
    desk.session.locking._desktop._last -= 10**6
    desk.session.locking._desktop._feel_sleep()


WAYS: dict[str, Callable[[Desk], None]] = {
    "hot key": lambda desk: desk.window.commands["lock"].trigger(),
    "idle": idle,
    "slept": slept,
    "session lock": lambda _: signal("org.freedesktop.ScreenSaver"),
    "gnome lock": lambda _: signal("org.gnome.ScreenSaver"),
    "logind lock": lambda desk: desk.login.say("lock"),
    "suspend": lambda desk: desk.login.say("sleep"),
    "user switch": lambda desk: desk.login.say("switch"),
}


def wait(desk: Desk, condition: Callable[[], bool], seconds: float = 20) -> float:
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            return -1
        desk.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    return time.monotonic() - began


def unlock(desk: Desk) -> None:
    desk.page.passphrase.line.setText(PASS)
    desk.page.unlock()
    assert wait(desk, lambda: desk.session.locking.state == "open") >= 0
    desk.settle()


def tell(desk: Desk, way: str, left: str, blank: QImage, already: float = 0.0) -> None:
    """`already`: seconds that have passed since she left."""
    covered = already + wait(desk, lambda: desk.window.is_covered)
    closed = wait(desk, lambda: desk.session.locking.state == "locked")
    desk.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.page.passphrase.line.clearFocus()
    said = {
        "way": way,
        "left": left,
        "covered": covered,
        "closed": covered + closed if min(covered, closed) >= 0 else -1,
        "seen": sorted(seen_anywhere(hidden_too=False)),
        "alive": sorted(seen_anywhere(hidden_too=True)),
        "blank": picture(desk) == blank,
        "dialogs": QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None,
    }
    print(json.dumps(said), flush=True)


def with_a_dialog(desk: Desk, way: str, blank: QImage) -> None:
    """The desktop speaks while a modal dialog waits in an event loop of its own."""
    desk.window.open_entry("contact", 1)
    desk.settle()
    dialog = QFileDialog(desk.window, "Kumquat", str(desk.folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    QTimer.singleShot(100, lambda: WAYS[way](desk))
    QTimer.singleShot(8000, dialog.reject)  # else the test would hang, and not fail
    began = time.monotonic()
    dialog.exec()
    dialog.deleteLater()
    tell(desk, way, "dialog", blank, time.monotonic() - began - 0.1)


def half_way(desk: Desk, way: str, blank: QImage) -> None:
    """The desktop speaks while the passphrase is being worked on, and while the journal opens."""
    for moment in (0.0, 0.003, 0.01, 0.03):
        desk.page.passphrase.line.setText(PASS)
        desk.page.unlock()
        end = time.monotonic() + moment
        while time.monotonic() < end:
            desk.app.processEvents()
        desk.session.locking.lock()
        wait(desk, lambda: desk.session.locking.state == "locked")
        desk.page.come_on_screen()
        tell(desk, way, f"unlocked for {moment * 1000:.0f} ms", blank)


def main(folder: Path) -> None:
    app = make_application()
    words.use("en")
    fill(folder / "hers.db")
    login = Login()
    desk = Desk(app, folder, language="en")
    desk.login = login
    desk.settle()
    desk.page.passphrase.line.clearFocus()
    blank = picture(desk)
    unlock(desk)
    for number, (way, leave) in enumerate(WAYS.items()):
        left = OPEN[number % len(OPEN)]
        left(desk)
        desk.settle() if left is not capturing else app.processEvents()
        assert seen_anywhere(hidden_too=True), "there was something to be seen"
        leave(desk)
        tell(desk, way, left.__name__, blank)
        unlock(desk)
    for way in ("session lock", "suspend", "user switch"):
        with_a_dialog(desk, way, blank)
        unlock(desk)
    desk.session.reminding.tell([Line(1, "reminder", "Kumquat")])
    wait(desk, lambda: False, 1.5)
    desk.session.locking.lock()
    tell(desk, "hot key", "notification", blank)
    half_way(desk, "hot key", blank)
    wait(desk, lambda: False, 0.5)
    desk.close()
    login.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
