"""Templates: how entries she writes often begin; ready-made ones to start with, all hers to change."""

from __future__ import annotations

import json
from collections.abc import Callable

from journal.actions import reading
from journal.domain.changes import Changes
from journal.domain.entry import folded
from journal.domain.errors import InvalidEntry, NotFound
from journal.domain.template import Template, with_template, without_template
from journal.store.journal import Journal
from journal.system import resources

KEY = "templates"  # the setting that holds them, once she has changed any


def ready_made(language: str) -> list[Template]:
    """Those that come with the program, in "fr" or "en"."""
    return [Template.from_json(one) for one in json.loads(resources.text("sample", f"templates-{language}.json"))]


def templates(journal: Journal, *, language: str) -> list[Template]:
    """Hers, or the ready-made ones in `language` as long as she has changed none."""
    return _read(reading.get_setting(journal, KEY), language)


def named(journal: Journal, *, name: str, language: str) -> Template:
    """Raises NotFound."""
    found = next((one for one in templates(journal, language=language) if folded(one.name) == folded(name)), None)
    if found is None:
        raise NotFound("no_such_template", name=name[:60])
    return found


def keep(journal: Journal, *, template: Template, language: str, instead_of: str = "") -> Changes:
    """Keeps a template, in the place of the one called `instead_of` (or of its own name). Raises InvalidEntry."""
    new = template.checked()
    return _change(journal, language, "template", lambda known: with_template(known, new, instead_of))


def keep_of(journal: Journal, *, entry_id: int, language: str) -> Changes:
    """Keeps what stays the same of an entry, under its title. Raises NotFound, InvalidEntry."""
    return keep(journal, template=Template.of(reading.entry(journal, entry_id=entry_id)), language=language)


def remove(journal: Journal, *, name: str, language: str) -> Changes:
    """Takes one away; undoing brings it back. Raises NotFound."""
    named(journal, name=name, language=language)
    return _change(journal, language, "template_removed", lambda known: without_template(known, name))


def _change(
    journal: Journal, language: str, label: str, changed: Callable[[list[Template]], list[Template]]
) -> Changes:
    with journal.writing(label) as writer:
        row = writer.sql.execute("SELECT value FROM setting WHERE key = ?", (KEY,)).fetchone()
        after = changed(_read(row[0] if row else "", language))
        writer.change_setting(KEY, json.dumps([one.to_json() for one in after], ensure_ascii=False))
    return writer.changes


def _read(kept: str, language: str) -> list[Template]:
    if not kept:
        return ready_made(language)
    found = []
    for one in json.loads(kept):
        try:
            found.append(Template.from_json(one))
        except InvalidEntry:
            continue  # of a newer version, in an archive: the others are of use all the same
    return found
