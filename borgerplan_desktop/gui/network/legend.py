"""What the lines, shapes and badges of the map mean, each with its word."""
from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.showing import map_strokes
from borgerplan_desktop.i18n import N_, _, listed
from borgerplan_desktop.model.consent import ConsentState
from borgerplan_desktop.model.map.elements import Line
from borgerplan_desktop.model.map.shapes import Shape
from borgerplan_desktop.model.marks import Mark
from borgerplan_desktop.model.network import TieQuality

ROW = 22
MORE = (Mark.OWN_DOCTOR, Mark.RELATIVE, Mark.PEER, Mark.VOLUNTEER)
ARROW = N_("To whoever gets it")
USUAL = (Shape.ROUND, Shape.SQUARED)


class Legend(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shapes: set[Shape] = set()
        self._letters: frozenset[Mark] = frozenset()
        self._consents, self._flows = True, False
        self.show_shapes(USUAL)

    def show_shapes(self, shapes: Collection[Shape]) -> None:
        """What stands on the map; animals and places are explained where there are any."""
        wanted = {*USUAL, *shapes}
        if wanted != self._shapes:
            self._shapes = wanted
            self._say()

    def show_marks(self, marks: Collection[Mark]) -> None:
        """What people of the map are besides; each letter is explained where it stands."""
        if frozenset(marks) != self._letters:
            self._letters = frozenset(marks)
            self._say()

    def show_consents(self, there: bool) -> None:
        """Whether anybody on the map has a badge of consent: without names nobody has."""
        if there != self._consents:
            self._consents = there
            self._say()

    def show_flows(self, there: bool) -> None:
        """Whether arrows on the ties say who gives whom what."""
        if there != self._flows:
            self._flows = there
            self._say()

    def _say(self) -> None:
        self.setAccessibleName(_("Legend: {words}").format(words=listed(self._words())))
        self.updateGeometry()
        self.update()

    def _marks(self) -> list[tuple[str, str | ConsentState]]:
        found = [(name, mark) for name, mark in _MARKS if (not isinstance(mark, Shape) or mark in self._shapes)
                 and (self._consents or not isinstance(mark, ConsentState))]
        more = [(mark.label, map_strokes.LETTERS[mark]) for mark in MORE if mark in self._letters]
        return [*found, *more]

    def _words(self) -> list[str]:
        return [_(q.label) for q in TieQuality] + [_(ARROW)] * self._flows + [_(name) for name, _mark in self._marks()]

    def sizeHint(self) -> QSize:
        words = self._words()
        widest = max(QFontMetricsF(font("small")).horizontalAdvance(word) for word in words)
        return QSize(px(48) + round(widest) + 2, px(ROW) * (len(words)) + px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = px(ROW) / 2
        for quality in TieQuality:
            painter.setPen(map_strokes.tie_pen(quality.value))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(map_strokes.tie_path(Line("", "", quality.value, 1, y, px(37), y)))
            self._word(painter, y, _(quality.label))
            y += px(ROW)
        if self._flows:
            painter.setFont(font("small"))
            painter.setPen(colour("text"))
            painter.drawText(QRectF(0, y - px(ROW) / 2, px(37), px(ROW)), Qt.AlignmentFlag.AlignCenter, "→ ↔")
            self._word(painter, y, _(ARROW))
            y += px(ROW)
        y += px(8)
        for name, mark in self._marks():
            self._mark(painter, mark, px(12), y)
            self._word(painter, y, _(name))
            y += px(ROW)

    def _mark(self, painter: QPainter, mark: str | ConsentState, x: float, y: float) -> None:
        radius = px(8)
        if isinstance(mark, ConsentState):
            map_strokes.draw_consent_badge(painter, x, y, radius, mark)
        elif mark in map_strokes.LETTERS.values():
            map_strokes.draw_letter_badge(painter, x, y, radius, mark)
        else:
            painter.setBrush(colour("surface"))
            painter.setPen(QPen(colour("field"), 1.5))
            box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
            painter.drawPath(map_strokes.form_path(Shape(mark), box))

    @staticmethod
    def _word(painter: QPainter, y: float, text: str) -> None:
        painter.setFont(font("small"))
        painter.setPen(colour("text"))
        painter.drawText(QPointF(px(48), y + QFontMetricsF(painter.font()).capHeight() / 2), text)


_MARKS: tuple[tuple[str, str | ConsentState], ...] = (
    (N_("Private"), Shape.ROUND), (N_("Professional"), Shape.SQUARED),
    (N_("Animal"), Shape.ANIMAL), (N_("Place"), Shape.PLACE),
    (N_("Coordinator"), map_strokes.COORDINATOR), (N_("Lay representative"), map_strokes.LAY_REPRESENTATIVE),
    (N_("Consent"), ConsentState.GIVEN), (N_("Consent in part"), ConsentState.PARTLY),
    (N_("Consent missing"), ConsentState.NOT_ASKED))
