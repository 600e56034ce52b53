"""Colours, spacing and type of the window, light and dark, and the one place that applies them.

Anything that paints asks `colours(widget)` when it paints: the answer follows the palette, so no widget keeps a colour
or needs to be told that the theme changed. Sizes of text are relative to the system's font, never pixels.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from journal.system import resources
from journal.ui.style_sheet import style_sheet

Mode = Literal["system", "light", "dark"]
STYLE = "Fusion"  # of the QApplication: the only one of Qt's own that follows a palette on every system

# Gaps in logical pixels: between things that belong together, between neighbours, between groups, around pages.
TINY, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 20, 32
RADIUS = 8

# Sizes of text as multiples of the running text, and their weight.
TYPE_SCALE = {
    "title": (1.7, QFont.Weight.DemiBold),
    "heading": (1.2, QFont.Weight.DemiBold),
    "strong": (1.0, QFont.Weight.Medium),
    "text": (1.0, QFont.Weight.Normal),
    "label": (1.0, QFont.Weight.Normal),
    "small": (0.9, QFont.Weight.Normal),
    "section": (0.9, QFont.Weight.Medium),
}


class Colours(NamedTuple):
    """The colours by what they are for. Every text colour holds 4.5:1 on window, surface and card (WCAG AA)."""

    dark: bool
    window: str  # behind everything
    surface: str  # lists, text being edited
    card: str  # a raised group
    raised: str  # buttons, chips
    line: str  # quiet borders
    handle: str  # of scroll bars
    edge: str  # borders that must be seen: check boxes, fields in focus (3:1)
    hover: str  # under the pointer
    text: str
    quiet: str  # second lines, labels
    faint: str  # disabled, placeholders
    accent: str  # the one accent, as a fill
    accent_hover: str
    accent_text: str  # text on the accent
    accent_ink: str  # the accent as text or icon on window and surface
    accent_soft: str  # a tint of it as background
    warn: str  # overdue and problems: warm, never alarming
    warn_soft: str
    star: str  # a favourite's mark
    good: str
    good_soft: str

    def color(self, name: str) -> QColor:
        """The colour of that name; KeyError for a name there is not."""
        if name not in self._fields:
            raise KeyError(name)
        return QColor(getattr(self, name))


LIGHT = Colours(
    dark=False,
    window="#f7f7f5",
    surface="#ffffff",
    card="#ffffff",
    raised="#ffffff",
    line="#e1e4e5",
    handle="#cdd3d6",
    edge="#87929a",
    hover="#eef1f1",
    text="#1d2428",
    quiet="#5a666d",
    faint="#9aa4aa",
    accent="#0b7285",
    accent_hover="#095f70",
    accent_text="#ffffff",
    accent_ink="#0b7285",
    accent_soft="#e2f1f3",
    warn="#94540a",
    warn_soft="#fcf0dd",
    star="#c98a1b",
    good="#2a7047",
    good_soft="#e4f3e9",
)

DARK = Colours(
    dark=True,
    window="#1b2226",
    surface="#222b30",
    card="#222b30",
    raised="#29333a",
    line="#37434a",
    handle="#46545c",
    edge="#7c8b93",
    hover="#2b363c",
    text="#e8edef",
    quiet="#a3b0b7",
    faint="#6f7d85",
    accent="#2a9db0",
    accent_hover="#3fb0c2",
    accent_text="#0b1a1e",
    accent_ink="#4fbccd",
    accent_soft="#1f3f47",
    warn="#e8ac55",
    warn_soft="#3d3223",
    star="#e0b04f",
    good="#74c693",
    good_soft="#223b2e",
)


def colours(of: QWidget | QPalette | None = None) -> Colours:
    """The colours in force for a widget or palette (None: for the application)."""
    if of is None:
        palette = QGuiApplication.palette()
    else:
        palette = of.palette() if isinstance(of, QWidget) else of
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(c: Colours) -> QPalette:
    """A complete palette, so that nothing is left to the system's own."""
    palette = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for which, colour in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.surface),
        (role.AlternateBase, c.hover),
        (role.Text, c.text),
        (role.Button, c.raised),
        (role.ButtonText, c.text),
        (role.BrightText, c.warn),
        (role.PlaceholderText, c.quiet),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.accent_text),
        (role.Accent, c.accent),
        (role.Link, c.accent_ink),
        (role.LinkVisited, c.accent_ink),
        (role.ToolTipBase, c.text),
        (role.ToolTipText, c.window),
        (role.Light, c.raised),
        (role.Midlight, c.hover),
        (role.Mid, c.line),
        (role.Dark, c.edge),
        (role.Shadow, c.edge),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, which, QColor(c.faint))
    palette.setColor(group.Disabled, role.Highlight, QColor(c.line))
    return palette


