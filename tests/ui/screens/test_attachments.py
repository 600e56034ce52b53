"""Files of an entry in the window: attached, opened by the system, taken away, by mouse, keyboard and dropping."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest

from journal.domain.contact import Contact
from journal.system import opened_files, paths
from journal.ui.screens.contacts.screen import ContactsScreen


class Opener(QObject):
    """Stands for the system's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[str, bytes, int]] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        path = Path(url.toLocalFile())
        self.opened.append((path.name, path.read_bytes(), stat.S_IMODE(path.stat().st_mode)))


@pytest.fixture
def opener(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "passing_folder", lambda: tmp_path / "run")
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def card(tmp_path):
    path = tmp_path / "carte.png"
    path.write_bytes(b"\x89PNG" * 700)
    return path


@pytest.fixture
def field(desk, qtbot):
    desk.number = desk.make(Contact(given_name="Odile"))
    screen = ContactsScreen(desk.context)
    qtbot.addWidget(screen)
    desk.show(screen)
    screen.open_entry(desk.number)
    desk.settle()
    found = screen.pane.form.field("attachments")
    found.screen = screen
    return found


def held(desk):
    return [one.name for one in desk.entry(desk.number).attachments]


def test_a_file_dropped_on_the_field_is_kept_and_told(field, desk, card):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(card)), QUrl("https://a.example/x")])
    none = Qt.KeyboardModifier.NoModifier
    field.dropEvent(QDropEvent(QPointF(3, 3), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none))
    desk.settle()
    assert held(desk) == ["carte.png"]
    [chip] = field.chips
    assert (chip.text(), chip.accessibleName()) == ("carte.png", "carte.png, 3 kB")
    assert desk.told == ["1 file(s) attached"]  # English without its plurals here


def test_it_is_opened_from_a_copy_that_goes_again(field, desk, card, opener):
    field.attach([card])
    desk.settle()
    field.chips[0].setFocus()
    QTest.keyClick(field.chips[0], Qt.Key.Key_Return)
    desk.settle()
    assert opener.opened == [("carte.png", card.read_bytes(), 0o400)]
    assert list(paths.passing_folder().rglob("*.png"))
    opened_files.forget_copies()
    assert not list(paths.passing_folder().iterdir())


def test_a_program_is_not_run(field, desk, tmp_path, opener):
    script = tmp_path / "facture.pdf.EXE"
    script.write_bytes(b"MZ")
    field.attach([script])
    desk.settle()
    field.chips[0].click()
    desk.settle()
    assert opener.opened == [] and "program" in desk.told[-1]


def test_delete_takes_it_away_and_the_focus_stays(field, desk, card):
    field.attach([card])
    desk.settle()
    field.chips[0].setFocus()
    QTest.keyClick(field.chips[0], Qt.Key.Key_Delete)
    desk.settle()
    assert held(desk) == [] and field.chips == []
    assert field.add.hasFocus()
    assert desk.told[-1] == "carte.png was taken away"


def test_another_entry_shows_its_own(field, desk, card):
    field.attach([card])
    desk.settle()
    other = desk.make(Contact(given_name="Anne"))
    field.screen.open_entry(other)
    desk.settle()
    assert field.chips == []


def test_a_new_entry_is_asked_for_its_name_first(field, desk, card):
    field.screen.new_entry()
    desk.settle()
    field.attach([card])
    desk.settle()
    assert "name first" in desk.told[-1]


def test_copies_of_a_program_that_was_killed_go_at_the_next_start(opener, tmp_path):
    left = paths.passing_folder() / "opened-999999999-x"
    left.mkdir(parents=True)
    (left / "carte.png").write_bytes(b"x")
    (left / "carte.png").chmod(0o400)
    opened_files.forget_copies()
    assert not left.exists()


def test_what_a_menu_offers(field, desk, card, qtbot):
    field.attach([card])
    desk.settle()
    menu = field.open_menu(field.value()[0], field.mapToGlobal(field.rect().center()))
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    menu.close()
    assert texts == ["Open", "Save a copy…", "Take away"]
