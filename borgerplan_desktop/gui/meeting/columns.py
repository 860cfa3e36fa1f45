"""Cards side by side where there is room for them, else one under the other."""
from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from borgerplan_desktop.gui.theme import px, scale
from borgerplan_desktop.gui.widgets.empty_state import EmptyState


class Columns(QWidget):
    """Lay out with a QHBoxLayout; below `need` pixels at 100 % (a property in forms) all stand in one column."""

    def __init__(self, need: int = 980, spacing: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("need", need)
        self._spacing = spacing

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        box = self.layout() or self._box()
        assert isinstance(box, QBoxLayout)
        box.addWidget(widget, stretch)

    def is_wide(self) -> bool:
        return self.width() >= px(int(self.property("need")))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        box = self.layout()
        direction = QBoxLayout.Direction.LeftToRight if self.is_wide() else QBoxLayout.Direction.TopToBottom
        if isinstance(box, QBoxLayout) and box.direction() != direction:
            box.setDirection(direction)

    def _box(self) -> QHBoxLayout:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._spacing)
        return box


def calm(empty: EmptyState) -> None:
    """An empty page never asks for more height than there is; with large text it goes without its drawing."""
    empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    empty.drawing.setVisible(scale() < 1.4)
