"""Everything is found: every text field of every kind, however it is written and however it is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.actions import entries, reading
from journal.actions.search import search, understood
from journal.domain.contact import Contact
from journal.domain.entry import (
    KINDS,
    About,
    Attachment,
    Entry,
    LabelledValue,
    Membership,
    Person,
    editable_fields,
    field_types,
    folded,
)
from journal.domain.event import Event
from journal.domain.kinds import CLASS_OF
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.store.journal import Journal
from journal.store.rows import other_forms
from journal.store.search import match_expression
from tests.journals import MovableClock, opened, page_of


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """One journal for the tests that only look."""
    with opened(tmp_path_factory.mktemp("search") / "journal.db") as journal:
        drafts: list[Entry] = [Contact(given_name=f"Person{i}", notes=f"common word{i}") for i in range(900)]
        drafts += [
            Contact(given_name="Claire", family_name="Dupont", organisation="Œuvre Sociale", notes="common"),
            Contact(given_name="Jean-Noël", family_name="Lœb", notes="l’été à Straßburg, ﬁnance"),
            Event(title="Lunch with Claire", place="Café Führung"),
            Learning(title="Other", body="About Claire, who knows naïve façades"),
            Contact(given_name="Андрей", family_name="Фёдоров"),
            Contact(given_name="김민수"),
            Contact(given_name="Ελένη", family_name="Παπαδοπούλου"),
            Contact(given_name="مُحَمَّد", family_name="علي"),
            Contact(given_name="שָׂרָה"),
            Contact(given_name="ガブリエル"),
            Contact(given_name="नमस्ते"),
            Contact(given_name="Zoé🎉", phones=(LabelledValue("+33 6 12 34 56 78"), LabelledValue("01.98.76.54.32"))),
        ]
        entries.create_many(journal, drafts=drafts)
        yield journal


def titles(journal: Journal, words: str, **more: Any) -> list[str]:
    return [hit.title for hit in search(journal, words=words, **more)]


# --- every field --------------------------------------------------------------------------------------------------

# Not text she would look for: fixed words, dates as text, rules, and where an entry came from.
NOT_SEARCHED = {
    "contact": {"birthday", "source"},
    "event": {"type", "status", "help", "timezone", "source"},
    "learning": {"type", "state", "source"},
    "reminder": {"repeats", "source"},
    "network": {"type", "member_since", "source"},
}
HEAD: dict[str, dict[str, Any]] = {
    "contact": {"given_name": "Somebody"},
    "event": {"title": "Something"},
    "learning": {"title": "Something"},
    "reminder": {"title": "Something", "due_at": datetime(2026, 12, 1, 9)},
    "network": {"name": "Somewhere"},
}


def texts_of(kind: str) -> Iterator[tuple[str, Any, str]]:
    """(field, value, the word in it) for each way a field of this kind holds text."""
    for name in editable_fields(CLASS_OF[kind]):
        annotation = field_types(CLASS_OF[kind])[name]
        word = f"xq{name.replace('_', '')}"
        item = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
        if item is Attachment:
            continue  # their names are found: tests/actions/test_attachments.py
        if name in NOT_SEARCHED[kind] or item in (bool, int, float) or get_args(item):
            continue
        if item is str:
            yield name, (word,) if annotation is not str else word, word
        elif item is LabelledValue:
            yield name, (LabelledValue(f"{word}@example.org" if name == "emails" else word),), word
        elif item is Person:
            yield name, (Person(name=f"Xq Person{name}"),), f"person{name}"
            yield name, (Person(name="Xq Other", role=f"xqrole{name}"),), f"xqrole{name}"
        elif item is Membership:
            yield name, (Membership(f"Xq {word}"),), word
            yield name, (Membership("Xq Club", role="xqchair"),), "xqchair"
        else:
            raise AssertionError(f"{kind}.{name}: say how its text is found, or that it is none")


CASES = [(kind, *case) for kind in KINDS for case in texts_of(kind)]


@pytest.mark.parametrize(("kind", "name", "value", "word"), CASES, ids=lambda v: v if isinstance(v, str) else "")
def test_every_text_field_is_found(journal: Journal, kind: str, name: str, value: Any, word: str) -> None:
    made = entries.create(journal, draft=CLASS_OF[kind](**{**HEAD[kind], name: value})).created[-1]
    for typed in (word, word[:-1], word.upper()):
        assert made in [hit.id for hit in search(journal, words=typed, kind=kind)], typed
    assert made in [line.id for line in page_of(journal, kind, words=word)]
    entries.save(journal, entry_id=made, fields={name: CLASS_OF[kind](**HEAD[kind]).__getattribute__(name)})
    assert made not in [hit.id for hit in search(journal, words=word, kind=kind)], "still found after it was taken away"


def test_nothing_is_excluded_that_is_no_field() -> None:
    for kind, names in NOT_SEARCHED.items():
        assert names <= {field.name for field in fields(CLASS_OF[kind])}


def test_what_a_reminder_and_a_learning_hang_on_is_found(journal: Journal) -> None:
    talk = entries.create(journal, draft=Event(title="Congress")).created[0]
    entries.create(journal, draft=Learning(title="Minutes", event=talk))
    entries.create(journal, draft=Reminder(title="Slides", due_at=datetime(2026, 12, 1), about=About("event", talk)))
    assert sorted(titles(journal, "congress")) == ["Congress", "Minutes", "Slides"]


# --- however it is typed -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *(("DUPONT", "Claire Dupont"), ("dup", "Claire Dupont"), ("claire dup", "Claire Dupont")),
        *(("dupont claire", "Claire Dupont"), ("oeuvre", "Claire Dupont"), ("Œuvre", "Claire Dupont")),
        *(("OEUVRE SOC", "Claire Dupont"), ("loeb", "Jean-Noël Lœb"), ("lœb", "Jean-Noël Lœb")),
        *(("jean noel", "Jean-Noël Lœb"), ("jean-noel", "Jean-Noël Lœb"), ("noël", "Jean-Noël Lœb")),
        *(("l'ete", "Jean-Noël Lœb"), ("été", "Jean-Noël Lœb"), ("strassburg", "Jean-Noël Lœb")),
        *(("straßb", "Jean-Noël Lœb"), ("finance", "Jean-Noël Lœb"), ("ﬁn", "Jean-Noël Lœb")),
        *(("cafe fuhr", "Lunch with Claire"), ("naive facade", "Other"), ("e\u0301te\u0301", "Jean-Noël Lœb")),
        *(("андрей", "Андрей Фёдоров"), ("федоров", "Андрей Фёдоров"), ("Фёд", "Андрей Фёдоров")),
        *(("김민수", "김민수"), ("김", "김민수"), ("ελενη", "Ελένη Παπαδοπούλου"), ("ΠΑΠΑΔΟ", "Ελένη Παπαδοπούλου")),
        *(("محمد", "مُحَمَّد علي"), ("مُحَمَّد", "مُحَمَّد علي"), ("علي", "مُحَمَّد علي"), ("שרה", "שָׂרָה")),
        *(("ガブ", "ガブリエル"), ("नमस्ते", "नमस्ते"), ("zoe", "Zoé🎉"), ("zoé🎉", "Zoé🎉")),
        *(("0612345678", "Zoé🎉"), ("06 12 34 56 78", "Zoé🎉"), ("+33612", "Zoé🎉"), ("+33 6 12 34", "Zoé🎉")),
        *(("0198765432", "Zoé🎉"), ("01 98 76 54 32", "Zoé🎉"), ("01.98.76", "Zoé🎉"), ("76.54", "Zoé🎉")),
    ],
)
def test_found_however_it_is_typed(shared: Journal, typed: str, found: str) -> None:
    assert found in titles(shared, typed)


def test_names_are_suggested_however_they_are_typed(shared: Journal) -> None:
    for typed, found in (("loeb", "Jean-Noël Lœb"), ("фед", "Андрей Фёдоров"), ("dup", "Claire Dupont")):
        suggested = reading.suggest(shared, kind="contact", words=typed)
        assert [line.title for line in suggested] == [found], typed


def test_every_word_is_a_beginning_but_one_that_a_blank_ends(shared: Journal) -> None:
    assert titles(shared, "cla dup")[0] == titles(shared, "dup cla")[0] == "Claire Dupont"
    assert "Claire Dupont" in titles(shared, "claire dupo")
    assert titles(shared, "dup ") == []
    assert titles(shared, "dupont ") == ["Claire Dupont"]


def test_what_begins_so_comes_first(shared: Journal) -> None:
    found = titles(shared, "claire")
    assert found == ["Claire Dupont", "Lunch with Claire", "Other"]
    assert titles(shared, "dup")[0] == "Claire Dupont", "by family name as well"
    scores = [hit.score for hit in search(shared, words="claire")]
    assert scores == sorted(scores, reverse=True)


def test_what_begins_so_comes_first_among_very_many(shared: Journal) -> None:
    """Beyond what is ranked: names that begin so, then the newest."""
    found = search(shared, words="p", limit=20)
    assert len(found) == 20 and all(hit.title.startswith("Person") for hit in found)
    assert len(titles(shared, "common", limit=2000)) == 901
    assert titles(shared, "common", limit=3)[0] == "Claire Dupont", "the newest"


def test_kind_and_limit(shared: Journal) -> None:
    assert titles(shared, "claire", kind="event") == ["Lunch with Claire"]
    assert titles(shared, "common", kind="event") == []
    assert len(titles(shared, "person", limit=7)) == 7
    assert len({hit.id for hit in search(shared, words="person", limit=500)}) == 500


def test_the_snippet_shows_where(shared: Journal) -> None:
    [hit] = search(shared, words="faca", kind="learning")
    assert "\x02façades\x03" in hit.snippet and "\n" not in hit.snippet
    [hit] = search(shared, words="loeb")
    assert "loeb" not in hit.snippet, "her own words, not the forms they are found by"


def test_every_letter_of_every_script_is_found_as_it_is_written(tmp_path: Path) -> None:
    """SQLite's tokenizer and our folding know different editions of Unicode: whatever they do, what is pasted from an
    entry finds that entry. Left out: the two large even blocks, but for a few."""
    import sqlcipher3.dbapi2 as driver

    sql = driver.connect(":memory:")
    sql.execute("""CREATE VIRTUAL TABLE search USING fts5 (title, forms,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')""")
    letters = [
        chr(code)
        for code in range(0x80, 0x20000)
        if unicodedata.category(chr(code)) not in ("Cn", "Cc", "Cs") and not (0x4E80 < code < 0x9FFF)
        and not 0xAD00 < code < 0xD700 and not 0xE080 < code < 0xF880
    ]  # fmt: skip
    for number, letter in enumerate(letters):
        word = f"q{number}q{letter}zz"
        sql.execute("INSERT INTO search (rowid, title, forms) VALUES (?, ?, ?)", (number, word, other_forms(word)))
    for number, letter in enumerate(letters):
        for typed in (f"q{number}q{letter}zz", folded(f"q{number}q{letter}zz")):
            found = sql.execute("SELECT rowid FROM search WHERE search MATCH ?", (match_expression(typed),)).fetchall()
            assert found == [(number,)], f"U+{ord(letter):04X}"
    sql.close()


def test_french_text_needs_no_other_forms() -> None:
    """They double the index of what they are made for; French, German and Spanish with accents need none."""
    assert other_forms("L’été à Noël : « déjà vu » — 12 €, où ça ? Señor Müller, naïve garçon…") == ""
    assert other_forms("L’œuvre") == "l oeuvre"


# --- hostile -------------------------------------------------------------------------------------------------------

HOSTILE = [
    *('"', '""', "'", "*", "a*", "*a", "-", "a -b", "NOT", "a NOT b", "AND", "a OR", "NEAR(a b)", "title:a", "^a"),
    *("(", ")", "{a}", "a:", "%", "_", "a%", "\\", ";--", "'; DROP TABLE entry; --", "\x00", "a\x00b", "\x02\x03"),
    *("\ud800", "a\udfff", "🎉", "👨‍👩‍👧", "\u202eabc", "عربي", "\u200f", "\ufeff", "\u0301", "a\u0301" * 500, "ﷺ"),
    *("(" * 1000, "kind:" * 200, "tag:" + "x" * 5000, "-" * 1000, 'kind:"', "avec:(", "-kind:", "tag:%"),
    *("2026" * 200, "-mars -2026 -", "\u202ekind:event\u202c", "réseau:\x00", "a:b:c:d", "«", "lieu:_", "“a"),
    *(" ", "\t\n", "+33", "...", "a " * 600, "x" * 1_000_000, "é " * 500_000, '"' * 1000, "\U0010ffff", "[a-z]"),
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_typed_is_taken_for_a_query_language(shared: Journal, words: str) -> None:
    search(shared, words=words)
    for kind in KINDS:
        search(shared, words=words, kind=kind)
        reading.suggest(shared, kind=kind, words=words)
        reading.page(shared, kind=kind, wanted=Wanted(words=words), limit=5)
        reading.count(shared, kind=kind, wanted=Wanted(words=words))


def test_signs_alone_find_nothing_rather_than_everything(shared: Journal) -> None:
    for words in ('"', "*", "%", "🎉", "\x00", "\ud800"):
        assert titles(shared, words) == []
        assert reading.count(shared, kind="contact", wanted=Wanted(words=words)) == 0
    assert reading.count(shared, kind="contact", wanted=Wanted(words="  ")) > 900, "nothing typed: all"


@settings(max_examples=150)
@given(st.text(st.characters(), max_size=40))
@example("a" * 40)
def test_any_text_can_be_typed(shared: Journal, words: str) -> None:
    hits = search(shared, words=words, limit=5)
    assert len(hits) <= 5
    reading.suggest(shared, kind="contact", words=words)


@settings(max_examples=60, deadline=None)
@given(name=st.text(max_size=30), notes=st.text(max_size=30))
@example(name="", notes="0\x0b0")
@example(name="", notes='"a 0\ud7fc0')
def test_whatever_is_kept_is_found_by_its_own_words(tmp_path_factory: Any, name: str, notes: str) -> None:
    with opened(tmp_path_factory.mktemp("kept") / "journal.db") as journal:
        draft = Contact(given_name=name, notes=notes, phones=(LabelledValue("1"),))
        made = entries.create(journal, draft=draft).created[0]
        for words in (name, notes):
            asked = understood(journal, words)
            if asked.words and not (asked.without or asked.filters or asked.only_dated):
                assert [hit.id for hit in search(journal, words=words)] == [made]


# --- the index follows -------------------------------------------------------------------------------------------


def test_renaming_a_contact_is_found_at_the_events_that_mention_it(journal: Journal) -> None:
    entries.create(journal, draft=Event(title="Lunch", participants=(Person(name="Marie Durand"),)))
    entries.create(journal, draft=Learning(title="Minutes", people=(Person(name="Marie Durand"),)))
    [marie] = page_of(journal, "contact")
    entries.create(
        journal, draft=Reminder(title="Call", due_at=datetime(2026, 12, 1), about=About("contact", marie.id))
    )
    entries.save(journal, entry_id=marie.id, fields={"family_name": "Weber"})
    assert sorted(titles(journal, "weber")) == ["Call", "Lunch", "Marie Weber", "Minutes"]
    assert titles(journal, "durand") == []
    entries.undo(journal)
    assert sorted(titles(journal, "durand")) == ["Call", "Lunch", "Marie Durand", "Minutes"]
    assert titles(journal, "weber") == []


def test_renaming_a_network_or_an_event_is_found_at_what_hangs_on_it(journal: Journal, clock: MovableClock) -> None:
    lunch = Event(title="Lunch", network="Lyonnaises", participants=())
    event = entries.create(journal, draft=lunch).created[-1]
    entries.create(journal, draft=Contact(given_name="Marie", networks=(Membership("Lyonnaises"),)))
    entries.create(journal, draft=Learning(title="Minutes", event=event, network="Lyonnaises"))
    [network] = page_of(journal, "network")
    entries.save(journal, entry_id=network.id, fields={"name": "Grenobloises"})
    assert sorted(titles(journal, "grenob")) == ["Grenobloises", "Lunch", "Marie", "Minutes"]
    assert titles(journal, "lyonn") == []
    entries.save(journal, entry_id=event, fields={"title": "Dinner"})
    assert sorted(titles(journal, "dinner")) == ["Dinner", "Minutes"]
    assert titles(journal, "lunch") == []


def test_the_trash_is_not_searched(journal: Journal) -> None:
    made = entries.create(journal, draft=Contact(given_name="Marie", notes="unique")).created
    entries.delete(journal, ids=made)
    assert titles(journal, "marie") == titles(journal, "unique") == []
    assert reading.suggest(journal, kind="contact", words="mar") == []
    entries.save(journal, entry_id=made[0], fields={"notes": "edited in the trash"})
    assert titles(journal, "edited") == []
    entries.restore(journal, ids=made)
    assert titles(journal, "edited") == ["Marie"]


def test_the_index_is_rolled_back_with_the_change(journal: Journal) -> None:
    made = entries.create(journal, draft=Contact(given_name="Marie")).created[0]
    with pytest.raises(RuntimeError):
        with journal.writing("create") as writer:
            writer.create_many([Contact(given_name="Lost")])
            writer.update(replace(writer.entry(made), notes="lost"))
            writer.finish()
            assert writer.sql.execute("SELECT count(*) FROM search WHERE search MATCH 'lost'").fetchone()[0] == 2
            raise RuntimeError("the power goes out")
    assert titles(journal, "lost") == []
    assert [line.title for line in page_of(journal, "contact")] == ["Marie"]


def test_the_former_name_of_a_network_finds_it(journal: Journal) -> None:
    entries.create(journal, draft=Network(name="IMA"))
    assert titles(journal, "euma") == ["IMA"]
