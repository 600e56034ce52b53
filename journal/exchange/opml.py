"""OPML: the list of blogs that a feed reader gives. Each outline with a feed's address is a network of type "blog".

The folders around it become its tags. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from journal.domain.entry import folded, one_line
from journal.domain.errors import InvalidEntry
from journal.domain.network import Network
from journal.exchange.calendar_text import plain
from journal.exchange.loose_xml import MOST_TAGS, MOST_TEXT, Token, root, text_of, tokens
from journal.exchange.proposals import NO_ANSWERS, Proposed, Rejected

FORMAT = "opml"
DEEPEST = 20  # folders; those further in are not taken as tags
LONGEST_NAME = 200
_WEB = re.compile(r"(?:https?|feed)://[^\s/]", re.IGNORECASE)


def recognises(head: bytes, name: str) -> bool:
    """Whether the first element is <opml>; see Format."""
    return root(head) == "opml"


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """Every feed of the list, in its order; outlines without an address are folders. See Format."""
    folders: list[str] = []
    taken: set[str] = set()
    addresses: set[str] = set()
    for token in tokens(text_of(data)):
        if token.kind == "cut":
            yield cut_at(token.line)
        if token.name != "outline":
            continue
        if token.kind == "close":
            if folders:
                folders.pop()
            continue
        if _attribute(token, "xmlurl") or _attribute(token, "type").lower() in ("rss", "atom"):
            record = _feed(token, folders, taken)
            if not isinstance(record, Proposed) or record.key not in addresses:
                yield record
            if isinstance(record, Proposed):
                addresses.add(record.key)
        if token.kind == "open":
            folders.append("" if _attribute(token, "xmlurl") else _title(token))


def cut_at(line: int) -> Rejected:
    """What is said of a page or list that is not read to its end."""
    return Rejected(line, "markup_cut", {"most": str(MOST_TEXT // 2**20), "tags": str(MOST_TAGS)})


def _feed(token: Token, folders: list[str], taken: set[str]) -> Proposed | Rejected:
    address = address_of(_attribute(token, "xmlurl"))
    title = _title(token)
    if not address:
        reason = "feed_without_address" if not _attribute(token, "xmlurl") else "feed_address_unfit"
        return Rejected(token.line, reason, {"title": title[:80] or "?"})
    website = address_of(_attribute(token, "htmlurl"))
    tags = [folder[:100] for folder in folders[:DEEPEST] if folder]
    for category in _attribute(token, "category").split(","):
        tags += [part.strip()[:100] for part in category.split("/") if part.strip()]
    name = distinct_name(title or host_of(address), address, taken)
    draft = Network(
        name=name,
        type="blog",
        website=website,
        feed_url=address,
        offers=plain(_attribute(token, "description"))[:2000],
        tags=tuple(tags[:50]),
        source=FORMAT,
    )
    try:
        return Proposed(draft.checked(), FORMAT, address, token.line)
    except InvalidEntry as problem:
        return Rejected(token.line, problem.code, {key: str(value) for key, value in problem.details.items()})


def _attribute(token: Token, name: str) -> str:
    return one_line(token.attributes.get(name, ""))


def _title(token: Token) -> str:
    return one_line(plain(_attribute(token, "text") or _attribute(token, "title")))[:LONGEST_NAME]


def address_of(value: str) -> str:
    """A web address as it is followed ("feed://" is an old way to write one), "" where it is none."""
    value = one_line(value)
    if not _WEB.match(value) or len(value) > 500:
        return ""
    return re.sub(r"^feed://", "https://", value, flags=re.IGNORECASE)


def host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def distinct_name(name: str, address: str, taken: set[str]) -> str:
    """`name`, or with its site where another of the file bears it: a network is spoken of by its name."""
    tried, number = name, 1
    while folded(tried) in taken:
        tried = f"{name} ({host_of(address)})" if number == 1 else f"{name} ({number})"
        number += 1
    taken.add(folded(tried))
    return tried
