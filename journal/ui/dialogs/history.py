"""What has happened to one entry, newest first, in words: who changed what is always her."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QLocale

from journal.domain.changes import HistoryRecord
from journal.system import words
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.jobs import Journal
from journal.ui.undoing import words_of_change
from journal.ui.when import near
from journal.ui.widgets.card import Card
from journal.ui.widgets.dates import show_date, show_moment
from journal.ui.widgets.headings import QuietText, StyledLabel

LONGEST = 160  # characters of a value shown
ICONS = {"create": "plus", "capture": "sparkles", "delete": "trash-2", "restore": "rotate-ccw", "import": "download"}
VOCABULARY = {
    "type": ("event.type", "learning.type", "network.type"),
    "state": ("learning.state",),
    "status": ("event.status",),
    "help": ("event.help",),
}


class HistoryPage(ColumnPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("history"))
        self.entry_id = 0
        self.records: list[HistoryRecord] = []

    def show_wanted(self, **wanted: Any) -> None:
        self.entry_id = int(wanted["entry_id"])
        self.title.setText(self.tr("History of “{title}”").format(title=wanted["title"]))
        self.refresh()

    def refresh(self) -> None:
        entry_id = self.entry_id

        def read(journal: Journal) -> list[HistoryRecord]:
            from journal.actions import entries

            return entries.history(journal, entry_id=entry_id)

        if entry_id:
            self.context.jobs.read(self, read, self._show, key="history")

    def _show(self, records: list[HistoryRecord]) -> None:
        self.records = records
        while self.column.count():
            item = self.column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for record in records:
            self.column.addWidget(self._card(record))
        self.column.addStretch(1)

    def _card(self, record: HistoryRecord) -> Card:
        heading = words_of_change(record.label)
        heading = heading[:1].upper() + heading[1:]
        card = Card(heading, self, icon=ICONS.get(record.label, "pencil"))
        when = near(record.at, self.context.clock.now(), self.context.locale)
        if record.undone:
            when = self.tr("{when}, undone since").format(when=when)
        card.add_action(StyledLabel(when, card, style="small", role="quiet"))
        lines = lines_of(record, self.context.locale)
        for line in lines:
            card.add(QuietText(line, card))
        return card

    def activate(self) -> None:
        self.back.setFocus()


def lines_of(record: HistoryRecord, locale: QLocale) -> list[str]:
    """Each changed field in one line: its name on screen, what it was, what it became."""
    lines = []
    for name, (old, new) in record.fields.items():
        if not words.knows(f"field.{name}") or (old in (None, []) and new in (None, [])):
            continue
        label = words.say(f"field.{name}")
        before, after = (readable(name, value, locale) for value in (old, new))
        if not before:
            lines.append(f"{label}: {after}")
        else:
            lines.append(f"{label}: {before} → {after or '—'}")
    return lines


def readable(name: str, value: Any, locale: QLocale) -> str:
    """A JSON value of a field as it is written on screen; "" for an empty one."""
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "✓" if value else "—"
    if isinstance(value, list):
        return ", ".join(filter(None, (readable(name, item, locale) for item in value)))
    if isinstance(value, dict):
        return str(value.get("name") or value.get("title") or value.get("value") or "")
    text = str(value)
    for prefix in VOCABULARY.get(name, ()):
        if words.knows(f"{prefix}.{text}"):
            return words.say(f"{prefix}.{text}")
    text = _as_moment(text, locale)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _as_moment(text: str, locale: QLocale) -> str:
    if len(text) >= 10 and text[4:5] == "-" and text[7:8] == "-":
        try:
            return (
                show_date(date.fromisoformat(text), locale)
                if len(text) == 10
                else show_moment(datetime.fromisoformat(text), locale)
            )
        except ValueError:
            return text
    return text
