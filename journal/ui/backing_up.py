"""Back up now, from the menu and from the settings."""

from __future__ import annotations

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


def show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