@cache
def load_fonts() -> str:
    """Makes the bundled typeface known to Qt, once; its family name, or "" where it cannot be read."""
    family = ""
    for weight in ("Regular", "Medium", "SemiBold"):
        number = QFontDatabase.addApplicationFont(str(resources.path("fonts", f"Inter-{weight}.ttf")))
        if number >= 0:
            family = QFontDatabase.applicationFontFamilies(number)[0]
    return family


def font(style: str = "text", base: QFont | None = None) -> QFont:
    """A font of the scale ("title", "heading", "section"…), relative to `base`, else to the application's."""
    factor, weight = TYPE_SCALE[style]
    scaled = QFont(base) if base is not None else QFont(QApplication.font())
    size = scaled.pointSizeF() if scaled.pointSizeF() > 0 else 10.0
    scaled.setPointSizeF(size * factor)
    scaled.setWeight(weight)
    return scaled


def em(widget: QWidget | None = None) -> int:
    """The height of a line of running text in logical pixels: what sizes are made of."""
    return (widget.fontMetrics() if widget is not None else QFontMetrics(QApplication.font())).height()


def field_padding(line: int) -> tuple[int, int]:
    """(sideways, up and down) inside a field or button whose text is `line` pixels high, its border left out."""
    return max(7, line // 2), max(4, line * 3 // 10)


def field_height(widget: QWidget) -> int:
    """The height of a field of one line, which buttons beside it share."""
    line = widget.fontMetrics().height()
    return line + 2 * field_padding(line)[1] + 2


def restyled(event: QEvent) -> bool:
    """Whether the theme changed. Of what the application changes, this alone is told to every widget."""
    return event.type() == QEvent.Type.StyleChange


class Theme(QObject):
    """Light or dark, as the system or as she chose. Make one, `apply` it, keep it as long as the application."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, mode: Mode = "system", text_scale: float = 1.0) -> None:
        super().__init__(parent)
        self._mode: Mode = mode
        self._scale = text_scale
        self._app: QApplication | None = None
        self._base: QFont | None = None
        self._shown: tuple[bool, float] | None = None

    @property
    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._refresh()

    @property
    def text_scale(self) -> float:
        """1.0 is the system's own size of text; 2.0 is twice as large."""
        return self._scale

    def set_text_scale(self, scale: float) -> None:
        self._scale = min(3.0, max(0.7, scale))
        self._refresh()

    @property
    def dark(self) -> bool:
        if self._mode == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"

    @property
    def colours(self) -> Colours:
        return DARK if self.dark else LIGHT

    def apply(self, app: QApplication) -> None:
        """Gives `app`, made with STYLE, our font, palette and style sheet, and follows the system from now on."""
        if self._app is None:
            self._app = app
            self._base = QFont(app.font())
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)
        self._shown = None
        self._refresh()

    def _refresh(self) -> None:
        wanted = (self.dark, self._scale)
        if self._app is None or self._base is None or wanted == self._shown:
            return
        first = self._shown is None
        self._shown = wanted
        text = QFont(self._base)
        family = load_fonts()
        if family:
            # The system's family stays behind ours for the scripts ours does not have.
            text.setFamilies([family, *self._base.families()])
        # Some systems give 9 points, too small beside the white space of these pages.
        text.setPointSizeF(max(10.0, self._base.pointSizeF()) * self._scale)
        self._app.setFont(text)
        # The palette comes from colorScheme(), not from the system's palette, which may arrive later than the signal.
        self._app.setPalette(palette_of(self.colours))
        line = QFontMetrics(text).height()
        self._app.setStyleSheet(style_sheet(self.colours, line, *field_padding(line)))
        if not first:
            self.changed.emit()
