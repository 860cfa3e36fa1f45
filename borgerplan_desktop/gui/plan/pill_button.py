"""A word in a pill that opens a menu of other words."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.pill import paint_pill


class PillButton(QAbstractButton):
    """`chosen(value)` when a person picks another word."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._kind, self._icon = name, "soft", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(name)
        self._actions: dict[Any, QAction] = {}
        for value, text in choices:
            action = self.menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            self._actions[value] = action
        self.menu.triggered.connect(self._on_chosen)
        self.clicked.connect(self._on_open)

    def say(self, value: Any, text: str, kind: str = "soft", icon: str = "") -> None:
        """Show the present value."""
        self._kind, self._icon = kind, icon
        self.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")
        for each, action in self._actions.items():
            action.setChecked(each == value)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font("small")).horizontalAdvance(self.text())
        return QSize(round(words) + px(37) + (px(19) if self._icon else 0), px(27))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(88)), px(27))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and not (
                event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self._on_open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ink = paint_pill(painter, box, self.text(), self._kind, self._icon, after=22)
        draw_icon(painter, "chevron_down", ink, box.right() - px(21), box.center().y() - px(6), px(12), 2.2)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(colour("focus" if self.hasFocus() else "accent"), 2 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _on_open(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _on_chosen(self, action: QAction) -> None:
        self.chosen.emit(next(value for value, each in self._actions.items() if each is action))
