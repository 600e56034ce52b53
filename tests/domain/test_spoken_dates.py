"""Dates as people write them: what is found, where it stands in the sentence, and what is left alone."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.spoken_dates import find_date, spoken_moment

NOW = datetime(2026, 11, 23, 10, 0)  # a Monday


@pytest.mark.parametrize(
    ("text", "expected", "phrase"),
    [
        ("café avec Claire demain 9h", datetime(2026, 11, 24, 9), "demain 9h"),
        ("Coffee with Claire tomorrow at 3pm #ima", datetime(2026, 11, 24, 15), "tomorrow at 3pm"),
        ("hier soir, dîner FFMAS", datetime(2026, 11, 22, 19), "hier soir"),
        ("Avant-hier", date(2026, 11, 21), "Avant-hier"),
        ("apres demain", date(2026, 11, 25), "apres demain"),
        ("après-demain à midi", datetime(2026, 11, 25, 12), "après-demain à midi"),
        ("aujourd’hui", date(2026, 11, 23), "aujourd’hui"),
        ("today at 14:30", datetime(2026, 11, 23, 14, 30), "today at 14:30"),
        ("lundi", date(2026, 11, 30), "lundi"),
        ("voir Anne vendredi prochain", date(2026, 11, 27), "vendredi prochain"),
        ("mardi dernier", date(2026, 11, 17), "mardi dernier"),
        ("lundi dernier", date(2026, 11, 16), "lundi dernier"),
        ("mardi en huit à 9h30", datetime(2026, 12, 1, 9, 30), "mardi en huit à 9h30"),
        ("last Friday", date(2026, 11, 20), "last Friday"),
        ("on Friday at 9", datetime(2026, 11, 27, 9), "on Friday at 9"),
        ("in 2 hours", datetime(2026, 11, 23, 12), "in 2 hours"),
        ("dans 2 jours", date(2026, 11, 25), "dans 2 jours"),
        ("dans deux semaines", date(2026, 12, 7), "dans deux semaines"),
        ("dans 3 mois", date(2027, 2, 23), "dans 3 mois"),
        ("il y a 3 jours", date(2026, 11, 20), "il y a 3 jours"),
        ("3 weeks ago", date(2026, 11, 2), "3 weeks ago"),
        ("la semaine prochaine", date(2026, 11, 30), "la semaine prochaine"),
        ("next month", date(2026, 12, 23), "next month"),
        ("rendez-vous le 3 janvier", date(2027, 1, 3), "le 3 janvier"),
        ("le 3 janvier 2027 à 10h", datetime(2027, 1, 3, 10), "le 3 janvier 2027 à 10h"),
        ("12 March", date(2027, 3, 12), "12 March"),
        ("March 12, 2028", date(2028, 3, 12), "March 12, 2028"),
        ("le 12 octobre", date(2026, 10, 12), "le 12 octobre"),
        ("03/05/2026", date(2026, 5, 3), "03/05/2026"),
        ("03/05/26", date(2026, 5, 3), "03/05/26"),
        ("04/13/2026", date(2026, 4, 13), "04/13/2026"),
        ("2026-12-01 10:00", datetime(2026, 12, 1, 10), "2026-12-01 10:00"),
        ("2026-12-01T10:00", datetime(2026, 12, 1, 10), "2026-12-01T10:00"),
        ("29 février", date(2028, 2, 29), "29 février"),
        ("réunion à 15h", datetime(2026, 11, 23, 15), "à 15h"),
        ("cafe\u0301 apre\u0300s-demain", date(2026, 11, 25), "apre\u0300s-demain"),
    ],
)
def test_a_date_is_found_where_it_stands(text, expected, phrase):
    found, start, end = find_date(text, NOW)
    assert (found, type(found)) == (expected, type(expected))
    assert text[start:end] == phrase


@pytest.mark.parametrize(
    "text",
    ["", "formation 2h", "31 février", "appel 24/7", "#demain", "@lundi", "in 9999 years", "mardis", "version 3.2.1.4"],
)
def test_what_is_no_date_is_left_alone(text):
    assert find_date(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", datetime(2026, 11, 24, 9)),
        ("demain 9h", datetime(2026, 11, 24, 9)),
        ("2026-12-01 10:00", datetime(2026, 12, 1, 10)),
        ("monday", datetime(2026, 11, 30, 9)),
        ("Lundi", datetime(2026, 11, 30, 9)),
        ("in 2 hours", datetime(2026, 11, 23, 12)),
        ("dans 2 jours", datetime(2026, 11, 25, 9)),
        ("3 octobre", datetime(2027, 10, 3, 9)),  # what is put off is put off to a day to come
        ("9h", datetime(2026, 11, 24, 9)),
        ("à 14h", datetime(2026, 11, 23, 14)),
        ("midi", datetime(2026, 11, 23, 12)),
        ("tomorrow, please", None),
        ("un jour", None),
        ("", None),
    ],
)
def test_a_moment_is_the_whole_of_what_is_said(text, expected):
    assert spoken_moment(text, NOW) == expected


@given(st.dates(date(2000, 1, 1), date(2199, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_every_iso_moment_is_read_as_it_is(day, hour, minute):
    moment = datetime(day.year, day.month, day.day, hour, minute)
    assert spoken_moment(f"{moment:%Y-%m-%d %H:%M}", NOW) == moment


@settings(max_examples=300)
@given(st.text(max_size=60) | st.text("0123456789/-:. hleinmartdo'à#@", max_size=40))
def test_no_text_is_too_odd(text):
    found = find_date(text, NOW)
    if found is not None:
        assert 0 <= found[1] < found[2] <= len(text)


def test_a_very_long_text_is_read_at_once():
    assert find_date("lun " * 100_000 + "demain", NOW) is None
