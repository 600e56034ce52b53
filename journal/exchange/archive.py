"""The full open archive: a zip of plain JSON that any program can read, and that imports back identical.

Entries are named by their uid everywhere, never by the numbers of one journal file. What lies in it is described in
its own README.txt and schema.json.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, BinaryIO

from journal.domain.entry import KINDS, LARGEST_ATTACHMENT, Entry, Person, editable_fields, field_types
from journal.domain.errors import InvalidEntry, UnreadableFile
from journal.domain.kinds import CLASS_OF, from_json, json_value, parse_moment, stored_json
from journal.exchange.proposals import NO_ANSWERS, Proposed, Rejected

FORMAT = "archive"
VERSION = 1
NAME = "networking-journal-archive"
LARGEST = 2 * 2**30  # bytes of one file inside, unpacked: a hostile zip must not fill the memory

_FILE_OF = {kind: f"{kind}s.json" for kind in KINDS}
_ATTACHMENTS = "attachments/"
_STAMPS = ("created_at", "updated_at", "deleted_at")
_README = """\
Networking Journal - Journal de réseau

EN  This archive holds a whole journal in plain JSON (UTF-8): one file for each kind of entry, a list of objects.
    Entries name each other by "uid". schema.json lists the fields; manifest.json counts the entries.
    origins.json tells where imported entries came from; settings.json holds what belongs to the journal.
    attachments/ holds the files of the entries, each under the SHA-256 that they name as "digest".
    To bring it back: File > Bring in, or: networking-journal import FILE.zip

