"""The calendar that is kept in her folder: what Outlook will find there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import icalendar as library
import pytest

from journal.actions import calendar_out, entries, reminders
from journal.domain.errors import UserFacingError
from journal.domain.event import Event
from journal.domain.reminder import Reminder
from journal.store.journal import Journal
from journal.system.settings import Settings
from tests.actions.conftest import MovableClock


def kept(folder: Path) -> list:
    calendar = library.Calendar.from_ical((folder / calendar_out.FILE_NAME).read_bytes())
    assert not [error for part in calendar.walk() for error in part.errors]
    assert not calendar.walk("VTODO")
    return calendar.walk("VEVENT")


def make(journal: Journal, *drafts) -> list[int]:
    return list(entries.create_many(journal, drafts=drafts).created)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "OneDrive" / "à partager"
    made.mkdir(parents=True)
    return made


def test_open_reminders_and_planned_events_are_there_and_nothing_else(journal: Journal, folder: Path) -> None:
    numbers = make(
        journal,
        Reminder(title="Appeler Claire", due_at=datetime(2026, 11, 24, 9)),
        Reminder(title="Faite", due_at=datetime(2026, 11, 20, 9)),
        Reminder(title="Jetée", due_at=datetime(2026, 11, 24, 9)),
        Reminder(title="Secret", due_at=datetime(2026, 11, 24, 9), confidential=True),
        Event(title="Journée FFMAS", starts_at=datetime(2026, 12, 3, 9), ends_at=datetime(2026, 12, 3, 17)),
        Event(title="Passé", starts_at=datetime(2026, 10, 3, 9), status="attended"),
        Event(title="Annulé", starts_at=datetime(2026, 12, 4, 9), status="cancelled"),
    )
    reminders.mark_done(journal, entry_id=numbers[1])
    entries.delete(journal, ids=[numbers[2]])
    assert calendar_out.keep(journal, folder=folder)
    found = {str(event["SUMMARY"]): event for event in kept(folder)}
    assert set(found) == {"Appeler Claire", "Journée FFMAS"}
    call = found["Appeler Claire"]
    assert (call.start, call.end) == (datetime(2026, 11, 24, 9), datetime(2026, 11, 24, 9, 15))
    assert call.walk("VALARM") and call["TRANSP"] == "TRANSPARENT"
    assert calendar_out.keep(journal, folder=folder, include_confidential=True)
    assert "Secret" in {str(event["SUMMARY"]) for event in kept(folder)}


def test_it_is_written_only_where_something_changed(journal: Journal, folder: Path, clock: MovableClock) -> None:
    [number] = make(journal, Reminder(title="Appeler", due_at=datetime(2026, 11, 24, 9)))
    assert calendar_out.keep(journal, folder=folder)
    clock.pass_time(minutes=10)
    assert not calendar_out.keep(journal, folder=folder)
    reminders.snooze(journal, entry_id=number, until=datetime(2026, 11, 25, 14))
    assert calendar_out.keep(journal, folder=folder)
    assert [event.start for event in kept(folder)] == [datetime(2026, 11, 25, 14)]
    assert [file.name for file in folder.iterdir()] == [calendar_out.FILE_NAME]


def occurrences(folder: Path, until: datetime) -> list[datetime]:
    """As a program that follows RFC 5545 to the letter would show them."""
    from dateutil.rrule import rrulestr

    found = []
    for event in kept(folder):
        if "RRULE" in event:
            series = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event.start)
            found += series.between(event.start, until, inc=True)
        else:
            found.append(event.start)
    return sorted(found)


@pytest.mark.parametrize(
    ("rule", "first", "days"),
    [
        ("FREQ=MONTHLY", datetime(2026, 11, 30, 9), ["12-30", "01-30", "02-28", "03-30"]),
        ("FREQ=MONTHLY;INTERVAL=3", datetime(2026, 11, 30, 9), ["02-28", "05-30", "08-30", "11-30"]),
        ("FREQ=WEEKLY;COUNT=4", datetime(2026, 11, 24, 9), ["12-01", "12-08", "12-15"]),
        ("FREQ=DAILY;UNTIL=20261127", datetime(2026, 11, 24, 9), ["11-25", "11-26", "11-27"]),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", datetime(2026, 12, 8, 9), ["01-12", "02-09"]),
        ("FREQ=MONTHLY;COUNT=3", datetime(2026, 12, 8, 9), ["01-08", "02-08"]),
    ],
)
def test_a_series_that_has_begun_says_what_is_left_of_it(
    journal: Journal, folder: Path, rule: str, first: datetime, days: list[str]
) -> None:
    [number] = make(journal, Reminder(title="Rapport", due_at=first, repeats=rule))
    reminders.mark_done(journal, entry_id=number)
    calendar_out.keep(journal, folder=folder)
    assert [f"{day:%m-%d}" for day in occurrences(folder, datetime(2028, 1, 1))][: len(days) + 1][:4] == days[:4]
    assert ("COUNT" not in rule and "UNTIL" not in rule) or len(occurrences(folder, datetime(2028, 1, 1))) == len(days)


def test_29_february_comes_each_year(journal: Journal, folder: Path) -> None:
    make(journal, Reminder(title="Anniversaire", due_at=datetime(2028, 2, 29, 9), repeats="FREQ=YEARLY"))
    calendar_out.keep(journal, folder=folder)
    assert [f"{day:%Y-%m-%d}" for day in occurrences(folder, datetime(2031, 1, 1))] == [
        "2028-02-29",
        "2029-02-28",
        "2030-02-28",
    ]


def test_one_that_is_moved_or_put_off_leaves_the_others_where_they_are(journal: Journal, folder: Path) -> None:
    [number] = make(
        journal, Reminder(title="Point", due_at=datetime(2026, 11, 16, 9, 30), repeats="FREQ=WEEKLY;BYDAY=MO")
    )
    reminders.mark_done(journal, entry_id=number)
    entries.save(journal, entry_id=number, fields={"due_at": datetime(2026, 11, 25, 14)})
    calendar_out.keep(journal, folder=folder)
    assert occurrences(folder, datetime(2026, 12, 8)) == [
        datetime(2026, 11, 25, 14),
        datetime(2026, 11, 30, 9, 30),
        datetime(2026, 12, 7, 9, 30),
    ]
    assert len({str(event["UID"]) for event in kept(folder)}) == 2


def test_a_folder_that_is_gone_is_said_and_written_to_once_it_is_back(journal: Journal, folder: Path) -> None:
    make(journal, Reminder(title="Appeler", due_at=datetime(2026, 11, 24, 9)))
    folder.rmdir()
    with pytest.raises(UserFacingError, match="calendar_folder_gone"):
        calendar_out.keep(journal, folder=folder)
    assert not folder.exists()
    folder.mkdir()
    assert calendar_out.keep(journal, folder=folder)


def test_only_the_journal_it_was_chosen_for_is_kept_there(journal: Journal, folder: Path) -> None:
    other = Settings(calendar_folder=str(folder), calendar_of="/somewhere/else.db")
    assert not calendar_out.keep_if_wanted(journal, other)
    mine = Settings(calendar_folder=str(folder), calendar_of=str(journal.path))
    assert calendar_out.keep_if_wanted(journal, mine)
