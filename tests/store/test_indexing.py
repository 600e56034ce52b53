"""What is indexed for search is what a list shows, however it was typed; uids are what the standard says."""

import uuid

import pytest

from journal.domain.contact import Contact
from journal.domain.entry import Entry, Membership
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.store.journal import Journal
from journal.store.making import new_uids

DRAFTS = (
    Event(title="Congrès", network="cercle emeraude"),
    Learning(title="Le classement", network="Cercle émeraude"),
    Contact(given_name="Zoé", networks=(Membership("CERCLE ÉMERAUDE"),)),
)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.kind)
def test_a_network_is_indexed_as_it_is_called_and_not_as_it_was_typed(journal: Journal, draft: Entry):
    with journal.writing("create") as writer:
        writer.create_many([Network(name="Cercle Émeraude")])
    with journal.writing("create") as writer:
        [made] = writer.create_many([draft])
    with journal.reading() as sql:
        [body] = sql.execute("SELECT body FROM search WHERE rowid = ?", (made,)).fetchone()
    assert "Cercle Émeraude" in body.splitlines()


def test_a_source_is_kept_with_each_entry_and_its_draft_is_left_alone(journal: Journal):
    drafts = [Contact(given_name="Inès"), Contact(given_name="Maud", source="own")]
    with journal.writing("import") as writer:
        ids = writer.create_many(drafts, checked=True, sources=["vcard", "linkedin"])
        assert [entry.source for entry in writer.entries(ids)] == ["vcard", "linkedin"]
    assert [(draft.id, draft.uid, draft.source) for draft in drafts] == [(0, "", ""), (0, "", "own")]


def test_uids_are_random_uuids_in_rising_order():
    made = new_uids(500)
    assert made == sorted(made)
    assert len({*made, *new_uids(500)}) == 1000
    for text in made:
        one = uuid.UUID(text)
        assert (one.version, one.variant, str(one)) == (4, uuid.RFC_4122, text)
