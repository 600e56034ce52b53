"""What a write touched: returned by every action, and broadcast to the screens."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any


@dataclass(frozen=True, slots=True)
class Changes:
    """One recorded change. `change_id` is 0 where nothing had to be written.

    `label` is a fixed English word (``create``, ``edit``, ``delete``, ``restore``, ``merge``, ``import``, ``capture``,
    ``done``, ``snooze``…); `touched` holds (kind, id) of every entry that is different now; `created` the ids made.
    """

    label: str = ""
    change_id: int = 0
    touched: frozenset[tuple[str, int]] = frozenset()
    created: tuple[int, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(map(itemgetter(0), self.touched))  # an import touches thousands

    def touches(self, kind: str, entry_id: int) -> bool:
        return (kind, entry_id) in self.touched


NOTHING_CHANGED = Changes()


@dataclass(frozen=True, slots=True)
class HistoryRecord:
    """One line of an entry's history. `fields` maps a field's JSON key to its (old, new) JSON values."""

    change_id: int
    at: str
    label: str
    undone: bool
    kind: str
    entry_id: int
    title: str
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
