"""Bytes of other people's files as text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange import encodings

LINE = "Prénom;Nom;Société\nÉlise;Lefèvre;Banque où l’on déjeune à Noël\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_a_file_in_each_encoding(codec):
    assert encodings.decode(LINE.encode(codec)) == LINE


def test_old_dos():
    text = LINE.replace("’", "'")
    assert encodings.decode(text.encode("cp850")) == text


@pytest.mark.parametrize("page", encodings.CODE_PAGES)
@pytest.mark.parametrize(
    "word", ["Élise", "Zoé", "François", "Jörg Müller", "Hélène", "été à Noël", "Benoît", "José", "Crémerie", "THÉRÈSE"]
)
def test_single_words(page, word):
    assert encodings.decode(word.encode(page)) == word


@pytest.mark.parametrize(
    "word", ["Doë", "Straße", "L’œuvre « coûte » 5 €", "Søren", "São João", "25 °C", "naïf…", "Ñoño"]
)
def test_words_only_windows_is_sure_of(word):
    assert encodings.decode(word.encode("cp1252")) == word


def test_text_already_right_stays_so():
    for text in ("", "ascii", "田中 太郎", "Ñoño", "שלום", "😀", "Ã©", "a\0b\tc"):
        assert encodings.decode(text.encode()) == text


def test_a_few_foreign_bytes_in_utf_8_cost_only_themselves():
    data = "Élise; été; 田中; déjà; Zoë\n".encode() + b"Fran\xe7ois\n"
    assert encodings.decode(data) == "Élise; été; 田中; déjà; Zoë\nFrançois\n"


def test_evidence_is_found_wherever_it_is():
    plain = b"a plain line of a long file\n" * 50_000
    data = plain + "Cécile déjeune à Orléans".encode("cp850") + b"\n" + plain
    assert "Cécile déjeune à Orléans" in encodings.decode(data)


def test_values_with_a_character_set_of_their_own():
    assert encodings.decode_value(b"Zo\xe9", "ISO-8859-1", "mac_roman") == "Zoé"
    assert encodings.decode_value("5 €".encode("cp1252"), "iso-8859-1", "mac_roman") == "5 €"
    assert encodings.decode_value("Zoé".encode(), "ISO-8859-1", "cp1252") == "Zoé"  # the label lies
    # Two of its letters look like UTF-8: what East Asian files say of themselves is believed.
    assert encodings.decode_value("联通".encode("gb2312"), "GB2312", "cp1252") == "联通"
    assert encodings.decode_value("東京".encode("shift_jis"), "x-sjis", "cp1252") == "東京"
    assert encodings.decode_value("東京".encode("iso2022_jp"), "ISO-2022-JP", "cp1252") == "東京"
    assert encodings.decode_value("Дом".encode("koi8_r"), '"KOI8-R"', "cp1252") == "Дом"
    assert encodings.decode_value(b"Zo\x8e", "", "mac_roman") == "Zoé"
    # Cut in the middle of a letter by a program that shortened it.
    assert encodings.decode_value("éééé".encode()[:-1], "", "cp1252").startswith("ééé")


@pytest.mark.parametrize(
    "name", ["", "klingon", "rot13", "zlib", "idna", "unicode_escape", "../x", "a" * 99, "undefined"]
)
def test_character_sets_that_are_none(name):
    assert encodings.known_codec(name) == ""
    assert encodings.decode_value(b"Zo\xe9", name, "cp1252") == "Zoé"


@given(st.binary(max_size=200), st.text(max_size=10), st.sampled_from(encodings.CODE_PAGES))
def test_nothing_fails(data, declared, page):
    assert isinstance(encodings.decode(data), str)
    assert isinstance(encodings.decode_value(data, declared, page), str)
    encodings.as_utf8(data)


@given(st.text())
def test_utf_8_is_never_changed(text):
    data = text.encode("utf-8", "ignore")
    if not encodings.marked(data)[0]:
        assert encodings.decode(data) == data.decode()


@pytest.mark.parametrize("data", [b"\xe9" * 20_000_000, b"\xc3\xa9\xe9" * 7_000_000, b"a\xe9\n" * 7_000_000])
def test_large_files_take_no_time(data):
    before = time.process_time()
    encodings.decode(data)
    assert time.process_time() - before < 8  # one or two seconds at most here


@pytest.mark.parametrize("text", ["Pat O’Brien", "“Sue” Hall", "Smith – Sons", "10 €", "Rose ‘Rosie’ May", "5 000 €"])
def test_signs_alone_are_those_of_windows(text):
    assert encodings.decode(text.encode("cp1252")) == text


def test_letters_written_as_utf_8_twice_are_undone_by_line():
    doubled = "LefÃ¨vre;AndrÃ©;lâ€™Å“uvre\n"
    assert encodings.undoubled(f"Nom;Prénom\n{doubled}") == "Nom;Prénom\nLefèvre;André;l’œuvre\n"


@pytest.mark.parametrize("text", ["São Paulo", "José;AndrÃ©", "Â", "25 °C", "田中 Ã©", "l’été", "Łukasz Åsa"])
def test_a_line_that_is_not_whole_twice_stays(text):
    assert encodings.undoubled(text) == text
