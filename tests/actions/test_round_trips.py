"""What leaves a journal and comes into an empty one is what it was: drawn over every field an entry has.

The fields are taken from the classes themselves: one added tomorrow is drawn, and must come back, too.
"""

from __future__ import annotations

import tempfile
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.actions import attachments, bring_in, entries, take_out
from journal.domain.contact import Contact
from journal.domain.entry import (
    About,
    Attachment,
    Entry,
    LabelledValue,
    Membership,
    Person,
    editable_fields,
    field_types,
)
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.kinds import json_value, to_json
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.store.journal import Journal, open_journal
from journal.store.reading import load

SECRET = "Zzsecretzz"
LETTERS = "aZé日œ '’,;:\\\"n\u0301😀-"
LINE = st.text(LETTERS, max_size=12) | st.sampled_from(["", "=1+1", "BEGIN:VCARD", "a\\nb"])
LINES = LINE | st.text(LETTERS + "\n\t", max_size=30)
NAME = st.text("abcÉœ日 'Z", min_size=1, max_size=8).filter(str.strip)
DAY = st.dates(date(1900, 1, 1), date(2199, 1, 1))
MOMENT = st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1)).map(lambda moment: moment.replace(microsecond=0))

BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    date | None: st.none() | DAY,
    datetime | None: st.none() | MOMENT,
    float | None: st.none() | st.integers(0, 400).map(lambda quarters: quarters / 4),
    int: st.integers(0, 400),
    int | None: st.none() | st.integers(1, 3650),
    tuple[LabelledValue, ...]: st.lists(st.builds(LabelledValue, NAME, LINE), max_size=2).map(tuple),
    tuple[Membership, ...]: st.lists(st.builds(Membership, NAME, LINE), max_size=2).map(tuple),
    tuple[str, ...]: st.lists(NAME, max_size=3).map(tuple),
    tuple[Person, ...]: st.just(()),  # drawn by number once the contacts are made
    About | None: st.none(),  # likewise
    tuple[Attachment, ...]: st.just(()),  # attached once the entry is there
}
# What no type tells: an e-mail is one, a repetition, too.
BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "emails": st.lists(st.builds(LabelledValue, st.emails(), LINE), max_size=2).map(tuple),
    "birthday": st.sampled_from(["", "--02-29", "1980-05-03", "1980-05"]),
    "member_since": st.sampled_from(["", "2019", "2019-05", "2019-05-03"]),
    "timezone": st.sampled_from(["", "Europe/Paris", "UTC"]),
    "repeats": st.sampled_from(["", "FREQ=MONTHLY", "FREQ=YEARLY;INTERVAL=2"]),
    "due_at": MOMENT,
    "source": st.sampled_from(["", "linkedin"]),
    "network": st.sampled_from(["", "FFMAS", "Club Éloge"]),
    "event": st.none(),
    "series_from": st.none(),
}
FILES = st.lists(st.tuples(st.sampled_from(["carte.png", "Été 1.pdf"]), st.binary(min_size=1)), max_size=2)
PEOPLE_IN = {Event: "participants", Learning: "people"}


def drafts_of(kind: type[Entry], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Entry]:
    """Entries of a kind with every field it has, but those that cannot stand."""
    types = field_types(kind)
    fields = {
        name: fixed[name] if name in fixed else _values(kind, name, types[name]) for name in editable_fields(kind)
    }
    return st.builds(kind, **fields).map(_that_stands).filter(bool)


def _values(kind: type[Entry], name: str, declared: Any) -> st.SearchStrategy[Any]:
    if name in BY_NAME:
        return BY_NAME[name]
    if declared is str:
        allowed = {"type": "TYPES", "status": "STATUSES", "help": "HELP"}.get(name)
        module = __import__(kind.__module__, fromlist=["x"])
        if allowed and hasattr(module, allowed):
            return st.sampled_from([word for word in getattr(module, allowed) if word])
        long = next(item for item in kind.__dataclass_fields__.values() if item.name == name).metadata.get("lines")
        return NAME if name in ("title", "name", "given_name") else LINES if long else LINE
    return BY_TYPE[declared]


def _that_stands(draft: Entry) -> Entry | None:
    try:
        clean = draft.checked()
        return clean if clean.checked() == clean else None
    except InvalidEntry:
        return None


def whole(journal: Journal) -> dict[str, dict[str, Any]]:
    """uid -> every field of each entry, pointers by uid, without numbers and moments of this journal."""
    with journal.reading() as sql:
        uids = dict(sql.execute("SELECT id, uid FROM entry"))
        found = {}
        for entry in load(sql, list(uids), journal.now()).values():
            state = {name: json_value(getattr(entry, name)) for name in editable_fields(type(entry))}
            for name in ("participants", "people"):
                for person in state.get(name) or []:
                    person["id"] = uids[person["id"]]
            if state.get("about"):
                state["about"]["id"] = uids[state["about"]["id"]]
            state |= {key: value for key, value in to_json(entry).items() if key in ("kind", "created_at")}
            found[entry.uid] = state
    return found


def contents(journal: Journal) -> list[Any]:
    """The bytes of the files that entries have."""
    with journal.reading() as sql:
        return sql.execute("SELECT digest, size, bytes FROM content ORDER BY digest").fetchall()


def brought(journal: Journal, path: Path) -> bring_in.Preview:
    shown = bring_in.preview(journal, paths=[path])
    bring_in.bring_in(journal, preview=shown)
    return shown


