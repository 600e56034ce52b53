"""A tag: a free word across all entries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag as she first wrote it, and on how many entries (not in the trash) it stands."""

    name: str
    uses: int
