"""News feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, well formed or not; as plain text.

`items(data)` is what following uses. A feed's file dropped into the journal is a network of type "blog" to follow.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin

from journal.domain.entry import one_line, several_lines
from journal.domain.errors import InvalidEntry
from journal.domain.network import Network
from journal.exchange.encodings import as_utf8, decode
from journal.exchange.loose_xml import Token, root, text_of, tokens
from journal.exchange.opml import address_of, cut_at, host_of
from journal.exchange.proposals import NO_ANSWERS, Proposed, Rejected

FORMAT = "feed"
MOST_ITEMS = 500
LONGEST_TITLE = 300
LONGEST_SUMMARY = 2000
_LOOKED_AT = 20_000  # characters of a title or text before its HTML is taken away
_ROOTS = ("rss", "rdf", "feed")
_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org")
_ITEMS = ("item", "entry")
_TITLE = ("title",)
_LINK = ("link",)
_GUID = ("guid", "id")
_SUMMARY = ("description", "summary", "content", "content:encoded", "itunes:summary", "fullitem")
_DATE = (
    *("pubdate", "published", "issued", "dc:date", "updated", "modified"),
    *("dcterms:created", "created", "dcterms:modified"),
)
_KNOWN = {*_TITLE, *_LINK, *_GUID, *_SUMMARY, *_DATE}


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One piece of news. Title and summary are plain text; `published` is UTC without offset, None where unsaid."""

    guid: str
    title: str
    summary: str
    link: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """`address` is what the feed says of itself, "" where it does not; `website` the blog's page."""

    title: str = ""
    website: str = ""
    address: str = ""
    items: tuple[FeedItem, ...] = ()


@dataclass(slots=True)
class _Record:
    """What stands in a channel or an item, by lower-case name: the first text of each, and its links."""

    texts: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)  # (rel, address)
    about: str = ""
    base: str = ""  # what its relative addresses are completed from (xml:base)


def recognises(head: bytes, name: str) -> bool:
    """Whether it is a feed by its first element, or by the version a JSON Feed names; see Format."""
    if as_utf8(head[:64]).lstrip()[:1] == b"{":
        return _JSON_FEED.search(as_utf8(head)) is not None
    return root(head) in _ROOTS


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """The blog whose feed this is, as one network to follow; its news come when she fetches them. See Format."""
    feed = parse(data)
    if line := next((token.line for token in tokens(text_of(data)) if token.kind == "cut"), 0):
        yield cut_at(line)
    title = feed.title or host_of(feed.website or feed.address)
    key = feed.address or feed.website
    if not title or not key:
        yield Rejected(1, "feed_says_too_little", {"title": title or "?"})
        return
    draft = Network(name=title, type="blog", website=feed.website, feed_url=feed.address, source=FORMAT)
    try:
        yield Proposed(draft.checked(), FORMAT, key, 1)
    except InvalidEntry as problem:
        yield Rejected(1, problem.code, {key: str(value) for key, value in problem.details.items()})


def parse(data: bytes, base: str = "") -> Feed:
    """The whole feed; relative addresses are completed from `base`. What is no feed gives an empty one."""
    if as_utf8(data[:64]).lstrip()[:1] == b"{":
        return _json_feed(data, base)
    channel, records = _Record(), []
    for record, is_item in _records(text_of(data)):
        if is_item:
            records.append(record)
        else:
            channel = record
    base = urljoin_safe(base, channel.base)
    website = _link_of(channel, base)
    self_link = next((address for rel, address in channel.links if rel == "self"), "")
    found = (_item(record, urljoin_safe(base if channel.base else website or base, record.base)) for record in records)
    return Feed(
        title=_plain(channel.texts.get("title", ""), LONGEST_TITLE),
        website=address_of(website),
        address=address_of(urljoin_safe(base, self_link)),
        items=_once(found),
    )


def items(data: bytes, base: str = "") -> list[FeedItem]:
    """The news of a feed in its order, each once, at most MOST_ITEMS."""
    return list(parse(data, base).items)


def _once(found: Iterator[FeedItem]) -> tuple[FeedItem, ...]:
    once: dict[str, FeedItem] = {}
    for item in found:
        if item.title or item.summary or item.link:
            once.setdefault(item.guid, item)
    return tuple(once.values())


# --- XML ----------------------------------------------------------------------------------------------------------


def _records(text: str) -> Iterator[tuple[_Record, bool]]:
    """(record, whether it is an item) of each item, then the channel's own."""
    channel = _Record()
    current, name, size, count = channel, "", 0, 0
    parts: list[str] = []
    for token in tokens(text):
        if token.kind == "text":
            if name and size < _LOOKED_AT:
                parts.append(token.text[: _LOOKED_AT - size])
                size += len(token.text)
            continue
        plain_name = token.name if token.name in _KNOWN else token.name.rpartition(":")[2]
        if plain_name in _ITEMS and ":" not in token.name.removeprefix("atom:").removeprefix("rss:"):
            if current is not channel:
                _put(current, name, parts)
                yield current, True
                current = channel
                count += 1
            if token.kind == "open" and count < MOST_ITEMS:
                current = _Record(
                    about=token.attributes.get("rdf:about", ""), base=token.attributes.get("xml:base", "")
                )
            name, parts, size = "", [], 0
            if count >= MOST_ITEMS:
                break
        elif name and token.kind != "close" and token.name != name:
            parts.append(" " if size < _LOOKED_AT else "")  # markup inside a text: <div>, <b>, <br/>
        elif token.kind == "close":
            if token.name == name:
                _put(current, name, parts)
                name, parts, size = "", [], 0
            elif name:
                parts.append(" " if size < _LOOKED_AT else "")
        else:
            _open(current, token)
            if token.kind == "open" and _says(token.name, current is channel):
                name, parts, size = token.name, [], 0
    if current is not channel:
        _put(current, name, parts)
        yield current, True
    yield channel, False


