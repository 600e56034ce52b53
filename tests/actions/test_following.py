"""Blogs and calendars followed, against a real server: fetched when asked, read, kept and planned once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from journal.actions import entries, following, reading
from journal.domain.errors import UserFacingError
from journal.domain.lines import Wanted
from journal.domain.network import Network
from journal.store.journal import Journal

ITEM = "<item><guid>{0}</guid><title>Titre {0}</title><link>https://blog.example/{0}</link><description>{1}</description></item>"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:atelier
DTSTART;TZID=Europe/Paris:20261201T090000
DTEND;TZID=Europe/Paris:20261201T100000
RRULE:FREQ=WEEKLY;UNTIL=20261222T080000Z
EXDATE;TZID=Europe/Paris:20261208T090000
SUMMARY:Atelier
ORGANIZER;CN=Marc Petit:mailto:marc@ima.example
END:VEVENT
BEGIN:VEVENT
UID:atelier
RECURRENCE-ID;TZID=Europe/Paris:20261215T090000
DTSTART;TZID=Europe/Paris:20261216T140000
SUMMARY:Atelier (moved)
END:VEVENT
BEGIN:VEVENT
UID:old
DTSTART:20200101T090000
SUMMARY:Long ago
END:VEVENT
BEGIN:VEVENT
UID:off
DTSTART:20261202T090000
STATUS:CANCELLED
SUMMARY:Called off
END:VEVENT
BEGIN:VEVENT
UID:congress
DTSTART;VALUE=DATE:20270310
SUMMARY:Congress
END:VEVENT
BEGIN:VEVENT
UID:hostile
DTSTART:20261130T090000
RRULE:FREQ=SECONDLY;COUNT=1000000000
SUMMARY:Hostile
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site = self.server
        site.asked += 1  # type: ignore[attr-defined]
        body, tag = site.pages.get(self.path, (None, ""))  # type: ignore[attr-defined]
        if body is None:
            self.send_response(404)
        elif tag and self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            body = b""
        else:
            self.send_response(200)
            self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        pass


class Pages:
    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.server = server
        self.address = f"http://127.0.0.1:{server.server_port}"
        self.pages: dict[str, tuple[bytes, str]] = {}
        server.pages = self.pages  # type: ignore[attr-defined]
        server.asked = 0  # type: ignore[attr-defined]

    @property
    def asked(self) -> int:
        return self.server.asked  # type: ignore[attr-defined]

    def news(self, path: str, *numbers: int, summary: str = "") -> str:
        text = "<rss><channel><title>Fil</title>" + "".join(ITEM.format(n, summary) for n in numbers)
        self.pages[path] = (text.encode(), f'"{numbers}{summary}"')
        return self.address + path


@pytest.fixture
def pages() -> Iterator[Pages]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    made = Pages(server)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


def network(journal: Journal, name: str = "Assistantes en ligne", **fields: str) -> int:
    return entries.create(journal, draft=Network(name=name, type="blog", **fields)).created[0]


def learnings(journal: Journal) -> list[int]:
    return [line.id for line in reading.page(journal, kind="learning", wanted=Wanted())]


def events(journal: Journal) -> list[int]:
    return [line.id for line in reading.page(journal, kind="event", wanted=Wanted())]


def test_nothing_is_fetched_before_she_asks(journal, pages):
    number = network(journal)
    following.follow(journal, network_id=number, address=pages.news("/f", 1))
    assert reading.entry(journal, entry_id=number).feed_url == f"{pages.address}/f"
    following.fetch_if_due(journal)
    assert following.news(journal) == [] and pages.asked == 0


def test_news_come_once_and_stay_read(journal, pages, clock):
    number = network(journal, feed_url=pages.news("/f", 1, 2))
    assert following.fetch(journal, network_id=number).news == 2
    assert following.fetch(journal).news == 0  # answered with "nothing changed"
    following.mark_read(journal, network_id=number, guids=["1"])
    pages.news("/f", 3, 2, 1, summary="more")
    clock.pass_time(hours=1)
    assert following.fetch(journal).news == 1
    shown = {item.guid: (item.title, item.summary, item.read) for item in following.news(journal)}
    assert shown == {
        "1": ("Titre 1", "more", True), "2": ("Titre 2", "more", False), "3": ("Titre 3", "more", False)
    }  # fmt: skip
    assert [item.guid for item in following.news(journal, unread=True)] == ["3", "2"]
    following.mark_read(journal, network_id=number)
    assert following.news(journal, unread=True) == []


def test_a_site_that_fails_does_not_stop_the_others(journal, pages):
    network(journal, "Un", feed_url=f"{pages.address}/none")
    network(journal, "Deux", feed_url=pages.news("/f", 1))
    pages.pages["/html"] = (b"<html><body>404</body></html>", "")
    network(journal, "Trois", feed_url=f"{pages.address}/html")
    result = following.fetch(journal)
    assert result.news == 1
    assert [(name, problem.code) for name, problem in result.problems] == [
        ("Un", "fetch_not_there"),
        ("Trois", "no_feed_there"),
    ]
    assert [one.problem for one in following.followed(journal)] == ["fetch_not_there", "", "no_feed_there"]
    with pytest.raises(UserFacingError, match="nothing_followed"):
        following.fetch(journal, network_id=network(journal, "Vide"))


def test_an_interval_she_sets(journal, pages, clock):
    network(journal, feed_url=pages.news("/f", 1))
    reading.set_setting(journal, following.EVERY_HOURS, "24")
    assert following.fetch_if_due(journal).news == 1
    pages.news("/f", 1, 2)
    clock.pass_time(hours=23)
    assert following.fetch_if_due(journal).news == 0 and pages.asked == 1
    clock.pass_time(hours=2)
    assert following.fetch_if_due(journal).news == 1


def test_a_site_that_fails_is_asked_again_sooner_each_time_later_and_is_not_counted_as_fetched(journal, pages, clock):
    network(journal, feed_url=f"{pages.address}/f")
    reading.set_setting(journal, following.EVERY_HOURS, "24")
    asked = []
    for minute in range(0, 60 * 24 * 3, 5):
        before = pages.asked
        following.fetch_if_due(journal)
        if pages.asked > before:
            asked.append(minute)
        clock.pass_time(minutes=5)
    assert asked[:9] == [0, 10, 30, 70, 150, 310, 630, 1270, 2550]
    assert asked[9] == 2550 + 24 * 60, "never more seldom than the interval"
    [one] = following.followed(journal)
    assert (one.fetched_at, one.problem, one.failures) == ("", "fetch_not_there", 10)
    pages.news("/f", 1)
    assert following.fetch(journal).news == 1
    [one] = following.followed(journal)
    assert (one.fetched_at, one.problem, one.failures) == (journal.now(), "", 0)
    clock.pass_time(hours=23)
    before = pages.asked
    following.fetch_if_due(journal)
    assert pages.asked == before
    clock.pass_time(hours=-400)  # set back
    following.fetch_if_due(journal)
    assert pages.asked == before + 1


def test_kept_as_a_learning_once(journal, pages):
    number = network(journal, feed_url=pages.news("/f", 1, summary="Voir ![x](https://spy.example/p.gif)"))
    following.fetch(journal)
    following.keep_as_learning(journal, network_id=number, guid="1")
    following.keep_as_learning(journal, network_id=number, guid="1")
    [made] = learnings(journal)
    learning = reading.entry(journal, entry_id=made)
    assert (learning.title, learning.link) == ("Titre 1", "https://blog.example/1")
    assert (learning.network, learning.source) == ("Assistantes en ligne", "feed")
    assert "![x](" not in learning.body and "spy.example" in learning.body
    [item] = following.news(journal)
    assert (item.kept_id, item.read) == (made, True)
    # Taken back and done again, it is still the same one.
    entries.undo(journal)
    assert following.news(journal)[0].kept_id == 0
    entries.redo(journal)
    assert following.news(journal)[0].kept_id == made
    entries.delete(journal, ids=[made])
    following.keep_as_learning(journal, network_id=number, guid="1")
    assert learnings(journal) == [made]
    with pytest.raises(UserFacingError, match="not_in_news"):
        following.keep_as_learning(journal, network_id=number, guid="9")


def with_calendar(journal: Journal, pages: Pages) -> int:
    number = network(journal, "IMA Lyon")
    pages.pages["/c.ics"] = (CALENDAR.encode(), '"c"')
    following.follow(journal, network_id=number, address=f"{pages.address}/c.ics", calendar=True)
    assert following.fetch(journal, network_id=number).events == 5
    return number


def test_what_comes_is_told_with_its_times(journal, pages):
    with_calendar(journal, pages)
    assert [(one.event.title, one.event.starts_at) for one in following.coming(journal)] == [
        ("Hostile", datetime(2026, 11, 30, 9)),
        ("Atelier", datetime(2026, 12, 1, 9)),
        ("Atelier (moved)", datetime(2026, 12, 16, 14)),
        ("Atelier", datetime(2026, 12, 22, 9)),
        ("Congress", datetime(2027, 3, 10)),
    ]
    assert following.fetch(journal).events == 0
    assert len(following.coming(journal)) == 5


def test_planned_once(journal, pages, tmp_path: Path):
    number = with_calendar(journal, pages)
    last = following.coming(journal)[3]
    for _ in range(2):
        following.plan_event(journal, network_id=number, key=last.key)
    [made] = events(journal)
    event = reading.entry(journal, entry_id=made)
    assert (event.title, event.starts_at, event.ends_at) == (
        *("Atelier", datetime(2026, 12, 22, 9), datetime(2026, 12, 22, 10)),
    )
    assert (event.network, event.status, event.timezone) == ("IMA Lyon", "planned", "Europe/Paris")
    assert event.participants == () and "Marc Petit" in event.notes
    assert [one.planned_id for one in following.coming(journal)] == [0, 0, 0, made, 0]
    entries.delete(journal, ids=[made])
    assert following.coming(journal)[3].planned_id == 0
    following.plan_event(journal, network_id=number, key=last.key)
    assert events(journal) == [made]
    with pytest.raises(UserFacingError, match="not_coming"):
        following.plan_event(journal, network_id=number, key="nobody")


def test_a_planned_one_is_not_brought_in_again(journal, pages, tmp_path: Path):
    from journal.actions.bring_in import bring_in, preview

    number = with_calendar(journal, pages)
    following.plan_event(journal, network_id=number, key="congress")
    file = tmp_path / "c.ics"
    file.write_bytes(CALENDAR.encode())
    bring_in(journal, preview=preview(journal, paths=[file]))
    titles = [reading.entry(journal, entry_id=one).title for one in events(journal)]
    assert titles.count("Congress") == 1


def test_a_calendars_file_and_what_is_none(journal):
    number = network(journal)
    assert following.read_calendar(journal, network_id=number, data=CALENDAR.encode(), name="c.ics") == 5
    assert len(following.coming(journal, network_id=number)) == 5
    with pytest.raises(UserFacingError, match="nothing_followed"):  # a file is not fetched
        following.fetch(journal, network_id=number)
    with pytest.raises(UserFacingError, match="no_calendar_there"):
        following.read_calendar(journal, network_id=number, data=b"<html>", name="c.ics")
    following.follow(journal, network_id=number, address="", calendar=True)
    assert following.coming(journal) == []


def test_an_address_must_be_one(journal):
    number = network(journal)
    for calendar in (True, False):
        with pytest.raises(UserFacingError, match="fetch_no_address"):
            following.follow(journal, network_id=number, address="file:///etc/passwd", calendar=calendar)


def test_a_list_of_blogs_meets_a_network_of_the_same_name(journal, tmp_path: Path):
    from journal.actions.bring_in import bring_in, preview

    number = network(journal, "Un blog", notes="mine")
    gone = network(journal, "Parti")
    entries.delete(journal, ids=[gone])
    lines = [
        f'<outline text="{n}" xmlUrl="https://{i}.example/f"/>' for i, n in enumerate(("UN BLOG", "Parti", "Deux"))
    ]
    file, other = tmp_path / "blogs.opml", tmp_path / "more.opml"
    file.write_text("<opml><body>" + "".join(lines) + "</body></opml>")
    other.write_text('<opml><body><outline text="deux" xmlUrl="https://9.example/f"/></body></opml>')
    found = preview(journal, paths=[file, other])
    assert (found.new, found.updated, found.unchanged) == (1, 1, 2)
    bring_in(journal, preview=found)
    assert [line.title for line in reading.networks(journal)] == ["Deux", "Un blog"]
    mine = reading.entry(journal, entry_id=number)
    assert (mine.feed_url, mine.notes) == ("https://0.example/f", "mine")
    again = preview(journal, paths=[file, other])
    assert (again.new, again.updated) == (0, 0)
