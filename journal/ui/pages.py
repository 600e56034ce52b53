"""The pages of the window: where each one's class is, and which stand alone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.ui.context import ScreenContext
    from journal.ui.screens.page import Page

# Where each page's class is: imported and made when it is first wanted.
PAGE_CLASSES = {
    "today": "journal.ui.screens.today.screen:TodayScreen",
    "contacts": "journal.ui.screens.contacts.screen:ContactsScreen",
    "events": "journal.ui.screens.events.screen:EventsScreen",
    "learnings": "journal.ui.screens.learnings.screen:LearningsScreen",
    "reminders": "journal.ui.screens.reminders.screen:RemindersScreen",
    "networks": "journal.ui.screens.networks.screen:NetworksScreen",
    "looking_back": "journal.ui.screens.looking_back.screen:LookingBackScreen",
    "settings": "journal.ui.dialogs.settings:SettingsPage",
    "trash": "journal.ui.dialogs.trash:TrashPage",
    "history": "journal.ui.dialogs.history:HistoryPage",
    "bring_in": "journal.ui.dialogs.bring_in:BringInPage",
    "erase": "journal.ui.dialogs.erase:ErasePage",
    "take_out": "journal.ui.dialogs.take_out:TakeOutPage",
    "duplicates": "journal.ui.dialogs.duplicates:DuplicatesPage",
    "rhythms": "journal.ui.dialogs.rhythms:RhythmsPage",
    "weekly_look": "journal.ui.dialogs.weekly_look:WeeklyLookPage",
    "templates": "journal.ui.dialogs.templates:TemplatesPage",
    "shortcuts": "journal.ui.dialogs.shortcuts:ShortcutsPage",
    "protection": "journal.ui.dialogs.protection:ProtectionPage",
    "first_start": "journal.ui.dialogs.first_start:FirstStartPage",
    "refused": "journal.ui.dialogs.refused:RefusedPage",
    "copies": "journal.ui.dialogs.going_back:CopiesPage",
    "passphrase": "journal.ui.dialogs.passphrase:PassphrasePage",
    "locked": "journal.ui.dialogs.locked:LockedPage",
    "working": "journal.ui.dialogs.locked:WorkingPage",
}


def load_pages() -> None:
    """In a thread, once the first page is there: then no first sight of a page waits for what it is made of."""
    for page in (*PAGE_CLASSES.values(), "journal.ui.dialogs.search_palette"):
        import_module(page.partition(":")[0])


# Pages that take the whole window: there is nowhere else to go yet.
ALONE = ("first_start", "refused", "locked", "working")
COVERS = ("locked", "working", "refused")  # what may be seen while the journal is locked


def make_page(page: str, context: ScreenContext) -> Page:
    module, _, name = PAGE_CLASSES[page].partition(":")
    made: Page = getattr(import_module(module), name)(context)
    return made
