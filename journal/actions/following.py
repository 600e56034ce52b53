"""Blogs and calendars followed: fetched when she asks (or at the interval she sets), read quietly, kept or planned.

Nothing is fetched by itself until she sets `follow_every_hours`. What comes is plain text, and becomes an entry only by
her own click; `origin` remembers which, so that nothing is kept or planned twice.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from journal.actions import reading
from journal.domain.changes import NOTHING_CHANGED, Changes
from journal.domain.entry import Entry
from journal.domain.errors import Cancelled, InvalidEntry, NotFound, UnreadableFile, UserFacingError
from journal.domain.event import Event
from journal.domain.kinds import from_json, stored_json
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.store import following as store
from journal.store.following import Followed
from journal.store.following import NewsItem as NewsItem  # for screens, which do not know the store
from journal.store.journal import Journal
from journal.system import fetch as network_access

if TYPE_CHECKING:
    from journal.exchange.followed_calendar import Series
    from journal.store.writing import Writer

EVERY_HOURS = "follow_every_hours"  # setting; 0 or absent: only when she asks
AHEAD = timedelta(days=366)
LONGEST_WORK = 1.5  # seconds spent on expanding calendars
FIRST_AGAIN = timedelta(minutes=10)  # after a failure; twice as long after each other one, up to the interval
MOST_DOUBLED = 12


@dataclass(slots=True)
class Fetched:
    """What a round brought: new pieces of news, events in calendars, and what went wrong by network."""

    news: int = 0
    events: int = 0
    problems: list[tuple[str, UserFacingError]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ComingEvent:
    """`event` is the draft with the times of this occurrence; `planned_id` the event made of it, 0 where none."""

    network_id: int
    key: str
    source: str
    event: Event
    planned_id: int


# --- addresses ----------------------------------------------------------------------------------------------------


def followed(journal: Journal, *, network_id: int = 0) -> list[Followed]:
    """The addresses of a network, or of all (0)."""
    with journal.reading() as sql:
        return store.followed(sql, network_id)


def follow(journal: Journal, *, network_id: int, address: str, calendar: bool = False) -> Changes:
    """Follows a feed (its address is a field of the network) or a calendar; "" no longer. Nothing is fetched yet."""
    address = address.strip()
    if address:
        network_access.check(address)
    with journal.writing("follow") as writer:
        network = writer.entry(network_id)
        if not isinstance(network, Network):
            raise NotFound("no_such_entry", id=network_id)
        if calendar:
            store.forget(writer, network_id, "calendar")
            if address:
                store.remember(writer, Followed(network_id, network.name, "calendar", address))
            writer.touch("network", network_id)
        else:
            writer.update(replace(network, feed_url=address))
    return writer.changes


# --- fetching -----------------------------------------------------------------------------------------------------


def fetch(
    journal: Journal, *, network_id: int = 0, what: str = "", cancelled: Callable[[], bool] | None = None
) -> Fetched:
    """Asks the addresses of a network, or of all (0), for what is new: of its "feed", its "calendar" or ("") both.
    Takes seconds: off the UI thread.

    A site that fails does not keep the others from being asked. Raises UserFacingError("nothing_followed").
    """
    addresses = [one for one in followed(journal, network_id=network_id) if what in ("", one.what)]
    return _fetch(journal, addresses, cancelled)


def _fetch(journal: Journal, addresses: list[Followed], cancelled: Callable[[], bool] | None) -> Fetched:
    asked = [one for one in addresses if "://" in one.address]
    if not asked:
        raise UserFacingError("nothing_followed")
    result = Fetched()
    for one in asked:
        if cancelled and cancelled():
            raise Cancelled
        now = journal.now()
        try:
            answer = network_access.get(one.address, etag=one.etag, last_modified=one.last_modified)
            take = _nothing if answer.data is None else _taker(one, answer, now)
        except UserFacingError as problem:
            result.problems.append((one.network, problem))
            with journal.writing("follow") as writer:
                failures = one.failures + 1
                store.remember(writer, replace(one, tried_at=now, failures=failures, problem=problem.code))
            continue
        with journal.writing("follow") as writer:
            take(writer, result)
            said = replace(one, etag=answer.etag or one.etag, last_modified=answer.last_modified or one.last_modified)
            store.remember(writer, replace(said, fetched_at=now, tried_at=now, failures=0, problem=""))
    return result


Taker = Callable[["Writer", Fetched], None]


def _nothing(writer: Writer, result: Fetched) -> None:
    """The site says that nothing changed."""


def _taker(one: Followed, answer: network_access.Answer, now: str) -> Taker:
    """Reads what came; what it gives writes it down. Raises UserFacingError where it is not what was asked for."""
    data = answer.data or b""
    host = urlsplit(answer.address).hostname or ""
    if one.what == "calendar":
        rows = _calendar_rows(data, host, now)

        def take_calendar(writer: Writer, result: Fetched) -> None:
            store.put_calendar(writer, one.network_id, rows)
            result.events += len(rows)

        return take_calendar
    from journal.exchange import feeds

    if not feeds.recognises(data[:65536], ""):
        raise UserFacingError("no_feed_there", host=host)
    news = [
        (item.guid, item.title, item.summary, item.link, _local(item.published))
        for item in feeds.items(data, answer.address)
    ]

    def take_news(writer: Writer, result: Fetched) -> None:
        result.news += store.put_news(writer, one.network_id, news)

    return take_news


def read_calendar(journal: Journal, *, network_id: int, data: bytes, name: str) -> int:
    """Takes a calendar's file that she has in hand as this network's; gives how many events it tells that
    are not over."""
    rows = _calendar_rows(data, name, journal.now())
    with journal.writing("follow") as writer:
        title = writer.entry(network_id).heading
        store.remember(writer, Followed(network_id, title, "calendar", name[:200], fetched_at=journal.now()))
        store.put_calendar(writer, network_id, rows)
    return len(rows)


def read_calendar_file(journal: Journal, *, network_id: int, file: Path) -> int:
    """The same, from a file. Raises UnreadableFile."""
    try:
        with file.open("rb") as opened:
            data = opened.read(network_access.LARGEST + 1)
    except OSError as problem:
        raise UnreadableFile("cannot_read_file", file=file.name, reason=problem.strerror or "") from problem
    if len(data) > network_access.LARGEST:
        raise UnreadableFile("file_too_large", file=file.name, most=network_access.LARGEST // 2**20)
    return read_calendar(journal, network_id=network_id, data=data, name=file.name)


def _calendar_rows(data: bytes, host: str, now: str) -> list[tuple[str, str, str, str]]:
    from journal.exchange import followed_calendar, icalendar

    if not icalendar.recognises(data[:65536], ""):
        raise UserFacingError("no_calendar_there", host=host)
    return [
        (
            one.uid,
            one.occurrence,
            json.dumps({**stored_json(one.event), "_key": one.key, "_source": one.source}, ensure_ascii=False),
            json.dumps([one.rule, one.left_out, one.added]) if one.rule or one.added else "",
        )
        for one in followed_calendar.read(data)
        if one.rule or one.added or _last_day(one) >= now[:10]  # what is over is not offered
    ]


def _last_day(one: Series) -> str:
    """Of a single event or of one instead of another, whichever of the two is later."""
    starts = one.event.starts_at
    said = one.occurrence
    return max(f"{said[:4]}-{said[4:6]}-{said[6:8]}" if said else "", starts.date().isoformat() if starts else "")


def _local(moment: datetime | None) -> str:
    if moment is None:
        return ""
    try:
        return moment.replace(tzinfo=UTC).astimezone().replace(tzinfo=None).isoformat(timespec="seconds")
    except (OSError, OverflowError):
        return moment.isoformat(timespec="seconds")


def interval(journal: Journal) -> int:
    """The hours between two rounds that happen by themselves; 0: never."""
    said = reading.get_setting(journal, EVERY_HOURS, "0")
    return int(said) if said.isdecimal() and len(said) < 5 else 0


def fetch_if_due(journal: Journal, *, cancelled: Callable[[], bool] | None = None) -> Fetched:
    """A round of what last answered longer ago than the interval she set, and of what failed and may work again;
    nothing where she set none."""
    hours = interval(journal)
    if not hours:
        return Fetched()
    now = journal.clock.now()
    due = [one for one in followed(journal) if "://" in one.address and _is_due(one, now, timedelta(hours=hours))]
    return _fetch(journal, due, cancelled) if due else Fetched()


def _is_due(one: Followed, now: datetime, every: timedelta) -> bool:
    asked, wait = one.fetched_at, every
    if one.failures:
        asked, wait = one.tried_at, min(every, FIRST_AGAIN * 2 ** min(one.failures - 1, MOST_DOUBLED))
    # A time to come was noted by a clock that has been set back since.
    return not asked or not now - wait < datetime.fromisoformat(asked) <= now


# --- news ---------------------------------------------------------------------------------------------------------


def news(journal: Journal, *, network_id: int = 0, unread: bool = False, limit: int = 50) -> list[NewsItem]:
    """The reading list of a network, or of all (0), the newest first."""
    with journal.reading() as sql:
        return store.news(sql, network_id, unread, limit)


def mark_read(journal: Journal, *, network_id: int, guids: list[str] | None = None, read: bool = True) -> None:
    """Those pieces of news are read (None: all of the network)."""
    with journal.writing("follow") as writer:
        store.mark_read(writer, network_id, guids, read)


def keep_as_learning(journal: Journal, *, network_id: int, guid: str) -> Changes:
    """A learning of a piece of news, with its link and network. Kept already: nothing; in the trash: taken out."""
    with journal.writing("keep") as writer:
        item = store.one_piece(writer.sql, network_id, guid)
        if item is None:
            raise NotFound("not_in_news")
        network = writer.entry(network_id)
        title = item.title or item.summary.partition("\n")[0] or item.link
        draft = Learning(
            title=title[:300],
            type="tip",
            body=_markdown(item.summary),
            learned_on=journal.clock.now().date(),
            link=item.link,
            network=item.network,
            source="feed",
        )
        _make_once(writer, "news", f"{network.uid} {guid}", draft)
        store.mark_read(writer, network_id, [guid], True)
    return writer.changes


def _markdown(text: str) -> str:
    """Plain text as Markdown that shows the same: no picture, link or tag of somebody else's comes to life."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def _make_once(writer: Writer, source: str, key: str, draft: Entry) -> None:
    made, in_trash = store.known(writer.sql, source, key)
    if made:
        if in_trash:
            writer.set_trash([made], False)
        return
    [made] = writer.create_many([draft])
    said = {name: value for name, value in stored_json(draft).items() if value}
    writer.add_origins([(source, key, made, json.dumps(said, ensure_ascii=False))])


