"""Commands that read: show, list, timeline, history, search, due, remind, stats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from journal.actions import (
    duplicates,
    entries,
    looking_back,
    privacy,
    reading,
    reminders,
    rhythms,
    safety,
    take_out,
    templates,
    today,
)
from journal.actions import search as searching
from journal.cli.desk import Desk
from journal.cli.fields import entry_of
from journal.cli.parser import Arguments
from journal.cli.printing import (
    entries_json,
    field_label,
    iso_words,
    named,
    out,
    out_entry,
    out_json,
    out_json_list,
    out_lines,
    table,
    value_words,
    word_for,
)
from journal.domain.digest import belong_together, readable_titles
from journal.domain.entry import Entry
from journal.domain.errors import NotFound
from journal.domain.kinds import to_json
from journal.domain.lines import Line, Wanted
from journal.domain.quiet_hours import is_quiet
from journal.store.journal import Journal
from journal.system import paths, settings, words
from journal.system.words import knows, say

ALL = 1_000_000_000  # no limit
_BATCH = 500


def do_show(desk: Desk, arguments: Arguments) -> int:
    """A confidential entry too, as it is asked for by its number; but not who is hidden in another."""
    journal = desk.journal()
    entry = entry_of(journal, arguments.kind, arguments.number)
    for seen in reading.entries(journal, ids=[entry.id]):
        entry = seen
    if arguments.json:
        out_json(to_json(entry))
    else:
        out_entry(entry)
    return 0


def _whole(journal: Journal, lines: Iterable[Line]) -> Iterator[Entry]:
    ids = [line.id for line in lines]
    for start in range(0, len(ids), _BATCH):
        yield from reading.entries(journal, ids=ids[start : start + _BATCH])


def do_list(desk: Desk, arguments: Arguments) -> int:
    """Everything of a kind: the archived contacts too, after the others, for there is no other way to see them here."""
    journal = desk.journal()
    wanted = Wanted(
        network=_network_named(journal, arguments.text("network")) if "network" in arguments.options else "",
        tag=arguments.text("tag"),
        lapsed=bool(arguments.options.get("lapsed")),
        trash=bool(arguments.options.get("trash")),
    )
    lines = reading.page(journal, kind=arguments.kind, wanted=wanted, limit=ALL)
    if arguments.kind == "contact" and not wanted.trash and not wanted.lapsed:
        from dataclasses import replace

        lines += reading.page(journal, kind="contact", wanted=replace(wanted, archived=True), limit=ALL)
    if arguments.json:
        out_json_list(entries_json(_whole(journal, lines)))
    else:
        if lines:
            out_lines(lines)
        else:
            out(say("list.empty"))
        _tell_hidden(journal)
    return 0


def _tell_hidden(journal: Journal) -> None:
    """Says to a person that there is more than is shown."""
    if not privacy.confidential_shown(journal) and (count := privacy.hidden_count(journal)):
        out(say("list.hidden", count=count))


def _network_named(journal: Journal, text: str) -> str:
    """The name of the network of that name or number."""
    if text.isdigit():
        return entry_of(journal, "network", int(text)).heading
    with journal.reading() as sql:
        number = take_out.network_id(sql, text)
    return reading.entry(journal, entry_id=number).heading


def do_timeline(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    contact = entry_of(journal, "contact", arguments.number)
    lines = reading.timeline(journal, contact_id=contact.id, limit=ALL)
    if arguments.json:
        out_json_list(entries_json(_whole(journal, lines)))
        return 0
    out(named("contact", contact.id, contact.heading))
    if lines:
        out_lines(lines, with_kind=True)
    else:
        out(say("timeline.empty"))
    return 0


def do_history(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    records = entries.history(journal, entry_id=arguments.number)
    if not records:
        entry_of(journal, arguments.kind, arguments.number)
    for record in records[:1]:
        if record.kind != arguments.kind:
            raise NotFound("wrong_kind", id=arguments.number, kind=record.kind, asked=arguments.kind)
    if arguments.json:
        out_json_list(
            {
                "change_id": record.change_id,
                "at": record.at,
                "label": record.label,
                "undone": record.undone,
                "title": record.title,
                "fields": {name: {"old": old, "new": new} for name, (old, new) in record.fields.items()},
            }
            for record in records
        )
        return 0
    for record in records:
        what = say(f"change.{record.label}") if knows(f"change.{record.label}") else record.label
        out(f"{iso_words(record.at)}  {what}" + (f" ({say('history.undone')})" if record.undone else ""))
        for name, (old, new) in record.fields.items():
            out(f"    {field_label(name)}: " + say("history.from_to", old=_told(old), new=_told(new)))
    if not records:
        out(say("history.empty"))
    return 0


def _told(value: Any) -> str:
    """A JSON value of the history in short."""
    if value is None or value == []:
        return say("history.nothing")
    if isinstance(value, list):
        return ", ".join(_told(item) for item in value)
    if isinstance(value, dict):
        return str(value.get("name") or value.get("title") or value.get("value") or value.get("id") or "")
    if isinstance(value, bool):
        return say("yes" if value else "no")
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else text[:79] + "…"


def do_search(desk: Desk, arguments: Arguments) -> int:
    words = " ".join(arguments.words)
    journal = desk.journal()
    hits = searching.search(journal, words=words, kind=arguments.text("kind"), limit=arguments.count("limit", 50))
    if arguments.json:
        out_json_list(
            {
                "kind": hit.kind,
                "id": hit.id,
                "title": hit.title,
                "snippet": _plain(hit.snippet) or None,
                "date": hit.date or None,
                "score": hit.score,
            }
            for hit in hits
        )
        return 0
    rows = [(say(f"kind.{h.kind}"), str(h.id), h.title, iso_words(h.date), _plain(h.snippet)) for h in hits]
    for line in table(rows):
        out(line)
    if not hits:
        out(say("search.empty", words=words[:60]))
    _tell_hidden(journal)
    return 0


def _plain(snippet: str) -> str:
    """Without the marks around what was found."""
    return snippet.replace("\x02", "").replace("\x03", "")


def do_duplicates(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    found = duplicates.likely(journal)
    names = {line.id: line.title for line in reading.lines(journal, ids=list({n for pair in found for n in pair[:2]}))}
    reasons = [[say(f"alike.{reason}") for reason in pair.reasons] for pair in found]
    if arguments.json:
        out_json_list(
            {
                "contact": {"id": pair.contact_id, "name": names[pair.contact_id]},
                "other": {"id": pair.other_id, "name": names[pair.other_id]},
                "score": pair.score,
                "reason": ", ".join(said),
                "reasons": list(pair.reasons),
            }
            for pair, said in zip(found, reasons, strict=True)
        )
        return 0
    rows = [
        (f"{pair.score:.0%}", *(f"{number} {names[number]}" for number in pair[:2]), ", ".join(said))
        for pair, said in zip(found, reasons, strict=True)
    ]
    for line in table(rows):
        out(line)
    if not found:
        out(say("duplicates.none"))
    return 0


def do_due(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    parts = {
        "reminders": reminders.due(journal),
        "lapsed": rhythms.lapsed(journal),
        "renewals": today.renewals(journal),
    }
    if arguments.json:
        out_json({name: list(entries_json(_whole(journal, lines))) for name, lines in parts.items()})
        return 0
    for name, lines in parts.items():
        if lines:
            out(say(f"due.{name}"))
            out_lines(lines)
    if not any(parts.values()):
        out(say("due.nothing"))
    return 0


def do_remind(desk: Desk, arguments: Arguments) -> int:
    """Shows what is due and was never shown; where the desktop shows nothing, it is at least printed."""
    kept = settings.read(paths.settings_file())
    journal = desk.journal()
    if is_quiet(desk.now, kept.quiet_hours, kept.quiet_weekends):  # what is due waits for the first run after it
        if arguments.json:
            out_json([])
        else:
            out(say("remind.quiet"))
        return 0
    lines = reminders.to_show(journal)
    if lines:
        from journal.system import notifications

        notifications.show_all(say("program.name"), _notes(lines, desk.now, wordless=kept.hide_reminders))
    open_ones = [line for line in lines if desk.options.show_confidential or not line.confidential]
    if arguments.json:
        out_json_list(entries_json(_whole(journal, open_ones)))
    elif lines:
        out_lines(open_ones)
        for _ in range(len(lines) - len(open_ones)):
            out(say("remind.confidential"))
    else:
        out(say("due.nothing"))
    return 0


def do_templates(desk: Desk, arguments: Arguments) -> int:
    found = templates.templates(desk.journal(), language=words.language())
    if arguments.json:
        out_json([one.to_json() for one in found])
        return 0
    for one in found:
        out(f"{one.name} ({word_for(one.kind, 'type', one.fields.get('type', '')).lower()})")
    return 0


def _notes(lines: list[Line], now: datetime, *, wordless: bool) -> list[tuple[str, str]]:
    """(title, text) of the notifications: one for each reminder, or one for all of them."""
    if not belong_together(lines, now):
        hidden = say("remind.confidential")
        return [(hidden if wordless or x.confidential else x.title, iso_words(x.date)) for x in lines]
    titles = readable_titles(lines, wordless=wordless)
    if titles and len(titles) < len(lines):
        titles.append(say("remind.more", count=len(lines) - len(titles)))
    return [(say("remind.digest", count=len(lines)), " · ".join(titles))]


def do_stats(desk: Desk, arguments: Arguments) -> int:
    journal = desk.journal()
    year = arguments.count("year", desk.now.year)
    report = safety.entry_counts(journal)
    figures = asdict(looking_back.year_counts(journal, year=year))
    figures["by_network"] = [
        {"network": name, "events": events, "learnings": learnings} for name, events, learnings in figures["by_network"]
    ]
    if arguments.json:
        out_json({"entries": report, **figures})
        return 0
    rows = [(say(f"kinds.{kind}"), str(count)) for kind, count in report.items()]
    out(say("stats.entries"))
    for line in table([(f"  {label}", value) for label, value in rows]):
        out(line)
    out(say("stats.year", year=year))
    for line in table([(f"  {label}", value) for label, value in _figures(figures)]):
        out(line)
    return 0


def _figures(figures: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("events", "people_met", "new_contacts", "hours_with_people", "hours_learned"):
        yield say(f"stats.{name}"), value_words("", "", figures[name])
    for name in ("help_given", "help_received", "questions_settled"):
        yield say(f"stats.{name}"), value_words("", "", figures[name])
    for learning_type, count in sorted(figures["learnings"].items()):
        yield word_for("learning", "type", learning_type), str(count)
    for item in figures["by_network"]:
        yield item["network"], say("stats.network", events=item["events"], learnings=item["learnings"])
