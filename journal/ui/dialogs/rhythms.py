"""Keeping in touch by network and by tag: how often she would like to hear from the people there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from journal.domain.changes import Changes
from journal.ui.commands import page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import ColumnPage
from journal.ui.jobs import Journal
from journal.ui.theme import LARGE, SMALL
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import RhythmField
from journal.ui.widgets.headings import QuietText, StyledLabel

ICONS = {"network": "network", "tag": "tag"}
MOST_TAGS = 40  # the others are on few people


class RhythmsPage(ColumnPage):
    """A row for each network and tag; what she chooses holds at once, and can be undone."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("rhythms"))
        self._shown: list[Any] | None = None
        self.fields: dict[tuple[str, str], RhythmField] = {}
        self.column.addWidget(
            QuietText(
                self.tr(
                    "A rhythm for a network or a tag holds for everybody in it. The contact's own rhythm goes before"
                    " it, a tag's before a network's, and of several the shortest. It is counted from your last real"
                    " exchange."
                ),
                self,
            )
        )
        self._cards: list[Card] = []
        self.column.addStretch(1)

    def refresh(self) -> None:
        def read(journal: Journal) -> list[Any]:
            from journal.actions import rhythms

            return rhythms.groups(journal)

        self.context.jobs.read(self, read, self._show, key="groups")

    def _show(self, groups: list[Any]) -> None:
        rows = [group[:4] for group in groups]
        if self._shown is None or sorted(rows) != sorted(group[:4] for group in self._shown):
            self._make(groups)
        self._shown = groups
        for group in groups:
            field = self.fields.get((group.kind, group.name))
            if field is not None and not field.is_being_edited():
                field.set_value(group.days)

    def _make(self, groups: list[Any]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards, self.fields = [], {}
        tags = [group for group in groups if group.kind == "tag"][:MOST_TAGS]
        networks = [group for group in groups if group.kind == "network"]
        self._add(self.tr("By network"), "network", networks, self.tr("You have no network yet: begin with one."))
        self._add(self.tr("By tag"), "tag", tags, self.tr("No contact bears a tag yet. Give one to those who belong."))

    def _add(self, heading: str, kind: str, groups: list[Any], nothing: str) -> None:
        card = Card(heading, self, icon=ICONS[kind])
        if not groups:
            card.add(QuietText(nothing, card))
        inside = QWidget(card)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL // 2)
        grid.setColumnStretch(0, 1)
        for row, group in enumerate(groups):
            self._add_row(grid, row, group)
        card.add(inside)
        self.column.insertWidget(self.column.count() - 1, card)
        self._cards.append(card)

    def _add_row(self, grid: QGridLayout, row: int, group: Any) -> None:
        name = f"#{group.name}" if group.kind == "tag" else group.name
        people = QCoreApplication.translate("RhythmsPage", "%n person(s)", None, group.people)
        label = self.tr("Rhythm of {name}").replace("{name}", name)
        field = RhythmField(label, self)
        field.set_value(group.days)
        field.finished.connect(lambda group=group, field=field: self._choose(group, field))
        self.fields[group.kind, group.name] = field
        grid.addWidget(StyledLabel(name, self), row, 0)
        grid.addWidget(StyledLabel(people, self, style="small", role="quiet"), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(field, row, 2)

    def _choose(self, group: Any, field: RhythmField) -> None:
        days = field.value()
        known = next((one.days for one in self._shown or () if one[:2] == group[:2] and one.name == group.name), None)
        if days == known:
            return

        def write(journal: Journal) -> Changes:
            from journal.actions import rhythms

            if group.kind == "tag":
                return rhythms.set_tag_rhythm(journal, tag=group.name, days=days)
            return rhythms.set_network_rhythm(journal, network_id=group.id, days=days)

        told = self.tr("Rhythm of {name}: kept").replace("{name}", group.name)
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(told, undo=True))

    def activate(self) -> None:
        first = next(iter(self.fields.values()), None)
        (first or self.back).setFocus()
