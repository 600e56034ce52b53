"""Files for other programs, and the archive that comes back identical."""

from __future__ import annotations

import csv
import json
import tempfile
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from journal.actions import bring_in, entries, reading, take_out
from journal.domain.contact import Contact
from journal.domain.entry import About, LabelledValue, Membership, Person
from journal.domain.errors import NotFound, UnreadableFile, UserFacingError, WrongUsage
from journal.domain.event import HELP, STATUSES, Event
from journal.domain.event import TYPES as EVENT_TYPES
from journal.domain.kinds import json_value, stored_json, to_json
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from journal.store.journal import Journal, open_journal
from journal.store.reading import load
from journal.system import words


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 9, 0)

    def now(self) -> datetime:
        self.moment += timedelta(seconds=61)
        return self.moment


def whole(journal: Journal) -> dict[str, dict]:
    """uid -> everything that is kept of each entry not in the trash, its pointers by uid."""
    with journal.reading(everything=True) as sql:
        uids = dict(sql.execute("SELECT id, uid FROM entry"))
        ids = [row[0] for row in sql.execute("SELECT id FROM entry WHERE deleted_at IS NULL")]
        found = {}
        for entry in load(sql, ids, journal.now()).values():
            state = {**to_json(entry), **stored_json(entry)}
            del state["id"]
            for name in ("participants", "people"):
                for person in state.get(name) or []:
                    person["id"] = uids[person["id"]]
            if state.get("about"):
                state["about"]["id"] = uids[state["about"]["id"]]
            if state.get("event"):
                state["event"] = uids[state["event"]]
            state["created_at"], state["updated_at"] = json_value(entry.created_at), json_value(entry.updated_at)
            found[entry.uid] = state
        origins = {(s, k): (uids[i], p) for s, k, i, p in sql.execute("SELECT * FROM origin") if i in ids}
        own = dict(sql.execute("SELECT key, value FROM setting"))
    return {**found, "origins": origins, "settings": own}


def bring(journal: Journal, path: Path) -> bring_in.Preview:
    shown = bring_in.preview(journal, paths=[path])
    bring_in.bring_in(journal, preview=shown)
    return shown


text = st.text(min_size=0, max_size=12)
name = st.text("abcÉœ日 'Z", min_size=1, max_size=8).filter(str.strip)
tags = st.lists(name, max_size=3).map(tuple)
roles = st.sampled_from(["", "présidente", "asked"])
people = st.lists(st.builds(Person, id=st.integers(0, 3), role=roles), max_size=3).map(tuple)
values = st.lists(st.builds(LabelledValue, value=name, label=roles), max_size=2).map(tuple)
moments = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1)).map(lambda m: m.replace(microsecond=0))
hours = st.none() | st.floats(0, 100)

contacts = st.builds(
    Contact,
    given_name=name,
    family_name=text,
    full_name=text,
    organisation=text,
    phones=values,
    links=values,
    birthday=st.sampled_from(["", "--02-29", "1980-05-03"]),
    met_on=st.none() | st.dates(date(1900, 1, 1), date(2199, 1, 1)),
    networks=st.lists(st.builds(Membership, name=name, role=roles), max_size=2).map(tuple),
    notes=text,
    tags=tags,
    keep_in_touch_days=st.none() | st.integers(1, 3650),
    favourite=st.booleans(),
    archived=st.booleans(),
    confidential=st.booleans(),
    source=st.sampled_from(["", "linkedin"]),
)
events = st.builds(
    Event,
    title=name,
    type=st.sampled_from(EVENT_TYPES),
    status=st.sampled_from(STATUSES),
    help=st.sampled_from(HELP),
    starts_at=moments,
    all_day=st.booleans(),
    timezone=st.sampled_from(["", "Europe/Paris"]),
    place=text,
    network=st.sampled_from(["", "FFMAS", "Yammer"]),
    participants=people,
    hours=hours,
    outcome=text,
    notes=text,
    tags=tags,
    confidential=st.booleans(),
)
learnings = st.builds(
    Learning,
    title=name,
    type=st.sampled_from(["practice", "win", "question"]),
    body=text,
    event=st.none() | st.integers(0, 3),
    people=people,
    hours=hours,
    tags=tags,
    evidence=text,
)
reminders = st.builds(
    Reminder,
    title=name,
    due_at=moments.filter(bool),
    repeats=st.sampled_from(["", "FREQ=MONTHLY"]),
    about=st.none() | st.builds(About, kind=st.just("contact"), id=st.integers(0, 9)),
    notes=text,
    done_at=moments,
    tags=tags,
)


