"""Files packed into a zip, as LinkedIn, Google and Facebook hand them over: opened one by one, within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from journal.domain.errors import UnreadableFile

LARGEST = 512 * 2**20  # bytes of all files read from one zip, unpacked: a hostile one must not fill the memory
MOST_MEMBERS = 20_000
_DATA = (".csv", ".vcf", ".ics", ".json", ".zip")  # pictures, pages and the like hold nothing to bring in


def is_packed(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def members(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """(path inside, contents) of each file that may hold entries. Raises UnreadableFile for a zip that is not whole,
    too large, or under a password."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            left = LARGEST
            for info in packed.infolist()[:MOST_MEMBERS]:
                hidden = info.filename.startswith("__MACOSX/")
                if info.is_dir() or hidden or not info.filename.lower().endswith(_DATA):
                    continue
                with packed.open(info) as file:
                    content = file.read(left + 1)  # the size it tells may be a lie
                left -= len(content)
                if left < 0:
                    raise UnreadableFile("file_too_large", file=name, most=LARGEST // 2**20)
                if content.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
                    yield info.filename, content
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as problem:
        raise UnreadableFile("zip_unreadable", file=name) from problem
