"""Chips: short texts in pills, to show, to open, to take away; and the editor that the chip fields share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journal.ui import icons
from journal.ui.theme import SMALL, TINY, colours, field_padding
from journal.ui.widgets.field import Field, Line
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.menu import Menu
from journal.ui.widgets.suggestions import Suggestion, Suggestions

WIDEST = 36  # average characters; a longer text is elided and told by the tooltip


class Chip(QAbstractButton):
    """A pill. `clicked`: open it. With `removable`, a cross or Delete emits `remove_requested`.

    `tone`: "plain", "accent", "warn" or "good".
    """

    remove_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        note: str = "",
        removable: bool = False,
        tone: str = "plain",
    ) -> None:
        super().__init__(parent)
        self._icon, self._note, self._tone, self._removable = icon, note, tone, removable
        self._on_cross = False
        self.setText(text)
        self.setAccessibleName(f"{text}, {note}" if note else text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if removable:
            self.setAccessibleDescription(self.tr("Delete takes it away"))

    def _full(self) -> str:
        return f"{self.text()} · {self._note}" if self._note else self.text()

    def _measures(self) -> tuple[int, int]:
        """(padding at the ends, side of icon and cross)."""
        line = self.fontMetrics().height()
        return line * 2 // 3, round(line * 0.85)

    def sizeHint(self) -> QSize:
        padding, side = self._measures()
        metrics = self.fontMetrics()
        wide = metrics.averageCharWidth() * WIDEST
        text = metrics.horizontalAdvance(self._full())
        self.setToolTip(self._full() if text > wide else "")
        width = min(text, wide) + 2 * padding + 5  # text is measured in whole pixels, drawn in parts of them
        width += side + TINY if self._icon else 0
        width += side + TINY if self._removable else 0
        return QSize(width, metrics.height() + max(6, metrics.height() // 2))

    def _cross(self) -> QRect:
        padding, side = self._measures()
        left = padding - 2 if self.isRightToLeft() else self.width() - padding - side + 2
        return QRect(left, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = {
            "plain": (c.raised, c.text),
            "accent": (c.accent_soft, c.accent_ink),
            "warn": (c.warn_soft, c.warn),
            "good": (c.good_soft, c.good),
        }[self._tone]
        active = self.underMouse() or self.hasFocus()
        edge = c.accent if self.hasFocus() else c.line if self._tone == "plain" else fill
        painter.setPen(QColor(edge))
        painter.setBrush(c.color("hover") if active and self._tone == "plain" else fill)
        half = (self.height() - 1) / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), half, half)
        padding, side = self._measures()
        box = self.rect().adjusted(padding + 1, 0, -padding - 1, 0)
        mirrored = self.isRightToLeft()
        if self._removable:
            cross = self._cross()
            box.setLeft(cross.right() + TINY) if mirrored else box.setRight(cross.left() - TINY)
            icons.draw(painter, cross.adjusted(1, 1, -1, -1), "x", c.text if self._on_cross else c.faint)
        if self._icon:
            left = box.right() - side + 1 if mirrored else box.left()
            icons.draw(painter, QRect(left, (self.height() - side) // 2, side, side), self._icon, ink)
            box.setRight(left - TINY) if mirrored else box.setLeft(left + side + TINY)
        self._paint_text(painter, box, ink, c.quiet if self._tone == "plain" else ink)

    def _paint_text(self, painter: QPainter, box: QRect, ink: str, note_ink: str) -> None:
        metrics = self.fontMetrics()
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.setPen(ink)
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        box = box.adjusted(0, 0, 2, 0)
        painter.drawText(QRect(box), int(align), name)
        if self._note:
            used = metrics.horizontalAdvance(name)
            rest = box.adjusted(0, 0, -used, 0) if self.isRightToLeft() else box.adjusted(used, 0, 0, 0)
            painter.setPen(note_ink)
            note = metrics.elidedText(f" · {self._note}", Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, int(align), note)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._removable and self._cross().adjusted(-4, -6, 6, 6).contains(event.position().toPoint())
        if over != self._on_cross:
            self._on_cross = over
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if (
            self._removable
            and event.button() == Qt.MouseButton.LeftButton
            and self._cross().adjusted(-4, -6, 6, 6).contains(place)
        ):
            self.setDown(False)
            self.remove_requested.emit()
            return
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._on_cross = False
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())


class _Entry(Line):
    """The line at the end of the chips. Its keys are handled here and not by a filter, because the popup of
    suggestions hands them straight to the line."""

    def __init__(self, owner: ChipsField) -> None:
        super().__init__("bare", owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.took_key(event):
            super().keyPressEvent(event)


class ChipsField(Field):
    """A tuple of values as chips, and a line that adds more. Subclasses say how a value looks and how it is made.

    Enter or a comma adds what is typed, Backspace in the empty line removes the last chip. `suggestions_wanted(text)`
    is answered by `set_suggestions(items)`, at once or later, or by a `provider(text)` given at the start.
    """

    suggestions_wanted = Signal(str)
    splits_at = ",;"

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        provider: Callable[[str], Sequence[Any]] | None = None,
    ) -> None:
        super().__init__(label, parent)
        self._values: tuple[Any, ...] = ()
        self._chips: list[Chip] = []
        self._provider = provider
        self._placeholder = placeholder
        self.line = _Entry(self)
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 10)
        self.line.textEdited.connect(self._typed)
        self.suggestions = Suggestions(self.line)
        self.suggestions.wanted.connect(self._wanted)
        self.suggestions.chosen.connect(self._take)
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder, stretch_last=True)
        inset = field_padding(self.fontMetrics().height())[0]
        self._flow.setContentsMargins(inset, 3, 0, 3)
        self._flow.addWidget(self.line)
        self.body.addWidget(self._holder)
        self.lead(self.line)
        self._rebuild()

    # --- what subclasses say ------------------------------------------------------------------------------------

    def _chip_of(self, value: Any) -> Chip:
        raise NotImplementedError

    def _made_from_text(self, text: str) -> Any:
        """The value meant by a typed text; None for none."""
        raise NotImplementedError

    def _made_from(self, suggestion: Suggestion) -> Any:
        return self._made_from_text(suggestion.text)

    def _same(self, one: Any, other: Any) -> bool:
        return bool(one == other)

    def _opened(self, value: Any) -> object:
        """What `request_open` carries for a chip that was clicked; None where there is nothing to open."""
        return None

    def _menu_of(self, value: Any) -> list[QAction]:
        return []

    # --- what they share ----------------------------------------------------------------------------------------

    def value(self) -> tuple[Any, ...]:
        return self._values

    def set_value(self, value: Any) -> None:
        value = tuple(value or ())
        if value != self._values:
            self._values = value
            self._rebuild()

    def set_suggestions(self, items: Sequence[Any], text: str | None = None) -> None:
        self.suggestions.offer(items, text)

    def pending(self) -> str:
        """What is typed but not yet a chip."""
        return self.line.text().strip()

    def commit(self) -> bool:
        """Makes a chip of what is typed; whether the value changed."""
        text = self.pending()
        self.suggestions.close()
        self.line.show_text("")
        return bool(text) and self._add(self._made_from_text(text))

    def _add(self, value: Any) -> bool:
        if value is None or any(self._same(value, one) for one in self._values):
            return False
        self._change((*self._values, value))
        return True

    def _change(self, values: tuple[Any, ...]) -> None:
        self._values = values
        self._rebuild()
        self.edited.emit()

    def _remove(self, place: int) -> None:
        if 0 <= place < len(self._values):
            self._change(self._values[:place] + self._values[place + 1 :])
            self.line.setFocus()

    def _take(self, suggestion: Suggestion) -> None:
        self.line.show_text("")
        self._add(self._made_from(suggestion))

    def _wanted(self, text: str) -> None:
        if self._provider is not None:
            self.set_suggestions(self._provider(text), text)
        self.suggestions_wanted.emit(text)

    def _typed(self, text: str) -> None:
        if text and text[-1] in self.splits_at:
            self.line.show_text(text[:-1])
            self.commit()

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, value in enumerate(self._values):
            chip = self._chip_of(value)
            chip.clicked.connect(lambda _=False, v=value: self._clicked(v))
            # Queued: the chip is still in its own event handler when it asks to go.
            chip.remove_requested.connect(lambda p=place: self._remove(p), Qt.ConnectionType.QueuedConnection)
            chip.menu_requested.connect(lambda at, v=value, p=place: self._show_menu(at, v, p))
            self._flow.insert_widget(place, chip)
            chip.show()
            self.watch(chip)
            self._chips.append(chip)
        self.line.setPlaceholderText("" if self._values else self._placeholder)
        # The chips go before the line; the line itself stays where it is, else Tab would leave the form after it.
        for one, other in pairwise([self._before_line(), *self._chips]):
            QWidget.setTabOrder(one, other)
        self._holder.updateGeometry()

    def _before_line(self) -> QWidget:
        """What has the keyboard before this field."""
        before = self.line.previousInFocusChain()
        while before is not None and before is not self.line:
            if before not in self._chips and before.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return before
            before = before.previousInFocusChain()
        return self.line

    def _clicked(self, value: Any) -> None:
        opened = self._opened(value)
        if opened is not None:
            self.request_open.emit(opened)

    def _show_menu(self, at: QPoint, value: Any, place: int) -> None:
        menu = Menu(self)
        for action in self._menu_of(value):
            action.setParent(menu)
            menu.addAction(action)
        if menu.actions():
            menu.addSeparator()
        menu.addAction(icons.icon("x"), self.tr("Remove"), lambda: self._remove(place))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def took_key(self, event: QKeyEvent) -> bool:
        """Whether a key pressed in the line was meant for the chips."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.suggestions.has_choice() or not self.pending():
                event.ignore()  # the popup takes its suggestion; the window, its default button
            else:
                self.commit()
            return True
        if key == Qt.Key.Key_Backspace and not self.line.text() and self._values:
            self._remove(len(self._values) - 1)
            return True
        if key == Qt.Key.Key_Escape and self.line.text():
            self.line.show_text("")
            self.suggestions.close()
            return True
        return False

    def _left(self) -> None:
        if not self.is_being_edited() and self.pending():
            self.commit()
        super()._left()


class ChipRow(QWidget):
    """Chips to look at or to open, in lines: `set_chips([(key, text), (key, text, icon), …])`. `opened(key)`."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, tone: str = "plain") -> None:
        super().__init__(parent)
        self._tone = tone
        self._flow = FlowLayout(self, gap=SMALL - 2)

    def set_chips(self, items: Sequence[Sequence[Any]]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for key, text, *rest in items:
            chip = Chip(str(text), self, icon=str(rest[0]) if rest else "", tone=self._tone)
            chip.clicked.connect(lambda _=False, k=key: self.opened.emit(k))
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()
