"""Undo and redo of anything, in any order of kinds, also after a restart."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from journal.actions import duplicates, entries, reading, rhythms
from journal.actions.reminders import mark_done
from journal.domain.changes import Changes
from journal.domain.contact import Contact
from journal.domain.entry import KINDS, About, Entry, LabelledValue, Membership, Person
from journal.domain.errors import InvalidEntry, NotFound, UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.store.checking import problems
from journal.store.journal import Journal, open_journal
from tests.journals import MovableClock, everything, one_of_each, opened, page_of

NAMES = ("Zoé Martin", "Marc Petit", "Élodie Lefèvre", "DUPONT Claire", "zoe martin", "claire@example.org")
NETWORKS = ("IMA", "EUMA", "FFMAS", "Ffmas", "Lyon")
TAGS = ("lyon", "Lyon", "été", "thanks")

names, network_names = st.sampled_from(NAMES), st.sampled_from(NETWORKS)
people = st.lists(st.builds(Person, name=names, role=st.sampled_from(("", "host"))), max_size=2).map(tuple)
tags = st.lists(st.sampled_from(TAGS), max_size=2).map(tuple)
days = st.dates(date(2026, 10, 1), date(2027, 1, 31))
times = days.map(lambda day: datetime(day.year, day.month, day.day, 9))
texts = st.sampled_from(("", "a note", "Ima and the others", "ligne\nligne", "Lyon, été"))
memberships = st.lists(st.builds(Membership, network_names, st.sampled_from(("", "chair"))), max_size=2).map(tuple)
values = st.lists(st.builds(LabelledValue, st.sampled_from(("a@b.example", "c@d.example"))), max_size=2).map(tuple)
kinds = st.sampled_from(KINDS)

DRAFTS: dict[str, st.SearchStrategy[Entry]] = {
    "contact": st.builds(
        Contact, given_name=names, networks=memberships, tags=tags, notes=texts, emails=values,
        keep_in_touch_days=st.none() | st.just(14), archived=st.booleans(),
    ),
    "event": st.builds(
        Event, title=names, starts_at=st.none() | times, participants=people, network=st.just("") | network_names,
        status=st.sampled_from(("planned", "attended")), notes=texts, tags=tags,
    ),
    "learning": st.builds(
        Learning, title=names, people=people, network=st.just("") | network_names, body=texts,
        type=st.sampled_from(("tip", "question")), learned_on=st.none() | days, tags=tags,
    ),
    "reminder": st.builds(Reminder, title=names, due_at=times, notes=texts, tags=tags),
    "network": st.builds(Network, name=network_names, notes=texts, tags=tags),
}  # fmt: skip


class History(RuleBasedStateMachine):
    """The model: what was to be seen after each change. Undo and redo move along it; a new change cuts off its end."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="journal-history-"))
        self.clock = MovableClock()
        self.journal = open_journal(self.folder / "journal.db", clock=self.clock)
        self.past = [everything(self.journal)]
        self.at = 0

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            self.journal.close()
            shutil.rmtree(self.folder)

    def did(self, changes: Changes, *, seen: bool = True) -> None:
        """A change was made: the model goes on with what is to be seen now. `seen`: it is to be seen in an entry."""
        self.clock.pass_time(minutes=2)  # nothing is joined to the edit before it
        now = everything(self.journal)
        assert (now != self.past[self.at]) == bool(changes.change_id) or not seen, changes
        if changes.change_id:
            del self.past[self.at + 1 :]
            self.past.append(now)
            self.at += 1

    def ids(self, kind: str = "") -> list[int]:
        seen = self.past[self.at]
        return [line["id"] for one in ([kind] if kind else KINDS) for line in seen[one]]

    def pick(self, data: st.DataObject, kind: str = "") -> int:
        return data.draw(st.sampled_from(self.ids(kind)))

    @rule(kind=kinds, data=st.data())
    def create(self, kind: str, data: st.DataObject) -> None:
        draft = data.draw(DRAFTS[kind])
        if isinstance(draft, Learning) and self.ids("event") and data.draw(st.booleans()):
            draft = replace(draft, event=self.pick(data, "event"))
        if isinstance(draft, Reminder) and self.ids() and data.draw(st.booleans()):
            subject = reading.entry(self.journal, entry_id=self.pick(data))
            draft = replace(draft, about=About(subject.kind, subject.id))
        if isinstance(draft, Event) and self.ids("contact") and data.draw(st.booleans()):
            draft = replace(draft, participants=(Person(self.pick(data, "contact")),))
        self._try(lambda: entries.create(self.journal, draft=draft))

    @precondition(lambda self: self.ids())
    @rule(data=st.data())
    def save(self, data: st.DataObject) -> None:
        entry = reading.entry(self.journal, entry_id=self.pick(data))
        other = data.draw(DRAFTS[entry.kind])
        fields = data.draw(st.sets(st.sampled_from(EDITED[entry.kind]), min_size=1, max_size=3))
        changed = {name: getattr(other, name) for name in sorted(fields)}
        self._try(lambda: entries.save(self.journal, entry_id=entry.id, fields=changed))

    @precondition(lambda self: self.ids())
    @rule(tag=st.sampled_from(TAGS), data=st.data(), away=st.booleans())
    def tag(self, tag: str, data: st.DataObject, away: bool) -> None:
        ids = [self.pick(data), self.pick(data)]
        action = entries.remove_tag if away else entries.add_tag
        self._try(lambda: action(self.journal, ids=ids, tag=tag))

    @precondition(lambda self: self.ids())
    @rule(data=st.data(), restore=st.booleans())
    def trash(self, data: st.DataObject, restore: bool) -> None:
        ids = [self.pick(data), self.pick(data)]
        action = entries.restore if restore else entries.delete
        self._try(lambda: action(self.journal, ids=ids))

    @rule(tag=st.sampled_from(TAGS), days=st.none() | st.sampled_from((14, 90)))
    def rhythm(self, tag: str, days: int | None) -> None:
        self._try(lambda: rhythms.set_tag_rhythm(self.journal, tag=tag, days=days), seen=False)

    @precondition(lambda self: len(self.ids("contact")) > 1)
    @rule(data=st.data(), theirs=st.sets(st.sampled_from(("name", "keep_in_touch_days"))), apart=st.booleans())
    def one_or_two(self, data: st.DataObject, theirs: set[str], apart: bool) -> None:
        one, other = (self.pick(data, "contact") for _ in range(2))
        if apart:
            self._try(lambda: duplicates.tell_apart(self.journal, contact_id=one, other_id=other), seen=False)
        else:
            self._try(lambda: duplicates.merge(self.journal, contact_id=one, other_id=other, theirs=theirs))

    def _try(self, act: Any, *, seen: bool = True) -> None:
        try:
            changes = act()
        except UserFacingError as refused:
            assert refused.code in REFUSED, refused
            assert everything(self.journal) == self.past[self.at], "a refused change left something behind"
            return
        self.did(changes, seen=seen)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if self.at == 0:
                with pytest.raises(UserFacingError, match="nothing_to_undo"):
                    entries.undo(self.journal)
                return
            entries.undo(self.journal)
            self.at -= 1
            assert everything(self.journal) == self.past[self.at]

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            if self.at == len(self.past) - 1:
                with pytest.raises(UserFacingError, match="nothing_to_redo"):
                    entries.redo(self.journal)
                return
            entries.redo(self.journal)
            self.at += 1
            assert everything(self.journal) == self.past[self.at]

    @rule()
    def reopen(self) -> None:
        self.journal.close()
        self.journal = open_journal(self.folder / "journal.db", clock=self.clock)

    @invariant()
    def all_is_as_the_model_says(self) -> None:
        if hasattr(self, "journal"):
            assert everything(self.journal) == self.past[self.at]
            assert problems(self.journal) == []


