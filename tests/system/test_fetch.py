"""Fetching from a real server on this computer: conditions, redirects, and all that a bad site can do."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from journal.domain.errors import UserFacingError
from journal.system import fetch, words

FEED = b"<rss><channel><title>x</title></channel></rss>"


class Site(BaseHTTPRequestHandler):
    seen: list[dict[str, str]]

    def do_GET(self) -> None:
        self.server.seen.append({key.lower(): value for key, value in self.headers.items()})  # type: ignore[attr-defined]
        getattr(self, "say_" + self.path.strip("/").partition("/")[0].partition("?")[0])()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def say_feed(self) -> None:
        if self.headers.get("If-None-Match") == '"1"' or self.headers.get("If-Modified-Since") == "then":
            self.answer(304, ETag='"1"')
        else:
            self.answer(200, FEED, ETag='"1"', Last_Modified="then", Content_Type="text/xml", Set_Cookie="spy=1")

    def say_moved(self) -> None:
        self.answer(301, Location="/feed")

    def say_steps(self) -> None:
        left = int(self.path.rpartition("/")[2])
        self.answer(302, Location=f"/steps/{left - 1}" if left > 1 else "/feed", Set_Cookie="spy=1")

    def say_loop(self) -> None:
        self.answer(302, Location="/loop")

    def say_elsewhere(self) -> None:
        self.answer(302, Location="file:///etc/passwd")

    def say_nowhere(self) -> None:
        self.answer(302)

    def say_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(200):  # a byte at a time: each alone would be in time
                self.wfile.write(b".")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def say_slowhead(self) -> None:
        try:
            for letter in b"HTTP/1.0 200 OK\r\nX: " + b"y" * 200:
                self.wfile.write(bytes([letter]))
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def say_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"x" * 2**20)
        except OSError:
            pass

    def say_bomb(self) -> None:
        self.answer(200, gzip.compress(b"\0" * 200 * 2**20, 9), Content_Encoding="gzip")

    def say_packed(self) -> None:
        self.answer(200, gzip.compress(FEED), Content_Encoding="gzip")

    def say_notpacked(self) -> None:
        self.answer(200, FEED, Content_Encoding="gzip")

    def say_halfpacked(self) -> None:
        self.answer(200, gzip.compress(FEED)[:-12], Content_Encoding="gzip")

    def say_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only this")

    def say_gone(self) -> None:
        self.answer(410)

    def say_private(self) -> None:
        self.answer(401)

    def say_broken(self) -> None:
        self.answer(500)

    def say_nothing(self) -> None:
        pass

    def say_garbage(self) -> None:
        self.wfile.write(b"\x00\xff this is no HTTP\r\n\r\n")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    made.daemon_threads = True
    made.seen = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def site(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def refused(address: str, **bounds: float) -> str:
    with pytest.raises(UserFacingError) as caught:
        fetch.get(address, **bounds)  # type: ignore[arg-type]
    for language in ("fr", "en"):
        words.use(language)
        said = words.say(f"error.{caught.value.code}", **caught.value.details)
        assert said.endswith(".") and "{" not in said
    words.use(None)
    return caught.value.code


def test_a_file_and_then_nothing_new(site, server):
    first = fetch.get(f"{site}/feed")
    assert (first.data, first.etag, first.last_modified) == (FEED, '"1"', "then")
    assert first.address == f"{site}/feed" and first.content_type == "text/xml"
    assert fetch.get(f"{site}/feed", etag='"1"').data is None
    assert fetch.get(f"{site}/feed", last_modified="then").data is None
    assert fetch.get(f"{site}/feed", etag='"2"').data == FEED
    assert not any("cookie" in headers or "referer" in headers for headers in server.seen)


def test_redirects_are_followed_five_times(site, server):
    assert fetch.get(f"{site}/moved").address == f"{site}/feed"
    assert fetch.get(f"{site}/steps/5").data == FEED
    assert refused(f"{site}/steps/6") == "fetch_too_many_redirects"
    assert refused(f"{site}/loop") == "fetch_too_many_redirects"
    assert not any("cookie" in headers for headers in server.seen)


def test_never_from_https_to_http_nor_to_another_scheme(site, monkeypatch):
    assert refused(f"{site}/elsewhere") == "fetch_no_address"
    assert refused(f"{site}/nowhere") == "fetch_failed"
    # A site with a certificate of its own cannot be had here: only the socket is plain, all else is as for https.
    monkeypatch.setattr(fetch.http.client, "HTTPSConnection", lambda h, p, timeout, context: _plain(h, p, timeout))
    secure = site.replace("http://", "https://")
    assert fetch.get(f"{secure}/moved").address == f"{secure}/feed"
    monkeypatch.setattr(Site, "say_down", lambda self: self.answer(302, Location=f"{site}/feed"), raising=False)
    assert refused(f"{secure}/down") == "fetch_unsafe_redirect"


def _plain(host, port, timeout):
    return fetch.http.client.HTTPConnection(host, port, timeout=timeout)


def test_http_is_asked_as_https_elsewhere(site):
    upgraded = fetch._upgraded(fetch._split("http://blog.example/feed?x=1"))
    assert upgraded.geturl() == "https://blog.example/feed?x=1"
    assert fetch._upgraded(fetch._split("http://blog.example:80/")).geturl() == "https://blog.example/"
    assert refused("http://blog.example:8080/feed") == "fetch_not_secure"
    assert refused(site.replace("http://", "https://"), seconds=3) == "fetch_not_trusted"


@pytest.mark.parametrize(
    "address",
    ["", "x", "ftp://a.example/", "file:///etc/passwd", "https://", "https://u:p@a.example/", "http://a:99999/", "https://[/",
     "https://a b/", "https://a.example/" + "x" * 3000],
)  # fmt: skip
def test_what_is_no_address(address):
    assert refused(address) == "fetch_no_address"


@pytest.mark.parametrize("page", ["slow", "slowhead"])
def test_a_slow_site_is_left_in_time(site, page):
    start = time.perf_counter()
    assert refused(f"{site}/{page}", seconds=0.6) == "fetch_too_slow"
    assert time.perf_counter() - start < 2


def test_too_large_packed_or_not(site):
    start = time.perf_counter()
    assert refused(f"{site}/huge") == "fetch_too_large"
    assert refused(f"{site}/bomb") == "fetch_too_large"
    assert time.perf_counter() - start < 8
    assert fetch.get(f"{site}/packed").data == FEED
    assert fetch.get(f"{site}/feed", largest=len(FEED)).data == FEED
    assert refused(f"{site}/feed", largest=len(FEED) - 1) == "fetch_too_large"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        *(("gone", "fetch_not_there"), ("private", "fetch_needs_login"), ("broken", "fetch_failed")),
        *(("nothing", "fetch_broken_off"), ("garbage", "fetch_broken_off"), ("short", "fetch_broken_off")),
        *(("notpacked", "fetch_broken_off"), ("halfpacked", "fetch_broken_off")),
    ],
)
def test_what_goes_wrong_is_said(site, page, code):
    assert refused(f"{site}/{page}") == code


def test_nobody_there(site, server):
    server.shutdown()
    server.server_close()
    assert refused(f"{site}/feed") == "fetch_no_connection"


def test_a_name_that_nobody_knows(monkeypatch):
    """As a name server answers; none is asked, so that the tests never leave this computer."""

    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert refused("https://nowhere.invalid/") == "fetch_no_connection"


def test_the_look_up_of_an_address_is_within_the_time(monkeypatch):
    """A name server that never answers."""
    let_go = threading.Event()

    def never(*_, **__):
        let_go.wait(20)
        raise OSError("nobody")

    monkeypatch.setattr("socket.getaddrinfo", never)
    try:
        with pytest.raises(UserFacingError) as told:
            fetch.get("https://news.example/feed", seconds=0.2)
    finally:
        let_go.set()
    assert told.value.code == "fetch_too_slow"


def test_a_name_nobody_knows_is_said(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror("unknown")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with pytest.raises(UserFacingError) as told:
        fetch.get("https://news.example/feed")
    assert told.value.code == "fetch_no_connection"
