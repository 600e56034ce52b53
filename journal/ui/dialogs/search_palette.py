"""What was found, in a list below the search box: as she types, entries and commands, by keyboard alone."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from journal.domain.entry import folded
from journal.domain.lines import Hit
from journal.domain.query import WORD
from journal.system import resources
from journal.ui.commands import Command, declared
from journal.ui.context import ScreenContext
from journal.ui.dialogs.lifted import lift
from journal.ui.dialogs.search_lines import Heading, SearchDelegate, SearchLines, by_kind, item_of
from journal.ui.jobs import Journal
from journal.ui.theme import MEDIUM, TINY, em
from journal.ui.widgets.headings import QuietText
from journal.ui.widgets.search_field import SearchField

MOST_HITS = 50
MOST_COMMANDS = 4
MOST_LINES = 30  # of text, high; the best is at the top, and what is painted is waited for at the first letter
SETTLED_AFTER_MS = 250
NAME_BEGINS = 4.0  # the score of an entry whose name begins as was typed
NOT_OFFERED = ("search", "find", "menu", "back", "save_search")
SAVE = "save_search"


@cache
def _called() -> dict[str, tuple[list[str], ...]]:
    """The words of each command's name in both languages, without case and accents."""
    french = QTranslator()
    french.load("journal_fr", str(resources.path("translations")))
    names: dict[str, tuple[list[str], ...]] = {}
    for into in (lambda _, text: text, lambda context, text: french.translate(context, text) or text):
        for command in declared(into):
            names[command.id] = (*names.get(command.id, ()), WORD.findall(folded(command.text)))
    return names


def commands_called(typed: str, commands: list[Command]) -> list[Command]:
    """The commands in whose name every word typed begins a word, in either language; those that begin so first."""
    asked = WORD.findall(folded(typed[:100]))
    if not asked or len("".join(asked)) < 2:
        return []
    found = []
    for command in commands:
        names = _called().get(command.id, ()) if command.id not in NOT_OFFERED else ()
        if any(all(any(one.startswith(part) for one in name) for part in asked) for name in names):
            found.append((not _begins(typed, command), command))
        elif any("".join(name).startswith("".join(asked)) for name in names):  # "backup" is "back up"
            found.append((False, command))
    return [command for _, command in sorted(found, key=lambda one: one[0])][:MOST_COMMANDS]


def _begins(typed: str, command: Command) -> bool:
    asked = " ".join(WORD.findall(folded(typed)))
    return any(" ".join(name).startswith(asked) for name in _called()[command.id])


