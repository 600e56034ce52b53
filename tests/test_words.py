"""Every sentence the code says is there, in both languages, with what is filled into it."""

from __future__ import annotations

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORDS = {lang: json.loads((ROOT / f"resources/words/{lang}.json").read_text("utf-8")) for lang in ("fr", "en")}
ERRORS = {
    *("UserFacingError", "InvalidEntry", "NotFound", "UnreadableFile", "WrongUsage", "JournalLocked", "JournalRefused")
}
SOURCES = sorted((ROOT / "journal").rglob("*.py"))


def sentences(entry: object) -> list[str]:
    return list(entry.values()) if isinstance(entry, dict) else [str(entry)]


def placeholders(entry: object) -> set[str]:
    return {name for text in sentences(entry) for _, name, _, _ in string.Formatter().parse(text) if name}


def texts(node: ast.AST | None, names: dict[str, set[str]]) -> set[str]:
    """The texts an argument can be: itself, either side of a condition, or what a variable is given in the file."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    if isinstance(node, ast.IfExp):
        return texts(node.body, names) | texts(node.orelse, names)
    if isinstance(node, ast.Name):
        return names.get(node.id, set())
    if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
        return {f"{node.values[0].value}*"}
    return set()


def calls(path: Path) -> Iterator[tuple[str, ast.Call, dict[str, set[str]]]]:
    tree = ast.parse(path.read_text("utf-8"))
    names: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            names.setdefault(node.targets[0].id, set()).update(texts(node.value, {}))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            func = node.func
            yield func.id if isinstance(func, ast.Name) else getattr(func, "attr", ""), node, names


def wanted() -> Iterator[tuple[str, set[str] | None, str]]:
    """(key, what is filled in or None where that cannot be seen, where)."""
    for path in SOURCES:
        for name, call, names in calls(path):
            where = f"{path.relative_to(ROOT)}:{call.lineno}"
            given: set[str] | None = {k.arg for k in call.keywords if k.arg}
            if any(k.arg is None for k in call.keywords):
                given = None
            first = call.args[0] if call.args else None
            if name == "say" and len(call.args) == 1:  # the window has others, of two arguments
                for key in texts(first, {}):
                    if "." in key or "ui" not in path.parts:  # a screen may have a `say` of its own
                        yield key, given, where
            elif name in ERRORS:
                for code in texts(first, names):
                    positional = {"field"} if name == "InvalidEntry" else set()
                    if isinstance(first, ast.Name):
                        given = None  # several codes go through here
                    yield f"error.{code}", None if given is None else given | positional, where
            elif name == "Rejected":
                reason = call.args[1] if len(call.args) > 1 else None
                for key in texts(reason or next((k.value for k in call.keywords if k.arg == "reason"), None), names):
                    yield f"rejected.{key}", None, where
            elif name == "Problem" and path.name == "checking.py":
                for code in texts(first, {}):
                    yield f"check.{code}", None, where


ALL_WANTED = sorted(
    {(key, None if given is None else frozenset(given), where) for key, given, where in wanted()}, key=str
)


def test_the_scan_sees_the_code():
    keys = {key for key, _, _ in ALL_WANTED}
    assert len(keys) > 120
    assert {"error.no_such_entry", "error.not_a_date", "list.empty", "kind.*", "check.points_nowhere"} <= keys


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sentence_said_is_there(language):
    known = WORDS[language]
    missing = [
        f"{key} ({where})"
        for key, _, where in ALL_WANTED
        if (not any(k.startswith(key[:-1]) for k in known) if key.endswith("*") else key not in known)
    ]
    assert missing == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_sentence_asks_for_is_given(language):
    wrong = [
        f"{key} ({where}): {sorted(placeholders(WORDS[language][key]) - given)}"
        for key, given, where in ALL_WANTED
        if given is not None and key in WORDS[language] and placeholders(WORDS[language][key]) - given
    ]
    assert wrong == []


def test_both_languages_say_the_same_things():
    french, english = WORDS["fr"], WORDS["en"]
    assert sorted(french.keys() ^ english.keys()) == []
    for key in english:
        assert placeholders(french[key]) == placeholders(english[key]), key
        assert isinstance(french[key], dict) == isinstance(english[key], dict), key
        for entry in (french[key], english[key]):
            assert all(text.strip() for text in sentences(entry)), key
            if isinstance(entry, dict):
                assert set(entry) == {"one", "many"}, key


def test_counted_rows_of_a_check_have_words():
    from journal.store import checking

    for code in checking._COUNTED:
        assert f"check.{code}" in WORDS["en"]


def test_every_fixed_word_has_one_on_screen():
    from journal.domain import event, learning, network
    from journal.domain.entry import KINDS, editable_fields
    from journal.domain.kinds import CLASS_OF

    keys = {f"kind.{kind}" for kind in KINDS} | {f"kinds.{kind}" for kind in KINDS}
    keys |= {f"event.type.{v}" for v in event.TYPES} | {f"event.status.{v}" for v in event.STATUSES}
    keys |= {f"event.help.{v}" for v in event.HELP} | {f"learning.type.{v}" for v in learning.TYPES}
    keys |= {f"learning.state.{v}" for v in (*learning.STATES, *learning.QUESTION_STATES)}
    keys |= {f"network.type.{v}" for v in network.TYPES} | {f"person.role.{v}" for v in learning.PERSON_ROLES}
    keys |= {
        f"field.{name}" for kind in KINDS for name in (*editable_fields(CLASS_OF[kind]), *CLASS_OF[kind].json_keys)
    }
    assert sorted(keys - {"field.kind"} - WORDS["en"].keys()) == []


def test_the_catalogue_is_kept_in_order():
    for language in WORDS:
        text = (ROOT / f"resources/words/{language}.json").read_text("utf-8")
        assert text.rstrip("\n") == json.dumps(WORDS[language], ensure_ascii=False, indent=1, sort_keys=True)
