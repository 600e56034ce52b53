"""Lists of those who took a ticket."""

from __future__ import annotations

from datetime import datetime

import pytest

from journal.exchange import detect, tickets
from journal.exchange.proposals import Proposed
from tests.exchange.tables_in import SAMPLES, csv_of, entries, needs_samples, rejected, twice

HELLO = "Référence commande;Date de la commande;Nom participant;Prénom participant;Nom payeur;Prénom payeur"
HELLO += ";Email payeur;Billet;Numéro de billet;Tarif"
EVENTBRITE = "Order #,Order Date,First Name,Last Name,Email,Attendee Status,Event Name,Event ID,Event Start Date"


@needs_samples
@pytest.mark.parametrize(("file", "count"), [("eventbrite_attendees.csv", 4), ("helloasso_participants.csv", 1)])
def test_samples_come_in_once(file, count, home):
    path = SAMPLES / "tickets" / file
    assert detect.recognise(path.read_bytes(), "").FORMAT == "tickets"
    assert twice(path, home) == ((count, 0, 0), (0, 0, 0), {"contact": count})


@needs_samples
def test_samples_keep_every_answer():
    (elodie,) = entries(tickets.read((SAMPLES / "tickets/helloasso_participants.csv").read_bytes(), ""))
    assert (elodie.name, [e.value for e in elodie.emails]) == ("Élodie Dupont", ["elodie.dupont@example.org"])
    for said in ("Tarif: Place PJ Tech'ers", "Montant tarif: 85,00", "Nom de votre personnage: James", "172754126"):
        assert said in elodie.notes
    people = entries(tickets.read((SAMPLES / "tickets/eventbrite_attendees.csv").read_bytes(), ""))
    assert [person.name for person in people] == ["Rosa Delgado", "Jonah Kim", "Sam Ortiz", "Ivy"]
    assert "Attendee Status: Refunded" in people[2].notes
    assert "I'm 18 or older: Yes" in people[3].notes


def test_an_order_of_two_is_two_people_and_the_payers_address_stays_hers():
    found = list(
        tickets.read(
            csv_of(
                HELLO,
                "77;04/03/2026 14:25;ROCHE;Lina;ROCHE;Lina;lina@roche.example;url;77;Plein",
                "77;04/03/2026 14:25;BLIN;Omar;ROCHE;Lina;lina@roche.example;url;78;Réduit",
            ),
            "",
        )
    )
    lina, omar = entries(found)
    assert [record.key for record in found if isinstance(record, Proposed)] == ["order:77#lina roche", "ticket:78"]
    assert (lina.name, omar.name) == ("Lina Roche", "Omar Blin")
    assert [e.value for e in lina.emails] == ["lina@roche.example"]
    assert omar.emails == ()
    assert "Email payeur: lina@roche.example" in omar.notes


def test_the_event_that_is_named_has_those_who_come(home):
    path = home / "attendees.csv"
    path.write_bytes(
        csv_of(
            EVENTBRITE,
            "5,2026-01-02,Ada,Moss,ada@x.example,Attending,Spring Day,901,2026-04-03 18:30",
            "5,2026-01-02,Bo,Lund,bo@x.example,Not Attending,Spring Day,901,2026-04-03 18:30",
            "6,2026-01-02,Cy,Hart,,Checked In,Spring Day,901,2026-04-03 18:30",
        )
    )
    *people, event = entries(tickets.read(path.read_bytes(), ""))
    assert len(people) == 3
    assert (event.title, event.starts_at) == ("Spring Day", datetime(2026, 4, 3, 18, 30))
    assert [person.name for person in event.participants] == ["Ada Moss", "Cy Hart"]
    assert twice(path, home) == ((4, 0, 0), (0, 0, 0), {"contact": 3, "event": 1})


def test_a_ticket_without_a_name_is_told():
    found = list(tickets.read(csv_of(EVENTBRITE, "5,2026-01-02,,,,Attending,,,"), ""))
    assert [(record.line, record.reason) for record in rejected(found)] == [(2, "nameless_line")]
