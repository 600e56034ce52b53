"""What is confidential on the command line: hidden from lists and search unless asked for, there by its number."""

from __future__ import annotations

import pytest


@pytest.fixture
def hidden(filled):
    assert filled("new", "contact", "--name", "Kanarienvogel", "--confidential", "--with", "x").status == 2
    made = filled("new", "contact", "--name", "Kanarienvogel", "--confidential", "--keep-in-touch-days", "1", "--json")
    assert made.json["name"] == "Kanarienvogel"  # she is told of what she makes
    filled("edit", "event", 4, "--with", "2", "--with", "Kanarienvogel")
    filled("new", "reminder", "--title", "Ring Kanarienvogel", "--due-at", "2026-11-22", "--about", made.json["id"])
    return filled, made.json["id"]


READING = (
    ("list", "contact"),
    ("list", "event"),
    ("list", "reminder"),
    ("search", "kanarienv"),
    ("timeline", 2),
    ("show", "event", 4),
    ("due",),
    ("duplicates",),
    ("stats",),
)


@pytest.mark.parametrize("typed", READING, ids=str)
def test_hidden_unless_asked_for(hidden, typed):
    run, _ = hidden
    for json in ((), ("--json",)):
        answer = run(*typed, *json)
        assert answer.status == 0 and "kanarienvogel" not in answer.out.lower()
    if typed[0] in ("list", "search", "show", "due"):
        assert "Kanarienvogel" in run(*typed, "--json", "--show-confidential").out
        assert "Kanarienvogel" in run(*typed, "--json", first=("--show-confidential",)).out


def test_a_list_says_that_there_is_more(hidden):
    run, _ = hidden
    assert "2 confidential entries are not shown: --show-confidential" in run("list", "contact").out
    assert "not shown" not in run("list", "contact", "--show-confidential").out


def test_by_its_number_it_is_there_and_can_be_changed(hidden):
    run, number = hidden
    assert run("show", "contact", number, "--json").json["name"] == "Kanarienvogel"
    assert run("edit", "contact", number, "--role", "Chair", "--json").json["role"] == "Chair"
    assert run("delete", "contact", number).status == 0
    assert run("restore", "contact", number).status == 0


def test_remind_says_only_that_there_is_one(hidden):
    run, _ = hidden
    answer = run("remind")
    assert "Kanarienvogel" not in answer.out and "You have a reminder" in answer.out
    assert run("remind", "--json").json == []


def test_an_import_asks_about_an_address_without_naming_who_is_confidential(run, tmp_path):
    run("new", "contact", "--name", "Ines Secret", "--email", "shared@example.org", "--confidential", "true")
    card = tmp_path / "one.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Paul Martin\nEMAIL:shared@example.org\nEND:VCARD\n", encoding="utf-8")
    for typed in (("import", card, "--dry-run"), ("import", card, "--dry-run", "--json")):
        assert "shared@example.org" in run(*typed).out and "Secret" not in run(*typed).out
        assert "Secret" in run(*typed, first=("--show-confidential",)).out
