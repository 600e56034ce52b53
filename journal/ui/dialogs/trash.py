"""The trash: everything deleted, to be restored by one button or Enter. Nothing is thrown out of it by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from journal.domain.changes import Changes
from journal.domain.entry import KINDS
from journal.domain.lines import Line, Wanted
from journal.system import words
from journal.ui.commands import KIND_ICONS, page_title
from journal.ui.context import ScreenContext
from journal.ui.dialogs.page import TitledPage
from journal.ui.jobs import Journal
from journal.ui.when import near
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.lists import LinesModel, LinesView, Look

MOST = 500  # of each kind, the latest


class TrashPage(TitledPage):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, page_title("trash"))
        self.restore_button = PrimaryButton(self.tr("Restore"), self, icon="rotate-ccw")
        self.restore_button.setEnabled(False)
        self.restore_button.clicked.connect(self._restore_selected)
        self.head.addWidget(self.restore_button)
        look = Look(icon=lambda line: KIND_ICONS[line.kind], subtitle=self._subtitle, date=self._date)
        self.model = LinesModel(look, (), self)
        self.model.request_page.connect(self._read)
        self.lines = LinesView(self.model, self, name=page_title("trash"))
        self.lines.selection_changed.connect(lambda ids: self.restore_button.setEnabled(bool(ids)))
        self.lines.activated_id.connect(lambda number: self.restore([number]))
        self.nothing = EmptyState("trash-2", self.tr("The trash is empty. What you delete waits here."), self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.lines)
        self.stack.addWidget(self.nothing)
        self.body.addWidget(self.stack, 1)
        self.model.filled.connect(
            lambda: self.stack.setCurrentWidget(self.lines if self.model.rowCount() else self.nothing)
        )

    def _subtitle(self, line: Line) -> str:
        kind = words.say(f"kind.{line.kind}")
        return f"{kind} · {line.subtitle}" if line.subtitle else kind

    def _date(self, line: Line) -> str:
        return near(line.date, self.context.clock.now(), self.context.locale, time=False)

    def refresh(self) -> None:
        self.model.reload()

    def _read(self, offset: int, limit: int) -> None:
        turn = self.model.turn

        def read(journal: Journal) -> list[Line]:
            from journal.actions import reading

            wanted = Wanted(trash=True, sort="updated", descending=True)
            return [line for kind in KINDS for line in reading.page(journal, kind=kind, wanted=wanted, limit=MOST)]

        self.context.jobs.read(self, read, lambda lines: self.model.add_page(lines, True, turn), key="trash")

    def _restore_selected(self) -> None:
        self.restore(self.lines.selected_ids())

    def restore(self, ids: Sequence[int]) -> None:
        """Puts entries back where they were."""
        if not ids:
            return

        def write(journal: Journal) -> Changes:
            from journal.actions import entries

            return entries.restore(journal, ids=ids)

        following = self._neighbour(ids)

        def tell(_: Changes) -> None:
            if following:
                self.lines.select_id(following)
            text = QCoreApplication.translate("TrashPage", "%n entry(ies) restored", None, len(ids))
            self.context.notices.tell(text, undo=True)

        self.context.jobs.write(self, write, tell)

    def _neighbour(self, ids: Sequence[int]) -> int:
        """The line after those that go (else before), so that she stays where she was."""
        lines = self.model.lines()
        places = [place for place, line in enumerate(lines) if line.id in ids]
        others = lines[places[-1] + 1 :] + lines[: places[0]][::-1] if places else []
        return next((line.id for line in others if line.id not in ids), 0)

    def activate(self) -> None:
        shown = self.stack.currentWidget()
        if shown is not None:
            shown.setFocus()
