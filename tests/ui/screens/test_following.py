"""News and coming events on a network's page: asked for, read, kept, planned."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtWidgets import QLabel

from journal.actions import following, reading
from journal.domain.lines import Wanted
from journal.domain.network import Network
from journal.ui.screens.networks.detail import NetworkPane
from journal.ui.widgets.card import CardRow

PAGES = {
    "/feed": b"<rss><channel><title>F</title><item><guid>1</guid><title>&lt;b&gt;Minutes&lt;/b&gt; in time</title>"
    b"<link>https://blog.example/1</link>"
    b"<description>Three &lt;img src='https://spy.example/'&gt; ways</description></item>",
    "/c.ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:w\r\nDTSTART:20261203T090000\r\nSUMMARY:Workshop\r\n"
    b"LOCATION:Lyon\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n",
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = PAGES.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def shown(desk, number) -> NetworkPane:
    pane = NetworkPane(desk.context)
    pane.resize(700, 900)
    pane.show()
    pane.show_entry(desk.entry(number))
    desk.settle()
    return pane


def rows(card) -> list[CardRow]:
    return [row for row in card.findChildren(CardRow) if not row.isHidden()]


def lines(desk, kind):
    return desk.do(lambda journal: reading.page(journal, kind=kind, wanted=Wanted()))


def test_news_are_fetched_when_asked_and_kept(desk, site):
    number = desk.make(Network(name="Blog", type="blog", feed_url=f"{site}/feed"))
    pane = shown(desk, number)
    card = pane.followed.news
    assert card.isVisible() and rows(card) == []
    card.fetch.click()
    desk.settle()
    [row] = rows(card)
    assert (row.title.text(), row.subtitle.text()) == ("Minutes in time", "Three ways")
    assert desk.told == ["1 new piece of news"] or "1" in desk.told[-1]
    assert all(label.textFormat().name == "PlainText" for label in row.findChildren(QLabel))
    row._actions.itemAt(0).widget().click()
    desk.settle()
    [learning] = lines(desk, "learning")
    assert learning.title == "Minutes in time"
    [row] = rows(card)
    row._actions.itemAt(0).widget().click()
    assert desk.led.led[-1] == ("open", "learning", learning.id)


def test_all_read(desk, site):
    number = desk.make(Network(name="Blog", feed_url=f"{site}/feed"))
    desk.do(lambda journal: following.fetch(journal))
    pane = shown(desk, number)
    assert pane.followed.news.all_read.isVisible()
    pane.followed.news.all_read.click()
    desk.settle()
    assert desk.do(lambda journal: following.news(journal, unread=True)) == []
    assert not pane.followed.news.all_read.isVisible()


def test_what_goes_wrong_is_said(desk, site):
    number = desk.make(Network(name="Blog", feed_url=f"{site}/none"))
    card = shown(desk, number).followed.news
    card.fetch.click()
    desk.settle()
    assert "127.0.0.1" in desk.told[-1] and card.fetch.isEnabled()


def test_a_calendar_is_followed_and_planned_from(desk, site):
    number = desk.make(Network(name="IMA"))
    pane = shown(desk, number)
    card = pane.followed.calendar
    assert not pane.followed.news.isVisible() and not card.fetch.isVisible()
    card.address.set_value(f"{site}/c.ics")
    card.follow.click()
    desk.settle()
    card.fetch.click()
    desk.settle()
    [row] = rows(card)
    assert (row.title.text(), row.subtitle.text()) == ("Workshop", "Lyon")
    row._actions.itemAt(0).widget().click()
    desk.settle()
    [event] = lines(desk, "event")
    assert event.title == "Workshop"
    [row] = rows(card)
    row.opened.emit()
    assert desk.led.led[-1] == ("open", "event", event.id)


def test_the_interval_is_hers(desk, site):
    number = desk.make(Network(name="Blog", feed_url=f"{site}/feed"))
    card = shown(desk, number).followed.news
    assert desk.do(following.interval) == 0 and rows(card) == []
    card._set_interval(24)
    desk.settle()
    assert desk.do(following.interval) == 24
    again = shown(desk, number).followed.news
    assert len(rows(again)) == 1


def test_a_calendars_file(desk, tmp_path):
    number = desk.make(Network(name="IMA"))
    card = shown(desk, number).followed.calendar
    file = tmp_path / "ima.ics"
    file.write_bytes(PAGES["/c.ics"])
    card.take_file(file)
    desk.settle()
    assert [row.title.text() for row in rows(card)] == ["Workshop"]
    assert (card.address.value(), card.fetch.isVisible()) == ("ima.ics", False)
