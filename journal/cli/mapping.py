"""`import --map FIELD=COLUMN`: what was typed, as the answer to what a table asks about its columns."""

from __future__ import annotations

import json
from collections.abc import Sequence

from journal.domain.entry import folded
from journal.domain.errors import WrongUsage
from journal.exchange import column_guess
from journal.exchange.proposals import Question

FIELDS = tuple(dict.fromkeys((*column_guess.CONTACT, *column_guess.EVENT)))
_ALSO = {"name": "full_name", "email": "emails", "phone": "phones", "tag": "tags", "date": "starts_at"}


def typed_fields(typed: Sequence[str]) -> dict[str, str]:
    """Field -> column as typed; raises WrongUsage for what is no `FIELD=COLUMN` or no field."""
    found: dict[str, str] = {}
    for word in typed:
        field, equals, column = word.partition("=")
        field = folded(field).replace("-", "_").replace(" ", "_")
        field = _ALSO.get(field, field)
        if not equals or not column.strip() or field not in FIELDS:
            raise WrongUsage("map_form", value=word[:60], known=", ".join(FIELDS))
        found[field] = column.strip()
    return found


def answers(wanted: dict[str, str], questions: Sequence[Question]) -> dict[str, str]:
    """Question.key -> answer: the guess with what she typed over it.

    Raises WrongUsage where no file has columns to say, or a table has not the column.
    """
    asked = [question for question in questions if question.kind == "columns"]
    if not asked:
        raise WrongUsage("map_not_needed")
    return {question.key: json.dumps(_mapping(wanted, question)) for question in asked}


def _mapping(wanted: dict[str, str], question: Question) -> dict[str, int]:
    titles: list[str] = json.loads(question.details["titles"])
    said = {field: _position(column, titles) for field, column in wanted.items()}
    event = bool(column_guess.ONLY_EVENT & said.keys()) or (
        question.details["kind"] == "event" and said.keys() <= set(column_guess.EVENT)
    )
    fits = column_guess.EVENT if event else column_guess.CONTACT
    guessed: dict[str, int] = json.loads(question.answer)
    kept = {field: at for field, at in guessed.items() if field in fits and at not in said.values()}
    return {**kept, **said}


def _position(column: str, titles: Sequence[str]) -> int:
    """A column by its title (no case, no accents) or by its number from 1."""
    named = [at for at, title in enumerate(titles) if folded(title) == folded(column)]
    if named:
        return named[0]
    if column.isascii() and column.isdigit() and len(column) < 6 and 1 <= int(column) <= len(titles):
        return int(column) - 1
    raise WrongUsage("map_no_column", column=column[:60], known=", ".join(titles)[:500])
