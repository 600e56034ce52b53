"""Commands for the files kept with entries: attach, detach, attachments."""

from __future__ import annotations

from pathlib import Path

from journal.actions import attachments
from journal.cli.desk import Desk
from journal.cli.fields import entry_of
from journal.cli.parser import Arguments
from journal.cli.printing import named, out, out_json
from journal.domain.entry import Entry
from journal.domain.errors import UserFacingError
from journal.domain.kinds import json_value
from journal.store.journal import Journal
from journal.system.words import say


def do_attach(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    entry = _entry(journal, arguments)
    attachments.attach(journal, entry_id=entry.id, files=[Path(name) for name in arguments.words[2:]])
    return _show(journal, entry, arguments)


def do_detach(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    entry = _entry(journal, arguments)
    attachments.detach(journal, entry_id=entry.id, name=arguments.words[2])
    return _show(journal, entry, arguments)


def do_attachments(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    entry = _entry(journal, arguments)
    if folder := arguments.text("save"):
        for one in entry.attachments:
            path = Path(folder) / one.name
            if path.exists():
                raise UserFacingError("file_is_there", file=path.name, folder=folder)
            attachments.save_to(journal, entry_id=entry.id, name=one.name, path=path)
    return _show(journal, entry, arguments)


def _entry(journal: Journal, arguments: Arguments) -> Entry:
    return entry_of(journal, arguments.kind, arguments.number)


def _show(journal: Journal, entry: Entry, arguments: Arguments) -> int:
    held = attachments.attachments(journal, entry_id=entry.id)
    if arguments.json:
        out_json(json_value(held))
        return 0
    out(named(entry.kind, entry.id, entry.heading))
    for one in held:
        out(f"  {one.name} ({say('size.kilobytes', count=-(-one.size // 1024))})")
    if not held:
        out(f"  {say('attachments.none')}")
    return 0
