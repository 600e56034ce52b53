"""Who may be one person, who is surely not, and what it costs among ten thousand."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue
from journal.domain.likeness import REASONS, WORTH_SHOWING, Traits, likeness, pairs, phone_key, same_number, traits


def one(given: str = "", family: str = "", **fields: Any) -> Traits:
    for name in ("emails", "phones", "links"):
        if name in fields:
            fields[name] = (LabelledValue(fields[name]),)
    return traits(Contact(given_name=given, family_name=family, **fields))


MAIL, PHONE = {"emails": "a.b@example.org"}, {"phones": "+33 6 12 34 56 78"}
NEXANS = {"organisation": "Nexans"}
ALIKE = [
    (one("Hélène", "Girard"), one("HELENE", "girard"), "same_name"),
    (one("Jean-Pierre", "Martin"), one("Jean Pierre", "Martin"), "same_name"),
    (one("Claire", "Dupont"), one("Dupont", "Claire"), "same_name"),
    (one("Anne", "Le Goff"), one("Anne", "LeGoff"), "same_name"),
    (one("J.", "Dupont", **NEXANS), one("Jean", "Dupont", organisation="NEXANS S.A."), "initials"),
    (one("JP", "Martin", **NEXANS), one("Jean-Pierre", "Martin", **NEXANS), "initials"),
    (one("Claire", "Dupont", **NEXANS), one("Claire", "Dupond", **NEXANS), "similar_name"),
    (one("Claire", "Dupont", **NEXANS), one("Claire", "Dupont-Martin", **NEXANS), "similar_name"),
    (one("Claire", "Dupont", **MAIL), one("Claire", "Moreau", **MAIL), "same_email"),
    (one("Claire", "Dupont", **MAIL), one(emails="A.B@EXAMPLE.ORG"), "same_email"),
    (one("Claire", **PHONE), one("Claire", "Dupont", phones="06 12 34 56 78"), "same_phone"),
    (
        one("Claire", "Dupont", links="https://www.linkedin.com/in/claire-d/"),
        one("Clara", "Moreau", links="linkedin.com/in/claire-d"),
        "same_link",
    ),
]
NOT_ALIKE = [
    (one("Marie", "Petit", **NEXANS), one("Marc", "Petit", **NEXANS)),
    (one("Marie", "Petit", **MAIL), one("Paul", "Petit", **MAIL)),  # a family's address
    (one("Marie", "Petit", **PHONE), one("Lucas", "Petit", **PHONE)),
    (one("Jean", "Martin"), one("Jean-Pierre", "Martin")),
    (one("Jean", "Martin", **NEXANS), one("Jean-Pierre", "Martin", **NEXANS)),
    (one("Jean-Paul", "Martin", **NEXANS), one("Jean-Pierre", "Martin", **NEXANS)),
    (one("Michel", "Blanc", **NEXANS), one("Michèle", "Blanc", **NEXANS)),
    (one("Jean", "Martin", birthday="1960-01-02"), one("Jean", "Martin", birthday="1988-05-06")),
    (one("Claire"), one("Claire")),
    (one("J.", "Dupont"), one("Jean", "Dupont")),  # an initial alone is not enough
    (one("M.", "Petit", **NEXANS), one("Julie", "Petit", **NEXANS)),
    (one("Zoé", "Roy", emails="info@example.org"), one("Ali", "Haddad", emails="info@example.org")),
    (one("Zoé", "Roy", links="https://example.org/team"), one("Ali", "Haddad", links="https://example.org/team")),
]


@pytest.mark.parametrize(("a", "b", "reason"), ALIKE)
def test_likely_one_person(a: Traits, b: Traits, reason: str) -> None:
    found = likeness(a, b)
    assert found.score >= WORTH_SHOWING
    assert reason in found.reasons
    assert [(p.contact_id, p.other_id) for p in pairs([replace(a, id=1), replace(b, id=2)])] == [(1, 2)]


@pytest.mark.parametrize(("a", "b"), NOT_ALIKE)
def test_not_proposed(a: Traits, b: Traits) -> None:
    assert likeness(a, b).score < WORTH_SHOWING
    assert pairs([replace(a, id=1), replace(b, id=2)]) == []


def test_more_signs_are_likelier() -> None:
    name = likeness(one("Claire", "Dupont"), one("Claire", "Dupont")).score
    colleague = likeness(one("Claire", "Dupont", **NEXANS), one("Claire", "Dupont", **NEXANS)).score
    address = likeness(one("Claire", "Dupont", **NEXANS, **MAIL), one("Claire", "Dupont", **NEXANS, **MAIL)).score
    assert name < colleague < address


def test_a_switchboard_says_nothing() -> None:
    names = ["Ana Roy", "Ben Haddad", "Cleo Blanc", "Dan Noir", "Eve Petit"]
    people = [replace(one(*name.split(), **PHONE), id=n) for n, name in enumerate(names, start=1)]
    assert pairs([*people, replace(one(**PHONE), id=9)]) == []


def test_not_the_same_is_left_out() -> None:
    two = [replace(one("Claire", "Dupont"), id=n) for n in (4, 7)]
    assert pairs(two, apart=[(4, 7)]) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("+33 6 12 34 56 78", "06.12.34.56.78", True),
        ("0033 (0)6 12 34 56 78", "+33612345678", True),
        ("+33 1 40 00 00 00 poste 12", "01 40 00 00 00", True),
        ("+33 6 12 34 56 78", "+44 6 12 34 56 78", False),
        ("06 12 34 56 78", "06 12 34 56 79", False),
    ],
)
def test_numbers(a: str, b: str, same: bool) -> None:
    assert same_number(phone_key(a), phone_key(b)) is same


WORDS = st.sampled_from(
    ["claire", "clara", "jean", "pierre", "j", "p", "jp", "dupont", "dupond", "le", "goff", "legoff"]
)
NAMES = st.lists(WORDS, max_size=3).map(tuple)
SOME = st.builds(
    Traits,
    given=NAMES,
    family=NAMES,
    emails=st.frozensets(st.sampled_from(["a@x.org", "b@x.org", "info@x.org"])),
    phones=st.frozensets(st.sampled_from(["+33612345678", "0612345678", "+44712345678"])),
    links=st.frozensets(st.sampled_from(["linkedin.com/in/a", "x.org/team"])),
    organisation=st.sampled_from(["", "nexans", "ffmas"]),
    birthday=st.sampled_from(["", "--05-31", "1980-05-31", "1981-02-03"]),
)


@given(SOME, SOME)
def test_symmetric_and_nobody_is_more_alike_than_a_copy(a: Traits, b: Traits) -> None:
    found = likeness(a, b)
    assert found == likeness(b, a)
    assert 0 <= found.score <= 1
    assert set(found.reasons) <= set(REASONS)
    assert likeness(a, a).score >= found.score


@given(st.lists(SOME, max_size=6), st.randoms())
def test_the_order_of_contacts_is_irrelevant(people: list[Traits], random: Any) -> None:
    numbered = [replace(person, id=n) for n, person in enumerate(people, start=1)]
    shuffled = list(numbered)
    random.shuffle(shuffled)
    assert pairs(shuffled) == pairs(numbered)


def test_ten_thousand_take_about_a_second() -> None:
    givens = [f"Given{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(80)]
    people = [
        replace(one(givens[n % 80], f"Family{chr(97 + n % 23)}{n // 7}", organisation=f"Company {n % 300}"), id=n + 1)
        for n in range(10_000)
    ]
    start = time.perf_counter()
    pairs(people)
    assert time.perf_counter() - start < 8  # measured under two; room for a busy computer
