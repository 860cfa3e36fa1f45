"""Our own icons (resources/icons/*.svg), drawn in the colour the theme has at the moment of painting."""
from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from borgerplan_desktop.gui.appearance.theme import tokens

STROKE = 1.75  # of a 24 × 24 box


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    path = files("borgerplan_desktop.resources") / "icons" / f"{name}.svg"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LookupError(f"no icon is called {name!r} in resources/icons") from None


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str, stroke: float) -> QSvgRenderer:
    svg = _source(name).replace("currentColor", colour)
    if stroke != STROKE:
        svg = svg.replace(f'stroke-width="{STROKE}"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(svg.encode()))


def shade(role: str) -> str:
    """The #RRGGBB of a token, or the colour itself when it is one already."""
    return role if role.startswith("#") else getattr(tokens(), role)


def draw_icon(painter: QPainter, name: str, colour: str | QColor, x: float, y: float, size: float,
              stroke: float = STROKE) -> None:
    """Draw an icon in a square; `colour` is a token's name, #RRGGBB or QColor."""
    value = shade(colour) if isinstance(colour, str) else colour.name()
    _drawing(name, value, stroke).render(painter, QRectF(x, y, size, size))


class _Engine(QIconEngine):
    """Paints with the theme's colour of now, so that a change of scheme needs no new icons."""

    def __init__(self, name: str, role: str, align: Qt.AlignmentFlag) -> None:
        super().__init__()
        _source(name)  # a misspelt icon shows itself at once
        self._name, self._role, self._align = name, role, align

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._align)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        x = rect.x() + (rect.width() - side) / 2
        if self._align == Qt.AlignmentFlag.AlignLeft:
            x = rect.x()
        elif self._align == Qt.AlignmentFlag.AlignRight:
            x = rect.x() + rect.width() - side
        role = "field" if mode == QIcon.Mode.Disabled else self._role
        draw_icon(painter, self._name, role, x, rect.y() + (rect.height() - side) / 2, side)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        made.setDevicePixelRatio(scale)
        return made


def icon(name: str, colour_role: str = "muted", align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter) -> QIcon:
    """An icon that follows the theme; `align` says where in a wider box it stands (buttons leave air to the text)."""
    return QIcon(_Engine(name, colour_role, align))
