"""One address asked for over the network, only ever because she wants it: bounded in time, size and redirects.

No cookies and no referrer are sent, no image and no script is ever loaded: one file, or a UserFacingError that says why
not and names the site.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from journal.domain.errors import UserFacingError

SECONDS = 10.0  # for all of it, redirects included
LARGEST = 5 * 2**20  # bytes, unpacked
MOST_REDIRECTS = 5
_LOCAL = ("localhost", "127.0.0.1", "::1")
_REDIRECTS = (301, 302, 303, 307, 308)
_PIECE = 64 * 1024
_REFUSED = {401: "fetch_needs_login", 403: "fetch_needs_login", 404: "fetch_not_there", 410: "fetch_not_there"}


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is None where the site says that nothing changed (304). `address` is where the file was in the end."""

    address: str
    data: bytes | None
    etag: str = ""
    last_modified: str = ""
    content_type: str = ""


def get(
    address: str, *, etag: str = "", last_modified: str = "", seconds: float = SECONDS, largest: int = LARGEST
) -> Answer:
    """The file at `address`, unless it is still the one with this `etag` or `last_modified`.

    http is asked as https, except on this computer. Raises UserFacingError. Blocks up to `seconds`: off the UI thread.
    """
    ends = time.monotonic() + seconds
    url = _upgraded(_split(address))
    conditions = {}
    if etag and _fits_header(etag):
        conditions["If-None-Match"] = etag
    if last_modified and _fits_header(last_modified):
        conditions["If-Modified-Since"] = last_modified
    for _ in range(MOST_REDIRECTS + 1):
        answer, moved = _ask(url, conditions, ends, largest)
        if answer is not None:
            return answer
        following = _split(_joined(url, moved))
        if url.scheme == "https" and following.scheme == "http":
            raise UserFacingError("fetch_unsafe_redirect", host=_host(url))
        url = _upgraded(following)
    raise UserFacingError("fetch_too_many_redirects", host=_host(url))


def check(address: str) -> None:
    """Raises UserFacingError where `get` could not even ask this address."""
    _upgraded(_split(address))


def _split(address: str) -> SplitResult:
    try:
        url = urlsplit(address.strip())
        fit = url.scheme in ("http", "https") and bool(url.hostname) and (url.port or 1) > 0
    except ValueError:
        fit = False
    if not fit or len(address) > 2000 or "@" in url.netloc or not url.netloc.isprintable() or " " in url.netloc:
        raise UserFacingError("fetch_no_address", address=address[:80])
    return url


def _upgraded(url: SplitResult) -> SplitResult:
    if url.scheme == "http" and url.hostname not in _LOCAL:
        if url.port not in (None, 80):
            raise UserFacingError("fetch_not_secure", host=_host(url))
        return url._replace(scheme="https", netloc=url.netloc.removesuffix(":80"))
    return url


def _joined(url: SplitResult, moved: str) -> str:
    try:
        return urljoin(url.geturl(), moved)
    except ValueError as problem:
        raise UserFacingError("fetch_no_address", address=moved[:80]) from problem


def _host(url: SplitResult) -> str:
    return (url.hostname or "")[:80]


def _fits_header(value: str) -> bool:
    return value.isascii() and value.isprintable() and len(value) < 1000


def _ask(url: SplitResult, conditions: Mapping[str, str], ends: float, largest: int) -> tuple[Answer | None, str]:
    """(the answer, "") or (None, where it moved to)."""
    connection = _connection(url, ends)
    # A socket's own limit begins anew with each byte: a site that sends one a second would hold us for ever.
    watch = threading.Timer(_left(ends, url), _cut, [connection])
    watch.daemon = True
    watch.start()
    response = None
    try:
        target = quote(url.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            "?" + quote(url.query, safe="/%:@!$&'()*+,;=~-._?") if url.query else ""
        )
        headers = {
            "Accept": "application/rss+xml, application/atom+xml, application/feed+json, text/calendar, */*;q=0.5",
            "Accept-Encoding": "gzip",
            "User-Agent": "NetworkingJournal",
            "Connection": "close",
            **conditions,
        }
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        if response.status in _REDIRECTS:
            moved = response.headers.get("Location", "")
            if not moved:
                raise UserFacingError("fetch_failed", host=_host(url), status=response.status)
            return None, moved
        return _answer(url, response, largest, ends), ""
    except (OSError, http.client.HTTPException, zlib.error, ValueError, AttributeError) as problem:
        # AttributeError: http.client's, where the connection was cut while it read.
        raise _said(problem, url, ends) from problem
    finally:
        watch.cancel()
        if response is not None:
            response.close()
        connection.close()


