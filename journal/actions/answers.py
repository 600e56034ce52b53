"""Her answers to what a file could not say by itself, kept in the journal: the same titles are not asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from journal.exchange import column_guess
from journal.store.journal import Journal

if TYPE_CHECKING:
    from journal.store.writing import Writer

_PREFIX = "answer:"
FIELDS = tuple(dict.fromkeys((*column_guess.CONTACT, *column_guess.EVENT)))  # what a column may be


class Remembered(Mapping[str, str]):
    """Question.key -> answer: those `given` now, else those kept in the journal, looked up once when asked for."""

    def __init__(self, journal: Journal, given: Mapping[str, str]) -> None:
        self._journal = journal
        self._known = dict(given)

    def __getitem__(self, key: str) -> str:
        if key not in self._known:
            self._known[key] = self._journal.setting(_PREFIX + key)
        if not self._known[key]:
            raise KeyError(key)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key, answer in self._known.items() if answer)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def remember(writer: Writer, given: Mapping[str, str]) -> None:
    """Keeps answers for the next file of the same kind, in the change that takes this one in. Who somebody is, the
    entry itself remembers."""
    for key, answer in given.items():
        if not key.startswith("person:"):
            writer.set_setting(_PREFIX + key, answer)
