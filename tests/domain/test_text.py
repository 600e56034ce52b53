"""Names, addresses, dates and words as people write them, brought to one form."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.domain.contact import split_name
from journal.domain.entry import clean_tags, folded, is_email, is_partial_date, one_line, several_lines


@pytest.mark.parametrize(
    ("typed", "given_name", "family_name"),
    [
        ("Claire Dupont", "Claire", "Dupont"),
        ("DUPONT Claire", "Claire", "Dupont"),
        ("Claire DUPONT", "Claire", "Dupont"),
        ("Dupont, Claire", "Claire", "Dupont"),
        ("  Claire \t Dupont ", "Claire", "Dupont"),
        ("LE GOFF Anne", "Anne", "Le Goff"),
        ("Anne-Marie MARTIN-DUPONT", "Anne-Marie", "Martin-Dupont"),
        ("Jean de la Tour", "Jean", "de la Tour"),
        ("D'ARTAGNAN Charles", "Charles", "D'Artagnan"),
        ("ÉLISE DURAND", "ÉLISE", "DURAND"),
        ("Zoé", "Zoé", ""),
        ("Dupont,", "", "Dupont"),
        ("", "", ""),
        ("محمد علي", "محمد", "علي"),
    ],
)
def test_split_name(typed: str, given_name: str, family_name: str) -> None:
    assert split_name(typed) == (given_name, family_name)


@given(st.text(max_size=60))
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    def letters(text: str) -> list[str]:
        return sorted(c for c in folded(text) if c.isalnum())

    given_name, family_name = split_name(name)
    assert letters(f"{given_name} {family_name}") == letters(one_line(name))


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Élodie  LEFÈVRE", "elodie lefevre"),
        ("Œuvre & Cœur", "oeuvre & coeur"),
        ("Straße", "strasse"),
        ("Łukasz Đurić Ø", "lukasz duric o"),
        ("l’École", "l'ecole"),
        ("ﬁnance", "finance"),
        ("Σίσυφος", "σισυφοσ"),
        ("İstanbul", "istanbul"),
        ("e\u0301te\u0301", "ete"),
        ("Dupont™", "duponttm"),
        ("\u00a0a\u2003b\n", "a b"),
    ],
)
def test_folded(written: str, form: str) -> None:
    assert folded(written) == form


@given(st.text())
@example("℃ ™ № ㎒ ǆ ΐ ŉ")
def test_folded_twice_is_folded_once_and_composition_does_not_matter(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "address",
    [
        "claire@example.org",
        "c.d+e@sub.example.co.uk",
        "prénom@société.fr",
        "o'neil@example.ie",
        "a@b.c",
        "A_B-1@ex.org",
    ],
)
def test_addresses(address: str) -> None:
    assert is_email(address)


@pytest.mark.parametrize(
    "not_one",
    ["", "claire", "claire@", "@example.org", "claire@example", "a b@example.org", "a@b@c.org", "a@.org", "a@b..org",
     "<a@b.org>", "a@b.org,c@d.org", "a@b.org\n", "a" * 310 + "@example.org", "mailto:@b.org:", 'a"@b.org'],
)  # fmt: skip
def test_what_is_no_address(not_one: str) -> None:
    assert not is_email(not_one)


@pytest.mark.parametrize(
    "day", ["1980", "1980-05", "1980-05-31", "--05-31", "--02-29", "2028-02-29", "1800", "2200-12-31"]
)
def test_partial_dates(day: str) -> None:
    assert is_partial_date(day)


@pytest.mark.parametrize(
    "not_one",
    ["", "80", "1980-5-1", "1980-13", "1980-02-30", "2027-02-29", "--02-30", "---05", "--05", "1799", "2201-01-01",
     "1980-05-31T10:00", "1980/05/31", " 1980", "1980\n", "١٩٨٠", "0000-01-01"],
)  # fmt: skip
def test_what_is_no_partial_date(not_one: str) -> None:
    assert not is_partial_date(not_one)


@given(st.text())
def test_one_line_is_one_line_and_settled(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert line == line.strip() and "  " not in line
    assert not any(c in line for c in "\n\r\t\x00\x0b\x1f\x7f\u2028")
    line.encode()  # no lone surrogate, which no file could hold


@given(st.text())
def test_several_lines_keep_their_lines(text: str) -> None:
    lines = several_lines(text)
    assert several_lines(lines) == lines and "\r" not in lines and "\x00" not in lines
    lines.encode()


def test_line_breaks_are_kept_as_they_are_meant() -> None:
    assert several_lines("a\r\n\r\nb\rc\n\n") == "a\n\nb\nc"
    assert several_lines("  indented\tcode") == "  indented\tcode"


def test_tags_once_each_without_their_sign() -> None:
    assert clean_tags(("#Été", "ete", " ", "#", "IMA  Lyon", "ÉTÉ")) == ("Été", "IMA Lyon")
