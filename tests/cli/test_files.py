"""In and out: import, export, backups, check, the sample."""

from __future__ import annotations

import json

import pytest

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a1\r\nN:Martin;Zoé;;;\r\nFN:Zoé Martin\r\nEMAIL:zoe@example.org\r\nEND:VCARD\r\n"
)
MORE = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a2\r\nEND:VCARD\r\n"


@pytest.fixture
def cards(tmp_path):
    file = tmp_path / "people.vcf"
    file.write_text(CARD + MORE, encoding="utf-8", newline="")
    return file


def test_an_import_is_counted_as_the_contract_says(run, cards):
    preview = run("import", cards, "--dry-run", "--json").json
    assert run("list", "contact", "--json").json == []
    shown = run("import", cards, "--json").json
    named = preview["files"][0].pop("entries")
    assert named == [{"kind": "contact", "title": "Zoé Martin", "outcome": "new", "line": 1, "fields": []}]
    assert shown == preview
    assert set(shown) == {"files", "new", "updated", "unchanged", "rejected"}
    [file] = shown["files"]
    assert set(file) == {"file", "format", "new", "updated", "unchanged", "rejected", "by_kind"}
    assert (file["file"], file["format"], file["new"]) == ("people.vcf", "vcard", 1)
    [rejected] = file["rejected"]
    assert set(rejected) == {"line", "reason"} and rejected["line"] == 8 and len(rejected["reason"]) > 10
    assert file["by_kind"]["contact"] == {"new": 1, "updated": 0, "unchanged": 0}
    assert (shown["new"], shown["updated"], shown["unchanged"], shown["rejected"]) == (1, 0, 0, 1)
    again = run("import", cards, "--json").json
    assert (again["new"], again["updated"], again["unchanged"], again["rejected"]) == (0, 0, 1, 1)


def test_an_import_is_told_and_undone(run, cards):
    assert "line 8" in run("import", cards, "--as", "vcard").out
    assert run("undo").status == 0
    assert run("list", "contact", "--json").json == []
    assert run("import", cards, "--as", "icalendar").out.count("line") == 2
    assert run("import", cards, "--as", "word").status == 2


def test_the_archive_goes_to_another_journal_and_is_the_same(filled, tmp_path):
    archive = tmp_path / "all.zip"
    assert filled("export", archive).status == 0
    other = ("--journal", str(tmp_path / "other.db"))
    assert filled("import", archive, "--json", first=other).json["new"] == 6

    def everything(*first):
        found = {}
        for kind in ("contact", "event", "learning", "reminder", "network"):
            for entry in filled("list", kind, "--json", first=first).json:
                text = json.dumps(entry, sort_keys=True)
                found[entry["uid"]] = text.replace(f'"id": {entry["id"]},', "", 1)
        return found

    one, two = everything(), everything(*other)
    assert one.keys() == two.keys()
    numbered = ("participants", "people", "about", "event")
    for uid in one:
        a, b = json.loads(one[uid]), json.loads(two[uid])
        assert {k: v for k, v in a.items() if k not in ("id", *numbered)} == {
            k: v for k, v in b.items() if k not in ("id", *numbered)
        }


def test_files_for_others(filled, tmp_path):
    for name, count in (("a.vcf", 2), ("a.ics", 3), ("a.csv", 6), ("a.xlsx", 6), ("a.json", 6), ("a.md", 6)):
        assert filled("export", tmp_path / name, "--json").json == {"file": str(tmp_path / name), "entries": count}
    assert filled("export", tmp_path / "old.vcf", "--vcard", "3.0").status == 0
    assert "VERSION:3.0" in (tmp_path / "old.vcf").read_text("utf-8") and "VERSION:4.0" in (
        tmp_path / "a.vcf"
    ).read_text("utf-8")
    assert filled("export", tmp_path / "b.vcf", "--vcard", "2.1").status == 2
    assert len(json.loads((tmp_path / "a.json").read_text("utf-8"))) == 6
    assert "1 entry" in filled("export", tmp_path / "b.json", "--what", "contacts", "--network", "FFMAS").out
    assert filled("export", tmp_path / "mine.db").status == 2
    assert filled("export", tmp_path / "b.json", "--what", "events", "--year", 2020, "--json").json["entries"] == 0