FR  Cette archive contient un journal entier en JSON simple (UTF-8) : un fichier par sorte de fiche, une liste d'objets.
    Les fiches se désignent par leur « uid ». schema.json énumère les champs ; manifest.json compte les fiches.
    origins.json dit d'où viennent les fiches importées ; settings.json contient ce qui appartient au journal.
    attachments/ contient les fichiers des fiches, chacun sous le SHA-256 qu'elles nomment « digest ».
    Pour le reprendre : Fichier > Importer, ou : networking-journal import FICHIER.zip
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the entry `uid` came from: a source, its own key, and what it last said (JSON text)."""

    source: str
    key: str
    uid: str
    proposed: str


@dataclass(frozen=True, slots=True)
class Archived(Proposed):
    """An entry of an archive. `people` are the uids of its people in their order ("" where only a name is known);
    `event` and `about` the uids these fields point at."""

    people: tuple[str, ...] = ()
    event: str = ""
    about: str = ""
    origins: tuple[Origin, ...] = field(default=())


# --- writing ------------------------------------------------------------------------------------------------------


def write(
    stream: BinaryIO,
    entries: Mapping[str, Iterable[Entry]],
    *,
    uid_of: Callable[[int], str],
    content_of: Callable[[str], bytes],
    made_at: datetime,
    application: str,
    origins: Iterable[Origin] = (),
    settings: Mapping[str, str] | None = None,
) -> int:
    """Writes the archive into `stream`; `entries` are those of each kind, `uid_of` gives an entry's uid by its number,
    and `content_of` the bytes of an attachment by its digest.

    Returns how many entries it holds.
    """
    counts: dict[str, int] = {}
    digests: dict[str, None] = {}

    def as_json(entry: Entry) -> dict[str, Any]:
        digests.update(dict.fromkeys(file.digest for file in entry.attachments))
        return _as_json(entry, uid_of)

    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "README.txt", [_README], made_at)
        _add(archive, "schema.json", [_dump(schema())], made_at)
        for kind in KINDS:
            counts[kind] = _add_list(archive, _FILE_OF[kind], map(as_json, entries.get(kind, ())), made_at)
        for digest in digests:
            _add(archive, f"{_ATTACHMENTS}{digest}", [content_of(digest)], made_at)
        _add_list(archive, "origins.json", (_origin_json(origin) for origin in origins), made_at)
        _add(archive, "settings.json", [_dump(dict(settings or {}))], made_at)
        manifest = {
            "format": NAME,
            "version": VERSION,
            "application": application,
            "made_at": json_value(made_at),
            "counts": counts,
        }
        _add(archive, "manifest.json", [_dump(manifest)], made_at)
    return sum(counts.values())


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _add(archive: zipfile.ZipFile, name: str, parts: Iterable[str | bytes], made_at: datetime) -> None:
    info = zipfile.ZipInfo(name, (max(made_at.year, 1980), *made_at.timetuple()[1:6]))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    with archive.open(info, "w", force_zip64=True) as file:
        for part in parts:
            file.write(part if isinstance(part, bytes) else part.encode("utf-8"))


def _add_list(archive: zipfile.ZipFile, name: str, items: Iterable[Any], made_at: datetime) -> int:
    """One object a line, so that two archives can be compared with the simplest tools; gives how many."""
    count = 0

    def parts() -> Iterator[str]:
        nonlocal count
        for item in items:
            yield ("[\n" if not count else ",\n") + json.dumps(item, ensure_ascii=False)
            count += 1
        yield "\n]\n" if count else "[]\n"

    _add(archive, name, parts(), made_at)
    return count


def _as_json(entry: Entry, uid_of: Callable[[int], str]) -> dict[str, Any]:
    state = {"uid": entry.uid, **stored_json(entry)}
    state.update({name: json_value(getattr(entry, name)) for name in _STAMPS})
    for name in ("participants", "people"):
        if name in state:
            state[name] = [{"uid": uid_of(p["id"]), "name": p["name"], "role": p["role"]} for p in state[name]]
    if state.get("about"):
        about = state["about"]
        state["about"] = {"kind": about["kind"], "uid": uid_of(about["id"]), "title": about["title"]}
    if state.get("event"):
        state["event"] = uid_of(state["event"])
    return state


def _origin_json(origin: Origin) -> dict[str, Any]:
    return {"uid": origin.uid, "source": origin.source, "key": origin.key, "proposed": origin.proposed}


def schema() -> dict[str, Any]:
    """The fields of each kind and what they hold, for other programs."""
    return {
        kind: {"uid": "text", **{name: _told(kind, name) for name in (*editable_fields(CLASS_OF[kind]), *_STAMPS)}}
        for kind in KINDS
    }


_TYPES = (
    ("LabelledValue", "list of {label, value}"),
    ("Attachment", "list of {name, digest, size}: files in attachments/, by their SHA-256"),
    ("Person", "list of {uid, name, role}: contacts"),
    ("Membership", "list of {name, role}: networks by name"),
    ("About", "{kind, uid, title}: any entry, or null"),
    ("tuple[str", "list of text"),
    ("datetime", "local date and time, YYYY-MM-DDTHH:MM, or null"),
    ("date", "date, YYYY-MM-DD, or null"),
    ("bool", "true or false"),
    ("float", "number or null"),
    ("int", "whole number or null"),
)


def _told(kind: str, name: str) -> str:
    if (kind, name) == ("learning", "event"):
        return "uid of an event, or null"
    annotation = str(field_types(CLASS_OF[kind])[name])  # type: ignore[arg-type]  # a class is hashable
    return next((told for part, told in _TYPES if part in annotation), "text or null")


# --- reading ------------------------------------------------------------------------------------------------------


def recognises(head: bytes, name: str) -> bool:
    """A zip that begins with files of ours, whatever it is called and in whatever order it was packed again."""
    return head.startswith(b"PK\x03\x04") and (b"schema.json" in head or head[30:43] == b"contacts.json")


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """The entries of the archive, networks and contacts first. Raises UnreadableFile where it is not whole or newer."""
    with _opened(data, name) as archive:
        _manifest(archive, name)
        origins = _origins(archive, name)
        for kind in ("network", "contact", "event", "learning", "reminder"):
            for number, state in enumerate(_list(archive, _FILE_OF[kind], name), 1):
                try:
                    yield _entry(kind, state, number, origins)
                except (InvalidEntry, TypeError, ValueError, KeyError, AttributeError):
                    yield Rejected(number, "archive_entry", {"kind": kind})


def settings(data: bytes, name: str) -> dict[str, str]:
    """What belonged to the journal itself."""
    with _opened(data, name) as archive:
        kept = _json(archive, "settings.json", name)
    return {str(key): str(value) for key, value in kept.items()} if isinstance(kept, dict) else {}


def content(data: bytes, digest: str) -> bytes | None:
    """The bytes of an attachment; None where the archive has none that are what their digest says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(f"{_ATTACHMENTS}{digest}") as file:
            found = file.read(LARGEST_ATTACHMENT + 1)
    except (KeyError, ValueError, RuntimeError, EOFError, OSError, zlib.error, zipfile.BadZipFile):
        return None
    whole = len(found) <= LARGEST_ATTACHMENT and hashlib.sha256(found).hexdigest() == digest
    return found if whole else None


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as problem:
        raise UnreadableFile("archive_damaged", file=name) from problem


