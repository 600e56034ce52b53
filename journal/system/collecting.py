"""Python's garbage collector, held back while very many objects are made that are all kept."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
# Young objects are looked through every 10,000 and not every 700, and older ones hardly ever: bringing in an address
# book takes a fifth less time. Not more at once: nothing else runs meanwhile, and she would notice. Not switched off: a
# file that makes garbage in rings must not fill the memory.
_SELDOM = (10_000, 500, 1_000)
_lock = threading.Lock()
_holding = 0


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """For the whole process, until the last of those who asked for it (in any thread) is done."""
    global _holding
    with _lock:
        _holding += 1
        gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        with _lock:
            _holding -= 1
            if not _holding:
                # What was made is counted among the old at once: looking through hundreds of thousands of objects that
                # are all kept would hold up every thread, the window's too, for a tenth of a second.
                gc.freeze()
                gc.unfreeze()
                gc.set_threshold(*_USUAL)
