"""The icons (Lucide, ISC licence), coloured by the palette and crisp at any size and scale.

`icon("users")` is what buttons and actions take; `draw(painter, rect, "users", colour)` is for those who paint.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from journal.system import resources
from journal.ui.theme import colours

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

# Names under which some of them went in earlier Lucide releases.
ALIASES = {
    "bar-chart-3": "chart-column",
    "chart": "chart-column",
    "bar-chart": "chart-column",
    "more-horizontal": "ellipsis",
    "funnel": "filter",
    "help-circle": "circle-help",
    "circle-question-mark": "circle-help",
    "rotate-left": "rotate-ccw",
}


@cache
def _source(name: str) -> bytes:
    """The SVG text of an icon; FileNotFoundError for a name there is not."""
    return resources.path("icons", f"{ALIASES.get(name, name)}.svg").read_bytes()


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer

    # Qt renders `currentColor` black, so it is filled in before reading.
    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, width: int, height: int, scale: float) -> QPixmap:
    """`width` and `height` in device pixels."""
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    side = min(width, height)
    _renderer(name, colour).render(painter, QRectF((width - side) / 2, (height - side) / 2, side, side))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def pixmap(name: str, size: int, colour: str | QColor, scale: float = 1.0) -> QPixmap:
    """A picture of `size` logical pixels for a screen of that scale."""
    device = max(1, round(size * scale))
    return _pixmap(name, QColor(colour).name(), device, device, scale)


def draw(painter: QPainter, rect: QRect, name: str, colour: str | QColor) -> None:
    """Paints the icon centred in `rect`, as large as fits, in that colour."""
    side = min(rect.width(), rect.height())
    corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
    device = painter.device()
    painter.drawPixmap(corner, pixmap(name, side, colour, device.devicePixelRatioF() if device else 1.0))


class _Engine(QIconEngine):
    """Renders one icon in the colours of the moment: `role` names a colour of `theme.Colours`."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode) -> str:
        c = colours()
        if mode == QIcon.Mode.Disabled:
            return c.faint
        if mode == QIcon.Mode.Selected:
            return c.accent_text
        return cast(str, getattr(c, self._role))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw(painter, rect, self._name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # `size` is in logical pixels (in device pixels before Qt 6.8).
        width, height = max(1, round(size.width() * scale)), max(1, round(size.height() * scale))
        return _pixmap(self._name, self._colour(mode), width, height, scale)

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._role)
        _clones.append(copy)
        return copy

    def isNull(self) -> bool:
        return False


_clones: list[_Engine] = []  # Qt takes them over, but Python must not free its half first


@cache
def icon(name: str, role: str = "text") -> QIcon:
    """The icon of that name, following the theme; FileNotFoundError for a name there is not."""
    _source(name)
    return QIcon(_Engine(name, role))


@cache
def app_icon() -> QIcon:
    """The program's own."""
    return QIcon(str(resources.path("icons", "app.svg")))
