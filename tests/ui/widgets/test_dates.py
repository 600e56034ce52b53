from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from journal.domain.entry import is_partial_date
from journal.ui.widgets.dates import read_date, read_partial_date, read_time, show_date, show_moment, show_partial_date

TODAY = date(2026, 11, 23)
FR, UK, US = QLocale("fr_FR"), QLocale("en_GB"), QLocale("en_US")


@pytest.mark.parametrize(
    ("typed", "locale", "day"),
    [
        ("2026-05-03", FR, date(2026, 5, 3)),
        ("3/5/2026", FR, date(2026, 5, 3)),
        ("03/05/26", FR, date(2026, 5, 3)),
        ("3.5.2026", UK, date(2026, 5, 3)),
        ("3/5", UK, date(2026, 5, 3)),
        ("5/3/2026", US, date(2026, 5, 3)),
        ("25/12/2026", US, date(2026, 12, 25)),
        ("3 mai 2026", FR, date(2026, 5, 3)),
        ("1er août", FR, date(2026, 8, 1)),
        ("3 févr. 2025", FR, date(2025, 2, 3)),
        ("dimanche 3 mai 2026", FR, date(2026, 5, 3)),
        ("May 3, 2026", UK, date(2026, 5, 3)),
        ("3 May", FR, date(2026, 5, 3)),
        ("3rd of May 2026", UK, date(2026, 5, 3)),
        ("demain", FR, date(2026, 11, 24)),
        ("Aujourd’hui", FR, TODAY),
        ("yesterday", UK, date(2026, 11, 22)),
        ("29 février 2024", FR, date(2024, 2, 29)),
    ],
)
def test_dates_as_people_type_them(typed, locale, day):
    assert read_date(typed, locale, TODAY) == day


@pytest.mark.parametrize(
    "typed", ["", "mai", "31/02/2026", "29/02/2026", "3 ju 2026", "12345", "3/5/1492", "bonjour", "1/2/3/4"]
)
def test_what_is_no_date(typed):
    assert read_date(typed, FR, TODAY) is None


@given(st.dates(date(1800, 1, 1), date(2200, 12, 31)), st.sampled_from(["fr_FR", "en_GB", "en_US", "de_DE"]))
def test_a_date_shown_reads_back(day, name):
    locale = QLocale(name)
    assert read_date(show_date(day, locale), locale, TODAY) == day


@given(st.text(max_size=30))
def test_any_text_gives_a_date_or_nothing(text):
    read_date(text, FR, TODAY)
    partial = read_partial_date(text, FR, TODAY)
    assert partial is None or is_partial_date(partial)
    read_time(text)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3 mai", "--05-03"),
        ("3/5", "--05-03"),
        ("29 février", "--02-29"),
        ("3 mai 1980", "1980-05-03"),
        ("3/5/80", "1980-05-03"),
        ("3/5/09", "2009-05-03"),
        ("1980", "1980"),
        ("05/1980", "1980-05"),
        ("mai 1980", "1980-05"),
        ("1980-05", "1980-05"),
        ("--05-03", "--05-03"),
        ("30 février", None),
        ("1980-13", None),
        ("--13-01", None),
    ],
)
def test_partial_dates(typed, value):
    assert read_partial_date(typed, FR, TODAY) == value


@pytest.mark.parametrize("value", ["--05-03", "1980", "1980-05", "1980-05-03", "--02-29"])
@pytest.mark.parametrize("locale", [FR, UK, US])
def test_a_partial_date_shown_reads_back(value, locale):
    assert read_partial_date(show_partial_date(value, locale), locale, TODAY) == value


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9", time(9)),
        ("9h", time(9)),
        ("9 h 30", time(9, 30)),
        ("14:05", time(14, 5)),
        ("1405", time(14, 5)),
        ("2 pm", time(14)),
        ("12am", time(0)),
        ("midi", time(12)),
        ("25:00", None),
        ("9:75", None),
        ("13 pm", None),
        ("tôt", None),
    ],
)
def test_times(typed, at):
    assert read_time(typed) == at


def test_a_moment_is_shown_in_the_words_of_the_locale():
    assert show_moment(datetime(2026, 5, 3, 14, 0), FR) == "3 mai 2026 14:00"
    assert show_date(None, FR) == ""
