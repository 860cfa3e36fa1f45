"""A row that can be pressed as a whole, with labels on it; to the keyboard and a screen reader it is a button."""
from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, px


class Pressable(QAbstractButton):
    """Give it a layout of labels and icons; `now` paints it as the present one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def now(self) -> bool:
        return self._now

    def set_now(self, now: bool) -> None:
        if now != self._now:
            self._now = now
            self.update()

    def let_through(self) -> None:
        """The labels on the row leave the mouse to it."""
        for child in self.findChildren(QWidget):
            if isinstance(child, QLabel) or child.focusPolicy() == Qt.FocusPolicy.NoFocus:
                child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else QSize(px(80), px(36))

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else QSize(px(40), px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() == Qt.Key.Key_Delete or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()                               # the list around it may move or remove the row
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._now or self.underMouse():
            painter.setBrush(colour("soft" if self._now else "hover"))
            painter.drawRoundedRect(frame, px(9), px(9))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(frame, px(9), px(9))