def fill(journal: Journal, lots: tuple, thrown: list[int]) -> None:
    """Makes what was drawn; the small numbers drawn become those of entries there are."""
    made: dict[str, list[int]] = {}

    def make(kind: str, drafts: list) -> None:
        made[kind] = list(entries.create_many(journal, drafts=drafts).created)[-len(drafts) :] if drafts else []

    def known(drawn: tuple[Person, ...]) -> tuple[Person, ...]:
        ids = made["contact"]
        return tuple(Person(ids[p.id % len(ids)], role=p.role) for p in drawn) if ids else ()

    make("contact", lots[0])
    make("event", [_with(e, participants=known(e.participants)) for e in lots[1]])
    happened = made["event"]
    make(
        "learning",
        [
            _with(e, people=known(e.people), event=happened[e.event % len(happened)] if happened and e.event else None)
            for e in lots[2]
        ],
    )
    every = [number for ids in made.values() for number in ids]
    for draft in lots[3]:
        about = reading.entry(journal, entry_id=every[draft.about.id % len(every)]) if draft.about and every else None
        draft = _with(draft, about=About(about.kind, about.id) if about else None)
        every += entries.create(journal, draft=draft).created
    gone = {every[number % len(every)] for number in thrown} if every else set()
    entries.delete(journal, ids=list(gone))
    with journal.writing("edit") as writer:
        writer.add_origins([("linkedin", f"é{i}", entry_id, '{"a": 1}') for i, entry_id in enumerate(every[:2])])
    reading.set_setting(journal, "name", "Élise")


def _with(entry, **fields):
    from dataclasses import replace

    return replace(entry, **fields)


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(*(st.lists(kind, max_size=3) for kind in (contacts, events, learnings, reminders))),
    st.lists(st.integers(0, 20), max_size=2),
)
def test_the_archive_comes_back_identical(lots, thrown):
    with tempfile.TemporaryDirectory() as folder:
        one = open_journal(Path(folder) / "one.db", clock=Clock())
        two = open_journal(Path(folder) / "two.db", clock=Clock())
        try:
            one.confidential_shown = two.confidential_shown = True
            fill(one, lots, thrown)
            path = Path(folder) / "all.zip"
            count = take_out.export(one, path=path, include_confidential=True)
            shown = bring(two, path)
            assert (shown.new, shown.updated, shown.rejected) == (count, 0, 0)
            before, after = whole(one), whole(two)
            assert after == before
            again = bring(two, path)
            assert (again.new, again.updated, again.unchanged) == (0, 0, count)
            if count:
                entries.undo(two)
                assert list(whole(two)) == ["origins", "settings"]
                entries.redo(two)
                assert set(whole(two)) == set(before)
        finally:
            one.close()
            two.close()


@pytest.fixture
def filled(journal):
    entries.create(journal, draft=Network(name="FFMAS"))
    anne = entries.create(
        journal,
        draft=Contact(
            given_name="Anne", family_name="Le Goff", networks=(Membership("FFMAS"),), notes="=cmd", archived=True
        ),
    ).created[-1]
    secret = entries.create(journal, draft=Contact(given_name="Secret", confidential=True)).created[-1]
    entries.create(
        journal,
        draft=Event(
            title="Café",
            starts_at=datetime(2026, 3, 2, 9),
            participants=(Person(anne), Person(secret)),
            network="FFMAS",
            status="attended",
        ),
    )
    entries.create(journal, draft=Event(title="Congrès", starts_at=datetime(2025, 3, 2, 9)))
    entries.create(journal, draft=Learning(title="Astuce", learned_on=date(2026, 3, 3), body="**gras**"))
    entries.create(
        journal,
        draft=Reminder(title="Relancer", due_at=datetime(2026, 12, 1, 9), about=About("contact", secret)),
    )
    gone = entries.create(journal, draft=Contact(given_name="Partie")).created
    entries.delete(journal, ids=gone)
    return journal


@pytest.mark.parametrize(
    ("name", "what", "count"),
    [
        ("all.json", "all", 5),
        ("people.json", "contacts", 1),
        ("people.vcf", "all", 1),
        ("agenda.ics", "all", 3),
        ("events.csv", "events", 2),
        ("all.csv", "all", 5),
        ("all.xlsx", "all", 5),
        ("journal.md", "all", 5),
        ("some.zip", "contacts", 1),
        ("all.zip", "all", 5),
    ],
)
def test_each_ending_holds_what_it_can(filled, tmp_path, name, what, count):
    path = tmp_path / name
    assert take_out.export(filled, path=path, what=what) == count
    content = path.read_bytes()
    assert content
    if name.endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            content = b"".join(map(archive.read, archive.namelist()))
    assert b"Secret" not in content and b"Partie" not in content