REFUSED = ("no_such_tag", "ambiguous_name", "name_taken", "contact_needs_a_name", "merge_with_itself", "no_such_entry")
EDITED = {
    "contact": ("given_name", "networks", "notes", "emails", "tags", "archived", "keep_in_touch_days"),
    "event": ("title", "starts_at", "participants", "network", "status", "notes"),
    "learning": ("title", "people", "network", "body", "learned_on"),
    "reminder": ("title", "due_at", "notes"),
    "network": ("name", "notes", "tags"),
}

TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@pytest.mark.soak
class TestHistoryLong(History.TestCase):  # type: ignore[misc,name-defined]  # made by Hypothesis
    settings = settings(max_examples=600, stateful_step_count=60, deadline=None)


# --- what the machine found, and what must hold in particular -----------------------------------------------------


def code_of(act: Any) -> str:
    with pytest.raises(UserFacingError) as refused:
        act()
    return refused.value.code


def test_redo_does_not_bring_back_what_was_overtaken(journal: Journal) -> None:
    entries.create(journal, draft=Contact(given_name="Overtaken"))
    entries.undo(journal)
    entries.create(journal, draft=Contact(given_name="Present"))
    entries.undo(journal)
    entries.redo(journal)
    assert [line.title for line in page_of(journal, "contact")] == ["Present"]
    assert code_of(lambda: entries.redo(journal)) == "nothing_to_redo"


