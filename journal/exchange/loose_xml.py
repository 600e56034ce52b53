"""XML as feeds and lists of feeds really are: read from tag to tag in one walk, whatever is wrong with it.

Not a parser of the standard library: those stop at the first fault, and know entities that grow without end. Not
feedparser either: 6.0.14 reads no JSON Feed, needs 9 s for 3 MB of tags inside each other, and does not come back from
a tag of 300,000 attributes. Here no entity is ever defined, no other file is opened, and what is read is bounded.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from journal.exchange.encodings import decode, known_codec, marked

MOST_TEXT = 8 * 2**20  # characters looked at; what follows is not read
MOST_TAGS = 200_000
MOST_ATTRIBUTES = 60  # of one tag
LONGEST_TAG = 64 * 1024

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.IGNORECASE)
_NAME = re.compile(r"</?\s*([A-Za-z_][\w.:-]{0,80})")
_ATTRIBUTE = re.compile(r"([A-Za-z_][\w.:-]{0,80})\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s\"'<>]+))")
_C1 = {number: bytes([number]).decode("cp1252", "ignore") or None for number in range(0x80, 0xA0)}


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "open", "close", "empty" (a tag that closes itself), "text", or "cut", the last where more is not
    read.

    Names are in lower case, a usual prefix kept ("dc:date"), of attributes too; `line` counts from 1.
    """

    kind: str
    name: str
    text: str = ""
    line: int = 0
    attributes: dict[str, str] = field(default_factory=dict)


def text_of(data: bytes) -> str:
    """The characters of an XML file: its byte order mark, what it declares, else what it seems to be in."""
    declared = _DECLARED.search(data[:400])
    codec = known_codec(declared[1].decode("ascii")) if declared else ""
    if marked(data)[0] or not codec or codec.startswith("utf"):
        text = decode(data)
    else:
        try:
            text = codecs.decode(data, codec, "strict")
        except UnicodeError:
            text = decode(data)
    # Windows' quotes and dashes written as control characters, as old blogs do.
    return text[:MOST_TEXT].translate(_C1)


def root(head: bytes) -> str:
    """The name of the first element, in lower case without a prefix; "" where the file does not begin as XML."""
    for token in tokens(text_of(head)):
        if token.kind != "text":
            return token.name.rpartition(":")[2]
        if token.text.strip():
            break
    return ""


def tokens(text: str) -> Iterator[Token]:
    """Tags and texts in their order; comments, instructions and declarations are passed over. Never fails."""
    at, line, counted, tags = 0, 1, 0, 0
    last_comment = text.rfind("-->")  # asked once: each that never ends would search to the end
    while at < len(text) and tags < MOST_TAGS:
        line += text.count("\n", counted, at)
        counted = at
        start = text.find("<", at)
        if start < 0:
            start = len(text)
        if start > at:
            yield Token("text", "", html.unescape(text[at:start]), line)
            line += text.count("\n", counted, start)
            counted = start
        if start == len(text):
            at = start
            break
        tags += 1
        if text.startswith("<![CDATA[", start):
            end = text.find("]]>", start)
            end = len(text) if end < 0 else end
            yield Token("text", "", text[start + 9 : end], line)
            at = end + 3
        elif text.startswith("<!--", start):
            at = start + 4 if start > last_comment else text.find("-->", start) + 3
        elif text.startswith("<!", start) or text.startswith("<?", start):
            at = _after_declaration(text, start)
        else:
            token, at = _tag(text, start, line)
            if token is not None:
                yield token
    if at < len(text) or len(text) >= MOST_TEXT:
        yield Token("cut", "", "", line)


def _after_declaration(text: str, start: int) -> int:
    """Where a <!DOCTYPE …[…]> or <?…?> ends; what it declares is never read."""
    end = text.find(">", start, start + LONGEST_TAG)
    bracket = text.find("[", start, end) if end >= 0 else -1
    if bracket >= 0:
        closed = text.find("]", bracket, bracket + LONGEST_TAG)
        end = text.find(">", closed, closed + LONGEST_TAG) if closed >= 0 else -1
    return start + 2 if end < 0 else end + 1


def _tag(text: str, start: int, line: int) -> tuple[Token | None, int]:
    """The tag that begins at `start`, None where it is only a "<"; and where to go on."""
    named = _NAME.match(text, start)
    if not named:
        return Token("text", "", "<", line), start + 1
    end = _end_of(text, named.end())
    if end < 0:
        return None, named.end()
    name = named[1].lower()
    if text[start + 1] == "/":
        return Token("close", name, "", line), end + 1
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text, named.end(), end):
        if len(attributes) == MOST_ATTRIBUTES:
            break
        value = match[2] or match[3] or match[4] or ""
        attributes.setdefault(match[1].lower(), html.unescape(value))
    kind = "empty" if text[end - 1] == "/" else "open"
    return Token(kind, name, "", line, attributes), end + 1


_TAG_REST = re.compile(r"(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+>")  # never past the next "<": one walk in all


def _end_of(text: str, at: int) -> int:
    """The ">" that ends a tag, not one inside quotes; -1 where another tag begins first or none comes."""
    found = _TAG_REST.match(text, at, min(len(text), at + LONGEST_TAG))
    return found.end() - 1 if found else -1
