"""An entry's texts as rows and as words of the index: the quick ways give what the plain ones give."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.contact import Contact
from journal.domain.entry import folded
from journal.domain.query import WORD
from journal.store import rows
from journal.store.connecting import driver
from journal.store.feeding import taking_turns

LETTERS = st.text(alphabet="aéœŁßKş-'’ .\n\t«5²ÿø中", max_size=60)


@given(LETTERS | st.text())
def test_a_text_is_usual_where_each_of_its_characters_is(text):
    _, pattern = rows._usual()
    assert rows._is_usual(text) == (pattern.fullmatch(text) is not None)


@given(LETTERS | st.text())
def test_words_are_brought_to_their_form_one_by_one_as_in_the_whole_text(text):
    expected = "" if text.isascii() or rows._is_usual(text) else " ".join(WORD.findall(folded(text)))
    assert rows.other_forms(text) == expected


@given(LETTERS, LETTERS)
def test_words_with_marks_are_found_one_by_one_as_in_the_whole_text(text, title):
    found = dict.fromkeys(rows._NAMED.findall(title) + rows._HYPHENED.findall(text))
    expected = " ".join("".join(WORD.findall(folded(one))) for one in found) if rows._is_marked(text) else ""
    assert rows.joined_forms(text, title) == expected


@given(LETTERS, LETTERS, LETTERS | st.just(""))
def test_a_person_is_found_by_the_folded_name_and_sorted_by_family_name(given_name, family_name, full_name):
    contact = Contact(given_name=given_name, family_name=family_name, full_name=full_name)
    key, sort = rows._name_keys(contact, contact.heading)
    assert key == folded(contact.heading)
    assert sort == (folded(f"{family_name} {given_name}") if family_name and not full_name else key)


@given(st.text(max_size=30))
def test_a_phone_is_matched_by_its_digits(number):
    assert rows._digits(number) == "".join(filter(str.isdigit, number))


def test_empty_fields_and_yes_or_no_are_stored_as_they_are():
    sql = driver.connect(":memory:")
    row = sql.execute("SELECT ?, ?, ?, typeof(?), typeof(?)", (None, True, False, None, True)).fetchone()
    sql.close()
    assert row == (None, 1, 0, "null", "integer")
    assert {kind for kind, _ in driver.adapters} >= {type(None), bool}, "the driver searches for each, for long"


def test_turns_are_as_before_when_the_last_is_done():
    usual = sys.getswitchinterval()
    with taking_turns():
        with taking_turns():
            assert sys.getswitchinterval() < usual / 10
        assert sys.getswitchinterval() < usual / 10
    assert sys.getswitchinterval() == usual
