"""A template: how an entry she writes often begins. It holds what stays the same, never a date or a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self, cast

from journal.domain.entry import LONGEST_LINE, Entry, field_types, folded, one_line
from journal.domain.errors import InvalidEntry
from journal.domain.kinds import CLASS_OF, field_value, from_json, json_value

MOST = 100

# What a template of each kind may hold. The first is the entry's title, the last its text.
FIELDS: dict[str, tuple[str, ...]] = {
    "event": ("title", "type", "place", "link", "network", "hours", "tags", "notes"),
    "learning": ("title", "type", "network", "link", "hours", "tags", "body"),
}


@dataclass(frozen=True, slots=True)
class Template:
    """`fields`: field name -> JSON value, those of FIELDS that are filled."""

    name: str
    kind: str
    fields: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """What of an entry stays the same the next time. Raises InvalidEntry for one of a kind that has no templates,
        and for a confidential one."""
        if entry.kind not in FIELDS or entry.confidential:
            raise InvalidEntry("no_template_of_it", "kind")
        said = {name: json_value(getattr(entry, name)) for name in FIELDS[entry.kind]}
        return cls(entry.heading, entry.kind, {name: value for name, value in said.items() if value}).checked()

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Raises InvalidEntry where `data` is no template."""
        if not isinstance(data, Mapping) or data.get("kind") not in FIELDS:
            raise InvalidEntry("not_a_value", "kind", value=str(data)[:60])
        given = data.get("fields")
        fields = given if isinstance(given, Mapping) else {}
        kept = {name: fields[name] for name in FIELDS[data["kind"]] if fields.get(name)}
        return cls(str(data.get("name") or ""), data["kind"], kept).checked()

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "kind": self.kind, "fields": dict(self.fields)}

    def checked(self) -> Self:
        """With a clean name. Raises InvalidEntry where it has none, or a field holds what it cannot hold."""
        name = one_line(self.name)
        if not name:
            raise InvalidEntry("needs_a_title", "name")
        if len(name) > LONGEST_LINE:
            raise InvalidEntry("too_long", "name", count=len(name), most=LONGEST_LINE)
        from_json(self.kind, {"title": name, **self.fields}).checked()
        return replace(self, name=name)

    def values(self) -> dict[str, Any]:
        """Field name -> value, as an entry that is begun takes them."""
        types = field_types(cast(type, CLASS_OF[self.kind]))
        return {name: field_value(types[name], name, value) for name, value in self.fields.items()}


def with_template(known: Sequence[Template], new: Template, instead_of: str = "") -> list[Template]:
    """`known` with `new` in the place of the one called `instead_of`, or of the one of its own name; else at the end.

    Raises InvalidEntry where there would be too many.
    """
    gone = {folded(instead_of or new.name), folded(new.name)}
    place = next((at for at, one in enumerate(known) if folded(one.name) in gone), len(known))
    kept = [one for one in known if folded(one.name) not in gone]
    place = min(place, len(kept))
    if len(kept) >= MOST:
        raise InvalidEntry("too_many_values", "name", count=len(kept) + 1, most=MOST)
    return [*kept[:place], new, *kept[place:]]


def without_template(known: Sequence[Template], name: str) -> list[Template]:
    return [one for one in known if folded(one.name) != folded(name)]
