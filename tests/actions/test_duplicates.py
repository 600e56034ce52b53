"""Contacts merged and told apart in a real journal: what pointed at the other leads to the one, and undo is whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from journal.actions import bring_in, duplicates, entries, reading
from journal.domain.contact import Contact
from journal.domain.entry import About, LabelledValue, Membership, Person
from journal.domain.errors import NotFound, UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.reminder import Reminder
from journal.store.checking import problems
from journal.store.journal import Journal
from tests.journals import everything, opened

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:one
FN:Claire Dupont
N:Dupont;Claire;;;
EMAIL:claire@acme.example
ORG:Acme
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:two
FN:Claire Dupond
N:Dupond;Claire;;;
TEL:+33612345678
ORG:Acme SA
END:VCARD
"""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with opened(tmp_path / "hers.db") as made:
        yield made


def make(journal: Journal, draft: object) -> int:
    return entries.create(journal, draft=draft).created[-1]


@pytest.fixture
def two(journal: Journal) -> tuple[int, int]:
    one = make(journal, Contact(given_name="Claire", family_name="Dupont", emails=(LabelledValue("c@a.example"),)))
    other = make(
        journal,
        Contact(
            given_name="C.", family_name="Dupont", emails=(LabelledValue("c@a.example"),), organisation="Acme",
            networks=(Membership("FFMAS", "chair"),), notes="from Lyon", tags=("excel",),
        ),
    )  # fmt: skip
    return one, other


def test_what_pointed_at_the_other_leads_to_the_one_also_in_the_trash(journal, two):
    one, other = two
    both = make(journal, Event(title="Both", participants=(Person(one), Person(other, role="host"))))
    alone = make(journal, Event(title="Alone", participants=(Person(other, role="speaker"),)))
    learned = make(journal, Learning(title="Learned", people=(Person(other),)))
    remind = make(journal, Reminder(title="Call", due_at=datetime(2026, 12, 1, 9), about=About("contact", other)))
    friend = make(journal, Contact(given_name="Anne", introduced_by="C. Dupont"))
    entries.delete(journal, ids=[alone])
    before = everything(journal)
    duplicates.merge(journal, contact_id=one, other_id=other)
    found = {n: reading.entry(journal, entry_id=n) for n in (one, other, both, alone, learned, remind, friend)}
    assert [(p.id, p.role) for p in found[both].participants] == [(one, "host")]
    assert [(p.id, p.role) for p in found[alone].participants] == [(one, "speaker")] and found[alone].deleted_at
    assert [p.id for p in found[learned].people] == [one]
    assert found[remind].about.id == one
    assert found[friend].introduced_by == "Claire Dupont"
    assert (found[one].organisation, found[one].networks) == ("Acme", (Membership("FFMAS", "chair"),))
    assert "from Lyon" in found[one].notes and "C. Dupont" in found[one].notes
    assert found[other].deleted_at
    assert problems(journal) == []
    entries.undo(journal)
    assert everything(journal) == before
    entries.redo(journal)
    assert reading.entry(journal, entry_id=alone).participants[0].id == one
    assert problems(journal) == []


def test_a_name_borne_by_a_third_is_not_changed_where_somebody_was_introduced(journal, two):
    make(journal, Contact(given_name="C.", family_name="Dupont", emails=(LabelledValue("else@x.example"),)))
    friend = make(journal, Contact(given_name="Anne", introduced_by="C. Dupont"))
    duplicates.merge(journal, contact_id=two[0], other_id=two[1])
    assert reading.entry(journal, entry_id=friend).introduced_by == "C. Dupont"


def test_the_file_they_came_from_brings_nothing_after_the_merge_and_its_changes_reach_the_one(journal, tmp_path):
    file = tmp_path / "cards.vcf"
    file.write_text(CARDS)
    one, other = bring_in.bring_in(journal, preview=bring_in.preview(journal, paths=[file])).created
    [pair] = duplicates.likely(journal)
    assert pair[:2] == (one, other)
    duplicates.merge(journal, contact_id=one, other_id=other)
    for _ in range(2):
        again = bring_in.preview(journal, paths=[file])
        assert (again.new, again.updated) == (0, 0)
        bring_in.bring_in(journal, preview=again)
    assert duplicates.likely(journal) == []
    file.write_text(CARDS.replace("TEL:+33612345678", "TEL:+33612345678\nTITLE:Assistante"))
    changed = bring_in.preview(journal, paths=[file])
    assert (changed.new, changed.updated) == (0, 1)
    bring_in.bring_in(journal, preview=changed)
    kept = reading.entry(journal, entry_id=one)
    assert (kept.role, kept.family_name, [v.value for v in kept.emails]) == (
        "Assistante", "Dupont", ["claire@acme.example"],
    )  # fmt: skip
    again = bring_in.preview(journal, paths=[file])
    assert (again.new, again.updated) == (0, 0)


def test_undone_the_file_finds_both_again(journal, tmp_path):
    file = tmp_path / "cards.vcf"
    file.write_text(CARDS)
    one, other = bring_in.bring_in(journal, preview=bring_in.preview(journal, paths=[file])).created
    duplicates.merge(journal, contact_id=one, other_id=other)
    entries.undo(journal)
    file.write_text(CARDS.replace("TEL:+33612345678", "TEL:+33612345678\nTITLE:Assistante"))
    bring_in.bring_in(journal, preview=bring_in.preview(journal, paths=[file]))
    assert reading.entry(journal, entry_id=other).role == "Assistante"
    assert reading.entry(journal, entry_id=one).role == ""


def test_told_apart_they_are_not_proposed_again_until_that_is_undone(journal, two):
    assert [pair[:2] for pair in duplicates.likely(journal)] == [two]
    duplicates.tell_apart(journal, contact_id=two[1], other_id=two[0])
    assert duplicates.likely(journal) == []
    entries.undo(journal)
    assert [pair[:2] for pair in duplicates.likely(journal)] == [two]
    entries.redo(journal)
    assert duplicates.likely(journal) == []


def test_who_is_not_the_other_is_not_the_one_either(journal, two):
    third = make(journal, Contact(given_name="Claire", family_name="Dupont", organisation="Acme"))
    duplicates.tell_apart(journal, contact_id=two[1], other_id=third)
    duplicates.merge(journal, contact_id=two[0], other_id=two[1])
    assert duplicates.likely(journal) == []
    entries.undo(journal)
    assert {pair[:2] for pair in duplicates.likely(journal)} == {two, (two[0], third)}


def test_merging_refuses_what_is_not_two_contacts_and_writes_nothing(journal, two):
    event = make(journal, Event(title="Café"))
    gone = make(journal, Contact(given_name="Gone"))
    entries.delete(journal, ids=[gone])
    before = everything(journal)
    for number, error in ((two[0], UserFacingError), (event, NotFound), (gone, NotFound), (999, NotFound)):
        with pytest.raises(error):
            duplicates.merge(journal, contact_id=two[0], other_id=number)
    assert everything(journal) == before


def test_an_archived_contact_is_found_too(journal, two):
    entries.save(journal, entry_id=two[1], fields={"archived": True})
    assert [pair[:2] for pair in duplicates.likely(journal)] == [two]
