"""The real program, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal import cli
from journal.cli.parser import COMMANDS
from journal.system import words

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; from journal.app import main; sys.exit(main(sys.argv[1:]))"
HEAVY = ("PySide6", "sqlmodel", "sqlalchemy", "sqlcipher3", "icalendar", "dateutil", "phonenumbers", "desktop_notifier")


def program(*typed: str, options: tuple[str, ...] = (), **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *options, "-c", START, *typed],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("typed", [("--help",), ("--version",), ("new", "--help"), ("--language", "fr", "--help")])
def test_help_and_version_load_nothing_heavy(typed):
    done = program(*typed, options=("-X", "importtime"))
    assert done.returncode == 0 and done.stdout
    loaded = {line.rpartition(b"|")[2].strip().split(b".")[0].decode() for line in done.stderr.splitlines()}
    assert "journal" in loaded and not loaded & set(HEAVY)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_command_has_its_help_whole(language, capsys):
    """Each with all its options said in words; the same option may do another thing elsewhere."""
    shown = {}
    for name, command in COMMANDS.items():
        assert cli.main(["--language", language, name, "--help"]) == 0
        told = capsys.readouterr()
        assert told.err == "", name
        for option in command.options:
            written = f"  {option.name} {option.takes}".rstrip()
            [line] = [row for row in told.out.splitlines() if row.startswith(f"{written}  ")]
            shown[name, option.name] = line.removeprefix(written).strip()
            assert shown[name, option.name], (name, option.name)
    words.use(None)
    assert shown["import", "--person"] != shown["export", "--person"]


def test_reading_loads_no_sqlmodel_and_no_qt():
    program("new", "contact", "--name", "Zoé")
    done = program("list", "contact", "--json", options=("-X", "importtime"))
    loaded = {line.rpartition(b"|")[2].strip().split(b".")[0].decode() for line in done.stderr.splitlines()}
    assert "Zoé" in done.stdout.decode() and not loaded & {"PySide6", "sqlmodel", "sqlalchemy"}


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}])
def test_what_is_printed_is_utf_8_everywhere(environment):
    made = program("--language", "fr", "new", "event", "--title", "Café 👩‍💼 d’Élise", **environment)
    assert made.returncode == 0 and "Café 👩‍💼 d’Élise" in made.stdout.decode("utf-8")
    wrong = program("--language", "fr", "--bogus", **environment)
    assert wrong.returncode == 2 and "option" in wrong.stderr.decode("utf-8")
    refused = program("--language", "fr", "show", "event", "9", **environment)
    assert refused.returncode == 1 and "numéro 9" in refused.stderr.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="pipes close otherwise on Windows")
def test_a_reader_who_leaves_is_no_error():
    command = f"'{sys.executable}' -c '{START}' --demo list event --json | head -c 10"
    done = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], cwd=ROOT, capture_output=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_language_follows_the_system():
    assert "Commandes" in program("--help", LANG="fr_FR.UTF-8").stdout.decode()
    assert "Commands" in program("--help", LANG="en_GB.UTF-8").stdout.decode()


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can limit what a process may write")
@pytest.mark.parametrize("most", [1, 4, 40, 100, 150])
def test_a_disk_that_refuses_leaves_no_half_journal(tmp_path, most):
    """Files of at most so many kilobytes: at every step of making a journal something cannot be written."""
    import resource

    done = subprocess.run(
        [sys.executable, "-c", START, "--journal", str(tmp_path / "mine.db"), "new", "contact", "--name", "Zoé"],
        cwd=ROOT,
        capture_output=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most * 1024, most * 1024)),
    )
    assert done.returncode == 1 and b"Traceback" not in done.stderr and not done.stdout
    assert len(done.stderr.decode().strip().splitlines()) == 1
    if (tmp_path / "mine.db").exists():
        assert program("--journal", str(tmp_path / "mine.db"), "check").returncode == 0
    else:
        assert list(tmp_path.iterdir()) == []
