"""What bad input gets: one clear sentence, the right exit status, nothing printed, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journal import cli
from journal.system import words

USAGE = [
    ("nothing",),
    ("marry", "1", "2"),
    ("twins",),
    ("lock",),
    ("new",),
    ("new", "person"),
    ("new", "contact", "--bogus", "1"),
    ("new", "contact", "--name"),
    ("new", "contact", "--name", "--json"),
    ("new", "event", "--name", "x"),
    ("new", "contact", "x"),
    ("show", "contact"),
    ("show", "contact", "two"),
    ("show", "contact", "1", "2"),
    ("show", "contact", "99999999999999999999"),
    ("edit", "contact", "2"),
    ("list", "contact", "--json=1"),
    ("search",),
    ("search", "x", "--kind", "person"),
    ("search", "x", "--limit", "many"),
    ("snooze", "6"),
    ("import",),
    ("import", "x.csv", "--map", "nonsense=A"),
    ("import", "x.csv", "--map", "name"),
    ("export", "x.docx"),
    ("export", "x.vcf", "--what", "events"),
    ("export", "x.json", "--what", "people"),
    ("export", "x.json", "--year", "last"),
    ("stats", "--year", "x"),
    ("screenshots", "x", "--size", "huge"),
    ("make-sample", "--entries", "-1"),
    ("make-sample", "--entries", "0"),
    ("make-sample", "--years", "0"),
    ("make-sample", "--years", "999"),
]
FAULTS = [
    ("show", "contact", "99"),
    ("show", "event", "2"),
    ("edit", "event", "2", "--notes", "x"),
    ("new", "contact"),
    ("new", "contact", "--name", "x" * 10_000),
    ("new", "contact", "--name", "x", "--email", "none"),
    ("new", "contact", "--name", "x", "--birthday", "1990-02-31"),
    ("new", "contact", "--name", "x", "--met-on", "someday"),
    ("new", "contact", "--name", "x", "--keep-in-touch-days", "many"),
    ("new", "contact", "--name", "x", "--favourite=perhaps"),
    ("new", "event"),
    ("new", "event", "--title", "x", "--type", "party"),
    ("new", "event", "--title", "x", "--starts-at", "2026-13-45"),
    ("new", "event", "--title", "x", "--starts-at", "2026-02-01", "--ends-at", "2026-01-01"),
    ("new", "event", "--title", "x", "--with", "99"),
    ("new", "event", "--title", "x", "--with", "4"),
    ("new", "learning", "--title", "x", "--event", "2"),
    ("new", "reminder", "--title", "x"),
    ("new", "reminder", "--title", "x", "--due-at", "2026-12-01", "--about", "99"),
    ("new", "reminder", "--title", "x", "--due-at", "2026-12-01", "--about", "event:2"),
    ("new", "reminder", "--title", "x", "--due-at", "2026-12-01", "--repeats", "FREQ=SECONDLY"),
    ("new", "contact", "--from-json", "nowhere.json"),
    ("new", "contact", "--from-json", "list.txt"),
    ("edit", "contact", "2", "--email", "none"),
    ("edit", "event", "4", "--with", "99"),
    ("import", "nowhere.vcf"),
    ("import", "list.txt"),
    ("import", "empty.vcf"),
    ("import", "."),
    ("export", "nowhere/x.json"),
    ("export", "x.json", "--network", "Nulle part"),
    ("restore-backup", "nowhere.db"),
    ("snooze", "6", "une autre fois"),
    ("done", "4"),
    ("history", "contact", "99"),
    ("make-sample", "--entries", "10"),
]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("typed", "status"), [(t, 2) for t in USAGE] + [(t, 1) for t in FAULTS])
def test_one_sentence_and_nothing_changed(filled, tmp_path, monkeypatch, typed, status, language):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.txt").write_text("[1, 2", encoding="utf-8")
    (tmp_path / "empty.vcf").write_bytes(b"")
    before = filled("stats", "--json").out
    answer = filled(*typed, first=("--language", language))
    assert (answer.status, answer.out) == (status, "")
    lines = answer.err.strip().splitlines()
    assert 1 <= len(lines) <= 2
    assert "Traceback" not in answer.err and "{" not in answer.err.replace("--FIELD", "")
    assert filled("stats", "--json").out == before


@pytest.mark.parametrize("argv", [("--bogus",), ("--journal",), ("--language", "de"), ("--now", "soon", "due")])
def test_global_options_are_checked(argv, capsys):
    assert cli.main(argv) == 2
    assert capsys.readouterr().out == ""


def test_a_wrong_line_is_answered_in_the_language_it_asks_for(capsys):
    assert cli.main(["--language", "fr", "--bogus"]) == 2
    assert "n'existe pas" in capsys.readouterr().err
    assert cli.main(["--bogus", "--language=en"]) == 2
    assert "There is no option" in capsys.readouterr().err
    words.use(None)


@pytest.mark.parametrize(
    "content",
    [b"", b"not a journal" * 100, b"SQLite format 3\x00" + b"\x00" * 40, b"SQLite format 3\x00" + b"\xff" * 5000],
    ids=["empty", "foreign", "cut", "damaged"],
)
@pytest.mark.parametrize("typed", [("list", "contact"), ("new", "contact", "--name", "x"), ("check", "--json")])
def test_a_file_that_is_refused_is_left_as_it_is(run, tmp_path, content, typed):
    file = tmp_path / "mine.db"
    file.write_bytes(content)
    answer = run(*typed)
    assert answer.status == 4 and len(answer.err.strip().splitlines()) == 1
    assert file.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["mine.db"]
    if typed[0] == "check":
        assert json.loads(answer.out)["ok"] is False


def test_odd_names_are_welcome(run):
    for name in ("علي حسن", "👩‍💼 Zoé", "田中 花子", "O'Brien-Łukasz", "שרה"):
        assert run("new", "contact", "--name", name, "--json").json["name"] == name
        assert run("search", name, "--json").json or name.startswith("👩")
    assert run("list", "contact").status == 0


def test_a_mistake_of_ours_is_one_sentence_and_a_report_without_her_text(filled, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("Claire Dupont wrote this")

    monkeypatch.setattr("journal.actions.looking_back.year_counts", broken)
    answer = filled("stats")
    assert (answer.status, answer.out) == (1, "")
    assert len(answer.err.strip().splitlines()) == 1 and "Claire" not in answer.err
    report = Path(answer.err.strip().rpartition(": ")[2])
    assert "RuntimeError" in report.read_text() and "Claire" not in report.read_text()


@contextmanager
def nobody() -> Iterator[None]:
    """Another account: as the superuser, whom nothing is refused, these tests would prove nothing."""
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if os.getuid() == 0:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="rights are another matter on Windows")
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "typed", [("new", "contact", "--name", "x"), ("list", "contact"), ("backup",), ("import", "people.vcf"), ("check",)]
)
def test_a_folder_that_is_read_only(filled, capsys, monkeypatch, typed, language):
    folder = Path(tempfile.mkdtemp())
    monkeypatch.chdir(folder)
    try:
        file = folder / "there.db"
        (folder / "people.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nN:B;A\nFN:A B\nEND:VCARD\n")
        filled("import", "people.vcf", first=("--journal", str(file)))  # loads what must be loaded before
        filled("check", first=("--journal", str(file)))
        filled("backup", "copies", first=("--journal", str(file)))
        content = file.read_bytes()
        if os.geteuid() == 0:
            os.chown(file, 65534, 65534)
        folder.chmod(0o555)
        for name in ("there.db", "new.db"):
            with nobody():
                status = cli.main(["--journal", str(folder / name), "--language", language, *typed])
            shown = capsys.readouterr()
            if status == 0:
                assert name == "there.db" and typed[0] in ("list", "check")  # reading needs no right to write
                continue
            assert (status, shown.out) == (1, "")
            assert len(shown.err.strip().splitlines()) == 1 and "{" not in shown.err
            assert str(folder) in shown.err or name in shown.err
        assert file.read_bytes() == content
        assert sorted(p.name for p in folder.iterdir() if p.suffix != ".seal") == [
            "copies",
            "people.vcf",
            "there.db",
        ]
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


def test_what_the_system_says_of_a_file_is_said_in_french(filled, tmp_path):
    """No English in a French sentence: what is wrong with the folder or file is told in words of ours."""
    (tmp_path / "file").write_bytes(b"x")
    for typed, said in (
        (("export", tmp_path / "absent" / "x.json"), "n'existe pas"),
        (("attach", "contact", "2", tmp_path), "c'est un dossier"),
        (("import", tmp_path), "c'est un dossier"),
        (("backup", tmp_path / "file"), "déjà un fichier"),
    ):
        answer = filled(*typed, first=("--language", "fr"))
        assert answer.status == 1 and said in answer.err, answer.err
        assert "directory" not in answer.err and "exists" not in answer.err
