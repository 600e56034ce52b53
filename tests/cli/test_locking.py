"""lock, unlock, passphrase and --passphrase-file."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from journal.store import key_file, vault
from journal.store.connecting import is_plain
from tests.faults.children import CHEAP, PASS
from tests.journals import bytes_in

NEW = "quelque chose de neuf"
COMMANDS = [
    ("list", "contact"),
    ("new", "contact", "--name", "Nobody"),
    ("add", "Café avec Anne demain"),
    ("show", "contact", "2"),
    ("search", "claire"),
    ("due",),
    ("undo",),
    ("stats",),
    ("backup",),
    ("check",),
    ("export", "out.zip"),
    ("unlock",),
    ("passphrase", "new"),
]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a guess costs is measured elsewhere; here it would cost each test a second."""
    monkeypatch.setattr("journal.store.vault.calibrated", lambda: CHEAP)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Passphrases as people save them."""
    texts = {"good": f"{PASS}\n", "new": f"\ufeff{NEW}\r\nnotes below\r\n", "wrong": PASS.upper(), "empty": ""}
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.encode())
    return {name: str(tmp_path / name) for name in texts}


def by(files, name):
    return ("--passphrase-file", files[name])


@pytest.fixture
def locked(filled, files):
    answer = filled("lock", "--json", first=by(files, "good"))
    assert answer.json["locked"] and len(answer.json["recovery_code"]) == 47
    filled.code = answer.json["recovery_code"]
    return filled


def test_everything_works_with_the_passphrase(locked, files):
    assert [line["name"] for line in locked("list", "contact", "--json", first=by(files, "good")).json] != []
    assert locked("new", "contact", "--name", "Zoé", first=by(files, "good")).status == 0
    assert locked("check", first=by(files, "good")).status == 0
    assert locked("undo", first=by(files, "good")).status == 0


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_nothing_works_and_nothing_is_written_without_it(locked, files, command, tmp_path):
    before = bytes_in(tmp_path)
    for first in ((), by(files, "wrong"), by(files, "empty")):
        answer = locked(*command, first=first)
        assert (answer.status, answer.out) == (3, "")
        assert len(answer.err.splitlines()) == 1
        assert "passphrase" in answer.err
    assert bytes_in(tmp_path) == before


def test_the_recovery_code_opens_too(locked, tmp_path):
    (tmp_path / "sheet").write_text(locked.code.lower())
    assert locked("list", "contact", first=("--passphrase-file", str(tmp_path / "sheet"))).status == 0


def test_by_standard_input(locked, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{PASS}\n{NEW}\n".encode())))
    assert locked("passphrase", "-", first=("--passphrase-file", "-")).status == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{NEW}\n".encode())))
    assert locked("list", "contact", first=("--passphrase-file", "-")).status == 0


def test_changing_and_removing(locked, files, tmp_path):
    told = locked("passphrase", files["new"], first=by(files, "good"))
    assert told.status == 0 and "--new-key" in told.out
    assert locked("list", "contact", first=by(files, "good")).status == 3
    assert locked("list", "contact", first=by(files, "new")).status == 0
    answer = locked("passphrase", "--new-key", "--json", first=by(files, "new"))
    assert answer.json["recovery_code"] not in (None, locked.code)
    assert locked("unlock", first=by(files, "new")).status == 0
    assert locked("unlock").status == 0
    assert locked("list", "contact").status == 0
    assert (tmp_path / "mine.db").read_bytes().startswith(b"SQLite format 3")


def test_a_passphrase_given_for_a_plain_journal_is_not_asked_for(filled, files):
    assert filled("list", "contact", first=by(files, "wrong")).status == 0
    assert filled("list", "contact", first=("--passphrase-file", "nowhere")).status == 0


def test_setting_one_by_the_command_that_changes_it(filled, files):
    assert filled("passphrase", files["good"], "--json").json["locked"]
    assert filled("list", "contact", first=by(files, "good")).status == 0


def test_copies_from_before(filled, files, tmp_path):
    copy = filled("backup", "--json").json["file"]
    assert copy in filled("lock", first=by(files, "good")).out
    answer = filled("lock", "--copies", "--json", first=by(files, "good")).json
    assert (answer["copies_locked"], answer["plain_copies"], answer["recovery_code"]) == (1, [], None)
    assert filled("restore-backup", copy).status == 3
    assert filled("restore-backup", copy, first=by(files, "wrong")).status == 3
    assert filled("restore-backup", copy, first=by(files, "good")).status == 0
    assert filled("list", "contact").status == 3
    assert filled("check", first=by(files, "good")).status == 0


def test_the_sheet_in_a_file_for_herself_alone(filled, files, tmp_path):
    sheet = tmp_path / "sheet.txt"
    answer = filled("lock", "--recovery-file", sheet, first=by(files, "good"))
    code = sheet.read_text().strip().splitlines()[-1]
    assert code not in answer.out
    if os.name == "posix":
        assert sheet.stat().st_mode & 0o077 == 0
    (tmp_path / "code").write_text(code)
    assert filled("list", "contact", first=("--passphrase-file", str(tmp_path / "code"))).status == 0


def test_what_is_wrong_is_said(filled, files, tmp_path):
    (tmp_path / "short").write_text("short")
    for first, typed, status in (
        (("--passphrase-file", str(tmp_path / "short")), ("lock",), 1),
        (("--passphrase-file", str(tmp_path / "none")), ("lock",), 1),
        ((), ("lock",), 2),
        ((), ("passphrase",), 2),
    ):
        answer = filled(*typed, first=first)
        assert (answer.status, answer.out) == (status, ""), typed
        assert answer.err.count("\n") <= 2 and answer.err[0].isupper()
    assert filled("list", "contact").status == 0


def test_damaged_keys_are_not_a_wrong_passphrase(locked, files, tmp_path):
    for place in tmp_path.rglob(f"*{key_file.ENDING}"):
        place.write_bytes(place.read_bytes()[:100])
    for name in ("good", "wrong"):
        answer = locked("list", "contact", first=by(files, name))
        assert answer.status == 4 and ".keys" in answer.err
    for place in list(tmp_path.rglob(f"*{key_file.ENDING}")):
        place.unlink()
    assert locked("list", "contact", first=by(files, "good")).status == 4


def test_a_damaged_journal_is_not_a_wrong_passphrase(locked, files, tmp_path):
    path = tmp_path / "mine.db"
    data = bytearray(path.read_bytes())
    for at in (0, 9, 20, 5000):
        damaged = data.copy()
        damaged[at] ^= 4
        path.write_bytes(damaged)
        assert locked("list", "contact", first=by(files, "good")).status == 4
        assert path.read_bytes() == damaged
    path.write_bytes(data)
    assert locked("list", "contact", first=by(files, "good")).status == 0


def test_remembering_where_there_is_no_safe_for_passwords(locked, files):
    answer = locked("passphrase", "--remember", first=by(files, "good"))
    assert (answer.status, answer.out) == (1, "")
    assert locked("list", "contact").status == 3


def test_the_commands_refuse_a_journal_that_is_not_there(run, files):
    for typed in (("lock",), ("unlock",), ("passphrase", files["new"])):
        assert run(*typed, first=by(files, "good")).status == 1


def test_pictures_of_a_locked_journal(locked, files, tmp_path, monkeypatch):
    import types

    taken = []
    fake = types.ModuleType("journal.ui.screenshots")
    fake.take = lambda folder, **wanted: taken.append(wanted["key"]) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "journal.ui.screenshots", fake)
    assert locked("screenshots", tmp_path / "pictures").status == 3
    assert locked("screenshots", tmp_path / "pictures", first=by(files, "good")).status == 0
    assert taken[0].secret != bytes(32)


def test_what_is_rescued_of_a_locked_journal_is_locked_by_the_same_passphrase(run, tmp_path):
    (tmp_path / "secret").write_text("chat noir sur le toit\n", encoding="utf-8")
    given = ("--passphrase-file", str(tmp_path / "secret"))
    run("new", "contact", "--name", "Kanarienvogel")
    assert run("lock", first=given).status == 0
    new = tmp_path / "new.db"
    assert run("rescue", tmp_path / "mine.db", new, first=given).status == 0
    assert not any(b"Kanarienvogel" in one.read_bytes() for one in tmp_path.rglob("*new*") if one.is_file())
    assert run("list", "contact", first=("--journal", str(new))).status == 3
    assert "Kanarienvogel" in run("list", "contact", first=("--journal", str(new), *given)).out
    assert run("check", first=("--journal", str(new), *given)).status == 0
    elsewhere = ("--journal", str(tmp_path / "elsewhere.db"))
    assert run("rescue", new, tmp_path / "third.db", first=elsewhere).status == 3
    assert run("rescue", new, tmp_path / "third.db", first=(*elsewhere, *given)).status == 0


@pytest.mark.parametrize(("then", "now"), [("good", "new"), ("good", ""), ("", "good")])
def test_back_to_a_copy_from_a_time_of_another_lock(filled, files, tmp_path, then, now):
    file, key = tmp_path / "mine.db", None
    if then:
        vault.encrypt(file, vault.prepare(PASS, cost=CHEAP))
        key = vault.unlock(file, PASS)
    first = by(files, then) if then else ()
    copy = filled("backup", "--json", first=first).json["file"]
    if now:
        vault.encrypt(file, vault.prepare(NEW if then else PASS, cost=CHEAP), key=key)
    else:
        vault.decrypt(file, key)
    first = by(files, now) if now else by(files, "wrong")
    before = file.read_bytes()
    if then:  # nobody gives the passphrase of the copy, or a wrong one
        for option in ((), ("--copy-passphrase-file", files["wrong"])):
            answer = filled("restore-backup", copy, *option, first=first)
            assert (answer.status, answer.out) == (3, "") and "passphrase" in answer.err
        assert file.read_bytes() == before
    option = ("--copy-passphrase-file", files["good"]) if then else ()
    answer = filled("restore-backup", copy, "--json", *option, first=first).json
    assert answer["opens"] == ("its_own" if then else "present")
    assert Path(answer["kept"]).exists()
    assert filled("list", "contact", "--json", first=by(files, "good")).json
    assert filled("list", "contact").status == 3
    if now == "new":  # and forth again, to what was kept
        told = filled("restore-backup", answer["kept"], "--copy-passphrase-file", files["new"], first=by(files, "good"))
        assert "that copy that opens" in told.out
        assert filled("list", "contact", first=by(files, "good")).status == 3
        assert filled("list", "contact", first=by(files, "new")).status == 0


def test_a_damaged_locked_journal_is_rescued_by_its_passphrase_alone(locked, files, tmp_path):
    for n in range(40):
        assert (
            locked("new", "contact", "--name", f"Zoé {n}", "--notes", "n " * 900, first=by(files, "good")).status == 0
        )
    file = tmp_path / "mine.db"
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle + 50 : middle + 2000] = bytes(1950)
    file.write_bytes(bytes(content))
    assert locked("list", "contact", first=by(files, "good")).status == 4
    rescued = str(tmp_path / "rescued.db")
    for first in ((), by(files, "wrong")):
        answer = locked("rescue", str(file), rescued, first=first)
        assert (answer.status, answer.out) == (3, "") and not Path(rescued).exists()
    answer = locked("rescue", str(file), rescued, "--json", first=by(files, "good")).json
    assert answer["entries"]["contact"] > 20
    assert file.read_bytes() == bytes(content), "the damaged one stays as it is"
    assert not is_plain(Path(rescued))
    assert locked("--journal", rescued, "list", "contact").status == 3
    assert locked("--journal", rescued, "list", "contact", first=by(files, "good")).status == 0
