"""Back to a copy, from the window: also one made under another passphrase, without one or with one; and a damaged
journal that is locked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.actions import entries, reading, safety
from journal.domain.contact import Contact
from journal.domain.lines import Wanted
from journal.store import key_file, vault
from journal.store.connecting import is_plain
from journal.store.journal import open_journal
from tests.faults.children import CHEAP, PASS
from tests.journals import MovableClock
from tests.ui.window.test_locking import type_passphrase, until

OTHER = "quelque chose de neuf"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a guess costs is measured elsewhere; here it would cost each test seconds."""
    monkeypatch.setattr(vault, "calibrated", lambda: CHEAP)


class Past:
    """A journal with a copy, each under a passphrase or none, the copy with `Zoé` alone, the journal with `Awa` too."""

    def __init__(self, folder: Path, then: str, now: str) -> None:
        self.file = folder / "hers.db"
        self.codes: dict[str, str] = {}
        self.key: Any = None
        self.clock = MovableClock()
        self.put_under(then)
        self.write(lambda journal: reading.set_setting(journal, "started", "yes"))
        self.write(lambda journal: entries.create(journal, draft=Contact(given_name="Zoé", notes="n" * 400)))
        self.copy = self.write(safety.backup)
        if now != then:
            self.put_under(now)
        self.clock.pass_time(days=1)
        drafts = [Contact(given_name=f"Awa {n}", notes="words " * 200) for n in range(60)]
        self.write(lambda journal: entries.create_many(journal, drafts=drafts))

    def write(self, work: Callable[[Any], Any]) -> Any:
        journal = open_journal(self.file, clock=self.clock, key=self.key)
        try:
            return work(journal)
        finally:
            journal.close()

    def put_under(self, passphrase: str) -> None:
        if not self.file.exists():
            open_journal(self.file).close()
        if passphrase:
            prepared = vault.prepare(passphrase, cost=CHEAP)
            vault.encrypt(self.file, prepared, key=self.key)
            self.key, self.codes[passphrase] = prepared.key, prepared.recovery_code
        elif self.key is not None:
            vault.decrypt(self.file, self.key)
            self.key = None

    def damage(self) -> None:
        """A page in the middle of the text."""
        content = bytearray(self.file.read_bytes())
        middle = len(content) // 2 // 4096 * 4096
        content[middle + 100 : middle + 3000] = bytes(2900)
        self.file.write_bytes(bytes(content))


def open_window(make_window: Any, past: Past, passphrase: str) -> Any:
    desk = make_window()
    desk.clock.pass_time(days=2)
    if passphrase:
        type_passphrase(desk, passphrase)
    return desk


def go_back(desk: Any, card: Any, passphrase: str = "") -> None:
    card.passphrase.line.setText(passphrase)
    card.button.click()
    desk.settle()


def names(desk: Any) -> set[str]:
    lines = desk.do(lambda journal: reading.page(journal, kind="contact", wanted=Wanted()), key=desk.key)
    return {line.title.split()[0] for line in lines}


@pytest.mark.parametrize("by", ["passphrase", "sheet"])
def test_a_copy_under_another_passphrase_asks_for_it_and_says_what_holds_then(make_window, tmp_path, by):
    past = Past(tmp_path, PASS, OTHER)
    desk = open_window(make_window, past, OTHER)
    desk.window.commands["copies"].trigger()
    desk.settle()
    card = desk.page.card
    assert "another passphrase" in card.afterwards.text() and card.passphrase.isVisible()
    go_back(desk, card, OTHER)
    assert "not the passphrase" in card.problem.text()
    assert desk.session.jobs.is_open and desk.window.page == "copies", "for a mistyped one nothing is closed"
    go_back(desk, card, PASS if by == "passphrase" else past.codes[PASS])
    until(desk, "open")
    assert desk.window.page == "today" and not desk.crashes
    [said] = [text for text in desk.said() if "back at a copy" in text]
    desk.key = vault.unlock(desk.file, PASS)
    assert names(desk) == {"Zoé"}
    with pytest.raises(Exception, match="wrong_passphrase"):
        vault.unlock(desk.file, OTHER)
    [kept] = (tmp_path / "backups").glob("*-kept-*.db")
    assert kept.name in said
    desk.window.open_page("copies")  # and forth again
    desk.settle()
    desk.page.card.which._choose(kept)
    go_back(desk, desk.page.card, OTHER)
    until(desk, "open")
    desk.key = vault.unlock(desk.file, OTHER)
    assert names(desk) == {"Zoé", "Awa"}


