"""A list on the left, one entry on the right: what the screens of the five kinds have in common, knowing no noun.

A screen is a class `<Noun>Screen(ListDetailScreen)` in `journal/ui/screens/<noun>/screen.py`, made by the window with a
`ScreenContext` at the first visit. It says what is its own:

    class ContactsScreen(ListDetailScreen):
        kind = "contact"
        def views(self) -> Sequence[View]         # the chips above the list: which entries each wants
        def sorts(self) -> Sequence[Sort]         # the orders of the sort menu; the first is the usual one
        def look(self) -> Look                    # how a line is worded and drawn (widgets.lists)
        def columns(self) -> Sequence[Column]     # columns after the first, sorted by their headings (optional)
        def empty_words(self) -> EmptyWords       # what an empty list says, and the text of New
        def make_detail(self) -> DetailPane       # the right side, made once, after the list; usually a FormPane
        def new_draft(self, **fields) -> Entry    # how a new entry begins (optional)

and may add to `self.panel.toolbar`, put another view of the same entries into `self.panel.stack` (a month beside the
list) and override `read_lines(journal, wanted, offset, limit)`, or call `self.panel.add_bar_action(...)`.

What the screen does by itself: reads lines page by page as she scrolls, keeps the selection, shows the entry in the
pane, saves what the pane tells, reads again what a change touched without disturbing what is being typed, begins new
entries, moves to the trash with an Undo in passing, adds a tag to several.

A page that is no list (Today, Looking back) is a plain `Page`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.changes import Changes
from journal.domain.entry import Entry
from journal.domain.errors import NotFound, UserFacingError
from journal.domain.kinds import CLASS_OF
from journal.domain.lines import Line, Wanted
from journal.system import words
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.saving import Saving, read_draft
from journal.ui.screens.divided import LIST_WIDTH, DividedPage
from journal.ui.screens.list_panel import EmptyWords, ListPanel, Sort, View
from journal.ui.screens.page import Page
from journal.ui.screens.panes import DetailPane, FormPane
from journal.ui.theme import LARGE, SMALL
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.lists import Column, LinesModel, Look
from journal.ui.widgets.search_field import SearchField

__all__ = [
    "LIST_WIDTH",
    "Column",
    "DetailPane",
    "EmptyWords",
    "FormPane",
    "ListDetailScreen",
    "Look",
    "Page",
    "ScreenContext",
    "Sort",
    "View",
]


class ListDetailScreen(DividedPage):
    """See the top of this file."""

    narrows: ClassVar[bool] = True  # whether networks and tags may be chosen in the filter menu
    search: SearchField  # above the list; each screen says what is looked for

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted_id = 0  # the entry asked for last: answers about others come too late
        self._problems: dict[str, str] = {}
        self.saving = Saving(context.jobs, context.notices, self)
        self.saving.created.connect(self._on_created)
        self.saving.refused.connect(self._on_refused)
        self.saving.accepted.connect(self._on_accepted)
        self._lay_out()
        self._make_pane_soon()

    # --- what a noun says of itself -------------------------------------------------------------------------------

    def views(self) -> Sequence[View]:
        return [View("all", QCoreApplication.translate("ListDetailScreen", "All"))]

    def sorts(self) -> Sequence[Sort]:
        return [Sort("")]

    def look(self) -> Look:
        return Look()

    def columns(self) -> Sequence[Column]:
        return ()

    def empty_words(self) -> EmptyWords:
        raise NotImplementedError

    def new_draft(self, **fields: Any) -> Entry:
        """How a new entry begins, before she has typed anything."""
        return CLASS_OF[self.kind](**fields)

    def read_lines(self, journal: Journal, wanted: Wanted, offset: int, limit: int) -> list[Line]:
        """Called in the reader thread: one page of the list."""
        from journal.actions import reading

        return reading.page(journal, kind=self.kind, wanted=wanted, offset=offset, limit=limit)

    # --- layout ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        title = words.say(f"kinds.{self.kind}")
        self.model = LinesModel(self.look(), self.columns(), self, heading=title)
        self.model.request_page.connect(self._read_page)
        self.panel = ListPanel(
            title, self.model, self.views(), self.sorts(), self.empty_words(), narrows=self.narrows, parent=self
        )
        self.panel.wanted_changed.connect(self._on_wanted)
        self.panel.current_changed.connect(self._on_current)
        self.panel.opened.connect(self._on_opened)
        self.panel.request_new.connect(self.new_entry)
        self.panel.request_delete.connect(self.delete)
        self.panel.request_tag.connect(self._add_tag)
        self.panel.filter_menu_wanted.connect(self._read_filters)
        choose = QCoreApplication.translate("ListDetailScreen", "Choose one in the list, or begin a new one.")
        self.nothing_open = EmptyState(self.panel.empty_icon, choose)
        self.back = QuietButton("", self, icon="chevron-left")
        self.back.clicked.connect(self.go_back)
        self.back.hide()
        self.right = QStackedWidget(self)
        self.right.addWidget(self.nothing_open)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(LARGE)
        self.side = QWidget(self)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SMALL)
        side.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        side.addWidget(self.right, 1)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(1, 1)
        width = self.context.settings.now.splitters.get(self.kind, LIST_WIDTH)
        self.splitter.setSizes([width, 10_000])
        self.splitter.splitterMoved.connect(self._remember_width)
        self.right.currentChanged.connect(lambda _: self._divide())
        self.panel.lines.clicked.connect(self._on_clicked)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.splitter)

    # --- the list -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.refresh_list()
        self._refresh_entry()

    def refresh_list(self) -> None:
        """Reads the lines shown again, as many as there were; selection and place stay."""
        self.model.reload()

    def _on_wanted(self) -> None:
        self.model.reset()

    def _read_page(self, offset: int, limit: int) -> None:
        wanted, turn = self.panel.wanted, self.model.turn
        self.context.jobs.read(
            self,
            lambda journal: self.read_lines(journal, wanted, offset, limit),
            lambda lines: self.model.add_page(lines, len(lines) < limit, turn),
            key="lines",
        )

    def _read_filters(self) -> None:
        def read(journal: Journal) -> tuple[list[str], list[str]]:
            from journal.actions import reading

            return [line.title for line in reading.networks(journal)], [tag.name for tag in reading.tags(journal)]

        self.context.jobs.read(self, read, lambda names: self.panel.open_filter_menu(*names), key="filters")

    # --- the entry ------------------------------------------------------------------------------------------------

    def show_wanted(self, **wanted: Any) -> None:
        """`view` (the id of a chip), `network`, `tag`: narrows the list so."""
        if view := wanted.pop("view", ""):
            self.panel.choose_view(view)
        if wanted:
            self.panel.narrow(**wanted)

    def open_entry(self, entry_id: int) -> None:
        self.panel.select(entry_id)
        self._open(entry_id)

    def _on_current(self, entry_id: int) -> None:
        # An entry that would cover the list is opened by Enter or a click, not by walking over it.
        if entry_id and entry_id != self._wanted_id and not self.covers():
            self._open(entry_id)

    def _on_clicked(self) -> None:
        if self.covers() and len(self.panel.selected_ids()) == 1:
            self._open(self.panel.lines.current_id())

    def _on_opened(self, entry_id: int) -> None:
        if self.covers():
            self._open(entry_id)
        else:
            self._focus_pane()

    def _open(self, entry_id: int) -> None:
        self.flush()
        self._wanted_id = entry_id
        kind_class = CLASS_OF[self.kind]

        def read(journal: Journal) -> tuple[Entry, dict[str, Any]]:
            from journal.actions import reading

            return reading.entry(journal, entry_id=entry_id), read_draft(journal, kind_class, entry_id)

        self.context.jobs.read(self, read, lambda found: self._show_entry(*found), self._on_unreadable, key="entry")

    def _show_entry(self, entry: Entry, typed: dict[str, Any]) -> None:
        if entry.id != self._wanted_id:
            return
        self._problems = {}
        self.saving.begin(entry, typed)
        shown = self.saving.entry
        assert shown is not None
        self.pane.show_entry(shown)
        self.right.setCurrentWidget(self.pane)

    def _refresh_entry(self) -> None:
        entry_id = self.saving.entry_id
        if not entry_id:
            return

        def read(journal: Journal) -> Entry:
            from journal.actions import reading

            return reading.entry(journal, entry_id=entry_id)

        self.context.jobs.read(self, read, self._take_again, self._on_unreadable, key="again")

    def _take_again(self, entry: Entry) -> None:
        if entry.id != self.saving.entry_id:
            return
        if entry.deleted_at is not None:
            self._close_entry()
            return
        self.pane.refresh_entry(self.saving.take(entry))

    def _on_unreadable(self, problem: UserFacingError) -> None:
        hidden = self._wanted_id
        self._close_entry()
        if problem.code == "entry_hidden":
            say = QCoreApplication.translate("ListDetailScreen", "Show confidential")
            show = self.context.navigate.show_confidential
            self.context.notices.tell(words.say_error(problem), action=say, act=lambda: show(True, entry_id=hidden))
        elif not isinstance(problem, NotFound):
            self.context.notices.tell_problem(problem)

    def _close_entry(self) -> None:
        self.saving.end()
        self._wanted_id = 0
        self.right.setCurrentWidget(self.nothing_open)

    def current_entry(self) -> tuple[int, str] | None:
        entry = self.saving.entry
        return (entry.id, entry.heading) if entry is not None and entry.id else None

    def activate(self) -> None:
        (self.pane if self.panel.isHidden() else self.panel.lines).setFocus()

    def go_find(self) -> bool:
        if self.panel.isHidden():
            return False
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def _focus_pane(self) -> None:
        if self.entry_open():
            self.pane.focus_first()

    # --- writing --------------------------------------------------------------------------------------------------

    def flush(self) -> None:
        if self.saving.entry is not None:
            self.pane.flush()

    def _on_fields(self, fields: dict[str, Any]) -> None:
        for name in fields:
            self._problems.pop(name, None)
        self.saving.change(fields)

    def _on_refused(self, name: str, sentence: str) -> None:
        self._problems[name] = sentence
        if not self.pane.show_problems(self._problems):
            self.context.notices.tell(sentence)

    def _on_accepted(self, names: tuple[str, ...]) -> None:
        kept = {name: sentence for name, sentence in self._problems.items() if name not in names and name != "name"}
        if kept != self._problems:
            self._problems = kept
            self.pane.show_problems(kept)

    def new_entry(self, **fields: Any) -> None:
        """Begins a new entry: in the journal as soon as it has what names it. What was begun before is there again."""
        self.flush()
        self._wanted_id = 0
        kind_class = CLASS_OF[self.kind]
        self.panel.select(0)

        def begin(typed: dict[str, Any]) -> None:
            self._problems = {}
            kept = {name: value for name, value in typed.items() if name not in fields}
            self.saving.begin(self.new_draft(**fields), kept)
            shown = self.saving.entry
            assert shown is not None
            self.pane.show_entry(shown)
            self.right.setCurrentWidget(self.pane)
            self.pane.focus_first()

        self.context.jobs.read(self, lambda journal: read_draft(journal, kind_class, 0), begin, key="entry")

    def _on_created(self, entry_id: int) -> None:
        self._wanted_id = entry_id
        entry = self.saving.entry
        if entry is not None:
            self.pane.refresh_entry(entry)
        self.refresh_list()
        self.panel.select(entry_id)

    def delete_current(self) -> None:
        chosen = self.panel.selected_ids()
        if self.saving.entry is not None and not self.saving.entry_id:
            self.saving.give_up()
            self._close_entry()
        elif len(chosen) > 1:
            self.delete(chosen)
        elif self.saving.entry_id:
            self.delete([self.saving.entry_id])

    def delete(self, ids: Sequence[int]) -> None:
        """Moves entries to the trash, and offers Undo in passing."""
        if not ids:
            return
        self.flush()
        following = self._neighbour(ids)

        def write(journal: Journal) -> Changes:
            from journal.actions import entries

            return entries.delete(journal, ids=ids)

        def done(_: Changes) -> None:
            say = QCoreApplication.translate
            text = say("ListDetailScreen", "%n entry(ies) moved to the trash", None, len(ids))
            self.context.notices.tell(text, undo=True)
            if self.saving.entry_id in ids:
                self._close_entry()
            if following:
                self.open_entry(following)

        self.context.jobs.write(self, write, done)

    def _neighbour(self, ids: Sequence[int]) -> int:
        """The line after those that go (else before), so that she stays where she was in the list."""
        lines = self.model.lines()
        places = [place for place, line in enumerate(lines) if line.id in ids]
        if not places or self.saving.entry_id not in ids:
            return 0
        after = lines[places[-1] + 1 :] or lines[: places[0]][::-1]
        return next((line.id for line in after if line.id not in ids), 0)

    def _add_tag(self, ids: list[int], tag: str) -> None:
        def write(journal: Journal) -> Changes:
            from journal.actions import entries

            return entries.add_tag(journal, ids=ids, tag=tag)

        def done(_: Changes) -> None:
            text = QCoreApplication.translate("ListDetailScreen", "Tag added")
            self.context.notices.tell(text, undo=True)

        self.context.jobs.write(self, write, done)
