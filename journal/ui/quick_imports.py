"""Spares a third of the start: PySide's search through the source text of every module imported after it.

Once loaded, PySide reads the source of each newly imported module for the word "PySide6", to know where its
`__feature__` switches may apply (`shibokensupport.feature`). Nothing here uses those switches, and SQLAlchemy alone has
270 modules. The answer is given without reading. Where a later PySide has no such function, nothing happens.
"""

from __future__ import annotations

from types import ModuleType


def spare_the_search() -> None:
    """Call before the other modules of this room are imported."""
    import PySide6.QtCore  # noqa: F401  # sets the search up

    try:
        from shibokensupport import feature  # type: ignore[import-not-found]  # comes inside PySide
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _may_use_qt


def _may_use_qt(module: ModuleType) -> bool:
    return module.__name__.startswith(("journal", "__main__"))
