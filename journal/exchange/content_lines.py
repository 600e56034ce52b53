"""Cards as lines of "name;parameters:value": where they begin and end, unfolded, decoded (RFC 2425, 6350 3, vCard 2.1).

All of it works on bytes until a line is whole, because folds fall inside UTF-8 letters; and every step is linear in the
size of the file, whatever is in it.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from journal.domain.entry import one_line
from journal.exchange import encodings

MOST_LINES = 20_000  # of one card; what comes after is not read
LONGEST_HEAD = 10_000  # characters of a property's name and parameters; a longer one is noise
_MOST_HEADS = 4_000  # different heads remembered while reading a file

_MARK = re.compile(
    rb"\n(?:\xef\xbb\xbf)?(?:([Bb][Ee][Gg][Ii][Nn])|[Ee][Nn][Dd])[ \t]*((?:;[^:\n]*+)?):[ \t]*"
    rb"[Vv][Cc][Aa][Rr][Dd](?:(?![\w-])|(?=[Bb][Ee][Gg][Ii][Nn]:))([^\n]*+)"
)
_GLUED = re.compile(rb"[ \t]*BEGIN[^:\n]*:[ \t]*VCARD\b", re.IGNORECASE)
_AGENT = re.compile(rb"\s*(?:[\w-]+\.)?AGENT\b[^:\n]*:[ \t]*", re.IGNORECASE)
_CHARSET = re.compile(rb"(?:CHARSET|ENCODING)=([\w.:-]+)", re.IGNORECASE)

# A picture, sound or key, with its continuation lines, folded or not: never taken, and most of a file's size.
_PICTURE = re.compile(
    rb"\n(?:[\w-]++\.)?(?i:PHOTO|LOGO|SOUND|KEY)[;:].*+"
    rb"(?:\n[ \t].*+|\n[A-Za-z0-9+/]{60,}+={0,2}+[ \t]*+(?=\n))*+"
)
_WORTH_CUTTING = 4_000  # bytes of a card
_PRINTABLE = re.compile(rb"[;=]QUOTED-PRINTABLE|=QP?[;:]", re.IGNORECASE)


@dataclass(slots=True)
class Card:
    """What stands between BEGIN and END, not yet split into lines; `line` is that of its BEGIN in the file."""

    line: int
    body: bytes
    charset: str = ""


def lines_of(data: bytes) -> bytes:
    """`data` as UTF-8 or as it came, every line begun by one \\n, the first one too."""
    data = encodings.as_utf8(data)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
        if b"\r" in data:  # "\r\r\n" of a text converted twice, or an old Macintosh's lone CR
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return b"\n" + data


def begins_a_card(head: bytes) -> bool:
    match = _MARK.search(lines_of(head))
    return match is not None and match[1] is not None


def cards(data: bytes) -> Iterator[Card]:
    """The cards of what `lines_of` gave. One without END ends where the next begins; one in an AGENT stays inside."""
    line, counted = 0, 0
    start, depth = -1, 0
    charset = ""
    for mark in _MARK.finditer(data):
        if mark[1]:
            if start >= 0:
                if _inside_agent(data, start, mark.start()):
                    depth += 1
                    continue
                yield Card(line, data[start : mark.start()], charset)
            line += data.count(b"\n", counted, mark.start() + 1)
            counted, start, depth = mark.start() + 1, mark.end(), 1
            said = _CHARSET.search(mark[2] + b";" + mark[3]) if mark[2] or mark[3] else None
            charset = said[1].decode("ascii", "replace") if said else ""
        elif start >= 0:
            depth -= 1
            if depth:
                continue
            yield Card(line, data[start : mark.start()], charset)
            start = -1
            if _GLUED.match(mark[3]):  # two files pasted together, the first without a last line break
                line += data.count(b"\n", counted, mark.start() + 1)
                counted, start, depth = mark.start() + 1, mark.end(), 1
    if start >= 0:
        yield Card(line, data[start:], charset)


def _inside_agent(data: bytes, start: int, at: int) -> bool:
    """Whether the card beginning at `at` is the value of an AGENT property, which is how 2.1 nests cards."""
    before = data[max(start, at - 300) : at].rstrip()
    return _AGENT.fullmatch(before[before.rfind(b"\n") + 1 :]) is not None


def unfolded(body: bytes) -> bytes:
    """`body` with every property on one line, without pictures."""
    if len(body) > _WORTH_CUTTING:
        body = _PICTURE.sub(b"\nPHOTO:", body)  # so that a last short line of it is not taken for text
    folds = b"\n " in body or b"\n\t" in body
    if (b"=\n" in body and _PRINTABLE.search(body)) or (folds and b":2.1" in body):
        return _unfolded_by_line(body)
    if folds:
        return body.replace(b"\n ", b"").replace(b"\n\t", b"")
    return body


def _unfolded_by_line(body: bytes) -> bytes:
    """For 2.1: quoted-printable goes on after "=" at the end of a line; a fold stands where a blank was, and keeps it.

    Most writers of 2.1 fold as in 3.0 all the same: a line full to its end was cut anywhere, a shorter one at a blank.
    """
    old = re.search(rb"\nVERSION:2\.1", body, re.IGNORECASE) is not None
    parts: list[bytes] = []
    after_soft: list[int] = []  # where in `parts` quoted-printable goes on
    printable = soft = False
    width = 0
    for line in body.split(b"\n"):
        if soft:
            parts[-1] = parts[-1][:-1]
            after_soft.append(len(parts))
            parts.append(line)
        elif line[:1] in (b" ", b"\t") and parts:
            parts.append(line if old and not printable and width < 60 else line[1:])
        else:
            printable = _PRINTABLE.search(line[: line.find(b":") + 1]) is not None
            parts += (b"\n", line)
        soft = printable and line.endswith(b"=")
        width = len(line)
    _drop_double_folds(parts, after_soft)
    return b"".join(parts[1:])


def _drop_double_folds(parts: list[bytes], after_soft: list[int]) -> None:
    """Some programs fold with a blank after a soft break too. That is so where all its lines begin with one, or where
    it stands inside a letter; a single such line may well begin with a blank of the text."""
    going_on = [parts[at] for at in after_soft if parts[at]]
    blanks = sum(line[:1] in (b" ", b"\t") for line in going_on)
    all_of_them = blanks == len(going_on) > 1
    for at in after_soft if blanks else ():
        if parts[at][:1] in (b" ", b"\t") and (all_of_them or re.match(rb".=[89AB][0-9A-F]", parts[at])):
            parts[at] = parts[at][1:]


# --- heads ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Head:
    """What stands before the colon, upper case but for `types`, which come from TYPE= or bare (2.1).

    The reader adds what it makes of it: `label` of a value, `plain` name of the property, `rank` among its like (0 to
    100), whether to `skip` it, and which function is to `take` it.
    """

    name: str
    group: str = ""
    types: tuple[str, ...] = ()
    params: dict[str, str] = field(default_factory=dict)
    charset: str = ""
    encoding: str = ""  # "", "q" (quoted-printable) or "b" (base64)
    skip: bool = False
    label: str = ""
    plain: str = ""
    rank: int = 100
    take: Callable[[Any, Head, str], None] = lambda *_: None


_HEAD = re.compile(r"\s*(?:([\w-]++)\.)?([A-Za-z][\w-]*+)\s*(?=;|$)")
_PARAM = re.compile(r';\s*([^=;:"]*+)(?:=((?:"[^"]*+"|[^;"]++|")*+))?')
_QUOTED_HEAD = re.compile(r'((?:[^":]++|"[^"]*+")*+):(.*)', re.DOTALL)
# Empty properties some programs write without their colon.
_OFTEN_BARE = frozenset(("N", "FN", "ORG", "TEL", "EMAIL", "NOTE", "ADR", "TITLE", "URL", "BDAY"))
_OF_SEVERAL_LINES = frozenset(("NOTE", "LABEL", "ADR", "DESCRIPTION", "X-NOTES"))
_ENCODINGS = {"QUOTED-PRINTABLE": "q", "QP": "q", "Q": "q", "BASE64": "b", "B": "b", "8BIT": "", "7BIT": ""}


def parse_head(text: str) -> Head | None:
    """None where `text` is no name and parameters: the line is then part of the value before it."""
    match = _HEAD.match(text)
    if not match:
        return None
    head = Head(match[2].upper(), (match[1] or "").lower())
    types: list[str] = []
    for name, value in _PARAM.findall(text, match.end()):
        name, value = name.strip().upper(), value.strip()
        if not value:
            name, value = ("ENCODING" if name in _ENCODINGS else "TYPE"), name
        value = value.replace('"', "")
        if name == "TYPE":
            types += (word.strip().lower() for word in value.split(","))
        elif name == "ENCODING":
            head.encoding = _ENCODINGS.get(value.upper(), "")
        elif name == "CHARSET":
            codec = encodings.known_codec(value)
            head.charset = "" if codec == "utf_8" else codec
        else:
            if "^" in value:  # RFC 6868
                value = value.replace("^n", "\n").replace("^'", '"').replace("^^", "^")
            head.params.setdefault(name, value)
    head.types = tuple(dict.fromkeys(word for word in types if word))
    return head


# --- lines ----------------------------------------------------------------------------------------------------------


class Lines:
    """Splits cards into (head, raw value); remembers heads, as a file has few different ones.

    `prepare` says of each new head what is made of its values.
    """

    def __init__(self, data: bytes, prepare: Callable[[Head], None]) -> None:
        self._data = data
        self._prepare = prepare
        self._heads: dict[str, Head | None] = {}
        self._page = ""
        self._nameless = Head("OTHER")
        prepare(self._nameless)

    @property
    def page(self) -> str:
        """The code page of what is neither UTF-8 nor says what it is; looked for once, when needed."""
        if not self._page:
            self._page = encodings.guess(self._data)
        return self._page

    def split(self, card: Card) -> tuple[list[tuple[Head, str]], list[str]]:
        """The properties of a card, decoded but still escaped, and the lines of a card nested in it."""
        body = unfolded(card.body)
        try:
            text, foreign = body.decode("utf-8"), False
        except UnicodeDecodeError:
            text, foreign = body.decode("utf-8", "surrogateescape"), True
        taken: list[tuple[Head, str]] = []
        inner: list[str] = []
        more: list[str] = []  # lines that are no properties
        depth, is_card, fresh = 0, False, False
        heads = self._heads
        for line in text.split("\n", MOST_LINES)[:MOST_LINES]:
            before, _, value = line.partition(":")
            head = heads.get(before)
            if head is None:
                if '"' in before and (match := _QUOTED_HEAD.match(line)):
                    before, value = match[1], match[2]
                head = self._head(before, line)
                if head is None:
                    if line and fresh and not depth and line not in _OFTEN_BARE:
                        more.append(self._value(Head(""), line, card.charset) if foreign else line)
                    continue
            if more:
                self._go_on(taken, more)
            if head.skip:
                fresh = False
                if head.name == "BEGIN":
                    depth += 1
                    if depth == 1:
                        is_card = value.strip()[:5].upper() == "VCARD"
                elif head.name == "END" and depth:
                    depth -= 1
            elif depth:
                if depth == 1 and is_card:
                    inner.append(line)
            elif value:
                if head.encoding or head.charset or card.charset or (foreign and not value.isascii()):
                    value = self._value(head, value, card.charset)
                taken.append((head, value))
                fresh = True
        if more:
            self._go_on(taken, more)
        return taken, inner

    def _go_on(self, taken: list[tuple[Head, str]], more: list[str]) -> None:
        """Lines without a name belong to the text before them, were it written with bare line breaks; else they stand
        as properties of no name, unless they look like what is left of a picture."""
        head, value = taken[-1]
        if head.name in _OF_SEVERAL_LINES:
            taken[-1] = head, "\\n".join((value, *more))
        else:
            taken += ((self._nameless, line) for line in more if len(line) <= 40 or " " in line[:100])
        more.clear()

    def _head(self, before: str, line: str) -> Head | None:
        if before in self._heads:
            return self._heads[before]
        bare = len(before) == len(line)
        head = parse_head(before) if len(before) <= LONGEST_HEAD and not bare else None
        if head is not None:
            self._prepare(head)
            if len(self._heads) < _MOST_HEADS:
                self._heads[before] = head
        return head

    def _value(self, head: Head, value: str, charset: str) -> str:
        raw = value.encode("utf-8", "surrogateescape")
        if head.encoding == "q":
            # An encoded semicolon is text, a bare one separates; a backslash is an escape only before a separator.
            raw = re.sub(rb"(?<!=5C)(?<!\\)=3B", rb"=5C=3B", raw, flags=re.IGNORECASE)
            raw = re.sub(rb"\\(?![;,:])", rb"\\\\", binascii.a2b_qp(raw))
        elif head.encoding == "b":
            try:
                raw = binascii.a2b_base64(raw)
            except binascii.Error:
                pass  # it says so and is none: the text as it stands
        return encodings.decode_value(raw, head.charset or charset, self.page if not raw.isascii() else "cp1252")


# --- values ---------------------------------------------------------------------------------------------------------


def unescaped(value: str) -> str:
    """`value` with \\\\ \\n \\, \\; \\: and \\" resolved; any other backslash stays (a Windows path in a note)."""
    if "\\" not in value:
        return value
    value = value.replace("\0", "").replace("\\\\", "\0").replace("\\n", "\n").replace("\\N", "\n")
    value = value.replace("\\,", ",").replace("\\;", ";").replace("\\:", ":").replace('\\"', '"')
    return value.replace("\0", "\\")


