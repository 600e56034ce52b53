"""What she does not see on screen is not taken away by what she writes there: hidden people and networks stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from journal.domain.entry import Entry, folded
from journal.store import veil
from journal.store.journal import Journal

if TYPE_CHECKING:
    from journal.store.writing import Writer


@dataclass(frozen=True, slots=True)
class Unseen:
    """The ids and (without case and accents) the names of what is hidden while an entry is edited."""

    ids: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def kept(self, entry: Entry, fields: Mapping[str, Any]) -> dict[str, Any]:
        """`fields` to be written to `entry`, with what it already holds and she could not see."""
        whole = dict(fields)
        if not self.ids:
            return whole
        for name in ("participants", "people"):
            if name in whole:
                given = {person.id for person in whole[name]}
                whole[name] = (
                    *whole[name],
                    *(p for p in getattr(entry, name) if p.id in self.ids and p.id not in given),
                )
        if "networks" in whole:
            given = {folded(one.name) for one in whole["networks"]}
            stored = [(one, folded(one.name)) for one in getattr(entry, "networks", ())]
            whole["networks"] = (
                *whole["networks"],
                *(one for one, name in stored if name in self.names and name not in given),
            )
        if "network" in whole and not whole["network"] and folded(getattr(entry, "network", "")) in self.names:
            whole["network"] = entry.network  # type: ignore[attr-defined]  # an event or a learning
        if "introduced_by" in whole and not whole["introduced_by"]:
            stored_name = getattr(entry, "introduced_by", "")
            if stored_name and veil.names_one_of(stored_name, self.people):
                whole["introduced_by"] = stored_name
        if "event" in whole and not whole["event"] and getattr(entry, "event", 0) in self.ids:
            whole["event"] = entry.event  # type: ignore[attr-defined]  # a learning
        return whole


def unseen(journal: Journal, writer: Writer) -> Unseen:
    """What is hidden at this moment; nothing where all is shown."""
    if journal.confidential_shown:
        return Unseen()
    ids = veil.hidden_ids(writer.sql)
    names = writer.sql.execute("SELECT name_key FROM entry WHERE confidential = 1 AND kind = 'network'") if ids else ()
    people = veil.names_hidden(writer.sql) if ids else frozenset()
    return Unseen(frozenset(ids), frozenset(name for (name,) in names), people)
