"""The one style sheet: what Fusion draws too heavily, drawn quietly.

Combo boxes, spin boxes and date edits are left out on purpose (a style sheet breaks their popups and arrows); the kit
has fields of its own for what they do. Widgets choose a look by a dynamic property: ``look="primary"`` and so on.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from journal.system import resources

if TYPE_CHECKING:
    from journal.ui.theme import Colours

_SHEET = Template("""
QToolTip { background: $text; color: $window; border: none; padding: 4px 7px; }

QLineEdit, QPlainTextEdit, QTextEdit {
  background: $surface; color: $text; border: 1px solid $line; border-radius: 7px; padding: ${y}px ${x}px;
  selection-background-color: $accent; selection-color: $accent_text;
}
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover { border-color: $edge; }
QPlainTextEdit, QTextEdit { padding: ${y}px ${xt}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { color: $faint; }
QLineEdit[look="quiet"], QPlainTextEdit[look="quiet"], QTextBrowser[look="quiet"] {
  background: transparent; border-color: transparent;
}
QLineEdit[look="quiet"]:hover, QPlainTextEdit[look="quiet"]:hover, QTextBrowser[look="quiet"]:hover {
  background: $hover; border-color: transparent;
}
QLineEdit[look="quiet"]:focus, QPlainTextEdit[look="quiet"]:focus {
  background: $surface; border-color: $accent;
}
QTextBrowser[look="quiet"]:focus { border-color: $accent; }
QLineEdit[look="bare"], QLineEdit[look="bare"]:hover, QLineEdit[look="bare"]:focus {
  background: transparent; border: none; padding: 0;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; background: transparent; padding: 0; }

QPushButton {
  background: $raised; color: $text; border: 1px solid $line; border-radius: 7px; padding: ${y}px ${bx}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; }
QPushButton[look="primary"], QPushButton:default {
  background: $accent; color: $accent_text; border-color: $accent; font-weight: 500;
}
QPushButton[look="primary"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: ${y1}px ${bx1}px; }
QPushButton[look="primary"]:disabled { background: $line; border-color: $line; color: $faint; }
QPushButton[look="quiet"] {
  background: transparent; border-color: transparent; color: $accent_ink; padding: ${y}px ${x}px;
}
QPushButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:focus { border-color: $accent; }
QPushButton[look="quiet"]:disabled { color: $faint; }
QPushButton[look="toast"] { background: transparent; border-color: transparent; color: $toast; font-weight: 500; }
QPushButton[look="toast"]:hover, QPushButton[look="toast"]:focus { border-color: $toast; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 7px; padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $line; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${box}px; height: ${box}px; border: 1px solid $edge; background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${half}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover,
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$dot"); }
QCheckBox::indicator:indeterminate { background: $accent_soft; border-color: $accent; }
QCheckBox::indicator:disabled { background: $hover; border-color: $line; }
QCheckBox:focus, QRadioButton:focus { color: $accent_ink; }

QMenu { background: $card; color: $text; border: 1px solid $line; border-radius: 6px; padding: 5px; }
QMenu::item { padding: ${y}px 20px ${y}px 10px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 11px; margin: 0; }
QScrollBar:horizontal { height: 11px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 2px 4px 2px 2px; }
QScrollBar::handle:horizontal { margin: 2px 2px 4px 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QScrollArea, QScrollArea > QWidget > QWidget[look="page"] { background: transparent; border: none; }
QAbstractItemView {
  background: $surface; border: 1px solid $line; border-radius: 9px; outline: none;
  selection-background-color: $accent; selection-color: $accent_text;
}
QAbstractItemView[look="lines"] { selection-background-color: transparent; }
QAbstractItemView[look="lines"]:focus { border-color: $accent; }
QAbstractItemView[look="plain"] { background: transparent; border: none; border-radius: 0; }
QHeaderView { background: transparent; border: none; border-radius: 0; }
QHeaderView::section {
  background: transparent; color: $quiet; border: none; border-bottom: 1px solid $line; padding: ${y}px 8px;
}
QFrame[look="popup"] { background: $card; border: 1px solid $line; border-radius: 6px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: transparent; }
QCalendarWidget QToolButton { color: $text; font-weight: 600; padding: 4px 8px; }
QCalendarWidget QAbstractItemView { background: $card; border: none; border-radius: 0; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $hover; border: none; border-radius: 4px; text-align: center; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTabWidget::pane { border: none; }
QStatusBar, QStatusBar::item { border: none; }
""")


def style_sheet(colours: Colours, line_height: int, x: int, y: int) -> str:
    """The sheet for these colours; `line_height` of a line of text, `x` and `y` the paddings of a field, in pixels."""
    tone = "dark" if colours.dark else "light"
    box = max(15, line_height)
    return _SHEET.substitute(
        {name: getattr(colours, name) for name in colours._fields},
        # On a notice, whose ground is the colour of text, the accent of the other theme is the readable one.
        toast="#7fd3df" if tone == "light" else "#0b6172",
        y=y,
        x=x,
        xt=x + 2,  # a line edit keeps two pixels more to itself
        y1=y - 1,
        bx=x + 5,
        bx1=x + 4,
        box=box,
        half=(box + 2) // 2,
        tick=resources.path("icons", f"tick-{tone}.svg").as_posix(),
        dot=resources.path("icons", f"dot-{tone}.svg").as_posix(),
    )
