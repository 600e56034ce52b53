"""The seven ready-made networks: complete in both languages, true to what they may say, added once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from journal.actions import entries, networks, reading
from journal.domain.changes import NOTHING_CHANGED
from journal.domain.contact import Contact
from journal.domain.entry import About, Membership, Person
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import OTHER_NAMES, READY_MADE, Network
from journal.domain.reminder import Reminder
from journal.store.journal import Journal, open_journal
from journal.system.clock import FixedClock


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "hers.journal", clock=FixedClock(datetime(2026, 11, 23, 9)))
    yield opened
    opened.close()


def names(journal: Journal) -> list[str]:
    return sorted(line.title for line in reading.networks(journal))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_seven_cards_with_something_to_offer_and_nothing_invented(language):
    cards = networks.ready_made(language)
    assert tuple(card.key for card in cards) == READY_MADE
    for card in cards:
        draft = card.draft()
        assert draft.checked() == draft
        assert 2 <= len(card.offers.splitlines()) <= 4
        assert card.notes
        assert (draft.dues, draft.renews_on, draft.member_since, draft.my_role, draft.feed_url) == (
            "",
            None,
            "",
            "",
            "",
        )
        assert card.website == "" or card.website.startswith("https://")


def test_both_languages_speak_of_the_same_networks_in_words_of_their_own():
    for french, english in zip(networks.ready_made("fr"), networks.ready_made("en"), strict=True):
        assert replace(french, offers="", notes="") == replace(english, offers="", notes="")
        assert french.offers != english.offers


@pytest.mark.parametrize("language", ["fr", "en"])
def test_former_names_are_told_and_lead_to_the_cards(language):
    cards = {card.name: card for card in networks.ready_made(language)}
    assert set(OTHER_NAMES.values()) <= set(cards)
    assert "EUMA" in cards["IMA"].notes
    assert "Yammer" in cards["Viva Engage"].notes


def test_chosen_cards_are_added_in_the_order_of_the_cards_and_undone_together(journal):
    changes = networks.add_ready_made(journal, keys=["linkedin", "ffmas"], language="fr")
    assert [reading.entry(journal, entry_id=number).heading for number in changes.created] == ["FFMAS", "LinkedIn"]
    assert "fédération" in reading.entry(journal, entry_id=changes.created[0]).offers
    entries.undo(journal)
    assert names(journal) == []


def test_a_network_she_has_is_left_alone_in_either_language(journal):
    entries.create(journal, draft=Network(name="ffmas", type="association", notes="mine"))
    networks.add_ready_made(journal, keys=READY_MADE, language="en")
    assert len(names(journal)) == 7
    assert networks.add_ready_made(journal, keys=READY_MADE, language="fr") == NOTHING_CHANGED
    mine = next(line for line in reading.networks(journal) if line.title == "ffmas")
    assert reading.entry(journal, entry_id=mine.id).notes == "mine"


def test_a_network_under_its_former_name_is_not_made_again(journal):
    entries.create(journal, draft=Network(name="Yammer", type="company"))
    networks.add_ready_made(journal, keys=["viva_engage", "ima"], language="en")
    assert len(names(journal)) == 2
    assert "IMA" in names(journal)


def test_unknown_keys_add_nothing(journal):
    assert networks.add_ready_made(journal, keys=["myspace"], language="en") == NOTHING_CHANGED


def test_an_entry_takes_the_spelling_its_network_has(journal):
    entries.create(journal, draft=Learning(title="Publipostage", network="Ffmas"))
    (claire,) = entries.create(journal, draft=Contact(given_name="Claire", networks=(Membership("FFMAS"),))).created
    assert reading.entry(journal, entry_id=claire).networks == (Membership("Ffmas"),)
    same = entries.save(journal, entry_id=claire, fields={"networks": (Membership("FFMAS"),)})
    assert not same.change_id


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_of_the_seven_has_a_guide_of_its_own_under_every_name_it_goes_by(language):
    guides = {card.key: networks.guide(card.name, language=language) for card in networks.ready_made(language)}
    other = networks.guide("The library's circle", language=language)
    assert len({tuple(steps) for steps in [*guides.values(), other]}) == len(READY_MADE) + 1
    assert networks.guide(" yammer", language=language) == guides["viva_engage"]
    assert networks.guide("EUMA", language=language) == guides["ima"]
    facts = {"linkedin": ".zip", "facebook": "JSON", "sharepoint": "CSV", "blogs": "OPML", "ima": ".ics"}
    for key, fact in facts.items():
        assert any(fact in step for step in guides[key])
    for steps in [*guides.values(), other]:
        assert 3 <= len(steps) <= 5
        assert any(says in step for step in steps for says in ("Importer…", "Bring in…"))


def test_the_guides_take_as_many_steps_in_both_languages():
    for card in networks.ready_made("en"):
        french, english = (networks.guide(card.name, language=language) for language in ("fr", "en"))
        assert len(french) == len(english)
        assert not set(french) & set(english)


# --- what it gave, and another year ---------------------------------------------------------------------------------


def test_what_a_network_gave_this_year_in_hours_and_people(journal):
    network = entries.create(journal, draft=Network(name="Guilde")).created[-1]

    def event(day, people=(), **fields):
        named = tuple(Person(name=name) for name in people)
        draft = Event(title=str(day), starts_at=day, network="Guilde", participants=named, **fields)
        entries.create(journal, draft=draft)

    event(datetime(2026, 3, 1, 9), ("Ada Brun", "Bo Gris"), hours=2, status="attended")
    event(datetime(2026, 4, 1, 9), ("Ada Brun",), hours=1.5, status="attended")
    event(datetime(2026, 12, 20, 9), ("Cy Vert",), hours=8)  # to come
    event(datetime(2025, 3, 1, 9), ("Di Bleu",), hours=4, status="attended")
    entries.create(journal, draft=Learning(title="x", hours=0.5, learned_on=date(2026, 3, 1), network="Guilde"))
    assert networks.gave(journal, network_id=network) == networks.Given(hours=4.0, people=2)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2026, 12, 18), date(2027, 12, 18)),  # some days early
        (date(2026, 11, 1), date(2027, 11, 1)),  # late
        (date(2020, 2, 29), date(2027, 2, 28)),  # long forgotten, on a day that year has not
    ],
)
def test_a_renewed_membership_has_its_next_date_and_its_reminder_comes_again(journal, day, following):
    network = entries.create(journal, draft=Network(name="Guilde", renews_on=day)).created[-1]
    draft = Reminder(title="Renouveler", about=About("network", network, "Guilde"), days_before=30)
    reminder = entries.create(journal, draft=draft).created[-1]
    entries.save(journal, entry_id=reminder, fields={"done_at": datetime(2026, 11, 20, 9)})
    networks.renewed(journal, network_id=network)
    assert reading.entry(journal, entry_id=network).renews_on == following
    again = reading.entry(journal, entry_id=reminder)
    assert (again.due_at.date(), again.done_at) == (following - timedelta(days=30), None)
    entries.undo(journal)
    assert reading.entry(journal, entry_id=network).renews_on == day
    assert reading.entry(journal, entry_id=reminder).done_at is not None
