"""Keeping in touch, by contact, tag and network: random pasts against a slow and obvious model; undo; bad input."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.actions import bring_in, duplicates, entries, reading, rhythms, take_out, today
from journal.actions.contacts import log_exchange
from journal.domain.contact import Contact
from journal.domain.entry import Membership, Person
from journal.domain.errors import InvalidEntry, NotFound
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.network import Network
from journal.store.checking import problems
from journal.store.journal import Journal
from tests.journals import NOW, MovableClock, opened

TODAY = NOW.date()
NAMES = ("Anne", "Claire", "Zoé")
TAGS, NETWORKS = ("lyon", "été"), ("IMA", "FFMAS")
RHYTHMS = st.sampled_from((None, 7, 30, 365))
MOMENTS = st.integers(-1000, 30).map(lambda days: datetime(2026, 11, 23, 8) + timedelta(days=days))

people = st.builds(
    dict,
    days=RHYTHMS,
    off=st.booleans() | st.just(False),
    paused=st.none() | st.integers(-20, 40).map(lambda days: TODAY + timedelta(days=days)),
    met=st.none() | st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days)),
    tags=st.sets(st.sampled_from(TAGS)),
    networks=st.sets(st.sampled_from(NETWORKS)),
    archived=st.sampled_from((False, False, True)),
)
pasts = st.lists(
    st.builds(
        dict,
        who=st.sets(st.sampled_from(NAMES), min_size=1),
        kind=st.sampled_from(("event", "event", "learning")),
        status=st.sampled_from(("attended", "planned", "cancelled", "declined", "maybe")),
        help=st.sampled_from(("none", "given", "received")),
        role=st.sampled_from(("", "learned_from", "asked", "answered", "thanked", "host")),
        at=MOMENTS,
        thrown_away=st.sampled_from((False, False, True)),
    ),
    max_size=6,
)


def counts(one: dict[str, Any]) -> bool:
    """Whether something noted is a real exchange, said as plainly as can be."""
    if one["thrown_away"]:
        return False
    if one["kind"] == "event":
        if one["at"] > NOW:
            return False
        if one["status"] == "attended":
            return True
        return one["status"] in ("planned", "maybe") and one["help"] in ("given", "received")
    return one["at"].date() <= TODAY and one["role"] in ("learned_from", "asked", "answered", "thanked")


def expected_of(name: str, person: dict[str, Any], past: list[dict[str, Any]], rules: dict[str, Any]) -> Any:
    """(days, last exchange, due, stage) of one person by the model."""
    days = person["days"]
    if days is None:
        for several in (person["tags"], person["networks"]):
            known = [rules[one] for one in several if rules[one] is not None]
            if known:
                days = min(known)
                break
    if person["off"]:
        days = None
    dates = [one["at"].date() for one in past if name in one["who"] and counts(one)]
    last = max(dates, default=None)
    if days is None:
        return None, last, None, ""
    due = (last or person["met"] or TODAY) + timedelta(days=days)
    if person["paused"] and person["paused"] > due:
        due = person["paused"]
    if person["paused"] and person["paused"] > TODAY:
        return days, last, due, ""
    soon = max(1, min(14, round(days / 6)))
    return days, last, due, "lapsed" if due < TODAY else "soon" if (due - TODAY).days <= soon else ""


def note(journal: Journal, one: dict[str, Any], ids: dict[str, int]) -> None:
    with_them = tuple(Person(ids[name], role=one["role"]) for name in sorted(one["who"]))
    if one["kind"] == "event":
        draft: Any = Event(
            title="E", starts_at=one["at"], status=one["status"], help=one["help"], participants=with_them
        )
    else:
        draft = Learning(title="L", learned_on=one["at"].date(), people=with_them)
    number = entries.create(journal, draft=draft).created[-1]
    if one["thrown_away"]:
        entries.delete(journal, ids=[number])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.fixed_dictionaries(dict.fromkeys(NAMES, people)),
    pasts,
    st.fixed_dictionaries(dict.fromkeys((*TAGS, *NETWORKS), RHYTHMS)),
)
def test_random_pasts_against_the_model(
    persons: dict[str, Any], past: list[dict[str, Any]], rules: dict[str, Any]
) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "journal.db") as journal:
        nets = {n: entries.create(journal, draft=Network(name=n)).created[-1] for n in NETWORKS}
        ids = {
            name: entries.create(
                journal,
                draft=Contact(
                    given_name=name,
                    keep_in_touch_days=one["days"],
                    keep_in_touch_off=one["off"],
                    keep_in_touch_paused_until=one["paused"],
                    met_on=one["met"],
                    tags=tuple(sorted(one["tags"])),
                    networks=tuple(Membership(n) for n in sorted(one["networks"])),
                    archived=one["archived"],
                ),
            ).created[-1]
            for name, one in persons.items()
        }
        for tag in TAGS:
            if any(tag in one["tags"] for one in persons.values()):
                rhythms.set_tag_rhythm(journal, tag=tag, days=rules[tag])
        for name, number in nets.items():
            rhythms.set_network_rhythm(journal, network_id=number, days=rules[name])
        for one in past:
            note(journal, one, ids)

        lapsed, soon = rhythms.lapsed_and_soon(journal)
        listed = reading.page(journal, kind="contact", wanted=Wanted(lapsed=True), limit=100)
        for name, number in ids.items():
            days, last, due, at = expected_of(name, persons[name], past, rules)
            contact: Any = reading.entry(journal, entry_id=number)
            assert (contact.rhythm_days, contact.last_exchange, contact.next_exchange_due) == (days, last, due), name
            shown = not persons[name]["archived"]
            assert (number in [line.id for line in lapsed]) == (shown and at == "lapsed")
            assert (number in [line.id for line in soon]) == (shown and at == "soon")
            assert (number in [line.id for line in listed]) == (shown and at == "lapsed")
            [line] = reading.lines(journal, ids=[number])
            assert (line.state == "lapsed") == (at == "lapsed")
        assert problems(journal) == []


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    with opened(tmp_path / "journal.db") as made:
        yield made


def make(journal: Journal, **fields: Any) -> int:
    return entries.create(journal, draft=Contact(**{"given_name": "Claire", **fields})).created[-1]


def rhythm_of(journal: Journal, number: int) -> tuple[int | None, str]:
    contact: Any = reading.entry(journal, entry_id=number)
    return contact.rhythm_days, contact.rhythm_from


def test_each_choice_is_one_step_that_undo_takes_back(journal: Journal) -> None:
    number = make(journal, tags=("Lyon",), networks=(Membership("IMA"),))
    [network] = reading.networks(journal)
    for act, expected in (
        (lambda: rhythms.set_network_rhythm(journal, network_id=network.id, days=90), (90, "IMA")),
        (lambda: rhythms.set_tag_rhythm(journal, tag="#LYON", days=30), (30, "#Lyon")),
        (lambda: rhythms.set_tag_rhythm(journal, tag="lyon", days=None), (90, "IMA")),
        (lambda: rhythms.set_contact_rhythm(journal, contact_id=number, days=7), (7, "")),
        (lambda: rhythms.set_contact_rhythm(journal, contact_id=number, days=None, off=True), (None, "")),
    ):
        before = rhythm_of(journal, number)
        assert act().change_id
        assert rhythm_of(journal, number) == expected
        entries.undo(journal)
        assert rhythm_of(journal, number) == before
        entries.redo(journal)
        assert rhythm_of(journal, number) == expected


def test_undo_outlives_a_restart_and_the_archive_carries_it(tmp_path: Path) -> None:
    with opened(tmp_path / "one.db") as journal:
        number = make(journal, tags=("Lyon",))
        rhythms.set_tag_rhythm(journal, tag="Lyon", days=30)
        rhythms.pause(journal, contact_id=number, until=TODAY + timedelta(days=9))
    with opened(tmp_path / "one.db") as journal:
        take_out.export(journal, path=tmp_path / "all.zip")
        with opened(tmp_path / "two.db") as other:
            bring_in.bring_in(other, preview=bring_in.preview(other, paths=[tmp_path / "all.zip"]))
            [line] = reading.page(other, kind="contact", wanted=Wanted())
            copy: Any = reading.entry(other, entry_id=line.id)
            assert (copy.rhythm_days, copy.keep_in_touch_paused_until) == (30, TODAY + timedelta(days=9))
        entries.undo(journal)
        entries.undo(journal)
        assert rhythm_of(journal, number) == (None, "")


def test_a_network_in_the_trash_gives_no_rhythm(journal: Journal) -> None:
    number = make(journal, networks=(Membership("IMA"),))
    [network] = reading.networks(journal)
    rhythms.set_network_rhythm(journal, network_id=network.id, days=90)
    entries.delete(journal, ids=[network.id])
    assert rhythm_of(journal, number) == (None, "")
    entries.restore(journal, ids=[network.id])
    assert rhythm_of(journal, number) == (90, "IMA")


def test_an_exchange_ends_a_silence_and_deleting_it_brings_it_back(journal: Journal) -> None:
    number = make(journal, keep_in_touch_days=14, met_on=TODAY - timedelta(days=100))
    assert [line.id for line in rhythms.lapsed(journal)] == [number]
    changes = log_exchange(journal, contact_id=number)
    assert rhythms.lapsed(journal) == []
    entries.delete(journal, ids=list(changes.created))
    assert [line.id for line in rhythms.lapsed(journal)] == [number]


def test_a_pause_hides_and_its_end_shows_again(tmp_path: Path) -> None:
    clock = MovableClock()
    with opened(tmp_path / "journal.db", clock) as journal:
        number = make(journal, keep_in_touch_days=14, met_on=TODAY - timedelta(days=100))
        rhythms.pause(journal, contact_id=number, until=TODAY + timedelta(days=30))
        assert rhythms.lapsed_and_soon(journal) == ([], [])
        clock.pass_time(days=30)
        lapsed, soon = rhythms.lapsed_and_soon(journal)
        assert (lapsed, [line.id for line in soon]) == ([], [number])
        clock.pass_time(days=1)
        assert [line.id for line in rhythms.lapsed(journal)] == [number]


def test_what_the_past_proposes_is_taken_with_one_press(journal: Journal) -> None:
    number = make(journal)
    assert rhythms.proposal(journal, contact_id=number) is None
    for days in (1, 32, 61, 92):
        log_exchange(journal, contact_id=number, on=NOW - timedelta(days=days))
    proposal = rhythms.proposal(journal, contact_id=number)
    assert proposal is not None and (proposal.days, proposal.gap, proposal.exchanges) == (30, 31, 4)
    rhythms.accept(journal, contact_id=number)
    assert rhythm_of(journal, number) == (30, "")
    assert rhythms.proposal(journal, contact_id=number) is None
    with pytest.raises(InvalidEntry, match="no_rhythm_proposed"):
        rhythms.accept(journal, contact_id=number)


@pytest.mark.parametrize("days", [0, -7, 3651, 10**40])
def test_a_rhythm_that_is_none_is_refused_everywhere(journal: Journal, days: int) -> None:
    number = make(journal, tags=("lyon",), networks=(Membership("IMA"),))
    [network] = reading.networks(journal)
    for act in (
        lambda: rhythms.set_contact_rhythm(journal, contact_id=number, days=days),
        lambda: rhythms.set_tag_rhythm(journal, tag="lyon", days=days),
        lambda: rhythms.set_network_rhythm(journal, network_id=network.id, days=days),
    ):
        with pytest.raises(InvalidEntry, match="rhythm_out_of_range"):
            act()
    assert rhythm_of(journal, number) == (None, "")


def test_subjects_that_are_not_there(journal: Journal) -> None:
    number = make(journal)
    with pytest.raises(NotFound):
        rhythms.set_tag_rhythm(journal, tag="nobody", days=7)
    with pytest.raises(NotFound):
        rhythms.set_network_rhythm(journal, network_id=number, days=7)
    for wrong in (TODAY, TODAY - timedelta(days=1), date(9999, 1, 1)):
        with pytest.raises(InvalidEntry):
            rhythms.pause(journal, contact_id=number, until=wrong)


@pytest.mark.parametrize("value", ["", "abc", "0", "-5", "99999999999999999999999", "3651"])
def test_a_setting_that_is_no_rhythm_is_none(journal: Journal, value: str) -> None:
    number = make(journal, tags=("lyon",))
    with journal.writing("setting") as writer:
        writer.set_setting("rhythm.tag.lyon", value)
    assert rhythm_of(journal, number) == (None, "")
    assert rhythms.lapsed_and_soon(journal) == ([], [])


def test_of_two_merged_the_pause_stays_and_no_rhythm_gives_way_to_a_chosen_one(journal: Journal) -> None:
    until = TODAY + timedelta(days=20)
    one = make(journal, keep_in_touch_off=True)
    other = make(journal, keep_in_touch_days=30, keep_in_touch_paused_until=until)
    duplicates.merge(journal, contact_id=one, other_id=other)
    kept: Any = reading.entry(journal, entry_id=one)
    assert (kept.rhythm_days, kept.keep_in_touch_paused_until) == (30, until)


def test_erasing_a_person_forgets_the_rhythm_of_a_tag_that_was_hers_alone(tmp_path: Path) -> None:
    from journal.store.erasing import erase

    with opened(tmp_path / "journal.db") as journal:
        number = make(journal, tags=("Zzcanary", "shared"))
        make(journal, given_name="Anne", tags=("shared",))
        for tag in ("Zzcanary", "shared"):
            rhythms.set_tag_rhythm(journal, tag=tag, days=30)
        erase(journal, number)
        assert [group.days for group in rhythms.groups(journal)] == [30]
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir()).lower()
    assert b"zzcanary" not in left and b"rhythm.tag.shared" in left


def test_today_has_both_stages(journal: Journal) -> None:
    make(journal, given_name="Late", keep_in_touch_days=14, met_on=TODAY - timedelta(days=30))
    make(journal, given_name="Soon", keep_in_touch_days=30, met_on=TODAY - timedelta(days=28))
    make(journal, given_name="Fine", keep_in_touch_days=30, met_on=TODAY - timedelta(days=2))
    page = today.today(journal)
    assert ([line.title for line in page.lapsed], [line.title for line in page.soon]) == (["Late"], ["Soon"])
