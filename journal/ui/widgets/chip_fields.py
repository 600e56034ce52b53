"""Editors of several short values: tags, people, memberships; and of one entry referred to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from journal.domain.entry import About, Membership, Person, folded
from journal.ui import icons
from journal.ui.widgets.chips import Chip, ChipsField
from journal.ui.widgets.suggestions import Suggestion


class TagsField(ChipsField):
    """tuple[str, …]. `request_open(tag)` on a click."""

    def _chip_of(self, value: Any) -> Chip:
        return Chip(str(value), self._holder, removable=True)

    def _made_from_text(self, text: str) -> Any:
        return text.lstrip("#").strip() or None

    def _same(self, one: Any, other: Any) -> bool:
        return folded(one) == folded(other)

    def _opened(self, value: Any) -> object:
        return value


class PeopleField(ChipsField):
    """tuple[Person, …]. A name that no suggestion was taken for becomes Person(0, name), to be found or made.

    `roles`: (value, text) that the context menu of a chip offers. `request_open(id)` on a click, where there is one.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        roles: Sequence[tuple[str, str]] = (),
        placeholder: str = "",
        provider: Callable[[str], Sequence[Any]] | None = None,
    ) -> None:
        self._roles = list(roles)
        super().__init__(label, parent, placeholder=placeholder, provider=provider)

    def _chip_of(self, value: Any) -> Chip:
        note = dict(self._roles).get(value.role, value.role)
        return Chip(value.name, self._holder, icon="" if value.id else "user-plus", note=note, removable=True)

    def _made_from_text(self, text: str) -> Any:
        return Person(0, text)

    def _made_from(self, suggestion: Suggestion) -> Any:
        return Person(suggestion.id, suggestion.text)

    def _same(self, one: Any, other: Any) -> bool:
        if one.id and other.id:
            return bool(one.id == other.id)
        return folded(one.name) == folded(other.name)

    def _opened(self, value: Any) -> object:
        return value.id or None

    def _menu_of(self, value: Any) -> list[QAction]:
        actions = []
        for role, text in (("", self.tr("No role")), *self._roles) if self._roles else ():
            action = QAction(text)
            if role == value.role:
                action.setIcon(icons.icon("check"))
            action.triggered.connect(lambda _=False, r=role: self._give_role(value, r))
            actions.append(action)
        return actions

    def _give_role(self, person: Person, role: str) -> None:
        self._change(tuple(replace(one, role=role) if one == person else one for one in self._values))


class MembershipsField(ChipsField):
    """tuple[Membership, …], shown "FFMAS · treasurer" and typed "FFMAS, treasurer" or "FFMAS: treasurer".

    `request_open(name)` on a click; the context menu gives the text back to the line, to be written anew.
    """

    splits_at = ";"

    def _chip_of(self, value: Any) -> Chip:
        return Chip(value.name, self._holder, note=value.role, removable=True)

    def _made_from_text(self, text: str) -> Any:
        for mark in ("·", ":", ","):
            name, found, role = text.partition(mark)
            if found and name.strip():
                return Membership(name.strip(), role.strip())
        return Membership(text.strip()) if text.strip() else None

    def _made_from(self, suggestion: Suggestion) -> Any:
        return Membership(suggestion.text)

    def _same(self, one: Any, other: Any) -> bool:
        return folded(one.name) == folded(other.name)

    def _opened(self, value: Any) -> object:
        return value.name

    def _menu_of(self, value: Any) -> list[QAction]:
        action = QAction(icons.icon("pencil"), self.tr("Write the role…"))
        action.triggered.connect(lambda: self._rewrite(value))
        return [action]

    def _rewrite(self, value: Membership) -> None:
        self.commit()
        self._change(tuple(one for one in self._values if one != value))
        self.line.show_text(f"{value.name} · {value.role}" if value.role else f"{value.name} · ")
        self.line.setFocus()
        self.line.end(False)


class ReferenceField(ChipsField):
    """One other entry: its id, or None. `title_wanted(id)` is emitted for an id whose title is not known yet; answer
    with `set_title(id, title)`. Typed text alone chooses nothing: a suggestion must be taken.
    """

    title_wanted = Signal(int)
    splits_at = ""

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        icon: str = "link",
        provider: Callable[[str], Sequence[Any]] | None = None,
    ) -> None:
        self._icon = icon
        self._titles: dict[int, str] = {}
        super().__init__(label, parent, placeholder=placeholder, provider=provider)

    def value(self) -> Any:
        return self._values[0] if self._values else None

    def set_value(self, value: Any) -> None:
        super().set_value(() if value is None else (value,))
        if value is not None and isinstance(value, int) and value not in self._titles:
            self.title_wanted.emit(value)

    def set_title(self, entry_id: int, title: str) -> None:
        self._titles[entry_id] = title
        self._rebuild()

    def _rebuild(self) -> None:
        super()._rebuild()
        self.line.setVisible(not self._values)
        self.setFocusProxy(self._chips[0] if self._chips else self.line)
        for chip in self._chips:
            chip.setAccessibleName(f"{self.label}: {chip.text()}")

    def _chip_of(self, value: Any) -> Chip:
        return Chip(self._titles.get(value) or "…", self._holder, icon=self._icon, removable=True)

    def _made_from_text(self, text: str) -> Any:
        return None

    def _made_from(self, suggestion: Suggestion) -> Any:
        self._titles[suggestion.id] = suggestion.text
        return suggestion.id

    def _add(self, value: Any) -> bool:
        if value is None or value == self.value():
            return False
        self._change((value,))
        return True

    def _opened(self, value: Any) -> object:
        return value


class AboutField(ReferenceField):
    """What a reminder is about: About or None. Suggestions carry the kind; `request_open(About)`.

    `icon_of` gives the icon of a kind.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        icon_of: Callable[[str], str] | None = None,
        provider: Callable[[str], Sequence[Any]] | None = None,
    ) -> None:
        self._icon_of = icon_of
        super().__init__(label, parent, placeholder=placeholder, provider=provider)

    def _chip_of(self, value: Any) -> Chip:
        icon = self._icon_of(value.kind) if self._icon_of else self._icon
        return Chip(value.title or self._titles.get(value.id) or "…", self._holder, icon=icon, removable=True)

    def _made_from(self, suggestion: Suggestion) -> Any:
        return About(suggestion.kind, suggestion.id, suggestion.text)
