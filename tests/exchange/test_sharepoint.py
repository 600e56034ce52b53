"""SharePoint lists as CSV, and the query that holds none."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from journal.actions import bring_in
from journal.exchange import detect, sharepoint
from journal.exchange.row_drafts import plain_cell
from tests.exchange.tables_in import SAMPLES, entries, needs_samples, questions, rejected, twice
from tests.journals import opened

SCHEMA = 'ListSchema={"schemaXmlList":["<Field Name=\\"Title\\" />"]}'
LIST = '"Nom","Courriel","Rôle","Depuis"\r\n"Lise Aubry","lise@aubry.example","[""Chef"",""Pilote""]","12;#Nord"\r\n'


@pytest.mark.parametrize("between", ["\r\n", ""], ids=["own line", "same line"])
def test_the_schema_is_skipped_wherever_it_ends(between):
    data = ("\ufeff" + SCHEMA + between + LIST).encode()
    assert detect.recognise(data, "").FORMAT == "sharepoint"
    (lise,) = entries(sharepoint.read(data, "liste.csv"))
    assert (lise.name, lise.role) == ("Lise Aubry", "Chef; Pilote")
    assert [e.value for e in lise.emails] == ["lise@aubry.example"]
    assert lise.notes == "Depuis: Nord"


def test_line_numbers_are_those_of_the_file():
    found = list(sharepoint.read((SCHEMA + "\n" + LIST + '"","","x",""\r\n').encode(), ""))
    assert [(record.line, record.reason) for record in rejected(found)] == [(4, "nameless_line")]


def test_moments_in_z_are_utc():
    data = (SCHEMA + "\r\nTitre,Début,Fin\r\nComité,2026-03-04T09:00:00Z,2026-03-04T10:00:00Z\r\n").encode()
    (event,) = entries(sharepoint.read(data, ""))
    assert (event.starts_at, event.ends_at, event.timezone) == (
        datetime(2026, 3, 4, 9),
        datetime(2026, 3, 4, 10),
        "UTC",
    )


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ('["a","b"]', "a; b"),
        ("12;#Nord", "Nord"),
        ("1;#Nord;#2;#Sud", "Nord; Sud"),
        (";#un;#deux;#", "un; deux"),
        ("[pas du json]", "[pas du json]"),
        ("C;#", "C;#"),
        ("[" * 30_000, "[" * 30_000),
        ("[" * 9_000 + "]" * 9_000, "[" * 9_000 + "]" * 9_000),
    ],
)
def test_cells(cell, told):
    assert plain_cell(cell) == told


@needs_samples
def test_the_sample_asks_for_its_columns_and_remembers():
    data = (SAMPLES / "sharepoint/listschema_bom_multiline.csv").read_bytes()
    found = list(sharepoint.read(data, "x.csv"))
    (question,) = questions(found)
    assert json.loads(question.details["titles"]) == ["MCI", "Observações"]
    assert json.loads(question.details["samples"]) == [["00123", 'Ligou, disse "sim"\nRetornar']]
    assert [record.reason for record in rejected(found)] == ["no_columns"]
    (contact,) = entries(sharepoint.read(data, "x.csv", {question.key: '{"full_name": 0}'}))
    assert (contact.name, contact.notes) == ("00123", 'Observações: Ligou, disse "sim"\nRetornar')


@needs_samples
@pytest.mark.parametrize(("file", "rejections"), [("listschema_bom_multiline.csv", 1), ("query.iqy", 1)])
def test_samples_bring_nothing_by_themselves(file, rejections, home):
    assert twice(SAMPLES / "sharepoint" / file, home) == ((0, 0, rejections), (0, 0, rejections), {})


@needs_samples
def test_a_query_is_told_to_hold_no_data(home):
    with opened(home / "q.journal") as journal:
        (file,) = bring_in.preview(journal, paths=[SAMPLES / "sharepoint" / "query.iqy"]).files
    assert (file.format, [record.reason for record in file.rejected]) == ("sharepoint", ["query_without_data"])
