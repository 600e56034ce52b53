"""The one signal by which the screens learn that entries are different now. No screen refreshes another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changed(QObject):
    """`changed(Changes)`: emitted on the UI thread after each successful write, the touched entries in it.

    A screen asks `changes.kinds` or `changes.touches(kind, id)` whether it is concerned, and reads again what it shows.
    """

    changed = Signal(object)
