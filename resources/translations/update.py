"""What the window says, gathered from journal/ui into the .ts files beside this one, and these compiled to .qm.

python resources/translations/update.py       then fill in what is marked unfinished, and run it again

lupdate alone misses part of it: it knows `QCoreApplication.translate` under no other name, and its plurals not at all
(it takes their count for an encoding). So the strings are read from the syntax tree, and lupdate is given their list.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
SCREENS = HERE.parents[1] / "journal" / "ui"
LANGUAGES = ("fr", "en")


class Said(NamedTuple):
    """One call of tr() or translate(). `wrong`: why it cannot be translated as it is written, "" where it can."""

    where: str
    context: str
    source: str
    comment: str
    plural: bool
    wrong: str


def _literal(node: ast.expr | None) -> str | None:
    if node is None:
        return ""
    if isinstance(node, ast.Constant) and (isinstance(node.value, str) or node.value is None):
        return node.value or ""
    return None


def _calls(node: ast.AST, owner: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Every call below `node`, with the name of the class it is written in: its context for tr()."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _is_translate(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "translate" and "Application" in ast.unparse(node.value)


def _argument(call: ast.Call, index: int, name: str) -> ast.expr | None:
    if index < len(call.args):
        return call.args[index]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def said_in(text: str, name: str = "") -> list[Said]:
    """Everything that one module translates; `name` tells the module in `where`."""
    tree = ast.parse(text)
    aliases = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_translate(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = []
    for owner, call in _calls(tree):
        function = call.func
        if _is_translate(function) or (isinstance(function, ast.Name) and function.id in aliases):
            first, context = 1, _literal(_argument(call, 0, "context"))
        elif isinstance(function, ast.Attribute) and function.attr == "tr":
            first, context = 0, owner
        else:
            continue
        source = _literal(_argument(call, first, "key" if first else "sourceText"))
        comment = _literal(_argument(call, first + 1, "disambiguation"))
        plural = _argument(call, first + 2, "n") is not None
        wrong = ""
        if not source or not context or comment is None:
            wrong = "not a plain string"
        elif plural and not first:
            wrong = "tr() with a count stays untranslated in a subclass: QCoreApplication.translate"
        elif "%n" in source and not plural:
            wrong = "%n needs its count"
        where = f"{name}:{call.lineno}"
        found.append(Said(where, context or "", source or "", comment or "", plural, wrong))
    return found


def said() -> list[Said]:
    """Everything that the window translates, in the order of its files."""
    return [
        one
        for path in sorted(SCREENS.rglob("*.py"))
        for one in said_in(path.read_text(encoding="utf-8"), path.relative_to(SCREENS).as_posix())
    ]


def tool(name: str) -> list[str]:
    """The command for PySide6's own lupdate or lrelease."""
    code = f"import sys; from PySide6.scripts.pyside_tool import {name}; sys.argv[0] = {name!r}; sys.exit({name}())"
    return [sys.executable, "-c", code]


def gather(folder: Path = HERE) -> None:
    """Brings the .ts files of `folder` up to date: new strings unfinished, those no longer said gone."""
    contexts: dict[str, list[str]] = defaultdict(list)
    for one in said():
        if not one.wrong:
            arguments = [json.dumps(text, ensure_ascii=False) for text in (one.source, one.comment)]
            contexts[one.context].append(f"self.tr({', '.join(arguments + ['n'] * one.plural)})")
    listed = "".join(
        f"class {context}:\n    def said(self, n):\n" + "".join(f"        {call}\n" for call in sorted(set(calls)))
        for context, calls in sorted(contexts.items())
    )
    with tempfile.TemporaryDirectory() as scratch:
        list_file = Path(scratch) / "said.py"
        list_file.write_text(listed, encoding="utf-8")
        for language in LANGUAGES:
            target = {"fr": "fr_FR", "en": "en_GB"}[language]
            wanted = ["-source-language", "en_GB", "-target-language", target, "-locations", "none", "-no-obsolete"]
            # The English of a string that is no plural is the string itself: only its plurals are listed.
            wanted += ["-pluralonly"] if language == "en" else []
            ts = folder / f"journal_{language}.ts"
            subprocess.run([*tool("lupdate"), "-silent", *wanted, list_file, "-ts", ts], check=True)


def release(folder: Path = HERE) -> None:
    """Compiles the .ts files of `folder` to the .qm files that the window loads."""
    for language in LANGUAGES:
        names = [str(folder / f"journal_{language}.{ending}") for ending in ("ts", "qm")]
        subprocess.run([*tool("lrelease"), "-silent", "-nounfinished", names[0], "-qm", names[1]], check=True)


if __name__ == "__main__":
    untranslatable = [one for one in said() if one.wrong]
    for one in untranslatable:
        print(f"journal/ui/{one.where}: {one.wrong}: {one.source}")
    gather()
    release()
    sys.exit(bool(untranslatable))
