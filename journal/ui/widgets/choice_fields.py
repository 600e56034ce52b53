"""Editors of a choice among few, of yes or no, and of a keep-in-touch rhythm."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from journal.ui import icons
from journal.ui.theme import RADIUS, SMALL, colours, field_padding
from journal.ui.widgets.field import Field
from journal.ui.widgets.menu import Menu
from journal.ui.widgets.number_field import NumberField

Option = tuple[Any, str] | tuple[Any, str, str]


class ChoiceButton(QAbstractButton):
    """A value that opens a menu of others; what a combo box does, drawn as quietly as the other fields.

    `framed` draws it as an outlined button (filters in a tool row). Up and Down change the value, Space or Enter open
    the menu, a letter goes to the next text that begins with it. `chosen(value)`: she took another value.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        options: Iterable[Option] = (),
        parent: QWidget | None = None,
        *,
        framed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._framed = framed
        self._options: list[tuple[Any, str, str]] = []
        self._value: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self.set_options(options)

    def options(self) -> list[tuple[Any, str, str]]:
        return list(self._options)

    def set_options(self, options: Iterable[Option]) -> None:
        """(value, text) or (value, text, icon) each. A value not among them stays, shown as it is."""
        self._options = [(o[0], o[1], o[2] if len(o) > 2 else "") for o in options]
        self._refresh()

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value
        self._refresh()

    def _refresh(self) -> None:
        self.setText(self._shown()[0])
        self.setAccessibleName(f"{self._name}: {self.text()}" if self._name else self.text())
        self.updateGeometry()
        self.update()

    def _shown(self) -> tuple[str, str]:
        for value, text, icon in self._options:
            if value == self._value:
                return text, icon
        return ("" if self._value in (None, "") else str(self._value)), ""

    def _choose(self, value: Any) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def open_menu(self) -> None:
        menu = Menu(self)
        for value, text, icon in self._options:
            action = QAction(text, menu)
            current = value == self._value
            if icon:
                action.setIcon(icons.icon(icon))
            elif current:
                action.setIcon(icons.icon("check"))
            action.triggered.connect(lambda _=False, v=value: self._choose(v))
            menu.addAction(action)
            if current:
                menu.setActiveAction(action)
        menu.setMinimumWidth(self.width())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, values = event.key(), [option[0] for option in self._options]
        place = values.index(self._value) if self._value in values else -1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.open_menu()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and values:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._choose(values[max(0, min(len(values) - 1, place + step))])
        elif (
            event.text().isprintable()
            and event.text().strip()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            letter = event.text().casefold()
            for option in (*self._options[place + 1 :], *self._options[: place + 1]):
                if option[1].casefold().startswith(letter):
                    self._choose(option[0])
                    break
        else:
            super().keyPressEvent(event)

    # --- looks ----------------------------------------------------------------------------------------------------

    def _measures(self) -> tuple[int, int, int, int]:
        """Paddings (x, y) as those of a line edit, the side of the icon, the side of the arrow."""
        line = self.fontMetrics().height()
        x, y = field_padding(line)
        return x + 3, y + 1, round(line * 1.05), round(line * 0.85)

    def sizeHint(self) -> QSize:
        x, y, side, arrow = self._measures()
        text, icon = self._shown()
        # One more than the text: its width is a rounded one, and a text a fraction wider would be elided.
        width = self.fontMetrics().horizontalAdvance(text or "—") + 1 + 2 * x + arrow + SMALL // 2
        return QSize(width + (side + SMALL if icon else 0), self.fontMetrics().height() + 2 * y)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 10), hint.height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave, QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        fill = "hover" if hovered else "raised" if self._framed else ""
        edge = "accent" if self.hasFocus() else "line" if self._framed else ""
        painter.setPen(QPen(c.color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(c.color(fill) if fill else Qt.BrushStyle.NoBrush)
        if fill or edge:
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 1, RADIUS - 1)
        x, _, side, arrow = self._measures()
        text, icon = self._shown()
        box = self.rect().adjusted(x, 0, -x, 0)
        ink = "text" if self.isEnabled() else "faint"
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def take(width: int) -> QRect:
            place = QRect(box.right() - width + 1 if right_to_left else box.left(), box.top(), width, box.height())
            if right_to_left:
                box.setRight(place.left() - SMALL)
            else:
                box.setLeft(place.right() + SMALL)
            return place

        if icon:
            icons.draw(painter, take(side), icon, c.color("quiet" if self.isEnabled() else "faint"))
        metrics = self.fontMetrics()
        shown = metrics.elidedText(text or "—", Qt.TextElideMode.ElideRight, box.width() - arrow - SMALL // 2)
        painter.setPen(c.color(ink if text else "faint"))
        painter.drawText(take(metrics.horizontalAdvance(shown)), Qt.AlignmentFlag.AlignCenter, shown)
        icons.draw(painter, take(arrow), "chevron-down", c.color("quiet" if hovered or self._framed else "faint"))


class ChoiceField(Field):
    """One of a list of (value, text) or (value, text, icon)."""

    short = True

    def __init__(self, label: str, options: Iterable[Option], parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.button = ChoiceButton(label, options, self)
        self.button.chosen.connect(lambda _value: self._chosen())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.setFocusProxy(self.button)
        self.watch(self.button)

    def value(self) -> Any:
        return self.button.value()

    def set_value(self, value: Any) -> None:
        self.button.set_value(value)

    def set_options(self, options: Iterable[Option]) -> None:
        self.button.set_options(options)

    def _chosen(self) -> None:
        self.edited.emit()
        self.finished.emit()


class CheckField(Field):
    """Yes or no. The sentence stands beside the box, so that the form shows no label of its own."""

    short = True
    own_label = True

    def __init__(self, label: str, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(label, parent)
        self.box = QCheckBox(text or label, self)
        self.box.clicked.connect(self._clicked)
        row = QHBoxLayout()
        row.setContentsMargins(field_padding(self.fontMetrics().height())[0], 3, 0, 3)
        row.addWidget(self.box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.lead(self.box)

    def _clicked(self) -> None:
        self.edited.emit()
        self.finished.emit()

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))


OTHER = -1  # the option that shows a number of days
NEVER = -2  # no rhythm, though one would hold otherwise
USUAL_DAYS, MOST_DAYS = 90, 3650


class RhythmField(Field):
    """How many days may pass between two exchanges: int, or None for no rhythm; NEVER only where `set_inherited` told
    which rhythm holds without a choice of its own."""

    short = True

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._inherited = ""
        self.button = ChoiceButton(label, self._presets(), self)
        self.button.chosen.connect(self._chosen)
        self.days = NumberField(
            self.tr("Number of days"), self, unit=self.tr("days"), whole=True, least=1, most=MOST_DAYS
        )
        self.days.set_value(USUAL_DAYS)
        self.days.edited.connect(self.edited)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.days)
        row.addStretch(1)
        self.body.addLayout(row)
        self.setFocusProxy(self.button)
        self.watch(self.button, self.days.line)
        self._show(False)

    def _presets(self) -> list[Option]:
        return [
            (None, self._inherited or self.tr("No rhythm")),
            (7, self.tr("Every week")),
            (14, self.tr("Every two weeks")),
            (30, self.tr("Every month")),
            (90, self.tr("Every three months")),
            (180, self.tr("Every six months")),
            (365, self.tr("Every year")),
            (OTHER, self.tr("Every…")),
            *([(NEVER, self.tr("Never"))] if self._inherited else []),
        ]

    def set_inherited(self, said: str) -> None:
        """What holds where none is chosen ("As FFMAS: every month"); "" for no rhythm."""
        if said != self._inherited:
            self._inherited = said
            self.button.set_options(self._presets())

    def value(self) -> int | None:
        chosen = self.button.value()
        if chosen == OTHER:
            return int(self.days.value() or USUAL_DAYS)
        return None if chosen is None else int(chosen)

    def set_value(self, value: Any) -> None:
        if value == self.value():
            return
        known = value == NEVER or value in [option[0] for option in self.button.options()]
        if not known:
            self.days.set_value(int(value))
        self.button.set_value(value if known else OTHER)
        self._show(not known)

    def _show(self, other: bool) -> None:
        self.days.setVisible(other)

    def _chosen(self, value: Any) -> None:
        self._show(value == OTHER)
        if value == OTHER:
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)
            self.days.line.selectAll()
        self.edited.emit()
        if QApplication.focusWidget() is not self.days.line:
            self.finished.emit()


def _is_sign(text: str) -> bool:
    """Whether a key typed something, and was not Escape or Backspace, which others wait for."""
    return bool(text.strip()) and text.isprintable()
