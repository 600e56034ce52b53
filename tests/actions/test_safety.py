"""Copies that are whole, going back to one, and a check that sees what is wrong."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from journal.actions import entries, reading, safety
from journal.domain.contact import Contact
from journal.domain.errors import JournalRefused, NotFound, UserFacingError
from journal.domain.event import Event
from journal.domain.lines import Wanted
from journal.store import backup as store_backup
from journal.store.journal import open_journal

NOW = datetime(2026, 11, 23, 9, 0)


@pytest.fixture
def filled(journal):
    entries.create(journal, draft=Contact(given_name="Anne", tags=("ffmas",)))
    entries.create(journal, draft=Event(title="Café"))
    entries.save(journal, entry_id=1, fields={"notes": "Bonjour"})
    return journal


def names(journal) -> list[str]:
    return [line.title for line in reading.page(journal, kind="contact", wanted=Wanted())]


def damage(path: Path, sql: str) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute(sql)
    connection.close()


def test_a_backup_is_a_whole_journal_of_its_own(filled, tmp_path):
    copy = safety.backup(filled)
    assert copy == tmp_path / "backups" / "journal-2026-11-23-090000.db"
    assert sorted(p.name for p in copy.parent.iterdir()) == [copy.name, copy.name + ".sha256"]  # it and its sum
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    opened = open_journal(copy, create=False)
    try:
        assert names(opened) == ["Anne"]
        assert [r.label for r in entries.history(opened, entry_id=1)] == ["edit", "create"]
        assert safety.check(opened).ok
    finally:
        opened.close()


def test_what_is_written_during_a_backup_is_not_half_in_it(filled, monkeypatch):
    verify = store_backup.verify

    def write_meanwhile(path, key):
        entries.create(filled, draft=Contact(given_name="Zoé"))
        return verify(path)

    monkeypatch.setattr(store_backup, "verify", write_meanwhile)
    copy = safety.backup(filled)
    opened = open_journal(copy, create=False)
    try:
        assert names(opened) == ["Anne"]
    finally:
        opened.close()


def test_two_backups_in_one_second_are_two_files(filled, tmp_path):
    first, second = safety.backup(filled), safety.backup(filled, folder=tmp_path / "backups")
    assert first != second
    assert {copy.path for copy in safety.backups(filled.path)} == {first, second}


def test_a_copy_that_differs_is_not_kept(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(store_backup, "verify", lambda path, key: {})
    with pytest.raises(JournalRefused, match="backup_differs"):
        safety.backup(filled)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_full_disk_leaves_no_copy(filled, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserFacingError, match="disk_full"):
        safety.backup(filled)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_folder_that_is_a_file_is_said_so(filled, tmp_path):
    place = tmp_path / "file"
    place.write_text("mine")
    with pytest.raises(UserFacingError, match="cannot_write"):
        safety.backup(filled, folder=place)
    assert place.read_text() == "mine"


def test_the_newest_copy_comes_first(filled, clock, tmp_path):
    old = safety.backup(filled)
    clock.pass_time(days=3)
    new = safety.backup(filled)
    (tmp_path / "backups" / "notes.txt").write_text("x")
    (tmp_path / "backups" / "journal-2026-99-99-000000.db").write_text("x")
    assert [copy.path for copy in safety.backups(filled.path)] == [new, old]
    assert safety.backups(filled.path)[0].made_at == clock.now()


def test_back_to_a_copy_and_the_present_kept_aside(filled, tmp_path):
    copy = safety.backup(filled)
    entries.create(filled, draft=Contact(given_name="Zoé"))
    filled.close()
    kept = safety.restore_backup(filled.path, backup=copy, now=NOW)
    again = open_journal(filled.path, create=False)
    before = open_journal(kept, create=False)
    try:
        assert names(again) == ["Anne"]
        assert sorted(names(before)) == ["Anne", "Zoé"]
        assert safety.check(again).ok
        assert kept in [one.path for one in safety.backups(filled.path)]
    finally:
        again.close()
        before.close()


def test_a_journal_in_use_is_not_replaced(filled):
    copy = safety.backup(filled)
    entries.create(filled, draft=Contact(given_name="Zoé"))
    with pytest.raises(UserFacingError, match="journal_in_use"):
        safety.restore_backup(filled.path, backup=copy, now=NOW)
    assert sorted(names(filled)) == ["Anne", "Zoé"]


def test_a_damaged_journal_is_replaced_and_kept(filled):
    copy = safety.backup(filled)
    filled.close()
    filled.path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    kept = safety.restore_backup(filled.path, backup=copy, now=NOW)
    assert kept.read_bytes().endswith(b"\xff" * 5000)
    again = open_journal(filled.path, create=False)
    try:
        assert names(again) == ["Anne"]
    finally:
        again.close()


def test_a_journal_that_is_gone_comes_back(filled):
    copy = safety.backup(filled)
    filled.close()
    filled.path.unlink()
    assert safety.restore_backup(filled.path, backup=copy, now=NOW) is None
    assert filled.path.exists()


def test_a_copy_that_is_not_whole_changes_nothing(filled, tmp_path):
    copy = safety.backup(filled)
    filled.close()
    whole = filled.path.read_bytes()
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    with pytest.raises(JournalRefused):
        safety.restore_backup(filled.path, backup=copy, now=NOW)
    with pytest.raises(NotFound, match="no_such_backup"):
        safety.restore_backup(filled.path, backup=tmp_path / "none.db", now=NOW)
    with pytest.raises(UserFacingError, match="backup_is_journal"):
        safety.restore_backup(filled.path, backup=filled.path, now=NOW)
    assert filled.path.read_bytes() == whole


def test_a_sound_journal_is_found_sound(filled):
    copy = safety.backup(filled)
    report = safety.check(filled)
    assert report.ok
    assert report.entries == {"contact": 1, "event": 1, "learning": 0, "reminder": 0, "network": 0}
    assert report.newest_verified.path == copy


def test_a_copy_that_is_not_whole_does_not_count(filled, clock):
    whole = safety.backup(filled)
    clock.pass_time(days=1)
    cut = safety.backup(filled)
    cut.write_bytes(cut.read_bytes()[:5000])
    assert safety.check(filled).newest_verified.path == whole


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("DELETE FROM search WHERE rowid = 1", "not_in_index"),
        ("INSERT INTO search (rowid, title, body, forms) VALUES (99, 'x', '', '')", "only_in_index"),
        ("UPDATE search SET title = 'Autre' WHERE rowid = 1", "index_old"),
        ("UPDATE change_item SET after = '{' WHERE entry_id = 1 AND made = 0", "history_unreadable"),
        ("INSERT INTO origin VALUES ('vcard', 'k', 1, 'nothing')", "origin_unreadable"),
        ("DELETE FROM event WHERE id = 2", "entry_incomplete"),
        ("UPDATE entry SET name_key = 'autre' WHERE id = 1", "name_key_wrong"),
        ("UPDATE tag SET folded = 'autre'", "tag_key_wrong"),
        ("INSERT INTO tagging VALUES (1, 999, 5)", "points_nowhere"),
        ("DELETE FROM search_data WHERE id > 10", "index_damaged"),
    ],
)
def test_what_is_wrong_is_seen(filled, sql, code):
    damage(filled.path, sql)
    found = [problem.code for problem in safety.check(filled).problems]
    assert code in found


def test_a_check_writes_nothing(filled):
    damage(filled.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    before = filled.path.read_bytes()
    safety.check(filled)
    damage(filled.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    assert filled.path.read_bytes() == before


# --- by themselves ------------------------------------------------------------------------------------------------


def test_a_copy_is_made_only_where_something_changed(filled, clock):
    first = safety.back_up_if_changed(filled)
    assert first is not None and safety.back_up_if_changed(filled) is None
    for change in (
        lambda: entries.save(filled, entry_id=1, fields={"notes": "Bonsoir"}),
        lambda: entries.undo(filled),
        lambda: entries.redo(filled),
        lambda: reading.set_setting(filled, "her_name", "Inès"),
    ):
        clock.pass_time(minutes=61)
        change()
        assert safety.back_up_if_changed(filled) is not None
        assert safety.back_up_if_changed(filled) is None
    assert len(safety.backups(filled.path)) == 5


def test_an_empty_journal_makes_no_copies(journal):
    assert safety.back_up_if_changed(journal) is None


def test_copies_of_past_days_are_thinned_and_what_was_kept_aside_stays(filled, clock):
    aside = filled.path.parent / "backups" / "journal-kept-2026-01-05-090000.db"
    for _ in range(3):
        for hours in (2, 22):
            entries.save(filled, entry_id=1, fields={"notes": str(clock.now())})
            safety.back_up_if_changed(filled)
            clock.pass_time(hours=hours)
    aside.write_bytes(b"what was there")
    entries.save(filled, entry_id=1, fields={"notes": "the last"})
    safety.back_up_if_changed(filled)
    days = [copy.made_at.date() for copy in safety.backups(filled.path) if copy.path != aside]
    assert len(days) == len(set(days)) == 4 and aside.exists()


def test_a_copy_that_was_damaged_does_not_count_as_one(filled):
    first = safety.back_up_if_changed(filled)
    first.write_bytes(first.read_bytes()[:4096])
    assert safety.back_up_if_changed(filled) is not None


def test_where_no_copy_can_be_made_none_goes(filled, clock, monkeypatch):
    first = safety.back_up_if_changed(filled)
    clock.pass_time(hours=1)
    second = None
    entries.save(filled, entry_id=1, fields={"notes": "more"})
    second = safety.back_up_if_changed(filled)
    clock.pass_time(days=3)
    entries.save(filled, entry_id=1, fields={"notes": "still more"})
    monkeypatch.setattr(store_backup, "verify", lambda path, key: {})  # the new copy differs from the journal
    with pytest.raises(JournalRefused):
        safety.back_up_if_changed(filled)
    assert first.exists() and second.exists()


# --- a second folder -----------------------------------------------------------------------------------------------


def test_the_newest_copy_goes_to_a_second_folder(filled, clock, tmp_path):
    second = tmp_path / "stick"
    first = safety.back_up_if_changed(filled)
    assert safety.copy_to_second(filled, folder=second) is False  # not plugged in: nothing is made there
    assert not second.exists()
    second.mkdir()
    assert safety.copy_to_second(filled, folder=second) is True
    there = second / first.name
    assert there.read_bytes() == first.read_bytes() and store_backup.verify(there)
    assert sorted(p.name for p in second.iterdir()) == [first.name, first.name + ".sha256"]
    before = there.stat().st_mtime_ns
    assert safety.copy_to_second(filled, folder=second) is True
    assert there.stat().st_mtime_ns == before  # there already


def test_the_second_folder_is_thinned_too_and_other_journals_are_let_be(filled, clock, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    (second / "other-2020-01-01-090000.db").write_bytes(b"another journal's")
    (second / "other-2020-01-01-080000.db").write_bytes(b"another journal's")
    for number in range(3):
        clock.pass_time(hours=1)
        entries.save(filled, entry_id=1, fields={"notes": f"{number}"})
        safety.back_up_if_changed(filled)
        safety.copy_to_second(filled, folder=second)
    clock.pass_time(days=3)
    entries.save(filled, entry_id=1, fields={"notes": "later"})
    safety.back_up_if_changed(filled)
    safety.copy_to_second(filled, folder=second)
    for folder in (second, tmp_path / "backups"):
        assert len(list(folder.glob("journal-*.db"))) == len(list(folder.glob("journal-*.sha256"))) == 2
    assert len(list(second.glob("other-*.db"))) == 2


def test_a_clock_set_back_does_not_cost_the_copy_just_made(filled, clock):
    for _ in range(3):
        clock.pass_time(days=40)
        entries.save(filled, entry_id=1, fields={"notes": str(clock.now())})
        safety.back_up_if_changed(filled)
    clock.pass_time(days=-115)  # to a month that has its copy, and a later one
    entries.save(filled, entry_id=1, fields={"notes": "now"})
    made = safety.back_up_if_changed(filled)
    assert made.exists()


def test_a_bad_source_costs_no_good_copy(filled, clock, monkeypatch):
    good = safety.back_up_if_changed(filled)
    clock.pass_time(days=1)
    entries.save(filled, entry_id=1, fields={"notes": "x"})
    monkeypatch.setattr(store_backup, "verify", lambda path, key=None: {})
    with pytest.raises(JournalRefused):
        safety.back_up_if_changed(filled)
    assert [copy.path for copy in safety.backups(filled.path)] == [good]
