"""Bringing in: what is new, what changes, what she edited, and the same file twice."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from journal.actions import bring_in, entries, reading
from journal.actions.answers import Remembered
from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue, Person
from journal.domain.errors import Cancelled, UnreadableFile, WrongUsage
from journal.domain.event import Event
from journal.domain.lines import Wanted
from journal.exchange.proposals import Question
from journal.store.journal import Journal
from tests.journals import whole_of

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"

CARD = """BEGIN:VCARD\r
VERSION:3.0\r
UID:claire-1\r
FN:Claire Dupont\r
N:Dupont;Claire;;;\r
EMAIL:claire@exemple.fr\r
TITLE:{role}\r
NOTE:{note}\r
END:VCARD\r
"""


def card(tmp_path: Path, role: str = "Assistante", note: str = "Bonjour\\, ça va", name: str = "carnet.vcf") -> Path:
    path = tmp_path / name
    path.write_bytes(CARD.format(role=role, note=note).encode())
    return path


def take_in(journal: Journal, *paths: Path) -> bring_in.Preview:
    shown = bring_in.preview(journal, paths=paths)
    bring_in.bring_in(journal, preview=shown)
    return shown


def only_contact(journal: Journal) -> Contact:
    [line] = reading.page(journal, kind="contact", wanted=Wanted())
    contact = reading.entry(journal, entry_id=line.id)
    assert isinstance(contact, Contact)
    return contact


def counts(shown: bring_in.Preview) -> tuple[int, int, int, int]:
    return shown.new, shown.updated, shown.unchanged, shown.rejected


def test_a_preview_writes_nothing(journal: Journal, tmp_path: Path) -> None:
    assert counts(bring_in.preview(journal, paths=[card(tmp_path)])) == (1, 0, 0, 0)
    assert reading.count(journal, kind="contact", wanted=Wanted()) == 0


def zipped(tmp_path: Path, files: dict[str, str]) -> Path:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as out:
        for name, text in files.items():
            out.writestr(name, text)
    return path


def test_one_person_in_two_files_of_a_zip_is_one_with_what_both_say(journal, tmp_path) -> None:
    """As a Takeout has them: no identifier, the address in other letters, one phone more under another label."""
    cards = "BEGIN:VCARD\nVERSION:3.0\nFN:{0}\nN:{1};;;\nEMAIL:{2}\n{3}\nEND:VCARD\n"
    path = zipped(
        tmp_path,
        {
            "Takeout/Contacts/All/All.vcf": cards.format("Odile Brandt", "Brandt;Odile", "odile@x.example", "TEL:1"),
            "Takeout/Contacts/Work/Work.vcf": cards.format("Odile Brandt", "Brandt;Odile", "ODILE@x.example", "TEL:2")
            + cards.format("Omar Brandt", "Brandt;Omar", "odile@x.example", ""),
        },
    )
    assert counts(take_in(journal, path)) == (2, 0, 1, 0)
    names = {line.id: line.title for line in reading.page(journal, kind="contact", wanted=Wanted())}
    assert sorted(names.values()) == ["Odile Brandt", "Omar Brandt"]
    odile = reading.entry(journal, entry_id=next(i for i, name in names.items() if name == "Odile Brandt"))
    assert isinstance(odile, Contact) and [phone.value for phone in odile.phones] == ["1", "2"]
    assert counts(take_in(journal, path)) == (0, 0, 3, 0)


def test_a_takeout_comes_in_as_a_whole(journal, tmp_path) -> None:
    """Cards without identifiers under each label, calendars, and pages and settings that are told as one."""
    one = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0}\r\nN:;{0};;;\r\nitem1.EMAIL;TYPE=INTERNET:{0}@x.example\r\n"
    one += "item1.X-ABLabel:\r\nCATEGORIES:myContacts{1}\r\nEND:VCARD\r\n"
    nameless = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\r\nN:;;;;\r\nTEL;TYPE=CELL:+33 6 12 34 56 78\r\nEND:VCARD\r\n"
    day = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Europe/Paris\r\nBEGIN:VEVENT\r\nUID:{0}@google.com\r\n"
    day += "DTSTAMP:20260101T000000Z\r\nDTSTART:20260305T080000Z\r\nSUMMARY:Point\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    path = zipped(
        tmp_path,
        {
            "Takeout/archive_browser.html": "<!DOCTYPE html><html><head><title>Takeout</title></head></html>",
            "Takeout/Contacts/Tous les contacts/Tous les contacts.vcf": one.format("Ana", ",FFMAS")
            + one.format("Bo", "")
            + nameless,
            "Takeout/Contacts/FFMAS/FFMAS.vcf": one.format("Ana", ",FFMAS"),
            "Takeout/Contacts/FFMAS/Ana.jpg": "x",
            "Takeout/Agenda/Maud.ics": day.format("a"),
            "Takeout/Agenda/Équipe.ics": day.format("b"),
            "Takeout/Agenda/settings.json": "{}",
            "Takeout/Profile/Profile.json": "{}",
        },
    )
    shown = take_in(journal, path)
    assert counts(shown) == (5, 0, 1, 1)
    assert [item.reason for file in shown.files for item in file.rejected] == ["files_not_read"]
    contacts = [reading.entry(journal, entry_id=e.id) for e in reading.page(journal, kind="contact", wanted=Wanted())]
    assert sorted((c.heading, c.tags) for c in contacts) == [("+33 6 12 34 56 78", ()), ("Ana", ("FFMAS",)), ("Bo", ())]
    assert reading.count(journal, kind="event", wanted=Wanted()) == 2
    assert counts(take_in(journal, path)) == (0, 0, 6, 1)


@pytest.mark.parametrize("order", [("a.ics", "b.ics"), ("b.ics", "a.ics")])
def test_of_two_states_in_two_files_of_a_zip_the_later_stands(journal, tmp_path, order) -> None:
    event = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSEQUENCE:{0}\nSUMMARY:State {0}\nDTSTART:20260105T090000\nEND:VEVENT\n"
    )
    event += "END:VCALENDAR\n"
    path = zipped(tmp_path, {name: event.format({"a.ics": 1, "b.ics": 2}[name]) for name in order})
    assert counts(take_in(journal, path)) == (1, 0, 1, 0)
    [line] = reading.page(journal, kind="event", wanted=Wanted())
    assert line.title == "State 2"
    assert counts(take_in(journal, path)) == (0, 0, 2, 0)


def test_many_files_of_a_zip_are_shown_as_one(journal, tmp_path) -> None:
    talk = '{"participants": [{"name": "P%d"}, {"name": "Me"}], "messages": [{"timestamp_ms": 1597017600000}]}'
    files = {f"messages/inbox/p{n}/message_1.json": talk % n for n in range(20)}
    files |= {f"ads/{n}.json": '{"x": 1}' for n in range(5)}
    files["friends/received_requests.json"] = '{"received_requests_v2": []}'
    shown = bring_in.preview(journal, paths=[zipped(tmp_path, files)])
    assert [(file.file, file.format, file.count("new")) for file in shown.files] == [
        ("export.zip (21)", "facebook", 20),
        ("export.zip (5)", "", 0),
    ]
    [left_out] = shown.files[0].rejected
    assert left_out.details["inside"] == "friends/received_requests.json"
    [told] = shown.files[1].rejected
    assert (told.reason, told.details["count"], told.details["names"][:14]) == ("files_not_read", "5", "0.json, 1.json")


def test_a_file_of_too_many_records_gives_its_first_and_says_so(journal, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(bring_in, "MOST_RECORDS", 3)
    path = tmp_path / "table.csv"
    path.write_text("Nom;E-mail\n" + "".join(f"Roux {n};r{n}@exemple.fr\n" for n in range(5)))
    shown = bring_in.preview(journal, paths=[path])
    assert (shown.new, [item.reason for item in shown.files[0].rejected]) == (2, ["too_many_records"])


@pytest.mark.parametrize(
    ("titles", "row"),
    [
        ("Given Name,Family Name,Group Membership,E-mail 1 - Value", "Anne,Roux {n},,r{n}@exemple.fr"),
        ("First Name,Last Name,E-mail Address,Business Phone", "Anne,Roux {n},r{n}@exemple.fr,"),
        ("Subject,Start Date,Start Time,End Date,End Time,All day event", "Coffee {n},1/2/2026,10:00,1/2/2026,11:00,"),
        ("Order ID,Ticket number,Attendee Surname,Attendee First name", "1,{n},Roux {n},Anne"),
        ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", "Anne,Roux {n},,,,,"),
        ("Nom,Courriel", "Roux {n},r{n}@exemple.fr"),
    ],
)
def test_a_table_of_more_rows_than_anybody_knows_people_is_refused_whole(
    journal, tmp_path, monkeypatch, titles, row
) -> None:
    for reader in ("any_table", "row_drafts", "linkedin", "proposals"):
        monkeypatch.setattr(f"journal.exchange.{reader}.MOST_RECORDS", 3)
    for rows, taken in ((3, (3, [])), (4, (0, ["too_many_rows"]))):
        path = tmp_path / f"{rows}.csv"
        path.write_text("\n".join((titles, *(row.format(n=n) for n in range(rows)))))
        shown = bring_in.preview(journal, paths=[path])
        assert (shown.new, [item.reason for item in shown.files[0].rejected]) == taken


def test_the_same_file_again_changes_nothing(journal: Journal, tmp_path: Path) -> None:
    assert counts(take_in(journal, card(tmp_path))) == (1, 0, 0, 0)
    before = only_contact(journal)
    assert counts(take_in(journal, card(tmp_path))) == (0, 0, 1, 0)
    assert only_contact(journal) == before
    assert before.notes == "Bonjour, ça va"


def test_a_changed_file_gives_exactly_the_change(journal: Journal, tmp_path: Path) -> None:
    take_in(journal, card(tmp_path))
    assert counts(take_in(journal, card(tmp_path, role="Office manager"))) == (0, 1, 0, 0)
    contact = only_contact(journal)
    assert (contact.role, contact.notes) == ("Office manager", "Bonjour, ça va")


def test_what_she_edited_wins(journal: Journal, tmp_path: Path) -> None:
    take_in(journal, card(tmp_path))
    entries.save(journal, entry_id=only_contact(journal).id, fields={"role": "Amie", "notes": "À moi"})
    take_in(journal, card(tmp_path, role="Office manager", note="Autre"))
    contact = only_contact(journal)
    assert (contact.role, contact.notes) == ("Amie", "À moi")


def test_one_undo_takes_the_whole_import_back_and_it_can_come_again(journal: Journal, tmp_path: Path) -> None:
    take_in(journal, card(tmp_path))
    take_in(journal, card(tmp_path, role="Office manager"))
    entries.undo(journal)
    assert only_contact(journal).role == "Assistante"
    assert counts(take_in(journal, card(tmp_path, role="Office manager"))) == (0, 1, 0, 0)
    entries.undo(journal)
    entries.undo(journal)
    assert reading.count(journal, kind="contact", wanted=Wanted()) == 0
    entries.redo(journal)
    assert counts(take_in(journal, card(tmp_path))) == (0, 0, 1, 0)


def test_what_she_threw_away_stays_away(journal: Journal, tmp_path: Path) -> None:
    take_in(journal, card(tmp_path))
    entries.delete(journal, ids=[only_contact(journal).id])
    assert counts(take_in(journal, card(tmp_path, role="Autre"))) == (0, 0, 1, 0)
    assert reading.count(journal, kind="contact", wanted=Wanted()) == 0


def test_a_known_address_is_the_same_person_and_adds_what_was_missing(journal: Journal, tmp_path: Path) -> None:
    mine = Contact(given_name="Claire", family_name="Dupont-Roy", emails=(LabelledValue("Claire@exemple.fr"),))
    entries.create(journal, draft=mine)
    assert counts(take_in(journal, card(tmp_path))) == (0, 1, 0, 0)
    contact = only_contact(journal)
    assert (contact.name, contact.role) == ("Claire Dupont-Roy", "Assistante")
    assert [e.value for e in contact.emails] == ["Claire@exemple.fr"]


def test_a_shared_address_does_not_make_one_person_of_two(journal: Journal, tmp_path: Path) -> None:
    other = Contact(given_name="Paul", family_name="Martin", emails=(LabelledValue("claire@exemple.fr"),))
    entries.create(journal, draft=other)
    assert counts(take_in(journal, card(tmp_path))) == (1, 0, 0, 0)
    assert reading.count(journal, kind="contact", wanted=Wanted()) == 2


def test_two_files_with_the_same_card_make_one_contact(journal: Journal, tmp_path: Path) -> None:
    assert counts(take_in(journal, card(tmp_path), card(tmp_path, name="copie.vcf"))) == (1, 0, 1, 0)
    only_contact(journal)


def event_file(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "agenda.ics"
    body = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:e1", "DTSTART:20260105T090000", *lines]
    path.write_bytes("\r\n".join([*body, "END:VEVENT", "END:VCALENDAR", ""]).encode())
    return path


def test_a_past_event_of_a_calendar_was_attended_and_names_two_people_bear_are_not_guessed(
    journal: Journal, tmp_path: Path
) -> None:
    entries.create_many(journal, drafts=[Contact(given_name="Anne", family_name="Roy")] * 2)
    attendees = ("ATTENDEE;CN=Anne Roy:mailto:a@exemple.fr", "ATTENDEE;CN=Tom Baker:mailto:t@example.org")
    take_in(journal, event_file(tmp_path, "SUMMARY:Atelier", *attendees))
    [line] = reading.page(journal, kind="event", wanted=Wanted())
    event = reading.entry(journal, entry_id=line.id)
    assert isinstance(event, Event)
    assert event.status == "attended"
    assert [p.name for p in event.participants] == ["Tom Baker"]
    assert "Anne Roy" in event.notes
    assert reading.count(journal, kind="contact", wanted=Wanted()) == 3


def test_her_own_participants_stay_when_the_calendar_changes(journal: Journal, tmp_path: Path) -> None:
    take_in(journal, event_file(tmp_path, "SUMMARY:Atelier"))
    [line] = reading.page(journal, kind="event", wanted=Wanted())
    entries.save(journal, entry_id=line.id, fields={"participants": (Person(name="Zoé Le Goff"),)})
    take_in(journal, event_file(tmp_path, "SUMMARY:Atelier Excel", "ATTENDEE;CN=Tom Baker:mailto:t@example.org"))
    event = reading.entry(journal, entry_id=line.id)
    assert isinstance(event, Event)
    assert event.title == "Atelier Excel"
    assert {p.name for p in event.participants} == {"Zoé Le Goff", "Tom Baker"}


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "file_empty"), (b"\xef\xbb\xbf \r\n", "file_empty"), (b"%PDF-1.7 nothing of ours", "nothing_recognised")],
)
def test_an_unreadable_file_is_said_so(journal: Journal, tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "fichier.vcf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as told:
        bring_in.preview(journal, paths=[path])
    assert told.value.code == code


def test_a_missing_file_and_an_unknown_format_are_said_so(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        bring_in.preview(journal, paths=[tmp_path / "absent.vcf"])
    with pytest.raises(WrongUsage):
        bring_in.preview(journal, paths=[card(tmp_path)], as_format="wordperfect")


def test_cancel_leaves_everything_as_it_was(journal: Journal, tmp_path: Path) -> None:
    shown = bring_in.preview(journal, paths=[card(tmp_path)])
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        bring_in.bring_in(journal, preview=shown, cancelled=lambda: next(answers))
    assert reading.count(journal, kind="contact", wanted=Wanted()) == 0
    assert counts(take_in(journal, card(tmp_path))) == (1, 0, 0, 0)


def samples() -> list[Path]:
    folders = [("vcard", "*.vcf"), ("google-takeout", "*.vcf"), ("ics", "*.ics"), ("linkedin", "*Connections*.csv")]
    return [path for folder, pattern in folders for path in sorted((SAMPLES / folder).rglob(pattern))]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples folder is not beside this checkout")
def test_every_sample_goes_through_and_twice_changes_nothing(journal: Journal) -> None:
    files = samples()
    assert len(files) > 60
    for path in files:
        first = take_in(journal, path)
        again = take_in(journal, path)
        assert (again.new, again.updated, again.rejected) == (0, 0, first.rejected), path.name
        assert first.new + first.updated + first.unchanged == again.unchanged, path.name


# --- what is asked ------------------------------------------------------------------------------------------------


def people(journal: Journal) -> list[str]:
    return sorted(line.title for line in reading.page(journal, kind="contact", wanted=Wanted()))


def csv_file(tmp_path: Path, *rows: str, name: str = "gens.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(("Prénom;Nom;E-mail;Fonction", *rows)), encoding="utf-8")
    return path


def asked(shown: bring_in.Preview) -> list[Question]:
    return [question for file in shown.files for question in file.questions if question.kind == "person"]


def made(journal: Journal, given: str, family: str, *addresses: str) -> int:
    emails = tuple(LabelledValue(address) for address in addresses)
    return entries.create(journal, draft=Contact(given_name=given, family_name=family, emails=emails)).created[-1]


def answered(journal: Journal, path: Path, answer: str) -> bring_in.Preview:
    """Taken in with one answer to all that is asked about people."""
    said = {question.key: answer for question in asked(bring_in.preview(journal, paths=[path]))}
    shown = bring_in.preview(journal, paths=[path], answers=said)
    bring_in.bring_in(journal, preview=shown, answers=said)
    return shown


@pytest.mark.parametrize("family", ["Dupont", "Martin"])
def test_an_address_of_somebody_of_another_name_is_asked_about_and_nobody_is_merged_before(journal, tmp_path, family):
    paul = made(journal, "Paul", "Martin", "accueil@exemple.fr")
    path = csv_file(tmp_path, f"Claire;{family};Accueil@exemple.fr;Assistante")
    [question] = asked(bring_in.preview(journal, paths=[path]))
    assert question.answer == "new"
    assert question.choices == ("new", str(paul))
    assert question.details["name"] == f"Claire {family}"
    take_in(journal, path)
    assert people(journal) == sorted([f"Claire {family}", "Paul Martin"])
    assert counts(bring_in.preview(journal, paths=[path])) == (0, 0, 1, 0)
    assert asked(bring_in.preview(journal, paths=[path])) == [], "what was answered is not asked again"


def test_she_says_that_it_is_one_of_those_who_have_the_address(journal, tmp_path):
    made(journal, "Paul", "Martin", "accueil@exemple.fr")
    zoe = made(journal, "Zoé", "Lang", "accueil@exemple.fr")
    path = csv_file(tmp_path, "Claire;Dupont;accueil@exemple.fr;Assistante")
    shown = answered(journal, path, str(zoe))
    assert counts(shown) == (0, 1, 0, 0)
    assert shown.files[0].planned[0].fields == ("role",)
    assert people(journal) == ["Paul Martin", "Zoé Lang"]
    assert counts(bring_in.preview(journal, paths=[path])) == (0, 0, 1, 0)
    entries.undo(journal)
    assert reading.entry(journal, entry_id=zoe).role == ""


def test_of_two_who_share_an_address_the_one_of_that_name_is_meant_without_asking(journal, tmp_path):
    made(journal, "Paul", "Martin", "accueil@exemple.fr")
    made(journal, "Zoé", "Lang", "accueil@exemple.fr")
    shown = bring_in.preview(journal, paths=[csv_file(tmp_path, "ZOE;LANG;accueil@exemple.fr;Assistante")])
    assert (counts(shown), asked(shown)) == ((0, 1, 0, 0), [])


@pytest.mark.parametrize(("answer", "expected"), [("new", 2), ("first", 1)])
def test_two_of_one_file_with_one_address_are_two_until_she_says_otherwise(journal, tmp_path, answer, expected):
    path = csv_file(tmp_path, "Claire;Dupont;nous@exemple.fr;", "Marc;Dupont;nous@exemple.fr;Directeur")
    answered(journal, path, answer)
    assert len(people(journal)) == expected
    assert counts(bring_in.preview(journal, paths=[path]))[:2] == (0, 0)
    assert asked(bring_in.preview(journal, paths=[path])) == []


def test_a_table_that_gives_an_address_to_another_name_later_does_not_rename_the_first(journal, tmp_path):
    take_in(journal, csv_file(tmp_path, "Claire;Dupont;accueil@exemple.fr;Assistante"))
    later = csv_file(tmp_path, "Paul;Roux;accueil@exemple.fr;Assistant")
    assert len(asked(take_in(journal, later))) == 1
    assert people(journal) == ["Claire Dupont", "Paul Roux"]
    assert counts(bring_in.preview(journal, paths=[later])) == (0, 0, 1, 0)
    married = csv_file(tmp_path, "Claire;Blanc;accueil@exemple.fr;Assistante")
    take_in(journal, married)
    assert people(journal) == ["Claire Blanc", "Paul Roux"]


def test_beyond_so_many_shared_addresses_nobody_asks(journal, tmp_path):
    path = csv_file(tmp_path, *(f"Anne{n};Nom{n}x;tous@exemple.fr;" for n in range(80)))
    shown = take_in(journal, path)
    assert len(asked(shown)) == 50
    assert len(people(journal)) == 80
    assert counts(bring_in.preview(journal, paths=[path])) == (0, 0, 80, 0)


def test_an_address_of_very_many_is_a_groups_and_asks_nothing_but_knows_each_by_name(journal, tmp_path):
    path = csv_file(tmp_path, *(f"Anne{n};Nom{n}x;tous@exemple.fr;" for n in range(3000)))
    take_in(journal, path)
    card_of_one = tmp_path / "one.vcf"
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:{0}\nN:{1}\nTITLE:Juriste\nEMAIL:tous@exemple.fr\nEND:VCARD\n"
    card_of_one.write_text(
        text.format("Anne7 Nom7x", "Nom7x;Anne7;;;") + text.format("Zoé Lang", "Lang;Zoé;;;"), "utf-8"
    )
    shown = take_in(journal, card_of_one)
    assert (counts(shown), asked(shown)) == ((1, 1, 0, 0), [])


def test_answers_are_kept_in_the_change_that_takes_the_file_in(journal, tmp_path):
    path = tmp_path / "gens.csv"
    path.write_text("Nom complet;Courriel;Naissance\nAwa Ndiaye;awa@exemple.fr;3/4/1980\n", encoding="utf-8")
    [order] = [q for f in bring_in.preview(journal, paths=[path]).files for q in f.questions if q.kind == "date_order"]
    said = {order.key: "mdy"}
    shown = bring_in.preview(journal, paths=[path], answers=said)
    with pytest.raises(Cancelled):
        bring_in.bring_in(journal, preview=shown, answers=said, cancelled=lambda: True)
    assert Remembered(journal, {}).get(order.key) is None
    bring_in.bring_in(journal, preview=shown, answers=said)
    assert Remembered(journal, {})[order.key] == "mdy"
    assert only_contact(journal).birthday == "1980-03-04"


# --- tables in a zip ----------------------------------------------------------------------------------------------


def test_a_table_in_a_zip_is_asked_about_like_a_single_one(journal, tmp_path):
    table = "Zut;Flop;Truc\nAwa Ndiaye;awa@exemple.fr;bleu\n"
    path = zipped(tmp_path, {"dossier/gens.csv": table})
    shown = bring_in.preview(journal, paths=[path])
    [question] = shown.files[0].questions
    assert question.kind == "columns"
    said = {question.key: '{"full_name": 0, "emails": 1, "organisation": 2}'}
    shown = bring_in.preview(journal, paths=[path], answers=said)
    bring_in.bring_in(journal, preview=shown, answers=said)
    assert (only_contact(journal).name, only_contact(journal).organisation) == ("Awa Ndiaye", "bleu")


def test_tables_about_herself_are_told_where_a_network_gave_them_and_others_are_asked_about(journal, tmp_path):
    path = zipped(
        tmp_path,
        {
            "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            "Awa,Ndiaye,https://www.linkedin.com/in/awa,,Nexans,Assistant,02 Mar 2021\n",
            "PhoneNumbers.csv": "Extension,Number,Type\n,0612345678,Mobile\n",
            "Rich_Media.csv": "Date/Time,Media Description,Media Link\n,x,https://a.example\n",
            "my list.csv": "Full name,E-mail\nZoé Lang,z@exemple.fr\n",
        },
    )
    shown = bring_in.preview(journal, paths=[path])
    told = {file.file.partition("/")[2]: [r.reason for r in file.rejected] for file in shown.files}
    assert told == {
        "Connections.csv": [],
        "PhoneNumbers.csv": ["about_herself"],
        "Rich_Media.csv": ["about_herself"],
        "my list.csv": [],
    }
    assert shown.new == 2
    take_out = zipped(
        tmp_path, {"Takeout/YouTube/subscriptions.csv": "Channel Id,Channel Url,Name\n1,https://y.example,A\n"}
    )
    [file] = bring_in.preview(journal, paths=[take_out]).files
    assert [r.reason for r in file.rejected] == ["google_own_table"]


# --- Cancel in the middle -----------------------------------------------------------------------------------------


def many_cards(tmp_path: Path, count: int) -> Path:
    path = tmp_path / "many.vcf"
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            file.write(
                f"BEGIN:VCARD\nVERSION:3.0\nUID:u{n}\nFN:Person {n}\nORG:Org {n % 40}\nNOTE:words {n}\nEND:VCARD\n"
            )
    return path


def test_a_cancel_at_any_moment_of_writing_leaves_everything_as_it_was(journal, tmp_path):
    take_in(journal, card(tmp_path))
    before = whole_of(journal)
    shown = bring_in.preview(journal, paths=[many_cards(tmp_path, 2500)])
    looks = 0

    def counted() -> bool:
        nonlocal looks
        looks += 1
        return False

    bring_in.bring_in(journal, preview=shown, cancelled=counted)
    entries.undo(journal)
    assert looks > 30, "asked within the statements, too: while history and index are written"
    before = whole_of(journal)
    for stop in (1, 2, looks // 4, looks // 2, looks * 3 // 4, looks - 4):
        left = iter(range(stop))
        with pytest.raises(Cancelled):
            bring_in.bring_in(journal, preview=shown, cancelled=lambda left=left: next(left, None) is None)
        assert whole_of(journal) == before
    assert counts(take_in(journal, tmp_path / "many.vcf"))[0] == 2500


# --- people whom a calendar names -----------------------------------------------------------------------------------


def invitation(tmp_path: Path, *attendees: str) -> Path:
    path = tmp_path / "invitation.ics"
    lines = "".join(f"ATTENDEE;CN={one}\n" for one in attendees)
    path.write_text(
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:i\nDTSTART:20261201T090000\nSUMMARY:Point\n{lines}END:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    return path


def test_who_is_invited_is_known_by_the_address_and_made_with_it(journal, tmp_path):
    claire = made(journal, "Claire-Marie", "Dupont", "claire@exemple.fr")
    other = made(journal, "Paul", "Roux", "accueil@exemple.fr")
    path = invitation(
        tmp_path,
        "Claire-Marie DUPONT MARTIN:mailto:Claire@exemple.fr",
        "Zoé Lang:mailto:zoe@exemple.fr",
        "Awa Ndiaye:mailto:accueil@exemple.fr",
    )
    take_in(journal, path)
    [line] = reading.page(journal, kind="event", wanted=Wanted())
    event = reading.entry(journal, entry_id=line.id)
    assert isinstance(event, Event)
    ids = [person.id for person in event.participants]
    assert ids[0] == claire and other not in ids
    zoe, awa = (reading.entry(journal, entry_id=number) for number in ids[1:])
    assert (zoe.heading, [e.value for e in zoe.emails]) == ("Zoé Lang", ["zoe@exemple.fr"])
    assert (awa.heading, [e.value for e in awa.emails]) == ("Awa Ndiaye", ["accueil@exemple.fr"])
    assert counts(bring_in.preview(journal, paths=[path])) == (0, 0, 1, 0)
    entries.undo(journal)
    assert people(journal) == ["Claire-Marie Dupont", "Paul Roux"]


def test_a_network_named_by_a_file_is_of_its_kind(journal, tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAwa,Ndiaye,,,,,02 Mar 2021\n"
    )
    take_in(journal, path)
    [line] = reading.networks(journal)
    assert reading.entry(journal, entry_id=line.id).type == "social"


@pytest.mark.parametrize("others", [0, 30])
def test_a_known_address_is_found_in_a_journal_of_fewer_addresses_than_the_file_and_of_more(
    journal: Journal, tmp_path: Path, others: int
) -> None:
    known = [Contact(given_name="Claire", family_name="Dupont", emails=(LabelledValue("Claire@Exemple.fr"),))]
    known += [Contact(given_name=f"A{n}", emails=(LabelledValue(f"a{n}@exemple.fr"),)) for n in range(others)]
    with journal.writing("edit") as writer:
        claire = writer.create_many(known)[0]
    people = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:B{n} C\nEMAIL:b{n}@exemple.fr\nEND:VCARD\n" for n in range(5))
    path = tmp_path / "carnet.vcf"
    path.write_text(CARD.format(role="Assistante", note="") + people, encoding="utf-8")
    assert counts(take_in(journal, path)) == (5, 1, 0, 0)
    found = reading.entry(journal, entry_id=claire)
    assert isinstance(found, Contact)
    assert found.role == "Assistante"
