"""What was understood of a captured sentence, as chips: each can be opened and put right, or taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from journal.domain.event import HELP
from journal.domain.event import TYPES as EVENT_TYPES
from journal.domain.learning import TYPES as LEARNING_TYPES
from journal.domain.recurrence import PRESETS
from journal.system import words
from journal.system.repeat_words import in_words
from journal.ui import icons
from journal.ui.commands import KIND_ICONS
from journal.ui.context import ScreenContext
from journal.ui.theme import em
from journal.ui.when import near
from journal.ui.widgets.chips import Chip
from journal.ui.widgets.field import Line
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.menu import Menu

ICONS = {
    "when": "clock",
    "until": "clock",
    "repeats": "repeat",
    "where": "map-pin",
    "network": "network",
    "tag": "tag",
    "hours": "hourglass",
    "help": "heart-handshake",
    "next": "bell",
    "title": "pencil",
    "role": "user",
    "organisation": "building-2",
    "email": "mail",
    "phone": "phone",
    "link": "link",
}
TYPED = ("when", "until", "where", "network", "tag", "hours", "next", "who")  # put right in words


@dataclass(frozen=True, slots=True)
class PutRight:
    """One thing put right: the fields of a `Correction`, which the window hands on."""

    what: str
    key: str = ""
    value: str = ""
    id: int = 0


class CaptureChips(QWidget):
    """`show_understood(items)`. Signals: `put_right(PutRight)`; `day_typed(item, text)` for a day put right in words,
    which must be read first; `left()` when the keyboard goes back to the line."""

    put_right = Signal(object)
    day_typed = Signal(object, str)
    left = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._items: Sequence[Any] = ()
        self._editor: Line | None = None
        self._flow = FlowLayout(self)
        self.hide()

    def chips(self) -> list[Chip]:
        widgets = [item.widget() for item in map(self._flow.itemAt, range(self._flow.count())) if item is not None]
        return [widget for widget in widgets if isinstance(widget, Chip)]

    def show_understood(self, items: Sequence[Any]) -> None:
        """`items` are `Understood`. The chip that had the keyboard keeps it."""
        if self._editor is not None or list(items) == list(self._items):
            return
        focused = next((place for place, chip in enumerate(self.chips()) if chip.hasFocus()), None)
        self._items = items
        self._rebuild()
        self.setVisible(bool(items))
        self.setAccessibleName(", ".join(chip.accessibleName() for chip in self.chips()))
        if focused is not None:
            self.focus_chip(focused)

    def focus_chip(self, place: int = 0) -> None:
        chips = self.chips()
        if chips:
            chips[min(place, len(chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()

    def focus_choice(self) -> bool:
        """Gives the keyboard to the first contact that an unclear name could mean, if there is one."""
        chip = next((chip for chip in self.chips() if chip.property("choice")), None)
        if chip is not None:
            chip.setFocus(Qt.FocusReason.TabFocusReason)
        return chip is not None

    # --- the chips --------------------------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._editor = None
        for one in self._items:
            self._add(self._chip(one), one)
            for person in one.choices:
                self._add_choice(one, person)
            if one.what == "who" and one.near:
                self._add_new(one)
        for first, second in pairwise(self.chips()):
            QWidget.setTabOrder(first, second)

    def _add(self, chip: Chip, one: Any) -> None:
        chip.clicked.connect(lambda _=False, item=one, at=chip: self._open(item, at))
        # Queued: the chip is still in its own event handler when it asks to go.
        chip.remove_requested.connect(lambda item=one: self._remove(item), Qt.ConnectionType.QueuedConnection)
        chip.installEventFilter(self)
        self._flow.addWidget(chip)
        chip.show()

    def _add_choice(self, one: Any, person: Any) -> None:
        chip = Chip(person.name, self, icon="user", note=person.note)
        chip.setProperty("choice", True)
        chip.setAccessibleDescription(self.tr("This is who is meant"))
        self._offer(chip, PutRight("who", one.key, person.name, person.id))

    def _add_new(self, one: Any) -> None:
        """Somebody new all the same: N takes it from any of the choices."""
        chip = Chip(one.text, self, icon="user-plus", note=self.tr("somebody new"))
        chip.setProperty("choice", "new")
        chip.setAccessibleDescription(self.tr("Somebody new, whose name is nearly the same"))
        self._offer(chip, PutRight("who", one.key, one.text))

    def _offer(self, chip: Chip, choose: PutRight) -> None:
        chip.clicked.connect(lambda _=False: self.put_right.emit(choose), Qt.ConnectionType.QueuedConnection)
        chip.installEventFilter(self)
        self._flow.addWidget(chip)
        chip.show()

    def _chip(self, one: Any) -> Chip:
        if one.what == "kind":
            return Chip(_kind_words(one.text), self, icon=KIND_ICONS[one.text.partition(".")[0]], tone="accent")
        if one.what == "who" and one.near:
            return Chip(one.text, self, icon="user", note=self.tr("did you mean…?"), removable=True, tone="warn")
        if one.what == "who" and one.choices:
            return Chip(f"{one.text} ?", self, icon="user", note=self.tr("who?"), removable=True, tone="warn")
        if one.what == "who" and not one.known:
            note = self.tr("new contact") + (f", {one.note}" if one.note else "")
            return Chip(one.text, self, icon="user-plus", note=note, removable=True)
        if one.what == "who":
            return Chip(one.text, self, icon="user", note=one.note, removable=True)
        note = self.tr("new network") if one.what == "network" and not one.known else ""
        if one.what == "next":
            note = self._day(one.text)
        if one.what == "when" and not one.known:
            note = self.tr("as no day is said")
        said = one.what != "when" or one.known
        chip = Chip(self._words(one), self, icon=ICONS[one.what], note=note, removable=said)
        chip.setAccessibleName(f"{words.say(f'understood.{one.what}')}: {chip.accessibleName()}")
        return chip

    def _words(self, one: Any) -> str:
        if one.what == "when":
            return self._day(one.text)
        if one.what == "until":
            return self.tr("until {day}").format(day=self._day(one.text))
        if one.what == "repeats":
            return in_words(one.text, None)
        if one.what == "hours":
            return self.tr("{hours} h").format(hours=self._context.locale.toString(float(one.text), "g", 4))
        if one.what == "help":
            return words.say(f"event.help.{one.text}")
        return str(one.note if one.what == "next" else one.text)

    def _day(self, text: str) -> str:
        return near(text, self._context.clock.now(), self._context.locale)

    # --- putting right ----------------------------------------------------------------------------------------------

    def _remove(self, one: Any) -> None:
        self.put_right.emit(PutRight(one.what, one.key))

    def _open(self, one: Any, chip: Chip) -> None:
        offered = {"kind": self._kinds, "who": self._people, "help": self._helps, "repeats": self._rhythms}
        if one.what == "kind" and one.text.startswith("contact"):
            return
        if one.what == "who" and one.key == "name":  # whom a card or an e-mail is about
            self._edit(one, chip)
        elif one.what in offered:
            self._show_menu(offered[one.what](one), chip)
        else:
            self._edit(one, chip)

    def _kinds(self, one: Any) -> list[tuple[str, str, Callable[[], None]]]:
        values = [*(f"event.{one}" for one in EVENT_TYPES), *(f"learning.{one}" for one in LEARNING_TYPES), "reminder."]
        return [
            (KIND_ICONS[value.partition(".")[0]], _kind_words(value), self._giver(PutRight("kind", "", value)))
            for value in values
        ]

    def _people(self, one: Any) -> list[tuple[str, str, Callable[[], None]]]:
        offered = [
            ("user", f"{person.name} · {person.note}" if person.note else person.name,
             self._giver(PutRight("who", one.key, person.name, person.id)))
            for person in one.choices
        ]  # fmt: skip
        if one.choices or one.known:
            new = self.tr("New contact “{name}”").format(name=one.text)
            offered.append(("user-plus", new, self._giver(PutRight("who", one.key, one.text))))
        chip = next((chip for chip in self.chips() if chip.hasFocus() or chip.underMouse()), None)
        offered.append(("pencil", self.tr("Another name…"), lambda: self._edit(one, chip)))
        offered.append(("x", self.tr("Not a person"), self._giver(PutRight("who", one.key))))
        return offered

    def _helps(self, one: Any) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            ("heart-handshake", words.say(f"event.help.{value}"), self._giver(PutRight("help", "", value)))
            for value in HELP
        ]

    def _rhythms(self, one: Any) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            ("repeat", in_words(rule, None), self._giver(PutRight("repeats", "", rule))) for rule in PRESETS.values()
        ]

    def _giver(self, right: PutRight) -> Callable[[], None]:
        return lambda: self.put_right.emit(right)

    def _show_menu(self, offered: list[tuple[str, str, Callable[[], None]]], chip: Chip) -> None:
        menu = Menu(self)
        for icon, text, act in offered:
            menu.addAction(icons.icon(icon), text.replace("&", "&&"), act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _edit(self, one: Any, chip: Chip | None) -> None:
        """A line in place of the chip; Enter takes what is typed, Escape leaves it as it was."""
        place = self.chips().index(chip) if chip in self.chips() else 0
        editor = Line("", self)
        editor.setText(self._typed_words(one))
        editor.setAccessibleName(words.say(f"understood.{one.what}"))
        editor.setMinimumWidth(em(self) * 12)
        editor.returnPressed.connect(lambda: self._take(one, editor.text()))
        editor.installEventFilter(self)
        if chip is not None:
            chip.hide()
        self._flow.insert_widget(place, editor)
        self._editor = editor
        editor.show()
        editor.setFocus()
        editor.selectAll()

    def _typed_words(self, one: Any) -> str:
        if one.what in ("when", "until", "next"):
            day = date.fromisoformat(one.text[:10])
            shown = self._context.locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
            return f"{shown} {one.text[11:16]}".strip()
        return str(one.text)

    def _take(self, one: Any, text: str) -> None:
        self.end_editing()
        text = text.strip()
        if one.what in ("when", "until", "next") and text:
            self.day_typed.emit(one, text)
        elif one.what == "hours" and text:
            number, understood = self._context.locale.toDouble(text.replace("h", "").strip())
            value = number if understood and 0 <= number <= 10_000 else float(one.text)
            self.put_right.emit(PutRight("hours", "", f"{value:g}"))
        else:
            self.put_right.emit(PutRight(one.what, one.key, text))

    def end_editing(self) -> None:
        """Puts the chip back where a line stands for it."""
        if self._editor is not None:
            self._editor = None
            self._rebuild()
            self.left.emit()

    def is_editing(self) -> bool:
        return self._editor is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if watched is self._editor:
                if event.key() == Qt.Key.Key_Escape:
                    self.end_editing()
                    return True
            elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
                self._step(1 if event.key() == Qt.Key.Key_Right else -1)
                return True
            elif event.key() == Qt.Key.Key_N and watched.property("choice"):
                return self._take_new(watched)
            elif event.key() == Qt.Key.Key_Up:
                self.left.emit()
                return True
        elif (
            event.type() == QEvent.Type.FocusOut
            and watched is self._editor
            and QApplication.activePopupWidget() is None
        ):
            self.end_editing()
        return super().eventFilter(watched, event)

    def _take_new(self, choice: QObject) -> bool:
        """The person beside this choice is somebody new."""
        chips = self.chips()
        after = chips[chips.index(choice) :] if choice in chips else []
        new = next((chip for chip in after if chip.property("choice") == "new"), None)
        if new is not None:
            new.click()
        return new is not None

    def _step(self, by: int) -> None:
        chips = self.chips()
        place = next((number for number, chip in enumerate(chips) if chip.hasFocus()), 0)
        chips[(place + by) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)


def _kind_words(text: str) -> str:
    kind, _, type_ = text.partition(".")
    if not type_:
        return words.say(f"kind.{kind}")
    return words.say(f"{kind}.type.{type_}")


def kept_words(kinds: Sequence[str]) -> str:
    """ "Kept: event, reminder"."""
    names = ", ".join(words.say(f"kind.{kind}").lower() for kind in kinds)
    return QCoreApplication.translate("CaptureLine", "Kept: {kind}").format(kind=names)
