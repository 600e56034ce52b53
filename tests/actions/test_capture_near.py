"""A new name that is nearly that of a contact: who may be meant is offered, and nobody is taken for another."""

from __future__ import annotations

import pytest

from journal.actions import capture, entries, privacy, reading
from journal.domain.contact import Contact
from journal.domain.errors import UserFacingError
from journal.domain.likeness import nearly_named
from journal.domain.lines import Wanted


@pytest.fixture
def known(journal):
    people = (
        ("Claire", "Dupont"),
        ("Jean-Noël", "Le Goff"),
        ("Tom", "Baker"),
        ("Michel", "Roy"),
        ("Aïcha", "Benali"),
        ("Marie", "Dupuis"),
    )
    drafts = [Contact(given_name=given, family_name=family) for given, family in people]
    ids = entries.create_many(journal, drafts=drafts).created
    return dict(zip((family for _, family in people), ids, strict=True))


def offered(journal, text, **more):
    captured = capture.understand(journal, text=text, **more)
    return {one.text: [person.name for person in one.choices] for one in captured.understood if one.near}


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Café avec Claire Dupond hier", "Claire Dupond", "Claire Dupont"),
        ("café avec claire lambert hier", "Claire Lambert", "Claire Dupont"),  # not simply the Claire who is known
        ("Réunion avec M. Dupont demain", "Dupont", "Claire Dupont"),  # whom one would not call Monsieur
        ("Lunch with Tomm Bakr on Friday", "Tomm Bakr", "Tom Baker"),
        ("Appel avec Calire Dupont demain", "Calire Dupont", "Claire Dupont"),
        ("Café avec calire dupont hier", "Calire Dupont", "Claire Dupont"),
        ("dej avec tom bakr vendredi", "Tom Bakr", "Tom Baker"),
        ("Lunch with Thom Baker tomorrow", "Thom Baker", "Tom Baker"),
        ("Coffee with Tom Bakker yesterday", "Tom Bakker", "Tom Baker"),
        ("Call with Aicha Benalli tomorrow", "Aicha Benalli", "Aïcha Benali"),
        ("Met Marie Depuis at the IMA day", "Marie Depuis", "Marie Dupuis"),
        ("Appris : les filtres, grâce à Claire Duppont", "Claire Duppont", "Claire Dupont"),
    ],
)
def test_who_is_nearly_named_so_is_offered(journal, known, text, name, meant):
    assert offered(journal, text) == {name: [meant]}
    with pytest.raises(UserFacingError, match="did_you_mean"):
        capture.capture(journal, text=text, ask=True)
    assert reading.count(journal, kind="contact", wanted=Wanted()) == len(known)
    right = [capture.Correction("who", one.key, meant, one.choices[0].id) for one in understood(journal, text)]
    assert offered(journal, text, corrections=right) == {}
    capture.capture(journal, text=text, corrections=right, ask=True)
    assert reading.count(journal, kind="contact", wanted=Wanted()) == len(known)


def understood(journal, text):
    return [one for one in capture.understand(journal, text=text).understood if one.near]


@pytest.mark.parametrize(
    "text",
    [
        "Café avec Claire Dupont hier",
        "Café avec Claire Durand hier",
        "Coffee with Tom Parker yesterday",
        "Appel avec Michèle Roy demain",  # another person, by her last letter
        "Café avec Marc Dupont",
        "Café avec Zoé Lebrun hier",
        "Café avec Claire hier",
    ],
)
def test_who_is_another_is_not_asked_about(journal, known, text):
    assert offered(journal, text) == {}
    capture.capture(journal, text=text, ask=True)


def test_somebody_new_stays_somebody_new(journal, known):
    text = "Café avec Claire Dupond hier ; la relancer demain"
    [one] = understood(journal, text)
    right = [capture.Correction("who", one.key, one.text)]
    capture.capture(journal, text=text, corrections=right, ask=True)
    names = [line.title for line in reading.page(journal, kind="contact", wanted=Wanted())]
    assert {"Claire Dupont", "Claire Dupond"} <= set(names)
    other = [capture.Correction("who", one.key, "Tom Bakker")]  # put right in words: looked up again
    assert offered(journal, text, corrections=other) == {"Tom Bakker": ["Tom Baker"]}


def test_nobody_hidden_is_offered(journal):
    entries.create(journal, draft=Contact(given_name="Claire", family_name="Dupont", confidential=True))
    assert offered(journal, "Café avec Claire Dupond") == {}
    privacy.show_confidential(journal, on=True)
    assert offered(journal, "Café avec Claire Dupond") == {"Claire Dupond": ["Claire Dupont"]}


@pytest.mark.parametrize(
    ("typed", "known", "family_only", "expected"),
    [
        ("Dupond", "Claire Dupont", True, True),
        ("Dupond", "Claire Dupont", False, False),
        ("Claire Dupond", "Dupont", False, False),
        ("Claire Anne Dupond", "Claire Dupont", False, False),
        ("Dupond Claire", "Claire Dupont", False, True),
        ("Anne Marie Roy", "Anne-Marie Roy", False, True),
        ("Sara OConnor", "Sarah O'Connor", False, True),
        ("Sofie Martin", "Sophie Martin", False, True),
        ("Hellen Clark", "Helen Clarke", False, True),
        ("Anne Martel", "Jean Martin", False, False),
        ("", "Claire Dupont", False, False),
    ],
)
def test_what_is_nearly_the_same_name(typed, known, family_only, expected):
    assert nearly_named(typed, known, family_only=family_only) is expected
