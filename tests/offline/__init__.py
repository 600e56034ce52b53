"""The tests without a network: in a namespace that has nothing but loopback, and looked on from inside every process.

The kernel counts what has no way out, whoever tries it (Qt too); a guard that every Python process loads writes down
who asked for which name or address. One attempt, and the run has failed.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

GUARD = Path(__file__).parent / "guard"
LOG = "JOURNAL_TESTS_OFFLINE_LOG"
_SIOCSIFFLAGS, _IFF_UP, _IFF_RUNNING = 0x8914, 0x1, 0x40


def namespace() -> list[str]:
    """The command that gives a process a network of its own; [] where this system does not let us."""
    mapping = [] if os.name == "posix" and os.getuid() == 0 else ["--map-current-user", "--keep-caps"]
    command = ["unshare", *mapping, "--net"]
    if not shutil.which("unshare"):
        return []
    return command if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0 else []


def run(arguments: list[str]) -> int:
    """pytest with these arguments; 1 where anything was tried, besides what pytest says."""
    with tempfile.TemporaryDirectory(prefix="journal-offline-") as folder:
        log = Path(folder) / "tried"
        path = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH", "")]))
        environment = {**os.environ, LOG: str(log), "PYTHONPATH": path}
        before = namespace()
        command = [*before, sys.executable, "-m", "tests.offline", *arguments]
        status = subprocess.run(command, env=environment, check=False).returncode
        tried = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    for line in tried[:50]:
        print("tried:", line)
    looked = "without a network, looked on from inside" if before else "looked on from inside only: no namespace here"
    print(f"connections tried by any process ({looked}): {len(tried)}")
    return status or bool(tried)


def inside(arguments: list[str]) -> int:
    if namespace_is_own := not _others():
        _put_loopback_up()
    earlier = _no_way_out()
    status = subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode
    more = _no_way_out() - earlier
    if namespace_is_own and more:
        with Path(os.environ[LOG]).open("a", encoding="utf-8") as log:
            log.writelines(f"counted by the system: {number + 1}\n" for number in range(more))
    return status


def _others() -> list[str]:
    """Interfaces besides loopback."""
    return [name for _, name in socket.if_nameindex() if name != "lo"]


def _put_loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        wanted = struct.pack("16sh14x", b"lo", _IFF_UP | _IFF_RUNNING)
        fcntl.ioctl(any_socket.fileno(), _SIOCSIFFLAGS, wanted)


def _no_way_out() -> int:
    """How often something was to be sent that had no way out, since this network is there."""
    count = 0
    names, values = (line.split() for line in _lines("/proc/net/snmp") if line.startswith("Ip:"))
    count += int(values[names.index("OutNoRoutes")])
    for line in _lines("/proc/net/snmp6"):
        if line.startswith("Ip6OutNoRoutes"):
            count += int(line.split()[1])
    return count


def _lines(file: str) -> list[str]:
    path = Path(file)
    return path.read_text(encoding="ascii").splitlines() if path.exists() else []
