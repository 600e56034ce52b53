"""The run without a network sees what is tried, by whomever, and lets loopback be."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline import namespace

ROOT = Path(__file__).resolve().parents[1]

TRIES = '''
import socket, subprocess, sys
import pytest

def connect(family, kind, address):
    with socket.socket(family, kind) as one:
        one.settimeout(1)
        try:
            one.connect(address)
            one.send(b"x")
        except OSError:
            pass

def test_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        connect(socket.AF_INET, socket.SOCK_STREAM, server.getsockname())

def test_inside():
    connect(socket.AF_INET, socket.SOCK_STREAM, ("192.0.2.1", 80))

def test_unseen_by_python():
    subprocess.run([sys.executable, "-S", "-E", "-c", """
import socket
one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try:
    one.sendto(b"x", ("192.0.2.1", 53))
except OSError:
    pass
"""], check=True)

def test_a_name():
    with pytest.raises(OSError):
        socket.getaddrinfo("journal.invalid", 80)
'''


@pytest.mark.skipif(not namespace(), reason="a network of its own is not to be had here")
@pytest.mark.parametrize(
    ("chosen", "expected"), [("loopback", 0), ("inside", 2), ("unseen_by_python", 1), ("a_name", 1)]
)
def test_what_is_tried_is_told(tmp_path: Path, chosen: str, expected: int) -> None:
    file = tmp_path / "test_tries.py"
    file.write_text(TRIES)
    script = "import sys; from tests.offline import run; sys.exit(run(sys.argv[1:]))"
    options = ["-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", str(tmp_path), str(file), "-k", chosen]
    done = subprocess.run(
        [sys.executable, "-c", script, *options], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert "1 passed" in done.stdout, done.stdout + done.stderr
    assert done.returncode == (1 if expected else 0), done.stdout
    told = re.search(r"connections tried .*: (\d+)", done.stdout)
    assert told and (expected <= int(told[1]) if expected else told[1] == "0")
