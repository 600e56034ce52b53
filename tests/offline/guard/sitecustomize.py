"""Loaded by every Python process of a run without a network: writes down each try to get out of this computer."""

import os
import sys

_LOOPBACK = {"localhost", "::1", "", None, "0.0.0.0", "::"}
_ADDRESSES = ("socket.connect", "socket.sendto", "socket.sendmsg")
_NAMES = ("socket.getaddrinfo", "socket.gethostbyname")


def _look(event, arguments):
    if event in _NAMES:
        host = arguments[0]
    elif event in _ADDRESSES and isinstance(arguments[1], tuple):  # else a file, or an address given before
        host = arguments[1][0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in _LOOPBACK or str(host).startswith("127."):
        return
    line = f"{event} {host} by {os.getpid()}: {' '.join(sys.argv)[:200]} {os.environ.get('PYTEST_CURRENT_TEST', '')}\n"
    handle = os.open(os.environ["JOURNAL_TESTS_OFFLINE_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(handle, line.encode("utf-8", "replace"))
    finally:
        os.close(handle)


if "JOURNAL_TESTS_OFFLINE_LOG" in os.environ:
    sys.addaudithook(_look)
