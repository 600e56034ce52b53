"""Any CSV or Excel table: guessed, asked, and nothing of it dropped."""

from __future__ import annotations

import csv
import io
import json
import time
import tracemalloc
import unicodedata
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from journal.exchange import any_table, detect
from journal.exchange.proposals import Proposed, Question, Rejected
from tests.exchange.tables_in import csv_of, entries, questions, rejected, twice

PEOPLE = ("Prénom;Nom;Mail pro;Tél.;Ville;Rencontre le", "Ana;Ruiz;ana@b.example;+33 1 02 03 04 05;Lyon;3/4/2024")


def read(data, answers=None, name="x.csv"):
    return list(any_table.read(data, name, answers or {}))


def book_of(*rows, **sheets):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


# --- guessing -----------------------------------------------------------------------------------------------------


def test_people_with_french_titles():
    (ana,) = entries(read(csv_of(*PEOPLE)))
    assert (ana.given_name, ana.family_name, ana.met_on) == ("Ana", "Ruiz", date(2024, 4, 3))
    assert ([e.value for e in ana.emails], [p.value for p in ana.phones]) == (["ana@b.example"], ["+33 1 02 03 04 05"])
    assert ana.notes == "Ville: Lyon"


@pytest.mark.parametrize(
    ("titles", "mapping"),
    [
        ("Full name,E-mail,Company,Position", {"full_name": 0, "emails": 1, "organisation": 2, "role": 3}),
        ("Nom complet,Courriel,Société,Fonction", {"full_name": 0, "emails": 1, "organisation": 2, "role": 3}),
        ("Title,Start,End,Location", {"title": 0, "starts_at": 1, "ends_at": 2, "place": 3}),
        ("Événement,Date,Lieu,Notes", {"title": 0, "starts_at": 1, "place": 2, "notes": 3}),
        ("Nom,Prénom,E-mail,E-mail perso", {"family_name": 0, "given_name": 1, "emails": 2, "emails_2": 3}),
        ("Name,Network,Tags,Birthday", {"full_name": 0, "networks": 1, "tags": 2, "birthday": 3}),
        ("Nom complet,E-mail,Rencontrée le,Où rencontrée", {"full_name": 0, "emails": 1, "met_on": 2, "how_met": 3}),
        ("Prénom,Nom,Rencontré(e) le", {"given_name": 0, "family_name": 1, "met_on": 2}),
        ("Prénom,Nom,Première rencontre", {"given_name": 0, "family_name": 1, "met_on": 2}),
        ("Name,Email,Date met,Where we met", {"full_name": 0, "emails": 1, "met_on": 2, "how_met": 3}),
        ("Name,Email,When first met on,Met at", {"full_name": 0, "emails": 1, "met_on": 2, "how_met": 3}),
        ("Prénom invitée,Nom invitée,Connue depuis", {"given_name": 0, "family_name": 1, "met_on": 2}),
        ("Zut,Flûte", {}),
    ],
)
def test_titles_are_guessed(titles, mapping):
    (question, *_) = questions(read(csv_of(titles, ",".join("x" * len(titles.split(","))))))
    assert (question.kind, json.loads(question.answer)) == ("columns", mapping)
    assert question.details["kind"] == ("event" if "title" in mapping else "contact")


def test_cells_tell_where_there_are_no_titles():
    found = read(csv_of("zoe@a.example,Zoé Lang,0102030405", "al@b.example,Al Bo,0607080910"))
    assert [(p.name, p.emails[0].value, p.phones[0].value) for p in entries(found)] == [
        ("Zoé Lang", "zoe@a.example", "0102030405"),
        ("Al Bo", "al@b.example", "0607080910"),
    ]


def test_titles_may_come_below_a_preamble():
    found = read(csv_of("Export du club", "", "Nom complet;E-mail;Ville", "Zoé Lang;z@a.example;Lyon"))
    (zoe,) = entries(found)
    assert (zoe.name, zoe.notes) == ("Zoé Lang", "Ville: Lyon")


def test_one_column_of_addresses():
    assert [p.name for p in entries(read(b"E-mail\na@b.example\nc@d.example\n"))] == ["a@b.example", "c@d.example"]


