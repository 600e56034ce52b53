"""Where the words of a search stand in a text: marked for showing, in the part of it that shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from journal.domain.entry import folded

FROM, TO = "\x02", "\x03"  # around what was found
EXCERPT = 90  # characters shown of a body
LONGEST_LOOKED_AT = 20_000  # characters of a body in which the words are looked for

# Letters without case and accent, one for one, so that places in the levelled text are places in the text.
_LEVEL = {
    code: plain
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250))
    if len(plain := folded(chr(code))) == 1 and plain != chr(code)
}
Finder = tuple[str, ...]  # words without case and accents, found where a word begins so


def finder(words: Iterable[str]) -> Finder:
    return tuple(sorted(set(filter(None, words)), key=len, reverse=True))


@lru_cache(maxsize=64)
def _pattern(words: Finder) -> re.Pattern[str]:
    """Made when something is first shown: most of what is typed is overtaken by the next letter."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})[^\W_]*")


def marked(text: str, words: Finder) -> str:
    """The whole of a short text with the words found between the marks."""
    return _marked(text, text.translate(_LEVEL), _pattern(words), 0, len(text)) if words else text


def excerpt(body: str, words: Finder) -> str:
    """The part of a body around the first word found, words found between the marks; "" where none is."""
    if not words:
        return ""
    found = _pattern(words)
    body = " ".join(body[:LONGEST_LOOKED_AT].split())
    level = body.translate(_LEVEL)
    first = found.search(level)
    if first is None:
        return ""
    start = max(0, first.start() - EXCERPT // 3)
    if start:
        start = body.find(" ", start, first.start()) + 1 or first.start()
    end = max(first.end(), start + EXCERPT)
    if end < len(body):
        end = max(first.end(), body.rfind(" ", start, end))
    return ("…" if start else "") + _marked(body, level, found, start, end) + ("…" if end < len(body) else "")


def _marked(text: str, level: str, found: re.Pattern[str], start: int, end: int) -> str:
    pieces, at = [], start
    for match in found.finditer(level, start, end):
        pieces += [text[at : match.start()], FROM, text[match.start() : match.end()], TO]
        at = match.end()
    return "".join([*pieces, text[at:end]])
