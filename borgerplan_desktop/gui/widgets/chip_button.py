"""A fact as a word that opens the place where its question is answered."""
from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.pill import paint_pill

LONGEST = 250                                            # design pixels


@dataclass(frozen=True)
class Chip:
    """A fact as a word: `kind` as a pill's. `key` is wanted when it is pressed, and `tip` says where that leads."""

    text: str
    kind: str = "line"
    icon: str = ""
    key: str = ""
    tip: str = ""


class ChipButton(QAbstractButton):
    """Looks like a pill, and is pressed like a button; `kind` as a pill's. One wider than `longest` ends in "…"."""

    longest = LONGEST

    def __init__(self, text: str = "", kind: str = "line", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._icon = kind, icon
        self._wide = 0                                   # its words and its icon, once it has been asked
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text, kind, icon)

    @property
    def kind(self) -> str:
        return self._kind

    def say(self, text: str, kind: str = "line", icon: str = "") -> None:
        """Show another state."""
        self._kind, self._icon, self._wide = kind, icon, 0
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(min(self._whole(), px(self.longest)), px(25))

    def is_cut(self) -> bool:
        """Whether its words do not all stand there: they are told in another way then."""
        return self._whole() > px(self.longest)

    def _whole(self) -> int:
        if not self._wide:                               # a row of them asks it of each a dozen times
            words = QFontMetricsF(font("small")).horizontalAdvance(self.text())
            self._wide = round(words) + px(21) + (px(19) if self._icon else 0)
        return self._wide

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(72)), px(25))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._wide = 0
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
                event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint_pill(painter, box, self.text(), self._kind, self._icon)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(colour("focus" if self.hasFocus() else "accent"), 2 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), box.height() / 2 - 1, box.height() / 2 - 1)