def test_an_event_table():
    found = read(csv_of("Titre,Date,Heure,Lieu,Participants", "Salon,13/04/2024,10h30,Lille,Zoé Lang; Al Bo"))
    (event,) = entries(found)
    assert (event.title, event.starts_at, event.place) == ("Salon", datetime(2024, 4, 13, 10, 30), "Lille")
    assert [person.name for person in event.participants] == ["Zoé Lang", "Al Bo"]


# --- asking -------------------------------------------------------------------------------------------------------


def test_her_columns_win():
    data = csv_of("A,B,C", "Lang,Zoé,z@a.example")
    (question,) = questions(read(data))
    (zoe,) = entries(read(data, {question.key: '{"family_name": 0, "given_name": 1, "emails": 2}'}))
    assert (zoe.name, zoe.notes) == ("Zoé Lang", "")


def test_columns_of_an_event_make_events_of_the_rows():
    data = csv_of("A,B", "Salon,2024-05-06")
    (question,) = questions(read(data))
    (event,) = entries(read(data, {question.key: '{"title": 0, "starts_at": 1}'}))
    assert (event.kind, event.starts_at, event.all_day) == ("event", datetime(2024, 5, 6), True)


@pytest.mark.parametrize(
    "answer", ["", "no", "[1]", '{"emails": 99}', '{"emails": "0"}', '{"nonsense": 0}', "[" * 10_000]
)
def test_an_answer_that_is_none_breaks_nothing(answer):
    key = questions(read(csv_of(*PEOPLE)))[0].key
    assert all(isinstance(r, Proposed | Rejected | Question) for r in read(csv_of(*PEOPLE), {key: answer}))


def test_the_key_is_that_of_the_titles():
    one, other = read(csv_of("NOM;Mél", "a;b")), read(csv_of("nom;mel", "c;d"))
    assert questions(one)[0].key == questions(other)[0].key
    assert questions(read(csv_of("nom;autre", "c;d")))[0].key != questions(one)[0].key


def test_the_order_of_dates_is_asked_only_where_nothing_settles_it():
    (question,) = [q for q in questions(read(csv_of(*PEOPLE))) if q.kind == "date_order"]
    assert (question.choices, question.answer) == (("dmy", "mdy"), "dmy")
    (ana,) = entries(read(csv_of(*PEOPLE), {question.key: "mdy"}))
    assert ana.met_on == date(2024, 3, 4)
    more = read(csv_of(*PEOPLE, "Al;Bo;al@b.example;;;4/13/2024"))
    assert [q.kind for q in questions(more)] == ["columns"]
    assert [p.met_on for p in entries(more)] == [date(2024, 3, 4), date(2024, 4, 13)]


def test_a_table_that_says_nothing_is_asked_and_told():
    found = read(csv_of("Zut,Flûte", "un,deux"))
    assert [type(record) for record in found] == [Question, Rejected]
    assert rejected(found)[0].reason == "no_columns"


# --- nothing dropped ----------------------------------------------------------------------------------------------

cells = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8).filter(
    any_table.plain_cell  # an empty list of choices says nothing
)


@given(st.lists(cells, min_size=3, max_size=3))
@example(["0", "0", ";#"])
def test_every_cell_is_somewhere(row):
    stream = io.StringIO()
    csv.writer(stream).writerows(
        [["Nom complet", "E-mail", "Zut", "Flûte", "Crotte"], ["Zoé Lang", "z@a.example", *row]]
    )
    (contact,) = entries(read(stream.getvalue().encode()))
    for title, cell in zip(("Zut", "Flûte", "Crotte"), row, strict=True):
        assert f"{title}: {unicodedata.normalize('NFC', any_table.plain_cell(cell))}" in contact.notes


def test_rows_that_cannot_be_are_told():
    found = read(csv_of("Nom complet,E-mail,Ville", ",,Lyon", "Bo, Al,al@b.example,Lyon", "Zoé Lang,nothing,Lyon"))
    assert [(r.line, r.reason) for r in rejected(found)] == [(2, "nameless_line"), (3, "too_many_cells")]
    assert "E-mail: nothing" in entries(found)[0].notes


def test_twice_is_once(home):
    path = home / "people.csv"
    path.write_bytes(csv_of(*PEOPLE, "Al;Bo;;;Metz;"))
    assert twice(path, home) == ((2, 0, 0), (0, 0, 0), {"contact": 2})


