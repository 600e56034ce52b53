"""Everything the window says exists in French and in English, compiled, with the same placeholders.

The command to run when one of these fails: python resources/translations/update.py (see there).
"""

import importlib.util
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from journal.system import words
from journal.ui.translations import Translations

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "translations"
PLACEHOLDERS = re.compile(r"\{\w*\}|%\d|%n")
# In French these stand after a space that a line never breaks at.
LOOSE_PUNCTUATION = re.compile(r"(?<!\u202f)[!?;»]|(?<!\u202f)(?<!\d)(?<!https):|«(?!\u202f)")


def _module():
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


update = _module()


class Message(NamedTuple):
    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    plural: bool
    finished: bool

    @property
    def key(self):
        return self.context, self.source, self.comment


def messages_of(language: str, folder: Path = FOLDER) -> list[Message]:
    found = []
    for context in ElementTree.parse(folder / f"journal_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            forms = (
                [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
            )
            found.append(
                Message(
                    context.findtext("name"),
                    message.findtext("source"),
                    message.findtext("comment") or "",
                    tuple(forms),
                    plural,
                    "type" not in translation.attrib,
                )
            )
    return found


FRENCH, ENGLISH = messages_of("fr"), messages_of("en")


@pytest.fixture
def speaking(qapp):
    """Use a language for one test, and none afterwards."""
    translations = Translations(qapp)
    yield translations.use
    for translator in translations._installed:
        qapp.removeTranslator(translator)
    words.use(None)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def test_every_string_of_the_code_can_be_translated_as_it_is_written():
    assert [one for one in update.said() if one.wrong] == []


@pytest.mark.parametrize(
    "code",
    [
        'self.tr(f"Hello {name}")',
        'self.tr("Hello " + name)',
        "self.tr(text)",
        'self.tr("%n day(s)", None, days)',
        'self.tr("%n day(s)")',
        'QCoreApplication.translate(context, "Hello")',
        'QCoreApplication.translate("Screen", "%n day(s)")',
        'say = QCoreApplication.translate\n        say("Screen", f"{name}")',
    ],
)
def test_what_cannot_be_translated_is_seen(code):
    (one,) = update.said_in(f"class Screen:\n    def show(self):\n        {code}\n")
    assert one.wrong


def test_a_plural_with_any_expression_is_found_under_another_name_too():
    code = 'say = QCoreApplication.translate\nsay("Screen", "%n day(s)", None, len(self.days))\n'
    (one,) = update.said_in(code)
    assert (one.context, one.source, one.plural, one.wrong) == ("Screen", "%n day(s)", True, "")


def test_the_files_hold_what_the_code_says_and_nothing_else():
    said = {(one.context, one.source, one.comment) for one in update.said()}
    plurals = {(one.context, one.source, one.comment) for one in update.said() if one.plural}
    assert {message.key for message in FRENCH} == said
    assert {message.key for message in ENGLISH} == plurals


def test_gathering_again_changes_nothing(tmp_path):
    for path in FOLDER.glob("*.ts"):
        shutil.copy(path, tmp_path)
    try:
        update.gather(tmp_path)
    except (FileNotFoundError, subprocess.CalledProcessError) as failure:
        pytest.skip(f"lupdate of PySide6 does not run here: {failure}")
    for language in update.LANGUAGES:
        assert sorted(messages_of(language, tmp_path)) == sorted(messages_of(language))


def _wrong_in(message: Message) -> Iterator[str]:
    if not message.finished:
        yield "unfinished"
    if len(message.forms) != (2 if message.plural else 1):
        yield "a form is missing"
    for form in message.forms:
        if not form.strip():
            yield "empty"
        elif Counter(PLACEHOLDERS.findall(form)) != Counter(PLACEHOLDERS.findall(message.source)):
            yield "other placeholders"
        elif (form[0].isspace(), form[-1].isspace()) != (message.source[0].isspace(), message.source[-1].isspace()):
            yield "other spaces around it"
        elif form.endswith("…") != message.source.endswith("…"):
            yield "only one of them ends in …"
        elif message.plural and "(s)" in form:
            yield "a plural in brackets"


@pytest.mark.parametrize("messages", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_each_message_is_finished(messages):
    assert [(message.key, wrong) for message in messages for wrong in _wrong_in(message)] == []


@pytest.mark.parametrize(
    ("source", "forms", "finished"),
    [
        ("Hello", ("Bonjour",), False),
        ("Hello", ("",), True),
        ("Hello {name}", ("Bonjour {nom}",), True),
        ("%n day(s)", ("%n jour",), True),
        ("%n day(s)", ("%n jour(s)", "%n jour(s)"), True),
        ("Open…", ("Ouvrir",), True),
    ],
)
def test_a_message_that_is_not_finished_is_seen(source, forms, finished):
    assert list(_wrong_in(Message("Screen", source, "", forms, "%n" in source, finished)))


def test_french_punctuation_stands_after_a_space_that_does_not_break():
    loose = {form for message in FRENCH for form in message.forms if LOOSE_PUNCTUATION.search(form)}
    assert loose == set()


def test_french_apostrophes_are_those_of_the_catalogue():
    assert not [form for message in FRENCH for form in message.forms if "’" in form]


def test_a_longer_french_sentence_is_not_its_english():
    """One word may be the same in both ("Contacts"); a sentence may not."""
    same = [message.source for message in FRENCH if message.source in message.forms and " " in message.source]
    assert [text for text in same if len(PLACEHOLDERS.sub("", text).split()) > 1 and "(F10)" not in text] == []


def test_one_english_word_has_one_french_one_unless_said_so():
    """The same button is called the same everywhere; exceptions agree with a noun, or are short for want of room."""
    allowed = {"All", "Done", "New learning"}
    french: dict[str, set[tuple[str, ...]]] = {}
    for message in FRENCH:
        french.setdefault(message.source, set()).add(message.forms)
    assert {source for source, ways in french.items() if len(ways) > 1} <= allowed


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_compiled_file_is_that_of_the_text(language, tmp_path):
    for path in FOLDER.glob("*.ts"):
        shutil.copy(path, tmp_path)
    try:
        update.release(tmp_path)
    except (FileNotFoundError, subprocess.CalledProcessError) as failure:
        pytest.skip(f"lrelease of PySide6 does not run here: {failure}")
    name = f"journal_{language}.qm"
    assert (FOLDER / name).read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize(("language", "messages"), [("fr", FRENCH), ("en", ENGLISH)])
def test_the_window_says_it(language, messages, speaking):
    speaking(language)
    say = QCoreApplication.translate
    for message in messages:
        if not message.plural:
            assert say(message.context, message.source, message.comment or None) == message.forms[0]
            continue
        for count in (0, 1, 2, 1000):
            form = message.forms[0 if count == 1 or (count == 0 and language == "fr") else 1]
            spoken = say(message.context, message.source, message.comment or None, count)
            assert spoken == form.replace("%n", str(count))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_qt_speaks_it_too(language, speaking):
    """Qt's own buttons and menus (Cancel, Copy, Select all): found where PySide6 keeps them."""
    if language == "fr":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        assert QTranslator().load("qtbase_fr", folder), f"qtbase_fr.qm is not in {folder}"
    speaking(language)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == {"fr": "Annuler", "en": "Cancel"}[language]


def test_no_sentence_of_the_catalogue_is_still_english():
    """Its keys and placeholders are compared in test_words.py."""
    french, english = words.catalogue("fr"), words.catalogue("en")
    same = {str(sentence) for key, sentence in french.items() if sentence == english.get(key)}
    assert [text for text in same if len(re.findall(r"\w{2,}", PLACEHOLDERS.sub("", text))) > 2] == []