# --- calendars ----------------------------------------------------------------------------------------------------


def coming(journal: Journal, *, network_id: int = 0, limit: int = 50) -> list[ComingEvent]:
    """What the followed calendars of a network, or of all (0), offer from today on for a year, the soonest first."""
    today = journal.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    with journal.reading() as sql:
        found = _coming(store.calendar(sql, network_id), today)[0][:limit]
        return [replace(one, planned_id=_planned(sql, one)) for one in found]


def cut_series(journal: Journal, *, network_id: int = 0) -> list[str]:
    """The titles of series of which `coming` shows only the next times."""
    today = journal.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    with journal.reading() as sql:
        return _coming(store.calendar(sql, network_id), today)[1]


def _planned(sql: Any, one: ComingEvent) -> int:
    made, in_trash = store.known(sql, one.source, one.key)
    return 0 if in_trash else made


def _coming(rows: list[tuple[int, str, str, str, str, str]], today: datetime) -> tuple[list[ComingEvent], list[str]]:
    """What comes, the soonest first, and the titles of series that come more often than is shown."""
    from journal.exchange.followed_calendar import key_at, occurrences

    ends = time.monotonic() + LONGEST_WORK
    read = [(row[0], _series(row)) for row in rows]
    moved = {(number, one.uid, one.occurrence) for number, one in read if one.occurrence}
    found: list[ComingEvent] = []
    cut: list[str] = []
    for number, one in read:
        if time.monotonic() > ends:
            cut.append(one.event.title)
            continue
        events, more = occurrences(one, today, today + AHEAD)
        if more:
            cut.append(one.event.title)
        for event in events:
            day = f"{event.starts_at:%Y%m%d}"
            if event.status in ("cancelled", "declined") or (not one.occurrence and (number, one.uid, day) in moved):
                continue
            found.append(ComingEvent(number, key_at(one, event.starts_at or today), one.source, event, 0))
    return sorted(found, key=lambda one: (one.event.starts_at or today, one.event.title)), cut