# --- workbooks ----------------------------------------------------------------------------------------------------


def test_a_workbook_and_each_of_its_sheets(home):
    path = home / "club.xlsx"
    events = [["Titre", "Début", "Lieu"], ["Salon", datetime(2024, 5, 6, 9, 30), "Lille"]]
    path.write_bytes(
        book_of(["Prénom", "Nom", "Naissance", "Code"], ["Ana", "Ruiz", date(1980, 2, 3), 12.0], Agenda=events)
    )
    assert detect.recognise(path.read_bytes()[: detect.HEAD], "").FORMAT == "table"
    ana, salon = entries(read(path.read_bytes()))
    assert (ana.name, ana.birthday, ana.notes) == ("Ana Ruiz", "1980-02-03", "Code: 12")
    assert (salon.title, salon.starts_at) == ("Salon", datetime(2024, 5, 6, 9, 30))
    assert twice(path, home) == ((2, 0, 0), (0, 0, 0), {"contact": 1, "event": 1})


def changed(data, **parts):
    """The workbook with some of its parts replaced; `sheet` is its first sheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            name = info.filename
            new.writestr(name, parts.get(name.rpartition("/")[2].removesuffix(".xml"), old.read(name)))
    return stream.getvalue()


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TITLES = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>E-mail</t></is></c><c r="B1" t="inlineStr"><is><t>N</t></is></c></row>'
)


def sheet_of(rows, before="", dimension="A1:B2"):
    return f'{before}<worksheet {MAIN}><dimension ref="{dimension}"/><sheetData>{TITLES}{rows}</sheetData></worksheet>'


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "zip bomb": sheet_of(" " * (400 * 2**20)),
    "entities": sheet_of('<row r="2"><c r="A2" t="inlineStr"><is><t>&b;</t></is></c></row>', ENTITIES),
    "a million columns": sheet_of('<row r="2">' + "<c/>" * 1_000_000 + "</row>"),
    "a lie about its size": sheet_of('<row r="2"><c r="A2"/></row>', dimension="A1:XFD1048576"),
    "far cells": sheet_of("".join(f'<row r="{n}"><c r="XFD{n}"><v>{n}</v></c></row>' for n in range(2, 20_000))),
    "a far row": sheet_of('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    "not XML": "<worksheet",
}


@pytest.mark.parametrize("how", HOSTILE)
def test_hostile_workbooks_are_bounded(how):
    data = changed(book_of(["x"]), sheet1=HOSTILE[how])
    started = time.process_time()
    found = read(data, name="x.xlsx")
    took = time.process_time() - started
    tracemalloc.start()
    try:
        read(data, name="x.xlsx")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert took < 2, took
    assert peak < 256 * 2**20
    if how in ("zip bomb", "entities", "not XML", "a million columns"):
        assert [r.reason for r in rejected(found)] == ["workbook_unreadable"]
    assert not entries(found)


@pytest.mark.parametrize("cut", [200, -100])
def test_a_damaged_workbook_is_told(cut):
    found = read(book_of(["Nom", "E-mail"], ["a", "b@c.example"])[:cut], name="x.xlsx")
    assert [r.reason for r in rejected(found)] == ["workbook_unreadable"]


def test_a_locked_or_empty_workbook():
    assert read(book_of(), name="x.xlsx") == []
    assert load_workbook(io.BytesIO(book_of(["a"]))).active["A1"].value == "a"


@pytest.mark.parametrize(
    "data",
    [
        b"a," * 10_000_000,
        b"E-mail,b\n" + b"a," * 10_000_000,
        b'"' * 2_000_000,
        b"a,b\n" * 3_000_000,
        b";\n" * 1_000_000,
        b"[" * 20_000_000 + b",x\n",
    ],
    ids=["one line", "one row", "quotes", "rows", "empty rows", "brackets"],
)
def test_hostile_text_is_bounded(data):
    started = time.process_time()
    found = read(data)
    assert time.process_time() - started < 4  # 2 s, on a computer that does something else, too
    assert not entries(found) and rejected(found)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told(data):
    for name in ("x.csv", "x"):
        any_table.recognises(data, name)
        assert all(isinstance(record, Proposed | Rejected | Question) for record in read(data, name=name))


def test_a_title_beside_a_name_is_what_they_do_unless_it_is_mrs():
    [ada] = entries(read(csv_of("First Name,Last Name,Title", "Ada,Brun,Office manager")))
    assert ada.role == "Office manager"
    [bo] = entries(read(csv_of("Titre;Prénom;Nom", "M.;Bo;Gris")))
    assert (bo.role, bo.notes) == ("", "Titre: M.")


def test_german_titles_are_read():
    [ada] = entries(read(csv_of("Vorname;Nachname;Firma;Telefon;Geburtstag", "Ada;Brun;Werk;0221 123456;14.7.1980")))
    assert (ada.name, ada.organisation, ada.phones[0].value, ada.birthday) == (
        "Ada Brun",
        "Werk",
        "0221 123456",
        "1980-07-14",
    )


def test_a_row_of_totals_is_nobody():
    found = read(csv_of("Nom;Prénom;E-mail", "Brun;Ada;ada@x.example", ";;", "Total;1;", "Total;Bo;bo@x.example"))
    assert [entry.name for entry in entries(found)] == ["Ada Brun", "Bo Total"]
    assert [(r.line, r.reason) for r in rejected(found)] == [(4, "total_row")]


@pytest.mark.parametrize("row", ["Total : 2;;", "Nombre de participants : 12;;", ";Sous-total;3", "TOTAUX;;"])
def test_totals_are_told_in_many_ways(row):
    found = read(csv_of("Nom;Prénom;E-mail", "Brun;Ada;ada@x.example", "Total;Energies;t@x.example", row))
    assert [entry.name for entry in entries(found)] == ["Ada Brun", "Energies Total"]
    assert [(r.line, r.reason) for r in rejected(found)] == [(4, "total_row")]


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("06 12 34 56 78 / 02 40 11 22 33", ["06 12 34 56 78", "02 40 11 22 33"]),
        ("+33612345678 ou 0240112233", ["+33612345678", "0240112233"]),
        ("089 / 1234567", ["089 / 1234567"]),
        ("01 02 03 04 05 / 06", ["01 02 03 04 05 / 06"]),
    ],
)
def test_two_phones_in_one_cell(cell, phones):
    [ada] = entries(read(csv_of("Nom complet;Téléphone;E-mail", f"Ada Brun;{cell};ada@x.example")))
    assert [item.value for item in ada.phones] == phones


@pytest.mark.parametrize(
    ("hours", "starts", "ends"),
    [
        ("18h", (18, 0), None),
        ("9h-12h30", (9, 0), (12, 30)),
        ("14 h à 15 h 30", (14, 0), (15, 30)),
        ("2 PM to 4:30 pm", (14, 0), (16, 30)),
        ("9 am", (9, 0), None),
        ("matin", (0, 0), None),
    ],
)
def test_hours_as_people_write_them(hours, starts, ends):
    [event] = entries(read(csv_of("Événement;Date;Horaire;Lieu", f"Atelier;2 juin 2026;{hours};Nantes")))
    assert event.starts_at == datetime(2026, 6, 2, *starts)
    assert event.ends_at == (datetime(2026, 6, 2, *ends) if ends else None)


REPORT = (
    "1. Résumé\nTitre de la réunion\tPoint des assistantes\nParticipants présents\t2\n\n"
    "2. Participants\nNom\tPremière connexion\tDurée\tE-mail\tRôle\n"
    "Ada Brun\t14/03/2026 09:00\t59m\tada@x.example\tOrganisateur\nBo Gris\t14/03/2026 09:01\t58m\t\tParticipant\n\n"
    "3. Activités\nNom\tHeure\nAda Brun\t09:00\nBo Gris\t09:01\n"
)


def test_of_a_report_in_sections_the_list_of_people_is_read():
    for data in (REPORT.encode("utf-16"), REPORT.encode()):
        assert detect.recognise(data, "presence.csv") is any_table
        found = read(data)
        assert [(r.line, r.entry.name) for r in found if isinstance(r, Proposed)] == [(7, "Ada Brun"), (8, "Bo Gris")]
        assert not rejected(found)
