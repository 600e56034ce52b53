"""A person erased for good: from the file, its index, its history, its trash and its free pages.

Beside the journal, a ledger keeps only a fingerprint of the identifier: a copy that is put back is cleaned by it.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from journal.domain.contact import Contact
from journal.domain.entry import folded
from journal.domain.errors import NotFound, UserFacingError, cannot_write
from journal.domain.query import WORD
from journal.domain.saved_search import KEY as SEARCHES
from journal.domain.saved_search import from_text, to_text
from journal.store.connecting import Key, connect, key_for
from journal.store.driver_errors import translated
from journal.store.journal import Journal, open_journal
from journal.store.rhythms import TAG_KEY

if TYPE_CHECKING:
    from journal.store.writing import Writer

PATIENCE_MS = 10_000


@dataclass(frozen=True, slots=True)
class Erased:
    """`reminders` went with the person, being about them; `mentions` are the (kind, id, title) of entries in whose own
    text the name still stands; `copies` are the backups that still hold the person; `touched` as in Changes."""

    contact_id: int
    reminders: int = 0
    mentions: tuple[tuple[str, int, str], ...] = ()
    copies: tuple[Path, ...] = ()
    touched: frozenset[tuple[str, int]] = frozenset()


def erase(journal: Journal, contact_id: int) -> tuple[str, int, frozenset[tuple[str, int]]]:
    """Erases a contact, also one in the trash, and the reminders about it; there is no undo. Gives (the name, how many
    reminders, the (kind, id) of all that is different now). Raises NotFound where it is no contact."""
    with journal.reading(everything=True) as sql:
        row = sql.execute("SELECT uid FROM entry WHERE id = ? AND kind = 'contact'", (contact_id,)).fetchone()
    if row is None:
        raise NotFound("no_such_entry", id=contact_id)
    _enter(journal.path, row[0])
    with journal.writing("erase") as writer:
        writer.sql.execute("PRAGMA secure_delete = ON")
        contact = writer.entry(contact_id)
        assert isinstance(contact, Contact)
        about = "SELECT id FROM reminder WHERE about_id = ? ORDER BY id"
        reminders = [number for (number,) in writer.sql.execute(about, (contact_id,))]
        gone = [contact_id, *reminders]
        showing = [number for number in writer.pointing_at(contact_id) if number not in reminders]
        if not [number for number in writer.contacts_named(contact.name) if number != contact_id]:
            showing += _forget_introductions(writer, contact.name)
        _clean_texts_of_history(writer.sql, contact)
        _forget_searches(writer.sql, contact)
        _forget_history(writer.sql, gone)
        tags = "SELECT tag_id FROM tagging WHERE entry_id = ?"
        theirs = [tag for number in gone for (tag,) in writer.sql.execute(tags, (number,))]
        writer.forget(gone)
        unused = "DELETE FROM tag WHERE id = ? AND NOT EXISTS (SELECT 1 FROM tagging WHERE tag_id = tag.id)"
        _forget_rhythms(writer.sql, theirs)
        _forget_in_weekly_look(writer.sql, contact)
        writer.sql.executemany(unused, [(tag,) for tag in theirs])
        _forget_contents(writer.sql)
        writer.index_again(showing)
        for number in gone:
            writer.touch("contact" if number == contact_id else "reminder", number)
    _rewrite(journal)
    return contact.name, len(reminders), writer.changes.touched


def _forget_contents(sql: Any) -> None:
    """The bytes of files that nobody has any more, nor had in what can still be undone."""
    unused = """SELECT digest FROM content WHERE digest NOT IN (SELECT digest FROM attachment)"""
    for (digest,) in sql.execute(unused).fetchall():
        past = "SELECT 1 FROM change_item WHERE instr(before, :digest) OR instr(after, :digest) LIMIT 1"
        if sql.execute(past, {"digest": digest}).fetchone() is None:
            sql.execute("DELETE FROM content WHERE digest = ?", (digest,))


def _forget_introductions(writer: Writer, name: str) -> list[int]:
    ids = writer.introduced_by(name)
    writer.sql.executemany("UPDATE contact SET introduced_by = '' WHERE id = ?", [(number,) for number in ids])
    return ids


def _forget_rhythms(sql: Any, tags: list[int]) -> None:
    """The rhythms, past and present, of tags that nobody bears any more: a tag may have been the person's name."""
    alone = "SELECT folded FROM tag WHERE id = ? AND NOT EXISTS (SELECT 1 FROM tagging WHERE tag_id = tag.id)"
    for tag in tags:
        for (name,) in sql.execute(alone, (tag,)).fetchall():
            key = TAG_KEY + name
            sql.execute("DELETE FROM setting WHERE key = ?", (key,))
            sql.execute("DELETE FROM change_item WHERE kind = 'setting' AND json_extract(before, '$.key') = ?", (key,))


