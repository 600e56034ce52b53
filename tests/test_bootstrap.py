"""python3 main.py on a machine that has nothing yet: what is done, what is said, and when it is done again."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import bootstrap

LOCK = "requirements.lock"


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with a lock file and nothing set up; pip and venv are replaced by what they leave behind."""
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "LOG", tmp_path / ".venv-setup.log")
    monkeypatch.setattr(bootstrap, "UNFINISHED", tmp_path / ".venv.unfinished")
    (tmp_path / LOCK).write_text("first==1\n")
    monkeypatch.setattr(bootstrap, "make_venv", lambda: bare_venv(tmp_path / ".venv"))
    monkeypatch.setattr(bootstrap, "is_usable", lambda: bootstrap.venv_python().exists())
    return tmp_path


def bare_venv(folder):
    python = bootstrap.venv_python()
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text("")
    (folder / "pyvenv.cfg").write_text("version = 3.11.7\n")


@pytest.fixture
def installed(checkout, monkeypatch):
    """The list of what was installed, call by call."""
    calls: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "install", lambda locks: calls.append(list(locks)))
    return calls


def speak(monkeypatch, language):
    monkeypatch.setattr(sys, "argv", ["main.py", "--language", language])


def test_what_is_stamped_is_not_done_again(installed):
    bootstrap.ensure_packages([LOCK])
    bootstrap.ensure_packages([LOCK])
    assert installed == [[LOCK]]


def test_a_changed_lock_is_installed(checkout, installed):
    bootstrap.ensure_packages([LOCK])
    (checkout / LOCK).write_text("first==2\n")
    assert bootstrap.missing_locks([LOCK]) == [LOCK]
    bootstrap.ensure_packages([LOCK])
    assert installed == [[LOCK], [LOCK]]
    assert bootstrap.missing_locks([LOCK]) == []


def test_another_python_in_the_environment_is_installed_into_again(checkout, installed):
    bootstrap.ensure_packages([LOCK])
    (checkout / ".venv" / "pyvenv.cfg").write_text("version = 3.12.1\n")
    assert bootstrap.missing_locks([LOCK]) == [LOCK]


def test_only_the_lock_that_is_missing_is_installed(checkout, installed):
    (checkout / "requirements-dev.lock").write_text("second==1\n")
    bootstrap.ensure_packages([LOCK])
    bootstrap.ensure_packages([LOCK, "requirements-dev.lock"])
    assert installed == [[LOCK], ["requirements-dev.lock"]]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, MemoryError])
def test_an_interrupted_installation_leaves_no_stamp(checkout, monkeypatch, interruption):
    def interrupted(locks):
        raise interruption

    monkeypatch.setattr(bootstrap, "install", interrupted)
    with pytest.raises(interruption):
        bootstrap.ensure_packages([LOCK])
    assert bootstrap.missing_locks([LOCK]) == [LOCK]
    assert bootstrap.UNFINISHED.exists()  # and so .venv is made anew
    monkeypatch.undo()
    assert not list(checkout.glob(".venv/*.stamp"))


def test_an_interrupted_upgrade_does_not_leave_the_old_stamp(checkout, installed, monkeypatch):
    bootstrap.ensure_packages([LOCK])
    (checkout / LOCK).write_text("first==2\n")

    def interrupted(locks):
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bootstrap.ensure_packages([LOCK])
    (checkout / LOCK).write_text("first==1\n")
    assert bootstrap.missing_locks([LOCK]) == [LOCK]


def test_a_failed_download_keeps_the_environment(checkout, monkeypatch):
    def refused(locks):
        raise bootstrap.SetUpError("no network")

    monkeypatch.setattr(bootstrap, "install", refused)
    with pytest.raises(bootstrap.SetUpError):
        bootstrap.ensure_packages([LOCK])
    assert bootstrap.missing_locks([LOCK]) == [LOCK]
    assert bootstrap.is_usable()
    assert not bootstrap.UNFINISHED.exists()


def test_of_two_starts_at_once_one_installs(checkout, monkeypatch, capsys):
    entered, leave = threading.Event(), threading.Event()
    calls = []

    def slow(locks):
        calls.append(locks)
        entered.set()
        assert leave.wait(10)

    monkeypatch.setattr(bootstrap, "install", slow)
    first = threading.Thread(target=bootstrap.ensure_packages, args=([LOCK],))
    second = threading.Thread(target=bootstrap.ensure_packages, args=([LOCK],))
    first.start()
    assert entered.wait(10)
    second.start()
    leave.set()
    first.join(30)
    second.join(30)
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("arguments", "use"),
    [
        ([], "window"),
        (["--demo", "--hidden"], "window"),
        (["--journal", "search", "--language=fr"], "window"),
        (["--now", "2026-11-23T09:00", "--passphrase-file", "-"], "window"),
        (["--version"], None),
        (["--demo", "--help"], None),
        (["-h"], None),
        (["add", "Coffee with Anne"], None),
        (["--journal", "a.journal", "list", "contact"], None),
        (["--journal=a.journal", "--demo", "screenshots", "pictures"], "offscreen"),
        (["--unknown"], None),
    ],
)
def test_what_opens_the_window(arguments, use):
    assert bootstrap.qt_use(arguments) == use