def test_what_is_confidential_goes_only_when_asked_for(filled, tmp_path):
    path = tmp_path / "all.json"
    assert take_out.export(filled, path=path, include_confidential=True) == 7
    found = json.loads(path.read_text("utf-8"))
    assert {e["kind"] for e in found} == {"contact", "event", "learning", "reminder", "network"}
    [event] = [e for e in found if e.get("title") == "Café"]
    assert [p["name"] for p in event["participants"]] == ["Anne Le Goff", "Secret"]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_an_address_book_is_of_the_version_asked_for(filled, tmp_path, version):
    path = tmp_path / "people.vcf"
    assert take_out.export(filled, path=path, vcard=version) == 1
    assert f"VERSION:{version}\r\n" in path.read_bytes().decode()


def test_a_network_and_a_year_narrow_it(filled, tmp_path):
    path = tmp_path / "some.json"
    assert take_out.export(filled, path=path, network="ffmas") == 3
    assert take_out.export(filled, path=path, network="FFMAS", what="events") == 1
    assert take_out.export(filled, path=path, what="events", year=2025) == 1
    assert json.loads(path.read_text("utf-8"))[0]["title"] == "Congrès"
    assert take_out.export(filled, path=path, what="contacts", year=2026) == 1
    assert take_out.export(filled, path=path, what="contacts", year=2024) == 0
    with pytest.raises(NotFound, match="no_such_network"):
        take_out.export(filled, path=path, network="Nulle part")


def test_a_spreadsheet_runs_nothing(filled, tmp_path):
    path = tmp_path / "people.csv"
    take_out.export(filled, path=path, what="contacts")
    [row] = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert row["notes"] == "'=cmd"


def test_a_workbook_has_a_sheet_for_each_kind_and_runs_nothing(filled, tmp_path):
    path = tmp_path / "all.xlsx"
    take_out.export(filled, path=path)
    book = load_workbook(path)
    assert book.sheetnames == ["Contacts", "Events", "Learnings", "Reminders", "Networks"]
    titles, row = book["Contacts"].iter_rows()
    cells = dict(zip((cell.value for cell in titles), row, strict=True))
    assert (cells["notes"].value, cells["notes"].data_type) == ("=cmd", "s")
    every = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell for cell in every if cell.data_type == "f"]
    assert "Secret" not in " ".join(str(cell.value) for cell in every)


def test_markdown_reads_well_in_french(filled, tmp_path):
    words.use("fr")
    try:
        path = tmp_path / "journal.md"
        take_out.export(filled, path=path)
    finally:
        words.use(None)
    content = path.read_text("utf-8")
    assert "## Contacts" in content and "### Anne Le Goff" in content and "**gras**" in content
    assert "- **Participants** : Anne Le Goff\n" in content


@pytest.mark.parametrize(
    ("name", "what", "code"),
    [
        ("x.docx", "all", "no_such_ending"),
        ("x", "all", "no_such_ending"),
        ("x.vcf", "events", "ending_cannot_hold"),
        ("x.json", "people", "option_value"),
    ],
)
def test_a_wrong_wish_is_refused(filled, tmp_path, name, what, code):
    with pytest.raises(WrongUsage, match=code):
        take_out.export(filled, path=tmp_path / name, what=what)
    assert not (tmp_path / name).exists()


def test_a_folder_that_is_not_there_leaves_nothing(filled, tmp_path):
    with pytest.raises(UserFacingError, match="cannot_write"):
        take_out.export(filled, path=tmp_path / "nowhere" / "all.json")


def test_a_failed_export_leaves_the_former_file(filled, tmp_path, monkeypatch):
    path = tmp_path / "all.json"
    path.write_text("mine")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserFacingError, match="disk_full"):
        take_out.export(filled, path=path)
    assert path.read_text() == "mine"
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == []


def test_the_archive_can_be_read_by_anybody(filled, tmp_path):
    path = tmp_path / "all.zip"
    take_out.export(filled, path=path)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("manifest.json"))
        schema = json.loads(archive.read("schema.json"))
        assert "Journal de réseau" in archive.read("README.txt").decode()
        people = json.loads(archive.read("contacts.json"))
    assert manifest["version"] == 1 and manifest["counts"]["event"] == 2
    assert set(people[0]) == set(schema["contact"])