def _says(name: str, in_channel: bool) -> bool:
    base = name.removeprefix("atom:").removeprefix("rss:")
    return base in (("title", "link", "id") if in_channel else _KNOWN)


def _open(record: _Record, token: Token) -> None:
    """Atom's links stand in attributes."""
    if not record.base and token.name.rpartition(":")[2] in (*_ROOTS, "channel"):
        record.base = token.attributes.get("xml:base", "")  # the first: each upon the other would grow without end
    address = token.attributes.get("href", "")
    if token.name in ("link", "atom:link", "atom10:link") and address and len(record.links) < 50:
        record.links.append((token.attributes.get("rel", "alternate").lower(), address))


def _put(record: _Record, name: str, parts: list[str]) -> None:
    text = "".join(parts).strip()
    if name and text:
        record.texts.setdefault(name.removeprefix("atom:").removeprefix("rss:"), text)


def _link_of(record: _Record, base: str) -> str:
    written = next((address for rel, address in record.links if rel == "alternate"), "")
    said = record.texts.get("link", "") or written
    return urljoin_safe(base, one_line(said)) if said else ""


def _item(record: _Record, base: str) -> FeedItem:
    texts = record.texts
    guid = one_line(next((texts[name] for name in _GUID if texts.get(name)), "") or record.about)
    link = address_of(_link_of(record, base)) or address_of(guid)
    published = next(filter(None, (_moment(texts[name]) for name in _DATE if texts.get(name))), None)
    summary = next((texts[name] for name in _SUMMARY if texts.get(name)), "")
    return _made(guid, texts.get("title", ""), summary, link, published)


def _made(guid: str, title: str, summary: str, link: str, published: datetime | None) -> FeedItem:
    title, summary = _plain(title, LONGEST_TITLE), _plain(summary, LONGEST_SUMMARY, lines=True)
    said = (
        guid or link or "content:" + hashlib.sha256(f"{title}\n{summary}".encode("utf-8", "replace")).hexdigest()[:32]
    )
    if len(said) > 500:
        said = said[:400] + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]
    return FeedItem(said, title, summary, link, published)


def _digest(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode("utf-8", "replace")).hexdigest()[:32]


def urljoin_safe(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


# --- JSON Feed ----------------------------------------------------------------------------------------------------


def _json_feed(data: bytes, base: str) -> Feed:
    try:
        said = json.loads(decode(data))
    except (ValueError, RecursionError):
        return Feed()
    if not isinstance(said, dict):
        return Feed()
    website = urljoin_safe(base, _string(said, "home_page_url"))
    listed = said.get("items")
    found = [one for one in listed[:MOST_ITEMS] if isinstance(one, dict)] if isinstance(listed, list) else []
    return Feed(
        title=_plain(_string(said, "title"), LONGEST_TITLE),
        website=address_of(website),
        address=address_of(urljoin_safe(base, _string(said, "feed_url"))),
        items=_once(_json_item(one, website or base) for one in found),
    )


def _json_item(said: dict[str, Any], base: str) -> FeedItem:
    link = address_of(urljoin_safe(base, _string(said, "url") or _string(said, "external_url")))
    text = _string(said, "summary") or html.escape(_string(said, "content_text")) or _string(said, "content_html")
    published = _moment(_string(said, "date_published") or _string(said, "date_modified"))
    title = html.escape(_string(said, "title"))  # JSON Feed 1.1: plain text
    return _made(one_line(_string(said, "id")), title, text, link, published)


def _string(said: dict[str, Any], name: str) -> str:
    value = said.get(name)
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) and value != 0 else ""


# --- text and dates -----------------------------------------------------------------------------------------------

_HIDDEN = re.compile(r"<(script|style|head|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_BREAKS = re.compile(r"<(?:br|/?p|/?div|/?li|/?h[1-6]|/?tr|/?ul|/?ol|/?blockquote)\b[^<>]*/?>", re.IGNORECASE)
_CUT_TAG = re.compile(r"<[A-Za-z/!][^<>]*\Z")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")


def _plain(value: str, longest: int, *, lines: bool = False) -> str:
    """Text without HTML, however often it was escaped up to twice, cut at a word where it is too long."""
    value = _CUT_TAG.sub("", value[:_LOOKED_AT])
    for _ in range(2):
        value = _TAG.sub("", _BREAKS.sub("\n", _HIDDEN.sub(" ", value)))
        value = html.unescape(value)
    if lines:
        kept = (one_line(line) for line in several_lines(value).split("\n"))
        value = "\n".join(line for line in kept if line)
    else:
        value = one_line(value)
    if len(value) <= longest:
        return value
    cut = value[: longest - 1]
    return (cut.rsplit(None, 1)[0] if " " in cut[longest // 2 :] else cut).rstrip() + "…"


_ISO = re.compile(
    r"(\d{4})-?(\d\d)?-?(\d\d)?(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.I
)


def _moment(value: str) -> datetime | None:
    """A date of RFC 822 or ISO 8601 as UTC without offset; None where it is neither or beyond our years."""
    value = one_line(value[:80])
    match = _ISO.match(value)
    try:
        if match:
            year, month, day, hour, minute, second, zone = match.groups()
            text = f"{year}-{month or '01'}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}"
            found = datetime.fromisoformat(text + (zone or "").upper().replace("Z", "+00:00"))
        else:
            found = parsedate_to_datetime(value)
        if found.tzinfo is not None:
            found = found.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found if 1990 <= found.year <= 2200 else None