def _connection(url: SplitResult, ends: float) -> http.client.HTTPConnection:
    host = (url.hostname or "").encode("idna").decode("ascii") if not (url.hostname or "").isascii() else url.hostname
    assert host
    seconds = _left(ends, url)
    connection: http.client.HTTPConnection
    if url.scheme == "https":
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(host, url.port, timeout=seconds, context=context)
    else:
        connection = http.client.HTTPConnection(host, url.port, timeout=seconds)

    def connect(*_: object) -> socket.socket:
        return _connected(_looked_up(host, connection.port, url, ends), url, ends)

    # Its own way asks for the address without any limit, and gives each address it finds all of the time.
    connection._create_connection = connect  # type: ignore[attr-defined]
    return connection


def _looked_up(host: str, port: int, url: SplitResult, ends: float) -> list[Any]:
    """The addresses of a host. The system's look-up cannot be stopped: where it takes too long, it is left alone."""
    found: SimpleQueue[list[Any] | OSError] = SimpleQueue()

    def look_up() -> None:
        try:
            found.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as problem:
            found.put(problem if isinstance(problem, OSError) else OSError(str(problem)))

    threading.Thread(target=look_up, name="look-up", daemon=True).start()
    try:
        answer = found.get(timeout=_left(ends, url))
    except Empty as problem:
        raise TimeoutError from problem
    if isinstance(answer, OSError):
        raise answer
    return answer


def _connected(addresses: list[Any], url: SplitResult, ends: float) -> socket.socket:
    """The first of the addresses that answers, those left sharing the time that is left."""
    last: OSError = ConnectionRefusedError()
    for at, (family, kind, protocol, _, address) in enumerate(addresses):
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(_left(ends, url) / (len(addresses) - at))
            sock.connect(address)
            sock.settimeout(_left(ends, url))
            return sock
        except OSError as problem:
            sock.close()
            last = problem
    raise last


def _cut(connection: http.client.HTTPConnection) -> None:
    sock = connection.sock
    if sock is not None:
        with suppress(OSError):
            sock.shutdown(2)


def _left(ends: float, url: SplitResult) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise UserFacingError("fetch_too_slow", host=_host(url))
    return left


def _answer(url: SplitResult, response: http.client.HTTPResponse, largest: int, ends: float) -> Answer:
    etag, modified = response.headers.get("ETag", ""), response.headers.get("Last-Modified", "")
    kind = response.headers.get("Content-Type", "")
    if response.status == 304:
        return Answer(url.geturl(), None, etag, modified, kind)
    if response.status != 200:
        raise UserFacingError(_REFUSED.get(response.status, "fetch_failed"), host=_host(url), status=response.status)
    packed = response.headers.get("Content-Encoding", "").strip().lower()
    if packed not in ("", "identity", "gzip", "x-gzip"):
        raise UserFacingError("fetch_failed", host=_host(url), status=packed[:20])
    return Answer(
        url.geturl(), _body(url, response, bool(packed and packed != "identity"), largest, ends), etag, modified, kind
    )


def _body(url: SplitResult, response: http.client.HTTPResponse, packed: bool, largest: int, ends: float) -> bytes:
    unpacking = zlib.decompressobj(wbits=31) if packed else None
    parts: list[bytes] = []
    size = received = 0
    while piece := response.read1(_PIECE):
        received += len(piece)
        while piece:
            # At most one byte too many is ever unpacked, whatever a small piece claims to be.
            part = unpacking.decompress(piece, largest - size + 1) if unpacking else piece
            piece = unpacking.unconsumed_tail if unpacking else b""
            parts.append(part)
            size += len(part)
            if size > largest or received > largest:
                raise UserFacingError("fetch_too_large", host=_host(url), most=max(1, largest // 2**20))
        _left(ends, url)
    _left(ends, url)  # cut by the watch: what came is not the whole
    expected = response.headers.get("Content-Length", "")
    if (expected.isdecimal() and received < int(expected)) or (unpacking and not unpacking.eof):
        raise UserFacingError("fetch_broken_off", host=_host(url))
    return b"".join(parts)


def _said(problem: BaseException, url: SplitResult, ends: float) -> UserFacingError:
    if isinstance(problem, TimeoutError) or time.monotonic() >= ends - 0.05:
        return UserFacingError("fetch_too_slow", host=_host(url))
    if isinstance(problem, ssl.SSLError):
        return UserFacingError("fetch_not_trusted", host=_host(url))
    if isinstance(problem, OSError) and not isinstance(problem, ConnectionResetError):
        return UserFacingError("fetch_no_connection", host=_host(url))
    return UserFacingError("fetch_broken_off", host=_host(url))
