"""The calendar in her folder follows what she does in the window and on the command line."""

import time
from datetime import datetime, timedelta

import pytest

from journal.actions import entries
from journal.actions.calendar_out import FILE_NAME
from journal.domain.reminder import Reminder
from journal.system import paths, settings

NINE = datetime(2026, 11, 23, 9)


def make(title):
    draft = Reminder(title=title, due_at=NINE + timedelta(days=1))
    return lambda journal: entries.create(journal, draft=draft)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "shared"
    made.mkdir()
    return made


def until_written(desk, file, text):
    end = time.monotonic() + 15
    while not (file.exists() and text in file.read_text()):
        assert time.monotonic() < end, "it was not written"
        desk.settle()


def test_choosing_a_folder_writes_it_and_each_change_renews_it(desk, folder):
    desk.session._calendar._timer.setInterval(10)
    desk.do(make("Call Nadia"))
    desk.window.open_page("settings")
    desk.settle()
    desk.page.calendar.use_folder(folder)
    desk.settle()
    assert "Call Nadia" in (folder / FILE_NAME).read_text()
    assert FILE_NAME in desk.page.calendar.said.text()
    desk.session.jobs.write(desk.window, make("Send the minutes"))
    until_written(desk, folder / FILE_NAME, "Send the minutes")
    desk.page.calendar.stop.click()
    assert desk.settings.now.calendar_folder == "" and (folder / FILE_NAME).exists()


def test_a_folder_that_goes_is_said_once_and_filled_when_it_is_back(desk, folder):
    desk.session._calendar._timer.setInterval(10)
    desk.settings.change(calendar_folder=str(folder), calendar_of=str(desk.file))
    folder.rmdir()
    for title in ("One", "Two"):
        desk.session.jobs.write(desk.window, make(title))
        end = time.monotonic() + 1
        while time.monotonic() < end:
            desk.settle()
    assert len([text for text in desk.said() if str(folder) in text]) == 1
    folder.mkdir()
    desk.session.jobs.write(desk.window, make("Three"))
    until_written(desk, folder / FILE_NAME, "Three")
    assert "One" in (folder / FILE_NAME).read_text()


def test_what_is_still_waiting_is_written_when_she_quits(make_window, folder):
    desk = make_window()
    desk.settings.change(calendar_folder=str(folder), calendar_of=str(desk.file))
    desk.session.jobs.write(desk.window, make("At the last moment"))
    desk.settle()
    assert not (folder / FILE_NAME).exists()
    desk.close()
    assert "At the last moment" in (folder / FILE_NAME).read_text()


def test_the_command_line_renews_it_too_and_says_where_it_cannot(folder, tmp_path, capsys):
    from journal.cli import main

    file = tmp_path / "mine.db"
    settings.write(paths.settings_file(), settings.Settings(calendar_folder=str(folder), calendar_of=str(file)))
    typed = ["--journal", str(file), "--language", "en", "new", "reminder", "--title", "Ask Anne", "--due-at"]
    assert main([*typed, "2026-12-01 10:00"]) == 0
    assert "Ask Anne" in (folder / FILE_NAME).read_text()
    (folder / FILE_NAME).unlink()
    folder.rmdir()
    assert main([*typed, "2026-12-01 11:00"]) == 0
    assert str(folder) in capsys.readouterr().err