def test_columns_are_said_by_title_or_number(filled, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("A,B,Ville\nLang,Zoé,Lyon\n", "utf-8")
    assert filled("import", table, "--json").json["rejected"] == 1
    assert filled("import", table, "--map", "family-name=a", "--map", "given_name=2", "--json").json["new"] == 1
    [zoe] = [c for c in filled("list", "contact", "--json").json if c["name"] == "Zoé Lang"]
    assert filled("show", "contact", zoe["id"], "--json").json["notes"] == "Ville: Lyon"
    again = filled("import", table, "--map", "family-name=a", "--map", "given_name=2", "--json").json
    assert (again["new"], again["updated"]) == (0, 0)
    for wrong in ("name=9", "name=Zut", "name=", "zut=1"):
        assert filled("import", table, "--map", wrong).status == 2


def test_the_order_of_dates_is_said_and_remembered(filled, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("Nom complet,Naissance\nOdile Brandt,3/4/1980\n", "utf-8")

    def birthday(*options):
        assert filled("import", table, *options).status == 0
        [odile] = [c for c in filled("list", "contact", "--json").json if c["name"] == "Odile Brandt"]
        found = filled("show", "contact", odile["id"], "--json").json["birthday"]
        assert filled("undo").status == 0
        return found

    assert "3/4/1980" in filled("import", table, "--dry-run").out
    assert birthday() == "1980-04-03"
    assert birthday("--dates", "month-first") == "1980-03-04"
    assert birthday() == "1980-03-04", "remembered for files with these titles"
    assert birthday("--dates", "day-first") == "1980-04-03"
    assert filled("import", table, "--dates", "sometimes").status == 2
    assert "month-first" in filled("import", "--help").out


def test_an_address_on_two_people_is_asked_and_answered(filled, tmp_path):
    [anne, paul] = [
        filled("new", "contact", "--name", name, "--email", "info@example.org", "--json").json["id"]
        for name in ("Anne Roche", "Paul Roux")
    ]
    card = tmp_path / "c.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Odile Brandt\nTITLE:Juriste\nEMAIL:info@example.org\nEND:VCARD\n", "utf-8"
    )
    told = filled("import", card, "--dry-run").out
    assert f"{anne} Anne Roche" in told and f"{paul} Paul Roux" in told and "new: Odile Brandt" in told
    [question] = filled("import", card, "--dry-run", "--json").json["files"][0]["questions"]
    assert (question["kind"], question["answer"], question["choices"]) == (
        "person",
        "new",
        ["new", str(anne), str(paul)],
    )
    for wrong in ("info@example.org=99999", "info@example.org=same", "else@example.org=new", "info@example.org"):
        assert filled("import", card, "--person", wrong).status == 2
    shown = filled("import", card, "--person", f"INFO@example.org={paul}", "--json").json
    assert (shown["new"], shown["updated"]) == (0, 1)
    assert filled("show", "contact", paul, "--json").json["role"] == "Juriste"
    assert filled("import", card, "--person", f"info@example.org={paul}").status == 2, "nobody asks again"


def test_a_series_comes_in_once_or_at_each_of_its_times(run, tmp_path):
    agenda = tmp_path / "a.ics"
    agenda.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20200106T090000\nSUMMARY:Cours\nRRULE:FREQ=WEEKLY;COUNT=4\n"
        "END:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20200106T090000\nSUMMARY:Faux\nRRULE:FREQ=DAILY;INTERVAL=0\nEND:VEVENT\n"
        "END:VCALENDAR\n",
        "utf-8",
    )
    told = run("import", agenda)
    assert "--series each" in told.out and "Cours" in told.out and "note: Faux" in told.out
    assert run("import", agenda, "--series", "each", "--json").json["new"] == 3
    again = run("import", agenda, "--json").json
    assert (again["new"], again["updated"], again["unchanged"]) == (0, 0, 5), "remembered"
    assert run("import", agenda, "--series", "twice").status == 2


def test_a_map_is_refused_where_the_columns_are_known(filled, tmp_path):
    card = tmp_path / "c.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Odile Brandt\nEND:VCARD\n", "utf-8")
    assert filled("import", card, "--map", "name=1").status == 2