def _repacked(path: Path, **changed: str) -> Path:
    other = path.with_name(f"changed-{len(list(path.parent.iterdir()))}.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name.partition(".")[0], old.read(name).decode()))
    return other


def test_what_is_not_an_archive_any_more_is_refused(filled, tmp_path):
    path = tmp_path / "all.zip"
    take_out.export(filled, path=path)
    other = tmp_path / "cut.zip"
    other.write_bytes(path.read_bytes()[:-100])
    for wrong, code in (
        (other, "archive_damaged"),
        (_repacked(path, contacts="{"), "archive_damaged"),
        (_repacked(path, contacts="{}"), "archive_damaged"),
        (_repacked(path, manifest='{"format": "networking-journal-archive", "version": 9}'), "archive_newer"),
        (_repacked(path, manifest="[]"), "archive_damaged"),
    ):
        with pytest.raises(UnreadableFile, match=code):
            bring_in.preview(filled, paths=[wrong])


def test_a_wrong_entry_is_reported_and_the_others_come(filled, tmp_path):
    path = tmp_path / "all.zip"
    take_out.export(filled, path=path)
    wrong = json.dumps([{"uid": "a", "given_name": "Zoé"}, {"uid": "b", "met_on": "hier"}, 7, {"given_name": "X"}])
    other = open_journal(tmp_path / "other.db", clock=Clock())
    try:
        shown = bring(other, _repacked(path, contacts=wrong))
        assert [r.line for r in shown.files[0].rejected] == [2, 3, 4]
        assert any(e.get("given_name") == "Zoé" for e in whole(other).values())
    finally:
        other.close()


def test_an_archive_meets_a_journal_that_holds_some_of_it(filled, tmp_path, clock):
    path = tmp_path / "all.zip"
    take_out.export(filled, path=path, include_confidential=True)
    other = open_journal(tmp_path / "other.db", clock=clock)
    try:
        entries.create(other, draft=Network(name="ffmas", notes="à moi"))
        shown = bring(other, path)
        assert shown.new == 6
        [network] = [e for e in whole(other).values() if e.get("kind") == "network"]
        assert network["notes"] == "à moi"
        clock.pass_time(hours=1)
        filled.confidential_shown = other.confidential_shown = True
        [anne] = reading.suggest(other, kind="contact", words="Secret")
        entries.save(other, entry_id=anne.id, fields={"notes": "revue"})
        assert bring(other, path).updated == 0  # what she edited since stands
        clock.pass_time(hours=1)
        [same] = reading.suggest(filled, kind="contact", words="Secret")
        entries.save(filled, entry_id=same.id, fields={"notes": "revue encore"})
        take_out.export(filled, path=path, include_confidential=True)
        assert bring(other, path).updated == 1
        assert reading.entry(other, entry_id=anne.id).notes == "revue encore"
    finally:
        other.close()


CONNECTIONS = "Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
CONNECTIONS += "Zoé,Martin,https://www.linkedin.com/in/zoe,,ACME,Assistante,02 Mar 2021\n"


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_of_somebody_else_is_brought_in_whole(journal, tmp_path, how):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", how) as packed:
        packed.writestr("Complete_LinkedInDataExport_01-02-2026/Connections.csv", CONNECTIONS)
        packed.writestr("Complete_LinkedInDataExport_01-02-2026/Ads Clicked.csv", "Ad clicked Date,Ad Title/Id\n,1\n")
        packed.writestr("photo.jpg", b"\xff\xd8")
        packed.writestr("cards/anne.vcf", "BEGIN:VCARD\nVERSION:3.0\nN:Le Goff;Anne\nFN:Anne Le Goff\nEND:VCARD\n")
        packed.writestr("empty.csv", "")
    shown = bring(journal, path)
    assert [(f.file.rpartition("/")[2], f.format, f.count("new"), len(f.rejected)) for f in shown.files] == [
        ("Connections.csv", "linkedin", 1, 0),
        ("Ads Clicked.csv", "own-data", 0, 1),
        ("anne.vcf", "vcard", 1, 0),
    ]
    again = bring(journal, path)
    assert (again.new, again.updated, again.unchanged) == (0, 0, 2)


def test_a_zip_that_holds_nothing_or_is_not_whole_is_refused(journal, tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("photo.jpg", b"\xff\xd8" * 1000)
    with pytest.raises(UnreadableFile, match="nothing_recognised"):
        bring_in.preview(journal, paths=[path])
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnreadableFile, match="zip_unreadable"):
        bring_in.preview(journal, paths=[path])
