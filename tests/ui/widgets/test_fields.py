from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget

from journal.domain.entry import About, LabelledValue, Membership, Person
from journal.ui.widgets import fields as f
from journal.ui.widgets.chips import Chip
from journal.ui.widgets.date_fields import CalendarPopup

TODAY = date(2026, 11, 23)


def today():
    return TODAY


@pytest.fixture
def shown(qtbot):
    """Puts a field into a window that has the keyboard, beside another place to go to."""

    def show(field):
        window = QWidget()
        box = QVBoxLayout(window)
        box.addWidget(field)
        window.elsewhere = QLineEdit(window)
        box.addWidget(window.elsewhere)
        qtbot.addWidget(window)
        window.resize(600, 200)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        field.home = window  # kept alive as long as the field
        field.said = []
        field.edited.connect(lambda: field.said.append(field.value()))
        field.opened = []
        field.request_open.connect(field.opened.append)
        return field

    return show


SAMPLES = [
    (lambda: f.LineField("Place"), "Lyon", ""),
    (lambda: f.TitleField("Title"), "Coffee with Zoé", ""),
    (lambda: f.TextField("Notes"), "One\n\ntwo  ", ""),
    (lambda: f.MarkdownField("Text"), "# One\n* two\n<b>x</b>", ""),
    (lambda: f.ChoiceField("Type", [("a", "A"), ("b", "B")]), "b", "a"),
    (lambda: f.CheckField("Favourite"), True, False),
    (lambda: f.NumberField("Hours"), 1.5, None),
    (lambda: f.NumberField("Count", whole=True), 12, None),
    (lambda: f.DateField("Day", today=today), date(2026, 5, 3), None),
    (lambda: f.PartialDateField("Birthday", today=today), "--05-03", ""),
    (lambda: f.MomentField("Start", today=today), datetime(2026, 5, 3, 14, 5), None),
    (lambda: f.ValuesField("E-mails"), (LabelledValue("a@b.fr", "work"), LabelledValue("c@d.fr")), ()),
    (lambda: f.TagsField("Tags"), ("Paris", "IA"), ()),
    (lambda: f.PeopleField("People"), (Person(1, "Zoé", "asked"), Person(0, "New")), ()),
    (lambda: f.MembershipsField("Networks"), (Membership("FFMAS", "treasurer"), Membership("IMA")), ()),
    (lambda: f.ReferenceField("Event"), 4, None),
    (lambda: f.AboutField("About"), About("contact", 4, "Zoé"), None),
    (lambda: f.RhythmField("Rhythm"), 30, None),
    (lambda: f.RhythmField("Rhythm"), 45, None),
]


@pytest.mark.parametrize(("make", "value", "empty"), SAMPLES)
def test_a_field_gives_back_what_it_was_given_and_says_nothing(make, value, empty, shown):
    field = shown(make())
    for one in (value, empty, value):
        field.set_value(one)
        assert field.value() == one
    assert field.said == []
    field.setFocus()
    assert field.is_being_edited()
    assert field.label in QApplication.focusWidget().accessibleName()
    field.set_problem("Something is wrong.")
    assert field.problem() == "Something is wrong."
    field.set_problem("")
    assert field.problem() == ""


@pytest.mark.parametrize("make", [lambda: f.LineField("Place"), lambda: f.TextField("Notes")])
def test_undo_is_the_fields_own_until_it_has_nothing_left(make, shown):
    field = shown(make())
    undone, redone = [], []
    for key, heard in ((QKeySequence.StandardKey.Undo, undone), (QKeySequence.StandardKey.Redo, redone)):
        QShortcut(QKeySequence(key), field.window(), lambda h=heard: h.append(1))
    field.set_value("Lyon")
    field.setFocus()
    editor = QApplication.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1] and field.value() == "Lyon"
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1, 1]
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Redo))
    assert redone == [] and field.value() == "Lyonx"
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Redo))
    assert redone == [1]


def test_a_text_grows_with_its_lines_and_then_scrolls(shown):
    field = shown(f.TextField("Notes"))
    heights = []
    for lines in (1, 3, 10, 200, 400):
        field.set_value("\n".join(["line"] * lines))
        QTest.qWait(5)
        heights.append(field.text.height())
    assert heights[0] < heights[1] < heights[2] < heights[3] == heights[4]


@pytest.mark.parametrize(("typed", "value"), [("1,5", 1.5), ("1.5", 1.5), ("2", 2), (" 12 ", 12), ("", None)])
def test_numbers_with_comma_or_point(typed, value, shown):
    field = shown(f.NumberField("Hours"))
    field.set_value(7)
    field.setFocus()
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    QTest.keyClicks(field.line, typed)
    assert field.value() == value


def test_a_number_that_is_none_keeps_the_last_one_and_says_so(shown):
    field = shown(f.NumberField("Hours", most=24))
    field.set_value(3)
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "many")
    field.window().elsewhere.setFocus()
    assert field.value() == 3 and field.problem() and field.line.text() == "many"
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "4")
    assert field.value() == 4 and not field.problem()