def two_journals(folder: str) -> tuple[Journal, Journal]:
    return open_journal(Path(folder) / "one.db"), open_journal(Path(folder) / "two.db")


@settings(max_examples=30, deadline=None)
@given(st.lists(drafts_of(Contact), min_size=1, max_size=4), st.sampled_from(["4.0", "3.0"]))
def test_an_address_book_comes_back_with_all_a_contact_has(contacts, version):
    with tempfile.TemporaryDirectory() as folder:
        one, two = two_journals(folder)
        try:
            entries.create_many(one, drafts=contacts)
            path = Path(folder) / "people.vcf"
            count = take_out.export(one, path=path, what="contacts", include_confidential=True, vcard=version)
            shown = brought(two, path)
            assert (shown.new, shown.rejected) == (count, 0) == (len(contacts), 0)
            ours = {uid: state for uid, state in whole(one).items() if state["kind"] == "contact"}
            theirs = {uid: state for uid, state in whole(two).items() if state["kind"] == "contact"}
            for state in (*ours.values(), *theirs.values()):
                del state["source"]  # the one brings it in from a vCard
            assert theirs == ours
            again = brought(two, path)
            assert (again.new, again.updated, again.unchanged) == (0, 0, count)
        finally:
            one.close()
            two.close()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(drafts_of(Contact), max_size=3),
    st.lists(drafts_of(Network), max_size=2),
    st.lists(drafts_of(Event) | drafts_of(Learning) | drafts_of(Reminder), max_size=4),
    st.data(),
)
def test_the_archive_comes_back_with_all_there_is(contacts, networks, others, data):
    with tempfile.TemporaryDirectory() as folder:
        one, two = two_journals(folder)
        try:
            names = {network.name.casefold() for network in networks}
            networks = [n for n in networks if n.name.casefold() in names and not names.discard(n.name.casefold())]
            entries.create_many(one, drafts=networks)
            people = list(entries.create_many(one, drafts=contacts).created)[-len(contacts) :] if contacts else []
            for draft in others:
                if people and (name := PEOPLE_IN.get(type(draft))):
                    drawn = data.draw(st.lists(st.sampled_from(people), max_size=2, unique=True))
                    draft = replace(draft, **{name: tuple(Person(number, role="présidente") for number in drawn)})
                if people and isinstance(draft, Reminder) and data.draw(st.booleans()):
                    draft = replace(draft, about=About("contact", people[0]))
                made = entries.create(one, draft=draft).created[-1]
                for name, content in data.draw(FILES):
                    file = Path(folder) / "given"
                    file.write_bytes(content)
                    attachments.attach(one, entry_id=made, files=[file.rename(file.with_name(name))])
            path = Path(folder) / "all.zip"
            count = take_out.export(one, path=path, include_confidential=True)
            shown = brought(two, path)
            assert (shown.new, shown.updated, shown.rejected) == (count, 0, 0)
            assert whole(two) == whole(one)
            assert contents(two) == contents(one)
            again = brought(two, path)
            assert (again.new, again.updated, again.unchanged) == (0, 0, count)
        finally:
            one.close()
            two.close()


@pytest.mark.parametrize(
    "name", ["people.vcf", "agenda.ics", "all.csv", "all.xlsx", "all.json", "all.md", "part.zip", "all.zip"]
)
@settings(max_examples=5, deadline=None)
@given(st.data())
def test_what_is_confidential_stays_here_unless_asked_for(name, data):
    """No word of a confidential entry is in the file, whatever else its fields hold."""
    with tempfile.TemporaryDirectory() as folder:
        one, two = two_journals(folder)
        try:
            fields = {"confidential": st.just(True), "title": st.just(SECRET), "given_name": st.just(SECRET)}
            fields |= {"full_name": st.just(""), "network": st.just("")}
            hidden = [data.draw(drafts_of(kind, **fields)) for kind in (Contact, Event, Learning, Reminder)]
            entries.create_many(one, drafts=hidden)
            entries.create(one, draft=Contact(given_name="Ouverte"))
            entries.create(one, draft=Event(title="Ouverte", starts_at=datetime(2026, 3, 2, 9)))
            path = Path(folder) / name
            what = "contacts" if name == "part.zip" else "all"
            take_out.export(one, path=path, what=what)
            assert b"Ouverte" in content_of(path) and SECRET.encode() not in content_of(path)
            take_out.export(one, path=path, what=what, include_confidential=True)
            assert SECRET.encode() in content_of(path)
        finally:
            one.close()
            two.close()


def content_of(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        return b"".join(packed.read(member) for member in packed.namelist())


@pytest.mark.parametrize("name", ["people.vcf", "agenda.ics"])
def test_what_a_journal_gave_out_comes_home_as_what_it_is(journal, tmp_path, name):
    contact = entries.create(journal, draft=Contact(given_name="Odile", phones=(LabelledValue("1"),))).created[0]
    event = entries.create(journal, draft=Event(title="Gala", starts_at=datetime(2026, 3, 2, 9))).created[0]
    path = tmp_path / name
    take_out.export(journal, path=path)
    entries.save(journal, entry_id=contact, fields={"role": "Office manager"})
    before = whole(journal)
    shown = brought(journal, path)
    assert (shown.new, shown.updated, shown.unchanged) == (0, 0, 1)
    assert whole(journal) == before
    entries.delete(journal, ids=[contact, event])
    assert brought(journal, path).new == 0  # thrown away: a file does not bring it back