def test_two_networks_never_bear_one_name(journal: Journal) -> None:
    """Entries speak of networks by name, also of one in the trash."""
    entries.create(journal, draft=Contact(given_name="Zoé", networks=(Membership("Lyon"), Membership("Paris"))))
    paris, lyon = (line.id for line in sorted(page_of(journal, "network"), key=lambda line: line.title, reverse=True))
    before = everything(journal)
    assert code_of(lambda: entries.save(journal, entry_id=paris, fields={"name": "LYON"})) == "name_taken"
    assert code_of(lambda: entries.create(journal, draft=Network(name="Lyon"))) == "name_taken"
    assert everything(journal) == before
    entries.delete(journal, ids=[lyon])
    assert code_of(lambda: entries.create(journal, draft=Network(name="Lyon"))) == "name_taken"


def test_former_and_present_name_of_a_network_are_one_membership(journal: Journal) -> None:
    both = (Membership("Yammer"), Membership("Viva Engage", "member"), Membership("EUMA"), Membership("IMA"))
    entries.create(journal, draft=Contact(given_name="Zoé", networks=both))
    [line] = page_of(journal, "contact")
    zoe = reading.entry(journal, entry_id=line.id)
    assert isinstance(zoe, Contact) and [item.name for item in zoe.networks] == ["Viva Engage", "IMA"]


def test_one_person_however_the_name_is_written(journal: Journal) -> None:
    for written in ("DUPONT Claire", "Claire Dupont", "Dupont, Claire", "claire DUPONT"):
        entries.create(journal, draft=Event(title="Call", participants=(Person(name=written),)))
    both = (Person(name="MARTIN Zoé"), Person(name="Zoé Martin"), Person(name="Martin, Zoé"))
    entries.create(journal, draft=Event(title="Call", participants=both))
    assert [line.title for line in page_of(journal, "contact")] == ["Claire Dupont", "Zoé Martin"]


def test_two_of_one_name_are_asked_about_and_nothing_is_made(journal: Journal) -> None:
    entries.create_many(journal, drafts=[Contact(given_name="Zoé"), Contact(given_name="Zoe")])
    before = everything(journal)
    draft = Event(title="Call", participants=(Person(name="Somebody New"), Person(name="zoé")), network="New")
    assert code_of(lambda: entries.create(journal, draft=draft)) == "ambiguous_name"
    assert everything(journal) == before


@pytest.mark.parametrize(
    "draft",
    [
        Event(title="A", participants=(Person(999),)),
        Event(title="A", participants=(Person(10**30),)),
        Event(title="A", participants=(Person(-1),)),
        Learning(title="A", event=999),
        Reminder(title="A", due_at=datetime(2026, 12, 1), about=About("event", 999)),
    ],
)
def test_what_is_not_there_cannot_be_pointed_at(journal: Journal, draft: Entry) -> None:
    before = everything(journal)
    assert code_of(lambda: entries.create(journal, draft=draft)) == "no_such_entry"
    assert everything(journal) == before


def test_nor_an_entry_of_another_kind(journal: Journal) -> None:
    ids = one_of_each(journal)
    for draft in (Event(title="A", participants=(Person(ids["event"]),)), Learning(title="A", event=ids["contact"])):
        assert code_of(lambda draft=draft: entries.create(journal, draft=draft)) == "no_such_entry"  # type: ignore[misc]


@pytest.mark.parametrize("entry_id", [0, -1, 999, 2**63, 10**30])
def test_numbers_nobody_has(journal: Journal, entry_id: int) -> None:
    for act in (
        lambda: reading.entry(journal, entry_id=entry_id),
        lambda: entries.save(journal, entry_id=entry_id, fields={"notes": "x"}),
        lambda: entries.delete(journal, ids=[entry_id]),
        lambda: mark_done(journal, entry_id=entry_id),
    ):
        with pytest.raises(NotFound, match="no_such_entry"):
            act()


def test_an_unknown_or_derived_field_is_refused(journal: Journal) -> None:
    ids = one_of_each(journal)
    for name in ("nonsense", "id", "uid", "last_exchange", "deleted_at"):
        with pytest.raises(InvalidEntry, match="no_such_field"):
            entries.save(journal, entry_id=ids["contact"], fields={name: "x"})


