"""Tables read whatever their delimiter, preamble and quoting; CSV that a spreadsheet shows and never runs."""

import csv
import io
import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.contact import Contact
from journal.domain.entry import About, LabelledValue, Membership, Person
from journal.domain.event import Event
from journal.domain.reminder import Reminder
from journal.exchange.tables import find_table, harmless, write_csv


def table(text, titles=("name", "town")):
    return find_table(text.encode(), lambda found: set(titles) <= set(found))


def rows(text):
    found = table(text)
    return list(found.rows())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("preamble", ["", "sep=;\n", 'Notes:\n"un "" texte, avec; tout"\n\n', 'une " seule\n' * 20])
def test_the_header_is_looked_for(delimiter, preamble):
    found = table(f'{preamble}Name{delimiter}Town\nZoé{delimiter}Lyon\n\n"A{delimiter}B"{delimiter}Lille\n')
    start = preamble.count("\n")
    assert (found.header, found.delimiter, found.line) == (("Name", "Town"), delimiter, start + 1)
    assert list(found.rows()) == [(start + 2, ["Zoé", "Lyon"]), (start + 4, [f"A{delimiter}B", "Lille"])]


def test_no_header_no_table():
    assert table("a,b\n1,2\n") is None
    assert table("") is None


def test_columns_by_name_without_accents_first_of_several():
    found = table("Name,Téléphone,Town,Name\n", ("name", "town"))
    assert (found.column("telephone"), found.column("NAME"), found.column("x", "Town"), found.column("x")) == (
        1,
        0,
        2,
        -1,
    )


def test_cells_of_several_lines_count_in_the_lines():
    assert rows('Name,Town\n"un\ndeux\n",Lyon\nB,"Li\u2028lle"\n') == [
        (2, ["un\ndeux\n", "Lyon"]),
        (5, ["B", "Li\u2028lle"]),
    ]


@pytest.mark.parametrize("bad", ['"Bob,Lille', 'Bob,"Lille', '"Bob" x",Lille'])
def test_a_quote_left_open_costs_one_row(bad):
    found = rows(f'Name,Town\nA,Lyon\n{bad}\nC,"Paris"\n"D",Nice\n')
    assert [(line, cells) for line, cells in found if line != 3] == [
        *((2, ["A", "Lyon"]), (4, ["C", "Paris"]), (5, ["D", "Nice"])),
    ]
    assert found[1][0] == 3


def test_two_stray_quotes_do_not_make_one_row_of_two():
    assert rows('Name,Town\n"A,Lyon\nB,Lille"\nC,Nice\n') == [
        (2, ["A", "Lyon"]),
        (3, ["B", 'Lille"']),
        (4, ["C", "Nice"]),
    ]


def test_quotes_inside_a_long_cell_do_not_cut_it():
    assert rows('Name,Town\nA,"il dit ""oui"",\npuis non"\nB,C\n') == [
        (2, ["A", 'il dit "oui",\npuis non']),
        (4, ["B", "C"]),
    ]


def test_many_bad_rows_cost_little():
    text = "Name,Town\n" + '"A,Lyon\nB,Lille\n' * 20_000
    started = time.process_time()
    assert len(rows(text)) == 40_000
    assert time.process_time() - started < 2


cell_text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\x1a"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(cell_text, cell_text, cell_text), max_size=8), st.sampled_from([",", ";", "\t"]))
def test_what_csv_writes_is_read(cells, delimiter):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(("Name", "Town", "x"))
    writer.writerows(cells)
    found = [row for _, row in rows(buffer.getvalue())]
    assert found == [list(row) for row in cells if any(cell.strip() for cell in row)]


# --- writing ------------------------------------------------------------------------------------------------------


def written(*entries, **options):
    text = "".join(write_csv(entries, **options))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_one_kind_under_its_json_keys():
    (row,) = written(
        Contact(
            id=7,
            given_name="Zoé",
            emails=(LabelledValue("z@x.fr", "work"), LabelledValue("z@y.fr")),
            networks=(Membership("FFMAS", "trésorière"),),
            met_on=date(2024, 1, 2),
            tags=("a", "b"),
            notes="un\ndeux",
            favourite=True,
        )
    )
    assert tuple(row) == Contact.json_keys
    assert row["emails"] == "z@x.fr (work); z@y.fr" and row["networks"] == "FFMAS (trésorière)"
    assert (row["id"], row["name"], row["met_on"], row["tags"]) == ("7", "Zoé", "2024-01-02", "a; b")
    assert (row["notes"], row["favourite"], row["birthday"], row["archived"]) == ("un\ndeux", "true", "", "false")


def test_several_kinds_share_one_header():
    event = Event(
        title="Café", starts_at=datetime(2024, 1, 2, 9), participants=(Person(3, "Zoé", "hôte"), Person(4, "Bob"))
    )
    reminder = Reminder(title="Appeler", due_at=datetime(2024, 1, 3), about=About("contact", 3, "Zoé"))
    first, second = written(event, reminder)
    assert (first["kind"], first["participants"], first["about"]) == ("event", "Zoé (hôte); Bob", "")
    assert (second["kind"], second["due_at"], second["about"]) == ("reminder", "2024-01-03T00:00", "Zoé")
    assert set(first) == {*Event.json_keys, *Reminder.json_keys}


def test_kinds_given_stream_and_an_empty_export_has_its_header():
    lines = write_csv((Contact(given_name=str(n)) for n in range(3)), ("contact",), delimiter=";")
    assert next(lines).startswith("\ufeffid;uid;kind;")
    assert len(list(lines)) == 3


@pytest.mark.parametrize("cell", ["=1+1", "+33 1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\u00a0=1"])
def test_what_a_spreadsheet_would_run_is_neutralised(cell):
    assert harmless(cell) == "'" + cell
    (row,) = written(Contact(given_name=cell, notes=cell, phones=(LabelledValue(cell),)))
    assert (row["given_name"], row["notes"], row["phones"]) == ("'" + cell,) * 3


def test_the_rest_is_left_alone():
    assert [harmless(cell) for cell in ("", "a=1", "'=1", "Zoé")] == ["", "a=1", "'=1", "Zoé"]