@pytest.mark.parametrize(
    ("environment", "arguments", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, [], "fr"),
        ({"LANG": "en_GB.UTF-8"}, [], "en"),
        ({"LANG": "de_DE.UTF-8"}, [], "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, [], "fr"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fr:en"}, [], "fr"),
        ({"LANG": "fr_FR.UTF-8"}, ["--language", "en"], "en"),
        ({"LANG": "en_GB.UTF-8"}, ["--language=fr", "--demo"], "fr"),
    ],
)
def test_language(environment, arguments, expected, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert bootstrap.language(arguments) == expected


def test_every_sentence_exists_in_both_languages():
    assert bootstrap.MESSAGES["en"].keys() == bootstrap.MESSAGES["fr"].keys()


linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings its libraries elsewhere")


@linux_only
@pytest.mark.parametrize(("language", "words"), [("en_GB.UTF-8", "no screen"), ("fr_FR.UTF-8", "pas d'écran")])
def test_without_a_screen_the_window_says_so_at_once(tmp_path, language, words):
    """In a checkout where nothing is set up: it must not set up first only to say so."""
    root = bootstrap.ROOT
    for name in ("main.py", "bootstrap.py", LOCK):
        shutil.copy(root / name, tmp_path)
    environment = {name: os.environ[name] for name in ("PATH", "HOME")} | {"LANG": language}
    result = subprocess.run(
        [sys.executable, "main.py"], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 1
    assert result.stdout == ""
    assert words in result.stderr
    assert "QT_QPA_PLATFORM=offscreen" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / ".venv").exists()


@linux_only
@pytest.mark.parametrize(
    ("environment", "qt", "platform"),
    [
        ({"DISPLAY": ":0"}, "window", "x11"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "window", "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, "window", "x11"),
        ({"QT_QPA_PLATFORM": "offscreen:geometry"}, "window", "offscreen"),
        ({"DISPLAY": ":0"}, "offscreen", "offscreen"),
    ],
)
def test_which_libraries_the_window_needs(environment, qt, platform, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert bootstrap.platform_for(qt) == platform


def programs(folder: Path, monkeypatch, **scripts: str):
    """A PATH on which only these programs exist (and sh, for them)."""
    for name, script in scripts.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@linux_only
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt_get", "`sudo apt-get install libabsent1`"),
        ("dnf", "`sudo dnf install 'libabsent.so.1()(64bit)'`"),
        ("unknown", "libabsent.so.1"),
    ],
)
def test_a_missing_library_is_said_with_the_exact_command(checkout, tmp_path, monkeypatch, language, manager, command):
    speak(monkeypatch, language)
    programs(tmp_path, monkeypatch, **{manager: "exit 1"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setitem(bootstrap.LIBRARIES, "offscreen", {"libabsent.so.1": "libabsent1", "libc.so.6": "libc6"})
    with pytest.raises(bootstrap.SetUpError) as refusal:
        bootstrap.ensure_libraries("offscreen")
    assert command in str(refusal.value)
    assert "libc" not in str(refusal.value)
    assert not list(checkout.glob(".venv/*.stamp"))


@linux_only
def test_as_root_a_missing_library_is_installed(checkout, tmp_path, monkeypatch):
    asked = tmp_path / "asked"
    programs(tmp_path, monkeypatch, apt_get=f'echo "$@" >> {asked}')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setitem(bootstrap.LIBRARIES, "offscreen", {"libabsent.so.1": "libabsent1"})
    with pytest.raises(bootstrap.SetUpError):  # it says that it has installed it, and has not
        bootstrap.ensure_libraries("offscreen")
    assert asked.read_text() == "-y install --no-install-recommends libabsent1\n"


@linux_only
def test_the_libraries_are_looked_for_once(checkout, monkeypatch):
    bare_venv(checkout / ".venv")
    monkeypatch.setitem(bootstrap.LIBRARIES, "offscreen", {"libc.so.6": "libc6"})
    bootstrap.ensure_libraries("offscreen")
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda names: pytest.fail("looked for again"))
    bootstrap.ensure_libraries("offscreen")


@pytest.mark.skipif(os.name == "nt", reason="a script in place of Python")
@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("WARNING: Retrying: NewConnectionError: Temporary failure in name resolution", "internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES from the requirements file.", "DO NOT MATCH THE HASHES"),
    ],
)
def test_why_an_installation_failed_is_one_sentence(checkout, printed, words):
    python = bootstrap.venv_python()
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\necho 'Collecting first==1'\necho '{printed}'\nexit 1\n")
    python.chmod(0o755)
    with pytest.raises(bootstrap.SetUpError) as refusal:
        bootstrap.install([LOCK])
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert printed in bootstrap.LOG.read_text()


def test_python_without_ensurepip_is_said_with_the_exact_command(tmp_path, monkeypatch):
    import importlib.util

    if os.name == "nt":
        pytest.skip("Debian alone takes it away")
    programs(tmp_path, monkeypatch, apt_get="exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(bootstrap.SetUpError, match=f"sudo apt-get install python3.{sys.version_info.minor}-venv"):
        bootstrap.make_venv()


def test_the_lock_files_pin_everything_and_name_no_index():
    for lock in (LOCK, "requirements-dev.lock"):
        text = (bootstrap.ROOT / lock).read_text(encoding="utf-8")
        assert "://" not in text
        for requirement in text.replace("\\\n", "").splitlines():
            if not requirement.startswith("#"):
                assert "==" in requirement
                assert "--hash=sha256:" in requirement


def test_the_two_lock_files_agree():
    def pins(lock):
        lines = (bootstrap.ROOT / lock).read_text(encoding="utf-8").splitlines()
        return {line for line in lines if line[:1].isalnum()}

    assert pins(LOCK) <= pins("requirements-dev.lock")


def test_qt_gives_back_every_reference_to_none():
    """PySide6 6.12.0 loses one at each call of a void method, and so kills Python 3.11 after some 7,000 of them."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 500