def test_everything_comes_back_after_undoing_all_and_redoing_all(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with opened(path) as journal:
        empty = everything(journal)
        one_of_each(journal)
        full = everything(journal)
        steps = 0
        while True:
            try:
                entries.undo(journal)
            except UserFacingError:
                break
            steps += 1
        assert steps == 4 and everything(journal) == empty
    with opened(path) as journal:
        for _ in range(steps):
            entries.redo(journal)
        assert everything(journal) == full


def test_ids_are_never_given_twice(journal: Journal) -> None:
    made = entries.create(journal, draft=Contact(given_name="A")).created
    entries.undo(journal)
    again = entries.create(journal, draft=Contact(given_name="B")).created
    assert again[0] > made[0]


# --- typing --------------------------------------------------------------------------------------------------------


def typed(journal: Journal, clock: MovableClock, entry_id: int, *texts: str, seconds: float = 2) -> None:
    for text in texts:
        clock.pass_time(seconds=seconds)
        entries.save(journal, entry_id=entry_id, fields={"notes": text})


def notes(journal: Journal, entry_id: int) -> str:
    return str(getattr(reading.entry(journal, entry_id=entry_id), "notes", ""))


@pytest.fixture
def zoe(journal: Journal) -> int:
    return entries.create(journal, draft=Contact(given_name="Zoé", notes="before")).created[0]


def test_typing_is_one_step(journal: Journal, clock: MovableClock, zoe: int) -> None:
    typed(journal, clock, zoe, "a", "ab", "abc", seconds=59)
    entries.undo(journal)
    assert notes(journal, zoe) == "before"
    entries.redo(journal)
    assert notes(journal, zoe) == "abc"
    [record, _] = entries.history(journal, entry_id=zoe)
    assert record.fields == {"notes": ("before", "abc")}


@pytest.mark.parametrize(
    "between", ["a pause", "another field", "another entry", "an undo", "a tag", "a step back in time"]
)
def test_typing_after_anything_else_is_a_step_of_its_own(
    journal: Journal, clock: MovableClock, zoe: int, between: str
) -> None:
    other = entries.create(journal, draft=Contact(given_name="Other")).created[0]
    typed(journal, clock, zoe, "a")
    if between == "a pause":
        clock.pass_time(seconds=61)
    elif between == "another field":
        entries.save(journal, entry_id=zoe, fields={"role": "x"})
    elif between == "another entry":
        typed(journal, clock, other, "x")
    elif between == "an undo":
        entries.save(journal, entry_id=zoe, fields={"role": "x"})
        entries.undo(journal)
    elif between == "a tag":
        entries.add_tag(journal, ids=[zoe], tag="x")
    else:
        clock.pass_time(seconds=-3600)
    typed(journal, clock, zoe, "ab")
    entries.undo(journal)
    assert notes(journal, zoe) == "a"


def test_typing_that_is_taken_back_leaves_no_step(journal: Journal, clock: MovableClock, zoe: int) -> None:
    typed(journal, clock, zoe, "a", "before")
    assert len(entries.history(journal, entry_id=zoe)) == 1
    entries.undo(journal)
    assert page_of(journal, "contact") == []


def test_saving_what_is_there_already_is_no_change(journal: Journal, zoe: int) -> None:
    changes = entries.save(journal, entry_id=zoe, fields={"notes": "before\r\n", "given_name": " Zoé "})
    assert changes.change_id == 0 and not changes.touched
    assert len(entries.history(journal, entry_id=zoe)) == 1


def test_the_history_of_an_entry_names_what_happened(journal: Journal, clock: MovableClock, zoe: int) -> None:
    typed(journal, clock, zoe, "after")
    entries.delete(journal, ids=[zoe])
    entries.undo(journal)
    records = entries.history(journal, entry_id=zoe)
    assert [(r.label, r.undone) for r in records] == [("delete", True), ("edit", False), ("create", False)]
    assert records[1].at == (clock.moment).isoformat() and records[1].title == "Zoé"
    clock.pass_time(minutes=5)
    entries.create(journal, draft=Contact(given_name="Other"))
    assert [r.label for r in entries.history(journal, entry_id=zoe)] == ["delete", "edit", "create"], "kept"


def test_an_act_of_its_own_is_a_step_of_its_own_though_it_touches_the_same_field(journal: Journal, zoe: int) -> None:
    entries.save(journal, entry_id=zoe, fields={"tags": ("one",)})
    entries.add_tag(journal, ids=[zoe], tag="two")
    entries.undo(journal)
    assert reading.entry(journal, entry_id=zoe).tags == ("one",)
