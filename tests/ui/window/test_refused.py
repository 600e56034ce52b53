"""A journal that cannot be opened: what the window offers instead, and what becomes of it."""

from __future__ import annotations

import time

from journal.actions import entries, safety
from journal.domain.contact import Contact
from journal.store.journal import open_journal
from tests.journals import MovableClock


def filled(desk_file_do):
    def work(journal):
        entries.create_many(journal, drafts=[Contact(given_name=f"P{n}", notes="words " * 100) for n in range(60)])
        safety.backup(journal)

    desk_file_do(work)


def after(desk, button):
    button.click()
    end = time.monotonic() + 20
    while desk.window.page == "refused" and time.monotonic() < end:
        desk.settle()
    desk.settle()


def refused_over(make_window, spoil):
    first = make_window()
    filled(first.do)
    first.close()
    spoil(first.file)
    return make_window(opener=lambda: open_journal(first.file, clock=MovableClock()))


def contacts_in(desk):
    return desk.do(safety.entry_counts)["contact"]


def test_what_can_be_read_is_rescued(make_window):
    def cut(file):
        file.write_bytes(file.read_bytes()[: file.stat().st_size * 7 // 8 // 4096 * 4096])

    desk = refused_over(make_window, cut)
    assert desk.window.page == "refused"
    page = desk.page
    assert not page.rescue.isHidden() and not page.back.isHidden() and page.anew.isHidden()
    after(desk, page.rescue)
    assert desk.window.page == "today", page.sentence.text()
    assert any("rescued" in text for text in desk.said())
    assert len(list((desk.folder / "backups").glob("*-kept-*.db"))) == 1


def test_back_to_the_newest_copy(make_window):
    desk = refused_over(make_window, lambda file: file.write_bytes(b"Dear diary, " * 500))
    page = desk.page
    assert page.rescue.isHidden()
    page.back.click()
    desk.settle()
    assert not page.copies.isHidden() and page.copies.passphrase.isHidden()
    after(desk, page.copies.button)
    assert desk.window.page == "today"
    assert contacts_in(desk) == 60


def test_one_that_is_gone_may_be_begun_anew(make_window):
    desk = refused_over(make_window, lambda file: file.unlink())
    assert desk.window.page == "refused" and not desk.file.exists()
    page = desk.page
    assert not page.back.isHidden() and not page.anew.isHidden() and page.rescue.isHidden()
    after(desk, page.anew)
    assert desk.window.page == "first_start"
    assert contacts_in(desk) == 0
