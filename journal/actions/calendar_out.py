"""A calendar of what is to come, kept up to date in a folder of hers for Outlook or a telephone to follow."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from journal.actions.take_out import chosen
from journal.domain.entry import Entry
from journal.domain.errors import UserFacingError
from journal.store.journal import Journal
from journal.system.files import written_whole
from journal.system.settings import Settings

FILE_NAME = "networking-journal.ics"
KEPT_DAYS = 31  # of planned events that are past

_REMINDERS = "SELECT id FROM entry WHERE kind = 'reminder' AND state = 'open' AND deleted_at IS NULL ORDER BY id"
_EVENTS = """SELECT id FROM entry WHERE kind = 'event' AND state IN ('planned', 'maybe') AND deleted_at IS NULL
    AND date >= ? ORDER BY id"""


def keep_if_wanted(journal: Journal, settings: Settings) -> bool:
    """Renews the calendar where she wants one of this journal; whether anything was written."""
    if not settings.calendar_folder or settings.calendar_of != str(journal.path):
        return False
    return keep(journal, folder=Path(settings.calendar_folder), include_confidential=settings.calendar_confidential)


def keep(journal: Journal, *, folder: Path, include_confidential: bool = False) -> bool:
    """Writes the calendar whole, beside and then in its place, where it has changed.

    Raises UserFacingError where the folder is gone or the disk refuses; it is written the next time then.
    """
    if not folder.is_dir():
        raise UserFacingError("calendar_folder_gone", folder=str(folder))
    from journal.exchange import calendar_plan

    data = calendar_plan.write(_to_come(journal, include_confidential))
    file = folder / FILE_NAME
    if _present(file) == data:
        return False
    with written_whole(file) as stream:
        stream.write(data)
    return True


def _to_come(journal: Journal, include_confidential: bool) -> list[Entry]:
    since = (journal.clock.now().date() - timedelta(days=KEPT_DAYS)).isoformat()
    with journal.reading(everything=True) as sql:
        ids = [row[0] for row in sql.execute(_REMINDERS)] + [row[0] for row in sql.execute(_EVENTS, (since,))]
        return list(chosen(journal, sql, ("event", "reminder"), include_confidential).discreet(ids))


def _present(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
