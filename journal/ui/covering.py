"""Everything that may show a word of hers beside the page: dialogs, menus, lists that drop down, tips, previews."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

MOST = 50  # windows closed one after another; more is a window that will not go


def close_everything_but(window: QWidget) -> None:
    """Closes it all, also a modal dialog that waits for an answer: it gets "cancel"."""
    QToolTip.hideText()
    for _ in range(MOST):
        popup = QApplication.activePopupWidget()
        if popup is None or popup is window:
            break
        popup.close()
        popup.hide()
    for _ in range(MOST):
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is window:
            break
        _send_away(dialog)
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            _send_away(widget)


def _send_away(widget: QWidget) -> None:
    if isinstance(widget, QDialog):
        widget.reject()
    widget.close()
    widget.hide()
