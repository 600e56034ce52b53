"""Outlook's contacts and calendar as CSV."""

from __future__ import annotations

from datetime import datetime

import pytest

from journal.domain.entry import LabelledValue, Person
from journal.exchange import detect, outlook_csv
from tests.exchange.tables_in import SAMPLES, csv_of, entries, needs_samples, questions, rejected, twice

FRENCH = (
    '"Titre","Prénom","Deuxième prénom","Nom","Société ","Service ","Titre","Rue (bureau)","Ville (bureau)",'
    '"Téléphone (bureau)","Tél. mobile","Adresse de messagerie","Type de messagerie","Anniversaire","Catégories",'
    '"Privé","Priorité","Notes"'
)
CALENDAR = '"Objet","Début","Début","Fin","Fin","Journée entière","Participants obligatoires","Emplacement","Privé"'


def read(*lines, answers=None, codec="cp1252"):
    return list(outlook_csv.read(csv_of(*lines, codec=codec), "", answers or {}))


@needs_samples
@pytest.mark.parametrize(
    ("file", "first", "held"),
    [
        ("outlook_en_calendar.csv", (2, 0, 0), {"event": 2, "contact": 4}),  # Ana, Chen, Ben, Dana
        ("roundcube_all_bom.csv", (1, 0, 0), {"contact": 1}),
        ("roundcube_outlook_3emails.csv", (1, 0, 0), {"contact": 1}),
        ("thunderbird_basic.csv", (2, 0, 0), {"contact": 2}),
    ],
)
def test_samples_come_in_once(file, first, held, home):
    path = SAMPLES / "outlook-csv" / file
    assert detect.recognise(path.read_bytes(), "").FORMAT == "outlook-csv"
    assert twice(path, home) == (first, (0, 0, 0), held)


@needs_samples
@pytest.mark.parametrize("file", ["outlook_com", "outlook_fr_contacts", "outlook_fr_calendar"])
def test_titles_alone_are_recognised_and_hold_nothing(file):
    (path,) = (SAMPLES / "outlook-csv").glob(f"{file}_HEADER_ONLY*.csv")
    assert detect.recognise(path.read_bytes(), "").FORMAT == "outlook-csv"
    assert list(outlook_csv.read(path.read_bytes(), "")) == []


@needs_samples
def test_every_column_of_the_sample_with_all_is_somewhere():
    path = SAMPLES / "outlook-csv" / "roundcube_all_bom.csv"
    (contact,) = entries(outlook_csv.read(path.read_bytes(), ""))
    told = f"{contact!r}"
    for cell in path.read_text("utf-8-sig").splitlines()[1].split(","):
        assert cell in told or cell in ("20/01/1991",), cell
    assert (contact.birthday, contact.tags) == ("1991-01-20", ("test",))


def test_french_contacts_go_by_position():
    row = (
        '"Mme","Élodie","","Carré","Atelier Nord","Achats","Assistante","1 rue Haute","Lyon","04 72 00 00 01",'
        '"06 11 22 33 44","elodie@nord.example","SMTP","0/0/00","Réseau;Lyon","Faux","Normale","Vue à Lyon"'
    )
    (contact,) = entries(read(FRENCH, row))
    assert (contact.name, contact.organisation, contact.role) == ("Élodie Carré", "Atelier Nord", "Assistante")
    assert contact.phones == (LabelledValue("04 72 00 00 01", "work"), LabelledValue("06 11 22 33 44", "mobile"))
    assert contact.tags == ("Réseau", "Lyon")
    assert contact.birthday == ""
    assert contact.notes.splitlines()[0] == "Vue à Lyon"
    for said in ("Service: Achats", "address (work): 1 rue Haute, Lyon", "Mme"):
        assert said in contact.notes
    for unsaid in ("SMTP", "Normale", "Faux", "0/0/00"):
        assert unsaid not in contact.notes


def test_semicolons_and_utf8_are_read_too():
    lines = (FRENCH.replace('","', '";"'), '"";"Ugo";"";"Petit"' + ';""' * 9 + ';"13/02/1980"' + ';""' * 4)
    found = read(*lines, codec="utf-8-sig")
    assert [(c.name, c.birthday) for c in entries(found)] == [("Ugo Petit", "1980-02-13")]
    assert not questions(found)


def test_french_calendar():
    found = read(
        CALENDAR,
        '"Comité","14/03/2025","10:30:00","14/03/2025","12:00:00","Faux","Zoé Lang;Ruiz, Ana","Salle 2","Faux"',
        '"Salon","3/4/2025","00:00:00","5/4/2025","00:00:00","Vrai","","Lille","Vrai"',
    )
    comite, salon = entries(found)
    assert (comite.starts_at, comite.ends_at) == (datetime(2025, 3, 14, 10, 30), datetime(2025, 3, 14, 12, 0))
    assert comite.participants == (Person(name="Zoé Lang"), Person(name="Ana Ruiz"))
    assert (salon.all_day, salon.confidential) == (True, True)
    assert (salon.starts_at, salon.ends_at) == (datetime(2025, 4, 3), datetime(2025, 4, 4))
    assert not questions(found)


@needs_samples
def test_the_order_of_a_date_is_asked_when_nothing_settles_it():
    data = (SAMPLES / "outlook-csv/outlook_en_calendar.csv").read_bytes()
    found = list(outlook_csv.read(data, ""))
    (question,) = questions(found)
    assert (question.kind, question.choices, question.answer) == ("date_order", ("dmy", "mdy"), "mdy")
    assert entries(found)[0].starts_at == datetime(2024, 3, 4, 10, 0)
    again = list(outlook_csv.read(data, "", {question.key: "dmy"}))
    assert entries(again)[0].starts_at == datetime(2024, 4, 3, 10, 0)
    assert [p.name for p in entries(found)[0].participants] == ["Ana Ruiz", "Chen Li", "Ben Okafor", "Dana Park"]


def test_an_event_without_a_day_is_told():
    found = read(CALENDAR, '"Comité","bientôt","","","","Faux","","",""')
    assert [(record.line, record.reason) for record in rejected(found)] == [(2, "bad_date")]


def test_a_sharepoint_list_with_outlooks_titles_tells_its_look_ups():
    found = read("Nom complet,Prénom,Nom,Adresse de messagerie,Société", "Ada Brun,Ada,Brun,ada@x.example,12;#Alpha")
    assert entries(found)[0].organisation == "Alpha"
