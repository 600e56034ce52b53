"""French and English: our own translation file, Qt's own, and the locale by which dates and numbers are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from journal.system import resources, words

COUNTRY = {"fr": QLocale.Country.France, "en": QLocale.Country.UnitedKingdom}
LANGUAGE = {"fr": QLocale.Language.French, "en": QLocale.Language.English}


def locale_of(language: str) -> QLocale:
    """The system's own locale where it speaks that language (en_US keeps its dates), else that of France or Britain."""
    system = QLocale.system()
    if system.language() == LANGUAGE[language]:
        return system
    return QLocale(LANGUAGE[language], COUNTRY[language])


class Translations(QObject):
    """Keeps the translators installed in the application; one object for the life of the program."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> QLocale:
        """Speaks "fr" or "en" from now on ("": the system's) and returns the locale that goes with it.

        What is on screen already keeps its words: the window makes its pages anew.
        """
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        words.use(language or None)
        language = words.language()
        # English needs a file too: its plurals are in it.
        self._install(f"journal_{language}", str(resources.path("translations")))
        self._install(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        locale = locale_of(language)
        QLocale.setDefault(locale)
        return locale

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)