def _series(row: tuple[int, str, str, str, str, str]) -> Series:
    from journal.exchange.followed_calendar import Series

    _, network, uid, occurrence, said, rule = row
    fields = json.loads(said)
    event = from_json("event", {key: value for key, value in fields.items() if not key.startswith("_")})
    assert isinstance(event, Event)
    rule, left_out, added = json.loads(rule) if rule else ("", (), ())
    event = replace(event, network=network)
    key, source = str(fields["_key"]), str(fields["_source"])
    day = occurrence.replace("-", "")[:8]  # earlier versions kept the whole time
    return Series(uid, day, event, key, source, rule, tuple(left_out), tuple(added))


def plan_event(journal: Journal, *, network_id: int, key: str) -> Changes:
    """An event of what a calendar offers; planned already: nothing. Its people are told in the notes, not made."""
    today = journal.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    with journal.writing("plan") as writer:
        offered, _ = _coming(store.calendar(writer.sql, network_id), today)
        one = next((one for one in offered if one.key == key), None)
        if one is None:
            raise NotFound("not_coming")
        people = ", ".join(person.name for person in one.event.participants if person.name)
        notes = "\n\n".join(part for part in (one.event.notes, people) if part)
        try:
            draft = replace(one.event, participants=(), notes=notes, status="planned").checked()
        except InvalidEntry as problem:
            raise NotFound("not_coming") from problem
        _make_once(writer, one.source, one.key, draft)
    return writer.changes if writer.changes.change_id else NOTHING_CHANGED
