"""The search box finds commands too, and keeps searches in the sidebar; the lists have a box of their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from journal.actions import entries, saved_searches
from journal.domain.contact import Contact
from journal.domain.event import Event
from journal.domain.network import Network
from journal.domain.reminder import Reminder
from tests.journals import NOW

Key = Qt.Key


def typed(desk, words):
    desk.press_ctrl(Key.Key_K)
    desk.type(words)
    desk.settle()
    return desk.window.searching.palette


def shown(found):
    return [found.list.model().index(row, 0).data() for row in range(found.list.model().rowCount())]


def names(desk):
    return [item.text() for item in desk.window.sidebar.saved.items()]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("words", ["new event", "nouvel ev", "NEW EVE"])
def test_a_command_is_found_in_both_languages_and_run_by_enter(make_window, language, words):
    desk = make_window(language=language)
    found = typed(desk, words)
    assert found.list.currentIndex().data() in ("New event", "Nouvel événement")
    desk.press(Key.Key_Return)
    assert not found.isVisible() and desk.window.top.search.text() == ""
    assert desk.window.page == "events" and desk.page.saving.entry is not None
    assert desk.page.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("words", ["back up", "backup", "sauvegard"])
def test_backing_up_is_found_however_it_is_called(make_window, words):
    desk = make_window()
    found = typed(desk, words)
    assert "Back up now" in shown(found)


def test_an_entry_whose_name_begins_so_stands_before_commands(desk):
    desk.do(lambda j: entries.create(j, draft=Contact(given_name="Trash", family_name="Can")))
    assert shown(typed(desk, "trash"))[:4] == ["Contacts", "Trash Can", "Commands", "Trash"]
    desk.window.top.search.clear_search()
    assert shown(typed(desk, "settings"))[:2] == ["Commands", "Settings"]


def test_an_operator_she_is_still_typing_is_explained(desk):
    found = typed(desk, "kind:")
    assert "tag:excel" in found._nothing.text()


def test_a_search_is_saved_opened_named_removed_and_all_of_it_undone(desk):
    desk.do(lambda j: entries.create(j, draft=Contact(given_name="Claire", family_name="Dupont", tags=("excel",))))
    typed(desk, "tag:excel")
    desk.press_ctrl(Key.Key_S)
    assert names(desk) == ["tag:excel"] and desk.window.sidebar.saved.isVisible()
    desk.press_ctrl(Key.Key_S)
    assert names(desk) == ["tag:excel"], "only once"
    desk.press(Key.Key_Escape)
    [item] = desk.window.sidebar.saved.items()
    item.setFocus()
    desk.press(Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), type(desk.window.sidebar.saved._naming))
    desk.type("Excel people")
    desk.press(Key.Key_Return)
    assert names(desk) == ["Excel people"]
    assert QApplication.focusWidget() is desk.window.sidebar.saved.items()[0], "the keyboard stays"
    desk.press(Key.Key_Return)
    assert desk.window.top.search.text() == "tag:excel" and desk.window.top.search.hasFocus()
    assert [hit.title for hit in desk.window.searching.palette.hits()] == ["Claire Dupont"]
    desk.press(Key.Key_Escape)
    desk.window.sidebar.saved.items()[0].setFocus()
    desk.press(Key.Key_Delete)
    assert names(desk) == [] and not desk.window.sidebar.saved.isVisible()
    assert QApplication.focusWidget() is not None and desk.window.sidebar.isAncestorOf(QApplication.focusWidget())
    for expected in (["Excel people"], ["tag:excel"], []):
        desk.press_ctrl(Key.Key_Z)
        assert names(desk) == expected
    desk.press_ctrl(Key.Key_Y)
    assert names(desk) == ["tag:excel"]


def test_a_kept_search_is_there_after_a_restart(make_window):
    desk = make_window()
    typed(desk, "mars 2026")
    desk.press_ctrl(Key.Key_S)
    desk.close()
    desk = make_window(language="fr")
    assert names(desk) == ["mars 2026"]
    [item] = desk.window.sidebar.saved.items()
    assert item.accessibleName() == "mars 2026"
    menu = desk.window.sidebar.saved.menu_of("mars 2026")
    assert [action.text() for action in menu.actions()] == [
        "Ouvrir", "Donner un autre nom", "Retirer de la barre latérale",
    ]  # fmt: skip
    menu.deleteLater()


def test_saving_nothing_says_what_to_do(desk):
    desk.press_ctrl(Key.Key_S)
    assert "Type one first" in desk.said()[-1]


def test_arrows_go_along_the_kept_searches_without_opening_them(desk):
    for words in ("one", "two", "three"):
        desk.do(lambda j, words=words: saved_searches.save(j, words=words))
    desk.window.searches.refresh()
    desk.settle()
    items = desk.window.sidebar.saved.items()
    items[0].setFocus()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    assert items[2].hasFocus() and desk.window.top.search.text() == ""
    desk.press(Key.Key_Home)
    assert items[0].hasFocus()


@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6])
def test_each_list_has_a_box_that_ctrl_f_goes_to_and_that_understands_a_search(desk, key):
    def fill(journal):
        drafts = [
            Network(name="Zoology club", tags=("excel",)),
            Contact(given_name="Zoé", tags=("excel",)),
            Event(title="Zoo visit", starts_at=NOW.replace(hour=18), tags=("excel",)),
            Reminder(title="Zoo tickets", due_at=NOW.replace(hour=20), tags=("excel",)),
            Contact(given_name="Ann"),
            Event(title="Lunch", starts_at=NOW.replace(hour=19)),
            Reminder(title="Flowers", due_at=NOW.replace(hour=21)),
            Network(name="IMA"),
        ]
        entries.create_many(journal, drafts=drafts)
        from journal.domain.learning import Learning

        entries.create_many(journal, drafts=[Learning(title="Zoom", tags=("excel",)), Learning(title="Minutes")])

    desk.do(fill)
    desk.press_ctrl(key)
    desk.page.refresh()
    desk.settle()
    assert len(desk.page.model.lines()) == 2
    desk.press_ctrl(Key.Key_F)
    assert desk.page.search.hasFocus()
    for words in ("tag:excel", "ZOO -lunch" if key != Key.Key_2 else "zoe"):
        desk.type(words)
        desk.page.search._tell()
        desk.settle()
        assert [line.title[:2] for line in desk.page.model.lines()] == ["Zo"], words
        desk.press(Key.Key_Escape)
    assert len(desk.page.model.lines()) == 2


def test_where_there_is_no_list_ctrl_f_goes_to_the_search_of_everything(desk):
    desk.press_ctrl(Key.Key_1)
    desk.press_ctrl(Key.Key_F)
    assert desk.window.top.search.hasFocus()


def test_a_list_in_which_nothing_is_found_says_so(desk):
    desk.do(lambda j: entries.create(j, draft=Reminder(title="Flowers", due_at=NOW)))
    desk.press_ctrl(Key.Key_5)
    desk.page.refresh()
    desk.press_ctrl(Key.Key_F)
    desk.type("qqq")
    desk.page.search._tell()
    desk.settle()
    assert "Nothing found" in desk.page.panel.nothing._sentence.text()


def test_a_key_paints_the_list_and_not_the_page_below_it(desk):
    desk.do(lambda j: entries.create_many(j, drafts=[Contact(given_name=f"Zoe{n}") for n in range(60)]))
    typed(desk, "z")
    desk.settle()
    painted = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                painted.append(watched)
            return False

    watch = Watch()
    desk.page.installEventFilter(watch)
    viewport = desk.window.searching.palette.list.viewport()
    viewport.installEventFilter(watch)
    desk.type("o")
    desk.settle()
    assert viewport in painted and desk.page not in painted