def neat(value: str) -> str:
    """`value` on one line; most are already, and need no more than a look."""
    return value.strip() if value.isprintable() and "  " not in value else one_line(value)


def flat(value: str) -> str:
    """`value` unescaped, on one line."""
    return neat(unescaped(value) if "\\" in value else value)


def components(value: str, separator: str = ";", most: int = 100) -> list[str]:
    """The parts of `value` between unescaped separators, unescaped; everything after `most` of them is one part."""
    if "\\" not in value:
        return value.split(separator, most)
    guarded = value.replace("\0", "").replace("\1", "").replace("\\\\", "\0").replace("\\" + separator, "\1")
    return [
        unescaped(part.replace("\1", "\\" + separator).replace("\0", "\\\\")) for part in guarded.split(separator, most)
    ]


def escaped(value: str) -> str:
    value = value.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return value.replace(",", "\\,").replace(";", "\\;")


def folded_line(line: str) -> str:
    """`line` in pieces of at most 75 octets, no letter split, each ended by CRLF (RFC 6350 3.2)."""
    if len(line) <= 75 and line.isascii():
        return line + "\r\n"
    raw = line.encode("utf-8", "replace")
    pieces: list[bytes] = []
    start, room = 0, 75
    while start < len(raw):
        end = min(start + room, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end])
        start, room = end, 74  # the blank before it counts
    return b"\r\n ".join(pieces).decode("utf-8") + "\r\n"
