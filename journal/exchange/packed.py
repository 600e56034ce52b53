"""Files packed into a zip, as LinkedIn, Google and Facebook hand them over: opened one by one, within bounds.

Nothing is ever written to disk by a name from inside. A member that cannot be what it seems (a link, a path that leaves
the zip, a name that came before, one that unpacks to hundreds of times its size) is told, not opened; so is a zip
within the zip.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator

from journal.domain.errors import UnreadableFile

LARGEST = 200 * 2**20  # bytes of all files read from one zip, unpacked: a hostile one must not fill the memory
MOST_MEMBERS = 20_000
HIGHEST_RATIO = 200  # unpacked to packed; tables and cards shrink to a tenth, a long run of one letter to a thousandth
_SMALL = 4 * 2**20  # bytes that are harmless whatever their ratio
_CHUNK = 2**20
# Pictures and the like hold nothing to bring in.
_DATA = (".csv", ".tsv", ".xlsx", ".vcf", ".ics", ".json", ".html", ".htm", ".xml", ".opml", ".eml", ".zip")
_LEAVES = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")


def is_packed(data: bytes) -> bool:
    """Whether `data` is a zip of files, and not a workbook (which is a zip, too)."""
    return data.startswith(b"PK\x03\x04") and not is_workbook(data)


def is_workbook(data: bytes) -> bool:
    """Whether a whole file is an Office Open XML workbook (.xlsx)."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names)


def members(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """(path inside, contents) of each file that may hold entries; no contents for one that is not opened.

    Raises UnreadableFile for a zip that is not whole, too large, or under a password.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            left = LARGEST
            seen: set[str] = set()
            listed = packed.infolist()
            for info in listed[:MOST_MEMBERS]:
                path = info.filename
                hidden = path.startswith("__MACOSX/")
                if info.is_dir() or hidden or not path.lower().endswith(_DATA):
                    continue
                if path in seen or not _is_plain(info):
                    yield path, b""
                    continue
                seen.add(path)
                content = unpacked(packed, info, left)
                if content is None:
                    yield path, b""
                    continue
                left -= len(content)
                if left < 0:
                    raise UnreadableFile("file_too_large", file=name, most=LARGEST // 2**20)
                if content.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
                    yield path, content
            if len(listed) > MOST_MEMBERS:
                yield f"(+{len(listed) - MOST_MEMBERS})", b""
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as problem:
        raise UnreadableFile("zip_unreadable", file=name) from problem


def _is_plain(info: zipfile.ZipInfo) -> bool:
    """Whether a member is a file within the zip, no link and nowhere else."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    return kind in (0, stat.S_IFREG) and not _LEAVES.search(info.orig_filename) and "\x00" not in info.orig_filename


def unpacked(packed: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes | None:
    """The contents of one member, up to `most` + 1 bytes; None where it is a bomb. The sizes it tells may be lies."""
    bound = max(_SMALL, info.compress_size * HIGHEST_RATIO)
    if info.file_size > bound:
        return None
    found = io.BytesIO()  # gives its bytes away without a copy
    with packed.open(info) as file:
        while found.tell() <= most:
            part = file.read(min(_CHUNK, most + 1 - found.tell()))
            if not part:
                break
            found.write(part)
            if found.tell() > bound:
                return None
    return found.getvalue()
