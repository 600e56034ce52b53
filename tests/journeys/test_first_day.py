"""Her first day, by keyboard alone, and the next morning."""

from PySide6.QtCore import Qt

from journal.actions import reading, search
from journal.domain.lines import Wanted

Key = Qt.Key


def lines(desk, kind, **wanted):
    return [line.title for line in desk.do(lambda j: reading.page(j, kind=kind, wanted=Wanted(**wanted)))]


def test_first_day_and_next_morning(make_window):
    desk = make_window(new=True)
    desk.type("Camille")
    desk.page.start.setFocus()
    desk.press(Key.Key_Return) if desk.page.start.autoDefault() else desk.press(Key.Key_Space)
    assert desk.window.page == "today"

    # A person, a coffee with her in one line, and what was learned.
    desk.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert desk.window.page == "contacts"
    desk.type("Nadia Belkacem")
    desk.press_ctrl(Key.Key_N)
    desk.type("Coffee yesterday with @Nadia Belkacem #mentoring")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    desk.type("Minutes in half an hour")
    desk.press_ctrl(Key.Key_1)
    assert lines(desk, "contact") == ["Nadia Belkacem"]
    [coffee] = lines(desk, "event")
    assert lines(desk, "learning") == ["Minutes in half an hour"]

    # A slip, taken back.
    desk.press_ctrl(Key.Key_2)
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Delete)
    assert lines(desk, "contact") == []
    desk.press_ctrl(Key.Key_Z)
    assert lines(desk, "contact") == ["Nadia Belkacem"]
    desk.close()

    # The next morning everything is there, is found, and can still be taken back.
    desk.clock.pass_time(days=1)
    desk = make_window()
    assert desk.window.page == "today"
    desk.press_ctrl(Key.Key_K)
    desk.type("nadi")
    desk.settle()
    assert {hit.title for hit in desk.window.searching.palette.hits()} >= {"Nadia Belkacem"}
    desk.press(Key.Key_Escape)  # empties the search box...
    desk.press(Key.Key_Escape)  # ... and leaves it
    desk.press_ctrl(Key.Key_Z)
    assert lines(desk, "learning") == []
    desk.press_ctrl(Key.Key_Y)
    assert lines(desk, "learning") == ["Minutes in half an hour"]
    assert coffee in [hit.title for hit in desk.do(lambda j: search.search(j, words="belkacem"))]
