"""What a search finds and in which order: operators, times, misspelt words, the same in the lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from journal.actions import entries, reading
from journal.actions.search import search
from journal.domain.contact import Contact
from journal.domain.entry import Entry, LabelledValue, Membership, Person
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.store.journal import Journal
from tests.journals import opened


@pytest.fixture(scope="module")
def hers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with opened(tmp_path_factory.mktemp("finding") / "journal.db") as journal:
        drafts: list[Entry] = [
            Network(name="FFMAS"),
            Network(name="IMA"),
            Contact(given_name="Claire", family_name="Dupont", networks=(Membership("FFMAS"),), tags=("excel",)),
            Contact(given_name="Jean-Noël", family_name="Roy", phones=(LabelledValue("06 12 34 56 78"),)),
            Contact(given_name="Siobhán", family_name="O'Brien", favourite=True, notes="Sends an e-mail each May"),
        ]
        entries.create_many(journal, drafts=drafts)
        drafts = [
            Event(title="Réunion budget", type="meeting", status="attended", starts_at=datetime(2026, 3, 12, 10),
                  place="Lyon", participants=(Person(name="Claire Dupont"),), tags=("excel avancé",)),
            Event(title="Café", type="coffee", status="attended", starts_at=datetime(2026, 10, 8, 9), network="IMA",
                  participants=(Person(name="Siobhán O'Brien"),), notes="Budget de l'assistante"),
            Event(title="Bilan mars 2026", status="planned", starts_at=datetime(2026, 12, 4, 9)),
            Learning(title="Comment trier un tableau ?", type="question", learned_on=date(2026, 3, 20), network="FFMAS",
                     tags=("excel",)),
            Learning(title="Publipostage", type="tool", learned_on=date(2025, 6, 1), body="Avec Excel et Word"),
            Reminder(title="Relancer Claire", due_at=datetime(2026, 11, 2, 9), notes="budget 2027"),
        ]  # fmt: skip
        entries.create_many(journal, drafts=drafts)
        yield journal


def titles(journal: Journal, words: str) -> list[str]:
    return [hit.title for hit in search(journal, words=words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        *(("budget", {"Réunion budget", "Café", "Relancer Claire"}), ("budget -2027", {"Réunion budget", "Café"})),
        *(("budget type:événement", {"Réunion budget", "Café"}), ("kind:reminder budget", {"Relancer Claire"})),
        *(("tag:excel", {"Claire Dupont", "Comment trier un tableau ?"}), ("étiquette:avan", set())),
        *(("tag:excel-", set()), ('tag:"excel avancé"', {"Réunion budget"})),
        *(("excel -tag:excel", {"Réunion budget", "Publipostage"}), ("-kind:event budget", {"Relancer Claire"})),
        *(("réseau:ffmas", {"FFMAS", "Claire Dupont", "Comment trier un tableau ?"}), ("network:ima café", {"Café"})),
        *(("avec:dupont budget", {"Réunion budget"}), ("with:siobhan kind:event", {"Café"})),
        *(("lieu:lyon", {"Réunion budget"}), ("-lieu:lyon budget", {"Café", "Relancer Claire"})),
        *(("type:question", {"Comment trier un tableau ?"}), ("type:outil excel", {"Publipostage"})),
        *(("is:favori", {"Siobhán O'Brien"}), ("statut:prévu", {"Bilan mars 2026"})),
        *(("budget mars 2026", {"Réunion budget"}), ("le mois dernier", {"Café", "Siobhán O'Brien"})),
        *(("budget depuis octobre 2026", {"Café", "Relancer Claire"}), ("date:2025", {"Publipostage"})),
        *(
            ('"budget de"', {"Café"}),
            ('"de budget"', set()),
            ('-"budget de" budget', {"Réunion budget", "Relancer Claire"}),
        ),
        *(
            ("jeannoel", {"Jean-Noël Roy"}),
            ("jean noel", {"Jean-Noël Roy"}),
            ("obrien kind:contact", {"Siobhán O'Brien"}),
        ),
        *(("email", {"Siobhán O'Brien"}), ("e-mail", {"Siobhán O'Brien"}), ("l'assistante budg", {"Café"})),
        *(("+33 6 12 34 56 78", {"Jean-Noël Roy"}), ("+33612345678", {"Jean-Noël Roy"}), ("061234", {"Jean-Noël Roy"})),
        *(
            ("avec:inconnue", set()),
            ("réseau:inconnu budget", set()),
            ("kind:", set()),
            ("-budget kind:event", {"Bilan mars 2026"}),
        ),
    ],
)
def test_operators_find(hers: Journal, words: str, found: set[str]) -> None:
    assert set(titles(hers, words)) == found
    in_lists = {
        line.title
        for kind in ("contact", "event", "learning", "network", "reminder")
        for line in reading.page(hers, kind=kind, wanted=Wanted(words=words), limit=100)
    }
    if words != "kind:":  # an operator she is still typing: a list waits, and shows all
        assert in_lists == found, "a list understands the same words"


def test_a_time_finds_its_days_and_the_titles_that_name_it(hers: Journal) -> None:
    assert titles(hers, "mars 2026") == [
        "Bilan mars 2026",
        "Comment trier un tableau ?",
        "Réunion budget",
        "Claire Dupont",
    ]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        *(("Dupond", "Claire Dupont"), ("clare dupont", "Claire Dupont"), ("Cliare", "Claire Dupont")),
        *(("reunoin", "Réunion budget"), ("publipostge", "Publipostage"), ("sioban", "Siobhán O'Brien")),
        *(("kind:contact dupond", "Claire Dupont"), ("claire dupond", "Claire Dupont"), ("dupond cl", "Claire Dupont")),
    ],
)
def test_a_misspelt_word_still_finds(hers: Journal, words: str, first: str) -> None:
    hits = search(hers, words=words)
    assert hits[0].title == first and hits[0].score < 1
    kinds = ("contact", "event", "learning")
    lists = [line.title for kind in kinds for line in reading.page(hers, kind=kind, wanted=Wanted(words=words))]
    assert first in lists, "in a list too"


def test_what_is_spelt_right_is_not_corrected(hers: Journal) -> None:
    assert titles(hers, "zzzzzz") == titles(hers, "qwertz") == []
    assert all(hit.score >= 1 for hit in search(hers, words="dupont"))


def test_a_new_name_is_known_to_the_spelling_at_once(journal: Journal) -> None:
    assert titles(journal, "wolfgnag") == []
    entries.create(journal, draft=Contact(given_name="Wolfgang"))
    assert titles(journal, "wolfgnag") == ["Wolfgang"]
    entries.save(journal, entry_id=1, fields={"given_name": "Ludovica"})
    assert titles(journal, "ludovcia") == ["Ludovica"]


def test_names_first_then_titles_then_the_newest(journal: Journal) -> None:
    drafts: list[Entry] = [
        Event(title=f"Lunch {n}", starts_at=datetime(2026, 1, 1 + n), notes="paris") for n in range(5)
    ]
    drafts += [
        Event(title="Train for Paris", starts_at=datetime(2025, 1, 1)),
        Contact(given_name="Paris", family_name="Hill"),
    ]
    drafts += [
        Event(title="Paris fair", starts_at=datetime(2024, 1, 1)),
        Contact(given_name="Ann", family_name="Paris"),
    ]
    entries.create_many(journal, drafts=drafts)
    expected = ["Paris Hill", "Ann Paris", "Paris fair", "Train for Paris", *(f"Lunch {n}" for n in (4, 3, 2, 1, 0))]
    assert titles(journal, "paris") == titles(journal, "pari") == expected
    assert titles(journal, "pa")[:3] == expected[:3]


def test_the_words_are_marked_in_title_and_text(hers: Journal) -> None:
    hits = {hit.title: hit for hit in search(hers, words="budget")}
    assert hits["Réunion budget"].marked_title == "Réunion \x02budget\x03"
    assert "\x02Budget\x03 de" in hits["Café"].snippet and hits["Café"].marked_title == "Café"
    [hit] = search(hers, words="dupond")[:1]
    assert hit.marked_title == "Claire \x02Dupont\x03", "the word it was taken for"