def _forget_searches(sql: Any, contact: Contact) -> None:
    """The saved searches, past and present, in which the person's name stands, or the last word of it."""
    name = WORD.findall(folded(contact.family_name or contact.name))

    def kept(text: str) -> str:
        searches = from_text(text)
        good = [one for one in searches if not set(name) <= set(WORD.findall(folded(f"{one.name} {one.words}")))]
        return text if len(good) == len(searches) else to_text(good) if good else ""

    for (text,) in sql.execute("SELECT value FROM setting WHERE key = ?", (SEARCHES,)).fetchall():
        sql.execute("UPDATE setting SET value = ? WHERE key = ?", (kept(text), SEARCHES))
    for column in ("before", "after"):
        query = f"""SELECT id, json_extract({column}, '$.value') FROM change_item
            WHERE kind = 'setting' AND json_extract({column}, '$.key') = ?"""
        for number, text in sql.execute(query, (SEARCHES,)).fetchall():
            state = json.dumps({"key": SEARCHES, "value": kept(text)}, ensure_ascii=False)
            sql.execute(f"UPDATE change_item SET {column} = ? WHERE id = ?", (state, number))


def _forget_in_weekly_look(sql: Any, contact: Contact) -> None:
    """Out of the people in answers that are not kept yet; her own words about the week stay hers."""
    for (text,) in sql.execute("SELECT value FROM setting WHERE key = 'draft.weekly_look' AND value <> ''").fetchall():
        kept = json.loads(text)
        for name in ("met", "thank"):
            kept[name] = [one for one in kept.get(name, ()) if not _is_them(one, contact)]
        sql.execute(
            "UPDATE setting SET value = ? WHERE key = 'draft.weekly_look'", (json.dumps(kept, ensure_ascii=False),)
        )


def _forget_history(sql: Any, gone: list[int]) -> None:
    sql.executemany("DELETE FROM change_item WHERE entry_id = ?", [(number,) for number in gone])
    sql.execute("DELETE FROM change WHERE NOT EXISTS (SELECT 1 FROM change_item WHERE change_id = change.id)")
    drafts = "DELETE FROM setting WHERE key IN (?, ?)"  # typed in the window, and not saved yet
    sql.executemany(drafts, [(f"draft.contact.{number}", f"draft.reminder.{number}") for number in gone])


def _clean_texts_of_history(sql: Any, contact: Contact) -> None:
    """Takes the person out of what is kept as JSON about other entries: their history, and what their sources said."""
    name = json.dumps(contact.name, ensure_ascii=False)[1:-1]
    signs = {"number": f'"id": {contact.id}', "name": name}
    for table, column, key in (
        ("change_item", "before", "id = ?"),
        ("change_item", "after", "id = ?"),
        ("origin", "proposed", "source = ? AND key = ?"),
    ):
        keys = "id" if table == "change_item" else "source, key"
        query = f"""SELECT {column}, {keys} FROM {table}
            WHERE instr({column}, :number) OR instr(lower({column}), lower(:name))"""
        for text, *where in sql.execute(query, signs).fetchall():
            cleaned = json.dumps(_without(json.loads(text), contact), ensure_ascii=False)
            if cleaned != text:
                sql.execute(f"UPDATE {table} SET {column} = ? WHERE {key}", (cleaned, *where))


def _without(state: Any, contact: Contact) -> Any:
    if not isinstance(state, dict):
        return state
    kept = dict(state)
    for key in ("participants", "people"):
        if isinstance(kept.get(key), list):
            kept[key] = [person for person in kept[key] if not _is_them(person, contact)]
    about = kept.get("about")
    if isinstance(about, dict) and about.get("id") == contact.id:
        kept["about"] = None
    if isinstance(kept.get("introduced_by"), str) and folded(kept["introduced_by"]) == folded(contact.name):
        kept["introduced_by"] = None
    return kept


