"""The icon beside the clock: how many reminders are due today and which, and a quick way in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from journal.domain.lines import Line
from journal.ui import icons, theme
from journal.ui.widgets.menu import Menu

LONGEST = 60  # characters of a reminder in the menu


class Tray(QObject):
    """Signals: `request_open()`, `request_capture()`, `request_quit()`, `message_clicked()`; of a reminder in the menu
    `request_reminder(Line)` to see it, and `request_answer(Line, str)`: "done", "later" for an hour, "morning"."""

    request_open = Signal()
    request_capture = Signal()
    request_quit = Signal()
    message_clicked = Signal()
    request_reminder = Signal(object)
    request_answer = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = -1
        self._due: list[tuple[Line, str]] = []
        self._stale = False
        self._menus: list[QMenu] = []
        self._menu = Menu()
        self._menu.aboutToHide.connect(self._make_anew, Qt.ConnectionType.QueuedConnection)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._clicked)
        self._icon.messageClicked.connect(self.message_clicked)
        self.retranslate()
        self.show_due(0, [])
        self._icon.show()

    @property
    def menu(self) -> Menu:
        return self._menu

    def retranslate(self) -> None:
        if self._menu.isVisible():
            self._stale = True  # nothing moves under her hand
            return
        say = QCoreApplication.translate
        self._menu.clear()
        while self._menus:
            self._menus.pop().deleteLater()
        for line, text in self._due:
            self._add_reminder(line, text)
        if self._count > len(self._due):
            more = say("Tray", "%n more for today…", None, self._count - len(self._due))
            self._menu.addAction(icons.icon("bell"), more, lambda: self.request_reminder.emit(Line(0, "reminder", "")))
        if self._due:
            self._menu.addSeparator()
        self._menu.addAction(icons.icon("folder-open"), say("Tray", "Open"), self.request_open.emit)
        self._menu.addAction(icons.icon("sparkles"), say("Tray", "Capture in one line…"), self.request_capture.emit)
        self._menu.addSeparator()
        self._menu.addAction(icons.icon("log-out"), say("Tray", "Quit"), self.request_quit.emit)
        self._say_count()

    def _add_reminder(self, line: Line, text: str) -> None:
        say = QCoreApplication.translate
        menu = self._menu.addMenu(icons.icon("bell"), _short(text).replace("&", "&&"))
        self._menus.append(menu)
        answer = self.request_answer.emit
        menu.addAction(icons.icon("check"), say("Tray", "Done"), partial(answer, line, "done"))
        menu.addAction(icons.icon("clock"), say("Tray", "In an hour"), partial(answer, line, "later"))
        menu.addAction(icons.icon("clock"), say("Tray", "Tomorrow morning"), partial(answer, line, "morning"))
        menu.addSeparator()
        menu.addAction(icons.icon("folder-open"), say("Tray", "Open"), partial(self.request_reminder.emit, line))

    def show_due(self, count: int, lines: Sequence[tuple[Line, str]]) -> None:
        """`count`: reminders due today and not done; `lines`: the first of them, each with what the menu says of it."""
        if count != self._count:
            self._count = count
            self._icon.setIcon(_badge(count))
        elif list(lines) == self._due:
            return
        self._due = list(lines)
        self.retranslate()

    def _make_anew(self) -> None:
        if self._stale:
            self._stale = False
            self.retranslate()

    def _say_count(self) -> None:
        name = QCoreApplication.translate("Tray", "Networking Journal")
        due = QCoreApplication.translate("Tray", "%n reminder(s) for today", None, max(0, self._count))
        self._icon.setToolTip(f"{name} · {due}" if self._count > 0 else name)

    def message(self, title: str, text: str) -> None:
        """A balloon, where the desktop has no notifications of its own."""
        self._icon.showMessage(title, text, icons.app_icon(), 10_000)

    def close(self) -> None:
        self._icon.hide()
        self._menu.deleteLater()

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.request_open.emit()


def _short(text: str) -> str:
    """What is too long loses the end of its title; when it is due stays."""
    title, dot, when = text.rpartition(" · ")
    if len(text) <= LONGEST or len(when) > LONGEST // 2:
        return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
    return f"{title[: LONGEST - len(dot + when) - 1].rstrip()}…{dot}{when}"


def available() -> bool:
    return QSystemTrayIcon.isSystemTrayAvailable()


def _badge(count: int) -> QIcon:
    """The program's icon with a number in its corner; none for zero."""
    if count <= 0:
        return icons.app_icon()
    icon = QIcon()
    colours = theme.colours()
    for side in (16, 24, 32, 48, 64):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.app_icon().paint(painter, QRect(0, 0, side, side))
        disc = QRect(side * 7 // 16, side * 7 // 16, side * 9 // 16, side * 9 // 16)
        painter.setBrush(QColor(colours.warn))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(disc)
        font = QFont(theme.font("strong"))
        font.setPixelSize(max(7, disc.height() * 7 // 10))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(count) if count < 10 else "9+")
        painter.end()
        icon.addPixmap(picture)
    return icon
