"""The other tables of LinkedIn's archive: who was written to, events, courses, companies followed, endorsements.

Texts of messages are left where they are: what counts is with whom she spoke last. Whose archive it is, no table says;
it is the one who is part of every conversation.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from journal.domain.entry import Entry, Person, folded, one_line
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network
from journal.exchange.linkedin import slug
from journal.exchange.proposals import NO_ANSWERS, Proposed, Rejected
from journal.exchange.row_drafts import date_order, moment_of
from journal.exchange.tables import Table, find_table

FORMAT = "linkedin-archive"
_STAMPS = (
    *("%Y-%m-%d %H:%M:%S UTC", "%Y-%m-%d %H:%M UTC", "%Y/%m/%d %H:%M:%S UTC", "%b %d, %Y %I:%M %p"),
    *("%a %b %d %H:%M:%S UTC %Y", "%m/%d/%y, %I:%M %p", "%m/%d/%y %I:%M %p", "%Y-%m-%d"),
)
_STATUS = {"attending": "planned", "interested": "maybe", "relinquished": "declined", "not_attending": "declined"}

_UNREAD = ("", "content", "subject", "message")  # the texts of messages: not even held

Row = Mapping[str, str]  # folded title -> cell
Draft = tuple[Entry, str]  # (the entry, what names it within its table)


def recognises(head: bytes, name: str) -> bool:
    """Whether the titles are those of one of the tables; see Format."""
    return _is_skills(head, name) or find_table(head, lambda titles: _table_of(titles) is not None) is not None


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """Every row that says something of her network; see Format."""
    table = find_table(data, lambda titles: _table_of(titles) is not None)
    if table is None:
        yield Rejected(1, "about_herself")
        return
    kind = _table_of([folded(title) for title in table.header])
    rows = list(_rows(table))
    if kind in ("messages", "old messages", "invitations"):
        yield from _exchanges(kind, rows)
    elif kind in _DRAFTS:
        for line, row in rows:
            entry, named = _DRAFTS[kind](row, "given" if "given" in folded(name) else "received")
            yield _proposed(line, kind, entry, named)
    else:
        yield Rejected(table.line, "about_herself")


def _is_skills(head: bytes, name: str) -> bool:
    """A column of names, by its title: only the file's own name tells skills from people."""
    return folded(name).endswith("skills.csv") and head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip() == b"Name"


def _table_of(titles: list[str]) -> str | None:
    has = set(titles)
    return next((kind for kind, needed in _TITLES.items() if needed <= has), None)


_TITLES: dict[str, set[str]] = {
    "messages": {"conversation id", "from", "to", "date", "content"},
    "old messages": {"from", "to", "date", "subject", "content", "folder"},
    "invitations": {"from", "to", "sent at", "direction"},
    "events": {"event name", "event time", "status"},
    "learning": {"content title", "content type"},
    "follows": {"organization", "followed on"},
    "endorsements": {"endorsement date", "skill name"},
    "recommendations": {"first name", "last name", "text", "creation date", "status"},
    "profile": {"first name", "last name", "headline", "summary"},
    "positions": {"company name", "title", "started on", "finished on"},
    "education": {"school name", "degree name"},
    "addresses": {"email address", "confirmed", "primary"},
    "languages": {"name", "proficiency"},
}


def _rows(table: Table) -> Iterator[tuple[int, Row]]:
    titles = [folded(title) for title in table.header]
    for line, cells in table.rows():
        cells += [""] * (len(titles) - len(cells))
        yield line, {title: cell.strip() for title, cell in zip(titles, cells, strict=False) if title not in _UNREAD}


def _moment(text: str, day_first: bool = False) -> datetime | None:
    """The wall time of any of LinkedIn's stamps, else None; "N/A" is none."""
    if not any(map(str.isdigit, text[:40])):
        return None
    if day_first and (found := moment_of(text, "", True)):
        return found
    for stamp in _STAMPS:
        try:
            return datetime.strptime(text.strip(), stamp)
        except ValueError:
            continue  # written in another way
    return moment_of(text, "", day_first)


def _proposed(line: int, kind: str, entry: Entry, named: str) -> Proposed | Rejected:
    try:
        key = f"{kind}:{hashlib.sha256(folded(named).encode('utf-8', 'replace')).hexdigest()[:32]}"
        return Proposed(entry.checked(), FORMAT, key, line)
    except InvalidEntry as problem:
        return Rejected(line, problem.code, {key: str(value) for key, value in problem.details.items()})


# --- with whom she spoke ------------------------------------------------------------------------------------------


def _exchanges(kind: str, rows: list[tuple[int, Row]]) -> Iterator[Proposed | Rejected]:
    """One event for each conversation, on the day of its last message; one for each invitation."""
    stamps = [row.get("date") or row.get("sent at", "") for _, row in rows]
    day_first, _ = date_order(stamps, (), {}, "mdy")
    told = [(line, row, _moment(stamp, day_first)) for (line, row), stamp in zip(rows, stamps, strict=True)]
    slugs = _slugs(rows)
    mine = _owner(rows, slugs)
    last: dict[str, tuple[datetime, int]] = {}
    people: dict[str, dict[str, str]] = {}
    for line, row, at in told:
        others = {one: name for one, name in _parties(row, slugs).items() if one != mine}
        if at is None or not others:
            stamp, title = row.get("date") or row.get("sent at", ""), ", ".join(others.values())
            reason = "bad_date" if others else "nobody_named"
            yield Rejected(line, reason, {"value": stamp[:40], "title": title[:80]})
            continue
        who = " ".join(sorted(others))
        own = f"with {who}" if kind == "old messages" else f"invitation {who} {at.isoformat()}"
        key = row.get("conversation id") or own
        people.setdefault(key, {}).update(others)
        last[key] = max(last.get(key, (at, line)), (at, line))
    for key, (at, line) in last.items():
        names = list(people[key].values())
        link = next(
            (f"https://www.linkedin.com/in/{one}" for one in people[key] if len(names) == 1 and " " not in one), ""
        )
        entry = Event(
            title=f"LinkedIn: {', '.join(names)}"[:200],
            type="message",
            starts_at=at,
            status="attended",
            link=link,
            network="LinkedIn",
            participants=tuple(Person(0, name) for name in names[:50]),
        )
        yield _proposed(line, kind, entry, key)


