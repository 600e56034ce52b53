"""A page of labelled fields, edited in place, that says by itself what was changed.

form = Form([Section("", [FormField("title", TitleField(...))]), Section(self.tr("Notes"), [...])])
form.changed_fields.connect(save)        # {"title": "…"}: at most 0.8 s after the first keystroke, or on leaving
form.load({"title": "…"}, key=entry.id)  # again and again, without ever taking her cursor or her typing
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from journal.ui.theme import LARGE, MEDIUM, SMALL, TINY, field_padding
from journal.ui.widgets.field import Field
from journal.ui.widgets.headings import SectionTitle
from journal.ui.widgets.labels import StyledLabel

AUTOSAVE_MS = 800
LABELS_BESIDE = 46  # average characters of width from which labels stand beside their fields


@dataclass(frozen=True)
class FormField:
    """A field by the name it has in the entry. `label` False: none is shown (a title, a check box)."""

    name: str
    field: Field
    label: bool = True


@dataclass(frozen=True)
class Section:
    heading: str
    fields: Sequence[FormField] = field(default_factory=list)


class Form(QScrollArea):
    """Lays out sections of fields by the width there is, saves by signal, and scrolls to what has the keyboard."""

    changed_fields = Signal(dict)

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sections = list(sections)
        self._fields: dict[str, Field] = {}
        self._labels: dict[str, StyledLabel] = {}
        self._dirty: dict[str, None] = {}
        self._sent: dict[str, list[Any]] = {}
        self._problems: dict[str, str] = {}
        self._key: object = None
        self._arranged = ""
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._timer.timeout.connect(self.flush)
        self.page = QWidget(self)
        self.page.setProperty("look", "page")
        self.top = QVBoxLayout(self.page)  # a screen may put a heading of its own first, or things after
        self.top.setContentsMargins(0, 0, MEDIUM, LARGE)
        self.top.setSpacing(MEDIUM)
        self._grids: list[QGridLayout] = []
        for section in self._sections:
            self._add_section(section)
        self.top.addStretch(1)
        self.setWidget(self.page)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def _add_section(self, section: Section) -> None:
        if section.heading:
            heading = SectionTitle(section.heading, self.page)
            heading.setContentsMargins(self._inset(), SMALL, 0, 0)
            self.top.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(TINY)
        self._grids.append(grid)
        self.top.addLayout(grid)
        for item in section.fields:
            item.field.setParent(self.page)
            self._fields[item.name] = item.field
            if item.label and not getattr(item.field, "own_label", False):
                label = StyledLabel(item.field.label, self.page, role="quiet")
                label.setBuddy(item.field)
                self._labels[item.name] = label
            item.field.edited.connect(lambda name=item.name: self._edited(name))
            item.field.finished.connect(self.flush)

    def _inset(self) -> int:
        """Where the text of a quiet field begins, so that labels above it line up."""
        return field_padding(self.fontMetrics().height())[0] + 1

    # --- values ---------------------------------------------------------------------------------------------------

    def field(self, name: str) -> Field:
        return self._fields[name]

    def values(self) -> dict[str, Any]:
        """Everything as it stands on screen."""
        return {name: one.value() for name, one in self._fields.items()}

    def load(self, values: Mapping[str, Any], *, key: object = None) -> None:
        """Shows `values`; names without a field are passed over.

        With the same `key` as before (the same entry), what she typed and did not yet send stays, and so does the
        field she is in when the value is only an echo of what it sent. Another `key` replaces everything: flush first.
        """
        fresh = key != self._key
        self._key = key
        if fresh:
            self._timer.stop()
            self._dirty.clear()
            self._sent.clear()
            self.set_problems({})
        for name, value in values.items():
            one = self._fields.get(name)
            if one is not None and (fresh or self._may_show(name, one, value)):
                one.set_value(value)

    def _may_show(self, name: str, one: Field, value: Any) -> bool:
        if name in self._dirty:
            return False
        if not one.is_being_edited():
            return True
        if value in self._sent.get(name, []):
            return False
        shown = one.value()
        same_words = isinstance(value, str) and isinstance(shown, str) and value.split() == shown.split()
        return not same_words

    def has_unsent(self) -> bool:
        return bool(self._dirty)

    def flush(self) -> None:
        """Sends what was changed and not yet sent, now."""
        self._timer.stop()
        if not self._dirty:
            return
        changed = {name: self._fields[name].value() for name in self._dirty}
        self._dirty.clear()
        for name, value in changed.items():
            self._sent.setdefault(name, []).append(value)
        self.changed_fields.emit(changed)

    def _edited(self, name: str) -> None:
        self._dirty[name] = None
        if self._problems.pop(name, "") or self._fields[name].problem():
            self._fields[name].set_problem("")
        if not self._timer.isActive():
            self._timer.start()

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Says under each field what is wrong with it, and nothing under the others.

        Under the field she is writing in it is said when she leaves it: a half-typed address is not a mistake.
        """
        self._problems = dict(problems)
        for name, one in self._fields.items():
            sentence = self._problems.get(name, "")
            if not sentence or not one.is_being_edited():
                one.set_problem(sentence)

    # --- focus ----------------------------------------------------------------------------------------------------

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        for name, sentence in self._problems.items():
            if name in self._fields and not self._fields[name].is_being_edited():
                self._fields[name].set_problem(sentence)
        if now is None or not self.page.isAncestorOf(now):
            return
        for name, one in self._fields.items():
            if name in self._sent and not one.is_being_edited():
                del self._sent[name]
        margin = self.fontMetrics().height() * 2
        self.ensureWidgetVisible(now, 0, margin)

    def focus_field(self, name: str) -> None:
        """Puts the keyboard into that field and brings it into view."""
        one = self._fields[name]
        one.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(one)

    def show_field(self, name: str, shown: bool) -> None:
        """A field that means nothing for this entry is hidden with its label."""
        for widget in (self._fields[name], self._labels.get(name)):
            if widget is not None:
                widget.setVisible(shown)

    # --- layout ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arranged = ""
            self._arrange()

    def _arrange(self) -> None:
        chars = self.viewport().width() // max(1, self.fontMetrics().averageCharWidth())
        wanted = "above" if chars < LABELS_BESIDE else "pairs" if self._has_room_for_pairs() else "beside"
        if wanted == self._arranged:
            return
        self._arranged = wanted
        for section, grid in zip(self._sections, self._grids, strict=True):
            while grid.takeAt(0) is not None:
                pass
            self._fill(grid, section, wanted)

    def _has_room_for_pairs(self) -> bool:
        """Whether two short fields of any kind can stand side by side without being cut."""
        short = [item.field for section in self._sections for item in section.fields if item.field.short]
        widest = max((one.minimumSizeHint().width() for one in short), default=0)
        column = self._label_width() + self._inset() + MEDIUM + max(widest, self.fontMetrics().averageCharWidth() * 26)
        return self.viewport().width() >= 2 * column + 2 * MEDIUM

    def _label_width(self) -> int:
        most = self.fontMetrics().averageCharWidth() * 24
        # Not the size hints: these change once a label has been trimmed, and sections would not line up.
        widths = (label.fontMetrics().horizontalAdvance(label.text()) + 2 for label in self._labels.values())
        return min(most, max(widths, default=0))

    def _fill(self, grid: QGridLayout, section: Section, how: str) -> None:
        row, column = 0, 0
        beside = how != "above"
        width = self._label_width() + self._inset()
        for at in (0, 2):
            grid.setColumnMinimumWidth(at, width if beside and (at == 0 or how == "pairs") else 0)
        for at in (1, 3):
            grid.setColumnStretch(at, 1 if at == 1 or how == "pairs" else 0)
        for item in section.fields:
            label = self._labels.get(item.name)
            one = item.field
            paired = how == "pairs" and one.short
            if not paired and column:
                row, column = row + 1, 0
            if beside and not one.wide and (label is not None or one.short):
                if label is not None:
                    self._trim(label, width, beside=True)
                    grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(one, row, column + 1, 1, 1 if paired else 3, Qt.AlignmentFlag.AlignTop)
                row, column = (row + 1, 0) if not paired or column else (row, 2)
                continue
            if label is not None:
                self._trim(label, 0, beside=False)
                grid.addWidget(label, row, 0, 1, 4)
                row += 1
            grid.addWidget(one, row, 0, 1, 4)
            row += 1

    def _trim(self, label: StyledLabel, width: int, *, beside: bool) -> None:
        # The label's text stands on the line of the field's first line of text.
        y = field_padding(self.fontMetrics().height())[1] + 1
        label.setWordWrap(beside)
        if beside:
            label.setContentsMargins(self._inset(), y, 0, y)
            label.setFixedWidth(width)
        else:
            label.setMinimumWidth(0)
            label.setMaximumWidth(16_777_215)
            label.setContentsMargins(self._inset(), SMALL, 0, 0)
