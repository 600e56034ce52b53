"""What is confidential is nowhere to be seen until she asks, and what she does meanwhile takes nothing of it away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.actions import (
    duplicates,
    entries,
    looking_back,
    privacy,
    reading,
    reminders,
    safety,
    search,
    take_out,
    today,
)
from journal.domain.contact import Contact
from journal.domain.entry import KINDS, About, LabelledValue, Membership, Person
from journal.domain.errors import NotFound
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.network import Network
from journal.domain.reminder import Reminder

CANARY = "Kanarienvogel"


@pytest.fixture
def filled(journal):
    """Confidential entries of every kind whose every text is the canary, and open ones joined to them; name -> id."""
    hidden = {
        "network": Network(name=f"{CANARY} Club", renews_on=date(2026, 11, 25), notes=CANARY, confidential=True),
        "contact": Contact(
            given_name=CANARY,
            family_name="Berger",
            organisation=CANARY,
            emails=(LabelledValue(f"{CANARY}@example.org"),),
            keep_in_touch_days=3,
            met_on=date(2024, 1, 1),
            tags=(CANARY,),
            confidential=True,
        ),
        "twin": Contact(given_name=CANARY, family_name="Bergér", organisation=CANARY, confidential=True),
    }
    ids = {name: entries.create(journal, draft=draft).created[-1] for name, draft in hidden.items()}
    hidden = {
        "event": Event(title=f"Lunch {CANARY}", starts_at=datetime(2026, 11, 24, 12), confidential=True),
        "question": Learning(title=f"{CANARY}?", type="question", learned_on=date(2026, 1, 1), confidential=True),
        "reminder": Reminder(title=f"Thank {CANARY}", due_at=datetime(2026, 11, 22, 9), confidential=True),
        "about": Reminder(title=f"Ring {CANARY}", due_at=datetime(2026, 11, 22, 9), about=About("contact", 2)),
    }
    assert ids["contact"] == 2
    ids |= {name: entries.create(journal, draft=draft).created[-1] for name, draft in hidden.items()}
    seen = {
        "open_event": Event(
            title="Open day",
            type="meeting",
            starts_at=datetime(2026, 11, 10, 9),
            status="attended",
            network=f"{CANARY} Club",
            participants=(Person(ids["contact"], role="host"), Person(name="Zoé Martin")),
        ),
        "open_learning": Learning(
            title="Open tip",
            learned_on=date(2026, 1, 2),
            network=f"{CANARY} Club",
            event=ids["event"],
            people=(Person(ids["contact"]),),
        ),
        "open_contact": Contact(
            given_name="Paul", networks=(Membership(f"{CANARY} Club", "member"),), introduced_by=f"{CANARY} Berger"
        ),
        "spelt_otherwise": Contact(given_name="Inès", introduced_by=f"BERGER {CANARY.upper()}, in the lift"),
    }
    ids |= {name: entries.create(journal, draft=draft).created[-1] for name, draft in seen.items()}
    return ids


def all_that_shows(journal) -> Iterator[Any]:
    for kind in KINDS:
        for wanted in (Wanted(), Wanted(trash=True), Wanted(archived=True), Wanted(lapsed=True), Wanted(sort="date")):
            for line in reading.page(journal, kind=kind, wanted=wanted, limit=1000):
                yield line
                yield reading.entry(journal, entry_id=line.id)
                yield reading.timeline(journal, contact_id=line.id)
                yield reading.related(journal, entry_id=line.id)
                yield reading.people_of(journal, network=line.id)
        yield reading.suggest(journal, kind=kind, words=CANARY[:4])
        yield search.search(journal, words=CANARY, kind=kind)
    for words in (CANARY, CANARY[:3], f"{CANARY} zo", f"zo {CANARY}", "berger", "open", "zoé"):
        yield search.search(journal, words=words)
    yield asdict(today.today(journal))
    yield reminders.due(journal)
    yield reminders.groups(journal)
    yield reading.tags(journal)
    yield reading.networks(journal)
    yield looking_back.year_counts(journal, year=2026)
    yield [reading.lines(journal, ids=[number for pair in duplicates.likely(journal) for number in pair[:2]])]
    yield safety.entry_counts(journal)


def test_nothing_of_it_is_anywhere_and_all_of_it_when_shown(journal, filled):
    for one in all_that_shows(journal):
        assert CANARY.lower() not in repr(one).lower()
    assert safety.entry_counts(journal) == {"contact": 3, "event": 1, "learning": 1, "reminder": 0, "network": 0}
    assert privacy.show_confidential(journal, on=True) == 7
    shown = [repr(one) for one in all_that_shows(journal)]
    assert sum(CANARY.lower() in one.lower() for one in shown) > 60
    privacy.show_confidential(journal, on=False)
    for one in all_that_shows(journal):
        assert CANARY.lower() not in repr(one).lower()


def test_what_is_hidden_is_said_to_be_hidden(journal, filled):
    with pytest.raises(NotFound) as hidden:
        reading.entry(journal, entry_id=filled["contact"])
    assert hidden.value.code == "entry_hidden"
    with pytest.raises(NotFound) as unknown:
        reading.entry(journal, entry_id=999)
    assert unknown.value.code == "no_such_entry"
    assert reading.entry(journal, entry_id=filled["contact"], everything=True).confidential


def test_an_event_is_found_by_those_she_may_see_only(journal, filled):
    assert [hit.title for hit in search.search(journal, words="zoé")] == ["Zoé Martin", "Open day"]
    assert search.search(journal, words=CANARY) == []
    privacy.show_confidential(journal, on=True)
    assert "Open day" in [hit.title for hit in search.search(journal, words=CANARY)]


def test_a_reminder_comes_without_a_word_and_once(journal, filled, clock):
    shown = reminders.to_show(journal)
    assert [line.confidential for line in shown] == [True, True]
    assert reminders.to_show(journal) == []


PEOPLE = st.lists(st.sampled_from(["Ada", "Bo", "Cy", "Zoé Martin"]), unique=True, max_size=3)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=PEOPLE, network=st.sampled_from(["", "IMA"]), networks=PEOPLE)
def test_what_she_writes_takes_nothing_hidden_away(journal, filled, clock, people, network, networks):
    clock.pass_time(minutes=5)
    number, contact = filled["open_event"], filled["open_contact"]
    before = reading.entry(journal, entry_id=number, everything=True)
    fields = {"participants": tuple(Person(name=name) for name in people), "network": network}
    done = [
        entries.save(journal, entry_id=number, fields=fields),
        entries.save(journal, entry_id=contact, fields={"networks": tuple(Membership(name) for name in networks)}),
    ]
    seen = reading.entry(journal, entry_id=number)
    assert {person.name for person in seen.participants} == set(people)
    whole = reading.entry(journal, entry_id=number, everything=True)
    assert (whole.participants[-1].id, whole.participants[-1].role) == (filled["contact"], "host")
    assert whole.network == (network or before.network)
    joined = reading.entry(journal, entry_id=contact, everything=True).networks
    assert joined[-1] == Membership(f"{CANARY} Club", "member")
    assert len(joined) == len(networks) + 1
    for changes in done:
        if changes.change_id:
            entries.undo(journal)
    assert reading.entry(journal, entry_id=number, everything=True).participants == before.participants
    if network:  # given up by hand while it is seen, it is gone
        privacy.show_confidential(journal, on=True)
        entries.save(journal, entry_id=number, fields={"participants": ()})
        assert reading.entry(journal, entry_id=number).participants == ()
        entries.undo(journal)
        privacy.show_confidential(journal, on=False)


def test_history_names_nobody_who_is_hidden(journal, filled, clock):
    privacy.show_confidential(journal, on=True)
    number = filled["open_event"]
    for fields in ({"participants": (), "network": ""}, {"participants": (Person(filled["contact"]),)}):
        clock.pass_time(minutes=5)
        entries.save(journal, entry_id=number, fields=fields)
    clock.pass_time(minutes=5)
    entries.save(journal, entry_id=filled["open_contact"], fields={"introduced_by": "Zoé Martin"})
    entries.save(journal, entry_id=filled["open_learning"], fields={"event": None})
    changed = (number, filled["open_contact"], filled["open_learning"])
    told = [repr(entries.history(journal, entry_id=one)) for one in changed[:2]]
    assert all(CANARY in one for one in told)
    privacy.show_confidential(journal, on=False)
    for one in changed:
        records = entries.history(journal, entry_id=one)
        assert CANARY.lower() not in repr(records).lower()
    assert records[0].fields["event"] == (None, None)
    [added, _] = [record.fields["participants"] for record in entries.history(journal, entry_id=number)[:2]]
    assert added == ([], [])


def test_who_introduced_somebody_is_kept_though_it_is_not_seen(journal, filled, clock):
    number = filled["open_contact"]
    assert reading.entry(journal, entry_id=number).introduced_by == ""
    entries.save(journal, entry_id=number, fields={"introduced_by": "", "role": "Chair"})
    assert reading.entry(journal, entry_id=number, everything=True).introduced_by == f"{CANARY} Berger"
    clock.pass_time(minutes=5)
    entries.save(journal, entry_id=number, fields={"introduced_by": "Zoé Martin"})
    assert reading.entry(journal, entry_id=number).introduced_by == "Zoé Martin"
    entries.undo(journal)
    privacy.show_confidential(journal, on=True)
    assert reading.entry(journal, entry_id=number).introduced_by == f"{CANARY} Berger"
    assert "Paul" in [hit.title for hit in search.search(journal, words=CANARY)]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Zoé Martin", True),
        ("zoe martin", True),
        ("Martin Zoé", True),
        ("par Zoé Martin, au salon", True),
        ("Zoé", False),
        ("Zoé Martinez", False),
        ("Léa Martin", False),
        ("", False),
    ],
)
def test_which_text_names_somebody_hidden(journal, text, hidden):
    made = entries.create(journal, draft=Contact(given_name="Zoé", family_name="Martin", confidential=True)).created[0]
    number = entries.create(journal, draft=Contact(given_name="Paul", introduced_by=text)).created[0]
    assert reading.entry(journal, entry_id=number).introduced_by == ("" if hidden else text)
    entries.save(journal, entry_id=made, fields={"confidential": False})
    assert reading.entry(journal, entry_id=number).introduced_by == text


def test_a_new_session_begins_hidden(journal, filled):
    from journal.store.journal import open_journal

    privacy.show_confidential(journal, on=True)
    other = open_journal(journal.path, clock=journal.clock)
    try:
        assert not privacy.confidential_shown(other)
        assert reading.page(other, kind="event", wanted=Wanted())[0].title == "Open day"
    finally:
        other.close()


def test_copies_and_checks_see_all(journal, filled, clock):
    report = safety.check(journal)
    assert report.ok and report.entries["contact"] == 5
    clock.moment += timedelta(days=1)
    copy = safety.backup(journal)
    from journal.store import backup

    assert backup.verify(copy)["entry"] == 11 + 1


def test_no_export_holds_a_word_of_it(journal, filled, tmp_path):
    for name in ("a.json", "a.md", "a.csv", "a.ics", "a.vcf"):
        take_out.export(journal, path=tmp_path / name)
        assert CANARY.lower() not in (tmp_path / name).read_text(encoding="utf-8").lower(), name
    assert take_out.kept_back(journal) == 7
