"""Copies of the journal: at once from the menu and the settings, and by themselves."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal


def back_up_now(context: ScreenContext, owner: QObject) -> None:
    """Makes a verified copy beside the journal and says where it is, with a button that opens its folder."""
    say = QCoreApplication.translate

    def work(journal: Journal) -> Path:
        from journal.actions import safety

        return safety.backup(journal)

    def tell(file: Path) -> None:
        text = say("BackingUp", "A verified copy was made: {file}").format(file=file.name)
        context.notices.tell(text, action=say("BackingUp", "Show"), act=lambda: show_folder(file.parent))

    context.jobs.aside(owner, work, tell)


def back_up_if_changed(journal: Journal) -> None:
    """Work for a thread: a verified copy where something changed since the last one."""
    from journal.actions import safety

    safety.back_up_if_changed(journal)


def newest_copy(journal: Journal) -> datetime | None:
    """Work for a thread: when the newest copy was made."""
    from journal.actions import safety

    copy = safety.newest_backup(journal.path)
    return copy.made_at if copy else None


def show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
