"""Reminders on a real notification service, over a session bus of its own."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.actions import entries, reading, reminders
from journal.domain.lines import Line
from journal.domain.reminder import Reminder
from journal.system import paths, settings

NINE = datetime(2026, 11, 23, 9)
ROOT = Path(__file__).resolve().parents[3]
START = "import sys; from journal.app import main; sys.exit(main(sys.argv[1:]))"
SERVICE = Path(__file__).with_name("notification_service.py")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("dbus-daemon"),
    reason="needs dbus-daemon, which this system has not",
)


class Desktop:
    """What the desktop shows, and a hand on its buttons."""

    def __init__(self, service: subprocess.Popen[str]) -> None:
        self._service = service
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        assert self._lines.get(timeout=20) == "ready"

    def _listen(self) -> None:
        assert self._service.stdout
        for line in self._service.stdout:
            self._lines.put(line.strip())

    def shown(self, desk=None, seconds: float = 10) -> dict:
        """The next notification."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if desk is not None:
                desk.app.processEvents()
            try:
                return json.loads(self._lines.get(timeout=0.02))
            except queue.Empty:
                continue
        raise AssertionError("nothing was shown")

    @property
    def nothing_more(self) -> bool:
        time.sleep(0.3)
        return self._lines.empty()

    def press(self, note: dict, label: str) -> None:
        key = next(key for key, text in note["actions"].items() if text == label)
        assert self._service.stdin
        self._service.stdin.write(f"{note['id']} {key}\n")
        self._service.stdin.flush()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert bus.stdout
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
    service = subprocess.Popen([sys.executable, str(SERVICE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield Desktop(service)
    for process in (service, bus):
        process.terminate()
        process.wait(10)
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()


def remind(desk, title, due=NINE, **fields):
    draft = Reminder(title=title, due_at=due, **fields)
    return desk.do(lambda journal: entries.create(journal, draft=draft)).created[0]


def reminder(desk, number) -> Reminder:
    return desk.do(lambda journal: reading.entry(journal, entry_id=number))


def until(desk, condition, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came"
        desk.app.processEvents()
        time.sleep(0.02)


def test_done_pressed_on_the_desktop_reaches_the_journal(desktop, desk):
    number = remind(desk, "Call Nadia")
    desk.session.reminding.watch.start()
    note = desktop.shown(desk)
    assert note["title"] == "Call Nadia"
    desktop.press(note, "Done")
    until(desk, lambda: reminder(desk, number).done_at is not None)
    desk.settle()
    desk.session.reminding.watch.ask()
    desk.settle()
    assert desktop.nothing_more


def test_in_an_hour_puts_it_off_and_it_comes_again(desktop, desk):
    number = remind(desk, "Send the minutes")
    desk.session.reminding.watch.start()
    desktop.press(desktop.shown(desk), "In an hour")
    until(desk, lambda: reminder(desk, number).snoozed_until == NINE + timedelta(hours=1))
    desk.clock.pass_time(hours=1, minutes=1)
    desk.session.reminding.watch.ask()
    assert desktop.shown(desk)["title"] == "Send the minutes"


def test_a_click_opens_the_reminder(desktop, desk):
    number = remind(desk, "Renew FFMAS")
    desk.session.reminding.watch.start()
    note = desktop.shown(desk)
    note["actions"]["default"] = "the whole of it"
    desktop.press(note, "the whole of it")
    until(desk, lambda: desk.window.page == "reminders")
    desk.settle()
    assert desk.page.current_entry() == (number, "Renew FFMAS")


def test_after_an_absence_one_digest_that_opens_today(desktop, desk):
    titles = ("Call Nadia", "Send the minutes", "Renew FFMAS", "Ask Anne", "Rest")
    for hours, title in zip((30, 20, 2, 1, 0), titles, strict=True):
        remind(desk, title, NINE - timedelta(hours=hours))
    remind(desk, "Talk to HR about Zoé", NINE - timedelta(hours=40), confidential=True)
    desk.window.open_page("events")
    desk.session.reminding.watch.start()
    note = desktop.shown(desk)
    assert note["title"] == "6 reminders are due"
    assert note["text"] == "Call Nadia · Send the minutes · Renew FFMAS · Ask Anne · 2 more"
    assert list(note["actions"].values()).count("Open") == 1 and "Done" not in note["actions"].values()
    assert desktop.nothing_more
    desktop.press(note, "Open")
    until(desk, lambda: desk.window.page == "today")
    assert reminder(desk, 1).done_at is None


def test_a_few_that_come_at_one_moment_have_their_buttons_each(desktop, desk):
    for title in ("One", "Two", "Three"):
        remind(desk, title)
    desk.session.reminding.watch.start()
    assert [desktop.shown(desk)["title"] for _ in range(3)] == ["One", "Two", "Three"]


def test_a_button_of_an_older_notification_does_nothing_to_the_next_occurrence(desktop, desk):
    number = remind(desk, "Every day", repeats="FREQ=DAILY")
    desk.session.reminding.watch.start()
    note = desktop.shown(desk)
    desk.do(lambda journal: reminders.mark_done(journal, entry_id=number))
    for label in ("Done", "In an hour"):
        desktop.press(note, label)
        end = time.monotonic() + 1.5
        until(desk, lambda end=end: time.monotonic() > end)
    desk.settle()
    assert reminder(desk, number).comes_at == NINE + timedelta(days=1)


def test_while_the_journal_is_locked_no_word_of_hers_is_shown(desktop, desk):
    desk.session.reminding.be_discreet(True)
    for title in ("Thank Élodie", "Ask Anne"):
        remind(desk, title, NINE - timedelta(hours=1))
    desk.session.reminding.watch.start()
    shown = desktop.shown(desk)
    assert shown["title"] == "2 reminders are due" and not shown["text"]


def test_a_confidential_one_shows_no_words_of_hers(desktop, desk):
    line = Line(1, "reminder", "Talk to HR about Ann", "Ann", "2026-11-23T08:00", confidential=True)
    desk.session.reminding.tell([line])
    assert "Ann" not in str(desktop.shown(desk))


def test_no_one_shows_words_of_hers_where_she_wishes_it_so(desktop, desk):
    desk.window.open_page("settings")
    desk.settle()
    desk.page.hide_reminders.click()
    desk.session.reminding.tell([Line(1, "reminder", "Thank Élodie", "Élodie", "2026-11-23T08:00")])
    shown = desktop.shown(desk)
    assert shown["title"] == "You have a reminder"
    assert "lodie" not in str(shown) and "Done" in shown["actions"].values()


def test_the_schedulers_command_shows_each_once(desktop, tmp_path):
    def run(*typed: str) -> str:
        options = ["--journal", str(tmp_path / "mine.db"), "--now", "2026-11-23T09:00", "--language", "en"]
        command = [sys.executable, "-c", START, *options, *typed]
        done = subprocess.run(command, cwd=ROOT, env=os.environ.copy(), capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("new", "reminder", "--title", "Thank Élodie", "--due-at", "2026-11-23T08:30")
    run("remind")
    assert desktop.shown()["title"] == "Thank Élodie"
    run("remind")
    assert desktop.nothing_more
    run("new", "reminder", "--title", "Ask Anne", "--due-at", "2026-11-23T08:45")
    settings.write(paths.settings_file(), settings.Settings(hide_reminders=True))
    run("remind")
    assert "Anne" not in str(desktop.shown())
