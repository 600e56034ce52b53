"""`import`: what the files hold, what they leave open and how it was answered; then one change, or none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from journal.actions import bring_in, series
from journal.actions.answers import Remembered
from journal.actions.bring_in import FilePreview, Preview
from journal.actions.who_is_it import ANOTHER, THE_FIRST
from journal.cli import mapping
from journal.cli.desk import Desk
from journal.cli.parser import Arguments
from journal.cli.printing import field_label, out, out_json
from journal.domain.entry import KINDS
from journal.domain.errors import WrongUsage
from journal.exchange.proposals import Question, Rejected
from journal.system.words import say

OUTCOMES = ("new", "updated", "unchanged")
REJECTED_SHOWN = 20  # lines; all of them are in --json
NAMES_SHOWN = 50  # of each outcome, where only a preview is asked for; all of them are in --json
SAME = "same"  # typed for THE_FIRST
_AS_JSON = {"columns": ("titles", "samples"), "person": ("people",)}  # kind of question -> its details that are JSON
DATES = {"day-first": "dmy", "month-first": "mdy"}


def do_import(desk: Desk, arguments: Arguments) -> int:
    wanted = mapping.typed_fields(arguments.options.get("map", []))
    journal = desk.journal()
    paths = [Path(name) for name in arguments.words]

    def read(answers: dict[str, str]) -> Preview:
        known = Remembered(journal, answers)
        return bring_in.preview(journal, paths=paths, as_format=arguments.text("as"), answers=known)

    said = {series.KEY: arguments.text("series")} if "series" in arguments.options else {}
    shown = read(said)
    if wanted:
        said |= mapping.answers(wanted, _questions(shown))
        shown = read(said)
    # Which dates and people there are depends on what the columns hold: those are answered after them.
    order = DATES.get(arguments.text("dates"), "")
    dates = {question.key: order for question in _questions(shown) if question.kind == "date_order" and order}
    people = _people_said(arguments.options.get("person", []), _questions(shown))
    if dates or people:
        said |= dates | people
        shown = read(said)
    dry = bool(arguments.options.get("dry-run"))
    if not dry:
        bring_in.bring_in(journal, preview=shown, answers=said)
    if arguments.json:
        out_json(_as_json(shown, named=dry))
        return 0
    if dry:
        out(say("import.preview"))
    for file in shown.files:
        for line in _lines(file, named=dry):
            out(line)
    return 0


# --- answers ------------------------------------------------------------------------------------------------------


def _questions(shown: Preview) -> list[Question]:
    return [question for file in shown.files for question in file.questions]


def _people_said(typed: list[str], questions: list[Question]) -> dict[str, str]:
    """`--person ADDRESS=NUMBER|new|same`: Question.key -> answer. Raises WrongUsage for what nobody asked."""
    asked = [question for question in questions if question.kind == "person"]
    found: dict[str, str] = {}
    for word in typed:
        address, _, answer = word.rpartition("=")
        answer = THE_FIRST if answer.strip().lower() == SAME else answer.strip().lower()
        meant = [
            question
            for question in asked
            if question.details["address"].casefold() == address.strip().casefold() and answer in question.choices
        ]
        if not meant:
            known = ", ".join(f"{q.details['address']}={_typed(choice)}" for q in asked for choice in q.choices)
            raise WrongUsage("person_form", value=word[:60], known=known[:500] or "-")
        found |= {question.key: answer for question in meant}
    return found


def _typed(choice: str) -> str:
    return SAME if choice == THE_FIRST else choice


# --- said ---------------------------------------------------------------------------------------------------------


def _as_json(shown: Preview, *, named: bool) -> dict[str, Any]:
    return {
        "files": [_file_json(file, named) for file in shown.files],
        "new": shown.new,
        "updated": shown.updated,
        "unchanged": shown.unchanged,
        "rejected": shown.rejected,
    }


def _file_json(file: FilePreview, named: bool) -> dict[str, Any]:
    """Every entry by name only where it is a preview; what was asked or is to be known where there is something."""
    said: dict[str, Any] = {
        "file": file.file,
        "format": file.format,
        **{outcome: file.count(outcome) for outcome in OUTCOMES},
        "rejected": [{"line": record.line, "reason": reason(record)} for record in file.rejected],
        "by_kind": {kind: {outcome: file.count(outcome, kind) for outcome in OUTCOMES} for kind in KINDS},
    }
    if named:
        said["entries"] = [
            {
                "kind": item.entry.kind,
                "title": item.entry.heading,
                "outcome": item.outcome,
                "line": item.line,
                "fields": list(item.fields),
            }
            for item in file.planned
        ]
    if file.questions:
        said["questions"] = [_question_json(question) for question in file.questions]
    if file.notes:
        said["notes"] = [reason(note) for note in file.notes]
    return said


def _question_json(question: Question) -> dict[str, Any]:
    details = {
        key: json.loads(value) if key in _AS_JSON.get(question.kind, ()) else value
        for key, value in question.details.items()
    }
    answer = json.loads(question.answer) if question.kind == "columns" else _typed(question.answer)
    return {"kind": question.kind, "answer": answer, "choices": [*map(_typed, question.choices)], **details}


def reason(record: Rejected) -> str:
    """Why a record was not taken; a field in it goes by its name on screen."""
    details = dict(record.details)
    if "field" in details:
        details["field"] = field_label(details["field"])
    said = " ".join(say(f"rejected.{record.reason}", **details).split())
    return f"{details['inside']}: {said}" if "inside" in details else said  # which of many files of a zip


def _lines(file: FilePreview, *, named: bool) -> Iterator[str]:
    counts = {outcome: file.count(outcome) for outcome in OUTCOMES}
    yield say("import.file", file=file.file, format=file.format, rejected=len(file.rejected), **counts)
    for outcome in OUTCOMES if named else ():
        names = [item.entry.heading for item in file.planned if item.outcome == outcome]
        if names:
            listed = ", ".join(names[:NAMES_SHOWN])
            yield "  " + say("import.names", outcome=say(f"import.outcome.{outcome}"), names=listed)
        if len(names) > NAMES_SHOWN:
            yield "    " + say("changed.more", count=len(names) - NAMES_SHOWN)
    for question in file.questions:
        if question.kind != "columns":
            yield "  " + _asked(question)
    for note in file.notes:
        yield "  " + say("import.note", reason=reason(note))
    for record in file.rejected[:REJECTED_SHOWN]:
        yield "  " + say("import.rejected", line=record.line, reason=reason(record))
    if len(file.rejected) > REJECTED_SHOWN:
        yield "  " + say("changed.more", count=len(file.rejected) - REJECTED_SHOWN)


def _asked(question: Question) -> str:
    """What was not clear, how it was taken, and how to say otherwise."""
    details = dict(question.details)
    if question.kind == "date_order":
        order = say("import.question.day" if question.answer == "dmy" else "import.question.month")
        return say("import.question.date_order", sample=details.get("sample", ""), order=order)
    if question.kind == "series":
        each = "_each" if question.answer == series.EACH else ""
        return say(f"import.question.series{each}", **details)
    people: dict[str, str] = json.loads(details["people"])
    if question.answer != ANOTHER:
        return say("import.question.person_answered", **{**details, "people": people[question.answer]})
    if THE_FIRST in people:
        return say("import.question.person_first", **{**details, "people": people[THE_FIRST]})
    listed = "; ".join(f"{number} {name}" for number, name in people.items())
    return say("import.question.person", **{**details, "people": listed})
