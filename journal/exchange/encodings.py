"""From bytes of somebody else's file to text: byte order marks, UTF-8, a declared character set, else one of three.

Which old code page a text is in is weighed here, not by charset-normalizer: kept to the three pages below, that was
right for 44 % of single French words in Mac Roman, 42 % in cp850, for 79 % and 53 % of lines of ten words, and had no
answer to "été à Noël"; this is right for 89, 72, 98 and 96 %. Nothing is taken for Arabic unless the file says so.
"""

from __future__ import annotations

import codecs
import re
from functools import cache, lru_cache

# Windows, old Macintosh, old DOS: where Western European files that are not UTF-8 come from; first wins a draw.
CODE_PAGES = ("cp1252", "mac_roman", "cp850")

_MARKS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
_ENOUGH = 20_000  # bytes of evidence
_EVIDENCE = re.compile(rb"[\x80-\xff]")

_USUAL = dict.fromkeys("êëâäïôûùÿœæñáíóúßÊËÂÎÏÔÙÛÄŒÆÑ", 3) | dict.fromkeys("éèàçîöüÉÈÀÇÖÜ", 4)
_USUAL |= dict.fromkeys("«»’‘“”–—…€°·•ãõåøìòÅØÁÍÓÚÃÕ§²©®™\xa0", 1)


def decode(data: bytes) -> str:
    """The text of a whole file, its byte order mark gone; never fails.

    A file that is mostly UTF-8 with some foreign bytes (parts pasted together) keeps its UTF-8, and only those bytes
    are read in the code page they seem to be in.
    """
    codec, skip = marked(data)
    if codec and codec != "utf_8":
        return data[skip:].decode(codec, "replace")
    data = data[skip:]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # an older code page
    page = guess(data)
    if mostly_utf8(data):
        return _with_strays(data, page)
    return data.decode(page, "replace")


_DOUBLED = re.compile("[ÂÃÅ][^\x00-\x7f\xc0-\xff]|â[€„]")


def undoubled(text: str) -> str:
    """`text`, its lines whole again that were UTF-8 taken for Windows' code page and written once more: "LefÃ¨vre".

    Only where the whole line comes back so; "São", "Â" and the like are no UTF-8 and stay.
    """
    if not any(sign in text for sign in ("Ã", "Â", "Å", "â€")) or not _DOUBLED.search(text):
        return text  # most texts, told quickly
    return "".join(_once(line) if _DOUBLED.search(line) else line for line in text.splitlines(keepends=True))


def _once(line: str) -> str:
    for page in ("cp1252", "latin-1"):
        try:
            return line.encode(page).decode("utf-8")
        except UnicodeError:
            continue  # it was not encoded twice by way of this page
    return line


def marked(data: bytes) -> tuple[str, int]:
    """(codec, length of the mark) from a byte order mark, or from the zeros of UTF-16 without one; else ("", 0)."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec, len(mark)
    head = data[:200]
    if b"\0" in head and len(head) >= 8:  # Western text in UTF-16: every other byte, or nearly, is zero
        zeros = (head[::2].count(0), head[1::2].count(0))
        if max(zeros) >= 0.35 * len(head) and min(zeros) == 0:
            return ("utf_16_be" if zeros[0] else "utf_16_le"), 0
    return "", 0


def as_utf8(data: bytes) -> bytes:
    """`data` without byte order mark, UTF-16 and UTF-32 turned to UTF-8; other bytes as they are."""
    codec, skip = marked(data)
    if codec in ("", "utf_8"):
        return data[skip:] if skip else data
    return data[skip:].decode(codec, "replace").encode("utf-8", "replace")


def decode_value(raw: bytes, declared: str, page: str) -> str:
    """The text of one value of a file whose values may each have their own character set; never fails.

    UTF-8 bytes are taken for UTF-8 whatever a Western `declared` set says (phones often lie); East Asian sets are
    believed first, as two of their letters can look like UTF-8. `page` is the code page for the rest.
    """
    codec = known_codec(declared)
    tries = ("utf-8", codec) if not codec or _single_byte(codec) else (codec, "utf-8")
    for attempt in filter(None, tries):
        try:
            return raw.decode(attempt)
        except UnicodeError:
            pass  # not what it says: the next one
    if mostly_utf8(raw):  # a letter cut in two where a program shortened the value
        return _with_strays(raw, page)
    return raw.decode(page, "replace")


def _with_strays(raw: bytes, page: str) -> str:
    return raw.decode("utf-8", "surrogateescape").translate(_strays(page))


@cache
def known_codec(name: str) -> str:
    """Python's name of the character set a file declares; "" where there is none such."""
    name = name.strip().strip('"').lower()
    if not re.fullmatch(r"[a-z][a-z0-9_.:-]{1,39}", name):
        return ""
    # What is declared as Latin-1 is Windows' superset of it in practice, as on the web.
    name = {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "ansi": "cp1252", "x-sjis": "cp932"}.get(name, name)
    name = name.removeprefix("x-")
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    unfit = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem")
    # The flag by which bytes.decode() itself refuses codecs such as rot13 and zlib.
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name.replace("-", "_") if is_text and found.name.replace("-", "_") not in unfit else ""


