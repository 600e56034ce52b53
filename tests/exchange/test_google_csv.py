"""Google's contacts as CSV, of before 2024 and of today."""

from __future__ import annotations

import pytest

from journal.domain.entry import LabelledValue
from journal.exchange import detect, google_csv
from tests.exchange.tables_in import SAMPLES, csv_of, entries, needs_samples, questions, rejected, twice

NEW = "First Name,Middle Name,Last Name,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value"
MORE = "Phone 1 - Label,Phone 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value,Nickname"


def one(row, header=f"{NEW},{MORE}"):
    (contact,) = entries(google_csv.read(csv_of(header, row), "contacts.csv"))
    return contact


@needs_samples
@pytest.mark.parametrize(("file", "count"), [("prm_google_old.csv", 10), ("lexnetwork_google_2024.csv", 3)])
def test_samples_come_in_once(file, count, home):
    path = SAMPLES / "google-csv" / file
    assert detect.recognise(path.read_bytes(), "").FORMAT == "google-csv"
    assert twice(path, home) == ((count, 0, 0), (0, 0, 0), {"contact": count})


@needs_samples
def test_a_sample_of_today_said_whole():
    found = list(google_csv.read((SAMPLES / "google-csv/lexnetwork_google_2024.csv").read_bytes(), ""))
    jane, bob, chloe = entries(found)
    assert (jane.name, jane.organisation, jane.role) == ("Jane Doe", "Acme Corp", "VP Engineering")
    assert jane.emails == (
        LabelledValue("jane.doe@acme.example", "work"),
        LabelledValue("jane@personal.example", "home"),
    )
    assert jane.phones == (LabelledValue("+41 79 123 45 67", "mobile"),)
    assert jane.links[0].label == "profile"
    assert (jane.birthday, bob.birthday, jane.tags) == ("1988-06-15", "--12-01", ())
    assert (chloe.family_name, chloe.notes) == ("Van Damme, Jr.", "Line one\nLine two")
    assert chloe.role == 'Head of "Special" Projects'
    assert not questions(found)


@needs_samples
def test_a_sample_of_before_2024():
    people = entries(google_csv.read((SAMPLES / "google-csv/prm_google_old.csv").read_bytes(), ""))
    by_name = {person.name: person for person in people}
    assert by_name["Ada Lovelace"].tags == ("Starred in Android",)
    assert by_name["Grace Hopper"].tags == ()
    assert by_name["Vint Cerf"].birthday == "1943-06-23"
    assert by_name["Tim Berners-Lee"].links == (LabelledValue("https://example.org/timbl", "profile"),)
    assert "said" in by_name["Alan Turing"].notes


def test_several_values_in_one_cell():
    contact = one(
        "Inès,,Morel,,,,* Famille ::: * myContacts ::: Club,* Work,a@b.example ::: c@d.example,Mobile,1 ::: 2,,,"
    )
    assert [item.value for item in contact.emails] == ["a@b.example", "c@d.example"]
    assert [item.label for item in contact.emails] == ["work", "work"]
    assert [item.value for item in contact.phones] == ["1", "2"]
    assert contact.tags == ("Famille", "Club")


def test_nothing_is_dropped():
    contact = one("Inès,Jeanne,Morel,,soon,,,,not an address,,,Boat,Zéphyr,Nini")
    assert contact.name == "Inès Jeanne Morel"
    for said in ("Birthday: soon", "E-mail 1 - Value: not an address", "Zéphyr", "Nickname: Nini"):
        assert said in contact.notes


def test_a_row_that_names_nobody_is_told():
    found = list(google_csv.read(csv_of(f"{NEW},{MORE}", ",,,,,a thought,* myContacts,,,,,,,"), ""))
    assert [(record.line, record.reason) for record in rejected(found)] == [(2, "nameless_line")]
    assert not entries(found)


def test_a_comma_too_many_is_told():
    found = list(google_csv.read(csv_of(NEW, "Inès,,Morel,Bar, Ltd,,,,,x@y.example"), ""))
    assert [record.reason for record in rejected(found)] == ["too_many_cells"]


def test_a_preferred_address_without_a_label_has_none():
    assert one("Zoé,,Lang,,,,,* ,z@x.example,,,,,").emails == (LabelledValue("z@x.example"),)


def test_googles_groups_of_everybody_are_no_labels():
    row = "Ada,,Brun,,,,IMA ::: * Other Contacts ::: * myContacts ::: Other Contacts,* ,ada@x.example,,,,,"
    assert one(row).tags == ("IMA", "Other Contacts")
