"""1 Før – 2 Under – 3 Efter: where in a row of steps we are; the steps can be pressed."""
from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px


class StepIndicator(QWidget):
    """StepIndicator([("Før", "Gør mødet klar"), …]); `chosen(int)` when a person presses a step."""

    chosen = Signal(int)

    def __init__(self, steps: list[tuple[str, str]] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self.chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._steps: list[_Step] = []
        self.set_steps(steps or [])

    def set_steps(self, steps: list[tuple[str, str]]) -> None:
        """The steps as (title, what one does there)."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._steps = []
        for number, (title, text) in enumerate(steps):
            step = _Step(number + 1, title, text, last=number == len(steps) - 1, parent=self)
            step.set_low(self._low)
            self._group.addButton(step, number)
            self._row.addWidget(step)
            self._steps.append(step)
        self._row.addStretch(1)
        self.set_current(0)

    def set_low(self, low: bool) -> None:
        """Where there is little height the steps say their name only."""
        if low != self._low:
            self._low = low
            for step in self._steps:
                step.set_low(low)

    def current(self) -> int:
        return self._group.checkedId()

    def set_current(self, number: int, done: Collection[int] = ()) -> None:
        """Move to a step (0 first) without telling `chosen`; those that are `done`, not merely past, have a tick."""
        for index, step in enumerate(self._steps):
            step.setChecked(index == number)
            step.set_done(index in done and index != number)
            if index == number:
                self.setFocusProxy(step)


class _Step(QAbstractButton):
    def __init__(self, number: int, title: str, text: str, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._text, self._last, self._done = number, text, last, False
        self._low = False
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(f"{number} {title}: {text}" if text else f"{number} {title}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def done(self) -> bool:
        return self._done

    def set_done(self, done: bool) -> None:
        if done != self._done:
            self._done = done
            self.update()

    def set_low(self, low: bool) -> None:
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def _words(self) -> float:
        title = QFontMetricsF(font(bold=True)).horizontalAdvance(self.text())
        return title if self._low else max(title, QFontMetricsF(font("small")).horizontalAdvance(self._text))

    def sizeHint(self) -> QSize:
        line = 0 if self._last else px(20 if self._low else 40)
        return QSize(round(self._words()) + px(48) + line, px(34 if self._low else 46))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, middle = self.isChecked(), self.height() / 2
        circle = QRectF(px(3), middle - px(14), px(28), px(28))
        painter.setPen(QPen(colour("accent" if now or self._done or self.underMouse() else "field"), 2))
        painter.setBrush(colour("accent" if now else "soft" if self._done else "surface"))
        painter.drawEllipse(circle)
        if self._done:
            draw_icon(painter, "check", "soft_text", circle.x() + px(6), circle.y() + px(6), px(16), 2.6)
        else:
            self._write(painter, circle, str(self._number), "body", True, colour("accent_text" if now else "muted"),
                        Qt.AlignmentFlag.AlignCenter)
        left = px(42)
        width = min(self._words() + px(6), self.width() - left - px(4))
        above = px(10 if self._low else 20)
        self._write(painter, QRectF(left, middle - above, width, px(20)), self.text(), "body", True,
                    colour("text" if now else "muted"))
        if not self._low:
            self._write(painter, QRectF(left, middle, width, px(19)), self._text, "small", False, colour("muted"))
        if not self._last:
            painter.setPen(QPen(colour("accent" if self._done else "border"), 2))
            line = px(16 if self._low else 30)
            begin, end = max(self.width() - line, round(left + width + px(6))), self.width() - px(8)
            if begin < end:
                painter.drawLine(begin, round(middle), end, round(middle))
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            right = left + width + px(4)
            painter.drawRoundedRect(QRectF(1, 1, right - 2, self.height() - 2), 8, 8)

    @staticmethod
    def _write(painter: QPainter, box: QRectF, text: str, kind: str, bold: bool, ink: QColor,
               align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        painter.setFont(font(kind, bold))
        painter.setPen(ink)
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
