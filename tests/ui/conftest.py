"""What holds for every test of the window: our theme, English, and nothing left behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from journal.ui.theme import STYLE, Theme


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt makes the QApplication with: as the program does."""
    return ["tests", "-style", STYLE]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    made = Theme(mode="light")
    made.apply(qapp)
    return made


@pytest.fixture(autouse=True)
def english(theme: Theme) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)
    if theme.mode != "light":
        theme.set_mode("light")


@pytest.fixture
def french(english: None) -> None:
    QLocale.setDefault(QLocale("fr_FR"))


@pytest.fixture
def settled(qapp: QApplication):
    """Runs what is queued, deletions too."""

    def settle() -> None:
        for _ in range(3):
            qapp.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    return settle
