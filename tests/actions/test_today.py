"""What Today reads of keeping in touch is what the list of contacts says."""

from __future__ import annotations

from pathlib import Path

from journal.actions import reading, rhythms, today
from journal.actions.sample_journal import make_sample
from journal.domain.lines import Wanted
from journal.store.journal import open_journal


def test_those_shown_are_those_of_the_list(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    make_sample(journal, entries=1_000)
    listed = reading.page(journal, kind="contact", wanted=Wanted(lapsed=True), limit=1_000)
    assert listed
    whole = rhythms.lapsed(journal)
    assert sorted(whole, key=lambda line: line.id) == sorted(listed, key=lambda line: line.id)
    assert rhythms.lapsed(journal, limit=5) == whole[:5] == today.today(journal, limit=5).lapsed
    journal.close()
