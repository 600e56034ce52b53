"""Spares half of the time that PySide takes to load, by leaving for later what a first paint never asks for.

Each start, PySide compiles from source the modules that know the signatures of all its functions (they lie in a zip
inside its library, without byte code). They are needed only for the text of a TypeError or for `inspect.signature`.
And each module that is imported later is read as text, for the word "PySide6", to know where the `__feature__` switches
may apply (`shibokensupport.feature`). Nothing here uses those switches, and SQLAlchemy alone has 270 modules.

Where another PySide keeps these things elsewhere, everything loads as it would have.
"""

from __future__ import annotations

import builtins
import sys
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

_SUPPORT = "shibokensupport/signature/"
_LATER = ("mapping", "errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")

# Stands in for such a module until something asks it for a name.
_STAND_IN = """
from {here} import load_now

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    load_now({file!r})
    return globals()[name]
"""
# PySide's own code takes this one from the dictionary of its module, which knows no `__getattr__`.
_MAPPING = """
def update_mapping(*given):
    load_now({file!r})
    return globals()["update_mapping"](*given)
"""
_loading = threading.RLock()
_left: dict[str, tuple[bytes, Callable[..., Any]]] = {}  # by file: its source, and what compiles it


def import_quickly() -> None:
    """Call before any module of PySide is imported."""
    if "PySide6" not in sys.modules:
        compile_now = builtins.compile
        builtins.compile = _compiling_later(compile_now)
        try:
            import PySide6.QtCore  # noqa: F401
        finally:
            builtins.compile = compile_now
    try:
        from shibokensupport import feature  # type: ignore[import-not-found]  # comes inside PySide
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _may_use_qt


def load_the_rest() -> None:
    """What was left for later, when there is time: no error should have to wait for it."""
    for file in list(_left):
        load_now(file)


def load_now(file: str) -> None:
    with _loading:
        if file in _left:
            source, compile_now = _left.pop(file)
            module = vars(sys.modules[file.removesuffix(".py").replace("/", ".")])
            exec(compile_now(source, file, "exec"), module)
            del module["__getattr__"], module["load_now"]


def _compiling_later(compile_now: Callable[..., Any]) -> Callable[..., Any]:
    files = {f"{_SUPPORT}{name}.py" for name in _LATER}

    def compile_(source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        if mode == "exec" and filename in files:
            _left[filename] = (source, compile_now)
            stand_in = _STAND_IN + (_MAPPING if filename.endswith("/mapping.py") else "")
            source = stand_in.format(here=__name__, file=filename)
        return compile_now(source, filename, mode, *more, **named)

    return compile_


def _may_use_qt(module: ModuleType) -> bool:
    return module.__name__.startswith(("journal", "__main__"))
