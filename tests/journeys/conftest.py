"""The stories have the window of tests/ui/window, and our theme."""

from tests.ui.window.conftest import desk, make_window

__all__ = ["desk", "make_window"]
