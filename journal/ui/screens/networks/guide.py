"""How to get the file of a network, step by step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.network import Network
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.theme import SMALL, em
from journal.ui.widgets.card import Card
from journal.ui.widgets.headings import QuietText, StyledLabel


class GuideCard(Card):
    """The steps for the network shown; the ready-made ones have their own."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("GuideCard", "How to get its file"), parent, icon="download")
        self.context = context
        self.steps: list[str] = []

    def show_network(self, entry: Network) -> None:
        name, language = entry.name, words.language()

        def read(_: Journal) -> list[str]:
            from journal.actions import networks

            return networks.guide(name, language=language)

        self.context.jobs.read(self, read, self._show, key="guide")

    def _show(self, steps: list[str]) -> None:
        if steps == self.steps:
            return
        self.clear()
        self.steps = steps
        for number, step in enumerate(steps, start=1):
            self.add(_Step(number, step, self))


class _Step(QWidget):
    def __init__(self, number: int, step: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, 0, SMALL, 0)
        row.setSpacing(SMALL)
        count = StyledLabel(f"{number}.", self, style="strong", role="accent_ink")
        count.setMinimumWidth(round(em(self) * 1.4))
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(QuietText(step, self), 1)
        self.setAccessibleName(f"{number}. {step}")
