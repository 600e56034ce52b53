"""The capture line: what a sentence becomes."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from journal.actions import capture, entries, reading
from journal.domain.contact import Contact
from journal.domain.errors import UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.reminder import Reminder
from journal.store.journal import Journal


def understood(journal: Journal, text: str) -> object:
    captured = capture.understand(journal, text=text)
    assert captured is not None
    return captured.draft


def test_a_coffee_with_a_known_contact(journal: Journal) -> None:
    claire = entries.create(journal, draft=Contact(given_name="Claire", family_name="Dupont")).created[-1]
    event = understood(journal, "Café avec @Claire demain 9h #excel")
    assert isinstance(event, Event)
    assert (event.title, event.type, event.starts_at) == (
        "Café avec Claire Dupont",
        "coffee",
        datetime(2026, 11, 24, 9),
    )
    assert (event.status, event.tags, [p.id for p in event.participants]) == ("planned", ("excel",), [claire])
    assert event.notes == "Café avec @Claire demain 9h #excel"


def test_a_new_name_makes_a_contact_in_the_same_undo_step(journal: Journal) -> None:
    capture.capture(journal, text="Appel @Anne de la Tour hier : très utile")
    [line] = reading.page(journal, kind="contact", wanted=Wanted())
    assert line.title == "Anne de la Tour"
    [event] = reading.page(journal, kind="event", wanted=Wanted())
    assert (event.type, event.state, event.date[:10]) == ("call", "attended", "2026-11-22")
    entries.undo(journal)
    assert reading.count(journal, kind="contact", wanted=Wanted()) == 0


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("Question : comment refuser une réunion ?", "question", "comment refuser une réunion ?"),
        ("Fière : CA organisé en 3 jours", "win", "CA organisé en 3 jours"),
        ("Learned: mail merge with macros", "practice", "mail merge with macros"),
        ("Outil : Power Automate", "tool", "Power Automate"),
    ],
)
def test_learnings_by_their_first_word(journal: Journal, text: str, kind: str, title: str) -> None:
    learning = understood(journal, text)
    assert isinstance(learning, Learning)
    assert (learning.type, learning.title, learning.learned_on) == (kind, title, date(2026, 11, 23))


def test_a_reminder_with_its_day(journal: Journal) -> None:
    reminder = understood(journal, "Rappel : cotisation FFMAS le 3 janvier")
    assert isinstance(reminder, Reminder)
    assert (reminder.title, reminder.due_at) == ("cotisation FFMAS", datetime(2027, 1, 3, 9))


def test_of_two_claires_neither_is_guessed(journal: Journal) -> None:
    for family in ("Dupont", "Martin"):
        entries.create(journal, draft=Contact(given_name="Claire", family_name=family))
    with pytest.raises(UserFacingError) as told:
        capture.capture(journal, text="Café avec @Claire")
    assert told.value.code == "which_person"
    assert reading.count(journal, kind="event", wanted=Wanted()) == 0


def test_an_empty_line_makes_nothing(journal: Journal) -> None:
    assert capture.understand(journal, text="  \n ") is None
    with pytest.raises(UserFacingError):
        capture.capture(journal, text=" ")


@pytest.mark.parametrize(
    "text", ["@", "#", "@ #", "(" * 1000, "a" * 1_000_000, "\x00\x01", "\u202eمرحبا", "%' OR 1=1 --"]
)
def test_hostile_text_gives_an_entry_or_a_sentence(journal: Journal, text: str) -> None:
    try:
        capture.capture(journal, text=text)
    except UserFacingError:
        return
    assert reading.count(journal, kind="event", wanted=Wanted()) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Café avec Nathalie jeudi dernier, 1h30. La revoir dans un mois", "Café avec Nathalie"),
        ("Passé 2h avec Excel sur les budgets", "Passé 2h avec Excel sur les budgets"),
        ("Appel de 30 min avec Xavier Le Bihan", "Appel avec Xavier Le Bihan"),
        ("Appris : la réunion debout de 15 min marche bien", "la réunion debout de 15 min marche bien"),
        ("Tip: Ctrl+; puts today's date in Excel", "Ctrl+; puts today's date in Excel"),
        ("Point avec Anne dans la semaine du 7 décembre", "Point avec Anne"),
        ("Reminder: update the directory starting 4 January", "update the directory"),
        ("Rappel : préparer le rapport mensuel pour vendredi", "préparer le rapport mensuel"),
        ("Rencontré via Facebook : Camille Ferrand", "Rencontré via Facebook : Camille Ferrand"),
    ],
)
def test_a_title_is_whole_without_its_day(journal: Journal, text: str, title: str) -> None:
    assert getattr(understood(journal, text), "title", "") == title


@pytest.mark.parametrize("stored", ["Isabelle N'Diaye", "Jeanne d’Arc", "Marie-Hélène de La Tour", "Helen St. John"])
def test_a_known_name_is_known_however_it_is_typed(journal: Journal, stored: str) -> None:
    given, _, family = stored.partition(" ")
    known = entries.create(journal, draft=Contact(given_name=given, family_name=family)).created[-1]
    plain = stored.replace("é", "e").replace("è", "e")
    ways = {stored, plain, plain.lower(), stored.replace("'", "’"), stored.replace("’", "'"), stored.replace("-", " ")}
    for way in sorted(ways):
        event = understood(journal, f"Café avec {way} demain")
        assert isinstance(event, Event)
        assert [one.id for one in event.participants] == [known], way


def test_an_initial_tells_two_of_one_name_apart(journal: Journal) -> None:
    drafts = [Contact(given_name="Claire", family_name=name) for name in ("Dupont", "Petit", "de La Tour")]
    ids = entries.create_many(journal, drafts=drafts).created
    for text, known in (("Claire D.", ids[0]), ("Claire P.", ids[1]), ("Claire T.", ids[2]), ("C. Petit", ids[1])):
        event = understood(journal, f"Appel avec {text} hier")
        assert isinstance(event, Event)
        assert [one.id for one in event.participants] == [known], text
