"""The demo journal is believable on any day it is opened; the large one is reproducible and linked."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.actions import networks, reading, sample_journal
from journal.actions.entries import create, delete
from journal.actions.sample_journal import Drafted, demo_drafts
from journal.domain import event, learning
from journal.domain.contact import Contact
from journal.domain.errors import UserFacingError
from journal.domain.kinds import to_json
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.network import READY_MADE
from journal.domain.reminder import Reminder
from journal.store.journal import Journal, open_journal
from journal.system import words
from journal.system.clock import FixedClock

NOW = datetime(2026, 11, 23, 9)
ANY_DAY = st.dates(date(2024, 1, 1), date(2040, 12, 31))
LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "sample.journal", clock=FixedClock(NOW))
    yield opened
    opened.close()


def of_kind(drafts: list[Drafted], kind: str) -> list[Drafted]:
    return [drafted for drafted in drafts if drafted.entry.kind == kind]


def counts(journal: Journal) -> dict[str, int]:
    everyone = Wanted(archived=True)
    found = {kind: reading.count(journal, kind=kind, wanted=Wanted()) for kind in sample_journal.IN_ORDER}
    return found | {"contact": found["contact"] + reading.count(journal, kind="contact", wanted=everyone)}


@LANGUAGES
def test_every_draft_is_clean_and_named_once(language):
    drafts = demo_drafts(language, NOW.date())
    for drafted in drafts:
        again = drafted.entry.checked()
        assert {**to_json(again), "state": None} == {**to_json(drafted.entry), "state": None}
    for kind in ("contact", "network", "learning"):
        assert max(Counter(drafted.key for drafted in of_kind(drafts, kind)).values()) == 1


@LANGUAGES
def test_two_years_of_everything(language):
    drafts = demo_drafts(language, NOW.date())
    number = Counter(drafted.entry.kind for drafted in drafts)
    assert number["contact"] >= 45 and number["event"] >= 110 and number["learning"] >= 40
    assert number["reminder"] >= 15 and number["network"] == 7
    events = [drafted.entry for drafted in of_kind(drafts, "event")]
    assert {entry.type for entry in events} == set(event.TYPES)
    assert {entry.status for entry in events} == set(event.STATUSES)
    assert {entry.help for entry in events} == set(event.HELP)
    learnings = [drafted.entry for drafted in of_kind(drafts, "learning")]
    assert {entry.type for entry in learnings} == set(learning.TYPES)
    assert {entry.state for entry in learnings} == {*learning.STATES, *learning.QUESTION_STATES}
    assert all(entry.evidence for entry in learnings if entry.type == "win")
    assert all(entry.people for entry in learnings if entry.type == "question")
    assert {role.role for entry in learnings for role in entry.people} == set(learning.PERSON_ROLES)


@LANGUAGES
def test_whatever_is_named_is_there(language):
    drafts = demo_drafts(language, NOW.date())
    known = {(drafted.entry.kind, drafted.key) for drafted in drafts}
    for drafted in drafts:
        entry = drafted.entry
        people = [*getattr(entry, "participants", ()), *getattr(entry, "people", ())]
        assert {("contact", person.name) for person in people} <= known
        named = getattr(entry, "networks", ()) or [entry] * bool(getattr(entry, "network", ""))
        assert {("network", getattr(item, "network", "") or item.name) for item in named} <= known
        assert not drafted.event or ("event", drafted.event) in known
        assert not drafted.about[0] or drafted.about in known
        introduced = getattr(entry, "introduced_by", "")
        assert not introduced or ("contact", introduced) in known


@LANGUAGES
def test_nobody_can_be_written_to_or_rung(language):
    fictional = re.compile(r"01 99 00 \d\d \d\d|06 39 98 \d\d \d\d|01632 960\d{3}|07700 900\d{3}")
    contacts = [drafted.entry for drafted in of_kind(demo_drafts(language, NOW.date()), "contact")]
    emails = [item.value for contact in contacts for item in contact.emails]
    phones = [item.value for contact in contacts for item in contact.phones]
    assert all(re.fullmatch(r"[a-z.-]+@(exemple\.fr|example\.org)", email) for email in emails)
    assert all(fictional.fullmatch(phone) for phone in phones)
    assert len(set(emails)) == len(emails) and len(set(phones)) == len(phones)
    assert not any(contact.links for contact in contacts)


@settings(max_examples=40, deadline=None)
@given(today=ANY_DAY, language=st.sampled_from(["fr", "en"]))
def test_dates_are_sensible_whatever_the_day(today, language):
    drafts = demo_drafts(language, today)
    events = {drafted.key: drafted.entry for drafted in of_kind(drafts, "event")}
    met = {drafted.key: drafted.entry.met_on for drafted in of_kind(drafts, "contact")}
    for entry in (drafted.entry for drafted in of_kind(drafts, "event")):
        assert entry.starts_at.weekday() < 5
        assert today - timedelta(days=750) <= entry.starts_at.date() <= today + timedelta(days=90)
        assert entry.all_day or 8 <= entry.starts_at.hour < 20
        assert (entry.status in ("planned", "maybe")) or entry.starts_at.date() < today
        assert all(met[person.name] <= entry.starts_at.date() for person in entry.participants)
    for drafted in of_kind(drafts, "learning"):
        assert drafted.entry.learned_on <= today
        assert all(met[person.name] <= drafted.entry.learned_on for person in drafted.entry.people)
        assert not drafted.event or drafted.entry.learned_on == events[drafted.event].starts_at.date()


@settings(max_examples=40, deadline=None)
@given(today=ANY_DAY, language=st.sampled_from(["fr", "en"]))
def test_there_is_always_something_on_today(today, language):
    drafts = demo_drafts(language, today)
    reminders = [drafted.entry for drafted in of_kind(drafts, "reminder")]
    pending = [entry for entry in reminders if not entry.done_at]
    assert sum(entry.due_at.date() == today for entry in pending) == 2
    assert sum(entry.due_at.date() < today for entry in pending) == 1
    assert sum(bool(entry.repeats) for entry in pending) >= 5
    assert all(entry.done_at.date() < today for entry in reminders if entry.done_at)
    events = [drafted.entry for drafted in of_kind(drafts, "event")]
    planned = [entry.starts_at.date() for entry in events if entry.status == "planned"]
    assert sum(day < today for day in planned) == 1
    assert sum(today < day <= today + timedelta(days=14) for day in planned) >= 5
    questions = [drafted.entry.state for drafted in of_kind(drafts, "learning") if drafted.entry.type == "question"]
    assert questions.count("open") >= 3 and "answered" in questions and "settled" in questions


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2028, 2, 29)])
def test_the_french_never_meet_on_a_public_holiday(today):
    closed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    days = {drafted.entry.starts_at.date() for drafted in of_kind(demo_drafts("fr", today), "event")}
    assert not closed & {(day.month, day.day) for day in days}


def test_what_has_its_season_falls_into_it():
    for offset in range(0, 365, 13):
        drafts = demo_drafts("fr", NOW.date() + timedelta(days=offset))
        day = next(d.entry.starts_at for d in of_kind(drafts, "event") if d.entry.title.startswith("Fête"))
        assert (day.month, day.weekday()) == (4, 3)
        assert 15 <= day.day <= 21  # the third Thursday


@LANGUAGES
def test_the_demo_fills_a_journal_as_one_change(journal, language):
    journal.confidential_shown = True
    changes = sample_journal.fill_demo(journal, language=language)
    drafts = demo_drafts(language, NOW.date())
    assert len(changes.created) == len(drafts)
    assert counts(journal) == Counter(drafted.entry.kind for drafted in drafts)
    names = {line.title for line in reading.networks(journal)}
    assert names == {card.name for card in networks.ready_made(language)} and len(names) == len(READY_MADE)
    assert reading.get_setting(journal, "her_name")
    lapsed = reading.page(journal, kind="contact", wanted=Wanted(lapsed=True))
    assert 3 <= len(lapsed) <= 8
    made = reading.entries(journal, ids=list(changes.created))
    by_id = {entry.id: entry for entry in made}
    sources = [by_id[entry.event] for entry in made if isinstance(entry, Learning) and entry.event]
    assert len(sources) > 20 and {entry.kind for entry in sources} == {"event"}
    abouts = [entry.about for entry in made if isinstance(entry, Reminder) and entry.about]
    assert {about.kind for about in abouts} == {"contact", "event", "learning", "network"}
    assert all(about.title == by_id[about.id].heading for about in abouts)


def in_words(journal: Journal) -> list[dict]:
    """Everything in the journal but what is made anew each time."""
    ids = range(1, sum(counts(journal).values()) + 1)
    new_each_time = ("uid", "created_at", "updated_at")
    return [
        {key: value for key, value in to_json(entry).items() if key not in new_each_time}
        for entry in reading.entries(journal, ids=list(ids))
    ]


def test_the_large_one_has_its_shares_and_its_links(journal):
    told = []
    sample_journal.make_sample(journal, years=3, entries=2_500, seed=7, progress=lambda *step: told.append(step))
    assert counts(journal) == {"network": 20, "contact": 300, "event": 1130, "learning": 700, "reminder": 350}
    assert told[-1] == (2_500, 2_500) and told == sorted(told)
    entries = in_words(journal)
    events = [entry for entry in entries if entry["kind"] == "event"]
    assert all(datetime(2023, 11, 20) <= datetime.fromisoformat(entry["starts_at"]) for entry in events)
    assert all(datetime.fromisoformat(entry["starts_at"]).weekday() < 5 for entry in events)
    assert all(entry["participants"] for entry in events)
    assert sum(len((entry["notes"] or "").split()) > 20 for entry in events) > 0.7 * len(events)
    reminders = [entry for entry in entries if entry["kind"] == "reminder"]
    assert 0.05 < sum(bool(entry["repeats"]) for entry in reminders) / len(reminders) < 0.16
    assert any(entry["about"] for entry in reminders)
    emails = [item["value"] for entry in entries if entry["kind"] == "contact" for item in entry["emails"]]
    assert emails and all(email.endswith("@exemple.fr") for email in emails)


def test_the_same_seed_makes_the_same_journal_another_makes_another(tmp_path):
    made = []
    for number, seed in enumerate((1, 1, 2)):
        opened = open_journal(tmp_path / f"{number}.journal", clock=FixedClock(NOW))
        sample_journal.make_sample(opened, entries=300, seed=seed)
        made.append(in_words(opened))
        opened.close()
    assert made[0] == made[1]
    assert made[0] != made[2]


@pytest.mark.parametrize("entries", [1, 7, 40])
def test_a_handful_is_possible_too(journal, entries):
    sample_journal.make_sample(journal, entries=entries)
    assert sum(counts(journal).values()) == entries


@LANGUAGES
def test_a_journal_of_hers_is_never_mixed_with_a_sample(journal, language):
    created = create(journal, draft=Contact(given_name="Claire", archived=True)).created
    for fill in (sample_journal.make_sample, lambda j: sample_journal.fill_demo(j, language=language)):
        with pytest.raises(UserFacingError) as refused:
            fill(journal)
        assert refused.value.code == "journal_not_empty"
    delete(journal, ids=created)
    with pytest.raises(UserFacingError):
        sample_journal.make_sample(journal)
    words.use(language)
    try:
        assert words.say_error(refused.value)
    finally:
        words.use(None)
