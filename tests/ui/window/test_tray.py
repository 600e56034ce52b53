"""The menu beside the clock, and what its lines do to the journal."""

from datetime import datetime, timedelta

import pytest

from journal.actions import entries, reading
from journal.domain.reminder import Reminder
from journal.ui.tray import Tray

NINE = datetime(2026, 11, 23, 9)


@pytest.fixture
def tray(desk):
    made = Tray()
    desk.session.reminding.use_tray(made)
    yield made
    made.close()


def remind(desk, title, hours=0.0, **fields):
    draft = Reminder(title=title, due_at=NINE + timedelta(hours=hours), **fields)
    return desk.do(lambda journal: entries.create(journal, draft=draft)).created[0]


def listed(tray):
    return [action.text() for action in tray._menu.actions() if action.menu() is not None]


def press(desk, tray, line, label):
    menu = next(action.menu() for action in tray._menu.actions() if action.text().startswith(line))
    next(action for action in menu.actions() if action.text() == label).trigger()
    desk.settle()


def look(desk):
    desk.session.reminding.watch.ask()
    desk.settle()


def test_what_is_due_today_stands_in_the_menu_and_can_be_answered_there(desk, tray):
    call, minutes = remind(desk, "Call Nadia & Tom", -24), remind(desk, "Send the minutes", 5)
    remind(desk, "Tomorrow", 24)
    look(desk)
    assert listed(tray) == ["Call Nadia && Tom · Yesterday 09:00", "Send the minutes · Today 14:00"]
    assert tray._icon.toolTip().endswith("2 reminders for today")
    press(desk, tray, "Call", "Done")
    press(desk, tray, "Send", "Tomorrow morning")
    look(desk)
    assert listed(tray) == [] and tray._icon.toolTip() == "Networking Journal"
    state = {n: desk.do(lambda journal, n=n: reading.entry(journal, entry_id=n)) for n in (call, minutes)}
    assert state[call].done_at == NINE and state[minutes].snoozed_until == NINE + timedelta(days=1)


def test_open_shows_the_reminder_and_the_rest_leads_to_today(desk, tray):
    numbers = [remind(desk, f"R{n:02}", n / 100) for n in range(12)]
    look(desk)
    assert len(listed(tray)) == 8
    press(desk, tray, "R03", "Open")
    assert desk.page.current_entry() == (numbers[3], "R03")
    next(action for action in tray._menu.actions() if action.text() == "4 more for today…").trigger()
    desk.settle()
    assert desk.window.page == "today"


def test_neither_hidden_nor_locked_says_words_of_hers(desk, tray):
    remind(desk, "Thank Élodie")
    desk.settings.change(hide_reminders=True)
    look(desk)
    assert listed(tray) == ["You have a reminder · Today 09:00"]
    desk.session.reminding.be_discreet(True)
    assert listed(tray) == [] and tray._icon.toolTip() == "Networking Journal"
    desk.session.reminding.be_discreet(False)
    look(desk)
    assert len(listed(tray)) == 1


def test_a_menu_that_is_open_does_not_move_under_her_hand(desk, tray):
    remind(desk, "One")
    look(desk)
    tray._menu.popup(desk.window.pos())
    remind(desk, "Two")
    look(desk)
    assert len(listed(tray)) == 1
    tray._menu.hide()
    desk.settle()
    assert len(listed(tray)) == 2


def test_what_is_too_long_keeps_when_it_is_due(desk, tray):
    remind(desk, "Confirm the big room on the second floor for the branch evening in spring", 5)
    look(desk)
    [shown] = listed(tray)
    assert shown.startswith("Confirm the big room") and shown.endswith("… · Today 14:00")
    assert len(shown) <= 60


def test_a_locked_journal_shows_no_word_of_hers_anywhere(qapp, make_window, monkeypatch, tmp_path):
    """Neither in the title, the tray's tip and menu, nor in a notification that comes while it is locked."""
    from journal.store import vault
    from journal.store.journal import open_journal
    from tests.faults.children import CHEAP, PASS
    from tests.journals import MovableClock
    from tests.ui.window.test_locking import type_passphrase, until

    canary = "Kanarienvogel"
    monkeypatch.setattr(vault, "calibrated", lambda: CHEAP)
    journal = open_journal(tmp_path / "hers.db", clock=MovableClock())
    reading.set_setting(journal, "started", "yes")
    for hours, title in ((-1, f"Ring {canary}"), (1, f"Thank {canary}")):
        entries.create(journal, draft=Reminder(title=title, due_at=NINE + timedelta(hours=hours)))
    journal.close()
    vault.encrypt(tmp_path / "hers.db", vault.prepare(PASS, cost=CHEAP))
    desk = make_window()
    type_passphrase(desk, PASS)
    until(desk, "open")
    tray, session, shown = Tray(), desk.session, []
    monkeypatch.setattr(session.reminding, "_show", lambda line, text, actions: shown.append((line.title, text)))
    session._quiet = False
    try:
        session.reminding.use_tray(tray)
        look(desk)
        assert canary in str(listed(tray)), "while it is open, the menu says which"
        session.locking.lock()
        until(desk, "locked")
        shown.clear()
        desk.clock.pass_time(hours=2)
        session.locking._look_at_times()
        desk.settle()
        assert [title for title, _ in shown] == ["You have a reminder"]
        menus = [tray.menu, *(action.menu() for action in tray.menu.actions() if action.menu())]
        texts = [action.text() for menu in menus for action in menu.actions()]
        widgets = [widget for widget in qapp.allWidgets() if widget.isVisible()]
        seen = [
            *(widget.windowTitle() for widget in widgets),
            *(widget.toolTip() for widget in widgets),
            *(widget.accessibleName() for widget in widgets),
        ]
        assert canary not in repr([texts, tray._icon.toolTip(), shown, seen, desk.window.windowTitle()])
    finally:
        session._quiet = True
        tray.close()
