"""Commands that change entries: add, new, edit, delete, restore, undo, redo, done, skip, stop, snooze."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from journal.actions import capture, duplicates, entries, reading, reminders, templates
from journal.cli.desk import Desk
from journal.cli.fields import entry_of, values, with_known_pointers
from journal.cli.parser import Arguments, whole_number
from journal.cli.printing import changes_json, field_label, iso_words, named, out, out_json, value_words, word_for
from journal.domain.changes import Changes
from journal.domain.entry import Entry
from journal.domain.errors import NotFound, UnreadableFile, UserFacingError, WrongUsage
from journal.domain.kinds import CLASS_OF, from_json, to_json
from journal.domain.learning import Learning
from journal.domain.spoken_dates import spoken_moment
from journal.store.journal import Journal
from journal.system import words
from journal.system.repeat_words import in_words
from journal.system.words import knows, say

LARGEST_JSON = 64 * 2**20  # bytes


def do_add(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    text = " ".join(arguments.words)
    month_first = words.month_first()
    captured = capture.understand(journal, text=text, month_first=month_first)
    changes = capture.capture(journal, text=text, month_first=month_first)
    made = reading.entries(journal, ids=list(changes.created), everything=True)
    understood = captured.understood if captured else ()
    if arguments.json:
        # With it may have been made contacts and reminders: first comes what the sentence is about.
        kind = captured.draft.kind if captured else ""
        out_json(
            {
                **to_json(next(entry for entry in made if entry.kind == kind)),
                "understood": [
                    {"what": item.what, "text": item.text, "known": item.known, "note": item.note}
                    | (
                        {"did_you_mean": [{"id": one.id, "name": one.name} for one in item.choices]}
                        if item.near
                        else {}
                    )
                    for item in understood
                ],
                "made": [{"kind": entry.kind, "id": entry.id, "title": entry.heading} for entry in made],
            }
        )
        return 0
    for item in understood:
        out(f"  {say(f'understood.{item.what}')}: {_understood(item)}")
    for entry in made:
        out(say("made.one", entry=named(entry.kind, entry.id, entry.heading)))
    for item in understood:
        if item.near:
            numbers = ", ".join(f"{one.name} ({one.id})" for one in item.choices)
            out(say("add.did_you_mean", name=item.text, others=numbers))
    return 0


def _understood(item: capture.Understood) -> str:
    if item.what == "kind":
        kind, _, kind_type = item.text.partition(".")
        label = say(f"kind.{kind}")
        return f"{label} ({word_for(kind, 'type', kind_type).lower()})" if kind_type else label
    if item.what in ("when", "until"):
        return iso_words(item.text)
    if item.what == "next":
        return f"{item.note} ({iso_words(item.text)})"
    if item.what == "repeats":
        return in_words(item.text, None)
    if item.what == "help":
        return word_for("event", "help", item.text)
    new = say("understood.new_network" if item.what == "network" else "understood.new")
    return item.text if item.known else f"{item.text} ({new})"


def do_new(desk: Desk, arguments: Arguments) -> int:
    kind = arguments.kind
    written = _from_file(arguments.text("from-json")) if "from-json" in arguments.options else [{}]
    journal = desk.journal()
    fields = values(journal, kind, arguments.fields)
    if name := arguments.text("template"):
        template = templates.named(journal, name=name, language=words.language())
        if template.kind != kind:
            raise WrongUsage("no_such_kind", value=template.kind, allowed=kind)
        fields = template.values() | fields
    drafts = [_draft(journal, kind, state, fields) for state in written]
    changes = entries.create_many(journal, drafts=drafts)
    made = reading.entries(journal, ids=list(changes.created)[-len(drafts) :], everything=True)
    if arguments.json:
        shown = [to_json(entry) for entry in made]
        out_json(shown[0] if len(shown) == 1 else shown)
        return 0
    for entry in made:
        out(say("made.with_uid", entry=named(entry.kind, entry.id, entry.heading), uid=entry.uid))
    return 0


def _draft(journal: Journal, kind: str, state: Mapping[str, Any], fields: Mapping[str, Any]) -> Entry:
    if state.get("kind") not in (None, kind):
        raise WrongUsage("no_such_kind", value=str(state["kind"])[:60], allowed=kind)
    return with_known_pointers(journal, replace(from_json(kind, state), **fields))


def _from_file(name: str) -> list[Mapping[str, Any]]:
    """One JSON object, or a list of them, from a file or (`-`) from standard input."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LARGEST_JSON)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST_JSON)
    except FileNotFoundError as problem:
        raise UnreadableFile("no_such_file", file=Path(name).name) from problem
    except OSError as problem:
        raise UnreadableFile("cannot_read_file", file=Path(name).name, reason=problem.strerror or "") from problem
    try:
        read = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise UnreadableFile("not_json", file=Path(name).name) from problem
    objects = read if isinstance(read, list) else [read]
    if not objects or not all(isinstance(one, dict) for one in objects):
        raise UnreadableFile("not_json", file=Path(name).name)
    return objects


