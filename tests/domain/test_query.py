"""What is typed into a search box means what it says, in French and English, and whatever is typed means something."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.actions.search import vocabulary
from journal.domain.query import Query, Term, expression, understood, without
from journal.domain.spans import spans_in

TODAY = date(2026, 11, 23)  # a Monday


def asked(text: str) -> Query:
    return understood(text, TODAY, vocabulary())


def days(text: str) -> list[tuple[str, str]]:
    """The days a text names, as (first, last) of the ranges of its first span."""
    spans = list(spans_in(text, TODAY))
    return [(one.isoformat(), two.isoformat()) for one, two in spans[0].ranges] if spans else []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *(("2026", "2026-01-01", "2026-12-31"), ("en 2025", "2025-01-01", "2025-12-31")),
        *(("mars 2026", "2026-03-01", "2026-03-31"), ("march 2026", "2026-03-01", "2026-03-31")),
        *(("fevr. 2024", "2024-02-01", "2024-02-29"), ("in december 2025", "2025-12-01", "2025-12-31")),
        *(("12 mars 2026", "2026-03-12", "2026-03-12"), ("march 12, 2026", "2026-03-12", "2026-03-12")),
        *(("1er mai 2026", "2026-05-01", "2026-05-01"), ("the 3rd of june 2025", "2025-06-03", "2025-06-03")),
        *(("2026-03-12", "2026-03-12", "2026-03-12"), ("2026-03", "2026-03-01", "2026-03-31")),
        *(("12/03/2026", "2026-03-12", "2026-03-12"), ("3.4.2026", "2026-04-03", "2026-04-03")),
        *(("last month", "2026-10-01", "2026-10-31"), ("le mois dernier", "2026-10-01", "2026-10-31")),
        *(("last week", "2026-11-16", "2026-11-22"), ("la semaine derniere", "2026-11-16", "2026-11-22")),
        *(("this week", "2026-11-23", "2026-11-29"), ("cette semaine", "2026-11-23", "2026-11-29")),
        *(("next month", "2026-12-01", "2026-12-31"), ("le mois prochain", "2026-12-01", "2026-12-31")),
        *(("last year", "2025-01-01", "2025-12-31"), ("l'annee derniere", "2025-01-01", "2025-12-31")),
        *(("l'an dernier", "2025-01-01", "2025-12-31"), ("this year", "2026-01-01", "2026-12-31")),
        *(("ce mois-ci", "2026-11-01", "2026-11-30"), ("last quarter", "2026-07-01", "2026-09-30")),
        *(("hier", "2026-11-22", "2026-11-22"), ("tomorrow", "2026-11-24", "2026-11-24")),
        *(("avant-hier", "2026-11-21", "2026-11-21"), ("aujourd'hui", "2026-11-23", "2026-11-23")),
        *(("last friday", "2026-11-20", "2026-11-20"), ("lundi dernier", "2026-11-16", "2026-11-16")),
        *(("mardi prochain", "2026-11-24", "2026-11-24"), ("next monday", "2026-11-30", "2026-11-30")),
        *(("the last 7 days", "2026-11-16", "2026-11-23"), ("les 30 derniers jours", "2026-10-24", "2026-11-23")),
        *(("ete 2025", "2025-06-01", "2025-08-31"), ("q2 2026", "2026-04-01", "2026-06-30")),
        *(("t4 2025", "2025-10-01", "2025-12-31"), ("depuis mars 2026", "2026-03-01", "9999-12-31")),
        *(("since 2025", "2025-01-01", "9999-12-31"), ("after 2025", "2026-01-01", "9999-12-31")),
        *(("avant mars 2026", "0001-01-01", "2026-02-28"), ("until 2025", "0001-01-01", "2025-12-31")),
    ],
)
def test_a_time_is_understood_as_it_is_said(text: str, first: str, last: str) -> None:
    assert days(text) == [(first, last)]


def test_what_comes_every_year_is_the_last_one_and_the_next() -> None:
    assert days("mars") == [("2026-03-01", "2026-03-31"), ("2027-03-01", "2027-03-31")]
    assert days("december") == [("2025-12-01", "2025-12-31"), ("2026-12-01", "2026-12-31")]
    assert days("14 juillet") == [("2026-07-14", "2026-07-14"), ("2027-07-14", "2027-07-14")]


@pytest.mark.parametrize(
    "text", ["31 fevrier 2026", "06 12 34 56 78", "12345", "marseille", "x2026", "10:30", "99/99/2026"]
)
def test_what_is_no_time_is_taken_for_none(text: str) -> None:
    assert not any(len(span.ranges) == 1 and span.ranges[0][0] == span.ranges[0][1] for span in spans_in(text, TODAY))
    if text != "31 fevrier 2026":  # February 2026 it is
        assert days(text) in ([], [("2026-01-01", "2026-12-31")])


def test_words_of_a_time_stand_in_the_title_or_the_day_lies_in_it() -> None:
    query = asked("réunion mars 2026 lyon")
    assert [term.parts for term in query.words] == [("reunion",), ("lyon",)]
    assert [term.parts for term in query.titled] == [("mars", "2026")]
    assert query.dates == (((date(2026, 3, 1), date(2026, 3, 31)),),)
    assert asked("date:2026").titled == () and asked("date:2026").only_dated
    assert asked('"mars 2026"').dates == (), "in quotes it is words"


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        *(("kind:learning", {("kind", "", "learning")}), ("type:apprentissage", {("kind", "", "learning")})),
        *(("type : apprentissages", {("kind", "", "learning")}), ("genre:personne", {("kind", "", "contact")})),
        *(("type:café", {("type", "event", "coffee")}), ("kind:coffee", {("type", "event", "coffee")})),
        *(("type:question", {("type", "learning", "question")}), ("KIND:Réussite", {("type", "learning", "win")})),
        *(("statut:annulé", {("state", "event", "cancelled")}), ("is:favourite", {("favourite", "contact", "")})),
        *(("type:app", {("kind", "", "learning"), ("type", "event", "call"), ("state", "learning", "applied")}),),
    ],
)
def test_a_kind_goes_by_its_names_in_both_languages(text: str, meanings: set[tuple[str, str, str]]) -> None:
    [one] = asked(text).filters
    assert set(one.meanings) == meanings


@pytest.mark.parametrize(
    ("text", "name", "value", "negated"),
    [
        *(("tag:excel", "tag", "excel", False), ("étiquette:Excel", "tag", "excel", False)),
        *(("network:ffmas", "network", "ffmas", False), ("réseau:FFMAS", "network", "ffmas", False)),
        *(("avec:claire", "with", "claire", False), ('with:"Claire Dupont"', "with", "claire dupont", False)),
        *(("lieu:Lyon", "place", "lyon", False), ("-tag:excel", "tag", "excel", True)),
        *(
            ("réseau\N{NO-BREAK SPACE}: ffmas", "network", "ffmas", False),
            ("avec:« Anne Roy »", "with", "anne roy", False),
        ),
    ],
)
def test_filters_in_both_languages(text: str, name: str, value: str, negated: bool) -> None:
    [one] = asked(text).filters
    assert (one.name, one.value, one.negated) == (name, value, negated)
    assert asked(text).words == ()


def test_quotes_and_minus() -> None:
    query = asked('budget "compte rendu" -excel -"à faire"')
    assert query.words == (Term(("budget",)), Term(("compte", "rendu"), alone=False, begins=False))
    assert [term.parts for term in query.without] == [("excel",), ("a", "faire")]
    assert (
        without(expression(query.words), query.without) == '("budget"* AND "compte rendu") NOT ("excel" OR "a faire")'
    )
    assert asked('"compte ren').words == (Term(("compte", "ren"), alone=False, begins=True),), "she is still typing"
    assert asked("e-mail").words == (Term(("e", "mail"), joined="email"),)
    assert asked("l’assistante").words == (Term(("assistante",)),)


@pytest.mark.parametrize(
    "text", ["kind:", "tag:", "avec:", "-", '"', '""', "kind:zzz", ":", "-tag:", "date:jamais", "with:-"]
)
def test_an_operator_left_alone_is_no_error(text: str) -> None:
    query = asked(text)
    assert not query.filters and not query.only_dated
    assert expression(query.words).count('"') % 2 == 0


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\":-()*«»' kindtag2026mars")), max_size=60))
def test_anything_typed_is_understood_and_quoted(text: str) -> None:
    query = asked(text)
    said = expression(query.words, titled=query.titled, phone=query.phone)
    outside = said[0::1] if not said else "".join(said.split('"')[0::2])
    assert set(outside) <= set("ANDORtitle :()*"), "nothing typed stands outside quotes"
