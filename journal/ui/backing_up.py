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

    second = context.settings.now.second_folder

    def work(journal: Journal) -> Path:
        from journal.actions import safety

        made = safety.backup(journal)
        if second:
            safety.copy_to_second(journal, folder=Path(second))
        return made

    def tell(file: Path) -> None:
        text = say("BackingUp", "A verified copy was made: {file}").format(file=file.name)
        context.notices.tell(text, action=say("BackingUp", "Show"), act=lambda: show_folder(file.parent))

    context.jobs.aside(owner, work, tell)


def back_up_if_changed(journal: Journal, second: str = "") -> None:
    """Work for a thread: a verified copy where something changed since the last one, and the newest brought to the
    second folder, if one is named and there."""
    from journal.actions import safety

    safety.back_up_if_changed(journal)
    if second:
        safety.copy_to_second(journal, folder=Path(second))


def look_after_a_bad_end(journal: Journal) -> list[str]:
    """Work for a thread: the codes of what a full check finds wrong, where the program ended without closing."""
    from journal.actions import safety

    return [problem.code for problem in safety.check(journal).problems] if journal.ended_badly else []


def newest_copy(journal: Journal) -> datetime | None:
    """Work for a thread: when the newest copy was made."""
    from journal.actions import safety

    copy = safety.newest_backup(journal.path)
    return copy.made_at if copy else None


def show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def advice(keeper: str) -> str:
    """Why the journal should lie elsewhere; "" where its folder is as good as any."""
    from journal.system.places import NETWORK

    say = QCoreApplication.translate
    if keeper == NETWORK:
        return say(
            "BackingUp",
            "The journal lies on a network drive, where it can be damaged: a folder of this computer is better.",
        )
    if keeper:
        text = say(
            "BackingUp",
            "The journal lies in a folder that {keeper} keeps in step, and may replace it while it is open: another"
            " folder is better, with {keeper} as the second place for copies.",
        )
        return text.format(keeper=keeper)
    return ""