def do_edit(desk: Desk, arguments: Arguments) -> int:
    if not arguments.fields:
        raise WrongUsage("nothing_to_edit")
    journal = desk.journal()
    before = entry_of(journal, arguments.kind, arguments.number)
    fields = values(journal, arguments.kind, arguments.fields)
    with_known_pointers(journal, replace(CLASS_OF[before.kind](), **fields))
    changes = entries.save(journal, entry_id=before.id, fields=fields)
    after = reading.entry(journal, entry_id=before.id, everything=True)
    if arguments.json:
        out_json(to_json(after))
        return 0
    out(named(after.kind, after.id, after.heading))
    changed = [name for name in fields if getattr(before, name) != getattr(after, name)]
    if isinstance(after, Learning) and getattr(before, "state", "") != after.state:
        changed = list(dict.fromkeys([*changed, "state"]))
    for name in changed:
        old, new = (value_words(after.kind, name, getattr(one, name)) for one in (before, after))
        nothing = say("history.nothing")
        out(f"  {field_label(name)}: " + say("history.from_to", old=old or nothing, new=new or nothing))
    if not changes.change_id:
        out(say("changed.nothing"))
    return 0


def do_delete(desk: Desk, arguments: Arguments) -> int:
    return _to_or_from_trash(desk, arguments, True)


def do_restore(desk: Desk, arguments: Arguments) -> int:
    return _to_or_from_trash(desk, arguments, False)


def _to_or_from_trash(desk: Desk, arguments: Arguments, into: bool) -> int:
    journal = desk.journal()
    entry = entry_of(journal, arguments.kind, arguments.number)
    if (entry.deleted_at is not None) == into:
        raise UserFacingError("already_in_trash" if into else "not_in_trash", id=entry.id)
    changes = (entries.delete if into else entries.restore)(journal, ids=[entry.id])
    if arguments.json:
        out_json(changes_json(changes))
    else:
        shown = named(entry.kind, entry.id, entry.heading)
        out(say("changed.deleted" if into else "changed.restored", entry=shown))
    return 0


def do_merge(desk: Desk, arguments: Arguments) -> int:
    numbers = [whole_number(name, word) for name, word in zip(("CONTACT_ID", "OTHER_ID"), arguments.words, strict=True)]
    journal = desk.journal()
    kept, other = (entry_of(journal, "contact", number) for number in numbers)
    theirs = arguments.options.get("theirs", ())
    duplicates.merge(journal, contact_id=kept.id, other_id=other.id, theirs=theirs)
    after = reading.entry(journal, entry_id=kept.id, everything=True)
    if arguments.json:
        out_json(to_json(after))
    else:
        shown, gone = (named("contact", one.id, one.heading) for one in (after, other))
        out(say("changed.merged", entry=shown, other=gone))
    return 0


def do_undo(desk: Desk, arguments: Arguments) -> int:
    return _step(desk, arguments, entries.undo, "changed.undone")


def do_redo(desk: Desk, arguments: Arguments) -> int:
    return _step(desk, arguments, entries.redo, "changed.redone")


SHOWN_AT_MOST = 20


def _step(desk: Desk, arguments: Arguments, step: Callable[[Journal], Changes], sentence: str) -> int:
    journal = desk.journal()
    changes = step(journal)
    if arguments.json:
        out_json(changes_json(changes))
        return 0
    key = f"change.{changes.label}"
    out(say(sentence, what=say(key) if knows(key) else changes.label))
    touched = sorted((one for one in changes.touched if one[1]), key=lambda one: one[1])
    for kind, number in touched[:SHOWN_AT_MOST]:
        records = entries.history(journal, entry_id=number)
        out(f"  {named(kind, number, records[0].title if records else '')}")
    if len(touched) > SHOWN_AT_MOST:
        out("  " + say("changed.more", count=len(touched) - SHOWN_AT_MOST))
    return 0


def do_done(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    before = entry_of(journal, "reminder", arguments.number)
    reminders.mark_done(journal, entry_id=before.id)
    after: Any = reading.entry(journal, entry_id=before.id, everything=True)
    if arguments.json:
        out_json(to_json(after))
    elif after.done_at:
        out(say("reminder.done", entry=named("reminder", after.id, after.title)))
    else:
        when = value_words("reminder", "due_at", after.due_at)
        out(say("reminder.done_next", entry=named("reminder", after.id, after.title), when=when))
    return 0


def do_skip(desk: Desk, arguments: Arguments) -> int:
    return _move_on(desk, arguments, reminders.skip, "reminder.skipped")


def do_stop(desk: Desk, arguments: Arguments) -> int:
    return _move_on(desk, arguments, reminders.stop, "reminder.stopped")


def _move_on(desk: Desk, arguments: Arguments, act: Callable[..., Changes], said: str) -> int:
    journal = desk.journal()
    number = entry_of(journal, "reminder", arguments.number).id
    act(journal, entry_id=number)
    after: Any = reading.entry(journal, entry_id=number, everything=True)
    if arguments.json:
        out_json(to_json(after))
    else:
        when = value_words("reminder", "due_at", after.due_at)
        out(say(said, entry=named("reminder", after.id, after.title), when=when))
    return 0


def do_snooze(desk: Desk, arguments: Arguments) -> int:
    when = " ".join(arguments.words[1:])
    until = spoken_moment(when, desk.now, words.language(), month_first=words.month_first())
    if until is None:
        raise UserFacingError("when_not_understood", value=when[:60])
    journal = desk.journal()
    reminder = entry_of(journal, "reminder", arguments.number)
    if reminder.deleted_at:
        raise NotFound("no_such_entry", id=reminder.id)
    reminders.snooze(journal, entry_id=reminder.id, until=until)
    after: Any = reading.entry(journal, entry_id=reminder.id, everything=True)
    if arguments.json:
        out_json(to_json(after))
    else:
        when = value_words("reminder", "snoozed_until", after.snoozed_until)
        out(say("reminder.snoozed", entry=named("reminder", after.id, after.title), when=when))
    return 0
