"""What the journal is protected against: the same points in both languages, on a page that Settings leads to."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from journal.system import resources
from journal.ui.dialogs.protection import sections


def test_both_languages_say_the_same_points():
    french, english = (list(sections(resources.text("protection", f"{code}.md"))) for code in ("fr", "en"))
    assert [len(points) for _, points in french] == [len(points) for _, points in english]
    assert sum(len(points) for _, points in english) > 20
    assert all(heading and all(points) for heading, points in french + english)


@pytest.mark.parametrize(("language", "word"), [("fr", "administrateurs"), ("en", "administrators")])
def test_settings_lead_there(make_window, language, word):
    from journal.system import words

    words.use(language)
    desk = make_window(language=language)
    desk.window.open_page("settings")
    desk.settle()
    title = {"fr": "Ce que protège le journal", "en": "What protects your journal"}[language]
    [button] = [one for one in desk.page.findChildren(QAbstractButton) if one.text() == title]
    button.click()
    desk.settle()
    assert desk.window.page == "protection"
    said = " ".join(label.text() for label in desk.page.findChildren(type(desk.page.title)))
    assert word in (said + " ".join(one.text() for one in desk.page.findChildren(label_class()))).lower()


def label_class():
    from PySide6.QtWidgets import QLabel

    return QLabel