def _manifest(archive: zipfile.ZipFile, name: str) -> None:
    manifest = _json(archive, "manifest.json", name)
    if not isinstance(manifest, dict) or manifest.get("format") != NAME:
        raise UnreadableFile("archive_damaged", file=name)
    version = manifest.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise UnreadableFile("archive_newer", file=name, version=version, known=VERSION)


def _json(archive: zipfile.ZipFile, member: str, name: str) -> Any:
    try:
        info = archive.getinfo(member)
        if info.file_size > LARGEST:
            raise UnreadableFile("file_too_large", file=name, most=LARGEST // 2**20)
        with archive.open(info) as file:
            content = file.read(LARGEST + 1)  # the size it tells may be a lie
        return json.loads(content)
    except (KeyError, ValueError, RuntimeError, EOFError, OSError, zlib.error, zipfile.BadZipFile) as problem:
        raise UnreadableFile("archive_damaged", file=name) from problem


def _list(archive: zipfile.ZipFile, member: str, name: str) -> list[Any]:
    content = _json(archive, member, name)
    if not isinstance(content, list):
        raise UnreadableFile("archive_damaged", file=name)
    return content


def _origins(archive: zipfile.ZipFile, name: str) -> dict[str, list[Origin]]:
    found: dict[str, list[Origin]] = {}
    for item in _list(archive, "origins.json", name):
        if isinstance(item, dict) and all(isinstance(item.get(k), str) for k in ("uid", "source", "key", "proposed")):
            origin = Origin(item["source"], item["key"], item["uid"], item["proposed"])
            found.setdefault(origin.uid, []).append(origin)
    return found


def _entry(kind: str, state: dict[str, Any], number: int, origins: Mapping[str, list[Origin]]) -> Archived:
    uid = state["uid"]
    if not isinstance(uid, str) or not uid or len(uid) > 200:
        raise ValueError("no uid")
    plain = {key: value for key, value in state.items() if key not in ("participants", "people", "about", "event")}
    people = state.get("participants") or state.get("people") or []
    if people:
        persons = [Person(0, item.get("name") or "", item.get("role") or "") for item in people]
        plain["participants" if kind == "event" else "people"] = [json_value(person) for person in persons]
    entry = from_json(kind, plain)
    stamps: dict[str, Any] = {name: parse_moment(state[name]) if state.get(name) else None for name in _STAMPS}
    entry = replace(entry, **stamps)
    # Two people of one name are two: with their numbers still unknown, checking would take them for one.
    alone: dict[str, Any] = {"participants": ()} if kind == "event" else {"people": ()} if kind == "learning" else {}
    replace(entry, **alone).checked()
    about = state.get("about") or {}
    return Archived(
        entry=entry,
        source=FORMAT,
        key=uid,
        line=number,
        people=tuple(str(item.get("uid") or "") for item in people),
        event=str(state.get("event") or ""),
        about=str(about.get("uid") or ""),
        origins=tuple(origins.get(uid, ())),
    )
