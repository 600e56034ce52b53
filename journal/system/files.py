"""Files that she asked for, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from journal.domain.errors import cannot_write


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into; it takes the name `path` once the block ends well and all of it is on the disk.

    Only this account can read it: it holds what she wrote. Raises UserFacingError where the disk refuses.
    """
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).replace(path)
    except OSError as problem:
        raise cannot_write(str(path.parent), problem) from problem
    finally:
        if beside:
            Path(beside).unlink(missing_ok=True)
