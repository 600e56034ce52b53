"""week: the weekly look on the command line."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from journal.actions import reading, weekly_look
from journal.cli.desk import Desk
from journal.cli.fields import entry_of
from journal.cli.parser import Arguments
from journal.cli.printing import entries_json, named, out, out_json
from journal.domain.entry import Person
from journal.domain.errors import InvalidEntry, UserFacingError
from journal.domain.spoken_dates import find_date
from journal.domain.weekly_look import QUESTIONS, Answers, to_json
from journal.store.journal import Journal
from journal.system.words import say

ANSWERED = ("met", "met-about", "learned", "doubt", "thank", "thank-for", "thanked", "proud", "next", "next-on")


def do_week(desk: Desk, arguments: Arguments) -> int:
    """The questions with what the week held; with answers, the entries made of them."""
    journal = desk.journal()
    if arguments.options.get("remind"):
        weekly_look.make_reminder(journal)
    if not any(name in arguments.options for name in ANSWERED):
        return _show(journal, arguments)
    answers = _answers(journal, arguments, desk.now)
    if "thanked" in arguments.options and not answers.thank:
        raise UserFacingError("nobody_to_thank")
    changes = weekly_look.keep(journal, answers=answers)
    made = reading.entries(journal, ids=list(changes.created))
    if arguments.json:
        out_json(list(entries_json(made)))
        return 0
    for entry in made:
        out(say("made.one", entry=named(entry.kind, entry.id, entry.heading)))
    return 0


def _show(journal: Journal, arguments: Arguments) -> int:
    week = weekly_look.week(journal)
    if arguments.json:
        out_json(
            {
                "from": week.first.isoformat(),
                "to": week.last.isoformat(),
                "kept": week.kept,
                "met": [{"id": one.id, "name": one.name} for one in week.met],
                "events": [{"id": line.id, "title": line.title} for line in week.events],
                "learnings": [{"id": line.id, "title": line.title} for line in week.learnings],
                "begun": None if week.answers.empty else to_json(week.answers),
            }
        )
        return 0
    held = {
        "met": ", ".join(one.name for one in week.met),
        "learned": ", ".join(line.title for line in week.learnings if line.type in ("practice", "tool", "tip")),
        "doubt": ", ".join(line.title for line in week.learnings if line.type == "question"),
        "proud": ", ".join(line.title for line in week.learnings if line.type == "win"),
    }
    for name in QUESTIONS:
        out(say("weekly.thanks" if name == "thank" else f"weekly.{name}"))
        if held.get(name):
            out("  " + say("weekly.already", what=held[name]))
    out(say("weekly.how"))
    return 0


def _answers(journal: Journal, arguments: Arguments, now: datetime) -> Answers:
    options = arguments.options

    def lines(name: str) -> str:
        return "\n".join(options.get(name, ()))

    return Answers(
        met=_people(journal, options.get("met", ())),
        met_about=arguments.text("met-about"),
        learned=lines("learned"),
        doubt=lines("doubt"),
        thank=_people(journal, options.get("thank", ())),
        thank_for=arguments.text("thank-for"),
        thanked=bool(options.get("thanked")),
        proud=lines("proud"),
        next=lines("next"),
        next_on=_day(options["next-on"], now) if "next-on" in options else None,
    )


def _people(journal: Journal, names: Any) -> tuple[Person, ...]:
    """By number or by name; a name nobody bears makes a contact."""
    found = []
    for name in names:
        if name.isascii() and name.isdigit() and len(name) < 10:
            contact = entry_of(journal, "contact", int(name))
            found.append(Person(contact.id, contact.heading))
        else:
            found.append(Person(name=name))
    return tuple(found)


def _day(text: str, now: datetime) -> date:
    found = find_date(text, now, ahead=True)
    if found is None or (found[1], found[2]) != (0, len(text)):
        raise InvalidEntry("not_a_date", "due_at", value=text[:60])
    return found[0].date() if isinstance(found[0], datetime) else found[0]
