"""Every command of the window, declared once: its name, words, keys, icon and menu."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from journal.ui import icons
from journal.ui.widgets.menu import Menu


class Command(NamedTuple):
    """`menu`: file, new, edit, view or help; each of `keys` does it. `gap`: a line above it. `french`: what the keys
    become where digits need Shift (the French keyboard); it is not shown."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    gap: bool = False
    french: tuple[str, ...] = ()


# The pages of the sidebar in their order: what Ctrl+1 to Ctrl+7 open.
PAGES = ("today", "contacts", "events", "learnings", "reminders", "networks", "looking_back")
PAGE_ICONS = {
    "today": "sun",
    "contacts": "users",
    "events": "calendar",
    "learnings": "lightbulb",
    "reminders": "bell",
    "networks": "network",
    "looking_back": "chart-column",
    "trash": "trash-2",
    "settings": "settings",
}
# The keys of 1 to 7 without Shift there; that of 6 is the minus sign, and makes text smaller.
FRENCH_DIGITS = (("Ctrl+&",), ("Ctrl+É",), ('Ctrl+"',), ("Ctrl+'",), ("Ctrl+(",), (), ("Ctrl+È",))
KIND_OF_PAGE = {
    "contacts": "contact",
    "events": "event",
    "learnings": "learning",
    "reminders": "reminder",
    "networks": "network",
}
PAGE_OF_KIND = {kind: page for page, kind in KIND_OF_PAGE.items()}
KIND_ICONS = {kind: PAGE_ICONS[page] for kind, page in PAGE_OF_KIND.items()}


Say = Callable[[str, str], str]  # (context, English) -> what it is called in a language


def page_title(page: str, into: Say | None = None) -> str:
    """A page's name in her language, or in the one that `into` speaks."""
    say: Say = QCoreApplication.translate
    say = into or say
    return {
        "today": say("Commands", "Today"),
        "contacts": say("Commands", "Contacts"),
        "events": say("Commands", "Events"),
        "learnings": say("Commands", "Learnings"),
        "reminders": say("Commands", "Reminders"),
        "networks": say("Commands", "Networks"),
        "looking_back": say("Commands", "Looking back"),
        "trash": say("Commands", "Trash"),
        "settings": say("Commands", "Settings"),
        "bring_in": say("Commands", "Bring in"),
        "take_out": say("Commands", "Take out"),
        "duplicates": say("Commands", "Duplicates"),
        "weekly_look": say("Commands", "My week in five minutes"),
        "rhythms": say("Commands", "Keeping in touch"),
        "erase": say("Commands", "Erase for good"),
        "history": say("Commands", "History"),
        "templates": say("Commands", "Templates"),
        "shortcuts": say("Commands", "Keyboard shortcuts"),
        "passphrase": say("Commands", "Passphrase"),
        "copies": say("Commands", "Go back to a copy"),
        "protection": say("Commands", "What protects your journal"),
    }[page]


def menu_title(menu: str) -> str:
    """A menu's name in her language."""
    say = QCoreApplication.translate
    return {
        "file": say("Commands", "File"),
        "new": say("Commands", "New"),
        "edit": say("Commands", "Edit"),
        "view": say("Commands", "View"),
        "help": say("Commands", "Help"),
    }[menu]


