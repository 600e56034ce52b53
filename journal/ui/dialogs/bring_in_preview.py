"""What a file to bring in holds: how much of each kind, by name, and which lines cannot be taken, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from journal.domain.entry import KINDS
from journal.system import words
from journal.ui import icons
from journal.ui.commands import KIND_ICONS
from journal.ui.theme import SMALL, em
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.headings import QuietText, StyledLabel

if TYPE_CHECKING:
    from journal.actions.bring_back import Returning
    from journal.actions.bring_in import FilePreview
    from journal.actions.who_is_it import Planned
    from journal.exchange.proposals import Rejected

MOST_REJECTED = 100  # lines shown of those that cannot be taken
OUTCOMES = ("new", "updated", "unchanged")
_ICONS = {"new": "plus", "updated": "pencil", "unchanged": "check"}
_ROWS = 7  # names to be seen at once
_BATCH = 5_000  # names given their places in one turn of the window

Index = QModelIndex | QPersistentModelIndex


class Names(QAbstractListModel):
    """Each entry of a file by its name, with what becomes of it: what changes first, then what is new."""

    def __init__(self, planned: Sequence[Planned | Returning], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        order = ("updated", "new", "unchanged")
        self._planned = [item for outcome in order for item in planned if item.outcome == outcome]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._planned)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._planned[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{item.entry.heading} · {self._becomes(item)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(_ICONS[item.outcome], "quiet" if item.outcome == "unchanged" else "accent_ink")
        return None

    def _becomes(self, item: Planned | Returning) -> str:
        fields = ", ".join(words.say(f"field.{field}").lower() for field in item.fields)
        return {
            "new": QCoreApplication.translate("BringInPage", "new"),
            "updated": QCoreApplication.translate("BringInPage", "changes: {fields}").format(fields=fields),
            "unchanged": QCoreApplication.translate("BringInPage", "known already"),
        }[item.outcome]


class NamesList(QListView):
    """As many names as there are, a few at once."""

    def __init__(self, planned: Sequence[Planned | Returning], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(Names(planned, self))
        self.setProperty("look", "plain")
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setIconSize(QSize(em(self), em(self)))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        row = max(self.sizeHintForRow(0), em(self) * 1.6)
        self.setFixedHeight(round(row * min(len(planned), _ROWS)) + 4)
        self.setAccessibleName(QCoreApplication.translate("BringInPage", "What it holds, by name"))


def file_card(file: FilePreview, parent: QWidget) -> Card:
    """One file: what it is, what it holds, and what of it cannot be taken."""
    card = Card(file.file, parent, icon="file-text")
    card.add_action(StyledLabel(format_name(file.format), card, style="small", role="quiet"))
    by_kind = file.by_kind
    for kind in KINDS:
        if counts := by_kind.get(kind):
            parts = [said(outcome, counts[outcome]) for outcome in OUTCOMES if counts[outcome]]
            row = CardRow(words.say(f"kinds.{kind}"), ", ".join(parts), card, icon=KIND_ICONS[kind], opens=False)
            card.add(row)
    if not file.planned and not file.rejected:
        card.add(QuietText(QCoreApplication.translate("BringInPage", "Nothing in it to bring in."), card))
    elif file.planned and not (file.count("new") or file.count("updated")):
        card.add(QuietText(QCoreApplication.translate("BringInPage", "All of it is in your journal already."), card))
    if file.planned:
        card.add(NamesList(file.planned, card))
    for note in file.notes:
        card.add(QuietText(_reason(note), card, small=True))
    if file.rejected:
        card.add(_rejected(file, card))
    return card


def _rejected(file: FilePreview, card: Card) -> QWidget:
    part = QWidget(card)
    box = QVBoxLayout(part)
    box.setContentsMargins(0, SMALL, 0, 0)
    box.setSpacing(SMALL // 2)
    count = len(file.rejected)
    box.addWidget(StyledLabel(said("rejected", count), part, style="strong", role="warn"))
    for item in file.rejected[:MOST_REJECTED]:
        box.addWidget(QuietText(_reason(item), part, small=True))
    if count > MOST_REJECTED:
        more = QCoreApplication.translate("BringInPage", "and %n more", None, count - MOST_REJECTED)
        box.addWidget(QuietText(more, part, small=True))
    return part


def _reason(item: Rejected) -> str:
    """ "Line 12: …", after the name of the file it stands in where many are shown as one."""
    details = dict(item.details)
    if words.knows(f"field.{details.get('field', '')}"):
        details["field"] = words.say(f"field.{details['field']}")
    line = reason = words.say(f"rejected.{item.reason}", **details)
    if item.line:
        line = QCoreApplication.translate("BringInPage", "Line {number}: {reason}").format(
            number=item.line, reason=reason
        )
    inside = item.details.get("inside")
    return f"{inside} · {line}" if inside else line


def said(outcome: str, count: int) -> str:
    """ "3 new", "1 rejected"…"""
    say = QCoreApplication.translate
    return {
        "new": say("BringInPage", "%n new", None, count),
        "updated": say("BringInPage", "%n updated", None, count),
        "unchanged": say("BringInPage", "%n unchanged", None, count),
        "rejected": say("BringInPage", "%n cannot be taken in", None, count),
    }[outcome]


def format_name(name: str) -> str:
    """What people call a format."""
    say = QCoreApplication.translate
    return {
        "vcard": say("BringInPage", "Address book (vCard)"),
        "icalendar": say("BringInPage", "Calendar (iCalendar)"),
        "linkedin": "LinkedIn",
        "linkedin-archive": "LinkedIn",
        "facebook": "Facebook",
        "viva-engage": "Viva Engage",
        "google-csv": say("BringInPage", "Google contacts (CSV)"),
        "outlook-csv": "Outlook (CSV)",
        "sharepoint": say("BringInPage", "SharePoint list"),
        "tickets": say("BringInPage", "List of attendees"),
        "table": say("BringInPage", "Table"),
        "own-data": say("BringInPage", "About yourself"),
        "opml": say("BringInPage", "List of blogs (OPML)"),
        "feed": say("BringInPage", "News feed of a blog"),
        "archive": say("BringInPage", "Archive of a journal"),
    }.get(name, name)
