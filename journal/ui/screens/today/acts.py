"""What one press on Today does. Each is one change, told in passing with an Undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject

from journal.domain.changes import Changes
from journal.domain.contact import review_again
from journal.domain.lines import Line
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.when import near, near_day


class Acts(QObject):
    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def mark_done(self, line: Line) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import reminders

            return reminders.mark_done(journal, entry_id=line.id, occurrence=line.date)

        self._write(write, self.tr("Done: {title}").format(title=line.title))

    def snooze(self, line: Line, until: datetime) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import reminders

            return reminders.snooze(journal, entry_id=line.id, until=until, occurrence=line.date)

        when = near(until.isoformat(), self._context.clock.now(), self._context.locale)
        self._write(write, self.tr("It comes back: {when}").format(when=when))

    def log_exchange(self, line: Line, kind: str) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import contacts

            return contacts.log_exchange(journal, contact_id=line.id, type=kind)

        said = words.say(f"event.type.{kind}").lower()
        self._write(write, self.tr("Noted for today with {name}: {type}").format(name=line.title, type=said))

    def pause(self, line: Line, until: date | None) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import rhythms

            return rhythms.pause(journal, contact_id=line.id, until=until)

        self._write(write, self.tr("Paused: {name}").format(name=line.title))

    def reread(self, line: Line, answer: str) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import rereading

            return rereading.answer(journal, entry_id=line.id, answer=answer)

        told = {
            "read": self.tr("Read again: {title}"),
            "applied": self.tr("Applied: {title}. Well done."),
            "not_now": self.tr("Another day: {title}"),
        }
        self._write(write, told[answer].format(title=line.title))

    def put_review_off(self) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import review

            return review.put_off(journal)

        today = self._context.clock.now().date()
        when = near_day(review_again(today), today, self._context.locale)
        self._write(write, self.tr("It comes back: {when}").format(when=when))

    def confirm(self, line: Line, *, happened: bool) -> None:
        """Whether a planned event took place."""
        status = "attended" if happened else "cancelled"

        def write(journal: Journal) -> Changes:
            from journal.actions import entries

            return entries.save(journal, entry_id=line.id, fields={"status": status})

        told = self.tr("Noted as attended: {title}") if happened else self.tr("Noted as cancelled: {title}")
        self._write(write, told.format(title=line.title))

    def _write(self, write: Callable[[Journal], Changes], told: str) -> None:
        self._context.jobs.write(self, write, lambda _: self._context.notices.tell(told, undo=True))
