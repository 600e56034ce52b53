"""How what she types into an entry gets into the journal by itself, and is never lost on the way.

What the journal refuses (a half-written e-mail, a new entry still without a title) stays on screen and is kept beside
the entry as a draft, so that it is there again after a kill of the program.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from journal.domain.changes import Changes
from journal.domain.entry import Entry, editable_fields, field_types
from journal.domain.errors import InvalidEntry, UserFacingError
from journal.domain.kinds import field_value, json_value
from journal.system import words
from journal.ui.jobs import Jobs, Journal
from journal.ui.notices import Notices

# A new entry is not written before it has what names it; until then nothing is said about it either.
UNNAMED = ("needs_a_title", "needs_a_name", "contact_needs_a_name", "needs_a_due_time")

# What is held back with the field a refusal names, so that the other fields are saved all the same.
WITH_IT = {
    "name": ("name", "given_name", "family_name", "full_name", "organisation", "emails", "phones"),
    "ends_at": ("starts_at", "ends_at"),
    "state": ("type", "state"),
}


@dataclass(slots=True)
class _Sitting:
    """One entry while it is on screen: as read or drafted, and the typed values not yet in the file."""

    entry: Entry
    waiting: dict[str, Any] = field(default_factory=dict)
    creating: bool = False
    draft_kept: bool = False


class Saving(QObject):
    """One for each detail pane. Signals: `created(int)` a new entry has its id now; `refused(field, sentence)`;
    `accepted(tuple[str, ...])` these fields are in the journal."""

    created = Signal(int)
    refused = Signal(str, str)
    accepted = Signal(object)

    def __init__(self, jobs: Jobs, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._now: _Sitting | None = None

    @property
    def entry(self) -> Entry | None:
        """The entry on screen with everything typed into it, saved or not."""
        return replace(self._now.entry, **self._now.waiting) if self._now else None

    @property
    def entry_id(self) -> int:
        """0 for a new entry not yet written, and for none."""
        return self._now.entry.id if self._now else 0

    @property
    def waiting(self) -> dict[str, Any]:
        """Typed, and not in the journal yet."""
        return dict(self._now.waiting) if self._now else {}

    def begin(self, entry: Entry, typed: dict[str, Any] | None = None) -> None:
        """From now on changes belong to `entry` (id 0: a new one); `typed` is its kept draft, tried again at once."""
        self._now = _Sitting(entry, dict(typed or {}), draft_kept=bool(typed))
        if typed:
            self.change({})

    def take(self, entry: Entry) -> Entry:
        """The same entry, read again: returned with what is typed and not yet saved laid over it."""
        if self._now is None or self._now.entry.id != entry.id:
            return entry
        self._now.entry = entry
        return replace(entry, **self._now.waiting)

    def end(self) -> None:
        self._now = None

    def give_up(self) -> None:
        """Forgets the new entry on screen, if it has not been written (she pressed Delete)."""
        if self._now is not None and not self._now.entry.id:
            self._keep_draft(self._now, {})
            self._now = None

    def change(self, fields: dict[str, Any]) -> None:
        """Writes these fields, and those refused earlier, which may fit by now."""
        sitting = self._now
        if sitting is None:
            return
        sitting.waiting.update(fields)
        if sitting.entry.id:
            self._save(sitting, dict(sitting.waiting))
        elif not sitting.creating:
            self._create(sitting)

    # --- an entry that is in the journal --------------------------------------------------------------------------

    def _save(self, sitting: _Sitting, fields: dict[str, Any]) -> None:
        from journal.actions import entries

        entry_id = sitting.entry.id
        if fields:
            self._jobs.write(
                self,
                lambda journal: entries.save(journal, entry_id=entry_id, fields=fields),
                lambda _: self._saved(sitting, fields),
                lambda problem: self._save_refused(sitting, fields, problem),
            )

    def _saved(self, sitting: _Sitting, fields: dict[str, Any]) -> None:
        for name, value in fields.items():
            if name in sitting.waiting and sitting.waiting[name] == value:
                del sitting.waiting[name]
        sitting.entry = replace(sitting.entry, **fields)
        if sitting.draft_kept:
            self._keep_draft(sitting, sitting.waiting)
        if sitting is self._now:
            self.accepted.emit(tuple(fields))

    def _save_refused(self, sitting: _Sitting, fields: dict[str, Any], problem: UserFacingError) -> None:
        name = problem.field if isinstance(problem, InvalidEntry) else ""
        self._keep_draft(sitting, sitting.waiting)
        self._say(sitting, name, problem)
        held_back = WITH_IT.get(name, (name,))
        others = {other: value for other, value in fields.items() if other not in held_back}
        if len(others) < len(fields):
            self._save(sitting, others)

    def _say(self, sitting: _Sitting, name: str, problem: UserFacingError) -> None:
        if name and sitting is self._now:
            self.refused.emit(name, words.say_error(problem))
        else:
            self._notices.tell_problem(problem)

    # --- a new entry ----------------------------------------------------------------------------------------------

    def _create(self, sitting: _Sitting) -> None:
        from journal.actions import entries

        sent = dict(sitting.waiting)
        if not sent:
            return
        draft = replace(sitting.entry, **sent)
        try:
            draft.checked()
        except InvalidEntry as problem:
            self._keep_draft(sitting, sent)
            if problem.code not in UNNAMED:
                self.refused.emit(problem.field, words.say_error(problem))
            return
        sitting.creating = True
        self._jobs.write(
            self,
            lambda journal: entries.create(journal, draft=draft),
            lambda changes: self._created(sitting, sent, changes),
            lambda problem: self._create_refused(sitting, problem),
        )

    def _created(self, sitting: _Sitting, sent: dict[str, Any], changes: Changes) -> None:
        sitting.creating = False
        # People, networks and tags may have been made with it; ids are one series for all kinds.
        kind = sitting.entry.kind
        number = next(one for one in changes.created if changes.touches(kind, one))
        if sitting.draft_kept:
            self._keep_draft(sitting, {})
        sitting.entry = replace(sitting.entry, id=number)
        self._saved(sitting, sent)
        if sitting is self._now:
            self.created.emit(number)
        if sitting.waiting:
            self._save(sitting, dict(sitting.waiting))

    def _create_refused(self, sitting: _Sitting, problem: UserFacingError) -> None:
        sitting.creating = False
        self._keep_draft(sitting, sitting.waiting)
        self._say(sitting, problem.field if isinstance(problem, InvalidEntry) else "", problem)

    # --- drafts ---------------------------------------------------------------------------------------------------

    def _keep_draft(self, sitting: _Sitting, fields: dict[str, Any]) -> None:
        sitting.draft_kept = bool(fields)
        key = draft_key(sitting.entry.kind, sitting.entry.id)
        text = json.dumps({name: json_value(value) for name, value in fields.items()}) if fields else ""
        self._jobs.write(self, lambda journal: _set(journal, key, text))


def draft_key(kind: str, entry_id: int) -> str:
    return f"draft.{kind}.{entry_id or 'new'}"


def _set(journal: Journal, key: str, text: str) -> None:
    from journal.actions import reading

    reading.set_setting(journal, key, text)


def read_draft(journal: Journal, kind_class: type[Entry], entry_id: int) -> dict[str, Any]:
    """The typed values kept for an entry (0: for a new one of that kind) that the journal would not take."""
    from journal.actions import reading

    text = reading.get_setting(journal, draft_key(kind_class.kind, entry_id), "")
    if not text:
        return {}
    plain: type = kind_class
    known, empty = field_types(plain), kind_class()
    fields = {}
    for name, value in json.loads(text).items():
        if name in editable_fields(kind_class):
            fields[name] = getattr(empty, name) if value is None else field_value(known[name], name, value)
    return fields
