"""Everything the journal holds of one person, for who asks what is kept of them: to read, and as data."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from journal.actions import reading
from journal.domain.changes import HistoryRecord
from journal.domain.contact import Contact
from journal.domain.entry import KINDS, Entry, Person
from journal.domain.errors import NotFound, UserFacingError, WrongUsage
from journal.domain.kinds import stored_json, to_json
from journal.store import erasing, history, veil
from journal.store.journal import Journal
from journal.store.reading import content_of
from journal.system import words
from journal.system.files import written_whole

ENDINGS = (".md", ".json", ".zip")
EntryT = TypeVar("EntryT", bound=Entry)


@dataclass(frozen=True, slots=True)
class Held:
    """`shared`: events, learnings and reminders with or about the person; `mentions`: (kind, id, title) of other
    entries in whose text the name stands; `sources`: (source, key, what it said as JSON); `kept_back` counts what is
    confidential and was not asked for."""

    person: Contact
    made_at: str
    shared: list[Entry] = field(default_factory=list)
    mentions: list[tuple[str, int, str]] = field(default_factory=list)
    sources: list[tuple[str, str, str]] = field(default_factory=list)
    history: list[HistoryRecord] = field(default_factory=list)
    kept_back: int = 0


def export_person(journal: Journal, *, contact_id: int, path: Path, include_confidential: bool = False) -> int:
    """Writes it to `path`: `.md` to read, `.json` as data, `.zip` both and the files kept with the person. Gives how
    many entries are in it. The person may be confidential; other entries that are stay here unless asked for.

    Raises NotFound where it is no contact, WrongUsage for another ending, UserFacingError where it cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise WrongUsage("person_ending", file=path.name)
    if path.exists() and path.resolve() == journal.path.resolve():
        raise UserFacingError("file_is_journal", file=path.name)
    held = held_of(journal, contact_id=contact_id, include_confidential=include_confidential)
    text, data = "".join(_as_text(held)), json.dumps(_as_json(held), ensure_ascii=False, indent=1) + "\n"
    with written_whole(path) as stream:
        if ending != ".zip":
            stream.write((text if ending == ".md" else data).encode("utf-8", "replace"))
        else:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr("person.md", text)
                packed.writestr("person.json", data)
                for name, content in _files(journal, held):
                    packed.writestr(f"files/{name}", content)
    return 1 + len(held.shared)


def held_of(journal: Journal, *, contact_id: int, include_confidential: bool = False) -> Held:
    person = reading.entry(journal, entry_id=contact_id, everything=True)
    if not isinstance(person, Contact):
        raise NotFound("wrong_kind", id=contact_id, kind=person.kind, asked="contact")
    with journal.reading(everything=True) as sql:
        query = """SELECT entry_id FROM participation WHERE contact_id = ?1
            UNION SELECT id FROM reminder WHERE about_id = ?1 ORDER BY 1"""
        ids = [number for (number,) in sql.execute(query, (contact_id,))]
        said = "SELECT source, key, proposed FROM origin WHERE entry_id = ? ORDER BY source, key"
        sources = [(row[0], row[1], row[2]) for row in sql.execute(said, (contact_id,))]
        hidden = {row[0] for row in sql.execute("SELECT id FROM entry WHERE confidential = 1")}
        introducers = veil.names_hidden(sql)
    shared = reading.entries(journal, ids=ids, everything=True)
    mentions = [one for one in erasing.mentions(journal, person.name) if one[1] not in (contact_id, *ids)]
    if not include_confidential:
        others = hidden - {contact_id}
        shared = [_without(entry, others) for entry in shared if entry.id not in hidden]
        mentions = [one for one in mentions if one[1] not in hidden]
        person = replace(person, introduced_by=veil.unless_hidden(person.introduced_by, introducers))
    return Held(
        person=person,
        made_at=journal.now(),
        shared=sorted(shared, key=lambda entry: (KINDS.index(entry.kind), entry.id)),
        mentions=mentions,
        sources=sources,
        history=history.history(journal, contact_id, everything=include_confidential),
        kept_back=0 if include_confidential else len(hidden.intersection(ids)),
    )


def _without(entry: EntryT, hidden: set[int]) -> EntryT:
    """The entry without the people and the event that are hidden, as it is shown on screen."""
    changed: dict[str, Any] = {}
    for name in ("participants", "people"):
        people: tuple[Person, ...] = getattr(entry, name, ())
        if any(one.id in hidden for one in people):
            changed[name] = tuple(one for one in people if one.id not in hidden)
    if getattr(entry, "event", None) in hidden:
        changed["event"] = None
    return replace(entry, **changed) if changed else entry


def _files(journal: Journal, held: Held) -> Iterator[tuple[str, bytes]]:
    for number, kept in enumerate(held.person.attachments, start=1):
        with journal.reading(everything=True) as sql:
            yield f"{number} {Path(kept.name).name or kept.digest}", content_of(sql, kept.digest)


def _as_json(held: Held) -> dict[str, Any]:
    return {
        "made_at": held.made_at,
        "person": {**stored_json(held.person), **to_json(held.person)},
        "shared": [to_json(entry) for entry in held.shared],
        "mentions": [{"kind": kind, "id": number, "title": title} for kind, number, title in held.mentions],
        "sources": [{"source": source, "key": key, "said": json.loads(said)} for source, key, said in held.sources],
        "history": [
            {
                "at": record.at,
                "label": record.label,
                "undone": record.undone,
                "fields": {name: {"old": old, "new": new} for name, (old, new) in record.fields.items()},
            }
            for record in held.history
        ],
        "confidential_kept_back": held.kept_back,
    }


def _as_text(held: Held) -> Iterator[str]:
    from journal.exchange import markdown

    say, name = words.say, markdown.escaped(held.person.name)
    made = say("person_file.made", when=held.made_at.replace("T", " "))
    opening = f"# {say('person_file.title', name=name)}\n\n{made}\n"
    for part in markdown.write([held.person, *held.shared], say):
        yield part if not part.startswith("# ") else opening
    if held.kept_back:
        yield f"\n{say('person_file.kept_back', count=held.kept_back)}\n"
    if held.mentions:
        yield f"\n## {say('person_file.mentions')}\n\n"
        yield from (f"- {say(f'kind.{kind}')}: {markdown.escaped(title)}\n" for kind, _, title in held.mentions)
    if held.sources or held.person.source:
        yield f"\n## {say('person_file.sources')}\n\n"
        for source in dict.fromkeys([held.person.source, *(one[0] for one in held.sources)]):
            if source:
                yield f"- {markdown.escaped(source)}\n"
        for _, _, said in held.sources:
            lines = json.dumps(json.loads(said), ensure_ascii=False, indent=1).splitlines()
            yield "\n" + "".join(f"    {line}\n" for line in lines)
    if held.history:
        yield f"\n## {say('person_file.history')}\n\n"
        for record in held.history:
            key = f"change.{record.label}"
            yield f"- {record.at.replace('T', ' ')}: {say(key) if words.knows(key) else record.label}\n"
            for changed, (old, new) in record.fields.items():
                label = say(f"field.{changed}") if words.knows(f"field.{changed}") else changed
                yield f"  - {label}: {_short(old)} → {_short(new)}\n"


def _short(value: Any) -> str:
    from journal.exchange import markdown

    if value in (None, "", []):
        return "–"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return markdown.escaped(" ".join(text.split()))
