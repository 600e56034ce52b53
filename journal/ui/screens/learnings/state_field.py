"""The life of a learning as steps in a row, one click each: to apply, applied; open, answered, settled."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.learning import states_of
from journal.system import words
from journal.ui.widgets.field import Field
from journal.ui.widgets.segmented import Segmented

STEP_ICONS = {"to_apply": "hourglass", "applied": "check", "open": "circle-help", "answered": "message-circle"}


def first_state(learning_type: str) -> str:
    """The state in which a learning of that type begins. A win is one already."""
    return "applied" if learning_type == "win" else states_of(learning_type)[0]


class StateField(Field):
    """A state among those of a type (`set_type`). A win has no steps to go, and shows none."""

    own_label = True

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._type = ""
        self._value = ""
        self._steps: Segmented | None = None
        self._row = QHBoxLayout()
        self._row.setContentsMargins(max(7, self.fontMetrics().height() // 2), 0, 0, 0)
        self._row.addStretch(1)
        self.body.addLayout(self._row)

    def value(self) -> str:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = str(value or "")
        if self._steps is not None:
            self._steps.set_current(self._value or first_state(self._type))

    def set_type(self, learning_type: str) -> None:
        """Shows the steps of that type; whether the state is one of them is for the caller to see to."""
        if learning_type == self._type:
            return
        same = (
            self._type
            and states_of(self._type) == states_of(learning_type)
            and "win" not in (self._type, learning_type)
        )
        self._type = learning_type
        self.setVisible(learning_type != "win")
        if same:
            return
        if self._steps is not None:
            self._row.removeWidget(self._steps)
            self._steps.hide()
            self._steps.deleteLater()
        items = [
            (state, words.say(f"learning.state.{state}"), STEP_ICONS.get(state, "circle-check"))
            for state in states_of(learning_type)
        ]
        self._steps = Segmented(items, self, name=self.label)
        self._steps.set_current(self._value or first_state(learning_type))
        self._steps.chosen.connect(self._chosen)
        self._row.insertWidget(0, self._steps)
        self._steps.show()
        self.setFocusProxy(self._steps)

    def steps(self) -> Segmented | None:
        return self._steps

    def _chosen(self, state: str) -> None:
        self._value = state
        self.edited.emit()
        self.finished.emit()
