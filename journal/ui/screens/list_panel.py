"""The left side of a screen: title and New, chips and menus that narrow the list, the list, and its bar for several.

It shows and asks; reading is the screen's (`base.ListDetailScreen`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.lines import Wanted
from journal.ui.theme import SMALL
from journal.ui.widgets.buttons import IconButton, PrimaryButton
from journal.ui.widgets.chips import Chip
from journal.ui.widgets.choice_fields import ChoiceButton
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.field import Line
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.headings import PageTitle
from journal.ui.widgets.lists import LinesModel, LinesView
from journal.ui.widgets.menu import Menu
from journal.ui.widgets.search_field import SearchField


@dataclass(frozen=True, slots=True)
class View:
    """A chip above the list. `id` is stable; `wanted` which entries it lets through."""

    id: str
    text: str
    wanted: Wanted = field(default_factory=Wanted)


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of the list: `sort` and `descending` as in Wanted ("" is the kind's own order)."""

    text: str
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """An empty list in one sentence that says what to do next; `new` is the text of the New button."""

    icon: str
    sentence: str
    new: str


class _ViewChip(Chip):
    """A chip that is on or off."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.toggled.connect(self._take_tone)

    def _take_tone(self, on: bool) -> None:
        self._tone = "accent" if on else "plain"
        self.update()


class ListPanel(QWidget):
    """Signals: `wanted_changed()`: other entries or another order are wanted now, read `wanted`; `current_changed(int)`
    the line she is on (0: none); `opened(int)`: Enter or a double click; `request_new()`; `request_delete(list[int])`;
    `request_tag(list[int], str)`; `filter_menu_wanted()`. The pages of lines are asked for by `model.request_page`.
    """

    wanted_changed = Signal()
    current_changed = Signal(int)
    opened = Signal(int)
    request_new = Signal()
    request_delete = Signal(list)
    request_tag = Signal(list, str)
    filter_menu_wanted = Signal()

    def __init__(
        self,
        title: str,
        model: LinesModel,
        views: Sequence[View],
        sorts: Sequence[Sort],
        empty: EmptyWords,
        *,
        narrows: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`narrows`: whether network and tag may be chosen in a filter menu."""
        super().__init__(parent)
        self.model = model
        self._views = list(views)
        self._view = self._views[0]
        self._sorts = list(sorts)
        self._heading_sort: Sort | None = None
        self._narrowed: dict[str, str] = {}
        self.words = ""  # in the box above the list, where there is one
        self._empty = empty
        self.empty_icon = empty.icon
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(SMALL)
        self._add_head(title, empty.new)
        self._add_toolbar(narrows)
        self._add_list(title)
        self._add_bar()

    # --- layout ---------------------------------------------------------------------------------------------------

    def _add_head(self, title: str, new: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        self.title = PageTitle(title, self)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.addWidget(self.title, 1)
        self._new = new
        self.new_button = PrimaryButton(new, self, icon="plus")
        self.new_button.setAccessibleName(new)
        self._new_width = self.new_button.sizeHint().width()
        self.new_button.clicked.connect(self.request_new)
        head.addWidget(self.new_button)
        self._body.addLayout(head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where title and button do not fit side by side (large text), the button keeps its icon."""
        super().resizeEvent(event)
        if self.new_button.text():
            self._new_width = self.new_button.sizeHint().width()
        fits = self.title.sizeHint().width() + SMALL + self._new_width <= self.width()
        self.new_button.setText(self._new if fits else "")
        self.new_button.setToolTip("" if fits else self._new)

    def _add_toolbar(self, narrows: bool) -> None:
        """`self.toolbar` is where a screen adds its own: a switch between list and month, say."""
        self.toolbar = QHBoxLayout()
        self.toolbar.setSpacing(SMALL)
        chips = QWidget(self)
        self.chips = FlowLayout(chips)
        self._chips: dict[str, _ViewChip] = {}
        for view in self._views if len(self._views) > 1 else ():
            chip = _ViewChip(view.text, chips)
            chip.clicked.connect(lambda _=False, view=view: self.choose_view(view.id))
            self._chips[view.id] = chip
            self.chips.addWidget(chip)
        self._mark_chips()
        self.toolbar.addWidget(chips, 1)
        self._filter = IconButton("filter", self.tr("Filter by network or tag"), self)
        self._filter.clicked.connect(self.filter_menu_wanted)
        self._filter.setVisible(narrows)
        self.toolbar.addWidget(self._filter, 0, Qt.AlignmentFlag.AlignTop)
        self._sort = ChoiceButton(self.tr("Sort"), [(place, sort.text) for place, sort in enumerate(self._sorts)], self)
        self._sort.set_value(0)
        self._sort.chosen.connect(lambda _: self._sort_by(None))
        self._sort.setVisible(len(self._sorts) > 1)
        self.toolbar.addWidget(self._sort, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(self.toolbar)
        self._narrow_row = QWidget(self)
        self._narrow_chips = FlowLayout(self._narrow_row)
        self._narrow_row.hide()
        self._body.addWidget(self._narrow_row)

    def _add_list(self, title: str) -> None:
        """`self.stack`: the list, the words of an empty one, and whatever a screen adds (a month)."""
        self.stack = QStackedWidget(self)
        self.lines = LinesView(self.model, self.stack, name=title, two_lines=not self.model.columns)
        self.lines.current_changed.connect(self.current_changed)
        self.lines.activated_id.connect(self.opened)
        self.lines.delete_requested.connect(self.request_delete)
        self.lines.selection_changed.connect(self._show_bar)
        self.lines.sort_requested.connect(lambda sort, down: self._sort_by(Sort("", sort, down)))
        self.model.filled.connect(self._show_empty)
        self.stack.addWidget(self.lines)
        self.nothing = EmptyState(self._empty.icon, self._empty.sentence, self.stack)
        self.stack.addWidget(self.nothing)
        self._body.addWidget(self.stack, 1)

    def _add_bar(self) -> None:
        """What can be done with several at once; shown while several are selected."""
        self.bar = QWidget(self)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self._several = QLabel(self.bar)
        row.addWidget(self._several, 1)
        self._tag = Line("", self.bar)
        self._tag.setPlaceholderText(self.tr("Add a tag"))
        self._tag.setAccessibleName(self.tr("Add a tag to the selected entries"))
        self._tag.returnPressed.connect(self._ask_tag)
        row.addWidget(self._tag, 1)
        delete = IconButton("trash-2", self.tr("Move to the trash"), self.bar)
        delete.clicked.connect(lambda: self.request_delete.emit(self.selected_ids()))
        row.addWidget(delete)
        self.bar.hide()
        self._body.addWidget(self.bar)

    def add_finder(self, placeholder: str) -> SearchField:
        """A search box under the title; filter and order stand beside it, so that the chips have their lines alone."""
        find = SearchField(placeholder, self)
        find.searched.connect(self._look_for)
        find.left_downwards.connect(self.go_into_list)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(find, 1)
        while (item := self.toolbar.takeAt(1)) is not None:
            if (widget := item.widget()) is not None:
                widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
                row.addWidget(widget)
        self._body.insertLayout(1, row)
        self.setTabOrder(self.new_button, find)
        return find

    def _look_for(self, words: str) -> None:
        self.words = words
        self.wanted_changed.emit()

    def go_into_list(self) -> None:
        """The keyboard goes to the list, and to its first line where none is chosen."""
        self.lines.setFocus()
        first = self.model.line(0)
        if first is not None and not self.selected_ids():
            self.select(first.id)

    def add_below(self, widget: QWidget) -> None:
        """A screen's own offer, under the list."""
        self._body.addWidget(widget)

    def add_bar_action(self, icon: str, tip: str, act: Callable[[list[int]], None]) -> None:
        """One more thing to do with several: `act(ids)`."""
        button = IconButton(icon, tip, self.bar)
        button.clicked.connect(lambda: act(self.selected_ids()))
        row = self.bar.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.count() - 1, button)

    # --- which lines are wanted -----------------------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        sort = self._heading_sort or self._sorts[self._sort.value()]
        own = self._view.wanted
        wanted = replace(
            own,
            words=self.words,
            network=self._narrowed.get("network", own.network),
            tag=self._narrowed.get("tag", own.tag),
        )
        return replace(wanted, sort=sort.sort, descending=sort.descending) if sort.sort else wanted

    def _sort_by(self, heading: Sort | None) -> None:
        self._heading_sort = heading
        self.wanted_changed.emit()

    @property
    def view_id(self) -> str:
        return self._view.id

    def choose_view(self, view_id: str) -> None:
        view = next((one for one in self._views if one.id == view_id), self._views[0])
        changed = view is not self._view
        self._view = view
        self._mark_chips()
        if changed:
            self.wanted_changed.emit()

    def narrow(self, **values: str) -> None:
        """`network` and `tag`: only entries with it ("" lets all pass again)."""
        self._narrowed = {name: value for name, value in {**self._narrowed, **values}.items() if value}
        self._show_narrowed()
        self.wanted_changed.emit()

    def show_all(self) -> None:
        """Takes every filter away, so that any entry can be shown in the list."""
        self._narrowed = {}
        self._show_narrowed()
        self._view = self._views[0]
        self._mark_chips()
        self.wanted_changed.emit()

    def _mark_chips(self) -> None:
        for view_id, chip in self._chips.items():
            chip.setChecked(view_id == self._view.id)

    def _show_narrowed(self) -> None:
        while (item := self._narrow_chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        icons = {"network": "network", "tag": "tag"}
        for name, value in self._narrowed.items():
            chip = Chip(value, self._narrow_row, icon=icons[name], removable=True, tone="accent")
            chip.clicked.connect(lambda _=False, name=name: self.narrow(**{name: ""}))
            chip.remove_requested.connect(lambda name=name: self.narrow(**{name: ""}))
            self._narrow_chips.addWidget(chip)
            chip.show()
        self._narrow_row.setVisible(bool(self._narrowed))

    def open_filter_menu(self, networks: Sequence[str], tags: Sequence[str]) -> None:
        """Offers these names; called when they have been read after `filter_menu_wanted`."""
        menu = Menu(self)
        for name, title, values in (("network", self.tr("Network"), networks), ("tag", self.tr("Tag"), tags)):
            part = menu.add_submenu(title)
            part.setEnabled(bool(values))
            for value in values:
                action = part.addAction(value)
                action.triggered.connect(lambda _=False, name=name, value=value: self.narrow(**{name: value}))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._filter.mapToGlobal(QPoint(0, self._filter.height() + 2)))

    # --- the lines ------------------------------------------------------------------------------------------------

    def selected_ids(self) -> list[int]:
        """Those selected, in the order of the list."""
        return self.lines.selected_ids()

    def select(self, entry_id: int) -> None:
        """Goes to that line, now or as soon as it has been read; 0: to none."""
        if entry_id:
            if self.lines.current_id() != entry_id:
                self.lines.select_id(entry_id)
        else:
            self.lines.clearSelection()

    def _show_empty(self) -> None:
        if self.stack.currentWidget() not in (self.lines, self.nothing):
            return
        self.stack.setCurrentWidget(self.lines if self.model.rowCount() else self.nothing)
        if self.words:
            self.nothing.set_text(self.tr("Nothing found. Try another word, or another filter."), icon="search")
        elif self._narrowed or self._view is not self._views[0]:
            self.nothing.set_text(self.tr("Nothing here. Another filter shows the others."), icon="filter")
        else:
            self.nothing.set_text(self._empty.sentence, icon=self._empty.icon)

    def _show_bar(self, ids: list[int]) -> None:
        self.bar.setVisible(len(ids) > 1)
        self._several.setText(QCoreApplication.translate("ListPanel", "%n selected", None, len(ids)))

    def _ask_tag(self) -> None:
        tag = self._tag.text().strip()
        if tag:
            self.request_tag.emit(self.selected_ids(), tag)
            self._tag.clear()
