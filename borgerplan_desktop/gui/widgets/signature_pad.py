"""A field to sign in, with the mouse, a finger or a pen; a stroke can be taken back, or all of them."""
from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.signature import HEIGHT, WIDTH, Signature


class SignaturePad(QWidget):
    """Touch and pen arrive as the mouse does. It is always as wide to its height as a signature's field."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[tuple[float, float]]] = []     # in units of the signature
        self._drawing = False
        self.setAccessibleName(_("Sign here"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._tell()

    def signature(self) -> Signature:
        """As it stands now."""
        return Signature.of(self._strokes)

    def take_back(self) -> None:
        """The last stroke goes."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def clear(self) -> None:
        self._strokes.clear()
        self._tell()

    def has_strokes(self) -> bool:
        return bool(self._strokes)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(px(560), round(px(560) * HEIGHT / WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), round(px(260) * HEIGHT / WIDTH))

    # ------------------------------------------------------------------ drawing
    def _field(self) -> QRectF:
        """The part of the widget that is drawn in: it keeps its shape."""
        width = min(float(self.width()), self.height() * WIDTH / HEIGHT)
        height = width * HEIGHT / WIDTH
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drawing = True
            self._strokes.append([self._units(event.position())])
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawing and self._strokes:
            self._strokes[-1].append(self._units(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drawing and event.button() == Qt.MouseButton.LeftButton:
            self._drawing = False
            self._tell()

    def _units(self, at: QPointF) -> tuple[float, float]:
        field = self._field()
        return ((at.x() - field.left()) * WIDTH / field.width(), (at.y() - field.top()) * HEIGHT / field.height())

    def _tell(self) -> None:
        n = len(self._strokes)
        self.setAccessibleDescription(ngettext("{n} stroke", "{n} strokes", n).format(n=n) if n else
                                      _("Nothing is written yet."))
        self.update()
        self.changed.emit()

    # ------------------------------------------------------------------ painting
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self._field()
        painter.setPen(QPen(colour("field"), 1.2))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), px(10), px(10))
        base = field.top() + field.height() * .74
        painter.setPen(QPen(colour("field"), 1.2))
        painter.drawLine(QPointF(field.left() + px(24), base), QPointF(field.right() - px(24), base))
        if not self._strokes:
            painter.setFont(font("small"))
            painter.setPen(colour("muted"))
            painter.drawText(QRectF(field.left() + px(24), base + px(4), field.width() - px(48), px(24)),
                             int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), _("Sign here"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("text"), px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                            Qt.PenJoinStyle.RoundJoin))
        for stroke in self._strokes:
            points = [QPointF(field.left() + x * field.width() / WIDTH, field.top() + y * field.height() / HEIGHT)
                      for x, y in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                path = QPainterPath(points[0])
                for point in points[1:]:
                    path.lineTo(point)
                painter.drawPath(path)