def _is_them(person: Any, contact: Contact) -> bool:
    if not isinstance(person, dict):
        return False
    return person["id"] == contact.id if person.get("id") else folded(person.get("name") or "") == folded(contact.name)


def _rewrite(journal: Journal) -> None:
    """The index in one piece and the file without free pages, so that no byte of what went is left in either, and the
    log emptied. Raises UserFacingError("erased_but_kept_in_log") while another program reads the journal."""
    with journal.writer_lock:
        sql = connect(journal.path, journal.key, timeout=PATIENCE_MS / 1000)
        try:
            sql.execute("PRAGMA temp_store = MEMORY")  # else the whole journal would pass through a temporary file
            sql.execute("PRAGMA secure_delete = ON")
            sql.execute("INSERT INTO search (search) VALUES ('optimize')")
            sql.execute("VACUUM")
            busy = sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except driver.DatabaseError as problem:
            raise translated(problem, journal.path) from problem
        finally:
            sql.close()
    if busy:
        raise UserFacingError("erased_but_kept_in_log", file=journal.path.name)


def mentions(journal: Journal, name: str) -> tuple[tuple[str, int, str], ...]:
    """(kind, id, title) of the entries in whose text a whole name stands; none for a name of one word."""
    words = folded(name).replace('"', " ").split()
    if len(words) < 2:
        return ()
    query = """SELECT e.kind, e.id, e.title FROM search s JOIN entry e ON e.id = s.rowid
        WHERE search MATCH ? ORDER BY e.id"""
    with journal.reading(everything=True) as sql:
        return tuple(tuple(row) for row in sql.execute(query, (f'"{" ".join(words)}"',)))


# --- copies and the ledger ----------------------------------------------------------------------------------------


def holds(copy: Path, contact_id: int, fingerprint: str, key: Key | None = None) -> bool:
    """Whether a copy still has the contact of that fingerprint, as an entry or in its history."""
    return any(number == contact_id or mark == fingerprint for number, mark in _people_in(copy, key))


def _people_in(copy: Path, key: Key | None = None) -> list[tuple[int, str]]:
    """(id, fingerprint) of every contact of a copy, those only in its history without one; [] where unreadable."""
    try:
        sql = connect(copy, key_for(copy, key), mode="immutable=1")
        try:
            there = sql.execute("SELECT id, uid FROM entry WHERE kind = 'contact'").fetchall()
            past = sql.execute("SELECT DISTINCT entry_id FROM change_item WHERE kind = 'contact'").fetchall()
        finally:
            sql.close()
    except driver.Error:
        return []
    present = {number for number, _ in there}
    return [(number, fingerprint(uid)) for number, uid in there] + [(n, "") for (n,) in past if n not in present]


def fingerprint(uid: str) -> str:
    return hashlib.sha256(uid.encode()).hexdigest()


def ledger_of(journal_file: Path) -> Path:
    return journal_file.with_name(f"{journal_file.stem}.erased.json")


def erased(journal_file: Path) -> set[str]:
    """The fingerprints of those erased; raises UserFacingError("ledger_unreadable") rather than forget them."""
    ledger = ledger_of(journal_file)
    try:
        return set(json.loads(ledger.read_text(encoding="utf-8"))["erased"])
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise UserFacingError("ledger_unreadable", file=str(ledger)) from problem


def _enter(journal_file: Path, uid: str) -> None:
    """Before anything is erased: an erasure that is cut short is finished by doing it again."""
    ledger, known = ledger_of(journal_file), erased(journal_file)
    beside = ledger.with_name(f".{ledger.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8") as file:
            json.dump({"erased": sorted(known | {fingerprint(uid)})}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(ledger)
    except OSError as problem:
        raise cannot_write(str(ledger.parent), problem) from problem
    finally:
        beside.unlink(missing_ok=True)


def clean_copy(file: Path, journal_file: Path, key: Key | None = None) -> int:
    """Erases from the journal in `file`, about to become `journal_file`, all those in its ledger; gives how many."""
    wanted = erased(journal_file)
    if not wanted.intersection(mark for _, mark in _people_in(file, key)):
        return 0
    journal = open_journal(file, create=False, key=key)
    try:
        found = [number for number, mark in _people_in(file, key) if mark in wanted]
        for number in found:
            erase(journal, number)
    finally:
        journal.close()
        ledger_of(file).unlink(missing_ok=True)
    return len(found)
