"""Commands that move the journal out and back: export, backup, backups, restore-backup, check, erase-person."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from journal.actions import going_back, locking, person_file, reindexing, safety, take_out
from journal.cli.desk import Desk
from journal.cli.fields import entry_of
from journal.cli.parser import Arguments, whole_number
from journal.cli.printing import moment_words, named, out, out_json, table
from journal.domain.errors import JournalRefused, NotFound
from journal.domain.kinds import json_value
from journal.store.backup import Backup, folder_of
from journal.system import paths, places, words
from journal.system.settings import SettingsFile
from journal.system.words import say


def do_export(desk: Desk, arguments: Arguments) -> int:
    path, journal = Path(arguments.words[0]), desk.journal()
    asked = bool(arguments.options.get("include-confidential"))
    if "person" in arguments.options:
        number = entry_of(journal, "contact", arguments.count("person", 0)).id
        count = person_file.export_person(journal, contact_id=number, path=path, include_confidential=asked)
        if arguments.json:
            out_json({"file": str(path), "entries": count})
        else:
            out(say("export.done", count=count, file=path))
        return 0
    count = take_out.export(
        journal,
        path=path,
        what=arguments.text("what", "all"),
        network=arguments.text("network"),
        year=arguments.count("year", 0) or None,
        include_confidential=asked,
        vcard=arguments.text("vcard", "4.0"),
    )
    if arguments.json:
        out_json({"file": str(path), "entries": count})
    else:
        out(say("export.done", count=count, file=path))
        if not asked and (left := take_out.kept_back(journal)):
            out(say("export.kept_back", count=left))
    return 0


def do_backup(desk: Desk, arguments: Arguments) -> int:
    """Beside the journal; and, where a second folder is named in Settings or by `--second`, there too."""
    folder = Path(arguments.words[0]) if arguments.words else None
    journal = desk.journal(create=False)
    second = _second_folder(desk, arguments)
    place = safety.backup(journal, folder=folder)
    there = safety.copy_to_second(journal, folder=second) if second and folder is None else None
    if arguments.json:
        said = {} if there is None else {"second": str(second), "second_there": there}
        out_json({"file": str(place), "size": place.stat().st_size, "verified": True, **said})
    else:
        out(say("backup.done", file=place))
        if there is not None:
            out(say("backup.second" if there else "backup.second_absent", folder=second))
    return 0


def _second_folder(desk: Desk, arguments: Arguments) -> Path | None:
    """The one named now, which is remembered, or before."""
    kept = SettingsFile(None if desk.options.demo else paths.settings_file())
    if "no-second" in arguments.options:
        kept.change(second_folder="")
    elif named := arguments.text("second"):
        kept.change(second_folder=str(Path(named).expanduser().absolute()))
    return Path(kept.now.second_folder) if kept.now.second_folder else None


def do_backups(desk: Desk, arguments: Arguments) -> int:
    copies = safety.backups(desk.file)
    if arguments.json:
        out_json([_copy_json(desk, copy) for copy in copies])
        return 0
    for line in table([(copy.path.name, moment_words(copy.made_at), _age(desk, copy)) for copy in copies]):
        out(line)
    if not copies:
        out(say("backup.none"))
    return 0


def _copy_json(desk: Desk, copy: Backup) -> dict[str, Any]:
    return {
        "file": str(copy.path),
        "made_at": json_value(copy.made_at),
        "age_hours": round((desk.now - copy.made_at).total_seconds() / 3600, 1),
        "size": copy.size,
    }


def _age(desk: Desk, copy: Backup) -> str:
    hours = max(0, int((desk.now - copy.made_at).total_seconds() // 3600))
    return say("backup.hours_old", count=hours) if hours < 48 else say("backup.days_old", count=hours // 24)


def do_restore_backup(desk: Desk, arguments: Arguments) -> int:
    """The name alone is enough for one of those that `backups` lists."""
    chosen = Path(arguments.words[0])
    listed = folder_of(desk.file) / chosen.name
    if not chosen.exists() and chosen.name == arguments.words[0] and listed.exists():
        chosen = listed
    own = desk.key() if desk.is_locked else None
    opens = going_back.opened_by(chosen, key=own)
    key = desk.key_of_copy(chosen, arguments.options.get("copy-passphrase-file")) if opens == "its_own" else own
    kept = safety.restore_backup(desk.file, backup=chosen, now=desk.now, key=key, own_key=own)
    if arguments.json:
        out_json({"restored": str(chosen), "kept": str(kept) if kept else None, "opens": opens})
    else:
        out(say("backup.restored", file=chosen.name))
        if kept:
            out(say("backup.kept", file=kept))
        out(say(f"backup.opens.{opens}"))
    return 0


def do_rescue(desk: Desk, arguments: Arguments) -> int:
    """What can be read of a damaged journal, into a new one; the damaged file stays as it is."""
    damaged = Path(arguments.words[0])
    if not damaged.is_file():
        raise NotFound("no_such_file", file=damaged.name)
    stamp = desk.now.strftime("%Y-%m-%d-%H%M%S")
    into = damaged.with_name(f"{damaged.stem}-rescued-{stamp}.db")
    if len(arguments.words) > 1:
        into = Path(arguments.words[1])
    own = desk.file.exists() and desk.file.samefile(damaged)
    key = desk.key() if own and desk.is_locked else None
    if not own and locking.is_locked(damaged):
        key = desk.key_of(damaged)
    done = safety.rescue(damaged, into=into, clock=desk.options.clock(), key=key)
    if arguments.json:
        said = {"entries": done.entries, "completed": done.completed, "unreadable": list(done.unreadable)}
        out_json({"file": str(done.path), **said})
        return 0
    out(say("rescue.done", file=done.path))
    for line in table([(f"  {say(f'kinds.{kind}')}", str(count)) for kind, count in done.entries.items()]):
        out(line)
    if done.completed:
        out(say("rescue.completed", count=done.completed))
    out(say("rescue.some_lost" if done.unreadable else "rescue.nothing_lost"))
    return 0


def do_erase_person(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal(create=False)
    contact = entry_of(journal, "contact", whole_number("CONTACT_ID", arguments.words[0]))
    erased = safety.erase_person(journal, contact_id=contact.id)
    if arguments.json:
        mentions = [{"kind": kind, "id": number, "title": title} for kind, number, title in erased.mentions]
        copies = [str(copy) for copy in erased.copies]
        out_json({"erased": contact.id, "reminders": erased.reminders, "mentions": mentions, "backups": copies})
        return 0
    out(say("erased.done", number=contact.id))
    if erased.reminders:
        out(say("erased.reminders", count=erased.reminders))
    for heading, lines in (
        ("erased.copies", [str(copy) for copy in erased.copies]),
        ("erased.mentions", [named(*mention) for mention in erased.mentions]),
    ):
        if lines:
            out(say(heading))
            for line in lines:
                out(f"  {line}")
    return 0


def do_reindex(desk: Desk, arguments: Arguments) -> int:
    """What the window does by itself in the background; broken off, it goes on the next time."""
    journal = desk.journal(create=False)
    behind = reindexing.is_behind(journal)
    reindexing.bring_up_to_date(journal)
    if arguments.json:
        out_json({"was_behind": behind})
    else:
        out(say("reindex.done" if behind else "reindex.nothing"))
    return 0


def do_check(desk: Desk, arguments: Arguments) -> int:
    """0 where all is well, 4 where the journal is damaged."""
    try:
        report = safety.check(desk.journal(create=False))
    except JournalRefused as problem:
        if arguments.json:
            sentence = words.say_error(problem)
            out_json({"ok": False, "problems": [{"code": problem.code, "message": sentence}], "entries": {}})
        raise
    keeper = places.keeper_of(desk.file)
    if arguments.json:
        newest = report.newest_verified
        out_json(
            {
                "ok": report.ok,
                "problems": [
                    {"code": found.code, "message": say(f"check.{found.code}", **found.details)}
                    for found in report.problems
                ],
                "entries": report.entries,
                "trash": report.trash,
                "keeper": keeper or None,
                "index_behind": report.index_behind,
                "backups": {
                    "newest_verified": json_value(newest.made_at) if newest else None,
                    "file": str(newest.path) if newest else None,
                    "count": report.backups,
                },
            }
        )
        return 0 if report.ok else 4
    for found in report.problems:
        print(say(f"check.{found.code}", **found.details), file=sys.stderr)
    if not report.ok:
        print(say("check.failed"), file=sys.stderr)
        return 4
    out(say("check.ok"))
    for line in table([(f"  {say(f'kinds.{kind}')}", str(count)) for kind, count in report.entries.items()]):
        out(line)
    newest = report.newest_verified
    out(say("check.newest", when=moment_words(newest.made_at)) if newest else say("backup.none"))
    if report.index_behind:
        out(say("check.index_behind"))
    if keeper:
        out(say("check.across_network") if keeper == places.NETWORK else say("check.kept_in_step", keeper=keeper))
    return 0