def test_a_copy_from_before_a_passphrase_is_put_under_that_of_now(make_window, tmp_path):
    past = Past(tmp_path, "", PASS)
    desk = open_window(make_window, past, PASS)
    desk.window.open_page("copies")
    desk.settle()
    assert "passphrase of today" in desk.page.card.afterwards.text() and not desk.page.card.passphrase.isVisible()
    go_back(desk, desk.page.card)
    until(desk, "open")
    assert not is_plain(desk.file)
    desk.key = vault.unlock(desk.file, PASS)
    assert names(desk) == {"Zoé"}


def test_a_copy_from_a_time_with_a_passphrase_brings_the_lock_back(make_window, tmp_path):
    past = Past(tmp_path, PASS, "")
    desk = open_window(make_window, past, "")
    desk.window.open_page("copies")
    desk.settle()
    assert "made under a passphrase" in desk.page.card.afterwards.text()
    go_back(desk, desk.page.card, PASS)
    until(desk, "open")
    assert desk.session.locking.encrypted
    desk.key = vault.unlock(desk.file, PASS)
    assert names(desk) == {"Zoé"}
    desk.session.locking.lock()
    until(desk, "locked")
    type_passphrase(desk, PASS)
    until(desk, "open")


def test_a_damaged_locked_journal_is_rescued_under_its_own_passphrase(make_window, tmp_path):
    past = Past(tmp_path, PASS, PASS)
    past.damage()
    desk = open_window(make_window, past, PASS)
    assert desk.window.page == "refused"
    assert not desk.page.rescue.isHidden()
    desk.page.rescue.click()
    until(desk, "open", 40)
    assert desk.window.page == "today" and any("were rescued" in text for text in desk.said())
    assert not is_plain(desk.file)
    desk.key = vault.unlock(desk.file, PASS)
    assert "Awa" in names(desk)
    assert not any(b"words words" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert len(key_file.found_in(tmp_path)) == 1
    assert len(list((tmp_path / "backups").glob("*-kept-*.db"))) == 1


def test_back_to_a_copy_under_another_passphrase_from_a_damaged_journal(make_window, tmp_path):
    past = Past(tmp_path, PASS, OTHER)
    past.damage()
    desk = open_window(make_window, past, OTHER)
    assert desk.window.page == "refused"
    desk.page.back.click()
    desk.settle()
    card = desk.page.copies
    assert "another passphrase" in card.afterwards.text()
    go_back(desk, card, PASS)
    until(desk, "open")
    desk.key = vault.unlock(desk.file, PASS)
    assert names(desk) == {"Zoé"}


def test_what_opens_a_damaged_journal_is_forgotten_when_she_leaves(make_window, tmp_path):
    past = Past(tmp_path, PASS, PASS)
    past.damage()
    desk = open_window(make_window, past, PASS)
    key = desk.session.locking.spare_key
    assert key.secret == past.key.secret
    desk.session.locking.lock()
    desk.settle()
    assert desk.window.page == "locked"
    assert desk.session.locking.spare_key is None and key.secret == bytes(32)
    type_passphrase(desk, PASS)
    assert desk.window.page == "refused"
    desk.page.rescue.click()
    until(desk, "open", 40)


def test_a_way_out_that_fails_leads_back_to_the_others(make_window, tmp_path):
    past = Past(tmp_path, PASS, PASS)
    past.damage()
    past.copy.write_bytes(past.copy.read_bytes()[:-3000])
    before = past.file.read_bytes()
    desk = open_window(make_window, past, PASS)
    desk.page.back.click()
    desk.settle()
    go_back(desk, desk.page.copies)
    assert desk.window.page == "refused"
    assert past.copy.name in desk.page.sentence.text()
    assert past.file.read_bytes() == before
    desk.page.rescue.click()
    until(desk, "open", 40)
    assert desk.window.page == "today"
