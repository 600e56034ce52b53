"""Who could help with a question: by tags, role, notes, events and learnings, each with the reason, best first."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.actions import entries, helpers, reading
from journal.domain.contact import Contact
from journal.domain.entry import Membership, Person
from journal.domain.errors import NotFound, UserFacingError
from journal.domain.event import Event
from journal.domain.helping import telling_words
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.store.journal import Journal
from tests.journals import opened


def question_of(journal: Journal, **fields: object) -> int:
    return entries.create(journal, draft=Learning(type="question", **fields)).created[-1]  # type: ignore[arg-type]


def found(journal: Journal, question: int) -> dict[str, list[tuple[str, str]]]:
    hits = helpers.who_can_help(journal, question=question)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    return {hit.name: [tuple(reason) for reason in hit.reasons] for hit in hits}


@pytest.fixture
def circle(journal: Journal) -> Journal:
    people = [
        Network(name="FFMAS"),
        Contact(given_name="Anne", tags=("excel",), networks=(Membership("FFMAS"),)),
        Contact(given_name="Bea", role="Formatrice publipostage"),
        Contact(given_name="Cleo", notes="Aime le jardin\nA refait tout le publipostage de sa société"),
        Contact(given_name="Dora", notes="Ne sait rien du sujet"),
        Contact(given_name="Old", tags=("excel",), archived=True),
    ]
    entries.create_many(journal, drafts=people)
    drafts = [
        Event(title="Atelier publipostage", starts_at=datetime(2026, 5, 1), participants=(Person(name="Eve"),)),
        Learning(title="Trier dans Excel", tags=("excel",), people=(Person(name="Fay", role="learned_from"),)),
        Learning(
            title="Des étiquettes par publipostage", type="question", people=(Person(name="Gil", role="answered"),)
        ),
        Learning(title="Un publipostage raté", type="question", people=(Person(name="Hal", role="asked"),)),
    ]
    entries.create_many(journal, drafts=drafts)
    return journal


def test_each_way_of_coming_close_is_a_reason(circle: Journal) -> None:
    asked = question_of(circle, title="Comment faire un publipostage avec Excel ?", tags=("excel",), network="FFMAS")
    people = found(circle, asked)
    assert people["Anne"] == [("tag", "excel"), ("network", "FFMAS")]
    assert people["Bea"] == [("role", "Formatrice publipostage")]
    assert people["Cleo"] == [("notes", "A refait tout le publipostage de sa société")]
    assert people["Eve"] == [("event", "Atelier publipostage")]
    assert people["Fay"] == [("learning", "Trier dans Excel")]
    assert people["Gil"] == [("answered", "Des étiquettes par publipostage")]
    assert not {"Dora", "Old", "Hal"} & set(people), "nothing to do with it, archived, only asked herself"


def test_who_was_asked_is_noted_in_one_step_and_left_out_then(circle: Journal) -> None:
    asked = question_of(circle, title="Publipostage", tags=("excel",))
    best = helpers.who_can_help(circle, question=asked)[0]
    assert helpers.ask(circle, question=asked, contact=best.contact_id).change_id
    assert helpers.ask(circle, question=asked, contact=best.contact_id).change_id == 0
    entry = reading.entry(circle, entry_id=asked)
    assert isinstance(entry, Learning)
    assert [(one.id, one.role) for one in entry.people] == [(best.contact_id, "asked")]
    assert best.name not in found(circle, asked)
    entries.undo(circle)
    assert best.name in found(circle, asked)


def test_what_is_confidential_helps_nobody_and_is_not_told(circle: Journal) -> None:
    secret = Contact(given_name="Zita", tags=("excel",), confidential=True)
    hidden = Event(title="Publipostage secret", participants=(Person(name="Ivo"),), confidential=True)
    entries.create_many(circle, drafts=[secret, hidden])
    asked = question_of(circle, title="Publipostage ?", tags=("excel",))
    assert not {"Zita", "Ivo"} & set(found(circle, asked))
    circle.confidential_shown = True
    assert {"Zita", "Ivo"} <= set(found(circle, asked))


def test_only_a_question_is_asked_about(circle: Journal) -> None:
    tool = entries.create(circle, draft=Learning(title="Word", type="tool")).created[-1]
    for work in (
        lambda: helpers.who_can_help(circle, question=tool),
        lambda: helpers.ask(circle, question=tool, contact=2),
    ):
        with pytest.raises(UserFacingError, match="not_a_question"):
            work()
    with pytest.raises(NotFound):
        helpers.who_can_help(circle, question=9_999)
    with pytest.raises(NotFound):
        helpers.ask(circle, question=question_of(circle, title="Why?"), contact=tool)


def test_words_that_say_nothing_are_not_looked_for() -> None:
    assert telling_words("Comment faire pour refuser une réunion sans froisser ?") == ["refuser", "reunion", "froisser"]
    assert telling_words("How do others manage the boss's inbox rules?") == ["manage", "boss", "inbox", "rule"]


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=3))
def test_any_question_is_answered(title: str, tags: list[str]) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "journal.db") as journal:
        entries.create(journal, draft=Contact(given_name="Anne", notes=title))
        asked = question_of(journal, title=f"? {title}", body=title * 3, tags=tuple(tags))
        assert len(helpers.who_can_help(journal, question=asked)) <= 1
