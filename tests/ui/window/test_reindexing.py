"""An older journal in the window: its index is brought up to date in the background, whatever she does meanwhile."""

from __future__ import annotations

import time

from journal.actions import entries, reindexing, search
from journal.store import reindexing as stepping
from tests.store.test_reindexing import make_old, people


def test_it_is_done_beside_all_else(make_window, monkeypatch):
    monkeypatch.setattr(stepping, "AT_ONCE", 10)
    first = make_window()
    first.do(lambda journal: entries.create_many(journal, drafts=people(60)))
    first.do(make_old)
    first.close()
    desk = make_window()
    desk.window.open_page("contacts")
    end = time.monotonic() + 30
    while desk.do(reindexing.is_behind):
        assert time.monotonic() < end
        desk.app.processEvents()
        time.sleep(0.01)
    desk.settle()
    assert desk.window.page == "contacts" and desk.page.model.rowCount() == 60
    assert len(desk.do(lambda journal: search.search(journal, words="jeannoel"))) == 50
