"""A box to tick whose words go on to the next line when there is no room."""
from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, px
from borgerplan_desktop.gui.widgets.label import breakable

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
NARROWEST = 160                                          # design pixels


class WrappedCheck(QCheckBox):
    """As a QCheckBox; the tick stands at the first line."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._words(width).height() + px(4), self._line())

    def sizeHint(self) -> QSize:
        return QSize(min(super().sizeHint().width(), px(320)), self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(super().sizeHint().width(), px(NARROWEST)), self._line())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # type: ignore[attr-defined]
        option.rect = QRect(0, 0, self.width(), self._line())  # type: ignore[attr-defined]
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.setPen(colour("muted" if not self.isEnabled() else "accent" if self.hasFocus() else "text"))
        words = self._words(self.width())
        words.moveTop(max(0, (self._line() - self.fontMetrics().height()) // 2))
        painter.drawText(words, int(WRAPPED), breakable(self.text()))

    def _line(self) -> int:
        """How tall one line is, with the tick in it."""
        return super().sizeHint().height()

    def _words(self, width: int) -> QRect:
        """The words' own place in a box of this width."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, self._line())  # type: ignore[attr-defined]
        left = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).left()
        return self.fontMetrics().boundingRect(QRect(left, 0, width - left, 100_000), int(WRAPPED),
                                               breakable(self.text()))