def test_dates_are_typed_in_french(french, shown):
    field = shown(f.DateField("Date", today=today))
    field.setFocus()
    QTest.keyClicks(field.line, "3 mai 2025")
    assert field.value() == date(2025, 5, 3)
    field.window().elsewhere.setFocus()
    assert field.line.text() == "3 mai 2025" and not field.problem()
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "4/6/25")
    field.window().elsewhere.setFocus()
    assert field.value() == date(2025, 6, 4) and field.line.text() == "4 juin 2025"


def test_a_date_not_understood_is_said_and_the_old_one_kept(shown):
    field = shown(f.DateField("Day", today=today))
    field.set_value(date(2026, 5, 3))
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "soon")
    assert not field.problem()
    field.window().elsewhere.setFocus()
    assert field.problem() and field.value() == date(2026, 5, 3)


def test_a_day_is_taken_from_the_calendar(shown, settled):
    field = shown(f.DateField("Day", today=today))
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    popup.chosen.emit(date(2026, 12, 24))
    popup.close()
    assert field.said == [date(2026, 12, 24)]
    settled()
    assert field.findChild(CalendarPopup) is None


def test_a_moment_takes_day_and_time(shown):
    field = shown(f.MomentField("Start", today=today))
    field.setFocus()
    QTest.keyClicks(field.line, "3/5/2026")
    assert field.value() == datetime(2026, 5, 3, 9, 0)
    field.time_line.setFocus()
    field.time_line.selectAll()
    QTest.keyClicks(field.time_line, "14h30")
    assert field.value() == datetime(2026, 5, 3, 14, 30)
    field.set_all_day(True)
    assert not field.time_line.isVisible()
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "4/5/2026 16:45")
    assert field.value().date() == date(2026, 5, 4)


def test_chips_are_added_with_enter_and_comma_and_removed_with_backspace(shown):
    field = shown(f.TagsField("Tags"))
    field.setFocus()
    QTest.keyClicks(field.line, "Paris")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    QTest.keyClicks(field.line, "#IA,paris,")
    assert field.value() == ("Paris", "IA")
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.value() == ("Paris",)
    QTest.keyClicks(field.line, "left")
    field.window().elsewhere.setFocus()
    assert field.value() == ("Paris", "left")


def test_a_chip_opens_and_goes_by_keyboard(shown, settled):
    field = shown(f.PeopleField("People"))
    field.set_value((Person(7, "Zoé"), Person(0, "New")))
    first, second = field.findChildren(Chip)
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert field.opened == [7]
    QTest.keyClick(first, Qt.Key.Key_Delete)
    settled()
    assert field.value() == (Person(0, "New"),)
    assert len(field.findChildren(Chip)) == 1


def test_people_are_taken_from_suggestions_that_come_later(shown, qtbot):
    field = shown(f.PeopleField("People"))
    field.setFocus()
    with qtbot.waitSignal(field.suggestions_wanted) as asked:
        QTest.keyClicks(field.line, "zo")
    assert asked.args == ["zo"]
    field.set_suggestions([(1, "Old answer")], "z")
    assert not field.suggestions.is_open()
    field.set_suggestions([(7, "Zoé Le Goff", "Lyon"), (8, "Zora")], "zo")
    assert field.suggestions.is_open()
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.value() == (Person(7, "Zoé Le Goff"),)
    assert field.line.text() == "" and not field.suggestions.is_open()


def test_completion_from_a_provider_and_a_name_nobody_knows(shown, qtbot):
    field = shown(
        f.TagsField("Tags", provider=lambda text: [w for w in ("Paris", "Pau") if w.lower().startswith(text)])
    )
    field.setFocus()
    QTest.keyClicks(field.line, "pa")
    qtbot.waitUntil(field.suggestions.is_open)
    popup = QApplication.activePopupWidget()
    assert popup.model().rowCount() == 2
    QTest.keyClicks(popup, "lma")  # typing goes on in the line while the popup is open
    QTest.keyClick(QApplication.activePopupWidget() or field.line, Qt.Key.Key_Return)
    assert field.value() == ("palma",)


def test_a_membership_is_typed_with_its_role(shown):
    field = shown(f.MembershipsField("Networks"))
    field.setFocus()
    QTest.keyClicks(field.line, "FFMAS, treasurer")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    QTest.keyClicks(field.line, "ffmas")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == (Membership("FFMAS", "treasurer"),)


def test_a_reference_asks_for_its_title_and_takes_only_suggestions(shown, qtbot):
    field = shown(f.ReferenceField("Event"))
    with qtbot.waitSignal(field.title_wanted) as wanted:
        field.set_value(4)
    assert wanted.args == [4]
    field.set_title(4, "Workshop")
    assert [chip.text() for chip in field.findChildren(Chip) if chip.isVisible()] == ["Workshop"]
    field.set_value(None)
    field.setFocus()
    QTest.keyClicks(field.line, "nothing known")
    field.window().elsewhere.setFocus()
    assert field.value() is None and field.said == []