class SearchPalette(QFrame):
    """Belongs to a search field, over the same parent. Signals `chosen(kind, id)`; `command_chosen(id)`."""

    chosen = Signal(str, int)
    command_chosen = Signal(str)

    def __init__(self, field: SearchField, context: ScreenContext, over: QWidget) -> None:
        super().__init__(over)
        self._field, self._context, self._over = field, context, over
        self._commands = declared()
        self.setProperty("look", "popup")
        self._model = SearchLines(self)
        self.list = QListView(self)
        self.list.setStyleSheet("QListView { border: none; border-radius: 0; }")
        self.list.setModel(self._model)
        self._delegate = SearchDelegate(context.locale, context.clock.now())
        self.list.setItemDelegate(self._delegate)
        # The keyboard stays in the search box: its Up, Down and Enter are passed on.
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Search results"))
        self.list.clicked.connect(self._open)
        self._nothing = QuietText(parent=self)
        self._nothing.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        box = QVBoxLayout(self)
        box.setContentsMargins(TINY, TINY, TINY, TINY)
        box.addWidget(self.list)
        box.addWidget(self._nothing)
        lift(self)
        # Fewer lines than before leave the palette as large as it was, for a moment: another size paints the shadow and
        # the page below it again, which would cost each key more than the list itself.
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_AFTER_MS)
        self._settling.timeout.connect(self._place)
        field.searched.connect(self.search)
        field.installEventFilter(self)
        over.installEventFilter(self)
        self.hide()

    def hits(self) -> list[Hit]:
        """Those shown, from top to bottom."""
        return [item for item in self._model.items if isinstance(item, Hit)]

    def showEvent(self, event: QShowEvent) -> None:
        """Filled by itself, the list hides the page below it, which then need not be painted again at each key; a style
        sheet's background would be painted over it. Said here, since style sheets take it back when they come."""
        super().showEvent(event)
        self.list.viewport().setAutoFillBackground(True)

    def search(self, text: str) -> None:
        """Shows what is found for these words, trimmed; "" hides what was found before."""
        if not text:
            self.hide()
            return

        def read(journal: Journal) -> list[Hit]:
            from journal.actions import search

            return search.search(journal, words=text, limit=MOST_HITS)

        self._context.jobs.read(self, read, lambda hits: self._show(text, hits), key="search")

    def _show(self, text: str, hits: list[Hit]) -> None:
        if text != self._field.text().strip():
            return
        self._delegate.now = self._context.clock.now()
        self._model.fill(self._groups(text, hits))
        any_found = bool(self._model.items)
        self.list.setVisible(any_found)
        self._nothing.setVisible(not any_found)
        if any_found:
            self.list.setCurrentIndex(self._model.index(self._model.first(), 0))
            self.list.scrollToTop()
        else:
            self._nothing.setText(self._words_for_nothing(text))
        if self.isHidden() or self._size().height() > self.height():
            self._place()
        else:
            self._settling.start()
        if self.isHidden():  # raising it again would paint the page below it again
            self.show()
            self.raise_()

    def _groups(self, text: str, hits: list[Hit]) -> list[tuple[str, list[Hit] | list[Command]]]:
        """Commands after what was found, but first where one begins so and no entry's name does."""
        found: list[tuple[str, list[Hit] | list[Command]]] = [*by_kind(hits)]
        commands = commands_called(text, self._commands)
        group = (self.tr("Commands"), commands)
        if commands and _begins(text, commands[0]) and (not hits or hits[0].score < NAME_BEGINS):
            found.insert(0, group)
        else:
            found.append(group)
        if hits:
            found.append(("", [command for command in self._commands if command.id == SAVE]))
        return found

    def _words_for_nothing(self, text: str) -> str:
        if text.endswith(":"):
            return self.tr("For example kind:event, tag:excel, network:ffmas, with:claire, place:lyon or date:2026.")
        return self.tr("Nothing found for “{words}”. Try the beginning of a word.").format(words=text[:80])

    def _place(self) -> None:
        corner = self._field.mapTo(self._over, self._field.rect().bottomLeft())
        size = self._size()
        left = min(corner.x(), self._over.width() - size.width() - MEDIUM)
        self.setGeometry(left, corner.y() + TINY, size.width(), size.height())

    def _size(self) -> QSize:
        over = self._over
        top = self._field.mapTo(over, self._field.rect().bottomLeft()).y()
        width = min(max(self._field.width(), em(self) * 34), over.width() - 2 * MEDIUM)
        if self.list.isHidden():
            height = self._nothing.heightForWidth(width - 2 * TINY) + 2 * TINY
        else:
            height = self._height(MOST_LINES * em(self)) + 3 * TINY
        return QSize(width, min(height, over.height() - top - MEDIUM))

    def _height(self, most: int) -> int:
        """Of the lines of which all is seen, up to `most`; a heading is not the last of them."""
        height = whole = 0
        for row, item in enumerate(self._model.items):
            height += self.list.sizeHintForRow(row)
            if height > most:
                break
            if not isinstance(item, Heading):
                whole = height
        return whole

    def _open(self, index: QModelIndex) -> None:
        item = item_of(index)
        if isinstance(item, Hit):
            self.hide()
            self.chosen.emit(item.kind, item.id)
        elif isinstance(item, Command):
            self.hide()
            self.command_chosen.emit(item.id)

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        while 0 <= row < len(self._model.items):
            if not isinstance(self._model.items[row], Heading):
                self.list.setCurrentIndex(self._model.index(row, 0))
                if row == self._model.first():
                    self.list.scrollToTop()  # with its heading
                return
            row += 1 if by > 0 else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event.key())
            if event.type() == QEvent.Type.FocusIn and self._field.text().strip() and self.isHidden():
                self.search(self._field.text().strip())
            elif event.type() == QEvent.Type.FocusOut and not self.underMouse():
                self.hide()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        """Whether a key of the search box was for the list."""
        if self.isHidden():
            return False
        page = max(1, self.list.height() // max(1, self.list.sizeHintForRow(1)) - 1)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key in steps:
            self._step(steps[Qt.Key(key)])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentIndex())
            return True
        return False
