"""An editor of several labelled values: e-mails, phones, links."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.entry import LabelledValue
from journal.ui.theme import TINY
from journal.ui.widgets.buttons import IconButton, QuietButton
from journal.ui.widgets.field import Field, Line
from journal.ui.widgets.suggestions import Suggestion, Suggestions

NO_VALUE = LabelledValue("")
NARROW = 56  # average characters of width below which an empty label is shown only while the row is edited


class _Row(QWidget):
    edited = Signal()
    opened = Signal(object)
    removed = Signal()

    def __init__(self, owner: ValuesField, item: LabelledValue) -> None:
        super().__init__(owner)
        self.value = Line("quiet", self)
        self.value.show_text(item.value)
        self.value.setPlaceholderText(owner.placeholder)
        self.value.setAccessibleName(owner.label)
        self.kind = Line("quiet", self)
        self.kind.setText(item.label)
        self.kind.setPlaceholderText(self.tr("label"))
        self.kind.setAccessibleName(f"{owner.label}: {self.tr('label')}")
        self._open = IconButton(owner.icon, owner.open_tip, self)
        self._remove = IconButton("x", self.tr("Remove"), self, shy=True)
        self._suggestions = Suggestions(self.kind)
        self._suggestions.wanted.connect(lambda text: self._offer(owner.labels, text))
        self._suggestions.chosen.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.value, 1)
        for widget in (self.kind, self._open, self._remove):
            row.addWidget(widget)
        for line in (self.value, self.kind):
            line.textEdited.connect(lambda _text: self._changed())
            line.installEventFilter(self)
        self._open.clicked.connect(lambda: self.opened.emit(self.value.text().strip()))
        self._remove.clicked.connect(self.removed)
        self._show()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._show)  # when it is known who has the keyboard now
        return super().eventFilter(watched, event)

    def parts(self) -> tuple[QWidget, ...]:
        return self.value, self.kind, self._open, self._remove

    def item(self) -> LabelledValue:
        return LabelledValue(self.value.text().strip(), self.kind.text().strip())

    def show_item(self, item: LabelledValue) -> None:
        if self.item() != item:
            self.value.show_text(item.value)
            self.kind.show_text(item.label)
            self._show()

    def _offer(self, labels: Sequence[str], text: str) -> None:
        self._suggestions.offer([one for one in labels if one.casefold().startswith(text.casefold()) and one != text])

    def _take(self, suggestion: Suggestion) -> None:
        self.kind.setText(suggestion.text)
        self._changed()

    def _changed(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        filled = bool(self.value.text().strip())
        chars = self.width() // max(1, self.fontMetrics().averageCharWidth())
        narrow = chars < NARROW
        self.kind.setFixedWidth(self.fontMetrics().averageCharWidth() * (8 if narrow else 13) + (10 if narrow else 16))
        # Kept in the layout while hidden, so that the rows stay in columns; where it is narrow, the address needs the
        # room more than the label that it has not.
        for widget, keeps in ((self._open, True), (self.kind, not narrow)):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(keeps)
            widget.setSizePolicy(policy)
        self._open.setVisible(filled)
        edited = self.value.hasFocus() or self.kind.hasFocus()
        self.kind.setVisible(filled and (edited or not narrow or bool(self.kind.text())))


class ValuesField(Field):
    """tuple[LabelledValue, …]: a row each, with a label, a button that opens it and one that removes it.

    `request_open(value)` carries the text of the row. `labels` are offered for the label; any word is allowed.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        icon: str = "external-link",
        open_tip: str = "",
        add_text: str = "",
        placeholder: str = "",
        labels: Sequence[str] = (),
    ) -> None:
        super().__init__(label, parent)
        self.icon, self.open_tip, self.placeholder, self.labels = icon, open_tip, placeholder, list(labels)
        self.open_tip = open_tip or self.tr("Open")
        self._rows: list[_Row] = []
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._add = QuietButton(add_text or self.tr("Add"), self, icon="plus")
        self._add.setAccessibleName(f"{label}: {self._add.text()}")
        self._add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._add.clicked.connect(lambda: self.add_row().value.setFocus(Qt.FocusReason.OtherFocusReason))
        self.body.setSpacing(TINY // 2)
        self.body.addLayout(self._box)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self._add)
        self.watch(self._add)

    def value(self) -> tuple[LabelledValue, ...]:
        return tuple(item for item in (row.item() for row in self._rows) if item.value)

    def set_value(self, value: Any) -> None:
        items = tuple(value or ())
        if items == self.value():
            return
        while len(self._rows) > len(items):
            self._drop(self._rows[-1])
        for row, item in zip(self._rows, items, strict=False):
            row.show_item(item)
        for item in items[len(self._rows) :]:
            self.add_row(item)
        self._lead_to_first()

    def add_row(self, item: LabelledValue = NO_VALUE) -> _Row:
        """A row more, empty unless given; an empty last row is used again."""
        if not item.value and self._rows and not self._rows[-1].item().value:
            return self._rows[-1]
        row = _Row(self, item)
        row.edited.connect(self.edited)
        row.opened.connect(self.request_open)
        row.removed.connect(lambda: self._removed(row))
        row.value.returnPressed.connect(lambda: self._entered(row))
        row.kind.returnPressed.connect(self.finished)
        self._box.addWidget(row)
        before = self._rows[-1].parts()[-1] if self._rows else None
        self._rows.append(row)
        chain = [*([before] if before else []), *row.parts(), self._add]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
        self.watch(*row.parts())
        row.show()
        self._lead_to_first()
        return row

    def rows(self) -> list[_Row]:
        return list(self._rows)

    def _entered(self, row: _Row) -> None:
        self.finished.emit()
        if row.item().value and row is self._rows[-1]:
            self.add_row().value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_to_first(self) -> None:
        self.setFocusProxy(self._rows[0].value if self._rows else self._add)

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._lead_to_first()
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _removed(self, row: _Row) -> None:
        filled = bool(row.item().value)
        if row.isAncestorOf(self.window().focusWidget() or self):
            self._add.setFocus()
        self._drop(row)
        if filled:
            self.edited.emit()
            self.finished.emit()

    def _left(self) -> None:
        if not self.is_being_edited():
            for row in [row for row in self._rows if not row.item().value]:
                self._drop(row)
        super()._left()
