"""What is followed: addresses, news, and the events of followed calendars. None of it is in the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.store.writing import Writer

MOST_NEWS = 1000  # kept of each network; a feed gives at most half of it at a time


@dataclass(frozen=True, slots=True)
class Followed:
    """One address of a network: `what` is "feed" or "calendar"; the rest as the site said it last.

    `fetched_at`: when it last answered; `tried_at`: when it was last asked; `failures`: how often in a row in vain.
    """

    network_id: int
    network: str
    what: str
    address: str
    etag: str = ""
    last_modified: str = ""
    fetched_at: str = ""
    problem: str = ""
    tried_at: str = ""
    failures: int = 0


@dataclass(frozen=True, slots=True)
class NewsItem:
    """`kept_id` is the learning made of it, 0 where there is none (or it is in the trash). Times are local."""

    network_id: int
    network: str
    guid: str
    title: str
    summary: str
    link: str
    published: str
    read: bool
    kept_id: int


_SAID = "f.etag, f.last_modified, f.fetched_at, f.problem, f.tried_at, f.failures"


def followed(sql: Any, network_id: int = 0) -> list[Followed]:
    """The addresses of a network (0: of all), those in the trash left out.

    A feed's address stands on the network, where she edits it; what was remembered of another one is forgotten.
    """
    feeds = f"""SELECT e.id, e.title, 'feed', n.feed_url, {_SAID}
        FROM network n JOIN entry e ON e.id = n.id
        LEFT JOIN followed f ON f.network_id = n.id AND f.what = 'feed' AND f.address = n.feed_url
        WHERE n.feed_url <> '' AND e.deleted_at IS NULL AND ? IN (0, n.id)"""
    calendars = f"""SELECT e.id, e.title, f.what, f.address, {_SAID}
        FROM followed f JOIN entry e ON e.id = f.network_id
        WHERE f.what = 'calendar' AND e.deleted_at IS NULL AND ? IN (0, f.network_id)"""
    rows = sql.execute(f"{feeds} UNION ALL {calendars} ORDER BY 1, 3 DESC", (network_id, network_id)).fetchall()
    return [_followed(row) for row in rows]


def _followed(row: Sequence[Any]) -> Followed:
    number, network, what, address, *said = row
    etag, modified, fetched, problem, tried = (value or "" for value in said[:5])
    return Followed(number, network, what, address, etag, modified, fetched, problem, tried, said[5] or 0)


def remember(writer: Writer, one: Followed) -> None:
    """What the site said, at this moment."""
    writer.sql.execute(
        "INSERT OR REPLACE INTO followed (network_id, what, address, etag, last_modified, fetched_at, problem,"
        " tried_at, failures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(one.network_id, one.what, one.address, one.etag, one.last_modified, one.fetched_at or None),
            *(one.problem, one.tried_at or None, one.failures),
        ),
    )


def forget(writer: Writer, network_id: int, what: str) -> None:
    writer.sql.execute("DELETE FROM followed WHERE network_id = ? AND what = ?", (network_id, what))
    if what == "calendar":
        writer.sql.execute("DELETE FROM coming_event WHERE network_id = ?", (network_id,))


def put_news(writer: Writer, network_id: int, items: Iterable[tuple[str, str, str, str, str]]) -> int:
    """Takes (guid, title, summary, link, published) in; gives how many are new. What she read stays read."""
    count = "SELECT count(*) FROM news_item WHERE network_id = ?"
    [before] = writer.sql.execute(count, (network_id,)).fetchone()
    writer.sql.executemany(
        "INSERT INTO news_item (network_id, guid, title, summary, link, published, seen_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (network_id, guid) DO UPDATE SET title = excluded.title, summary = excluded.summary,"
        " link = excluded.link, published = excluded.published",
        [(network_id, *item, writer.stamp) for item in items],
    )
    [after] = writer.sql.execute(count, (network_id,)).fetchone()
    writer.sql.execute(
        "DELETE FROM news_item WHERE network_id = ?1 AND guid NOT IN (SELECT guid FROM news_item WHERE network_id = ?1"
        " ORDER BY seen_at DESC, published DESC LIMIT ?2)",
        (network_id, MOST_NEWS),
    )
    return int(after - before)


_NEWS = """SELECT i.network_id, e.title, i.guid, i.title, i.summary, i.link, i.published, i.read_at IS NOT NULL,
    coalesce((SELECT k.id FROM origin o JOIN entry k ON k.id = o.entry_id WHERE o.source = 'news'
    AND o.key = e.uid || ' ' || i.guid AND k.deleted_at IS NULL), 0)
    FROM news_item i JOIN entry e ON e.id = i.network_id WHERE e.deleted_at IS NULL AND ? IN (0, i.network_id)"""


def news(sql: Any, network_id: int, unread: bool, limit: int) -> list[NewsItem]:
    """The newest first; of all networks where `network_id` is 0."""
    only = " AND i.read_at IS NULL" if unread else ""
    rows = sql.execute(f"{_NEWS}{only} ORDER BY i.published DESC, i.seen_at DESC, i.rowid LIMIT ?", (network_id, limit))
    return [_item(row) for row in rows]


def one_piece(sql: Any, network_id: int, guid: str) -> NewsItem | None:
    row = sql.execute(f"{_NEWS} AND i.guid = ?", (network_id, guid)).fetchone()
    return _item(row) if row else None


def _item(row: Sequence[Any]) -> NewsItem:
    network_id, network, guid, title, summary, link, published, read, kept_id = row
    return NewsItem(network_id, network, guid, title, summary, link, published, bool(read), int(kept_id))


def mark_read(writer: Writer, network_id: int, guids: Sequence[str] | None, read: bool) -> None:
    """Those pieces of news, or (None) all of the network."""
    stamp = writer.stamp if read else None
    if guids is None:
        writer.sql.execute("UPDATE news_item SET read_at = ? WHERE network_id = ?", (stamp, network_id))
    else:
        writer.sql.executemany(
            "UPDATE news_item SET read_at = ? WHERE network_id = ? AND guid = ?",
            [(stamp, network_id, guid) for guid in guids],
        )


def put_calendar(writer: Writer, network_id: int, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """What the calendar says now, (uid, occurrence, event, rule), instead of what it said before."""
    writer.sql.execute("DELETE FROM coming_event WHERE network_id = ?", (network_id,))
    writer.sql.executemany(
        "INSERT OR REPLACE INTO coming_event (network_id, uid, occurrence, event, rule) VALUES (?, ?, ?, ?, ?)",
        [(network_id, *row) for row in rows],
    )


def calendar(sql: Any, network_id: int) -> list[tuple[int, str, str, str, str, str]]:
    """(network id, its name, uid, occurrence, event, rule) of all that the followed calendars say."""
    query = """SELECT c.network_id, e.title, c.uid, c.occurrence, c.event, c.rule FROM coming_event c
        JOIN entry e ON e.id = c.network_id WHERE e.deleted_at IS NULL AND ? IN (0, c.network_id)
        ORDER BY c.network_id, c.uid, c.occurrence"""
    return list(sql.execute(query, (network_id,)))


def known(sql: Any, source: str, key: str) -> tuple[int, bool]:
    """(the entry made of it, whether that is in the trash); (0, False) where none was."""
    query = """SELECT e.id, e.deleted_at IS NOT NULL FROM origin o JOIN entry e ON e.id = o.entry_id
        WHERE o.source = ? AND o.key = ?"""
    row = sql.execute(query, (source, key)).fetchone()
    return (int(row[0]), bool(row[1])) if row else (0, False)
