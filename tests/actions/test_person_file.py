"""All that is kept of one person, to read and as data; what for, and the yearly question whether it is right."""

from __future__ import annotations

import json
import zipfile
from datetime import date, datetime

import pytest

from journal.actions import bring_in, entries, person_file, reading
from journal.domain.contact import Contact
from journal.domain.entry import About, LabelledValue, Person
from journal.domain.errors import NotFound, WrongUsage
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.lines import Wanted
from journal.domain.reminder import Reminder
from journal.system import words


@pytest.fixture
def filled(journal, tmp_path, clock):
    words.use("en")
    card = tmp_path / "zoe.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nUID:u1\nFN:Zoé Martin\nN:Martin;Zoé\nEND:VCARD\n", encoding="utf-8")
    bring_in.bring_in(journal, preview=bring_in.preview(journal, paths=[card]))
    clock.pass_time(minutes=5)
    fields = {"purpose": "To share practices", "emails": (LabelledValue("zoe@example.org", "work"),), "notes": "*Kind*"}
    entries.save(journal, entry_id=1, fields=fields)
    for draft in (
        Event(title="Coffee", starts_at=datetime(2026, 3, 1, 9), participants=(Person(1),)),
        Event(title="Quiet lunch", participants=(Person(1),), confidential=True),
        Learning(title="Mail merge", people=(Person(1),)),
        Learning(title="Seen at Zoé Martin's desk"),
        Reminder(title="Write to her", due_at=datetime(2026, 12, 1, 9), about=About("contact", 1)),
        Contact(given_name="Somebody", family_name="Else"),
    ):
        entries.create(journal, draft=draft)
    yield journal
    words.use(None)


def test_to_read(filled, tmp_path):
    path = tmp_path / "zoe.md"
    assert person_file.export_person(filled, contact_id=1, path=path) == 4
    text = path.read_text(encoding="utf-8")
    for held in (
        "# Everything this journal holds of Zoé Martin",
        "zoe@example.org",
        "To share practices",
        "*Kind*",
        "Coffee",
        "Mail merge",
        "Write to her",
        "Seen at Zoé Martin's desk",
        "vcard",
        "1 confidential entry is not in here.",
    ):
        assert held in text, held
    assert "Quiet lunch" not in text and "Somebody" not in text


def test_as_data_and_with_what_is_confidential(filled, tmp_path):
    path = tmp_path / "zoe.json"
    assert person_file.export_person(filled, contact_id=1, path=path, include_confidential=True) == 5
    held = json.loads(path.read_text(encoding="utf-8"))
    assert held["person"]["purpose"] == "To share practices" and held["person"]["name"] == "Zoé Martin"
    assert [one["title"] for one in held["shared"]] == ["Coffee", "Quiet lunch", "Mail merge", "Write to her"]
    assert [one["title"] for one in held["mentions"]] == ["Seen at Zoé Martin's desk"]
    assert held["sources"][0]["key"] == "u1" and held["confidential_kept_back"] == 0
    assert held["history"][0]["fields"]["purpose"] == {"old": None, "new": "To share practices"}


def test_both_in_one(filled, tmp_path):
    path = tmp_path / "zoe.zip"
    person_file.export_person(filled, contact_id=1, path=path)
    with zipfile.ZipFile(path) as packed:
        assert sorted(packed.namelist()) == ["person.json", "person.md"]


def test_refused_in_plain_words(filled, tmp_path):
    with pytest.raises(WrongUsage, match="person_ending"):
        person_file.export_person(filled, contact_id=1, path=tmp_path / "zoe.vcf")
    with pytest.raises(NotFound, match="wrong_kind"):
        person_file.export_person(filled, contact_id=2, path=tmp_path / "zoe.md")


@pytest.mark.parametrize("asked", [False, True])
def test_who_introduced_the_person_is_not_named_while_confidential(filled, tmp_path, clock, asked):
    for name in ("Kanarienvogel Berger", "Somebody Else"):
        clock.pass_time(minutes=5)
        entries.save(filled, entry_id=1, fields={"introduced_by": name})
    entries.undo(filled)
    hidden = Contact(given_name="Kanarienvogel", family_name="Berger", confidential=True)
    entries.create(filled, draft=hidden)
    for name in ("zoe.md", "zoe.json"):
        person_file.export_person(filled, contact_id=1, path=tmp_path / name, include_confidential=asked)
        assert ("Kanarienvogel" in (tmp_path / name).read_text(encoding="utf-8")) is asked


def to_review(journal):
    return [line.title for line in reading.page(journal, kind="contact", wanted=Wanted(review=True))]


def test_after_a_year_it_is_asked_and_one_press_answers_for_another(filled, clock):
    assert to_review(filled) == []
    clock.pass_time(days=366)
    assert to_review(filled) == ["Somebody Else", "Zoé Martin"]
    assert reading.entry(filled, entry_id=1).wants_review(clock.now().date())
    today = clock.now().date()
    entries.save(filled, entry_id=1, fields={"confirmed_on": today})
    assert to_review(filled) == ["Somebody Else"]
    assert not reading.entry(filled, entry_id=1).wants_review(today)
    entries.undo(filled)
    assert to_review(filled) == ["Somebody Else", "Zoé Martin"]
    entries.redo(filled)
    clock.pass_time(days=366)
    assert "Zoé Martin" in to_review(filled)


def test_the_archived_are_not_asked_of(filled, clock):
    clock.pass_time(days=400)
    entries.save(filled, entry_id=1, fields={"archived": True})
    assert to_review(filled) == ["Somebody Else"]
    assert not reading.entry(filled, entry_id=1).wants_review(date(2030, 1, 1))


def test_who_is_confidential_is_not_named_in_what_another_is_given(filled, tmp_path):
    hidden = entries.create(filled, draft=Contact(given_name="Ines", family_name="Secret", confidential=True)).created
    away = entries.create(filled, draft=Event(title="Away day", confidential=True)).created[-1]
    both = (Person(1), Person(hidden[-1]))
    entries.create(filled, draft=Event(title="Lunch of three", participants=both))
    entries.create(filled, draft=Learning(title="A trick", people=both, event=away))
    for name in ("zoe.md", "zoe.json", "zoe.zip"):
        path = tmp_path / name
        person_file.export_person(filled, contact_id=1, path=path)
        data = path.read_bytes()
        if name.endswith(".zip"):
            with zipfile.ZipFile(path) as packed:
                data = b"".join(packed.read(one) for one in packed.namelist())
        assert b"Lunch of three" in data and b"Secret" not in data
    held = json.loads((tmp_path / "zoe.json").read_text(encoding="utf-8"))
    assert [one["event"] for one in held["shared"] if one["title"] == "A trick"] == [None]
    person_file.export_person(filled, contact_id=1, path=tmp_path / "all.json", include_confidential=True)
    assert "Ines Secret" in (tmp_path / "all.json").read_text(encoding="utf-8")
