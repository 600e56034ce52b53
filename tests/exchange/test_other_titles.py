"""Files of the kinds known here whose titles stand in another order or language, or are fewer: the same comes out."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from journal.actions import bring_in
from journal.exchange import detect
from tests.exchange.tables_in import csv_of, entries, twice
from tests.journals import opened

PEOPLE = {
    "linkedin": [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On|"
        "Zoé,Roux,u,z@x.example,ACME,PA,02 Mar 2021",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le|Zoé,Roux,u,z@x.example,ACME,PA,2 mars 2021",
        "Prénom;Nom;URL du profil;E-mail;Société;Fonction;Relation depuis le|Zoé;Roux;u;z@x.example;ACME;PA;02/03/2021",
        "Connected On,Position,Company,Email Address,URL,Last Name,First Name|"
        "2021-03-02,PA,ACME,z@x.example,u,Roux,Zoé",
        "First Name,Last Name,Email Address,Company,Position,Connected On|Zoé,Roux,z@x.example,ACME,PA,02 Mar 2021",
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am|"
        "Zoé,Roux,u,z@x.example,ACME,PA,2 Mar 2021",
        "first name,last name,email address,company,position,connected on|"
        'Zoé,Roux,z@x.example,ACME,PA,"3/2/21, 5:04 PM"',
        "First Name,Last Name,Email Address,Company,Position,Connected On,|Zoé,Roux,z@x.example,ACME,PA,02 Mar 2021,",
        "First Name\tLast Name\tEmail Address\tCompany\tPosition\tConnected On|"
        "Zoé\tRoux\tz@x.example\tACME\tPA\t2 Mar 2021",
        "Prénom,Nom,Adresse e-mail,Entreprise,Poste,Date de connexion|Zoé,Roux,z@x.example,ACME,PA,2 mars 2021",
    ],
    "google-csv": [
        "Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title|"
        "Zoé,Roux,* Work,z@x.example,ACME,PA",
        "First Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value|"
        "Zoé,Roux,ACME,PA,* myContacts,* Work,z@x.example",
        "E-mail 1 - Value;Last Name;First Name;Organization Title;Organization Name|z@x.example;Roux;Zoé;PA;ACME",
        "Nom,Prénom usuel,Nom de famille,Appartenance à un groupe,E-mail 1 - Type,E-mail 1 - Valeur,"
        "Organisation 1 - Nom,Organisation 1 - Titre|Zoé Roux,Zoé,Roux,* myContacts,* Work,z@x.example,ACME,PA",
        "Prénom,Deuxième prénom,Nom,Nom de l'organisation,Poste,Libellés,E-mail 1 - Libellé,E-mail 1 - Valeur|"
        "Zoé,,Roux,ACME,PA,* myContacts,Bureau,z@x.example",
        "Prénom,Nom,Organisation,Fonction,E-mail 1 - Étiquette,E-mail 1 - Valeur|Zoé,Roux,ACME,PA,,z@x.example",
    ],
    "outlook-csv": [
        "Titre;Prénom;Deuxième prénom;Nom;Suffixe;Société ;Titre;Adresse de messagerie|;Zoé;;Roux;;ACME;PA;z@x.example",
        "Title,First Name,Last Name,Company,Job Title,Business Street,E-mail Address,E-mail Display Name|"
        ",Zoé,Roux,ACME,PA,,z@x.example,Zoé",
        "First Name;Last Name;E-mail Address;Mobile Phone;Company;Job Title|Zoé;Roux;z@x.example;06;ACME;PA",
        "Prénom,Nom,Titre,Adresse e-mail,Adresse de messagerie 2,Téléphone mobile,Société,Fonction|"
        "Zoé,Roux,,z@x.example,,06,ACME,PA",
        "Job Title,Company,E-mail Address,E-mail 2 Address,Last Name,First Name|PA,ACME,z@x.example,,Roux,Zoé",
        "First Name,Last Name,Display Name,Primary Email,Organization,Job Title|Zoé,Roux,Zoé Roux,z@x.example,ACME,PA",
    ],
    "sharepoint": [
        'ListSchema={"a":[1]}|Nom,Adresse de messagerie,Société,Fonction|Zoé Roux,z@x.example,ACME,PA',
        'ListSchema={"a":[1]} Nom,Adresse de messagerie,Société,Fonction|Zoé Roux,z@x.example,ACME,PA',
        'ListSchema={"a":[1]}|Titre,Prénom,E-mail,Société,Fonction,Site|Roux,Zoé,z@x.example,"[""ACME""]",PA,Lyon',
        'ListSchema={"a":[1]}|Title,First Name,Email,Company,Job Title|Roux,Zoé,z@x.example,12;#ACME,PA',
    ],
    "table": [
        "Nom et prénom,Adresse mail,N° de tél,Employeur,Poste|ROUX Zoé,z@x.example,06 12 34 56 78,ACME,PA",
        "Last,First,Mail,Cell,Firm,Job|Roux,Zoé,z@x.example,0612345678,ACME,PA",
        "id;civilite;nom_usage;prenom_usage;email_pro;tel_portable;societe;poste|1;;Roux;Zoé;z@x.example;06;ACME;PA",
        "FirstName,LastName,EmailAddress,MobilePhone,JobTitle,CompanyName|Zoé,Roux,z@x.example,+33 6,PA,ACME",
        "Contact name,Contact e-mail,Organization,Job|Zoé Roux,z@x.example,ACME,PA",
        "NOM;PRÉNOM;COURRIEL;SOCIÉTÉ;FONCTION|Roux;Zoé;z@x.example;ACME;PA",
        "Surname|Forename|E-Mail|Employer|Role||Roux|Zoé|z@x.example|ACME|PA",
        "Nom;E-mail;Entreprise;Titre|Zoé Roux;z@x.example;ACME;PA",
        "Titre;Fonction;Prénom;Nom;E-mail;Entreprise|Mme;PA;Zoé;Roux;z@x.example;ACME",
        "Nom *,Prénom *,Mail professionnel :,Organisation,Intitulé du poste|Roux,Zoé,z@x.example,ACME,PA",
    ],
}


def lines_of(text):
    return text.split("||") if "||" in text else text.split("|")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(("format", "text"), [(name, text) for name, texts in PEOPLE.items() for text in texts])
def test_one_person_comes_out_whole(format, text, codec, home):
    path = home / "people.csv"
    path.write_bytes(csv_of(*lines_of(text), codec=codec))
    reader = detect.recognise(path.read_bytes(), "people.csv")
    assert reader is not None and format == reader.FORMAT
    (zoe,) = entries(reader.read(path.read_bytes(), "people.csv"))
    assert (zoe.name.title(), zoe.organisation, zoe.role) == ("Zoé Roux", "ACME", "PA")
    assert [email.value for email in zoe.emails] == ["z@x.example"]
    assert zoe.met_on == (date(2021, 3, 2) if format == "linkedin" else None)
    assert twice(path, home)[:2] == ((1, 0, 0), (0, 0, 0))


@pytest.mark.parametrize(
    "text",
    [
        "Objet;Début;Début;Fin;Fin;Journée entière;Emplacement|"
        "Comité;13/04/2024;09:00:00;13/04/2024;10:00:00;Faux;Lyon",
        "Subject,Start Date,Start Time,End Date,End Time,Location|Comité,4/13/2024,9:00 AM,4/13/2024,10:00 AM,Lyon",
        "Objet,Date de début,Heure de début,Date de fin,Heure de fin,Lieu|"
        "Comité,13/04/2024,09:00,13/04/2024,10h00,Lyon",
        "Événement;Date;Heure;Heure de fin;Lieu|Comité;13 avril 2024;9h00;10h00;Lyon",
        "Title,Start,End,Location|Comité,2024-04-13 09:00,2024-04-13 10:00,Lyon",
        'ListSchema={"a":1}|Titre,Date de début,Date de fin,Lieu|Comité,2024-04-13T09:00:00,2024-04-13T10:00:00,Lyon',
    ],
)
def test_one_event_comes_out_whole(text, home):
    path = home / "events.csv"
    path.write_bytes(csv_of(*text.split("|")))
    reader = detect.recognise(path.read_bytes(), "events.csv")
    assert reader is not None
    (event,) = entries(reader.read(path.read_bytes(), "events.csv"))
    assert (event.title, event.place) == ("Comité", "Lyon")
    assert (event.starts_at, event.ends_at) == (datetime(2024, 4, 13, 9), datetime(2024, 4, 13, 10))
    assert twice(path, home)[:2] == ((1, 0, 0), (0, 0, 0))


def counts(journal, path):
    shown = bring_in.preview(journal, paths=[path])
    bring_in.bring_in(journal, preview=shown)
    return shown.new, shown.updated, shown.unchanged, shown.rejected


@pytest.mark.parametrize("text", [texts[0] for texts in PEOPLE.values()], ids=list(PEOPLE))
def test_a_changed_file_gives_exactly_the_changes(text, home):
    *head, zoe = lines_of(text)
    other = zoe.replace("Zoé", "Ada").replace("Roux", "Moss").replace("ROUX", "MOSS").replace("z@x", "a@x")
    other = other.replace(",u,", ",v,")  # whose profile it is
    path = home / "people.csv"
    with opened(home / "mine.journal") as journal:
        path.write_bytes(csv_of(*head, zoe))
        assert counts(journal, path) == (1, 0, 0, 0)
        path.write_bytes(csv_of(*head, zoe.replace("PA", "Office manager"), other))
        assert counts(journal, path) == (1, 1, 0, 0)
        path.write_bytes(csv_of(*head, other))
        assert counts(journal, path) == (0, 0, 1, 0)  # who is missing stays
        with journal.reading() as sql:
            assert sql.execute("SELECT count(*) FROM contact").fetchone() == (2,)