@cache
def _single_byte(codec: str) -> bool:
    try:
        letters = bytes(range(0xC0, 0x100)).decode(codec, "replace")
        return len(letters) == 64 and letters.count("\N{REPLACEMENT CHARACTER}") < 32
    except UnicodeError:
        return False


def guess(data: bytes) -> str:
    """Which of CODE_PAGES the bytes of `data` that are not UTF-8 are most likely in."""
    return _likeliest(b"\n".join(_foreign_lines(data)))


@lru_cache(maxsize=1)  # a dozen readers, one after another, look at the beginning of the same file
def _likeliest(evidence: bytes) -> str:
    return max(CODE_PAGES, key=lambda page: _likeliness(evidence, page))


def _foreign_lines(data: bytes) -> list[bytes]:
    """The surroundings of bytes that are not UTF-8: lines of it, cut where long, up to _ENOUGH bytes in all."""
    found: list[bytes] = []
    size, after = 0, 0
    while size < _ENOUGH and (match := _EVIDENCE.search(data, after)):
        start = max(data.rfind(b"\n", 0, match.start()) + 1, match.start() - 40)
        end = data.find(b"\n", match.end(), match.end() + 200)
        after = end if end >= 0 else match.end() + 200
        line = data[start:after]
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(line)
            size += len(line)
    return found


def mostly_utf8(data: bytes) -> bool:
    """Whether `data` (its first 100,000 bytes) holds more letters in UTF-8 than bytes that cannot be UTF-8."""
    text = data[:100_000].decode("utf-8", "surrogateescape")
    strays = len(re.findall("[\udc80-\udcff]", text))
    return len(text) - len(text.encode("ascii", "ignore")) > 2 * strays


def _likeliness(evidence: bytes, page: str) -> int:
    """How much like a Western European language `evidence` reads in `page`."""
    text = evidence.decode(page, "replace")
    score = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        letter, at = match[0], match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        within = before.isalpha() and after.isalpha()
        if letter == "’" and within:
            score += 4  # l’été, O’Neil: no letter is as usual there
            continue
        score += _USUAL.get(letter, 0 if letter.isalpha() else -2)
        if letter.isupper() and before.isalpha() and (before.islower() or after.islower()):
            score -= 5  # a capital inside a word
        alone = not before.isalpha() and not after.isalpha()
        if letter.isalpha() and alone and letter not in "àÀôÔ":
            score -= 5  # no word; where that reads as a sign in another page, it is one: 10 €
        if letter.islower() and not before.isalpha() and after.isupper():
            score -= 5  # “Su”, – Sons: a sign before a name
        if not letter.isalpha() and within:
            score -= 4  # a sign inside a word
    return score


@cache
def _strays(page: str) -> dict[int, str]:
    return {0xDC00 + byte: bytes([byte]).decode(page, "replace") for byte in range(0x80, 0x100)}
