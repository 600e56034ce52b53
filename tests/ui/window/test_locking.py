"""The lock of the window: setting a passphrase with its sheet, locking, unlocking, and everything in between."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.actions import entries, reading
from journal.actions import reminders as reminding
from journal.domain.contact import Contact
from journal.domain.reminder import Reminder
from journal.store import vault
from tests.faults.children import CHEAP, PASS

OTHER = "quelque chose de neuf"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a guess costs is measured elsewhere; here it would cost each test seconds."""
    monkeypatch.setattr(vault, "calibrated", lambda: CHEAP)


def until(desk: Any, state: str, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while desk.session.locking.state != state:
        assert time.monotonic() < end, desk.session.locking.state
        desk.app.processEvents()
        time.sleep(0.002)
    desk.settle()


def type_passphrase(desk: Any, text: str) -> None:
    desk.page.passphrase.line.setText(text)
    QTest.keyClick(desk.page.passphrase.line, Qt.Key.Key_Return)
    desk.settle()


@pytest.fixture
def locked(make_window: Callable[..., Any], tmp_path: Any) -> Any:
    """A window that was started on an encrypted journal with one contact."""
    from journal.store.journal import open_journal
    from tests.journals import MovableClock

    journal = open_journal(tmp_path / "hers.db", clock=MovableClock())
    reading.set_setting(journal, "started", "yes")
    entries.create(journal, draft=Contact(given_name="Zéphyrine"))
    journal.close()
    vault.encrypt(tmp_path / "hers.db", prepared := vault.prepare(PASS, cost=CHEAP))
    desk = make_window()
    desk.prepared = prepared
    desk.do_locked = lambda work: desk.do(work, vault.unlock(desk.file, PASS))
    return desk


@pytest.fixture
def unlocked(locked: Any) -> Any:
    type_passphrase(locked, PASS)
    until(locked, "open")
    return locked


# --- setting one ----------------------------------------------------------------------------------------------------


def choose(desk: Any, passphrase: str, again: str | None = None) -> None:
    card = desk.page.cards[-1]
    card.typed.first.line.setText(passphrase)
    card.typed.again.line.setText(passphrase if again is None else again)
    card.go_on.click()
    desk.settle()


def type_back(desk: Any, *places: int) -> None:
    card = desk.page.cards[-1]
    groups = card.code.split("-")
    card.typed_back.setText(" ".join(groups[place] for place in places))
    card.encrypt.click()


def test_the_command_offers_to_set_one_and_the_sheet_is_tried_first(desk: Any) -> None:
    desk.do(lambda journal: entries.create(journal, draft=Contact(given_name="Zéphyrine")))
    desk.press_ctrl(Qt.Key.Key_L)
    assert desk.window.page == "passphrase"
    for wrong in (("short", None), (PASS, PASS.upper())):
        choose(desk, *wrong)
        assert desk.page.cards[-1].typed.problem.isVisible()
    choose(desk, PASS)
    code = desk.page.cards[-1].code
    type_back(desk, 0, 1)
    assert desk.page.cards[-1].problem.isVisible()
    assert not vault.is_locked(desk.file), "nothing is encrypted before the sheet was tried"
    type_back(desk, 1, 6)
    assert desk.window.page == "working"
    until(desk, "open")
    assert (desk.window.page, desk.session.locking.encrypted) == ("passphrase", True)
    assert vault.unlock_by_recovery(desk.file, code).secret == vault.unlock(desk.file, PASS).secret
    desk.window.open_page("contacts")
    desk.settle()
    assert desk.page.model.line(0).title == "Zéphyrine"


def test_what_cannot_be_rewritten_stays_as_it_was_and_is_said(desk: Any) -> None:
    desk.press_ctrl(Qt.Key.Key_L)
    choose(desk, PASS)
    other = desk.open()
    try:
        reading.get_setting(other, "x", "")
        type_back(desk, 1, 6)
        until(desk, "open", 40)
    finally:
        other.close()
    assert not vault.is_locked(desk.file)
    assert any("in use" in text for text in desk.said())
    assert not desk.window.is_covered


def test_changing_a_new_key_and_removing(unlocked: Any) -> None:
    desk = unlocked
    desk.window.open_page("passphrase")
    desk.settle()
    card = next(card for card in desk.page.cards if hasattr(card, "present"))
    for present, told in (("not it at all", "not the passphrase"), (PASS, "")):
        card.present.line.setText(present)
        card.typed.first.line.setText(OTHER)
        card.typed.again.line.setText(OTHER)
        card.button.click()
        desk.settle()
        assert told in card.typed.problem.text()
    assert vault.unlock(desk.file, OTHER)
    desk.page.begin_new_key()
    desk.settle()
    choose(desk, PASS)
    type_back(desk, 1, 6)
    until(desk, "open")
    key = vault.unlock(desk.file, PASS)
    assert key.id != desk.prepared.key.id
    remove = next(card for card in desk.page.cards if hasattr(card, "really"))
    remove.button.click()
    remove.really.click()
    until(desk, "open")
    assert not desk.session.locking.encrypted
    assert desk.do(lambda journal: len(reading.page(journal, kind="contact", wanted=reading.Wanted()))) == 1


# --- unlocking ------------------------------------------------------------------------------------------------------


def test_a_locked_journal_asks_and_a_wrong_answer_is_one_kind_sentence(locked: Any) -> None:
    assert locked.window.page == "locked"
    assert not locked.session.jobs.is_open
    type_passphrase(locked, "not it")
    assert "not the passphrase" in locked.page.problem.text()
    assert locked.page.passphrase.text() == ""
    type_passphrase(locked, PASS)
    until(locked, "open")
    assert locked.window.page == "today"


def test_by_the_recovery_sheet(locked: Any) -> None:
    locked.page.sheet_button.click()
    code = locked.prepared.recovery_code
    type_passphrase(locked, code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert "Group 8" in locked.page.problem.text()
    assert locked.page.passphrase.text() != "", "not to be typed all again"
    type_passphrase(locked, code.lower())
    until(locked, "open")
    assert locked.window.page == "today"


def test_the_passphrase_can_be_looked_at_and_capitals_are_told(locked: Any) -> None:
    field = locked.page.passphrase
    assert field.line.echoMode() == field.line.EchoMode.Password
    field.eye.click()
    assert field.line.echoMode() == field.line.EchoMode.Normal
    QTest.keyClick(field.line, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert not field.capitals.isVisible()
    QTest.sendKeyEvent(QTest.KeyAction.Click, field.line, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    assert field.capitals.isVisible()


def test_nothing_can_be_done_while_it_is_locked(locked: Any) -> None:
    for command in ("capture", "bring_in", "undo", "settings", "trash", "new_contact", "backup", "confidential"):
        locked.window.commands[command].trigger()
        assert locked.window.page == "locked", command
    locked.window.open_entry("contact", 1)
    locked.window.new_entry("contact")
    locked.session.open_reminder(1)
    locked.session.capture()
    locked.settle()
    assert locked.window.page == "locked"
    assert locked.window.commands["quit"].isEnabled()


# --- locking --------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_in_the_journal_and_she_comes_back_to_where_she_was(unlocked: Any) -> None:
    desk = unlocked
    desk.window.open_entry("contact", 1)
    desk.settle()
    desk.page.pane.form.field("role").set_value("Secretary")
    desk.page.pane.form.field("role").edited.emit()
    desk.press_ctrl(Qt.Key.Key_L)
    until(desk, "locked")
    assert desk.do_locked(lambda journal: reading.entry(journal, entry_id=1).role) == "Secretary"
    assert desk.window.page == "locked"
    type_passphrase(desk, PASS)
    until(desk, "open")
    assert desk.window.page == "contacts"


def test_what_the_journal_refuses_is_kept_as_a_draft(unlocked: Any) -> None:
    from journal.domain.entry import LabelledValue

    desk = unlocked
    desk.window.open_entry("contact", 1)
    desk.settle()
    desk.page.pane.form.field("emails").set_value((LabelledValue("half an addr"),))
    desk.page.pane.form.field("emails").edited.emit()
    desk.session.locking.lock()
    until(desk, "locked")
    assert "half an addr" in desk.do_locked(lambda journal: reading.get_setting(journal, "draft.contact.1", ""))


def test_the_key_is_forgotten_and_the_journal_closed(unlocked: Any) -> None:
    journal = unlocked.session.jobs._journal
    key = journal.key
    unlocked.session.locking.lock()
    until(unlocked, "locked")
    assert key.secret == bytes(32)
    assert journal._closed
    assert not unlocked.file.with_name("hers.db-wal").exists()


def test_a_lock_while_it_is_being_unlocked_wins(locked: Any) -> None:
    desk = locked
    for moment in range(6):
        desk.page.passphrase.line.setText(PASS)
        desk.page.unlock()
        end = time.monotonic() + moment * 0.01
        while time.monotonic() < end:
            desk.app.processEvents()
        desk.session.locking.lock()
        until(desk, "locked")
        assert desk.window.page == "locked"
        assert not desk.session.jobs.is_open
        desk.page.come_on_screen()
    type_passphrase(desk, PASS)
    until(desk, "open")
    assert desk.window.page == "today"


def test_the_passphrase_typed_while_it_is_still_being_locked(unlocked: Any) -> None:
    desk = unlocked
    desk.session.jobs.write(desk.session, lambda _: time.sleep(0.3))
    desk.session.locking.lock()
    assert desk.session.locking.state == "closing"
    desk.page.passphrase.line.setText(PASS)
    desk.page.unlock()
    until(desk, "open")
    assert desk.window.page == "today"


def test_work_under_way_is_finished_first_and_what_comes_later_waits(unlocked: Any) -> None:
    desk = unlocked
    done: list[str] = []
    desk.session.jobs.write(desk.session, lambda _: time.sleep(0.2), lambda _: done.append("write"))
    desk.session.jobs.aside(desk.session, lambda _: time.sleep(0.4), lambda _: done.append("aside"))
    desk.session.locking.lock()
    until(desk, "locked")
    assert done == ["write"], "what is left of the others is dropped"
    later = lambda journal: entries.create(journal, draft=Contact(given_name="Later"))  # noqa: E731
    desk.session.jobs.write(desk.session, later, lambda _: done.append("later"))
    assert not desk.session.jobs.is_open
    desk.page.passphrase.line.setText(PASS)
    desk.page.unlock()
    until(desk, "open")
    assert done == ["write", "later"]


def test_locked_unlocked_and_closed_many_times(unlocked: Any) -> None:
    desk = unlocked
    for page in ("contacts", "events", "today", "settings", "history", "looking_back"):
        if page != "history":
            desk.window.open_page(page)
        desk.session.locking.lock()
        desk.session.locking.lock()
        until(desk, "locked")
        type_passphrase(desk, PASS)
        until(desk, "open")
    assert not desk.crashes


def test_closing_the_program_while_it_is_locked_or_locking(unlocked: Any) -> None:
    unlocked.session.jobs.write(unlocked.session, lambda _: time.sleep(0.2))
    unlocked.session.locking.lock()
    unlocked.close()
    assert not unlocked.file.with_name("hers.db-wal").exists()


def test_reminders_while_locked_say_only_that_there_is_one(unlocked: Any) -> None:
    desk = unlocked
    now = desk.clock.now()
    for hours in (1, 1, 2):
        draft = Reminder(title="Kumquat", due_at=now + timedelta(hours=hours))
        desk.session.jobs.write(desk.session, lambda journal, draft=draft: entries.create(journal, draft=draft))
    desk.settle()
    fell: list[int] = []
    desk.session.locking.reminder_fell_due.connect(lambda: fell.append(1))
    desk.session.locking.lock()
    until(desk, "locked")
    desk.session.locking._look_at_times()
    assert fell == []
    desk.clock.pass_time(hours=1)
    desk.session.locking._look_at_times()
    assert fell == [1], "once for those of one moment"
    assert desk.session.locking._due == [datetime(2026, 11, 23, 11)], "times, and nothing else"
    shown = desk.do_locked(reminding.to_show)
    assert [line.title for line in shown] == ["Kumquat", "Kumquat"], "they are shown whole once it is open"


def test_it_locks_itself_when_nothing_is_done(unlocked: Any) -> None:
    desk = unlocked
    idleness = desk.session.locking._idleness
    assert idleness._limit == 5 * 60_000
    idleness._last -= 5 * 60_000 - 2_000
    handle = desk.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    idleness._look()
    idleness._last -= 5 * 60_000 - 2_000
    idleness._look()
    assert desk.session.locking.state == "open"
    idleness._last -= 2_000
    idleness._look()
    until(desk, "locked")


def test_the_time_is_hers_to_choose(unlocked: Any) -> None:
    desk = unlocked
    desk.window.open_page("settings")
    desk.settle()
    assert desk.page.lock.after.isVisible()
    desk.page.lock.after.button("1").click()
    assert desk.settings.now.lock_after == 1
    assert desk.session.locking._idleness._limit == 60_000
    desk.page.lock.after.button("0").click()
    assert not desk.session.locking._idleness._timer.isActive()


def test_nothing_locks_a_program_that_has_ended(unlocked: Any) -> None:
    locking = unlocked.session.locking
    unlocked.close()
    locking._desktop._feel_sleep()
    locking.lock()
    assert locking.state == "ended"
    assert not locking._idleness._timer.isActive() and not locking._desktop._pulse.isActive()


def test_a_plain_journal_is_never_locked(desk: Any) -> None:
    assert not desk.session.locking._idleness._timer.isActive()
    desk.session.locking.lock()
    assert desk.session.locking.state == "open"


def test_the_sheet_as_a_pdf(locked: Any, tmp_path: Any) -> None:
    from journal.ui.dialogs import recovery_sheet

    assert recovery_sheet.write_pdf(str(tmp_path / "sheet.pdf"), locked.prepared.recovery_code)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
