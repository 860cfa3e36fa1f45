"""The recovery code in groups of four, large enough to copy by hand."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.i18n import _

GROUP = 4
GROUPS = 8


def grouped(code: str) -> list[str]:
    """"K7RM-2QXD9HVA" → ["K7RM", "2QXD", "9HVA"]."""
    plain = "".join(letter for letter in code if letter.isalnum())
    return [plain[at:at + GROUP] for at in range(0, len(plain), GROUP)]


class RecoveryCodeBox(QWidget):
    """Shows the code, or dots until there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    def show_code(self, code: str) -> None:
        self._groups = grouped(code)
        self._name()
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(": ".join(part for part in (_("Recovery code"), ", ".join(self._groups)) if part))

    def groups(self) -> list[str]:
        return list(self._groups)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-self._count() // self._columns(width))
        return px(22) + rows * px(36)

    def sizeHint(self) -> QSize:
        return QSize(px(520), self.heightForWidth(px(520)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(58))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("field"), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.setFont(self._type())
        painter.setPen(colour("text" if self._groups else "muted"))
        columns = self._columns(self.width())
        cell = (self.width() - px(24)) / columns
        for at, group in enumerate(self._groups or ["••••"] * GROUPS):
            box = QRectF(px(12) + (at % columns) * cell, px(11) + (at // columns) * px(36), cell, px(36))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, group)

    def _count(self) -> int:
        return len(self._groups) or GROUPS

    def _columns(self, width: int) -> int:
        """As many groups side by side as there is room for, in even rows."""
        room = max(1, int((width - px(24)) / (QFontMetricsF(self._type()).horizontalAdvance("WWWW") + px(8))))
        return next(n for n in (8, 4, 2, 1) if n <= room)

    @staticmethod
    def _type() -> QFont:
        made = font(bold=True, px=18)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.5)
        made.setFeature(QFont.Tag("zero"), 1)
        return made
