"""What she follows is asked for by itself while the program runs, once she has set an interval; before, never."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from journal.actions import entries, following, reading
from journal.domain.network import Network

FEED = b"<rss><channel><title>Fil</title><item><guid>1</guid><title>Un titre</title></item></channel></rss>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.server.answers.wait(20)
        self.send_response(200)
        self.send_header("Content-Length", str(len(FEED)))
        self.end_headers()
        self.wfile.write(FEED)

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.asked, server.answers = [], threading.Event()
    server.answers.set()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.answers.set()
    server.shutdown()
    server.server_close()
    thread.join()


def follow(desk, site):
    address = f"http://127.0.0.1:{site.server_port}/f"
    return desk.do(lambda j: entries.create(j, draft=Network(name="Fil", type="blog", feed_url=address)).created[0])


def set_interval(desk, hours):
    desk.do(lambda j: reading.set_setting(j, following.EVERY_HOURS, str(hours)))


def test_off_until_she_sets_an_interval_then_by_itself(desk, site):
    follow(desk, site)
    fetching = desk.session._fetching
    while not fetching._timer.isActive():  # a moment after the first page
        desk.app.processEvents()
    fetching._timer.timeout.emit()
    desk.settle()
    assert site.asked == []
    set_interval(desk, 24)
    fetching._timer.timeout.emit()
    desk.settle()
    assert site.asked == ["/f"]
    assert [item.title for item in desk.do(following.news)] == ["Un titre"]
    fetching._timer.timeout.emit()
    desk.settle()
    assert len(site.asked) == 1
    desk.clock.pass_time(hours=25)
    fetching._timer.timeout.emit()
    desk.settle()
    assert len(site.asked) == 2


def test_a_site_that_does_not_answer_holds_up_neither_reading_nor_the_end(desk, site):
    number = follow(desk, site)
    set_interval(desk, 24)
    site.answers.clear()
    desk.session._fetching.look()
    while not site.asked:
        desk.app.processEvents()
    got = []
    desk.session.jobs.aside(desk.window, lambda j: reading.entry(j, entry_id=number).heading, got.append)
    while not got:
        desk.app.processEvents()
    assert got == ["Fil"]
    desk.close()
    assert not desk.session.jobs.is_open
