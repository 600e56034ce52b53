"""One contact out of two, drawn over all fields: nothing of either is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.contact import Contact, split_name
from journal.domain.entry import LabelledValue, Membership, folded
from journal.domain.likeness import phone_key, same_number
from journal.domain.merging import CHOICES, differing, merged, notes_of, value_of

few = st.sampled_from
emails = st.lists(st.builds(LabelledValue, few(("a@b.example", "A@B.example", "c@d.example")), few(("", "work"))))
phones = st.lists(
    st.builds(LabelledValue, few(("06 12 34 56 78", "+33 6 12 34 56 78", "0472000000", "12")), few(("", "x")))
)
links = st.lists(
    st.builds(LabelledValue, few(("https://www.linkedin.com/in/x", "linkedin.com/in/x/", "https://y.example")))
)
networks = st.lists(st.builds(Membership, few(("IMA", "ima", "FFMAS")), few(("", "chair"))))
contacts = st.builds(
    Contact,
    given_name=few(("Claire", "CLAIRE", "C.")), family_name=few(("", "Dupont")),
    organisation=few(("", "Acme", "Béta")), introduced_by=few(("", "Anne")), tags=few(((), ("x",), ("X", "y"))),
    role=few(("", "Assistante")), birthday=few(("", "--05-12", "1980-05-12", "1980-05", "1981-01-01")),
    met_on=few((None, date(2024, 1, 2), date(2025, 1, 2))), how_met=few(("", "au salon")),
    keep_in_touch_days=few((None, 14, 30)), notes=few(("", "une note", "une autre\nnote")),
    emails=emails.map(tuple), phones=phones.map(tuple), links=links.map(tuple), networks=networks.map(tuple),
    favourite=st.booleans(), archived=st.booleans(), confidential=st.booleans(),
).map(Contact.checked)  # fmt: skip


@given(contacts, contacts, st.sets(st.sampled_from(CHOICES)))
def test_nothing_of_either_is_lost(kept, other, theirs):
    one, refused = merged(kept, other, theirs)
    assert one.checked() == one
    assert {folded(v.value) for v in one.emails} == {folded(v.value) for v in (*kept.emails, *other.emails)}
    for phone in (*kept.phones, *other.phones):
        assert any(
            phone.value == v.value or same_number(phone_key(phone.value), phone_key(v.value)) for v in one.phones
        )
    assert {folded(m.name) for m in one.networks} == {folded(m.name) for m in (*kept.networks, *other.networks)}
    assert {folded(tag) for tag in one.tags} == {folded(tag) for tag in (*kept.tags, *other.tags)}
    assert kept.notes in one.notes and other.notes in one.notes
    for choice in CHOICES:
        said = [value_of(c, choice) for c in (kept, other) if value_of(c, choice)]
        has = {value_of(one, choice), refused.get(choice)}
        for value in said:
            fuller = choice == "birthday" and any(isinstance(h, str) and len(h) > len(value) for h in has)
            same = isinstance(value, str) and any(isinstance(h, str) and folded(h) == folded(value) for h in has)
            assert value in has or same or fuller, choice
        assert not said or value_of(one, choice)


@given(contacts, contacts)
def test_what_is_chosen_is_taken_and_the_other_said(kept, other):
    for choice in differing(kept, other):
        mine, refused = merged(kept, other)
        assert (value_of(mine, choice), refused[choice]) == (value_of(kept, choice), value_of(other, choice))
        theirs, refused = merged(kept, other, [choice])
        assert (value_of(theirs, choice), refused[choice]) == (value_of(other, choice), value_of(kept, choice))


@given(contacts)
def test_merged_with_its_double_nothing_is_asked_and_once_more_changes_nothing(contact):
    one, refused = merged(contact, contact)
    assert refused == {} == dict.fromkeys(differing(contact, contact))
    assert merged(one, contact) == (one, {})


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [("--05-12", "1980-05-12", "1980-05-12"), ("1980-05-12", "1980-05", "1980-05-12"), ("--05-12", "", "--05-12")],
)
def test_the_fuller_of_two_birthdays_is_kept_without_a_question(mine, theirs, kept):
    one, other = Contact(given_name="A", birthday=mine), Contact(given_name="A", birthday=theirs)
    assert merged(one, other)[0].birthday == kept
    assert differing(one, other) == ()


def test_a_number_is_kept_with_its_country_and_a_label_that_only_the_other_has():
    one = Contact(given_name="A", phones=(LabelledValue("06 12 34 56 78", "mobile"),))
    other = Contact(given_name="A", phones=(LabelledValue("+33 6 12 34 56 78"),))
    assert merged(one, other)[0].phones == (LabelledValue("+33 6 12 34 56 78", "mobile"),)


def test_the_same_note_is_kept_once():
    assert notes_of("one\n\ntwo", "two", "", "three") == "one\n\ntwo\n\nthree"


@pytest.mark.parametrize(("name", "parts"), [("C. Dupont", ("C.", "Dupont")), ("J.-P. MARTIN", ("J.-P.", "Martin"))])
def test_initials_are_no_family_name(name, parts):
    assert split_name(name) == parts