def _slugs(rows: list[tuple[int, Row]]) -> dict[str, str]:
    """Folded name -> slug of those who wrote: for years the archive told no address of those who were written to."""
    found: dict[str, set[str]] = {}
    for _, row in rows:
        url = row.get("sender profile url") or row.get("inviterprofileurl", "")
        if url and row.get("from"):
            found.setdefault(folded(row["from"]), set()).add(slug(url))
    return {name: one.pop() for name, one in found.items() if len(one) == 1}


def _parties(row: Row, slugs: Mapping[str, str]) -> dict[str, str]:
    """slug (or folded name, where no address is told) -> name of everybody a row names."""
    urls = row.get("sender profile url") or row.get("inviterprofileurl", "")
    to_urls = (row.get("recipient profile urls") or row.get("inviteeprofileurl", "")).split(",")
    to_names = row.get("to", "").split(",")
    if len(to_urls) != len(to_names):
        to_urls = [""] * len(to_names)
    found = [(urls, row.get("from", "")), *zip(to_urls, to_names, strict=True)]
    return {slug(url) or slugs.get(folded(name)) or folded(name): one_line(name) for url, name in found if name.strip()}


def _owner(rows: list[tuple[int, Row]], slugs: Mapping[str, str]) -> str:
    """Who is part of most rows; of two, the one who received the first."""
    seen = Counter(one for _, row in rows for one in _parties(row, slugs))
    if not seen:
        return ""
    highest = max(seen.values())
    most = [one for one, count in seen.items() if count == highest]
    first = rows[0][1]
    sender = next(iter(_parties(first, slugs)), "")
    outgoing = folded(first.get("direction", "")) == "outgoing" or folded(first.get("folder", "")) == "sent"
    if len(most) > 1 and sender in most:
        return sender if outgoing else next(one for one in most if one != sender)
    return most[0]


# --- single rows --------------------------------------------------------------------------------------------------


def _event(row: Row, given: str) -> Draft:
    name = one_line(row["event name"])
    begin, _, end = row["event time"].partition(" - ")
    starts_at, ends_at = _moment(begin), _moment(end)
    entry = Event(
        title=name,
        starts_at=starts_at,
        ends_at=ends_at if ends_at and starts_at and ends_at >= starts_at else None,
        timezone="UTC" if begin.strip().endswith("UTC") else "",
        type="other",
        status=_STATUS.get(folded(row["status"]), "maybe"),
        link=row.get("external url", ""),
        network="LinkedIn",
    )
    return entry, f"{name} {begin}"


def _learning(row: Row, given: str) -> Draft:
    title = one_line(row["content title"])
    when = _column(row, "content completed at") or _column(row, "content last watched")
    seen = _moment(when)
    notes = _column(row, "notes taken")
    body = "" if folded(notes) in ("n/a", "na") else notes
    entry = Learning(
        title=title,
        type="practice",
        body=body,
        learned_on=seen.date() if seen else None,
        network="LinkedIn",
    )
    return entry, title


def _column(row: Row, begins: str) -> str:
    return next((cell for title, cell in row.items() if title.startswith(begins)), "")


def _followed(row: Row, given: str) -> Draft:
    name = one_line(row["organization"])
    return Network(name=name, type="company"), name


def _endorsement(row: Row, given: str) -> Draft:
    first, last = _column(row, "endorser first name"), _column(row, "endorser last name")
    given = "received" if first or last else "given"
    name = one_line(f"{first or _column(row, 'endorsee first name')} {last or _column(row, 'endorsee last name')}")
    return _word_for(row["skill name"], name, row["endorsement date"], given)


def _recommendation(row: Row, given: str) -> Draft:
    name = one_line(f"{row['first name']} {row['last name']}")
    work = ", ".join(filter(None, (row.get("job title"), row.get("company"))))
    text = "\n\n".join(filter(None, (row["text"], work)))
    entry, named = _word_for(name, name, row["creation date"], given, text)
    return entry, f"{given} {named}"


def _word_for(title: str, name: str, when: str, given: str, text: str = "") -> Draft:
    """Somebody spoke for her, or she for somebody."""
    entry = Event(
        title=f"LinkedIn: {one_line(title)}"[:200],
        type="other",
        starts_at=_moment(when),
        status="attended",
        help=given,
        notes=text,
        network="LinkedIn",
        participants=(Person(0, name),) if name else (),
    )
    return entry, f"{title} {name} {when}"


_DRAFTS: dict[str, Callable[[Row, str], Draft]] = {
    "events": _event,
    "learning": _learning,
    "follows": _followed,
    "endorsements": _endorsement,
    "recommendations": _recommendation,
}