def test_backups_are_listed_with_their_age_and_brought_back(filled, tmp_path):
    assert "no copy" in filled("backups").out
    made = filled("backup", "--json").json
    filled("new", "contact", "--name", "Zoé")
    [copy] = filled("backups", "--json", now="2026-11-25T09:00").json
    assert copy["file"] == made["file"] and copy["age_hours"] == 48
    assert "2 days ago" in filled("backups", now="2026-11-25T09:00").out
    name = copy["file"].rpartition("/")[2].rpartition("\\")[2]
    answer = filled("restore-backup", name)
    assert answer.status == 0, answer.err
    assert len(filled("list", "contact", "--json").json) == 2
    assert len(filled("backups", "--json").json) == 2  # the present was kept
    elsewhere = tmp_path / "usb"
    assert filled("backup", elsewhere, "--json").json["file"].startswith(str(elsewhere))
    assert filled("backup", first=("--journal", str(tmp_path / "none.db"))).status == 1
    assert not (tmp_path / "none.db").exists()


def test_check_tells_what_is_wrong(filled, tmp_path):
    import sqlcipher3.dbapi2 as driver

    filled("backup")
    sound = filled("check", "--json").json
    assert sound["ok"] is True and sound["problems"] == []
    assert sound["entries"] == {"contact": 2, "event": 1, "learning": 1, "reminder": 1, "network": 1}
    assert sound["backups"]["newest_verified"] == "2026-11-23T09:00"
    assert "sound" in filled("check").out
    sql = driver.connect(str(tmp_path / "mine.db"), isolation_level=None)
    sql.execute("DELETE FROM search WHERE rowid = 2")
    sql.close()
    answer = filled("check", "--json")
    assert answer.status == 4
    problems = json.loads(answer.out)["problems"]
    assert [one["code"] for one in problems] == ["bytes_changed", "not_in_index"]
    assert problems[1]["message"] == "1 entry is missing from the search."
    answer = filled("check")
    assert (answer.status, answer.out) == (4, "")
    assert "missing from the search" in answer.err


def test_a_large_sample(run):
    assert "300" in run("make-sample", "--entries", 300, "--years", 2, "--seed", 7).out
    assert sum(run("stats", "--json").json["entries"].values()) >= 300
    assert run("check").status == 0


def test_the_sample_journal_is_not_kept(run, tmp_path):
    for language in ("fr", "en"):
        people = run("list", "contact", "--json", first=("--demo", "--language", language)).json
        assert len(people) > 10
    assert run("new", "contact", "--name", "Zoé", first=("--demo",)).status == 0
    assert list(tmp_path.iterdir()) == []


def test_screenshots_are_taken_by_the_window(run, monkeypatch, tmp_path):
    import sys
    import types

    asked = {}
    fake = types.ModuleType("journal.ui.screenshots")
    fake.take = lambda folder, **options: asked.update(options, folder=folder) or 0
    monkeypatch.setitem(sys.modules, "journal.ui.screenshots", fake)
    assert run("screenshots", tmp_path, "--theme", "dark", "--size", "1024x640", "--scale", "2").status == 0
    assert asked == {
        "folder": tmp_path,
        "journal": tmp_path / "mine.db",
        "demo": False,
        "language": "en",
        "theme": "dark",
        "size": (1024, 640),
        "scale": 2.0,
        "text_scale": 1.0,
        "key": None,
    }


def test_a_person_is_erased_for_good(filled):
    assert filled("backup").status == 0
    answer = filled("erase-person", 2, "--json").json
    assert (answer["erased"], len(answer["backups"])) == (2, 1)
    assert filled("show", "contact", 2).status == 1
    assert "Claire" not in filled("show", "event", 4).out
    assert filled("erase-person", 2).status == 1
    assert filled("erase-person", 4).status == 1
    assert filled("erase-person", "Claire").status == 2
    assert "erased for good" in filled("erase-person", 3).out
    assert filled("check").status == 0


def test_files_are_kept_with_an_entry_and_given_back(filled, tmp_path):
    file, folder = tmp_path / "programme.pdf", tmp_path / "out"
    file.write_bytes(b"%PDF-1.7")
    folder.mkdir()
    attached = filled("attach", "event", 4, str(file), "--json").json
    assert [(one["name"], one["size"]) for one in attached] == [("programme.pdf", 8)]
    assert "programme.pdf" in filled("attachments", "event", 4, "--save", str(folder)).out
    assert (folder / "programme.pdf").read_bytes() == b"%PDF-1.7"
    again = filled("attachments", "event", 4, "--save", str(folder))
    assert again.status == 1 and "programme.pdf" in again.err
    assert filled("attach", "contact", 4, str(file)).status == 1  # 4 is an event
    filled("detach", "event", 4, "programme.pdf")
    assert filled("attachments", "event", 4, "--json").json == []
    filled("undo")
    assert len(filled("attachments", "event", 4, "--json").json) == 1
