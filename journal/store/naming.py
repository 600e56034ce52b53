"""Names to numbers: the people, networks and tags that entries speak of by name, found or made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from journal.domain.contact import Contact, clean_memberships, split_name
from journal.domain.entry import Entry, LabelledValue, Membership, Person, folded, is_email
from journal.domain.errors import InvalidEntry, NotFound, UserFacingError
from journal.domain.event import Event
from journal.domain.learning import Learning
from journal.domain.network import Network, known_name, known_type
from journal.domain.reminder import Reminder
from journal.store import rows
from journal.store.indexing import column_of
from journal.store.reading import is_id

# What reads the ids of the networks an entry is joined to, in order, by its kind.
_JOINED = {
    "contact": "SELECT network_id FROM membership WHERE contact_id = ? ORDER BY position",
    "event": "SELECT network_id FROM event WHERE id = ? AND network_id IS NOT NULL",
    "learning": "SELECT network_id FROM learning WHERE id = ? AND network_id IS NOT NULL",
}


class Names:
    """Of one transaction. `create`: makes entries of drafts and gives their ids."""

    def __init__(self, sql: Any, create: Callable[[Sequence[Entry]], list[int]]) -> None:
        self._sql = sql
        self._create = create
        self._networks: dict[str, tuple[int, str]] | None = None  # folded name -> (id, the name as it is spelt)
        self._tags: dict[str, tuple[int, str]] = {}  # folded name -> (id, the name as she first wrote it)

    def with_numbers(self, entries: Sequence[Entry]) -> list[Entry]:
        """The entries with every person numbered and every network and tag there, made where missing.

        Raises NotFound, InvalidEntry("name_taken") or UserFacingError("ambiguous_name").
        """
        # Contacts, the many of an address book, speak of networks and tags alone, and most of none.
        others = [entry for entry in entries if not isinstance(entry, Contact)]
        self._refuse_unknown_links(others)
        self._refuse_taken_names(others)
        tags = self.tags(tag for entry in entries for tag in entry.tags)
        named = [_with_tags(entry, tags) if entry.tags else entry for entry in entries]
        if any(map(rows.networks_of, named)):
            named = [self._with_known_networks(entry) for entry in named]
            if self._make_networks(name for entry in named for name in rows.networks_of(entry)):
                named = [self._with_known_networks(entry) for entry in named]  # as the first of them spelt it
        unknown = [p.name for entry in others for p in rows.people_of(entry) if not p.id]
        if not unknown:
            return named
        ids = self._people_ids(unknown)
        return [_numbered(entry, ids) for entry in named]

    def _refuse_taken_names(self, entries: Iterable[Entry]) -> None:
        """Raises InvalidEntry for a network of a name that another one bears: entries speak of networks by name."""
        owners = {}
        for entry in entries:
            if isinstance(entry, Network):
                key = folded(entry.name)
                query = "SELECT id FROM entry WHERE kind = 'network' AND name_key = ? AND id <> ?"
                if key in owners or self._sql.execute(query, (key, entry.id)).fetchone():
                    raise InvalidEntry("name_taken", "name", value=entry.name)
                owners[key] = entry.id

    def _refuse_unknown_links(self, entries: Iterable[Entry]) -> None:
        """Raises NotFound for the first person, event or subject of a reminder that is not there."""
        wanted: dict[int, str] = {}
        for entry in entries:
            wanted.update((person.id, "contact") for person in rows.people_of(entry) if person.id)
            if isinstance(entry, Learning) and entry.event:
                wanted[entry.event] = "event"
            if isinstance(entry, Reminder) and entry.about:
                wanted.setdefault(entry.about.id, "")
        kinds = column_of(self._sql, "kind", [entry_id for entry_id in wanted if is_id(entry_id)])
        for entry_id, kind in wanted.items():
            if entry_id not in kinds or kind not in ("", kinds[entry_id]):
                raise NotFound("no_such_entry", id=entry_id)

    # --- networks -------------------------------------------------------------------------------------------------

    def networks_changed(self) -> None:
        """Forgets what the networks are called: one was made or renamed."""
        self._networks = None

    def joined(self, entry: Entry) -> list[int]:
        """The ids of the networks an entry is joined to, in order. Names do not tell: two may bear one name."""
        query = _JOINED.get(entry.kind)
        return [row[0] for row in self._sql.execute(query, (entry.id,))] if query else []

    def links(self, entry: Entry, old: Entry | None = None) -> list[int]:
        """The ids of the networks `entry` names; one that `old` names too is the one `old` is joined to."""
        named = rows.networks_of(entry)
        if not named:
            return []
        kept: dict[str, int] = {}
        if old is not None:
            joined = zip(rows.networks_of(old), self.joined(old), strict=True)
            kept = {folded(name): link for name, link in reversed(list(joined))}
        known = self._known_networks()
        return [kept[key] if key in kept else known[key][0] for key in map(folded, named)]

    def _known_networks(self) -> dict[str, tuple[int, str]]:
        if self._networks is None:
            query = "SELECT name_key, id, title FROM entry WHERE kind = 'network' ORDER BY deleted_at IS NULL, id DESC"
            self._networks = {key: (number, title) for key, number, title in self._sql.execute(query)}
        return self._networks

    def _with_known_networks(self, entry: Entry) -> Entry:
        """Networks spelt as theirs are, and former names (Yammer, EUMA) brought to today's, unless a network of hers
        bears the former one."""
        names = rows.networks_of(entry)
        known = self._known_networks() if names else {}

        def today(name: str) -> str:
            for one in (name, known_name(name)):
                if folded(one) in known:
                    return known[folded(one)][1]
            return known_name(name)

        if all(today(name) == name for name in names):
            return entry
        if isinstance(entry, Contact):
            renamed = tuple(Membership(today(m.name), m.role) for m in entry.networks)
            return replace(entry, networks=clean_memberships(renamed))  # Yammer and Viva Engage are one
        assert isinstance(entry, Event | Learning)
        return replace(entry, network=today(names[0]))

    def _make_networks(self, names: Iterable[str]) -> bool:
        """Whether some were missing, and made."""
        known = self._known_networks()
        missing = {folded(name): name for name in reversed(list(names)) if folded(name) not in known}
        if missing:
            self._create([Network(name=name, type=known_type(name)) for name in missing.values()])
            self._networks = None
        return bool(missing)

    def network_named(self, name: str) -> int:
        """The id of the network of that name, as it is called today; made where there is none."""
        key = next((one for one in map(folded, (name, known_name(name))) if one in self._known_networks()), "")
        if not key:
            key = folded(known_name(name))
            self._make_networks([known_name(name)])
        return self._known_networks()[key][0]

    # --- people ---------------------------------------------------------------------------------------------------

    def _people_ids(self, names: Sequence[str]) -> dict[str, int]:
        """Folded name -> id; contacts are made for names nobody bears."""
        ids: dict[str, int] = {}
        missing: dict[str, Contact] = {}  # by the name they will bear: "DUPONT Claire" and "Claire Dupont" are one
        for name in dict.fromkeys(names):
            found = self.contacts_named(name)
            if len(found) > 1:
                raise UserFacingError("ambiguous_name", name=name, ids=", ".join(map(str, found)))
            if found:
                ids[folded(name)] = found[0]
            else:
                draft = contact_named(name)
                missing.setdefault(folded(draft.name), draft)
        if missing:
            made = dict(zip(missing, self._create(list(missing.values())), strict=True))
            for name in names:
                if folded(name) not in ids:
                    ids[folded(name)] = made[folded(contact_named(name).name)]
        return ids

    def contacts_named(self, name: str) -> list[int]:
        """The contacts (not in the trash) of that name or, where it is one, that e-mail address."""
        if is_email(name):
            query = """SELECT DISTINCT v.contact_id FROM contact_value v JOIN entry e ON e.id = v.contact_id
                WHERE v.match_key = ? AND v.field = 'emails' AND e.deleted_at IS NULL"""
            return [row[0] for row in self._sql.execute(query, (rows.match_key("emails", name),))]
        query = """SELECT id FROM entry
            WHERE name_key IN (?, ?) AND kind = 'contact' AND deleted_at IS NULL ORDER BY id"""
        return [row[0] for row in self._sql.execute(query, (folded(name), folded(contact_named(name).name)))]

    # --- tags -----------------------------------------------------------------------------------------------------

    def tags(self, names: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Each of `names` -> (id, the name as she first wrote it); made where missing."""
        wanted = {name: folded(name) for name in dict.fromkeys(names)}
        if not wanted:
            return {}
        if not self._tags.keys() >= set(wanted.values()):
            self._read_tags()
            missing = {key: name for name, key in reversed(wanted.items()) if key not in self._tags}
            if missing:
                self._sql.executemany(
                    "INSERT INTO tag (name, folded) VALUES (?, ?)", [(name, key) for key, name in missing.items()]
                )
                self._read_tags()
        return {name: self._tags[key] for name, key in wanted.items()}

    def _read_tags(self) -> None:
        found = self._sql.execute("SELECT folded, id, name FROM tag")
        self._tags = {key: (number, name) for key, number, name in found}


def contact_named(name: str) -> Contact:
    """A draft of a contact known by name, or by address, only."""
    if is_email(name):
        return Contact(emails=(LabelledValue(name),))
    given, family = split_name(name)
    whole = name if f"{given} {family}".strip() != name and "," not in name and not family.istitle() else ""
    return Contact(given_name=given, family_name=family, full_name=whole)


def _with_tags(entry: Entry, tags: Mapping[str, tuple[int, str]]) -> Entry:
    """The entry with its tags as she first wrote them."""
    spelt = tuple([tags[tag][1] for tag in entry.tags])
    return entry if spelt == entry.tags else replace(entry, tags=spelt)


def _numbered(entry: Entry, ids: Mapping[str, int]) -> Entry:
    people = rows.people_of(entry)
    if not people or all(person.id for person in people):
        return entry
    numbered: dict[int, Person] = {}
    for person in people:
        person_id = person.id or ids[folded(person.name)]
        numbered.setdefault(person_id, Person(person_id, person.name, person.role))
    name = "participants" if isinstance(entry, Event) else "people"
    return replace(entry, **{name: tuple(numbered.values())})  # type: ignore[arg-type]  # one of two tuple fields