def declared(into: Say | None = None) -> list[Command]:
    """All commands, in the order of their menus, in the language of the moment, or in the one that `into` speaks."""
    say: Say = QCoreApplication.translate
    say = into or say
    return [
        Command("capture", say("Commands", "Capture in one line…"), ("Ctrl+N",), "sparkles", "file"),
        Command("new", say("Commands", "New entry on this page"), ("Ctrl+Shift+N",), "plus", "file"),
        Command("new_contact", say("Commands", "New contact"), ("Alt+1",), "user-plus", "new", french=("Alt+&",)),
        Command("new_event", say("Commands", "New event"), ("Alt+2",), "calendar", "new", french=("Alt+É",)),
        Command("new_learning", say("Commands", "New learning"), ("Alt+3",), "lightbulb", "new", french=('Alt+"',)),
        Command("new_reminder", say("Commands", "New reminder"), ("Alt+4",), "bell", "new", french=("Alt+'",)),
        Command("new_network", say("Commands", "New network"), ("Alt+5",), "network", "new", french=("Alt+(",)),
        Command("templates", say("Commands", "New from a template…"), ("Ctrl+Shift+T",), "layout-template", "file"),
        Command("bring_in", say("Commands", "Bring in…"), ("Ctrl+I",), "download", "file", gap=True),
        Command("take_out", say("Commands", "Take out…"), ("Ctrl+E",), "upload", "file"),
        Command("backup", say("Commands", "Back up now"), (), "archive", "file"),
        Command("copies", say("Commands", "Go back to a copy…"), (), "history", "file"),
        Command("lock", say("Commands", "Lock the journal"), ("Ctrl+L",), "lock", "file"),
        Command("quit", say("Commands", "Quit"), ("Ctrl+Q",), "log-out", "file", gap=True),
        Command("undo", say("Commands", "Undo"), ("Ctrl+Z",), "undo-2", "edit"),
        Command("redo", say("Commands", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", "edit"),
        Command("delete", say("Commands", "Move to the trash"), ("Ctrl+Del",), "trash-2", "edit", gap=True),
        Command("history", say("Commands", "History of this entry"), ("Ctrl+H",), "history", "edit"),
        Command("trash", say("Commands", "Trash"), (), "trash-2", "edit"),
        Command("duplicates", say("Commands", "Look for duplicates…"), (), "merge", "edit"),
        Command("rhythms", say("Commands", "Rhythms of keeping in touch…"), (), "repeat", "edit"),
        Command("search", say("Commands", "Search everything"), ("Ctrl+K",), "search", "edit", gap=True),
        Command("find", say("Commands", "Find in this list"), ("Ctrl+F",), "filter", "edit"),
        Command("save_search", say("Commands", "Save this search"), ("Ctrl+S",), "bookmark", "edit"),
        *(
            Command(
                f"page_{page}", page_title(page, into), (f"Ctrl+{number}",), PAGE_ICONS[page], "view", False, french
            )
            for number, (page, french) in enumerate(zip(PAGES, FRENCH_DIGITS, strict=True), start=1)
        ),
        Command(
            "weekly_look", say("Commands", "My week in five minutes…"), ("Ctrl+Shift+W",), "hourglass", "view", gap=True
        ),
        Command("back", say("Commands", "Back"), ("Alt+Left",), "chevron-left", "view", gap=True),
        Command("larger", say("Commands", "Larger text"), ("Ctrl++", "Ctrl+="), "", "view", gap=True),
        Command("smaller", say("Commands", "Smaller text"), ("Ctrl+-",), "", "view"),
        Command("confidential", say("Commands", "Show or hide confidential entries"), ("Ctrl+Shift+H",), "eye", "view"),
        Command("theme", say("Commands", "Light or dark"), ("Ctrl+Shift+L",), "moon", "view"),
        Command("settings", say("Commands", "Settings"), ("Ctrl+,",), "settings", "view"),
        Command("shortcuts", say("Commands", "Keyboard shortcuts"), ("F1",), "circle-help", "help"),
        Command("protection", say("Commands", "What protects your journal"), (), "lock", "help"),
        Command("menu", say("Commands", "Open the menu"), ("F10",), "", ""),
    ]


class Commands(QObject):
    """The actions of one window."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[[], None]]) -> None:
        """`handlers` names what each command does; KeyError where one has none."""
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        for command in declared():
            action = QAction(self)
            handler = handlers[command.id]
            action.triggered.connect(lambda _=False, handler=handler: handler())
            action.setShortcuts([QKeySequence(key) for key in (*command.keys, *command.french)])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if command.icon:
                action.setIcon(icons.icon(command.icon))
            self._actions[command.id] = action
            window.addAction(action)
        self.retranslate()

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def leave_only(self, ids: Collection[str] | None) -> None:
        """While the journal is locked; None: all of them again."""
        for command_id, action in self._actions.items():
            action.setEnabled(ids is None or command_id in ids)

    def retranslate(self) -> None:
        """Says every command in the language of the moment."""
        for command in declared():
            self._actions[command.id].setText(command.text)

    def fill(self, menu: Menu) -> None:
        """Puts all commands under `menu`, in its submenus."""
        menu.clear()
        parts = {name: menu.add_submenu(menu_title(name)) for name in ("file", "edit", "view", "help")}
        for command in declared():
            if command.id == "new_contact":
                parts["new"] = parts["file"].add_submenu(menu_title("new"))
                parts["new"].setIcon(icons.icon("plus"))
            if command.menu:
                if command.gap:
                    parts[command.menu].addSeparator()
                parts[command.menu].addAction(self._actions[command.id])
