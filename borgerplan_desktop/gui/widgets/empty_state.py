"""What a place says when nothing is there yet: what is missing, and the one thing to do."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, px, scale
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say

LARGE = 1.4                                              # of the text


class EmptyState(QWidget):
    """EmptyState("Ingen mål endnu", "Hvad vil Jonas gerne opnå?", "Tilføj mål"); `wanted` when the button is used."""

    wanted = Signal()

    def __init__(self, title: str = "", text: str = "", action: str = "", icon: str = "flag",
                 parent: QWidget | None = None, action_icon: str = "plus", drawing: bool = True) -> None:
        super().__init__(parent)
        self._title = plain_label(title, "title", self, wrap=True)
        self._text = plain_label(text, "muted", self, wrap=True)
        self.action = button(action, action_icon, "primary", self)
        self.action.clicked.connect(self.wanted)
        self.drawing, self._drawn = _Path(icon, self), drawing
        self._fit()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self.drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(10)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.say(title, text, action)

    def say(self, title: str, text: str = "", action: str = "") -> None:
        """Other words; without an action there is no button."""
        self._title.setText(title)
        say(self._text, text)
        self.action.setText(action.replace("&", "&&"))
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(f"{title}. {text}".strip(". ") + ".")

    def offer_also(self, text: str, icon: str = "") -> QPushButton:
        """A quiet second way, below the first."""
        made = button(text, icon, "quiet", self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.action) + 1, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def give_way(self) -> None:
        """Never ask for more height than there is."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout() is not None:     # it is made
            self._fit()

    def _fit(self) -> None:
        """With large text there is no room for the drawing: the button comes first."""
        self.drawing.setVisible(self._drawn and scale() < LARGE)


class _Path(QWidget):
    """A dashed path from a person to what is not there yet."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(330), px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, width, height = px(22), self.width(), self.height()
        start, end = QPointF(radius + 2, height - radius - 2), QPointF(width - radius - 2, radius + 2)
        path = QPainterPath(start)
        path.cubicTo(width * 0.34, start.y(), width * 0.30, height * 0.45, width * 0.5, height * 0.42)
        path.cubicTo(width * 0.68, height * 0.42, width * 0.68, end.y(), end.x(), end.y())
        painter.setPen(QPen(colour("field"), 2, Qt.PenStyle.DashLine))
        painter.drawPath(path)
        painter.setBrush(colour("bg"))
        painter.drawEllipse(end, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("soft"))
        painter.drawEllipse(start, radius, radius)
        for centre, name, role in ((start, "user", "soft_text"), (end, self._icon, "muted")):
            box = QRectF(centre.x() - px(11), centre.y() - px(11), px(22), px(22))
            draw_icon(painter, name, role, box.x(), box.y(), box.width())
