"""The full check: silent about a sound journal, however it was used before, and never silent about damage."""

from datetime import date, datetime

import pytest
import sqlcipher3.dbapi2 as driver

from journal.actions import entries, reading
from journal.domain.contact import Contact
from journal.domain.entry import Person
from journal.domain.event import Event
from journal.store.checking import problems
from journal.store.journal import Journal
from tests.journals import one_of_each


def test_no_false_alarm_between_changes(journal: Journal) -> None:
    """SQLite's own check gives one, where a connection checks, another writes, and the first checks again."""
    assert problems(journal) == []
    one_of_each(journal)
    assert problems(journal) == []
    entries.create(journal, draft=Contact(given_name="Zoé"))
    assert problems(journal) == []
    entries.undo(journal)
    assert problems(journal) == []


def test_the_last_meeting_follows_the_events(journal: Journal) -> None:
    """Whatever changes one, and undoing it: the check compares what is kept with the events."""

    def last() -> date | None:
        assert problems(journal) == []
        contact = reading.entry(journal, entry_id=zoe)
        assert isinstance(contact, Contact)
        return contact.last_exchange

    def met(day: int, status: str = "attended") -> int:
        with_zoe = (Person(name="Zoé"),)
        draft = Event(title="Lunch", starts_at=datetime(2026, 11, day, 12), status=status, participants=with_zoe)
        return entries.create(journal, draft=draft).created[0]

    (zoe,) = entries.create(journal, draft=Contact(given_name="Zoé")).created
    met(25, "planned")
    assert last() is None
    first, second = met(3), met(10)
    for change, day in (
        (lambda: entries.delete(journal, ids=[second]), 3),
        (lambda: entries.undo(journal), 10),
        (lambda: entries.save(journal, entry_id=second, fields={"starts_at": datetime(2026, 11, 1, 9)}), 3),
        (lambda: entries.save(journal, entry_id=first, fields={"status": "cancelled"}), 1),
        (lambda: entries.save(journal, entry_id=second, fields={"participants": ()}), None),
        (lambda: entries.undo(journal), 1),
        (lambda: entries.save(journal, entry_id=first, fields={"status": "attended"}), 3),
        (lambda: met(24), 3),  # noted as attended, and not begun yet
    ):
        change()
        assert last() == (day and date(2026, 11, day))


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("DELETE FROM search WHERE rowid = 2", "not_in_index"),
        ("INSERT INTO search (rowid, title) VALUES (999, 'x')", "only_in_index"),
        ("UPDATE search SET title = 'Somebody else' WHERE rowid = 2", "index_old"),
        ("UPDATE search_data SET block = x'00' WHERE id > 100", "damaged"),
        ("UPDATE change_item SET before = '{', after = NULL WHERE id = 1", "history_unreadable"),
        ("DELETE FROM reminder", "entry_incomplete"),
        ("UPDATE membership SET network_id = 999 WHERE position = 0", "points_nowhere"),
        ("UPDATE entry SET name_key = 'x' WHERE id = 2", "name_key_wrong"),
        ("DELETE FROM last_exchange", "last_exchange_wrong"),
        ("UPDATE last_exchange SET at = '1999-01-01T09:00:00'", "last_exchange_wrong"),
        ("UPDATE tag SET folded = 'x' WHERE name = 'Lyon'", "tag_key_wrong"),
    ],
)
def test_damage_is_named(journal: Journal, damage: str, code: str) -> None:
    one_of_each(journal)
    sql = driver.connect(str(journal.path), isolation_level=None)
    sql.execute(damage)
    sql.close()
    assert code in [problem.code for problem in problems(journal)]
