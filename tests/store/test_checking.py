"""The full check: silent about a sound journal, however it was used before, and never silent about damage."""

import pytest
import sqlcipher3.dbapi2 as driver

from journal.actions import entries
from journal.domain.contact import Contact
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
        ("UPDATE tag SET folded = 'x' WHERE name = 'Lyon'", "tag_key_wrong"),
    ],
)
def test_damage_is_named(journal: Journal, damage: str, code: str) -> None:
    one_of_each(journal)
    sql = driver.connect(str(journal.path), isolation_level=None)
    sql.execute(damage)
    sql.close()
    assert code in [problem.code for problem in problems(journal)]
