"""Initials in a quiet colour: round for private persons, squared for professionals."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.colours import SECTOR_HUES
from borgerplan_desktop.gui.appearance.theme import font, px, tokens
from borgerplan_desktop.model.text import initials

if TYPE_CHECKING:
    from borgerplan_desktop.model.network import NetworkMember

HUES = (178, 28, 262, 128, 338, 216, 48)


def hue_of(member: NetworkMember | None) -> int | None:
    """The one colour of a person of the network, on the map and wherever else they stand: that of their part of life.

    None = by the name, as citizens have it in their list.
    """
    return None if member is None or member.is_citizen else SECTOR_HUES[member.sector.value]


def draw_avatar(painter: QPainter, box: QRectF, name: str, square: bool = False, hue: int | None = None) -> None:
    """Draw a person's initials; the hue comes from the name when none is given."""
    fill, line = tokens().hue(HUES[sum(map(ord, name)) % len(HUES)] if hue is None else hue)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    if square:
        painter.drawRoundedRect(box, box.height() * 0.26, box.height() * 0.26)
    else:
        painter.drawEllipse(box)
    letters = font(bold=True)
    letters.setPixelSize(max(9, round(box.height() * 0.36)))
    painter.setFont(letters)
    painter.setPen(QColor(line))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


class Avatar(QWidget):
    """A person as initials; `size` in pixels at 100 %."""

    def __init__(self, name: str = "", square: bool = False, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._square, self._size = "", square, size
        self._hue: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(name, square)

    def show_person(self, name: str, square: bool = False, hue: int | None = None) -> None:
        self._name, self._square, self._hue = name, square, hue
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_avatar(QPainter(self), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._name, self._square,
                    self._hue)
