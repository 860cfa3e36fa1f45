"""The ladder of interventions as seven bars: where the help is now, and where it is going."""
from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.life_area import LadderStep


class LadderView(QWidget):
    """`show_steps(now, goal)`; step 7 at the left, the way goes down to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: LadderStep | None = None
        self._goal: LadderStep | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, now: LadderStep | None, goal: LadderStep | None) -> None:
        self._now, self._goal = now, goal
        self.setAccessibleName(_("Ladder of interventions"))
        self.setAccessibleDescription(steps_in_words(now, goal))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(96))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, floor = px(4), self.height() - px(24)
        width, tallest = (self.width() - 6 * gap) / 7, floor - px(22)
        for step in LadderStep:
            x = (7 - step.number) * (width + gap)
            height = px(12) + (tallest - px(12)) * step.number / 7
            bar = QRectF(x, floor - height, width, height)
            now, goal = step is self._now, step is self._goal and step is not self._now
            painter.setPen(QPen(colour("accent"), 1.8, Qt.PenStyle.DashLine) if goal else Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent" if now else "surface" if goal else "border"))
            painter.drawRoundedRect(bar.adjusted(1, 1, -1, 0) if goal else bar, 4, 4)
            self._write(painter, QRectF(x - px(4), floor + px(2), width + px(8), px(20)), str(step.number),
                        "text" if now or goal else "muted", now or goal)
            if now or goal:
                self._write(painter, QRectF(x - px(30), bar.top() - px(20), width + px(60), px(18)),
                            _("Now") if now else _("Aim"), "text" if now else "accent", True)

    @staticmethod
    def _write(painter: QPainter, box: QRectF, text: str, role: str, bold: bool) -> None:
        painter.setFont(font("small", bold=bold))
        painter.setPen(colour(role))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def steps_in_words(now: LadderStep | None, goal: LadderStep | None) -> str:
    """"Trin 5: midlertidige døgnophold …. Fra trin 5 til trin 3." """
    if now is None:
        return _("Nobody has chosen a step yet.")
    text = _("Step {n}: {name}.").format(n=now.number, name=_(now.label))
    if goal is not None and goal is not now:
        text += " " + _("From step {a} to step {b}.").format(a=now.number, b=goal.number)
    return text