def test_rows_of_values_are_added_opened_and_removed(shown, settled):
    field = shown(f.ValuesField("E-mails", labels=["work", "home"]))
    field.set_value((LabelledValue("a@b.fr", "work"),))
    row = field.rows()[0]
    row.value.setFocus()
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field.rows()[1].value
    assert field.said == []
    QTest.keyClicks(field.rows()[1].value, "c@d.fr")
    assert field.value() == (LabelledValue("a@b.fr", "work"), LabelledValue("c@d.fr"))
    row._open.click()
    assert field.opened == ["a@b.fr"]
    row._remove.click()
    settled()
    assert field.value() == (LabelledValue("c@d.fr"),)
    field.add_row()
    field.window().elsewhere.setFocus()
    assert len(field.rows()) == 1


def test_a_choice_goes_along_by_keyboard_and_menu(shown):
    field = shown(f.ChoiceField("Type", [("a", "Coffee"), ("b", "Call"), ("c", "Visit")]))
    field.set_value("a")
    field.setFocus()
    QTest.keyClick(field.button, Qt.Key.Key_Down)
    QTest.keyClick(field.button, Qt.Key.Key_V)
    QTest.keyClick(field.button, Qt.Key.Key_Down)
    assert field.said == ["b", "c"]
    QTest.mouseClick(field.button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert field.value() == "a" and field.button.accessibleName() == "Type: Coffee"


def test_a_value_no_option_has_is_kept_and_shown(shown):
    field = shown(f.ChoiceField("State", [("a", "A")]))
    field.set_value("of a newer version")
    assert field.value() == "of a newer version" and "newer" in field.button.text()


def test_another_rhythm_is_a_number_of_days(shown):
    field = shown(f.RhythmField("Rhythm"))
    field.set_value(45)
    assert field.days.isVisible() and field.value() == 45
    field.days.line.clear()
    QTest.keyClicks(field.days.line, "46")
    assert field.said[-1] == 46 and field.value() == 46
    field.set_value(None)
    assert not field.days.isVisible() and field.value() is None


def test_markdown_is_read_as_a_page_and_written_as_text(shown):
    field = shown(f.MarkdownField("Notes"))
    field.window().elsewhere.setFocus()
    QTest.qWait(5)
    field.set_value("**bold** [link](https://example.org) <script>x</script> ![p](file:///etc/passwd)")
    assert field.view.isVisible() and not field.text.isVisible()
    assert field.view.toPlainText().startswith("bold link <script>x</script>")
    field.view.anchorClicked.emit("https://example.org")
    assert field.opened == ["https://example.org"]
    QTest.mouseClick(field.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 8))
    assert field.is_writing() and QApplication.focusWidget() is field.text
    QTest.keyClicks(field.text, "x")
    assert field.said and field.said[-1].startswith("x**bold**")
    field.window().elsewhere.setFocus()
    QTest.qWait(20)
    assert field.view.isVisible() and not field.text.isVisible()
    assert field.view.toPlainText().startswith("xbold")


def test_a_page_loads_nothing(qtbot, tmp_path):
    picture = tmp_path / "p.png"
    picture.write_bytes(b"x")
    view = f.MarkdownView()
    qtbot.addWidget(view)
    view.show_markdown(f"![p]({picture.as_uri()})")
    assert view.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(picture.as_uri())) is None


def test_half_a_name_of_something_to_be_made_is_not_said(shown, qtbot):
    field = shown(f.LineField("Network"))
    field.suggest(whole=True)
    field.set_value("IMA")
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "FF")
    field.set_value("IMA")  # an echo meanwhile
    assert field.said == [] and field.value() == "FF"
    field.set_suggestions(["FFMAS"])
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.said == ["FFMAS"]
    QTest.keyClicks(field.line, "x")
    field.window().elsewhere.setFocus()
    assert field.said == ["FFMAS", "FFMASx"]


def test_a_long_title_is_set_in_up_to_three_lines(shown):
    field = shown(f.TitleField("Title"))
    field.set_value("Short")
    one = field.line.height()
    field.set_value("A title that goes on and on " * 4)
    assert one * 1.5 < field.line.height() < one * 3.2
    field.set_value("A title that goes on and on " * 40)
    assert field.line.height() < one * 3.2 and field.line.verticalScrollBar().maximum() > 0


def test_a_title_is_one_paragraph_and_enter_leaves_it(shown):
    field = shown(f.TitleField("Title"))
    field.setFocus()
    QApplication.clipboard().setText("One\ntwo\n\n three")
    field.line.paste()
    assert field.value() == "One two three"
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == "One two three" and not field.is_being_edited()
