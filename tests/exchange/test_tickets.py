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


VARIANTS = {
    "HelloAsso, own address": "Numéro;Date;Statut de la commande;Nom participant;Prénom participant;Email participant;"
    "Nom payeur;Prénom payeur;Email payeur;Billet;Numéro de billet;Tarif|"
    "1;13/04/2024;Validé;Roux;Zoé;zoe@x.example;Moss;Ada;ada@x.example;u;123;Plein",
    "HelloAsso, members": "Référence commande;Date de la commande;Nom adhérent;Prénom adhérent;Nom payeur;"
    "Prénom payeur;Email payeur;Tarif|1;13/04/2024;ROUX;Zoé;Roux;Zoé;zoe@x.example;Plein",
    "HelloAsso in English": "Order reference;Order date;Attendee last name;Attendee first name;Payer last name;"
    "Payer first name;Payer email;Ticket number;Rate|1;13/04/2024;Roux;Zoé;Roux;Zoé;zoe@x.example;123;Full",
    "HelloAsso, forms": "Campagne;Référence commande;Date;Nom utilisateur;Prénom utilisateur;Email;Tarif|"
    "Gala;1;13/04/2024;Roux;Zoé;zoe@x.example;Plein",
    "Eventbrite in French": "Commande n°,Date de commande,Prénom,Nom de famille,Adresse e-mail,Type de billet,"
    "Statut du participant,Nom de l'événement|5,2024-01-02,Zoé,Roux,zoe@x.example,Plein,Participant,Gala",
    "Eventbrite in French, newer": "N° de commande;Prénom;Nom;E-mail;Type de billet;État du participant;Événement|"
    "5;Zoé;Roux;zoe@x.example;Plein;Présent;Gala",
    "Eventbrite today": "Order ID,Order date,Attendee Status,Attendee #,First name,Last name,Email,Event name|"
    "5,2024-01-02 10:00:00+00:00,Attending,77,Zoé,Roux,zoe@x.example,Gala",
    "Eventbrite, buyer and attendee": "Order ID,Buyer First Name,Buyer Last Name,Buyer Email,Ticket ID,"
    "Attendee First Name,Attendee Surname,Attendee Email|5,Ada,Moss,ada@x.example,1,Zoé,Roux,zoe@x.example",
    "One name": "Order #,Order Date,Attendee Name,Attendee Email,Ticket Type|5,2024-01-02,Zoé Roux,zoe@x.example,Full",
    "Weezevent": "Numéro de commande;Code-barres;Nom;Prénom;E-mail;Tarif|5;99;Roux;Zoé;zoe@x.example;Plein",
}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_other_titles_of_the_same_lists(variant, codec, home):
    path = home / "list.csv"
    path.write_bytes(csv_of(*VARIANTS[variant].split("|"), codec=codec))
    assert detect.recognise(path.read_bytes(), "list.csv") is tickets
    found = entries(tickets.read(path.read_bytes(), ""))
    assert (found[0].name, [e.value for e in found[0].emails]) == ("Zoé Roux", ["zoe@x.example"])
    assert [entry.title for entry in found[1:]] == (["Gala"] if "Gala" in VARIANTS[variant] else [])
    assert twice(path, home)[1] == (0, 0, 0)


@pytest.mark.parametrize(
    "titles", ["Nom;Prénom;E-mail;Lieu", "ID,Name,Email,Status", "Order ID,Product,Email", "Prénom;Nom;Tarif"]
)
def test_other_tables_are_no_lists_of_tickets(titles):
    assert not tickets.recognises(csv_of(titles, "1;2;3;4"), "list.csv")


def test_a_birthday_is_one_and_a_place_without_its_event_is_kept():
    head = "Référence commande;Nom adhérent;Prénom adhérent;Date de naissance;Lieu"
    (zoe,) = entries(tickets.read(csv_of(head, "1;Roux;Zoé;25/02/1980;Lyon"), ""))
    assert (zoe.birthday, zoe.notes) == ("1980-02-25", "Référence commande: 1\nLieu: Lyon")
