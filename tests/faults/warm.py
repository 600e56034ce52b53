"""Imported by the process that those to be killed are forked from: what they do is done here once, so that they find
all modules loaded and all statements compiled, and are killed while they work, not while they get ready."""

from __future__ import annotations

import tempfile
from pathlib import Path

from journal.actions import bring_in, entries, safety
from journal.domain.contact import Contact
from journal.domain.event import Event
from journal.store import vault
from journal.store.journal import open_journal
from tests.faults import children


def _do_all_once(folder: Path) -> None:
    path, file = folder / "journal.db", folder / "people.vcf"
    journal = open_journal(path)
    made = entries.create(journal, draft=Contact(given_name="Warm")).created[-1]
    entries.create(journal, draft=Event(title="Warm"))
    entries.save(journal, entry_id=made, fields={"role": "warm"})
    entries.delete(journal, ids=[made])
    entries.undo(journal)
    file.write_text(children.cards(0, 3), encoding="utf-8")
    bring_in.bring_in(journal, preview=bring_in.preview(journal, paths=[file]))
    copy, now = safety.backup(journal), journal.clock.now()
    journal.close()
    safety.restore_backup(path, backup=copy, now=now)
    vault.encrypt(path, vault.prepare(children.PASS, cost=children.CHEAP))


with tempfile.TemporaryDirectory() as spare:
    _do_all_once(Path(spare))
