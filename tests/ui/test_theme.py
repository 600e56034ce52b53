import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QPushButton

from journal.system import resources
from journal.ui import icons
from journal.ui.theme import DARK, LIGHT, TYPE_SCALE, colours, font
from journal.ui.widgets.headings import PageTitle
from journal.ui.widgets.text_fields import TitleField


def luminance(colour):
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("c", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(c):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text, 1.4.11: 3 to 1 for what must be seen to be used."""
    for ground in (c.window, c.surface, c.card, c.hover, c.raised):
        for ink in (c.text, c.quiet, c.accent_ink, c.warn, c.good):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
        assert contrast(c.edge, ground) >= 2.7
    for ink, ground in (
        (c.accent_text, c.accent),
        (c.accent_text, c.accent_hover),
        (c.accent_ink, c.accent_soft),
        (c.text, c.accent_soft),
        (c.warn, c.warn_soft),
        (c.good, c.good_soft),
        (c.window, c.text),
    ):
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(c.edge, c.surface) >= 3


def test_both_themes_name_the_same_colours():
    for name in LIGHT._fields:
        if name != "dark":
            assert LIGHT.color(name).isValid() and DARK.color(name).isValid()
    with pytest.raises(KeyError):
        LIGHT.color("no such colour")


def test_dark_and_light_reach_what_is_on_screen(theme, qtbot):
    title = PageTitle("Today")
    qtbot.addWidget(title)
    title.show()
    heard = []
    theme.changed.connect(lambda: heard.append(theme.dark))
    theme.set_mode("dark")
    assert colours() is DARK and title.palette().windowText().color() == QColor(DARK.text)
    theme.set_mode("dark")
    theme.set_mode("light")
    assert heard == [True, False]
    assert title.palette().windowText().color() == QColor(LIGHT.text)


def test_the_system_is_followed(theme, monkeypatch):
    theme.set_mode("system")
    scheme = QApplication.styleHints()
    monkeypatch.setattr(type(scheme), "colorScheme", lambda _self: Qt.ColorScheme.Dark)
    scheme.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colours() is DARK


def test_text_grows_everywhere(theme, qtbot):
    title, field = PageTitle("Today"), TitleField("Title")
    for widget in (title, field):
        qtbot.addWidget(widget)
        widget.show()
    before = [title.font().pointSizeF(), field.line.font().pointSizeF(), font("small").pointSizeF()]
    theme.set_text_scale(2.0)
    after = [title.font().pointSizeF(), field.line.font().pointSizeF(), font("small").pointSizeF()]
    theme.set_text_scale(1.0)
    assert after == pytest.approx([2 * size for size in before])
    assert all(font(style).pointSizeF() > 0 for style in TYPE_SCALE)


def test_the_typeface_is_ours_with_the_systems_behind_it():
    assert QApplication.font().families()[0] == "Inter"


def test_no_size_of_text_is_in_pixels(qapp):
    assert not re.search(r"font(-size)?:\s*\d+px", qapp.styleSheet())


def picture_colours(icon, mode=QIcon.Mode.Normal, size=32):
    picture = icon.pixmap(QSize(size, size), 1.0, mode).toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }


def test_icons_take_the_colours_of_the_theme(theme):
    users = icons.icon("users")
    assert picture_colours(users) == {LIGHT.text}
    assert picture_colours(users, QIcon.Mode.Disabled) == {LIGHT.faint}
    assert picture_colours(users, QIcon.Mode.Selected) == {LIGHT.accent_text}
    assert picture_colours(icons.icon("users", "accent_ink")) == {LIGHT.accent_ink}
    theme.set_mode("dark")
    assert picture_colours(users) == {DARK.text}


def test_icons_are_crisp_on_a_fine_screen():
    picture = icons.icon("users").pixmap(QSize(20, 20), 2.0)
    assert picture.size() == QSize(40, 40) and picture.devicePixelRatio() == 2.0


@pytest.mark.parametrize("name", sorted(p.stem for p in resources.path("icons").glob("*.svg")))
def test_every_icon_can_be_drawn(name):
    assert not icons.icon(name).pixmap(24, 24).isNull()
    assert icons.icon(name).pixmap(24, 24).toImage().pixelColor(12, 12) is not None


def test_an_icon_there_is_not():
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
    assert not icons.app_icon().pixmap(64, 64).isNull()


def test_icons_outlive_their_buttons(settled):
    for _ in range(50):
        button = QPushButton(icons.icon("sun"), "x")
        button.grab()
        button.deleteLater()
    settled()
    assert picture_colours(icons.icon("sun")) == {LIGHT.text}
